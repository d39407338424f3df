//! From stories to deals: reads sums, shares, dates and motives around the triggers, and orders the deals.

use super::draft::Draft;
use super::gather::Story;
use super::homes::{Homes, centrality};
use super::{
    Confidence, Control, Deal, DealStatus, DealType, PartyRole, Scene, cast, days, kind, motives, prices, stake,
    status, sums,
};
use crate::entities::{Evidence, Supported};
use crate::language::lexicon::DealCue;
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

/// What the story at `position` becomes; `alone` says that the article tells no other.
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
    let stake = stake::of(scene, homes, position, story);
    let money = prices::of(scene, homes, position, story);
    let kind = kind::of(story, first, stake.as_ref().map(|stake| &stake.value));
    // "All shares of Arden" are Arden.
    let whole = kind == DealType::MinorityStake && stake.is_none() && homes.cue(position, DealCue::Whole).is_some();
    let kind = if whole { DealType::Acquisition } else { kind };
    let mut kind = Supported::new(kind, sentence_evidence(first));
    for draft in story.drafts.iter().filter(|draft| !draft.background).take(8) {
        kind.add(sentence_evidence(draft));
    }
    let status_evidence = status_words.map(|words| evidence(words, "status"));
    let background = story.drafts.iter().all(|draft| draft.background);
    let days = days::of(scene, story, status);
    let document = scene.reading.document();
    Deal {
        kind,
        status: Supported::new(status, status_evidence.unwrap_or_else(|| sentence_evidence(first))),
        status_text: status_words.map(|words| document.on_one_line(document.span(words))),
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

/// What buying a share is, by its size or by what it is called.
pub(super) fn by_share(percent: Option<Decimal>, control: Option<Control>) -> DealType {
    match (percent, control) {
        (Some(percent), _) if percent >= Decimal::from(100) => DealType::Acquisition,
        (Some(percent), _) if percent > Decimal::from(50) => DealType::MajorityStake,
        (Some(_), _) => DealType::MinorityStake,
        (None, Some(Control::Majority)) => DealType::MajorityStake,
        _ => DealType::MinorityStake,
    }
}

/// How it is paid, in the order in which it is told.
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
