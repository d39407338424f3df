//! What the words of deals say of names: who takes part in a deal is mostly a company.

use super::context::{is_known_word, lists};
use super::scene::{Line, Scene};
use super::{Hint, Kind, Rule};
use crate::language::lexicon::schema::{FrameKind, Role};
use crate::language::lexicon::{DealCue, Deals, Function, PartOfSpeech, Preposition, Tense, Trigger};
use crate::language::{Class, Phrases};
use crate::mentions::tagger::gazetteer::List;
use crate::text::{TokenKind, TokenRange};

/// How strongly the words of a deal speak for a company before or behind them.
const DEALS: f32 = 1.4;
/// The same right behind another name: "the sale of Belm to Arden" tells of nothing that Belm has in Arden.
const GIVEN: f32 = 2.4;
/// The same of a verb behind its subject: people and towns act too.
const ACTS: f32 = 1.0;
/// How far a verb's object may stand from it, in words.
const OBJECT: usize = 8;
/// How many words may stand between a subject and the verb of a deal that others govern.
const CHAIN: usize = 8;
/// How many of them may be no small words.
const PLAIN: usize = 2;
/// How many words a sum may have behind its figure: `3 million euros of`.
const FIGURE: usize = 4;
/// How many words the noun for something sold may have with its adjective.
const THING: usize = 2;
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
    let words = &scene.reading.lexicon(tokens.start).grammar.words;
    let is_small = scene.reading.longest(words, tokens.start, tokens.end).is_some_and(|found| found.tokens == tokens);
    if is_small && scene.opens(line, tokens.start) {
        return;
    }
    let open = is_open(scene, line, tokens, hints);
    let equal = behind_equal(scene, line, tokens.end);
    // `Damit kann Arden die Belm AG übernehmen`
    let inverted = || open && tokens.start > line.tokens.start && closes(scene, tokens.start - 1, line.tokens.end);
    if !seat && (chain(scene, line, tokens.end, open) || chain(scene, line, equal, open) || inverted()) {
        hints.push(Hint::own(Kind::Company, ACTS, "deal-verb"));
    }
    let deals = &scene.reading.lexicon(tokens.start).deals;
    let end = line.tokens.end;
    // `Arden, bought by …`
    if tokens.end + 1 < end
        && scene.document.word(tokens.end) == ","
        && let Some(found) = scene.reading.longest(&deals.triggers, tokens.end + 1, end)
        && found.values.iter().any(|trigger| trigger.part == PartOfSpeech::Verb(Tense::Participle))
    {
        hints.push(Hint::own(Kind::Company, ACTS, "deal-verb"));
    }
    if is_object(scene, line, tokens.start, open) || is_of_noun(scene, line, tokens.start) {
        hints.push(Hint::own(Kind::Company, DEALS, "deal-object"));
    } else if open && (has_part(scene, line, tokens, is_doubted(hints)) || is_enabled(scene, line, tokens.start)) {
        // "sold Belm to Arden" has a preposition of places.
        hints.retain(|hint| hint.rule != AT_PLACE);
        let weight = if follows_sold(scene, line, tokens.start) { GIVEN } else { DEALS };
        hints.push(Hint::own(Kind::Company, weight, "deal-part"));
    }
}

/// Whether a name that no text knows plays a part in a deal, as its hints say: then it is one, whoever else sees it.
pub(super) fn is_party(scene: &Scene<'_>, tokens: TokenRange, hints: &[Hint]) -> bool {
    hints.iter().any(|hint| hint.rule.is_of_deals()) && tokens.positions().all(|at| !is_known_word(scene, at))
}

/// Whether nothing says yet that a name is none of a company: phrases tell of places and people too.
fn is_open(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange, hints: &[Hint]) -> bool {
    // `Ashby-on-Sea`: places are called so.
    let joined = |at: usize| scene.document.word(at).split('-').any(|part| part.starts_with(char::is_lowercase));
    let is_new = |at: usize| !is_known_word(scene, at) && !scene.is(at, line, Class::Nationality) && !joined(at);
    tokens.positions().all(is_new)
        && hints.iter().all(|hint| {
            matches!(hint.kind, Kind::Company | Kind::Organization)
                || hint.rule == Rule::GUESSED
                || hint.rule == AT_PLACE
        })
}

