//! Words, numbers and marks.

use super::Span;
use super::chars::{is_alphanumeric, is_lowercase, is_uppercase};

/// One word, number or mark of the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
    /// How its letters are cased.
    pub case: Case,
    /// Whether white space, a line break or the start of the text comes before it.
    pub spaced: bool,
    /// Whether it is a word known to be made of ASCII letters alone, as most are.
    pub letters: bool,
    /// Where its folded form stands in the document's folded text.
    pub(super) folded: Span,
}

impl Token {
    /// Its folded form, cut out of the folded text that came with it.
    pub fn folded_in<'f>(&self, folded: &'f str) -> &'f str {
        self.folded.of(folded)
    }
}

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with inner hyphens, apostrophes, digits and the dots of an abbreviation.
    Word,
    /// Digits with inner separators (`1.234,56`), or a vulgar fraction (`½`).
    Number,
    /// Stops, commas, quotes, brackets, dashes, bullets.
    Punctuation,
    /// Currency signs, percent, ampersand and the like.
    Symbol,
    /// A web or mail address, or a handle.
    Address,
}

/// How the letters of a token are cased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Case {
    /// No letter that has a case.
    None,
    /// `deal`
    Lower,
    /// `Deal`, `D’Amico`, `Saint-Gobain`; a single capital letter counts as this.
    Title,
    /// `FTC`, two capitals or more and no lower-case letter.
    Upper,
    /// `OpenAI`, `eBay`.
    Mixed,
}

impl Case {
    /// The case of `word`.
    pub fn of(word: &str) -> Self {
        let (mut upper, mut lower, mut first_upper, mut inner_upper, mut previous_joins) = (0, 0, false, false, true);
        for c in word.chars() {
            if is_uppercase(c) {
                first_upper |= upper + lower == 0;
                inner_upper |= !previous_joins;
                upper += 1;
            } else if is_lowercase(c) {
                lower += 1;
            }
            previous_joins = !is_alphanumeric(c);
        }
        match (upper, lower) {
            (0, 0) => Case::None,
            (0, _) => Case::Lower,
            (1, 0) => Case::Title,
            (_, 0) => Case::Upper,
            _ if first_upper && !inner_upper => Case::Title,
            _ => Case::Mixed,
        }
    }

    /// The case of a word of so many ASCII letters, some of them capitals, perhaps the `first`.
    pub(super) fn of_letters(capitals: usize, letters: usize, first: bool) -> Self {
        match (capitals, letters - capitals) {
            (0, 0) => Case::None,
            (0, _) => Case::Lower,
            (1, 0) => Case::Title,
            (_, 0) => Case::Upper,
            (1, _) if first => Case::Title,
            _ => Case::Mixed,
        }
    }

    /// Whether it holds a capital letter.
    pub fn has_capital(self) -> bool {
        matches!(self, Case::Title | Case::Upper | Case::Mixed)
    }
}

/// A half-open range of token positions in one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct TokenRange {
    /// First token.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
}

impl TokenRange {
    /// Tokens from `start` up to, not including, `end`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// The positions, for iteration.
    pub fn positions(&self) -> std::ops::Range<usize> {
        self.start..self.end
    }

    /// Number of tokens.
    pub fn len(&self) -> usize {
        self.end - self.start
    }

    /// Whether it holds no token.
    pub fn is_empty(&self) -> bool {
        self.start == self.end
    }

    /// Whether `token` lies inside.
    pub fn has(&self, token: usize) -> bool {
        self.start <= token && token < self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(&self, other: TokenRange) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a token.
    pub fn overlaps(&self, other: TokenRange) -> bool {
        self.start < other.end && other.start < self.end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases() {
        for (word, case) in [
            ("deal", Case::Lower),
            ("Deal", Case::Title),
            ("Saint-Gobain", Case::Title),
            ("A", Case::Title),
            ("FTC", Case::Upper),
            ("U.S.", Case::Upper),
            ("OpenAI", Case::Mixed),
            ("eBay", Case::Mixed),
            ("49", Case::None),
            ("Élan", Case::Title),
        ] {
            assert_eq!(Case::of(word), case, "{word}");
        }
    }
}
