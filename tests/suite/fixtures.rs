//! The articles under `fixtures/`; beside one whose report has been reviewed stands that report: `NAME.txt`, `NAME.json`.
//!
//! `UPDATE_FIXTURES=1 cargo test --test suite fixtures` writes the reports anew; the difference is then read and judged.

use std::fs;
use std::path::{Path, PathBuf};

use dealfacts::report::{Detail, Report, render, schema};
use dealfacts::{Analyzer, Article};
use serde_json::Value;

use crate::jq::jq;

fn articles() -> Vec<PathBuf> {
    let mut found = Vec::new();
    for language in ["en", "fr", "de", "es", "it", "pt", "nl"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(language);
        for entry in fs::read_dir(folder).expect("the fixtures are there") {
            let path = entry.expect("the fixtures can be read").path();
            if path.extension().is_some_and(|extension| extension == "txt") {
                found.push(path);
            }
        }
    }
    found.sort();
    assert!(found.len() >= 12, "only {} fixtures", found.len());
    found
}

/// The report as the program prints it; the version is left open, so that a release does not touch every snapshot.
fn printed(analyzer: &Analyzer, path: &Path, detail: Detail) -> String {
    let mut article = Article::from_text(fs::read_to_string(path).expect("the fixture can be read"));
    let folder = path.parent().and_then(Path::file_name).map(Path::new).unwrap_or(Path::new(""));
    article.name = Some(folder.join(path.file_name().unwrap_or_default()).display().to_string());
    let mut report = analyzer.analyze(&article, |analysis| Report::new(analysis, detail));
    report.generator.version = "*";
    render::json(&report).expect("a report prints")
}

#[test]
fn every_report_is_the_reviewed_one() {
    let analyzer = Analyzer::new();
    let update = std::env::var_os("UPDATE_FIXTURES").is_some();
    let mut changed = Vec::new();
    for path in articles() {
        let report = printed(&analyzer, &path, Detail::default());
        let reviewed = path.with_extension("json");
        if update && reviewed.exists() {
            fs::write(&reviewed, report).expect("the snapshot can be written");
            continue;
        }
        let Ok(expected) = fs::read_to_string(&reviewed) else { continue };
        if let Some(difference) = first_difference(&expected, &report) {
            changed.push(format!("{}: {difference}", reviewed.display()));
        }
    }
    assert!(
        changed.is_empty(),
        "{}\nIf the new reports are right, write them with UPDATE_FIXTURES=1 and read the difference.",
        changed.join("\n")
    );
}

fn first_difference(expected: &str, found: &str) -> Option<String> {
    let (mut left, mut right) = (expected.lines(), found.lines());
    for line in 1.. {
        match (left.next(), right.next()) {
            (None, None) => break,
            (a, b) if a == b => {}
            (a, b) => {
                let show = |line: Option<&str>| line.map_or("nothing".to_owned(), |line| format!("`{}`", line.trim()));
                return Some(format!("line {line} is {} instead of {}", show(b), show(a)));
            }
        }
    }
    None
}

#[test]
fn every_report_fits_the_schema() {
    let schema = schema();
    let validator = jsonschema::draft202012::new(&schema).expect("the schema is a schema");
    let analyzer = Analyzer::new();
    for path in articles() {
        for detail in [Detail::default(), Detail { mentions: true, rules: true }] {
            let report: Value = serde_json::from_str(&printed(&analyzer, &path, detail)).expect("a report is JSON");
            let errors: Vec<String> =
                validator.iter_errors(&report).map(|error| format!("{} at {}", error, error.instance_path)).collect();
            assert!(errors.is_empty(), "{}:\n{}", path.display(), errors.join("\n"));
        }
    }
}

/// The schema asks for every key of every object, but for the mentions that depend on a flag.
#[test]
fn the_schema_requires_every_key() {
    fn walk(schema: &Value, at: &str, missing: &mut Vec<String>) {
        let Some(object) = schema.as_object() else { return };
        let required: Vec<&str> =
            object.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
        for (name, part) in object.get("properties").and_then(Value::as_object).into_iter().flatten() {
            if name != "mentions" && !required.contains(&name.as_str()) {
                missing.push(format!("{at}.{name}"));
            }
            walk(part, &format!("{at}.{name}"), missing);
        }
        for (name, part) in object.get("$defs").and_then(Value::as_object).into_iter().flatten() {
            walk(part, name, missing);
        }
    }
    let mut missing = Vec::new();
    walk(&schema(), "report", &mut missing);
    assert!(missing.is_empty(), "not required: {}", missing.join(", "));
}

/// What articles say and reports do not have yet, as filters that hold once they do: `en/NAME: FILTER`, one a line.
const KNOWN_FAILURES: &str = include_str!("known_failures.txt");

#[test]
fn what_is_known_to_fail_still_fails() {
    let analyzer = Analyzer::new();
    let mut mended = Vec::new();
    for line in KNOWN_FAILURES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (name, filter) = line.split_once(": ").expect("a line is `en/NAME: FILTER`");
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name).with_extension("txt");
        match jq(&format!("'{filter}'"), &printed(&analyzer, &path, Detail::default())).trim() {
            "false" => {}
            "true" => mended.push(line),
            other => panic!("{line} gives {other}, neither true nor false"),
        }
    }
    assert!(mended.is_empty(), "no longer failing, take out of tests/suite/known_failures.txt:\n{}", mended.join("\n"));
}
