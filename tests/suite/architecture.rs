//! Data flows one way: a room of `src` may use only rooms before it.

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms in the order data passes through them; `analyzer.rs` runs those before it.
const ROOMS: [&str; 10] =
    ["source", "text", "language", "mentions", "entities", "facts", "analyzer", "report", "evaluate", "cli"];

/// The names `lib.rs` exports at the top, with the room they live in.
const EXPORTS: [(&str, &str); 4] =
    [("Analysis", "analyzer"), ("Analyzer", "analyzer"), ("Article", "source"), ("Report", "report")];

#[test]
fn no_room_uses_a_later_one() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut back_edges = Vec::new();
    for (position, room) in ROOMS.iter().enumerate() {
        let files = files_of(&source, room);
        assert!(!files.is_empty(), "the room {room} is gone: change ROOMS with it");
        for file in files {
            let code = fs::read_to_string(&file).expect("a source file can be read");
            for used in rooms_used(&code) {
                match ROOMS.iter().position(|known| *known == used) {
                    Some(other) if other > position => {
                        back_edges.push(format!("{}: {room} uses {used}", file.display()));
                    }
                    Some(_) => {}
                    None => back_edges.push(format!("{}: {used} is no room", file.display())),
                }
            }
        }
    }
    assert!(back_edges.is_empty(), "data flows one way:\n{}", back_edges.join("\n"));
}

#[test]
fn every_module_of_the_crate_is_a_room() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in fs::read_dir(source).expect("src can be read") {
        let path = entry.expect("src can be read").path();
        let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
        assert!(ROOMS.contains(&stem.as_str()) || ["main", "lib"].contains(&stem.as_str()), "{}", path.display());
    }
}

fn files_of(source: &Path, room: &str) -> Vec<PathBuf> {
    let alone = source.join(format!("{room}.rs"));
    if alone.is_file() {
        return vec![alone];
    }
    let mut files = Vec::new();
    let mut folders = vec![source.join(room)];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for entry in entries {
            let path = entry.expect("a folder can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") && !is_test(&path) {
                files.push(path);
            }
        }
    }
    files
}

/// Tests of a room may run the whole pipeline on their examples.
fn is_test(path: &Path) -> bool {
    path.file_stem().and_then(|stem| stem.to_str()).is_some_and(|stem| stem.ends_with("tests"))
}

/// The rooms that code names, as `crate::room…`, `crate::{room…, room…}` or, in the binary, `dealfacts::room…`.
fn rooms_used(code: &str) -> Vec<String> {
    let code: String =
        code.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n");
    let mut used = Vec::new();
    for root in ["crate::", "dealfacts::"] {
        for (at, _) in code.match_indices(root) {
            // `$crate::`, `my_crate::` and `pub(in crate::…)` aside, this is a path from the root.
            if code[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_') {
                continue;
            }
            let rest = &code[at + root.len()..];
            match rest.strip_prefix('{') {
                Some(group) => used.extend(members(group).into_iter().map(room_of)),
                None => used.push(room_of(identifier(rest))),
            }
        }
    }
    used
}

/// The first names of the members of a `{…}` group, nested groups left out.
fn members(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut found) = (0_usize, 0, Vec::new());
    for (at, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' if depth == 0 => {
                found.push(identifier(group[start..at].trim()));
                start = at + 1;
            }
            '}' => {
                found.push(identifier(group[start..at].trim()));
                break;
            }
            _ => {}
        }
    }
    found.retain(|name| !name.is_empty());
    found
}

fn identifier(text: &str) -> &str {
    let end = text.find(|character: char| !character.is_alphanumeric() && character != '_').unwrap_or(text.len());
    &text[..end]
}

fn room_of(name: &str) -> String {
    EXPORTS.iter().find(|(export, _)| *export == name).map_or(name, |(_, room)| room).to_owned()
}

#[test]
fn the_reader_of_imports_sees_them() {
    for (code, rooms) in [
        ("use crate::text::{Span, Token};", &["text"][..]),
        ("use crate::{facts, text::{self, Span}, Analysis};", &["facts", "text", "analyzer"]),
        ("let x = crate::report::render::json(&y);", &["report"]),
        ("/// See [`crate::report`].\n// crate::cli", &[]),
        ("use dealfacts::source::Article; use super::text;", &["source"]),
        ("use mycrate::text;", &[]),
    ] {
        assert_eq!(rooms_used(code), rooms, "{code}");
    }
}
