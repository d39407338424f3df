//! What each percentage near a deal is: a stake before, in or after it, or none of these.

use super::Scene;
use crate::language::lexicon::schema::ShareRole;
use crate::mentions::PercentageUnit;

/// How many tokens before a percentage the words that tell its role may start.
const WINDOW: usize = 6;

/// The role that the words around percentage `index` give it; `None` where they say nothing.
pub(super) fn role(scene: &Scene<'_>, index: usize) -> Option<ShareRole> {
    let percentage = scene.mentions.percentages.get(index)?;
    if percentage.unit != PercentageUnit::Percent {
        return Some(ShareRole::Other);
    }
    let reading = scene.reading;
    let deals = &reading.lexicon(percentage.tokens.start).deals;
    let sentence = reading.document().sentences().get(reading.document().sentence_of(percentage.tokens.start))?.tokens;
    let first = percentage.tokens.start.saturating_sub(WINDOW).max(sentence.start);
    // "already owned a 12% stake": what was held before, whatever word follows.
    let before = (first..percentage.tokens.start).find_map(|start| {
        let found = reading.longest(&deals.share_before, start, sentence.end)?;
        let ends = found.tokens.end <= percentage.tokens.start && found.tokens.end + 3 > percentage.tokens.start;
        (ends && found.tokens.len() > 1 && found.values.contains(&ShareRole::Before)).then_some(ShareRole::Before)
    });
    if before.is_some() {
        return before;
    }
    if percentage.tokens.end < sentence.end
        && let Some(found) = reading.longest(&deals.share_after, percentage.tokens.end, sentence.end)
    {
        return found.values.first().copied();
    }
    for gap in 0..2 {
        for start in first..percentage.tokens.start {
            if let Some(found) = reading.longest(&deals.share_before, start, sentence.end)
                && found.tokens.end + gap == percentage.tokens.start
                // One word speaks only for what is right behind it: "to take 49%" is no "to 49%".
                && (gap == 0 || found.tokens.len() > 1)
            {
                return found.values.first().copied();
            }
        }
    }
    None
}
