//! The shares of a deal that add up: who held 20% and buys 70.5% holds 90.5%.

use rust_decimal::Decimal;

use super::{Control, Deal, DealType, Scene, Stake, StakeKind, figures, shares};
use crate::entities::{Evidence, Supported};
use crate::language::lexicon::schema::ShareRole;
use crate::mentions::Quantity;
use crate::text::TokenRange;

/// Shares near the words of a deal that are looked at.
const NEAR: usize = 12;
/// How many sentences before and behind those that tell a deal its shares may stand.
const BEFORE: usize = 1;
const BEHIND: usize = 2;

/// A percentage near a deal.
struct Step {
    value: Decimal,
    quantity: Quantity,
    role: Option<ShareRole>,
    tokens: TokenRange,
}

/// Puts the share held before, that bought and that held after in their places, where the article tells all three.
pub(super) fn complete(scene: &Scene<'_>, deals: &mut [Deal]) {
    for deal in deals.iter_mut().filter(|deal| !deal.background && is_bought(deal.kind.value)) {
        let near = near(scene, deal);
        let Some([before, bought, after]) = that_add_up(&near) else { continue };
        let span = |step: &Step| scene.reading.document().span(step.tokens);
        let sure = before.role == Some(ShareRole::Before) && after.role == Some(ShareRole::After);
        // A deal that tells another share is not the one that these are of.
        let told = deal.stake.as_ref().and_then(|stake| stake.value.percent?.value);
        let other = told.is_some_and(|told| ![before, bought, after].iter().any(|step| step.value == told));
        if other || deal.stake.is_none() && !sure {
            continue;
        }
        let new = || Supported::new(Stake::default(), Evidence::new(span(bought), "share"));
        let stake = deal.stake.get_or_insert_with(new);
        stake.value.before = Some(before.quantity);
        stake.value.percent = Some(bought.quantity);
        stake.value.after = Some(after.quantity);
        if stake.value.kind == StakeKind::OwnedAfter {
            stake.value.kind = StakeKind::Acquired;
        }
        stake.value.control = Some(Control::of(after.value));
        for step in [before, bought, after] {
            stake.add(Evidence::new(span(step), "share"));
        }
        let half = Decimal::from(50);
        if deal.kind.value == DealType::MinorityStake && after.value > half && before.value < half {
            deal.kind.value = DealType::MajorityStake;
        }
    }
}

/// Whether shares of a company are bought in a deal of that kind.
fn is_bought(kind: DealType) -> bool {
    matches!(kind, DealType::Acquisition | DealType::MajorityStake | DealType::MinorityStake | DealType::TakeoverBid)
}

/// The percentages near the words that tell a deal which can be shares.
fn near(scene: &Scene<'_>, deal: &Deal) -> Vec<Step> {
    let told = figures::sentences(scene, deal);
    let document = scene.reading.document();
    let step = |index: usize| {
        let share = scene.mentions.share(index)?;
        let sentence = document.sentence_of(share.tokens.start);
        let role = shares::role(scene, index);
        let held = matches!(role, None | Some(ShareRole::Stake | ShareRole::Before | ShareRole::After));
        let near = told.iter().any(|&told| sentence + BEFORE >= told && sentence <= told + BEHIND);
        let value = share.quantity.value.filter(|_| held && near)?;
        Some(Step { value, quantity: share.quantity, role, tokens: share.tokens })
    };
    (0..scene.mentions.shares()).filter_map(step).take(NEAR).collect()
}

/// Three shares of which the first two come to the last, where words say of one of them which it is.
fn that_add_up(near: &[Step]) -> Option<[&Step; 3]> {
    let moves = |step: &&Step| !matches!(step.role, Some(ShareRole::Before | ShareRole::After));
    near.iter().filter(|step| step.role != Some(ShareRole::After)).find_map(|before| {
        let later = near.iter().filter(|after| after.role != Some(ShareRole::Before) && after.value > before.value);
        later.into_iter().find_map(|after| {
            let said = before.role == Some(ShareRole::Before) || after.role == Some(ShareRole::After);
            let bought = near.iter().filter(moves).find(|bought| bought.value + before.value == after.value)?;
            let apart = bought.tokens != before.tokens;
            (said && apart).then_some([before, bought, after])
        })
    })
}
