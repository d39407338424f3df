//! The article as blocks, sentences and tokens.
//!
//! Takes a text and the few spelling habits of its language ([`Orthography`]); gives a [`Document`], which never changes
//! once built. Every position is a [`Span`] into the very text that came in. This room never interprets: it knows no
//! names, figures or meanings, and it never alters a character.

mod block;
mod blocks;
pub mod chars;
mod dateline;
mod document;
mod lines;
mod orthography;
mod sentence;
mod signs;
mod span;
mod token;
mod tokenizer;
mod view;
mod wire;

#[cfg(test)]
mod tests;

pub use block::{Block, BlockKind};
pub use document::Document;
pub use orthography::{Layout, Orthography};
pub use sentence::Sentence;
pub use span::{CodePoints, Span};
pub use token::{Case, Token, TokenKind, TokenRange};
pub use tokenizer::{fold, fold_into, tokenize};
