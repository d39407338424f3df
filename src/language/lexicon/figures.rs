//! Numbers, magnitudes, currencies, percent and their qualifiers, ready for matching.

use super::{Compiler, schema};

/// The compiled form of `figures.toml`.
#[derive(Debug, Default)]
pub struct Figures {}

impl Figures {
    /// Compiles the rows.
    pub(super) fn compile(_rows: schema::Figures, _compiler: &mut Compiler<'_>) -> Self {
        Self {}
    }
}
