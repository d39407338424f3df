//! Institutions that two nouns name, written small: "Caisse de dépôt *et placement du Québec*".

use super::Candidate;
use super::scene::Scene;
use crate::language::Class;

/// Small words of the second noun at most, before the word with a capital that closes the name.
const SECOND: usize = 4;

/// The candidate with the second noun and what it is of, where one follows.
pub(super) fn whole(scene: &Scene<'_>, mut candidate: Candidate) -> Candidate {
    let (start, and) = (candidate.tokens.start, candidate.tokens.end);
    let Some(line) = scene.line(start).filter(|line| and < line.tokens.end) else { return candidate };
    let open = !candidate.own
        && candidate.tokens.len() > 1
        && scene.is(start, line, Class::Institution)
        && scene.lower_word(and - 1)
        && scene.is(and, line, Class::And);
    if !open {
        return candidate;
    }
    let small = (and + 1..line.tokens.end).take(SECOND + 1).take_while(|&at| scene.lower_word(at)).count();
    let close = and + 1 + small;
    // "and a house of Arden": the second noun has no article of its own.
    let noun = !scene.is(and + 1, line, Class::Article);
    let of = scene.is(close - 1, line, Class::Of) || scene.is(close - 1, line, Class::Article);
    if noun && of && (2..=SECOND).contains(&small) && close < line.tokens.end && scene.capital(close) {
        candidate.tokens.end = close + 1;
    }
    candidate
}
