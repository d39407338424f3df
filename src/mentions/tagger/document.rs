//! A document as the features see it: tokens with edges around each sentence, words and their other occurrences,
//! capitalised runs and gazetteer matches.

use super::clusters::Clusters;
use super::gazetteer::{Gazetteer, LONGEST, List};
use super::hash;
use super::vocabulary::{Entry, Vocabulary};
use super::word::Spelling;

/// The compiled knowledge about words that the features draw on.
#[derive(Clone, Copy, Debug, Default)]
pub struct Lexicon<'a> {
    /// Word clusters.
    pub clusters: Clusters<'a>,
    /// Name lists.
    pub gazetteer: Gazetteer<'a>,
}

/// No token, no run, no word.
pub const NONE: u32 = u32::MAX;
/// Tokens of padding on each side of a sentence: no feature looks further.
pub const PADDING: usize = 2;

/// A token in its place.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// The number of its word in the vocabulary.
    pub word: u32,
    /// The number of its word without case in the document, or [`NONE`].
    pub form: u32,
    /// The next capitalised token of the same form, or [`NONE`].
    pub next: u32,
    /// The capitalised run it is in, or [`NONE`].
    pub run: u32,
    /// Position in the match of each list, three bits a list: see [`Token::position`].
    pub positions: u32,
    /// The lists with a match here, one bit each.
    pub lists: u16,
    /// Whether a name can be here, so that the tagger looks.
    pub active: bool,
    /// It is the first of its sentence.
    pub first: bool,
    /// Its sentence is a headline in title case.
    pub headline: bool,
}

impl Token {
    fn new(word: u32, form: u32) -> Self {
        Self { word, form, next: NONE, run: NONE, positions: 0, lists: 0, active: false, first: false, headline: false }
    }

    /// The position in a match of a list: 0 none, 1 begin, 2 inside, 3 end, 4 all of it.
    pub fn position(&self, list: usize) -> u32 {
        self.positions >> (3 * list) & 7
    }

    /// The lists of personal names and places with a match here.
    pub fn names_and_places(&self) -> u16 {
        self.lists & 0b1_1111
    }
}

/// A stretch of capitalised words, perhaps with small words between them; token numbers, both ends included.
#[derive(Clone, Copy, Debug)]
pub struct Run {
    /// Its first token.
    pub first: u32,
    /// Its last token.
    pub last: u32,
}

/// What the document says of a word in any case.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// Its first capitalised token, or [`NONE`].
    pub first: u32,
    last: u32,
    /// Capitalised occurrences.
    pub capitalised: u32,
    /// It occurs in lower case.
    pub lower: bool,
    /// It occurs capitalised inside a sentence that is no headline.
    pub inside: bool,
}

/// A gazetteer match.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// The list.
    pub list: List,
    /// Its first token.
    pub start: usize,
    /// Its length in tokens.
    pub length: usize,
}

/// A document, read.
#[derive(Debug)]
pub struct Document<'v> {
    /// Hash of the language code.
    pub language: u64,
    /// What is known of its words.
    pub vocabulary: &'v Vocabulary,
    /// Distinct words without case.
    pub forms: Vec<Form>,
    /// All tokens with the padding between sentences.
    pub tokens: Vec<Token>,
    /// The tokens of each sentence.
    pub sentences: Vec<std::ops::Range<usize>>,
    /// Capitalised runs.
    pub runs: Vec<Run>,
}

/// Words a run may cross in a row.
const CROSSED: usize = 2;
/// How far after a capitalised word a name may still go on, connectors not counted.
const REACH: usize = 3;

