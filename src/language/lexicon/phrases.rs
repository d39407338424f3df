//! Tables of phrases, matched longest first.

use std::cmp::Reverse;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::WordId;
use super::packed::{self, Packed};
use crate::text::TokenRange;

/// Phrases of one or more words, each with its values; two rows with the same words share an entry.
#[derive(Debug, Serialize, Deserialize)]
pub struct Phrases<T> {
    index: Index,
    values: Vec<T>,
}

/// The words of phrases, whatever their values are: the code that looks words up is there once.
///
/// Flat lists, because a lexicon holds dozens of tables with thousands of phrases, which are unpacked whenever the
/// program starts. Most phrases are of one word or two, and most that are looked at do not match: those are told without
/// another list.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Index {
    /// By first word, the word by itself before all that it opens; then by second, longer phrases before their own
    /// beginnings. One more says where the last ends.
    #[serde(with = "packed")]
    phrases: Vec<Phrase>,
    /// The words behind the second of all phrases.
    #[serde(with = "packed")]
    rest: Vec<WordId>,
    /// Where the phrases of each first word start in `phrases`; then where the last ends.
    #[serde(with = "packed")]
    groups: Vec<u32>,
    /// A bit for each word that opens a phrase, because most words of an article open none; with the number of bits set
    /// before, which is the word's place in `groups`.
    #[serde(with = "packed")]
    opens: Vec<(u64, u32)>,
}

/// A phrase, whose first word its group tells.
#[derive(Debug, Clone, Copy)]
struct Phrase {
    /// Its second word; [`WordId::UNKNOWN`] where it has none.
    second: WordId,
    /// Where its other words start in [`Index::rest`].
    rest: u32,
    /// Where its values start in [`Phrases::values`].
    values: u32,
}

impl Packed<9> for Phrase {
    fn pack(&self) -> [u8; 9] {
        let [a, b, c] = [self.second.pack(), self.rest.pack(), self.values.pack()];
        [a[0], a[1], a[2], b[0], b[1], b[2], c[0], c[1], c[2]]
    }

    fn unpack(bytes: &[u8; 9]) -> Self {
        let [a, b, c, d, e, f, g, h, i] = *bytes;
        Self { second: WordId::unpack(&[a, b, c]), rest: u32::unpack(&[d, e, f]), values: u32::unpack(&[g, h, i]) }
    }
}

/// Bits of words, and how many were set before.
impl Packed<11> for (u64, u32) {
    fn pack(&self) -> [u8; 11] {
        let (bits, before) = (self.0.to_le_bytes(), self.1.pack());
        std::array::from_fn(|at| *bits.iter().chain(&before).nth(at).unwrap_or(&0))
    }

    fn unpack(bytes: &[u8; 11]) -> Self {
        let [bits @ .., a, b, c] = *bytes;
        (u64::from_le_bytes(bits), u32::unpack(&[a, b, c]))
    }
}

/// A phrase found in a document.
#[derive(Debug)]
pub struct Match<'p, T> {
    /// The words that matched.
    pub tokens: TokenRange,
    /// What they can mean, in the order of the lexicon; never empty.
    pub values: &'p [T],
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { index: Index::default(), values: Vec::new() }
    }
}

impl<T> Phrases<T> {
    /// A table of `rows`; rows without words are left out.
    pub fn new(rows: Vec<(Vec<WordId>, T)>) -> Self {
        let (mut index, mut values) = (Index::default(), Vec::new());
        let mut rows: Vec<_> = rows.into_iter().filter(|(words, _)| !words.is_empty()).collect();
        let order = |words: &[WordId]| (words[0], second(words), Reverse(words.len()));
        rows.sort_by(|(a, _), (b, _)| order(a).cmp(&order(b)).then_with(|| a.cmp(b)));
        let mut last = Vec::new();
        for (words, value) in rows {
            if words != last {
                index.push(&words, values.len());
                last = words;
            }
            values.push(value);
        }
        index.groups.push(index.phrases.len() as u32);
        index.phrases.push(index.phrase(&[], values.len()));
        Self { index, values }
    }

