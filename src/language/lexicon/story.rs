//! Events, relations, words of speech, ready for matching.

use super::{Compiler, schema};

/// The compiled form of `story.toml`.
#[derive(Debug, Default)]
pub struct Story {}

impl Story {
    /// Compiles the rows.
    pub(super) fn compile(_rows: schema::Story, _compiler: &mut Compiler<'_>) -> Self {
        Self {}
    }
}
