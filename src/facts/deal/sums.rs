//! What each sum near a deal is: its price, a valuation, the price of one share, or none of these.

use super::Scene;
use super::homes::Homes;
use crate::language::lexicon::schema::SumRole;
use crate::mentions::{CurrencyBasis, Money, Per};

/// Places of one sum that are looked at: an article repeats a price a few times.
pub(super) const MOST_TOLD: usize = 64;
/// How many tokens before a sum the words that tell its role may start.
const WINDOW: usize = 7;
/// The same of words that speak for a sum further on in their clause.
const FAR: usize = 14;

/// The role that the words around sum `index` give it; `None` where they say nothing.
pub(super) fn role(scene: &Scene<'_>, index: usize) -> Option<SumRole> {
    let money = scene.mentions.money.get(index)?;
    if money.per == Some(Per::Share) {
        return Some(SumRole::PerShare);
    }
    if money.per.is_some() {
        return Some(SumRole::Other);
    }
    let reading = scene.reading;
    let deals = &reading.lexicon(money.tokens.start).deals;
    let sentence = reading.document().sentences().get(reading.document().sentence_of(money.tokens.start))?.tokens;
    // Words after the sum say more of it than words before: "for $3 million in debt".
    let mut after = money.tokens.end;
    if matches!(scene.reading.document().tokens().get(after).map(|_| reading.document().word(after)), Some("-" | "(")) {
        after += 1;
    }
    if after < sentence.end
        && let Some(found) = reading.longest(&deals.sum_after, after, sentence.end)
    {
        return found.values.first().copied();
    }
    let first = money.tokens.start.saturating_sub(WINDOW).max(sentence.start);
    // The longest phrase that ends right before the sum, or one or two words before it.
    for gap in 0..3 {
        for start in first..money.tokens.start {
            if let Some(found) = reading.longest(&deals.sum_before, start, sentence.end)
                && found.tokens.end + gap == money.tokens.start
            {
                return found.values.first().copied();
            }
        }
    }
    None
}

/// The role that a word further off gives sum `index`: "values the whole of Arden at 3 million".
pub(super) fn far(scene: &Scene<'_>, index: usize) -> Option<SumRole> {
    let tokens = scene.mentions.money.get(index)?.tokens;
    let reading = scene.reading;
    let document = reading.document();
    let words = &reading.lexicon(tokens.start).deals.sum_far;
    let sentence = document.sentences().get(document.sentence_of(tokens.start))?.tokens;
    let other =
        index.checked_sub(1).and_then(|before| scene.mentions.money.get(before)).map_or(0, |sum| sum.tokens.end);
    let first = tokens.start.saturating_sub(FAR).max(sentence.start).max(other);
    let stops = |at: &usize| matches!(document.word(*at), ";" | ":" | "(" | ")");
    let clause = (first..tokens.start).rev().take_while(|at| !stops(at));
    let before = clause.filter_map(|at| reading.longest(words, at, tokens.start)).next();
    // "mit 3 Millionen Euro bewertet"
    let behind = || reading.longest(words, tokens.end, sentence.end).filter(|_| tokens.end < sentence.end);
    before.or_else(behind)?.values.first().copied()
}

/// The sum at `index`, where it is told with its currency.
pub(super) fn in_full<'a>(scene: &'a Scene<'_>, homes: &Homes, index: usize) -> Option<&'a Money> {
    let money = scene.mentions.money.get(index)?;
    let bare = |money: &Money| money.basis == Some(CurrencyBasis::Inherited);
    let told = money.quantity.value.filter(|_| bare(money)).map_or(&[][..], |value| homes.told(value));
    let other = told.iter().take(MOST_TOLD).filter_map(|&other| scene.mentions.money.get(other));
    let alike = |other: &&Money| other.currency == money.currency && !bare(other);
    Some(other.into_iter().find(alike).unwrap_or(money))
}