    /// Adds rows after those that are there.
    pub fn extend(&mut self, rows: Vec<(Vec<WordId>, T)>) {
        if rows.is_empty() {
            return;
        }
        let mut values = std::mem::take(&mut self.values).into_iter();
        let mut all = Vec::new();
        for (words, count) in self.index.all() {
            all.extend(values.by_ref().take(count).map(|value| (words.clone(), value)));
        }
        all.extend(rows);
        *self = Self::new(all);
    }

    /// The first words of the phrases that can mean something that `wanted` accepts.
    pub fn firsts(&self, wanted: impl Fn(&T) -> bool) -> Vec<WordId> {
        let mut values = self.values.iter();
        let meant = self.index.all().filter(|(_, count)| {
            let count = values.by_ref().take(*count).filter(|value| wanted(value)).count();
            count > 0
        });
        meant.filter_map(|(words, _)| words.first().copied()).collect()
    }

    /// Whether some phrase begins with `word`.
    #[inline]
    pub fn opens(&self, word: WordId) -> bool {
        self.index.opens(word)
    }

    /// The words of the phrases.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// The values that the index tells.
    pub fn values(&self, range: Range<usize>) -> Option<&[T]> {
        self.values.get(range)
    }

    /// The longest phrase that `words` begin with: its length in words and its values.
    pub fn longest(&self, words: &[WordId]) -> Option<(usize, &[T])> {
        let (length, values) = self.index.longest(words, 0, words.len())?;
        Some((length, self.values.get(values)?))
    }

    /// Whether `words` are exactly one of the phrases.
    pub fn exact(&self, words: &[WordId]) -> Option<&[T]> {
        self.longest(words).filter(|(length, _)| *length == words.len()).map(|(_, values)| values)
    }
}

impl Index {
    /// Whether some phrase begins with `word`.
    #[inline]
    pub fn opens(&self, word: WordId) -> bool {
        let (place, bit) = place(word);
        self.opens.get(place).is_some_and(|(bits, _)| bits & bit != 0)
    }

    /// The longest phrase that starts at place `at` of `words` and ends before place `end`: its length in words and where
    /// its values are.
    #[inline(never)]
    pub fn longest(&self, words: &[WordId], at: usize, end: usize) -> Option<(usize, Range<usize>)> {
        let words = words.get(at..end.min(words.len()))?;
        let (word, bit) = place(*words.first()?);
        let &(bits, before) = self.opens.get(word)?;
        if bits & bit == 0 {
            return None;
        }
        let group = (before + (bits & (bit - 1)).count_ones()) as usize;
        let &[first, last] = self.groups.get(group..group + 2)? else { return None };
        // One more says where the last ends.
        let phrases = self.phrases.get(first as usize..=last as usize)?;
        let single = phrases.first()?.second == WordId::UNKNOWN;
        let (at, length) = self.longer(phrases, usize::from(single), words).or(single.then_some((0, 1)))?;
        let &[Phrase { values, .. }, Phrase { values: end, .. }] = phrases.get(at..at + 2)? else { return None };
        Some((length, values as usize..end as usize))
    }

    /// The longest of `phrases` from `at` on that has more than one word, with its length; one stands behind the last.
    fn longer(&self, phrases: &[Phrase], mut at: usize, words: &[WordId]) -> Option<(usize, usize)> {
        let second = second(words);
        let last = phrases.len() - 1;
        if second == WordId::UNKNOWN || at == last {
            return None;
        }
        let mut end = last;
        while end - at > FEW {
            let middle = at.midpoint(end);
            (at, end) = if phrases[middle].second < second { (middle + 1, end) } else { (at, middle) };
        }
        while at < last && phrases[at].second < second {
            at += 1;
        }
        while at < last && phrases[at].second == second {
            let rest = self.rest.get(phrases[at].rest as usize..phrases[at + 1].rest as usize)?;
            if words.get(2..).is_some_and(|words| words.starts_with(rest)) {
                return Some((at, rest.len() + 2));
            }
            at += 1;
        }
        None
    }

