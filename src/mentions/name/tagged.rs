//! Candidates by the statistical tagger: the one place it is plugged in.

use std::cell::RefCell;

use super::candidates::opens_deal;
use super::scene::{Line, Scene};
use super::{Candidate, Hint, Kind};
use crate::mentions::tagger::{self, KindScores, Label, Memory};
use crate::text::{TokenKind, TokenRange};

thread_local! {
    /// Saves the work on words of earlier articles; what is found does not depend on it.
    static MEMORY: RefCell<Memory> = RefCell::default();
}

/// Units of the tagger's margins in one natural logarithm of odds.
const UNIT: f32 = 16.0;

/// What a label speaks with, whatever its margin: a decoded name is right far more often than not.
const BASE: f32 = 1.6;

/// What the label of other names speaks with at least for the nearest of its kinds, however far a company is ahead.
const LEAST: f32 = 1.6;

/// The names the tagger finds, in order: as each sentence shows them, since the entities weigh all mentions of one thing.
pub(super) fn find(scene: &Scene<'_>) -> Vec<Candidate> {
    // Folded, a sign is itself however the page writes it (`&amp;`).
    let word = |at: usize| match scene.document.tokens()[at].kind {
        TokenKind::Symbol if scene.joins_by_plus(at) => "&",
        TokenKind::Symbol => scene.document.folded(at),
        _ => scene.document.word(at),
    };
    let words: Vec<&str> = (0..scene.document.tokens().len()).map(word).collect();
    let words = |line: &Line<'_>| words.get(line.tokens.start..line.tokens.end).unwrap_or_default();
    let sentences: Vec<&[&str]> = scene.lines.iter().map(words).collect();
    let language = scene.reading.main().language.tag();
    let names = MEMORY.with_borrow_mut(|memory| scene.tagger.tag_once_with(memory, &sentences, language));
    names.iter().filter_map(|name| candidate(scene, name)).collect()
}

fn candidate(scene: &Scene<'_>, name: &tagger::Name) -> Option<Candidate> {
    let line = scene.lines.get(name.sentence)?;
    let start = line.tokens.start + name.tokens.start;
    let end = (line.tokens.start + name.tokens.end).min(line.tokens.end);
    let (start, end) = without_noun(scene, line, start, end)?;
    // `ex-Arden` is no name.
    let word = scene.document.word(start);
    if start + 1 == end && word.contains('-') && word.starts_with(char::is_lowercase) {
        return None;
    }
    let mut candidate = Candidate::new(TokenRange::new(start, end));
    candidate.aside = line.aside;
    candidate.seen = true;
    candidate.label = Some(name.label);
    let sure = BASE + (name.margin as f32 / UNIT).clamp(-0.6, 2.4);
    let label = match name.label {
        Label::Person => Hint::own(Kind::Person, sure, "tagged-person"),
        Label::Location => Hint::own(Kind::Place, sure, "tagged-place"),
        Label::Organization => {
            finer(&mut candidate, name.kinds, &[Kind::Company, Kind::Organization], &[(Kind::Product, 1.0)], sure, 0.0);
            return Some(candidate);
        }
        Label::Misc => {
            let others = [(Kind::Company, 4.0), (Kind::Organization, 4.0)];
            finer(&mut candidate, name.kinds, &[Kind::Product, Kind::Other], &others, sure, sure.min(LEAST));
            return Some(candidate);
        }
    };
    candidate.hints.push(label);
    Some(candidate)
}

/// `Takeover of Arden` is no name, `Arden` is.
fn without_noun(scene: &Scene<'_>, line: &Line<'_>, start: usize, end: usize) -> Option<(usize, usize)> {
    if !opens_deal(scene, line, start) {
        return Some((start, end));
    }
    let name = (start + 1..end).find(|&at| scene.capital(at))?;
    let stop = (name..end).find(|&at| !scene.capital(at)).unwrap_or(end);
    Some((name, stop))
}

/// Hints for the finer kinds: those the label stands for, the nearest of them with `least`, and others with what it
/// speaks against them.
fn finer(
    candidate: &mut Candidate,
    scores: Option<KindScores>,
    own: &[Kind],
    others: &[(Kind, f32)],
    sure: f32,
    least: f32,
) {
    let Some(KindScores(scores)) = scores else { return };
    let of = |kind: Kind| match kind {
        Kind::Company => scores[0],
        Kind::Organization => scores[1],
        Kind::Product => scores[2],
        _ => scores[3],
    };
    let kinds = || own.iter().map(|&kind| (kind, 0.0)).chain(others.iter().copied());
    let best = kinds().map(|(kind, _)| of(kind)).max().unwrap_or(0);
    let nearest = own.iter().copied().max_by_key(|&kind| of(kind));
    for (kind, against) in kinds() {
        let behind = (best - of(kind)) as f32 / UNIT;
        let least = if Some(kind) == nearest { least } else { 0.0 };
        let weight = (sure - behind.min(4.0) - against).max(least);
        if weight > 0.1 {
            candidate.hints.push(Hint::own(kind, weight, "tagged-kind"));
        }
    }
}
