//! The user's own rows, added to those of every language.

use serde::Deserialize;

use super::schema;

/// A user's lexicon: the same rows as in the built-in files, those that make sense for one user.
///
/// ```
/// let own = dealfacts::language::UserLexicon::parse(r#"
///     [[known]]
///     kind = "company"
///     names = ["Arvel Holdings", "Arvel", "AVH"]
///     same = true
/// "#);
/// assert!(own.is_ok());
/// ```
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UserLexicon {
    /// Names and what they are; they win over everything else.
    #[serde(default)]
    known: Vec<schema::Known>,
    /// Titles of people.
    #[serde(default)]
    title: Vec<schema::Title>,
}

impl UserLexicon {
    /// Reads a lexicon from TOML.
    ///
    /// # Errors
    /// What is wrong, with the line and the key.
    pub fn parse(text: &str) -> Result<Self, String> {
        let own: Self = toml::from_str(text).map_err(|error| error.to_string().trim_end().to_owned())?;
        if let Some(row) = own.known.iter().position(|row| row.names.is_empty()) {
            return Err(format!("[[known]] number {} has no names", row + 1));
        }
        if let Some(row) = own.title.iter().position(|row| row.words.is_empty() || row.title.is_empty()) {
            return Err(format!("[[title]] number {} needs a title and its words", row + 1));
        }
        Ok(own)
    }

    /// Adds the rows to those of a language.
    pub(super) fn add_to(&self, rows: &mut schema::Lexicon) {
        rows.names.known.extend(self.known.iter().cloned().map(|row| schema::Known { own: true, ..row }));
        rows.names.title.extend(self.title.iter().cloned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        for (text, said) in [
            ("[[known]]\nkind = \"firm\"\nnames = [\"Arvel\"]", &["line 2", "firm", "company"][..]),
            ("[[known]]\nkind = \"company\"\nname = \"Arvel\"", &["line 3", "name", "names"]),
            ("\n[[deal]]\nid = \"x\"", &["line 2", "deal", "known"]),
            ("[[known]]\nkind = \"company\"\nnames = []", &["[[known]] number 1"]),
            ("[[title]]\ntitle = \"\"\nwords = [\"boss\"]", &["[[title]] number 1"]),
            ("[[known]\n", &["line 1"]),
        ] {
            let message = UserLexicon::parse(text).unwrap_err();
            assert!(said.iter().all(|part| message.contains(part)), "{text}: {message}");
        }
    }
}
