//! What the lists of names say of a word or a name.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::scene::Scene;
use crate::mentions::tagger::document::Lexicon;
use crate::mentions::tagger::gazetteer::{LONGEST, List};
use crate::mentions::tagger::word;
use crate::text::TokenRange;

/// What the tagger has learned of a word.
#[derive(Debug, Clone, Copy)]
pub(super) struct Learned {
    key: u64,
    /// The lists of names that open with it: see [`Gazetteer::first`](crate::mentions::tagger::gazetteer::Gazetteer::first).
    lists: u16,
    known: bool,
}

impl Learned {
    pub(super) fn of(lexicon: &Lexicon<'_>, text: &str) -> Self {
        let (key, lower) = (word::key(text), word::lower(text));
        Self { key, lists: lexicon.gazetteer.first(key), known: lexicon.clusters.get(lower).cluster > 0 }
    }
}

/// What has been asked of the tokens of an article: of few, so that of most no more is kept than a small number.
#[derive(Debug)]
pub(super) struct Asked {
    /// For each token its answer, as a position in `answers` counted from 1, or 0.
    of: Vec<u32>,
    answers: Vec<Learned>,
}

impl Asked {
    pub(super) fn new(tokens: usize) -> Self {
        Self { of: vec![0; tokens], answers: Vec::new() }
    }

    /// What was learned of token `at`, which is looked up once.
    pub(super) fn get(&mut self, at: usize, learned: impl FnOnce() -> Learned) -> Learned {
        let Some(number) = self.of.get_mut(at) else { return learned() };
        if *number == 0 {
            self.answers.push(learned());
            *number = self.answers.len() as u32;
        }
        self.answers[*number as usize - 1]
    }
}

/// Which lists hold exactly these words.
pub(super) fn lists(scene: &Scene<'_>, tokens: TokenRange) -> impl Fn(List) -> bool + use<> {
    let found = if tokens.is_empty() || tokens.len() > LONGEST {
        Default::default()
    } else {
        let keys = tokens.positions().map(|at| scene.learned(at).key);
        scene.tagger.lexicon().gazetteer.longest_after(scene.learned(tokens.start).lists, keys)
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
    scene.learned(at).known
}

/// Whether people are called so but for accents, which the lists leave out of many names.
pub(super) fn is_accented_given_name(scene: &Scene<'_>, at: usize) -> bool {
    let word = scene.document.word(at);
    let plain = || word.nfd().filter(|letter| !is_combining_mark(*letter)).collect::<String>();
    !word.is_ascii() && scene.capital(at) && word_lists(scene, &plain(), &[List::Given])
}

/// Whether people are called so; of a compound, one part is enough.
pub(super) fn is_given_name(scene: &Scene<'_>, at: usize) -> bool {
    let listed = |lists: u16| lists & List::Given.bit() != 0;
    let part = |word: &str| listed(scene.tagger.lexicon().gazetteer.first(word::key(word)));
    let word = scene.document.word(at);
    listed(scene.learned(at).lists)
        || word.contains('-') && word.split('-').any(part)
        || is_accented_given_name(scene, at)
}
