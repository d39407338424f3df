//! `text.toml`: spelling habits.

use serde::{Deserialize, Serialize};

/// What cutting a text into words and sentences depends on; all in folded form.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Words that keep their final dot.
    pub abbreviations: Vec<String>,
    /// Heads parted by an apostrophe, with it.
    pub elisions: Vec<String>,
    /// Tails parted from a verb by a hyphen.
    pub enclitics: Vec<String>,
    /// Second halves of compounds whose first half is a name.
    pub compound_tails: Vec<String>,
}
