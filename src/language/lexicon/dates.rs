//! Months, weekdays and words for periods, ready for matching.

use serde::{Deserialize, Serialize};

use super::Phrases;

/// The compiled form of `dates.toml`.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Dates {
    /// Whether `3/4` is the third of April.
    pub day_first: bool,
    /// Whether the month may stand before the day.
    pub month_before_day: bool,
    /// Whether a year may stand by itself.
    pub bare_years: bool,
    /// Every word of a date, with all it can be.
    pub words: Phrases<DateWord>,
    /// The first words of those that a date can begin with: few of the words that dates are made of ("of", "in").
    pub first: Phrases<()>,
}

/// What a word does in a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum DateWord {
    /// A month; `weak` where it is another word too.
    Month {
        /// 1 is January.
        number: i8,
        /// Whether it needs words around it to be one.
        weak: bool,
        /// Whether it is written with a capital.
        capital: bool,
    },
    /// A weekday.
    Weekday {
        /// 0 is Monday.
        number: i8,
        /// Whether it is written with a capital.
        capital: bool,
    },
    /// Makes the weekday or month before it part of a name.
    NameAfter,
    /// After the number of a day.
    Ordinal,
    /// A day of the month in words.
    Day(i8),
    /// Between day, month and year.
    Of,
    /// Before a month or a year.
    Inside,
    /// Between two dates.
    Joins,
    /// Before a year.
    Year,
    /// Beside a decade.
    Decade,
    /// A quarter; `code` where it counts only beside a year.
    Quarter {
        /// From 1 to 4.
        number: i8,
        /// Whether it needs a year.
        code: bool,
    },
    /// A half-year; `code` where it counts only beside a year.
    Half {
        /// 1 or 2.
        number: i8,
        /// Whether it needs a year.
        code: bool,
    },
    /// A season; 1 is spring.
    Season(i8),
    /// Makes a period approximate.
    Part,
    /// A day or period counted from the day of publication.
    Relative(TimeUnit, i32),
    /// A unit of time.
    Unit(TimeUnit),
    /// Before a number of units.
    AgoBefore,
    /// After a number of units.
    AgoAfter,
    /// Before a weekday: the one before this week.
    Last,
    /// The same after it.
    LastAfter,
    /// Before a weekday: the coming one.
    Next,
    /// The same after it.
    NextAfter,
}

impl DateWord {
    /// Whether a date can begin with it.
    pub fn opens(self) -> bool {
        use DateWord::*;
        match self {
            Month { .. } | Weekday { .. } | Day(_) | Quarter { .. } | Half { .. } | Season(_) | Part => true,
            Relative(..) | Year | AgoBefore | Last | Next => true,
            NameAfter | Ordinal | Of | Inside | Joins | Decade | Unit(_) | AgoAfter | LastAfter | NextAfter => false,
        }
    }
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TimeUnit {
    /// A day.
    Day,
    /// Monday to Sunday.
    Week,
    /// A month.
    Month,
    /// Three months.
    Quarter,
    /// Six months.
    Half,
    /// A year.
    Year,
}
