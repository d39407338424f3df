//! The trained weights, used where they lie in the program.

use super::clusters::Clusters;
use super::document::Lexicon;
use super::gazetteer::Gazetteer;
use super::kind::Kinds;
use super::label::{STATES, State};
use super::table::Table;
use super::viterbi::Scores;

/// The bytes of the parts of a model, as the trainer writes them.
#[derive(Clone, Copy, Debug)]
pub struct Parts<'a> {
    /// Word clusters.
    pub clusters: &'a [u8],
    /// Name lists.
    pub gazetteer: &'a [u8],
    /// Weights of the features, one byte a state.
    pub weights: &'a [u8],
    /// Weights of the transitions, one byte a pair of states.
    pub transitions: &'a [u8],
    /// Weights of the kinds.
    pub kinds: &'a [u8],
}

/// The model that comes with the library.
pub const EMBEDDED: Parts<'static> = Parts {
    clusters: include_bytes!("model/clusters.bin"),
    gazetteer: include_bytes!("model/gazetteer.bin"),
    weights: include_bytes!("model/weights.bin"),
    transitions: include_bytes!("model/transitions.bin"),
    kinds: include_bytes!("model/kinds.bin"),
};

/// A model ready for use.
#[derive(Clone, Debug)]
pub struct Model<'a> {
    pub(super) lexicon: Lexicon<'a>,
    weights: Table<'a>,
    pub(super) transitions: Transitions,
    pub(super) kinds: Kinds<'a>,
}

impl<'a> Model<'a> {
    /// Reads the headers of the parts. Parts that are broken count as empty.
    pub fn new(parts: Parts<'a>) -> Self {
        Self {
            lexicon: Lexicon { clusters: Clusters::new(parts.clusters), gazetteer: Gazetteer::new(parts.gazetteer) },
            weights: Table::new(parts.weights),
            transitions: Transitions::new(parts.transitions),
            kinds: Kinds::new(parts.kinds),
        }
    }

    /// Adds the weights of a feature. An entry is as long as a row of scores: its fingerprint falls on the unused ones.
    #[inline]
    pub(super) fn add(&self, feature: u64, scores: &mut Scores) {
        let entry = self.weights.entry(feature);
        if let Some(row) = entry.and_then(|row| <&[u8; 16]>::try_from(row).ok()) {
            for (score, weight) in scores.iter_mut().zip(row) {
                *score = score.saturating_add(i16::from(*weight as i8));
            }
        }
    }
}

/// Bits of a weights table's directory.
const BITS: u8 = 16;

/// Compiles feature weights.
pub fn compile_weights(rows: impl Iterator<Item = (u64, [i8; STATES])>) -> Vec<u8> {
    Table::compile(BITS, STATES, rows.map(|(feature, row)| (feature, row.map(|w| w as u8).to_vec())).collect())
}

/// The weights of the legal transitions between states.
#[derive(Clone, Debug)]
pub struct Transitions {
    pairs: [(u8, i32); 76],
    bounds: [u8; STATES + 1],
}

impl Transitions {
    /// Reads `STATES * STATES` signed bytes, from-state first; what is missing is zero.
    pub fn new(bytes: &[u8]) -> Self {
        let (mut pairs, mut bounds, mut used) = ([(0, 0); 76], [0; STATES + 1], 0);
        for to in 0..STATES as u8 {
            for from in (0..STATES as u8).filter(|from| State(*from).may_precede(State(to))) {
                let weight = bytes.get(usize::from(from) * STATES + usize::from(to)).map_or(0, |w| i32::from(*w as i8));
                pairs[used] = (from, weight);
                used += 1;
            }
            bounds[usize::from(to) + 1] = used as u8;
        }
        Self { pairs, bounds }
    }

    /// The states that may come before this one, with the weight of the step.
    #[inline]
    pub(super) fn to(&self, state: State) -> &[(u8, i32)] {
        let at = usize::from(state.0).min(STATES - 1);
        &self.pairs[usize::from(self.bounds[at])..usize::from(self.bounds[at + 1])]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_read_back() {
        let mut row = [0i8; STATES];
        row[3] = -7;
        let bytes = compile_weights([(42u64 << 50 | 5, row)].into_iter());
        let model = Model::new(Parts { weights: &bytes, clusters: &[], gazetteer: &[], transitions: &[], kinds: &[] });
        let mut scores = [1; 16];
        model.add(42 << 50 | 5, &mut scores);
        model.add(42 << 50 | 6, &mut scores);
        assert_eq!((scores[3], scores[4]), (-6, 1));
    }
}
