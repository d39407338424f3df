//! Views of deals.

use rust_decimal::Decimal;

use super::Maker;
use super::figures::{deal_id, number};
use crate::entities::{Evidence, Supported};
use crate::facts;
use crate::mentions::{Qualifier, Quantity};
use crate::report::summary;
use crate::report::view::{Deal, DealEvidence, ImpliedValuation, Motive, Party, PartyRole, Price, Stake, StakeKind};
use crate::text::Span;

impl Maker<'_> {
    pub(super) fn deals(&self) -> Vec<Deal> {
        let deals = self.analysis.facts.deals.iter().enumerate();
        deals.map(|(position, deal)| self.deal(position, deal)).collect()
    }

    fn deal(&self, position: usize, deal: &facts::Deal) -> Deal {
        let parties: Vec<Party> = deal.parties.iter().map(|party| self.party(&party.value)).collect();
        let first = |roles: &[PartyRole]| {
            let mut parties = parties.iter();
            parties.find(|party| roles.contains(&party.role)).map(|party| party.name.clone())
        };
        let text = |value: &Option<Supported<String>>| value.as_ref().map(|value| value.value.clone());
        let mut view = Deal {
            id: deal_id(position),
            kind: deal.kind.value.into(),
            status: deal.status.value.into(),
            status_text: deal.status_text.clone(),
            confidence: deal.confidence.into(),
            background: deal.background,
            summary: String::new(),
            acquirer: first(&[PartyRole::Acquirer]).or_else(|| first(&[PartyRole::Investor])),
            target: first(&[PartyRole::Target]),
            seller: first(&[PartyRole::Seller]),
            amount: self.price(deal.amount.as_ref()),
            per_share: self.price(deal.per_share.as_ref()),
            valuation: self.price(deal.valuation.as_ref()),
            implied_valuation: implied_valuation(deal),
            stake: deal.stake.as_ref().map(|stake| stake_view(&stake.value)),
            consideration: deal.consideration.iter().map(|how| how.value.clone()).collect(),
            announced_on: text(&deal.announced_on),
            expected_close: text(&deal.expected_close),
            closed_on: text(&deal.closed_on),
            advisers: parties.iter().filter(|p| p.role == PartyRole::Adviser).map(|p| p.name.clone()).collect(),
            motives: deal.motives.iter().map(|motive| self.motive(motive)).collect(),
            evidence: self.deal_evidence(deal),
            parties,
        };
        view.summary = summary::of(&view);
        view
    }

    fn party(&self, party: &facts::Party) -> Party {
        let entity = party.entity.and_then(|id| self.ids.named(id));
        Party {
            role: party.role.into(),
            id: entity.map(|(_, id)| id.to_owned()),
            name: entity.map_or_else(|| party.name.clone(), |(name, _)| name.to_owned()),
            business: party.business.clone(),
            location: party.location.clone(),
        }
    }

    fn price(&self, price: Option<&Supported<facts::Price>>) -> Option<Price> {
        let price = &price?.value;
        Some(Price {
            value: number(price.quantity.value.or(price.quantity.max)),
            min: number(price.quantity.min),
            max: number(price.quantity.max),
            currency: price.currency.map(|currency| currency.code().to_owned()),
            qualifier: price.quantity.qualifier.into(),
            disclosed: price.disclosed,
            text: Some(self.place(price.span).of(self.text).to_owned()),
        })
    }

    fn motive(&self, motive: &facts::Motive) -> Motive {
        Motive {
            text: self.place(motive.evidence.span).of(self.text).to_owned(),
            evidence: self.evidence(std::slice::from_ref(&motive.evidence)),
        }
    }

    /// All evidence of a deal, each place once with the fields it supports, in the order of the text.
    fn deal_evidence(&self, deal: &facts::Deal) -> Vec<DealEvidence> {
        let mut places = Places::default();
        places.add("type", deal.kind.evidence());
        places.add("status", deal.status.evidence());
        for party in &deal.parties {
            places.add(party_field(party.value.role), party.evidence());
        }
        places.add_some("amount", deal.amount.as_ref());
        places.add_some("per_share", deal.per_share.as_ref());
        places.add_some("valuation", deal.valuation.as_ref());
        places.add_some("stake", deal.stake.as_ref());
        for how in &deal.consideration {
            places.add("consideration", how.evidence());
        }
        places.add_some("announced_on", deal.announced_on.as_ref());
        places.add_some("expected_close", deal.expected_close.as_ref());
        places.add_some("closed_on", deal.closed_on.as_ref());
        places.list.sort_by(|a, b| (a.0.start, a.0.end, a.1).cmp(&(b.0.start, b.0.end, b.1)));
        let view = |(span, rule, fields): (Span, &str, Vec<&'static str>)| DealEvidence {
            fields,
            rule: self.detail.rules.then(|| rule.to_owned()),
            span: self.span(span),
        };
        places.list.into_iter().map(view).collect()
    }
}

