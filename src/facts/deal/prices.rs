//! Which sums near the triggers of a story are its price, the price of one share and a valuation of the whole.

use std::collections::{HashMap, HashSet};

use rust_decimal::Decimal;

use super::gather::Story;
use super::homes::Homes;
use super::{Price, Scene, passing, sums};
use crate::entities::{Evidence, Supported};
use crate::language::lexicon::DealCue;
use crate::language::lexicon::schema::{FrameKind, SumRole};
use crate::mentions::{Qualifier, Quantity};
use crate::text::{BlockKind, TokenRange};

/// Sums below this are prices of single things, unless the article says that they were paid for the whole.
pub(super) const SMALL: i64 = 10_000;
/// Places behind the point of a price in cents.
const CENTS: u32 = 2;
/// Paragraphs behind the first that still tell the news itself.
const OPENING: usize = 2;

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
    let document = scene.reading.document();
    let mut best: [Option<(f32, usize)>; 3] = [None; 3];
    let past = past_sentences(story);
    let lead = document.blocks().iter().position(|block| block.kind == BlockKind::Paragraph).unwrap_or(0);
    let purchases = purchases(story);
    for &(index, beside) in homes.sums(position) {
        let money = &scene.mentions.money[index];
        let at = money.tokens.start;
        let block_position = document.block_of(at);
        let Some(block) = document.blocks().get(block_position).filter(|block| block.kind.tells()) else { continue };
        if money.quantity.value.is_none() && money.quantity.max.is_none() {
            continue;
        }
        if past.contains(&document.sentence_of(at)) {
            continue;
        }
        let placed = story.sums.contains(&index);
        let small = money.quantity.value.or(money.quantity.max).is_some_and(|value| value < Decimal::from(SMALL));
        // What stands in the place of a price is none of what its sentence tells besides.
        let far =
            |role: &SumRole| if placed { *role == SumRole::Valuation } else { !small || *role != SumRole::Amount };
        let mut role = sums::role(scene, index).or_else(|| sums::far(scene, index).filter(far));
        // The same figure told as the price of one share elsewhere.
        if money.quantity.value.is_some_and(|value| homes.is_per_share(value)) {
            role = Some(SumRole::PerShare);
        }
        // "for 28.50 dollars" buys no company.
        let cents = money.quantity.value.is_some_and(|value| !value.is_integer() || value.scale() == CENTS);
        if small && cents && role != Some(SumRole::PerShare) {
            continue;
        }
        // "Boreal buys Arden. It will invest 3 million in the plant."
        let told = || purchases.get(&document.sentence_of(at)).into_iter().flatten();
        // "Investing" is no purchase, even where it is a trigger itself.
        let apart = |trigger: &TokenRange| trigger.end + 1 < at || trigger.start > money.tokens.end + 1;
        if role == Some(SumRole::Investment) && (purchases.is_empty() || told().any(apart)) {
            role = Some(SumRole::Amount);
        }
        if small && role != Some(SumRole::PerShare) && !(role == Some(SumRole::Amount) && beside) {
            continue;
        }
        // The price of one share, not said to be one, is no price of the whole where there is another.
        let bonus = if small { -2.0 } else { 0.0 };
        let bonus = bonus
            + match () {
                () if block.kind == BlockKind::Heading => 1.0,
                () if block_position <= lead => 1.0,
                () => 0.0,
            };
        let (slot, score) = match role {
            Some(SumRole::Amount) if beside => (0, 3.0 + bonus + f32::from(u8::from(placed))),
            Some(SumRole::Amount) if has_deal_noun(scene, at) => (0, 2.0 + bonus),
            // "The net proceeds would come to 3 million": a noun of the price speaks for it.
            Some(SumRole::Amount) if sums::far(scene, index) == Some(SumRole::Amount) => (0, 1.3 + bonus),
            Some(SumRole::Amount) => (0, 0.8 + bonus),
            Some(SumRole::PerShare) => (1, 1.0 + bonus + f32::from(u8::from(beside))),
            Some(SumRole::Valuation) => (2, 1.0 + bonus),
            Some(_) => continue,
            None if placed => (0, 2.5 + bonus),
            // "$3 a share, or $93 million"
            None if !small && passing::beside_share(scene, index) => (0, 1.8 + bonus),
            None if beside => (0, 1.5 + bonus),
            None if has_deal_noun(scene, at) => (0, 1.0),
            None => continue,
        };
        // A figure told more than once is the one the article is about.
        let often = money.quantity.value.is_some_and(|value| homes.is_told_often(value));
        let score = if often { score + 0.5 } else { score };
        let score = if placed { score } else { score - passing::penalty(scene, homes, story, index) };
        if best[slot].is_none_or(|(known, _)| score > known) {
            best[slot] = Some((score, index));
        }
    }
    let price = |slot: usize, rule: &str| {
        let (_, index) = best[slot]?;
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
        let mut price = Supported::new(price, Evidence::new(money.span, rule));
        for other in same.take(8) {
            price.add(Evidence::new(other.span, rule));
        }
        Some(price)
    };
    let mut sums = Sums { amount: price(0, "sum"), per_share: price(1, "sum"), valuation: price(2, "sum") };
    // "values it at" a figure, and no other price for the whole: that figure is the price.
    let whole = story.drafts.iter().all(|draft| {
        !matches!(draft.kind, FrameKind::Stake | FrameKind::FundingRound | FrameKind::Ipo | FrameKind::SpinOff)
    });
    // A bid for the shares that comes to a value is priced by it, not by what a later paragraph tells besides.
    let bid = story.drafts.iter().any(|draft| draft.kind == FrameKind::TakeoverBid) && best[1].is_some();
    let later = |(_, index): (f32, usize)| bid && best[2].is_some_and(|(_, value)| value < index);
    let aside = |(score, index): (f32, usize)| score <= 2.0 && later((score, index));
    let vague = best[0].is_none_or(|(score, index)| score < 1.0 || aside((score, index)));
    // What a market pays for it, told further down, is no price.
    let priced = best[2].is_some_and(|(_, index)| {
        let at = scene.mentions.money[index].tokens.start;
        document.block_of(at) <= lead + OPENING || has_deal_noun(scene, at)
    });
    // Where the price is kept secret, a sum that nothing calls the price is none.
    let unsaid = || best[0].is_some_and(|(score, _)| score <= 1.0);
    if (best[0].is_none() || vague && priced) && whole && sums.valuation.is_some() {
        sums.amount = sums.valuation.take();
    } else if whole && unsaid() && homes.cue(position, DealCue::Undisclosed).is_some() {
        sums.amount = None;
    }
    if sums.amount.is_none() {
        sums.amount = undisclosed(scene, homes, position);
    }
    sums
}

