//! The story around the deals: events, relations, quotations, claims, inconsistencies.

use crate::entities::{Entities, EntityId, Evidence, Supported};
use crate::facts::{Deal, Facts};
use crate::language::Reading;
use crate::mentions::{Mentions, PercentageUnit, Quantity, Quotation};

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

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EventStatus {
    /// Will happen.
    Planned,
    /// Goes on.
    Ongoing,
    /// Has happened.
    Completed,
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

/// How two entities stand to each other, read from subject to object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // the names are the documentation; printed in snake case
pub enum RelationType {
    CompetitorOf,
    CustomerOf,
    FounderOf,
    HeadOf,
    UnitOf,
    SubsidiaryOf,
    OwnerOf,
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
pub(super) fn find(_reading: &Reading<'_>, mentions: &Mentions, _entities: &Entities, deals: Vec<Deal>) -> Facts {
    let quotes = mentions
        .quotes
        .iter()
        .map(|quotation| Attributed { quotation: quotation.clone(), speaker: None, date: None })
        .collect();
    Facts { deals, quotes, ..Facts::default() }
}
