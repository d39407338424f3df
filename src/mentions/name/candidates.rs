//! Candidates by their capitals and by the lists of the language.

use crate::mentions::tagger::hash::WordMap;

use super::around::behind_colon;
use super::context::{is_given_name, is_known_word, lists};
use super::parties::acts;
use super::scene::{Line, Scene, Style, hash};
use super::trim::{in_deal_noun, in_title};
use super::{Candidate, Hint, Kind, Rule, bare, inside, lead};
use crate::language::lexicon::PartOfSpeech;
use crate::language::{Class, NameKind, Place};
use crate::mentions::tagger::gazetteer::List;
use crate::text::{Case, TokenKind, TokenRange};

/// Names longer than this are none.
const MOST: usize = 12;

/// What a capital speaks with where only a name has one: too little for one mention of one word.
const CAPITAL: f32 = 0.35;
/// The same for several words with capitals.
const CAPITALS: f32 = 0.45;

/// What a noun speaks with by which companies are called.
const TRADE: f32 = 4.0;

/// All stretches that look like names, in order, none overlapping.
pub(super) fn find(scene: &Scene<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for line in scene.lines.iter().filter(|line| line.style == Style::Running) {
        let mut at = line.tokens.start;
        while at < line.tokens.end {
            at = match known(scene, line, at) {
                Some((candidate, end)) => {
                    found.extend(candidate);
                    end
                }
                None if starts(scene, line, at) => {
                    let end = inside::end(scene, line, at);
                    let end = (at + 1..end).find(|&at| own(scene, line, at).is_some()).unwrap_or(end);
                    found.extend(candidate(scene, line, TokenRange::new(at, end)));
                    end
                }
                None => at + 1,
            };
        }
    }
    headings(scene, &mut found);
    found.sort_by_key(|candidate| candidate.tokens.start);
    found
}

/// Words of a company that a list knows and that opens with a common word, at most.
const LISTED: usize = 3;

