//! Families and siblings who own something together: "la familia Arden" is one owner, and no company.

use super::context::is_given_name;
use super::scene::Scene;
use super::{Candidate, Hint, Kind};
use crate::language::{Class, OrganizationKind};

/// The rule that says so.
pub(super) const RULE: &str = "household";
/// How strongly the noun speaks: no other word beside the name says more.
const WEIGHT: f32 = 6.0;
/// The same of a noun behind the name: "the Arden family" may have its name from a company too.
const BEHIND: f32 = 2.0;

/// The candidate with the noun before it that says whose name it is, where there is one.
pub(super) fn whole(scene: &Scene<'_>, mut candidate: Candidate) -> Candidate {
    let start = candidate.tokens.start;
    let before = scene.line(start).filter(|line| start > line.tokens.start && !candidate.own).is_some_and(|line| {
        scene.is(start - 1, line, Class::Household) && !is_given_name(scene, start) && scene.capital(start)
    });
    // "the Arden family"
    let end = candidate.tokens.end;
    let behind = scene.line(start).filter(|line| end < line.tokens.end && !candidate.own).is_some_and(|line| {
        let article = start > line.tokens.start && scene.is(start - 1, line, Class::Article);
        scene.is(end, line, Class::Household) && article && scene.capital(start) && !scene.capital(end)
    });
    if before || behind {
        candidate.tokens.start = start - usize::from(before);
        candidate.tokens.end = end + usize::from(behind && !before);
        candidate.seen = true;
        candidate.unsure = false;
        let mut hint = Hint::own(Kind::Organization, if before { WEIGHT } else { BEHIND }, RULE);
        hint.organization = Some(OrganizationKind::Other);
        candidate.hints = vec![hint];
    }
    candidate
}
