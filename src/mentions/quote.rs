//! Quotations: what somebody said, not words in scare quotes.
//!
//! A direct quotation stands in quotation marks and is long, or a verb of saying stands beside it. Reported speech follows
//! "according to" or a verb of saying with "that". Who speaks is told by the words of the attribution alone; whose name
//! they hold is for a later room.

use super::Recogniser;
use crate::language::lexicon::{Small, Speech};
use crate::language::{Lexicon, Reading};
use crate::text::{BlockKind, Case, Document, Span, TokenKind, TokenRange};

/// Words that make a text in quotation marks a quotation even where nobody is said to speak.
const LONG: usize = 7;
/// Tokens that an attribution may take, and those within which its verb stands.
const ATTRIBUTION: usize = 40;
const VERB_REACH: usize = 14;
/// Tokens of the longest quotation.
const LONGEST: usize = 1_000;
/// Words of an apposition to a source ("chief executive of Arden").
const APPOSITION: usize = 5;

/// Somebody's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// The words, without quotation marks.
    pub span: Span,
    /// The same as tokens.
    pub tokens: TokenRange,
    /// In their own words or reported.
    pub kind: QuotationKind,
    /// The words that say who speaks ("said Jane Roe", "– Jane Roe (2024)"), where there are any.
    pub attribution: Option<TokenRange>,
}

/// How somebody's words are given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum QuotationKind {
    /// Word for word.
    Direct,
    /// Reported.
    Indirect,
}

/// Finds quotations.
pub(super) struct QuoteRecogniser;

impl Recogniser for QuoteRecogniser {
    type Mention = Quotation;

    fn recognise(&self, reading: &Reading<'_>) -> Vec<Quotation> {
        let document = reading.document();
        let mut quotes: Vec<Quotation> = Vec::new();
        for block in document.blocks().iter().filter(|block| block.kind.tells()) {
            let lexicon = reading.lexicon(block.tokens.start);
            let page = Page { reading, document, lexicon, block: block.tokens };
            let first = quotes.len();
            page.direct(block.kind == BlockKind::Quotation, &mut quotes);
            let sentences = document.sentences().get(block.sentences.clone()).unwrap_or_default();
            let direct = quotes.get(first..).unwrap_or_default();
            let overlaps = |found: &Quotation| {
                let next = direct.partition_point(|quote| quote.tokens.end <= found.tokens.start);
                direct.get(next).is_some_and(|quote| quote.tokens.overlaps(found.tokens))
            };
            let reported = sentences.iter().filter_map(|sentence| page.reported(sentence.tokens));
            let reported: Vec<Quotation> = reported.filter(|found| !overlaps(found)).collect();
            quotes.extend(reported);
            if let Some(own) = quotes.get_mut(first..) {
                own.sort_by_key(|quote| quote.tokens);
            }
        }
        quotes
    }
}

/// A block with its lexicon.
struct Page<'p> {
    reading: &'p Reading<'p>,
    document: &'p Document<'p>,
    lexicon: &'p Lexicon,
    block: TokenRange,
}

