//! How far a name reaches.

use super::scene::{Line, Scene};
use crate::language::lexicon::Cue;
use crate::language::{Class, NameKind, Place};
use crate::mentions::tagger::gazetteer::List;
use crate::text::{Case, TokenKind, TokenRange};

/// The end of the name that starts at `start`: capitals and what joins them.
pub(super) fn end(scene: &Scene<'_>, line: &Line<'_>, start: usize) -> usize {
    let mut end = start + 1;
    if scene.document.tokens()[start].kind == TokenKind::Number {
        end += 1;
    }
    while end < line.tokens.end {
        match step(scene, line, start, end) {
            Some(next) if next > end => end = next.min(line.tokens.end),
            _ => break,
        }
    }
    end
}

/// Where a name that reached `end` goes on to.
fn step(scene: &Scene<'_>, line: &Line<'_>, start: usize, end: usize) -> Option<usize> {
    let document = scene.document;
    let token = document.tokens().get(end)?;
    if let Some(next) = form(scene, line, end) {
        return Some(next);
    }
    match token.kind {
        TokenKind::Word if closes_with_form(scene, line, start, end) => None,
        TokenKind::Word if token.case.has_capital() && (token.spaced || is_elision(document.word(end - 1))) => {
            capital(scene, line, end)
        }
        // `Moody's` and other names that are possessives themselves.
        TokenKind::Word if matches!(document.word(end), "’s" | "'s") => {
            let list = super::context::lists(scene, TokenRange::new(start, end + 1));
            (list(List::ShortCompany) || list(List::Company)).then_some(end + 1)
        }
        TokenKind::Word if is_lower_form(scene, line, end) => Some(end + 1),
        TokenKind::Word => joined(scene, line, start, end),
        TokenKind::Number => number(scene, line, end),
        TokenKind::Symbol => symbol(scene, line, end),
        TokenKind::Punctuation => punctuation(scene, line, start, end),
        TokenKind::Address => None,
    }
}

/// `L’`, `d'`
pub(super) fn is_elision(word: &str) -> bool {
    word.len() > 1 && word.ends_with(['\'', '’'])
}

