//! Two figures that bound one: "between 5 and 7", "3-5 percent"; the same for all kinds of figures.

use rust_decimal::Decimal;

use super::qualifier::ending_at;
use crate::language::Reading;
use crate::language::lexicon::{Figures, RangeWord};
use crate::text::TokenRange;

/// How far before "from … to …" a verb of change is looked for, in words.
const CHANGE_BEFORE: usize = 10;

/// What opens a range before its first bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    /// Nothing.
    None,
    /// "between"
    Between,
    /// "from", of a range.
    From,
    /// "from", of a change: two figures, and no range.
    Change,
}

/// What opens a range before token `start`, and where that begins.
pub(super) fn opening(
    reading: &Reading<'_>,
    figures: &Figures,
    sentence: TokenRange,
    start: usize,
) -> (Opening, usize) {
    match ending_at(reading, &figures.ranges, sentence.start, start) {
        Some((at, RangeWord::Between)) => (Opening::Between, at),
        Some((at, RangeWord::From)) => {
            let from = at.saturating_sub(CHANGE_BEFORE).max(sentence.start);
            let changes = (from..at).any(|word| {
                reading
                    .longest(&figures.ranges, word, at)
                    .is_some_and(|found| found.values.contains(&RangeWord::Change))
            });
            (if changes { Opening::Change } else { Opening::From }, at)
        }
        _ => (Opening::None, start),
    }
}

/// Where the second bound begins, if something joins it to a first that ends at token `end`.
pub(super) fn second_bound(
    reading: &Reading<'_>,
    figures: &Figures,
    sentence: TokenRange,
    end: usize,
    opening: Opening,
) -> Option<(usize, Joint)> {
    let document = reading.document();
    if !sentence.has(end) {
        return None;
    }
    let spaced = |at: usize| document.tokens().get(at).is_none_or(|token| token.spaced);
    if let "-" | "–" | "—" | "‑" | "‐" = document.word(end) {
        let even = spaced(end) == spaced(end + 1) && !(document.word(end) == "—" && spaced(end));
        return (even && end + 1 < sentence.end).then_some((end + 1, Joint::Dash));
    }
    let found = reading.longest(&figures.ranges, end, sentence.end)?;
    let has = |word| found.values.contains(&word);
    let joint = if has(RangeWord::Into) && matches!(opening, Opening::From | Opening::Change) {
        Joint::Into
    } else if has(RangeWord::To) && opening != Opening::Between {
        Joint::To
    } else if has(RangeWord::And) && opening != Opening::None {
        Joint::And
    } else if has(RangeWord::Or) {
        Joint::Or
    } else {
        return None;
    };
    Some((found.tokens.end, joint))
}

/// What joins two bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// `5-7`
    Dash,
    /// "5 to 7"
    To,
    /// "von 5 auf 7": a change, whatever verb goes with it.
    Into,
    /// "between 5 and 7"
    And,
    /// "5 or 7"
    Or,
}

/// The first bound with the magnitude that only the second states: "5 to 7 billion"; as it stands where that would
/// turn the range round.
pub(super) fn shared_magnitude(first: Decimal, first_factor: u64, second: Decimal, second_factor: u64) -> Decimal {
    if first_factor > 1 || second_factor <= 1 || first.is_zero() {
        return first;
    }
    match first.checked_mul(Decimal::from(second_factor)) {
        // Or downwards: "from 9.9 to 5 billion".
        Some(scaled)
            if scaled <= second
                || first < Decimal::ONE_THOUSAND && scaled < second.saturating_mul(Decimal::ONE_HUNDRED) =>
        {
            scaled
        }
        _ => first,
    }
}
