//! The run: inputs to articles to reports to output.

use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use anyhow::{Context, Result};
use dealfacts::Analyzer;
use dealfacts::report::{ErrorRecord, Report, render};
use dealfacts::source::{Article, Raw, Raws, inputs};

use super::Outcome;
use super::evaluate::evaluate;
use super::in_order::in_order;
use super::settings::{Output, Settings, Task};
use super::sink::{Destination, Sink};

/// Does what is to be done.
pub fn run(task: Task) -> Result<Outcome> {
    match task {
        Task::Analyse(settings) => analyse(&settings),
        Task::Evaluate(evaluation) => evaluate(&evaluation),
        Task::Print(text) => {
            let mut stdout = io::stdout().lock();
            stdout.write_all(&text).and_then(|()| stdout.flush()).context("standard output")?;
            Ok(Outcome::AllDone)
        }
    }
}

/// Analyses all inputs and writes the results in their order.
fn analyse(settings: &Settings) -> Result<Outcome> {
    let mut raws = Raws::new(inputs(&settings.inputs, &settings.selection), settings.format);
    let output = settings.output.unwrap_or_else(|| {
        let each_its_own = matches!(settings.destination, Destination::Folder(_));
        if raws.single() || each_its_own { Output::Json } else { Output::JsonLines }
    });
    let mut sink = Sink::open(&settings.destination, output)?;
    let mut outcome = Outcome::AllDone;
    let analyzer = Analyzer::with_lexicon(settings.lexicon.clone());
    let finish = |done: Done| -> Result<()> {
        if done.failed {
            outcome = Outcome::SomeFailed;
        }
        if !settings.quiet && !done.messages.is_empty() {
            sink.flush()?;
            done.messages.iter().for_each(|text| message(text));
        }
        match done.printed? {
            Some(text) => sink.write(&done.name, &text),
            None => Ok(()),
        }
    };
    in_order(settings.jobs, raws, Raw::size, |raw| work(&analyzer, settings, output, raw), finish)?;
    sink.finish()?;
    Ok(outcome)
}

/// What became of one article.
struct Done {
    /// What its file is called, where each has its own.
    name: String,
    /// What goes out, if anything.
    printed: Result<Option<String>>,
    /// What the user should know.
    messages: Vec<String>,
    failed: bool,
}

fn work(analyzer: &Analyzer, settings: &Settings, output: Output, raw: Raw) -> Done {
    let (name, line) = (raw.name.clone(), raw.line);
    // A fault of the program in one article must not cost the others.
    let done = catch_unwind(AssertUnwindSafe(|| analyse_one(analyzer, settings, output, raw)));
    done.unwrap_or_else(|_| {
        let place = line.map_or_else(|| name.clone(), |line| format!("{name}:{line}"));
        let message = format!("{place}: the program failed on this article; please report it with the article");
        failed(settings, output, ErrorRecord::new(name, None, "internal_error", message))
    })
}

fn analyse_one(analyzer: &Analyzer, settings: &Settings, output: Output, raw: Raw) -> Done {
    let line = raw.line;
    let article = match raw.article(&settings.fields) {
        Ok(article) => Article {
            language: settings.language.clone().or(article.language),
            published: settings.published.or(article.published),
            ..article
        },
        Err(failure) => {
            let (code, message) = (failure.error.code(), failure.to_string());
            return failed(settings, output, ErrorRecord::new(failure.name, failure.id, code, message));
        }
    };
    let report = analyzer.analyze(&article, |analysis| Report::new(analysis, settings.detail));
    let printed = match output {
        Output::Json => render::json(&report),
        Output::JsonLines => render::json_line(&report),
        Output::Text => Ok(render::text(&report)),
        Output::Markdown => Ok(render::markdown(&report)),
    };
    let input = article.name.as_deref().unwrap_or("-");
    let place = line.map_or_else(|| input.to_owned(), |line| format!("{input}:{line}"));
    let messages = report.warnings.iter().map(|warning| format!("{place}: warning: {}", warning.message)).collect();
    Done { name: own_name(&article, line), printed: printed.map(Some).map_err(Into::into), messages, failed: false }
}

/// An input that gave no report: a message, and in JSON Lines a record in its place.
fn failed(settings: &Settings, output: Output, record: ErrorRecord) -> Done {
    let in_its_place = output == Output::JsonLines && !matches!(settings.destination, Destination::Folder(_));
    let printed = in_its_place.then(|| render::json_line(&record)).transpose().map_err(Into::into);
    Done { name: String::new(), printed, messages: vec![record.error.message], failed: true }
}

/// What the file of an article is called: the record's id, or the file's name with the line of the record.
fn own_name(article: &Article, line: Option<usize>) -> String {
    let stem = || {
        let name = article.name.as_deref().map(Path::new).and_then(Path::file_stem);
        name.map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
    };
    match (line, &article.id) {
        (Some(_), Some(id)) => id.clone(),
        (Some(line), None) => format!("{}-{line}", stem()),
        (None, _) => stem(),
    }
}

/// Tells the user something, in the program's name.
pub fn message(text: &str) {
    print_message(&format!("analyze: {text}"));
}

/// Prints a line on standard error.
pub fn print_message(text: &str) {
    // Where standard error is closed there is nobody to tell.
    let _ = writeln!(io::stderr(), "{text}");
}
