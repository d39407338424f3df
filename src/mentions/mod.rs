//! What the words themselves say: figures, dates, names, quotations.
//!
//! Takes a reading; gives [`Mentions`], each with its tokens and span. One recogniser a file, each behind
//! [`Recogniser`]. This room never decides which mentions are one thing, nor what a figure is for.

mod anchors;
mod date;
mod fraction;
#[cfg(test)]
mod lexicon_tests;
mod money;
mod name;
mod number;
mod percentage;
#[cfg(test)]
mod probe;
mod qualifier;
mod quantity;
mod quote;
mod range;
pub mod tagger;

pub use date::{DateMention, Precision};
pub use fraction::Fraction;
pub use money::{Currency, CurrencyBasis, Money, Per};
pub use name::{Hint, Kind, Name, Rule};
pub use percentage::{Percentage, PercentageUnit};
pub use quantity::{Qualifier, Quantity};
pub use quote::{Quotation, QuotationKind};

use crate::language::Reading;
use crate::text::{Span, TokenRange};
use chrono::NaiveDate;
use tagger::Tagger;

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
    /// Shares of a whole that are no percentages.
    pub fractions: Vec<Fraction>,
    /// Dates and periods.
    pub dates: Vec<DateMention>,
    /// Names of companies, people, places and so on.
    pub names: Vec<Name>,
    /// Words in quotation marks that somebody said, and indirect speech.
    pub quotes: Vec<Quotation>,
}

impl Mentions {
    /// Runs every recogniser over `reading`; `published` anchors relative dates, `tagger` sees names.
    pub fn find(reading: &Reading<'_>, published: Option<NaiveDate>, tagger: &Tagger<'static>) -> Self {
        let figures = Self::figures(reading, published);
        let mut names = name::NameRecogniser { tagger }.recognise(reading);
        // The "US" of "US$ 3 million" is no country.
        drop_overlapping(&mut names, |name| name.tokens, &figures.money, |sum| sum.tokens);
        Self { names, quotes: quote::QuoteRecogniser.recognise(reading), ..figures }
    }

    /// Figures and dates alone.
    pub fn figures(reading: &Reading<'_>, published: Option<NaiveDate>) -> Self {
        let anchors = anchors::Anchors::find(reading);
        let numerals = number::Numerals::find(reading, &anchors);
        let money = money::MoneyRecogniser { numerals: &numerals }.recognise(reading);
        let percentages = percentage::PercentageRecogniser { numerals: &numerals }.recognise(reading);
        let mut dates = date::DateRecogniser { published, anchors: &anchors }.recognise(reading);
        // A year in a sum ("2025 euros") is no year.
        drop_overlapping(&mut dates, |date| date.tokens, &money, |sum| sum.tokens);
        drop_overlapping(&mut dates, |date| date.tokens, &percentages, |percentage| percentage.tokens);
        Self {
            money,
            percentages,
            fractions: fraction::FractionRecogniser { numerals: &numerals, anchors: &anchors }.recognise(reading),
            dates,
            ..Self::default()
        }
    }
}

/// A percentage, or a fraction that means one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// Its words.
    pub span: Span,
    /// The same as tokens.
    pub tokens: TokenRange,
    /// How much, in units of `unit`.
    pub quantity: Quantity,
    /// Of what.
    pub unit: PercentageUnit,
}

impl Mentions {
    /// The share at `position`: percentages come first, then fractions, each in order of its span.
    pub fn share(&self, position: usize) -> Option<Share> {
        let percentage = self.percentages.get(position).map(|percentage| Share {
            span: percentage.span,
            tokens: percentage.tokens,
            quantity: percentage.quantity,
            unit: percentage.unit,
        });
        let fraction = || {
            let fraction = self.fractions.get(position.checked_sub(self.percentages.len())?)?;
            let quantity = Quantity { value: Some(fraction.percent), ..Quantity::default() };
            Some(Share { span: fraction.span, tokens: fraction.tokens, quantity, unit: PercentageUnit::Percent })
        };
        percentage.or_else(fraction)
    }

    /// How many shares there are.
    pub fn shares(&self) -> usize {
        self.percentages.len() + self.fractions.len()
    }
}

/// Drops from `list` what shares a token with something in `winners`; both are in order.
fn drop_overlapping<T, W>(
    list: &mut Vec<T>,
    tokens: impl Fn(&T) -> TokenRange,
    winners: &[W],
    winner_tokens: impl Fn(&W) -> TokenRange,
) {
    let mut winners = winners.iter().map(winner_tokens).peekable();
    list.retain(|item| {
        let tokens = tokens(item);
        while winners.next_if(|winner| winner.end <= tokens.start).is_some() {}
        winners.peek().is_none_or(|winner| !winner.overlaps(tokens))
    });
}
