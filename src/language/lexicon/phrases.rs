//! Tables of phrases, matched longest first.

use std::cmp::Reverse;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::WordId;
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
/// program starts.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Index {
    /// The words of all phrases: by first word, then by second, longer phrases before their own beginnings.
    words: Vec<WordId>,
    /// Where each phrase starts in `words` and its values start in [`Phrases::values`]; then where the last ends.
    starts: Vec<(u32, u32)>,
    /// Where the phrases of each first word start in `starts`; then where the last ends.
    groups: Vec<u32>,
    /// A bit for each word that opens a phrase, because most words of an article open none; with the number of bits set
    /// before, which is the word's place in `groups`.
    opens: Vec<(u64, u32)>,
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
        for (words, value) in rows {
            let same = index.starts.len().checked_sub(1).is_some_and(|last| index.phrase(last) == words);
            if !same {
                let (word, bit) = place(words[0]);
                let groups = index.groups.len() as u32;
                index.opens.resize(index.opens.len().max(word + 1), (0, groups));
                if index.opens[word].0 & bit == 0 {
                    index.opens[word].0 |= bit;
                    index.groups.push(index.starts.len() as u32);
                }
                index.starts.push((index.words.len() as u32, values.len() as u32));
                index.words.extend(words);
            }
            values.push(value);
        }
        index.groups.push(index.starts.len() as u32);
        index.starts.push((index.words.len() as u32, values.len() as u32));
        Self { index, values }
    }

    /// Adds rows after those that are there.
    pub fn extend(&mut self, rows: Vec<(Vec<WordId>, T)>) {
        if rows.is_empty() {
            return;
        }
        let count = |two: &[(u32, u32)]| two.last().map_or(0, |last| last.1 - two[0].1) as usize;
        let counts = self.index.starts.windows(2).map(count).enumerate();
        let phrases: Vec<(Vec<WordId>, usize)> =
            counts.map(|(at, count)| (self.index.phrase(at).to_vec(), count)).collect();
        let mut values = std::mem::take(&mut self.values).into_iter();
        let mut all = Vec::new();
        for (words, count) in phrases {
            all.extend(values.by_ref().take(count).map(|value| (words.clone(), value)));
        }
        all.extend(rows);
        *self = Self::new(all);
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
        let (length, values) = self.index.longest(words)?;
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

    /// The longest phrase that `words` begin with: its length in words and where its values are.
    pub fn longest(&self, words: &[WordId]) -> Option<(usize, Range<usize>)> {
        let (word, bit) = place(*words.first()?);
        let &(bits, before) = self.opens.get(word)?;
        if bits & bit == 0 {
            return None;
        }
        let group = (before + (bits & (bit - 1)).count_ones()) as usize;
        let &[first, last] = self.groups.get(group..group + 2)? else { return None };
        let starts = self.starts.get(first as usize..=last as usize)?;
        let phrase = |at: usize| match starts.get(at..at + 2) {
            Some(&[(from, value), (to, end)]) => Some((self.words.get(from as usize..to as usize)?, value, end)),
            _ => None,
        };
        let (single, longer) = (starts.len().saturating_sub(2), second(words));
        let mut at = 0;
        if single > FEW {
            let mut end = single;
            while at < end {
                let middle = at.midpoint(end);
                (at, end) = if second(phrase(middle)?.0) < longer { (middle + 1, end) } else { (at, middle) };
            }
        }
        while let Some((phrase, value, end)) = phrase(at) {
            if phrase.len() <= words.len() && phrase.iter().zip(words).skip(1).all(|(a, b)| a == b) {
                return Some((phrase.len(), value as usize..end as usize));
            }
            // The word by itself stands behind all that it opens.
            at = if second(phrase) > longer { single.max(at + 1) } else { at + 1 };
        }
        None
    }

    /// The words of the phrase at a position; to the end of all for the last while the table is made.
    fn phrase(&self, at: usize) -> &[WordId] {
        let start = |at: usize| self.starts.get(at).map_or(self.words.len(), |start| start.0 as usize);
        self.words.get(start(at)..start(at + 1)).unwrap_or_default()
    }
}

/// Phrases with the same first word that are looked at one by one.
const FEW: usize = 8;

/// What phrases with the same first word are ordered by: their second word, none behind all others.
fn second(words: &[WordId]) -> WordId {
    words.get(1).copied().unwrap_or(WordId(u32::MAX))
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
