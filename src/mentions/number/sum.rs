//! Adds up the pieces of a number.

use rust_decimal::Decimal;

use super::digits::fraction;
use crate::language::lexicon::Piece;

/// The deepest that magnitudes nest ("two million three thousand").
const DEPTH: usize = 5;

/// A number while its pieces come in, from left to right.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sum {
    /// Closed groups, the largest magnitude first.
    closed: [(u64, Decimal); DEPTH],
    depth: usize,
    /// The open group, below its magnitude.
    group: Option<Decimal>,
    /// What may be added to the open group is less than this.
    room: u32,
    /// The last plain number added, for units that come before tens.
    unit: Option<u32>,
    /// Decimals in words, once the point was read.
    decimals: Option<u32>,
    /// Whether a magnitude must follow.
    wants_magnitude: bool,
    /// Whether the last piece leaves the number unfinished.
    hanging: bool,
    /// Whether it begins with digits.
    in_digits: bool,
    /// Whether the last piece is a part ("half a").
    part: bool,
    /// Whether "hundred" and "thousand" stand for one of themselves.
    bare: bool,
    /// Whether it is an open number.
    pub(super) open: bool,
    /// Whether it is a rough one.
    pub(super) rough: bool,
    /// What the magnitudes in it multiply by, 1 without any.
    pub(super) factor: u64,
}

impl Sum {
    /// Nothing yet; `bare` says whether "hundred" and "thousand" need nothing before them.
    pub(super) fn new(bare: bool) -> Self {
        Self {
            closed: [(0, Decimal::ZERO); DEPTH],
            depth: 0,
            group: None,
            room: 0,
            unit: None,
            decimals: None,
            wants_magnitude: false,
            hanging: false,
            in_digits: false,
            part: false,
            bare,
            open: false,
            rough: false,
            factor: 1,
        }
    }

    /// Begins with a number in digits.
    pub(super) fn digits(&mut self, value: Decimal) {
        self.group = Some(value);
        self.in_digits = true;
    }

    /// Whether what was read is a number.
    pub(super) fn complete(&self) -> bool {
        !self.wants_magnitude && !self.hanging && (self.group.is_some() || self.depth > 0)
    }

    /// The number; `None` where it is too large.
    pub(super) fn value(&self) -> Option<Decimal> {
        let groups = self.closed.iter().take(self.depth).map(|(_, amount)| *amount);
        groups.chain(self.group).try_fold(Decimal::ZERO, |sum, amount| sum.checked_add(amount)).map(|v| v.normalize())
    }

    /// Whether it is a part of something that has not come yet.
    pub(super) fn is_part(&self) -> bool {
        self.part && self.depth == 0
    }

    /// The magnitude that was read last, where nothing below it was.
    pub(super) fn smallest(&self) -> Option<u64> {
        let open = self.group.is_some() || self.open || self.rough;
        let last = self.depth.checked_sub(1).and_then(|last| self.closed.get(last));
        last.filter(|_| !open).map(|(factor, _)| *factor)
    }

    /// Goes on with digits below the last magnitude.
    pub(super) fn rest(&mut self, value: u32) {
        self.hanging = false;
        self.group = Some(Decimal::from(value));
        self.room = 0;
    }

    fn empty(&self) -> bool {
        self.group.is_none() && self.depth == 0
    }

    /// Takes the next piece; `false` where it does not continue the number.
    pub(super) fn add(&mut self, piece: Piece, units_first: bool) -> bool {
        let joined = std::mem::replace(&mut self.hanging, false);
        self.part = matches!(piece, Piece::Part(..));
        match piece {
            Piece::Plain { value, room } => self.plain(value, room, units_first && joined),
            Piece::Hundred => self.hundred(units_first),
            Piece::Magnitude { factor, many } => self.magnitude(factor, many),
            Piece::And => {
                self.hanging = true;
                !joined && !self.empty() && self.decimals.is_none() && !self.open
            }
            Piece::Article => {
                self.wants_magnitude = true;
                self.first(Decimal::ONE)
            }
            Piece::Point => {
                self.hanging = true;
                self.decimals.replace(0).is_none() && self.group.is_some() && !joined
            }
            Piece::Part(numerator, denominator) => {
                self.wants_magnitude = true;
                let Some(part) = fraction(numerator, denominator) else { return false };
                // "un demi-milliard"
                if self.group == Some(Decimal::ONE) && self.depth == 0 {
                    self.group = None;
                }
                self.first(part)
            }
            Piece::AndPart(numerator, denominator) => self.and_part(numerator, denominator),
            Piece::Several => {
                self.open = true;
                self.wants_magnitude = true;
                self.first(Decimal::ONE)
            }
            Piece::Collective { value, many } => self.collective(value, many),
            Piece::Of => {
                self.hanging = true;
                self.open || self.rough
            }
        }
    }

