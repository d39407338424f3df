//! Which mentions are one thing, and what kind of thing.
//!
//! Takes a reading and its mentions; gives [`Entities`]: each thing once, with its fullest name, its aliases, all its
//! mentions, its kind and, for people, their roles. This room never knows deals, and no list of companies decides.

mod build;
mod cover;
mod describe;
mod entity;
mod forms;
mod group;
mod lists;
mod roles;
mod same;
mod short;
mod shorter;
mod votes;

pub use entity::{
    Entity, EntityId, EntityKind, Evidence, Mention, OrganizationKind, PersonRole, RoleStatus, Supported,
};

use cover::Cover;

use crate::language::Reading;
use crate::mentions::Mentions;
use crate::text::TokenRange;

/// All things the article names, in order of first mention.
#[derive(Debug, Default)]
pub struct Entities {
    list: Vec<Entity>,
    /// The mentions.
    named: Cover,
    /// Descriptions that mean one company.
    described: Cover,
}

impl Entities {
    /// Groups the names of `mentions` into entities.
    pub fn resolve(reading: &Reading<'_>, mentions: &Mentions) -> Self {
        let list = build::entities(reading, &mentions.names);
        let tokens = reading.document().tokens().len();
        let mentions = list.iter().enumerate().flat_map(|(position, entity)| {
            entity.mentions.iter().map(move |mention| (mention.tokens, EntityId(position)))
        });
        let named = Cover::new(tokens, mentions);
        let mut entities = Self { list, named, described: Cover::default() };
        for (person, role) in roles::find(reading, &entities) {
            entities.list[person.0].add_role(role);
        }
        entities.described = Cover::new(tokens, describe::descriptions(reading, &entities));
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
        self.named.at(at)
    }

    /// The company that the description around token `at` means ("the Swiss group", "le laboratoire"), and the tokens
    /// of that description. Descriptions are no mentions.
    pub fn described(&self, at: usize) -> Option<(EntityId, TokenRange)> {
        self.described.at(at)
    }
}
