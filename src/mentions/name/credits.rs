//! Who took a picture: `© Jane Roe`, `Jane Roe/Norrow News`, `(Jane Roe / Norrow News)` tell nothing of the story.

use super::Candidate;
use super::scene::{Line, Scene};
use crate::language::{NameKind, OrganizationKind};
use crate::mentions::tagger::Label;

/// Marks a candidate that only gives a credit as standing beside the story.
pub(super) fn mark(scene: &Scene<'_>, candidate: &mut Candidate) {
    let person = candidate.label == Some(Label::Person) && !candidate.own;
    let line = scene.line(candidate.tokens.start).filter(|_| person);
    if line.is_some_and(|line| is_credit(scene, line, candidate)) {
        candidate.aside = true;
    }
}

fn is_credit(scene: &Scene<'_>, line: &Line<'_>, candidate: &Candidate) -> bool {
    let (start, end) = (candidate.tokens.start, candidate.tokens.end);
    let word = |at: usize| if line.tokens.has(at) { scene.document.word(at) } else { "" };
    let before = |count: usize| start.checked_sub(count).filter(|&at| line.tokens.has(at));
    let sign = before(1).is_some_and(|mark| word(mark) == "©");
    let slash = word(end) == "/" && is_agency(scene, line, end + 1)
        || before(2).is_some_and(|agency| word(agency + 1) == "/" && is_agency(scene, line, agency));
    sign || slash
}

/// Whether a news agency or a paper is named at `at`.
fn is_agency(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> bool {
    let media = NameKind::Organization(OrganizationKind::Media);
    let known = scene.reading.longest(&line.names.known, at, line.tokens.end);
    known.is_some_and(|known| known.values.iter().any(|known| known.kind == media))
}
