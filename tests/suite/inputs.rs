//! What comes in: web pages, archives, compressed files, chosen files of folders.

use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value;

use crate::program::{ARTICLE, folder, piped, run};

const PAGE: &str = "<!doctype html><html lang=en><head><meta charset=windows-1252><title>Brightmoor buys Sélune</title>\
    <link rel=canonical href='https://example.org/a'><meta property='article:published_time' \
    content='2024-05-31T08:00:00Z'></head><body><nav><a href=/>Home</a></nav><article><h1>Brightmoor buys S\u{e9}lune</h1>\
    <p>Brightmoor Inc. said on Monday that it will acquire S\u{e9}lune SA for $2 billion in cash, the largest purchase in \
    the history of the company, which makes pumps.</p><p>The owners of S\u{e9}lune, which has run factories near the coast \
    since 1948, said that they were glad to have found a buyer who will keep all of them open.</p></article></body></html>";

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("a vector takes it")
}

fn warc(kind: &str, media: &str, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:1-{kind}>\r\nWARC-Target-URI: https://e.org/{kind}\r\n\
         WARC-Date: 2024-06-02T10:00:00Z\r\nContent-Type: {media}\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body, b"\r\n\r\n"].concat()
}

#[cfg(feature = "html")]
#[test]
fn a_page_is_read_for_its_article() {
    let bytes: Vec<u8> = PAGE.chars().map(|character| character as u8).collect();
    let folder = folder(&[("a.html", &bytes), ("b", &bytes)]);
    for arguments in [&["a.html"][..], &["b"], &["--from", "html", "b"]] {
        let run = run(folder.path(), arguments);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{arguments:?}");
        let report = run.json();
        let source = &report["source"];
        assert_eq!(report["title"], "Brightmoor buys Sélune");
        assert_eq!(source["url"], "https://example.org/a");
        assert_eq!(source["published"], "2024-05-31");
        assert_eq!(source["encoding"], "windows-1252");
        let text = source["text"].as_str().expect("the text is printed");
        assert!(text.starts_with("Brightmoor Inc. said") && text.ends_with("all of them open.\n"), "{text}");
        let amount = &report["amounts"][0];
        let span = |key: &str| amount[key].as_u64().expect("a place") as usize;
        assert_eq!(&text[span("byte_start")..span("byte_end")], "$2 billion");
        assert_eq!(report["dates"][0]["value"], "2024-05-27", "Monday before the day the page tells");
    }
}

#[cfg(feature = "html")]
#[test]
fn what_a_page_says_of_its_language_only_counts_in_doubt() {
    let french = "Le groupe Brightmoor a annoncé lundi le rachat de la société Sélune pour deux milliards d’euros.";
    let run_on = |text: &str| {
        let page = format!("<!doctype html><html lang=en><body><p>{text}</p>");
        piped(Path::new("."), &["-"], page.as_bytes()).json()["language"].clone()
    };
    assert_eq!(run_on(french), "fr");
    assert_eq!(run_on("Brightmoor Sélune"), "en");
}

#[cfg(feature = "html")]
#[test]
fn archives_give_their_pages_and_texts() {
    let http = "application/http; msgtype=response";
    let page = [b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n", PAGE.as_bytes()].concat();
    let records = [
        warc("warcinfo", "application/warc-fields", b"software: x"),
        warc("response", http, &page),
        warc("response", http, b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG"),
        warc("conversion", "text/plain", ARTICLE.as_bytes()),
        warc("resource", "text/plain", b" "),
    ];
    // As crawlers write them: each record a member of its own.
    let packed: Vec<u8> = records.iter().flat_map(|record| gzip(record)).collect();
    let folder = folder(&[("crawl.warc.gz", &packed), ("broken.warc", &records.concat()[..700])]);
    let whole = run(folder.path(), &["crawl.warc.gz"]);
    assert_eq!(whole.code, 1);
    let reports = whole.lines();
    let of = |key: &str| reports.iter().map(|report| report["source"][key].clone()).collect::<Vec<_>>();
    assert_eq!(of("id"), ["urn:uuid:1-response", "urn:uuid:1-conversion", "urn:uuid:1-resource"]);
    assert_eq!(of("url"), ["https://e.org/response".into(), "https://e.org/conversion".into(), Value::Null]);
    assert_eq!(of("published"), ["2024-05-31".into(), "2024-06-02".into(), Value::Null]);
    assert_eq!(of("text")[1], ARTICLE);
    assert_eq!(reports[1]["warnings"][0]["code"], "published_assumed");
    assert_eq!(reports[2]["error"]["code"], "no_text");
    assert!(whole.err.contains("analyze: crawl.warc.gz:5: "), "{}", whole.err);
    let broken = run(folder.path(), &["broken.warc"]);
    assert_eq!((broken.code, &broken.lines()[0]["error"]["code"]), (1, &"damaged".into()));
}

#[test]
fn compressed_input_is_told_by_its_first_bytes() {
    let records = |ids: std::ops::Range<u32>| -> String {
        ids.map(|id| format!("{{\"id\": {id}, \"text\": {}}}\n", Value::from(ARTICLE))).collect()
    };
    let members = [gzip(records(0..3).as_bytes()), gzip(records(3..5).as_bytes())].concat();
    let folder = folder(&[("a.jsonl", &members), ("b.txt.gz", &gzip(ARTICLE.as_bytes()))]);
    let run_in = |arguments: &[&str]| run(folder.path(), arguments);
    assert_eq!(run_in(&["a.jsonl"]).lines().len(), 5);
    assert_eq!(run_in(&["b.txt.gz"]).json()["source"]["bytes"], ARTICLE.len());
    assert_eq!(run_in(&["."]).lines().len(), 6);
    let piped_in = piped(folder.path(), &["-"], &members);
    assert_eq!(piped_in.lines().len(), 5);
    let torn = piped(folder.path(), &["--from", "jsonl", "-"], &members[..members.len() - 12]);
    let lines = torn.lines();
    assert_eq!((torn.code, &lines.last().expect("an error")["error"]["code"]), (1, &"damaged".into()));
}

#[test]
fn bait_is_refused_and_costs_only_itself() {
    let bait = gzip(&vec![b'('; 100 << 20]);
    let folder = folder(&[("a.txt", &bait), ("b.txt", ARTICLE.as_bytes()), ("c.jsonl", &bait)]);
    let run = run(folder.path(), &["."]);
    let codes: Vec<Value> = run.lines().iter().map(|record| record["error"]["code"].clone()).collect();
    assert_eq!(codes, ["too_dense".into(), Value::Null, "too_dense".into()]);
}

#[test]
fn globs_choose_files_of_folders() {
    let text = ARTICLE.as_bytes();
    let folder = folder(&[("n/a.news", text), ("n/b.txt", text), ("n/old/c.txt", text), ("n/d/e.txt", text)]);
    let names = |arguments: &[&str]| -> Vec<String> {
        let lines = run(folder.path(), &[&["n", "--to", "jsonl"], arguments].concat()).lines();
        lines.iter().map(|report| report["source"]["name"].as_str().unwrap_or_default().to_owned()).collect()
    };
    assert_eq!(names(&[]), ["n/b.txt", "n/d/e.txt", "n/old/c.txt"]);
    assert_eq!(names(&["--exclude", "old"]), ["n/b.txt", "n/d/e.txt"]);
    assert_eq!(names(&["--include", "*.news", "--include", "d/*"]), ["n/a.news", "n/d/e.txt"]);
    let wrong = run(folder.path(), &["n", "--include", "[a"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("[a"), "{}", wrong.err);
}
