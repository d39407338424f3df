//! What each sum near a deal is: its price, a valuation, the price of one share, or none of these.

use super::Scene;
use crate::language::lexicon::schema::SumRole;
use crate::mentions::Per;

/// How many tokens before a sum the words that tell its role may start.
const WINDOW: usize = 7;

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
