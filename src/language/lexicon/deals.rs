//! Deal frames, status cues, motives, ready for matching.

use super::{Compiler, schema};

/// The compiled form of `deals.toml`.
#[derive(Debug, Default)]
pub struct Deals {}

impl Deals {
    /// Compiles the rows.
    pub(super) fn compile(_rows: schema::Deals, _compiler: &mut Compiler<'_>) -> Self {
        Self {}
    }
}