impl<'v> Document<'v> {
    /// Reads a document. `keep` decides which gazetteer matches count: training leaves some out at random.
    pub fn new<S: AsRef<[T]>, T: AsRef<str>>(
        sentences: &[S],
        language: &str,
        lexicon: &Lexicon,
        vocabulary: &'v mut Vocabulary,
        mut keep: impl FnMut(&Match) -> bool,
    ) -> Self {
        vocabulary.begin();
        let language = hash::text(language);
        let count: usize = sentences.iter().map(|s| s.as_ref().len() + PADDING).sum();
        let (mut tokens, mut ranges) = (Vec::with_capacity(count + PADDING), Vec::with_capacity(sentences.len()));
        let mut forms = Vec::with_capacity(64 + count / 3);
        let edge = Token::new(vocabulary.edge(language), NONE);
        tokens.extend([edge; PADDING]);
        for sentence in sentences {
            let start = tokens.len();
            tokens.extend(sentence.as_ref().iter().map(|token| {
                let word = vocabulary.number(token.as_ref(), language, lexicon);
                let form = vocabulary.form(word, forms.len() as u32);
                if form as usize == forms.len() {
                    forms.push(Form { first: NONE, last: NONE, capitalised: 0, lower: false, inside: false });
                }
                Token::new(word, form)
            }));
            ranges.push(start..tokens.len());
            tokens.extend([edge; PADDING]);
        }
        let mut document = Self { language, vocabulary, forms, tokens, sentences: Vec::new(), runs: Vec::new() };
        for range in &ranges {
            document.read_sentence(range.clone(), lexicon, &mut keep);
        }
        document.sentences = ranges;
        document
    }

