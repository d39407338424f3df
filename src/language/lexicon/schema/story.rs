//! `story.toml`: events, relations, words of speech.

use serde::{Deserialize, Serialize};

/// The rows of `story.toml`. Phrases may hold one group of alternatives in braces (`recrut{e,er,é}`).
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Story {
    /// Words between equals ("and").
    pub conjunctions: Vec<String>,
    /// Articles, possessives and other small words that can stand before a name.
    pub determiners: Vec<String>,
    /// Words after which a name is not the subject ("of", "in").
    pub prepositions: Vec<String>,
    /// Words that deny what follows.
    pub negators: Vec<String>,
    /// Words that put what follows in the future.
    pub planned: Vec<String>,
    /// Words before a position ("as").
    pub positions: Vec<String>,
    /// Words a position begins with ("head of").
    pub offices: Vec<String>,
    /// Words of speech.
    pub speech: Speech,
    /// Words about a figure that somebody asserts.
    pub claim: Vec<ClaimRow>,
    /// Words for a share that gives control, and for one that does not.
    pub control: ControlWords,
    /// Events and relations.
    pub fact: Vec<FactRow>,
}

/// Words of speech.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Speech {
    /// Forms of verbs of saying.
    pub verbs: Vec<String>,
    /// Words before a source ("according to").
    pub according: Vec<String>,
    /// Words that open reported speech after a verb ("that").
    pub that: Vec<String>,
    /// Pronouns for a speaker named before.
    pub pronouns: Vec<String>,
}

/// Words for who has control.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ControlWords {
    /// More than half.
    pub majority: Vec<String>,
    /// Less than half.
    pub minority: Vec<String>,
}

/// Words about a figure that somebody asserts.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClaimRow {
    /// What the figure counts, in snake case.
    #[serde(rename = "type")]
    pub kind: String,
    /// The words.
    pub phrase: Vec<String>,
}

/// What a phrase tells, and where those who take part in it stand.
///
/// A place is `subject` (before the phrase, not after a preposition), `object` (the first after it), `before` (the last
/// before it), `list` (all after it), `apposition` (after the first name behind
/// it, parted by a comma), `topic` (what the sentence before is about), or a preposition that follows the
/// phrase.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FactRow {
    /// The rule's name, printed by `--explain`.
    pub id: String,
    /// What happens.
    #[serde(default)]
    pub event: Option<EventType>,
    /// Or how two stand to each other.
    #[serde(default)]
    pub relation: Option<RelationType>,
    /// The words.
    pub phrase: Vec<String>,
    /// Words one of which stands in the same sentence.
    #[serde(default)]
    pub with: Vec<String>,
    /// How far the event has come; completed where the row does not say.
    #[serde(default)]
    pub status: Option<EventStatus>,
    /// Places of the person.
    #[serde(default)]
    pub person: Vec<String>,
    /// Places of the organization.
    #[serde(default)]
    pub organization: Vec<String>,
    /// Places of the organization left, or of the other side.
    #[serde(default)]
    pub from_organization: Vec<String>,
    /// Places of the product.
    #[serde(default)]
    pub product: Vec<String>,
    /// Places of the subject of a relation.
    #[serde(default)]
    pub subject: Vec<String>,
    /// Places of its object.
    #[serde(default)]
    pub object: Vec<String>,
    /// Whether the event must have a date.
    #[serde(default)]
    pub dated: bool,
    /// Texts with those who must be found in them.
    #[serde(default)]
    pub examples: Vec<FactExample>,
    /// Texts in which the row must find nothing.
    #[serde(default)]
    pub nothing: Vec<String>,
}

/// A text with those who take part in the fact it states, by their full names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FactExample {
    /// One sentence or two.
    pub text: String,
    /// Who.
    pub person: Option<String>,
    /// At, by or of which organization.
    pub organization: Option<String>,
    /// The other side.
    pub from_organization: Option<String>,
    /// Which product.
    pub product: Option<String>,
    /// Who stands in the relation.
    pub subject: Option<String>,
    /// To whom.
    pub object: Option<String>,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // the names are the documentation; printed in snake case
pub enum EventType {
    Appointment,
    Departure,
    Reorganization,
    Litigation,
    ProductRelease,
    Founding,
    Partnership,
    Contract,
    Layoffs,
    RegulatoryReview,
    Buyback,
}

/// How far an event has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventStatus {
    /// Will happen.
    Planned,
    /// Goes on.
    Ongoing,
    /// Has happened.
    Completed,
}

/// How two entities stand to each other, read from subject to object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // the names are the documentation; printed in snake case
#[allow(clippy::enum_variant_names)] // each is a relation of one thing to another
pub enum RelationType {
    CompetitorOf,
    CustomerOf,
    FounderOf,
    HeadOf,
    UnitOf,
    SubsidiaryOf,
    OwnerOf,
}
