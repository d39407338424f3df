//! One deal told twice with the same figure, and with other names: "Boreal buys 29.7% from Cairn", "Boreal agreed to buy Cairn's
//! stake of 29.7% in Arden".

use std::collections::HashSet;

use rust_decimal::Decimal;

use super::draft::{Draft, Who};
use super::prices::SMALL;
use super::{Deal, PartyRole, Scene};
use crate::entities::EntityId;
use crate::language::lexicon::schema::FrameKind;
use crate::mentions::Currency;

/// Drafts of an article that are held against each other.
const MOST: usize = 48;
/// Shares that many deals have in common, in percent.
const COMMON: [i64; 8] = [10, 20, 25, 50, 51, 75, 80, 100];

/// Gives drafts that share a figure and a side the parties of the one that names most.
pub(super) fn join(scene: &Scene<'_>, drafts: &mut [Draft]) {
    let figures: Vec<Vec<Figure>> = drafts.iter().take(MOST).map(|draft| figures(scene, draft)).collect();
    for later in 1..figures.len() {
        let told = (0..later).find(|&first| {
            let (one, other) = (&drafts[first], &drafts[later]);
            let same = figures[first].iter().any(|figure| figures[later].contains(figure));
            same && one.sentence != other.sentence && is_one_deal(scene, one, other)
        });
        let Some(first) = told else { continue };
        let (from, to) = if named(&drafts[first]) >= named(&drafts[later]) { (first, later) } else { (later, first) };
        drafts[to].parties = drafts[from].parties.clone();
    }
}

/// A sum with its currency, or a share in percent.
#[derive(Debug, PartialEq)]
enum Figure {
    Sum(Decimal, Option<Currency>),
    Share(Decimal),
}

fn figures(scene: &Scene<'_>, draft: &Draft) -> Vec<Figure> {
    let sums = draft.sums.iter().filter_map(|&at| {
        let money = scene.mentions.money.get(at)?;
        let value = money.quantity.value.filter(|value| *value >= Decimal::from(SMALL))?;
        Some(Figure::Sum(value, money.currency))
    });
    let shares = draft.shares.iter().filter_map(|&at| {
        let value = scene.mentions.share(at)?.quantity.value?;
        (!COMMON.iter().any(|common| value == Decimal::from(*common))).then_some(Figure::Share(value))
    });
    if draft.background { Vec::new() } else { sums.chain(shares).collect() }
}

/// Whether two drafts that share a figure tell one purchase: one side is the same, and the other is not.
fn is_one_deal(scene: &Scene<'_>, one: &Draft, other: &Draft) -> bool {
    let bought = |draft: &Draft| {
        matches!(
            draft.kind,
            FrameKind::Acquisition | FrameKind::Stake | FrameKind::Divestiture | FrameKind::TakeoverBid
        )
    };
    let alike = |role: PartyRole| {
        let mut ids = one.party(role).filter_map(Who::entity);
        ids.any(|id| other.party(role).any(|who| who.entity() == Some(id)))
    };
    let differ = |role: PartyRole| one.has(role) && other.has(role) && !alike(role);
    let (buyer, target) = (PartyRole::Acquirer, PartyRole::Target);
    bought(one)
        && bought(other)
        && scene.items.same(one.block, other.block)
        && (alike(buyer) && differ(target) || alike(target) && differ(buyer))
}

/// How many a draft names, and how many of them by name.
fn named(draft: &Draft) -> (usize, usize) {
    let entities: Vec<EntityId> = draft.parties.iter().filter_map(|(_, who)| who.entity()).collect();
    (entities.len(), draft.parties.len())
}

/// Leaves out what has the price of another deal, and its buyer or what it buys: a sum is the price of one deal. The one that names
/// most stays.
pub(super) fn leave_out(deals: &mut Vec<Deal>) {
    let keys: Vec<Option<(Decimal, Option<Currency>)>> = deals.iter().map(price).collect();
    let named = |deal: &Deal| deal.parties.iter().filter(|party| party.value.entity.is_some()).count();
    let shares = |one: &Deal, other: &Deal, role: PartyRole| {
        let mut ids = one.entities_as(role);
        ids.any(|id| other.entities_as(role).any(|known| known == id))
    };
    let mut left_out = HashSet::new();
    for later in 1..deals.len().min(MOST) {
        let told = (0..later).find(|&first| {
            let (one, other) = (&deals[first], &deals[later]);
            let alike = || shares(one, other, PartyRole::Acquirer) || shares(one, other, PartyRole::Target);
            keys[later].is_some() && keys[first] == keys[later] && !left_out.contains(&first) && alike()
        });
        let Some(first) = told else { continue };
        left_out.insert(if named(&deals[first]) >= named(&deals[later]) { later } else { first });
    }
    let mut position = 0..;
    deals.retain(|_| position.next().is_none_or(|at| !left_out.contains(&at)));
}

/// The price of a deal, where it is told.
fn price(deal: &Deal) -> Option<(Decimal, Option<Currency>)> {
    let price = deal.amount.as_ref().map(|amount| &amount.value).filter(|price| price.disclosed)?;
    Some((price.quantity.value?, price.currency))
}
