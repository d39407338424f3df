//! Phrases to word ids.

use super::{Phrases, Vocabulary, WordId, schema};
use crate::text::tokenize;

/// Turns the phrases of a lexicon into word ids while its tables are made.
#[derive(Debug)]
pub struct Compiler<'l> {
    text: &'l schema::Text,
    vocabulary: Vocabulary,
}

impl<'l> Compiler<'l> {
    /// Cuts phrases by the spelling habits `text` and adds their words to `vocabulary`.
    pub fn new(text: &'l schema::Text, vocabulary: Vocabulary) -> Self {
        Self { text, vocabulary }
    }

    /// The vocabulary with all words seen.
    pub fn finish(self) -> Vocabulary {
        self.vocabulary
    }

    /// The words of `phrase`, cut as the same words in an article would be.
    pub fn words(&mut self, phrase: &str) -> Vec<WordId> {
        // An elided word at the end (`près d'`) is one only before a letter, and the dot of an initial (`S.A.`) stays
        // with it only before a word: what they need is lent and taken back.
        let lent = match phrase.chars().next_back() {
            Some('\'' | '’') => "x",
            Some('.') => " x",
            _ => "",
        };
        let (mut tokens, folded) = tokenize(&format!("{phrase}{lent}"), &self.text.orthography());
        if !lent.is_empty() && tokens.len() > 1 {
            tokens.pop();
        }
        tokens.iter().map(|token| self.vocabulary.insert(token.folded_in(&folded))).collect()
    }

    /// Phrases as words, each with what it means.
    pub fn rows<'p, T>(&mut self, rows: impl IntoIterator<Item = (&'p str, T)>) -> Vec<(Vec<WordId>, T)> {
        rows.into_iter().map(|(phrase, value)| (self.words(phrase), value)).collect()
    }

    /// A table of phrases, each with what it means.
    pub fn phrases<'p, T>(&mut self, rows: impl IntoIterator<Item = (&'p str, T)>) -> Phrases<T> {
        Phrases::new(self.rows(rows))
    }
}
