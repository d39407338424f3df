//! What stands before a name, where every noun has a capital: nouns that say what it is, adjectives that say where from;
//! and words that are no names at all.

use super::Kind;
use super::bare::LETTERS;
use super::context::{self, is_given_name};
use super::scene::{Line, Scene};
use crate::language::Class;
use crate::language::lexicon::{Function, Noun};
use crate::mentions::tagger::gazetteer::List;
use crate::text::{Case, TokenRange};

/// What the first word of `tokens` is to the rest, where it is no part of the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    /// Companies are called so: `Bauträger Arden`.
    Trade,
    /// People are called so: `Seniorchefin Arden`.
    Person,
    /// Any other noun, or where it is from: `Windpark Arden`, `die Kölner Arden`.
    Plain,
}

/// What opens `tokens` and only says what the name behind it is: an adjective of a place, a noun.
pub(super) fn lead(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange) -> Option<Lead> {
    let (at, next) = (tokens.start, tokens.start + 1);
    if !line.names.capital_nouns || next >= tokens.end || !scene.capital(next) {
        return None;
    }
    // "die Brauerei GmbH": a legal form alone is no name.
    if (next..tokens.end).all(|at| scene.is(at, line, Class::LegalForm)) {
        return None;
    }
    let institution = |at: usize| scene.is(at, line, Class::Institution);
    // "Die Hafen-Gesellschaft Arden": the noun of a compound that the tokens part.
    if at > line.tokens.start && scene.document.joins(at - 1) && scene.noun(at) == Noun::Whole {
        return Some(Lead::Plain);
    }
    let opens = || at == line.tokens.start && !line.heading;
    let article = at > line.tokens.start && (is_article(scene, line, at) || is_adjective(scene, line, at - 1));
    // "Brauerei Arden" without an article is a name, "die Brauerei Arden" has one.
    // "die Brauerei Arden GmbH" is called so in full.
    let formed = || scene.is(tokens.end - 1, line, Class::LegalForm);
    let named = || institution(at) && (formed() || !article && !opens());
    if scene.is_trade(line, at) && (scene.is_proper(next) || !is_plain_noun(scene, line, next)) && !named() {
        return Some(Lead::Trade);
    }
    if line.names.is_calling(scene.document.folded(at)) {
        return Some(Lead::Person);
    }
    if is_of_place(scene, line, at) {
        let trade = next + 1 < tokens.end && scene.is_trade(line, next);
        let whole = || tokens.len() > 2 && formed() && !institution(next);
        return (trade || scene.noun(next) < Noun::Whole || whole()).then_some(Lead::Plain);
    }
    let nation = scene.is(at, line, Class::Nationality);
    let names = is_last(scene, line, next) || is_listed(scene, next) || institution(at) || nation;
    (article && is_apposed(scene, line, next) && !names).then_some(Lead::Plain)
}

