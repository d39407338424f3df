//! What is a price or a share of a deal, and what only stands beside it.

use super::Deal;
use super::tests::first;
use crate::mentions::Quantity;
use rust_decimal::Decimal;

/// The shares that change hands and are held after that.
fn shares(deal: &Deal) -> Option<[Option<Decimal>; 2]> {
    let figure = |share: Option<Quantity>| share.and_then(|share| share.value);
    deal.stake.as_ref().map(|stake| [figure(stake.value.percent), figure(stake.value.after)])
}

#[test]
fn a_figure_that_is_said_to_be_another_is_no_price() {
    for (language, text) in [
        ("en", "Boreal Corp, a fund with $500 million under management, has bought Arden Mills Inc."),
        ("en", "Boreal Corp has bought Arden Mills Inc, whose order book stands at $60 million."),
        ("en", "Boreal Corp has bought Arden Mills Inc. Boreal Corp manages $2 billion for pension funds."),
        ("fr", "Boréal SA, qui a bouclé en mai un fonds de 400 millions d'euros, a racheté Arden SAS."),
        ("de", "Die Boreal AG hat die Arden AG gekauft. Die Boreal AG verwaltet 2 Milliarden Euro für Pensionskassen."),
        ("it", "Boreal SpA ha acquistato Arden Srl, il cui portafoglio ordini ammonta a 60 milioni di euro."),
    ] {
        assert_eq!(first(language, text, |deal| deal.amount.as_ref().map(|sum| sum.value.quantity)), None, "{text}");
    }
    let text = "Boreal Corp, a fund with $500 million under management, has bought Arden Mills Inc for $30 million.";
    let price = first("en", text, |deal| deal.amount.as_ref()?.value.quantity.value);
    assert_eq!(price, Some(Decimal::from(30_000_000)));
}

#[test]
fn growth_is_no_share() {
    for (language, text) in [
        ("de", "Die Boreal AG hat die Mehrheit an der Arden AG übernommen, deren Umsatz um 25 Prozent stieg."),
        ("it", "Boreal SpA compra la maggioranza di Arden Srl, il cui utile è salito del 40%."),
        ("es", "Boreal SA compra la mayoría de Arden SL, cuyo beneficio subió un 40%."),
    ] {
        let percent = first(language, text, |deal| shares(deal)?[0]);
        assert_eq!(percent, None, "{text}");
    }
}

#[test]
fn what_is_owned_now_is_held_after_the_deal() {
    let after = |percent: i64| Some(Decimal::from(percent));
    for (language, text, expected) in [
        (
            "en",
            "Boreal Corp has bought 10% of Arden Mills Inc and now holds 40% of the shares.",
            [after(10), after(40)],
        ),
        ("fr", "Boréal SA a acheté 10 % d'Arden SAS et détient désormais 40 % du capital.", [after(10), after(40)]),
        (
            "de",
            "Die Boreal AG hat 10 Prozent an der Arden AG gekauft und hält nun 40 Prozent der Anteile.",
            [after(10), after(40)],
        ),
        ("en", "Boreal Corp has bought 10% of Arden Mills Inc. Cairn Co holds 40% of the shares.", [after(10), None]),
    ] {
        assert_eq!(first(language, text, shares), Some(expected), "{text}");
    }
}
