//! Months, weekdays and words for periods, ready for matching.

use super::{Compiler, Phrases, schema};

/// The compiled form of `dates.toml`.
#[derive(Debug, Default)]
pub struct Dates {
    /// Whether `3/4` is the third of April.
    pub day_first: bool,
    /// Whether the month may stand before the day.
    pub month_before_day: bool,
    /// Every word of a date, with all it can be.
    pub words: Phrases<DateWord>,
}

/// What a word does in a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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

impl TimeUnit {
    /// The unit of its name in a lexicon.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "day" => Self::Day,
            "week" => Self::Week,
            "month" => Self::Month,
            "quarter" => Self::Quarter,
            "half" => Self::Half,
            "year" => Self::Year,
            _ => return None,
        })
    }
}

impl Dates {
    /// Compiles the rows.
    pub(super) fn compile(rows: schema::Dates, compiler: &mut Compiler<'_>) -> Self {
        let mut words: Vec<(&str, DateWord)> = Vec::new();
        for (number, forms) in (1..).zip(&rows.months) {
            words.extend(forms.iter().map(|form| {
                let weak = rows.weak_months.contains(form);
                (&**form, DateWord::Month { number, weak, capital: capital(form) })
            }));
        }
        for (number, forms) in (0..).zip(&rows.weekdays) {
            words.extend(forms.iter().map(|form| (&**form, DateWord::Weekday { number, capital: capital(form) })));
        }
        for (code, table) in [(false, &rows.quarters), (true, &rows.quarter_codes)] {
            for (number, forms) in (1..).zip(table) {
                words.extend(forms.iter().map(|form| (&**form, DateWord::Quarter { number, code })));
            }
        }
        for (code, table) in [(false, &rows.halves), (true, &rows.half_codes)] {
            for (number, forms) in (1..).zip(table) {
                words.extend(forms.iter().map(|form| (&**form, DateWord::Half { number, code })));
            }
        }
        for (number, forms) in (1..).zip(&rows.seasons) {
            words.extend(forms.iter().map(|form| (&**form, DateWord::Season(number))));
        }
        for row in &rows.day_words {
            let day = i8::try_from(row.value).unwrap_or(i8::MAX);
            words.extend(row.forms.iter().map(|form| (&**form, DateWord::Day(day))));
        }
        for row in &rows.relative {
            let Some(unit) = TimeUnit::named(&row.unit) else { continue };
            words.extend(row.forms.iter().map(|form| (&**form, DateWord::Relative(unit, row.offset))));
        }
        for row in &rows.units {
            let Some(unit) = TimeUnit::named(&row.unit) else { continue };
            words.extend(row.forms.iter().map(|form| (&**form, DateWord::Unit(unit))));
        }
        for (forms, word) in [
            (&rows.names_after, DateWord::NameAfter),
            (&rows.ordinals, DateWord::Ordinal),
            (&rows.of, DateWord::Of),
            (&rows.inside, DateWord::Inside),
            (&rows.joins, DateWord::Joins),
            (&rows.years, DateWord::Year),
            (&rows.decades, DateWord::Decade),
            (&rows.parts, DateWord::Part),
            (&rows.ago_before, DateWord::AgoBefore),
            (&rows.ago_after, DateWord::AgoAfter),
            (&rows.last, DateWord::Last),
            (&rows.last_after, DateWord::LastAfter),
            (&rows.next, DateWord::Next),
            (&rows.next_after, DateWord::NextAfter),
        ] {
            words.extend(forms.iter().map(|form| (&**form, word)));
        }
        Self { day_first: rows.day_first, month_before_day: rows.month_before_day, words: compiler.phrases(words) }
    }
}

fn capital(form: &str) -> bool {
    form.starts_with(char::is_uppercase)
}
