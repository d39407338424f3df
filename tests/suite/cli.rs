//! The command line: what goes in, what comes out, what is said when something is wrong.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::Stdio;

use serde_json::Value;
use tempfile::TempDir;

use crate::program::{ARTICLE, Run, folder, piped, program, run};

#[test]
fn one_article_is_one_indented_document() {
    let folder = folder(&[("a.txt", ARTICLE.as_bytes())]);
    let run = run(folder.path(), &["a.txt"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert!(run.out.starts_with("{\n  \"schema_version\": \"1.0.0\",\n"));
    let report = run.json();
    assert_eq!(report["source"]["name"], "a.txt");
    assert_eq!(report["source"]["bytes"], ARTICLE.len());
    assert_eq!(report["source"]["text"], Value::Null);
    assert_eq!(report["title"], "Arvel buys Boreal");
    assert_eq!(report["language"], "en");
    assert!(
        report["companies"].as_array().is_some_and(|all| all.iter().all(|company| company.get("mentions").is_none()))
    );
}

#[test]
fn an_article_without_a_deal_is_success() {
    let run = piped(Path::new("."), &[], b"The weather was fine on Sunday, and nobody bought anything.");
    assert_eq!((run.code, run.json()["deals"].as_array().map(Vec::len)), (0, Some(0)));
}

#[test]
fn every_documented_key_is_there_whatever_the_article() {
    let run = piped(Path::new("."), &["-"], b"?");
    let report = run.json();
    let keys: Vec<&str> = report.as_object().expect("a report is an object").keys().map(String::as_str).collect();
    assert_eq!(
        keys,
        [
            "schema_version",
            "generator",
            "source",
            "language",
            "languages",
            "title",
            "companies",
            "organizations",
            "people",
            "products",
            "places",
            "amounts",
            "percentages",
            "dates",
            "deals",
            "events",
            "relations",
            "quotes",
            "claims",
            "inconsistencies",
            "warnings",
        ]
    );
}

#[test]
fn mentions_and_rules_are_shown_on_demand() {
    let folder = folder(&[("a.txt", ARTICLE.as_bytes())]);
    let plain = run(folder.path(), &["a.txt"]).json();
    let full = run(folder.path(), &["a.txt", "--mentions", "--explain"]).json();
    for company in full["companies"].as_array().expect("companies are a list") {
        let mentions = company["mentions"].as_array().expect("mentions are a list");
        assert_eq!(mentions.len() as u64, company["mention_count"].as_u64().expect("a count"));
    }
    let rules = |report: &Value| {
        let evidence =
            report["deals"].as_array().into_iter().flatten().flat_map(|deal| deal["evidence"].as_array().cloned());
        evidence.flatten().map(|evidence| evidence["rule"].is_string()).collect::<Vec<_>>()
    };
    assert!(rules(&plain).iter().all(|shown| !shown));
    assert!(rules(&full).iter().all(|shown| *shown));
    assert_eq!(rules(&plain).len(), rules(&full).len());
}

#[test]
fn folders_are_read_in_order_however_deep() {
    let text = ARTICLE.as_bytes();
    let folder = folder(&[
        ("news/b.txt", text),
        ("news/a/z.md", b"---\ntitle: 'Own title'\nlang: fr\ndate: 2024-05-31\n---\n# Heading\n\nUn texte simple.\n"),
        ("news/c.jsonl", b"{\"id\": 1, \"text\": \"One.\"}\n\n{\"id\": \"two\", \"text\": \"Two.\", \"extra\": []}\n"),
        ("news/d.png", b"\x89PNG"),
        ("news/notes", text),
    ]);
    let run = run(folder.path(), &["news"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let reports = run.lines();
    let of = |key: &str| reports.iter().map(|report| report["source"][key].clone()).collect::<Vec<_>>();
    assert_eq!(of("name"), ["news/a/z.md", "news/b.txt", "news/c.jsonl", "news/c.jsonl"]);
    assert_eq!(of("id"), [Value::Null, Value::Null, "1".into(), "two".into()]);
    assert_eq!(reports[0]["title"], "Own title");
    assert_eq!(reports[0]["language"], "fr");
    assert_eq!(reports[0]["source"]["published"], "2024-05-31");
    assert!(
        reports[0]["source"]["text"].as_str().is_some_and(|text| text.contains("Heading") && !text.contains("---"))
    );
}

#[test]
fn a_bad_input_costs_only_itself() {
    let folder = folder(&[
        ("good.txt", ARTICLE.as_bytes()),
        ("empty.txt", b""),
        ("blank.txt", b" \n\t\n"),
        ("image.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ("document.txt", b"%PDF-1.4\n"),
        ("noise.txt", &[7_u8, 1, 2, 0, 250, 3].repeat(50)),
    ]);
    fs::create_dir(folder.path().join("nothing")).expect("a folder can be made");
    let inputs =
        ["missing.txt", "empty.txt", "blank.txt", "image.txt", "document.txt", "noise.txt", "nothing", "good.txt"];
    let run = run(folder.path(), &inputs);
    assert_eq!(run.code, 1);
    let records = run.lines();
    let codes: Vec<Value> = records.iter().map(|record| record["error"]["code"].clone()).collect();
    assert_eq!(
        codes,
        ["not_found", "empty", "no_text", "not_text", "not_text", "not_text", "no_articles"]
            .map(Value::from)
            .into_iter()
            .chain([Value::Null])
            .collect::<Vec<_>>()
    );
    for (input, (record, message)) in inputs.iter().zip(records.iter().zip(run.err.lines())) {
        assert_eq!(record["source"]["name"], *input);
        assert!(message.starts_with(&format!("analyze: {input}: ")), "{message}");
        assert_eq!(message.strip_prefix("analyze: "), record["error"]["message"].as_str());
    }
    assert_eq!(run.err.lines().count(), inputs.len() - 1);
}

#[test]
fn a_single_bad_input_prints_no_document() {
    for arguments in
        [&["missing.txt"][..], &["--to", "json", "missing.txt"], &["--to", "text", "missing.txt", "--quiet"]]
    {
        let run = run(Path::new("."), arguments);
        assert_eq!((run.code, run.out.as_str()), (1, ""));
        assert_eq!(run.err.is_empty(), arguments.contains(&"--quiet"));
    }
}

#[test]
fn a_bad_record_keeps_its_place() {
    let input = "{\"id\": \"a\", \"text\": \"One.\"}\n{\"id\": \"b\", \"text\n{\"id\": \"c\"}\n[]\n{\"id\": \"d\", \"text\": \"\"}\n{\"id\": \"e\", \"text\": \"Five.\"}";
    let run = piped(Path::new("."), &["--from", "jsonl", "-"], input.as_bytes());
    assert_eq!(run.code, 1);
    let records = run.lines();
    let codes: Vec<&str> = records.iter().map(|record| record["error"]["code"].as_str().unwrap_or("ok")).collect();
    assert_eq!(codes, ["ok", "invalid_json", "missing_text", "invalid_json", "no_text", "ok"]);
    assert_eq!(records[2]["source"]["id"], "c");
    let lines: Vec<&str> = run.err.lines().map(|line| &line[..line.len().min(12)]).collect();
    assert_eq!(lines, ["analyze: -:2", "analyze: -:3", "analyze: -:4", "analyze: -:5"]);
}

#[test]
fn records_can_call_their_parts_otherwise() {
    let run = piped(
        Path::new("."),
        &["--field", "text=body", "--field", "id=key"],
        b"{\"key\": 7, \"body\": \"Some text.\", \"lang\": \"fr\", \"published\": \"2024-05-31T10:00:00Z\"}\n",
    );
    let report = &run.lines()[0];
    assert_eq!(report["source"]["id"], "7");
    assert_eq!(report["source"]["published"], "2024-05-31");
    assert_eq!(report["language"], "fr");
    assert_eq!(report["source"]["text"], "Some text.");
}

#[test]
fn encodings_are_told_and_guesses_are_said() {
    let text = "Le groupe Arvel rachète Boréal pour 2 milliards d’euros, un prix jugé élevé par les créanciers.\n";
    let utf_16: Vec<u8> = format!("\u{FEFF}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let windows: Vec<u8> = text.chars().map(|c| if c == '’' { 0x92 } else { c as u8 }).collect();
    let folder =
        folder(&[("bom.txt", format!("\u{FEFF}{text}").as_bytes()), ("utf16.txt", &utf_16), ("old.txt", &windows)]);
    for (name, encoding, guessed) in
        [("bom.txt", "UTF-8", false), ("utf16.txt", "UTF-16LE", false), ("old.txt", "windows-1252", true)]
    {
        let run = run(folder.path(), &[name]);
        let report = run.json();
        assert_eq!(report["source"]["encoding"], encoding);
        assert_eq!(report["source"]["chars"], text.chars().count());
        assert_eq!(report["warnings"].as_array().is_some_and(|warnings| !warnings.is_empty()), guessed, "{name}");
        assert_eq!(run.err.contains("old.txt: warning: "), guessed);
    }
}

#[test]
fn the_order_and_the_bytes_do_not_depend_on_the_jobs() {
    let records: String = (0..200)
        .map(|number| format!("{{\"id\": {number}, \"text\": {}}}\n", Value::from(ARTICLE.repeat(1 + number * 7 % 13))))
        .collect();
    let alone = piped(Path::new("."), &["-j", "1", "--mentions"], records.as_bytes());
    let many = piped(Path::new("."), &["-j", "5", "--mentions"], records.as_bytes());
    assert_eq!(alone.out.lines().count(), 200);
    assert!(alone.out == many.out);
}

#[test]
fn files_and_folders_take_the_output() {
    let folder = folder(&[
        ("in/a.txt", ARTICLE.as_bytes()),
        ("in/deep/a.txt", b"Other."),
        ("in/b.jsonl", b"{\"text\": \"x\"}\n{\"id\": \"k/1\", \"text\": \"y\"}\n"),
    ]);
    let run_in = |arguments: &[&str]| run(folder.path(), arguments);
    let to_folder = run_in(&["in", "-o", "out/"]);
    assert_eq!((to_folder.code, to_folder.out.as_str()), (0, ""));
    let names = |path: &str| {
        let entries = fs::read_dir(folder.path().join(path)).expect("the folder is there");
        let mut names: Vec<String> =
            entries.map(|e| e.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    };
    assert_eq!(names("out"), ["a-2.json", "a.json", "b-1.json", "k_1.json"]);
    let to_file = run_in(&["in/a.txt", "-o", "one.json"]);
    assert_eq!((to_file.code, to_file.out.as_str()), (0, ""));
    let written = fs::read_to_string(folder.path().join("one.json")).expect("the file is there");
    assert_eq!(written, run_in(&["in/a.txt"]).out);
    assert!(!folder.path().join("one.json.partial").exists());
    let nowhere = run_in(&["in/a.txt", "-o", "no/such/folder/x.json"]);
    assert_eq!(nowhere.code, 1);
    assert!(nowhere.err.contains("no/such/folder/x.json"), "{}", nowhere.err);
}

#[test]
fn text_is_for_reading() {
    let folder =
        folder(&[("a.txt", "Arvel \u{1b}[31mbuys\u{1b}[0m Boreal\n\nArvel Inc. will acquire Boreal SA.\n".as_bytes())]);
    let piped_text = run(folder.path(), &["--to", "text", "a.txt"]);
    assert_eq!(piped_text.code, 0);
    assert!(!piped_text.out.contains('\u{1b}'), "{:?}", piped_text.out);
    let forced = program(folder.path()).args(["--to", "text", "a.txt"]).env("CLICOLOR_FORCE", "1").output();
    let forced: Run = forced.expect("the program starts").into();
    assert!(forced.out.contains('\u{1b}') && !forced.out.contains("\u{1b}[31mbuys"), "{:?}", forced.out);
    let markdown = run(folder.path(), &["--to", "markdown", "a.txt"]);
    assert!(markdown.out.starts_with("# Arvel"), "{}", markdown.out);
}

#[test]
fn a_command_line_that_makes_no_sense_is_2() {
    for arguments in [
        &["--to", "pdf", "a.txt"][..],
        &["--from", "pdf", "a.txt"],
        &["--no-such-flag"],
        &["--lang", "english", "a.txt"],
        &["--published", "soon", "a.txt"],
        &["--field", "author=x", "a.txt"],
        &["--field", "text", "a.txt"],
        &["--jobs", "0", "a.txt"],
        &["--generate", "powerpoint"],
    ] {
        let run = run(Path::new("."), arguments);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{arguments:?}");
        assert!(run.err.contains(arguments[0]), "{arguments:?}: {}", run.err);
    }
}

#[test]
fn the_users_own_names_win() {
    let folder = folder(&[
        ("a.txt", b"Qorvanta and Plim Plam signed the papers on Monday, and Plim was glad of it."),
        ("own.toml", b"[[known]]\nkind = \"company\"\nnames = [\"Plim Plam\", \"Plim\"]\nsame = true\n"),
        ("bad.toml", b"[[known]]\nkind = \"firm\"\nnames = [\"x\"]\n"),
    ]);
    let own = run(folder.path(), &["a.txt", "--lexicon", "own.toml"]).json();
    let companies = own["companies"].as_array().expect("companies are a list");
    let plim = companies.iter().find(|company| company["name"] == "Plim Plam").expect("the user said so");
    assert_eq!(plim["aliases"][0], "Plim");
    for (file, said) in [("bad.toml", "line 2"), ("missing.toml", "missing.toml")] {
        let run = run(folder.path(), &["a.txt", "--lexicon", file]);
        assert_eq!((run.code, run.out.as_str()), (2, ""));
        assert!(run.err.contains(said), "{}", run.err);
    }
}

#[test]
fn what_the_program_knows_it_prints() {
    let here = Path::new(".");
    let schema = run(here, &["--schema"]).json();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert!(run(here, &["--help"]).out.contains("Examples:"));
    assert!(run(here, &["--version"]).out.starts_with("analyze "));
    for (what, holds) in [
        ("man", ".TH analyze"),
        ("complete-bash", "_analyze()"),
        ("complete-zsh", "#compdef analyze"),
        ("complete-fish", "complete -c analyze"),
    ] {
        let run = run(here, &["--generate", what]);
        assert_eq!(run.code, 0);
        assert!(run.out.contains(holds), "{what}");
    }
}

#[test]
fn a_language_without_a_lexicon_is_a_warning() {
    let run = piped(Path::new("."), &["--lang", "fi"], "Yhtiö ostaa kilpailijan 2 miljardilla €.".as_bytes());
    assert_eq!(run.code, 0);
    assert_eq!(run.json()["warnings"][0]["code"], "language_not_supported");
    assert!(run.err.contains("warning"));
}

#[test]
fn a_reader_that_goes_away_is_success() {
    let mut command = program(Path::new("."));
    command.args(["--from", "jsonl", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("its input is piped");
    let record = format!("{{\"text\": {}}}\n", Value::from(ARTICLE));
    let writer = std::thread::spawn(move || {
        for _ in 0..5_000 {
            if stdin.write_all(record.as_bytes()).is_err() {
                break;
            }
        }
    });
    let mut stdout = child.stdout.take().expect("its output is piped");
    stdout.read_exact(&mut [0; 100]).expect("something is printed");
    drop(stdout);
    let output = child.wait_with_output().expect("the program ends");
    writer.join().expect("the writer ends");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_says_so() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder(&[("secret.txt", ARTICLE.as_bytes())]);
    let path = folder.path().join("secret.txt");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).expect("permissions can be set");
    // The superuser reads everything; then there is nothing to see here.
    if fs::read(&path).is_err() {
        let run = run(folder.path(), &["secret.txt"]);
        assert_eq!(run.code, 1);
        assert!(run.err.contains("secret.txt: may not be read"), "{}", run.err);
    }
}

#[test]
fn a_file_of_one_line_and_a_large_one_are_analysed() {
    let line = ARTICLE.replace('\n', " ").repeat(2_000);
    let run = piped(Path::new("."), &["--to", "jsonl"], line.as_bytes());
    assert_eq!((run.code, run.out.lines().count()), (0, 1));
}

#[test]
fn an_article_beyond_the_limit_is_refused_and_the_next_is_not() {
    let record = |id: &str, text: &str| format!("{{\"id\": \"{id}\", \"text\": \"{text}\"}}\n");
    let input = record("a", "One.") + &record("b", &"x".repeat(65 << 20)) + &record("c", "Three.");
    let run = piped(Path::new("."), &["-j", "1"], input.as_bytes());
    assert_eq!(run.code, 1);
    let records = run.lines();
    let codes: Vec<&str> = records.iter().map(|record| record["error"]["code"].as_str().unwrap_or("ok")).collect();
    assert_eq!(codes, ["ok", "too_large", "ok"]);
    assert!(run.err.starts_with("analyze: -:2: is larger than 64 MiB"), "{}", run.err);
}

#[test]
fn evaluation_is_a_table_and_can_fail() {
    let folder = TempDir::new().expect("a folder");
    let gold = r#"{"file": "a.txt", "expected": {"companies": ["Arvel Inc."], "deals": [{"acquirer": "Arvel", "target": "Cairn"}]}}"#;
    fs::write(folder.path().join("a.txt"), ARTICLE).expect("a file");
    fs::write(folder.path().join("gold.jsonl"), format!("{gold}\n\n{gold}\n")).expect("a file");
    let table = run(folder.path(), &["--evaluate", "gold.jsonl"]);
    assert_eq!((table.code, table.err.as_str()), (0, ""));
    let row = |name: &str| {
        let line = table.out.lines().find(|line| line.starts_with(name)).unwrap_or_else(|| panic!("{}", table.out));
        line.split_whitespace().skip(1).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(row("acquirer"), ["1.000", "1.000", "1.000", "2", "0", "0"]);
    assert_eq!(row("target"), ["0.000", "0.000", "0.000", "0", "2", "2"]);
    assert_eq!(run(folder.path(), &["--evaluate", "gold.jsonl", "--fail-under", "0.3"]).code, 0);
    let failed = run(folder.path(), &["--evaluate", "gold.jsonl", "--fail-under", "0.9"]);
    assert!(failed.code == 1 && failed.err.contains("--fail-under"), "{}", failed.err);
    fs::write(folder.path().join("gold.jsonl"), format!("{gold}\n{{\"text\": 1}}\n")).expect("a file");
    let broken = run(folder.path(), &["--evaluate", "gold.jsonl"]);
    assert!(broken.code == 1 && broken.err.contains("gold.jsonl:2"), "{}", broken.err);
    assert_eq!(run(folder.path(), &["--evaluate", "missing.jsonl"]).code, 1);
    assert_eq!(run(folder.path(), &["--fail-under", "0.9", "a.txt"]).code, 2);
}
