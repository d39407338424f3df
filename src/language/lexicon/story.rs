//! Events, relations, words of speech, ready for matching.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Phrases;
use super::schema::{EventStatus, EventType, RelationType};

/// The compiled form of `story.toml`.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Story {
    /// The phrases of all rules; values are positions in [`Self::rules`].
    pub triggers: Phrases<usize>,
    /// What they tell.
    pub rules: Vec<FactRule>,
    /// Small words that decide how a name is taken.
    pub small: Phrases<Small>,
    /// Words that open a position; `true` for those that belong to it.
    pub positions: Phrases<bool>,
    /// Words of speech.
    pub speech: Phrases<Speech>,
    /// Words about a figure; values are its type.
    pub claims: Phrases<Arc<str>>,
    /// Words for a share that gives control (`true`) or does not.
    pub control: Phrases<bool>,
}

/// What a phrase tells, and where those who take part in it stand.
#[derive(Debug, Serialize, Deserialize)]
pub struct FactRule {
    /// Its name.
    pub id: Arc<str>,
    /// An event, or else a relation.
    pub tells: Tells,
    /// How far the event has come.
    pub status: EventStatus,
    /// Words one of which must stand in the sentence; none where the table is empty.
    pub with: Option<Phrases<()>>,
    /// Spots of each part.
    pub parts: Vec<(Part, Vec<Spot>)>,
    /// Whether the event must have a date.
    pub dated: bool,
}

/// What a rule tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tells {
    /// Something that happened.
    Event(EventType),
    /// How two stand to each other.
    Relation(RelationType),
}

/// A part in an event or relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)] // the names are the documentation
pub enum Part {
    Person,
    Organization,
    FromOrganization,
    Product,
    Subject,
    Object,
}

/// Where somebody stands, seen from the phrase.
#[derive(Debug, Serialize, Deserialize)]
pub enum Spot {
    /// Before it, not after a preposition.
    Subject,
    /// The first after it.
    Object,
    /// The last before it.
    Before,
    /// All after it.
    List,
    /// After the first name behind it, parted by a comma.
    Apposition,
    /// What the sentence before is about.
    Topic,
    /// After one of these words, which follow it.
    After(Phrases<()>),
}

/// Small words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)] // the names are the documentation
pub enum Small {
    Conjunction,
    Determiner,
    Preposition,
    Negator,
    Planned,
}

/// Words of speech.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Speech {
    /// A form of a verb of saying.
    Verb,
    /// Stands before a source.
    According,
    /// Opens reported speech after a verb.
    That,
    /// Stands for a speaker named before.
    Pronoun,
}
