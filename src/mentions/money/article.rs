//! Which currency a name that several share means: what the article names elsewhere decides, else custom.

use super::element::Name;
use super::scan::Draft;
use super::{CurrencyBasis, Money};
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
pub(super) fn decide(drafts: &[Draft<'_>]) -> Vec<Option<Money>> {
    let mut named = Named::default();
    for name in drafts.iter().filter_map(|draft| draft.name) {
        if let Some((currency, _)) = certain(name) {
            named.add(currency);
        }
    }
    let mut settled = Named::default();
    let shared: Vec<_> = drafts
        .iter()
        .map(|draft| {
            let name = draft.name?;
            // Hundredths follow the currency of the article, so they wait until the rest is settled.
            let decided = certain(name).or_else(|| (name.row.per_unit == 1).then(|| custom(name, &named)).flatten())?;
            settled.add(decided.0);
            Some(decided)
        })
        .collect();
    drafts
        .iter()
        .zip(shared)
        .map(|(draft, decided)| {
            let name = draft.name?;
            let decided = decided.or_else(|| custom(name, &settled));
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

/// The currency of a shared name: one that is `named`, else the first.
fn custom(name: Name<'_>, named: &Named) -> Option<(Currency, CurrencyBasis)> {
    let first = *name.row.codes.first()?;
    // A bare dollar beside Canadian dollars is the American one; francs beside Swiss francs are Swiss.
    let world = name.row.form == CurrencyForm::Sign && first.code() == "USD";
    let chosen = if world { first } else { named.most(&name.row.codes).unwrap_or(first) };
    let basis = if name.row.form == CurrencyForm::Word { CurrencyBasis::Word } else { CurrencyBasis::Assumed };
    Some((chosen, basis))
}

fn basis(form: CurrencyForm) -> CurrencyBasis {
    match form {
        CurrencyForm::Sign => CurrencyBasis::Symbol,
        CurrencyForm::Code | CurrencyForm::SmallCode => CurrencyBasis::Code,
        CurrencyForm::Word => CurrencyBasis::Word,
    }
}
