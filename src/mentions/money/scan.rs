//! Sums and ranges of sums, with the words that qualify them, before shared names of currencies are decided.

use rust_decimal::Decimal;

use super::Per;
use super::element::{Element, Name, Sentence};
use super::per::per;
use crate::language::Reading;
use crate::language::lexicon::InheritCue;
use crate::mentions::number::Numerals;
use crate::mentions::range::{Joint, Opening, opening, second_bound, shared_magnitude};
use crate::mentions::{Qualifier, Quantity, qualifier};
use crate::text::TokenRange;

/// A sum, or a number that may turn out to be one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Draft<'r> {
    /// Its tokens, qualifier included.
    pub(super) tokens: TokenRange,
    /// How much.
    pub(super) quantity: Quantity,
    /// What the magnitudes in it multiply by.
    pub(super) factor: u64,
    /// How its currency is named; without it, it is money only where its surroundings say so.
    pub(super) name: Option<Name<'r>>,
    /// What it is the price of one of.
    pub(super) per: Option<Per>,
    /// The sentence it stands in, as a position in the document.
    pub(super) sentence: usize,
    /// The number without its qualifiers ends before this token.
    pub(super) end: usize,
    /// The number without its qualifiers starts at this token.
    pub(super) start: usize,
}

/// All sums of an article, in order.
pub(super) fn drafts<'r>(reading: &'r Reading<'r>, numerals: &'r Numerals) -> Vec<Draft<'r>> {
    let document = reading.document();
    let mut drafts: Vec<Draft<'r>> = Vec::new();
    let mut numbers = numerals.all().iter().peekable();
    for (position, sentence) in document.sentences().iter().enumerate() {
        if numbers.peek().is_none_or(|numeral| numeral.tokens.start >= sentence.tokens.end) {
            continue;
        }
        let figures = &reading.lexicon(sentence.tokens.start).figures;
        let scan = Sentence { reading, document, figures, numerals, tokens: sentence.tokens };
        let mut from = sentence.tokens.start;
        while let Some(numeral) = numbers.next_if(|numeral| numeral.tokens.start < sentence.tokens.end) {
            if numeral.tokens.start < from {
                continue;
            }
            let before = drafts.len();
            scan.sum(numeral, position, from, &mut drafts);
            if drafts.len() > before {
                from = drafts.last().map_or(from, |draft| draft.tokens.end);
            }
        }
    }
    drafts
}

impl<'r> Sentence<'r> {
    fn sum(
        &self,
        numeral: &crate::mentions::number::Numeral,
        position: usize,
        from: usize,
        drafts: &mut Vec<Draft<'r>>,
    ) {
        let mut first = self.element(numeral);
        if first.tokens.start < from {
            return;
        }
        let (mut opened, open_at) = opening(self.reading, self.figures, self.tokens, first.tokens.start);
        let bound = |end: usize| {
            let (at, joint) = second_bound(self.reading, self.figures, self.tokens, end, opened)?;
            Some((self.element_at(at)?, joint))
        };
        let second = bound(first.tokens.end)
            .or_else(|| {
                // "2m-3m euros": letters that are a magnitude beside a currency are one before it too.
                let mut scaled = first;
                self.magnitude_beside(&mut scaled);
                let found = bound(scaled.tokens.end).filter(|(second, _)| second.name.is_some() && second.factor > 1);
                if first.name.is_none() && scaled.factor > 1 && found.is_some() {
                    first = scaled;
                    return found;
                }
                None
            })
            .map(|(mut second, joint)| {
                // "$1-1.2bn": the currency of the first bound makes the letters behind the second a magnitude.
                if first.name.is_some() && second.name.is_none() {
                    self.magnitude_beside(&mut second);
                }
                (second, joint)
            });
        if matches!(second, Some((_, Joint::Into))) {
            opened = Opening::Change;
        }
        if let Some((second, joint)) = second
            && let Some(name) = self.shared_name(&first, &second, opened, joint)
        {
            let low = if first.name.is_some() && second.name.is_some() {
                shared_magnitude(first.value, first.factor, second.value, second.factor)
            } else {
                lowest(&first, &second)
            };
            if opened != Opening::Change && low < second.value && !first.open && !second.open {
                let tokens = TokenRange::new(open_at.min(first.tokens.start), second.tokens.end);
                let quantity =
                    Quantity { value: None, min: Some(low), max: Some(second.value), qualifier: Qualifier::Range };
                let factor = first.factor.max(second.factor);
                drafts.push(self.draft(tokens, tokens, quantity, factor, name, position));
                return;
            }
            if first.name.is_none() && opened == Opening::Change {
                first.value = low;
                first.name = name;
                first.factor = second.factor;
            }
        }
        let quantity = Quantity {
            value: (!first.open).then_some(first.value),
            min: first.open.then_some(first.value),
            max: None,
            qualifier: if first.open {
                Qualifier::AtLeast
            } else if first.rough {
                Qualifier::Approximate
            } else {
                Qualifier::Exact
            },
        };
        if first.name.is_some() || first.factor > 1 || self.compared(first.tokens.start) {
            drafts.push(self.draft(first.tokens, first.tokens, quantity, first.factor, first.name, position));
        }
    }