    /// Adds a phrase behind all others.
    fn push(&mut self, words: &[WordId], values: usize) {
        let (word, bit) = place(words[0]);
        let groups = self.groups.len() as u32;
        self.opens.resize(self.opens.len().max(word + 1), (0, groups));
        if self.opens[word].0 & bit == 0 {
            self.opens[word].0 |= bit;
            self.groups.push(self.phrases.len() as u32);
        }
        self.phrases.push(self.phrase(words, values));
        self.rest.extend(words.iter().skip(2));
    }

    /// The next phrase.
    fn phrase(&self, words: &[WordId], values: usize) -> Phrase {
        Phrase { second: second(words), rest: self.rest.len() as u32, values: values as u32 }
    }

    /// The words of all phrases, each with the number of its values.
    fn all(&self) -> impl Iterator<Item = (Vec<WordId>, usize)> {
        let bits = |(word, (bits, _)): (usize, &(u64, u32))| {
            let bits = *bits;
            (0..64).filter(move |bit| bits >> bit & 1 != 0).map(move |bit| WordId((word * 64 + bit) as u32))
        };
        let firsts = self.opens.iter().enumerate().flat_map(bits);
        firsts.zip(self.groups.windows(2)).flat_map(move |(first, group)| {
            (group[0] as usize..group[1] as usize).map(move |at| {
                let (phrase, next) = (self.phrases[at], self.phrases[at + 1]);
                let mut words = vec![first];
                words.extend(Some(phrase.second).filter(|second| *second != WordId::UNKNOWN));
                words.extend(&self.rest[phrase.rest as usize..next.rest as usize]);
                (words, (next.values - phrase.values) as usize)
            })
        })
    }
}

/// Phrases with the same first word that are looked at one by one.
const FEW: usize = 8;

/// What phrases with the same first word are ordered by: their second word.
fn second(words: &[WordId]) -> WordId {
    words.get(1).copied().unwrap_or(WordId::UNKNOWN)
}

/// Where the bit of a word is in the bits of [`Index::opens`].
#[inline]
fn place(word: WordId) -> (usize, u64) {
    ((word.0 / 64) as usize, 1 << (word.0 % 64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_wins_and_equal_phrases_share() {
        let id = WordId;
        let mut table = Phrases::new(vec![
            (vec![id(1)], "a"),
            (vec![id(1), id(2), id(3)], "abc"),
            (vec![id(1), id(2)], "ab"),
            (vec![id(1), id(2)], "ab2"),
            (vec![], "nothing"),
        ]);
        assert_eq!(table.longest(&[id(1), id(2), id(4)]), Some((2, ["ab", "ab2"].as_slice())));
        assert_eq!(table.longest(&[id(1), id(2), id(3)]).map(|m| m.0), Some(3));
        assert_eq!(table.longest(&[id(1)]).map(|m| m.0), Some(1));
        assert_eq!(table.longest(&[id(2)]), None);
        assert_eq!(table.longest(&[WordId::UNKNOWN]), None);
        assert_eq!(table.longest(&[]), None);
        assert!(table.opens(id(1)) && !table.opens(id(2)) && !table.opens(id(1000)));
        assert!(table.exact(&[id(1), id(2), id(4)]).is_none());
        table.extend(vec![(vec![id(70)], "b"), (vec![id(1), id(2)], "ab3")]);
        assert_eq!(table.longest(&[id(1), id(2)]), Some((2, ["ab", "ab2", "ab3"].as_slice())));
        assert_eq!(table.longest(&[id(70), id(1)]), Some((1, ["b"].as_slice())));
    }
}
