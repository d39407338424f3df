//! The bid that follows the purchase of a share.

use super::{DealStatus, DealType};
use crate::{Analyzer, Article};

/// The deals of an article that tells of a purchase, and then what is `told`.
fn deals(language: &str, bought: &str, told: &str) -> Vec<(DealType, DealStatus)> {
    let text = format!("{bought}\n\n{told}\n");
    let article = Article { language: Some(language.into()), ..Article::from_text(&text) };
    let view = |deal: &super::Deal| (deal.kind.value, deal.status.value);
    Analyzer::new().analyze(&article, |analysis| analysis.facts.deals.iter().map(view).collect())
}

const EN: &str =
    "Boreal Corp has agreed to buy 57% of Arden Foods Ltd from Cairn Fund for £40m. Arden Foods makes soups.";
const FR: &str = "Boréal SA va racheter 57 % d'Arden Conserves SA à Cairn pour 40 millions d'euros. Arden Conserves fait des soupes.";

#[test]
fn a_bid_for_the_rest_is_a_deal_of_its_own() {
    for (language, bought, told) in [
        ("en", EN, "A public offer for the remaining shares will follow at the same price."),
        ("en", EN, "Boreal will then make a mandatory tender offer to the other shareholders."),
        ("fr", FR, "Une offre publique sur le solde du capital suivra au même prix."),
        ("fr", FR, "Boréal ne cache pas la suite : une offre publique d'achat sur les actions restantes."),
    ] {
        let found = deals(language, bought, told);
        assert_eq!(found.len(), 2, "{told}");
        assert!(found.contains(&(DealType::TakeoverBid, DealStatus::Planned)), "{told}: {found:?}");
    }
}

#[test]
fn a_bid_that_need_not_be_made_is_none() {
    for (language, bought, told) in [
        ("en", EN, "Boreal does not plan to make an offer for the remaining shares."),
        ("en", EN, "The regulator has exempted it from making a mandatory bid."),
        ("en", EN, "An earlier offer of £30m was below what the other bidders had in mind."),
        ("fr", FR, "Aucune offre publique ne sera lancée sur le solde du capital."),
    ] {
        assert_eq!(deals(language, bought, told).len(), 1, "{told}");
    }
}

#[test]
fn whoever_buys_the_whole_bids_for_nothing_more() {
    let bought = "Boreal Corp has agreed to buy Arden Foods Ltd from Cairn Fund for £40m. Arden Foods makes soups.";
    let told = "The offer is open to the remaining shareholders at the same price.";
    assert_eq!(deals("en", bought, told).len(), 1);
}
