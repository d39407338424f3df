//! Companies of several, whose name a hyphen joins to the noun that says so: "Arden-Gruppe" is the name, "Arden" its short form.

use super::scene::Scene;
use super::{Candidate, Hint, Kind};
use crate::language::Class;

/// How strongly the noun speaks for a company.
const WEIGHT: f32 = 2.0;

/// The candidate with the noun that is joined to it, where there is one.
pub(super) fn whole(scene: &Scene<'_>, mut candidate: Candidate) -> Candidate {
    let hyphen = candidate.tokens.end;
    let noun = hyphen + 1;
    let Some(line) = scene.line(candidate.tokens.start).filter(|line| noun < line.tokens.end) else { return candidate };
    let joined = |at: usize| !scene.document.tokens()[at].spaced;
    let names = !candidate.own
        && scene.document.folded(hyphen) == "-"
        && joined(hyphen)
        && joined(noun)
        && scene.is(noun, line, Class::Grouped)
        && scene.capital(noun);
    if names {
        candidate.tokens.end = noun + 1;
        candidate.hints.push(Hint::own(Kind::Company, WEIGHT, "grouped"));
    }
    candidate
}
