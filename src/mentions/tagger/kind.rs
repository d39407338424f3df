//! The finer kind of a name that is no person and no place.

use super::document::Document;
use super::features;
use super::hash::{pair, push};
use std::ops::Range;

/// What an organization or another name is, more finely.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// It does business.
    Company,
    /// Agency, regulator, court, university, government, party, union, exchange, news agency.
    Organization,
    /// Product, service, brand, model.
    Product,
    /// Anything else: event, work, law, nationality.
    Other,
}

impl Kind {
    /// All kinds, in the order of their scores.
    pub const ALL: [Kind; 4] = [Kind::Company, Kind::Organization, Kind::Product, Kind::Other];
}

/// A score for each kind, in the order of [`Kind::ALL`]; scores of several mentions may be added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KindScores(pub [i32; 4]);

impl KindScores {
    /// The best kind and its lead over the next.
    pub fn best(&self) -> (Kind, i32) {
        let mut order = [0, 1, 2, 3];
        order.sort_by_key(|n: &usize| std::cmp::Reverse(self.0[*n]));
        (Kind::ALL[order[0]], self.0[order[0]].saturating_sub(self.0[order[1]]))
    }
}

impl std::ops::AddAssign for KindScores {
    fn add_assign(&mut self, other: Self) {
        for (a, b) in self.0.iter_mut().zip(other.0) {
            *a = a.saturating_add(b);
        }
    }
}

/// The table of the kinds: rows of four signed bytes, picked by the top bits of a feature's hash.
#[derive(Clone, Copy, Debug, Default)]
pub struct Kinds<'a>(&'a [u8]);

/// Rows of the table, as a power of two.
pub const ROW_BITS: u32 = 15;

impl<'a> Kinds<'a> {
    /// A view of compiled bytes.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    /// Scores a name by its words, its place and the other occurrences of its first word.
    pub fn score(&self, document: &Document, name: Range<usize>) -> KindScores {
        let mut scores = [0; 4];
        features(document, name, &mut |feature| {
            let at = row(feature) * 4;
            if let Some(weights) = self.0.get(at..at + 4) {
                for (score, weight) in scores.iter_mut().zip(weights) {
                    *score += i32::from(*weight as i8);
                }
            }
        });
        KindScores(scores)
    }
}

/// The row of a feature.
pub fn row(feature: u64) -> usize {
    (feature >> (64 - ROW_BITS)) as usize
}

/// The features of a name, given as a range of the document's tokens.
pub fn features(document: &Document, name: Range<usize>, sink: &mut impl FnMut(u64)) {
    if name.is_empty() || name.end >= document.tokens.len() || name.start == 0 {
        return;
    }
    let mut add = |template: u64, value: u64| sink(push(value, 0x5151_5151_u64.wrapping_mul(template + 1)));
    let (first, last) = (document.entry(name.start), document.entry(name.end - 1));
    add(0, 0);
    add(1, document.language);
    add(2, name.len().min(5) as u64);
    add(3, first.word.lower);
    add(4, last.word.lower);
    let suffixes = document.spelling(name.end - 1).suffixes;
    add(5, suffixes[1]);
    add(5, suffixes[2]);
    add(6, u64::from(last.class.cluster));
    add(7, u64::from(first.class.cluster));
    add(8, pair(first.word.shape, last.word.shape));
    for at in name.clone().take(8) {
        let entry = document.entry(at);
        add(9, entry.word.lower);
        add(10, u64::from(entry.class.cluster));
        add(11, u64::from(document.tokens[at].positions));
        add(12, u64::from(document.tokens[at].lists));
    }
    let clamp = |at: usize| at.min(document.tokens.len() - 1);
    let around =
        [name.start.saturating_sub(2), name.start - 1, name.end, clamp(name.end + 1)].map(|at| document.entry(at));
    for (n, entry) in around.iter().enumerate() {
        add(20 + n as u64, entry.word.lower);
        add(30 + n as u64, u64::from(entry.class.cluster));
    }
    add(40, pair(around[0].word.lower, around[1].word.lower));
    add(41, pair(around[2].word.lower, around[3].word.lower));
    add(42, pair(around[1].word.lower, around[2].word.lower));
    add(43, pair(u64::from(around[1].class.cluster), u64::from(around[2].class.cluster)));
    if name.len() == 1 {
        features::document(document, document.tokens[name.start].form, sink);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_kind_leads_by_its_margin() {
        let mut scores = KindScores([1, 5, 2, 0]);
        assert_eq!(scores.best(), (Kind::Organization, 3));
        scores += KindScores([9, 0, 0, 0]);
        assert_eq!(scores.best(), (Kind::Company, 5));
    }
}
