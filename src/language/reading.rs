//! A document together with the language of each passage.

use super::lexicon::{Lexicon, Match, Phrases, WordId};
use super::{Detection, Language, Lexicons, detect};
use crate::text::{Block, BlockKind, Case, Document, TokenKind, TokenRange};

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
    /// The lexicon of each passage.
    spoken: Vec<&'d Lexicon>,
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
        let spoken: Vec<&Lexicon> = passages.iter().map(|passage| lexicons.get(passage.detection.language)).collect();
        for (position, (passage, lexicon)) in passages.iter().zip(&spoken).enumerate() {
            for sentence in passage.sentences.clone() {
                passage_of[sentence] = position;
                for token in document.sentences()[sentence].tokens.positions() {
                    words[token] = lexicon.word(document.folded(token));
                }
            }
        }
        Self { document, lexicons, main, passages, spoken, words, passage_of }
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
        match self.spoken[..] {
            // Most articles are in one language.
            [only] => only,
            _ => {
                let passage = self.passage_of.get(self.document.sentence_of(at));
                let lexicon = passage.and_then(|&passage| self.spoken.get(passage)).copied();
                lexicon.unwrap_or_else(|| self.lexicons.get(self.main.language))
            }
        }
    }

    /// The word that token `at` is in its lexicon.
    #[inline]
    pub fn word_id(&self, at: usize) -> WordId {
        self.words.get(at).copied().unwrap_or(WordId::UNKNOWN)
    }

    /// Whether one of `phrases`, which must come from the lexicon of that passage, begins with the word at token `at`.
    #[inline]
    pub fn opens<T>(&self, phrases: &Phrases<T>, at: usize) -> bool {
        phrases.opens(self.word_id(at))
    }

    /// The longest of `phrases` that starts at token `at` and ends before token `end`; `phrases` must come from the
    /// lexicon of that passage.
    #[inline]
    pub fn longest<'p, T>(&self, phrases: &'p Phrases<T>, at: usize, end: usize) -> Option<Match<'p, T>> {
        // Nearly every word is told here: this much is worth repeating wherever words are looked up.
        if at >= end || !self.opens(phrases, at) {
            return None;
        }
        let (length, values) = phrases.index().longest(&self.words, at, end)?;
        Some(Match { tokens: TokenRange::new(at, at + length), values: phrases.values(values)? })
    }

    /// The longest of `phrases` that starts at token `at` and has one of `inserted` behind its first word: "*prend* ainsi
    /// *le contrôle de*". Its tokens hold what is inserted.
    pub fn longest_around<'p, T, U>(
        &self,
        phrases: &'p Phrases<T>,
        inserted: &Phrases<U>,
        at: usize,
        end: usize,
    ) -> Option<Match<'p, T>> {
        let behind = self.longest(inserted, at + 1, end).filter(|_| self.opens(phrases, at))?.tokens.end;
        let rest = self.words.get(behind..end.min(behind + LONGEST))?;
        let words: Vec<WordId> = [self.word_id(at)].iter().chain(rest).copied().collect();
        let (length, values) = phrases.index().longest(&words, 0, words.len())?;
        let tokens = TokenRange::new(at, behind + length - 1);
        (length > 1).then_some(Match { tokens, values: phrases.values(values)? })
    }
}

/// Words of a phrase that are looked at where something stands inside of it.
const LONGEST: usize = 8;

/// Blocks shorter than this take the language of their neighbours.
const SHORT: usize = 50;
/// Bytes and words of a block that are looked at.
const SAMPLE: usize = 600;
const SAMPLE_WORDS: usize = 80;

