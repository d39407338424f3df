//! Deals that are none of their own: the same once more under other names, a step of it, or what only looks like one.
//!
//! Where an article tells several deals, experience ([`crate::facts::scorer::standing`]) judges each by what it says and by what
//! it shares with the others.

use std::collections::HashMap;

use super::{Deal, PartyRole, Scene, learned, remaining};
use crate::entities::EntityId;
use crate::facts::scorer::cast::kind as kind_of;
use crate::facts::scorer::standing::model;
use crate::mentions::tagger::hash::{pair, push, text};
use crate::text::BlockKind;

/// Lead below which a deal is taken away, in units of the weights.
const UNLIKELY: i32 = 4;
/// Deals that are compared with each other.
const COMPARED: usize = 12;
/// Words of a name that are compared with another's.
const WORDS: usize = 6;

/// Takes away what is likely no deal of its own; one always stays, in a digest one an item. Experience is of whole articles:
/// of a line or two it says nothing.
pub(super) fn judge(scene: &Scene<'_>, deals: &mut Vec<Deal>) {
    if deals.len() < 2 || scene.reading.document().sentences().len() < learned::ARTICLE {
        return;
    }
    let leads: Vec<i32> = features(scene, deals).iter().map(|features| model().lead(features)).collect();
    // What happened before does not stand in for the news.
    let news = deals.iter().any(|deal| !deal.background);
    let told: Vec<(Option<usize>, i32)> =
        deals.iter().zip(leads).map(|(deal, lead)| (item(scene, deal), lead)).collect();
    let mut best: HashMap<Option<usize>, i32> = HashMap::new();
    for ((item, lead), _) in told.iter().zip(deals.iter()).filter(|(_, deal)| !(news && deal.background)) {
        let most = best.entry(*item).or_insert(*lead);
        *most = (*most).max(*lead);
    }
    let mut told = told.into_iter();
    deals.retain(|deal| {
        let likely = |(item, lead)| lead >= UNLIKELY || best.get(&item) == Some(&lead);
        told.next().is_none_or(likely) || remaining::follows(deal)
    });
}

/// The item of a digest that tells a deal.
fn item(scene: &Scene<'_>, deal: &Deal) -> Option<usize> {
    let document = scene.reading.document();
    let first = deal.kind.evidence().first()?;
    scene.items.of(document.block_of(document.tokens_in(first.span).start))
}

/// What is seen of each deal among the others.
pub(super) fn features(scene: &Scene<'_>, deals: &[Deal]) -> Vec<Vec<u64>> {
    let seen: Vec<Seen> = deals.iter().map(|deal| Seen::new(scene, deal)).collect();
    (0..deals.len()).map(|at| draw(scene, deals, &seen, at)).collect()
}

/// The parties of a deal as they are compared.
struct Seen {
    parties: Vec<(PartyRole, Option<EntityId>, Vec<u64>)>,
}

impl Seen {
    fn new(scene: &Scene<'_>, deal: &Deal) -> Self {
        let parties = deal.parties.iter().filter(|party| party.value.role != PartyRole::Adviser).take(COMPARED);
        let words = |name: &str| name.split_whitespace().take(WORDS).map(|word| text(&word.to_lowercase())).collect();
        let party = |party: &super::Party| {
            let name = party.entity.map_or(&party.name, |id| &scene.entities.get(id).name);
            (party.role, party.entity, words(name))
        };
        Self { parties: parties.map(|found| party(&found.value)).collect() }
    }
}

fn draw(scene: &Scene<'_>, deals: &[Deal], seen: &[Seen], at: usize) -> Vec<u64> {
    let (document, deal) = (scene.reading.document(), &deals[at]);
    let kind = deal.kind.value as u64;
    let mut features = Vec::with_capacity(96);
    let hash = |template: u64, value: u64| push(value, 0x7a7a_7a7a_u64.wrapping_mul(template + 1));
    let place = at.min(3) as u64;
    let learned = deal.kind.evidence().iter().all(|evidence| &*evidence.rule == learned::RULE);
    let roles = deal.parties.iter().fold(0u64, |count, party| {
        let shift = party.value.role as u64 * 2;
        if count >> shift & 3 < 2 { count + (1 << shift) } else { count }
    });
    let first = deal.kind.evidence().first().map_or(0, |evidence| document.tokens_in(evidence.span).start);
    let block = document.block_of(first);
    let heading = document.blocks().get(block).is_some_and(|block| block.kind == BlockKind::Heading);
    let place_in_text = if heading { 9 } else { document.blocks_before(block).min(6) as u64 };
    let sum = deal.amount.as_ref().and_then(|amount| amount.value.quantity.value);
    let same_sum = sum.is_some()
        && deals.iter().enumerate().take(COMPARED).any(|(other, found)| {
            other != at && found.amount.as_ref().and_then(|amount| amount.value.quantity.value) == sum
        });
    let has = u64::from(deal.amount.is_some())
        | u64::from(deal.stake.is_some()) << 1
        | u64::from(deal.per_share.is_some()) << 2
        | u64::from(deal.announced_on.is_some() || deal.closed_on.is_some()) << 3;
    let same_kind = deals[..at].iter().rev().take(COMPARED).any(|other| other.kind.value == deal.kind.value);
    // Each counts by itself, and together with its place among the deals, and with being of the past.
    let alone = [
        (0, 0),
        (1, deals.len().min(5) as u64),
        (2, u64::from(deal.background)),
        (3, deal.confidence as u64),
        (4, kind),
        (5, deal.status.value as u64),
        (6, text(scene.reading.language(first).tag())),
        (7, deal.kind.evidence().len().min(4) as u64),
        (8, u64::from(learned)),
        (9, roles),
        (10, place_in_text),
        (11, has),
        (12, u64::from(same_sum)),
        (13, u64::from(same_kind)),
        (14, pair(roles, kind)),
        (15, pair(u64::from(learned), place_in_text)),
    ];
    for (template, value) in alone {
        let feature = hash(template, value);
        features.extend([feature, hash(40, pair(feature, place)), hash(41, pair(feature, u64::from(deal.background)))]);
    }
    for (party, (role, ..)) in deal.parties.iter().zip(&seen[at].parties) {
        let (kind, mentions) = party.value.entity.map_or((0, 0), |id| {
            let entity = scene.entities.get(id);
            (kind_of(entity.kind), entity.mentions.len().min(5) as u64)
        });
        features.push(hash(20, pair(*role as u64, kind)));
        features.push(hash(21, pair(*role as u64, mentions)));
    }
    let near = at.saturating_sub(COMPARED)..deals.len().min(at + COMPARED);
    for other in near.filter(|other| *other != at) {
        let later = u64::from(other > at);
        for (role, id, words) in &seen[at].parties {
            for (other_role, other_id, other_words) in &seen[other].parties {
                let relation = match () {
                    () if id.is_some() && id == other_id => 1,
                    () if words.iter().any(|word| other_words.contains(word)) => 2,
                    () => continue,
                };
                let shared = pair(pair(later, relation), pair(*role as u64, *other_role as u64));
                features.push(hash(30, shared));
                features.push(hash(31, pair(shared, roles)));
                features.push(hash(32, pair(shared, kind)));
                features.push(hash(33, pair(shared, u64::from(deal.background))));
            }
        }
    }
    features.sort_unstable();
    features.dedup();
    features
}
