//! Families and siblings who own something together: "la familia Arden" is one owner, and no company.

use super::context::is_given_name;
use super::scene::Scene;
use super::{Candidate, Hint, Kind};
use crate::language::{Class, OrganizationKind};

/// The rule that says so.
pub(super) const RULE: &str = "household";
/// How strongly the noun speaks: no other word beside the name says more.
const WEIGHT: f32 = 6.0;

/// The candidate with the noun before it that says whose name it is, where there is one.
pub(super) fn whole(scene: &Scene<'_>, mut candidate: Candidate) -> Candidate {
    let start = candidate.tokens.start;
    let before = scene.line(start).filter(|line| start > line.tokens.start && !candidate.own).is_some_and(|line| {
        scene.is(start - 1, line, Class::Household) && !is_given_name(scene, start) && scene.capital(start)
    });
    if before {
        candidate.tokens.start = start - 1;
        candidate.seen = true;
        candidate.unsure = false;
        let mut hint = Hint::own(Kind::Organization, WEIGHT, RULE);
        hint.organization = Some(OrganizationKind::Other);
        candidate.hints = vec![hint];
    }
    candidate
}
