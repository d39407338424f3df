//! Names where every noun has a capital: what tells them from nouns is that they do without an article.

use crate::mentions::tagger::hash::WordMap;

use super::context;
use super::lead::{is_adjective, is_apposed, is_last, is_listed, is_of_place, is_trade_of};
use super::parties::acts;
use super::scene::{Line, Scene, Style, Words, hash};
use super::{Hint, Kind, Rule};
use crate::language::lexicon::{DealCue, Function, Noun, PartOfSpeech};
use crate::language::{Class, Place};
use crate::mentions::tagger::gazetteer::List;
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
    /// Behind a noun that says what it is, before a legal form, behind an adjective of a place: as a name has it.
    shown: u16,
}

impl Uses {
    /// Whether a word used so is a name, by how much of it is known as a noun.
    fn name(&self, noun: Noun) -> bool {
        let free = self.subject.saturating_add(self.bare);
        match noun {
            Noun::No => free > 0 || self.shown > 0 || self.part > 0,
            Noun::Part => self.shown > 0 || self.part > 0 || self.noun == 0 && free > 0,
            Noun::Whole => {
                free > 0 && self.shown > 0
                    || self.shown > 1
                    || self.noun == 0 && (self.part > 0 && free > 0 || self.subject > 0 && free > 1)
            }
        }
    }
}

/// The words that the article uses as names, by their hashes.
pub(super) fn proper(scene: &Scene<'_>) -> Words {
    let mut uses: WordMap<u64, (Uses, Noun)> = WordMap::default();
    for line in scene.lines.iter().filter(|line| line.names.capital_nouns && line.style == Style::Running) {
        for at in line.tokens.positions().filter(|&at| scene.capital(at)) {
            note(scene, line, at, &mut uses);
        }
    }
    let mut named: Words = uses.iter().filter(|(_, (uses, noun))| uses.name(*noun)).map(|(&word, _)| word).collect();
    // "Ardens": the genitive of a name has no mark.
    let genitives: Vec<u64> = (scene.lines.iter().filter(|line| line.names.capital_nouns))
        .flat_map(|line| line.tokens.positions().filter(|&at| scene.capital(at)))
        .map(|at| scene.document.folded(at))
        .filter(|word| word.strip_suffix('s').is_some_and(|name| named.contains(&hash(name))))
        .map(hash)
        .collect();
    named.extend(genitives);
    named
}

fn note(scene: &Scene<'_>, line: &Line<'_>, at: usize, uses: &mut WordMap<u64, (Uses, Noun)>) {
    let word = scene.document.folded(at);
    let part = match word.rsplit_once('-') {
        Some((name, noun)) => holds(scene, line, noun).then_some(name),
        // A compound that the tokens part already.
        None => scene.document.joins(at + 1).then_some(word),
    };
    let lower = scene.document.word(at).chars().nth(1).is_some_and(char::is_lowercase);
    let place = |name: &str| context::word_lists(scene, name, &[List::City, List::Region, List::Country]);
    if let Some(name) = part.filter(|name| lower && name.chars().count() > LETTERS && !place(name)) {
        let (uses, _) = uses.entry(hash(name)).or_insert_with(|| (Uses::default(), line.names.nouns.of(name)));
        uses.part = uses.part.saturating_add(1);
    }
    let other = scene.document.tokens()[at].case != Case::Title || word.contains('-') || is_cut(scene, at);
    if other || is_noun(scene, line, at) || word.chars().count() < SHORTEST {
        return;
    }
    // Of what else the word may be, the lists and the tagger know more.
    let listed = is_listed(scene, at);
    let noun = if listed { Noun::Whole } else { scene.noun(at) };
    let (uses, _) = uses.entry(hash(word)).or_insert((Uses::default(), noun));
    let counted = match use_of(scene, line, at, noun) {
        Some(Use::Subject | Use::Bare) if listed => return,
        Some(Use::Subject) => &mut uses.subject,
        Some(Use::Bare) => &mut uses.bare,
        Some(Use::Noun) => &mut uses.noun,
        Some(Use::Shown) => &mut uses.shown,
        None => return,
    };
    // Behind a preposition no verb can have the noun before as its subject and this one as its object.
    let sure = noun == Noun::Whole && is_trade_of(scene, line, at);
    *counted = counted.saturating_add(1 + u16::from(sure));
}

/// Whether only the hyphen of a cut compound follows the word at `at`: `Kurz- und Mittelstrecke`.
fn is_cut(scene: &Scene<'_>, at: usize) -> bool {
    scene.document.tokens().get(at + 1).is_some_and(|_| scene.document.word(at + 1) == "-")
        && !scene.document.joins(at + 1)
}

/// The shortest word that can be a name with nothing else to say so, in letters.
const SHORTEST: usize = 3;

/// Abbreviations of up to this many letters before a hyphen are mostly none of a company (`US-Konzern`).
pub(super) const LETTERS: usize = 3;

/// Whether a noun is one of those that companies have or are: `chefin`, `tochter`, `versorger`, `werk`.
pub(super) fn holds(scene: &Scene<'_>, line: &Line<'_>, noun: &str) -> bool {
    let word = [scene.reading.lexicon(line.tokens.start).word(noun)];
    let sold = scene.reading.lexicon(line.tokens.start).deals.cues.longest(&word);
    line.names.titles.longest(&word).is_some()
        || line.names.cues(Place::Before).longest(&word).is_some()
        || sold.is_some_and(|(_, cues)| cues.contains(&DealCue::Asset))
        || line.names.is_trade(noun)
}

