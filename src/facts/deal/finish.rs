//! From stories to deals: reads sums, shares, dates and motives around the triggers, and orders the deals.

use std::collections::HashMap;

use super::draft::{Draft, Who};
use super::gather::Story;
use super::homes::{Homes, centrality};
use super::{
    Confidence, Control, Deal, DealStatus, DealType, PartyRole, Scene, Stake, StakeKind, cast, days, motives, prices,
    shares, status, sums,
};
use crate::entities::{Evidence, Supported};
use crate::language::lexicon::DealCue;
use crate::language::lexicon::schema::{FrameKind, ShareRole};
use crate::mentions::{Qualifier, Quantity};
use crate::text::TokenRange;
use rust_decimal::Decimal;

/// The deals of an article, the most central first.
pub(super) fn deals(scene: &Scene<'_>, stories: Vec<Story>) -> Vec<Deal> {
    let homes = Homes::new(scene, &stories);
    let alone = stories.len() == 1;
    let mut ranked: Vec<(f32, Deal)> = stories
        .iter()
        .enumerate()
        .map(|(position, story)| (centrality(scene, story), deal(scene, &homes, position, story, alone)))
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    for (_, deal) in ranked.iter_mut().skip(1) {
        deal.confidence = deal.confidence.min(Confidence::Medium);
    }
    ranked.into_iter().map(|(_, deal)| deal).collect()
}

fn deal(scene: &Scene<'_>, homes: &Homes, position: usize, story: &Story, alone: bool) -> Deal {
    let status::Told { status, words: status_words } = status::of(scene, story, alone, homes.sentences(position));
    let first = strongest(story);
    let evidence = |tokens: TokenRange, rule: &str| Evidence::new(scene.reading.document().span(tokens), rule);
    let sentence_evidence = |draft: &Draft| {
        let tokens = draft.parties.iter().fold(draft.trigger, |all, (_, who)| {
            TokenRange::new(all.start.min(who.tokens().start), all.end.max(who.tokens().end))
        });
        evidence(tokens, &draft.rule)
    };
    let stake = stake(scene, homes, position, story);
    let money = prices::of(scene, homes, position, story);
    let kind = kind(story, stake.as_ref().map(|stake| &stake.value));
    // "All shares of Arden" are Arden.
    let whole = kind == DealType::MinorityStake && stake.is_none() && homes.cue(position, DealCue::Whole).is_some();
    let kind = if whole { DealType::Acquisition } else { kind };
    let mut kind = Supported::new(kind, sentence_evidence(first));
    let mut state = Supported::new(status, evidence(status_words.unwrap_or(first.trigger), "status"));
    for draft in story.drafts.iter().filter(|draft| !draft.background).take(8) {
        kind.add(sentence_evidence(draft));
    }
    if status_words.is_none() {
        state = Supported::new(status, sentence_evidence(first));
    }
    let background = story.drafts.iter().all(|draft| draft.background);
    let days = days::of(scene, story, status);
    Deal {
        kind,
        status: state,
        status_text: status_words.map(|words| scene.reading.document().text_of(words).to_owned()),
        confidence: confidence(story),
        background,
        parties: cast::of(scene, story),
        amount: money.amount,
        per_share: money.per_share,
        valuation: money.valuation,
        stake,
        consideration: consideration(scene, story),
        announced_on: days.announced,
        expected_close: date_after_cue(scene, homes, position, DealCue::Closing)
            .filter(|_| status != DealStatus::Completed),
        closed_on: days.closed,
        status_conflict: status::conflict(scene, story).map(|(open, done)| [open, done].map(sentence_evidence)),
        amount_conflict: sums::conflict(scene, homes, story),
        motives: motives::of(scene, homes, position),
    }
}

