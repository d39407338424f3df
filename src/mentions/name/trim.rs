//! What of a name that the tagger sees is one: it is cut where several stand in it, loses the words at its ends that are no
//! part of it, and is dropped where it is no name at all.

use super::bare::holds;
use super::candidates::{closing_title, is_label, is_ticker, opens_listed};
use super::context::{is_given_name, is_known_word, lists, word_lists};
use super::inside::closes_with_form;
use super::scene::{Line, Scene};
use super::{Candidate, Hint, Kind, parties};
use crate::language::lexicon::{Cue, DealCue, PartOfSpeech, Tense};
use crate::language::{Class, NameKind, Phrases, Place};
use crate::mentions::tagger::gazetteer::List;
use crate::text::{Case, TokenKind, TokenRange};

/// The names in a tagger's name: cut at brackets, bars and verbs of deals, without courtesies and articles before them and cue words
/// after them.
pub(super) fn pieces(scene: &Scene<'_>, mut tag: Candidate) -> Vec<Candidate> {
    let mut pieces = Vec::new();
    let mut start = tag.tokens.start;
    let person = tag.hints.iter().any(|hint| hint.kind == Kind::Person);
    for at in tag.tokens.positions() {
        let spaced = scene.document.tokens()[at].spaced;
        if person
            && at > start
            && let Some(end) = titled(scene, at, tag.tokens.end)
        {
            let mut owner = tag.clone();
            owner.hints.clear();
            pieces.extend(trimmed(scene, &owner, TokenRange::new(start, at)));
            start = end;
        }
        match scene.document.word(at) {
            // `Jane Roe@janeroe`
            address if scene.document.tokens()[at].kind == TokenKind::Address && address.find('@') > Some(0) => {
                return pieces;
            }
            "(" if encloses(scene, &tag, at) => {}
            "(" | "[" | ";" => {
                pieces.extend(trimmed(scene, &tag, TokenRange::new(start, at)));
                return pieces;
            }
            ")" if !opened(scene, start, at) => {
                pieces.extend(trimmed(scene, &tag, TokenRange::new(start, at)));
                start = at + 1;
            }
            _ if is_located(scene, &tag, start, at) => {
                pieces.extend(trimmed(scene, &tag, TokenRange::new(start, at)));
                start = at + 1;
                tag = seat(tag);
            }
            _ if joins_two(scene, start, at, tag.tokens.end) => {
                pieces.extend(trimmed(scene, &tag, TokenRange::new(start, at)));
                start = at + 1;
            }
            "+" if scene.joins_by_plus(at) => {}
            "+" | "|" | "/" if spaced => {
                pieces.extend(trimmed(scene, &tag, TokenRange::new(start, at)));
                start = at + 1;
            }
            _ if acts(scene, at) || !person && parts(scene, start, at, tag.tokens.end) => {
                pieces.extend(trimmed(scene, &tag, TokenRange::new(start, at)));
                start = at + 1;
            }
            _ => {}
        }
    }
    pieces.extend(trimmed(scene, &tag, TokenRange::new(start, tag.tokens.end)));
    pieces
}

/// `Arden of Norrow`: whether the word at `at` says in which country a company is, that the article names without it too.
fn is_located(scene: &Scene<'_>, tag: &Candidate, start: usize, at: usize) -> bool {
    let Some(line) = scene.line(at) else { return false };
    let opens = || {
        let first = scene.reading.longest(line.names.cues(Place::First), start, at);
        scene.is(start, line, Class::Institution) || scene.is(start, line, Class::Common) || first.is_some()
    };
    let best = tag.hints.iter().max_by(|a, b| a.weight.total_cmp(&b.weight));
    // "Arden do Brasil" is what the company is called there.
    let subjectless = scene.reading.lexicon(at).grammar.drops_subject;
    let country = || lists(scene, TokenRange::new(at + 1, tag.tokens.end))(List::Country);
    at == start + 1
        && tag.tokens.start == start
        && (at + 2..=at + 3).contains(&tag.tokens.end)
        && scene.lower_word(at)
        && scene.is(at, line, Class::Of)
        && scene.capital(at + 1)
        && calls(best, &[Kind::Company])
        && !line.names.capital_nouns
        && !subjectless
        && country()
        && scene.is_alone(start)
        && !scene.is_lower(start)
        && !opens()
}

/// What is left of a tagger's name behind the company: where that is.
fn seat(mut tag: Candidate) -> Candidate {
    tag.label = None;
    tag.hints = vec![Hint::own(Kind::Place, 4.0, "seat")];
    tag
}

