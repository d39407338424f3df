//! Words around a figure that say how exactly it is meant, the same for all kinds of figures.

use crate::language::Reading;
use crate::language::lexicon::{Bound, Figures, Phrases};
use crate::mentions::Qualifier;
use crate::text::{Span, TokenRange};

/// The longest phrase looked for before a figure, in words.
const LONGEST: usize = 5;

/// The phrase of `table` that ends right before token `end` and starts at `limit` or later; the longest one.
pub(super) fn ending_at<'l, T>(
    reading: &Reading<'_>,
    table: &'l Phrases<T>,
    limit: usize,
    end: usize,
) -> Option<(usize, &'l T)> {
    (1..=LONGEST).rev().find_map(|length| {
        let at = end.checked_sub(length).filter(|&at| at >= limit)?;
        let found = reading.longest(table, at, end)?;
        (found.tokens.end == end).then_some((at, found.values.first()?))
    })
}

/// Widens `tokens` by the words before and after that qualify the figure, inside `sentence`; says how they do.
pub(super) fn around(
    reading: &Reading<'_>,
    figures: &Figures,
    sentence: TokenRange,
    tokens: &mut TokenRange,
) -> Option<Qualifier> {
    let mut found = None;
    if let Some((start, bound)) = ending_at(reading, &figures.qualifiers, sentence.start, tokens.start) {
        tokens.start = start;
        found = Some(qualifier(*bound));
        // "up to about"
        if let Some((start, bound)) = ending_at(reading, &figures.qualifiers, sentence.start, tokens.start) {
            tokens.start = start;
            found = Some(qualifier(*bound));
        }
    }
    if let Some(after) = reading.longest(&figures.qualifiers_after, tokens.end, sentence.end) {
        tokens.end = after.tokens.end;
        found = found.or(after.values.first().map(|bound| qualifier(*bound)));
    }
    found
}

/// Where a figure stands; the stop of a sentence that an abbreviation before it swallowed ("45 mio.") is left out.
pub(super) fn span_of(reading: &Reading<'_>, tokens: TokenRange) -> Span {
    let document = reading.document();
    let span = document.span(tokens);
    let sentence = document.sentences().get(document.sentence_of(tokens.start));
    let last = sentence.is_some_and(|sentence| sentence.tokens.end == tokens.end);
    if last && document.cut(span).ends_with('.') { Span::new(span.start, span.end - 1) } else { span }
}

fn qualifier(bound: Bound) -> Qualifier {
    match bound {
        Bound::Approximate => Qualifier::Approximate,
        Bound::AtLeast => Qualifier::AtLeast,
        Bound::AtMost => Qualifier::AtMost,
    }
}
