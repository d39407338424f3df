//! Players: what is bought under the last name of a person whom the article names in full, without a post,
//! is that person, and no company.

use super::{Deal, DealType, PartyRole, Scene};
use crate::entities::{Entity, EntityId, EntityKind};

/// Mentions of a company of which more is told than the last name of somebody, at least.
const OFTEN: usize = 3;

/// Takes away the deals that buy a person.
pub(super) fn leave_out(scene: &Scene<'_>, deals: &mut Vec<Deal>) {
    let is_target = |deal: &Deal| {
        // Of a company more is told than that it is bought.
        let seller = deal.parties.iter().any(|party| party.value.role == PartyRole::Seller);
        if deal.kind.value != DealType::Acquisition || deal.kind.evidence().len() > 1 || seller {
            return false;
        }
        let targets = deal.parties.iter().filter(|party| party.value.role == PartyRole::Target);
        targets.filter_map(|party| party.value.entity).any(|id| is_person(scene, id))
    };
    deals.retain(|deal| !is_target(deal));
}

/// Whether a company is but the last name of a person without a post.
fn is_person(scene: &Scene<'_>, id: EntityId) -> bool {
    let company = scene.entities.get(id);
    let word = company.name.trim();
    if company.kind != EntityKind::Company || company.mentions.len() >= OFTEN || word.contains(char::is_whitespace) {
        return false;
    }
    let named = |person: &Entity| person.name.rsplit_once(char::is_whitespace).is_some_and(|(_, last)| last == word);
    scene.entities.all().iter().any(|one| one.kind == EntityKind::Person && named(one) && one.roles.is_empty())
}
