//! The form of the lexicon files, one struct a file; also compiled into the build script, so it depends on nothing else.
//!
//! Every section is mandatory and unknown keys are refused: a language cannot silently lack something.

mod currencies;
mod dates;
mod deals;
mod figures;
mod grammar;
mod names;
mod story;
mod text;
mod user;

use serde::{Deserialize, Serialize};

pub use currencies::{CurrencyNames, Iso4217, Iso4217Row};
pub use dates::{DateExample, Dates};
pub use deals::{Deals, Frame, FrameKind, Role, ShareRole, Status, SumRole};
pub use figures::{Currencies, FigureExample, Figures, Magnitude, Number, Part, SharedCurrency};
pub use grammar::{Grammar, Irregular, Paradigm};
pub use names::{Cue, CueExample, KindWord, Known, NameWords, Names, OrganizationKind, Place, Title};
pub use story::{EventStatus, EventType, FactExample, FactRow, RelationType, Story};
pub use text::Text;
pub use user::User;

/// All files of one language, as written.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lexicon {
    /// `text.toml`
    pub text: Text,
    /// `figures.toml`
    pub figures: Figures,
    /// `currencies.toml`
    pub currencies: CurrencyNames,
    /// `dates.toml`
    pub dates: Dates,
    /// `names.toml`
    pub names: Names,
    /// `grammar.toml`
    pub grammar: Grammar,
    /// `deals.toml`
    pub deals: Deals,
    /// `story.toml`
    pub story: Story,
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
        Ok(Self {
            text: section(&file, "text")?,
            figures: section(&file, "figures")?,
            currencies: section(&file, "currencies")?,
            dates: section(&file, "dates")?,
            names: section(&file, "names")?,
            grammar: section(&file, "grammar")?,
            deals: section(&file, "deals")?,
            story: section(&file, "story")?,
        })
    }
}
