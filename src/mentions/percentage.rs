//! Percentages.

use rust_decimal::Decimal;

use super::number::{Numeral, Numerals};
use super::range::{Joint, Opening, opening, second_bound};
use super::{Qualifier, Quantity, Recogniser, qualifier};
use crate::language::Reading;
use crate::language::lexicon::{Figures, PercentWord};
use crate::text::{Span, TokenKind, TokenRange};

/// A percentage as the article states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Percentage {
    /// Its words, qualifier included.
    pub span: Span,
    /// The same as tokens.
    pub tokens: TokenRange,
    /// How much, in units of `unit`.
    pub quantity: Quantity,
    /// Of what.
    pub unit: PercentageUnit,
}

/// What a percentage counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PercentageUnit {
    /// Hundredths.
    Percent,
    /// Difference of two percentages.
    PercentagePoint,
    /// A hundredth of a percentage point.
    BasisPoint,
}

/// Finds percentages.
pub(super) struct PercentageRecogniser<'n> {
    pub(super) numerals: &'n Numerals,
}

impl Recogniser for PercentageRecogniser<'_> {
    type Mention = Percentage;

    fn recognise(&self, reading: &Reading<'_>) -> Vec<Percentage> {
        let mut found: Vec<Percentage> = Vec::new();
        let mut numbers = self.numerals.all().iter().peekable();
        for sentence in reading.document().sentences() {
            if numbers.peek().is_none_or(|numeral| numeral.tokens.start >= sentence.tokens.end) {
                continue;
            }
            let figures = &reading.lexicon(sentence.tokens.start).figures;
            let scan = Scan { reading, figures, numerals: self.numerals, sentence: sentence.tokens };
            let mut from = sentence.tokens.start;
            while let Some(numeral) = numbers.next_if(|numeral| numeral.tokens.start < sentence.tokens.end) {
                if numeral.tokens.start >= from && scan.percentages(numeral, &mut found) {
                    from = found.last().map_or(from, |last| last.tokens.end);
                }
            }
        }
        found
    }
}

/// One sentence being searched.
struct Scan<'r> {
    reading: &'r Reading<'r>,
    figures: &'r Figures,
    numerals: &'r Numerals,
    sentence: TokenRange,
}

/// One figure with its unit, where it has one.
#[derive(Debug, Clone, Copy)]
struct Part {
    tokens: TokenRange,
    value: Decimal,
    unit: Option<PercentageUnit>,
    rough: bool,
}

impl Scan<'_> {
    /// Adds the percentage that begins with `numeral`, or the two of a change; `false` where there is none.
    fn percentages(&self, numeral: &Numeral, found: &mut Vec<Percentage>) -> bool {
        let Some(mut first) = self.part(numeral) else { return false };
        let (mut opened, open_at) = opening(self.reading, self.figures, self.sentence, first.tokens.start);
        let second = second_bound(self.reading, self.figures, self.sentence, first.tokens.end, opened).and_then(
            |(at, joint)| {
                if joint == Joint::Into {
                    opened = Opening::Change;
                }
                self.part_at(at)
            },
        );
        if let Some((second, unit)) = second.and_then(|second| Some((second, second.unit?))) {
            let same = first.unit.is_none_or(|first| first == unit);
            // "3,5 à 5 %"; a bare number before "or" or "and" has more digits than that.
            let bound = first.unit.is_some() || first.value.abs() <= Decimal::ONE_THOUSAND;
            if same && bound && opened != Opening::Change && first.value < second.value {
                let tokens = TokenRange::new(open_at.min(first.tokens.start), second.tokens.end);
                let quantity = Quantity {
                    value: None,
                    min: Some(first.value),
                    max: Some(second.value),
                    qualifier: Qualifier::Range,
                };
                found.push(self.finish(tokens, quantity, unit));
                return true;
            }
            if same && opened == Opening::Change {
                first.unit = Some(unit);
            }
        }
        let Some(unit) = first.unit else { return false };
        let qualifier = if first.rough { Qualifier::Approximate } else { Qualifier::Exact };
        let quantity = Quantity { value: Some(first.value), min: None, max: None, qualifier };
        found.push(self.finish(first.tokens, quantity, unit));
        true
    }

    fn finish(&self, mut tokens: TokenRange, mut quantity: Quantity, unit: PercentageUnit) -> Percentage {
        let qualified = qualifier::around(self.reading, self.figures, self.sentence, &mut tokens);
        if let (Some(qualified), Qualifier::Exact | Qualifier::Approximate) = (qualified, quantity.qualifier) {
            quantity.qualifier = qualified;
        }
        Percentage { span: qualifier::span_of(self.reading, tokens), tokens, quantity, unit }
    }

    fn part_at(&self, at: usize) -> Option<Part> {
        let numeral = self.numerals.at(at).or_else(|| self.numerals.at(at + 1))?;
        let part = self.part(numeral)?;
        (self.sentence.contains(part.tokens) && part.tokens.start == at).then_some(part)
    }

    fn part(&self, numeral: &Numeral) -> Option<Part> {
        if numeral.open || numeral.code > 0 {
            return None;
        }
        let document = self.reading.document();
        let spaced = |at: usize| document.tokens().get(at).is_none_or(|token| token.spaced);
        let mut part = Part { tokens: numeral.tokens, value: numeral.value, unit: None, rough: numeral.rough };
        let mut at = numeral.tokens.end;
        // `40-percent`
        if self.sentence.has(at) && document.word(at) == "-" && !spaced(at) && !spaced(at + 1) {
            at += 1;
        }
        if let Some(word) = self.reading.longest(&self.figures.percent, at, self.sentence.end) {
            let (unit, divisor) = match word.values.first()? {
                PercentWord::Percent => (PercentageUnit::Percent, Decimal::ONE),
                PercentWord::PerMille => (PercentageUnit::Percent, Decimal::TEN),
                PercentWord::Point => (PercentageUnit::PercentagePoint, Decimal::ONE),
                PercentWord::BasisPoint => (PercentageUnit::BasisPoint, Decimal::ONE),
            };
            part.unit = Some(unit);
            part.value = part.value.checked_div(divisor)?.normalize();
            part.tokens.end = word.tokens.end;
        }
        self.sign(&mut part);
        Some(part)
    }

    /// `-2,3 %`, `+ 4,1 %`
    fn sign(&self, part: &mut Part) {
        let document = self.reading.document();
        let Some(at) = part.tokens.start.checked_sub(1).filter(|&at| self.sentence.has(at)) else { return };
        let tokens = document.tokens();
        let free = tokens[at].spaced || at == self.sentence.start || tokens[at - 1].kind != TokenKind::Number;
        let tight = !tokens[part.tokens.start].spaced;
        match document.word(at) {
            "-" | "−" | "–" if tokens[at].spaced && tight => part.value = -part.value,
            "-" | "−" if tight && free && at > self.sentence.start && document.word(at - 1) == "(" => {
                part.value = -part.value;
            }
            "+" if free => {}
            _ => return,
        }
        part.tokens.start = at;
    }
}
