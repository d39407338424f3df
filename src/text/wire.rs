//! What agencies, mail programs and release services put above and below a story: the head of a mail, slugs, notes on what
//! is new, credits in brackets.
//!
//! Told by their shape and by the cues of the language. They are nobody's part in the story; but the subject of a mail is a
//! title, and its date is as good as a dateline.

use super::blocks::Piece;
use super::view::View;
use super::{BlockKind, Case, TokenRange};

/// Lines of the head of a mail at most, and at least.
const HEADER: usize = 40;
const SHORTEST_HEADER: usize = 2;
/// Longest slug and longest remark, in tokens.
const SLUG: usize = 16;
const REMARK: usize = 60;
/// Capitals of a slug, at least.
const SLUG_CAPITALS: usize = 4;

/// How many of `lines`, which begin the text, are the head of a mail (`From: …`, `Date: …`, `Subject: …`).
pub(super) fn header(view: View<'_>, lines: impl Iterator<Item = TokenRange>) -> usize {
    let length = lines.take(HEADER).take_while(|&line| label(view, line).is_some()).count();
    if length < SHORTEST_HEADER { 0 } else { length }
}

/// Whether `line` begins with a label of the head of a mail.
pub(super) fn is_labelled(view: View<'_>, line: TokenRange) -> bool {
    label(view, line).is_some()
}

/// A line of the head of a mail as a block: the subject is a title after its label, all else is a dateline.
pub(super) fn header_piece(view: View<'_>, tokens: TokenRange) -> Piece {
    match label(view, tokens) {
        Some((end, true)) if end < tokens.end => {
            Piece { tokens, kind: BlockKind::Heading, dateline: TokenRange::new(tokens.start, end) }
        }
        _ => Piece { tokens, kind: BlockKind::Signature, dateline: tokens },
    }
}

/// Where the label of a line ends, and whether it is that of the subject.
fn label(view: View<'_>, line: TokenRange) -> Option<(usize, bool)> {
    let layout = view.layout();
    let subject = view.cue(line.start, line.end, layout.subjects);
    let end = subject.or_else(|| view.cue(line.start, line.end, layout.headers))?;
    (end < line.end && view.word(end) == ":").then_some((end + 1, subject.is_some()))
}

/// Whether the block is the name that an agency files a story under: capitals with strokes between, perhaps with a remark
/// in brackets (`ARDEN-BOREAL/DEAL (UPDATE 2)`).
pub(super) fn slug(view: View<'_>, tokens: TokenRange) -> bool {
    let end = tokens.positions().skip(1).find(|&at| view.spaced(at)).unwrap_or(tokens.end);
    let (mut capitals, mut strokes) = (0, 0);
    for at in tokens.start..end {
        if matches!(view.case(at), Case::Lower | Case::Mixed | Case::Title) {
            return false;
        }
        capitals += view.word(at).chars().filter(|c| c.is_uppercase()).count();
        strokes += view.word(at).chars().filter(|c| matches!(c, '/' | '-')).count();
    }
    let last = tokens.end.saturating_sub(1);
    let remark = end == tokens.end || view.word(end) == "(" && view.word(last) == ")";
    remark && tokens.len() <= SLUG && strokes > 0 && capitals >= SLUG_CAPITALS
}

/// Whether the block is a remark in brackets about the story: who wrote it, how to reach them and, where the story has
/// hardly begun, what is new in it.
pub(super) fn remark(view: View<'_>, tokens: TokenRange, early: bool) -> bool {
    let closed = tokens.positions().rev().take(2).any(|at| view.word(at) == ")");
    if view.word(tokens.start) != "(" || !closed || tokens.len() > REMARK {
        return false;
    }
    let layout = view.layout();
    let first = tokens.start + 1;
    let byline = |at: usize| view.cue(at, tokens.end, layout.bylines).is_some_and(|end| view.case(end).has_capital());
    let credit = |at: usize| {
        let parted = at == first || matches!(view.word(at - 1), "," | ";" | "/" | "." | "-" | "–" | "—");
        parted && (view.cue(at, tokens.end, layout.credits).is_some() || byline(at))
    };
    let addressed = view.word(first) == "(" && tokens.positions().any(|at| view.word(at).contains('@'));
    addressed || early && view.cue(first, tokens.end, layout.updates).is_some() || (first..tokens.end).any(credit)
}
