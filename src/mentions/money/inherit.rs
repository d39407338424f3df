//! Sums that leave their currency out: "14 milliards", "contre 80 millions l’an dernier".
//!
//! What is counted is no money ("14 million users"), so a number alone becomes a sum only where the words around it
//! speak of money and what follows it cannot be what is counted.

use rust_decimal::Decimal;

use super::article::money;
use super::scan::Draft;
use super::{Currency, CurrencyBasis, Money};
use crate::language::Reading;
use crate::language::lexicon::schema::SumRole;
use crate::language::lexicon::{Figures, Function, InheritCue};
use crate::mentions::number::Numerals;
use crate::mentions::qualifier::{ending_at, span_of};
use crate::text::{Case, TokenKind, TokenRange};

/// How many words before the figure may speak of money.
const PAID_BEFORE: usize = 8;

/// How many words around the figure may name what is counted.
const COUNTED_AROUND: usize = 8;

/// How many letters the sign of a currency has.
const CODE: usize = 3;

/// How many words may stand between a sum and the word that takes a part of it: "5.6 millions d’euros de dettes, dont".
const PART: usize = 4;

/// How many words of a bracket are looked at before a sum.
const BRACKET: usize = 4;

/// How many letters a magnitude has that is a noun: "millions", not "M".
const NOUN: usize = 4;

/// A sum told before, whose currency others share.
#[derive(Debug, Clone, Copy)]
struct Told {
    sentence: usize,
    factor: u64,
    currency: Currency,
    value: Option<Decimal>,
    end: usize,
}

/// Gives the sums that name no currency the one of their neighbours, where they are sums.
pub(super) fn fill(reading: &Reading<'_>, numerals: &Numerals, drafts: &[Draft<'_>], sums: &mut [Option<Money>]) {
    let mut last: Option<Told> = None;
    let mut first: Option<Currency> = sums.iter().flatten().find_map(|sum| sum.currency);
    for (draft, sum) in drafts.iter().zip(sums.iter_mut()) {
        if let Some(sum) = sum {
            // "15.8 billion dollars (13.5 billion euros), 425 million less": the bracket only converts.
            let converts = last.is_some_and(|last| last.sentence == draft.sentence) && is_aside(reading, draft);
            if let Some(currency) = sum.currency.filter(|_| !converts) {
                let Draft { sentence, factor, end, .. } = *draft;
                last = Some(Told {
                    sentence,
                    factor,
                    currency,
                    value: draft.quantity.value,
                    end: end.max(sum.tokens.end),
                });
                first = Some(currency);
            }
        } else if draft.name.is_none() {
            if let Some((part, currency)) = last.and_then(|last| part(reading, draft, last)) {
                *sum = Some(money(&part, Some(currency), Some(CurrencyBasis::Inherited)));
            } else if let Some(currency) = inherited(reading, numerals, draft, last, first) {
                let basis = currency.map(|_| CurrencyBasis::Inherited);
                *sum = Some(money(draft, currency, basis));
            }
        }
    }
    for sum in sums.iter_mut().flatten() {
        sum.span = span_of(reading, sum.tokens);
    }
}

/// Whether a sum stands at the beginning of a bracket.
fn is_aside(reading: &Reading<'_>, draft: &Draft<'_>) -> bool {
    let before = draft.tokens.start.saturating_sub(BRACKET)..draft.tokens.start;
    before.rev().map(|at| reading.document().word(at)).find(|word| matches!(*word, "(" | ")")) == Some("(")
}

/// "1.7 billion, of which 1.3 in cash": a bare number that is a part of the sum before it, with its currency.
fn part<'d>(reading: &Reading<'_>, draft: &Draft<'d>, last: Told) -> Option<(Draft<'d>, Currency)> {
    let sentence = reading.document().sentences().get(draft.sentence)?.tokens;
    let figures = &reading.lexicon(draft.start).figures;
    let (at, cue) = ending_at(reading, &figures.inherit, sentence.start, draft.tokens.start)?;
    let near = last.sentence == draft.sentence && last.end <= at && at - last.end <= PART;
    let value = draft.quantity.value?;
    let whole = last.value?;
    // "of which 3 plants", but nothing is counted in tenths.
    let sum = value.scale() > 0 || ends_phrase(reading, figures, sentence, draft);
    let percent = || reading.longest(&figures.percent, draft.end, sentence.end).is_some();
    if *cue != InheritCue::PartOf || !near || draft.factor > 1 || !sum || percent() {
        return None;
    }
    let scaled = value.checked_mul(Decimal::from(last.factor)).filter(|scaled| *scaled < whole && last.factor > 1)?;
    let mut part = *draft;
    part.quantity.value = Some(scaled.normalize());
    part.factor = last.factor;
    Some((part, last.currency))
}

