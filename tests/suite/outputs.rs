//! What goes out: tables, pages, progress.

use std::collections::HashMap;
use std::fs;

use crate::program::{ARTICLE, folder, piped, run};

/// The rows of a table, each as its cells by the names of their columns.
fn rows(table: &str) -> Vec<HashMap<String, String>> {
    csv::Reader::from_reader(table.as_bytes()).deserialize().collect::<Result<_, _>>().expect("the table is CSV")
}

#[test]
fn a_table_has_a_row_for_each_deal() {
    let two =
        "Arvel Inc. has bought Boreal SA for €1.5 billion.\n\nJorvik plc, \"the =firm\", takes 60% of Kestrel Oy.";
    let folder =
        folder(&[("a.txt", ARTICLE.as_bytes()), ("b.txt", two.as_bytes()), ("c.txt", b"No deal."), ("d.txt", b"")]);
    let run_in = |arguments: &[&str]| run(folder.path(), &[&["--to", "csv"], arguments].concat());
    let table = run_in(&["."]);
    assert_eq!(table.code, 1);
    assert!(table.out.lines().all(|line| !line.is_empty()) && table.out.contains("\r\n"));
    let found = rows(&table.out);
    let cells = |column: &str| found.iter().map(|row| row[column].as_str()).collect::<Vec<_>>();
    assert_eq!(cells("source"), ["./a.txt", "./b.txt", "./b.txt"]);
    assert_eq!(cells("amount"), ["2000000000", "1500000000", ""]);
    assert_eq!(cells("currency"), ["USD", "EUR", ""]);
    assert_eq!(cells("stake_percent"), ["", "", "60"]);
    assert_eq!(cells("acquirers")[1], "Arvel Inc.");
    assert_eq!(cells("status")[1], "completed");
    let one = run_in(&["c.txt"]);
    assert_eq!((one.code, rows(&one.out).len(), one.out.lines().count()), (0, 0, 1), "only the names of the columns");
    assert_eq!(run_in(&[".", "-o", "out/"]).code, 1);
    let own = fs::read_to_string(folder.path().join("out/b.csv")).expect("each article has its table");
    assert_eq!(rows(&own).len(), 2);
}

#[test]
fn a_cell_is_never_a_formula() {
    let record = r#"{"id": "=1+1", "title": "@SUM(A1)", "text": "Arvel Inc. has bought Boreal SA."}"#;
    let table = piped(std::path::Path::new("."), &["--from", "jsonl", "--to", "csv", "-"], record.as_bytes());
    let row = &rows(&table.out)[0];
    assert_eq!((row["id"].as_str(), row["title"].as_str()), ("'=1+1", "'@SUM(A1)"));
}

#[test]
fn pages_stand_alone_together_or_in_a_folder() {
    let folder = folder(&[("n/a.txt", ARTICLE.as_bytes()), ("n/b.txt", b"Nothing was bought."), ("n/c.txt", b"")]);
    let run_in = |arguments: &[&str]| run(folder.path(), &[&["--to", "html"], arguments].concat());
    let one = run_in(&["n/a.txt"]);
    assert_eq!((one.code, one.out.matches("<article").count(), one.out.contains("id=\"index\"")), (0, 1, false));
    let together = run_in(&["n"]);
    assert_eq!(together.code, 1);
    assert_eq!((together.out.matches("<article").count(), together.out.matches("<tr data-deals").count()), (2, 3));
    assert!(together.out.contains("<a href=\"#a2\">") && together.out.contains("id=\"a2\""));
    assert!(together.out.trim_end().ends_with("</html>") && together.out.matches("<html").count() == 1);
    assert_eq!(run_in(&["n", "-o", "pages/"]).code, 1);
    let index = fs::read_to_string(folder.path().join("pages/index.html")).expect("there is an index");
    assert!(index.contains("<a href=\"a.html\">") && index.contains("<a href=\"b.html\">"), "{index}");
    assert!(fs::read_to_string(folder.path().join("pages/a.html")).is_ok_and(|page| page.contains("data-fact=\"d1\"")));
}

#[test]
fn an_article_called_index_keeps_its_page() {
    let folder = folder(&[("n/index.txt", ARTICLE.as_bytes())]);
    run(folder.path(), &["n", "--to", "html", "-o", "pages/"]);
    let index = fs::read_to_string(folder.path().join("pages/index.html")).expect("there is an index");
    assert!(index.contains("<a href=\"index-2.html\">"), "{index}");
    assert!(folder.path().join("pages/index-2.html").exists());
}

#[test]
fn progress_and_summary_are_shown_on_demand() {
    let records = "{\"text\": \"Arvel Inc. has bought Boreal SA.\"}\n{\"text\": \"\"}\n".repeat(20);
    let here = std::path::Path::new(".");
    let shown = piped(here, &["--progress", "-j", "2", "-"], records.as_bytes());
    let summary = shown.err.split("analyze: 40 records, 20 deals, 20 errors in ").nth(1).expect("there is a summary");
    assert!(summary.ends_with("\n  no_text: 20\n"), "{}", shown.err);
    let plain = piped(here, &["-"], records.as_bytes());
    assert!(plain.out == shown.out && !plain.err.contains("records"), "{}", plain.err);
    let quiet = piped(here, &["--quiet", "-"], records.as_bytes());
    assert_eq!((quiet.err.as_str(), quiet.code), ("", 1));
    assert_eq!(piped(here, &["--quiet", "--progress", "-"], b"").code, 2);
}
