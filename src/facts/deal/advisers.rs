//! Who advises or lends: the companies that a sentence about advice names besides those who deal.

use std::collections::{HashMap, HashSet};

use super::{Deal, Party, PartyRole, Scene};
use crate::entities::{EntityId, EntityKind, Evidence, Supported};
use crate::language::lexicon::DealCue;
use crate::text::TokenRange;

/// Mentions of a company looked at for what it does.
const MENTIONS: usize = 8;

/// Adds the advisers to the deals they are named beside; where one deal alone is told, all are its own.
pub(super) fn add(scene: &Scene<'_>, deals: &mut [Deal]) {
    // Each party with the first deal of the news it has a part in; none for those of past deals alone.
    let mut dealing: HashMap<EntityId, Option<usize>> = HashMap::new();
    for (position, deal) in deals.iter().enumerate() {
        for id in deal.entities() {
            let first = dealing.entry(id).or_default();
            *first = first.or((!deal.background).then_some(position));
        }
    }
    let mut news = deals.iter().enumerate().filter(|(_, deal)| !deal.background).map(|(position, _)| position);
    let alone = news.next().filter(|_| news.next().is_none());
    let mut advising: HashSet<(usize, EntityId)> = HashSet::new();
    let document = scene.reading.document();
    for block in document.blocks().iter().filter(|block| block.kind.tells()) {
        for sentence in document.sentences().get(block.sentences.clone()).unwrap_or_default() {
            let Some(words) = cue(scene, sentence.tokens) else { continue };
            let named: Vec<(EntityId, TokenRange)> =
                sentence.tokens.positions().filter_map(|at| name(scene, at)).collect();
            let beside = || named.iter().filter_map(|(id, _)| dealing.get(id).copied().flatten()).min();
            let Some(deal) = alone.or_else(beside) else { continue };
            for (id, tokens) in named {
                let entity = scene.entities.get(id);
                if entity.kind != EntityKind::Company
                    || said_apart(scene, words, tokens)
                    || dealing.contains_key(&id)
                    || !advising.insert((deal, id))
                {
                    continue;
                }
                let party = Party {
                    role: PartyRole::Adviser,
                    entity: Some(id),
                    name: entity.name.clone(),
                    business: None,
                    location: None,
                };
                let span = document.span(TokenRange::new(tokens.start.min(words.start), tokens.end.max(words.end)));
                deals[deal].parties.push(Supported::new(party, Evidence::new(span, "adviser")));
            }
        }
    }
}

/// The words of advice in a sentence.
fn cue(scene: &Scene<'_>, sentence: TokenRange) -> Option<TokenRange> {
    let cues = &scene.reading.lexicon(sentence.start).deals.cues;
    sentence.positions().find_map(|at| {
        let found = scene.reading.longest(cues, at, sentence.end)?;
        (found.values.contains(&DealCue::Adviser) && scene.entities.at(at).is_none()).then_some(found.tokens)
    })
}

/// Whether words of advice stand between a name of `id` and another: "*Arden* acted for Boreal".
pub(super) fn advises(scene: &Scene<'_>, id: EntityId) -> bool {
    let document = scene.reading.document();
    let client = |at: usize| name(scene, at).is_some_and(|(other, _)| other != id);
    scene.entities.get(id).mentions.iter().take(MENTIONS).any(|mention| {
        let at = mention.tokens.end;
        let sentence = document.sentences().get(document.sentence_of(mention.tokens.start)).map(|found| found.tokens);
        let Some(sentence) = sentence.filter(|sentence| sentence.has(at)) else { return false };
        let words = scene.reading.longest(&scene.reading.lexicon(at).deals.cues, at, sentence.end);
        words.is_some_and(|words| words.values.contains(&DealCue::Adviser) && client(words.tokens.end))
    })
}

/// Whether one of two stands in a quotation and the other does not: « On garde nos avocats au chaud », says somebody of Arden.
fn said_apart(scene: &Scene<'_>, words: TokenRange, name: TokenRange) -> bool {
    let between = words.end.min(name.end)..words.start.max(name.start);
    let marks = between.filter(|at| matches!(scene.reading.document().word(*at), "«" | "»" | "“" | "”" | "„" | "\""));
    marks.count() % 2 == 1
}

/// The name that starts at token `at`.
fn name(scene: &Scene<'_>, at: usize) -> Option<(EntityId, TokenRange)> {
    scene.entities.at(at).filter(|(_, tokens)| tokens.start == at)
}
