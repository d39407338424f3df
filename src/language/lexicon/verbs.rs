//! How verbs are conjugated and nouns make their plural, ready for matching.

use super::{Compiler, schema};

/// The compiled form of `verbs.toml`.
#[derive(Debug, Default)]
pub struct Verbs {}

impl Verbs {
    /// Compiles the rows.
    pub(super) fn compile(_rows: schema::Verbs, _compiler: &mut Compiler<'_>) -> Self {
        Self {}
    }
}
