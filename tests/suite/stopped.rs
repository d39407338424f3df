//! Runs that are stopped, and those that go on with them.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::program::{ARTICLE, folder, program, run};

/// Records of very different sizes, some of them broken.
fn records(count: usize) -> String {
    let record = |number: usize| match number % 50 {
        13 => format!("{{\"id\": \"{number}\"\n"),
        _ => format!("{{\"id\": \"{number}\", \"text\": {}}}\n", serde_json::json!(ARTICLE.repeat(1 + number % 7))),
    };
    (0..count).map(record).collect()
}

fn spawned(folder: &Path, arguments: &[&str]) -> Child {
    let mut command = program(folder);
    command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().expect("the program starts")
}

/// Waits until `done` or for a long time.
fn wait_until(mut done: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !done() && begun.elapsed() < Duration::from_secs(60) {
        std::thread::sleep(Duration::from_millis(2));
    }
}

#[test]
fn a_run_that_is_killed_again_and_again_loses_nothing_and_repeats_nothing() {
    let folder = folder(&[("in.jsonl", records(300).as_bytes())]);
    let whole = run(folder.path(), &["in.jsonl", "-q"]);
    assert_eq!(whole.out.lines().count(), 300);
    let partial = folder.path().join("out.jsonl.partial");
    let size = || fs::metadata(&partial).map_or(0, |file| file.len());
    let mut kills = 0;
    for round in 1..=6_u64 {
        let jobs = ["1", "2", "5"][round as usize % 3];
        let mut child = spawned(folder.path(), &["in.jsonl", "-o", "out.jsonl", "--resume", "-j", jobs]);
        // Each time a little further, and at any point of a line.
        let goal = whole.out.len() as u64 * round / 8 + round * 37;
        wait_until(|| size() >= goal || child.try_wait().is_ok_and(|status| status.is_some()));
        kills += usize::from(child.try_wait().expect("it can be asked").is_none());
        child.kill().expect("it can be killed");
        child.wait().expect("it ends");
    }
    assert!(kills >= 3, "only {kills} runs were still going");
    let last = run(folder.path(), &["in.jsonl", "-o", "out.jsonl", "--resume", "-q"]);
    assert!(last.code == 1 || last.code == 0, "{}", last.err);
    assert!(fs::read_to_string(folder.path().join("out.jsonl")).expect("the file has its name") == whole.out);
    assert!(!partial.exists());
}

#[test]
fn a_line_that_was_cut_short_is_written_anew() {
    let folder = folder(&[("in.jsonl", records(20).as_bytes())]);
    let whole = run(folder.path(), &["in.jsonl", "-q"]).out;
    for kept in [0, 1, whole.len() / 3, whole.len() - 1, whole.len()] {
        fs::write(folder.path().join("out.jsonl.partial"), &whole.as_bytes()[..kept]).expect("it can be written");
        run(folder.path(), &["in.jsonl", "-o", "out.jsonl", "--resume"]);
        let written = fs::read_to_string(folder.path().join("out.jsonl")).expect("the file has its name");
        assert!(written == whole, "{kept}");
        fs::remove_file(folder.path().join("out.jsonl")).expect("it can be removed");
    }
}

#[test]
fn a_finished_file_grows_with_its_inputs() {
    let folder = folder(&[("in.jsonl", records(10).as_bytes())]);
    run(folder.path(), &["in.jsonl", "-o", "out.jsonl"]);
    fs::write(folder.path().join("in.jsonl"), records(12)).expect("it can be written");
    run(folder.path(), &["in.jsonl", "-o", "out.jsonl", "--resume"]);
    let written = fs::read_to_string(folder.path().join("out.jsonl")).expect("the file is there");
    assert!(written == run(folder.path(), &["in.jsonl"]).out);
}

#[test]
fn a_folder_that_was_cut_short_is_completed() {
    cut_short_and_completed("json");
    cut_short_and_completed("html");
}

fn cut_short_and_completed(format: &str) {
    let folder = folder(&[("in.jsonl", records(60).replace("\"id\": \"5", "\"id\": \"x/5").as_bytes())]);
    run(folder.path(), &["in.jsonl", "--to", format, "-o", "whole/"]);
    let journal = folder.path().join("out/.analyze.partial");
    let mut child = spawned(folder.path(), &["in.jsonl", "--to", format, "-o", "out/", "-j", "1"]);
    wait_until(|| fs::read_to_string(&journal).is_ok_and(|names| names.lines().count() > 20));
    child.kill().expect("it can be killed");
    child.wait().expect("it ends");
    let again = run(folder.path(), &["in.jsonl", "--to", format, "-o", "out/", "--resume"]);
    assert!(again.code <= 1, "{}", again.err);
    let listed = |name: &str| {
        let entries = fs::read_dir(folder.path().join(name)).expect("the folder is there");
        let file = |entry: fs::DirEntry| (entry.file_name(), fs::read(entry.path()).expect("it can be read"));
        let mut files: Vec<_> = entries.map(|entry| file(entry.expect("it can be listed"))).collect();
        files.retain(|(name, _)| !name.to_string_lossy().ends_with(&format!(".{format}.partial")));
        files.sort();
        files
    };
    assert!(listed("out") == listed("whole"));
}

#[test]
fn resuming_needs_a_file_that_tells_how_far_it_came() {
    let folder = folder(&[("a.txt", ARTICLE.as_bytes())]);
    for arguments in [
        &["a.txt", "--resume"][..],
        &["a.txt", "--resume", "--to", "csv", "-o", "x.csv"],
        &["a.txt", "--resume", "--to", "html", "-o", "x.html"],
    ] {
        let run = run(folder.path(), arguments);
        assert_eq!((run.code, run.err.contains("--resume")), (2, true), "{arguments:?}: {}", run.err);
    }
}

#[cfg(unix)]
#[test]
fn an_interrupt_leaves_whole_lines() {
    let folder = folder(&[("in.jsonl", records(600).as_bytes())]);
    let partial = folder.path().join("out.jsonl.partial");
    let mut child = spawned(folder.path(), &["in.jsonl", "-o", "out.jsonl", "-j", "2"]);
    wait_until(|| fs::metadata(&partial).is_ok_and(|file| file.len() > 60_000));
    interrupt(&child);
    assert_eq!(child.wait().expect("it ends").code(), Some(130));
    let written = fs::read_to_string(&partial).expect("what was done is there");
    assert!(written.ends_with('\n') && written.lines().count() < 600);
    assert!(written.lines().all(|line| serde_json::from_str::<serde_json::Value>(line).is_ok()));
}

#[cfg(unix)]
#[test]
fn an_interrupt_is_heard_while_nothing_comes_in() {
    let mut command = program(Path::new("."));
    command.args(["--from", "jsonl", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().expect("the program starts");
    let mut stdin = child.stdin.take().expect("its input is piped");
    stdin.write_all(b"{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n").expect("it reads");
    std::thread::sleep(Duration::from_millis(500));
    interrupt(&child);
    let output = child.wait_with_output().expect("it ends");
    drop(stdin);
    assert_eq!(output.status.code(), Some(130));
    assert!(output.stdout.is_empty() || output.stdout.ends_with(b"\n"));
}

#[cfg(unix)]
fn interrupt(child: &Child) {
    let sent = Command::new("kill").args(["-INT", &child.id().to_string()]).status();
    assert!(sent.is_ok_and(|status| status.success()));
}
