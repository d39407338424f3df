//! Names, codes and signs of currencies.

use super::super::schema::{Currencies, CurrencyNames, Iso4217, SharedCurrency};
use super::super::{Compiler, Phrases};

/// An ISO 4217 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CurrencyForm {
    /// By a sign of its own (`€`, `C$`).
    Sign,
    /// By its code, which counts in capitals.
    Code,
    /// By its code, which counts in small letters too.
    SmallCode,
    /// By a word.
    Word,
}

/// What a name, code or sign can mean.
#[derive(Debug, Clone)]
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

impl CurrencyName {
    fn one(code: &str, form: CurrencyForm) -> Self {
        Self::of(Currency::new(code).into_iter().collect(), form)
    }

    fn of(codes: Box<[Currency]>, form: CurrencyForm) -> Self {
        Self { codes, form, per_unit: 1, factor: 1, weak: false, weight: false, attached: false, capital: false }
    }
}

/// All names of one language, with the codes and signs that all languages share; and the words that tie an article to
/// the country of a currency.
pub(super) fn compile(
    own: &Currencies,
    names: &CurrencyNames,
    compiler: &mut Compiler<'_>,
) -> (Phrases<CurrencyName>, Phrases<Currency>) {
    let iso = Iso4217::built_in();
    let places = iso.places.iter().flat_map(|(code, words)| {
        let currency = Currency::new(code);
        words.iter().filter_map(move |word| Some((word.as_str(), currency?)))
    });
    let places = compiler.phrases(places);
    let mut rows: Vec<(String, CurrencyName)> = Vec::new();
    for (code, row) in &iso.currency {
        let form = if row.small { CurrencyForm::SmallCode } else { CurrencyForm::Code };
        rows.push((code.clone(), CurrencyName::one(code, form)));
        rows.extend(row.other_codes.iter().map(|other| (other.clone(), CurrencyName::one(code, form))));
        rows.extend(
            row.signs.iter().map(|sign| (sign.clone(), sign_name(sign, CurrencyName::one(code, CurrencyForm::Sign)))),
        );
    }
    for (sign, codes) in &iso.shared_signs {
        rows.push((sign.clone(), sign_name(sign, CurrencyName::of(parse(codes), CurrencyForm::Sign))));
    }
    for (prefix, factor) in &iso.code_prefixes {
        for code in &iso.prefixed_codes {
            let name = CurrencyName { factor: *factor, ..CurrencyName::one(code, CurrencyForm::SmallCode) };
            rows.push((format!("{prefix}{code}"), name));
        }
    }
    for (code, forms) in own.names.iter().chain(&names.names) {
        rows.extend(forms.iter().map(|form| {
            let weak = own.weak.contains(form);
            (form.clone(), CurrencyName { weak, ..CurrencyName::one(code, CurrencyForm::Word) })
        }));
    }
    for shared in &own.shared {
        rows.extend(shared.names.iter().map(|form| (form.clone(), shared_name(shared, form, 1, own))));
    }
    for part in &own.parts {
        let minor = part.codes.first().and_then(|code| iso.currency.get(code)).and_then(|row| row.minor).unwrap_or(2);
        let per_unit = part.per_unit.unwrap_or_else(|| 10u32.saturating_pow(minor));
        rows.extend(part.names.iter().map(|form| (form.clone(), shared_name(part, form, per_unit, own))));
    }
    let mut seen = std::collections::HashSet::new();
    rows.retain(|(form, name)| !name.codes.is_empty() && seen.insert((form.clone(), name.codes.clone())));
    (compiler.phrases(rows.iter().map(|(form, name)| (form.as_str(), name.clone()))), places)
}

fn sign_name(sign: &str, name: CurrencyName) -> CurrencyName {
    CurrencyName { capital: sign.contains(char::is_uppercase), ..name }
}

fn shared_name(row: &SharedCurrency, form: &String, per_unit: u32, own: &Currencies) -> CurrencyName {
    CurrencyName {
        per_unit,
        factor: row.factor.unwrap_or(1),
        weak: own.weak.contains(form),
        weight: own.weights.contains(form),
        attached: row.attached,
        ..CurrencyName::of(parse(&row.codes), CurrencyForm::Word)
    }
}

fn parse(codes: &[String]) -> Box<[Currency]> {
    codes.iter().filter_map(|code| Currency::new(code)).collect()
}
