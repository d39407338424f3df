//! Sums of money.
//!
//! `element` reads one sum, `scan` joins two into a range and adds what qualifies them, `per` tells what it is
//! the price of one of, `article` decides what a name
//! that several currencies share means, `inherit` gives a currency to sums that leave it out.

mod article;
mod element;
mod inherit;
mod per;
mod scan;

use super::number::Numerals;
use super::{Quantity, Recogniser};
use crate::language::Reading;
pub use crate::language::lexicon::Currency;
use crate::text::{Span, TokenRange};

/// A sum of money as the article states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Money {
    /// Its words, qualifier included.
    pub span: Span,
    /// The same as tokens.
    pub tokens: TokenRange,
    /// How much.
    pub quantity: Quantity,
    /// Of which currency, once known.
    pub currency: Option<Currency>,
    /// How the currency is known.
    pub basis: Option<CurrencyBasis>,
    /// What it is the price of one of.
    pub per: Option<Per>,
}

/// How the currency of a sum is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CurrencyBasis {
    /// A sign that belongs to one currency (`€`, `C$`).
    Symbol,
    /// An ISO code.
    Code,
    /// A word ("dollars").
    Word,
    /// Taken from a neighbouring sum.
    Inherited,
    /// An ambiguous sign (`$`, `kr`) read by the article's other words or by custom.
    Assumed,
}

/// What a sum is the price of one of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Per {
    /// One share.
    Share,
    /// One year.
    Year,
    /// One piece, barrel, tonne…
    Unit,
}

/// Finds sums of money.
pub(super) struct MoneyRecogniser<'n> {
    pub(super) numerals: &'n Numerals,
}

impl Recogniser for MoneyRecogniser<'_> {
    type Mention = Money;

    fn recognise(&self, reading: &Reading<'_>) -> Vec<Money> {
        let drafts = scan::drafts(reading, self.numerals);
        let mut sums = article::decide(reading, &drafts);
        inherit::fill(reading, self.numerals, &drafts, &mut sums);
        sums.into_iter().flatten().collect()
    }
}