/// `Great Arden …`: whether a common word opens the name of a company that a list knows in full.
pub(super) fn opens_listed(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> bool {
    let listed = |words: usize| {
        let tokens = TokenRange::new(at, at + words);
        tokens.end <= line.tokens.end
            && tokens.positions().all(|at| scene.capital(at) && scene.document.tokens()[at].case != Case::Upper)
            && lists(scene, tokens)(List::Company)
    };
    (2..=LISTED).any(listed)
}

/// Forms of the running text that open with the same word, looked at per word of a heading.
const ALIKE: usize = 8;

/// In headings where every word has a capital, only what the running text names is a name.
fn headings(scene: &Scene<'_>, found: &mut Vec<Candidate>) {
    if scene.lines.iter().all(|line| line.style == Style::Running) {
        return;
    }
    let mut named: WordMap<u64, Vec<TokenRange>> = WordMap::default();
    for candidate in found.iter().filter(|candidate| !candidate.unsure) {
        let forms = named.entry(hash(scene.document.folded(candidate.tokens.start))).or_default();
        if forms.len() < ALIKE && !forms.iter().any(|form| same(scene, *form, candidate.tokens)) {
            forms.push(candidate.tokens);
        }
    }
    for line in scene.lines.iter().filter(|line| line.style != Style::Running) {
        let mut at = line.tokens.start;
        while at < line.tokens.end {
            // The user's own names are names everywhere.
            if let Some(end) = own(scene, line, at) {
                found.extend(known(scene, line, at).and_then(|(candidate, _)| candidate));
                at = end;
                continue;
            }
            let forms = named.get(&hash(scene.document.folded(at))).filter(|_| scene.capital(at));
            let longest = forms
                .into_iter()
                .flatten()
                .map(|form| TokenRange::new(at, at + form.len()))
                .zip(forms.into_iter().flatten())
                .filter(|(here, form)| here.end <= line.tokens.end && same(scene, *here, **form))
                .map(|(here, _)| here)
                .max_by_key(TokenRange::len);
            match longest {
                Some(tokens) => {
                    let mut candidate = Candidate::new(tokens);
                    candidate.unsure = true;
                    candidate.aside = line.aside;
                    found.push(candidate);
                    at = tokens.end;
                }
                None => at += 1,
            }
        }
    }
}

/// The end of a name of the user's own that starts at `at`.
fn own(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> Option<usize> {
    let known = scene.reading.longest(&line.names.known, at, line.tokens.end)?;
    known.values.iter().any(|known| known.own).then_some(known.tokens.end)
}

fn same(scene: &Scene<'_>, a: TokenRange, b: TokenRange) -> bool {
    a.len() == b.len()
        && a.positions().zip(b.positions()).all(|(a, b)| scene.document.folded(a) == scene.document.folded(b))
}

/// A name of the lists that starts here; for what is no name, only where it is to be passed over.
fn known(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> Option<(Option<Candidate>, usize)> {
    let found = scene.reading.longest(&line.names.known, at, line.tokens.end.min(at + 8))?;
    let value = found.values.iter().find(|known| known.own).or(found.values.first())?;
    let token = &scene.document.tokens()[at];
    // Acronyms of two or three letters are words too (`It`, `Sud`).
    let inside = || !scene.opens(line, at) && !scene.is_lower(at) && !is_known_word(scene, at);
    let acronym = found.tokens.len() == 1 && token.span.len() <= 3 && token.case != Case::Upper && !inside();
    if !value.own && (!scene.capital(at) || acronym && value.kind != NameKind::None) {
        return None;
    }
    let end = found.tokens.end;
    let whole = || end >= line.tokens.end || inside::end(scene, line, at) <= end;
    if value.kind == NameKind::None {
        return (value.own || whole()).then_some((None, end));
    }
    // `US Congress Watch` is no Congress; `The` opens no known name but one written so inside a sentence.
    // `Le soir` is an evening, `Le Soir` a newspaper.
    let small = || found.tokens.len() > 1 && scene.is(at, line, Class::Article) && scene.lower_word(at + 1);
    if !value.own && (!whole() || small() || single_common(scene, line, found.tokens)) {
        return None;
    }
    let noun = found.tokens.len() == 1 && opens_names(scene, line, at);
    let weight = match value.own {
        true => OWN,
        false if noun => NOUN,
        false => KNOWN,
    };
    let mut candidate = Candidate::new(found.tokens);
    candidate.firm = true;
    candidate.seen = value.own || !noun;
    candidate.own = value.own;
    candidate.aside = line.aside;
    candidate.same = value.same.clone();
    candidate.hints.push(Hint::of(value.kind, weight, Rule::Own("known-name")));
    Some((Some(candidate), end))
}

/// What a name of the lists speaks with: the user's own, any other, and one that is a noun too.
const OWN: f32 = 100.0;
const KNOWN: f32 = 6.0;
const NOUN: f32 = 3.5;

/// Whether names of institutions open with the word at `at`: where it stands alone it may be any state or ministry
/// (`l’État`), unless the tagger sees a name or it takes part in a deal.
fn opens_names(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> bool {
    let first = scene.reading.longest(line.names.cues(Place::First), at, at + 1);
    first.is_some_and(|found| found.values.iter().any(|cue| matches!(cue.kind, NameKind::Organization(_))))
        && scene.document.tokens()[at].case == Case::Title
}

/// A known name that is also a common word (`Commission`, `Treasury`) where its capital means nothing.
fn single_common(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange) -> bool {
    let token = &scene.document.tokens()[tokens.start];
    tokens.len() == 1
        && token.case == Case::Title
        && (scene.opens(line, tokens.start) || line.style == Style::Title)
        && !scene.is_named(tokens.start)
        && (is_known_word(scene, tokens.start) || scene.is_lower(tokens.start))
}

fn starts(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> bool {
    let token = &scene.document.tokens()[at];
    match token.kind {
        // `ex-Arden`, `avant-Bourse` are no names.
        TokenKind::Word if token.case == Case::Mixed => {
            let word = scene.document.word(at);
            !word.contains('-') || word.starts_with(char::is_uppercase)
        }
        TokenKind::Word if token.case.has_capital() => {
            let leads = scene.is(at, line, Class::Institution) && !scene.opens(line, at);
            let form = scene.is(at, line, Class::LeadingForm)
                && token.case == Case::Upper
                && (scene.capital(at + 1) || scene.capital(at + 2));
            // `AI Products`; not `CEO Jane`.
            let acronym = token.case == Case::Upper
                && scene.capital(at + 1)
                && at + 1 < line.tokens.end
                && !scene.is(at + 1, line, Class::Common)
                && scene.reading.longest(&line.names.titles, at, at + 1).is_none();
            // `L’Arden` inside a sentence keeps its article.
            let article =
                inside::is_elision(scene.document.word(at)) && !scene.opens(line, at) && scene.capital(at + 1);
            let plain = || !scene.is(at, line, Class::Common) && !opens_deal(scene, line, at);
            leads || form || acronym || article || plain() || opens_listed(scene, line, at)
        }
        // `3M`, `2i`.
        TokenKind::Number => {
            token.span.len() == 1
                && scene.capital(at + 1)
                && !scene.document.tokens()[at + 1].spaced
                && at + 1 < line.tokens.end
                && scene.document.tokens()[at + 1].case == Case::Title
                && scene.document.tokens()[at + 1].span.len() == 1
                && (!matches!(scene.document.word(at + 1), "D" | "G") || scene.capital(at + 2))
        }
        _ => false,
    }
}

/// `Takeover of Arden`: a noun that only has its capital from the start of the line.
pub(super) fn opens_deal(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> bool {
    let triggers = &scene.reading.lexicon(at).deals.triggers;
    let noun = scene
        .reading
        .longest(triggers, at, line.tokens.end)
        .filter(|found| found.values.iter().any(|trigger| trigger.part == PartOfSpeech::Noun));
    scene.opens(line, at)
        && noun.is_some_and(|found| found.tokens.end < line.tokens.end && scene.lower_word(found.tokens.end))
}

/// The stretch as a candidate, without titles and courtesies before it; `None` where it is no name.
fn candidate(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange) -> Option<Candidate> {
    let mut tokens = TokenRange::new(tokens.start, tokens.end.min(tokens.start + MOST));
    let mut hints = Vec::new();
    loop {
        let start = tokens.start;
        if tokens.len() > 1 && scene.is(start, line, Class::Courtesy) {
            hints.push(Hint::own(Kind::Person, 4.0, "courtesy"));
            tokens.start += 1;
        } else if let Some(title) = scene.reading.longest(&line.names.titles, start, tokens.end)
            && title.tokens.end < tokens.end
            && !scene.is(title.tokens.end, line, Class::Last)
            && !scene.is(title.tokens.end, line, Class::Of)
        {
            if title.values.iter().any(|title| !title.shared) {
                hints.push(Hint::own(Kind::Person, 3.0, "title-before"));
            }
            tokens.start = title.tokens.end;
        } else if let Some(first) = lead::lead(scene, line, tokens) {
            match first {
                lead::Lead::Trade => hints.push(Hint::own(Kind::Company, TRADE, "trade")),
                lead::Lead::Person => hints.push(Hint::own(Kind::Person, 2.0, "calling")),
                lead::Lead::Plain => {}
            }
            tokens.start += 1;
        } else {
            break;
        }
    }
    // `Quietly Arden`: a common word that only opens the sentence.
    if tokens.len() > 1
        && line.style == Style::Running
        && only_opens(scene, line, tokens.start)
        && !opens_listed(scene, line, tokens.start)
    {
        tokens.start += 1;
    }
    // `Jane Roe Chairman of Arden`
    if let Some(title) = closing_title(scene, line, tokens) {
        tokens.end = title;
        hints.push(Hint::own(Kind::Person, 2.2, "title-after"));
    }
    while tokens.len() > 1 && (drops_from_end(scene, line, tokens) || lead::trails(scene, line, tokens)) {
        tokens.end -= 1;
    }
    let common = tokens.len() == 1 && line.style == Style::Running && only_opens(scene, line, tokens.start);
    if tokens.is_empty()
        || common
        || is_label(scene, line, tokens)
        || is_ticker(scene, line, tokens)
        || is_nothing(scene, line, tokens)
        || in_title(scene, line, tokens)
        || in_deal_noun(scene, line, tokens)
        || hints.is_empty()
            && lead::is_word(scene, line, tokens, None)
            && bare::lone_subject(scene, line, tokens).is_none()
    {
        return None;
    }
    let mut candidate = Candidate::new(tokens);
    // Legal forms end a name; what an institution's name joins belongs to it.
    let joined = tokens.positions().skip(1).any(|at| scene.lower_word(at))
        && (scene.is(tokens.start, line, Class::Institution) || inside::opens_with_trade(scene, line, tokens));
    let closed = inside::closes_with_form(scene, line, tokens.start, tokens.end)
        || line.names.topics && inside::is_after_trade(scene, line, tokens);
    let foreign = tokens.positions().skip(1).any(|at| inside::foreign(scene, line, at).is_some());
    candidate.joined = joined && !closed;
    candidate.firm = joined || closed || foreign;
    let plain = tokens.positions().all(|at| scene.document.tokens()[at].case == Case::Title);
    if line.names.capital_nouns && plain && !candidate.firm && hints.is_empty() {
        let subject = bare::lone_subject(scene, line, tokens);
        let weight = subject.or_else(|| bare::weight(scene, line, tokens))?;
        hints.push(Hint::own(Kind::Company, weight, "bare"));
        // A lone subject the grammar has seen, where the tagger has not; any other noun may stand without an article.
        candidate.seen = subject.is_some();
    }
    candidate.unsure = unsure(scene, line, tokens) && hints.is_empty() && !candidate.firm;
    candidate.aside = line.aside;
    candidate.hints = hints;
    if candidate.unsure && is_new_subject(scene, line, tokens) || is_long_subject(scene, line, tokens) {
        candidate.hints.push(Hint::own(Kind::Company, NEW_SUBJECT, "new-subject"));
    }
    if !candidate.unsure && !line.names.capital_nouns && !line.heading {
        let weight = if tokens.len() > 1 { CAPITALS } else { CAPITAL };
        candidate.hints.push(Hint::own(Kind::Company, weight, "capital"));
    }
    Some(candidate)
}

/// `Jane Roe Chairman of Arden`: where the title starts that closes the words of a person, before what it is of.
pub(super) fn closing_title(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange) -> Option<usize> {
    let of = tokens.end < line.tokens.end && scene.lower_word(tokens.end);
    if tokens.len() < 3 || !of || !scene.is(tokens.end, line, Class::TitleOf) || !is_given_name(scene, tokens.start) {
        return None;
    }
    let (title, titles) = scene.before(&line.names.titles, tokens.start + 2, tokens.end)?;
    titles.iter().any(|title| !title.shared).then_some(title.start)
}

/// What a word speaks with that no text knows and of which a sentence tells a deal.
const NEW_SUBJECT: f32 = 1.6;

/// `Arden acquires Belm.`: a word known to no list of words opens the sentence before a verb of companies.
fn is_new_subject(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange) -> bool {
    let verb = behind_colon(scene, line, tokens);
    let company = || {
        let after = scene.reading.longest(line.names.cues(Place::After), verb, line.tokens.end);
        after.is_some_and(|after| after.values.iter().any(|cue| cue.kind == NameKind::Company))
    };
    tokens.len() == 1
        && line.style == Style::Running
        && !scene.is_lower(tokens.start)
        && !is_known_word(scene, tokens.start)
        && (acts(scene, line, verb) || company())
}

/// `Arden Tubes acquires Belm.`: several words with capitals open the sentence before a verb of deals, and the first is
/// no given name.
fn is_long_subject(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange) -> bool {
    tokens.len() > 1
        && line.style == Style::Running
        && !line.names.capital_nouns
        && scene.opens(line, tokens.start)
        && !is_given_name(scene, tokens.start)
        && acts(scene, line, behind_colon(scene, line, tokens))
}

/// Whether a word has its capital from the start of the sentence: elsewhere the article writes it small.
fn only_opens(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> bool {
    scene.document.tokens()[at].case == Case::Title
        && scene.opens(line, at)
        && scene.is_lower(at)
        && !scene.is_named(at)
        && !scene.is(at, line, Class::Institution)
}

fn drops_from_end(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange) -> bool {
    let last = tokens.end - 1;
    scene.is(last, line, Class::Common) && !scene.is(last, line, Class::Last) && !scene.is(last, line, Class::LegalForm)
}

/// A rubric in capitals before the text it heads (`MINES. The board …`), or the topic that opens a heading (`Mines,
/// Arden buys Belm`) and that the text names nowhere.
pub(super) fn is_label(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange) -> bool {
    let topic = line.heading
        && line.names.topics
        && tokens.len() == 1
        && tokens.start == line.tokens.start
        && scene.document.tokens()[tokens.start].case != Case::Mixed
        && tokens.end + 1 < line.tokens.end
        && matches!(scene.document.word(tokens.end), "," | "/" | "|")
        && !scene.is_named(tokens.start);
    if topic {
        return true;
    }
    let shouted = tokens.positions().all(|at| scene.document.tokens()[at].case == Case::Upper);
    shouted
        && tokens.start <= line.tokens.start + 1
        && scene.document.word(tokens.start).chars().count() > 3
        && tokens.end < line.tokens.end
        && matches!(scene.document.word(tokens.end), "." | ":" | "–" | "—" | "-" | "|")
        && !scene.is_named(tokens.start)
        && !acts(scene, line, behind_colon(scene, line, tokens))
}

/// The symbol of a share, as in `(NYSE: ARD)`.
pub(super) fn is_ticker(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange) -> bool {
    let start = tokens.start;
    start >= line.tokens.start + 3
        && scene.document.word(start - 1) == ":"
        && scene.document.tokens()[start].case == Case::Upper
        && scene.capital(start - 2)
        && (start.saturating_sub(6).max(line.tokens.start)..start).any(|at| scene.document.word(at) == "(")
}

/// A word that is no name by itself.
fn is_nothing(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange) -> bool {
    let first = tokens.start;
    let word = scene.document.word(first);
    if tokens.len() > 1 {
        return tokens
            .positions()
            .all(|at| scene.is(at, line, Class::Common) || scene.is(at, line, Class::LegalForm) || !scene.capital(at));
    }
    scene.is(first, line, Class::Common)
        || scene.is(first, line, Class::Courtesy)
        || scene.is(first, line, Class::Nationality)
        || scene.is_term(first, line)
        || scene.is_abbreviation(first)
        || scene.is(first, line, Class::LegalForm)
        || word.chars().count() < 2
        || word.ends_with('.') && word.len() <= 3
        || scene.reading.longest(&line.names.titles, first, first + 1).is_some()
}

/// Whether only the place of the words asks for their capitals.
fn unsure(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange) -> bool {
    let first = tokens.start;
    let case = |at: usize| scene.document.tokens()[at].case;
    match line.style {
        Style::Capitals => !tokens.positions().all(|at| scene.is_named(at)),
        Style::Title => !tokens.positions().any(|at| scene.is_named(at) || case(at) == Case::Mixed),
        Style::Running => {
            scene.opens(line, first)
                && tokens.len() == 1
                && !matches!(case(first), Case::Mixed)
                && !scene.is_named(first)
        }
    }
}
