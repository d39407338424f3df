//! Who sells, by what an article tells of the owners.

use crate::facts::PartyRole;
use crate::{Analyzer, Article};

/// Who sells Arden Foods, by what is told of its owners.
fn sellers(told: &str) -> Vec<String> {
    let text = format!("Boreal Corp has bought Arden Foods Ltd for £40m, the companies said on Monday.\n\n{told}\n");
    let article = Article { language: Some("en".into()), ..Article::from_text(&text) };
    Analyzer::new().analyze(&article, |analysis| {
        let deal = analysis.facts.deals.first().expect("a deal is told");
        deal.parties
            .iter()
            .filter(|party| party.value.role == PartyRole::Seller)
            .map(|party| party.value.name.clone())
            .collect()
    })
}

#[test]
fn owners_of_the_whole_sell_it_together() {
    for told in [
        "Cairn Fund holds 80% and its manager Peter Lorne 20%.",
        "Cairn Fund held 51% of Arden Foods and its founder Peter Lorne the rest.",
        "Arden Foods was founded by Cairn Fund and Peter Lorne, who each own half.",
        "Cairn Fund and Peter Lorne, who own 50% each, have worked on it for months.",
    ] {
        assert_eq!(sellers(told), ["Cairn Fund", "Peter Lorne"], "{told}");
    }
}

#[test]
fn owners_of_a_part_may_keep_it() {
    for told in [
        "Cairn Fund holds 12% and its manager Peter Lorne 20%.",
        "Cairn Fund will hold 80% and its manager Peter Lorne 20%.",
    ] {
        assert_eq!(sellers(told), [""; 0], "{told}");
    }
}
