//! A merger in which one buys the other: "Arden and Boreal call off their merger", "Arden's purchase of Boreal".

use std::collections::HashMap;

use super::PartyRole;
use super::draft::{Draft, Who};
use crate::entities::EntityId;
use crate::language::lexicon::schema::FrameKind;

/// Gives the partners of a merger the parts that another draft gives them, where it knows who buys whom.
pub(super) fn part(drafts: &mut [Draft]) {
    let mut bought: HashMap<[EntityId; 2], (EntityId, FrameKind)> = HashMap::new();
    for draft in drafts.iter().filter(|draft| matches!(draft.kind, FrameKind::Acquisition | FrameKind::TakeoverBid)) {
        if let (Some(buyer), Some(target)) = (one(draft, PartyRole::Acquirer), one(draft, PartyRole::Target)) {
            bought.entry(pair(buyer, target)).or_insert((buyer, draft.kind));
        }
    }
    for draft in drafts.iter_mut().filter(|draft| draft.kind == FrameKind::Merger && !draft.has(PartyRole::Target)) {
        let partners: Vec<EntityId> = draft.party(PartyRole::Partner).filter_map(Who::entity).collect();
        let [a, b] = partners[..] else { continue };
        let Some((buyer, kind)) = bought.get(&pair(a, b)) else { continue };
        draft.kind = *kind;
        for (role, who) in draft.parties.iter_mut().filter(|(role, _)| *role == PartyRole::Partner) {
            *role = if who.entity() == Some(*buyer) { PartyRole::Acquirer } else { PartyRole::Target };
        }
    }
}

/// The only one who plays `role`, by name.
fn one(draft: &Draft, role: PartyRole) -> Option<EntityId> {
    let mut all = draft.party(role);
    all.next().filter(|_| all.next().is_none())?.entity()
}

fn pair(a: EntityId, b: EntityId) -> [EntityId; 2] {
    if a < b { [a, b] } else { [b, a] }
}
