//! Names, codes and signs of currencies.

use serde::{Deserialize, Serialize};

/// An ISO 4217 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Currency([u8; 3]);

impl Currency {
    /// The currency of a code of three capital letters; `None` for anything else.
    pub fn new(code: &str) -> Option<Self> {
        let code: [u8; 3] = code.as_bytes().try_into().ok()?;
        code.iter().all(u8::is_ascii_uppercase).then_some(Self(code))
    }

    /// The code.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }
}

/// How a currency is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum CurrencyForm {
    /// By a sign of its own (`€`, `C$`).
    Sign,
    /// By its code, which counts in capitals.
    Code,
    /// By its code, which counts in small letters too.
    SmallCode,
    /// By a word.
    Word,
    /// By letters right before the digits of a large sum (`R85m`).
    Letter,
}

/// What a name, code or sign can mean.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CurrencyName {
    /// The currencies, the one meant where nothing else decides first; never empty.
    pub codes: Box<[Currency]>,
    /// What kind of name it is.
    pub form: CurrencyForm,
    /// How many of it make one unit of the currency.
    pub per_unit: u32,
    /// What it multiplies the number by (`MEUR`).
    pub factor: u64,
    /// An ordinary word too: it counts after a magnitude or a thousand and more.
    pub weak: bool,
    /// A weight too.
    pub weight: bool,
    /// It counts only right after the number.
    pub attached: bool,
    /// It is written with a capital.
    pub capital: bool,
}
