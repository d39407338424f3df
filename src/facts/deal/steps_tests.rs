//! Shares that add up, and what was said of a deal in years gone by.

use super::{DealStatus, DealType};
use crate::{Analyzer, Article};
use rust_decimal::Decimal;

/// What the first deal of a text is: its kind, its status, and the shares that change hands and are held after that.
fn first(language: &str, text: &str) -> Option<(DealType, DealStatus, [Option<Decimal>; 2])> {
    let article = Article { language: Some(language.into()), ..Article::from_text(text) };
    Analyzer::new().analyze(&article, |analysis| {
        let deal = analysis.facts.deals.first()?;
        let stake = deal.stake.as_ref().map(|stake| stake.value);
        let figure = |share: Option<crate::mentions::Quantity>| share.and_then(|share| share.value);
        let shares = stake.map_or([None; 2], |stake| [figure(stake.percent), figure(stake.after)]);
        Some((deal.kind.value, deal.status.value, shares))
    })
}

#[test]
fn shares_that_add_up_are_put_in_their_places() {
    let text = "Die Boreal AG hielt bislang 20 Prozent an der Arden AG. Nun hat die Boreal AG 70,5 Prozent der Arden AG \
        zugekauft. Die Beteiligung liegt neu bei 90,5 Prozent.";
    let shares = first("de", text).map(|(_, _, shares)| shares);
    assert_eq!(shares, Some([Some(Decimal::new(705, 1)), Some(Decimal::new(905, 1))]));
    // What grows is no share of a company.
    let text = "Die Boreal AG kauft 20 Prozent der Arden AG. Der Umsatz stieg um 10 Prozent, der Gewinn um 30 Prozent.";
    let shares = first("de", text).map(|(_, _, shares)| shares);
    assert_eq!(shares, Some([Some(Decimal::from(20)), None]));
}

#[test]
fn what_ended_in_years_gone_by_does_not_end_the_news() {
    for (past, status) in [
        ("Ein Börsengang war zuvor gescheitert.", DealStatus::Announced),
        ("Einen ersten Anlauf hatte die Cairn AG 2018 gemacht, ihn dann aber abgebrochen.", DealStatus::Announced),
        ("Die Übernahme ist nun gescheitert.", DealStatus::Cancelled),
    ] {
        let text = format!("Die Boreal AG kauft die Arden AG.\n\n{past}\n");
        assert_eq!(first("de", &text).map(|(_, status, _)| status), Some(status), "{past}");
    }
}

#[test]
fn what_is_said_to_have_been_done_is_hearsay() {
    for (text, status) in [
        ("Die Boreal AG soll der Arden AG eine Offerte gemacht haben.", DealStatus::Rumored),
        ("Die Boreal AG hat die Arden AG gekauft.", DealStatus::Completed),
    ] {
        assert_eq!(first("de", text).map(|(_, status, _)| status), Some(status), "{text}");
    }
}
