//! The hash functions of the tagger: the same numbers on every machine.

const MULTIPLIER: u64 = 0x9E37_79B9_7F4A_7C15;

/// Adds one value to a running hash.
pub fn push(hash: u64, value: u64) -> u64 {
    let h = (hash ^ value).wrapping_mul(MULTIPLIER);
    h ^ (h >> 29)
}

/// One hash of two; the order counts.
pub fn pair(first: u64, second: u64) -> u64 {
    push(first.rotate_left(23), second)
}

/// The hash of a string, character by character, as every table of the tagger is keyed.
pub fn text(text: &str) -> u64 {
    text.chars().fold(0, |h, c| push(h, u64::from(c)))
}

/// The hash of bytes, eight at a time, after a running hash; for maps that live in memory only.
pub fn bytes(hash: u64, bytes: &[u8]) -> u64 {
    let (chunks, rest) = bytes.as_chunks::<8>();
    let hash = chunks.iter().fold(push(hash, bytes.len() as u64), |h, chunk| push(h, u64::from_le_bytes(*chunk)));
    push(hash, rest.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)))
}

/// A hasher of hashes, faster than the standard one.
#[derive(Clone, Copy, Debug, Default)]
pub struct WordHasher(u64);

impl std::hash::Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = self::bytes(self.0, bytes);
    }

    fn write_u64(&mut self, value: u64) {
        self.0 = push(self.0, value);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// A map keyed by hashes.
pub type WordMap<K, V> = std::collections::HashMap<K, V, std::hash::BuildHasherDefault<WordHasher>>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_counts() {
        assert_ne!(pair(1, 2), pair(2, 1));
        assert_ne!(text("ab"), text("ba"));
    }

    #[test]
    fn values_are_fixed() {
        assert_eq!(text(""), 0);
        assert_eq!(text("Inc."), text("Inc."));
        assert_eq!(push(0, 1), 0x9E37_79B9_7F4A_7C15 ^ (0x9E37_79B9_7F4A_7C15 >> 29));
    }
}
