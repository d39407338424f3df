//! Words that a page has glued together (`ArdenShares of Arden rose`): what holds one is no name.

use super::Candidate;
use super::context::{lists, word_lists};
use super::scene::{Scene, hash};
use crate::language::{Class, WordId};
use crate::mentions::tagger::gazetteer::List;
use crate::mentions::tagger::hash::WordMap;
use crate::text::{Case, TokenKind, TokenRange};

/// The least letters of a half that the article also writes by itself, and of one that is cut off.
const HALF: usize = 5;

/// How often the article writes the words with a capital.
#[derive(Default)]
pub(super) struct Glued {
    written: WordMap<u64, u16>,
}

impl Glued {
    /// Counts the words only where a name has one that may be glued.
    pub(super) fn of(scene: &Scene<'_>, names: &[Candidate]) -> Self {
        let mixed = |name: &Candidate| name.tokens.positions().any(|at| seam(scene.document.word(at)).is_some());
        let mut glued = Self::default();
        if names.iter().any(mixed) {
            for (at, token) in scene.document.tokens().iter().enumerate() {
                if token.kind == TokenKind::Word && token.case.has_capital() {
                    let count = glued.written.entry(hash(scene.document.folded(at))).or_default();
                    *count = count.saturating_add(1);
                }
            }
        }
        glued
    }

    /// Whether a word of the name is two words of the article.
    pub(super) fn has(&self, scene: &Scene<'_>, name: &Candidate) -> bool {
        !name.own && name.tokens.positions().any(|at| self.is_glued(scene, at))
    }

    fn is_glued(&self, scene: &Scene<'_>, at: usize) -> bool {
        let handle = at.checked_sub(1).is_some_and(|before| matches!(scene.document.word(before), "@" | "#"));
        if handle || scene.document.tokens()[at].case != Case::Mixed {
            return false;
        }
        let word = scene.document.word(at);
        let Some(seam) = seam(word) else { return false };
        let written = |half: &str| self.written.get(&hash(&half.to_lowercase())).copied().unwrap_or(0);
        let listed = || {
            let lists = lists(scene, TokenRange::new(at, at + 1));
            lists(List::ShortCompany) || lists(List::Company)
        };
        let (left, right) = word.split_at(seam);
        let places = [List::City, List::Region, List::Country];
        let half = |half: &str| {
            half.chars().count() >= HALF && written(half) > 1 && !word_lists(scene, &half.to_lowercase(), &places)
        };
        // "ArdenA", of which the article says more behind the seam; "ArdenX" is a name.
        let small = || scene.line(at).is_some_and(|line| line.names.is(word_of(scene, at, right), Class::Common));
        let whole = right.chars().count() > 1 || small();
        written(word) == 1 && whole && !listed() && (half(left) || half(right))
    }
}

/// The word of the lexicon that half a word is.
fn word_of(scene: &Scene<'_>, at: usize, word: &str) -> WordId {
    scene.reading.lexicon(at).word(&word.to_lowercase())
}

/// Where the last capital inside a word stands behind a small letter, or behind several capitals.
fn seam(word: &str) -> Option<usize> {
    let mut letters = word.char_indices().rev();
    let (at, _) = letters.find(|(_, letter)| letter.is_uppercase())?;
    let before: Vec<char> = letters.map(|(_, letter)| letter).take(2).collect();
    match before[..] {
        [small, _] if small.is_lowercase() => Some(at),
        [capital, other] if capital.is_uppercase() && other.is_uppercase() => Some(at),
        [capital, _] if capital.is_uppercase() && word.len() > at + HALF => Some(at),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seams_are_found() {
        for (word, half) in [
            ("ArdenShares", Some("Shares")),
            ("ETArden", Some("Arden")),
            ("ArdenA", Some("A")),
            ("Arden", None),
            ("ARDEN", Some("N")),
            ("A", None),
        ] {
            assert_eq!(seam(word).map(|at| &word[at..]), half, "{word}");
        }
    }
}
