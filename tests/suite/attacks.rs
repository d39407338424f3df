//! Input meant to break it: no panic, time that grows with the length alone, memory that does not grow with a stream.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::program::{ARTICLE, piped, program};

/// Bytes of each attack. The promise is for 2 MB and an optimised build (`cargo test --release attacks`).
const SIZE: usize = if cfg!(debug_assertions) { 60_000 } else { 2_000_000 };

/// When an attack counts as a hang. This is no measure of speed: the promise is 4 seconds, and the slowest machine with
/// other work to do stays far below this.
const LONGEST: Duration = Duration::from_secs(if cfg!(debug_assertions) { 300 } else { 40 });

fn filled(unit: &str) -> Vec<u8> {
    unit.repeat(SIZE / unit.len() + 1).into_bytes()
}

fn survives(name: &str, arguments: &[&str], input: &[u8]) {
    let begun = Instant::now();
    let run = piped(Path::new("."), &[&["--to", "jsonl", "--quiet"], arguments, &["-"]].concat(), input);
    assert!(run.code <= 1, "{name}: {}", run.err);
    assert!(!run.out.contains("internal_error"), "{name} panics");
    for line in run.out.lines() {
        assert!(serde_json::from_str::<serde_json::Value>(line).is_ok(), "{name}: {line:.100}");
    }
    assert!(begun.elapsed() < LONGEST, "{name} takes {:?}", begun.elapsed());
}

#[test]
fn texts_that_are_none() {
    let sentence = "Arvel Inc. has bought Boreal SA for $2 billion. ";
    for (name, unit) in [
        ("brackets", "("),
        ("closing brackets", ")"),
        ("quotation marks", "\""),
        ("opening quotation marks", "“"),
        ("combining marks", "a\u{301}\u{302}\u{303}"),
        ("only combining marks", "\u{301}"),
        ("capitals", "A"),
        ("capitalised words", "Arvel "),
        ("digits", "9"),
        ("figures", "1,000,000 "),
        ("commas", "1,"),
        ("counted compounds", "1-million-"),
        ("thousands", "two thousand 500 "),
        ("currencies", "$"),
        ("percentages", "1%"),
        ("full stops", "."),
        ("line breaks", "\n"),
        ("lines", "x\n"),
        ("hyphens", "a-"),
        ("apostrophes", "l’"),
        ("right to left", "\u{202E}Arvel\u{202C} "),
        ("zero width", "A\u{200B}r\u{200D}v\u{FEFF}el "),
        ("deals", sentence),
        ("a deal without an end", "Arvel Inc. has bought Boreal SA, "),
        ("one sale again and again", "Arvel Inc. was sold to a rival. "),
        ("sellers", "sold by "),
        ("conjunctions", "Arvel and "),
        ("no words", "字"),
        ("heads of mails", "From: Arvel Inc.\n"),
        ("slugs", "ARVEL-BOREAL/"),
        ("remarks", "(Reporting by Arvel, "),
        ("datelines", "PARIS, March 3 (AFP) - "),
        ("time stamps", "[20/04/2007 16:30] "),
    ] {
        survives(name, &["--from", "text"], &filled(unit));
    }
}

#[test]
fn bytes_that_are_no_text() {
    let mut broken = ARTICLE.repeat(50).into_bytes();
    broken.splice(3000..3003, [0xFF, 0xC3, 0x28]);
    survives("invalid UTF-8", &["--from", "text"], &broken);
    broken[4000] = 0;
    survives("NUL", &["--from", "text"], &broken);
    survives("UTF-16 cut short", &[], b"\xFF\xFEA\0B");
    survives("every byte", &[], &(0..=255).cycle().take(SIZE).collect::<Vec<u8>>());
}

#[test]
fn records_that_are_none() {
    for (name, input) in [
        ("deep JSON", format!("{{\"text\": {}", "[".repeat(SIZE))),
        ("deep objects", "{\"text\":".repeat(SIZE / 8)),
        ("many keys", format!("{{{}\"text\": \"x\"}}", "\"k\": 1, ".repeat(SIZE / 8))),
        ("half a surrogate", "{\"text\": \"\\ud800\"}\n".repeat(100)),
        ("lines", "\n".repeat(SIZE)),
        ("rubbish", "x\n".repeat(2_000)),
    ] {
        survives(name, &["--from", "jsonl"], input.as_bytes());
    }
}

