//! Sums, percentages and dates as printed.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Span, printed};
use crate::facts;
use crate::mentions;
use crate::report::Number;

/// A sum of money where it stands.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Amount {
    /// `a1`, `a2`… in order.
    pub id: String,
    /// The words.
    #[serde(flatten)]
    pub span: Span,
    /// The figure in base units; `null` for a range or an indefinite magnitude.
    pub value: Option<Number>,
    /// Lower bound.
    pub min: Option<Number>,
    /// Upper bound.
    pub max: Option<Number>,
    /// ISO 4217 code.
    pub currency: Option<String>,
    /// How the currency is known.
    pub currency_basis: Option<CurrencyBasis>,
    /// How exactly it is meant.
    pub qualifier: Qualifier,
    /// What it is the price of one of.
    pub per: Option<Per>,
    /// What it is for, as far as the article says.
    pub role: Option<AmountRole>,
    /// The deal it belongs to.
    pub deal_id: Option<String>,
}

/// A percentage where it stands.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Percentage {
    /// `pc1`, `pc2`… in order.
    pub id: String,
    /// The words.
    #[serde(flatten)]
    pub span: Span,
    /// The figure, in `unit`; `null` for a range.
    pub value: Option<Number>,
    /// Lower bound.
    pub min: Option<Number>,
    /// Upper bound.
    pub max: Option<Number>,
    /// What it counts.
    pub unit: PercentageUnit,
    /// How exactly it is meant.
    pub qualifier: Qualifier,
    /// What it is for, as far as the article says.
    pub role: Option<PercentageRole>,
    /// The deal it belongs to.
    pub deal_id: Option<String>,
}

/// A date or period where it stands.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Date {
    /// `t1`, `t2`… in order.
    pub id: String,
    /// The words.
    #[serde(flatten)]
    pub span: Span,
    /// ISO 8601 date, month, quarter or year, when resolved.
    pub value: Option<String>,
    /// EDTF, with `X` for what the article leaves open.
    pub edtf: String,
    /// How fine it is.
    pub precision: Precision,
}

printed! {
    /// How exactly a figure is meant.
    Qualifier of mentions::Qualifier { Exact, Approximate, AtLeast, AtMost, Range }
}
printed! {
    /// How the currency of a sum is known.
    CurrencyBasis of mentions::CurrencyBasis { Symbol, Code, Word, Inherited, Assumed }
}
printed! {
    /// What a sum is the price of one of.
    Per of mentions::Per { Share, Year, Unit }
}
printed! {
    /// What a percentage counts.
    PercentageUnit of mentions::PercentageUnit { Percent, PercentagePoint, BasisPoint }
}
printed! {
    /// How fine a date is.
    Precision of mentions::Precision { Day, Month, Quarter, HalfYear, Year, Period }
}
printed! {
    /// What a sum is for.
    AmountRole of facts::AmountRole { DealAmount, Valuation, PerShare, Revenue, Debt, Other }
}
printed! {
    /// What a percentage is for.
    PercentageRole of facts::PercentageRole { Stake, Growth, Premium, MarketShare, Other }
}
