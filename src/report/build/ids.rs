//! The ids of entities, counted by kind in order of first mention.

use crate::entities::{Entities, EntityId, EntityKind};

/// Id and name of every entity, by its position.
pub(super) struct Ids {
    list: Vec<(String, String)>,
}

impl Ids {
    pub(super) fn assign(entities: &Entities) -> Self {
        let mut counts = [0_usize; 5];
        let list = entities.all().iter().map(|entity| {
            let prefix = prefix(entity.kind);
            let slot = PREFIXES.iter().position(|&known| known == prefix).unwrap_or(0);
            counts[slot] += 1;
            (entity.name.clone(), format!("{prefix}{}", counts[slot]))
        });
        Self { list: list.collect() }
    }

    /// Name and id of an entity.
    pub(super) fn named(&self, id: EntityId) -> Option<(&str, &str)> {
        self.list.get(id.0).map(|(name, id)| (name.as_str(), id.as_str()))
    }

    /// Its id.
    pub(super) fn of(&self, id: EntityId) -> Option<&str> {
        self.named(id).map(|(_, id)| id)
    }
}

const PREFIXES: [&str; 5] = ["c", "o", "p", "pr", "l"];

/// What the ids of a kind start with.
pub(super) fn prefix(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Company => "c",
        EntityKind::Organization(_) => "o",
        EntityKind::Person => "p",
        EntityKind::Product => "pr",
        EntityKind::Place => "l",
    }
}
