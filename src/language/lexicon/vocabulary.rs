//! Words as small numbers.

use std::collections::HashMap;

/// A word of a lexicon; equal words have equal ids within one lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WordId(pub(super) u32);

impl WordId {
    /// A word that is in no phrase of the lexicon.
    pub const UNKNOWN: WordId = WordId(0);
}

/// The words of one lexicon.
#[derive(Debug, Default)]
pub struct Vocabulary {
    ids: HashMap<Box<str>, WordId>,
}

impl Vocabulary {
    /// The id of `word`, a new one where it has none.
    pub fn insert(&mut self, word: &str) -> WordId {
        if let Some(&id) = self.ids.get(word) {
            return id;
        }
        let id = WordId(u32::try_from(self.ids.len() + 1).unwrap_or(u32::MAX));
        self.ids.insert(word.into(), id);
        id
    }

    /// The id of `word`, or [`WordId::UNKNOWN`].
    pub fn get(&self, word: &str) -> WordId {
        self.ids.get(word).copied().unwrap_or(WordId::UNKNOWN)
    }
}
