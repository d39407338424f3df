//! Words as small numbers.

use serde::{Deserialize, Serialize};

use super::packed;

/// A word of a lexicon; equal words have equal ids within one lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct WordId(pub(crate) u32);

impl WordId {
    /// A word that is in no phrase of the lexicon.
    pub const UNKNOWN: WordId = WordId(0);
}

/// The words of one lexicon: one string and an open-addressing hash table over it, so that nothing need be built when
/// a lexicon is unpacked.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Vocabulary {
    /// All words, one after the other.
    text: String,
    /// Where each ends in `text`; the word at position 0 has the id 1.
    #[serde(with = "packed")]
    ends: Vec<u32>,
    /// Ids at the places their hashes point to, 0 where free; the length is a power of two.
    #[serde(with = "packed")]
    slots: Vec<u32>,
}

impl Vocabulary {
    /// The id of `word`, a new one where it has none.
    pub fn insert(&mut self, word: &str) -> WordId {
        let known = self.get(word);
        if known != WordId::UNKNOWN {
            return known;
        }
        self.text.push_str(word);
        self.ends.push(self.text.len() as u32);
        if self.ends.len() * 2 > self.slots.len() {
            self.slots = vec![0; (self.ends.len() * 2).next_power_of_two()];
            (1..=self.ends.len()).for_each(|id| self.place(id as u32));
        } else {
            self.place(self.ends.len() as u32);
        }
        WordId(self.ends.len() as u32)
    }

    /// The id of `word`, or [`WordId::UNKNOWN`].
    pub fn get(&self, word: &str) -> WordId {
        let mut at = hash(word.as_bytes());
        loop {
            match self.slots.get(at & self.slots.len().wrapping_sub(1)) {
                None | Some(0) => return WordId::UNKNOWN,
                Some(&id) if self.bytes(id) == word.as_bytes() => return WordId(id),
                Some(_) => at = at.wrapping_add(1),
            }
        }
    }

    fn place(&mut self, id: u32) {
        let mask = self.slots.len() - 1;
        let mut at = hash(self.bytes(id)) & mask;
        while self.slots[at] != 0 {
            at = (at + 1) & mask;
        }
        self.slots[at] = id;
    }

    fn bytes(&self, id: u32) -> &[u8] {
        let end = |id: usize| self.ends.get(id.wrapping_sub(1)).map_or(0, |&end| end as usize);
        self.text.as_bytes().get(end(id as usize - 1)..end(id as usize)).unwrap_or_default()
    }
}

/// The same on the machine that packs a lexicon and on the one that reads it. Eight bytes at a time, the last of a longer
/// word perhaps twice.
fn hash(word: &[u8]) -> usize {
    let four = |bytes: Option<&[u8; 4]>| bytes.map_or(0, |bytes| u64::from(u32::from_le_bytes(*bytes)));
    let eight = |bytes: Option<&[u8; 8]>| bytes.map_or(0, |bytes| u64::from_le_bytes(*bytes));
    let mix = |hash: u64, bytes: u64| (hash.rotate_left(5) ^ bytes).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let bytes = match word {
        [] => 0,
        [a] => u64::from(*a),
        [a, .., c] if word.len() < 4 => u64::from_le_bytes([*a, word[1], *c, 0, 0, 0, 0, 0]),
        _ if word.len() <= 8 => four(word.first_chunk()) | four(word.last_chunk()) << 32,
        _ => {
            let whole = word.chunks_exact(8).fold(0, |hash, chunk| mix(hash, eight(chunk.first_chunk())));
            mix(whole, eight(word.last_chunk()))
        }
    };
    let mixed = mix(word.len() as u64, bytes);
    (mix(0, mixed >> 32 ^ mixed) >> 32) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_words_have_equal_ids() {
        let mut vocabulary = Vocabulary::default();
        assert_eq!(vocabulary.get("share"), WordId::UNKNOWN);
        let ids: Vec<_> = (0..1000).map(|n| vocabulary.insert(&format!("word{n}"))).collect();
        assert_eq!(vocabulary.insert("word7"), ids[7]);
        assert!((0..1000).all(|n| vocabulary.get(&format!("word{n}")) == ids[n]));
        assert_eq!(vocabulary.get("word1000"), WordId::UNKNOWN);
        assert_eq!(vocabulary.get(""), WordId::UNKNOWN);
    }
}
