//! `currencies.toml`: what currencies are called, in one language and in all.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The names of one language, by ISO 4217 code, as the Unicode CLDR gives them.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CurrencyNames {
    /// Singular, plural and other forms.
    pub names: BTreeMap<String, Vec<String>>,
}

/// The table all languages share: ISO 4217 with signs.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Iso4217 {
    /// Signs that several currencies share, the one meant where nothing else decides first.
    pub shared_signs: BTreeMap<String, Vec<String>>,
    /// Letters that a sum in thousands, millions and so on puts before the code (`MEUR`), with what they multiply by.
    pub code_prefixes: BTreeMap<String, u64>,
    /// The codes they are put before.
    pub prefixed_codes: Vec<String>,
    /// Words that tie an article to a country, by the code of its currency; they decide what a shared name means.
    pub places: BTreeMap<String, Vec<String>>,
    /// Currencies by code.
    pub currency: BTreeMap<String, Iso4217Row>,
}

/// One currency.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Iso4217Row {
    /// Decimals of its minor unit; none for gold and the like.
    #[serde(default)]
    pub minor: Option<u32>,
    /// Signs of its own.
    #[serde(default)]
    pub signs: Vec<String>,
    /// Letters that stand for it right before the digits of a large sum (`R85m`), and nowhere else.
    #[serde(default)]
    pub letters: Vec<String>,
    /// Other codes in use (`RMB`).
    #[serde(default)]
    pub other_codes: Vec<String>,
    /// Whether the code is safe to read in small letters.
    #[serde(default)]
    pub small: bool,
    /// Whether it has gone.
    #[serde(default)]
    pub historic: bool,
    /// Why no language has a name for it.
    #[serde(default)]
    pub unnamed: Option<String>,
}
