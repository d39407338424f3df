//! Sums that leave their currency out: "14 milliards", "contre 80 millions l’an dernier".
//!
//! What is counted is no money ("14 million users"), so a number alone becomes a sum only where the words around it
//! speak of money and what follows it cannot be what is counted.

use super::article::money;
use super::scan::Draft;
use super::{Currency, CurrencyBasis, Money};
use crate::language::Reading;
use crate::language::lexicon::{Figures, Function, InheritCue};
use crate::mentions::qualifier::{ending_at, span_of};
use crate::text::{TokenKind, TokenRange};

/// How many words before the figure may speak of money.
const PAID_BEFORE: usize = 8;

/// How many words around the figure may name what is counted.
const COUNTED_AROUND: usize = 8;

/// How many letters the sign of a currency has.
const CODE: usize = 3;

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
    let told = tells(reading, sentence, draft.end);
    if draft.factor < 1_000_000
        || coded(reading, sentence, draft.start)
        || !told && counts(reading, figures, sentence, draft)
    {
        return None;
    }
    let before = draft.tokens.start.saturating_sub(PAID_BEFORE).max(sentence.start);
    let paid = told
        || (before..draft.tokens.start).any(|at| {
            reading
                .longest(&figures.inherit, at, draft.tokens.start)
                .is_some_and(|f| f.values.contains(&InheritCue::Paid))
        });
    let together = near.filter(|(_, factor, _)| *factor > 1);
    match (paid, together, article) {
        (_, Some((_, _, currency)), _) => Some(Some(currency)),
        // An article that names a currency has said what its millions are.
        (_, None, Some(currency)) => Some(Some(near.map_or(currency, |(_, _, currency)| currency))),
        (true, None, None) => Some(None),
        _ => None,
    }
}

/// Whether what follows the figure cannot be what it counts.
fn ends_phrase(reading: &Reading<'_>, figures: &Figures, sentence: TokenRange, end: usize) -> bool {
    let Some(token) = reading.document().tokens().get(end).filter(|_| sentence.has(end)) else { return true };
    let follows = || {
        let found = reading.longest(&figures.inherit, end, sentence.end);
        found.is_some_and(|found| found.values.contains(&InheritCue::Follows))
    };
    if tells(reading, sentence, end) {
        return true;
    }
    let of = reading.longest(&figures.fraction_of, end, sentence.end).map_or(0, |found| found.tokens.len());
    // A day or period is never what is counted: "80 millions l’an dernier".
    let day = reading.longest(&reading.lexicon(end).dates.words, end, sentence.end);
    if day.is_some_and(|found| found.tokens.len() > of) {
        return true;
    }
    // "28 milioni di bottiglie"
    if of > 0 {
        return follows();
    }
    let words = reading.longest(&reading.lexicon(end).grammar.words, end, sentence.end);
    match token.kind {
        TokenKind::Word if words.is_some_and(|found| !found.values.contains(&Function::Control)) => true,
        TokenKind::Punctuation => reading.document().word(end) != "-",
        _ => follows(),
    }
}

/// Whether the words behind a figure say what kind of sum it is: "9 millions de dettes".
fn tells(reading: &Reading<'_>, sentence: TokenRange, end: usize) -> bool {
    end < sentence.end && reading.longest(&reading.lexicon(end).deals.sum_after, end, sentence.end).is_some()
}

/// Whether the word before a figure may be the sign of a currency that nobody here knows: "UF 62 millones".
fn coded(reading: &Reading<'_>, sentence: TokenRange, start: usize) -> bool {
    let document = reading.document();
    let Some(before) = start.checked_sub(1).filter(|&before| before > sentence.start) else { return false };
    let word = document.word(before);
    let known = reading.longest(&reading.lexicon(before).grammar.words, before, start).is_some();
    !known && word.len() <= CODE && word.starts_with(char::is_uppercase)
}

/// Whether words around the figure name something that is counted.
fn counts(reading: &Reading<'_>, figures: &Figures, sentence: TokenRange, draft: &Draft<'_>) -> bool {
    let start = draft.tokens.start.saturating_sub(COUNTED_AROUND).max(sentence.start);
    let end = (draft.end + COUNTED_AROUND).min(sentence.end);
    (start..end).any(|at| {
        reading.longest(&figures.inherit, at, end).is_some_and(|found| found.values.contains(&InheritCue::Counted))
    })
}
