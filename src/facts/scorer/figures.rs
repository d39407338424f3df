//! Which sum of an article is the price of a deal, and which percentage the share that changes hands, by experience.
//!
//! A linear model over the words around a figure, its place in the article, its size beside the others, and what the rules made of
//! it, learned from whole articles with their facts (`training/articles` in the repository). `facts/deal/figures.rs` draws the
//! features.

use super::weights::Table;
use crate::entities::Entities;
use crate::facts::{Deal, deal};
use crate::language::Reading;
use crate::mentions::{Currency, Mentions};
use rust_decimal::Decimal;

/// Columns of the table: it is not, and it is.
pub const WIDTH: usize = 2;

static MODEL: &[u8] = include_bytes!("model/figures.bin");

/// A figure that may belong to a deal.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// Whether it is a share, else a sum.
    pub share: bool,
    /// Its position among the sums or shares of the article.
    pub index: usize,
    /// The position of its sentence in the document.
    pub sentence: usize,
    /// How much.
    pub value: Decimal,
    /// Of which currency.
    pub currency: Option<Currency>,
    /// What is seen of it and the deal.
    pub features: Vec<u64>,
}

/// The model in the program.
pub(in crate::facts) fn model() -> Table<'static, WIDTH> {
    Table::new(MODEL)
}

/// The deals of an article as the rules read them, with the figures that may be theirs: for training.
pub fn draw(reading: &Reading<'_>, mentions: &Mentions, entities: &Entities) -> Vec<(Deal, Vec<Candidate>)> {
    deal::figured(reading, mentions, entities)
}
