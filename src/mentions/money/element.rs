//! One sum: a number with a currency before, after or inside it.

use rust_decimal::Decimal;

use super::per::per;
use crate::language::Reading;
use crate::language::lexicon::{CurrencyForm, CurrencyName, Figures, Piece};
use crate::mentions::number::{Numeral, Numerals};
use crate::text::{Case, Document, TokenKind, TokenRange};

/// A number that may be a sum of money.
#[derive(Debug, Clone, Copy)]
pub(super) struct Element<'r> {
    /// Its tokens, currency and sign included.
    pub(super) tokens: TokenRange,
    /// How much, in units of the currency.
    pub(super) value: Decimal,
    /// Whether it is an open number.
    pub(super) open: bool,
    /// Whether it is a rough one.
    pub(super) rough: bool,
    /// What the magnitudes in it multiply by.
    pub(super) factor: u64,
    /// How the currency is named, where it is.
    pub(super) name: Option<Name<'r>>,
}

/// The name of a currency in an article.
#[derive(Debug, Clone, Copy)]
pub(super) struct Name<'r> {
    /// What the lexicon says of it.
    pub(super) row: &'r CurrencyName,
    /// The code beside a sign, which says which dollar it is (`$5m CAD`).
    pub(super) code: Option<&'r CurrencyName>,
}

/// Where elements are looked for: one sentence.
#[derive(Clone, Copy)]
pub(super) struct Sentence<'r> {
    pub(super) reading: &'r Reading<'r>,
    pub(super) document: &'r Document<'r>,
    pub(super) figures: &'r Figures,
    pub(super) numerals: &'r Numerals,
    pub(super) tokens: TokenRange,
}

/// A currency found beside a number.
struct Beside<'r> {
    name: Name<'r>,
    /// Where it begins (before a number) or ends (after one).
    edge: usize,
}

