//! Where sentences end.

use super::lines::list_marker;
use super::view::{View, contains};
use super::{Case, Span, TokenKind, TokenRange};

/// One sentence, or what stands for one: a heading, a list item, a dateline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// Its tokens, never empty.
    pub tokens: TokenRange,
    /// Where it stands, from its first token to its last.
    pub span: Span,
}

/// Cuts the tokens of one block into sentences; its dateline is one of its own.
pub(super) fn split(view: View<'_>, block: TokenRange, dateline: TokenRange, sentences: &mut Vec<Sentence>) {
    let mut start = block.start;
    if !dateline.is_empty() && dateline.end <= block.end {
        sentences.push(sentence(view, start, dateline.end));
        start = dateline.end;
    }
    let mut at = list_marker(view, TokenRange::new(start, block.end)).unwrap_or(start);
    while at < block.end {
        let mut end = at + 1;
        if ends_sentence(view, at, start, block.end) {
            while end < block.end && view.closes(end) {
                end += 1;
            }
            sentences.push(sentence(view, start, end));
            start = end;
        }
        at = end;
    }
    if start < block.end {
        sentences.push(sentence(view, start, block.end));
    }
}

fn sentence(view: View<'_>, start: usize, end: usize) -> Sentence {
    let first = view.tokens.get(start).map_or(Span::default(), |token| token.span);
    let last = end.checked_sub(1).and_then(|last| view.tokens.get(last)).map_or(first, |token| token.span);
    Sentence { tokens: TokenRange::new(start, end), span: first.cover(last) }
}

fn ends_sentence(view: View<'_>, at: usize, start: usize, end: usize) -> bool {
    let Some(token) = view.tokens.get(at) else { return false };
    let stop = match token.kind {
        TokenKind::Punctuation => {
            let word = view.word(at);
            matches!(word, "." | "!" | "?" | "…") || word.starts_with("..")
        }
        // Nearly every word is told here.
        TokenKind::Word if token.letters => return false,
        TokenKind::Word => return abbreviation_ends(view, at, end),
        _ => false,
    };
    if !stop {
        return false;
    }
    let mut next = at + 1;
    while next < end && view.closes(next) {
        next += 1;
    }
    if next >= end {
        return true;
    }
    let word = view.word(at);
    let starts = starts_sentence(view, next);
    if !view.spaced(next) {
        // Stops in a row belong together; glued sentences: `… last year.The group`.
        return word == "." && next == at + 1 && glued(view, at, next);
    }
    match word {
        "." => starts && !ordinal(view, at, next),
        "!" => starts && !named_with_mark(view, at, start, next),
        _ => starts,
    }
}

/// Whether an abbreviation that keeps its dot also closes the sentence: `Acme Inc. The company …`.
fn abbreviation_ends(view: View<'_>, at: usize, end: usize) -> bool {
    let folded = view.folded(at);
    if !folded.ends_with('.') || contains(view.orthography.leading_abbreviations, folded) {
        return false;
    }
    let mut next = at + 1;
    while next < end && view.closes(next) {
        next += 1;
    }
    next >= end || view.spaced(next) && (opener(view, next) || view.opens_quote(next) && opener(view, next + 1))
}

/// Whether a sentence may start with token `at`.
fn starts_sentence(view: View<'_>, at: usize) -> bool {
    view.case(at).has_capital()
        || view.is_number(at)
        || view.opens_quote(at)
        || view.is_dash(at)
        || matches!(view.word(at), "‘" | "(" | "[" | "•" | "¿" | "¡" | "$" | "€" | "£" | "'")
}

fn opener(view: View<'_>, at: usize) -> bool {
    view.case(at).has_capital() && contains(view.orthography.openers, view.folded(at))
}

/// Whether the dot makes the number before it an ordinal (`12. Juni`).
fn ordinal(view: View<'_>, at: usize, next: usize) -> bool {
    view.orthography.ordinal_dot
        && at > 0
        && view.is_number(at - 1)
        && view.word(at - 1).len() <= 2
        && !view.spaced(at)
        && !opener(view, next)
}

/// Whether the mark belongs to a name (`the portal Huzzah! Inc`): glued to a capitalised word inside the sentence, and no
/// usual opener after it.
fn named_with_mark(view: View<'_>, at: usize, start: usize, next: usize) -> bool {
    at > start + 1 && !view.spaced(at) && view.case(at - 1).has_capital() && next == at + 1 && !opener(view, next)
}

fn glued(view: View<'_>, at: usize, next: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    if view.case(next) != Case::Title || view.word(next).chars().count() < 2 {
        return false;
    }
    view.case(before) == Case::Lower && view.word(before).len() > 2
        || opener(view, next) && (view.is_number(before) || matches!(view.word(before), "%" | ")" | "€" | "”" | "»"))
}
