//! People named right behind the company whose title they hold, without a comma: `le PDG d’Arden Finance Jane Roe`.

use super::context::is_given_name;
use super::scene::{Line, Scene};
use super::{Candidate, Hint, Kind};
use crate::language::{Class, Place};
use crate::mentions::tagger::Label;
use crate::text::{Case, TokenRange};

/// Small words between a title and what it is of, at most.
const SMALL: usize = 2;
/// Words of the person's name, at most.
const WORDS: usize = 3;
/// How strongly the title speaks for a person.
const WEIGHT: f32 = 3.0;

/// `merged` with such names in two.
pub(super) fn parted(scene: &Scene<'_>, merged: Vec<Candidate>) -> Vec<Candidate> {
    let mut parted = Vec::with_capacity(merged.len());
    for candidate in merged {
        match joint(scene, &candidate) {
            Some(at) => parted.extend(halves(candidate, at)),
            None => parted.push(candidate),
        }
    }
    parted
}

/// The company before `at` and the person behind it.
fn halves(candidate: Candidate, at: usize) -> [Candidate; 2] {
    let TokenRange { start, end } = candidate.tokens;
    let mut company = candidate.clone();
    company.tokens = TokenRange::new(start, at);
    company.hints.retain(|hint| hint.kind != Kind::Person);
    company.label = company.label.filter(|label| *label == Label::Organization);
    let mut person = candidate;
    person.tokens = TokenRange::new(at, end);
    person.hints = vec![Hint::own(Kind::Person, WEIGHT, "title-of-before")];
    person.label = None;
    person.firm = false;
    person.same = None;
    [company, person]
}

/// Where the name of a person starts inside a name that a title is of.
fn joint(scene: &Scene<'_>, candidate: &Candidate) -> Option<usize> {
    let TokenRange { start, end } = candidate.tokens;
    let line = scene.line(start).filter(|line| end <= line.tokens.end)?;
    if candidate.own || end - start < WORDS || candidate.same.is_some() || !has_title(scene, line, start) {
        return None;
    }
    let named = |at: usize| scene.document.tokens()[at].case == Case::Title && scene.capital(at);
    let closes = |at: usize| scene.is(at, line, Class::LegalForm) || scene.is(at, line, Class::Last);
    let opens = |at: usize| named(at) && is_given_name(scene, at) && !scene.is(at, line, Class::Institution);
    let at = (end.saturating_sub(WORDS).max(start + 1)..end - 1).find(|&at| opens(at))?;
    let person = (at..end).all(named) && !(at..end).any(closes) && cues(scene, line, Place::Last, end - 1).is_none();
    // `Pastificio Jane Roe`: what names of companies open with is no company by itself.
    let opening = |at: usize| {
        scene.is(at, line, Class::Institution) || !scene.capital(at) || cues(scene, line, Place::First, at).is_some()
    };
    (person && !(start..at).all(opening)).then_some(at)
}

/// What names open or close with, at `at`.
fn cues(scene: &Scene<'_>, line: &Line<'_>, place: Place, at: usize) -> Option<()> {
    scene.reading.longest(line.names.cues(place), at, at + 1).map(|_| ())
}

/// Whether a title of somebody stands before what starts at `start`, with a word for "of" between them.
fn has_title(scene: &Scene<'_>, line: &Line<'_>, start: usize) -> bool {
    let floor = line.tokens.start;
    let mut at = start;
    let mut of = false;
    while at > floor && start - at < SMALL {
        let joins = scene.is(at - 1, line, Class::TitleOf);
        if !joins && !scene.is(at - 1, line, Class::Article) {
            break;
        }
        of |= joins;
        at -= 1;
    }
    let titles = scene.before(&line.names.titles, floor, at);
    of && titles.is_some_and(|(_, titles)| titles.iter().any(|title| !title.shared))
}
