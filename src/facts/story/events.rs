//! Events: a phrase of the lexicon, and who stands where around it.

use std::collections::HashMap;

use super::scene::{Scene, Wanted};
use super::{Event, Participant};
use crate::entities::{EntityId, Evidence, Supported};
use crate::language::lexicon::{FactRule, Part, Small, Spot};
use crate::language::{EventStatus, EventType};
use crate::mentions::Mentions;
use crate::text::TokenRange;

/// Tokens between a phrase and the words that put it in the future, and between it and its date or position.
const TENSE_REACH: usize = 4;
const DATE_REACH: usize = 6;
const POSITION_REACH: usize = 10;
/// Events of one kind and person that an event is compared with.
const SIMILAR: usize = 50;
/// Longest position, in tokens.
const POSITION: usize = 14;

/// The events that `rule`, whose phrase is `trigger`, tells in `scene`; several where several people take part.
pub(super) fn read(
    scene: &Scene<'_>,
    mentions: &Mentions,
    rule: &FactRule,
    kind: EventType,
    trigger: TokenRange,
) -> Vec<Event> {
    let mut tokens = trigger;
    let mut take = |part: Part, wanted: Wanted, taken: &[EntityId]| {
        let spots = rule.parts.iter().find(|(known, _)| *known == part).map(|(_, spots)| spots.as_slice());
        for spot in spots.unwrap_or_default() {
            // What happens to somebody new does not happen to whom the sentence before is about.
            if matches!(spot, Spot::Topic) && scene.follows_someone_new(trigger.start) {
                continue;
            }
            let mut found = scene.at(spot, trigger, wanted);
            found.retain(|name| !taken.contains(&name.entity));
            if found.is_empty() {
                continue;
            }
            for name in found.iter().filter(|name| scene.sentence.contains(name.tokens)) {
                tokens = TokenRange::new(tokens.start.min(name.tokens.start), tokens.end.max(name.tokens.end));
            }
            return found.into_iter().map(|name| name.entity).collect::<Vec<_>>();
        }
        Vec::new()
    };
    let people = take(Part::Person, Wanted::Person, &[]);
    let products = take(Part::Product, Wanted::Product, &[]);
    let organization = take(Part::Organization, Wanted::Organization, &[]).first().copied();
    let from = take(Part::FromOrganization, Wanted::Organization, organization.as_slice()).first().copied();
    let date = date(scene, mentions, trigger);
    let wants = |part: Part| rule.parts.iter().any(|(known, _)| *known == part);
    let complete = match kind {
        EventType::Appointment | EventType::Departure => !people.is_empty(),
        EventType::ProductRelease => !products.is_empty(),
        EventType::Partnership | EventType::Contract => organization.is_some() && from.is_some(),
        EventType::Founding => organization.is_some() && (!wants(Part::Person) || !people.is_empty()),
        _ => organization.is_some(),
    };
    if !complete || rule.dated && date.is_none() {
        return Vec::new();
    }
    let planned = scene.preceded(trigger.start, TENSE_REACH, Small::Planned);
    let status = if planned && rule.status == EventStatus::Completed { EventStatus::Planned } else { rule.status };
    let evidence = Evidence::new(scene.reading.document().span(tokens), &rule.id);
    let participant =
        |entity: EntityId| Participant { entity: Some(entity), name: scene.entities.get(entity).name.clone() };
    let event = |person: Option<EntityId>, product: Option<EntityId>| Event {
        kind: Supported::new(kind, evidence.clone()),
        status,
        person: person.map(participant),
        organization: organization.map(participant),
        from_organization: from.map(participant),
        position: person.and_then(|person| position(scene, trigger, person)),
        product: product.map(participant),
        date: date.clone(),
    };
    if people.is_empty() && products.is_empty() {
        return vec![event(None, None)];
    }
    let product = products.first().copied();
    match people.as_slice() {
        [] => products.into_iter().map(|product| event(None, Some(product))).collect(),
        people => people.iter().map(|&person| event(Some(person), product)).collect(),
    }
}

/// The date right after the phrase.
fn date(scene: &Scene<'_>, mentions: &Mentions, trigger: TokenRange) -> Option<String> {
    let end = scene.sentence.end.min(trigger.end + DATE_REACH);
    let first = mentions.dates.partition_point(|date| date.tokens.start < trigger.start);
    mentions
        .dates
        .get(first)
        .filter(|date| date.tokens.start <= end && date.tokens.end <= scene.sentence.end)
        .map(|date| date.edtf.clone())
}

/// As what somebody comes or goes: the words after "as" and the like, or the title that stands in the sentence.
fn position(scene: &Scene<'_>, trigger: TokenRange, person: EntityId) -> Option<String> {
    let document = scene.reading.document();
    let end = scene.sentence.end.min(trigger.end + POSITION_REACH);
    let opened = (trigger.end.saturating_sub(1)..end)
        .find_map(|at| scene.reading.longest(&scene.lexicon.story.positions, at, scene.sentence.end));
    if let Some(opened) = opened {
        let kept = opened.values.contains(&true);
        let start = if kept { opened.tokens.start } else { opened.tokens.end };
        let limit = scene.sentence.end.min(start + POSITION);
        let stop = (opened.tokens.end..limit)
            .find(|&at| matches!(document.word(at), "," | "." | ";" | ":" | "(" | ")" | "”" | "»"));
        let words = TokenRange::new(start, stop.unwrap_or(limit));
        return (!words.is_empty()).then(|| document.text_of(words).to_string());
    }
    let sentence = document.span(scene.sentence);
    let roles = &scene.entities.get(person).roles;
    roles.iter().find(|role| sentence.contains(role.evidence.span)).and_then(|role| role.title_text.clone())
}

/// What tells events apart, besides their organizations: kind, person and product.
type Key = (EventType, Option<EntityId>, Option<EntityId>);

/// Events without repetition, in the order they were found.
#[derive(Debug, Default)]
pub(super) struct Events {
    list: Vec<Event>,
    known: HashMap<Key, Vec<usize>>,
}

impl Events {
    /// Adds `event`, or what it says beyond the same event found before.
    pub(super) fn add(&mut self, event: Event) {
        let entity = |participant: &Option<Participant>| participant.as_ref().and_then(|found| found.entity);
        let agree = |a: &Option<Participant>, b: &Option<Participant>| a.is_none() || b.is_none() || a == b;
        let positions =
            self.known.entry((event.kind.value, entity(&event.person), entity(&event.product))).or_default();
        let same = positions.iter().copied().take(SIMILAR).find(|&position| {
            self.list.get(position).is_some_and(|known| {
                agree(&known.organization, &event.organization)
                    && agree(&known.from_organization, &event.from_organization)
            })
        });
        let Some(known) = same.and_then(|position| self.list.get_mut(position)) else {
            positions.push(self.list.len());
            self.list.push(event);
            return;
        };
        for evidence in event.kind.evidence() {
            known.kind.add(evidence.clone());
        }
        known.organization = known.organization.take().or(event.organization);
        known.from_organization = known.from_organization.take().or(event.from_organization);
        known.position = known.position.take().or(event.position);
        known.date = known.date.take().or(event.date);
    }

    pub(super) fn into_list(self) -> Vec<Event> {
        self.list
    }
}
