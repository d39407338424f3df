//! `deals.toml`: deal frames, status cues, motives.

use serde::{Deserialize, Serialize};

/// The rows of `deals.toml`.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deals {}

impl Deals {
    /// Leaves out what serves only the tests.
    pub fn strip_examples(&mut self) {}
}