    /// The entry of a token.
    #[inline]
    pub fn entry(&self, token: usize) -> &'v Entry {
        self.vocabulary.entry(self.tokens[token].word)
    }

    /// How the word of a token is spelt.
    pub fn spelling(&self, token: usize) -> &'v Spelling {
        self.vocabulary.spelling(self.tokens[token].word)
    }

    /// Stretches of active tokens within a sentence: names lie inside them, and no two of them touch.
    pub fn segments(&self, sentence: std::ops::Range<usize>) -> impl Iterator<Item = std::ops::Range<usize>> {
        let mut at = sentence.start;
        std::iter::from_fn(move || {
            while at < sentence.end && !self.tokens[at].active {
                at += 1;
            }
            let start = at;
            while at < sentence.end && self.tokens[at].active {
                at += 1;
            }
            (start < at).then_some(start..at)
        })
    }

    fn read_sentence(
        &mut self,
        range: std::ops::Range<usize>,
        lexicon: &Lexicon,
        keep: &mut impl FnMut(&Match) -> bool,
    ) {
        let headline = self.is_headline(range.clone());
        for at in range.clone() {
            let capitalised = self.entry(at).word.capitalised;
            let token = &mut self.tokens[at];
            token.first = at == range.start;
            token.headline = headline;
            let inside = !token.first && !headline;
            let form = &mut self.forms[token.form as usize];
            if capitalised {
                form.capitalised += 1;
                form.inside |= inside;
                match form.last {
                    NONE => form.first = at as u32,
                    last => self.tokens[last as usize].next = at as u32,
                }
                form.last = at as u32;
            } else {
                form.lower = true;
            }
        }
        self.find_runs(range.clone());
        self.mark_active(range.clone());
        self.find_matches(range, lexicon, keep);
    }

    /// At least 70 % of the words longer than three letters are capitalised.
    fn is_headline(&self, range: std::ops::Range<usize>) -> bool {
        let (mut long, mut capitalised) = (0, 0);
        for at in range {
            let word = &self.entry(at).word;
            if word.length > 3 && (word.has_lower || word.capitalised) {
                long += 1;
                capitalised += u32::from(word.capitalised);
            }
        }
        long > 2 && capitalised * 10 >= long * 7
    }

    fn find_runs(&mut self, range: std::ops::Range<usize>) {
        let mut at = range.start;
        while at < range.end {
            if !self.entry(at).word.capitalised {
                at += 1;
                continue;
            }
            let mut last = at;
            let mut next = at + 1;
            while next < range.end && next - last <= CROSSED + 1 {
                let word = &self.entry(next).word;
                if word.capitalised {
                    last = next;
                } else if !word.connector {
                    break;
                }
                next += 1;
            }
            let run = self.runs.len() as u32;
            self.runs.push(Run { first: at as u32, last: last as u32 });
            for token in &mut self.tokens[at..=last] {
                token.run = run;
            }
            at = last + 1;
        }
    }

    fn mark_active(&mut self, range: std::ops::Range<usize>) {
        let mut left = 0;
        for at in range.clone() {
            let word = &self.entry(at).word;
            let (capitalised, connector) = (word.capitalised, word.connector);
            if capitalised {
                left = REACH;
                self.mark_before(range.start..at);
            }
            self.tokens[at].active = capitalised || left > 0;
            if left > 0 && !capitalised && !connector {
                left -= 1;
            }
        }
    }

    /// Marks the words that may begin a name whose first capital comes next: one, two before connectors ("école
    /// normale de Lyon").
    fn mark_before(&mut self, range: std::ops::Range<usize>) {
        let mut left = 1;
        for at in range.rev().take(LONGEST) {
            if left == 0 || self.tokens[at].active {
                break;
            }
            self.tokens[at].active = true;
            if self.entry(at).word.connector {
                left = 2;
            } else {
                left -= 1;
            }
        }
    }

    fn find_matches(
        &mut self,
        range: std::ops::Range<usize>,
        lexicon: &Lexicon,
        keep: &mut impl FnMut(&Match) -> bool,
    ) {
        let mut free = [range.start; List::ALL.len()];
        for at in range.clone() {
            if !self.tokens[at].active {
                continue;
            }
            let first = self.entry(at);
            if first.lists == 0 {
                continue;
            }
            let capitalised = first.word.capitalised;
            let end = range.end.min(at + LONGEST);
            let found = lexicon.gazetteer.longest_after(first.lists, (at..end).map(|t| self.entry(t).word.key));
            for (list, &length) in List::ALL.iter().zip(&found) {
                let (slot, length) = (*list as usize, usize::from(length));
                if length == 0 || at < free[slot] || !capitalised && *list != List::LegalForm {
                    continue;
                }
                if !keep(&Match { list: *list, start: at, length }) {
                    continue;
                }
                free[slot] = at + length;
                for (n, token) in self.tokens[at..at + length].iter_mut().enumerate() {
                    let position = match (n, length) {
                        (_, 1) => 4,
                        (0, _) => 1,
                        _ if n + 1 == length => 3,
                        _ => 2,
                    };
                    token.positions |= position << (3 * slot);
                    token.lists |= list.bit();
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read<'v>(vocabulary: &'v mut Vocabulary, sentences: &[&str]) -> Document<'v> {
        let sentences: Vec<Vec<&str>> = sentences.iter().map(|s| s.split_whitespace().collect()).collect();
        Document::new(&sentences, "en", &Lexicon::default(), vocabulary, |_| true)
    }

    #[test]
    fn runs_cross_small_words_only_between_capitals() {
        let vocabulary = &mut Vocabulary::default();
        let document = read(vocabulary, &["the Bank of the West and others"]);
        let run = document.runs[0];
        assert_eq!((run.first, run.last, document.runs.len()), (3, 6, 1));
    }

    #[test]
    fn only_the_neighbourhood_of_capitals_is_active() {
        let vocabulary = &mut Vocabulary::default();
        let document = read(vocabulary, &["it is said that Anna went to see the new house again"]);
        let active: Vec<bool> = document.sentences[0].clone().map(|t| document.tokens[t].active).collect();
        assert_eq!(active, [false, false, false, true, true, true, true, true, false, false, false, false]);
    }

    #[test]
    fn connectors_before_a_capital_reach_two_words_back() {
        let vocabulary = &mut Vocabulary::default();
        let document = read(vocabulary, &["vu le petit ministère de l’ Intérieur"]);
        let active: Vec<bool> = document.sentences[0].clone().map(|t| document.tokens[t].active).collect();
        assert_eq!(active, [false, false, true, true, true, true, true]);
    }

    #[test]
    fn occurrences_are_chained_across_case() {
        let vocabulary = &mut Vocabulary::default();
        let document = read(vocabulary, &["BRANDEX GROWS", "Brandex and brandex"]);
        let form = document.forms[document.tokens[2].form as usize];
        assert_eq!((form.capitalised, form.lower), (2, true));
        assert_eq!(document.tokens[form.first as usize].next, 6);
    }

    #[test]
    fn segments_end_where_no_name_can_be() {
        let vocabulary = &mut Vocabulary::default();
        let document = read(vocabulary, &["Anna a b c d f Bob"]);
        let segments: Vec<_> = document.segments(document.sentences[0].clone()).collect();
        assert_eq!(segments, [2..6, 7..9]);
    }
}
