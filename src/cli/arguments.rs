//! The command line as typed.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Parser, ValueEnum};

/// Says what news articles tell of corporate deals: who puts how much into whom, for what share, in which state and why,
/// with the words of the article behind every fact. Works offline; English and French first.
#[derive(Debug, Parser)]
#[command(name = "analyze", version, after_help = EXAMPLES)]
pub struct Arguments {
    /// Articles: files, folders (their .txt, .md, .html, .jsonl and .warc files, compressed or not, however deep), or - for standard input
    #[arg(value_name = "FILE|DIR|-")]
    pub inputs: Vec<PathBuf>,

    /// What comes in; auto goes by name, then by content
    #[arg(long, value_name = "FORMAT", default_value = "auto")]
    pub from: From,

    /// Of folders, take files whose name or path matches, whatever they are called otherwise (`*.news`, `2024/**/*.txt`)
    #[arg(long, value_name = "GLOB")]
    pub include: Vec<String>,

    /// Of folders, leave out files and folders whose name or path matches
    #[arg(long, value_name = "GLOB")]
    pub exclude: Vec<String>,

    /// What goes out; auto is json for one article and jsonl for several
    #[arg(long, value_name = "FORMAT", default_value = "auto")]
    pub to: To,

    /// List every mention of every entity
    #[arg(long)]
    pub mentions: bool,

    /// Language of the articles as a BCP 47 tag such as en or fr-CA; detected where not given
    #[arg(long, value_name = "TAG", value_parser = language)]
    pub lang: Option<String>,

    /// Day of publication, the anchor of "on Monday" and "last year"
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub published: Option<NaiveDate>,

    /// Your own names, aliases and titles of people, as TOML; the README says how
    #[arg(long, value_name = "FILE")]
    pub lexicon: Option<PathBuf>,

    /// Name the rule that read each piece of evidence
    #[arg(long)]
    pub explain: bool,

    /// Take a part of JSON Lines records from another key; the parts are text, id, title, url, lang and published
    #[arg(long, value_name = "PART=KEY")]
    pub field: Vec<String>,

    /// Write to a file, or to a folder (one that exists, or any name with a / at its end) one file per article
    #[arg(short, long, value_name = "PATH")]
    pub output: Option<PathBuf>,

    /// Articles analysed at once; as many as there are processors where not given
    #[arg(short, long, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,

    /// Go on with a run that was interrupted: the same command once more, with this
    #[arg(long)]
    pub resume: bool,

    /// Print no messages and warnings about single inputs, no progress and no summary
    #[arg(short, long)]
    pub quiet: bool,

    /// Score the analysis on annotated articles, one JSON object a line, and stop; the README says how
    #[arg(long, value_name = "GOLD", conflicts_with = "inputs")]
    pub evaluate: Option<PathBuf>,

    /// With --evaluate: exit with 1 where the F1 of all fields is less than this, from 0 to 1
    #[arg(long, value_name = "F1")]
    pub fail_under: Option<f64>,

    /// Show progress and a summary even where standard error is no terminal
    #[arg(long, conflicts_with = "quiet")]
    pub progress: bool,

    /// Print the JSON Schema (draft 2020-12) of a report and stop
    #[arg(long, exclusive = true)]
    pub schema: bool,

    /// Print a manual page or the completions of a shell and stop
    #[arg(long, value_name = "WHAT", exclusive = true)]
    pub generate: Option<Generate>,
}

const EXAMPLES: &str = "\
Examples:
  analyze article.txt                               one article as JSON
  analyze --to text article.txt                     the same for reading
  analyze news/ --to jsonl -o reports.jsonl         a folder, one line an article
  analyze news/ --to html -o pages/                 pages to look at, with an index
  curl -s https://example.org/a.txt | analyze       whatever comes in
  analyze articles.jsonl --field text=body | jq -c 'select(.deals != [])'

Exit status: 0 all inputs analysed, 1 some input failed (the others are done), 2 the command line makes no\nsense, 130 stopped by Ctrl-C.";

/// What comes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum From {
    Auto,
    Text,
    Markdown,
    #[cfg(feature = "html")]
    Html,
    Jsonl,
    Warc,
}

/// What goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum To {
    Auto,
    Json,
    Jsonl,
    Text,
    Markdown,
    /// One row a deal
    Csv,
    /// One page to look at, in any browser and without a network
    Html,
    /// One row an article, with nested lists of deals, companies and all else
    #[cfg(feature = "parquet")]
    Parquet,
}

/// What can be generated from the definition of the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Generate {
    Man,
    CompleteBash,
    CompleteZsh,
    CompleteFish,
}

impl Arguments {
    /// Reads the command line of this process.
    pub fn read() -> anyhow::Result<Self> {
        Ok(Self::try_parse()?)
    }
}

fn language(tag: &str) -> Result<String, String> {
    if dealfacts::source::is_language_tag(tag) {
        Ok(tag.to_owned())
    } else {
        Err("give a BCP 47 tag such as en, fr or pt-BR".into())
    }
}
