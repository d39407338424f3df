//! Views of entities.

use super::Maker;
use super::ids::prefix;
use crate::entities::{self, EntityId};
use crate::facts::{PartyRole, RelationType};
use crate::report::view::{Entity, Person, Role, Span};

impl Maker<'_> {
    /// All entities whose ids start with `wanted`, people aside.
    pub(super) fn entities(&self, wanted: &str) -> Vec<Entity> {
        let all = self.analysis.entities.all().iter().enumerate();
        all.filter(|(_, entity)| prefix(entity.kind) == wanted)
            .map(|(position, entity)| Entity {
                id: self.ids.of(EntityId(position)).unwrap_or_default().to_owned(),
                name: entity.name.clone(),
                aliases: entity.aliases.clone(),
                kind: entity.kind.into(),
                mention_count: entity.mentions.len(),
                roles: self.parts(EntityId(position)),
                description: description(entity),
                mentions: self.mentions(entity),
            })
            .collect()
    }

    pub(super) fn people(&self) -> Vec<Person> {
        let all = self.analysis.entities.all().iter().enumerate();
        all.filter(|(_, entity)| prefix(entity.kind) == "p")
            .map(|(position, entity)| Person {
                id: self.ids.of(EntityId(position)).unwrap_or_default().to_owned(),
                name: entity.name.clone(),
                aliases: entity.aliases.clone(),
                kind: entity.kind.into(),
                mention_count: entity.mentions.len(),
                roles: entity.roles.iter().map(|role| self.role(role)).collect(),
                description: description(entity),
                mentions: self.mentions(entity),
            })
            .collect()
    }

    fn role(&self, role: &entities::PersonRole) -> Role {
        let organization = role.organization.and_then(|id| self.ids.named(id));
        Role {
            title: role.title.clone(),
            title_text: role.title_text.clone(),
            organization: organization.map(|(name, _)| name.to_owned()),
            organization_id: organization.map(|(_, id)| id.to_owned()),
            status: role.status.into(),
            evidence: self.evidence(std::slice::from_ref(&role.evidence)),
        }
    }

    fn mentions(&self, entity: &entities::Entity) -> Option<Vec<Span>> {
        self.detail.mentions.then(|| entity.mentions.iter().map(|mention| self.span(mention.span)).collect())
    }

    /// The parts an entity plays: in deals first, then towards other entities.
    fn parts(&self, id: EntityId) -> Vec<String> {
        let facts = self.analysis.facts;
        let deals = self.deals_of.get(&id).into_iter().flatten().filter_map(|&deal| facts.deals.get(deal));
        let parties = deals.flat_map(|deal| &deal.parties).map(|party| &party.value);
        let mut parts: Vec<String> = parties
            .filter(|party| party.entity == Some(id))
            .map(|party| {
                let part = match party.role {
                    PartyRole::Acquirer => "acquirer",
                    PartyRole::Investor => "investor",
                    PartyRole::Target => "target",
                    PartyRole::Seller => "seller",
                    PartyRole::Partner => "partner",
                    PartyRole::Adviser => "adviser",
                };
                part.to_owned()
            })
            .collect();
        let relations = self.relations_of.get(&id).into_iter().flatten();
        parts.extend(relations.filter_map(|&relation| facts.relations.get(relation)).filter_map(|relation| {
            let how = match relation.kind.value {
                RelationType::CompetitorOf => "competitor_of",
                RelationType::CustomerOf => "customer_of",
                RelationType::FounderOf => "founder_of",
                RelationType::HeadOf => "head_of",
                RelationType::UnitOf => "unit_of",
                RelationType::SubsidiaryOf => "subsidiary_of",
                RelationType::OwnerOf => "owner_of",
            };
            Some(format!("{how}:{}", self.ids.of(relation.object)?))
        }));
        let mut seen = std::collections::HashSet::new();
        parts.retain(|part| seen.insert(part.clone()));
        parts
    }
}

fn description(entity: &entities::Entity) -> Option<String> {
    entity.description.as_ref().map(|description| description.value.clone())
}
