//! What is told as news though its tense lies further back.

use super::tests::first;

#[test]
fn what_is_announced_is_news_whatever_its_tense() {
    for (language, text, background) in [
        ("fr", "Boréal SA a annoncé lundi qu'il avait racheté Arden SA.", false),
        ("fr", "Boréal SA a rappelé qu'il avait racheté Arden SA.", true),
        ("fr", "Boréal SA, qui avait racheté Arden SA, publie ses comptes.", true),
        ("es", "Boreal SA anunció que había comprado Arden SA.", false),
        ("es", "Boreal SA recordó que había comprado Arden SA.", true),
        ("it", "Boreal SpA ha annunciato che aveva acquistato Arden SpA.", false),
        ("it", "Boreal SpA ha ricordato che aveva acquistato Arden SpA.", true),
        ("pt", "A Boreal SA anunciou na segunda-feira que comprou a Arden SA.", false),
    ] {
        assert_eq!(first(language, text, |deal| Some(deal.background)), Some(background), "{text}");
    }
}

#[test]
fn who_says_it_acts_in_what_is_said() {
    for (text, parties) in [
        ("Boreal AG gab bekannt, dass es Arden AG übernommen hat.", Some(2)),
        ("Boreal AG bestätigte, Arden AG gekauft zu haben.", Some(2)),
        ("Boreal AG wächst, wenn es Arden AG übernommen hat.", None),
        ("Boreal AG dementiert, Arden AG gekauft zu haben.", None),
    ] {
        assert_eq!(first("de", text, |deal| Some(deal.parties.len())), parties, "{text}");
    }
}
