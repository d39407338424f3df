//! Where the article disagrees with itself.

use rust_decimal::Decimal;

use super::{Inconsistency, InconsistencyKind};
use crate::entities::{Entities, Evidence};
use crate::facts::{Deal, PartyRole};
use crate::language::Reading;
use crate::mentions::{CurrencyBasis, Mentions, Money, Qualifier};
use crate::text::TokenRange;

/// Half of the capital, in percent.
const HALF: u32 = 50;
/// Tokens of a sentence that are looked at.
const REACH: usize = 80;

/// Deals that are looked at, the most central first: in a longer list a figure told twice is two figures.
const MOST_DEALS: usize = 32;

/// All disagreements, those about deals first.
pub(super) fn find(
    reading: &Reading<'_>,
    mentions: &Mentions,
    entities: &Entities,
    deals: &[Deal],
) -> Vec<Inconsistency> {
    let mut found = Vec::new();
    let told: Vec<&Deal> = deals.iter().filter(|deal| !deal.background).collect();
    let news = deals.iter().enumerate().filter(|(_, deal)| !deal.background);
    for (position, deal) in news.take(MOST_DEALS) {
        let id = format!("d{}", position + 1);
        // With several deals in the news, words about a share may be about any of them.
        if told.len() == 1 {
            found.extend(contradiction(reading, entities, deal, &id));
        }
        found.extend(precision(mentions, deal, &id));
        found.extend(currency(mentions, reading, deal, &id));
        found.extend(status(deal, &id));
        found.extend(amount(deal, &id));
    }
    found.extend(misspellings(entities));
    found
}

/// How many tokens behind the words for control their subject may stand.
const BEHIND: usize = 3;

/// A share below half beside words for a majority, or the reverse, in a sentence about the same parties.
fn contradiction(reading: &Reading<'_>, entities: &Entities, deal: &Deal, id: &str) -> Option<Inconsistency> {
    let stake = deal.stake.as_ref()?;
    let percent = stake.value.after.or(stake.value.percent)?.value?;
    let half = Decimal::from(HALF);
    if percent == half {
        return None;
    }
    let says_majority = percent > half;
    let parties: Vec<_> = deal
        .parties
        .iter()
        .filter(|party| matches!(party.value.role, PartyRole::Acquirer | PartyRole::Investor))
        .filter_map(|party| party.value.entity)
        .collect();
    let mut evidence: Vec<Evidence> = stake.evidence().to_vec();
    let known = evidence.len();
    for block in reading.document().blocks().iter().filter(|block| block.kind.tells()) {
        for sentence in reading.document().sentences().get(block.sentences.clone()).unwrap_or_default() {
            let end = sentence.tokens.end.min(sentence.tokens.start + REACH);
            let tokens = TokenRange::new(sentence.tokens.start, end);
            let control = &reading.lexicon(tokens.start).story.control;
            let words = tokens
                .positions()
                .filter_map(|at| reading.longest(control, at, end))
                .find(|words| !words.values.contains(&says_majority))
                .map(|words| words.tokens);
            let Some(words) = words else { continue };
            // Whoever stands before the words, or right behind them: "now majority owner, Boreal".
            let subject = tokens
                .positions()
                .take_while(|&at| at < words.start || (words.end..words.end + BEHIND).contains(&at))
                .filter_map(|at| entities.at(at))
                .find(|(entity, _)| parties.contains(entity));
            let Some((_, name)) = subject else { continue };
            let span = reading.document().span(TokenRange::new(name.start, words.end));
            evidence.push(Evidence::new(span, "control-against-stake"));
        }
    }
    let control = if says_majority { "a minority" } else { "a majority" };
    (evidence.len() > known && known > 0).then(|| Inconsistency {
        kind: InconsistencyKind::Contradiction,
        about: format!("{id}.stake.control"),
        message: format!("The article speaks of {control} although the stake is stated as {}%.", percent.normalize()),
        evidence,
    })
}

