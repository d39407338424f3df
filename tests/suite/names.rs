//! What names are taken for by the words around them, and where they end.

use dealfacts::report::{Detail, Report, render};
use dealfacts::{Analyzer, Article};
use serde_json::Value;

fn companies(text: &str, language: &str) -> Vec<String> {
    let mut article = Article::from_text(text);
    article.language = Some(language.to_owned());
    let detail = Detail { mentions: false, rules: false };
    let printed = Analyzer::new().analyze(&article, |analysis| render::json(&Report::new(analysis, detail)));
    let report: Value = serde_json::from_str(&printed.expect("a report prints")).expect("a report is JSON");
    let all = report["companies"].as_array().expect("companies are a list");
    all.iter().map(|company| company["name"].as_str().unwrap_or_default().to_owned()).collect()
}

#[test]
fn a_new_word_is_what_governs_it() {
    let is_company = |text: &str| companies(text, "fr").contains(&"Quelvanor".to_owned());
    assert!(is_company("Le groupe a renoncé à céder son usine. Elle a vendu la licence et reste adossée à Quelvanor."));
    assert!(!is_company("Le maire est né à Quelvanor en 1961 et y vit toujours."));
}

#[test]
fn a_trade_may_stand_before_what_it_trades_in() {
    assert!(
        companies("Le groupe de bagages Torvane Delmont ouvre deux magasins.", "fr")
            .contains(&"Torvane Delmont".into())
    );
}

#[test]
fn where_a_company_is_from_is_no_part_of_its_name() {
    let found = companies("On Monday a venture with Norway’s Torvane Holdings was wound up.", "en");
    assert_eq!(found, ["Torvane Holdings"]);
}

#[test]
fn german_names_are_told_from_nouns() {
    for (text, expected) in [
        ("Quelvanor geht an Brunnstedt.", &["Quelvanor", "Brunnstedt"][..]),
        ("Der Konzern verkauft die Anteile für 3 Millionen Euro an die Kölner Torvane.", &["Torvane"]),
        ("Die Hamburger Quelvanor-Gruppe übernimmt den Windpark Torvane.", &["Quelvanor", "Torvane"]),
        // The genitive of a name has no mark, and a compound that is a name is introduced as one.
        ("Quelvanor wächst. Quelvanors Umsatz stieg.", &["Quelvanor"]),
        ("Der Händler Blauglas wächst. Gestern hat Blauglas eröffnet.", &["Blauglas"]),
        ("Tatsächlich steigt der Umsatz. Entscheidend wird die Gestattung durch Behörden.", &[]),
        ("Für Kunststoffverarbeiter ändert sich mit Preiserhöhungen wenig, sagten Branchenkenner.", &[]),
    ] {
        assert_eq!(companies(text, "de"), expected, "{text}");
    }
}
