//! The figures and dates of every language: each row's examples, no holes, no duplicates, and the table of what is
//! supported.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::{Path, PathBuf};
use std::{env, fs};

use super::probe::read;
use super::{Mentions, PercentageUnit, Quantity};
use crate::language::Language;
use crate::language::lexicon::schema::{self, Iso4217, Lexicon};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/language/lexicons")
}

fn rows(language: Language) -> Lexicon {
    let folder = folder().join(language.tag());
    let file = |name: &str| fs::read_to_string(folder.join(format!("{name}.toml"))).map_err(|e| e.to_string());
    Lexicon::from_files(file).unwrap_or_else(|error| panic!("{}: {error}", language.tag()))
}

fn spoken() -> impl Iterator<Item = Language> {
    Language::ALL.into_iter().filter(|language| *language != Language::Undetermined)
}

fn figure(quantity: &Quantity, unit: &str) -> String {
    let number = match (quantity.value, quantity.min, quantity.max) {
        (Some(value), _, _) => value.to_string(),
        (None, Some(min), Some(max)) => format!("{min}..{max}"),
        (None, Some(min), None) => format!("{min}.."),
        _ => String::new(),
    };
    format!("{number} {unit}").trim().to_owned()
}

/// The sums, percentages, fractions and dates of a text, as the examples write them.
fn found(language: Language, text: &str, published: Option<&str>) -> [Vec<String>; 4] {
    read(language, text, |reading| {
        let mentions = Mentions::figures(reading, published.map(|day| day.parse().expect("a day")));
        let unit = |unit| match unit {
            PercentageUnit::Percent => "",
            PercentageUnit::PercentagePoint => "points",
            PercentageUnit::BasisPoint => "basis points",
        };
        [
            mentions.money.iter().map(|m| figure(&m.quantity, m.currency.as_ref().map_or("?", |c| c.code()))).collect(),
            mentions.percentages.iter().map(|p| figure(&p.quantity, unit(p.unit))).collect(),
            mentions.fractions.iter().map(|f| f.percent.to_string()).collect(),
            mentions.dates.iter().map(|d| d.edtf.clone()).collect(),
        ]
    })
}

#[test]
fn every_example_gives_its_figures() {
    for language in Language::ALL {
        let rows = rows(language);
        for example in &rows.figures.examples {
            let [money, percent, fraction, _] = found(language, &example.text, None);
            let expected = (&example.money, &example.percent, &example.fraction);
            assert_eq!((&money, &percent, &fraction), expected, "{}: {}", language.tag(), example.text);
        }
        for text in &rows.figures.nothing {
            let [money, percent, fraction, _] = found(language, text, None);
            assert!(money.is_empty() && percent.is_empty() && fraction.is_empty(), "{}: {text}", language.tag());
        }
        for example in &rows.dates.examples {
            let [_, _, _, dates] = found(language, &example.text, example.published.as_deref());
            assert_eq!(dates, example.edtf, "{}: {}", language.tag(), example.text);
        }
        for text in &rows.dates.nothing {
            let [_, _, _, dates] = found(language, text, None);
            assert!(dates.is_empty(), "{}: {text}: {dates:?}", language.tag());
        }
    }
}

/// The lists of a language by section; what is counted in the table of the README.
fn sections(rows: &Lexicon) -> Vec<(&'static str, usize)> {
    let (figures, dates) = (&rows.figures, &rows.dates);
    let (number, currency) = (&figures.number, &figures.currency);
    let all = |lists: &[Vec<String>]| lists.iter().map(Vec::len).sum::<usize>();
    let parts = |parts: &[schema::Part]| parts.iter().map(|part| part.forms.len()).sum::<usize>();
    let names: BTreeSet<&String> = rows.currencies.names.keys().chain(currency.names.keys()).collect();
    let (q, range) = (&figures.qualifier, &figures.range);
    vec![
        ("numbers in words", number.words.values().map(Vec::len).sum()),
        ("parts and collectives", parts(&number.parts) + parts(&number.and_parts) + number.collectives.len()),
        ("magnitudes", figures.magnitude.iter().map(|m| m.forms.len() + m.beside_currency.len()).sum()),
        ("currencies named", names.len()),
        ("shared names of currencies", currency.shared.iter().map(|row| row.names.len()).sum()),
        ("hundredths", currency.parts.iter().map(|row| row.names.len()).sum()),
        ("percent", figures.percent.percent.len() + figures.percent.per_mille.len()),
        ("percentage and basis points", figures.percent.points.len() + figures.percent.basis_points.len()),
        ("qualifiers before", q.approximate.len() + q.at_least.len() + q.at_most.len()),
        ("qualifiers after", q.approximate_after.len() + q.at_least_after.len() + q.at_most_after.len()),
        ("words of ranges", range.between.len() + range.from.len() + range.to.len() + range.into.len()),
        ("per share, year, unit", figures.per.share.len() + figures.per.year.len() + figures.per.unit.len()),
        ("fractions", parts(&figures.fraction.parts) + figures.fraction.ordinals.len()),
        ("months", all(&dates.months)),
        ("weekdays", all(&dates.weekdays)),
        ("quarters and halves", all(&dates.quarters) + all(&dates.halves)),
        ("seasons", all(&dates.seasons)),
        ("relative dates", dates.relative.iter().map(|row| row.forms.len()).sum()),
    ]
}

