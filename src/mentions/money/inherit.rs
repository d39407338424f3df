//! Sums that leave their currency out: "14 milliards", "contre 80 millions l’an dernier".
//!
//! What is counted is no money ("14 million users"), so a number alone becomes a sum only where the words around it
//! speak of money and what follows it cannot be what is counted.

use super::article::money;
use super::scan::Draft;
use super::{Currency, CurrencyBasis, Money};
use crate::language::Reading;
use crate::language::lexicon::{Figures, InheritCue};
use crate::mentions::qualifier::{ending_at, span_of};
use crate::text::{TokenKind, TokenRange};

/// How many words before the figure may speak of money.
const PAID_BEFORE: usize = 8;

/// How many words around the figure may name what is counted.
const COUNTED_AROUND: usize = 8;

/// Gives the sums that name no currency the one of their neighbours, where they are sums.
pub(super) fn fill(reading: &Reading<'_>, drafts: &[Draft<'_>], sums: &mut [Option<Money>]) {
    // The last sum before the draft, with its sentence and magnitude.
    let mut last: Option<(usize, u64, Currency)> = None;
    let mut first: Option<Currency> = sums.iter().flatten().find_map(|sum| sum.currency);
    for (draft, sum) in drafts.iter().zip(sums.iter_mut()) {
        if let Some(sum) = sum {
            if let Some(currency) = sum.currency {
                last = Some((draft.sentence, draft.factor, currency));
                first = Some(currency);
            }
        } else if draft.name.is_none()
            && let Some(currency) = inherited(reading, draft, last, first)
        {
            let basis = currency.map(|_| CurrencyBasis::Inherited);
            *sum = Some(money(draft, currency, basis));
        }
    }
    for sum in sums.iter_mut().flatten() {
        sum.span = span_of(reading, sum.tokens);
    }
}

/// The currency of a number that is a sum; `None` for no sum, `Some(None)` for a sum of a currency nobody names.
fn inherited(
    reading: &Reading<'_>,
    draft: &Draft<'_>,
    last: Option<(usize, u64, Currency)>,
    article: Option<Currency>,
) -> Option<Option<Currency>> {
    let document = reading.document();
    let sentence = document.sentences().get(draft.sentence)?.tokens;
    let figures = &reading.lexicon(draft.start).figures;
    if !ends_phrase(reading, figures, sentence, draft.end) {
        return None;
    }
    let near = last.filter(|(position, _, _)| draft.sentence - position <= 1);
    let compared = ending_at(reading, &figures.inherit, sentence.start, draft.tokens.start)
        .is_some_and(|(_, cue)| *cue == InheritCue::Compared);
    if let (true, Some((position, factor, currency))) = (compared, near) {
        // "contre 1,60 l'an dernier" after "1,85 €", but not "1,500 shops, up from 700" a sentence later.
        let alike = if draft.factor > 1 { factor > 1 } else { factor == 1 && position == draft.sentence };
        return alike.then_some(Some(currency));
    }
    if draft.factor < 1_000_000 || counts(reading, figures, sentence, draft) {
        return None;
    }
    let before = draft.tokens.start.saturating_sub(PAID_BEFORE).max(sentence.start);
    let paid = (before..draft.tokens.start).any(|at| {
        reading.longest(&figures.inherit, at, draft.tokens.start).is_some_and(|f| f.values.contains(&InheritCue::Paid))
    });
    let together = near.filter(|(_, factor, _)| *factor > 1);
    match (paid, together, article) {
        (_, Some((_, _, currency)), _) => Some(Some(currency)),
        (true, None, Some(currency)) => Some(Some(near.map_or(currency, |(_, _, currency)| currency))),
        (true, None, None) => Some(None),
        _ => None,
    }
}

/// Whether what follows the figure cannot be what it counts.
fn ends_phrase(reading: &Reading<'_>, figures: &Figures, sentence: TokenRange, end: usize) -> bool {
    let Some(token) = reading.document().tokens().get(end).filter(|_| sentence.has(end)) else { return true };
    // A day or period is never what is counted: "80 millions l’an dernier".
    if reading.longest(&reading.lexicon(end).dates.words, end, sentence.end).is_some() {
        return true;
    }
    match token.kind {
        TokenKind::Punctuation => reading.document().word(end) != "-",
        _ => reading
            .longest(&figures.inherit, end, sentence.end)
            .is_some_and(|found| found.values.contains(&InheritCue::Follows)),
    }
}

/// Whether words around the figure name something that is counted.
fn counts(reading: &Reading<'_>, figures: &Figures, sentence: TokenRange, draft: &Draft<'_>) -> bool {
    let start = draft.tokens.start.saturating_sub(COUNTED_AROUND).max(sentence.start);
    let end = (draft.end + COUNTED_AROUND).min(sentence.end);
    (start..end).any(|at| {
        reading.longest(&figures.inherit, at, end).is_some_and(|found| found.values.contains(&InheritCue::Counted))
    })
}
