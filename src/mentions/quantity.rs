//! How much: the part that money and percentages share.

use rust_decimal::Decimal;

/// An amount with its bounds. A plain figure has a `value`; a range has `min` and `max`; "several billion" has only a `min`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Quantity {
    /// The figure, in base units (dollars, percent), exact as written.
    pub value: Option<Decimal>,
    /// Lower bound, where a range or an indefinite magnitude gives one.
    pub min: Option<Decimal>,
    /// Upper bound of a range.
    pub max: Option<Decimal>,
    /// How exactly it is meant.
    pub qualifier: Qualifier,
}

/// How exactly a figure is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Qualifier {
    /// No word qualifies it.
    #[default]
    Exact,
    /// "about", "près de".
    Approximate,
    /// "more than", "au moins".
    AtLeast,
    /// "up to", "moins de".
    AtMost,
    /// "between … and …".
    Range,
}
