//! Nouns, where every noun has a capital: which words with one are no names.
//!
//! No list holds all compounds, but most end in a noun that a list of a few thousand holds, and begin with another.

use serde::{Deserialize, Serialize};

use super::schema::NameWords;

/// What is known of the nouns of a language.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Nouns {
    /// Hashes of the nouns, sorted: a quicker way to unpack than the words.
    words: Vec<u32>,
    /// The same of what compounds begin with besides nouns.
    heads: Vec<u32>,
    /// What nouns take in their cases and numbers, and where they are joined.
    endings: Vec<String>,
    suffixes: Vec<String>,
    plain_endings: Vec<String>,
    participles: Vec<String>,
    measures: Vec<u32>,
}

/// How much of a word is known as a noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Noun {
    /// Nothing: most likely a name.
    No,
    /// Its end: a compound, or a name that looks like one ("Kronberg").
    Part,
    /// All of it.
    Whole,
}

/// The shortest part of a compound, in bytes.
const PART: usize = 3;
/// How many nouns a compound is cut into at most.
const DEPTH: usize = 3;

impl Nouns {
    /// Takes what it holds out of the rows.
    pub fn new(rows: &mut NameWords) -> Self {
        let hashes = |words: &[String]| {
            let mut hashes: Vec<u32> = words.iter().map(|word| hash(word)).collect();
            hashes.sort_unstable();
            hashes.dedup();
            hashes
        };
        Self {
            words: hashes(&std::mem::take(&mut rows.nouns)),
            heads: hashes(&std::mem::take(&mut rows.noun_heads)),
            endings: rows.noun_endings.clone(),
            suffixes: std::mem::take(&mut rows.noun_suffixes),
            plain_endings: std::mem::take(&mut rows.plain_endings),
            participles: std::mem::take(&mut rows.participles),
            measures: hashes(&std::mem::take(&mut rows.measures)),
        }
    }

    /// How much of the folded `word` is known as a noun.
    pub fn of(&self, word: &str) -> Noun {
        let stems = || self.stems(word);
        if stems().any(|stem| self.is_compound(stem, DEPTH)) {
            Noun::Whole
        } else if stems().any(|stem| tails(stem).any(|(head, hash)| head.len() >= PART && has(&self.words, hash))) {
            Noun::Part
        } else {
            Noun::No
        }
    }

    /// Whether the folded `word` measures the noun beside it.
    pub fn is_measure(&self, word: &str) -> bool {
        has(&self.measures, hash(word))
    }

    /// Whether the folded `word` has the form of an adjective, an adverb, an infinitive or a participle.
    pub fn is_plain(&self, word: &str) -> bool {
        let ends = |endings: &[String]| endings.iter().any(|ending| word.ends_with(ending.as_str()));
        ends(&self.plain_endings)
            || (word.ends_with('t') || word.ends_with("en"))
                && self.participles.iter().any(|start| word.starts_with(start.as_str()))
    }

    /// A word, and what is left of it without each ending it may have.
    fn stems<'w>(&'w self, word: &'w str) -> impl Iterator<Item = &'w str> {
        let cut = self.endings.iter().filter_map(|ending| word.strip_suffix(ending.as_str()));
        std::iter::once(word).chain(cut).filter(|stem| stem.len() >= PART)
    }

    /// Whether `word` is a noun, or a noun behind what compounds begin with.
    fn is_compound(&self, word: &str, depth: usize) -> bool {
        let suffix = |suffix: &String| word.len() > suffix.len() + PART && word.ends_with(suffix.as_str());
        let opens = |head: &str| {
            head.is_empty()
                || head.len() >= 2 && has(&self.heads, hash(head))
                || depth > 0 && self.stems(head).any(|stem| self.is_compound(stem, depth - 1))
        };
        self.suffixes.iter().any(suffix) || tails(word).any(|(head, hash)| has(&self.words, hash) && opens(head))
    }
}

/// The ends of a word of at least [`PART`], each with what stands before it and its hash.
fn tails(word: &str) -> impl Iterator<Item = (&str, u32)> {
    let mut state = START;
    word.char_indices().rev().filter_map(move |(at, letter)| {
        state = step(state, letter);
        (word.len() - at >= PART).then_some((&word[..at], state))
    })
}

const START: u32 = 0x811c_9dc5;

/// Hashes run from the end, so that all ends of a word are hashed in one pass.
fn hash(word: &str) -> u32 {
    word.chars().rev().fold(START, step)
}

fn step(state: u32, letter: char) -> u32 {
    (state ^ letter as u32).wrapping_mul(0x0100_0193)
}

fn has(sorted: &[u32], hash: u32) -> bool {
    sorted.binary_search(&hash).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nouns() -> Nouns {
        let words = |words: &str| words.split(' ').map(str::to_string).collect();
        Nouns::new(&mut NameWords {
            nouns: words("haus papier preis stein"),
            noun_heads: words("kauf groß"),
            noun_endings: words("s es e"),
            noun_suffixes: words("ung"),
            plain_endings: words("lich"),
            participles: words("ge"),
            measures: words("prozent"),
            ..NameWords::default()
        })
    }

    #[test]
    fn compounds_are_nouns_and_names_are_none() {
        for (word, noun) in [
            ("haus", Noun::Whole),
            ("hauses", Noun::Whole),
            ("papierpreise", Noun::Whole),
            ("kaufpreises", Noun::Whole),
            ("großpapierhaus", Noun::Whole),
            ("ardung", Noun::No),
            ("gestattung", Noun::Whole),
            ("arden", Noun::No),
            ("ardenstein", Noun::Part),
            ("", Noun::No),
        ] {
            assert_eq!(nouns().of(word), noun, "{word}");
        }
    }

    #[test]
    fn what_opens_a_sentence_is_told_by_its_ends() {
        assert!(nouns().is_plain("tatsächlich") && nouns().is_plain("gekauft"));
        assert!(!nouns().is_plain("arden") && nouns().is_measure("prozent"));
    }
}
