//! The name tagger: finds persons, organizations, places and other names in a tokenised document.
//!
//! A linear-chain conditional random field over hashed features, trained beforehand (see `training/` in the repository) and
//! embedded in the library. Weights are integers: the same names on every machine. Time is linear in the text.
//!
//! ```
//! use dealfacts::mentions::tagger::{Label, Tagger};
//!
//! let sentences = [vec!["Anna", "Berg", "joins", "Siemens", "in", "Munich", "."]];
//! let names = Tagger::embedded().tag(&sentences, "en");
//! assert_eq!(names[0].label, Label::Person);
//! assert_eq!((names[0].sentence, names[0].tokens.clone()), (0, 0..2));
//! ```

pub mod clusters;
pub mod document;
pub mod features;
pub mod gazetteer;
pub mod hash;
pub mod kind;
pub mod label;
pub mod model;
mod propagate;
pub mod rows;
mod sums;
pub mod table;
pub mod viterbi;
pub mod vocabulary;
pub mod word;

pub use kind::{Kind, KindScores};
pub use label::Label;
pub use sums::Memory;

use document::{Document, Lexicon};
use gazetteer::List;
use label::{Position, State};
use model::{EMBEDDED, Model, Parts};
use std::ops::Range;
use sums::Sums;
use viterbi::{Scores, Viterbi};

/// A name in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The number of its sentence.
    pub sentence: usize,
    /// Its tokens in the sentence.
    pub tokens: Range<usize>,
    /// What it is.
    pub label: Label,
    /// How far the label's weakest token is ahead of any other label by its own features, in the model's units (16 is about
    /// one natural logarithm of odds); negative when only the neighbours speak for it, zero for a repeat of a name found elsewhere.
    pub margin: i32,
    /// Scores of the finer kinds, for organizations and other names.
    pub kinds: Option<KindScores>,
}

/// A name as the inner stages pass it on: its tokens are the document's, padding counted.
#[derive(Clone, Debug)]
struct Found {
    tokens: Range<usize>,
    label: Label,
    margin: i32,
}

/// Finds the names of documents.
#[derive(Clone, Debug)]
pub struct Tagger<'a> {
    model: Model<'a>,
    /// Where the model lies: what is remembered under another one is of no use.
    place: Place,
    once: bool,
}

/// Addresses and lengths of the parts that words are read with, and the lists left out.
type Place = ([(usize, usize); 3], u16);

impl Default for Tagger<'static> {
    fn default() -> Self {
        Self::embedded()
    }
}

impl Tagger<'static> {
    /// The tagger with the model that comes with the library.
    pub fn embedded() -> Self {
        Self::new(EMBEDDED)
    }
}

impl<'a> Tagger<'a> {
    /// A tagger with a model of your own.
    pub fn new(parts: Parts<'a>) -> Self {
        let place = [parts.clusters, parts.gazetteer, parts.weights].map(|part| (part.as_ptr() as usize, part.len()));
        Self { model: Model::new(parts), place: (place, 0), once: false }
    }

    /// The same tagger without its second pass, in which what a name is called elsewhere in the document counts.
    pub fn once(self) -> Self {
        Self { once: true, ..self }
    }

    /// The same tagger with some of its name lists empty.
    pub fn without(mut self, lists: &[List]) -> Self {
        self.model.lexicon.gazetteer = self.model.lexicon.gazetteer.without(lists);
        self.place.1 = self.model.lexicon.gazetteer.hidden();
        self
    }

    /// What it knows of words.
    pub fn lexicon(&self) -> &Lexicon<'a> {
        &self.model.lexicon
    }

    /// The names of a document in order, given its tokenised sentences and its language code ("en", "fr", "de"…).
    ///
    /// All sentences of a document should come in one call: a name that is clear in one sentence helps in the others.
    pub fn tag<S: AsRef<[T]>, T: AsRef<str>>(&self, sentences: &[S], language: &str) -> Vec<Name> {
        self.tag_with(&mut Memory::default(), sentences, language)
    }

    /// The same, faster where many documents are tagged: what is known of words is kept in `memory`.
    pub fn tag_with<S: AsRef<[T]>, T: AsRef<str>>(
        &self,
        memory: &mut Memory,
        sentences: &[S],
        language: &str,
    ) -> Vec<Name> {
        self.names(memory, sentences, language, !self.once)
    }

    /// The same without the second pass, for who settles by other means what all mentions of a name are.
    pub fn tag_once_with<S: AsRef<[T]>, T: AsRef<str>>(
        &self,
        memory: &mut Memory,
        sentences: &[S],
        language: &str,
    ) -> Vec<Name> {
        self.names(memory, sentences, language, false)
    }

    fn names<S: AsRef<[T]>, T: AsRef<str>>(
        &self,
        memory: &mut Memory,
        sentences: &[S],
        language: &str,
        again: bool,
    ) -> Vec<Name> {
        memory.turn_to(self.place);
        let document = Document::new(sentences, language, &self.model.lexicon, &mut memory.vocabulary, |_| true);
        let mut sums = Sums::new(&self.model, &document, &mut memory.words);
        let mut viterbi = Viterbi::default();
        let mut found = Vec::new();
        let (mut scores, mut stretches) = (Vec::new(), Vec::new());
        for sentence in &document.sentences {
            scores.clear();
            stretches.clear();
            for segment in document.segments(sentence.clone()) {
                let mut open = false;
                for at in segment {
                    if sums.is_outside(at) {
                        open = false;
                        continue;
                    }
                    if !open {
                        stretches.push((at, scores.len()));
                    }
                    open = true;
                    sums.push(at, &mut scores);
                }
            }
            sums.finish(&mut scores);
            let ends = stretches.iter().skip(1).map(|(_, from)| *from).chain([scores.len()]);
            for (&(start, from), end) in stretches.iter().zip(ends) {
                let scores = &scores[from..end];
                names(viterbi.decode(scores, &self.model.transitions), scores, start, &mut found);
            }
        }
        if again {
            propagate::propagate(&document, &mut found);
        }
        self.located(&document, found)
    }

    fn located(&self, document: &Document, found: Vec<Found>) -> Vec<Name> {
        let mut sentences = document.sentences.iter().enumerate().peekable();
        let mut located = Vec::with_capacity(found.len());
        for Found { tokens, label, margin } in found {
            while sentences.next_if(|(_, s)| s.end <= tokens.start).is_some() {}
            let Some((sentence, range)) = sentences.peek() else { break };
            let kinds = matches!(label, Label::Organization | Label::Misc)
                .then(|| self.model.kinds.score(document, tokens.clone()));
            located.push(Name {
                sentence: *sentence,
                tokens: tokens.start - range.start..tokens.end - range.start,
                label,
                margin,
                kinds,
            });
        }
        located
    }
}

