//! Names, codes and signs of currencies to tables.

use super::Compiler;
use super::lexicon::schema::{Currencies, CurrencyNames, Iso4217, SharedCurrency};
use super::lexicon::{Currency, CurrencyForm, CurrencyName, Phrases};

/// All names of one language, with the codes and signs that all languages share; and the words that tie an article to
/// the country of a currency.
pub fn compile(
    own: &Currencies,
    names: &CurrencyNames,
    iso: &Iso4217,
    compiler: &mut Compiler<'_>,
) -> (Phrases<CurrencyName>, Phrases<Currency>) {
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
        rows.extend(row.letters.iter().map(|sign| (sign.clone(), CurrencyName::one(code, CurrencyForm::Letter))));
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

impl CurrencyName {
    fn one(code: &str, form: CurrencyForm) -> Self {
        Self::of(Currency::new(code).into_iter().collect(), form)
    }

    fn of(codes: Box<[Currency]>, form: CurrencyForm) -> Self {
        Self { codes, form, per_unit: 1, factor: 1, weak: false, weight: false, attached: false, capital: false }
    }
}