/// Gives every block its language: its own where it is long enough to be sure of it, else that of its neighbours.
fn passages(document: &Document<'_>, main: Detection) -> Vec<Passage> {
    let own: Vec<Option<Detection>> =
        document.blocks().iter().map(|block| own_language(document, block, main.language)).collect();
    let following = following(&own);
    let mut passages: Vec<Passage> = Vec::new();
    let mut before = None;
    for (position, block) in document.blocks().iter().enumerate() {
        let after = following.get(position).copied().flatten();
        let detection = match own.get(position).copied().flatten() {
            Some(found) if found.language == main.language => main,
            Some(found) => found,
            None => match (before, after) {
                (Some(before), Some((after, _))) if same(before, after) => before,
                // A heading goes with the text it opens, if that is text and not a line in passing.
                (_, Some((after, next))) if block.kind == BlockKind::Heading && next == position + 1 => {
                    let opens_text = document.blocks().get(next).is_some_and(|next| next.kind != BlockKind::Heading);
                    if opens_text { after } else { main }
                }
                _ => main,
            },
        };
        if own.get(position).is_some_and(Option::is_some) {
            before = Some(detection);
        }
        let detection = if same(detection, main) { main } else { detection };
        match passages.last_mut() {
            Some(last) if same(last.detection, detection) => last.sentences.end = block.sentences.end,
            _ => passages.push(Passage { detection, sentences: block.sentences.clone() }),
        }
    }
    passages
}

fn same(a: Detection, b: Detection) -> bool {
    a.tag == b.tag
}

/// For each block the next one whose language is sure, with that language.
fn following(own: &[Option<Detection>]) -> Vec<Option<(Detection, usize)>> {
    let mut following = vec![None; own.len()];
    let mut next = None;
    for (position, (slot, own)) in following.iter_mut().zip(own).enumerate().rev() {
        *slot = next;
        if let Some(own) = own {
            next = Some((*own, position));
        }
    }
    following
}

/// The language of a block that is long enough to be sure of it.
fn own_language(document: &Document<'_>, block: &Block, main: Language) -> Option<Detection> {
    if block.span.len() < SHORT {
        return None;
    }
    let end = block.tokens.end.min(block.tokens.start + SAMPLE_WORDS);
    let words = TokenRange::new(block.tokens.start, end);
    let text = document.text_of(words);
    let end = (SAMPLE..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
    let text = text.get(..end).unwrap_or(text);
    let folded = words
        .positions()
        .filter(|&at| {
            let token = document.tokens().get(at);
            token.is_some_and(|token| token.kind == TokenKind::Word && token.case != Case::Upper)
        })
        .map(|at| document.folded(at));
    detect::passage(text, folded, main)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(text: &str, main: &str) -> Vec<(&'static str, usize)> {
        let lexicons = Lexicons::new();
        let language = Language::from_tag(main).unwrap_or(Language::Undetermined);
        let document = Document::parse(text, &lexicons.get(language).orthography());
        let reading = Reading::new(&document, Detection { tag: language.tag(), language, confidence: 1.0 }, &lexicons);
        reading.passages().iter().map(|passage| (passage.detection.tag, passage.sentences.len())).collect()
    }

    #[test]
    fn a_line_in_another_language_is_a_passage() {
        let text = "Arden investit dans Boreal\n\
                    Le groupe a annoncé mardi qu’il allait prendre une part du capital de la jeune entreprise.\n\
                    Arden nears a $2 billion deal for a stake in Boreal as its founder prepares to leave the firm\n\
                    Pour le groupe, cette opération est la plus grande depuis dix ans.";
        assert_eq!(tags(text, "fr"), [("fr", 2), ("en", 1), ("fr", 1)]);
    }

    #[test]
    fn short_blocks_and_headings_take_the_language_around_them() {
        let french = "Le groupe a annoncé mardi qu’il allait racheter son concurrent pour deux milliards d’euros.";
        let english = "The group said on Tuesday that it would buy its rival for two billion euros in cash.";
        let text = format!("Cairn Partners\n{french}\nAnalysis\n{french}\nStrategy\n{english}\nOutlook\n{english}");
        assert_eq!(tags(&text, "fr"), [("fr", 4), ("en", 4)]);
    }
}
