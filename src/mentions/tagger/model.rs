//! The trained weights, used where they lie in the program.

use super::clusters::Clusters;
use super::document::Lexicon;
use super::gazetteer::Gazetteer;
use super::kind::Kinds;
use super::label::STATES;
use super::rows::{Asked, Rows};
use super::viterbi::{Scores, Transitions};

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

/// Bytes that begin where a line of the processor's cache does: no row of weights lies in two.
#[repr(C, align(64))]
struct Aligned<T: ?Sized>(T);

static WEIGHTS: &Aligned<[u8]> = &Aligned(*include_bytes!("model/weights.bin"));

/// The model that comes with the library.
pub static EMBEDDED: Parts<'static> = Parts {
    clusters: include_bytes!("model/clusters.bin"),
    gazetteer: include_bytes!("model/gazetteer.bin"),
    weights: &WEIGHTS.0,
    transitions: include_bytes!("model/transitions.bin"),
    kinds: include_bytes!("model/kinds.bin"),
};

/// A model ready for use.
#[derive(Clone, Debug)]
pub struct Model<'a> {
    pub(super) lexicon: Lexicon<'a>,
    weights: Rows<'a>,
    pub(super) transitions: Transitions,
    pub(super) kinds: Kinds<'a>,
}

impl<'a> Model<'a> {
    /// Reads the headers of the parts. Parts that are broken count as empty.
    pub fn new(parts: Parts<'a>) -> Self {
        Self {
            lexicon: Lexicon { clusters: Clusters::new(parts.clusters), gazetteer: Gazetteer::new(parts.gazetteer) },
            weights: Rows::new(parts.weights),
            transitions: Transitions::new(parts.transitions),
            kinds: Kinds::new(parts.kinds),
        }
    }

    /// Adds the weights of features to the scores that they ask for; of the list of features nothing is left.
    pub(super) fn add(&self, features: &mut Vec<Asked>, scores: &mut [Scores]) {
        self.weights.add(features, scores);
        features.clear();
    }
}

/// Compiles feature weights.
pub fn compile_weights(rows: impl Iterator<Item = (u64, [i8; STATES])>) -> Vec<u8> {
    let wide = |row: [i8; STATES]| std::array::from_fn(|state| row.get(state).map_or(0, |weight| *weight as u8));
    Rows::compile(rows.map(|(feature, row)| (feature, wide(row))).collect())
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
        let mut scores = [[1; 16]];
        model.add(&mut vec![(42 << 50 | 5, 0), (42 << 50 | 6, 0)], &mut scores);
        assert_eq!((scores[0][3], scores[0][4]), (-6, 1));
    }
}