/// The draft that says most: with most parties, the first of them.
fn strongest(story: &Story) -> &Draft {
    let score = |draft: &Draft| draft.parties.len() * 2 + usize::from(!draft.background) + usize::from(!draft.weak);
    let mut best = &story.drafts[0];
    for draft in &story.drafts[1..] {
        if score(draft) > score(best) {
            best = draft;
        }
    }
    best
}

/// What kind of deal a story tells of.
fn kind(story: &Story, stake: Option<&Stake>) -> DealType {
    let mut votes: Vec<(FrameKind, f32)> = Vec::new();
    for draft in &story.drafts {
        let weight = if draft.background {
            0.3
        } else if draft.heading {
            2.0
        } else {
            1.0
        };
        match votes.iter_mut().find(|(known, _)| *known == draft.kind) {
            Some((_, total)) => *total += weight,
            None => votes.push((draft.kind, weight)),
        }
    }
    let has = |kind| votes.iter().any(|(known, _)| *known == kind);
    let weight = |kind| votes.iter().find(|(known, _)| *known == kind).map_or(0.0, |(_, weight)| *weight);
    let target_words =
        story.parties.iter().any(|(role, who)| *role == PartyRole::Target && matches!(who, Who::Words(_)));
    // What somebody raises by being listed is no round.
    let listed = has(FrameKind::Ipo) && !story.has(PartyRole::Investor);
    let best = votes
        .iter()
        .copied()
        .filter(|(kind, _)| !(listed && *kind == FrameKind::FundingRound))
        .reduce(|a, b| if b.1 > a.1 { b } else { a })
        .map_or(FrameKind::Acquisition, |(kind, _)| kind);
    let half = Decimal::from(50);
    let figure = |quantity: Option<Quantity>| quantity.and_then(|quantity| quantity.value.or(quantity.max));
    // Who goes from a third to two thirds takes the majority, whatever is bought for it.
    let crossing = stake
        .and_then(|stake| Some((figure(stake.before)?, figure(stake.after)?)))
        .filter(|(before, after)| *before < half && *after > half)
        .map(|(_, after)| after);
    let percent = crossing.or_else(|| figure(stake.and_then(|stake| stake.percent.or(stake.after))));
    let majority = stake.and_then(|stake| stake.control);
    // "The sale of 40% of Arden", and not "the family sells its 40%" beside "Boreal buys Arden".
    let parted = percent.is_some() && !strongest(story).shares.is_empty();
    if has(FrameKind::FundingRound) && !listed && !story.has(PartyRole::Acquirer) && !story.has(PartyRole::Partner) {
        return DealType::FundingRound;
    }
    let sold_first = story.drafts.iter().find(|draft| !draft.background).is_some_and(|draft| draft.seller_acts);
    if best == FrameKind::Divestiture || (sold_first && has(FrameKind::Divestiture)) {
        if sold_first || !story.has(PartyRole::Acquirer) {
            return DealType::Divestiture;
        }
        return match () {
            () if has(FrameKind::Stake) || parted && !target_words => by_share(percent, majority),
            () if target_words => DealType::AssetPurchase,
            () => DealType::Acquisition,
        };
    }
    if weight(FrameKind::TakeoverBid) >= 1.0
        && !has(FrameKind::Merger)
        && weight(FrameKind::TakeoverBid) >= weight(FrameKind::Stake)
    {
        return DealType::TakeoverBid;
    }
    match best {
        FrameKind::Acquisition if target_words => DealType::AssetPurchase,
        FrameKind::Acquisition if parted || crossing.is_some() || percent.is_some_and(|percent| percent < half) => {
            by_share(percent, majority)
        }
        FrameKind::Acquisition => DealType::Acquisition,
        FrameKind::Merger if has(FrameKind::JointVenture) => DealType::JointVenture,
        FrameKind::Merger => DealType::Merger,
        FrameKind::Stake => by_share(percent, majority),
        FrameKind::AssetPurchase => DealType::AssetPurchase,
        FrameKind::Divestiture => DealType::Divestiture,
        FrameKind::TakeoverBid => DealType::TakeoverBid,
        FrameKind::FundingRound => DealType::FundingRound,
        FrameKind::JointVenture => DealType::JointVenture,
        FrameKind::Ipo => DealType::Ipo,
        FrameKind::SpinOff => DealType::SpinOff,
    }
}

