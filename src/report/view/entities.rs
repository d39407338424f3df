//! Companies, organizations, people, products and places as printed.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Evidence, Span, printed};
use crate::entities;

/// One thing the article names.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Entity {
    /// `c1` company, `o1` organization, `pr1` product, `l1` place; in order of first mention.
    pub id: String,
    /// The fullest form, as printed.
    pub name: String,
    /// Shorter forms, acronyms, misspellings.
    pub aliases: Vec<String>,
    /// What it is.
    #[serde(rename = "type")]
    pub kind: EntityType,
    /// How often it is named.
    pub mention_count: usize,
    /// Its parts in the story: `acquirer`, `target`, `competitor_of:c2`.
    pub roles: Vec<String>,
    /// What the article says it is, in its own words.
    pub description: Option<String>,
    /// Everywhere it is named, with `--mentions`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mentions: Option<Vec<Span>>,
}

/// A human being.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Person {
    /// `p1`, `p2`… in order of first mention.
    pub id: String,
    /// The fullest form, as printed.
    pub name: String,
    /// Shorter forms and misspellings.
    pub aliases: Vec<String>,
    /// Always `person`.
    #[serde(rename = "type")]
    pub kind: EntityType,
    /// How often they are named.
    pub mention_count: usize,
    /// What they are, where.
    pub roles: Vec<Role>,
    /// What the article says they are, in its own words.
    pub description: Option<String>,
    /// Everywhere they are named, with `--mentions`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mentions: Option<Vec<Span>>,
}

/// What a person is, and where.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Role {
    /// The title in normalised English.
    pub title: Option<String>,
    /// The title as printed.
    pub title_text: Option<String>,
    /// Name of the company or organization.
    pub organization: Option<String>,
    /// Its id.
    pub organization_id: Option<String>,
    /// Whether the role is held, was held or will be.
    pub status: RoleStatus,
    /// The words that say so.
    pub evidence: Vec<Evidence>,
}

/// What an entity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum EntityType {
    Company,
    Person,
    Product,
    Place,
    Regulator,
    Government,
    University,
    Court,
    CentralBank,
    Union,
    Exchange,
    Media,
    BusinessUnit,
    Club,
    Other,
}

impl From<entities::EntityKind> for EntityType {
    fn from(kind: entities::EntityKind) -> Self {
        use entities::{EntityKind, OrganizationKind};
        match kind {
            EntityKind::Company => Self::Company,
            EntityKind::Person => Self::Person,
            EntityKind::Product => Self::Product,
            EntityKind::Place => Self::Place,
            EntityKind::Organization(kind) => match kind {
                OrganizationKind::Regulator => Self::Regulator,
                OrganizationKind::Government => Self::Government,
                OrganizationKind::University => Self::University,
                OrganizationKind::Court => Self::Court,
                OrganizationKind::CentralBank => Self::CentralBank,
                OrganizationKind::Union => Self::Union,
                OrganizationKind::Exchange => Self::Exchange,
                OrganizationKind::Media => Self::Media,
                OrganizationKind::BusinessUnit => Self::BusinessUnit,
                OrganizationKind::Club => Self::Club,
                OrganizationKind::Other => Self::Other,
            },
        }
    }
}

printed! {
    /// Whether a role is held.
    RoleStatus of entities::RoleStatus { Current, Past, Planned }
}
