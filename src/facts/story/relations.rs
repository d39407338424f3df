//! Relations: a phrase of the lexicon with those around it, and what people's roles say.

use std::collections::HashMap;

use super::Relation;
use super::scene::{Named, Scene, Wanted};
use crate::entities::{Entities, EntityId, EntityKind, Evidence, RoleStatus, Supported};
use crate::language::RelationType;
use crate::language::lexicon::{FactRule, Part};
use crate::text::TokenRange;

/// Titles (in normalised English) that make their holder the head of an organization.
const HEADS: [&str; 11] = [
    "CEO",
    "chairman and CEO",
    "president and CEO",
    "founder and CEO",
    "founder and chairman",
    "chairman",
    "president",
    "managing director",
    "head",
    "general manager",
    "chief executive",
];
/// And its founder.
const FOUNDERS: [&str; 3] = ["founder", "founder and CEO", "founder and chairman"];

/// The relations that `rule`, whose phrase is `trigger`, tells in `scene`.
pub(super) fn read(scene: &Scene<'_>, rule: &FactRule, kind: RelationType, trigger: TokenRange) -> Vec<Relation> {
    let objects = take(scene, rule, trigger, Part::Object, &[]);
    let taken: Vec<EntityId> = objects.iter().map(|name| name.entity).collect();
    let subjects = take(scene, rule, trigger, Part::Subject, &taken);
    let mut relations = Vec::new();
    for subject in &subjects {
        for object in objects.iter().filter(|object| object.entity != subject.entity) {
            let mut tokens = trigger;
            for name in [subject, object].into_iter().filter(|name| scene.sentence.contains(name.tokens)) {
                tokens = TokenRange::new(tokens.start.min(name.tokens.start), tokens.end.max(name.tokens.end));
            }
            let evidence = Evidence::new(scene.reading.document().span(tokens), &rule.id);
            let kind = Supported::new(kind, evidence);
            relations.push(Relation { kind, subject: subject.entity, object: object.entity });
        }
    }
    relations
}

fn take(scene: &Scene<'_>, rule: &FactRule, trigger: TokenRange, part: Part, taken: &[EntityId]) -> Vec<Named> {
    let spots = rule.parts.iter().find(|(known, _)| *known == part).map(|(_, spots)| spots.as_slice());
    for spot in spots.unwrap_or_default() {
        let mut found = scene.at(spot, trigger, Wanted::Organization);
        found.retain(|name| !taken.contains(&name.entity));
        if found.is_empty() {
            // Somebody who stands for an organization.
            found = scene.at(spot, trigger, Wanted::Person);
            found = found.into_iter().filter_map(|name| represented(scene.entities, name)).collect();
            found.retain(|name| !taken.contains(&name.entity));
        }
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

/// The organization that a person leads or works for.
fn represented(entities: &Entities, person: Named) -> Option<Named> {
    let roles = &entities.get(person.entity).roles;
    let organization =
        roles.iter().filter(|role| role.status == RoleStatus::Current).find_map(|role| role.organization)?;
    Some(Named { entity: organization, tokens: person.tokens })
}

/// Adds who founded and who heads what, as the roles of people say.
pub(super) fn from_roles(entities: &Entities, relations: &mut Relations) {
    for (position, person) in entities.all().iter().enumerate().filter(|(_, entity)| entity.kind == EntityKind::Person)
    {
        for role in &person.roles {
            let (Some(title), Some(organization)) = (role.title.as_deref(), role.organization) else { continue };
            let mut tell = |kind: RelationType| {
                let kind = Supported::new(kind, role.evidence.clone());
                relations.add(Relation { kind, subject: EntityId(position), object: organization });
            };
            if FOUNDERS.contains(&title) {
                tell(RelationType::FounderOf);
            }
            if HEADS.contains(&title) && role.status == RoleStatus::Current {
                tell(RelationType::HeadOf);
            }
        }
    }
}

/// Relations without repetition, in the order they were found.
#[derive(Debug, Default)]
pub(super) struct Relations {
    list: Vec<Relation>,
    known: HashMap<(RelationType, EntityId, EntityId), usize>,
}

impl Relations {
    /// Adds `relation`, or its evidence to the same relation found before.
    pub(super) fn add(&mut self, relation: Relation) {
        let key = (relation.kind.value, relation.subject, relation.object);
        match self.known.get(&key).and_then(|&position| self.list.get_mut(position)) {
            Some(known) => relation.kind.evidence().iter().for_each(|evidence| known.kind.add(evidence.clone())),
            None => {
                self.known.insert(key, self.list.len());
                self.list.push(relation);
            }
        }
    }

    pub(super) fn into_list(self) -> Vec<Relation> {
        self.list
    }
}
