//! `verbs.toml`: how verbs are conjugated and nouns make their plural.

use serde::{Deserialize, Serialize};

/// The rows of `verbs.toml`.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verbs {}

impl Verbs {
    /// Leaves out what serves only the tests.
    pub fn strip_examples(&mut self) {}
}
