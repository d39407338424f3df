//! What a deal says in the article's own words: how far it has come, what its target does and where that is.

use super::{Deal, PartyRole};
use crate::{Analyzer, Article};

fn deals<T>(text: &str, view: impl Fn(&[Deal]) -> T) -> T {
    let article = Article { language: Some("en".into()), ..Article::from_text(text) };
    Analyzer::new().analyze(&article, |analysis| view(&analysis.facts.deals))
}

#[test]
fn the_words_of_a_status() {
    for (text, words) in [
        ("Boreal Corp said it has acquired Arden Mills Inc from Cairn Co.", Some("acquired")),
        ("Boreal Corp said it acquired Arden Mills Inc from Cairn Co.", Some("acquired")),
        ("Boreal Corp said it will acquire Arden Mills Inc from Cairn Co.", Some("will acquire")),
        (
            "Boreal Corp said it completed the previously announced sale of its paper unit to Arden Mills Inc.",
            Some("completed"),
        ),
        ("Boreal Corp announced the sale of its paper unit to Arden Mills Inc.", Some("announced")),
        ("Boreal Corp said it tentatively agreed to buy Arden Mills Inc.", Some("tentatively agreed")),
        ("Boreal Corp said it has agreed to buy Arden Mills Inc.", Some("agreed to buy")),
        ("Boreal Corp signed a definitive agreement to buy Arden Mills Inc.", Some("definitive agreement")),
        ("Boreal Corp said it raised its stake in Arden Mills Inc to 8.1 pct from 7.0 pct.", Some("raised its stake")),
        ("Boreal Corp said it bought a 27 pct stake in Arden Mills Inc.", Some("bought")),
    ] {
        let found = deals(text, |deals| deals.first().and_then(|deal| deal.status_text.clone()));
        assert_eq!(found.as_deref(), words, "{text}");
    }
}

#[test]
fn what_a_target_does_and_where() {
    let told = "Boreal Corp said it agreed to acquire";
    for (text, business, location) in [
        (
            format!("{told} Arden Mills Inc, a maker of pumps and valves based in Portland, Ore., for cash."),
            Some("pumps and valves"),
            Some("Portland, Ore."),
        ),
        (format!("{told} Arden Mills Inc, a Canadian cement producer."), Some("cement producer"), Some("Canadian")),
        (format!("{told} Arden Mills Inc of Portland, Oregon, for cash."), None, Some("Portland, Oregon")),
        (format!("{told} Arden Mills Inc, a privately held company based in Dallas."), None, Some("Dallas")),
        (format!("{told} Arden Mills Inc.\nArden Mills makes steel pumps for ships."), Some("steel pumps"), None),
        (
            format!("{told} Arden Mills Inc.\nArden Mills operates 161 convenience stores in Oregon."),
            Some("convenience stores"),
            Some("Oregon"),
        ),
        (
            format!("{told} Arden Mills Inc.\nArden Mills is one of the country's leading manufacturers of pumps."),
            Some("pumps"),
            None,
        ),
        (
            format!("{told} Arden Mills Inc.\nArden Mills had sales of three mln dlrs. It makes steel pumps."),
            Some("steel pumps"),
            None,
        ),
        (
            "Boreal Corp said it sold its steel pump unit, Arden Mills Inc, to Cairn Co.".into(),
            Some("steel pump"),
            None,
        ),
        (
            "Boreal Corp said it sold its Arden Mills Inc oil and gas subsidiary to Cairn Co.".into(),
            Some("oil and gas"),
            None,
        ),
        // What says nothing of a trade or a seat.
        (format!("{told} Arden Mills Inc, a wholly owned subsidiary of Cairn Co."), None, None),
        (format!("{told} Arden Mills Inc, the company said."), None, None),
    ] {
        let found = deals(&text, |deals| {
            let target =
                deals.iter().flat_map(|deal| &deal.parties).find(|party| party.value.role == PartyRole::Target)?;
            Some((target.value.business.clone(), target.value.location.clone()))
        });
        assert_eq!(found, Some((business.map(str::to_owned), location.map(str::to_owned))), "{text}");
    }
}

#[test]
fn what_is_sold_is_known_by_its_number_and_its_trade() {
    for (language, text, name) in [
        ("en", "Boreal Corp said it sold three warehouses in Ohio to Arden Mills Inc.", "three warehouses"),
        ("de", "Die Boreal AG verkauft ihr Werk in Hamburg an die Arden GmbH.", "Werk"),
        ("de", "Die Boreal AG verkauft zwei Werke in Hamburg und Bremen an die Arden GmbH.", "zwei Werke"),
        (
            "de",
            "Die Boreal AG verkauft ihr Geschäft mit Lacken und Farben an die Arden GmbH.",
            "Geschäft mit Lacken und Farben",
        ),
        ("de", "Die Boreal AG verkauft das Werk Hamburg an die Arden GmbH.", "Werk Hamburg"),
        ("de", "Die Boreal AG verkauft ihr Werk mit 40 Leuten an die Arden GmbH.", "Werk"),
        ("de", "Die Boreal AG verkauft ihr Werk in dieser Woche an die Arden GmbH.", "Werk"),
    ] {
        let article = Article { language: Some(language.into()), ..Article::from_text(text) };
        let found = Analyzer::new().analyze(&article, |analysis| {
            let mut parties = analysis.facts.deals.iter().flat_map(|deal| &deal.parties).rev();
            let target = parties.find(|party| party.value.role == PartyRole::Target);
            target.map(|party| party.value.name.clone())
        });
        assert_eq!(found.as_deref(), Some(name), "{text}");
    }
}

