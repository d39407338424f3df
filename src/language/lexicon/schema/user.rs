//! The user's own lexicon file: names in the form of `names.toml`.

use serde::Deserialize;

use super::{Known, Title};

/// The rows of a user's file. They hold in every language and win over the built-in ones.
///
/// ```toml
/// [[known]]
/// kind = "company"                       # or organization, person, product, place, none
/// names = ["Arden Foods", "Arden", "ARF"] # the first is printed as the name
/// same = true
///
/// [[known]]
/// kind = "none"                          # never a name
/// names = ["Deal of the Day"]
/// ```
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct User {
    /// Names with their kinds.
    #[serde(default)]
    pub known: Vec<Known>,
    /// Titles of people.
    #[serde(default)]
    pub title: Vec<Title>,
}

impl User {
    /// Reads a file.
    ///
    /// # Errors
    /// What is wrong, with the line and the key.
    pub fn from_toml(text: &str) -> Result<Self, String> {
        let mut user: Self = toml::from_str(text).map_err(|error| error.to_string().trim_end().to_owned())?;
        if let Some(row) = user.known.iter().position(|row| row.names.is_empty()) {
            return Err(format!("[[known]] number {} has no names", row + 1));
        }
        if let Some(row) = user.title.iter().position(|row| row.words.is_empty() || row.title.is_empty()) {
            return Err(format!("[[title]] number {} needs a title and its words", row + 1));
        }
        user.known.iter_mut().for_each(|row| row.own = true);
        Ok(user)
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
            let message = User::from_toml(text).unwrap_err();
            assert!(said.iter().all(|part| message.contains(part)), "{text}: {message}");
        }
    }
}
