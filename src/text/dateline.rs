//! Place, date and agency before the first words of a wire story.

use super::view::{View, contains};
use super::{Case, TokenKind, TokenRange};

/// A dateline is over within so many tokens.
const LONGEST: usize = 28;
/// Words of its places.
const PLACE_WORDS: usize = 8;
/// Tokens between the brackets of an agency or time stamp.
const BRACKETED: usize = 14;

/// What has been seen of a dateline so far.
#[derive(Default)]
struct Seen {
    words: usize,
    lower_place: bool,
    number: bool,
    /// A comma, slash or bracket before the first number: `PARIS, 6 …`, not `In 2016, …`.
    parted: bool,
    agency: bool,
    brackets: bool,
    stamp: bool,
}

impl Seen {
    /// Whether this is a dateline, given that a dash or bracket closes it here.
    fn enough(&self) -> bool {
        self.stamp
            || self.agency
            || self.number && (self.parted || self.brackets)
            || self.words > 0 && !self.lower_place && self.brackets
    }

    /// A place in capitals and nothing else (`DETROIT —`).
    fn bare_place(&self) -> bool {
        self.words > 0 && self.words <= 3 && !self.lower_place && !self.number
    }
}

/// The dateline that `block` begins with; empty without one. `early` says that the story has hardly begun, where a place
/// in capitals is enough.
pub(super) fn find(view: View<'_>, block: TokenRange, early: bool) -> TokenRange {
    let stamp = stamp(view, block);
    let words = TokenRange::new(stamp.end, block.end);
    let Some(end) = scan(view, words, early).filter(|&end| end < block.end) else {
        return stamp;
    };
    // The agency may have a dash of its own: `(WIRE) - PARIS, 6 MAR - …`.
    let more = scan(view, TokenRange::new(end, block.end), false).filter(|&more| more < block.end);
    TokenRange::new(block.start, more.unwrap_or(end))
}

/// The day or month by which software files a text (`2024-05-17`, `date 2024-05`), where it stands before the first words of `block`.
pub(super) fn stamp(view: View<'_>, block: TokenRange) -> TokenRange {
    let number = block.start + usize::from(view.folded(block.start) == "date");
    if !view.is_number(number) {
        return TokenRange::new(block.start, block.start);
    }
    let end = (number..block.end).skip(1).find(|&at| view.spaced(at)).unwrap_or(block.end);
    let written: String = (number..end).map(|at| view.word(at)).collect();
    let form: String = written.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    let filed = matches!(form.as_str(), "0000-00" | "0000-00-00");
    TokenRange::new(block.start, if filed && end < block.end { end } else { block.start })
}

/// Whether `block` is a dateline and nothing else: it has the time stamp or the agency that no title has.
pub(super) fn stands_alone(view: View<'_>, block: TokenRange) -> bool {
    let last = block.end.saturating_sub(1);
    let open = matches!(view.word(block.start), "[" | "(");
    let closed = matches!(view.word(last), ")" | "]") || view.is_dash(last) && view.word(last.saturating_sub(1)) == ")";
    (open || closed) && scan(view, block, false) == Some(block.end)
}

/// Whether `block` is nothing but place and date (`London, March 5, 2025`).
pub(super) fn is_all(view: View<'_>, block: TokenRange) -> bool {
    let (mut number, mut month) = (false, false);
    block.len() <= 12
        && block.positions().all(|at| {
            number |= view.is_number(at);
            let known = contains(view.layout().dateline_words, view.folded(at));
            month |= known && view.word(at).len() > 2;
            known || view.is_number(at) || view.case(at).has_capital() || matches!(view.word(at), "," | "/" | "." | ":")
        })
        && number
        && month
}

fn scan(view: View<'_>, block: TokenRange, early: bool) -> Option<usize> {
    let limit = block.end.min(block.start + LONGEST);
    let mut seen = Seen::default();
    let mut at = block.start;
    if view.word(at) == "[" {
        let close = closing(view, at, limit, "]")?;
        seen.stamp = TokenRange::new(at, close).positions().any(|at| view.is_number(at));
        at = close + 1;
    }
    while at < limit {
        let word = view.word(at);
        if view.is_dash(at) {
            if view.word(at + 1) == "(" {
                at += 1;
                continue;
            }
            let inside_word = !view.spaced(at) && !view.spaced(at + 1) && word.len() == 1;
            let opens = at + 1 == block.end
                || view.case(at + 1).has_capital()
                || view.opens_quote(at + 1)
                || view.is_number(at + 1);
            let bare = early && seen.bare_place() && !second_dash(view, at + 1, block.end);
            return (!inside_word && opens && (seen.enough() || bare)).then_some(at + 1);
        }
        match word {
            "(" => {
                let close = closing(view, at, limit, ")")?;
                let inside = TokenRange::new(at + 1, close);
                if inside.positions().any(|at| matches!(view.word(at), ":" | "$" | "%")) {
                    return None;
                }
                seen.brackets = true;
                seen.number |= inside.positions().any(|at| view.is_number(at));
                seen.parted |= seen.number;
                seen.agency |= view.cue(at + 1, close, view.layout().agencies).is_some();
                at = close + 1;
                if at == block.end {
                    return (seen.stamp || seen.agency && (seen.number || !seen.lower_place)).then_some(at);
                }
                let closed = match view.word(at) {
                    "." | ":" if view.is_dash(at + 1) => Some(at + 2),
                    "." | ":" => Some(at + 1),
                    _ if view.case(at).has_capital() || view.opens_quote(at) => Some(at),
                    _ => None,
                };
                if let Some(end) = closed {
                    let sure = seen.stamp || seen.agency || seen.number && seen.parted && !seen.lower_place;
                    return sure.then_some(end);
                }
            }
            "," | "/" => {
                seen.parted |= !seen.number && seen.words > 0;
                at += 1;
            }
            "." => at += 1,
            _ => {
                take_word(view, at, &mut seen)?;
                at += 1;
            }
        }
    }
    None
}

/// Notes a word or number of the dateline; `None` where it cannot be part of one.
fn take_word(view: View<'_>, at: usize, seen: &mut Seen) -> Option<()> {
    match view.tokens.get(at)?.kind {
        TokenKind::Number => seen.number = true,
        TokenKind::Word if contains(view.layout().dateline_words, view.folded(at)) => {}
        TokenKind::Word if view.case(at).has_capital() => {
            seen.words += 1;
            seen.lower_place |= view.case(at) != Case::Upper && !view.word(at).ends_with('.');
        }
        TokenKind::Word if view.word(at).ends_with(['’', '\'']) => {}
        _ => return None,
    }
    (seen.words <= PLACE_WORDS).then_some(())
}

fn closing(view: View<'_>, open: usize, limit: usize, mark: &str) -> Option<usize> {
    (open + 1..limit.min(open + 1 + BRACKETED)).find(|&at| view.word(at) == mark)
}

/// Whether another dash follows soon: `IBM — Big Blue to its friends — said`.
fn second_dash(view: View<'_>, from: usize, end: usize) -> bool {
    (from..end.min(from + LONGEST)).take_while(|&at| view.word(at) != ".").any(|at| view.is_dash(at) && view.spaced(at))
}
