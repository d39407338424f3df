//! `story.toml`: events, relations, words of speech.

use serde::{Deserialize, Serialize};

/// The rows of `story.toml`.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Story {}

impl Story {
    /// Leaves out what serves only the tests.
    pub fn strip_examples(&mut self) {}
}
