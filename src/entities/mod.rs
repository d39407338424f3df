//! Which mentions are one thing, and what kind of thing.
//!
//! Takes a reading and its mentions; gives [`Entities`]: each thing once, with its fullest name, its aliases, all its
//! mentions, its kind and, for people, their roles. This room never knows deals, and no list of companies decides.

mod build;
mod describe;
mod entity;
mod forms;
mod group;
mod roles;
mod votes;

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
    /// Descriptions that mean one company, in order.
    described: Vec<(TokenRange, EntityId)>,
}

impl Entities {
    /// Groups the names of `mentions` into entities.
    pub fn resolve(reading: &Reading<'_>, mentions: &Mentions) -> Self {
        let list = build::entities(reading, &mentions.names);
        let mut at = vec![None; reading.document().tokens().len()];
        for (position, entity) in list.iter().enumerate() {
            for mention in &entity.mentions {
                for token in mention.tokens.positions() {
                    if let Some(slot) = at.get_mut(token) {
                        *slot = Some((EntityId(position), mention.tokens));
                    }
                }
            }
        }
        let mut entities = Self { list, at, described: Vec::new() };
        for (person, role) in roles::find(reading, &entities) {
            entities.list[person.0].add_role(role);
        }
        entities.described = describe::descriptions(reading, &entities);
        for entity in entities.list.iter_mut().filter(|entity| entity.kind == EntityKind::Company) {
            entity.description =
                entity.mentions.iter().find_map(|mention| describe::description(reading, mention.tokens));
        }
        entities
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

    /// The company that the description around token `at` means ("the Swiss group", "le laboratoire"), and the tokens
    /// of that description. Descriptions are no mentions.
    pub fn described(&self, at: usize) -> Option<(EntityId, TokenRange)> {
        let position = self.described.partition_point(|(tokens, _)| tokens.end <= at);
        self.described.get(position).filter(|(tokens, _)| tokens.has(at)).map(|(tokens, id)| (*id, *tokens))
    }
}
