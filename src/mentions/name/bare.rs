//! Names where every noun has a capital: what tells them from nouns is that they do without an article.

use std::collections::HashMap;

use super::hints::acts;
use super::scene::{Line, Scene, Style, Words, hash};
use crate::language::lexicon::{Function, PartOfSpeech};
use crate::language::{Class, Place};
use crate::text::{Case, TokenKind, TokenRange};

/// How an article uses a word with a capital.
#[derive(Debug, Clone, Copy, Default)]
struct Uses {
    /// As a subject without an article before a verb in the singular: what only names and masses do.
    subject: u16,
    /// Behind a preposition or a verb, without an article.
    bare: u16,
    /// Behind an article, a number or an adjective: a noun.
    noun: u16,
    /// As the first part of a compound with what companies have ("Arden-Chefin").
    part: u16,
}

/// The words that the article uses as names, by their hashes.
pub(super) fn proper(scene: &Scene<'_>) -> Words {
    let mut uses: HashMap<u64, Uses> = HashMap::new();
    for line in scene.lines.iter().filter(|line| line.names.capital_nouns && line.style == Style::Running) {
        for at in line.tokens.positions().filter(|&at| scene.capital(at)) {
            note(scene, line, at, &mut uses);
        }
    }
    let named = |uses: &Uses| {
        let bare = uses.subject.saturating_add(uses.bare);
        uses.noun == 0 && (uses.part > 0 && bare > 0 || uses.subject > 0 && bare > 1)
    };
    uses.into_iter().filter(|(_, uses)| named(uses)).map(|(word, _)| word).collect()
}

fn note(scene: &Scene<'_>, line: &Line<'_>, at: usize, uses: &mut HashMap<u64, Uses>) {
    let word = scene.document.folded(at);
    let part = match word.rsplit_once('-') {
        Some((name, noun)) => holds(scene, line, noun).then_some(name),
        // A compound that the tokens part already.
        None => joins(scene, at + 1).then_some(word),
    };
    let lower = scene.document.word(at).chars().nth(1).is_some_and(char::is_lowercase);
    if let Some(name) = part.filter(|name| lower && name.chars().count() > LETTERS) {
        let uses = uses.entry(hash(name)).or_default();
        uses.part = uses.part.saturating_add(1);
    }
    if is_noun(scene, line, at) || scene.document.tokens()[at].case != Case::Title {
        return;
    }
    let uses = uses.entry(hash(word)).or_default();
    let counted = match use_of(scene, line, at) {
        Some(Use::Subject) => &mut uses.subject,
        Some(Use::Bare) => &mut uses.bare,
        Some(Use::Noun) => &mut uses.noun,
        None => return,
    };
    *counted = counted.saturating_add(1);
}

/// Abbreviations of up to this many letters before a hyphen are mostly none of a company (`US-Konzern`).
const LETTERS: usize = 3;

/// Whether a noun is one of those that companies have or are: `chefin`, `tochter`, `versorger`.
fn holds(scene: &Scene<'_>, line: &Line<'_>, noun: &str) -> bool {
    let word = [scene.reading.lexicon(line.tokens.start).word(noun)];
    line.names.titles.longest(&word).is_some()
        || line.names.cues(Place::Before).longest(&word).is_some()
        || line.names.is_trade(noun)
}

