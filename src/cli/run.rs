//! The run: inputs to articles to reports to output.

use std::io::{self, Write};
use std::mem::ManuallyDrop;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use anyhow::{Context, Result, bail};
use dealfacts::Analyzer;
use dealfacts::report::{Detail, ErrorRecord, Report, render};
use dealfacts::source::{Article, Raw, Raws, inputs};

use super::evaluate::evaluate;
use super::in_order::in_order;
use super::printer::{Printer, Shape};
use super::progress::Progress;
use super::resume::Noted;
use super::settings::{Output, Settings, Task};
use super::sink::{Destination, Sink};
use super::{Outcome, Usage, interrupt};

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
    let (read, total) = (raws.read(), raws.total());
    let single = raws.single();
    let shape = match settings.destination {
        Destination::Folder(_) => Shape::Files,
        _ if single => Shape::One,
        _ => Shape::Several,
    };
    let output = settings.output.unwrap_or(if shape == Shape::Several { Output::JsonLines } else { Output::Json });
    let printer = Printer { output, shape };
    if settings.resume {
        check_resume(settings, printer)?;
    }
    let (mut sink, done_before) = Sink::open(&settings.destination, output, settings.resume)?;
    interrupt::listen();
    let mut progress = Progress::new(settings.quiet, settings.progress, !single, read, total);
    let mut outcome = Outcome::AllDone;
    let mut listings = listed_before(&done_before.noted, output);
    // The program ends with it: to take its tables apart would take longer than a short article.
    let analyzer = ManuallyDrop::new(Analyzer::with_lexicon(settings.lexicon.clone()));
    let start = printer.start()?;
    if !start.is_empty() {
        sink.write("", &start, "")?;
    }
    let finish = |done: Done| -> Result<()> {
        let _writing = interrupt::writing();
        match &done.counted {
            Ok(deals) => progress.report(*deals),
            Err(code) => {
                outcome = Outcome::SomeFailed;
                progress.failed(code);
            }
        }
        if !settings.quiet && !done.messages.is_empty() {
            progress.aside(|| done.messages.iter().for_each(|text| message(text)));
        }
        let listing = done.listing.as_ref().map(serde_json::to_string).transpose()?.unwrap_or_default();
        let file = match done.printed? {
            Some(text) => sink.write(&done.name, &text, &listing)?,
            None => sink.pass_over(&listing).map(|()| None)?,
        };
        let target = done.counted.is_ok().then(|| printer.target(done.number, file)).flatten();
        listings.extend(done.listing.map(|listing| (listing, target)));
        Ok(())
    };
    let numbered = (1..).zip(raws).skip(done_before.count).take_while(|_| !interrupt::asked());
    let weight = |(_, raw): &(usize, Raw)| raw.size();
    let job = Job { analyzer: &analyzer, settings, printer };
    in_order(settings.jobs, numbered, weight, |(number, raw)| job.run(number, raw), finish)?;
    progress.finish();
    if interrupt::asked() {
        sink.leave()?;
        return Ok(Outcome::Stopped);
    }
    let end = printer.end(&listings);
    if !end.is_empty() {
        sink.write("", &end, "")?;
    }
    sink.finish(printer.beside(&listings))?;
    Ok(outcome)
}

/// An earlier run can be gone on with where its output tells how far it came.
fn check_resume(settings: &Settings, printer: Printer) -> Result<()> {
    let can = match settings.destination {
        Destination::Stdout => false,
        Destination::File(_) => printer.output == Output::JsonLines,
        Destination::Folder(_) => true,
    };
    if can {
        return Ok(());
    }
    let message = "--resume: give the same -o as before, a file with --to jsonl or a folder with any format";
    bail!(Usage::Wrong(message.into()))
}

/// The table of all as far as an earlier run came, each with the file that it leads to.
fn listed_before(noted: &[Noted], output: Output) -> Vec<(render::Listing, Option<String>)> {
    let listed = |noted: &Noted| {
        let listing = serde_json::from_str(&noted.listing).ok()?;
        let file = (!noted.name.is_empty()).then(|| format!("{}.{}", noted.name, output.extension()));
        Some((listing, file))
    };
    noted.iter().filter_map(listed).collect()
}

/// What became of one article.
struct Done {
    /// Its place among all.
    number: usize,
    /// What its file is called, where each has its own.
    name: String,
    /// What goes out, if anything.
    printed: Result<Option<String>>,
    /// What the user should know.
    messages: Vec<String>,
    /// How many deals it has, or the code of what is wrong.
    counted: Result<usize, String>,
    /// Its line in the table of all.
    listing: Option<render::Listing>,
}

/// What every article is analysed with.
#[derive(Clone, Copy)]
struct Job<'s> {
    analyzer: &'s Analyzer,
    settings: &'s Settings,
    printer: Printer,
}

impl Job<'_> {
    fn run(self, number: usize, raw: Raw) -> Done {
        let (name, line) = (raw.name.clone(), raw.line);
        // A fault of the program in one article must not cost the others.
        let done = catch_unwind(AssertUnwindSafe(|| self.analyse(number, raw)));
        done.unwrap_or_else(|_| {
            let place = line.map_or_else(|| name.clone(), |line| format!("{name}:{line}"));
            let message = format!("{place}: the program failed on this article; please report it with the article");
            self.failed(number, ErrorRecord::new(name, None, "internal_error", message))
        })
    }

    fn analyse(self, number: usize, raw: Raw) -> Done {
        let Self { analyzer, settings, printer } = self;
        let line = raw.line;
        let article = match raw.article(&settings.fields) {
            Ok(article) => Article {
                language: settings.language.clone().or(article.language),
                published: settings.published.or(article.published),
                ..article
            },
            Err(failure) => {
                let (code, message) = (failure.error.code(), failure.to_string());
                return self.failed(number, ErrorRecord::new(failure.name, failure.id, code, message));
            }
        };
        let detail = Detail { mentions: settings.detail.mentions || printer.output == Output::Html, ..settings.detail };
        let report = analyzer.analyze(&article, |analysis| Report::new(analysis, detail));
        let input = article.name.as_deref().unwrap_or("-");
        let place = line.map_or_else(|| input.to_owned(), |line| format!("{input}:{line}"));
        let messages = report.warnings.iter().map(|warning| format!("{place}: warning: {}", warning.message)).collect();
        Done {
            number,
            name: own_name(&article, line),
            printed: printer.report(&report, article.as_it_came(), number).map(Some),
            messages,
            counted: Ok(report.deals.len()),
            listing: (printer.output == Output::Html).then(|| render::Listing::of(&report)),
        }
    }

    /// An input that gave no report: a message, and in JSON Lines a record in its place.
    fn failed(self, number: usize, record: ErrorRecord) -> Done {
        Done {
            number,
            name: String::new(),
            printed: self.printer.failed(&record),
            listing: (self.printer.output == Output::Html).then(|| render::Listing::failed(&record)),
            counted: Err(record.error.code),
            messages: vec![record.error.message],
        }
    }
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
