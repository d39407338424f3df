//! One thing bought under two names: "Boreal buys Arden", "Boreal closed its purchase of Arden Mills".

use std::collections::{HashMap, HashSet};

use super::draft::{Draft, Who};
use super::{PartyRole, Scene};
use crate::entities::{EntityId, EntityKind};

/// Targets of one buyer that a new one is held against.
const MOST: usize = 8;
/// Forms of one name that are looked at.
const FORMS: usize = 8;
/// Letters of a single word that can stand for a longer name, and words whose first letters can.
const SHORT: usize = 3;
const LETTERS: usize = 2;

/// Gives what one buyer is told to buy by a longer and a shorter name one name, the first.
pub(super) fn join(scene: &Scene<'_>, drafts: &mut [Draft]) {
    // Who sells or buys something here and goes by part of its name is its owner: "buys Arden Mills from Arden".
    let acts = |(role, _): &&(PartyRole, Who)| *role != PartyRole::Target;
    let acting: HashSet<EntityId> =
        drafts.iter().flat_map(|draft| draft.parties.iter().filter(acts)).filter_map(|(_, who)| who.entity()).collect();
    let mut bought: HashMap<EntityId, Vec<EntityId>> = HashMap::new();
    let mut same: HashMap<EntityId, EntityId> = HashMap::new();
    for draft in drafts.iter().filter(|draft| !draft.background) {
        let mut targets = draft.party(PartyRole::Target).filter_map(Who::entity);
        let (Some(target), None) = (targets.next(), targets.next()) else { continue };
        if acting.contains(&target) || !is_thing(scene, target) {
            continue;
        }
        for buyer in draft.party(PartyRole::Acquirer).filter_map(Who::entity) {
            let known = bought.entry(buyer).or_default();
            if known.contains(&target) {
                continue;
            }
            match known.iter().find(|other| are_alike(scene, **other, target)) {
                Some(first) => {
                    same.entry(target).or_insert(*first);
                }
                None if known.len() < MOST => known.push(target),
                None => {}
            }
        }
    }
    let parties = drafts.iter_mut().flat_map(|draft| &mut draft.parties);
    for (_, who) in parties.filter(|(role, _)| *role == PartyRole::Target) {
        if let Who::Entity(id, _) = who
            && let Some(first) = same.get(id)
        {
            *id = *first;
        }
    }
}

fn is_thing(scene: &Scene<'_>, id: EntityId) -> bool {
    matches!(scene.entities.get(id).kind, EntityKind::Company | EntityKind::Organization(_))
}

fn are_alike(scene: &Scene<'_>, a: EntityId, b: EntityId) -> bool {
    let forms = |id: EntityId| {
        let entity = scene.entities.get(id);
        std::iter::once(entity.name.as_str()).chain(entity.aliases.iter().map(String::as_str)).take(FORMS)
    };
    forms(a).any(|one| forms(b).any(|other| stands_for(one, other) || stands_for(other, one)))
}

/// Whether `short` opens or ends the name `long`, or has its first words by their letters.
fn stands_for(short: &str, long: &str) -> bool {
    let words: Vec<&str> = long.split_whitespace().collect();
    let of: Vec<&str> = short.split_whitespace().collect();
    if of.len() < words.len() && short.chars().count() >= SHORT && (words.starts_with(&of) || words.ends_with(&of)) {
        return true;
    }
    let Some((first, rest)) = of.split_first() else { return false };
    let letters: Vec<char> = first.chars().filter(|letter| *letter != '.').collect();
    let written = words.iter().take(letters.len()).filter_map(|word| word.chars().next());
    let capitals = letters.iter().all(|letter| letter.is_uppercase());
    capitals
        && letters.len() >= LETTERS
        && !rest.is_empty()
        && letters.iter().copied().eq(written)
        && words.get(letters.len()..).is_some_and(|words| words.starts_with(rest))
}

/// Whether one of two companies has its name from the other: "Boreal", "Boreal Estates".
pub(super) fn one_house(scene: &Scene<'_>, a: EntityId, b: EntityId) -> bool {
    let forms = |id: EntityId| {
        let entity = scene.entities.get(id);
        std::iter::once(entity.name.as_str()).chain(entity.aliases.iter().map(String::as_str))
    };
    let opens = |short: &str, long: &str| long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '));
    forms(a).any(|one| forms(b).any(|other| opens(one, other) || opens(other, one)))
}

#[cfg(test)]
mod tests {
    use super::stands_for;

    #[test]
    fn a_part_of_a_name_or_its_letters_stand_for_it() {
        for (short, long, alike) in [
            ("Arden", "DB Arden", true),
            ("Arden", "Arden Mills", true),
            ("Arden Mills", "Arden Foods", false),
            ("A.B. Mills", "Arden Boreal Mills Corp", true),
            ("A.C. Mills", "Arden Boreal Mills Corp", false),
            ("Arden", "Ardenia Mills", false),
            ("AG", "Arden AG", false),
        ] {
            assert_eq!(stands_for(short, long), alike, "{short}, {long}");
        }
    }
}
