//! `figures.toml`: numbers, magnitudes, currencies, percent and their qualifiers.

use serde::{Deserialize, Serialize};

/// The rows of `figures.toml`.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figures {}

impl Figures {
    /// Leaves out what serves only the tests.
    pub fn strip_examples(&mut self) {}
}
