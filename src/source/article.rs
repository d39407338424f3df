//! One article and what its source says of it.

use jiff::civil;

/// An article as text, with what its source tells beside the text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Article {
    /// The text, after removal of a byte order mark; all spans point into it.
    pub text: String,
    /// Name of the file, or `-`.
    pub name: Option<String>,
    /// The record's id.
    pub id: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// The record's title; without one the first heading serves.
    pub title: Option<String>,
    /// BCP 47 tag given by the user or the record; detected where absent.
    pub language: Option<String>,
    /// Day of publication, the anchor of relative dates.
    pub published: Option<civil::Date>,
    /// Name of the encoding the bytes were read in; `UTF-8` where the text came as text.
    pub encoding: String,
    /// Size of the input in bytes.
    pub bytes: usize,
    /// What had to be assumed.
    pub warnings: Vec<Warning>,
}

impl Article {
    /// An article from text alone.
    pub fn from_text(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { bytes: text.len(), text, encoding: "UTF-8".into(), ..Self::default() }
    }
}

/// Something the user should know about the analysis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// Stable code in snake case, for programs.
    pub code: &'static str,
    /// One English sentence, for people.
    pub message: String,
}
