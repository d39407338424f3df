//! The printed form of a report: plain structs, one a JSON object. Every key is always there; what is unknown is `null`
//! or `[]`.

mod deals;
mod entities;
mod figures;
mod story;

pub use deals::*;
pub use entities::*;
pub use figures::*;
pub use story::*;

use schemars::JsonSchema;
use serde::Serialize;

use super::Number;

/// Version of the form of the report; it grows by one in the middle when keys are added.
pub const SCHEMA_VERSION: &str = "1.0.0";

/// Makes the printed twin of an inner enum; a variant that is added inside and not here does not compile.
macro_rules! printed {
    ($(#[$meta:meta])* $name:ident of $inner:path { $($variant:ident),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        #[allow(missing_docs)]
        pub enum $name {
            $($variant),*
        }

        impl From<$inner> for $name {
            fn from(inner: $inner) -> Self {
                match inner {
                    $(<$inner>::$variant => Self::$variant),*
                }
            }
        }
    };
}
pub(crate) use printed;

/// What one article says about corporate deals.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Report {
    /// Version of the form of this report.
    pub schema_version: &'static str,
    /// The program that made it.
    pub generator: Generator,
    /// Where the article came from.
    pub source: Source,
    /// BCP 47 tag of the article's language; `und` where it could not be told.
    pub language: String,
    /// All languages of the article, the main one first.
    pub languages: Vec<LanguageShare>,
    /// The record's title, or the first heading.
    pub title: Option<String>,
    /// Those that do business.
    pub companies: Vec<Entity>,
    /// Agencies, regulators, universities, governments, business units.
    pub organizations: Vec<Entity>,
    /// Human beings.
    pub people: Vec<Person>,
    /// Brands, services, models.
    pub products: Vec<Entity>,
    /// What only serves as a place.
    pub places: Vec<Entity>,
    /// Sums of money, one a mention, in order.
    pub amounts: Vec<Amount>,
    /// Percentages, percentage points and basis points, one a mention, in order.
    pub percentages: Vec<Percentage>,
    /// Dates and periods, one a mention, in order.
    pub dates: Vec<Date>,
    /// Deals, the most central first.
    pub deals: Vec<Deal>,
    /// What else happened or will.
    pub events: Vec<Event>,
    /// How entities stand to each other.
    pub relations: Vec<Relation>,
    /// What was said, and by whom.
    pub quotes: Vec<Quote>,
    /// Figures that somebody asserts.
    pub claims: Vec<Claim>,
    /// Where the article disagrees with itself.
    pub inconsistencies: Vec<Inconsistency>,
    /// About the analysis: bytes replaced, language not supported.
    pub warnings: Vec<Notice>,
}

/// The program that made a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Generator {
    /// Always `dealfacts`.
    pub name: &'static str,
    /// Its version.
    pub version: &'static str,
}

impl Default for Generator {
    fn default() -> Self {
        Self { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") }
    }
}

/// Where an article came from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, JsonSchema)]
pub struct Source {
    /// Name of the file, or `-`.
    pub name: Option<String>,
    /// The record's id.
    pub id: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// Day of publication, ISO 8601.
    pub published: Option<String>,
    /// Encoding the bytes were read in.
    pub encoding: Option<String>,
    /// Size of the input.
    pub bytes: Option<usize>,
    /// Unicode code points of the text.
    pub chars: Option<usize>,
    /// The text all spans refer to, where the input was not plain text.
    pub text: Option<String>,
}

/// A language and how much of the article is in it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct LanguageShare {
    /// BCP 47 tag.
    pub tag: String,
    /// Share of the text, from 0 to 1.
    pub share: Number,
    /// How sure the detector is, from 0 to 1.
    pub confidence: Number,
    /// The passages of a minor language; none for the main one.
    pub segments: Vec<Span>,
}

/// Words of the article and where they stand: Unicode code points and UTF-8 bytes, half-open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Span {
    /// Exactly what the offsets cut.
    pub text: String,
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// First byte.
    pub byte_start: usize,
    /// One past the last byte.
    pub byte_end: usize,
}

/// Words a fact rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Evidence {
    /// The rule that read them, with `--explain`.
    pub rule: Option<String>,
    /// The words.
    #[serde(flatten)]
    pub span: Span,
}

/// Something the user should know about the analysis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Notice {
    /// Stable code, for programs.
    pub code: String,
    /// One English sentence, for people.
    pub message: String,
}

/// What stands in JSON Lines in the place of an article that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ErrorRecord {
    /// Where it should have come from.
    pub source: Source,
    /// Why it did not.
    pub error: Notice,
}

impl ErrorRecord {
    /// The record of an input called `name`.
    pub fn new(name: String, id: Option<String>, code: &str, message: String) -> Self {
        let source = Source { name: Some(name), id, ..Source::default() };
        Self { source, error: Notice { code: code.to_owned(), message } }
    }
}