/// Reads the names off a state sequence.
fn names(states: &[State], scores: &[Scores], offset: usize, found: &mut Vec<Found>) {
    let mut start = 0;
    for (at, state) in states.iter().enumerate() {
        let Some(label) = state.label() else { continue };
        let goes_on = match label {
            Label::Misc => states.get(at + 1).is_some_and(|next| next.label() == Some(Label::Misc)),
            _ => matches!(state.position(), Some(Position::Begin | Position::Inside)),
        };
        let begins = match label {
            Label::Misc => at == 0 || states[at - 1].label() != Some(Label::Misc),
            _ => matches!(state.position(), Some(Position::Begin | Position::Unit)),
        };
        if begins {
            start = at;
        }
        if !goes_on {
            let margin = (start..=at).map(|n| margin(states[n], &scores[n])).min().unwrap_or(0);
            found.push(Found { tokens: offset + start..offset + at + 1, label, margin });
        }
    }
}

fn margin(state: State, scores: &Scores) -> i32 {
    let other = (0..label::STATES as u8).filter(|s| State(*s).label() != state.label());
    let best = other.map(|s| scores[usize::from(s)]).max().unwrap_or(0);
    i32::from(scores[usize::from(state.0)]) - i32::from(best)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(text: &str, language: &str) -> Vec<(String, Label)> {
        let sentences: Vec<Vec<&str>> = text.lines().map(|line| line.split_whitespace().collect()).collect();
        let names = Tagger::embedded().tag(&sentences, language);
        names.into_iter().map(|n| (sentences[n.sentence][n.tokens].join(" "), n.label)).collect()
    }

    #[test]
    fn names_are_found_in_three_languages() {
        use Label::{Location, Organization, Person};
        let cases = [
            (
                "en",
                "Shares of Velonix Corp. rose after John Miller left for London .",
                [("Velonix Corp.", Organization), ("John Miller", Person), ("London", Location)],
            ),
            (
                "fr",
                "Le groupe Velonix SA , dirigé par Jean Morel , est installé à Lyon .",
                [("Velonix SA", Organization), ("Jean Morel", Person), ("Lyon", Location)],
            ),
            (
                "de",
                "Die Velonix GmbH holt Thomas Becker nach Hamburg .",
                [("Velonix GmbH", Organization), ("Thomas Becker", Person), ("Hamburg", Location)],
            ),
        ];
        for (language, text, expected) in cases {
            assert_eq!(tag(text, language), expected.map(|(n, l)| (n.to_string(), l)), "{text}");
        }
    }

    #[test]
    fn lower_case_text_and_no_text_have_no_names() {
        assert_eq!(tag("the company said nothing about its plans .", "en"), []);
        assert_eq!(tag("", "en"), []);
        assert!(Tagger::embedded().tag::<[&str; 0], &str>(&[], "xx").is_empty());
    }

    #[test]
    fn hostile_words_are_quiet() {
        let long = "A".repeat(1_000_000);
        let many = vec!["Capital"; 10_000];
        let odd = vec!["\u{200b}", "", "\u{feff}A", "Аrdеn", "𝔸𝔹", "\u{0}", "İ", "ß", "ﬀ"];
        let names = Tagger::embedded().tag(&[vec![long.as_str()], many, odd], "");
        assert!(names.iter().all(|n| n.tokens.end <= 10_000 && n.tokens.start < n.tokens.end));
    }

    #[test]
    fn a_tagger_without_a_model_finds_nothing_and_does_not_fail() {
        let parts = Parts { clusters: &[1], gazetteer: &[2, 3], weights: &[4; 9], transitions: &[5], kinds: &[6] };
        let _ = Tagger::new(parts).tag(&[["Anna", "Berg"]], "en");
    }
}
