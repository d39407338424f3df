//! Titles, legal forms, job words, given names and other signals of names, ready for matching.

use super::{Compiler, schema};

/// The compiled form of `names.toml`.
#[derive(Debug, Default)]
pub struct Names {}

impl Names {
    /// Compiles the rows.
    pub(super) fn compile(_rows: schema::Names, _compiler: &mut Compiler<'_>) -> Self {
        Self {}
    }
}
