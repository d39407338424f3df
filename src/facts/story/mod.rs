//! The story around the deals: events, relations, quotations, claims, inconsistencies.

mod claims;
mod events;
mod inconsistencies;
mod relations;
mod scene;
mod speakers;

#[cfg(test)]
mod tests;

use crate::entities::{Entities, EntityId, Evidence, Supported};
use crate::facts::{Deal, Facts};
use crate::language::lexicon::{Small, Tells};
use crate::language::{Phrases, Reading};
use crate::mentions::{Mentions, PercentageUnit, Quantity, Quotation};
use crate::text::{Block, BlockKind, TokenRange};

pub use crate::language::{EventStatus, EventType, RelationType};

use events::Events;
use relations::Relations;
use scene::Scene;

/// Tokens before a phrase among which a negator denies it.
const NEGATION_REACH: usize = 3;
/// Tokens on either side of a phrase among which the words stand that it needs.
const COMPANY_REACH: usize = 15;

/// Somebody or something in a fact: by name, and by id where it is an entity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// Who or what, where it is an entity.
    pub entity: Option<EntityId>,
    /// The name, or the words for what is no entity.
    pub name: String,
}

/// Something that happened or will.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// What.
    pub kind: Supported<EventType>,
    /// How far it has come.
    pub status: EventStatus,
    /// Who.
    pub person: Option<Participant>,
    /// At, by or of which organization.
    pub organization: Option<Participant>,
    /// The organization left, or the other side.
    pub from_organization: Option<Participant>,
    /// As what.
    pub position: Option<String>,
    /// Which product.
    pub product: Option<Participant>,
    /// When, as EDTF.
    pub date: Option<String>,
}

/// How two entities stand to each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Relation {
    /// How.
    pub kind: Supported<RelationType>,
    /// Who.
    pub subject: EntityId,
    /// To whom.
    pub object: EntityId,
}

/// A quotation with its speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attributed {
    /// The words.
    pub quotation: Quotation,
    /// Who said them, where the article tells.
    pub speaker: Option<Participant>,
    /// When, as EDTF.
    pub date: Option<String>,
}

/// A figure that somebody asserts.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// What the figure counts.
    pub kind: Supported<String>,
    /// Of whom.
    pub subject: Option<Participant>,
    /// How much.
    pub quantity: Quantity,
    /// In which unit.
    pub unit: PercentageUnit,
    /// Who says so; `None` where the article itself does.
    pub attributed_to: Option<Participant>,
}

/// A place where the article disagrees with itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inconsistency {
    /// How.
    pub kind: InconsistencyKind,
    /// About what: an id and a field of the report (`d1.stake.control`, `c2.name`).
    pub about: String,
    /// One English sentence.
    pub message: String,
    /// The places that disagree; two or more, but for a missing currency.
    pub evidence: Vec<Evidence>,
}

/// How an article can disagree with itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // the names are the documentation; printed in snake case
pub enum InconsistencyKind {
    Contradiction,
    Misspelling,
    PrecisionConflict,
    StatusConflict,
    AmountConflict,
    MissingCurrency,
}

/// Finds the story around `deals`.
pub(super) fn find(reading: &Reading<'_>, mentions: &Mentions, entities: &Entities, deals: Vec<Deal>) -> Facts {
    let quotes = speakers::attribute(reading, mentions, entities);
    let inconsistencies = inconsistencies::find(reading, mentions, entities, &deals);
    let mut story = Telling::default();
    let mut topic = None;
    for block in reading.document().blocks().iter().filter(|block| block.kind.tells()) {
        for sentence in reading.document().sentences().get(block.sentences.clone()).unwrap_or_default() {
            let lexicon = reading.lexicon(sentence.tokens.start);
            let scene = Scene { reading, entities, lexicon, sentence: sentence.tokens, topic };
            if tells(&scene, block) {
                story.tell(&scene, mentions);
                story.claims.extend(claims::read(&scene, mentions, &quotes));
            }
            topic = scene.about().or(topic);
        }
    }
    relations::from_roles(entities, &mut story.relations);
    let Telling { events, relations, claims } = story;
    let (events, relations) = (events.into_list(), relations.into_list());
    Facts { deals, events, relations, quotes, claims, inconsistencies, ..Facts::default() }
}

/// Whether a sentence states anything: questions do not.
fn tells(scene: &Scene<'_>, block: &Block) -> bool {
    let last = scene.sentence.end.saturating_sub(1);
    block.kind != BlockKind::Question && scene.reading.document().word(last) != "?" && !block.dateline.has(last)
}

/// What has been told so far.
#[derive(Debug, Default)]
struct Telling {
    events: Events,
    relations: Relations,
    claims: Vec<Claim>,
}

impl Telling {
    /// Reads the events and relations of one sentence.
    fn tell(&mut self, scene: &Scene<'_>, mentions: &Mentions) {
        let mut at = scene.sentence.start;
        while at < scene.sentence.end {
            let Some(found) = scene.reading.longest(&scene.lexicon.story.triggers, at, scene.sentence.end) else {
                at += 1;
                continue;
            };
            for rule in found.values.iter().filter_map(|&rule| scene.lexicon.story.rules.get(rule)) {
                let denied = scene.preceded(at, NEGATION_REACH, Small::Negator);
                if denied || !accompanied(scene, rule.with.as_ref(), found.tokens) {
                    continue;
                }
                match rule.tells {
                    Tells::Event(kind) => events::read(scene, mentions, rule, kind, found.tokens)
                        .into_iter()
                        .for_each(|event| self.events.add(event)),
                    Tells::Relation(kind) => relations::read(scene, rule, kind, found.tokens)
                        .into_iter()
                        .for_each(|relation| self.relations.add(relation)),
                }
            }
            at = found.tokens.end;
        }
    }
}

/// Whether one of `words` stands near `trigger` in the sentence.
fn accompanied(scene: &Scene<'_>, words: Option<&Phrases<()>>, trigger: TokenRange) -> bool {
    let from = trigger.start.saturating_sub(COMPANY_REACH).max(scene.sentence.start);
    let end = scene.sentence.end.min(trigger.end + COMPANY_REACH);
    words.is_none_or(|words| (from..end).any(|at| scene.reading.longest(words, at, end).is_some()))
}
