//! What the lists of names say of a word or a name.

use super::scene::Scene;
use crate::mentions::tagger::gazetteer::{LONGEST, List};
use crate::mentions::tagger::word;
use crate::text::TokenRange;

/// Which lists hold exactly these words.
pub(super) fn lists(scene: &Scene<'_>, tokens: TokenRange) -> impl Fn(List) -> bool + use<> {
    let found = if tokens.len() <= LONGEST {
        scene.tagger.lexicon().gazetteer.longest(tokens.positions().map(|at| word::key(scene.document.word(at))))
    } else {
        Default::default()
    };
    let length = tokens.len();
    move |list| found.get(list as usize).is_some_and(|&matched| usize::from(matched) == length)
}

/// Whether one of `wanted` holds the single word.
pub(super) fn word_lists(scene: &Scene<'_>, word: &str, wanted: &[List]) -> bool {
    let found = scene.tagger.lexicon().gazetteer.longest(std::iter::once(word::key(word)));
    wanted.iter().any(|&list| found.get(list as usize).is_some_and(|&matched| matched > 0))
}

/// Whether the texts that the tagger has learned words from have the word at `at`.
pub(super) fn is_known_word(scene: &Scene<'_>, at: usize) -> bool {
    scene.tagger.lexicon().clusters.get(word::lower(scene.document.word(at))).cluster > 0
}

/// Whether people are called so; of a compound, one part is enough.
pub(super) fn is_given_name(scene: &Scene<'_>, at: usize) -> bool {
    let word = scene.document.word(at);
    let listed = |word: &str| {
        scene.tagger.lexicon().gazetteer.longest(std::iter::once(word::key(word)))[List::Given as usize] > 0
    };
    listed(word) || word.contains('-') && word.split('-').any(listed)
}
