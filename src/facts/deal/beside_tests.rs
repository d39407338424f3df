//! What stands beside a deal and tells none: what somebody is, how shares moved, what else was paid.

use super::tests::{first, told_in};

#[test]
fn what_somebody_is_tells_no_deal_of_its_own() {
    let bought = ["Acquisition Acquirer Boreal Corp Target Arden Mills Inc Medium"];
    for text in [
        "Nasdaq-listed Boreal Corp has bought Arden Mills Inc.",
        "Boreal Corp has bought state-owned Arden Mills Inc.",
        "Boreal Corp, which is listed in Paris, has bought Arden Mills Inc.",
        "Boreal Corp, listed on the Nasdaq, has bought Arden Mills Inc.",
        "Boreal Corp has bought Arden Mills Inc for cash. Boreal Corp has been listed in Paris since 2004.",
        "Arden Mills Inc has been bought by brewery equipment maker Boreal Corp.",
    ] {
        assert_eq!(told_in("en", text), bought, "{text}");
    }
    let listing = told_in("en", "Arden Mills Inc will be listed in Paris next month.");
    assert_eq!(listing, ["Ipo Target Arden Mills Inc Low"]);
}

#[test]
fn how_shares_moved_founds_no_deal() {
    for (language, text) in [
        ("fr", "Boréal SA a racheté Arden SA. L'action Boréal a gagné 3 % tandis que Cairn SA a perdu 2 %."),
        (
            "es",
            "Boreal SA ha comprado Arden SA. Las acciones de Boreal subieron un 3% y las de Cairn SA cayeron un 2%.",
        ),
        ("pt", "A Boreal SA comprou a Arden SA. As ações da Boreal subiram 3% e as da Cairn SA caíram 2%."),
    ] {
        assert_eq!(told_in(language, text).len(), 1, "{text}");
    }
    let stake = told_in("es", "Boreal SA pasará del 5,4% al 29,4% de Arden SA.");
    assert_eq!(stake, ["MinorityStake Acquirer Boreal SA Target Arden SA Medium"]);
}

#[test]
fn who_only_wanted_a_company_does_not_sell_it() {
    let seller = |text: &str| told_in("es", text).iter().any(|told| told.contains("Seller Cairn SA"));
    assert!(!seller("Boreal SA ha comprado Arden SA. Cairn SA también se había interesado por Arden SA."));
    assert!(seller("Boreal SA ha comprado Arden SA. Cairn SA había comprado Arden SA en 2015."));
}

#[test]
fn what_is_sold_for_a_price_needs_no_named_buyer() {
    let price = |text: &str| first("en", text, |deal| deal.amount.as_ref()?.value.quantity.value).is_some();
    assert!(price("Arden Mills Inc was sold for $3 million."));
    assert!(price("Arden Mills Inc has been bought by a private equity fund for $30 million."));
    assert!(!price("Arden Mills Inc is for sale."));
    // Less than a company costs.
    assert!(!price("Arden Mills Inc was sold for $3."));
}
