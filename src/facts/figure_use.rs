//! What the figures of an article are for, as far as its deals say.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::Deal;
use crate::mentions::{Currency, Mentions, Money, Per, Percentage, PercentageUnit};
use crate::text::Span;

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
        let (prices, stakes) = (Prices::of(deals), Stakes::of(deals));
        Self {
            money: mentions.money.iter().map(|money| prices.meant(money)).collect(),
            percentages: mentions.percentages.iter().map(|percentage| stakes.meant(percentage)).collect(),
        }
    }
}

/// What the prices of deals are for. Of several that fit a sum, that of the first deal counts.
#[derive(Debug, Default)]
struct Prices {
    /// By the words they rest on, which are those of a sum.
    here: HashMap<Span, FigureUse<AmountRole>>,
    /// By figure and currency.
    sums: HashMap<(Decimal, Option<Currency>), FigureUse<AmountRole>>,
    /// By figure in any currency.
    values: HashMap<Decimal, FigureUse<AmountRole>>,
}

impl Prices {
    fn of(deals: &[Deal]) -> Self {
        let mut prices = Self::default();
        for (position, deal) in deals.iter().enumerate() {
            let roles = [
                (&deal.amount, AmountRole::DealAmount),
                (&deal.per_share, AmountRole::PerShare),
                (&deal.valuation, AmountRole::Valuation),
            ];
            for (price, role) in roles {
                let Some(price) = price.as_ref().map(|price| &price.value).filter(|price| price.disclosed) else {
                    continue;
                };
                let meant = FigureUse { role: Some(role), deal: Some(position) };
                prices.here.entry(price.span).or_insert(meant);
                if let Some(value) = price.quantity.value {
                    prices.sums.entry((value, price.currency)).or_insert(meant);
                    prices.values.entry(value).or_insert(meant);
                }
            }
        }
        prices
    }

    /// What a sum is for: the price that rests on its words, or else the same figure told again, in the same currency or in
    /// none.
    fn meant(&self, money: &Money) -> FigureUse<AmountRole> {
        let again = || match (money.quantity.value?, money.currency) {
            (value, None) => self.values.get(&value),
            (value, currency) => self.sums.get(&(value, currency)),
        };
        let role = (money.per == Some(Per::Share)).then_some(AmountRole::PerShare);
        self.here.get(&money.span).or_else(again).copied().unwrap_or(FigureUse { role, deal: None })
    }
}

/// The deals that tell of a share, likewise.
#[derive(Debug, Default)]
struct Stakes {
    here: HashMap<(Span, Decimal), usize>,
    values: HashMap<Decimal, usize>,
}

impl Stakes {
    fn of(deals: &[Deal]) -> Self {
        let mut stakes = Self::default();
        for (position, deal) in deals.iter().enumerate() {
            let Some(stake) = &deal.stake else { continue };
            let shares = [stake.value.percent, stake.value.before, stake.value.after];
            for value in shares.into_iter().flatten().filter_map(|share| share.value) {
                stakes.values.entry(value).or_insert(position);
                for evidence in stake.evidence() {
                    stakes.here.entry((evidence.span, value)).or_insert(position);
                }
            }
        }
        stakes
    }

    fn meant(&self, percentage: &Percentage) -> FigureUse<PercentageRole> {
        let value = percentage.quantity.value.filter(|_| percentage.unit == PercentageUnit::Percent);
        let told = |value| self.here.get(&(percentage.span, value)).or_else(|| self.values.get(&value)).copied();
        let deal = value.and_then(told);
        FigureUse { role: deal.map(|_| PercentageRole::Stake), deal }
    }
}
