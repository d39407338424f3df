//! Names between quotation marks: what closes there with a legal form, or stands there behind a noun that companies are
//! called by, is a name from mark to mark: `the firm “The three Mills Ltd”`.

use super::context::is_given_name;
use super::inside::closes_with_form;
use super::scene::{Line, Scene};
use super::{Candidate, Hint, Kind};
use crate::language::{NameKind, Place};
use crate::text::{TokenKind, TokenRange};

/// Words of such a name at most.
const WORDS: usize = 7;
/// How strongly that speaks for a company.
const WEIGHT: f32 = 3.0;

/// The candidate with the words before it, and behind it, that stand between the same marks.
pub(super) fn whole(scene: &Scene<'_>, mut candidate: Candidate) -> Candidate {
    let tokens = candidate.tokens;
    let Some(line) = scene.line(tokens.start).filter(|_| !candidate.own) else { return candidate };
    let Some((open, close)) = marks(scene, line, tokens) else { return candidate };
    let inner = TokenRange::new(open + 1, close);
    let words = inner.positions().all(|at| scene.document.tokens()[at].kind == TokenKind::Word);
    if inner == tokens || !words || !scene.capital(inner.start) {
        return candidate;
    }
    let formal = closes_with_form(scene, line, inner.start, inner.end) && tokens.end == inner.end;
    let called = || {
        let cue = scene.before(line.names.cues(Place::Before), line.tokens.start, open);
        cue.is_some_and(|(_, cues)| cues.iter().any(|cue| cue.kind == NameKind::Company))
            && !is_given_name(scene, tokens.start)
    };
    if formal || called() {
        candidate.tokens = inner;
        candidate.seen = true;
        candidate.unsure = false;
        candidate.hints.retain(|hint| matches!(hint.kind, Kind::Company | Kind::Organization));
        candidate.hints.push(Hint::own(Kind::Company, WEIGHT, "quoted"));
    }
    candidate
}

/// The marks around a name, with few words between.
fn marks(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange) -> Option<(usize, usize)> {
    let quote = |at: &usize| matches!(scene.document.word(*at), "“" | "«" | "\"" | "„" | "”" | "»");
    let spaced = |at: usize| scene.document.tokens()[at].spaced;
    let floor = line.tokens.start.max(tokens.end.saturating_sub(WORDS + 1));
    let open = (floor..tokens.start).rev().find(quote)?;
    let close = (tokens.end..line.tokens.end.min(open + WORDS + 2)).find(quote)?;
    (!spaced(open + 1) && !spaced(close)).then_some((open, close))
}