/// Whether nothing but marks stands before `at` in its sentence: `+++ Arden …`.
fn opens_text(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> bool {
    let tokens = &scene.document.tokens()[line.tokens.start..at];
    tokens.iter().all(|token| matches!(token.kind, TokenKind::Symbol | TokenKind::Punctuation))
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

/// How strongly the article's use of the words speaks for a company; `None` where it does not.
pub(super) fn weight(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange) -> Option<f32> {
    let proper = |at: usize| scene.is_proper(at) || at > tokens.start && is_last(scene, line, at);
    let several = tokens.len() > 1 && !is_last(scene, line, tokens.end - 1);
    let named = scene.is_proper(tokens.start) && tokens.positions().all(proper) && !several;
    // "Sparkasse Arden"
    if tokens.len() > 1 && scene.is(tokens.start, line, Class::Institution) {
        return Some(UNHEARD);
    }
    let known = tokens.positions().all(|at| scene.noun(at) == Noun::Whole);
    let family = tokens.len() == 1 && context::lists(scene, tokens)(List::Surname);
    named.then_some(if known || family { CAPITAL } else { UNHEARD })
}

/// `arbeitet mit Arden`: whether a row of the lexicon says that a word which nobody knows as a noun is a company.
pub(super) fn is_told(hints: &[Hint]) -> bool {
    let row = |hint: &Hint| hint.kind == Kind::Company && matches!(hint.rule, Rule::Row(_));
    let unheard = |hint: &Hint| hint.rule == Rule::BARE && hint.weight >= UNHEARD;
    hints.iter().any(unheard) && hints.iter().any(row)
}

/// What a noun speaks with that the article uses as a name, and a word that is none.
const CAPITAL: f32 = 0.6;
const UNHEARD: f32 = 1.2;

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
        && !is_participle(scene, at)
        && !is_thing(scene, line, at)
        && (scene.noun(at) == Noun::Whole || !line.names.nouns.is_plain(scene.document.folded(at)));
    let block = scene.document.blocks().get(scene.document.block_of(at));
    let heads = || {
        line.tokens.end - at <= HEAD
            && block.is_some_and(|block| block.tokens.start + MARKS >= at && block.tokens.end > line.tokens.end)
    };
    match subject {
        true if heads() => Some(HEADS),
        true if acts(scene, line, at + 1) => Some(ACTS),
        _ => None,
    }
}

/// Whether the word at `at` is a noun as the list has it, and the article uses it as no name elsewhere: `Käse verkauft der
/// Händler …`.
fn is_thing(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> bool {
    line.names.nouns.is_simple(scene.document.folded(at)) && !scene.is_proper(at) && !is_listed(scene, at)
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
    Shown,
}

/// What the words beside a capital make of it; `None` where they leave it open.
fn use_of(scene: &Scene<'_>, line: &Line<'_>, at: usize, noun: Noun) -> Option<Use> {
    if is_apposed(scene, line, at) || is_formed(scene, line, at) {
        return Some(Use::Shown);
    }
    if scene.opens(line, at) || opens_text(scene, line, at) {
        let plain = || noun < Noun::Whole && line.names.nouns.is_plain(scene.document.folded(at));
        return (is_singular_verb(scene, line, at + 1) && !is_participle(scene, at) && !plain())
            .then_some(Use::Subject);
    }
    let before = &scene.document.tokens()[at - 1];
    let several = || ["en", "ern", "eln"].iter().any(|ending| scene.document.folded(at).ends_with(ending));
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
                match () {
                    () if melted => Some(Use::Noun),
                    () if noun == Noun::Whole => Some(Use::Bare),
                    // Where places stand, and nouns in the plural.
                    () if matches!(word, "in" | "aus" | "nahe" | "zwischen" | "nach") || several() => None,
                    () => Some(Use::Bare),
                }
            } else if is_verb(scene, at - 1) || word.ends_with("te") && !is_adjective(scene, line, at - 1) {
                Some(Use::Bare)
            } else if scene.is(at - 1, line, Class::Nationality) {
                (noun == Noun::No).then_some(Use::Shown)
            } else if noun < Noun::Whole {
                // Behind an adjective it may be any noun.
                let declined = ["e", "en", "er", "es", "em"].iter().any(|ending| word.ends_with(ending));
                (small.is_some() || !declined && noun == Noun::No).then_some(Use::Bare)
            } else {
                None
            }
        }
        TokenKind::Word if is_of_place(scene, line, at - 1) && noun == Noun::No => Some(Use::Shown),
        TokenKind::Punctuation if noun == Noun::No && scene.document.word(at - 1) == "," => Some(Use::Bare),
        _ => None,
    }
}

/// Whether a legal form follows the word at `at`.
fn is_formed(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> bool {
    let next = at + 1;
    next < line.tokens.end && scene.capital(next) && scene.is(next, line, Class::LegalForm)
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
    let word = scene.document.folded(at);
    (word.ends_with('t') || word.ends_with("en"))
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
