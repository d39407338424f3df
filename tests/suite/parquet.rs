//! Parquet, read back by the crate that is not asked to shape it: the same as JSON Lines, row for row.

use std::fs::File;
use std::path::Path;

use ::parquet::file::reader::{FileReader, SerializedFileReader};
use ::parquet::record::{Field, Row};
use dealfacts::report::render::ParquetTable;
use serde_json::{Map, Value, json};

use crate::program::{ARTICLE, folder, program, run};

/// The rows of a file as JSON, and how many row groups they stand in.
fn rows(path: &Path) -> (Vec<Value>, usize) {
    let reader = SerializedFileReader::new(File::open(path).expect("the file is there")).expect("it is Parquet");
    let rows = reader.get_row_iter(None).expect("it has rows").map(|row| object(&row.expect("a row can be read")));
    (rows.collect(), reader.num_row_groups())
}

fn object(row: &Row) -> Value {
    Value::Object(row.get_column_iter().map(|(name, field)| (name.clone(), value(field))).collect::<Map<_, _>>())
}

fn value(field: &Field) -> Value {
    match field {
        Field::Null => Value::Null,
        Field::Bool(value) => json!(value),
        Field::Long(value) => json!(value),
        Field::Double(value) => json!(value),
        Field::Str(text) => json!(text),
        Field::Group(row) => object(row),
        Field::ListInternal(list) => list.elements().iter().map(value).collect(),
        other => panic!("a type that no column has: {other:?}"),
    }
}

/// Whether a row says what the line says; what the line has no key for is null in the row.
fn same(row: &Value, line: &Value) -> bool {
    match (row, line) {
        (Value::Object(row), Value::Object(line)) => {
            line.keys().all(|key| row.contains_key(key))
                && row.iter().all(|(key, value)| line.get(key).map_or(value.is_null(), |line| same(value, line)))
        }
        (Value::Array(row), Value::Array(line)) => {
            row.len() == line.len() && row.iter().zip(line).all(|(row, line)| same(row, line))
        }
        (Value::Number(row), Value::Number(line)) => row.as_f64() == line.as_f64(),
        _ => row == line,
    }
}

#[test]
fn a_file_says_what_json_lines_say() {
    let two = "Jorvik plc, led by CEO Ada Holm, takes 12.5% of Kestrel Oy for €1.5 billion, \"a bargain\", Holm said.\n\n\
               Le groupe Arvel a cédé Boreal à Cairn pour 300 millions d'euros.";
    let records = format!(
        "{}\n{{\"id\": \"broken\"\n{}\n",
        json!({ "id": "a", "text": ARTICLE, "url": "https://example.org/a" }),
        json!({ "id": "b", "text": two, "published": "2025-06-12" })
    );
    let page =
        format!("<html><head><title>Arvel</title></head><body><article><p>{ARTICLE}</p></article></body></html>");
    let folder = folder(&[
        ("n/a.jsonl", records.as_bytes()),
        ("n/b.html", page.as_bytes()),
        ("n/c.txt", b""),
        ("n/d.txt", b"No deal."),
    ]);
    for detail in [&[][..], &["--mentions", "--explain"]] {
        let lines = run(folder.path(), &[&["n", "-q", "--to", "jsonl"], detail].concat()).lines();
        let made =
            run(folder.path(), &[&["n", "-q", "--to", "parquet", "-o", "out.parquet", "-j", "2"], detail].concat());
        assert_eq!((made.code, made.err.as_str()), (1, ""));
        let (rows, groups) = rows(&folder.path().join("out.parquet"));
        assert_eq!((rows.len(), lines.len(), groups), (6, 6, 1));
        for (row, line) in rows.iter().zip(&lines) {
            assert!(same(row, line), "{row:#}\n{line:#}");
        }
        assert_eq!(rows[1]["error"]["code"], lines[1]["error"]["code"]);
        assert_eq!((&rows[1]["deals"], &rows[5]["deals"]), (&Value::Null, &json!([])), "failed, and nothing found");
    }
}

/// Rows go out in groups, so that a long run holds no more than one; where a list ends no other begins.
#[test]
fn many_rows_are_several_groups() {
    let folder = folder(&[]);
    let path = folder.path().join("many.parquet");
    let mut table = ParquetTable::new(File::create(&path).expect("a file can be made")).expect("it can be begun");
    let row = |number: usize| {
        let companies: Vec<Value> = (0..number % 4)
            .map(|company| match (number + company) % 5 {
                0 => Value::Null,
                1 => json!({ "id": company.to_string() }),
                others => json!({ "name": "x".repeat(100_000), "aliases": vec![Some("y"); others - 2] }),
            })
            .collect();
        json!({ "title": (!number.is_multiple_of(3)).then(|| number.to_string()), "companies": companies })
    };
    for number in 0..200 {
        table.add(&row(number).to_string()).expect("a row can be added");
    }
    table.finish().expect("it can be ended");
    let (rows, groups) = rows(&path);
    assert_eq!(rows.len(), 200);
    assert!(groups > 1, "only {groups} group");
    for (number, found) in rows.iter().enumerate() {
        assert!(same(found, &filled(row(number), found)), "{number}");
    }
}

/// `line` with nulls for the keys that it leaves out.
fn filled(line: Value, row: &Value) -> Value {
    match (line, row) {
        (Value::Object(mut line), Value::Object(row)) => {
            for (key, value) in row {
                let own = line.remove(key).unwrap_or(Value::Null);
                line.insert(key.clone(), filled(own, value));
            }
            Value::Object(line)
        }
        (Value::Array(line), Value::Array(row)) => {
            let found = |place: usize| row.get(place).unwrap_or(&Value::Null);
            line.into_iter().enumerate().map(|(place, line)| filled(line, found(place))).collect()
        }
        (line, _) => line,
    }
}

#[test]
fn a_file_without_rows_is_one() {
    let folder = folder(&[("in.jsonl", b"\n\n")]);
    let made = run(folder.path(), &["in.jsonl", "-q", "--to", "parquet", "-o", "out.parquet"]);
    assert!(made.code <= 1, "{}", made.err);
    assert!(rows(&folder.path().join("out.parquet")).0.len() <= 1);
}

#[test]
fn it_goes_to_a_file_or_a_pipe() {
    let folder = folder(&[("a.txt", ARTICLE.as_bytes())]);
    let piped = program(folder.path()).args(["a.txt", "--to", "parquet"]).output().expect("the program starts").stdout;
    assert!(piped.starts_with(b"PAR1") && piped.ends_with(b"PAR1"));
    for wrong in [&["-o", "out/"][..], &["-o", "x.parquet", "--resume"]] {
        let run = run(folder.path(), &[&["a.txt", "--to", "parquet"], wrong].concat());
        assert_eq!((run.code, run.err.starts_with("analyze: --")), (2, true), "{wrong:?}: {}", run.err);
    }
}
