//! Events, relations, quotations, claims and inconsistencies as printed.
//!
//! Whoever or whatever takes part is given twice: by name, and by id where it is an entity of the report.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Evidence, PercentageUnit, Qualifier, Span, printed};
use crate::facts;
use crate::mentions;
use crate::report::Number;

/// Something that happened or will.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[allow(missing_docs)] // the pairs of name and id say it
pub struct Event {
    /// `e1`, `e2`… in order.
    pub id: String,
    /// What.
    #[serde(rename = "type")]
    pub kind: EventType,
    /// How far it has come.
    pub status: EventStatus,
    /// Who.
    pub person: Option<String>,
    pub person_id: Option<String>,
    /// At, by or of which organization.
    pub organization: Option<String>,
    pub organization_id: Option<String>,
    /// The organization left, or the other side.
    pub from_organization: Option<String>,
    pub from_organization_id: Option<String>,
    /// As what.
    pub position: Option<String>,
    /// Which product.
    pub product: Option<String>,
    pub product_id: Option<String>,
    /// When, as EDTF.
    pub date: Option<String>,
    /// The words that say so.
    pub evidence: Vec<Evidence>,
}

/// How two entities stand to each other, read from subject to object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[allow(missing_docs)] // the pairs of name and id say it
pub struct Relation {
    /// How.
    #[serde(rename = "type")]
    pub kind: RelationType,
    /// Who.
    pub subject: String,
    pub subject_id: Option<String>,
    /// To whom.
    pub object: String,
    pub object_id: Option<String>,
    /// The words that say so.
    pub evidence: Vec<Evidence>,
}

/// Somebody's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[allow(missing_docs)] // the pairs of name and id say it
pub struct Quote {
    /// The words, without quotation marks.
    #[serde(flatten)]
    pub span: Span,
    /// Word for word, or reported.
    #[serde(rename = "type")]
    pub kind: QuoteType,
    /// Who said them.
    pub speaker: Option<String>,
    pub speaker_id: Option<String>,
    /// When, as EDTF.
    pub date: Option<String>,
}

/// A figure that somebody asserts.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[allow(missing_docs)] // the pairs of name and id say it
pub struct Claim {
    /// What the figure counts.
    #[serde(rename = "type")]
    pub kind: String,
    /// Of whom.
    pub subject: Option<String>,
    pub subject_id: Option<String>,
    /// How much; `null` for a range.
    pub value: Option<Number>,
    /// Lower bound.
    pub min: Option<Number>,
    /// Upper bound.
    pub max: Option<Number>,
    /// In which unit.
    pub unit: PercentageUnit,
    /// How exactly it is meant.
    pub qualifier: Qualifier,
    /// Who says so; `null` where the article itself does.
    pub attributed_to: Option<String>,
    pub attributed_to_id: Option<String>,
    /// The words that say so.
    pub evidence: Vec<Evidence>,
}

/// A place where the article disagrees with itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Inconsistency {
    /// How.
    pub kind: InconsistencyKind,
    /// About what: an id and a field of the report (`d1.stake.control`).
    pub about: String,
    /// One English sentence.
    pub message: String,
    /// The places that disagree.
    pub evidence: Vec<Evidence>,
}

printed! {
    /// What happened.
    EventType of facts::EventType {
        Appointment, Departure, Reorganization, Litigation, ProductRelease, Founding, Partnership, Contract, Layoffs,
        RegulatoryReview, Buyback,
    }
}
printed! {
    /// How far an event has come.
    EventStatus of facts::EventStatus { Planned, Ongoing, Completed }
}
printed! {
    /// How two entities stand to each other.
    RelationType of facts::RelationType {
        CompetitorOf, CustomerOf, FounderOf, HeadOf, UnitOf, SubsidiaryOf, OwnerOf,
    }
}
printed! {
    /// Word for word, or reported.
    QuoteType of mentions::QuotationKind { Direct, Indirect }
}
printed! {
    /// How an article can disagree with itself.
    InconsistencyKind of facts::InconsistencyKind {
        Contradiction, Misspelling, PrecisionConflict, StatusConflict, AmountConflict, MissingCurrency,
    }
}
