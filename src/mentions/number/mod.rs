//! Numbers, in digits and in words, before anything says what they count.
//!
//! Takes a reading; gives [`Numerals`], each with its value in base units. Sums, percentages and fractions are built on
//! them. This file never decides what a number is for.

mod digits;
mod sum;
#[cfg(test)]
mod tests;

use rust_decimal::Decimal;

use crate::language::lexicon::{CurrencyForm, Figures, MOST_PIECES, Piece};
use crate::language::{Lexicon, Reading};
use crate::mentions::anchors::Anchors;
use crate::text::{Case, Document, TokenKind, TokenRange};
use sum::Sum;

/// A number where it stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Numeral {
    /// Its tokens, without a sign.
    pub(super) tokens: TokenRange,
    /// How many; for an open number ("several million") the least it can be.
    pub(super) value: Decimal,
    /// Whether it is an open number.
    pub(super) open: bool,
    /// Whether its words make it a rough one ("a dozen").
    pub(super) rough: bool,
    /// What the magnitudes in it (million, Mrd.) multiply by, 1 without any.
    pub(super) factor: u64,
    /// Whether it is written in words alone.
    pub(super) words: bool,
    /// How many bytes of its first token are the code of a currency (`CHF3.04`).
    pub(super) code: usize,
}

/// All numbers of an article, in order.
#[derive(Debug, Default)]
pub(super) struct Numerals {
    list: Vec<Numeral>,
}

impl Numerals {
    /// Finds the numbers of every sentence.
    pub(super) fn find(reading: &Reading<'_>, anchors: &Anchors) -> Self {
        let mut list = Vec::new();
        let dotted = digits::dotted(reading.document(), anchors.all());
        for sentence in reading.document().sentences() {
            let lexicon = reading.lexicon(sentence.tokens.start);
            let scan = Scan {
                reading,
                document: reading.document(),
                figures: &lexicon.figures,
                decimal: if dotted { '.' } else { lexicon.figures.decimal },
                end: sentence.tokens.end,
            };
            let mut from = sentence.tokens.start;
            for &at in anchors.among(sentence.tokens) {
                if at < from {
                    continue;
                }
                match scan.number(lexicon, at) {
                    Found::Number(numeral) => {
                        from = numeral.tokens.end;
                        list.push(numeral);
                    }
                    Found::NoFigure(end) => from = end,
                    Found::Nothing => {}
                }
            }
        }
        Self { list }
    }

    /// The numbers, in order.
    pub(super) fn all(&self) -> &[Numeral] {
        &self.list
    }

    /// Whether a number ends right before token `end`.
    pub(super) fn ends_at(&self, end: usize) -> bool {
        let position = self.list.partition_point(|numeral| numeral.tokens.end < end);
        self.list.get(position).is_some_and(|numeral| numeral.tokens.end == end)
    }

    /// The number that starts at token `at`.
    pub(super) fn at(&self, at: usize) -> Option<&Numeral> {
        let position = self.list.binary_search_by_key(&at, |numeral| numeral.tokens.start).ok()?;
        self.list.get(position)
    }
}

/// The longest word that is a code and a number, in bytes.
const CODED: usize = 24;

/// What stands at a token.
enum Found {
    Number(Numeral),
    /// Digits up to a token that are no number (`1.2.3.4`, forty digits).
    NoFigure(usize),
    Nothing,
}

/// One sentence being searched.
struct Scan<'r> {
    reading: &'r Reading<'r>,
    document: &'r Document<'r>,
    figures: &'r Figures,
    decimal: char,
    end: usize,
}