/// Whether the word at `at` is an adjective of a place behind an article or a preposition: `die Kölner Arden`.
pub(super) fn is_of_place(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> bool {
    let word = scene.document.folded(at);
    let led = at > line.tokens.start && scene.lower_word(at - 1);
    let of = |ending: &str| word.strip_suffix("er").is_some_and(|stem| is_on_map(scene, &format!("{stem}{ending}")));
    let bare = || word.strip_suffix("ner").is_some_and(|stem| is_on_map(scene, &format!("{stem}en")));
    // "die Deutsche Arden AG": adjectives of nations have a capital only where they are part of a name.
    let nation = || {
        let declined = scene.document.tokens()[at].case != Case::Title || word.ends_with("er");
        scene.is(at, line, Class::Nationality) && (declined || scene.opens(line, at))
    };
    scene.capital(at)
        && !is_given_name(scene, at)
        && (led || scene.opens(line, at) && scene.is_trade(line, at + 1) || is_article(scene, line, at))
        && (nation() || of("") || of("en") || of("e") || bare())
}

/// Whether an article with a capital stands before the word at `at`: `Die Kölner Arden`.
pub(super) fn is_article(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> bool {
    at > line.tokens.start && scene.is(at - 1, line, Class::Article)
}

fn is_on_map(scene: &Scene<'_>, word: &str) -> bool {
    context::word_lists(scene, word, &[List::City, List::Region, List::Country])
}

/// Whether the noun right before the word at `at` says what it is the name of: `der Windpark Arden`.
pub(super) fn is_apposed(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> bool {
    let Some(noun) = at.checked_sub(1).filter(|&noun| noun >= line.tokens.start && scene.capital(noun)) else {
        return false;
    };
    let word = scene.document.folded(noun);
    let whole = || {
        scene.noun(noun) == Noun::Whole
            && !line.names.nouns.is_measure(word)
            && !is_listed(scene, noun)
            && scene.noun(at) < Noun::Whole
            && !scene.is(at, line, Class::Common)
            && !is_plural(word)
    };
    scene.document.tokens()[at].spaced
        && scene.document.tokens()[noun].case == Case::Title
        && !is_last(scene, line, noun)
        && (scene.is_trade(line, noun) && (!is_plain_noun(scene, line, at) || is_trade_of(scene, line, at)) || whole())
}

/// Whether names of companies end in the word at `at`, so that it may be part of one.
pub(super) fn is_last(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> bool {
    (scene.is(at, line, Class::Last) || scene.is(at, line, Class::LegalForm)) && !scene.is_trade(line, at)
}

/// Whether a noun is one of several, as far as its form tells: no name stands behind it.
fn is_plural(word: &str) -> bool {
    word.ends_with("en") && !word.ends_with("unternehmen") || word.ends_with("te")
}

/// Whether the word at `at` is a noun that stands without an article because there are several.
fn is_plain_noun(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> bool {
    let word = scene.document.folded(at);
    scene.is(at, line, Class::Common)
        || line.names.nouns.is_measure(word)
        || scene.noun(at) == Noun::Whole && is_plural(word) && !is_last(scene, line, at)
}

/// Whether a noun of trade right before the word at `at` can have nothing behind it but its name: `von dem Händler
/// Arden`, and `Der Händler Arden` where it opens the sentence.
pub(super) fn is_trade_of(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> bool {
    let Some(noun) = at.checked_sub(1).filter(|&noun| noun > line.tokens.start && scene.is_trade(line, noun)) else {
        return false;
    };
    let adjectives = (line.tokens.start..noun).rev().take(2).take_while(|&at| is_adjective(scene, line, at)).count();
    let article = noun - adjectives - 1;
    let governs = |at: usize| {
        let words = &scene.reading.lexicon(at).grammar.words;
        scene
            .reading
            .longest(words, at, at + 1)
            .is_some_and(|found| found.values.iter().any(|small| matches!(small, Function::Preposition(_))))
    };
    article >= line.tokens.start
        && (scene.is(article, line, Class::Article) && (article == line.tokens.start || governs(article - 1))
            || governs(article) && !scene.is(article, line, Class::Article)
            || matches!(scene.document.folded(article), "des" | "dem"))
}

pub(super) fn is_adjective(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> bool {
    let word = scene.document.folded(at);
    let declined = word.ends_with('e') || ["en", "er", "es", "em"].iter().any(|ending| word.ends_with(ending));
    at > line.tokens.start
        && (is_of_place(scene, line, at)
            || scene.lower_word(at)
                && declined
                && !scene.is(at, line, Class::Article)
                && (scene.is(at - 1, line, Class::Article) || is_adjective(scene, line, at - 1)))
}

/// Whether `tokens` are one word that is no name: a noun behind an article, an adjective of a place, an adverb that
/// opens the sentence, a compound with a noun. Who the tagger takes for a person or a place may be called like a noun.
pub(super) fn is_word(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange, tagged: Option<Kind>) -> bool {
    let at = tokens.start;
    let word = scene.document.folded(at);
    if !line.names.capital_nouns || tokens.len() > 1 || scene.is_proper(at) {
        return false;
    }
    if let Some((head, tail)) = word.rsplit_once('-') {
        let common = line.names.is(scene.reading.lexicon(at).word(tail), Class::Common);
        let noun = common || line.names.nouns.of(tail) == Noun::Whole;
        let lower = scene.document.word(at).rsplit('-').next().is_some_and(|tail| tail.starts_with(char::is_lowercase));
        return lower || noun && (head.chars().count() <= LETTERS || line.names.nouns.of(head) == Noun::Whole);
    }
    if scene.document.tokens()[at].case != Case::Title {
        return false;
    }
    let noun = scene.noun(at);
    let listed = || {
        context::word_lists(scene, word, &[List::ShortCompany, List::City, List::Region, List::Country, List::Given])
    };
    // "Bei Brot und Käse": a small word has its capital from the start of the sentence.
    let apposed = at > line.tokens.start && scene.capital(at - 1) && !scene.is(at - 1, line, Class::Common);
    let called = matches!(tagged, Some(Kind::Person | Kind::Place));
    noun == Noun::Whole && !called && !apposed && !listed()
        || noun < Noun::Whole && scene.opens(line, at) && line.names.nouns.is_plain(word) && !is_listed(scene, at)
        || is_of_place(scene, line, at)
}

/// Whether the last word of `tokens` is a noun of its own behind a name: `verschafft Arden Zugang`.
pub(super) fn trails(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange) -> bool {
    let last = tokens.end - 1;
    line.names.capital_nouns
        && scene.document.tokens()[last].case == Case::Title
        && scene.noun(last) == Noun::Whole
        && !scene.is_proper(last)
        && !is_last(scene, line, last)
        && !scene.is(last, line, Class::LegalForm)
        && scene.is_proper(tokens.start)
        && !context::word_lists(scene, scene.document.folded(last), &[List::Surname])
}

/// Whether a list has the word at `at` as the name of a place or of people.
pub(super) fn is_listed(scene: &Scene<'_>, at: usize) -> bool {
    let lists = context::lists(scene, TokenRange::new(at, at + 1));
    [List::City, List::Region, List::Country].into_iter().any(lists) || is_given_name(scene, at)
}
