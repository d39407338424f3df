//! Names with a mark of exclamation of their own: one that ends no sentence is part of the name (`the Arden! site`).

use super::Candidate;
use super::scene::{Line, Scene, Words, hash};

/// `merged` with the marks of their names.
pub(super) fn whole(scene: &Scene<'_>, mut merged: Vec<Candidate>) -> Vec<Candidate> {
    let marked = |candidate: &Candidate| !candidate.own && is_mark(scene, candidate.tokens.end);
    let word = |candidate: &Candidate| hash(scene.document.folded(candidate.tokens.end - 1));
    let goes_on = |candidate: &Candidate| {
        scene.line(candidate.tokens.start).is_some_and(|line| goes_on(scene, line, candidate.tokens.end + 1))
    };
    let names: Words = merged.iter().filter(|name| marked(name) && goes_on(name)).map(word).collect();
    for candidate in merged.iter_mut().filter(|candidate| marked(candidate)) {
        if names.contains(&word(candidate)) {
            candidate.tokens.end += 1;
        }
    }
    merged
}

fn is_mark(scene: &Scene<'_>, at: usize) -> bool {
    scene.document.tokens().get(at).is_some_and(|token| !token.spaced) && scene.document.word(at) == "!"
}

/// Whether the sentence goes on at `at`.
fn goes_on(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> bool {
    line.tokens.has(at) && (scene.lower_word(at) || matches!(scene.document.word(at), "," | "’s" | "'s"))
}
