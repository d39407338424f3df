//! Word clusters: words used alike share a number. They carry what the training data says of a few names over to many.

use super::table::Table;

/// The cluster and the frequency class of a word; zero means unknown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordClass {
    /// The cluster, from 1.
    pub cluster: u16,
    /// Logarithm of the frequency rank, from 1.
    pub frequency: u8,
}

/// The compiled cluster table, keyed by [`Word::lower`](super::word::Word::lower).
#[derive(Clone, Copy, Debug, Default)]
pub struct Clusters<'a>(Table<'a>);

const BITS: u8 = 15;
/// Words beyond this rank are all equally rare.
const RANKED: usize = 40_000;

impl<'a> Clusters<'a> {
    /// A view of compiled bytes.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(Table::new(bytes))
    }

    /// What is known of a word.
    #[inline]
    pub fn get(&self, lower: u64) -> WordClass {
        match self.0.get(lower) {
            Some(&[cluster, frequency]) => WordClass { cluster: u16::from(cluster) + 1, frequency },
            _ => WordClass::default(),
        }
    }

    /// Compiles `(lower-case hash, cluster)` pairs, most frequent word first.
    pub fn compile(words: impl Iterator<Item = (u64, u8)>) -> Vec<u8> {
        let entry = |(rank, (hash, cluster)): (usize, (u64, u8))| {
            let frequency = if rank < RANKED { (rank + 1).ilog2() as u8 + 1 } else { 0 };
            (hash, vec![cluster, frequency])
        };
        Table::compile(BITS, 2, words.enumerate().map(entry).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::super::hash;
    use super::*;

    #[test]
    fn words_keep_their_cluster_and_rank() {
        let bytes = Clusters::compile([("the", 7), ("bank", 255)].into_iter().map(|(w, c)| (hash::text(w), c)));
        let clusters = Clusters::new(&bytes);
        assert_eq!(clusters.get(hash::text("the")), WordClass { cluster: 8, frequency: 1 });
        assert_eq!(clusters.get(hash::text("bank")), WordClass { cluster: 256, frequency: 2 });
        assert_eq!(clusters.get(hash::text("xyzzy")), WordClass::default());
    }
}