#[test]
fn who_takes_over_stands_before_who_is_taken() {
    let partners = |text: &str| {
        let partner = |deal: &Deal| {
            let all = deal.parties.iter().filter(|party| party.value.role == PartyRole::Partner);
            all.map(|party| party.value.name.clone()).collect::<Vec<_>>()
        };
        deals(text, |deals| deals.first().map(partner).unwrap_or_default())
    };
    let told = "Arden Mills Inc and Boreal Corp agreed to merge.";
    assert_eq!(partners(told), ["Arden Mills Inc", "Boreal Corp"]);
    assert_eq!(
        partners(&format!("{told} Boreal Corp now owns 49 pct of Arden Mills Inc.")),
        ["Boreal Corp", "Arden Mills Inc"]
    );
}

#[test]
fn who_sells_without_a_buyer_named_sells() {
    let count = |text: &str| deals(text, <[Deal]>::len);
    assert_eq!(count("Boreal Corp said it has sold its steel pump operations for 12.2 mln dlrs."), 1);
    assert_eq!(count("Boreal Corp said it sold its steel pump operations. Terms were not disclosed."), 1);
    assert_eq!(count("The companies are ready to sell plants."), 0);
    // The price of one share is none of the whole.
    let amount = |text: &str| deals(text, |deals| deals.first().is_some_and(|deal| deal.amount.is_some()));
    assert!(!amount("Boreal Corp said it will buy Arden Mills Inc for 28.50 dlrs."));
    assert!(amount("Boreal Corp said it will buy Arden Mills Inc for 28.5 mln dlrs."));
}

#[test]
fn an_answer_of_another_year_is_told_in_passing() {
    for (text, background) in [
        ("Arden Mills Inc rejected a $1.6 billion bid from Boreal Corp last year.", true),
        ("Arden Mills Inc rejected a $1.6 billion bid from Boreal Corp.", false),
        ("Boreal Corp will buy Arden Mills Inc in 2027.", false),
    ] {
        assert_eq!(deals(text, |deals| deals[0].background), background, "{text}");
    }
}

#[test]
fn what_is_sold_without_a_name() {
    let sold = |text: &str| {
        deals(text, |deals| {
            let target = |deal: &Deal| deal.parties.iter().find(|party| party.value.role == PartyRole::Target).cloned();
            deals.first().and_then(target).map(|party| party.value.name)
        })
    };
    for (text, words) in [
        ("Boreal Corp will acquire 40 radio masts from Arden Telecom Ltd for $9m.", Some("40 radio masts")),
        ("Boreal Corp has bought the insurer's Spanish operations from Arden Mills Inc.", Some("Spanish operations")),
        ("Boreal Corp will buy the brewer's brands.", Some("brands")),
        ("Boreal Corp buys wheat from Arden Farms Ltd.", None),
        ("Boreal Corp buys its wheat from Arden Farms Ltd.", None),
        ("Boreal Corp will buy $300m of its own shares.", None),
    ] {
        assert_eq!(sold(text).as_deref(), words, "{text}");
    }
}

/// Who plays which part in the first deal of a text, by name or by the words of the text.
fn parties(text: &str) -> Vec<(PartyRole, String)> {
    deals(text, |deals| {
        let parties = deals.first().map(|deal| deal.parties.as_slice()).unwrap_or_default();
        parties.iter().map(|party| (party.value.role, party.value.name.clone())).collect()
    })
}

#[test]
fn what_is_sold_without_a_noun_that_says_that_it_can_be() {
    for (text, target) in [
        ("Boreal Corp sold its two kilns to Arden Mills Inc for $3 million.", "two kilns"),
        ("Boreal Corp buys Arden Mills Inc's kilns for $3 million.", "kilns"),
        ("Boreal Corp buys Arden Mills Inc's shares for $3 million.", "Arden Mills Inc"),
    ] {
        let found = parties(text).into_iter().find(|(role, _)| *role == PartyRole::Target);
        assert_eq!(found.as_ref().map(|(_, name)| name.as_str()), Some(target), "{text}");
    }
}

#[test]
fn the_colon_behind_the_name_of_a_brief_parts_no_clauses() {
    let seller = (PartyRole::Seller, "Boreal".to_string());
    assert!(parties("Boreal: sells its paper mills to Arden for $13 million.").contains(&seller));
    assert!(parties("Boreal – has sold its paper mills to Arden for $13 million.").contains(&seller));
    assert!(!parties("Analysts at Boreal: Cairn sells its paper mills to Arden for $13 million.").contains(&seller));
}

/// Those of a text who play `role` in its first deal, in order.
fn playing(text: &str, role: PartyRole) -> Vec<String> {
    parties(text).into_iter().filter(|(played, _)| *played == role).map(|(_, name)| name).collect()
}

#[test]
fn sellers_are_listed_behind_a_noun_for_them() {
    for (text, sellers) in [
        ("Boreal Corp has bought Arden Mills Inc from its shareholders, among them Cairn Ltd.", vec!["Cairn Ltd"]),
        (
            "Boreal Corp has bought Arden Mills Inc from its shareholders, among them Cairn Ltd and Dunmore Ltd.",
            vec!["Cairn Ltd", "Dunmore Ltd"],
        ),
        ("Boreal Corp has bought Arden Mills Inc, among them Cairn Ltd.", vec![]),
        ("Boreal Corp has bought Arden Mills Inc from traders, among them hopes rise at Cairn Ltd.", vec![]),
    ] {
        assert_eq!(playing(text, PartyRole::Seller), sellers, "{text}");
    }
}
