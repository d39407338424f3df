//! Whether a deal that was read besides others is one of its own, by experience: or the same once more, a step of it, or none.
//!
//! A linear model over what the deal says, where it stands and what it shares with the others, learned from whole articles with
//! their facts (`training/articles` in the repository). `facts/deal/standing.rs` draws the features.

use super::weights::Table;
use crate::entities::Entities;
use crate::facts::{Deal, deal};
use crate::language::Reading;
use crate::mentions::Mentions;

/// Columns of the table: it is none, and it is one.
pub const WIDTH: usize = 2;

static MODEL: &[u8] = include_bytes!("model/standing.bin");

/// The model in the program.
pub(in crate::facts) fn model() -> Table<'static, WIDTH> {
    Table::new(MODEL)
}

/// The deals of an article before any is taken away, with their features: for training.
pub fn draw(reading: &Reading<'_>, mentions: &Mentions, entities: &Entities) -> Vec<(Deal, Vec<u64>)> {
    deal::standing(reading, mentions, entities)
}
