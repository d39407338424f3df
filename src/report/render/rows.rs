//! What both the terminal and the Markdown page say of a deal and of people, before any layout.

use crate::report::view::{
    Control, Deal, DealType, ImpliedValuation, Inconsistency, InconsistencyKind, PartyRole, Person, Price, Report,
    RoleStatus, Stake, StakeKind,
};
use crate::report::words::{money, percent, qualified};
use crate::report::{Number, summary};

/// One labelled line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// "acquirer", "amount".
    pub(super) label: &'static str,
    /// What is to be said, in plain words.
    pub(super) value: String,
    /// The article's own words for it.
    pub(super) words: Option<String>,
}

impl Row {
    fn new(label: &'static str, value: impl Into<String>) -> Self {
        Self { label, value: value.into(), words: None }
    }

    fn quoting(self, words: Option<&str>) -> Self {
        Self { words: words.map(str::to_owned), ..self }
    }
}

/// Who takes part.
pub(super) fn parties(deal: &Deal) -> Vec<Row> {
    let row = |party: &crate::report::view::Party| {
        let details: Vec<&str> = [&party.business, &party.location].into_iter().flatten().map(String::as_str).collect();
        let value =
            if details.is_empty() { party.name.clone() } else { format!("{} ({})", party.name, details.join(", ")) };
        Row::new(role(party.role), value)
    };
    deal.parties.iter().map(row).collect()
}

/// What is paid for what, and when.
pub(super) fn terms(deal: &Deal) -> Vec<Row> {
    let mut rows = Vec::new();
    let prices = [("amount", &deal.amount), ("per share", &deal.per_share), ("valuation", &deal.valuation)];
    rows.extend(prices.into_iter().filter_map(|(label, price)| price_row(label, price.as_ref()?)));
    rows.extend(deal.implied_valuation.as_ref().and_then(implied_row));
    rows.extend(deal.stake.as_ref().and_then(stake_row));
    if !deal.consideration.is_empty() {
        rows.push(Row::new("paid in", deal.consideration.join(", ")));
    }
    let days = [("announced", &deal.announced_on), ("to close", &deal.expected_close), ("closed", &deal.closed_on)];
    rows.extend(days.into_iter().filter_map(|(label, day)| Some(Row::new(label, day.as_ref()?))));
    rows
}

/// Where the article contradicts itself, each with the words that disagree; that a sum stands here rounded or without its
/// currency is left to the machines.
pub(super) fn contradictions(report: &Report) -> Vec<String> {
    let told = |one: &&Inconsistency| {
        !matches!(one.kind, InconsistencyKind::PrecisionConflict | InconsistencyKind::MissingCurrency)
    };
    let line = |one: &Inconsistency| {
        let words: Vec<String> = one.evidence.iter().map(|evidence| format!("“{}”", evidence.span.text)).collect();
        if words.is_empty() { one.message.clone() } else { format!("{} {}", one.message, words.join(" – ")) }
    };
    report.inconsistencies.iter().filter(told).map(line).collect()
}

fn price_row(label: &'static str, price: &Price) -> Option<Row> {
    let value = if price.disclosed {
        money(price.value, price.min, price.max, price.qualifier, price.currency.as_deref())?
    } else {
        "not disclosed".into()
    };
    Some(Row::new(label, value).quoting(price.text.as_deref()))
}

fn implied_row(implied: &ImpliedValuation) -> Option<Row> {
    let ImpliedValuation { price, derivation } = implied;
    // A figure that was worked out is no more exact than those it was worked out from.
    let [value, min, max] = [price.value, price.min, price.max].map(|figure| figure.map(short));
    let value = money(value, min, max, price.qualifier, price.currency.as_deref())?;
    Some(Row::new("implies", format!("{value} for the whole ({derivation})")))
}

/// A figure to three significant digits.
fn short(figure: Number) -> Number {
    figure.decimal().round_sf(3).map_or(figure, Number::from)
}

fn stake_row(stake: &Stake) -> Option<Row> {
    let mut said = Vec::new();
    if let Some(share) = stake.percent {
        let what = match stake.kind {
            StakeKind::Acquired => "acquired",
            StakeKind::Sought => "sought",
            StakeKind::Sold => "sold",
            StakeKind::OwnedBefore => "held before",
            StakeKind::OwnedAfter => "held after",
        };
        said.push(format!("{} {what}", qualified(stake.qualifier, &percent(share))));
    }
    said.extend(stake.before.map(|share| format!("{} before", percent(share))));
    said.extend(stake.after.map(|share| format!("{} after", percent(share))));
    said.extend(stake.control.map(|control| {
        let control = match control {
            Control::Minority => "minority",
            Control::Majority => "majority",
            Control::Full => "full control",
            Control::Parity => "parity",
        };
        control.to_owned()
    }));
    (!said.is_empty()).then(|| Row::new("stake", said.join(", ")))
}

/// What kind of deal, how far, how sure: "minority stake, announced, confidence high".
pub(super) fn standing(deal: &Deal) -> Row {
    let background = if deal.background { ", told in passing" } else { "" };
    let confidence = match deal.confidence {
        crate::report::view::Confidence::Low => "low",
        crate::report::view::Confidence::Medium => "medium",
        crate::report::view::Confidence::High => "high",
    };
    let value = format!("{}, {}{background}, confidence {confidence}", kind(deal.kind), summary::status(deal.status));
    Row::new("status", value).quoting(deal.status_text.as_deref())
}

/// What a person is: "CEO, Arden; former founder, Boreal".
pub(super) fn roles(person: &Person) -> String {
    let role = |role: &crate::report::view::Role| {
        let title = role.title.as_deref().or(role.title_text.as_deref());
        let said: Vec<&str> = [title, role.organization.as_deref()].into_iter().flatten().collect();
        let when = match role.status {
            RoleStatus::Current => "",
            RoleStatus::Past => "former ",
            RoleStatus::Planned => "future ",
        };
        format!("{when}{}", said.join(", "))
    };
    person.roles.iter().map(role).collect::<Vec<_>>().join("; ")
}

pub(super) fn role(role: PartyRole) -> &'static str {
    match role {
        PartyRole::Acquirer => "acquirer",
        PartyRole::Investor => "investor",
        PartyRole::Target => "target",
        PartyRole::Seller => "seller",
        PartyRole::Partner => "partner",
        PartyRole::Adviser => "adviser",
    }
}

pub(super) fn kind(kind: DealType) -> &'static str {
    match kind {
        DealType::Acquisition => "acquisition",
        DealType::Merger => "merger",
        DealType::MajorityStake => "majority stake",
        DealType::MinorityStake => "minority stake",
        DealType::AssetPurchase => "purchase of assets",
        DealType::Divestiture => "divestiture",
        DealType::TakeoverBid => "takeover bid",
        DealType::FundingRound => "funding round",
        DealType::JointVenture => "joint venture",
        DealType::Ipo => "flotation",
        DealType::SpinOff => "spin-off",
    }
}

/// The words that say best what a deal is: those that tell its type, or else the first.
pub(super) fn telling(deal: &Deal) -> Option<&str> {
    let tells = |evidence: &&crate::report::DealEvidence| evidence.fields.contains(&"type");
    let evidence = deal.evidence.iter().find(tells).or_else(|| deal.evidence.first())?;
    Some(&evidence.span.text)
}