impl<'r> Sentence<'r> {
    /// The sum around `numeral`; without a name where no currency stands by it.
    pub(super) fn element(&self, numeral: &Numeral) -> Element<'r> {
        let mut element = Element {
            tokens: numeral.tokens,
            value: numeral.value,
            open: numeral.open,
            rough: numeral.rough,
            factor: numeral.factor,
            name: None,
        };
        self.sign(&mut element);
        if let Some(before) = self.before(numeral, element.tokens.start) {
            element.name = Some(before.name);
            element.tokens.start = before.edge;
            if numeral.code == 0 {
                self.sign_outside(&mut element);
            }
            self.magnitude_beside(&mut element);
            self.code_after(&mut element);
            self.word_after(&mut element);
        } else {
            self.after(&mut element);
        }
        if let Some(name) = element.name {
            self.cents(&mut element, name);
            element.scale_name(name);
        }
        element
    }

    fn word(&self, at: usize) -> &'r str {
        if self.tokens.has(at) { self.document.word(at) } else { "" }
    }

    fn spaced(&self, at: usize) -> bool {
        self.document.tokens().get(at).is_none_or(|token| token.spaced)
    }

    /// `-2.3`: a sign right before the number and apart from what precedes it.
    fn sign(&self, element: &mut Element<'_>) {
        let start = element.tokens.start;
        let Some(at) = start.checked_sub(1).filter(|&at| self.tokens.has(at)) else { return };
        let minus = matches!(self.word(at), "-" | "−");
        let free =
            self.spaced(at) || at == self.tokens.start || self.document.tokens()[at - 1].kind == TokenKind::Symbol;
        if minus && free && !self.spaced(start) {
            element.value = -element.value;
            element.tokens.start = at;
        }
    }

    /// `-$5`: the same before the currency.
    fn sign_outside(&self, element: &mut Element<'_>) {
        if element.value.is_sign_positive() {
            self.sign(element);
        }
    }

    /// The currency that ends right before token `start`.
    fn before(&self, numeral: &Numeral, start: usize) -> Option<Beside<'r>> {
        if numeral.code > 0 {
            let code = self.document.folded(numeral.tokens.start).get(..numeral.code)?;
            let row =
                self.figures.currencies.exact(&[self.reading.lexicon(numeral.tokens.start).word(code)])?.first()?;
            return Some(Beside { name: Name { row, code: None }, edge: numeral.tokens.start });
        }
        for length in (1..=3).rev() {
            let Some(at) = start.checked_sub(length).filter(|&at| self.tokens.has(at)) else { continue };
            let Some(found) = self.reading.longest(&self.figures.currencies, at, start) else { continue };
            if found.tokens.end != start {
                continue;
            }
            let fits = |row: &&CurrencyName| self.fits_before(row, found.tokens, numeral);
            let Some(row) = found.values.iter().find(fits) else { continue };
            // `10 € 30`: the sign belongs to the number before it where only that one needs it.
            let after_number = at > self.tokens.start && self.document.tokens()[at - 1].kind == TokenKind::Number;
            let own = self.reading.longest(&self.figures.currencies, numeral.tokens.end, self.tokens.end);
            if after_number && self.spaced(start) && (!self.spaced(at) || own.is_some()) {
                return None;
            }
            let code = (row.form == CurrencyForm::Sign)
                .then(|| self.code_at(at.checked_sub(1)?, row).filter(|_| !self.spaced(at)))
                .flatten();
            let edge = if code.is_some() { at - 1 } else { at };
            return Some(Beside { name: Name { row, code }, edge });
        }
        None
    }

    /// Whether a name may stand before its number; a word does only before a large one ("dollar 22.5 million").
    fn fits_before(&self, row: &CurrencyName, tokens: TokenRange, numeral: &Numeral) -> bool {
        if row.form != CurrencyForm::Word {
            return self.printed_right(row, tokens);
        }
        let large = numeral.value >= Decimal::from(10_000);
        let led = tokens.start > self.tokens.start && self.numerals.ends_at(tokens.start);
        let own = || self.reading.longest(&self.figures.currencies, numeral.tokens.end, self.tokens.end).is_some();
        large && row.per_unit == 1 && !row.weak && !led && !own()
    }

    /// A code at token `at` that says which of the currencies of `sign` is meant.
    fn code_at(&self, at: usize, sign: &CurrencyName) -> Option<&'r CurrencyName> {
        if !self.tokens.has(at) {
            return None;
        }
        let found = self.reading.longest(&self.figures.currencies, at, at + 1)?;
        found.values.iter().find(|row| {
            coded(row)
                && row.codes.first().is_some_and(|code| sign.codes.contains(code))
                && self.printed_right(row, found.tokens)
        })
    }

    /// `$5 million CAD`
    fn code_after(&self, element: &mut Element<'r>) {
        let Some(name) = &mut element.name else { return };
        let at = element.tokens.end;
        if name.row.form == CurrencyForm::Sign && name.code.is_none() && self.numerals.at(at + 1).is_none() {
            name.code = self.code_at(at, name.row);
            element.tokens.end += usize::from(name.code.is_some());
        }
    }

    /// `$5 million pesos`: a word that says which of the currencies of a sign is meant.
    fn word_after(&self, element: &mut Element<'r>) {
        let Some(name) = &mut element.name else { return };
        if name.row.form != CurrencyForm::Sign || name.row.codes.len() < 2 || name.code.is_some() {
            return;
        }
        let end = element.tokens.end;
        let link = self.reading.longest(&self.figures.links, end, self.tokens.end).filter(|_| element.factor > 1);
        let at = link.map_or(end, |link| link.tokens.end);
        let Some(found) = self.reading.longest(&self.figures.currencies, at, self.tokens.end) else { return };
        // "$5 dollars" says nothing that `$5` does not.
        let own = |row: &&CurrencyName| {
            let first = row.codes.first();
            let says = first.is_some_and(|code| name.row.codes.contains(code)) && first != name.row.codes.first();
            row.form == CurrencyForm::Word && row.per_unit == 1 && row.factor == 1 && !row.weak && says
        };
        if let Some(row) = found.values.iter().find(own) {
            name.row = row;
            element.tokens.end = found.tokens.end;
        }
    }

    /// Whether a name is printed as names of its kind must be.
    fn printed_right(&self, row: &CurrencyName, tokens: TokenRange) -> bool {
        let first = self.document.tokens()[tokens.start];
        match row.form {
            CurrencyForm::Code => first.case == Case::Upper,
            CurrencyForm::Sign if first.kind == TokenKind::Word => {
                // `C$`, `HK $`; not "a $4 billion deal", "cost us $5".
                let letters = first.span.len();
                (first.case.has_capital() || !row.capital)
                    && (letters > 1 || tokens.len() == 1 || !self.spaced(tokens.start + 1))
            }
            CurrencyForm::Letter => false,
            _ => true,
        }
    }

    /// An abbreviation that counts as a magnitude beside a currency.
    pub(super) fn magnitude_beside(&self, element: &mut Element<'_>) {
        // "8 mil M€" has two.
        if !matches!(element.factor, 1 | 1000) {
            return;
        }
        let at = element.tokens.end;
        let Some(found) = self.reading.longest(&self.figures.beside_currency, at, self.tokens.end) else { return };
        let end = found.tokens.end;
        let goes_on = !self.spaced(end) && matches!(self.word(end), "&" | "/" | "+");
        if let (Some(&factor), false) = (found.values.first(), goes_on)
            && (element.factor == 1 || factor > element.factor)
        {
            element.multiply(factor);
            element.tokens.end = end;
        }
    }

    /// The currency after the number.
    fn after(&self, element: &mut Element<'r>) {
        let mut trial = *element;
        self.magnitude_beside(&mut trial);
        if self.named_after(&mut trial) {
            *element = trial;
        } else if trial.factor != element.factor {
            self.named_after(element);
        }
    }

    fn named_after(&self, element: &mut Element<'r>) -> bool {
        let mut at = element.tokens.end;
        if (element.factor > 1 || element.rough || element.open)
            && let Some(link) = self.reading.longest(&self.figures.links, at, self.tokens.end)
        {
            at = link.tokens.end;
        }
        if self.word(at) == "-" && !self.spaced(at) && !self.spaced(at + 1) {
            at += 1;
        }
        let Some(found) = self.reading.longest(&self.figures.currencies, at, self.tokens.end) else { return false };
        let Some(row) = found.values.iter().find(|row| self.fits_after(row, found.tokens, element)) else {
            return false;
        };
        let end = found.tokens.end;
        if row.form != CurrencyForm::Word && self.belongs_to_next(row, found.tokens, element) {
            return false;
        }
        element.name = Some(Name { row, code: None });
        element.tokens.end = end;
        if row.form != CurrencyForm::Word {
            self.magnitude_after_currency(element);
        }
        self.code_after(element);
        true
    }

    fn fits_after(&self, row: &CurrencyName, tokens: TokenRange, element: &Element<'_>) -> bool {
        if row.attached {
            return !self.spaced(tokens.start) && tokens.start == element.tokens.end;
        }
        let large = element.factor > 1 || element.value >= Decimal::ONE_THOUSAND || element.value.scale() > 0;
        let priced = || per(self.reading, self.figures, self.tokens, tokens.end).is_some();
        (!row.weak || large || priced())
            && (!row.weight || !self.weighs(element.tokens))
            && self.printed_right(row, tokens)
    }

    /// Whether words around say that something is weighed.
    fn weighs(&self, tokens: TokenRange) -> bool {
        const AROUND: usize = 5;
        let start = tokens.start.saturating_sub(AROUND).max(self.tokens.start);
        let end = (tokens.end + AROUND).min(self.tokens.end);
        (start..end).any(|at| self.reading.longest(&self.figures.weighing, at, end).is_some())
    }

    /// Whether a sentence or clause ends at token `at`.
    fn last(&self, at: usize) -> bool {
        !self.tokens.has(at) || matches!(self.word(at), "." | "!" | "?" | ";" | "," | ")")
    }

    /// Whether nothing at token `at` gives the number before it a unit of its own.
    fn plain(&self, at: usize) -> bool {
        let unit = self.reading.longest(&self.figures.currencies, at, self.tokens.end).is_some()
            || self.reading.longest(&self.figures.percent, at, self.tokens.end).is_some();
        !unit && self.document.tokens().get(at).is_none_or(|token| token.spaced || token.kind != TokenKind::Word)
    }

    /// Whether a sign or code stands before a number of its own: "in 2003 € 2 million".
    fn belongs_to_next(&self, row: &CurrencyName, tokens: TokenRange, element: &Element<'_>) -> bool {
        let next = self.numerals.at(tokens.end).filter(|next| self.tokens.contains(next.tokens) && !next.open);
        let Some(next) = next else { return false };
        // `15 USD 50`
        let small = element.factor == 1 && element.value.scale() == 0 && element.value < Decimal::ONE_THOUSAND;
        let hundredths = next.factor == 1 && !next.words && self.document.text_of(next.tokens).len() == 2;
        if coded(row) && small && hundredths && self.plain(next.tokens.end) {
            return false;
        }
        let (apart, next_apart) = (self.spaced(tokens.start), self.spaced(tokens.end));
        if apart != next_apart {
            return apart;
        }
        // `10 $ 30 $`: the next number has a currency of its own.
        let own = self.reading.longest(&self.figures.currencies, next.tokens.end, self.tokens.end);
        apart && own.is_none()
    }

    /// `80 USD million`, `1.2 €bn`
    fn magnitude_after_currency(&self, element: &mut Element<'_>) {
        if element.factor > 1 {
            return;
        }
        let at = element.tokens.end;
        if !self.spaced(at) {
            self.magnitude_beside(element);
        }
        if let Some(found) = self.reading.longest(self.figures.pieces.words(), at, self.tokens.end)
            && let (Some(&Piece::Magnitude { factor, .. }), 1) = (found.values.first(), element.factor)
        {
            element.multiply(factor);
            element.tokens.end = found.tokens.end;
        }
    }

    /// "3 dollars 50 cents", "20 euros et 43 centimes", `3€50`
    fn cents(&self, element: &mut Element<'r>, name: Name<'r>) {
        if element.factor > 1 || name.row.per_unit > 1 || element.open || element.value.scale() > 0 {
            return;
        }
        let mut at = element.tokens.end;
        let piece = self.reading.longest(self.figures.pieces.words(), at, self.tokens.end);
        // "quinze euros et demi"
        if let Some(found) = &piece
            && let Some(&Piece::AndPart(part, whole)) = found.values.first()
            && self.last(found.tokens.end)
        {
            let half = Decimal::from(part).checked_div(Decimal::from(whole));
            if let Some(sum) = half.and_then(|half| element.value.checked_add(half)) {
                element.value = sum.normalize();
                element.tokens.end = found.tokens.end;
            }
            return;
        }
        let joined = piece.filter(|found| matches!(found.values.first(), Some(Piece::And | Piece::Point)));
        if let Some(joined) = &joined {
            at = joined.tokens.end;
        }
        let Some(part) = self.numerals.at(at).filter(|part| part.factor == 1 && !part.open && part.code == 0) else {
            return;
        };
        if part.value >= Decimal::ONE_HUNDRED || part.value.scale() > 0 || part.value < Decimal::ONE {
            return;
        }
        let end = part.tokens.end;
        let unit = self.reading.longest(&self.figures.currencies, end, self.tokens.end).and_then(|found| {
            found.values.iter().find(|row| row.per_unit > 1).map(|row| (row.per_unit, found.tokens.end))
        });
        let (per_unit, end) = match unit {
            Some(unit) => unit,
            None => {
                let tight = joined.is_none() && !self.spaced(at) && !self.spaced(element.tokens.end.saturating_sub(1));
                let two_digits = !part.words && self.document.text_of(part.tokens).len() == 2;
                let spoken = self.last(end)
                    && (name.row.form == CurrencyForm::Word || joined.is_some())
                    && (two_digits || part.words);
                let coded = coded(name.row) && two_digits && self.spaced(at) && self.plain(end);
                if !(tight && two_digits || spoken || coded) {
                    return;
                }
                (100, end)
            }
        };
        if let Some(cents) = part.value.checked_div(Decimal::from(per_unit))
            && let Some(sum) = element.value.checked_add(cents)
        {
            element.value = sum.normalize();
            element.tokens.end = end;
        }
    }
}

/// Whether a name is the code of a currency.
fn coded(row: &CurrencyName) -> bool {
    matches!(row.form, CurrencyForm::Code | CurrencyForm::SmallCode)
}

impl Element<'_> {
    fn multiply(&mut self, factor: u64) {
        match self.value.checked_mul(Decimal::from(factor)) {
            Some(value) => {
                self.value = value.normalize();
                self.factor = self.factor.saturating_mul(factor);
            }
            // Too large for a figure; the sum is dropped with its name.
            None => self.name = None,
        }
    }

    /// Hundredths into units, `MEUR` into euros.
    fn scale_name(&mut self, name: Name<'_>) {
        if name.row.factor > 1 {
            self.multiply(name.row.factor);
        }
        if name.row.per_unit > 1
            && let Some(value) = self.value.checked_div(Decimal::from(name.row.per_unit))
        {
            self.value = value.normalize();
        }
    }
}
