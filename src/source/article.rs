//! One article and what its source says of it.

use chrono::NaiveDate;

use super::repair::{Original, repair};

/// An article as text, with what its source tells beside the text.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Article {
    /// The text, after removal of a byte order mark and repair; all spans point into it.
    pub text: String,
    /// The text as it came, where it was repaired: what a report prints points into that.
    pub original: Option<Original>,
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
    /// What a page says its language is. Pages often say what their software was set to, so it only counts where the text
    /// leaves doubt.
    pub language_hint: Option<String>,
    /// Day of publication, the anchor of relative dates.
    pub published: Option<NaiveDate>,
    /// Name of the encoding the bytes were read in; `UTF-8` where the text came as text.
    pub encoding: String,
    /// Size of the input in bytes.
    pub bytes: usize,
    /// Whether `text` was taken out of something else (Markdown, a record), so that a report has to print it for its
    /// spans to be of use.
    pub extracted: bool,
    /// What had to be assumed.
    pub warnings: Vec<Warning>,
}

impl Article {
    /// An article from text alone, repaired where software has spoilt it.
    pub fn from_text(text: impl Into<String>) -> Self {
        let text = text.into();
        let mut article = Self { bytes: text.len(), text, encoding: "UTF-8".into(), ..Self::default() };
        repair(&mut article);
        article
    }

    /// The text as it came, which a report points into.
    pub fn as_it_came(&self) -> &str {
        self.original.as_ref().map_or(&self.text, |original| &original.text)
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

/// Whether `tag` has the form of a BCP 47 language tag: two or three letters, then parts of up to eight letters or digits.
pub fn is_language_tag(tag: &str) -> bool {
    let mut parts = tag.split(['-', '_']);
    let language = parts.next().unwrap_or_default();
    (2..=3).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::is_language_tag;

    #[test]
    fn language_tags() {
        for tag in ["en", "fr-CA", "pt_BR", "zh-Hans-CN", "und"] {
            assert!(is_language_tag(tag), "{tag}");
        }
        for text in ["", "e", "english", "fr-", "f1", "en US", "français"] {
            assert!(!is_language_tag(text), "{text}");
        }
    }
}
