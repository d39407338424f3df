//! The words that numbers are written with, apart (`two hundred`) and together (`zweihundert`, `vingt-deux`).

use serde::{Deserialize, Serialize};

use super::super::Phrases;

/// What a word does in a written number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Piece {
    /// Adds a number below a thousand; numbers below `room` may follow in the same group.
    Plain {
        /// The number.
        value: u32,
        /// What may follow it is less than this.
        room: u32,
    },
    /// Multiplies what stands before it by a hundred.
    Hundred,
    /// Multiplies what stands before it by a thousand or more.
    Magnitude {
        /// What it multiplies by.
        factor: u64,
        /// Whether it means an open number where none stands before it ("billions").
        many: bool,
    },
    /// Joins two pieces.
    And,
    /// An article that counts as one before a hundred or a magnitude.
    Article,
    /// The decimal mark.
    Point,
    /// A part of the magnitude that follows ("half a").
    Part(u32, u32),
    /// A part added to the number or magnitude before it ("and a half").
    AndPart(u32, u32),
    /// "several".
    Several,
    /// A noun for about (`many`: several times) so many.
    Collective {
        /// How many.
        value: u32,
        /// Whether it is an open number of them.
        many: bool,
    },
    /// Between a collective and what it counts.
    Of,
}

impl Piece {
    /// Whether a number can begin with it.
    pub fn opens(self) -> bool {
        !matches!(self, Piece::And | Piece::Point | Piece::AndPart(..) | Piece::Of)
    }
}

/// All words of numbers of one language.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Pieces {
    pub(crate) words: Phrases<Piece>,
    /// Pieces by first byte, the longest first, for words written together.
    pub(crate) together: Vec<Vec<(Box<str>, Piece)>>,
    /// For each first byte of those, a bit for each second one ([`second_bit`]): nearly every other word is told by them.
    pub(crate) heads: Vec<u64>,
    /// Whether pieces stand together without a hyphen.
    pub(crate) compounds: bool,
    /// Whether units come before tens.
    pub units_first: bool,
    /// Whether "hundred" and "thousand" stand for one of themselves, without an article.
    pub bare: bool,
}

/// The bit of the second byte of a word in [`Pieces::heads`].
fn second_bit(second: u8) -> u64 {
    1 << (second % 64)
}

/// The longest word that is taken apart, in bytes: `neunhundertneunundneunzigtausendneunhundertneunundneunzig` has 57.
const LONGEST: usize = 96;

/// The most pieces one word is taken apart into.
pub const MOST_PIECES: usize = 16;

impl Pieces {
    /// The second bytes of `together` for each first one; all of them where one byte is a form.
    pub fn heads(together: &[Vec<(Box<str>, Piece)>]) -> Vec<u64> {
        let second = |form: &str| form.as_bytes().get(1).map_or(u64::MAX, |&second| second_bit(second));
        together.iter().map(|forms| forms.iter().fold(0, |bits, (form, _)| bits | second(form))).collect()
    }

    /// The pieces that are words of their own.
    pub fn words(&self) -> &Phrases<Piece> {
        &self.words
    }

    /// Whether pieces stand together without a hyphen.
    pub fn compounds(&self) -> bool {
        self.compounds
    }

    /// Takes a folded word that is written together apart; gives how many pieces it put into `pieces`, none where
    /// anything of the word is left over.
    pub fn apart(&self, word: &str, pieces: &mut [Piece; MOST_PIECES]) -> usize {
        if !self.may_part(word) {
            return 0;
        }
        let mut budget = 64;
        let count = self.take(word, pieces, 0, &mut budget).unwrap_or(0);
        if count > 1 { count } else { 0 }
    }

    /// Whether a folded word looks as if it could be taken apart.
    pub fn may_part(&self, word: &str) -> bool {
        let &[first, second, ..] = word.as_bytes() else { return false };
        self.heads.get(usize::from(first)).is_some_and(|seconds| seconds & second_bit(second) != 0)
            && word.len() <= LONGEST
            && (self.compounds && word.len() > 5 || word.contains('-'))
    }

    fn take(&self, rest: &str, pieces: &mut [Piece; MOST_PIECES], count: usize, budget: &mut u32) -> Option<usize> {
        let rest = if count > 0 { rest.strip_prefix('-').unwrap_or(rest) } else { rest };
        let Some(&first) = rest.as_bytes().first() else { return Some(count) };
        for (form, piece) in self.together.get(usize::from(first))? {
            let Some(tail) = rest.strip_prefix(&**form) else { continue };
            if !self.compounds && !tail.is_empty() && !tail.starts_with('-') {
                continue;
            }
            *budget = budget.checked_sub(1)?;
            *pieces.get_mut(count)? = *piece;
            if let Some(count) = self.take(tail, pieces, count + 1, budget) {
                return Some(count);
            }
        }
        None
    }
}
