//! Which currency a name that several share means: what the article names elsewhere decides, else custom.

use super::element::Name;
use super::scan::Draft;
use super::{CurrencyBasis, Money};
use crate::language::Reading;
use crate::language::lexicon::{Currency, CurrencyForm};
use crate::text::Span;

/// The currencies an article names beyond doubt, with how often.
#[derive(Debug, Default)]
struct Named {
    counts: Vec<(Currency, usize)>,
}

impl Named {
    fn add(&mut self, currency: Currency) {
        match self.counts.iter_mut().find(|(known, _)| *known == currency) {
            Some((_, count)) => *count += 1,
            None => self.counts.push((currency, 1)),
        }
    }

    fn count(&self, currency: Currency) -> usize {
        self.counts.iter().find(|(known, _)| *known == currency).map_or(0, |(_, count)| *count)
    }

    /// The one of `among` that is named most often; the earlier in the list where two are named equally.
    fn most(&self, among: &[Currency]) -> Option<Currency> {
        let mut best: Option<(Currency, usize)> = None;
        for &(currency, count) in &self.counts {
            if among.contains(&currency) && best.is_none_or(|(_, most)| count > most) {
                best = Some((currency, count));
            }
        }
        best.map(|(currency, _)| currency)
    }
}

/// Turns drafts that name a currency into sums; the others stay open.
pub(super) fn decide(reading: &Reading<'_>, drafts: &[Draft<'_>]) -> Vec<Option<Money>> {
    let mut named = Named::default();
    for name in drafts.iter().filter_map(|draft| draft.name) {
        if let Some((currency, _)) = certain(name) {
            named.add(currency);
        }
    }
    let open = drafts.iter().filter_map(|draft| draft.name).any(|name| certain(name).is_none());
    let places = if open { places(reading) } else { Named::default() };
    let mut settled = Named::default();
    let shared: Vec<_> = drafts
        .iter()
        .map(|draft| {
            let name = draft.name?;
            // Hundredths follow the currency of the article, so they wait until the rest is settled.
            let decided =
                certain(name).or_else(|| (name.row.per_unit == 1).then(|| custom(name, &named, &places)).flatten())?;
            settled.add(decided.0);
            Some(decided)
        })
        .collect();
    drafts
        .iter()
        .zip(shared)
        .map(|(draft, decided)| {
            let name = draft.name?;
            let decided = decided.or_else(|| custom(name, &settled, &places));
            if name.row.attached && settled.most(&name.row.codes).is_none() {
                return None;
            }
            decided.map(|(currency, basis)| money(draft, Some(currency), Some(basis)))
        })
        .collect()
}

/// A sum of what a draft says.
pub(super) fn money(draft: &Draft<'_>, currency: Option<Currency>, basis: Option<CurrencyBasis>) -> Money {
    Money { span: Span::default(), tokens: draft.tokens, quantity: draft.quantity, currency, basis, per: draft.per }
}

/// The currency of a name that belongs to one.
fn certain(name: Name<'_>) -> Option<(Currency, CurrencyBasis)> {
    if let Some(code) = name.code {
        return Some((*code.codes.first()?, CurrencyBasis::Code));
    }
    match &*name.row.codes {
        [only] => Some((*only, basis(name.row.form))),
        _ => None,
    }
}

/// The countries an article is about, as the currencies they pay in.
fn places(reading: &Reading<'_>) -> Named {
    let document = reading.document();
    let mut found = Named::default();
    for sentence in document.sentences() {
        let places = &reading.lexicon(sentence.tokens.start).figures.places;
        for at in sentence.tokens.positions().filter(|&at| document.tokens()[at].case.has_capital()) {
            if let Some(place) = reading.longest(places, at, sentence.tokens.end) {
                place.values.iter().for_each(|currency| found.add(*currency));
            }
        }
    }
    found
}

/// How much more often than America another country must be named before a bare dollar is its own.
const PLACES_FOR_DOLLAR: usize = 2;

/// The currency of a shared name: one that the article names, else that of its places, else the first.
fn custom(name: Name<'_>, named: &Named, places: &Named) -> Option<(Currency, CurrencyBasis)> {
    let codes = &name.row.codes;
    let first = *codes.first()?;
    let local = places.most(codes);
    let chosen = if first.code() == "USD" && name.row.per_unit == 1 {
        // A bare dollar beside Canadian dollars is the American one, unless that has a name of its own too; in an article
        // from Canada it is the Canadian one.
        let other = codes.iter().any(|code| *code != first && named.count(*code) > 0);
        let beside = other && named.count(first) == 0;
        let lead = |code| places.count(code) >= places.count(first) + PLACES_FOR_DOLLAR;
        if beside { first } else { local.filter(|code| lead(*code)).unwrap_or(first) }
    } else {
        named.most(codes).or(local).unwrap_or(first)
    };
    let basis = if name.row.form == CurrencyForm::Word { CurrencyBasis::Word } else { CurrencyBasis::Assumed };
    Some((chosen, basis))
}

fn basis(form: CurrencyForm) -> CurrencyBasis {
    match form {
        CurrencyForm::Sign | CurrencyForm::Letter => CurrencyBasis::Symbol,
        CurrencyForm::Code | CurrencyForm::SmallCode => CurrencyBasis::Code,
        CurrencyForm::Word => CurrencyBasis::Word,
    }
}