impl Scan<'_> {
    fn number(&self, lexicon: &Lexicon, at: usize) -> Found {
        let Some(token) = self.document.tokens().get(at) else { return Found::Nothing };
        match token.kind {
            TokenKind::Number => self.by_digits(at),
            TokenKind::Punctuation if token.spaced => self.by_point(at),
            TokenKind::Word => {
                let numeral = self.after_code(lexicon, at).or_else(|| {
                    self.opens(at).then(|| self.read(at, at, Sum::new(self.figures.pieces.bare))).flatten()
                });
                numeral.map_or(Found::Nothing, Found::Number)
            }
            _ => Found::Nothing,
        }
    }

    /// Whether a number in words could begin at token `at`; tells nearly every word that begins none without reading on.
    fn opens(&self, at: usize) -> bool {
        let pieces = &self.figures.pieces;
        match self.reading.longest(pieces.words(), at, self.end) {
            Some(found) => found.values.first().is_some_and(|piece| piece.opens()),
            None => pieces.may_part(self.document.folded(at)),
        }
    }

    fn by_digits(&self, at: usize) -> Found {
        // `3/4 million`
        if let Some(part) = digits::slashed(self.document, at, self.end) {
            let mut sum = Sum::new(self.figures.pieces.bare);
            sum.digits(part);
            if let Some(numeral) = self.read(at, at + 3, sum) {
                return Found::Number(Numeral { words: false, ..numeral });
            }
            if self.reading.longest(&self.figures.percent, at + 3, self.end).is_some() {
                return Found::Number(plain(TokenRange::new(at, at + 3), part));
            }
        }
        let (value, end) = digits::read(self.document, at, self.end, self.figures, self.decimal);
        let Some(value) = value else { return Found::NoFigure(end) };
        let mut sum = Sum::new(self.figures.pieces.bare);
        sum.digits(value);
        match self.read(at, end, sum) {
            Some(numeral) => Found::Number(Numeral { words: false, ..numeral }),
            None => Found::Number(plain(TokenRange::new(at, end), value)),
        }
    }

    /// `.5`
    fn by_point(&self, at: usize) -> Found {
        let tokens = self.document.tokens();
        let digits =
            tokens.get(at + 1).filter(|next| at + 1 < self.end && next.kind == TokenKind::Number && !next.spaced);
        if digits.is_none() || !matches!(self.document.word(at), "." | ",") {
            return Found::Nothing;
        }
        let word = self.document.word(at + 1);
        let parsed = word.bytes().all(|b| b.is_ascii_digit()).then(|| format!("0.{word}").parse().ok()).flatten();
        parsed.map_or(Found::Nothing, |value: Decimal| {
            Found::Number(plain(TokenRange::new(at, at + 2), value.normalize()))
        })
    }

    /// Goes on reading at token `from`, from what `sum` holds already.
    fn read(&self, start: usize, from: usize, mut sum: Sum) -> Option<Numeral> {
        let mut at = from;
        let mut done: Option<(usize, Sum)> = None;
        let mut before_and: Option<Option<(usize, Sum)>> = None;
        while at < self.end {
            let mut pieces = [Piece::And; MOST_PIECES];
            let (next, count) = self.pieces(at, at > start, &mut pieces);
            if count == 0 {
                let Some(rest) = self.rest_in_digits(at, &sum) else { break };
                sum.rest(rest);
                at += 1;
                if sum.complete() {
                    done = Some((at, sum));
                }
                continue;
            }
            let fits = pieces.iter().take(count).all(|piece| {
                if *piece == Piece::And && count == 1 {
                    before_and = Some(done);
                }
                sum.add(*piece, self.figures.pieces.units_first)
            });
            if !fits {
                // "between five million and ten million": what came after the "and" begins another number.
                let scales = matches!(pieces[0], Piece::Magnitude { .. } | Piece::Hundred);
                if let (true, Some(earlier)) = (scales, before_and) {
                    done = earlier;
                }
                break;
            }
            at = next;
            if sum.complete() {
                done = Some((at, sum));
            }
        }
        // "ein halbes Prozent"
        if done.is_none() && sum.is_part() && self.reading.longest(&self.figures.percent, at, self.end).is_some() {
            done = Some((at, sum));
        }
        let (end, sum) = done?;
        Some(Numeral {
            tokens: TokenRange::new(start, end),
            value: sum.value()?,
            open: sum.open,
            rough: sum.rough,
            factor: sum.factor,
            words: true,
            code: 0,
        })
    }

    /// The pieces of number at token `at`: where they end and how many were put into `pieces`.
    fn pieces(&self, at: usize, inside: bool, pieces: &mut [Piece; MOST_PIECES]) -> (usize, usize) {
        let tokens = self.document.tokens();
        let Some(token) = tokens.get(at) else { return (at, 0) };
        match token.kind {
            TokenKind::Word => {
                if let Some(found) = self.reading.longest(self.figures.pieces.words(), at, self.end)
                    && let Some(piece) = found.values.first()
                {
                    pieces[0] = *piece;
                    return (found.tokens.end, 1);
                }
                (at + 1, self.figures.pieces.apart(self.document.folded(at), pieces))
            }
            // `15-million`
            TokenKind::Punctuation if inside && !token.spaced && self.document.word(at) == "-" => {
                match self.reading.longest(self.figures.pieces.words(), at + 1, self.end) {
                    Some(found)
                        if !tokens[at + 1].spaced && matches!(found.values.first(), Some(Piece::Magnitude { .. })) =>
                    {
                        pieces[0] = found.values[0];
                        (found.tokens.end, 1)
                    }
                    _ => (at, 0),
                }
            }
            _ => (at, 0),
        }
    }

    /// "2 mil 500 millones", "un millón 200 mil": three digits behind a thousand, or digits before another one.
    fn rest_in_digits(&self, at: usize, sum: &Sum) -> Option<u32> {
        let token = self.document.tokens().get(at).filter(|token| token.kind == TokenKind::Number && token.spaced)?;
        let smallest = sum.smallest()?;
        let digits = token.span.len();
        let three = smallest == 1000 && digits == 3;
        let thousands = || {
            let next = self.reading.longest(self.figures.pieces.words(), at + 1, self.end);
            let piece = next.and_then(|found| found.values.first().copied());
            smallest > 1000 && digits <= 3 && matches!(piece, Some(Piece::Magnitude { factor: 1000, .. }))
        };
        let rest = (three || thousands()).then(|| self.document.word(at))?;
        rest.parse().ok().filter(|rest| (1..1000).contains(rest))
    }

    /// `CHF3.04`: a code and a number that the splitter keeps together, with the decimals it parts from them.
    fn after_code(&self, lexicon: &Lexicon, at: usize) -> Option<Numeral> {
        let tokens = self.document.tokens();
        let token = tokens.get(at)?;
        let word = self.document.word(at);
        if token.case == Case::None || !token.case.has_capital() || !(2..=CODED).contains(&word.len()) {
            return None;
        }
        let code = word.bytes().position(|b| b.is_ascii_digit()).filter(|&code| (1..=4).contains(&code))?;
        let folded = self.document.folded(at);
        let names = self.figures.currencies.exact(&[lexicon.word(folded.get(..code)?)])?;
        // `CHF3`, `RM42`; not `FR0000000017`.
        let own = names.iter().any(|name| name.codes.len() == 1);
        if !own || word.get(code..)?.starts_with("00") {
            return None;
        }
        // `R85m`, `Rp5 trillion`; not `R85`.
        let letters = names.iter().any(|name| name.form == CurrencyForm::Letter);
        let large = letters || !word.get(..code)?.chars().all(char::is_uppercase);
        let digits = word.bytes().skip(code).take_while(u8::is_ascii_digit).count();
        if code + digits < word.len() {
            // `EUR5m`
            let letters = &[lexicon.word(folded.get(code + digits..)?)];
            let factor = *self.figures.beside_currency.exact(letters)?.first()?;
            let value: Decimal = word.get(code..code + digits)?.parse().ok()?;
            let value = value.checked_mul(Decimal::from(factor))?.normalize();
            return Some(Numeral { factor, code, ..plain(TokenRange::new(at, at + 1), value) });
        }
        let mut end = at + 1;
        while end + 1 < self.end
            && matches!(self.document.word(end), "." | ",")
            && tokens[end + 1].kind == TokenKind::Number
            && !tokens[end].spaced
            && !tokens[end + 1].spaced
        {
            end += 2;
        }
        let from = token.span.start + code;
        let text = self.document.text().get(from..tokens[end - 1].span.end)?;
        let value = digits::value(text, self.decimal)?;
        let mut sum = Sum::new(false);
        sum.digits(value);
        let plain = Numeral { code, ..plain(TokenRange::new(at, end), value) };
        let read = self.read(at, end, sum).map_or(plain, |numeral| Numeral { words: false, code, ..numeral });
        let beside = || self.reading.longest(&self.figures.beside_currency, read.tokens.end, self.end).is_some();
        (!large || read.factor > 1 || beside()).then_some(read)
    }
}

/// A number in digits alone.
fn plain(tokens: TokenRange, value: Decimal) -> Numeral {
    Numeral { tokens, value, open: false, rough: false, factor: 1, words: false, code: 0 }
}