/// Whether a bracket that closes at `at` opens behind `start`.
fn opened(scene: &Scene<'_>, start: usize, at: usize) -> bool {
    (start..at).any(|at| scene.document.word(at) == "(")
}

/// `Arden Ltd and Belm Ltd`: whether a conjunction at `at` joins what closes with a legal form to another name.
fn joins_two(scene: &Scene<'_>, start: usize, at: usize, end: usize) -> bool {
    at + 1 < end
        && scene.capital(at + 1)
        && scene.line(at).is_some_and(|line| scene.is(at, line, Class::And) && closes_with_form(scene, line, start, at))
}

/// `Arden CEO Jane Roe`: the end of a title inside a person's name, where at least two words of a name follow it.
fn titled(scene: &Scene<'_>, at: usize, end: usize) -> Option<usize> {
    let line = scene.line(at)?;
    let title = scene.reading.longest(&line.names.titles, at, end)?.tokens.end;
    (title + 1 < end && scene.capital(title) && scene.capital(title + 1)).then_some(title)
}

/// `Norrow (Arden)` of a place, `Arden (Norrow) Ltd.`: whether the bracket at `at` holds one word of the name.
fn encloses(scene: &Scene<'_>, tag: &Candidate, at: usize) -> bool {
    let close = at + 2;
    let place = || tag.hints.iter().any(|hint| hint.kind == Kind::Place);
    let goes_on = || close + 1 < tag.tokens.end && scene.capital(close + 1);
    at > tag.tokens.start && close < tag.tokens.end && scene.document.word(close) == ")" && (place() || goes_on())
}

/// `Arden to Belm`, in "sold Arden to Belm" and "the sale of Arden to Belm": whether the word at `at` gives
/// what follows another part of the deal.
fn parts(scene: &Scene<'_>, start: usize, at: usize, end: usize) -> bool {
    at > start
        && at + 1 < end
        && scene.lower_word(at)
        && scene.line(at).is_some_and(|line| parties::parts_at(scene, line, start, at))
}

/// `Arden buys Belm`: a verb that tells of a deal stands between names.
fn acts(scene: &Scene<'_>, at: usize) -> bool {
    let triggers = &scene.reading.lexicon(at).deals.triggers;
    let verb = |part| matches!(part, PartOfSpeech::Verb(Tense::Present | Tense::Past));
    scene.lower_word(at)
        && scene
            .reading
            .longest(triggers, at, at + 1)
            .is_some_and(|found| found.values.iter().any(|trigger| verb(trigger.part)))
}

