//! Tables of phrases, matched longest first.

use super::WordId;
use crate::text::TokenRange;

/// Phrases of one or more words, each with its values; two rows with the same words share an entry.
#[derive(Debug)]
pub struct Phrases<T> {
    /// Entries sorted by words, longer ones before their own beginnings.
    entries: Vec<(Box<[WordId]>, Vec<T>)>,
    /// For each first word (by id) the range of its entries; shorter than the vocabulary where no later word opens one.
    first: Vec<(u32, u32)>,
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
        Self { entries: Vec::new(), first: Vec::new() }
    }
}

impl<T> Phrases<T> {
    /// A table of `rows`; rows without words are left out.
    pub fn new(rows: Vec<(Vec<WordId>, T)>) -> Self {
        let mut rows: Vec<_> = rows.into_iter().filter(|(words, _)| !words.is_empty()).collect();
        rows.sort_by(|(a, _), (b, _)| a[0].cmp(&b[0]).then(b.len().cmp(&a.len())).then_with(|| a.cmp(b)));
        let mut entries: Vec<(Box<[WordId]>, Vec<T>)> = Vec::new();
        for (words, value) in rows {
            match entries.last_mut() {
                Some((last, values)) if **last == *words => values.push(value),
                _ => entries.push((words.into(), vec![value])),
            }
        }
        let mut first = Vec::new();
        for (position, (words, _)) in entries.iter().enumerate() {
            let id = words[0].0 as usize;
            if first.len() <= id {
                first.resize(id + 1, (0, 0));
            }
            let range = &mut first[id];
            if range.0 == range.1 {
                *range = (position as u32, position as u32);
            }
            range.1 = position as u32 + 1;
        }
        Self { entries, first }
    }

    /// The longest phrase that `words` begin with: its length in words and its values.
    pub fn longest(&self, words: &[WordId]) -> Option<(usize, &[T])> {
        let &(start, end) = self.first.get(words.first()?.0 as usize)?;
        self.entries[start as usize..end as usize]
            .iter()
            .find(|(phrase, _)| words.starts_with(phrase))
            .map(|(phrase, values)| (phrase.len(), values.as_slice()))
    }

    /// Whether `words` are exactly one of the phrases.
    pub fn exact(&self, words: &[WordId]) -> Option<&[T]> {
        self.longest(words).filter(|(length, _)| *length == words.len()).map(|(_, values)| values)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_wins_and_equal_phrases_share() {
        let id = WordId;
        let table = Phrases::new(vec![
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
    }
}
