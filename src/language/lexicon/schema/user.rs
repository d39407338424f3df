//! The user's own lexicon file: names in the form of `names.toml`.

use serde::Deserialize;

use super::{Known, Lexicon};

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
}

impl User {
    /// Reads a file.
    ///
    /// # Errors
    /// What is wrong, with the line and the key.
    pub fn from_toml(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|error| error.to_string())
    }

    /// Adds the rows to those of a language.
    pub(in super::super) fn add_to(&self, rows: &mut Lexicon) {
        rows.names.known.extend(self.known.iter().cloned().map(|row| Known { own: true, ..row }));
    }
}
