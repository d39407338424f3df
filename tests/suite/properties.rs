//! What holds for any text: a report without panic, spans that cut their words, the same bytes every time.

use std::sync::LazyLock;

use dealfacts::report::{Detail, Report, render};
use dealfacts::{Analyzer, Article};
use proptest::prelude::*;
use serde_json::Value;

/// One analyzer for all cases, as a program would use it.
static ANALYZER: LazyLock<Analyzer> = LazyLock::new(Analyzer::new);

fn report(text: &str, language: Option<&str>) -> Value {
    serde_json::from_str(&printed(text, language)).expect("a report is JSON")
}

fn printed(text: &str, language: Option<&str>) -> String {
    let mut article = Article::from_text(text);
    article.language = language.map(str::to_owned);
    let detail = Detail { mentions: true, rules: true };
    ANALYZER.analyze(&article, |analysis| render::json(&Report::new(analysis, detail))).expect("a report prints")
}

/// Every object with offsets cuts exactly its text, in code points and in bytes.
fn check_spans(value: &Value, text: &str) -> Result<usize, TestCaseError> {
    let mut checked = 0;
    match value {
        Value::Object(object) => {
            let offset = |key: &str| object.get(key).and_then(Value::as_u64).map(|offset| offset as usize);
            if let (Some(start), Some(end), Some(words)) =
                (offset("start"), offset("end"), object.get("text").and_then(Value::as_str))
            {
                let points: String = text.chars().skip(start).take(end.saturating_sub(start)).collect();
                prop_assert_eq!(&points, words);
                let bytes = offset("byte_start").zip(offset("byte_end")).and_then(|(start, end)| text.get(start..end));
                prop_assert_eq!(bytes, Some(words));
                checked += 1;
            }
            for part in object.values() {
                checked += check_spans(part, text)?;
            }
        }
        Value::Array(parts) => {
            for part in parts {
                checked += check_spans(part, text)?;
            }
        }
        _ => {}
    }
    Ok(checked)
}

/// Pieces that deal news is made of, and pieces that break things, in any order.
fn newslike() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "Arvel",
            "Boreal Inc.",
            "Arvel SA",
            "Jane Holm",
            "M. Pierre Daumal",
            "the Swiss group",
            "l’américain",
            "acquires",
            "was sold by",
            "rachète",
            "cède",
            "a stake in",
            "une participation dans",
            "to",
            "by",
            "à",
            "de",
            "$14 billion",
            "14 milliards d’euros",
            "2,5 Md€",
            "€6bn",
            "US$ 1.2m",
            "49%",
            "49 %",
            "un tiers",
            "between",
            "entre",
            "et",
            "and",
            "not",
            "ne",
            "pas",
            "plutôt que de",
            "(ARVL)",
            "“",
            "”",
            "«",
            "»",
            "’",
            "'",
            "\"",
            ". ",
            ", ",
            " – ",
            "\n",
            "\n\n",
            "\r\n",
            "• ",
            "• ",
            "\t",
            "\u{a0}",
            "\u{202f}",
            "said",
            "a déclaré",
            "2016",
            "in April",
            "le 3 mars 2024",
            "last year",
            "hier",
            "CEO",
            "PDG de",
            "founder of",
            "fondateur de",
            "Inc",
            "&",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,6}".prop_map(String::from),
        any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_a_report_whose_spans_cut_their_words(text in any::<String>()) {
        check_spans(&report(&text, None), &text)?;
    }

    #[test]
    fn any_news_gives_a_report_whose_spans_cut_their_words(
        text in newslike(),
        language in prop::sample::select(vec![None, Some("en"), Some("fr"), Some("de"), Some("und"), Some("xx")]),
    ) {
        check_spans(&report(&text, language), &text)?;
    }

    #[test]
    fn two_runs_give_the_same_bytes(text in newslike()) {
        prop_assert_eq!(printed(&text, None), printed(&text, None));
        let elsewhere = Analyzer::new();
        let article = Article::from_text(text.as_str());
        let again = elsewhere.analyze(&article, |analysis| {
            render::json(&Report::new(analysis, Detail { mentions: true, rules: true }))
        });
        prop_assert_eq!(printed(&text, None), again.expect("a report prints"));
    }
}

#[test]
fn the_spans_of_a_real_article_cut_their_words() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures");
    for name in ["en/funding-round.txt", "fr/levee-de-fonds.txt"] {
        let text = std::fs::read_to_string(format!("{folder}/{name}")).expect("the fixture is there");
        let checked = check_spans(&report(&text, None), &text).expect("spans cut their words");
        assert!(checked > 0, "{name} has no spans at all");
    }
}

/// An article cut off anywhere is read in every language: rules look at words that may not be there.
#[test]
fn an_article_cut_off_anywhere_gives_a_report() {
    const MOST: usize = 40;
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures");
    for name in ["en/deal-digest.txt", "fr/tour-des-operations.txt", "de", "es", "it", "pt"] {
        let path = format!("{folder}/{name}");
        let file = if name.ends_with(".txt") { path.into() } else { first_article(&path) };
        let text = std::fs::read_to_string(file).expect("the fixture is there");
        let words: Vec<&str> = text.split_whitespace().take(MOST).collect();
        for language in ["en", "fr", "de", "es", "it", "pt", "nl"] {
            for at in 0..words.len() {
                for cut in [&words[at..at + 1], &words[..at + 1]] {
                    let report = report(&cut.join(" "), Some(language));
                    assert!(report["deals"].is_array(), "{language}: {cut:?}");
                }
            }
        }
    }
}

/// The first article of a folder, in the order of names.
fn first_article(folder: &str) -> std::path::PathBuf {
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let mut files: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    files.into_iter().next().expect("an article is there")
}
