//! Months, weekdays and words for periods, ready for matching.

use super::{Compiler, schema};

/// The compiled form of `dates.toml`.
#[derive(Debug, Default)]
pub struct Dates {}

impl Dates {
    /// Compiles the rows.
    pub(super) fn compile(_rows: schema::Dates, _compiler: &mut Compiler<'_>) -> Self {
        Self {}
    }
}