/// The sentences of a story that tell only what came before its news.
fn past_sentences(story: &Story) -> HashSet<usize> {
    let of = |news: bool| {
        let drafts = story.drafts.iter().filter(move |draft| draft.background != news);
        drafts.map(|draft| draft.sentence).collect::<HashSet<usize>>()
    };
    let news = of(true);
    if news.is_empty() { HashSet::new() } else { of(false).difference(&news).copied().collect() }
}

/// What tells of a purchase as news, by the sentences of a story; empty for a story of money that is only put in.
fn purchases(story: &Story) -> HashMap<usize, Vec<TokenRange>> {
    let buys = |kind| {
        matches!(
            kind,
            FrameKind::Acquisition | FrameKind::TakeoverBid | FrameKind::AssetPurchase | FrameKind::Divestiture
        )
    };
    let mut told: HashMap<usize, Vec<TokenRange>> = HashMap::new();
    // What partners put into their venture is its price, whatever else is bought.
    let venture = story.drafts.iter().any(|draft| draft.kind == FrameKind::JointVenture);
    if !venture && story.drafts.iter().any(|draft| buys(draft.kind) && !draft.background) {
        for draft in story.drafts.iter().filter(|draft| !draft.background) {
            told.entry(draft.sentence).or_default().push(draft.trigger);
        }
    }
    told
}

/// A price that the article says is not made known.
fn undisclosed(scene: &Scene<'_>, homes: &Homes, position: usize) -> Option<Supported<Price>> {
    let tokens = homes.cue(position, DealCue::Undisclosed)?;
    let span = scene.reading.document().span(tokens);
    let price = Price { quantity: Quantity::default(), currency: None, disclosed: false, span };
    Some(Supported::new(price, Evidence::new(span, "undisclosed")))
}

fn has_deal_noun(scene: &Scene<'_>, at: usize) -> bool {
    let document = scene.reading.document();
    let Some(sentence) = document.sentences().get(document.sentence_of(at)) else { return false };
    let cues = &scene.reading.lexicon(at).deals.cues;
    let first = at.saturating_sub(20).max(sentence.tokens.start);
    (first..sentence.tokens.end.min(at + 12)).any(|token| {
        scene
            .reading
            .longest(cues, token, sentence.tokens.end)
            .is_some_and(|found| found.values.contains(&DealCue::DealNoun))
    })
}
