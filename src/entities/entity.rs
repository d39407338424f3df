//! A company, organization, person, product or place.

use std::sync::Arc;

use crate::text::{Span, TokenRange};

pub use crate::language::OrganizationKind;

/// Position of an entity in [`super::Entities::all`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntityId(pub usize);

/// One thing the article names.
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// The fullest form, as printed.
    pub name: String,
    /// Other forms: shorter ones, acronyms, a misspelling; without repetition, in order of first mention.
    pub aliases: Vec<String>,
    /// Aliases that are misspellings of the name, with where they stand.
    pub misspellings: Vec<Mention>,
    /// Everywhere it is named, in order; never empty.
    pub mentions: Vec<Mention>,
    /// What the article says it is, in its own words ("a maker of chips").
    pub description: Option<Supported<String>>,
    /// For people: what they are, where.
    pub roles: Vec<PersonRole>,
}

impl Entity {
    /// Adds a role, or what it says beyond the same role found before.
    pub(super) fn add_role(&mut self, role: PersonRole) {
        let same = self.roles.iter_mut().find(|known| {
            known.title == role.title
                && known.status == role.status
                && (known.organization.is_none()
                    || role.organization.is_none()
                    || known.organization == role.organization)
        });
        match same {
            Some(known) => known.organization = known.organization.or(role.organization),
            None => self.roles.push(role),
        }
        // What only a verb says ("led by") comes after what a title says.
        self.roles.sort_by_key(|role| &*role.evidence.rule == "leads");
    }
}

/// Where an entity is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// The words.
    pub span: Span,
    /// The same as tokens.
    pub tokens: TokenRange,
}

/// What an entity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum EntityKind {
    /// Does business.
    Company,
    /// Public body, school, part of a company.
    Organization(OrganizationKind),
    /// A human being.
    Person,
    /// Brand, service, model.
    Product,
    /// Country, city, region.
    Place,
}

/// What a person is, and where.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonRole {
    /// The title in normalised English ("CEO", "founder"), where the lexicon knows it.
    pub title: Option<String>,
    /// The title as printed.
    pub title_text: Option<String>,
    /// The company or organization.
    pub organization: Option<EntityId>,
    /// Whether the role is held, was held or will be.
    pub status: RoleStatus,
    /// The words that say so.
    pub evidence: Evidence,
}

/// Whether a role is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RoleStatus {
    /// Is held.
    Current,
    /// Was held.
    Past,
    /// Will be held.
    Planned,
}

/// The words a fact rests on, and the rule that read them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// Where the words stand.
    pub span: Span,
    /// Name of the rule: the id of a lexicon row, or the mechanism's own name.
    pub rule: Arc<str>,
}

impl Evidence {
    /// Words at `span`, read by `rule`.
    pub fn new(span: Span, rule: &str) -> Self {
        Self { span, rule: rule.into() }
    }
}

/// A value with the words it rests on; there is no value without them.
#[derive(Debug, Clone, PartialEq)]
pub struct Supported<T> {
    /// What is stated.
    pub value: T,
    evidence: Vec<Evidence>,
}

impl<T> Supported<T> {
    /// A value that rests on `evidence`.
    pub fn new(value: T, evidence: Evidence) -> Self {
        Self { value, evidence: vec![evidence] }
    }

    /// Adds another place that states the same.
    pub fn add(&mut self, evidence: Evidence) {
        if !self.evidence.contains(&evidence) {
            self.evidence.push(evidence);
        }
    }

    /// The words it rests on; never empty.
    pub fn evidence(&self) -> &[Evidence] {
        &self.evidence
    }
}
