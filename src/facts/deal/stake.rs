//! The share that changes hands in a deal, by the figures told of it or by what it is called.

use std::collections::HashMap;

use super::gather::Story;
use super::homes::Homes;
use super::{Control, PartyRole, Scene, Stake, StakeKind, remaining, shares};
use crate::entities::{Evidence, Supported};
use crate::language::lexicon::DealCue;
use crate::language::lexicon::schema::{FrameKind, ShareRole};
use crate::mentions::{Qualifier, Quantity};
use crate::text::{Span, TokenRange};
use rust_decimal::Decimal;

/// Places told as evidence behind the first.
const PLACES: usize = 8;

/// The share that changes hands in the story at `position`.
pub(super) fn of(scene: &Scene<'_>, homes: &Homes, position: usize, story: &Story) -> Option<Supported<Stake>> {
    if let Some(words) = parity(scene, homes, position, story) {
        return Some(Supported::new(shares::halves(), Evidence::new(scene.reading.document().span(words), "parity")));
    }
    let mut figures = Figures::new(scene, story);
    if story.drafts.iter().any(|draft| is_about_shares(draft.kind)) {
        // The shares told around the bid that follows a purchase are those of the purchase.
        let follows = remaining::tells(story);
        let own = |(_, beside): &&(usize, bool)| *beside || !follows;
        // "Cairn, which owns 56% of Arden, said Boreal would buy 43%": first what stands in the place of what is bought.
        let part = story.drafts.iter().any(|draft| draft.kind == FrameKind::Stake);
        let placed = |(index, _): &&(usize, bool)| part && story.shares.contains(index);
        let shares = || homes.shares(position).iter().filter(own);
        let others = shares().filter(|share| !placed(share));
        shares().filter(placed).chain(others).for_each(|(index, beside)| figures.read(*index, *beside));
    }
    if figures.share().is_some() { figures.told() } else { said_control(scene, story) }
}

/// The words that say of partners, in a sentence that tells the deal and no figure, that they have equal shares.
fn parity(scene: &Scene<'_>, homes: &Homes, position: usize, story: &Story) -> Option<TokenRange> {
    let words = homes.cue(position, DealCue::Parity).filter(|_| story.has(PartyRole::Partner))?;
    let sentence_of = |at: usize| scene.reading.document().sentence_of(at);
    let sentence = sentence_of(words.start);
    let figure = |(index, _): &(usize, bool)| {
        scene.mentions.share(*index).is_some_and(|share| sentence_of(share.tokens.start) == sentence)
    };
    let told = story.drafts.iter().any(|draft| draft.sentence == sentence && !draft.background);
    (told && !homes.shares(position).iter().any(figure)).then_some(words)
}

/// Whether deals of that kind can be about a share.
fn is_about_shares(kind: FrameKind) -> bool {
    matches!(
        kind,
        FrameKind::Stake
            | FrameKind::Divestiture
            | FrameKind::Acquisition
            | FrameKind::TakeoverBid
            | FrameKind::Merger
            | FrameKind::JointVenture
            | FrameKind::Ipo
    )
}

/// The percentages told of a story, each put where it belongs.
struct Figures<'s, 'a> {
    scene: &'s Scene<'a>,
    story: &'s Story,
    /// Whether partners pool what they have: of what they make together each has a share, and the larger is told.
    pooled: bool,
    /// Whether some draft tells of a share.
    parted: bool,
    /// The percentages that stand in the place of a share held before or after.
    steps: HashMap<usize, ShareRole>,
    /// What is known so far.
    stake: Stake,
    /// Where it is told.
    spans: Vec<Span>,
}

impl<'s, 'a> Figures<'s, 'a> {
    fn new(scene: &'s Scene<'a>, story: &'s Story) -> Self {
        let mut steps = HashMap::new();
        for &(share, role) in story.drafts.iter().flat_map(|draft| &draft.steps) {
            steps.entry(share).or_insert(role);
        }
        let parted = story.drafts.iter().any(|draft| !draft.shares.is_empty() || draft.kind == FrameKind::Stake);
        let pooled = story.has(PartyRole::Partner);
        Self { scene, story, pooled, parted, steps, stake: Stake::default(), spans: Vec::new() }
    }

