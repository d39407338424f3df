//! Tables of weights for hashed features, read where they lie in the program.

use std::ops::Range;

/// Weights of a row: several heads stand side by side, so that a feature is looked up once for all of them.
pub const WIDTH: usize = 16;
/// One of the values that features have, where they have more than one: see [`Table::add_scaled`].
pub const ONE: i32 = 64;
/// Units of a weight in one natural logarithm of odds.
pub const SCALE: f32 = 24.0;

/// Rows of `W` signed bytes, picked by the top bits of a feature's hash; their number is a power of two.
#[derive(Clone, Copy, Debug, Default)]
pub struct Table<'a, const W: usize = WIDTH> {
    bytes: &'a [u8],
    bits: u32,
}

/// A score for each class of each head, in units of [`SCALE`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scores<const W: usize = WIDTH>(pub [i32; W]);

/// The best class of a head, counted from the head's first, and its lead over the next in units of [`SCALE`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Best {
    /// The class.
    pub class: usize,
    /// Its lead, never negative.
    pub lead: i32,
}

impl<const W: usize> Default for Scores<W> {
    fn default() -> Self {
        Self([0; W])
    }
}

impl<'a, const W: usize> Table<'a, W> {
    /// A view of compiled bytes; what is no table counts as empty.
    pub fn new(bytes: &'a [u8]) -> Self {
        let rows = bytes.len() / W;
        if rows.is_power_of_two() { Self { bytes, bits: rows.ilog2() } } else { Self::default() }
    }

    /// Adds what a feature says to `scores`.
    #[inline]
    pub fn add(&self, feature: u64, scores: &mut Scores<W>) {
        self.add_scaled(feature, 1, scores);
    }

    /// Adds what a feature of some value says to `scores`, `value` times its weights.
    #[inline]
    pub fn add_scaled(&self, feature: u64, value: i32, scores: &mut Scores<W>) {
        let at = row(feature, self.bits) * W;
        let Some(weights) = self.bytes.get(at..at + W) else { return };
        for (score, weight) in scores.0.iter_mut().zip(weights) {
            // No value is larger than two bytes, which processors multiply many at a time.
            *score += i32::from(value as i16) * i32::from(*weight as i8);
        }
    }
}

impl Table<'_, 2> {
    /// How much more speaks for something with `features` than against it, in units of [`SCALE`].
    pub fn lead(&self, features: &[u64]) -> i32 {
        let mut scores = Scores::default();
        features.iter().for_each(|feature| self.add(*feature, &mut scores));
        scores.0[1] - scores.0[0]
    }
}

impl<const W: usize> Scores<W> {
    /// The best class of the head in `head`, a range of columns.
    pub fn best(&self, head: Range<usize>) -> Best {
        let scores = self.0.get(head).unwrap_or(&[]);
        let (mut class, mut second) = (0, i32::MIN);
        for (at, score) in scores.iter().enumerate().skip(1) {
            if *score > scores[class] {
                second = scores[class];
                class = at;
            } else {
                second = second.max(*score);
            }
        }
        Best { class, lead: scores.get(class).map_or(0, |best| best.saturating_sub(second)) }
    }
}

/// The row of a feature in a table of two to the power of `bits` rows.
pub fn row(feature: u64, bits: u32) -> usize {
    feature.checked_shr(u64::BITS - bits).unwrap_or(0) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_class_leads_by_its_distance_to_the_second() {
        let mut scores: Scores = Scores::default();
        scores.0[3..6].copy_from_slice(&[5, -2, 9]);
        assert_eq!(scores.best(3..6), Best { class: 2, lead: 4 });
        assert_eq!(scores.best(4..6), Best { class: 1, lead: 11 });
    }

    #[test]
    fn features_pick_rows_by_their_top_bits() {
        let mut bytes = [0; 2 * WIDTH];
        bytes[WIDTH] = 7;
        bytes[WIDTH + 1] = -3_i8 as u8;
        let mut scores: Scores = Scores::default();
        Table::new(&bytes).add(u64::MAX, &mut scores);
        Table::new(&bytes).add(1, &mut scores);
        assert_eq!(scores.0[..3], [7, -3, 0]);
    }

    #[test]
    fn what_is_no_table_says_nothing() {
        let mut scores: Scores = Scores::default();
        for bytes in [&[][..], &[1; 5], &[1; 3 * WIDTH]] {
            Table::new(bytes).add(u64::MAX, &mut scores);
        }
        assert_eq!(scores, Scores::default());
    }
}
