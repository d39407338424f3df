//! `names.toml`: titles, legal forms, job words, given names and other signals of names.

use serde::{Deserialize, Serialize};

/// The rows of `names.toml`.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Names {}

impl Names {
    /// Leaves out what serves only the tests.
    pub fn strip_examples(&mut self) {}
}
