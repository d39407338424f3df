//! The words that numbers are written with, apart (`two hundred`) and together (`zweihundert`, `vingt-deux`).

use super::super::schema::{Magnitude, Number};
use super::super::{Compiler, Phrases};
use crate::text::fold;

/// What a word does in a written number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

/// All words of numbers of one language.
#[derive(Debug)]
pub struct Pieces {
    words: Phrases<Piece>,
    /// Pieces by first byte, the longest first, for words written together.
    together: Vec<Vec<(Box<str>, Piece)>>,
    /// Whether pieces stand together without a hyphen.
    compounds: bool,
    /// Whether units come before tens.
    pub units_first: bool,
    /// Whether "hundred" and "thousand" stand for one of themselves, without an article.
    pub bare: bool,
}

/// The longest word that is taken apart, in bytes: `neunhundertneunundneunzigtausendneunhundertneunundneunzig` has 57.
const LONGEST: usize = 96;

/// The most pieces one word is taken apart into.
pub const MOST_PIECES: usize = 16;

impl Pieces {
    /// Compiles the rows.
    pub(super) fn compile(number: &Number, magnitudes: &[Magnitude], compiler: &mut Compiler<'_>) -> Self {
        let mut rows: Vec<(&str, Piece)> = Vec::new();
        for (value, forms) in &number.words {
            let Ok(value) = value.parse() else { continue };
            let piece = Piece::Plain { value, room: room(value, &number.long_tens) };
            rows.extend(forms.iter().map(|form| (form.as_str(), piece)));
        }
        let add = |forms: &'_ [String], piece: Piece| -> Vec<(String, Piece)> {
            forms.iter().map(|form| (form.clone(), piece)).collect()
        };
        let mut own: Vec<(String, Piece)> = Vec::new();
        own.extend(add(&number.hundred, Piece::Hundred));
        own.extend(add(&number.and, Piece::And));
        own.extend(add(&number.articles, Piece::Article));
        own.extend(add(&number.point, Piece::Point));
        own.extend(add(&number.several, Piece::Several));
        own.extend(add(&number.of, Piece::Of));
        for part in &number.parts {
            own.extend(add(&part.forms, Piece::Part(part.value[0], part.value[1])));
        }
        for part in &number.and_parts {
            own.extend(add(&part.forms, Piece::AndPart(part.value[0], part.value[1])));
        }
        for row in &number.collectives {
            own.extend(add(&row.one, Piece::Collective { value: row.value, many: false }));
            own.extend(add(&row.many, Piece::Collective { value: row.value, many: true }));
        }
        for row in magnitudes {
            for form in &row.forms {
                let many = row.many.contains(form);
                own.push((form.clone(), Piece::Magnitude { factor: row.factor, many }));
            }
        }
        rows.extend(own.iter().map(|(form, piece)| (form.as_str(), *piece)));
        let mut together = vec![Vec::new(); 256];
        for (form, piece) in &rows {
            let joins = matches!(
                piece,
                Piece::Plain { .. } | Piece::Hundred | Piece::And | Piece::Magnitude { .. } | Piece::Part(..)
            );
            let folded = fold(form);
            if let (true, false, Some(&first)) = (joins, folded.contains([' ', '.']), folded.as_bytes().first()) {
                together[usize::from(first)].push((folded.into_boxed_str(), *piece));
            }
        }
        for form in number.hundred_inside.iter().map(|form| fold(form)) {
            if let Some(&first) = form.as_bytes().first() {
                together[usize::from(first)].push((form.into_boxed_str(), Piece::Hundred));
            }
        }
        for bucket in &mut together {
            bucket.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(&b.0)));
        }
        Self {
            words: compiler.phrases(rows),
            together,
            compounds: number.compounds,
            units_first: number.units_first,
            bare: number.articles.is_empty(),
        }
    }

    /// The pieces that are words of their own.
    pub fn words(&self) -> &Phrases<Piece> {
        &self.words
    }

    /// Takes a folded word that is written together apart; gives how many pieces it put into `pieces`, none where
    /// anything of the word is left over.
    pub fn apart(&self, word: &str, pieces: &mut [Piece; MOST_PIECES]) -> usize {
        let hyphen = word.contains('-');
        if word.len() > LONGEST || !(hyphen || self.compounds && word.len() > 5) {
            return 0;
        }
        let mut budget = 64;
        let count = self.take(word, pieces, 0, &mut budget).unwrap_or(0);
        if count > 1 { count } else { 0 }
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

/// What may follow `value` in the same group of three digits is less than this.
fn room(value: u32, long_tens: &[u32]) -> u32 {
    if long_tens.contains(&value) {
        20
    } else if value >= 100 && value.is_multiple_of(100) {
        100
    } else if value >= 20 && value.is_multiple_of(10) {
        10
    } else {
        0
    }
}
