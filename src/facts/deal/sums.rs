//! What each sum near a deal is: its price, a valuation, the price of one share, or none of these.

use super::Scene;
use super::gather::Story;
use super::homes::Homes;
use super::prices::SMALL;
use crate::entities::Evidence;
use crate::language::lexicon::schema::{FrameKind, SumRole};
use crate::mentions::{CurrencyBasis, Money, Per, Qualifier};
use crate::text::TokenRange;
use rust_decimal::Decimal;

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
        after = converted(scene, index, sentence).unwrap_or(after + 1);
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

/// "6 billion dollars (5.3 billion euros) in debt": where the words go on behind a bracket that tells the sum before it once more.
fn converted(scene: &Scene<'_>, index: usize, sentence: TokenRange) -> Option<usize> {
    let money = &scene.mentions.money;
    let (sum, other) = (money.get(index)?.tokens, money.get(index + 1)?.tokens);
    let closes = sentence.has(other.end) && scene.reading.document().word(other.end) == ")";
    (other.start <= sum.end + 2 && closes).then_some(other.end + 1)
}

/// Tokens between a bracket and the sum in it: "(about 5.3 billion euros)".
const INSIDE: usize = 3;

/// Whether sum `index` only tells the sum before it in another currency, in a bracket behind it: "6 billion dollars *(5.3
/// billion euros)*".
pub(super) fn is_conversion(scene: &Scene<'_>, index: usize) -> bool {
    let money = &scene.mentions.money;
    let pair = || Some((money.get(index.checked_sub(1)?)?, money.get(index)?));
    let Some((sum, other)) = pair() else { return false };
    let document = scene.reading.document();
    let opens = sum.tokens.end < other.tokens.start && document.word(sum.tokens.end) == "(";
    let near = other.tokens.start <= sum.tokens.end + 1 + INSIDE;
    let inside = || (sum.tokens.end + 1..other.tokens.start).all(|at| document.word(at) != ")");
    let closes = || document.tokens().len() > other.tokens.end && document.word(other.tokens.end) == ")";
    let apart = sum.currency.is_some() && other.currency.is_some() && sum.currency != other.currency;
    apart && opens && near && inside() && closes()
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

/// Percent by which two prices of one deal may differ and still be one, rounded.
const ROUNDED: i64 = 5;
/// The same where one of them is told as rough.
const ROUGH: i64 = 15;

/// Two prices that frames read of one purchase in different sentences, and that no rounding explains. Bids grow, and rounds and
/// ventures are paid in parts, so these have none.
pub(super) fn conflict(scene: &Scene<'_>, homes: &Homes, story: &Story) -> Option<[Evidence; 2]> {
    let mut prices = story.drafts.iter().filter(|draft| !draft.background).flat_map(|draft| {
        let sums = draft.sums.iter().filter_map(|&index| price(scene, homes, index));
        sums.map(|(value, money)| (draft.sentence, value, money))
    });
    let bought = |kind| matches!(kind, FrameKind::Acquisition | FrameKind::Stake | FrameKind::Divestiture);
    let purchase = story.drafts.iter().all(|draft| bought(draft.kind));
    let (sentence, value, first) = prices.next().filter(|_| purchase)?;
    let (_, _, other) = prices.take(MOST_TOLD).find(|(place, told, money)| {
        let rough = [first, money].iter().any(|money| money.quantity.qualifier == Qualifier::Approximate);
        let tolerance = Decimal::from(if rough { ROUGH } else { ROUNDED });
        let apart = (value - *told).abs() * Decimal::ONE_HUNDRED > value.max(*told) * tolerance;
        *place != sentence && money.currency == first.currency && apart
    })?;
    Some([first, other].map(|money| Evidence::new(money.span, "price")))
}

/// The value of sum `index`, where it can only be the price of the whole.
fn price<'a>(scene: &'a Scene<'_>, homes: &Homes, index: usize) -> Option<(Decimal, &'a Money)> {
    let money = scene.mentions.money.get(index)?;
    let value = money.quantity.value.filter(|value| *value >= Decimal::from(SMALL) && !homes.is_per_share(*value))?;
    let stated = matches!(money.quantity.qualifier, Qualifier::Exact | Qualifier::Approximate);
    let named = money.currency.is_some() && money.basis != Some(CurrencyBasis::Inherited);
    let whole = matches!(role(scene, index).or_else(|| far(scene, index)), None | Some(SumRole::Amount));
    (stated && named && whole && money.per.is_none() && is_alone(scene, index)).then_some((value, money))
}

/// Whether no other sum stands beside sum `index`, which may then be a part: "900 million at once and up to 300 million more".
fn is_alone(scene: &Scene<'_>, index: usize) -> bool {
    let money = &scene.mentions.money;
    let sentence = |money: &Money| scene.reading.document().sentence_of(money.tokens.start);
    let beside = |other: &Money| {
        let small = other.quantity.value.is_some_and(|value| value < Decimal::from(SMALL));
        other.currency == money[index].currency && !small && sentence(other) == sentence(&money[index])
    };
    let before = index.checked_sub(1).and_then(|before| money.get(before));
    !before.into_iter().chain(money.get(index + 1)).any(beside)
}
