//! The article as blocks, sentences and tokens.
//!
//! Takes a text and the few spelling habits of its language ([`Orthography`]); gives a [`Document`], which never changes
//! once built. Every position is a [`Span`] into the very text that came in. This room never interprets: it knows no
//! names, figures or meanings, and it never alters a character.

mod block;
mod document;
mod sentence;
mod span;
mod token;
mod tokenizer;

pub use block::{Block, BlockKind};
pub use document::Document;
pub use sentence::Sentence;
pub use span::{CodePoints, Span};
pub use token::{Case, Token, TokenKind, TokenRange};
pub use tokenizer::{fold, tokenize};

/// The spelling habits that splitting depends on, in folded form and sorted: plain slices, because languages are known
/// only further down the pipeline.
#[derive(Debug, Clone, Copy, Default)]
pub struct Orthography<'l> {
    /// Words that keep their final dot (`inc.`, `m.`, `st.`); a dot there ends no sentence unless a capital follows a
    /// closing form.
    pub abbreviations: &'l [String],
    /// Heads that an apostrophe parts from the word they lean on (`l'`, `d'`, `qu'`).
    pub elisions: &'l [String],
    /// Tails that a hyphen parts from a verb (`-t-il`, `-elle`).
    pub enclitics: &'l [String],
    /// Second halves of compounds that follow a name and are no part of it (`based`, `owned`, `backed`).
    pub compound_tails: &'l [String],
}
