//! What a run needs, made of what was typed.

use std::io::IsTerminal;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use chrono::NaiveDate;
use clap::CommandFactory;
use dealfacts::language::UserLexicon;
use dealfacts::report::Detail;
use dealfacts::source::{Fields, Format, Resolved, Selection};

use super::Usage;
use super::arguments::{Arguments, From, Generate, To};
use super::evaluate::Evaluation;
use super::sink::Destination;

/// What is to be done.
#[derive(Debug)]
pub enum Task {
    /// Analyse articles.
    Analyse(Box<Settings>),
    /// Score the analysis.
    Evaluate(Box<Evaluation>),
    /// Print something the program knows.
    Print(Vec<u8>),
}

/// What a run needs.
#[derive(Debug)]
pub struct Settings {
    /// Files, folders, `-`; never empty.
    pub inputs: Vec<PathBuf>,
    /// What is taken of folders.
    pub selection: Selection,
    /// What they are.
    pub format: Format,
    /// Where the parts of a record stand.
    pub fields: Fields,
    /// What goes out; `None` leaves it to the number of articles.
    pub output: Option<Output>,
    /// Where to.
    pub destination: Destination,
    /// How much of it.
    pub detail: Detail,
    /// The user's own names.
    pub lexicon: UserLexicon,
    /// Language of all articles, whatever they say themselves.
    pub language: Option<String>,
    /// Day of publication of all articles, whatever they say themselves.
    pub published: Option<NaiveDate>,
    /// Articles at once.
    pub jobs: usize,
    /// Go on with an earlier run.
    pub resume: bool,
    /// No messages about single inputs, no progress.
    pub quiet: bool,
    /// Progress even where nobody seems to watch.
    pub progress: bool,
}

/// What goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Output {
    Json,
    JsonLines,
    Text,
    Markdown,
    Csv,
    Html,
    #[cfg(feature = "parquet")]
    Parquet,
}

impl Output {
    /// Whether what failed has its place among the results.
    pub fn keeps_errors(self) -> bool {
        match self {
            Self::JsonLines => true,
            #[cfg(feature = "parquet")]
            Self::Parquet => true,
            _ => false,
        }
    }

    /// What the names of its files end in.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::JsonLines => "jsonl",
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Csv => "csv",
            Self::Html => "html",
            #[cfg(feature = "parquet")]
            Self::Parquet => "parquet",
        }
    }
}

impl Arguments {
    /// Works out what the arguments ask for.
    pub fn settle(self) -> Result<Task> {
        if self.schema {
            return Ok(Task::Print(dealfacts::report::render::json(&dealfacts::report::schema())?.into_bytes()));
        }
        if let Some(what) = self.generate {
            return Ok(Task::Print(generate(what)?));
        }
        let lexicon = self.lexicon.map_or_else(|| Ok(UserLexicon::default()), |path| lexicon(&path))?;
        if let Some(gold) = self.evaluate {
            let (fail_under, language) = (self.fail_under, self.lang);
            return Ok(Task::Evaluate(Box::new(Evaluation { gold, fail_under, lexicon, language })));
        }
        if self.fail_under.is_some() {
            bail!(Usage::Wrong("--fail-under needs --evaluate GOLD".into()));
        }
        let destination = Destination::of(self.output);
        #[cfg(feature = "parquet")]
        if self.to == To::Parquet {
            check_parquet(&destination)?;
        }
        let mut inputs = self.inputs;
        if inputs.is_empty() {
            if std::io::stdin().is_terminal() {
                bail!(Usage::Nothing(Self::command().render_help().to_string()));
            }
            inputs.push("-".into());
        }
        Ok(Task::Analyse(Box::new(Settings {
            inputs,
            selection: Selection::new(&self.include, &self.exclude).map_err(Usage::Wrong)?,
            format: match self.from {
                From::Auto => Format::Auto,
                From::Text => Format::Is(Resolved::Text),
                From::Markdown => Format::Is(Resolved::Markdown),
                #[cfg(feature = "html")]
                From::Html => Format::Is(Resolved::Html),
                From::Jsonl => Format::Is(Resolved::JsonLines),
                From::Warc => Format::Is(Resolved::Warc),
            },
            fields: fields(&self.field)?,
            output: match self.to {
                To::Auto => None,
                To::Json => Some(Output::Json),
                To::Jsonl => Some(Output::JsonLines),
                To::Text => Some(Output::Text),
                To::Markdown => Some(Output::Markdown),
                To::Csv => Some(Output::Csv),
                To::Html => Some(Output::Html),
                #[cfg(feature = "parquet")]
                To::Parquet => Some(Output::Parquet),
            },
            destination,
            detail: Detail { mentions: self.mentions, rules: self.explain },
            lexicon,
            language: self.lang,
            published: self.published,
            jobs: self.jobs.or_else(|| std::thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get),
            resume: self.resume,
            quiet: self.quiet,
            progress: self.progress,
        })))
    }
}

/// Parquet is for files: a terminal cannot show it, and a file for each article would be almost all headers.
#[cfg(feature = "parquet")]
fn check_parquet(destination: &Destination) -> Result<()> {
    match destination {
        Destination::Stdout if std::io::stdout().is_terminal() => {
            bail!(Usage::Wrong("--to parquet is no text: give -o FILE".into()))
        }
        Destination::Folder(_) => bail!(Usage::Wrong("--to parquet makes one file: give -o FILE, not a folder".into())),
        _ => Ok(()),
    }
}

/// The user's lexicon in the file at `path`.
fn lexicon(path: &Path) -> Result<UserLexicon> {
    let read = std::fs::read_to_string(path).map_err(|error| error.to_string());
    let parsed = read.and_then(|text| UserLexicon::from_toml(&text));
    parsed.map_err(|error| Usage::Wrong(format!("--lexicon {}: {error}", path.display())).into())
}

/// The keys of a record's parts, renamed as asked.
fn fields(renamed: &[String]) -> Result<Fields> {
    let mut fields = Fields::default();
    for pair in renamed {
        let known = pair.split_once('=').and_then(|(part, key)| Some((fields.key_mut(part)?, key)));
        let Some((slot, key)) = known.filter(|(_, key)| !key.is_empty()) else {
            let parts = Fields::PARTS.join(", ");
            bail!(Usage::Wrong(format!("--field {pair}: give PART=KEY, where PART is one of {parts}")));
        };
        *slot = key.to_owned();
    }
    Ok(fields)
}

fn generate(what: Generate) -> Result<Vec<u8>> {
    let mut command = Arguments::command();
    let mut out = Vec::new();
    let shell = match what {
        Generate::Man => {
            clap_mangen::Man::new(command).render(&mut out)?;
            return Ok(out);
        }
        Generate::CompleteBash => clap_complete::Shell::Bash,
        Generate::CompleteZsh => clap_complete::Shell::Zsh,
        Generate::CompleteFish => clap_complete::Shell::Fish,
    };
    clap_complete::generate(shell, &mut command, "analyze", &mut out);
    Ok(out)
}
