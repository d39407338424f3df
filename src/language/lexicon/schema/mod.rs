//! The form of the lexicon files, one struct a file; also compiled into the build script, so it depends on nothing else.
//!
//! Every section is mandatory and unknown keys are refused: a language cannot silently lack something.

mod text;

use serde::{Deserialize, Serialize};

pub use text::Text;

/// All files of one language, as written.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lexicon {
    /// `text.toml`
    pub text: Text,
}

impl Lexicon {
    /// Reads the files of one language: `file` gives the content of a file by its name without `.toml`.
    ///
    /// # Errors
    /// The name of the file with what is wrong in it.
    pub fn from_files(file: impl Fn(&str) -> Result<String, String>) -> Result<Self, String> {
        fn section<T: serde::de::DeserializeOwned>(
            file: &impl Fn(&str) -> Result<String, String>,
            name: &str,
        ) -> Result<T, String> {
            toml::from_str(&file(name)?).map_err(|error| format!("{name}.toml: {error}"))
        }
        Ok(Self { text: section(&file, "text")? })
    }

    /// Leaves out what serves only the tests: examples and look-alikes.
    pub fn strip_examples(&mut self) {}
}
