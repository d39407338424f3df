//! Views of sums, percentages and dates.

use rust_decimal::Decimal;

use super::Maker;
use crate::report::Number;
use crate::report::view::{Amount, Date, Percentage};

impl Maker<'_> {
    pub(super) fn amounts(&self) -> Vec<Amount> {
        let uses = &self.analysis.facts.figures.money;
        let mentions = self.analysis.mentions.money.iter().enumerate();
        mentions
            .map(|(position, money)| {
                let purpose = uses.get(position).copied().unwrap_or_default();
                Amount {
                    id: format!("a{}", position + 1),
                    span: self.span(money.span),
                    value: number(money.quantity.value),
                    min: number(money.quantity.min),
                    max: number(money.quantity.max),
                    currency: money.currency.map(|currency| currency.code().to_owned()),
                    currency_basis: money.basis.map(Into::into),
                    qualifier: money.quantity.qualifier.into(),
                    per: money.per.map(Into::into),
                    role: purpose.role.map(Into::into),
                    deal_id: purpose.deal.map(deal_id),
                }
            })
            .collect()
    }

    pub(super) fn percentages(&self) -> Vec<Percentage> {
        let uses = &self.analysis.facts.figures.percentages;
        let mentions = self.analysis.mentions.percentages.iter().enumerate();
        mentions
            .map(|(position, percentage)| {
                let purpose = uses.get(position).copied().unwrap_or_default();
                Percentage {
                    id: format!("pc{}", position + 1),
                    span: self.span(percentage.span),
                    value: number(percentage.quantity.value),
                    min: number(percentage.quantity.min),
                    max: number(percentage.quantity.max),
                    unit: percentage.unit.into(),
                    qualifier: percentage.quantity.qualifier.into(),
                    role: purpose.role.map(Into::into),
                    deal_id: purpose.deal.map(deal_id),
                }
            })
            .collect()
    }

    pub(super) fn dates(&self) -> Vec<Date> {
        let mentions = self.analysis.mentions.dates.iter().enumerate();
        mentions
            .map(|(position, date)| Date {
                id: format!("t{}", position + 1),
                span: self.span(date.span),
                value: date.value.clone(),
                edtf: date.edtf.clone(),
                precision: date.precision.into(),
            })
            .collect()
    }
}

/// The id of the deal at `position`.
pub(super) fn deal_id(position: usize) -> String {
    format!("d{}", position + 1)
}

/// A figure for print.
pub(super) fn number(value: Option<Decimal>) -> Option<Number> {
    value.map(Number::from)
}
