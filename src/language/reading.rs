//! A document together with the language of each passage.

use super::lexicon::{Lexicon, Lexicons, Match, Phrases, WordId};
use super::{Detection, Language, detect};
use crate::text::{Document, TokenRange};

/// A run of sentences in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Passage {
    /// What was found, or handed down from the document.
    pub detection: Detection,
    /// The sentences, as positions in [`Document::sentences`].
    pub sentences: std::ops::Range<usize>,
}

/// A document whose words have been looked up in the lexicons of their passages.
#[derive(Debug)]
pub struct Reading<'d> {
    document: &'d Document<'d>,
    lexicons: &'d Lexicons,
    main: Detection,
    passages: Vec<Passage>,
    words: Vec<WordId>,
    /// The language of each sentence, as a position in `passages`.
    passage_of: Vec<usize>,
}

impl<'d> Reading<'d> {
    /// Looks up every word of `document`, whose language is `main` unless a passage says otherwise.
    pub fn new(document: &'d Document<'d>, main: Detection, lexicons: &'d Lexicons) -> Self {
        let passages = passages(document, main);
        let mut words = vec![WordId::UNKNOWN; document.tokens().len()];
        let mut passage_of = vec![0; document.sentences().len()];
        for (position, passage) in passages.iter().enumerate() {
            let lexicon = lexicons.get(passage.detection.language);
            for sentence in passage.sentences.clone() {
                passage_of[sentence] = position;
                for token in document.sentences()[sentence].tokens.positions() {
                    words[token] = lexicon.word(document.folded(token));
                }
            }
        }
        Self { document, lexicons, main, passages, words, passage_of }
    }

    /// The document.
    pub fn document(&self) -> &'d Document<'d> {
        self.document
    }

    /// The language of the article as a whole.
    pub fn main(&self) -> Detection {
        self.main
    }

    /// The passages, in order; together they hold every sentence.
    pub fn passages(&self) -> &[Passage] {
        &self.passages
    }

    /// The language of the sentence that token `at` stands in.
    pub fn language(&self, at: usize) -> Language {
        self.passage_of
            .get(self.document.sentence_of(at))
            .map_or(self.main.language, |&passage| self.passages[passage].detection.language)
    }

    /// The lexicon of that language.
    pub fn lexicon(&self, at: usize) -> &'d Lexicon {
        self.lexicons.get(self.language(at))
    }

    /// The word that token `at` is in its lexicon.
    pub fn word_id(&self, at: usize) -> WordId {
        self.words.get(at).copied().unwrap_or(WordId::UNKNOWN)
    }

    /// The longest of `phrases` that starts at token `at` and ends before token `end`; `phrases` must come from the
    /// lexicon of that passage.
    pub fn longest<'p, T>(&self, phrases: &'p Phrases<T>, at: usize, end: usize) -> Option<Match<'p, T>> {
        let (length, values) = phrases.longest(self.words.get(at..end.min(self.words.len()))?)?;
        Some(Match { tokens: TokenRange::new(at, at + length), values })
    }
}

/// Gives every sentence the language of its document, but for blocks that are long enough to be sure of another.
fn passages(document: &Document<'_>, main: Detection) -> Vec<Passage> {
    let mut passages: Vec<Passage> = Vec::new();
    for block in document.blocks() {
        let own = (block.span.len() >= 60).then(|| detect(document.cut(block.span))).flatten().filter(|own| {
            own.language != main.language && own.language != Language::Undetermined && own.confidence >= 0.8
        });
        let detection = own.unwrap_or(main);
        match passages.last_mut() {
            Some(last) if last.detection.tag == detection.tag => last.sentences.end = block.sentences.end,
            _ => passages.push(Passage { detection, sentences: block.sentences.clone() }),
        }
    }
    passages
}
