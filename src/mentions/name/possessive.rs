//! Names that are possessives themselves: `sold to Arden's, which brews` has no noun behind the mark.

use super::Candidate;
use super::scene::{Line, Scene, hash};
use crate::language::Class;
use crate::language::lexicon::Function;
use crate::mentions::tagger::Label;
use crate::mentions::tagger::hash::WordMap;
use crate::text::TokenKind;

/// How an article uses words with the mark of the possessive.
#[derive(Default)]
pub(super) struct Possessives {
    uses: WordMap<u64, Uses>,
}

#[derive(Default)]
struct Uses {
    /// With the mark before a noun, or anything else that may be what is possessed.
    owning: u16,
    /// With the mark and nothing that could be possessed.
    bare: u16,
    /// Without the mark.
    plain: u16,
}

impl Possessives {
    pub(super) fn of(scene: &Scene<'_>) -> Self {
        let mut found = Self::default();
        let marks = |line: &Line<'_>| (line.tokens.start + 1..line.tokens.end).filter(|&at| is_mark(scene, at));
        for line in &scene.lines {
            for at in marks(line).filter(|&at| scene.capital(at - 1)) {
                let uses = found.uses.entry(hash(scene.document.folded(at - 1))).or_default();
                let count = if is_bare(scene, line, at + 1) { &mut uses.bare } else { &mut uses.owning };
                *count = count.saturating_add(1);
            }
        }
        found.uses.retain(|_, uses| uses.bare > 0 && uses.owning == 0);
        if !found.uses.is_empty() {
            for line in &scene.lines {
                for at in line.tokens.positions().filter(|&at| scene.capital(at) && !is_mark(scene, at + 1)) {
                    if let Some(uses) = found.uses.get_mut(&hash(scene.document.folded(at))) {
                        uses.plain = uses.plain.saturating_add(1);
                    }
                }
            }
        }
        found
    }

    /// The candidate with its mark, where the article never has anything possessed behind it.
    pub(super) fn whole(&self, scene: &Scene<'_>, mut candidate: Candidate) -> Candidate {
        let end = candidate.tokens.end;
        let other = match candidate.label {
            Some(Label::Person) => candidate.tokens.len() > 1,
            Some(Label::Location) => true,
            _ => false,
        };
        if candidate.own || other || !is_mark(scene, end) {
            return candidate;
        }
        let uses = self.uses.get(&hash(scene.document.folded(end - 1)));
        if uses.is_some_and(|uses| uses.plain == 0 || uses.bare > 1 && uses.bare > uses.plain) {
            candidate.tokens.end = end + 1;
        }
        candidate
    }
}

fn is_mark(scene: &Scene<'_>, at: usize) -> bool {
    scene.document.tokens().get(at).is_some_and(|token| !token.spaced) && matches!(scene.document.word(at), "’s" | "'s")
}

/// Whether what stands at `at` can be nothing that is possessed: the end, a mark, a preposition or an auxiliary.
fn is_bare(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> bool {
    if at >= line.tokens.end {
        return true;
    }
    if scene.document.tokens()[at].kind == TokenKind::Punctuation {
        return matches!(scene.document.word(at), "," | "." | ";" | ")" | "?" | "!");
    }
    let words = &scene.reading.lexicon(at).grammar.words;
    let small = |function: &Function| matches!(function, Function::Preposition(_) | Function::Be | Function::Have);
    scene.lower_word(at)
        && !scene.is(at, line, Class::And)
        && scene.reading.longest(words, at, at + 1).is_some_and(|found| found.values.iter().any(small))
}