pub(super) fn by_share(percent: Option<Decimal>, control: Option<Control>) -> DealType {
    match (percent, control) {
        (Some(percent), _) if percent >= Decimal::from(100) => DealType::Acquisition,
        (Some(percent), _) if percent > Decimal::from(50) => DealType::MajorityStake,
        (Some(_), _) => DealType::MinorityStake,
        (None, Some(Control::Majority)) => DealType::MajorityStake,
        _ => DealType::MinorityStake,
    }
}

fn stake(scene: &Scene<'_>, homes: &Homes, position: usize, story: &Story) -> Option<Supported<Stake>> {
    let mut stake = Stake::default();
    let mut evidence = Vec::new();
    let about_shares = story.drafts.iter().any(|draft| {
        matches!(
            draft.kind,
            FrameKind::Stake
                | FrameKind::Divestiture
                | FrameKind::Acquisition
                | FrameKind::TakeoverBid
                | FrameKind::Merger
                | FrameKind::JointVenture
                | FrameKind::Ipo
        )
    });
    // Of what partners make together each has a share; the larger is told.
    let pooled = story.has(PartyRole::Partner);
    let told = |words: &TokenRange| {
        let sentence_of = |at: usize| scene.reading.document().sentence_of(at);
        let sentence = sentence_of(words.start);
        let figure = |(index, _): &(usize, bool)| {
            scene.mentions.share(*index).is_some_and(|share| sentence_of(share.tokens.start) == sentence)
        };
        pooled
            && story.drafts.iter().any(|draft| draft.sentence == sentence && !draft.background)
            && !homes.shares(position).iter().any(figure)
    };
    if let Some(words) = homes.cue(position, DealCue::Parity).filter(told) {
        return Some(Supported::new(shares::halves(), Evidence::new(scene.reading.document().span(words), "parity")));
    }
    let steps = story.drafts.iter().any(|draft| !draft.shares.is_empty() || draft.kind == FrameKind::Stake);
    let mut placed_steps: HashMap<usize, ShareRole> = HashMap::new();
    for &(share, role) in story.drafts.iter().flat_map(|draft| &draft.steps) {
        placed_steps.entry(share).or_insert(role);
    }
    for &(index, beside) in homes.shares(position).iter().filter(|_| about_shares) {
        let Some(percentage) = scene.mentions.share(index) else { continue };
        let placed = story.shares.contains(&index);
        let role = placed_steps.get(&index).copied().or_else(|| shares::role(scene, index));
        let slot = match role {
            Some(ShareRole::Stake) if beside || placed || pooled => &mut stake.percent,
            Some(ShareRole::Covered) => &mut stake.percent,
            Some(ShareRole::After) if (beside && steps) || placed => &mut stake.after,
            Some(ShareRole::Before) if (beside && steps) || placed => &mut stake.before,
            None if placed => &mut stake.percent,
            _ => continue,
        };
        // "nearly 30%", and later 29.6%
        let finer = slot.is_some_and(|known| {
            known.qualifier == Qualifier::Approximate && percentage.quantity.qualifier == Qualifier::Exact
        });
        let half = percentage.quantity.value.is_some_and(|value| value >= Decimal::from(50));
        if pooled && !half && !placed {
            continue;
        }
        let larger = pooled && slot.is_some_and(|known| known.value < percentage.quantity.value);
        if slot.is_none() || finer || larger {
            *slot = Some(percentage.quantity);
            evidence.push(percentage.span);
        } else if slot.is_some_and(|known| known.value == percentage.quantity.value) {
            evidence.push(percentage.span);
        }
    }
    let Some(share) = stake.percent.or(stake.after) else { return said_control(scene, story) };
    let value = share.value.or(share.max).or(share.min)?;
    stake.control = Some(Control::of(stake.after.and_then(|after| after.value).unwrap_or(value)));
    stake.kind = match () {
        () if stake.percent.is_none() => StakeKind::OwnedAfter,
        () if story.drafts.iter().any(|draft| draft.seller_acts) => StakeKind::Sold,
        () => StakeKind::Acquired,
    };
    let mut spans = evidence.into_iter();
    let mut stake = Supported::new(stake, Evidence::new(spans.next()?, "share"));
    for span in spans.take(8) {
        stake.add(Evidence::new(span, "share"));
    }
    Some(stake)
}

