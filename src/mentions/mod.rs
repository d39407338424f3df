//! What the words themselves say: figures, dates, names, quotations.
//!
//! Takes a reading; gives [`Mentions`], each with its tokens and span. One recogniser a file, each behind
//! [`Recogniser`]. This room never decides which mentions are one thing, nor what a figure is for.

mod date;
mod money;
mod name;
mod percentage;
mod quantity;
mod quote;
pub mod tagger;

pub use date::{DateMention, Precision};
pub use money::{Currency, CurrencyBasis, Money, Per};
pub use name::{Hint, Kind, Name, Rule};
pub use percentage::{Percentage, PercentageUnit};
pub use quantity::{Qualifier, Quantity};
pub use quote::{Quotation, QuotationKind};

use crate::language::Reading;
use jiff::civil;

/// Finds one kind of mention.
pub trait Recogniser {
    /// What it finds.
    type Mention;

    /// All mentions in `reading`, in order of their spans, none overlapping another of the same kind.
    fn recognise(&self, reading: &Reading<'_>) -> Vec<Self::Mention>;
}

/// Everything found in one article, each kind in order of its spans.
#[derive(Debug, Default)]
pub struct Mentions {
    /// Sums of money.
    pub money: Vec<Money>,
    /// Percentages, percentage points and basis points.
    pub percentages: Vec<Percentage>,
    /// Dates and periods.
    pub dates: Vec<DateMention>,
    /// Names of companies, people, places and so on.
    pub names: Vec<Name>,
    /// Words in quotation marks that somebody said, and indirect speech.
    pub quotes: Vec<Quotation>,
}

impl Mentions {
    /// Runs every recogniser over `reading`; `published` anchors relative dates.
    pub fn find(reading: &Reading<'_>, published: Option<civil::Date>) -> Self {
        Self {
            money: money::MoneyRecogniser.recognise(reading),
            percentages: percentage::PercentageRecogniser.recognise(reading),
            dates: date::DateRecogniser { published }.recognise(reading),
            names: name::NameRecogniser.recognise(reading),
            quotes: quote::QuoteRecogniser.recognise(reading),
        }
    }
}