/// The sums of money that state the amount of a deal.
fn stated<'m>(mentions: &'m Mentions, deal: &Deal) -> Vec<&'m Money> {
    let Some(amount) = deal.amount.as_ref() else { return Vec::new() };
    let Some(value) = amount.value.quantity.value else { return Vec::new() };
    let same = |money: &&Money| {
        money.quantity.value == Some(value)
            && (money.currency == amount.value.currency || money.currency.is_none())
            && money.per.is_none()
    };
    mentions.money.iter().filter(same).collect()
}

/// One sum given exactly here and roughly there.
fn precision(mentions: &Mentions, deal: &Deal, id: &str) -> Option<Inconsistency> {
    let sums = stated(mentions, deal);
    let with = |exact: bool| {
        sums.iter().find(|money| match money.quantity.qualifier {
            Qualifier::Exact => exact,
            Qualifier::Approximate | Qualifier::AtLeast | Qualifier::AtMost => !exact,
            Qualifier::Range => false,
        })
    };
    let (exact, rough) = (with(true)?, with(false)?);
    Some(Inconsistency {
        kind: InconsistencyKind::PrecisionConflict,
        about: format!("{id}.amount"),
        message: "The article gives the amount both as an exact and as an approximate figure.".into(),
        evidence: vec![Evidence::new(exact.span, "exact-sum"), Evidence::new(rough.span, "rough-sum")],
    })
}

/// The amount of a deal given without its currency, which another place states.
fn currency(mentions: &Mentions, reading: &Reading<'_>, deal: &Deal, id: &str) -> Option<Inconsistency> {
    let sentence = |money: &Money| reading.document().sentence_of(money.tokens.start);
    let alone = |money: &Money| {
        let position = mentions.money.partition_point(|other| other.tokens.start < money.tokens.start);
        let neighbours = [position.checked_sub(1), position.checked_add(1)];
        let mut neighbours = neighbours.into_iter().flatten().filter_map(|position| mentions.money.get(position));
        neighbours.all(|other| sentence(other) != sentence(money))
    };
    let bare = stated(mentions, deal).into_iter().find(|money| {
        matches!(money.basis, None | Some(CurrencyBasis::Inherited)) && money.quantity.value.is_some() && alone(money)
    })?;
    Some(Inconsistency {
        kind: InconsistencyKind::MissingCurrency,
        about: format!("{id}.amount"),
        message: "The article states the amount without its currency here.".into(),
        evidence: vec![Evidence::new(bare.span, "sum-without-currency")],
    })
}

/// A deal told as done here and as not agreed yet there.
fn status(deal: &Deal, id: &str) -> Option<Inconsistency> {
    let [open, done] = deal.status_conflict.clone()?;
    Some(Inconsistency {
        kind: InconsistencyKind::StatusConflict,
        about: format!("{id}.status"),
        message: "The article tells the deal both as still open and as a fact.".into(),
        evidence: vec![open, done],
    })
}

/// Two prices of one deal.
fn amount(deal: &Deal, id: &str) -> Option<Inconsistency> {
    let [first, other] = deal.amount_conflict.clone()?;
    Some(Inconsistency {
        kind: InconsistencyKind::AmountConflict,
        about: format!("{id}.amount"),
        message: "The article gives two different amounts for the deal.".into(),
        evidence: vec![first, other],
    })
}

fn misspellings(entities: &Entities) -> Vec<Inconsistency> {
    let mut found = Vec::new();
    for entity in entities.all() {
        for misspelt in &entity.misspellings {
            let right = entity.mentions.iter().find(|mention| !entity.misspellings.contains(mention));
            let Some(right) = right else { continue };
            found.push(Inconsistency {
                kind: InconsistencyKind::Misspelling,
                about: entity.name.clone(),
                message: format!("A name of {} is spelt in two ways.", entity.name),
                evidence: vec![
                    Evidence::new(right.span, "usual-spelling"),
                    Evidence::new(misspelt.span, "other-spelling"),
                ],
            });
        }
    }
    found
}
