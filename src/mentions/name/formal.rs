//! Names that close with a legal form, whole: the form says where they end, so what stands before it up to a word that is
//! no part of a name belongs to it.

use crate::mentions::tagger::hash::WordMap;

use super::context::lists;
use super::inside::{closes_with_form, is_lower_form};
use super::scene::{Line, Scene, Style, hash};
use super::trim::in_title;
use super::{Candidate, Hint, Kind};
use crate::language::Class;
use crate::mentions::tagger::gazetteer::List;
use crate::text::TokenRange;

/// Words that the part of a name behind "and" has, with its legal form.
const PART: usize = 5;
/// Words in the brackets of a name.
const BRACKETS: usize = 3;
/// What the words of such a name speak with for a company.
const WHOLE: f32 = 4.0;

/// `merged` with its formal names whole.
pub(super) fn whole(scene: &Scene<'_>, merged: Vec<Candidate>) -> Vec<Candidate> {
    let mut all: Vec<Candidate> = Vec::with_capacity(merged.len());
    let mut told = None;
    for mut candidate in merged {
        if all.last().is_some_and(|last| candidate.tokens.start < last.tokens.end) {
            continue;
        }
        let mut seat = None;
        let line = scene.line(candidate.tokens.start).copied();
        let line = line.filter(|line| line.style == Style::Running && !line.names.capital_nouns && !candidate.own);
        if let Some(line) = line {
            let named = without_seat(scene, &line, candidate.tokens);
            seat = seat_of(candidate.tokens, named);
            let tokens = reach(scene, &line, named, &mut told);
            let floor = all.last().map_or(line.tokens.start, |last| last.tokens.end.max(line.tokens.start));
            let tokens = opened(scene, &line, floor, tokens);
            if tokens != candidate.tokens {
                candidate.hints.retain(|hint| matches!(hint.kind, Kind::Company | Kind::Organization));
                candidate.hints.push(Hint::own(Kind::Company, WHOLE, "whole"));
                candidate.tokens = tokens;
                candidate.firm = true;
                candidate.seen = true;
                candidate.unsure = false;
            }
        }
        let end = candidate.tokens.end;
        all.push(candidate);
        all.extend(seat.filter(|seat| seat.tokens.start > end));
    }
    all
}

/// Where a company is, cut off its name.
fn seat_of(name: TokenRange, cut: TokenRange) -> Option<Candidate> {
    let seat = TokenRange::new(cut.end + 1, name.end);
    let mut seat = (cut.end < name.end).then(|| Candidate::new(seat)).filter(|seat| !seat.tokens.is_empty())?;
    seat.hints.push(Hint::own(Kind::Place, WHOLE, "seat"));
    seat.firm = true;
    seat.seen = true;
    Some(seat)
}

/// How far a name goes on to its legal form, or back to it.
fn reach(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange, told: &mut Option<Told>) -> TokenRange {
    if !scene.capital(tokens.start) || !scene.capital(tokens.end - 1) {
        return tokens;
    }
    let end = bracketed(scene, line, tokens.end).or_else(|| joined(scene, line, tokens, told));
    TokenRange::new(tokens.start, end.unwrap_or(tokens.end))
}

/// `Arden Inc of Norrow`: where a company is, is no part of its name; `Arden Co of America` is one name.
fn without_seat(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange) -> TokenRange {
    let closes =
        |at: &usize| scene.is(*at, line, Class::Of) && scene.lower_word(*at) && formal(scene, line, tokens.start, *at);
    // "Arden State Bank of Norrow, Maine"
    let listed = |at: &usize| scene.document.word(*at) == ",";
    let town = (tokens.start + 2..tokens.end).find(|at| scene.is(*at, line, Class::Of) && scene.lower_word(*at));
    if let Some(of) = town.filter(|&of| (of + 2..tokens.end).any(|at| listed(&at))) {
        return TokenRange::new(tokens.start, of);
    }
    let Some(of) = (tokens.start + 2..tokens.end).find(closes) else { return tokens };
    let seat = TokenRange::new(of + 1, tokens.end);
    let lists = lists(scene, seat);
    let wide = lists(List::Country) || seat.len() == 1 && !lists(List::City) && !lists(List::Region);
    // "of Norrow, Maine"
    let state = scene.document.word(tokens.end) == "," && scene.capital(tokens.end + 1);
    if wide && !state { tokens } else { TokenRange::new(tokens.start, of) }
}

fn formal(scene: &Scene<'_>, line: &Line<'_>, start: usize, end: usize) -> bool {
    closes_with_form(scene, line, start, end)
}

/// The end of the legal form behind brackets: `Arden (Pacific) Ltd`.
fn bracketed(scene: &Scene<'_>, line: &Line<'_>, end: usize) -> Option<usize> {
    if scene.document.word(end) != "(" {
        return None;
    }
    let close = (end + 2..line.tokens.end.min(end + 2 + BRACKETS)).find(|&at| scene.document.word(at) == ")")?;
    let inside = (end + 1..close).all(|at| scene.capital(at) || scene.document.word(at) == ".");
    let form = |at: &usize| *at < line.tokens.end && scene.capital(*at) && scene.is(*at, line, Class::LegalForm);
    let forms = (close + 1..line.tokens.end).take_while(form).count();
    (inside && forms > 0).then_some(close + 1 + forms)
}

