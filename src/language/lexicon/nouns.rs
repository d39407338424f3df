//! Nouns, where every noun has a capital: which words with one are no names.
//!
//! No list holds all compounds, but most end in a noun that a list of a few thousand holds, and begin with another.

use serde::{Deserialize, Serialize};

use super::endings::{Endings, tails};
use super::schema::NameWords;

/// What is known of the nouns of a language.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Nouns {
    words: Endings,
    /// What compounds begin with besides nouns.
    heads: Endings,
    /// What nouns take in their cases and numbers, and where they are joined.
    endings: Vec<String>,
    suffixes: Endings,
    plain_endings: Vec<String>,
    participles: Vec<String>,
    measures: Endings,
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
        let set = |words: &mut Vec<String>| Endings::new(&std::mem::take(words));
        Self {
            words: set(&mut rows.nouns),
            heads: set(&mut rows.noun_heads),
            endings: rows.noun_endings.clone(),
            suffixes: set(&mut rows.noun_suffixes),
            plain_endings: std::mem::take(&mut rows.plain_endings),
            participles: std::mem::take(&mut rows.participles),
            measures: set(&mut rows.measures),
        }
    }

    /// How much of the folded `word` is known as a noun.
    pub fn of(&self, word: &str) -> Noun {
        let stems = || self.stems(word);
        if stems().any(|stem| self.is_compound(stem, DEPTH)) {
            Noun::Whole
        } else if stems().any(|stem| self.words.close(stem, PART)) {
            Noun::Part
        } else {
            Noun::No
        }
    }

    /// Whether the folded `word` is a noun of the list in one of its forms, and no compound: `Käse`, but `Kronberg`.
    pub fn is_simple(&self, word: &str) -> bool {
        self.stems(word).any(|stem| self.words.has(stem))
    }

    /// Whether the folded `word` measures the noun beside it.
    pub fn is_measure(&self, word: &str) -> bool {
        self.measures.has(word)
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
        let opens = |head: &str| {
            head.is_empty()
                || head.len() >= 2 && self.heads.has(head)
                || depth > 0 && self.stems(head).any(|stem| self.is_compound(stem, depth - 1))
        };
        self.suffixes.close(word, PART + 1)
            || tails(word).any(|(head, hash)| word.len() - head.len() >= PART && self.words.holds(hash) && opens(head))
    }
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
    fn nouns_of_the_list_are_no_compounds() {
        assert!(nouns().is_simple("haus") && nouns().is_simple("hauses"));
        assert!(!nouns().is_simple("papierhaus") && !nouns().is_simple("arden"));
    }

    #[test]
    fn what_opens_a_sentence_is_told_by_its_ends() {
        assert!(nouns().is_plain("tatsächlich") && nouns().is_plain("gekauft"));
        assert!(!nouns().is_plain("arden") && nouns().is_measure("prozent"));
    }
}
