//! "Cairn receives 3 million": what a seller takes in is the price of what it sells, no round of its own.

use std::collections::HashMap;

use super::PartyRole;
use super::gather::Story;
use crate::entities::EntityId;
use crate::language::lexicon::schema::FrameKind;

/// Whether a story tells only that somebody takes in a sum.
pub(super) fn is_receipt(story: &Story) -> bool {
    let bare = story.drafts.iter().all(|draft| draft.kind == FrameKind::FundingRound && draft.weak);
    bare && !story.has(PartyRole::Investor)
}

/// Gives the sums that sellers take in to the stories of what they sell.
pub(super) fn fold(stories: &mut Vec<Story>) {
    if !stories.iter().any(is_receipt) {
        return;
    }
    let (receipts, mut others): (Vec<Story>, Vec<Story>) = std::mem::take(stories).into_iter().partition(is_receipt);
    let mut sales: HashMap<EntityId, usize> = HashMap::new();
    for (position, story) in others.iter().enumerate().filter(|(_, story)| story.is_news()) {
        for seller in story.entities(PartyRole::Seller) {
            sales.entry(seller).or_insert(position);
        }
    }
    let mut kept = Vec::new();
    for receipt in receipts {
        let sale = receipt.entities(PartyRole::Target).find_map(|target| sales.get(&target).copied());
        match sale.and_then(|position| others.get_mut(position)) {
            Some(sale) => sale.sums.extend(receipt.sums),
            None => kept.push(receipt),
        }
    }
    // In the order of the article again.
    others.extend(kept);
    others.sort_by_key(|story| story.drafts.first().map(|draft| draft.trigger.start));
    *stories = others;
}