/// The currency of a number that is a sum; `None` for no sum, `Some(None)` for a sum of a currency nobody names.
fn inherited(
    reading: &Reading<'_>,
    numerals: &Numerals,
    draft: &Draft<'_>,
    last: Option<Told>,
    article: Option<Currency>,
) -> Option<Option<Currency>> {
    let document = reading.document();
    let sentence = document.sentences().get(draft.sentence)?.tokens;
    let figures = &reading.lexicon(draft.start).figures;
    if !ends_phrase(reading, figures, sentence, draft) {
        return None;
    }
    let near = last.filter(|last| draft.sentence - last.sentence <= 1);
    let cue = ending_at(reading, &figures.inherit, sentence.start, draft.tokens.start).map(|(_, cue)| *cue);
    if let (Some(InheritCue::Compared), Some(near)) = (cue, near) {
        // "contre 1,60 l'an dernier" after "1,85 €", but not "1,500 shops, up from 700" a sentence later.
        let alike =
            if draft.factor > 1 { near.factor > 1 } else { near.factor == 1 && near.sentence == draft.sentence };
        return alike.then_some(Some(near.currency));
    }
    let told = tells(reading, sentence, draft.end);
    // "shares for 3 million", "a share buyback of 3 million"
    let named = ending_at(reading, &reading.lexicon(draft.start).deals.sum_before, sentence.start, draft.tokens.start)
        .is_some_and(|(at, _)| draft.tokens.start - at > 1);
    if draft.factor < 1_000_000
        || coded(reading, sentence, draft.start)
        || !told && !named && counts(reading, numerals, figures, sentence, draft)
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
    let together = near.filter(|near| near.factor > 1);
    match (paid, together, article) {
        (_, Some(near), _) => Some(Some(near.currency)),
        // An article that names a currency has said what its millions are.
        (_, None, Some(currency)) => Some(Some(near.map_or(currency, |near| near.currency))),
        (true, None, None) => Some(None),
        _ => None,
    }
}

/// Whether what follows the figure cannot be what it counts.
fn ends_phrase(reading: &Reading<'_>, figures: &Figures, sentence: TokenRange, draft: &Draft<'_>) -> bool {
    let end = draft.end;
    let Some(token) = reading.document().tokens().get(end).filter(|_| sentence.has(end)) else { return true };
    let follows = || {
        let found = reading.longest(&figures.inherit, end, sentence.end);
        found.is_some_and(|found| found.values.contains(&InheritCue::Follows))
    };
    if tells(reading, sentence, end) {
        return true;
    }
    let of = reading.longest(&figures.fraction_of, end, sentence.end).map_or(0, |found| found.tokens.len());
    // A day or period is never what is counted: "80 millions l’an dernier", "les 80 millions de juin 2024".
    let dates = &reading.lexicon(end).dates.words;
    let day = reading.longest(dates, end, sentence.end);
    if day.is_some_and(|found| found.tokens.len() > of) {
        return true;
    }
    // "28 milioni di bottiglie"
    if of > 0 {
        return follows() || end + of < sentence.end && reading.longest(dates, end + of, sentence.end).is_some();
    }
    let words = reading.longest(&reading.lexicon(end).grammar.words, end, sentence.end);
    match token.kind {
        TokenKind::Word if words.is_some_and(|found| !found.values.contains(&Function::Control)) => true,
        TokenKind::Punctuation => reading.document().word(end) != "-",
        TokenKind::Word => follows() || is_linked(reading, figures, draft) || is_verb(reading, sentence, end),
        _ => follows(),
    }
}

/// "300 millions tirés de": in this language a magnitude is tied to what it counts by a word of its own.
fn is_linked(reading: &Reading<'_>, figures: &Figures, draft: &Draft<'_>) -> bool {
    let noun = || draft.end.checked_sub(1).is_some_and(|last| reading.document().word(last).chars().count() > NOUN);
    figures.linked && draft.factor >= 1_000_000 && noun()
}

/// "3 Millionen geboten.": a small word that ends its clause is the verb of a language that puts verbs last.
fn is_verb(reading: &Reading<'_>, sentence: TokenRange, at: usize) -> bool {
    let document = reading.document();
    let grammar = &reading.lexicon(at).grammar;
    if !grammar.verb_last || document.tokens()[at].case != Case::Lower {
        return false;
    }
    let Some(next) = document.tokens().get(at + 1).filter(|_| sentence.has(at + 1)) else { return true };
    let small = reading.longest(&grammar.words, at + 1, sentence.end);
    match next.kind {
        TokenKind::Punctuation => document.word(at + 1) != "-",
        // "3 Millionen neue und alte Kunden"
        _ => small.is_some_and(|found| !found.values.contains(&Function::Conjunction)),
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

/// Whether words around the figure name something that is counted, by no other number than this.
fn counts(
    reading: &Reading<'_>,
    numerals: &Numerals,
    figures: &Figures,
    sentence: TokenRange,
    draft: &Draft<'_>,
) -> bool {
    let start = draft.tokens.start.saturating_sub(COUNTED_AROUND).max(sentence.start);
    let end = (draft.end + COUNTED_AROUND).min(sentence.end);
    // "18 milioni di passeggeri e 3,1 miliardi", "70 millions en cinq ans"
    let of = |at: usize| {
        let link = at.checked_sub(1).filter(|&link| link > sentence.start)?;
        let found = reading.longest(&figures.fraction_of, link, at)?;
        (found.tokens.end == at && link != draft.end).then_some(link)
    };
    let own = |at: usize| at != draft.end && (numerals.ends_at(at) || of(at).is_some_and(|at| numerals.ends_at(at)));
    // "new shares for 3 million"
    let priced = |counted: usize| {
        let price = ending_at(reading, &reading.lexicon(draft.start).deals.sum_before, counted, draft.tokens.start);
        price.is_some_and(|(at, role)| at == counted && *role == SumRole::Amount)
    };
    (start..end).any(|at| {
        reading
            .longest(&figures.inherit, at, end)
            .is_some_and(|found| found.values.contains(&InheritCue::Counted) && !own(at) && !priced(found.tokens.end))
    })
}