#[test]
fn no_language_has_a_hole() {
    for language in spoken() {
        let rows = rows(language);
        for (section, count) in sections(&rows) {
            assert!(count > 0, "{} has no {section}", language.tag());
        }
        assert_eq!(rows.dates.months.len(), 12, "{}", language.tag());
        assert_eq!(rows.dates.weekdays.len(), 7, "{}", language.tag());
        assert!(rows.figures.examples.len() >= 3 && !rows.figures.nothing.is_empty(), "{}", language.tag());
        assert!(rows.dates.examples.len() >= 2 && !rows.dates.nothing.is_empty(), "{}", language.tag());
    }
}

#[test]
fn no_list_holds_a_form_twice() {
    for language in Language::ALL {
        let rows = rows(language);
        let figures = toml::Value::try_from(&rows.figures).expect("rows print as TOML");
        let dates = toml::Value::try_from(&rows.dates).expect("rows print as TOML");
        for (file, value) in [("figures", &figures), ("dates", &dates)] {
            each_list(value, file, &mut |path, forms| {
                let mut seen = HashSet::new();
                for form in forms {
                    assert!(seen.insert(form.clone()), "{}: {path} holds {form:?} twice", language.tag());
                }
            });
        }
    }
}

/// Calls `check` for every list of strings below `value`.
fn each_list(value: &toml::Value, path: &str, check: &mut impl FnMut(&str, Vec<String>)) {
    match value {
        toml::Value::Table(table) => {
            for (key, value) in table {
                each_list(value, &format!("{path}.{key}"), check);
            }
        }
        toml::Value::Array(array) if array.iter().any(toml::Value::is_str) => {
            check(path, array.iter().filter_map(|item| item.as_str().map(str::to_owned)).collect());
        }
        toml::Value::Array(array) => array.iter().for_each(|item| each_list(item, path, check)),
        _ => {}
    }
}

#[test]
fn every_currency_has_a_name_or_a_reason() {
    let iso = fs::read_to_string(folder().join("currencies.toml")).expect("the table of ISO 4217 is there");
    let iso: Iso4217 = toml::from_str(&iso).expect("the table of ISO 4217 is well formed");
    assert!(iso.currency.len() > 170, "the whole of ISO 4217");
    for language in spoken() {
        let rows = rows(language);
        let own = &rows.figures.currency;
        let shared: HashSet<&String> = own.shared.iter().flat_map(|row| &row.codes).collect();
        let missing: Vec<&String> = iso
            .currency
            .iter()
            .filter(|(code, row)| {
                row.unnamed.is_none()
                    && !row.historic
                    && !rows.currencies.names.contains_key(*code)
                    && !own.names.contains_key(*code)
                    && !shared.contains(code)
            })
            .map(|(code, _)| code)
            .collect();
        assert!(missing.is_empty(), "{} names no {missing:?}", language.tag());
    }
}

/// The table of what is supported, as the README of the lexicons shows it.
fn support_table() -> String {
    let mut lines: BTreeMap<usize, String> = BTreeMap::new();
    let mut table = String::from("| |");
    let languages: Vec<Language> = spoken().collect();
    for language in &languages {
        table.push_str(&format!(" {} |", language.tag()));
        for (position, (section, count)) in sections(&rows(*language)).into_iter().enumerate() {
            lines.entry(position).or_insert_with(|| format!("| {section} |")).push_str(&format!(" {count} |"));
        }
    }
    table.push_str(&format!("\n| --- |{}\n", " ---: |".repeat(languages.len())));
    for line in lines.values() {
        table.push_str(line);
        table.push('\n');
    }
    table
}

#[test]
fn the_table_of_what_is_supported_is_current() {
    let (open, close) = ("<!-- figures -->\n", "<!-- end of figures -->");
    let path = folder().join("README.md");
    let text = fs::read_to_string(&path).expect("the lexicons have a README");
    let (head, rest) = text.split_once(open).expect("a table of figures");
    let (table, tail) = rest.split_once(close).expect("its end");
    let current = support_table();
    if env::var_os("UPDATE_TABLES").is_some() {
        fs::write(&path, format!("{head}{open}{current}{close}{tail}")).expect("the README can be written");
    } else {
        assert_eq!(table, current, "run the tests once with UPDATE_TABLES=1");
    }
}
