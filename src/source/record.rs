//! One line of JSON Lines to an article.

use chrono::NaiveDate;
use serde_json::{Map, Value};

use super::repair::repair;
use super::{Article, SourceError, Warning, is_language_tag};

/// The keys a record's parts stand under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fields {
    /// The article's text; the only part a record must have.
    pub text: String,
    /// Anything that names the record.
    pub id: String,
    /// The article's title.
    pub title: String,
    /// Where it was published.
    pub url: String,
    /// BCP 47 tag.
    pub lang: String,
    /// Day of publication, ISO 8601; a time after it is ignored.
    pub published: String,
}

impl Default for Fields {
    fn default() -> Self {
        Self {
            text: "text".into(),
            id: "id".into(),
            title: "title".into(),
            url: "url".into(),
            lang: "lang".into(),
            published: "published".into(),
        }
    }
}

impl Fields {
    /// The names of the parts.
    pub const PARTS: [&'static str; 6] = ["text", "id", "title", "url", "lang", "published"];

    /// Where the key of `part` is kept; `None` for what is no part.
    pub fn key_mut(&mut self, part: &str) -> Option<&mut String> {
        match part {
            "text" => Some(&mut self.text),
            "id" => Some(&mut self.id),
            "title" => Some(&mut self.title),
            "url" => Some(&mut self.url),
            "lang" => Some(&mut self.lang),
            "published" => Some(&mut self.published),
            _ => None,
        }
    }
}

impl Article {
    /// Reads one JSON object with the parts of an article under the keys `fields`.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn from_record(line: &[u8], fields: &Fields) -> Result<Self, SourceError> {
        let mut article = read(line, fields).map_err(|(error, _)| error)?;
        repair(&mut article);
        Ok(article)
    }
}

/// Reads one record; with an error comes its id, where that much could be read.
pub(super) fn read(line: &[u8], fields: &Fields) -> Result<Article, (SourceError, Option<String>)> {
    let mut record: Map<String, Value> =
        serde_json::from_slice(line).map_err(|error| (SourceError::InvalidJson(short(&error)), None))?;
    let id = scalar(record.remove(&fields.id));
    let text = match record.remove(&fields.text) {
        Some(Value::String(text)) => text,
        _ => return Err((SourceError::MissingText(fields.text.clone()), id)),
    };
    if text.trim().is_empty() {
        return Err((SourceError::NoText, id));
    }
    let mut article = Article { bytes: text.len(), encoding: "UTF-8".into(), text, id, ..Article::default() };
    article.extracted = true;
    article.title = scalar(record.remove(&fields.title));
    article.url = scalar(record.remove(&fields.url));
    article.language = language(scalar(record.remove(&fields.lang)), &mut article.warnings);
    if let Some(published) = scalar(record.remove(&fields.published)) {
        article.published = day(&published);
        if article.published.is_none() {
            article.warnings.push(no_day(&published));
        }
    }
    Ok(article)
}

/// A language tag; what is none is a warning, and the language is then detected.
pub(super) fn language(tag: Option<String>, warnings: &mut Vec<Warning>) -> Option<String> {
    let tag = tag?;
    if is_language_tag(&tag) {
        return Some(tag);
    }
    let message = format!("'{tag}' is no language tag such as en or fr-CA; the language is detected instead");
    warnings.push(Warning { code: "language_ignored", message });
    None
}

/// The day a timestamp starts with.
pub(super) fn day(published: &str) -> Option<NaiveDate> {
    published.get(..10).unwrap_or(published).parse().ok()
}

pub(super) fn no_day(published: &str) -> Warning {
    let message = format!("'{published}' is no day like 2024-05-31; relative dates stay unresolved");
    Warning { code: "published_ignored", message }
}

/// A string or number as text; nothing for `null`, empty strings and what has parts.
fn scalar(value: Option<Value>) -> Option<String> {
    match value? {
        Value::String(text) if !text.trim().is_empty() => Some(text),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The reason without the position, which counts from the start of the line and would be taken for the file's.
fn short(error: &serde_json::Error) -> String {
    let text = error.to_string();
    match text.rfind(" at line ") {
        Some(at) => format!("{}, column {}", &text[..at], error.column()),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Article, (SourceError, Option<String>)> {
        super::read(line.as_bytes(), &Fields::default())
    }

    #[test]
    fn known_keys_are_taken_and_others_ignored() {
        let line = r#"{"id": 7, "text": "Acme", "title": null, "url": "https://e.org/", "lang": "fr",
                       "published": "2024-05-31T08:00:00Z", "tags": ["x", {"text": "no"}]}"#;
        let article = read(line).unwrap();
        assert_eq!(article.text, "Acme");
        assert_eq!(article.id.as_deref(), Some("7"));
        assert_eq!(article.title, None);
        assert_eq!(article.url.as_deref(), Some("https://e.org/"));
        assert_eq!(article.language.as_deref(), Some("fr"));
        assert_eq!(article.published, NaiveDate::from_ymd_opt(2024, 5, 31));
        assert!(article.warnings.is_empty());
    }

    #[test]
    fn a_day_that_is_none_is_a_warning() {
        let article = read(r#"{"text": "Acme", "published": "soon"}"#).unwrap();
        assert_eq!((article.published, article.warnings[0].code), (None, "published_ignored"));
    }

    #[test]
    fn a_language_that_is_none_is_a_warning() {
        let article = read(r#"{"text": "Acme", "lang": "French, mostly"}"#).unwrap();
        assert_eq!((article.language, article.warnings[0].code), (None, "language_ignored"));
    }

    #[test]
    fn what_is_no_record_says_why() {
        for (line, code, id) in [
            ("", "invalid_json", None),
            ("[1]", "invalid_json", None),
            ("{\"text\": \"x\"", "invalid_json", None),
            ("{\"id\": \"a\"}", "missing_text", Some("a")),
            ("{\"id\": \"a\", \"text\": 3}", "missing_text", Some("a")),
            ("{\"text\": \" \\n\"}", "no_text", None),
        ] {
            let (error, found) = read(line).unwrap_err();
            assert_eq!((error.code(), found.as_deref()), (code, id), "{line}");
        }
    }

    #[test]
    fn keys_can_be_renamed() {
        let mut fields = Fields::default();
        for part in Fields::PARTS {
            *fields.key_mut(part).unwrap() = format!("my_{part}");
        }
        assert!(fields.key_mut("author").is_none());
        let article = super::read(br#"{"my_text": "Acme", "text": "no", "my_id": "x"}"#, &fields).unwrap();
        assert_eq!((article.text.as_str(), article.id.as_deref()), ("Acme", Some("x")));
    }
}
