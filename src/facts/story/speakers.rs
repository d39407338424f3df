//! Who speaks in a quotation.

use super::{Attributed, Participant};
use crate::entities::{Entities, EntityId, EntityKind};
use crate::language::Reading;
use crate::language::lexicon::Speech;
use crate::mentions::{Mentions, Quotation, QuotationKind};
use crate::text::TokenRange;

/// Tokens before a pronoun among which the person it stands for is looked for.
const PRONOUN_REACH: usize = 150;

/// The quotations with their speakers; reported speech only where its speaker is known.
pub(super) fn attribute(reading: &Reading<'_>, mentions: &Mentions, entities: &Entities) -> Vec<Attributed> {
    let mut quotes: Vec<Attributed> = Vec::new();
    for quotation in &mentions.quotes {
        let speaker =
            quotation.attribution.and_then(|words| speaker(reading, entities, quotation, words, quotes.last()));
        if speaker.is_none() && quotation.kind == QuotationKind::Indirect {
            continue;
        }
        let date = quotation.attribution.and_then(|words| date(mentions, words));
        let speaker =
            speaker.map(|entity| Participant { entity: Some(entity), name: entities.get(entity).name.clone() });
        quotes.push(Attributed { quotation: quotation.clone(), speaker, date });
    }
    quotes
}

fn date(mentions: &Mentions, words: TokenRange) -> Option<String> {
    let first = mentions.dates.partition_point(|date| date.tokens.start < words.start);
    mentions.dates.get(first).filter(|date| date.tokens.end <= words.end).map(|date| date.edtf.clone())
}

fn speaker(
    reading: &Reading<'_>,
    entities: &Entities,
    quotation: &Quotation,
    words: TokenRange,
    before: Option<&Attributed>,
) -> Option<EntityId> {
    // An attribution taken over from the quotation before holds that quotation too.
    let outside = |at: &usize| !quotation.tokens.has(*at);
    let kind = |entity: EntityId| entities.all().get(entity.0).map(|entity| entity.kind);
    let named = |wanted: fn(EntityKind) -> bool| {
        words
            .positions()
            .filter(outside)
            .filter_map(|at| entities.at(at))
            .find(|(entity, _)| kind(*entity).is_some_and(wanted))
    };
    if let Some((person, _)) = named(|kind| kind == EntityKind::Person) {
        return Some(person);
    }
    let speech = |at: usize| {
        let found = reading.longest(&reading.lexicon(at).story.speech, at, words.end)?;
        found.values.first().copied()
    };
    if words.positions().filter(outside).any(|at| speech(at) == Some(Speech::Pronoun)) {
        return pronoun(reading, entities, words, before);
    }
    // A company speaks where its name stands beside the verb, or is the source itself; not in `said a banker at Arden`.
    let (entity, tokens) = named(|kind| matches!(kind, EntityKind::Company | EntityKind::Organization(_)))?;
    let beside =
        |at: Option<usize>| at.and_then(speech).is_some_and(|found| matches!(found, Speech::Verb | Speech::According));
    let article =
        reading.document().tokens().get(tokens.start.saturating_sub(1)).is_some_and(|token| token.span.len() <= 3);
    let verb_before = beside(tokens.start.checked_sub(1)) || article && beside(tokens.start.checked_sub(2));
    (verb_before || beside(Some(tokens.end)) || tokens == words).then_some(entity)
}

/// The person that the pronoun of an attribution stands for: the speaker before, or the last person named.
fn pronoun(
    reading: &Reading<'_>,
    entities: &Entities,
    words: TokenRange,
    before: Option<&Attributed>,
) -> Option<EntityId> {
    let floor = words.start.saturating_sub(PRONOUN_REACH);
    let last = (floor..words.start)
        .rev()
        .filter_map(|at| entities.at(at))
        .find(|(entity, _)| entities.get(*entity).kind == EntityKind::Person)
        .map(|(entity, _)| entity);
    let spoke = before
        .filter(|before| before.quotation.tokens.end >= floor && before.quotation.kind == QuotationKind::Direct)
        .and_then(|before| before.speaker.as_ref()?.entity);
    let same_block = |entity: EntityId| {
        let block = reading.document().block_of(words.start);
        let range = reading.document().blocks().get(block).map(|block| block.tokens);
        let mentions = &entities.get(entity).mentions;
        range.is_some_and(|range| {
            mentions.iter().any(|mention| range.contains(mention.tokens) && mention.tokens.end <= words.start)
        })
    };
    last.filter(|&person| same_block(person)).or(spoke).or(last)
}
