//! What the words of deals say of names: who takes part in a deal is mostly a company.

use super::context::{is_known_word, lists};
use super::scene::{Line, Scene};
use super::{Hint, Kind, Rule};
use crate::language::lexicon::schema::Role;
use crate::language::lexicon::{Function, PartOfSpeech, Tense, Trigger};
use crate::language::{Class, Phrases};
use crate::mentions::tagger::gazetteer::List;
use crate::text::{TokenKind, TokenRange};

/// How strongly the words of a deal speak for a company before or behind them.
const DEALS: f32 = 1.4;
/// How far a verb's object may stand from it, in words.
const OBJECT: usize = 8;
/// How many words may stand between a subject and the verb of a deal that others govern.
const CHAIN: usize = 6;
/// How far a phrase with a part in a deal may stand behind the words that tell of it, in words.
const PHRASE: usize = 14;

/// `Arden acquires`, `the acquisition of Arden`, `sold Belm to Arden`.
pub(super) fn hints(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange, hints: &mut Vec<Hint>) {
    let subjectless = scene.reading.lexicon(tokens.start).grammar.drops_subject;
    let lists = lists(scene, tokens);
    if subjectless && (lists(List::Country) || lists(List::Region)) {
        return;
    }
    // "the mill of Norrow buys": the mill does.
    let small = |at: usize| scene.is(at, line, Class::Of) || scene.is(at, line, Class::AtPlace);
    let seat = subjectless
        && tokens.start > line.tokens.start
        && small(tokens.start - 1)
        && hints.iter().any(|hint| hint.kind == Kind::Place);
    if !seat && (acts(scene, line, tokens.end) || acts(scene, line, behind_equal(scene, line, tokens.end))) {
        hints.push(Hint::own(Kind::Company, DEALS, "deal-verb"));
    }
    let deals = &scene.reading.lexicon(tokens.start).deals;
    let end = line.tokens.end;
    // `Arden, bought by …`
    if tokens.end + 1 < end
        && scene.document.word(tokens.end) == ","
        && let Some(found) = scene.reading.longest(&deals.triggers, tokens.end + 1, end)
        && found.values.iter().any(|trigger| trigger.part == PartOfSpeech::Verb(Tense::Participle))
    {
        hints.push(Hint::own(Kind::Company, DEALS, "deal-verb"));
    }
    if is_object(scene, line, tokens.start) || is_of_noun(scene, line, tokens.start) {
        hints.push(Hint::own(Kind::Company, DEALS, "deal-object"));
    } else if is_open(scene, tokens, hints) && has_part(scene, line, tokens.start) {
        hints.push(Hint::own(Kind::Company, DEALS, "deal-part"));
    }
}

/// Whether a name that no text knows plays a part in a deal, as its hints say: then it is one, whoever else sees it.
pub(super) fn is_party(scene: &Scene<'_>, tokens: TokenRange, hints: &[Hint]) -> bool {
    let told = |hint: &Hint| matches!(hint.rule, Rule::Own("deal-verb" | "deal-object" | "deal-part"));
    hints.iter().any(told) && tokens.positions().all(|at| !is_known_word(scene, at))
}

/// Whether nothing says yet that a name is none of a company: phrases tell of places and people too.
fn is_open(scene: &Scene<'_>, tokens: TokenRange, hints: &[Hint]) -> bool {
    tokens.positions().all(|at| !is_known_word(scene, at))
        && hints.iter().all(|hint| matches!(hint.kind, Kind::Company | Kind::Organization))
}

