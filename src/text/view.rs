//! Tokens with the texts they point into, while a document is being cut.

use super::{Case, Layout, Orthography, Token, TokenKind, TokenRange};

/// Tokens of the line that a story closes with, its marks counted.
const SIGN_OFF: usize = 8;

/// The tokens of a document and the questions its cutters ask about them.
#[derive(Debug, Clone, Copy)]
pub(super) struct View<'v> {
    pub(super) text: &'v str,
    pub(super) folded: &'v str,
    pub(super) tokens: &'v [Token],
    pub(super) orthography: &'v Orthography<'v>,
}

impl<'v> View<'v> {
    pub(super) fn layout(&self) -> &'v Layout<'v> {
        &self.orthography.layout
    }

    /// Token `at` as printed; empty past the end.
    pub(super) fn word(&self, at: usize) -> &'v str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    /// Token `at` folded; empty past the end.
    pub(super) fn folded(&self, at: usize) -> &'v str {
        self.tokens.get(at).map_or("", |token| token.folded_in(self.folded))
    }

    pub(super) fn case(&self, at: usize) -> Case {
        self.tokens.get(at).map_or(Case::None, |token| token.case)
    }

    pub(super) fn spaced(&self, at: usize) -> bool {
        self.tokens.get(at).is_none_or(|token| token.spaced)
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word)
    }

    pub(super) fn is_number(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number)
    }

    /// Whether token `at` is a dash that stands for itself, not inside a word.
    pub(super) fn is_dash(&self, at: usize) -> bool {
        let word = self.word(at);
        matches!(word, "–" | "—" | "―" | "−") || (!word.is_empty() && word.bytes().all(|b| b == b'-'))
    }

    /// Whether token `at` opens a quotation (a straight quote does where a space stands before it).
    pub(super) fn opens_quote(&self, at: usize) -> bool {
        matches!(self.word(at), "“" | "«" | "„" | "‟" | "‹") || self.word(at) == "\"" && self.spaced(at)
    }

    /// Whether token `at` closes a quotation.
    pub(super) fn closes_quote(&self, at: usize) -> bool {
        matches!(self.word(at), "”" | "»" | "›") || self.word(at) == "\"" && !self.spaced(at)
    }

    /// Whether token `at` is a quote or bracket that still belongs to the sentence before it.
    pub(super) fn closes(&self, at: usize) -> bool {
        self.closes_quote(at) || matches!(self.word(at), ")" | "’" | "]") || self.word(at) == "'" && !self.spaced(at)
    }

    /// The stop that `range` ends with, before closing quotes and brackets; empty without one.
    pub(super) fn final_stop(&self, range: TokenRange) -> &'v str {
        let mut last = range.end;
        while last > range.start && self.closes(last - 1) {
            last -= 1;
        }
        if last == range.start {
            return "";
        }
        match self.word(last - 1) {
            stop @ ("." | "!" | "?" | "…" | ":" | ";" | ",") => stop,
            dots if dots.starts_with("..") => "…",
            _ => "",
        }
    }

    /// The first token of `range` that is a word, number or quote: past bullets, brackets and dashes.
    pub(super) fn first_content(&self, range: TokenRange) -> usize {
        range
            .positions()
            .take(6)
            .find(|&at| {
                self.opens_quote(at)
                    || self.tokens[at].kind != TokenKind::Punctuation && !matches!(self.word(at), "*" | ">" | "|")
            })
            .unwrap_or(range.start)
    }

    /// The first of `cues` that the tokens from `at` begin with: where it ends. Cues are ordered by their first byte.
    pub(super) fn cue(&self, at: usize, end: usize, cues: &[String]) -> Option<usize> {
        let first = self.folded(at);
        let letter = Some(first.as_bytes().first()?);
        let from = cues.partition_point(|cue| cue.as_bytes().first() < letter);
        let near = cues.iter().skip(from).take_while(|cue| cue.as_bytes().first() == letter);
        near.filter(|cue| cue.starts_with(first)).find_map(|cue| self.starts(at, end, cue))
    }

    /// Whether `tokens` are the words that a story closes with, and nothing else.
    pub(super) fn is_sign_off(&self, tokens: TokenRange) -> bool {
        let alone = |end: usize| (end..tokens.end).all(|at| !self.is_word(at));
        tokens.len() <= SIGN_OFF && self.cue(tokens.start, tokens.end, self.layout().sign_offs).is_some_and(alone)
    }

    fn starts(&self, mut at: usize, end: usize, cue: &str) -> Option<usize> {
        let mut rest = cue;
        while at < end {
            rest = rest.strip_prefix(self.folded(at))?;
            at += 1;
            if rest.is_empty() {
                return Some(at);
            }
            rest = rest.strip_prefix(' ').unwrap_or(rest);
        }
        None
    }
}

/// Whether `sorted` holds `word`.
pub(super) fn contains(sorted: &[String], word: &str) -> bool {
    sorted.binary_search_by(|entry| entry.as_str().cmp(word)).is_ok()
}