#[cfg(feature = "html")]
#[test]
fn pages_that_are_none() {
    for (name, start, unit) in [
        ("deep elements", "", "<div>"),
        ("deep tables", "", "<table><tr><td>"),
        ("paragraphs", "", "<p>x"),
        ("items", "", "<li>x"),
        ("links never closed", "", "<a href=x><p>x"),
        ("formatting reopened", "<b><i><font>", "<b a=1><p>x"),
        ("misnested", "", "<b><p>x</b></p>"),
        ("attributes", "<p ", "a='b' "),
        ("quotation marks", "<p a=", "\"'"),
        ("comments", "", "<!--"),
        ("tags", "", "<"),
        ("references", "", "&amp;#38;"),
        ("scripts", "", "<script>"),
        ("cells without a table", "<table>", "x<td>y"),
        ("lists in lists", "", "<ul><li>"),
        ("class names", "<p class='", "share "),
        ("linked data", "<script type=application/ld+json>", "[{\"@graph\":"),
    ] {
        survives(name, &["--from", "html"], &[b"<html><body>", start.as_bytes(), &filled(unit)].concat());
    }
}

/// What a fuzz target crashed on once.
#[test]
fn regressions_stay_mended() {
    let regressions = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/regressions");
    for (target, format) in [("text", "text"), ("record", "jsonl"), ("page", "html"), ("archive", "warc")] {
        for entry in std::fs::read_dir(regressions.join(target)).into_iter().flatten() {
            let path = entry.expect("it can be listed").path();
            let input = std::fs::read(&path).expect("it can be read");
            survives(&path.display().to_string(), &["--from", format], &input);
        }
    }
}

#[test]
fn archives_that_are_none() {
    for (name, input) in [
        ("no length", "WARC/1.0\r\n\r\n".repeat(1_000)),
        ("a length beyond all", "WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n".to_owned()),
        ("a head without an end", format!("WARC/1.0\r\n{}", "a: b\r\n".repeat(SIZE / 6))),
        (
            "paths for ids",
            format!(
                "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Record-ID: <../../x>\r\nContent-Type: text/plain\r\nContent-Length: {}\r\n\r\n{ARTICLE}",
                ARTICLE.len()
            ),
        ),
    ] {
        survives(name, &["--from", "warc"], input.as_bytes());
    }
}

#[test]
fn ids_that_are_paths_stay_in_the_folder() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let inside = folder.path().join("deep/in");
    std::fs::create_dir_all(&inside).expect("a folder can be made");
    let ids = ["../../escaped", "/tmp/escaped", "a/../../escaped", "..", ".", "con\u{0}", "\n", "~"];
    let record = |id: &&str| format!("{}\n", serde_json::json!({ "id": id, "text": "Some text." }));
    let records: String = ids.iter().map(record).collect();
    let run = piped(&inside, &["-o", "out/", "-"], records.as_bytes());
    assert_eq!(run.code, 0, "{}", run.err);
    let entries = |path: &Path| std::fs::read_dir(path).expect("it is there").count();
    assert_eq!((entries(folder.path()), entries(&folder.path().join("deep")), entries(&inside)), (1, 1, 1));
    assert_eq!(entries(&inside.join("out")), ids.len());
}

/// The most memory a process had, in kilobytes, as the system tells it while it runs.
fn peak(process: u32) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse().unwrap_or_default()
}

/// An endless stream and lines of any length cost no more memory than a short one.
#[cfg(target_os = "linux")]
#[test]
fn memory_does_not_grow_with_a_stream() {
    let mut command: Command = program(Path::new("."));
    command.args(["--from", "jsonl", "-q", "-j", "2", "-"]).stdin(Stdio::piped()).stdout(Stdio::null());
    let mut child = command.stderr(Stdio::null()).spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("its input is piped");
    let record = format!("{}\n", serde_json::json!({ "text": ARTICLE, "ignored": "x".repeat(200_000) }));
    let mut write = |text: &[u8]| stdin.write_all(text).expect("it reads");
    for _ in 0..20 {
        write(record.as_bytes());
    }
    let before = peak(child.id());
    for _ in 0..300 {
        write(record.as_bytes());
    }
    for _ in 0..3 {
        // A line that is no record and longer than one may be is passed over, not kept.
        write(&vec![b'x'; 100 << 20]);
        write(b"\n");
    }
    let after = peak(child.id());
    drop(stdin);
    assert_eq!(child.wait().expect("it ends").code(), Some(1));
    assert!(before > 0 && after < 200_000, "{before} kB, then {after} kB");
}