/// Whether what stands at `at` is the object of a verb of deals.
fn is_object(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> bool {
    let deals = &scene.reading.lexicon(at).deals;
    let target = |trigger: &Trigger| {
        let frame = &deals.frames[trigger.frame];
        trigger.part != PartOfSpeech::Noun && frame.object == Some(Role::Target) && !frame.needs_object
    };
    scene.before(&deals.triggers, line.tokens.start, at).is_some_and(|(_, triggers)| triggers.iter().any(target))
}

/// Whether a noun of deals governs what stands at `at`: `the acquisition of Arden`.
fn is_of_noun(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> bool {
    let lexicon = scene.reading.lexicon(at);
    let deals = &lexicon.deals;
    let target = |trigger: &Trigger| {
        let frame = &deals.frames[trigger.frame];
        trigger.part == PartOfSpeech::Noun && frame.object == Some(Role::Target) && !frame.needs_object
    };
    scene.before(&lexicon.grammar.words, line.tokens.start, at).is_some_and(|(small, functions)| {
        functions.iter().any(|function| matches!(function, Function::Preposition(_)))
            && scene
                .before(&deals.triggers, line.tokens.start, small.start)
                .is_some_and(|(_, triggers)| triggers.iter().any(target))
    })
}

/// Whether a preposition before `at` gives what it governs a part in a deal that the words before tell of:
/// `sold its 30 % of Belm to Arden`.
fn has_part(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> bool {
    let lexicon = scene.reading.lexicon(at);
    let Some((small, functions)) = scene.before(&lexicon.grammar.words, line.tokens.start, at) else { return false };
    let gives_part = |trigger: &Trigger| {
        functions.iter().any(|function| match function {
            Function::Preposition(preposition) => matches!(
                lexicon.deals.frames[trigger.frame].after(*preposition),
                Some(Role::Acquirer | Role::Target | Role::Seller | Role::Investor | Role::Partner)
            ),
            _ => false,
        })
    };
    let apart = |at: &usize| matches!(scene.document.word(*at), ";" | ":" | "(" | ")");
    let floor = line.tokens.start.max(small.start.saturating_sub(PHRASE));
    let floor = (floor..small.start).rev().find(apart).map_or(floor, |at| at + 1);
    (floor..small.start).rev().any(|from| {
        let found = scene.reading.longest(&lexicon.deals.triggers, from, small.start);
        found.is_some_and(|found| {
            let fits = |trigger: &&Trigger| is_clear(scene, trigger, found.tokens.end, small.start);
            found.values.iter().filter(fits).any(gives_part)
        })
    })
}

/// The place behind an equal of the name that ends at `at`: `Arden and Belm …`.
fn behind_equal(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> usize {
    if at >= line.tokens.end || !scene.is(at, line, Class::And) {
        return at;
    }
    at + 1 + (at + 1..line.tokens.end).take_while(|&at| scene.capital(at)).count()
}

/// Whether the verb of a deal stands at `at`, with its object where its frame asks for one, or behind verbs that pass
/// their subject on to it: `Arden has agreed to buy`, `Arden étudie le rachat de`.
pub(super) fn acts(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> bool {
    let end = line.tokens.end;
    let mut governed = false;
    let mut reached = at;
    while reached < end && reached - at < CHAIN {
        if is_told(scene, line, reached, governed) {
            return true;
        }
        let Some(next) = passed_on(&scene.reading.lexicon(at).grammar.words, scene, reached, end, governed) else {
            return false;
        };
        governed = true;
        reached = next;
    }
    false
}

/// Where the words go on that pass their subject on to a verb of a deal.
fn passed_on(words: &Phrases<Function>, scene: &Scene<'_>, at: usize, end: usize, governed: bool) -> Option<usize> {
    if !scene.lower_word(at) && !super::inside::is_elision(scene.document.word(at)) {
        return None;
    }
    let found = scene.reading.longest(words, at, end)?;
    let passes = found.values.iter().any(|function| match function {
        Function::Be
        | Function::Have
        | Function::Control
        | Function::Reflexive
        | Function::Dative
        | Function::Negator => true,
        // `agreed to buy`, `étudie le rachat de`
        Function::Preposition(_) | Function::Determiner => governed,
        _ => false,
    });
    passes.then_some(found.tokens.end)
}

/// Whether a form of a trigger stands at `at`: a finite one by itself, any other behind what governs it.
fn is_told(scene: &Scene<'_>, line: &Line<'_>, at: usize, governed: bool) -> bool {
    let deals = &scene.reading.lexicon(line.tokens.start).deals;
    let end = line.tokens.end;
    let fits = |part| match part {
        PartOfSpeech::Verb(tense) => tense.is_finite() || governed,
        PartOfSpeech::Noun => governed,
    };
    scene.reading.longest(&deals.triggers, at, end).is_some_and(|found| {
        let from = found.tokens.end;
        found.values.iter().any(|trigger| fits(trigger.part) && is_clear(scene, trigger, from, end.min(from + OBJECT)))
    })
}

/// Whether the frame of a trigger has its object, where it asks for one, between two places.
fn is_clear(scene: &Scene<'_>, trigger: &Trigger, from: usize, to: usize) -> bool {
    let deals = &scene.reading.lexicon(from.saturating_sub(1)).deals;
    let is_object = |at: usize| {
        scene.document.tokens()[at].kind == TokenKind::Number
            || scene.reading.longest(&deals.objects, at, to).is_some_and(|found| found.values.contains(&trigger.frame))
    };
    !deals.frames[trigger.frame].needs_object || (from..to).any(is_object)
}