/// Whether nothing but marks stands before `at` in its sentence: `+++ Arden …`.
fn opens_text(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> bool {
    let tokens = &scene.document.tokens()[line.tokens.start..at];
    tokens.iter().all(|token| matches!(token.kind, TokenKind::Symbol | TokenKind::Punctuation))
}

/// Whether the token at `at` is the hyphen of a compound.
pub(super) fn joins(scene: &Scene<'_>, at: usize) -> bool {
    let tight = |at: usize| scene.document.tokens().get(at).is_some_and(|token| !token.spaced);
    tight(at) && tight(at + 1) && scene.document.word(at) == "-"
}

/// Words that are known to be nouns, or to be no names.
fn is_noun(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> bool {
    [Class::Common, Class::Courtesy, Class::Nationality, Class::LegalForm, Class::Institution]
        .into_iter()
        .any(|class| scene.is(at, line, class))
        || scene.is_lower(at)
        || scene.is_trade(line, at)
        || scene.reading.longest(&line.names.titles, at, at + 1).is_some()
        || scene.reading.longest(&scene.reading.lexicon(at).deals.cues, at, at + 1).is_some()
        || scene.reading.longest(&scene.reading.lexicon(at).deals.triggers, at, at + 1).is_some()
}

/// The noun of trade that opens `tokens`, an adjective of a place before it or not: `Kölner Bauträger Arden`.
pub(super) fn trade(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange) -> Option<usize> {
    let place = |at: usize| scene.document.folded(at).ends_with("er");
    let trade = |at: usize| at + 1 < tokens.end && scene.is_trade(line, at);
    if trade(tokens.start) {
        return Some(tokens.start);
    }
    (place(tokens.start) && trade(tokens.start + 1)).then_some(tokens.start + 1)
}

/// How strongly a word without an article that opens a sentence of the text is its subject: what is told of it is a
/// deal, or it heads the paragraph (`Arden wird dänisch.`).
pub(super) fn lone_subject(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange) -> Option<f32> {
    let at = tokens.start;
    let subject = tokens.len() == 1
        && opens_text(scene, line, at)
        && !line.heading
        && !line.aside
        && !is_noun(scene, line, at)
        && is_singular_verb(scene, line, at + 1)
        && !is_participle(scene, at);
    let block = scene.document.blocks().get(scene.document.block_of(at));
    let heads = || {
        line.tokens.len() <= HEAD
            && block.is_some_and(|block| block.tokens.start + MARKS >= at && block.tokens.end > line.tokens.end)
    };
    match subject {
        true if heads() => Some(HEADS),
        true if acts(scene, line, at + 1) => Some(ACTS),
        _ => None,
    }
}

/// What a word speaks with that heads its paragraph, and one that a deal is told of.
const HEADS: f32 = 2.5;
const ACTS: f32 = 1.2;
/// The longest sentence that heads a paragraph, and what may stand before it (`+++`), in tokens.
const HEAD: usize = 6;
const MARKS: usize = 3;

enum Use {
    Subject,
    Bare,
    Noun,
}

/// What the words beside a capital make of it; `None` where they leave it open.
fn use_of(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> Option<Use> {
    if scene.opens(line, at) || opens_text(scene, line, at) {
        return (is_singular_verb(scene, line, at + 1) && !is_participle(scene, at)).then_some(Use::Subject);
    }
    let before = &scene.document.tokens()[at - 1];
    match before.kind {
        TokenKind::Number => Some(Use::Noun),
        TokenKind::Symbol => Some(Use::Noun),
        TokenKind::Word if before.case == Case::Lower => {
            let small = scene.reading.longest(&scene.reading.lexicon(at).grammar.words, at - 1, at);
            let is =
                |wanted: fn(&Function) -> bool| small.as_ref().is_some_and(|found| found.values.iter().any(wanted));
            let word = scene.document.folded(at - 1);
            if is(|function| matches!(function, Function::Determiner)) || scene.is(at - 1, line, Class::Article) {
                Some(Use::Noun)
            } else if is(|function| matches!(function, Function::Preposition(_))) {
                // `im`, `vom`, `zur` hold an article.
                let melted = word.ends_with(['m', 'r']) && word.len() <= 4 && !matches!(word, "für" | "vor");
                Some(if melted { Use::Noun } else { Use::Bare })
            } else {
                (is_verb(scene, at - 1) || word.ends_with("te")).then_some(Use::Bare)
            }
        }
        _ => None,
    }
}

/// Whether the word at `at` is a verb in the singular, as far as its form tells.
fn is_singular_verb(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> bool {
    let word = if at < line.tokens.end && scene.lower_word(at) { scene.document.folded(at) } else { return false };
    let small = scene.reading.longest(&scene.reading.lexicon(at).grammar.words, at, at + 1);
    let auxiliary = |function: &Function| matches!(function, Function::Be | Function::Have | Function::Control);
    let plural = word.ends_with('n') || matches!(word, "sind");
    match small {
        Some(found) => !plural && found.values.iter().any(auxiliary),
        None => !plural && (word.ends_with('t') || word.ends_with("te") || is_verb(scene, at)),
    }
}

/// Whether the word at `at` may be a participle before its auxiliary: `Finanziert wird …`.
fn is_participle(scene: &Scene<'_>, at: usize) -> bool {
    let words = &scene.reading.lexicon(at).grammar.words;
    let auxiliary = scene.reading.longest(words, at + 1, at + 2);
    scene.document.folded(at).ends_with(['t', 'n'])
        && auxiliary
            .is_some_and(|found| found.values.iter().any(|function| matches!(function, Function::Be | Function::Have)))
}

/// Whether a frame or a verb of the lexicon has the word at `at` as a form with a subject.
fn is_verb(scene: &Scene<'_>, at: usize) -> bool {
    let lexicon = scene.reading.lexicon(at);
    let finite = |part: PartOfSpeech| matches!(part, PartOfSpeech::Verb(tense) if tense.is_finite());
    scene
        .reading
        .longest(&lexicon.deals.triggers, at, at + 1)
        .is_some_and(|found| found.values.iter().any(|trigger| finite(trigger.part)))
        || scene.reading.longest(lexicon.names.cues(Place::After), at, at + 1).is_some()
        || scene.reading.longest(&lexicon.grammar.words, at, at + 1).is_some_and(|found| {
            found.values.iter().any(|function| matches!(function, Function::Be | Function::Have | Function::Control))
        })
}
