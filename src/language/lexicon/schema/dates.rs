//! `dates.toml`: months, weekdays and words for periods.

use serde::{Deserialize, Serialize};

/// The rows of `dates.toml`.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dates {}

impl Dates {
    /// Leaves out what serves only the tests.
    pub fn strip_examples(&mut self) {}
}
