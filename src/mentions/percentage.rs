//! Percentages.

use super::{Quantity, Recogniser};
use crate::language::Reading;
use crate::text::{Span, TokenRange};

/// A percentage as the article states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Percentage {
    /// Its words, qualifier included.
    pub span: Span,
    /// The same as tokens.
    pub tokens: TokenRange,
    /// How much, in units of `unit`.
    pub quantity: Quantity,
    /// Of what.
    pub unit: PercentageUnit,
}

/// What a percentage counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PercentageUnit {
    /// Hundredths.
    Percent,
    /// Difference of two percentages.
    PercentagePoint,
    /// A hundredth of a percentage point.
    BasisPoint,
}

/// Finds percentages.
pub(super) struct PercentageRecogniser;

impl Recogniser for PercentageRecogniser {
    type Mention = Percentage;

    fn recognise(&self, _reading: &Reading<'_>) -> Vec<Percentage> {
        Vec::new()
    }
}
