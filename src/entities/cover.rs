//! Which words of the article are whose.

use super::EntityId;
use crate::text::TokenRange;

/// Stretches of words that each stand for an entity, found by any of their tokens: most tokens are in none, so that of
/// each no more is kept than a small number.
#[derive(Debug, Default)]
pub(super) struct Cover {
    /// For each token its stretch, as a position in `stretches` counted from 1, or 0.
    of: Vec<u32>,
    stretches: Vec<(EntityId, TokenRange)>,
}

impl Cover {
    /// The `stretches` of an article of so many `tokens`; where two share a token, it is the later one's.
    pub(super) fn new(tokens: usize, stretches: impl IntoIterator<Item = (TokenRange, EntityId)>) -> Self {
        let mut cover = Self { of: vec![0; tokens], stretches: Vec::new() };
        for (tokens, id) in stretches {
            cover.stretches.push((id, tokens));
            let number = cover.stretches.len() as u32;
            cover.of.iter_mut().take(tokens.end).skip(tokens.start).for_each(|of| *of = number);
        }
        cover
    }

    /// The stretch that token `at` is in, and whom it stands for.
    pub(super) fn at(&self, at: usize) -> Option<(EntityId, TokenRange)> {
        let number = *self.of.get(at)? as usize;
        self.stretches.get(number.checked_sub(1)?).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_the_last_ones_that_covers_it() {
        let (long, short) = (TokenRange::new(1, 4), TokenRange::new(3, 9));
        let cover = Cover::new(5, [(long, EntityId(7)), (short, EntityId(8))]);
        let found: Vec<_> = (0..6).map(|at| cover.at(at)).collect();
        let (one, two) = (Some((EntityId(7), long)), Some((EntityId(8), short)));
        assert_eq!(found, [None, one, one, two, two, None]);
    }
}
