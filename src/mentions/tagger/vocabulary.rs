//! The words that documents are made of, each read once and remembered for the documents after.

use super::clusters::WordClass;
use super::document::Lexicon;
use super::hash::{self, WordMap};
use super::word::{Spelling, Word};

/// A distinct word.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// The word itself.
    pub word: Word,
    /// Its cluster and frequency.
    pub class: WordClass,
    /// What name lists say of it as the first word of a name: see [`Gazetteer::first`](super::gazetteer::Gazetteer::first).
    pub lists: u16,
    /// The number of its lower-case form.
    folded: u32,
}

/// Distinct words by number. What is known of a word is no document's: the same words come again in the next one.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    entries: Vec<Entry>,
    /// Apart from the rest, which is asked for everywhere and should lie close together.
    spellings: Vec<Spelling>,
    numbers: WordMap<u64, u32>,
    folded: WordMap<u64, u32>,
    /// For each lower-case form the last document that had it, and its number there.
    forms: Vec<(u32, u32)>,
    document: u32,
    /// How often all words were forgotten.
    pub(super) age: u32,
}

/// More words than these are forgotten before the next document: some five megabytes with all that is kept of them.
const ROOM: usize = 1 << 14;

impl Vocabulary {
    /// Makes ready for a new document.
    pub(super) fn begin(&mut self) {
        if self.entries.len() > ROOM || self.document == u32::MAX {
            self.entries.clear();
            self.spellings.clear();
            self.numbers.clear();
            self.folded.clear();
            self.forms.clear();
            self.document = 0;
            self.age = self.age.wrapping_add(1);
        }
        self.document += 1;
    }

    /// The number of a word. Words of different languages are different words.
    pub(super) fn number(&mut self, text: &str, language: u64, lexicon: &Lexicon) -> u32 {
        let next = self.entries.len() as u32;
        let number = *self.numbers.entry(hash::bytes(language, text.as_bytes())).or_insert(next);
        if number == next {
            self.add(Word::read(text), lexicon);
        }
        number
    }

    /// The number of the padding around sentences.
    pub(super) fn edge(&mut self, language: u64) -> u32 {
        let next = self.entries.len() as u32;
        let number = *self.numbers.entry(hash::push(language, u64::MAX)).or_insert(next);
        if number == next {
            let word = Word { lower: 1, key: 1, shape: 1, ..Word::default() };
            self.add((word, Spelling { cased: 1, ..Spelling::default() }), &Lexicon::default());
        }
        number
    }

    fn add(&mut self, (word, spelling): (Word, Spelling), lexicon: &Lexicon) {
        let folded = *self.folded.entry(word.lower).or_insert(self.forms.len() as u32);
        if folded as usize == self.forms.len() {
            self.forms.push((0, 0));
        }
        let (class, lists) = (lexicon.clusters.get(word.lower), lexicon.gazetteer.first(word.key));
        self.entries.push(Entry { word, class, lists, folded });
        self.spellings.push(spelling);
    }

    /// The number, in the current document, of a word without case; `next` where it is the first of its kind.
    pub(super) fn form(&mut self, word: u32, next: u32) -> u32 {
        let form = &mut self.forms[self.entries[word as usize].folded as usize];
        if form.0 != self.document {
            *form = (self.document, next);
        }
        form.1
    }

    /// A word by its number.
    #[inline]
    pub fn entry(&self, number: u32) -> &Entry {
        &self.entries[number as usize]
    }

    /// How it is spelt.
    pub fn spelling(&self, number: u32) -> &Spelling {
        &self.spellings[number as usize]
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_keeps_its_number_and_forms_are_counted_anew_in_every_document() {
        let (mut vocabulary, lexicon) = (Vocabulary::default(), Lexicon::default());
        vocabulary.begin();
        let [a, b, c] = ["Arden", "arden", "Boreal"].map(|word| vocabulary.number(word, 7, &lexicon));
        assert_eq!(vocabulary.number("Arden", 7, &lexicon), a);
        assert_ne!(vocabulary.number("Arden", 8, &lexicon), a);
        assert_eq!([a, b, c].map(|word| vocabulary.form(word, word)), [a, a, c]);
        vocabulary.begin();
        assert_eq!(vocabulary.form(c, 0), 0);
    }

    #[test]
    fn a_full_vocabulary_is_emptied() {
        let (mut vocabulary, lexicon) = (Vocabulary::default(), Lexicon::default());
        vocabulary.begin();
        (0..=ROOM).for_each(|n| _ = vocabulary.number(&n.to_string(), 7, &lexicon));
        assert_eq!((vocabulary.len(), vocabulary.age), (ROOM + 1, 0));
        vocabulary.begin();
        assert_eq!((vocabulary.len(), vocabulary.age), (0, 1));
    }
}
