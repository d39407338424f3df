//! Sums of money.

use super::{Quantity, Recogniser};
use crate::language::Reading;
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

/// An ISO 4217 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency([u8; 3]);

impl Currency {
    /// The currency of a code of three capital letters; `None` for anything else.
    pub fn new(code: &str) -> Option<Self> {
        let code: [u8; 3] = code.as_bytes().try_into().ok()?;
        code.iter().all(u8::is_ascii_uppercase).then_some(Self(code))
    }

    /// The code.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }
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
pub(super) struct MoneyRecogniser;

impl Recogniser for MoneyRecogniser {
    type Mention = Money;

    fn recognise(&self, _reading: &Reading<'_>) -> Vec<Money> {
        Vec::new()
    }
}
