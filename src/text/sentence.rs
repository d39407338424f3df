//! Where sentences end.

use super::{Case, Span, Token, TokenKind, TokenRange};

/// One sentence, or what stands for one: a heading, a list item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// Its tokens, never empty.
    pub tokens: TokenRange,
    /// Where it stands, from its first token to its last.
    pub span: Span,
}

/// Cuts the tokens of one block into sentences.
pub(super) fn split(text: &str, tokens: &[Token], block: TokenRange) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut start = block.start;
    let mut at = block.start;
    while at < block.end {
        let mut end = at + 1;
        if ends_sentence(text, tokens, at, block.end) {
            while end < block.end && closes(tokens[end], text) {
                end += 1;
            }
            sentences.push(sentence(tokens, start, end));
            start = end;
        }
        at = end;
    }
    if start < block.end {
        sentences.push(sentence(tokens, start, block.end));
    }
    sentences
}

fn sentence(tokens: &[Token], start: usize, end: usize) -> Sentence {
    Sentence { tokens: TokenRange::new(start, end), span: tokens[start].span.cover(tokens[end - 1].span) }
}

/// Quotes and brackets that still belong to the sentence before them.
fn closes(token: Token, text: &str) -> bool {
    match token.span.of(text) {
        "”" | "»" | ")" | "’" | "]" => true,
        "\"" | "'" => !token.spaced,
        _ => false,
    }
}

fn ends_sentence(text: &str, tokens: &[Token], at: usize, end: usize) -> bool {
    let token = tokens[at];
    let word = token.span.of(text);
    let stop = match token.kind {
        TokenKind::Punctuation => matches!(word, "." | "!" | "?" | "…") || word.starts_with(".."),
        // An abbreviation ends a sentence only where the next word cannot belong to it.
        TokenKind::Word => word.ends_with('.') && word.len() > 3,
        _ => false,
    };
    if !stop {
        return false;
    }
    let mut next = at + 1;
    let mut quoted = false;
    while next < end && closes(tokens[next], text) {
        quoted = true;
        next += 1;
    }
    let Some(following) = tokens.get(next).filter(|_| next < end) else { return true };
    let opens = matches!(following.span.of(text), "“" | "«" | "\"" | "‘" | "(" | "—" | "–" | "•" | "-" | "[");
    let starts = following.case.has_capital() || following.kind == TokenKind::Number || opens;
    match token.kind {
        TokenKind::Word => {
            // `Acme Inc. The company`: a common capitalised word after a company's form; names may go on (`St. Louis`).
            following.spaced && is_sentence_opener(following.span.of(text))
        }
        _ if word != "." && word.starts_with(['.', '…']) => following.spaced && starts,
        _ if following.spaced => starts || (word != "." && !quoted),
        // Glued sentences: `… last year.The group`.
        _ => {
            following.case == Case::Title
                && following.span.len() > 1
                && at > 0
                && tokens[at - 1].case == Case::Lower
                && tokens[at - 1].span.len() > 2
        }
    }
}

/// Words that open a sentence and hardly ever continue a name.
fn is_sentence_opener(word: &str) -> bool {
    matches!(
        word,
        "The"
            | "It"
            | "In"
            | "This"
            | "That"
            | "These"
            | "Its"
            | "He"
            | "She"
            | "They"
            | "A"
            | "An"
            | "On"
            | "At"
            | "But"
            | "For"
            | "Le"
            | "La"
            | "Les"
            | "Il"
            | "Elle"
            | "Ce"
            | "Cette"
            | "Un"
            | "Une"
            | "Son"
            | "Sa"
            | "En"
            | "Mais"
            | "Selon"
    )
}
