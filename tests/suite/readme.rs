//! The README keeps its word: its shell lines run, its filters find something, its excerpt is real output.
//!
//! `jq` is played by the `jaq` crates, so that nothing has to be installed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use regex::Regex;
use tempfile::TempDir;

use crate::jq::jq;

/// What the README calls the program when it is not installed yet.
const FROM_SOURCE: &str = "cargo run --release --quiet --";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn readme() -> String {
    fs::read_to_string(root().join("README.md")).expect("the README is there")
}

/// The contents of fenced blocks of a language.
fn blocks(language: &str) -> Vec<String> {
    let fence = Regex::new(r"(?ms)^```(\w*)\n(.*?)^```$").expect("the pattern is one");
    let fences = readme();
    fence.captures_iter(&fences).filter(|block| &block[1] == language).map(|block| block[2].to_owned()).collect()
}

/// A folder with the files that the README's lines name.
fn desk() -> TempDir {
    let desk = tempfile::tempdir().expect("a folder can be made");
    let copy = |from: PathBuf, to: &str| {
        let to = desk.path().join(to);
        fs::create_dir_all(to.parent().expect("it stands in the folder")).expect("a folder can be made");
        fs::copy(from, to).expect("a fixture can be copied");
    };
    let fixtures = root().join("fixtures");
    copy(fixtures.join("en/divestiture-from-the-seller.txt"), "article.txt");
    copy(fixtures.join("gold.jsonl"), "fixtures/gold.jsonl");
    let mut records = String::new();
    for language in ["en", "fr"] {
        for entry in fs::read_dir(fixtures.join(language)).expect("the fixtures are there") {
            let path = entry.expect("the fixtures can be read").path();
            if path.extension().is_some_and(|extension| extension == "txt") {
                let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
                let body = fs::read_to_string(&path).expect("a fixture can be read");
                records += &format!("{}\n", serde_json::json!({ "id": name, "body": body }));
                copy(path.clone(), &format!("news/{language}-{name}"));
                copy(path, &format!("fixtures/{language}/{name}"));
            }
        }
    }
    fs::write(desk.path().join("articles.jsonl"), records).expect("a file can be written");
    let text = fs::read_to_string(desk.path().join("article.txt")).expect("the article is there");
    let page = format!(
        "<!doctype html><html><head><link rel=canonical href=https://example.org/a></head><body><article><p>{}</article>",
        text.replace("\n\n", "<p>")
    );
    fs::write(desk.path().join("page.html"), page).expect("a file can be written");
    for block in blocks("toml") {
        fs::write(desk.path().join("own.toml"), block).expect("a file can be written");
    }
    desk
}

/// Runs a line the way a shell would, with the built program first on the path.
fn shell(desk: &Path, line: &str) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_analyze"));
    let folder = program.parent().expect("the program stands in a folder").display().to_string();
    let path = format!("{folder}:{}", std::env::var("PATH").unwrap_or_default());
    let output =
        Command::new("sh").args(["-c", line]).current_dir(desk).env("PATH", path).stdin(Stdio::null()).output();
    let output = output.expect("there is a shell");
    assert!(output.status.success(), "{line}\n{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("what is printed is UTF-8")
}

/// The commands of a block: lines joined where they end in a backslash, comments left out.
fn commands(block: &str) -> Vec<String> {
    let joined = block.replace("\\\n", " ");
    let lines = joined.lines().map(|line| line.split("  #").next().unwrap_or_default().trim());
    lines.filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
}

#[test]
fn the_first_two_blocks_are_the_two_commands() {
    let blocks = blocks("sh");
    assert!(commands(&blocks[0])[0].starts_with(FROM_SOURCE), "{}", blocks[0]);
    assert_eq!(commands(&blocks[1]), ["cargo test"]);
}

#[test]
fn every_shell_line_works() {
    let desk = desk();
    let mut run = 0;
    for block in blocks("sh") {
        for command in commands(&block) {
            let command = command.replace(FROM_SOURCE, "analyze");
            let built = cfg!(feature = "parquet") || !command.contains("--to parquet");
            if !built || !command.contains("analyze ") || command.starts_with("cargo") {
                continue;
            }
            let printed = match command.split_once("| jq ") {
                Some((left, filter)) => jq(filter, &shell(desk.path(), left)),
                None => shell(desk.path(), &command),
            };
            assert!(!printed.trim().is_empty() || command.contains(" -o "), "{command} prints nothing");
            run += 1;
        }
    }
    assert!(run >= 8, "only {run} lines of the README were run");
}

/// The lines of the JSON excerpt stand in the output of the first command, in this order; `…` stands for lines left out.
#[test]
fn the_excerpt_is_real_output() {
    let first = commands(&blocks("sh")[0])[0].replace(FROM_SOURCE, "analyze");
    let output = shell(desk().path(), &first);
    let mut rest = output.lines().map(str::trim);
    for line in blocks("json").first().expect("there is an excerpt").lines().map(str::trim) {
        if !line.contains('…') {
            assert!(rest.any(|real| real == line), "not in the output, or not there: {line}");
        }
    }
}

/// Every key of the report is in the README's table of fields.
#[test]
fn every_key_is_explained() {
    let readme = readme();
    let schema = dealfacts::report::schema();
    for key in schema["properties"].as_object().expect("the report is an object").keys() {
        assert!(readme.contains(&format!("`{key}`")), "the README does not tell what `{key}` is");
    }
}

/// Every column of the table is in the README.
#[test]
fn every_column_is_explained() {
    let readme = readme();
    for column in dealfacts::report::render::COLUMNS {
        assert!(readme.contains(&format!("`{column}`")), "the README does not tell what `{column}` is");
    }
}

#[test]
fn jq_is_played_right() {
    let input = "{\"a\": [1, 2.5, 14000000000]}\n{\"a\": [\"x\"]}";
    assert_eq!(jq("-c '.a'", input), "[1,2.5,14000000000]\n[\"x\"]\n");
    assert_eq!(jq("-r '.a[] | \"\\(.) \\(. // \"none\")\"'", input), "1 1\n2.5 2.5\n14000000000 14000000000\nx x\n");
    assert_eq!(jq("-r '.a[] | \"<\\(. // \"?\")>\"'", "{\"a\": [\"x\", null]}"), "<x>\n<?>\n");
}