fn trimmed(scene: &Scene<'_>, tag: &Candidate, mut tokens: TokenRange) -> Option<Candidate> {
    let line = scene.line(tokens.start)?;
    let person = tag.hints.iter().any(|hint| hint.kind == Kind::Person);
    // `De Arden`, at the start of a sentence too; `L. Arden`.
    let begins = |at: usize| scene.capital(at) && (scene.is(at, line, Class::Particle) || is_initial(scene, at));
    let whole = |tokens: TokenRange| person && tokens.len() > 1 && begins(tokens.start);
    while !tokens.is_empty() && !whole(tokens) && drops_from_start(scene, line, tokens) {
        tokens.start += body(scene, tokens).unwrap_or(1);
    }
    // `Crown Prince Karim bin Arden`; `Dean Arden` may be called so.
    if person
        && let Some(title) = scene.reading.longest(&line.names.titles, tokens.start, tokens.end)
        && title.tokens.end + 1 < tokens.end
    {
        tokens.start = title.tokens.end;
    }
    // `l’Américain John Roe`
    if person
        && tokens.len() > 2
        && scene.is(tokens.start, line, Class::Nationality)
        && !is_given_name(scene, tokens.start)
    {
        tokens.start += 1;
    }
    // `Jane Roe Chairman of Arden`
    if person && let Some(title) = closing_title(scene, line, tokens) {
        tokens.end = title;
    }
    let honour = |at: usize| is_honour(scene, line, at) || is_dateline(scene, at);
    while tokens.len() > 1 && (drops_from_end(scene, line, tokens.end - 1) || person && honour(tokens.end - 1)) {
        tokens.end -= 1;
    }
    // `Arden-Gruppe`: the noun of a compound says what is called so.
    while line.names.capital_nouns
        && tokens.len() > 2
        && scene.document.joins(tokens.end - 2)
        && holds(scene, line, scene.document.folded(tokens.end - 1))
    {
        tokens.end -= 2;
    }
    if let Some(start) = institution(scene, line, tokens.start) {
        tokens.start = start;
    }
    if line.names.capital_nouns {
        tokens = without_country(scene, line, tokens);
    }
    // `Arden s results`: a possessive that lost its mark.
    let lost = |at: &usize| scene.document.word(*at) == "s" && !matches!(scene.document.word(at - 1), "’" | "'");
    if let Some(mark) = tokens.positions().skip(1).find(lost) {
        tokens.end = mark;
    }
    if opens_with_noun(scene, line, tokens) {
        tokens.start += 1;
    }
    // `Candy giant Arden`: what says the kind of the name behind it is no part of it.
    let cue = |&at: &usize| {
        scene.lower_word(at)
            && scene.capital(at + 1)
            && scene.reading.longest(line.names.cues(Place::Before), at, at + 1).is_some()
    };
    if let Some(cue) = tokens.positions().take(tokens.len().saturating_sub(1)).rfind(cue) {
        tokens.start = cue + 1;
    }
    // `Norway’s Arden`: where a company is from is no part of its name.
    let mark = tokens.positions().skip(1).find(|&at| matches!(scene.document.word(at), "’s" | "'s"));
    if let Some(mark) = mark.filter(|&mark| mark + 1 < tokens.end && scene.capital(mark + 1))
        && [List::Country, List::Region, List::City].into_iter().any(lists(scene, TokenRange::new(tokens.start, mark)))
    {
        tokens.start = mark + 1;
    }
    // `Arden Mills of Denmark` is a name and a place; one word is named in full by the country only (`League of Denmark`).
    let best = tag.hints.iter().max_by(|a, b| a.weight.total_cmp(&b.weight));
    if best.is_some_and(|hint| hint.kind == Kind::Company)
        && let Some(of) = tokens.positions().skip(2).find(|&at| scene.is(at, line, Class::Of) && scene.lower_word(at))
        && of + 1 < tokens.end
        && !(tokens.start..of).any(|at| scene.is(at, line, Class::Institution))
        && lists(scene, TokenRange::new(of + 1, tokens.end))(List::Country)
    {
        tokens.end = of;
    }
    // `la Arden di Norrow`: where a company is, behind a name that is no word.
    if line.names.towns
        && best.is_some_and(|hint| matches!(hint.kind, Kind::Company | Kind::Organization))
        && let Some(of) = tokens.positions().skip(1).find(|&at| scene.is(at, line, Class::Of) && scene.lower_word(at))
        && of + 1 < tokens.end
        && (tokens.start..of).all(|at| is_new(scene, line, at))
        && [List::City, List::Region].into_iter().any(lists(scene, TokenRange::new(of + 1, tokens.end)))
    {
        tokens.end = of;
    }
    let only_form = |at: usize| scene.is(at, line, Class::LegalForm) || !scene.capital(at);
    // `US` is an adjective too, a rubric may be a place and companies write themselves small: the tagger tells them apart.
    if tokens.is_empty()
        || scene.is(tokens.start, line, Class::Generic) && scene.lower_word(tokens.start)
        || scene.is(tokens.start, line, Class::LegalForm) && tokens.positions().all(only_form)
        || !(calls(best, &[Kind::Company, Kind::Organization]) && tokens == tag.tokens)
            && tokens.positions().all(only_form)
        || tokens.len() == 1
            && is_nothing(scene, line, tokens.start)
            && !(calls(best, &[Kind::Place]) && scene.document.tokens()[tokens.start].case == Case::Upper)
        || is_none(scene, line, tokens)
        || is_counted(scene, tokens)
        || is_ticker(scene, line, tokens)
        || is_label(scene, line, tokens) && !calls(best, &[Kind::Place])
        || in_title(scene, line, tokens)
        || in_deal_noun(scene, line, tokens)
        || super::lead::is_word(scene, line, tokens, best.map(|hint| hint.kind))
    {
        return None;
    }
    let mut piece = tag.clone();
    piece.tokens = tokens;
    Some(piece)
}

