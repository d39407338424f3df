//! Which sums are the price of a story, the price of one share and a valuation of the whole.

use super::gather::Story;
use super::homes::Homes;
use super::ranking::{Best, Ranked, best, has_deal_noun, lead};
use super::{Price, Scene, sums};
use crate::entities::{Evidence, Supported};
use crate::language::lexicon::DealCue;
use crate::language::lexicon::schema::FrameKind;
use crate::mentions::{Qualifier, Quantity};

/// Sums below this are prices of single things, unless the article says that they were paid for the whole.
pub(super) const SMALL: i64 = 10_000;
/// Paragraphs behind the first that still tell the news itself.
const OPENING: usize = 2;
/// Places of a price that are evidence of it.
const PLACES: usize = 8;

/// The sums of a deal.
#[derive(Debug, Default)]
pub(super) struct Sums {
    /// What is paid for all that changes hands.
    pub amount: Option<Supported<Price>>,
    /// What is paid for one share.
    pub per_share: Option<Supported<Price>>,
    /// What the whole is worth.
    pub valuation: Option<Supported<Price>>,
}

/// The sums of the story at `position`.
pub(super) fn of(scene: &Scene<'_>, homes: &Homes, position: usize, story: &Story) -> Sums {
    let best = best(scene, homes, position, story);
    let price = |sum: Option<Ranked>| price(scene, homes, sum?.index);
    let mut sums =
        Sums { amount: price(best.amount), per_share: price(best.per_share), valuation: price(best.valuation) };
    let whole = is_whole(story);
    // Where the price is kept secret, a sum that nothing calls the price is none.
    let unsaid = best.amount.is_some_and(|sum| sum.score <= 1.0);
    if whole && is_valuation_paid(scene, story, &best) {
        sums.amount = sums.valuation.take();
    } else if whole && unsaid && homes.cue(position, DealCue::Undisclosed).is_some() {
        sums.amount = None;
    }
    sums.amount = sums.amount.or_else(|| undisclosed(scene, homes, position));
    sums
}

/// The sum at `index` as a price, with the places where it is told.
fn price(scene: &Scene<'_>, homes: &Homes, index: usize) -> Option<Supported<Price>> {
    let money = sums::in_full(scene, homes, index)?;
    let told = money.quantity.value.map_or(&[][..], |value| homes.told(value)).iter().take(sums::MOST_TOLD);
    let told = told.filter_map(|&other| scene.mentions.money.get(other));
    let same = told.filter(|other| other.currency == money.currency);
    let mut quantity = money.quantity;
    let approximate = same.clone().any(|other| other.quantity.qualifier == Qualifier::Approximate);
    if quantity.qualifier == Qualifier::Exact && quantity.value.is_some() && approximate {
        quantity.qualifier = Qualifier::Approximate;
    }
    let price = Price { quantity, currency: money.currency, disclosed: true, span: money.span };
    let mut price = Supported::new(price, Evidence::new(money.span, "sum"));
    for other in same.take(PLACES) {
        price.add(Evidence::new(other.span, "sum"));
    }
    Some(price)
}

/// Whether a story is one of deals in which all of something changes hands.
fn is_whole(story: &Story) -> bool {
    let part = |kind| matches!(kind, FrameKind::Stake | FrameKind::FundingRound | FrameKind::Ipo | FrameKind::SpinOff);
    !story.drafts.iter().any(|draft| part(draft.kind))
}

/// "values it at" a figure, and no other price for the whole: that figure is the price.
fn is_valuation_paid(scene: &Scene<'_>, story: &Story, best: &Best) -> bool {
    let Some(valuation) = best.valuation else { return false };
    let Some(amount) = best.amount else { return true };
    // A bid for the shares that comes to a value is priced by it, not by what a later paragraph tells besides.
    let bid = best.per_share.is_some() && story.drafts.iter().any(|draft| draft.kind == FrameKind::TakeoverBid);
    let aside = bid && amount.score <= 2.0 && valuation.index < amount.index;
    // What a market pays for it, told further down, is no price.
    let at = scene.mentions.money[valuation.index].tokens.start;
    let opens = || scene.reading.document().block_of(at) <= lead(scene) + OPENING;
    (amount.score < 1.0 || aside) && (opens() || has_deal_noun(scene, at))
}

/// A price that the article says is not made known.
fn undisclosed(scene: &Scene<'_>, homes: &Homes, position: usize) -> Option<Supported<Price>> {
    let tokens = homes.cue(position, DealCue::Undisclosed)?;
    let span = scene.reading.document().span(tokens);
    let price = Price { quantity: Quantity::default(), currency: None, disclosed: false, span };
    Some(Supported::new(price, Evidence::new(span, "undisclosed")))
}
