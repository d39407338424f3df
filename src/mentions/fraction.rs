//! Shares of a whole that are no percentages: "un tiers du capital", "half of the shares", `51/49`, `50-50`.

use rust_decimal::Decimal;

use super::Recogniser;
use super::anchors::Anchors;
use super::number::Numerals;
use crate::language::Reading;
use crate::language::lexicon::Figures;
use crate::text::{Span, TokenKind, TokenRange};

/// A share of something, in words or as two numbers that make a hundred.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fraction {
    /// Its words, without the whole.
    pub span: Span,
    /// The same as tokens.
    pub tokens: TokenRange,
    /// The share in percent, to two decimals.
    pub percent: Decimal,
    /// The words for the whole, where they follow; empty for `50-50`.
    pub whole: TokenRange,
}

/// Finds fractions.
pub(super) struct FractionRecogniser<'n> {
    pub(super) numerals: &'n Numerals,
    /// Where they may begin.
    pub(super) anchors: &'n Anchors,
}

impl Recogniser for FractionRecogniser<'_> {
    type Mention = Fraction;

    fn recognise(&self, reading: &Reading<'_>) -> Vec<Fraction> {
        let mut found: Vec<Fraction> = Vec::new();
        let tokens = reading.document().tokens();
        let mut numerals = self.numerals.all().iter().map(|numeral| numeral.tokens.start);
        let mut numeral = numerals.next();
        for sentence in reading.document().sentences() {
            let figures = &reading.lexicon(sentence.tokens.start).figures;
            let scan = Scan { reading, figures, numerals: self.numerals, sentence: sentence.tokens };
            let mut from = sentence.tokens.start;
            for &at in self.anchors.among(sentence.tokens) {
                if at < from {
                    continue;
                }
                while numeral.is_some_and(|numeral| numeral < at) {
                    numeral = numerals.next();
                }
                let candidate = numeral == Some(at)
                    || reading.opens(&figures.fractions, at)
                    || tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number);
                if let Some(fraction) = candidate.then(|| scan.fraction(at)).flatten() {
                    from = fraction.tokens.end.max(fraction.whole.end);
                    found.push(fraction);
                }
            }
        }
        found
    }
}

/// The most words between "of" and the whole.
const BEFORE_WHOLE: usize = 3;

/// One sentence being searched.
struct Scan<'r> {
    reading: &'r Reading<'r>,
    figures: &'r Figures,
    numerals: &'r Numerals,
    sentence: TokenRange,
}

impl Scan<'_> {
    fn fraction(&self, at: usize) -> Option<Fraction> {
        let number = self.reading.document().tokens().get(at)?.kind == TokenKind::Number;
        if let Some(ratio) = number.then(|| self.ratio(at)).flatten() {
            return Some(ratio);
        }
        let (numerator, denominator, end) = self.part(at)?;
        let whole = self.whole(end)?;
        let percent = percent(numerator, denominator)?;
        Some(self.made(TokenRange::new(at, end), percent, whole))
    }

    fn made(&self, tokens: TokenRange, percent: Decimal, whole: TokenRange) -> Fraction {
        Fraction { span: self.reading.document().span(tokens), tokens, percent, whole }
    }

    /// A fraction in words, and where it ends.
    fn part(&self, at: usize) -> Option<(u32, u32, usize)> {
        if let Some(found) = self.reading.longest(&self.figures.fractions, at, self.sentence.end) {
            let (numerator, denominator) = *found.values.first()?;
            return Some((numerator, denominator, found.tokens.end));
        }
        let numeral = self.numerals.at(at).filter(|numeral| !numeral.open && numeral.factor == 1)?;
        let ordinal = self.reading.longest(&self.figures.ordinals, numeral.tokens.end, self.sentence.end)?;
        let numerator = u32::try_from(numeral.value).ok().filter(|_| numeral.value.scale() == 0)?;
        let denominator = *ordinal.values.first()?;
        (numerator < denominator).then_some((numerator, denominator, ordinal.tokens.end))
    }

    /// What the fraction is one of: a word for a company or its shares, or a name.
    fn whole(&self, at: usize) -> Option<TokenRange> {
        let document = self.reading.document();
        let start = self.reading.longest(&self.figures.fraction_of, at, self.sentence.end)?.tokens.end;
        let mut word = start;
        for _ in 0..=BEFORE_WHOLE {
            if !self.sentence.has(word) {
                return None;
            }
            if let Some(whole) = self.reading.longest(&self.figures.wholes, word, self.sentence.end) {
                return Some(TokenRange::new(start, whole.tokens.end));
            }
            match self.reading.longest(&self.figures.whole_articles, word, self.sentence.end) {
                Some(article) => word = article.tokens.end,
                None if document.tokens()[word].case.has_capital() => return Some(TokenRange::new(start, word + 1)),
                None => return None,
            }
        }
        None
    }

    /// Two whole numbers that make a hundred: `51/49`, `50-50`, `50:50`.
    fn ratio(&self, at: usize) -> Option<Fraction> {
        let document = self.reading.document();
        let tokens = document.tokens();
        if at + 2 >= self.sentence.end
            || !matches!(document.word(at + 1), "/" | "-" | "–" | ":")
            || tokens[at + 1].spaced
            || tokens[at + 2].spaced
        {
            return None;
        }
        let share = |at: usize| document.word(at).parse::<u32>().ok().filter(|share| (1..=99).contains(share));
        let (first, second) = (share(at)?, share(at + 2)?);
        // Not a part of something longer: `50-50-12`, a price.
        let goes_on = tokens.get(at + 3).is_some_and(|next| {
            self.sentence.has(at + 3) && !next.spaced && matches!(document.word(at + 3), "/" | "-" | ":")
        });
        let led = at > self.sentence.start && !tokens[at].spaced && document.word(at - 1) != "(";
        (first + second == 100 && !goes_on && !led).then(|| {
            let whole = TokenRange::new(at + 3, at + 3);
            self.made(TokenRange::new(at, at + 3), Decimal::from(first), whole)
        })
    }
}

fn percent(numerator: u32, denominator: u32) -> Option<Decimal> {
    let share = Decimal::from(numerator).checked_mul(Decimal::ONE_HUNDRED)?.checked_div(Decimal::from(denominator))?;
    Some(share.round_dp(2).normalize())
}