/// A share that is called a majority or a minority without a figure.
fn said_control(scene: &Scene<'_>, story: &Story) -> Option<Supported<Stake>> {
    let reading = scene.reading;
    let seller_acts = story.drafts.iter().any(|draft| draft.seller_acts);
    let kind = if seller_acts { StakeKind::Sold } else { StakeKind::Acquired };
    let mut shares = story
        .drafts
        .iter()
        .filter(|draft| draft.kind == FrameKind::Stake || draft.kind == FrameKind::Divestiture && draft.seller_acts);
    shares.find_map(|draft| {
        let sentence = reading.document().sentences().get(draft.sentence)?.tokens;
        let words = &reading.lexicon(sentence.start).story.control;
        let found = draft.trigger.positions().find_map(|at| reading.longest(words, at, sentence.end))?;
        let control = if *found.values.first()? { Control::Majority } else { Control::Minority };
        let stake = Stake { control: Some(control), kind, ..Stake::default() };
        Some(Supported::new(stake, Evidence::new(reading.document().span(found.tokens), "control")))
    })
}

fn consideration(scene: &Scene<'_>, story: &Story) -> Vec<Supported<String>> {
    let document = scene.reading.document();
    let mut found: Vec<Supported<String>> = Vec::new();
    for draft in &story.drafts {
        let Some(sentence) = document.sentences().get(draft.sentence).map(|sentence| sentence.tokens) else { continue };
        let deals = &scene.reading.lexicon(sentence.start).deals;
        for at in sentence.positions() {
            let Some(words) = scene.reading.longest(&deals.cues, at, sentence.end) else { continue };
            for cue in words.values {
                let DealCue::Consideration(position) = cue else { continue };
                let Some(name) = deals.considerations.get(*position) else { continue };
                if !found.iter().any(|known| known.value == *name) {
                    found.push(Supported::new(
                        name.clone(),
                        Evidence::new(document.span(words.tokens), "consideration"),
                    ));
                }
            }
        }
    }
    found
}

/// The first date after a phrase of `wanted`, in a sentence of the story.
fn date_after_cue(scene: &Scene<'_>, homes: &Homes, position: usize, wanted: DealCue) -> Option<Supported<String>> {
    let document = scene.reading.document();
    let words = homes.cue(position, wanted)?;
    let sentence = document.sentences().get(document.sentence_of(words.start))?.tokens;
    let next = scene.mentions.dates.partition_point(|date| date.tokens.start < words.end);
    let date = scene.mentions.dates.get(next).filter(|date| sentence.has(date.tokens.start))?;
    Some(Supported::new(date.edtf.clone(), Evidence::new(date.span, "closing")))
}

/// High where frames name both sides and experience is sure of the same parts; medium where both sides are named; else low, and
/// where no frame says it. The README says how often each is right.
fn confidence(story: &Story) -> Confidence {
    let both = story.has(PartyRole::Target) && story.parties.len() >= 2;
    match () {
        () if story.is_learned() => Confidence::Low,
        () if both && story.confirmed && story.guessed.is_empty() => Confidence::High,
        () if both => Confidence::Medium,
        () => Confidence::Low,
    }
}