/// `die größte Bank Ardens`: a name without the genitive of a country that stands before it or behind it.
fn without_country(scene: &Scene<'_>, line: &Line<'_>, mut tokens: TokenRange) -> TokenRange {
    let country = |at: usize| {
        let name = scene.document.folded(at).strip_suffix('s');
        scene.capital(at) && name.is_some_and(|name| word_lists(scene, name, &[List::Country]))
    };
    let formal = closes_with_form(scene, line, tokens.start, tokens.end);
    if tokens.len() == 2 && !formal && country(tokens.end - 1) && !scene.is_alone(tokens.start) {
        tokens.end = tokens.start;
    } else if tokens.len() > 1 && !formal && country(tokens.start) && line.tokens.start < tokens.start {
        tokens.start += 1;
    }
    tokens
}

/// `chamber of trade and industry of Norrow`, of which the tagger sees the end: where the noun stands that opens it.
fn institution(scene: &Scene<'_>, line: &Line<'_>, start: usize) -> Option<usize> {
    let joint = |at: usize| scene.lower_word(at) && (scene.is(at, line, Class::Of) || scene.is(at, line, Class::And));
    if !scene.lower_word(start) || start <= line.tokens.start || !joint(start - 1) {
        return None;
    }
    let floor = line.tokens.start.max(start.saturating_sub(JOINED));
    let lower = (floor..start).rev().take_while(|&at| scene.lower_word(at));
    let and = |noun: usize| (noun..start).any(|at| scene.is(at, line, Class::And));
    lower.filter(|&at| scene.is(at, line, Class::Institution)).find(|&noun| joint(noun + 1) && and(noun))
}

/// How far before its end an institution of two nouns may begin, in words.
const JOINED: usize = 6;

/// `Drugmaker Arden said`: whether a noun that companies are called by only opens the sentence. What names open with
/// may be part of one (`Groupe Arden`).
fn opens_with_noun(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange) -> bool {
    let (start, next) = (tokens.start, tokens.start + 1);
    let company = |cues: &Phrases<Cue>| {
        let found = scene.reading.longest(cues, start, next);
        found.is_some_and(|found| found.values.iter().any(|cue| cue.kind == NameKind::Company))
    };
    next < tokens.end
        && scene.capital(next)
        && !line.names.capital_nouns
        && scene.opens(line, start)
        && !scene.is_named(start)
        && !scene.is(start, line, Class::Institution)
        && !scene.is(start, line, Class::Last)
        && !scene.is(start, line, Class::Opener)
        && company(line.names.cues(Place::Before))
        && !company(line.names.cues(Place::First))
}

/// Whether what the tagger says of a name speaks for one of `kinds`.
pub(super) fn calls(best: Option<&Hint>, kinds: &[Kind]) -> bool {
    best.is_some_and(|hint| kinds.contains(&hint.kind))
}

fn drops_from_start(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange) -> bool {
    let at = tokens.start;
    let opens = || scene.opens(line, at) && !scene.is_named(at);
    scene.is(at, line, Class::Courtesy)
        || body(scene, tokens).is_some()
        || scene.lower_word(at) && (scene.is(at, line, Class::Article) || scene.is(at, line, Class::Of))
        // `Why Arden`: a word that only opens the sentence.
        || tokens.len() > 1
            && opens()
            && !scene.is(at, line, Class::Institution)
            && (scene.is(at, line, Class::Common) || scene.is_lower(at))
            && !opens_listed(scene, line, at)
            && !acts_itself(scene, line, tokens)
        // `closed its Series B. Arden led it`: the letter of a round ends the sentence before.
        || tokens.len() > 1 && at > line.tokens.start && is_initial(scene, at) && scene.is(at - 1, line, Class::Common)
            && scene.capital(at - 1)
        // `Versicherer Arden`, where nouns have capitals.
        || super::lead::lead(scene, line, tokens).is_some()
}

/// `Accordo Arden compra`: whether a noun that opens the sentence does itself with the name behind it what a verb of deals
/// tells, which agreements do not.
fn acts_itself(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange) -> bool {
    let cues = &scene.reading.lexicon(tokens.start).deals.cues;
    let noun = scene.reading.longest(cues, tokens.start, tokens.start + 1);
    noun.is_some_and(|noun| noun.values.contains(&DealCue::DealNoun))
        && scene.capital(tokens.start + 1)
        && parties::acts(scene, line, tokens.end)
}

