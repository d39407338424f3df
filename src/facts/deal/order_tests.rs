//! Who plays which part where a German clause does not open with who acts.

use super::{DealStatus, PartyRole};
use crate::{Analyzer, Article};

/// The status and the parties of the first deal of a German text: who buys, what is bought, who sells.
fn told(text: &str) -> Option<(DealStatus, [Option<String>; 3])> {
    let article = Article { language: Some("de".into()), ..Article::from_text(text) };
    Analyzer::new().analyze(&article, |analysis| {
        let deal = analysis.facts.deals.first()?;
        let party = |role| deal.parties.iter().find(|party| party.value.role == role);
        let roles = [PartyRole::Acquirer, PartyRole::Target, PartyRole::Seller];
        Some((deal.status.value, roles.map(|role| party(role).map(|party| party.value.name.clone()))))
    })
}

/// Compares the parties of each text with those expected, an empty name for nobody.
fn compare(cases: &[(&str, [&str; 3])]) {
    for (text, expected) in cases {
        let parties = told(text).map(|(_, parties)| parties.map(Option::unwrap_or_default)).unwrap_or_default();
        assert_eq!(parties, expected.map(str::to_owned), "{text}");
    }
}

#[test]
fn a_participle_may_open_its_clause() {
    compare(&[
        ("Gekauft hat den Verlag Finorval die Boreal AG.", ["Boreal AG", "Finorval", ""]),
        ("Gekauft hat die Finorval GmbH der Konkurrent Boreal aus Ulm.", ["Boreal", "Finorval GmbH", ""]),
        ("Verkauft hat Boreal das Werk an die Cairn AG.", ["Cairn AG", "Werk", "Boreal"]),
        ("Gekauft wird die Finorval GmbH von der Boreal AG.", ["Boreal AG", "Finorval GmbH", ""]),
        ("Ebenfalls verkauft wird die Finorval GmbH an Boreal.", ["Boreal", "Finorval GmbH", ""]),
        ("Übernommen wurden alle Mitarbeiter der Boreal AG.", ["", "", ""]),
        ("Gekauft hat Boreal die Finorval GmbH nicht.", ["", "", ""]),
    ]);
}

#[test]
fn who_acts_may_follow_the_verb_behind_what_it_acts_upon() {
    compare(&[
        ("Die Firma Finorval kauft der Händler Boreal.", ["Boreal", "Finorval", ""]),
        ("Das Hotel Finorval kauft der britische Investor Boreal.", ["Boreal", "Finorval", ""]),
        ("Die Finorval GmbH verkauft der Eigentümer Boreal an Delmont.", ["Delmont", "Finorval GmbH", "Boreal"]),
        ("Den Hersteller Finorval übernimmt für 20 Millionen Euro der Konkurrent Boreal.", ["Boreal", "Finorval", ""]),
        ("Die Mehrheit an Finorval übernimmt für 20 Millionen Euro die Boreal AG.", ["Boreal AG", "Finorval", ""]),
        ("Die Boreal AG kauft den Händler Finorval.", ["Boreal AG", "Finorval", ""]),
    ]);
}

#[test]
fn a_contrast_inside_of_a_clause_parts_nothing() {
    compare(&[
        ("Die Boreal AG hat die Finorval GmbH jedoch übernommen.", ["Boreal AG", "Finorval GmbH", ""]),
        ("Die Boreal AG will aber die Finorval GmbH übernehmen.", ["Boreal AG", "Finorval GmbH", ""]),
        ("Die Boreal AG übernimmt nun doch die Finorval GmbH.", ["Boreal AG", "Finorval GmbH", ""]),
        (
            "Die Gespräche endeten, doch die Boreal AG hat die Finorval GmbH gekauft.",
            ["Boreal AG", "Finorval GmbH", ""],
        ),
    ]);
}

#[test]
fn what_is_not_to_be_after_all_is_off() {
    for (text, status) in [
        ("Die Boreal AG wird die Finorval GmbH doch nicht übernehmen.", Some(DealStatus::Cancelled)),
        ("Die Boreal AG wird die Finorval GmbH nicht übernehmen.", None),
        ("Die Boreal AG kauft die Finorval GmbH nun doch nicht.", None),
        ("Die Boreal AG kauft die Finorval GmbH und nicht Delmont.", Some(DealStatus::Announced)),
    ] {
        assert_eq!(told(text).map(|(status, _)| status), status, "{text}");
    }
}
