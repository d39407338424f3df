//! Where a number, fraction or date may begin.
//!
//! Nearly every word begins none: it is told here once, and no recogniser looks at it.

use crate::language::Reading;
use crate::text::{TokenKind, TokenRange};

/// The tokens at which a figure or date may begin, in order.
#[derive(Debug, Default)]
pub(super) struct Anchors {
    tokens: Vec<usize>,
}

impl Anchors {
    /// Finds those of every sentence.
    pub(super) fn find(reading: &Reading<'_>) -> Self {
        let document = reading.document();
        let mut found = Vec::new();
        for sentence in document.sentences() {
            let lexicon = reading.lexicon(sentence.tokens.start);
            let pieces = &lexicon.figures.pieces;
            let tokens = document.tokens().get(sentence.tokens.positions()).unwrap_or_default();
            for (at, token) in sentence.tokens.positions().zip(tokens) {
                let begins = match token.kind {
                    TokenKind::Number => true,
                    // `.5`
                    TokenKind::Punctuation => {
                        let next = document.tokens().get(at + 1);
                        token.spaced && next.is_some_and(|next| next.kind == TokenKind::Number && !next.spaced)
                    }
                    TokenKind::Word => {
                        reading.opens(&lexicon.anchors, at)
                            || !token.letters && is_coded(document.folded(at))
                            || pieces.compounds() && pieces.may_part(document.folded(at))
                    }
                    _ => false,
                };
                if begins {
                    found.push(at);
                }
            }
        }
        Self { tokens: found }
    }

    /// All of them.
    pub(super) fn all(&self) -> &[usize] {
        &self.tokens
    }

    /// Those among `tokens`.
    pub(super) fn among(&self, tokens: TokenRange) -> &[usize] {
        let start = self.tokens.partition_point(|&at| at < tokens.start);
        let rest = self.tokens.get(start..).unwrap_or_default();
        rest.get(..rest.partition_point(|&at| at < tokens.end)).unwrap_or_default()
    }
}

/// Whether a word has a digit or a hyphen: `CHF3`, `vingt-deux`, `mid-2026`.
fn is_coded(word: &str) -> bool {
    word.bytes().any(|byte| byte == b'-' || byte.is_ascii_digit())
}
