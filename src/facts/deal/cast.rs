//! Who takes part in a deal, with what the article says of each.

use std::collections::HashSet;
use std::sync::Arc;

use super::draft::Who;
use super::gather::Story;
use super::{Party, PartyRole, Scene, learned, profile};
use crate::entities::{EntityId, Evidence, Supported};

/// The parties of a story, by their parts.
pub(super) fn of(scene: &Scene<'_>, story: &Story) -> Vec<Supported<Party>> {
    let document = scene.reading.document();
    let mut parties: Vec<Supported<Party>> = Vec::new();
    for (role, who) in &story.parties {
        let name = match who {
            Who::Entity(id, _) => scene.entities.get(*id).name.clone(),
            Who::Words(tokens) => profile::called(scene, *tokens),
        };
        let rule = story
            .drafts
            .iter()
            .find(|draft| draft.parties.iter().any(|(known, other)| known == role && other.tokens() == who.tokens()))
            .map_or_else(|| story.drafts[0].rule.clone(), |draft| draft.rule.clone());
        let guessed = who.entity().is_some_and(|id| story.guessed.contains(&id));
        let rule = if guessed { Arc::from(learned::RULE) } else { rule };
        let (business, location) = match who {
            Who::Entity(id, _) => profile::of(scene, *role, *id),
            Who::Words(tokens) => (None, profile::seat_of(scene, *tokens)),
        };
        let party = Party { role: *role, entity: who.entity(), name, business, location };
        parties.push(Supported::new(party, Evidence::new(document.span(who.tokens()), &rule)));
    }
    let taken = taken(story);
    parties.sort_by_key(|party| (party.value.role, party.value.entity.is_some_and(|id| taken.contains(&id))));
    parties
}

/// The partners of a merger that are told to be bought or held by the others: they come behind those.
fn taken(story: &Story) -> HashSet<EntityId> {
    let partners: HashSet<EntityId> = story.entities(PartyRole::Partner).collect();
    let partner = |who: &Who| who.entity().is_some_and(|id| partners.contains(&id));
    let told = story.drafts.iter().filter(|draft| draft.has(PartyRole::Acquirer));
    let told = told.filter(|draft| partners.len() > 1 && draft.party(PartyRole::Acquirer).all(partner));
    told.flat_map(|draft| draft.party(PartyRole::Target).filter_map(Who::entity)).collect()
}
