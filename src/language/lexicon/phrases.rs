//! Tables of phrases, matched longest first.

use serde::{Deserialize, Serialize};

use super::WordId;
use crate::text::TokenRange;

/// Phrases of one or more words, each with its values; two rows with the same words share an entry.
///
/// Flat lists, because a lexicon holds dozens of tables with thousands of phrases, which are unpacked whenever the
/// program starts.
#[derive(Debug, Serialize, Deserialize)]
pub struct Phrases<T> {
    /// The words of all phrases: by first word, longer phrases before their own beginnings.
    words: Vec<WordId>,
    /// Where each phrase ends in `words` and its values end in `values`.
    ends: Vec<(u32, u32)>,
    values: Vec<T>,
    /// Where the phrases of each first word start in `ends`.
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
        Self { words: Vec::new(), ends: Vec::new(), values: Vec::new(), groups: Vec::new(), opens: Vec::new() }
    }
}

impl<T> Phrases<T> {
    /// A table of `rows`; rows without words are left out.
    pub fn new(rows: Vec<(Vec<WordId>, T)>) -> Self {
        let mut table = Self::default();
        let mut rows: Vec<_> = rows.into_iter().filter(|(words, _)| !words.is_empty()).collect();
        rows.sort_by(|(a, _), (b, _)| a[0].cmp(&b[0]).then(b.len().cmp(&a.len())).then_with(|| a.cmp(b)));
        for (words, value) in rows {
            let same = table.ends.len().checked_sub(1).is_some_and(|last| table.phrase(last) == words);
            table.values.push(value);
            if same {
                table.ends.pop();
            } else {
                let (word, bit) = place(words[0]);
                let groups = table.groups.len() as u32;
                table.opens.resize(table.opens.len().max(word + 1), (0, groups));
                if table.opens[word].0 & bit == 0 {
                    table.opens[word].0 |= bit;
                    table.groups.push(table.ends.len() as u32);
                }
                table.words.extend(words);
            }
            table.ends.push((table.words.len() as u32, table.values.len() as u32));
        }
        table
    }

    /// Adds rows after those that are there.
    pub fn extend(&mut self, rows: Vec<(Vec<WordId>, T)>) {
        if rows.is_empty() {
            return;
        }
        let phrases: Vec<(Vec<WordId>, usize)> =
            (0..self.ends.len()).map(|at| (self.phrase(at).to_vec(), self.range(at, |end| end.1).len())).collect();
        let mut values = std::mem::take(&mut self.values).into_iter();
        let mut all = Vec::new();
        for (words, count) in phrases {
            all.extend(values.by_ref().take(count).map(|value| (words.clone(), value)));
        }
        all.extend(rows);
        *self = Self::new(all);
    }

    /// The longest phrase that `words` begin with: its length in words and its values.
    pub fn longest(&self, words: &[WordId]) -> Option<(usize, &[T])> {
        let (word, bit) = place(*words.first()?);
        let &(bits, before) = self.opens.get(word)?;
        if bits & bit == 0 {
            return None;
        }
        let group = (before + (bits & (bit - 1)).count_ones()) as usize;
        let start = *self.groups.get(group)? as usize;
        let end = self.groups.get(group + 1).map_or(self.ends.len(), |&end| end as usize);
        (start..end).find(|&at| words.starts_with(self.phrase(at))).and_then(|at| {
            let values = self.values.get(self.range(at, |end| end.1))?;
            Some((self.phrase(at).len(), values))
        })
    }

    /// Whether `words` are exactly one of the phrases.
    pub fn exact(&self, words: &[WordId]) -> Option<&[T]> {
        self.longest(words).filter(|(length, _)| *length == words.len()).map(|(_, values)| values)
    }

    fn phrase(&self, at: usize) -> &[WordId] {
        self.words.get(self.range(at, |end| end.0)).unwrap_or_default()
    }

    fn range(&self, at: usize, end: impl Fn(&(u32, u32)) -> u32) -> std::ops::Range<usize> {
        let until = |at: Option<usize>| at.and_then(|at| self.ends.get(at)).map_or(0, &end) as usize;
        until(at.checked_sub(1))..until(Some(at))
    }
}

/// Where the bit of a word is in [`Phrases::opens`].
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
        assert!(table.exact(&[id(1), id(2), id(4)]).is_none());
        table.extend(vec![(vec![id(70)], "b"), (vec![id(1), id(2)], "ab3")]);
        assert_eq!(table.longest(&[id(1), id(2)]), Some((2, ["ab", "ab2", "ab3"].as_slice())));
        assert_eq!(table.longest(&[id(70), id(1)]), Some((1, ["b"].as_slice())));
    }
}
