//! The commonest words of all languages together: they tell a language before its lexicon is unpacked.

use serde::{Deserialize, Serialize};

use super::{Vocabulary, WordId};

/// Words, each with the set of languages that have it among their commonest.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct FunctionWords {
    vocabulary: Vocabulary,
    /// A bit for each language, by the id of the word.
    languages: Vec<u8>,
    /// The length of the longest word, in bytes: most words of a text are no function words because they are longer.
    longest: usize,
}

impl FunctionWords {
    /// Adds a word of the language with the number `language`, below 8.
    pub fn insert(&mut self, word: &str, language: usize) {
        self.longest = self.longest.max(word.len());
        let id = self.vocabulary.insert(word).0 as usize;
        self.languages.resize(self.languages.len().max(id + 1), 0);
        self.languages[id] |= 1 << language;
    }

    /// The languages of a folded word, a bit for each.
    pub fn languages(&self, word: &str) -> u8 {
        if word.len() > self.longest {
            return 0;
        }
        match self.vocabulary.get(word) {
            WordId::UNKNOWN => 0,
            id => self.languages.get(id.0 as usize).copied().unwrap_or(0),
        }
    }
}
