//! Quotations: what somebody said, not words in scare quotes.

use super::Recogniser;
use crate::language::Reading;
use crate::text::{Span, TokenRange};

/// Somebody's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// The words, without quotation marks.
    pub span: Span,
    /// The same as tokens.
    pub tokens: TokenRange,
    /// In their own words or reported.
    pub kind: QuotationKind,
    /// The words that say who speaks ("said Jane Roe", "– Jane Roe (2024)"), where there are any.
    pub attribution: Option<TokenRange>,
}

/// How somebody's words are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum QuotationKind {
    /// Word for word.
    Direct,
    /// Reported.
    Indirect,
}

/// Finds quotations.
pub(super) struct QuoteRecogniser;

impl Recogniser for QuoteRecogniser {
    type Mention = Quotation;

    fn recognise(&self, _reading: &Reading<'_>) -> Vec<Quotation> {
        Vec::new()
    }
}