impl Page<'_> {
    fn word(&self, at: usize) -> &str {
        if self.block.has(at) { self.document.word(at) } else { "" }
    }

    fn is_word(&self, at: usize) -> bool {
        self.document.tokens().get(at).is_some_and(|token| token.kind == TokenKind::Word)
    }

    fn speech(&self, at: usize) -> Option<Speech> {
        self.reading.longest(&self.lexicon.story.speech, at, self.block.end)?.values.first().copied()
    }

    /// The marks that close what the mark at `at` opens, with their number; `None` where it opens nothing.
    fn closing(&self, at: usize) -> Option<(usize, &'static str)> {
        let spaced = || self.document.tokens().get(at).is_some_and(|token| token.spaced || at == self.block.start);
        match self.word(at) {
            "“" => Some((0, "”")),
            "„" => Some((1, "”“")),
            "«" => Some((2, "»")),
            "\"" if spaced() => Some((3, "\"")),
            _ => None,
        }
    }

    fn direct(&self, block_quote: bool, quotes: &mut Vec<Quotation>) {
        let mut at = self.block.start;
        let mut open_ended: Option<TokenRange> = None;
        // Up to where no mark closes, for each pair of marks: nothing is searched twice.
        let mut barren = [0; 4];
        while at < self.block.end {
            let Some((number, marks)) = self.closing(at) else {
                at += 1;
                continue;
            };
            let limit = self.block.end.min(at + LONGEST);
            let from = barren.get(number).copied().unwrap_or(0).max(at + 1);
            let close = (from..limit).find(|&end| !self.word(end).is_empty() && marks.contains(self.word(end)));
            let Some(close) = close else {
                if let Some(barren) = barren.get_mut(number) {
                    *barren = limit;
                }
                at += 1;
                continue;
            };
            let inside = TokenRange::new(at + 1, close);
            let attribution = self.attribution(at, close).or(open_ended.filter(|before| before.end + 1 >= at));
            if !inside.is_empty() && self.is_quotation(inside, attribution.is_some(), block_quote) {
                let span = self.document.span(inside);
                // What follows an attribution without a break is said by the same person.
                open_ended = attribution.map(|words| TokenRange::new(words.start, words.end.max(close)));
                quotes.push(Quotation { span, tokens: inside, kind: QuotationKind::Direct, attribution });
            }
            at = close + 1;
        }
    }

    fn is_quotation(&self, inside: TokenRange, attributed: bool, block_quote: bool) -> bool {
        let words = inside.positions().filter(|&at| self.is_word(at)).count();
        let capitals = inside.positions().filter(|&at| self.is_word(at) && self.starts_with_capital(at)).count();
        // `“The Great Book of Small Deals”` is a title.
        let title = capitals * 2 > words + 1 && !self.ends_like_speech(inside);
        words >= 2 && !title && (words >= LONG || attributed || block_quote)
    }

    fn starts_with_capital(&self, at: usize) -> bool {
        self.document.tokens().get(at).is_some_and(|token| token.case.has_capital())
    }

    fn ends_like_speech(&self, inside: TokenRange) -> bool {
        matches!(self.word(inside.end - 1), "," | "." | "!" | "?" | "…")
    }

    /// The words that say who speaks, beside a quotation between the marks at `open` and `close`.
    fn attribution(&self, open: usize, close: usize) -> Option<TokenRange> {
        self.attribution_after(close).or_else(|| self.attribution_before(open))
    }

    fn attribution_after(&self, close: usize) -> Option<TokenRange> {
        let mut start = close + 1;
        let comma_inside = matches!(self.word(close - 1), "," | "." | "!" | "?" | "…");
        let comma_after = self.word(start) == ",";
        if comma_after {
            start += 1;
        }
        let dash = matches!(self.word(start), "–" | "—" | "-" | "--");
        let end = self.stop(start, "");
        if dash && self.starts_with_capital(start + 1) && end - start <= ATTRIBUTION / 2 {
            return Some(TokenRange::new(start + 1, end));
        }
        if self.speech(start) == Some(Speech::According) && (comma_after || comma_inside) {
            return Some(TokenRange::new(start, end));
        }
        // `… ,” said Jane Roe`, `… », a déclaré hier Jane Roe`, `… ,” Jane Roe, the chairman, told reporters`.
        let reach = if comma_after || comma_inside { VERB_REACH } else { 1 };
        let verb = (start..end.min(start + reach)).find(|&at| self.speech(at) == Some(Speech::Verb))?;
        let name_first = verb > start + 3;
        if name_first && !self.starts_with_capital(start) && !self.determined(start) {
            return None;
        }
        let end = self.stop(start, if name_first { "" } else { "“«\"" });
        (!self.lower_sentence(start, close)).then(|| TokenRange::new(start, end))
    }

    /// Whether the words after a quotation start a sentence of their own: `… it.” Arden said …` told another thing.
    fn lower_sentence(&self, start: usize, close: usize) -> bool {
        matches!(self.word(close - 1), "." | "…") && self.starts_with_capital(start) && self.word(close + 1) != ","
    }

    fn determined(&self, at: usize) -> bool {
        self.reading
            .longest(&self.lexicon.story.small, at, self.block.end)
            .is_some_and(|found| found.values.contains(&Small::Determiner))
    }

    fn attribution_before(&self, open: usize) -> Option<TokenRange> {
        let sentence = self.document.sentences().get(self.document.sentence_of(open))?.tokens;
        let mark = open.checked_sub(1)?;
        if !matches!(self.word(mark), ":" | ",") {
            return None;
        }
        let floor = sentence.start.max(self.block.start).max(mark.saturating_sub(ATTRIBUTION));
        let verb = (floor..mark)
            .rev()
            .take(VERB_REACH)
            .find(|&at| self.speech(at).is_some_and(|found| matches!(found, Speech::Verb | Speech::According)));
        let colon = self.word(mark) == ":";
        let start = self.clause(floor, mark);
        let named = (start..mark).any(|at| self.starts_with_capital(at));
        (verb.is_some() || colon && named).then(|| TokenRange::new(start, mark))
    }

    /// The start of the words after the last closing quotation mark between two tokens.
    fn clause(&self, from: usize, to: usize) -> usize {
        (from..to).rev().find(|&at| matches!(self.word(at), "”" | "»" | ";")).map_or(from, |at| at + 1)
    }

    /// The next end of a sentence, or one of `marks`, from `start` on.
    fn stop(&self, start: usize, marks: &str) -> usize {
        let limit = self.block.end.min(start + ATTRIBUTION);
        (start..limit)
            .find(|&at| {
                let word = self.word(at);
                matches!(word, "." | ";" | ":" | "!" | "?" | "“" | "«") || !word.is_empty() && marks.contains(word)
            })
            .unwrap_or(limit.max(start))
    }

    /// Reported speech that makes up `sentence`.
    fn reported(&self, sentence: TokenRange) -> Option<Quotation> {
        let end = sentence.end.min(sentence.start + LONGEST);
        let end = if matches!(self.word(end - 1), "." | "!" | "…") { end - 1 } else { end };
        let whole = TokenRange::new(sentence.start, end);
        let (tokens, attribution) =
            self.after_source(whole).or_else(|| self.before_source(whole)).or_else(|| self.after_that(whole))?;
        let words = tokens.positions().take(ATTRIBUTION).filter(|&at| self.is_word(at)).count();
        (words >= 4).then(|| Quotation {
            span: self.document.span(tokens),
            tokens,
            kind: QuotationKind::Indirect,
            attribution: Some(attribution),
        })
    }

    /// `According to Jane Roe, chairman of Arden, it all went well`.
    fn after_source(&self, sentence: TokenRange) -> Option<(TokenRange, TokenRange)> {
        let start = sentence.start;
        if self.speech(start) != Some(Speech::According) {
            return None;
        }
        let limit = sentence.end.min(start + ATTRIBUTION);
        let mut comma = (start..limit).find(|&at| self.word(at) == ",")?;
        // Appositions to the source are short and stand between commas.
        while let Some(next) = (comma + 1..limit).find(|&at| self.word(at) == ",") {
            let words = (comma + 1..next).filter(|&at| self.is_word(at)).count();
            if words > APPOSITION || self.speech(comma + 1) == Some(Speech::Pronoun) {
                break;
            }
            comma = next;
        }
        Some((TokenRange::new(comma + 1, sentence.end), TokenRange::new(start, comma)))
    }

    /// `It all went well, according to Jane Roe`.
    fn before_source(&self, sentence: TokenRange) -> Option<(TokenRange, TokenRange)> {
        let floor = sentence.start.max(sentence.end.saturating_sub(VERB_REACH));
        let source = (floor..sentence.end).find(|&at| self.speech(at) == Some(Speech::According))?;
        let comma = source.checked_sub(1).filter(|&at| at > sentence.start && self.word(at) == ",")?;
        let has_capital = (source..sentence.end).any(|at| self.starts_with_capital(at));
        has_capital.then(|| (TokenRange::new(sentence.start, comma), TokenRange::new(source, sentence.end)))
    }

    /// `Jane Roe said that it all went well`.
    fn after_that(&self, sentence: TokenRange) -> Option<(TokenRange, TokenRange)> {
        let limit = sentence.end.min(sentence.start + ATTRIBUTION);
        let that = (sentence.start + 1..limit).find(|&at| {
            self.speech(at) == Some(Speech::That)
                && (at - 1..at).any(|before| self.speech(before) == Some(Speech::Verb))
        })?;
        let case = self.document.tokens().get(sentence.start).map_or(Case::None, |token| token.case);
        (case != Case::None).then(|| (TokenRange::new(that + 1, sentence.end), TokenRange::new(sentence.start, that)))
    }
}