    fn first(&mut self, value: Decimal) -> bool {
        let first = self.empty();
        self.group = Some(value);
        self.room = 0;
        first
    }

    fn plain(&mut self, value: u32, room: u32, tens_may_follow: bool) -> bool {
        // "57 millions un an plus tôt": digits go on in digits.
        if self.open || self.rough || self.in_digits {
            return false;
        }
        if let Some(decimals) = &mut self.decimals {
            let places = if value < 10 { 1 } else { 2 };
            if value >= 100 || *decimals > 0 && value >= 10 || *decimals >= 6 {
                return false;
            }
            *decimals += places;
            let part = Decimal::new(i64::from(value), *decimals);
            self.group = self.group.and_then(|group| group.checked_add(part));
            return self.group.is_some();
        }
        let number = Decimal::from(value);
        match self.group {
            None => {
                self.group = Some(number);
                self.room = room;
                self.unit = (value < 10).then_some(value);
                self.depth == 0 || value > 0
            }
            Some(group) => {
                let tens = (20..100).contains(&value) && value.is_multiple_of(10);
                let fits = value > 0 && value < self.room;
                let after_unit = tens_may_follow && tens && self.unit.is_some_and(|unit| unit > 0) && self.room == 0;
                if !(fits || after_unit) {
                    return false;
                }
                self.group = group.checked_add(number);
                // A unit added to a hundred waits for its tens: "hundert-ein-und-zwanzig".
                self.unit = (fits && value < 10).then_some(value);
                self.room = if after_unit { 0 } else { room };
                true
            }
        }
    }

    fn hundred(&mut self, units_first: bool) -> bool {
        let hundred = Decimal::ONE_HUNDRED;
        self.unit = None;
        self.room = 100;
        match self.group {
            None if self.bare => self.group = Some(hundred),
            // "quarante-cinq cents" are coins; "nineteen hundred" and "fünfzehnhundert" are numbers.
            Some(group)
                if group >= Decimal::ONE
                    && group < if self.bare && !units_first { Decimal::TEN } else { hundred }
                    && self.decimals.is_none()
                    && !self.in_digits =>
            {
                self.wants_magnitude = false;
                self.group = group.checked_mul(hundred);
            }
            _ => return false,
        }
        true
    }

    fn magnitude(&mut self, factor: u64, many: bool) -> bool {
        let mut amount = self.group.unwrap_or(Decimal::ZERO);
        let mut any = self.group.is_some();
        let mut product = factor;
        while let Some(&(smaller, closed)) = self.depth.checked_sub(1).and_then(|last| self.closed.get(last)) {
            if smaller >= factor {
                break;
            }
            let Some(sum) = amount.checked_add(closed) else { return false };
            amount = sum;
            any = true;
            product = product.saturating_mul(smaller);
            self.depth -= 1;
        }
        if !any {
            if self.depth > 0 {
                return false;
            } else if many {
                self.open = true;
            } else if !(self.bare && factor == 1000) {
                return false;
            }
            amount = Decimal::ONE;
        }
        let last = self.depth.checked_sub(1).and_then(|last| self.closed.get(last)).map(|(factor, _)| *factor);
        if last == Some(factor) {
            return false;
        }
        let Some(amount) = amount.checked_mul(Decimal::from(factor)) else { return false };
        let Some(slot) = self.closed.get_mut(self.depth) else { return false };
        *slot = (factor, amount);
        self.depth += 1;
        self.group = None;
        self.decimals = None;
        self.unit = None;
        self.wants_magnitude = false;
        self.factor = if self.depth == 1 { product } else { self.factor };
        true
    }

    fn and_part(&mut self, numerator: u32, denominator: u32) -> bool {
        let Some(part) = fraction(numerator, denominator) else { return false };
        if self.wants_magnitude || self.open || self.decimals.is_some() {
            return false;
        }
        if let Some(group) = self.group {
            self.group = group.checked_add(part);
            self.room = 0;
            return self.group.is_some();
        }
        let Some((factor, amount)) = self.depth.checked_sub(1).and_then(|last| self.closed.get_mut(last)) else {
            return false;
        };
        match part.checked_mul(Decimal::from(*factor)).and_then(|part| amount.checked_add(part)) {
            Some(sum) => {
                *amount = sum;
                true
            }
            None => false,
        }
    }

    fn collective(&mut self, value: u32, many: bool) -> bool {
        let value = Decimal::from(value);
        self.wants_magnitude = false;
        self.room = 0;
        if self.depth > 0 {
            return false;
        }
        match self.group {
            None => {
                self.open = many;
                self.rough = !many;
                self.group = Some(value);
            }
            Some(group) => {
                self.rough = group == Decimal::ONE && !self.open;
                self.group = group.checked_mul(value);
            }
        }
        self.group.is_some()
    }
}