/// Whether something speaks for a place or a person here.
fn is_doubted(hints: &[Hint]) -> bool {
    !hints.iter().all(|hint| matches!(hint.kind, Kind::Company | Kind::Organization))
}

/// A preposition of places stands before a name.
const AT_PLACE: Rule = Rule::Own("at-place");

/// Whether what stands at `at` is the object of a verb of deals; other parts than the target, and verbs that say
/// something only with another noun, speak where nothing else does (`open`).
fn is_object(scene: &Scene<'_>, line: &Line<'_>, at: usize, open: bool) -> bool {
    let deals = &scene.reading.lexicon(at).deals;
    let end = line.tokens.end.min(at + OBJECT);
    let target = |trigger: &Trigger| {
        let frame = &deals.frames[trigger.frame];
        let fits = match frame.object {
            Some(Role::Target) if !frame.needs_object => true,
            Some(Role::Target | Role::Acquirer | Role::Seller | Role::Partner) => {
                open && is_clear(scene, trigger, at + 1, end)
            }
            _ => false,
        };
        trigger.part != PartOfSpeech::Noun && fits
    };
    scene.before(&deals.triggers, line.tokens.start, at).is_some_and(|(_, triggers)| triggers.iter().any(target))
}

/// Whether words before `at` say what a deal makes of who acts in it: `the purchase of Belm makes Arden`.
fn is_enabled(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> bool {
    let deals = &scene.reading.lexicon(at).deals;
    let Some((words, _)) =
        scene.before(&deals.cues, line.tokens.start, at).filter(|(_, cues)| cues.contains(&DealCue::Enables))
    else {
        return false;
    };
    let noun = |from: usize| {
        let found = scene.reading.longest(&deals.triggers, from, words.start);
        found.is_some_and(|found| found.values.iter().any(|trigger| trigger.part == PartOfSpeech::Noun))
    };
    (line.tokens.start.max(words.start.saturating_sub(PHRASE))..words.start).any(noun)
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
///
/// What may be a place (`doubted`) has the part only right behind what its place in the frame follows: `sold its site
/// near Belm to Arden`, not `its site in Arden`. Names of one word have no article.
fn has_part(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange, doubted: bool) -> bool {
    let at = tokens.start;
    let lexicon = scene.reading.lexicon(at);
    let Some((small, functions)) = scene.before(&lexicon.grammar.words, line.tokens.start, at) else { return false };
    let deals = &lexicon.deals;
    let article = functions.contains(&Function::Determiner)
        || scene.reading.longest(&lexicon.grammar.melted, small.start, at).is_some();
    let is_thing = |from: usize| {
        let found = scene.reading.longest(&deals.cues, from, small.start);
        // "its Italian business of Arden", but "its plant of Arden" stands there; "sold the company to Arden" does not.
        found.is_some_and(|found| found.values.contains(&DealCue::Asset) && found.tokens.end < small.start)
            || from + 1 == small.start && scene.is(from, line, Class::Generic)
    };
    let beside = || {
        let before = small.start.saturating_sub(1);
        let ends = |found: bool| found && before >= line.tokens.start;
        ends(scene.capital(before))
            || (small.start.saturating_sub(FIGURE).max(line.tokens.start)..small.start)
                .any(|at| scene.document.tokens()[at].kind == TokenKind::Number)
            || scene.before(&deals.triggers, line.tokens.start, small.start).is_some()
            || scene.before(&deals.objects, line.tokens.start, small.start).is_some()
            || (small.start.saturating_sub(THING).max(line.tokens.start)..small.start).any(is_thing)
    };
    if doubted && (article && tokens.len() == 1 || !beside()) {
        return false;
    }
    let gives_part = |trigger: &Trigger| {
        functions.iter().any(|function| match function {
            Function::Preposition(preposition) => part(deals, trigger, *preposition).is_some(),
            _ => false,
        })
    };
    let apart = |at: &usize| matches!(scene.document.word(*at), ";" | ":" | "(" | ")");
    let floor = line.tokens.start.max(small.start.saturating_sub(PHRASE));
    let floor = (floor..small.start).rev().find(apart).map_or(floor, |at| at + 1);
    (floor..small.start).rev().any(|from| {
        let found = scene.reading.longest(&lexicon.deals.triggers, from, small.start);
        found.is_some_and(|found| {
            let object = found.tokens.end;
            let fits = |trigger: &&Trigger| {
                is_clear(scene, trigger, object, small.start) || is_of_pronoun(scene, trigger, object, small.start)
            };
            found.values.iter().filter(fits).any(gives_part)
        })
    })
}

/// Whether only a preposition stands between another name and what stands at `at`, behind words that tell of a sale.
fn follows_sold(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> bool {
    let lexicon = scene.reading.lexicon(at);
    let Some((small, _)) = scene.before(&lexicon.grammar.words, line.tokens.start, at) else { return false };
    let floor = line.tokens.start.max(small.start.saturating_sub(PHRASE));
    let sells = |from: usize| {
        let found = scene.reading.longest(&lexicon.deals.triggers, from, small.start);
        let sale = |trigger: &Trigger| lexicon.deals.frames[trigger.frame].kind == FrameKind::Divestiture;
        found.is_some_and(|found| found.values.iter().any(sale))
    };
    small.start > floor && scene.capital(small.start - 1) && (floor..small.start).any(sells)
}

/// Whether the small word at `at` gives a part to what it governs in a deal that a verb or noun within `words` tells of.
pub(super) fn gives(scene: &Scene<'_>, words: TokenRange, at: usize) -> bool {
    let lexicon = scene.reading.lexicon(at);
    let Some(small) = scene.reading.longest(&lexicon.grammar.words, at, at + 1) else { return false };
    let gives = |trigger: &Trigger| {
        small.values.iter().any(|function| match function {
            Function::Preposition(preposition) => part(&lexicon.deals, trigger, *preposition).is_some(),
            _ => false,
        })
    };
    words.positions().any(|from| {
        let found = scene.reading.longest(&lexicon.deals.triggers, from, words.end);
        found.is_some_and(|found| {
            let clear = |trigger: &&Trigger| is_clear(scene, trigger, found.tokens.end, words.end);
            found.values.iter().filter(clear).any(gives)
        })
    })
}

/// The part that a preposition gives to what it governs in the deal of `trigger`.
fn part(deals: &Deals, trigger: &Trigger, preposition: Preposition) -> Option<Role> {
    let parties = [Role::Acquirer, Role::Target, Role::Seller, Role::Investor, Role::Partner];
    deals.frames[trigger.frame].after(preposition).filter(|role| parties.contains(role))
}

/// Whether the word at `at` begins another part of the deal that a verb or noun before `object` tells of: `sold Belm *to* Arden`,
/// `the sale of Belm *to* Arden`.
pub(super) fn parts_at(scene: &Scene<'_>, line: &Line<'_>, object: usize, at: usize) -> bool {
    let lexicon = scene.reading.lexicon(at);
    let Some(small) = scene.reading.longest(&lexicon.grammar.words, at, at + 1) else { return false };
    // The "of" of a name is its own.
    let other = |trigger: &Trigger| {
        small.values.iter().any(|function| match function {
            Function::Preposition(preposition) if lexicon.grammar.of != Some(*preposition) => {
                matches!(part(&lexicon.deals, trigger, *preposition), Some(Role::Acquirer | Role::Seller))
            }
            _ => false,
        })
    };
    let tells = |end: usize, noun: bool| {
        let before = scene.before(&lexicon.deals.triggers, line.tokens.start, end);
        before.is_some_and(|(_, triggers)| {
            triggers.iter().any(|trigger| (trigger.part == PartOfSpeech::Noun) == noun && other(trigger))
        })
    };
    let of = || scene.before(&lexicon.grammar.words, line.tokens.start, object).map(|(small, _)| small.start);
    // "sold its 40% stake in Belm *to* Arden", "la vente de sa filiale Belm *à* Arden"
    let clause = || {
        let floor = line.tokens.start.max(object.saturating_sub(PHRASE));
        let apart = |at: &usize| matches!(scene.document.word(*at), "," | ";" | ":" | "(" | ")");
        let floor = (floor..object).rev().find(apart).map_or(floor, |at| at + 1);
        // What another name stands before is told of that.
        let floor = (floor..object).rev().find(|&at| scene.capital(at)).unwrap_or(floor);
        (floor..object).any(|from| {
            let found = scene.reading.longest(&lexicon.deals.triggers, from, object);
            found.is_some_and(|found| found.values.iter().any(other))
        })
    };
    scene.capital(at + 1) && (tells(object, false) || of().is_some_and(|end| tells(end, true)) || clause())
}

/// `Angeführt wurde sie von Arden`: whether a pronoun stands for the object between a participle and its part.
fn is_of_pronoun(scene: &Scene<'_>, trigger: &Trigger, from: usize, to: usize) -> bool {
    let pronoun = |at: usize| {
        let found = scene.reading.longest(&scene.reading.lexicon(at).grammar.words, at, at + 1);
        found.is_some_and(|found| found.values.contains(&Function::Pronoun))
    };
    trigger.part == PartOfSpeech::Verb(Tense::Participle) && (from..to).any(pronoun)
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
    chain(scene, line, at, false)
}

/// The same; behind a name that may well be a company (`open`), plain words may stand in between, and a relative pronoun.
fn chain(scene: &Scene<'_>, line: &Line<'_>, at: usize, open: bool) -> bool {
    let end = line.tokens.end;
    let (mut governed, mut plain) = (false, 0);
    let mut reached = at;
    if closes(scene, at, end) {
        return true;
    }
    while reached < end && reached - at < CHAIN {
        if is_told(scene, line, reached, governed) {
            return true;
        }
        let lexicon = scene.reading.lexicon(at);
        // `scraps its takeover of`, `bläst die Übernahme von`
        let told = || {
            let found = scene.reading.longest(&lexicon.deals.status, reached, end)?;
            (scene.lower_word(reached) && !found.values.is_empty()).then_some(found.tokens.end)
        };
        reached = match passed_on(&lexicon.grammar.words, scene, reached, end, governed).or_else(told) {
            Some(next) => next,
            // `c’est Arden qui rachète`
            None if open && !governed && is_relative(scene, reached, end) => reached + 1,
            // `abandonne son projet de rachat`, `est prêt à racheter`
            None if open && governed && plain < PLAIN && scene.lower_word(reached) => {
                plain += 1;
                reached + 1
            }
            None => return false,
        };
        governed = true;
    }
    false
}

/// How many words behind its auxiliary the verb of a clause may stand.
const CLAUSE: usize = 24;

/// `Arden hat seine Sparte an Belm verkauft`: whether an auxiliary at `at` has the verb of a deal at the end of its clause.
fn closes(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let lexicon = scene.reading.lexicon(at);
    if !lexicon.grammar.verb_last || at >= end || !scene.lower_word(at) {
        return false;
    }
    let helps = |function: &Function| matches!(function, Function::Be | Function::Have | Function::Control);
    let auxiliary = scene.reading.longest(&lexicon.grammar.words, at, end);
    if !auxiliary.is_some_and(|found| found.values.iter().any(helps)) {
        return false;
    }
    let stops = |at: &usize| matches!(scene.document.word(*at), "," | "." | ";" | ":" | "–" | "—" | "!" | "?");
    let Some(close) = (at + 1..end.min(at + CLAUSE)).find(stops).or(Some(end)) else { return false };
    let verb = |from: usize| {
        let found = scene.reading.longest(&lexicon.deals.triggers, from, close);
        found.is_some_and(|found| {
            let closing = |trigger: &Trigger| {
                matches!(trigger.part, PartOfSpeech::Verb(Tense::Participle | Tense::Infinitive))
                    && is_clear(scene, trigger, at + 1, from)
            };
            found.tokens.end == close && found.values.iter().any(closing)
        })
    };
    close > at + 1 && verb(close - 1)
}

fn is_relative(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    let words = &scene.reading.lexicon(at).grammar.words;
    scene.reading.longest(words, at, end).is_some_and(|found| found.values.contains(&Function::Relative))
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
