//! Reads a date off the words: day, month and year in every order the languages use, partial dates, quarters,
//! weekdays, and what counts from the day of publication.

use std::ops::RangeInclusive;

use super::calendar::{Moment, Which, Year};
use crate::language::lexicon::{DateWord, Dates, Figures, Piece, TimeUnit};
use crate::language::{Lexicon, Reading};
use crate::text::{Document, TokenKind, TokenRange};

/// A date where it stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Stated {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) moment: Moment,
    pub(super) approximate: bool,
}

/// Reads the dates of one sentence; it may look past its end, since "14. Juni" can look like one.
pub(super) struct Reader<'r> {
    pub(super) reading: &'r Reading<'r>,
    pub(super) document: &'r Document<'r>,
    pub(super) lexicon: &'r Lexicon,
    pub(super) dates: &'r Dates,
    pub(super) figures: &'r Figures,
    pub(super) block: TokenRange,
}

/// Years that are read as such.
const YEARS: RangeInclusive<i16> = 1800..=2100;

/// Bytes before the hyphen of `mid-2026` at most, with it.
const LONGEST_PART: usize = 6;

impl<'r> Reader<'r> {
    /// A reader of the words in `block` with the language at token `at`.
    pub(super) fn new(reading: &'r Reading<'r>, at: usize, block: TokenRange) -> Self {
        let lexicon = reading.lexicon(at);
        Self { reading, document: reading.document(), lexicon, dates: &lexicon.dates, figures: &lexicon.figures, block }
    }

    /// The date that starts at token `at`; the last one ended at token `last_end`.
    pub(super) fn date(&self, at: usize, last_end: Option<usize>) -> Option<Stated> {
        let token = self.document.tokens().get(at)?;
        let found = match token.kind {
            TokenKind::Number => self.by_number(at, last_end),
            TokenKind::Word if self.reading.opens(&self.dates.first, at) => self.by_word(at),
            TokenKind::Word if self.counts(at) => self.ago(at),
            TokenKind::Word => self.joined(at),
            _ => None,
        };
        found.map(|(moment, approximate, end)| Stated { start: at, end, moment, approximate })
    }

    // --- small readers: each gives what it read and where it ends ---

