//! Deals: who takes what share of whom, from whom, for how much, in which state and why.
//!
//! Each frame found in a sentence is a [`Draft`](draft::Draft) of a deal; drafts about the same parties are gathered into
//! one story; then sums, shares, status and motives are read around its triggers.

mod advisers;
mod alike;
mod around;
mod bids;
mod cast;
mod clashes;
mod cuts;
mod days;
mod draft;
mod finish;
mod gather;
mod halves;
mod homes;
mod items;
mod labels;
mod learned;
mod motives;
mod owners;
mod passing;
mod past;
mod prices;
mod profile;
mod receipts;
mod seat;
mod shares;
mod status;
mod sums;
#[cfg(test)]
mod tests;
mod told;
mod trade;
mod types;
mod verbless;
#[cfg(test)]
mod words_tests;

pub use types::{Confidence, Control, Deal, DealStatus, DealType, Motive, Party, PartyRole, Price, Stake, StakeKind};

use crate::entities::Entities;
use crate::language::Reading;
use crate::mentions::Mentions;

/// What every step of finding deals reads.
#[derive(Debug, Clone, Copy)]
struct Scene<'a> {
    reading: &'a Reading<'a>,
    mentions: &'a Mentions,
    entities: &'a Entities,
    items: &'a items::Items,
    cuts: &'a cuts::Cuts<'a>,
}

/// Finds the deals of an article, the most central first.
pub(super) fn find(reading: &Reading<'_>, mentions: &Mentions, entities: &Entities) -> Vec<Deal> {
    let items = items::Items::new(reading);
    let cuts = cuts::Cuts::new(reading);
    let scene = Scene { reading, mentions, entities, items: &items, cuts: &cuts };
    let (drafts, heard) = draft::find(&scene);
    let mut drafts = clashes::settle(halves::join(bids::sold(drafts)));
    alike::join(&scene, &mut drafts);
    let mut stories = gather::gather(&scene, drafts);
    stories.retain(|story| !story.is_doubted());
    clashes::leave_out(&mut stories);
    clashes::list(&mut stories);
    if !stories.iter().any(gather::Story::is_news) {
        stories.extend(gather::gather(&scene, learned::drafts(&scene, &heard)));
    }
    if stories.is_empty() {
        return Vec::new();
    }
    labels::add(&scene, &mut stories);
    owners::add(&scene, &mut stories);
    receipts::fold(&mut stories);
    let mut deals = finish::deals(&scene, stories);
    advisers::add(&scene, &mut deals);
    deals
}
