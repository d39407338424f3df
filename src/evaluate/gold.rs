//! Annotated articles: one JSON object a line.

use std::fs;
use std::path::Path;

use serde_json::{Map, Value};

use super::compare::SLOTS;
use crate::source::{Article, Fields};

/// An article with the facts expected of it.
///
/// A line is a record as `analyze` reads it (`text`, `id`, `title`, `lang`, `published`), with `file`, the path of a text
/// seen from the gold file, in the place of `text` where that is wanted, and with `expected`:
///
/// ```json
/// {"file": "deal.txt", "expected": {
///   "companies": ["Arden", "Boreal"],
///   "people": ["Mia Holt"],
///   "deals": [{"type": "acquisition", "acquirer": "Arden", "target": "Boreal", "amount": 2e9, "seller": null}]}}
/// ```
///
/// A list or key that is left out is not scored; `null` and `[]` say that there is none. A party can be a list of names.
#[derive(Debug)]
pub struct Gold {
    /// What is analysed.
    pub article: Article,
    /// What should come out.
    pub expected: Expected,
}

/// The values of one deal, by the names of their slots.
pub(super) type Slots = Vec<(&'static str, Vec<String>)>;

/// The facts expected of one article; what is `None` is not scored.
#[derive(Debug, Default)]
pub struct Expected {
    /// Names of companies.
    pub(super) companies: Option<Vec<String>>,
    /// Names of people.
    pub(super) people: Option<Vec<String>>,
    /// The values of each deal by slot.
    pub(super) deals: Option<Vec<Slots>>,
}

impl Gold {
    /// Reads one line of the gold file in `folder`.
    ///
    /// # Errors
    /// What is wrong with the line.
    pub fn read(line: &str, folder: &Path) -> Result<Self, String> {
        let mut record: Map<String, Value> = serde_json::from_str(line).map_err(|error| error.to_string())?;
        let expected = record.remove("expected").ok_or("it has no key \"expected\"")?;
        if let Some(Value::String(file)) = record.remove("file") {
            let path = folder.join(&file);
            let text = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            record.insert("text".into(), text.into());
            record.entry("id").or_insert_with(|| file.into());
        }
        let line = Value::Object(record).to_string();
        let article = Article::from_record(line.as_bytes(), &Fields::default()).map_err(|error| error.to_string())?;
        Ok(Self { article, expected: Expected::read(expected)? })
    }
}

impl Expected {
    fn read(value: Value) -> Result<Self, String> {
        let mut expected = Self::default();
        let Value::Object(keys) = value else { return Err("\"expected\" must be an object".into()) };
        for (key, value) in keys {
            match key.as_str() {
                "companies" => expected.companies = Some(values(value)?),
                "people" => expected.people = Some(values(value)?),
                "deals" => {
                    let Value::Array(deals) = value else { return Err("\"deals\" must be a list".into()) };
                    expected.deals = Some(deals.into_iter().map(slots).collect::<Result<_, _>>()?);
                }
                _ => return Err(format!("\"expected\" knows companies, people and deals, not \"{key}\"")),
            }
        }
        Ok(expected)
    }
}

fn slots(deal: Value) -> Result<Slots, String> {
    let Value::Object(keys) = deal else { return Err("a deal must be an object".into()) };
    keys.into_iter()
        .map(|(key, value)| {
            let slot = SLOTS.iter().find(|slot| slot.name == key);
            let known = || SLOTS.map(|slot| slot.name).join(", ");
            let slot = slot.ok_or_else(|| format!("a deal knows {}, not \"{key}\"", known()))?;
            Ok((slot.name, values(value)?))
        })
        .collect()
}

/// One value or a list of them; none where it is `null`.
fn values(value: Value) -> Result<Vec<String>, String> {
    match value {
        Value::Null => Ok(Vec::new()),
        Value::String(text) => Ok(vec![text]),
        Value::Number(number) => Ok(vec![number.to_string()]),
        Value::Array(list) => Ok(list.into_iter().map(values).collect::<Result<Vec<_>, _>>()?.concat()),
        Value::Bool(_) | Value::Object(_) => Err("a value must be a text, a number, a list of them or null".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_said() {
        for (line, said) in [
            (r#"{"text": "A"}"#, "expected"),
            (r#"{"text": "A", "expected": {"firms": []}}"#, "firms"),
            (r#"{"text": "A", "expected": {"deals": [{"buyer": "B"}]}}"#, "acquirer"),
            (r#"{"text": "A", "expected": {"companies": [true]}}"#, "null"),
            (r#"{"expected": {}}"#, "text"),
            (r#"{"file": "missing.txt", "expected": {}}"#, "missing.txt"),
            (r#"{"#, "EOF"),
        ] {
            let error = Gold::read(line, Path::new("nowhere")).expect_err(line);
            assert!(error.contains(said), "{line}: {error}");
        }
    }
}
