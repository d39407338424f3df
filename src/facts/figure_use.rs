//! What the figures of an article are for, as far as its deals say.

use super::{Deal, Price, Stake};
use crate::mentions::{Mentions, Money, Per, Percentage, PercentageUnit};

/// What a sum is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AmountRole {
    /// What is paid in a deal.
    DealAmount,
    /// What a whole company is worth.
    Valuation,
    /// What one share costs.
    PerShare,
    /// What a company earns.
    Revenue,
    /// What it owes.
    Debt,
    /// Anything else that is known.
    Other,
}

/// What a percentage is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PercentageRole {
    /// A share in a company.
    Stake,
    /// More or less of something than before.
    Growth,
    /// What an offer pays above the market.
    Premium,
    /// A share of a market.
    MarketShare,
    /// Anything else that is known.
    Other,
}

/// What one figure is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FigureUse<R> {
    /// Its role.
    pub role: Option<R>,
    /// The deal it belongs to, as a position in [`super::Facts::deals`].
    pub deal: Option<usize>,
}

impl<R> Default for FigureUse<R> {
    fn default() -> Self {
        Self { role: None, deal: None }
    }
}

/// What the figures of an article are for, in the order of its mentions.
#[derive(Debug, Default)]
pub struct FigureUses {
    /// One for each of [`Mentions::money`].
    pub money: Vec<FigureUse<AmountRole>>,
    /// One for each of [`Mentions::percentages`].
    pub percentages: Vec<FigureUse<PercentageRole>>,
}

impl FigureUses {
    /// Reads the roles off `deals`: the very words a deal rests on first, then the same figure told again.
    pub(super) fn find(mentions: &Mentions, deals: &[Deal]) -> Self {
        Self {
            money: mentions.money.iter().map(|money| money_use(money, deals)).collect(),
            percentages: mentions.percentages.iter().map(|percentage| percentage_use(percentage, deals)).collect(),
        }
    }
}

fn money_use(money: &Money, deals: &[Deal]) -> FigureUse<AmountRole> {
    let in_deals = |fits: fn(&Price, &Money) -> bool| {
        deals.iter().enumerate().find_map(|(position, deal)| {
            let prices = [
                (&deal.amount, AmountRole::DealAmount),
                (&deal.per_share, AmountRole::PerShare),
                (&deal.valuation, AmountRole::Valuation),
            ];
            let (_, role) = prices.into_iter().find(|(price, _)| {
                price.as_ref().is_some_and(|price| price.value.disclosed && fits(&price.value, money))
            })?;
            Some(FigureUse { role: Some(role), deal: Some(position) })
        })
    };
    in_deals(|price, money| price.span.overlaps(money.span))
        .or_else(|| in_deals(same_sum))
        .unwrap_or(FigureUse { role: (money.per == Some(Per::Share)).then_some(AmountRole::PerShare), deal: None })
}

/// The same figure told again: equal value in the same currency, or in none.
fn same_sum(price: &Price, money: &Money) -> bool {
    price.quantity.value.is_some()
        && price.quantity.value == money.quantity.value
        && (price.currency == money.currency || money.currency.is_none())
}

fn percentage_use(percentage: &Percentage, deals: &[Deal]) -> FigureUse<PercentageRole> {
    let in_deals = |fits: &dyn Fn(&Deal, &Stake) -> bool| {
        deals.iter().position(|deal| deal.stake.as_ref().is_some_and(|stake| fits(deal, &stake.value)))
    };
    let value = percentage.quantity.value;
    let told = |stake: &Stake| {
        percentage.unit == PercentageUnit::Percent
            && value.is_some()
            && [stake.percent, stake.before, stake.after].iter().flatten().any(|share| share.value == value)
    };
    let here = |deal: &Deal| {
        let evidence = deal.stake.as_ref().map_or(&[][..], |stake| stake.evidence());
        evidence.iter().any(|evidence| evidence.span.contains(percentage.span))
    };
    let deal = in_deals(&|deal, stake| told(stake) && here(deal)).or_else(|| in_deals(&|_, stake| told(stake)));
    FigureUse { role: deal.map(|_| PercentageRole::Stake), deal }
}