    fn word(&self, at: usize) -> &'r str {
        if self.block.has(at) { self.document.word(at) } else { "" }
    }

    fn tight(&self, at: usize) -> bool {
        self.block.has(at) && !self.document.tokens()[at].spaced
    }

    /// What the phrase at token `at` is, by the first of its meanings that `pick` accepts.
    fn is<T>(&self, at: usize, pick: impl Fn(&DateWord) -> Option<T>) -> Option<(T, usize)> {
        if !self.block.has(at) {
            return None;
        }
        let found = self.reading.longest(&self.dates.words, at, self.block.end)?;
        Some((found.values.iter().find_map(pick)?, found.tokens.end))
    }

    /// Past the word at `at` if it is `word`.
    fn past(&self, at: usize, word: DateWord) -> usize {
        self.is(at, |w| (*w == word).then_some(())).map_or(at, |(_, end)| end)
    }

    /// A whole number of at most `digits` digits.
    fn digits(&self, at: usize, digits: usize) -> Option<i16> {
        let word = self.word(at);
        (word.len() <= digits && word.bytes().all(|b| b.is_ascii_digit())).then(|| word.parse().ok()).flatten()
    }

    fn year(&self, at: usize) -> Option<(i16, usize)> {
        let year = self.digits(at, 4).filter(|year| YEARS.contains(year))?;
        // Not the thousands of a larger number, a unit or a code.
        let next = self.document.tokens().get(at + 1).filter(|_| self.block.has(at + 1));
        let joined = next.is_some_and(|next| !next.spaced && matches!(next.kind, TokenKind::Word | TokenKind::Number));
        (!joined).then_some((year, at + 1))
    }

    fn day(&self, at: usize) -> Option<(i8, usize)> {
        if let Some(day) = self.digits(at, 2) {
            let day = i8::try_from(day).ok().filter(|day| (1..=31).contains(day))?;
            let end = if self.tight(at + 1) || self.word(at + 1) == "er" {
                self.past(at + 1, DateWord::Ordinal)
            } else {
                at + 1
            };
            return Some((day, end));
        }
        self.is(at, |w| if let DateWord::Day(day) = w { Some(*day) } else { None })
    }

    fn month(&self, at: usize) -> Option<(i8, bool, usize)> {
        let ((number, weak), end) = self.is(at, |w| match *w {
            DateWord::Month { number, weak, capital } if !capital || self.capital(at) => Some((number, weak)),
            _ => None,
        })?;
        Some((number, weak, end))
    }

    fn capital(&self, at: usize) -> bool {
        self.document.tokens().get(at).is_some_and(|token| token.case.has_capital())
    }

    /// The year after a day or month: `2025`, `, 2025`, `de 2025`.
    fn year_after(&self, at: usize) -> Option<(i16, usize)> {
        let comma = usize::from(self.word(at) == ",");
        self.year(at + comma).or_else(|| self.year(self.past(at, DateWord::Of)))
    }

    fn ends_with(&self, at: usize, pick: impl Fn(&DateWord) -> bool) -> bool {
        (1..=3).any(|length| {
            let Some(start) = at.checked_sub(length).filter(|&start| self.block.has(start)) else { return false };
            self.reading
                .longest(&self.dates.words, start, at)
                .is_some_and(|found| found.tokens.end == at && found.values.iter().any(&pick))
        })
    }

    // --- dates that begin with a number ---

    fn by_number(&self, at: usize, last_end: Option<usize>) -> Option<(Moment, bool, usize)> {
        if let Some((moment, end)) = self.numeric(at) {
            return Some((moment, false, end));
        }
        // `3Q 2025`
        if let Some((word, end)) = self.code(at) {
            return self.period(word, end, true).map(|(moment, end)| (moment, false, end));
        }
        if let Some((day, end)) = self.day(at) {
            if let Some((moment, end)) = self.month_after_day(day, end) {
                return Some((moment, false, end));
            }
            // `14-15 March`, "March 14 and 15" is read from the month.
            if matches!(self.word(end), "-" | "–")
                && self.tight(end)
                && let Some((moment, _)) = self.day(end + 1).and_then(|(_, after)| self.month_after_day(day, after))
            {
                return Some((moment, false, end));
            }
        }
        if let Some(found) = self.ago(at) {
            return Some(found);
        }
        if let Some(decade) = self.digits(at, 4).filter(|year| YEARS.contains(year) && year % 10 == 0) {
            let tail = self.word(at + 1);
            if self.tight(at + 1) && tail == "s" {
                return Some((Moment::Decade(decade), false, at + 2));
            }
            if self.ends_with(at, |w| *w == DateWord::Decade) {
                return Some((Moment::Decade(decade), false, at + 1));
            }
        }
        let (year, end) = self.year(at)?;
        if let Some((moment, end)) = self.coded_period(end, Some(Year::Stated(year))) {
            return Some((moment, false, end));
        }
        let before = at.checked_sub(1).map_or("", |before| self.word(before));
        let bracketed = before == "(" && matches!(self.word(end), ")" | "," | ";" | "-" | "–");
        let chained = last_end.is_some_and(|last| {
            last + 1 == at && (matches!(before, "-" | "–" | "/" | ",") || self.ends_with(at, |w| *w == DateWord::Joins))
        });
        let introduced = self.ends_with(at, |w| matches!(w, DateWord::Inside | DateWord::Year | DateWord::Part));
        let dated = bracketed || chained || introduced || self.is_bare_year(at, year);
        dated.then_some((Moment::Year(year), false, end))
    }

    /// `2025-06-14`, `14/06/2025`, `14.06.2025`
    fn numeric(&self, at: usize) -> Option<(Moment, usize)> {
        let word = self.word(at);
        if word.contains('.') {
            let mut parts = word.split('.').map(|part| part.parse::<i16>().ok());
            let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
            if parts.next().is_some() || word.rsplit('.').next().is_none_or(|year| year.len() != 4) {
                return None;
            }
            return Some((self.in_order(day, month, year)?, at + 1));
        }
        let mark = self.word(at + 1);
        if !matches!(mark, "-" | "/") || self.word(at + 3) != mark || (1..=4).any(|step| !self.tight(at + step)) {
            return None;
        }
        let (first, second, third) = (self.digits(at, 4)?, self.digits(at + 2, 2)?, self.digits(at + 4, 4)?);
        let moment = if word.len() == 4 {
            day(first, second, third)?
        } else if self.word(at + 4).len() == 4 {
            self.in_order(first, second, third)?
        } else {
            return None;
        };
        Some((moment, at + 5))
    }

    /// Day and month in the order of the language, or the other one where only that makes a date.
    fn in_order(&self, first: i16, second: i16, year: i16) -> Option<Moment> {
        let (own, other) = (day(year, second, first), day(year, first, second));
        if self.dates.day_first { own.or(other) } else { other.or(own) }
    }

    fn month_after_day(&self, day: i8, at: usize) -> Option<(Moment, usize)> {
        // `14. Juni`
        let dot = usize::from(self.word(at) == "." && self.tight(at));
        let at = at + dot;
        let (month, _, end) = self.month(at).or_else(|| self.month(self.past(at, DateWord::Of)))?;
        let (year, end) = self.year_after(end).map_or((None, end), |(year, end)| (Some(year), end));
        Some((Moment::Day { year, month, day }, end))
    }

    /// Whether a word that may be a number stands at token `at`.
    fn counts(&self, at: usize) -> bool {
        self.reading.opens(self.figures.pieces.words(), at)
    }

    /// "two years ago", "2 weeks earlier"
    fn ago(&self, at: usize) -> Option<(Moment, bool, usize)> {
        let (count, end) = self.count(at)?;
        let (unit, end) = self.unit(end)?;
        let (_, end) = self.is(end, |w| (*w == DateWord::AgoAfter).then_some(()))?;
        Some((Moment::Relative { unit, offset: -count }, unit != TimeUnit::Day, end))
    }

    fn unit(&self, at: usize) -> Option<(TimeUnit, usize)> {
        self.is(at, |w| if let DateWord::Unit(unit) = w { Some(*unit) } else { None })
    }

    fn count(&self, at: usize) -> Option<(i32, usize)> {
        if let Some(count) = self.digits(at, 3) {
            return Some((i32::from(count), at + 1));
        }
        let found = self.reading.longest(self.figures.pieces.words(), at, self.block.end)?;
        match found.values.first()? {
            Piece::Plain { value, .. } => Some((i32::try_from(*value).ok()?, found.tokens.end)),
            Piece::Article => Some((1, found.tokens.end)),
            _ => None,
        }
    }

    // --- dates that begin with a word ---

    /// `mid-2026`, `mid-June`
    fn joined(&self, at: usize) -> Option<(Moment, bool, usize)> {
        let token = self.document.tokens().get(at)?;
        let start = self.document.text().as_bytes().get(token.span.start..token.span.end)?.get(..LONGEST_PART)?;
        let hyphen = start.iter().position(|byte| *byte == b'-')?;
        let word = self.document.folded(at);
        let (part, rest) = (word.get(..hyphen)?, word.get(hyphen + 1..)?);
        let meanings = |word: &str| self.dates.words.exact(&[self.lexicon.word(word)]).unwrap_or_default();
        if !meanings(part).contains(&DateWord::Part) {
            return None;
        }
        if let Some(year) = four_digits(rest).filter(|year| YEARS.contains(year)) {
            return Some((Moment::Year(year), true, at + 1));
        }
        let month = meanings(rest).iter().find_map(|word| match *word {
            DateWord::Month { number, .. } => Some(number),
            _ => None,
        })?;
        let (year, end) = self.year_after(at + 1).map_or((None, at + 1), |(year, end)| (Some(year), end));
        Some((Moment::Month { year, month }, true, end))
    }

    fn by_word(&self, at: usize) -> Option<(Moment, bool, usize)> {
        let found = self.reading.longest(&self.dates.words, at, self.block.end);
        let date = found.and_then(|found| found.values.iter().find_map(|word| self.from(*word, at, found.tokens.end)));
        date.or_else(|| self.counts(at).then(|| self.ago(at)).flatten())
    }

    fn from(&self, word: DateWord, at: usize, end: usize) -> Option<(Moment, bool, usize)> {
        let exact = |(moment, end)| (moment, false, end);
        match word {
            DateWord::Month { .. } => self.by_month(at).map(exact),
            DateWord::Weekday { number, capital } if !capital || self.capital(at) => {
                self.by_weekday(number, end).map(exact)
            }
            DateWord::Last => self.named_weekday(end, Which::Last).map(exact),
            DateWord::Next => self.named_weekday(end, Which::Next).map(exact),
            DateWord::Day(day) => self.month_after_day(day, end).map(exact),
            DateWord::Quarter { code, .. } | DateWord::Half { code, .. } => self.period(word, end, code).map(exact),
            DateWord::Season(number) => {
                let year = self.year_after(end);
                let introduced = self.ends_with(at, |w| *w == DateWord::Inside);
                let (year, end) = match year {
                    Some((year, end)) => (Some(year), end),
                    None if introduced => (None, end),
                    None => return None,
                };
                Some((Moment::Season { year, number }, false, end))
            }
            DateWord::Part => {
                let inner = self.past(end, DateWord::Of);
                let (moment, end) = self.inner(inner).or_else(|| self.inner(end))?;
                Some((moment, true, end))
            }
            DateWord::Relative(unit, offset) => Some((Moment::Relative { unit, offset }, false, end)),
            DateWord::AgoBefore => {
                let (count, end) = self.count(end)?;
                let (unit, end) = self.unit(end)?;
                Some((Moment::Relative { unit, offset: -count }, unit != TimeUnit::Day, end))
            }
            DateWord::Year => {
                let (year, end) = self.year(end)?;
                Some((Moment::Year(year), false, end))
            }
            _ => None,
        }
    }

    /// A month, year or period after "early", "the end of".
    fn inner(&self, at: usize) -> Option<(Moment, usize)> {
        if let Some((month, _, end)) = self.month(at) {
            let (year, end) = self.year_after(end).map_or((None, end), |(year, end)| (Some(year), end));
            return Some((Moment::Month { year, month }, end));
        }
        if let Some((year, end)) = self.year(at) {
            return Some((Moment::Year(year), end));
        }
        let (word, end) = self.is(at, |w| {
            matches!(w, DateWord::Relative(..) | DateWord::Quarter { .. } | DateWord::Half { .. }).then_some(*w)
        })?;
        match word {
            DateWord::Relative(unit, offset) => Some((Moment::Relative { unit, offset }, end)),
            _ => self.period(word, end, false),
        }
    }

    /// `June 14, 2025`, `janvier 2024`, "en avril"
    fn by_month(&self, at: usize) -> Option<(Moment, usize)> {
        let (month, weak, end) = self.month(at)?;
        if self.dates.month_before_day
            && let Some((day, after)) = self.day(end).filter(|_| self.digits(end, 2).is_some())
        {
            // "March 14 and 15" ends with the first day; a percentage or a sum is no day.
            let figure = self.reading.longest(&self.figures.percent, after, self.block.end).is_some();
            if !figure && self.year(end).is_none() {
                let (year, after) = self.year_after(after).map_or((None, after), |(year, end)| (Some(year), end));
                return Some((Moment::Day { year, month, day }, after));
            }
        }
        if let Some((year, end)) = self.year_after(end) {
            return Some((Moment::Month { year: Some(year), month }, end));
        }
        // Alone it must be introduced, or be no other word.
        let named = self.is(end, |w| (*w == DateWord::NameAfter).then_some(())).is_some() && self.capital(end);
        let introduced = self.ends_with(at, |w| matches!(w, DateWord::Inside | DateWord::Last | DateWord::Next));
        (!named && (introduced || !weak)).then_some((Moment::Month { year: None, month }, end))
    }

    /// "Friday", "lundi 14 juin 2025", "vendredi dernier"
    fn by_weekday(&self, number: i8, end: usize) -> Option<(Moment, usize)> {
        let comma = usize::from(self.word(end) == ",");
        let full = self
            .day(end + comma)
            .and_then(|(day, after)| self.month_after_day(day, after))
            .or_else(|| self.by_month(end + comma).filter(|(moment, _)| matches!(moment, Moment::Day { .. })));
        if let Some(full) = full {
            return Some(full);
        }
        if self.capital(end) && self.is(end, |w| (*w == DateWord::NameAfter).then_some(())).is_some() {
            return None;
        }
        let after = self.is(end, |w| match w {
            DateWord::LastAfter => Some(Which::Last),
            DateWord::NextAfter => Some(Which::Next),
            _ => None,
        });
        let (which, end) = after.unwrap_or((Which::Recent, end));
        Some((Moment::Weekday { number, which }, end))
    }

    fn named_weekday(&self, at: usize, which: Which) -> Option<(Moment, usize)> {
        let (number, end) = self.is(at, |w| match *w {
            DateWord::Weekday { number, capital } if !capital || self.capital(at) => Some(number),
            _ => None,
        })?;
        Some((Moment::Weekday { number, which }, end))
    }

    /// A quarter or half-year with the year after it, or without one where it needs none.
    fn period(&self, word: DateWord, end: usize, needs_year: bool) -> Option<(Moment, usize)> {
        let after = self.past(end, DateWord::Of);
        let fiscal = self.past(after, DateWord::Year);
        let year = self.year_after(end).or_else(|| self.year(fiscal)).map(|(year, end)| (Year::Stated(year), end));
        let relative = || {
            let (offset, end) = [after, end].into_iter().find_map(|at| {
                self.is(at, |w| if let DateWord::Relative(TimeUnit::Year, offset) = w { Some(*offset) } else { None })
            })?;
            Some((Year::Relative(offset), end))
        };
        let (year, end) = match year.or_else(relative) {
            Some((year, end)) => (Some(year), end),
            None if needs_year => return None,
            None => (None, end),
        };
        moment_of(word, year).map(|moment| (moment, end))
    }

    /// The code of a quarter or half-year.
    fn code(&self, at: usize) -> Option<(DateWord, usize)> {
        self.is(at, |w| {
            matches!(w, DateWord::Quarter { code: true, .. } | DateWord::Half { code: true, .. }).then_some(*w)
        })
    }

    /// `Q1` right after its year.
    fn coded_period(&self, at: usize, year: Option<Year>) -> Option<(Moment, usize)> {
        let (word, end) = self.code(at)?;
        moment_of(word, year).map(|moment| (moment, end))
    }
}

fn moment_of(word: DateWord, year: Option<Year>) -> Option<Moment> {
    match word {
        DateWord::Quarter { number, .. } => Some(Moment::Quarter { year, number }),
        DateWord::Half { number, .. } => Some(Moment::Half { year, number }),
        _ => None,
    }
}

/// The number that four digits are.
fn four_digits(word: &str) -> Option<i16> {
    (word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit())).then(|| word.parse().ok()).flatten()
}

/// A day of the calendar.
fn day(year: i16, month: i16, day: i16) -> Option<Moment> {
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    let valid = (1..=12).contains(&month) && (1..=31).contains(&day) && YEARS.contains(&year);
    valid.then_some(Moment::Day { year: Some(year), month, day })
}