/// The end of a legal form of several words (`S.p.A.`) that starts at `at`.
fn form(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> Option<usize> {
    let found = scene.reading.longest(line.names.phrases(), at, line.tokens.end)?;
    (found.values.contains(&Class::LegalForm) && scene.capital(at)).then_some(found.tokens.end)
}

/// Whether the words from `start` to `end` close with a legal form.
pub(super) fn closes_with_form(scene: &Scene<'_>, line: &Line<'_>, start: usize, end: usize) -> bool {
    end - start > 1
        && (scene.is(end - 1, line, Class::LegalForm)
            || scene
                .before(line.names.phrases(), start + 1, end)
                .is_some_and(|(_, classes)| classes.contains(&Class::LegalForm)))
}

fn capital(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> Option<usize> {
    let goes_on = !scene.is(at, line, Class::Common)
        || scene.is(at, line, Class::Last)
        || scene.is(at, line, Class::LegalForm)
        || scene.document.tokens()[at].case == Case::Mixed;
    goes_on.then_some(at + 1)
}

/// Legal forms that are also written small.
pub(super) fn is_lower_form(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> bool {
    let word = scene.document.folded(at);
    word.len() >= 3
        && !matches!(word, "spa" | "limited" | "corporation" | "incorporated" | "sab" | "mbh")
        && scene.is(at, line, Class::LegalForm)
}

/// Small words inside a name: `Bank of Arden`, `Dirk van Arden`, `Ministère de la Défense`.
fn joined(scene: &Scene<'_>, line: &Line<'_>, start: usize, at: usize) -> Option<usize> {
    if let Some(next) = foreign(scene, line, at) {
        return Some(next + 1);
    }
    let mut next = at;
    while next < line.tokens.end
        && next - at < 3
        && !scene.capital(next)
        && (scene.is(next, line, Class::Of)
            || scene.is(next, line, Class::Particle)
            || next > at && scene.is(next, line, Class::Article))
    {
        next += 1;
    }
    if next == at || next >= line.tokens.end || !scene.capital(next) {
        return None;
    }
    if scene.is(next, line, Class::Common) && !scene.is(next, line, Class::Last) {
        return None;
    }
    let institution = scene.is(start, line, Class::Institution) && scene.is(at, line, Class::Of);
    let person = at - start <= 2
        && (at..next).all(|at| scene.is(at, line, Class::Particle))
        && !scene.is(at, line, Class::And)
        && !begins_another(scene, line, start, at)
        && (!scene.is(at, line, Class::Of) && !scene.is(at, line, Class::AtPlace)
            || at - start == 1 && super::context::is_given_name(scene, start));
    let trade = scene.is(at, line, Class::Of) && is_trade(scene, line, start, at);
    (institution || person || trade || of_common_noun(scene, line, start, at)).then_some(next + 1)
}

/// "vende a Arden *la* Boreal": an article right behind a name brings in another one. Only behind a given name it may belong to
/// that: `Arthur le Grand`.
fn begins_another(scene: &Scene<'_>, line: &Line<'_>, start: usize, at: usize) -> bool {
    let article = scene.is(at, line, Class::Article) && !scene.is(at, line, Class::Of);
    article && !(at - start == 1 && super::context::is_given_name(scene, start))
}

/// `Stars of the North` in a text of another language, whose words these are not: where the word stands that they join.
pub(super) fn foreign(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> Option<usize> {
    let is = |at: usize, word: &str| at < line.tokens.end && scene.document.word(at) == word;
    let own = || line.names.is(scene.reading.lexicon(at).word("the"), Class::Article);
    let next = at + 1 + usize::from(is(at + 1, "the"));
    let joins = is(at, "of") && !scene.is(at, line, Class::Of) && next < line.tokens.end && scene.capital(next);
    (joins && !own()).then_some(next)
}

/// Whether `tokens` open with what names of companies open with, and small words join the rest to it.
pub(super) fn opens_with_trade(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange) -> bool {
    let of = tokens.positions().skip(1).find(|&at| scene.lower_word(at));
    of.is_some_and(|of| scene.is(of, line, Class::Of) && is_trade(scene, line, tokens.start, of))
}

/// `Forges Arden`: whether a word that names of companies open with stands before another.
pub(super) fn is_after_trade(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange) -> bool {
    let second = tokens.start + 1;
    let first = scene.reading.longest(line.names.cues(Place::First), tokens.start, second);
    second < tokens.end
        && scene.capital(second)
        && first.is_some_and(|found| found.values.iter().any(|cue| cue.kind == NameKind::Company))
}

/// `Forges de Arden`: whether the words before `at` are those that names of companies open with. At the start of a
/// sentence any noun has a capital.
fn is_trade(scene: &Scene<'_>, line: &Line<'_>, start: usize, at: usize) -> bool {
    let first = scene.reading.longest(line.names.cues(Place::First), start, at);
    let company = |cue: &Cue| cue.kind == NameKind::Company;
    first.is_some_and(|found| found.tokens.end == at && found.values.iter().any(company))
        && (!scene.opens(line, start) || scene.is_named(start))
}

/// `les Ateliers du Port`: a noun that has a capital behind an article names something only with what follows it.
fn of_common_noun(scene: &Scene<'_>, line: &Line<'_>, start: usize, at: usize) -> bool {
    const SHORTEST: usize = 5;
    let lists = || super::context::lists(scene, TokenRange::new(start, at));
    let known = || {
        let lists = lists();
        [List::City, List::Region, List::Country, List::Surname, List::ShortCompany, List::Company]
            .into_iter()
            .any(lists)
    };
    at - start == 1
        && !line.names.capital_nouns
        && start > line.tokens.start
        && scene.is(start - 1, line, Class::Article)
        && scene.is(at, line, Class::Of)
        && scene.document.tokens()[start].case == Case::Title
        && scene.document.word(start).chars().count() >= SHORTEST
        && (!line.names.towns || super::context::is_known_word(scene, start))
        && !known()
}

/// Models and indices: `Orbit 4`, never amounts.
fn number(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> Option<usize> {
    let token = &scene.document.tokens()[at];
    if token.span.len() > 3 || !token.spaced {
        return None;
    }
    let digits = scene.document.word(at).bytes().all(|byte| byte.is_ascii_digit());
    let free = match scene.document.tokens().get(at + 1) {
        Some(next) if at + 1 < line.tokens.end => match next.kind {
            TokenKind::Punctuation => !matches!(scene.document.word(at + 1), "-" | "–" | "/") || next.spaced,
            TokenKind::Word => {
                // "Roe 55 Prozent"
                next.spaced
                    && !line.names.nouns.is_measure(scene.document.folded(at + 1))
                    && (scene.is(at + 1, line, Class::Common) || scene.capital(at + 1))
                    && !is_month(scene, at + 1)
            }
            _ => false,
        },
        _ => true,
    };
    (digits && free && !is_month(scene, at - 1)).then_some(at + 1)
}

fn is_month(scene: &Scene<'_>, at: usize) -> bool {
    // Months are common words of more than two letters that open with a capital only in some languages; a number
    // beside one is a day.
    let word = scene.document.folded(at);
    word.ends_with('.') || MONTHS.iter().any(|month| word.starts_with(month) && word.len() < 11)
}

/// How months begin in the languages that have a lexicon.
const MONTHS: [&str; 26] = [
    "januar", "janvi", "enero", "gennai", "janei", "febru", "févr", "febbr", "fever", "march", "märz", "marzo",
    "april", "avril", "abril", "aprile", "june", "juin", "july", "juil", "august", "août", "septem", "octob", "novem",
    "decem",
];

fn symbol(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> Option<usize> {
    let token = &scene.document.tokens()[at];
    let next = at + 1;
    match scene.document.folded(at) {
        "&" if next < line.tokens.end && scene.capital(next) => Some(next + 1),
        "&" if next < line.tokens.end && scene.is(next, line, Class::LegalForm) => Some(next + 1),
        "+" if !token.spaced => Some(next),
        "+" if next < line.tokens.end && scene.joins_by_plus(at) => Some(next + 1),
        _ => None,
    }
}

fn punctuation(scene: &Scene<'_>, line: &Line<'_>, start: usize, at: usize) -> Option<usize> {
    let token = &scene.document.tokens()[at];
    let next = at + 1;
    if next >= line.tokens.end || token.spaced {
        return None;
    }
    match scene.document.word(at) {
        // `Arden, Inc.`, `Arden, Belm & Cairn`.
        "," if scene.is(next, line, Class::LegalForm) && scene.capital(next) => Some(next + 1),
        "," if form(scene, line, next).is_some() => form(scene, line, next),
        "," if at - start == 1 => partnership(scene, line, next),
        // `Arden.com`
        "." if !scene.document.tokens()[next].spaced && is_domain(scene.document.word(next)) => Some(next + 1),
        _ => None,
    }
}

fn is_domain(word: &str) -> bool {
    matches!(
        word,
        "com"
            | "fr"
            | "ai"
            | "io"
            | "org"
            | "net"
            | "de"
            | "co"
            | "es"
            | "it"
            | "eu"
            | "pt"
            | "br"
            | "uk"
            | "ch"
            | "tv"
            | "app"
    )
}

/// One word each between commas, the last after `&`.
fn partnership(scene: &Scene<'_>, line: &Line<'_>, from: usize) -> Option<usize> {
    let mut at = from;
    while at + 2 < line.tokens.end && at - from <= 6 {
        if !scene.capital(at) {
            return None;
        }
        match scene.document.folded(at + 1) {
            "&" if scene.capital(at + 2) => return Some(at + 3),
            "," => at += 2,
            _ => return None,
        }
    }
    None
}
