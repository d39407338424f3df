//! Which mentions are one thing, and what kind of thing.
//!
//! Takes a reading and its mentions; gives [`Entities`]: each thing once, with its fullest name, its aliases, all its
//! mentions, its kind and, for people, their roles. This room never knows deals, and no list of companies decides.

mod entity;

pub use entity::{
    Entity, EntityId, EntityKind, Evidence, Mention, OrganizationKind, PersonRole, RoleStatus, Supported,
};

use crate::language::Reading;
use crate::mentions::Mentions;
use crate::text::TokenRange;

/// All things the article names, in order of first mention.
#[derive(Debug, Default)]
pub struct Entities {
    list: Vec<Entity>,
    /// For each token the entity whose mention it belongs to, as a position in `list`, and that mention's tokens.
    at: Vec<Option<(EntityId, TokenRange)>>,
}

impl Entities {
    /// Groups the names of `mentions` into entities.
    pub fn resolve(reading: &Reading<'_>, _mentions: &Mentions) -> Self {
        Self { list: Vec::new(), at: vec![None; reading.document().tokens().len()] }
    }

    /// All entities, in order of first mention.
    pub fn all(&self) -> &[Entity] {
        &self.list
    }

    /// The entity of an id.
    pub fn get(&self, id: EntityId) -> &Entity {
        &self.list[id.0]
    }

    /// The entity that token `at` names, and the tokens of that mention.
    pub fn at(&self, at: usize) -> Option<(EntityId, TokenRange)> {
        self.at.get(at).copied().flatten()
    }
}
