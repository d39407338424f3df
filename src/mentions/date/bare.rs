//! Years that stand by themselves: `Arden kaufte 2015 die Mühle`, in languages that date so.

use super::read::Reader;
use crate::language::lexicon::Noun;
use crate::text::{Case, TokenKind};

/// Such years; before and behind them are more numbers of things than years.
const NEAR: std::ops::RangeInclusive<i16> = 1900..=2039;

impl Reader<'_> {
    /// Whether `year` at token `at` dates its sentence: nothing before says that it counts or measures, and nothing behind
    /// is counted.
    pub(super) fn is_bare_year(&self, at: usize, year: i16) -> bool {
        self.dates.bare_years
            && NEAR.contains(&year)
            && year % 100 != 0
            && self.follows_word(at)
            && self.counts_nothing(at)
    }

    /// Whether a word stands before `at`, and none that says how exact a number is: "rund 2015"; or a sentence opens there.
    fn follows_word(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|&before| self.block.has(before)) else { return true };
        let qualified = (before.saturating_sub(2)..=before).any(|from| {
            let found = self.reading.longest(&self.figures.qualifiers, from, at);
            found.is_some_and(|found| found.tokens.end == at)
        });
        match self.document.tokens()[before].kind {
            TokenKind::Word => !qualified,
            _ => matches!(self.document.word(before), "." | "," | ":" | ";"),
        }
    }

    /// Whether no noun stands behind `at`, which would be counted: "2015 Stellen". What opens a block is a postal code:
    /// "2020 Hollabrunn".
    fn counts_nothing(&self, at: usize) -> bool {
        let next = at + 1;
        let Some(token) = self.document.tokens().get(next).filter(|_| self.block.has(next)) else { return true };
        let first = !at.checked_sub(1).is_some_and(|before| self.block.has(before));
        match token.kind {
            TokenKind::Word if token.case == Case::Lower => true,
            TokenKind::Word => !first && self.lexicon.names.nouns.of(self.document.folded(next)) == Noun::No,
            TokenKind::Punctuation => true,
            _ => false,
        }
    }
}
