//! Deals: who takes what share of whom, from whom, for how much, in which state and why.
//!
//! Each frame found in a sentence is a [`Draft`](draft::Draft) of a deal; drafts about the same parties are gathered into
//! one story; then sums, shares, status and motives are read around its triggers.

mod advisers;
mod alike;
mod around;
mod ballot;
#[cfg(test)]
mod beside_tests;
#[cfg(test)]
mod between_tests;
mod bids;
mod cast;
mod clashes;
mod cuts;
mod days;
mod draft;
mod figures;
mod finish;
mod founding;
mod frames;
mod fused;
mod gather;
mod halves;
mod homes;
mod insiders;
mod items;
#[cfg(test)]
mod items_tests;
mod kind;
mod labels;
mod learned;
mod motives;
mod named;
#[cfg(test)]
mod order_tests;
mod owners;
mod passing;
mod past;
#[cfg(test)]
mod past_tests;
mod prices;
mod profile;
mod ranking;
mod receipts;
mod refrains;
mod remaining;
#[cfg(test)]
mod remaining_tests;
mod resolve;
mod rounded;
mod sayings;
mod seat;
mod sentences;
mod shares;
mod split;
#[cfg(test)]
mod split_tests;
mod stake;
mod standing;
mod status;
mod steps;
#[cfg(test)]
mod steps_tests;
mod sums;
#[cfg(test)]
mod terms_tests;
#[cfg(test)]
mod tests;
mod told;
mod trade;
mod transfers;
#[cfg(test)]
mod turned_tests;
mod types;
mod verbless;
mod verdict;
#[cfg(test)]
mod words_tests;
mod worth;

pub use types::{Confidence, Control, Deal, DealStatus, DealType, Motive, Party, PartyRole, Price, Stake, StakeKind};

use crate::entities::Entities;
use crate::facts::scorer;
use crate::facts::scorer::cast::{Casting, Told};
use crate::facts::scorer::features::Sentence;
use crate::facts::scorer::gist::Gist;
use crate::facts::scorer::weights::Scores;
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
    /// The year of the news.
    present: Option<i32>,
}

impl<'a> Scene<'a> {
    fn new(
        reading: &'a Reading<'a>,
        mentions: &'a Mentions,
        entities: &'a Entities,
        items: &'a items::Items,
        cuts: &'a cuts::Cuts<'a>,
    ) -> Self {
        Self { reading, mentions, entities, items, cuts, present: days::present(mentions) }
    }
}

/// Finds the deals of an article, the most central first.
pub(super) fn find(reading: &Reading<'_>, mentions: &Mentions, entities: &Entities) -> Vec<Deal> {
    let items = items::Items::new(reading, entities);
    let cuts = cuts::Cuts::new(reading);
    let scene = Scene::new(reading, mentions, entities, &items, &cuts);
    let mut deals = weighed(&scene);
    rounded::tell_in_full(&scene, &mut deals);
    refrains::leave_out(&mut deals);
    standing::judge(&scene, &mut deals);
    // Last of all: advisers are told apart by the deals that there are.
    advisers::add(&scene, &mut deals);
    deals
}

/// The deals before any is taken away for being none of its own, with what is seen of each: for training.
pub(super) fn standing(reading: &Reading<'_>, mentions: &Mentions, entities: &Entities) -> Vec<(Deal, Vec<u64>)> {
    let items = items::Items::new(reading, entities);
    let cuts = cuts::Cuts::new(reading);
    let scene = Scene::new(reading, mentions, entities, &items, &cuts);
    let mut deals = weighed(&scene);
    refrains::leave_out(&mut deals);
    let features = standing::features(&scene, &deals);
    deals.into_iter().zip(features).collect()
}

/// The deals with the figures that the rules give them, and those that may be theirs: for training.
pub(super) fn figured(
    reading: &Reading<'_>,
    mentions: &Mentions,
    entities: &Entities,
) -> Vec<(Deal, Vec<scorer::figures::Candidate>)> {
    let items = items::Items::new(reading, entities);
    let cuts = cuts::Cuts::new(reading);
    let scene = Scene::new(reading, mentions, entities, &items, &cuts);
    let deals = told(&scene);
    let candidates = figures::candidates(&scene, &deals);
    deals.into_iter().zip(candidates).collect()
}

/// The deals with their figures.
fn weighed(scene: &Scene<'_>) -> Vec<Deal> {
    let mut deals = told(scene);
    figures::weigh(scene, &mut deals);
    steps::complete(scene, &mut deals);
    deals
}

/// The deals, less what experience knows of their figures.
fn told(scene: &Scene<'_>) -> Vec<Deal> {
    let Scene { reading, entities, .. } = *scene;
    let mut gist = Gist::default();
    let draft::Found { drafts, heard, seen } = draft::find(scene, &mut |sentence| gist.hear(sentence));
    let sold = founding::sold_for(scene, &drafts);
    let mut stories = stories(scene, drafts);
    // Who seems to play which part is asked only where there is something to play in.
    if !stories.is_empty() || gist.unframed().is_some() {
        let mut casting = Casting::new(entities);
        seen.iter().for_each(|sentence| casting.hear(entities, sentence));
        let told = learned::told(scene, &stories);
        let seems = casting.settle(entities, reading.language(0), &told);
        learned::add(scene, &mut stories, &seems, &heard, &gist);
    }
    // "Arden was sold for 3 million": who bought it has no name, and nothing else is told.
    if let Some(draft) = sold.filter(|_| stories.is_empty()) {
        stories.push(gather::Story::of(scene, draft));
    }
    let mut deals = finish(scene, stories);
    learned::doubt(scene, &mut deals, &gist);
    transfers::leave_out(scene, &mut deals);
    deals
}

/// What stories become once all is known of them.
fn finish(scene: &Scene<'_>, mut stories: Vec<gather::Story>) -> Vec<Deal> {
    if stories.is_empty() {
        return Vec::new();
    }
    labels::add(scene, &mut stories);
    owners::add(scene, &mut stories);
    receipts::fold(&mut stories);
    finish::deals(scene, stories)
}

/// What the frames alone tell of each entity, and the deals, `hear` being given every sentence: for training.
pub(super) fn framed(
    reading: &Reading<'_>,
    mentions: &Mentions,
    entities: &Entities,
    hear: &mut impl FnMut(&Sentence<'_>) -> Scores,
) -> (Vec<Told>, Vec<Deal>) {
    let items = items::Items::new(reading, entities);
    let cuts = cuts::Cuts::new(reading);
    let scene = Scene::new(reading, mentions, entities, &items, &cuts);
    let stories = stories(&scene, draft::find(&scene, hear).drafts);
    (learned::told(&scene, &stories), finish(&scene, stories))
}

/// What the frames tell, deal by deal.
fn stories(scene: &Scene<'_>, drafts: Vec<draft::Draft>) -> Vec<gather::Story> {
    let mut drafts = clashes::settle(halves::join(bids::sold(drafts)));
    alike::join(scene, &mut drafts);
    fused::part(&mut drafts);
    refrains::join(scene, &mut drafts);
    let mut stories = gather::gather(scene, drafts);
    let article = scene.reading.document().sentences().len() >= learned::ARTICLE;
    stories.retain(|story| !(article && story.is_doubted()));
    clashes::leave_out(&mut stories);
    clashes::list(&mut stories);
    remaining::add(scene, &mut stories);
    stories
}