    /// The sum that starts exactly at token `at`, whether with its currency, its sign or its number.
    fn element_at(&self, at: usize) -> Option<Element<'r>> {
        const BEFORE_NUMBER: usize = 4;
        let numeral = (at..at + BEFORE_NUMBER).find_map(|start| self.numerals.at(start))?;
        if !self.tokens.contains(numeral.tokens) {
            return None;
        }
        let element = self.element(numeral);
        (element.tokens.start == at).then_some(element)
    }

    /// The currency of a range, where the two can be its bounds; `Some(None)` for a range that names none.
    fn shared_name(
        &self,
        first: &Element<'r>,
        second: &Element<'r>,
        opened: Opening,
        joint: Joint,
    ) -> Option<Option<Name<'r>>> {
        match (first.name, second.name) {
            (Some(a), Some(b)) => (a.row.codes == b.row.codes).then_some(Some(b)),
            (None, Some(b)) => {
                // "in 2019 to $142m"
                let year = first.factor == 1
                    && first.value.scale() == 0
                    && first.value >= Decimal::from(1900)
                    && first.value <= Decimal::from(2100);
                let plain = (joint != Joint::Or || first.factor == 1) && (!year || second.factor == 1);
                plain.then_some(Some(b))
            }
            (Some(a), None) => {
                let tight = joint == Joint::Dash || opened != Opening::None || second.factor > 1;
                (tight && second.value > first.value).then_some(Some(a))
            }
            (None, None) => (opened == Opening::Between && second.factor > 1).then_some(None),
        }
    }

    fn draft(
        &self,
        core: TokenRange,
        mut tokens: TokenRange,
        mut quantity: Quantity,
        factor: u64,
        name: Option<Name<'r>>,
        sentence: usize,
    ) -> Draft<'r> {
        let qualified = qualifier::around(self.reading, self.figures, self.tokens, &mut tokens);
        if let (Some(qualified), Qualifier::Exact | Qualifier::Approximate) = (qualified, quantity.qualifier) {
            quantity.qualifier = qualified;
        }
        let per = name.and_then(|_| per(self.reading, self.figures, self.tokens, core.end));
        Draft { tokens, quantity, factor, name, per, sentence, end: core.end, start: core.start }
    }

    /// Whether the words before token `start` compare what follows with a sum named before, or take a part of it.
    fn compared(&self, start: usize) -> bool {
        qualifier::ending_at(self.reading, &self.figures.inherit, self.tokens.start, start)
            .is_some_and(|(_, cue)| matches!(cue, InheritCue::Compared | InheritCue::PartOf))
    }
}

/// The first bound of a range of which one bound alone names the currency.
fn lowest(first: &Element<'_>, second: &Element<'_>) -> Decimal {
    shared_magnitude(first.value, first.factor, second.value, second.factor)
}
