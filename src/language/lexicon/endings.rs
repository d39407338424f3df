//! Ends that words have in common, as hashes: those of all ends of a word are found in one pass over its letters.

use serde::{Deserialize, Serialize};

/// Ends of words, as they stand in a lexicon.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Endings {
    /// Hashes of them, sorted: a quicker way to unpack than the words.
    hashes: Vec<u32>,
}

impl Endings {
    /// A set of `endings`.
    pub fn new(endings: &[String]) -> Self {
        Self { hashes: hashes(endings) }
    }

    /// Whether the folded `word` is one of them.
    pub fn has(&self, word: &str) -> bool {
        self.holds(hash(word))
    }

    /// Whether the folded `word` closes with one of them, behind at least `head` bytes.
    pub fn close(&self, word: &str, head: usize) -> bool {
        !self.hashes.is_empty() && tails(word).any(|(before, hash)| before.len() >= head && self.holds(hash))
    }

    pub(super) fn holds(&self, hash: u32) -> bool {
        self.hashes.binary_search(&hash).is_ok()
    }
}

/// The ends of a word, the shortest first, each with what stands before it and its hash.
pub(super) fn tails(word: &str) -> impl Iterator<Item = (&str, u32)> {
    let mut state = START;
    word.char_indices().rev().map(move |(at, letter)| {
        state = step(state, letter);
        (&word[..at], state)
    })
}

fn hashes(words: &[String]) -> Vec<u32> {
    let mut hashes: Vec<u32> = words.iter().map(|word| hash(word)).collect();
    hashes.sort_unstable();
    hashes.dedup();
    hashes
}

/// FNV-1a over characters, offset and prime of its 32 bits, from the last to the first.
fn hash(word: &str) -> u32 {
    word.chars().rev().fold(START, step)
}

const START: u32 = 0x811c_9dc5;

fn step(state: u32, letter: char) -> u32 {
    (state ^ letter as u32).wrapping_mul(0x0100_0193)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_close_with_what_others_close_with() {
        let endings = Endings::new(&["sparte".to_string(), "geschäft".to_string()]);
        for (word, head, closes) in [
            ("papiersparte", 1, true),
            ("auslandsgeschäft", 1, true),
            ("sparte", 0, true),
            ("sparte", 1, false),
            ("papiersparten", 1, false),
            ("ä", 0, false),
            ("", 0, false),
        ] {
            assert_eq!(endings.close(word, head), closes, "{word}");
        }
    }
}