/// Evidence gathered by place and rule.
#[derive(Default)]
struct Places<'d> {
    list: Vec<(Span, &'d str, Vec<&'static str>)>,
}

impl<'d> Places<'d> {
    fn add(&mut self, field: &'static str, evidence: &'d [Evidence]) {
        for one in evidence {
            let known = self.list.iter_mut().find(|(span, rule, _)| *span == one.span && **rule == *one.rule);
            match known {
                Some((.., fields)) if fields.contains(&field) => {}
                Some((.., fields)) => fields.push(field),
                None => self.list.push((one.span, &one.rule, vec![field])),
            }
        }
    }

    fn add_some<T>(&mut self, field: &'static str, value: Option<&'d Supported<T>>) {
        if let Some(value) = value {
            self.add(field, value.evidence());
        }
    }
}

fn party_field(role: facts::PartyRole) -> &'static str {
    match role {
        facts::PartyRole::Acquirer | facts::PartyRole::Investor => "acquirer",
        facts::PartyRole::Target => "target",
        facts::PartyRole::Seller => "seller",
        facts::PartyRole::Partner => "parties",
        facts::PartyRole::Adviser => "advisers",
    }
}

fn stake_view(stake: &facts::Stake) -> Stake {
    let figure = |quantity: Option<Quantity>| number(quantity.and_then(bounded));
    let stated = stake.percent.or(stake.after).or(stake.before);
    Stake {
        percent: figure(stake.percent),
        before: figure(stake.before),
        after: figure(stake.after),
        qualifier: stated.map(|quantity| quantity.qualifier).unwrap_or_default().into(),
        kind: stake.kind.into(),
        control: stake.control.map(Into::into),
    }
}

/// The one figure that stands for a quantity: itself, or the upper bound of a range, or its lower one.
fn bounded(quantity: Quantity) -> Option<Decimal> {
    quantity.value.or(quantity.max).or(quantity.min)
}

/// What the whole target would be worth: amount by stake, for a share that is bought and smaller than the whole.
fn implied_valuation(deal: &facts::Deal) -> Option<ImpliedValuation> {
    let amount = &deal.amount.as_ref()?.value;
    let stake = &deal.stake.as_ref()?.value;
    // What partners put together is the whole, whatever the share of each.
    let pooled = matches!(deal.kind.value, facts::DealType::JointVenture | facts::DealType::Merger);
    let bought =
        !pooled && matches!(StakeKind::from(stake.kind), StakeKind::Acquired | StakeKind::Sought | StakeKind::Sold);
    let percent = stake.percent.filter(|_| bought)?.value?;
    if percent <= Decimal::ZERO || percent >= Decimal::ONE_HUNDRED {
        return None;
    }
    let whole = |paid: Option<Decimal>| {
        let exact = paid?.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(percent)?;
        Some(exact.round_dp(if exact >= Decimal::ONE_THOUSAND { 0 } else { 2 }))
    };
    let worth = [amount.quantity.value.or(amount.quantity.max), amount.quantity.min, amount.quantity.max].map(whole);
    worth.iter().any(Option::is_some).then_some(())?;
    let [value, min, max] = worth.map(number);
    let qualifier = match amount.quantity.qualifier {
        Qualifier::Exact => Qualifier::Approximate,
        other => other,
    };
    Some(ImpliedValuation {
        price: Price {
            value,
            min,
            max,
            currency: amount.currency.map(|currency| currency.code().to_owned()),
            qualifier: qualifier.into(),
            disclosed: true,
            text: None,
        },
        derivation: "amount / stake",
    })
}