/// Whether no text knows the word at `at`, and no names open with it.
pub(super) fn is_new(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> bool {
    let opens_names = || scene.reading.longest(line.names.cues(Place::First), at, at + 1).is_some();
    !is_known_word(scene, at) && !scene.is(at, line, Class::Institution) && !opens_names()
}

/// `B.`
fn is_initial(scene: &Scene<'_>, at: usize) -> bool {
    let word = scene.document.word(at);
    word.ends_with('.') && word.chars().count() == 2
}

/// `supervisory board of Arden`: how many words a body has that acts for the company named behind it.
fn body(scene: &Scene<'_>, tokens: TokenRange) -> Option<usize> {
    let cues = &scene.reading.lexicon(tokens.start).deals.cues;
    let found = scene.reading.longest(cues, tokens.start, tokens.end)?;
    let several = found.tokens.len() > 1 && scene.lower_word(tokens.start) && found.tokens.end < tokens.end;
    (several && found.values.contains(&DealCue::Body)).then_some(found.tokens.len())
}

/// `the Arden brand`: what says the kind of a name is no part of it.
fn drops_from_end(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> bool {
    // `Arden Lda. por`: a small word behind a legal form is none of the name.
    let behind_form = || at > line.tokens.start && closes_with_form(scene, line, line.tokens.start, at);
    let form = || scene.is(at, line, Class::LegalForm);
    scene.lower_word(at) && scene.reading.longest(line.names.cues(Place::After), at, at + 1).is_some()
        || scene.lower_word(at) && behind_form() && !form()
        || matches!(scene.document.word(at), "," | "’s" | "'s" | "-" | "’" | "'" | "”" | "»")
        // `Arden ’ s`, as some pages part it.
        || scene.document.word(at) == "s" && matches!(scene.document.word(at - 1), "’" | "'")
}

/// `By Jane Roe NORROW (Arden News)`: a city in capitals behind a name that has none.
fn is_dateline(scene: &Scene<'_>, at: usize) -> bool {
    let case = |at: usize| scene.document.tokens()[at].case;
    case(at) == Case::Upper
        && case(at - 1) == Case::Title
        && [List::City, List::Region, List::Country].into_iter().any(lists(scene, TokenRange::new(at, at + 1)))
}

/// `KC` after a person's name.
fn is_honour(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> bool {
    scene.document.tokens()[at].case == Case::Upper && is_nothing(scene, line, at)
}

fn is_nothing(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> bool {
    scene.is(at, line, Class::Common) && !scene.is_named(at)
        || scene.is(at, line, Class::Nationality)
        || scene.is_term(at, line)
        || scene.is_abbreviation(at)
        || scene
            .reading
            .longest(&line.names.known, at, at + 1)
            .is_some_and(|found| found.values.iter().any(|known| known.kind == NameKind::None))
}

/// `R&D`: letters that a list has as no name.
fn is_none(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange) -> bool {
    let known = scene.reading.longest(&line.names.known, tokens.start, tokens.end);
    tokens.positions().any(|at| scene.document.tokens()[at].kind == TokenKind::Symbol)
        && known.is_some_and(|found| {
            found.tokens == tokens && found.values.iter().all(|known| known.kind == NameKind::None)
        })
}

/// `400 ARD`, `3 mills`: a number of units or of things.
fn is_counted(scene: &Scene<'_>, tokens: TokenRange) -> bool {
    let second = tokens.start + 1;
    let number = scene.document.tokens()[tokens.start].kind == TokenKind::Number;
    let unit = || scene.document.tokens()[second].case == Case::Upper && tokens.len() == 2;
    number && tokens.has(second) && scene.document.tokens()[second].spaced && (scene.lower_word(second) || unit())
}

/// Whether the words are part of a title (`Chief Executive Officer`).
pub(super) fn in_title(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange) -> bool {
    let from = tokens.start.saturating_sub(5).max(line.tokens.start);
    (from..=tokens.start).any(|at| {
        scene
            .reading
            .longest(&line.names.titles, at, line.tokens.end)
            .is_some_and(|found| found.tokens.contains(tokens) && (found.tokens.len() > 1 || tokens.len() == 1))
    })
}

/// Words of a noun of deals that are written with capitals, at least.
const DEAL_NOUN: usize = 3;

/// Whether the words are part of a noun of deals of several words (`Public Offer of Exchange`).
pub(super) fn in_deal_noun(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange) -> bool {
    let from = tokens.start.saturating_sub(5).max(line.tokens.start);
    (from..=tokens.start).any(|at| {
        let triggers = &scene.reading.lexicon(at).deals.triggers;
        scene.capital(at)
            && scene.reading.longest(triggers, at, line.tokens.end).is_some_and(|found| {
                found.tokens.contains(tokens)
                    && found.tokens.len() >= DEAL_NOUN
                    && found.values.iter().any(|trigger| trigger.part == PartOfSpeech::Noun)
            })
    })
}