/// The end of what "and" joins to a name: `Arden Oil and Gas Inc`, `C and W Group`, `Arden and Associates Inc`.
fn joined(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange, told: &mut Option<Told>) -> Option<usize> {
    let and = tokens.end;
    let first = and + 1;
    if formal(scene, line, tokens.start, tokens.end)
        || first >= line.tokens.end
        || !scene.is(and, line, Class::And)
        || !scene.capital(first)
    {
        return None;
    }
    let form =
        |at: usize| scene.is(at, line, Class::LegalForm) && (scene.capital(at) || is_lower_form(scene, line, at));
    let part = |at: &usize| scene.capital(*at) || form(*at);
    let capitals = (first..line.tokens.end.min(first + PART)).take_while(part).count();
    let end = first + capitals;
    let letter = |at: usize| scene.document.word(at).chars().count() == 1;
    if tokens.len() == 1 && letter(tokens.start) && letter(first) && capitals > 1 {
        return Some(end);
    }
    let last = (first..end).find(|&at| form(at))?;
    let form = (last..end).take_while(|&at| form(at)).count();
    // "Arden and Co"
    let kind = scene.is(first, line, Class::Joined) || scene.is(first, line, Class::Last) || last == first;
    let mut house =
        || tokens.len() == 1 && told.get_or_insert_with(|| Told::of(scene)).is_house(scene, tokens.start, first);
    (kind || last > first && house()).then_some(last + form)
}

/// `First Arden Inc`: the name from `tokens` with the words before it that open names of companies.
fn opened(scene: &Scene<'_>, line: &Line<'_>, floor: usize, mut tokens: TokenRange) -> TokenRange {
    if !formal(scene, line, tokens.start, tokens.end) {
        return tokens;
    }
    while let Some(before) = tokens.start.checked_sub(1).filter(|&at| at >= floor) {
        let spaced = scene.document.tokens()[tokens.start].spaced;
        let word = TokenRange::new(before, before + 1);
        // Inside a sentence any word with a capital opens a name that goes on with one.
        let part =
            scene.is(before, line, Class::Opener) || !scene.opens(line, before) && scene.is(before, line, Class::Last);
        if !spaced || !scene.capital(before) || !part || in_title(scene, line, word) {
            break;
        }
        tokens.start = before;
    }
    tokens
}

/// Whether a stop behind the legal form that ends a sentence is the sentence's alone, as the article writes its legal forms:
/// `bought Arden Inc.` beside `Belm Inc said`.
pub(super) struct Stops {
    bare: bool,
    dotted: bool,
}

impl Stops {
    pub(super) fn of(scene: &Scene<'_>) -> Self {
        let mut stops = Self { bare: false, dotted: false };
        for line in &scene.lines {
            let inside = line.tokens.start + 1..line.tokens.end.saturating_sub(1);
            for at in inside.filter(|&at| scene.capital(at) && scene.is(at, line, Class::LegalForm)) {
                let word = scene.document.word(at);
                let dotted = is_abbreviation(word);
                // `PLC` never has one.
                let spoken = || word.chars().any(char::is_lowercase) && !word.ends_with('.');
                stops.dotted |= dotted && scene.lower_word(at + 1);
                stops.bare |= spoken() && scene.document.word(at + 1) != ".";
            }
        }
        stops
    }

    /// Whether the last stop of `tokens` is none of the name.
    pub(super) fn ends_sentence(&self, scene: &Scene<'_>, tokens: TokenRange) -> bool {
        let last = tokens.end - 1;
        let line = scene.line(last).filter(|line| line.tokens.end == tokens.end);
        self.bare
            && !self.dotted
            && line.is_some_and(|line| scene.is(last, line, Class::LegalForm))
            && is_abbreviation(scene.document.word(last))
    }
}

/// `Inc.`, but not `S.A.`
fn is_abbreviation(word: &str) -> bool {
    word.strip_suffix('.').is_some_and(|word| word.len() > 1 && !word.contains('.'))
}

/// How often an article tells a word with a capital, and where first.
struct Told {
    words: WordMap<u64, Word>,
}

/// Where a word stands first, how often it stands, and how often behind a conjunction.
#[derive(Default)]
struct Word {
    first: usize,
    count: usize,
    joined: usize,
}

impl Told {
    fn of(scene: &Scene<'_>) -> Self {
        let mut words: WordMap<u64, Word> = WordMap::default();
        for line in &scene.lines {
            for at in line.tokens.positions().filter(|&at| scene.capital(at)) {
                let word =
                    words.entry(hash(scene.document.folded(at))).or_insert(Word { first: at, ..Word::default() });
                word.count += 1;
                word.joined += usize::from(at > line.tokens.start && scene.is(at - 1, line, Class::And));
            }
        }
        Self { words }
    }

    /// `Arden and Belm Inc`: one house where the article goes on with its first word alone and has named neither before.
    fn is_house(&self, scene: &Scene<'_>, one: usize, other: usize) -> bool {
        let of = |at: usize| self.words.get(&hash(scene.document.folded(at)));
        let known = [List::ShortCompany, List::Company].into_iter().any(lists(scene, TokenRange::new(one, one + 1)));
        // The houses of later mentions follow the first.
        let alone = of(one).is_some_and(|word| word.first <= one && word.count > word.joined + 1);
        let never = of(other).is_some_and(|word| word.count == word.joined);
        !known && alone && never && of(one).is_some_and(|word| word.first + 2 == of(other).map_or(0, |word| word.first))
    }
}