    /// Reads percentage `index`; `beside` says that a trigger of the story stands in its sentence.
    fn read(&mut self, index: usize, beside: bool) {
        let Some(percentage) = self.scene.mentions.share(index) else { return };
        let told = percentage.quantity;
        let (pooled, placed) = (self.pooled, self.story.shares.contains(&index));
        let half = told.value.is_some_and(|value| value >= Decimal::from(50));
        if pooled && !half && !placed {
            return;
        }
        let role = self.steps.get(&index).copied().or_else(|| shares::role(self.scene, index));
        let Some(slot) = self.slot(role, beside, placed) else { return };
        let known = *slot;
        if known.is_none_or(|known| is_better(told, known, pooled)) {
            *slot = Some(told);
            self.spans.push(percentage.span);
        } else if known.is_some_and(|known| known.value == told.value) {
            self.spans.push(percentage.span);
        }
    }

    /// Where a percentage of that role belongs; `placed` says that it stands in a place of a frame.
    fn slot(&mut self, role: Option<ShareRole>, beside: bool, placed: bool) -> Option<&mut Option<Quantity>> {
        let held = beside && self.parted || placed;
        match role {
            Some(ShareRole::Stake) if beside || placed || self.pooled => Some(&mut self.stake.percent),
            Some(ShareRole::Covered) => Some(&mut self.stake.percent),
            Some(ShareRole::After) if held => Some(&mut self.stake.after),
            Some(ShareRole::Before) if held => Some(&mut self.stake.before),
            None if placed => Some(&mut self.stake.percent),
            _ => None,
        }
    }

    /// The share that changes hands, or else the one held after that.
    fn share(&self) -> Option<Quantity> {
        self.stake.percent.or(self.stake.after)
    }

    /// The stake that the figures tell, with what becomes of it and what it gives.
    fn told(mut self) -> Option<Supported<Stake>> {
        let share = self.share()?;
        let value = share.value.or(share.max).or(share.min)?;
        let held = self.stake.after.and_then(|after| after.value);
        self.stake.control = Some(Control::of(held.unwrap_or(value)));
        self.stake.kind = if self.stake.percent.is_none() { StakeKind::OwnedAfter } else { traded(self.story) };
        let mut evidence = self.spans.into_iter().map(|span| Evidence::new(span, "share"));
        let mut stake = Supported::new(self.stake, evidence.next()?);
        evidence.take(PLACES).for_each(|evidence| stake.add(evidence));
        Some(stake)
    }
}

/// Whether a figure says more than the one that is known: "nearly 30%", and later 29.6%.
fn is_better(told: Quantity, known: Quantity, pooled: bool) -> bool {
    let finer = known.qualifier == Qualifier::Approximate && told.qualifier == Qualifier::Exact;
    finer || pooled && known.value < told.value
}

/// What becomes of a share that changes hands, by the side that it is told from.
fn traded(story: &Story) -> StakeKind {
    if story.drafts.iter().any(|draft| draft.seller_acts) { StakeKind::Sold } else { StakeKind::Acquired }
}

/// A share that is called a majority or a minority without a figure.
fn said_control(scene: &Scene<'_>, story: &Story) -> Option<Supported<Stake>> {
    let reading = scene.reading;
    let mut shares = story
        .drafts
        .iter()
        .filter(|draft| draft.kind == FrameKind::Stake || draft.kind == FrameKind::Divestiture && draft.seller_acts);
    shares.find_map(|draft| {
        let sentence = reading.document().sentences().get(draft.sentence)?.tokens;
        let words = &reading.lexicon(sentence.start).story.control;
        // "steigt *mehrheitlich* bei Arden ein": beside the verb.
        let near = draft.trigger.start.saturating_sub(1).max(sentence.start)..sentence.end.min(draft.trigger.end + 1);
        let found = draft.trigger.positions().chain(near).find_map(|at| reading.longest(words, at, sentence.end))?;
        let control = if *found.values.first()? { Control::Majority } else { Control::Minority };
        let stake = Stake { control: Some(control), kind: traded(story), ..Stake::default() };
        Some(Supported::new(stake, Evidence::new(reading.document().span(found.tokens), "control")))
    })
}
