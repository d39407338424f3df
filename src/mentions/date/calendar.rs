//! What a date says, and how it is written in EDTF.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::Precision;
use crate::language::lexicon::TimeUnit;

/// A day or period as stated, before it is resolved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Moment {
    Day {
        year: Option<i16>,
        month: i8,
        day: i8,
    },
    Month {
        year: Option<i16>,
        month: i8,
    },
    Quarter {
        year: Option<Year>,
        number: i8,
    },
    Half {
        year: Option<Year>,
        number: i8,
    },
    Season {
        year: Option<i16>,
        number: i8,
    },
    Year(i16),
    /// Ten years from this one.
    Decade(i16),
    Weekday {
        number: i8,
        which: Which,
    },
    /// So many units after the day of publication.
    Relative {
        unit: TimeUnit,
        offset: i32,
    },
}

/// The year of a quarter or half-year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Year {
    Stated(i16),
    /// So many years after that of publication.
    Relative(i32),
}

/// Which of the days of one name is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// The last one up to the day of publication.
    Recent,
    /// The last one before the day of publication.
    Last,
    /// The first one after it.
    Next,
}

/// The EDTF of a moment, its ISO 8601 value where nothing is open, and how fine it is.
pub(super) type Resolved = (String, Option<String>, Precision);

impl Moment {
    /// Resolves the moment against the day of publication; `None` for days that no calendar has.
    pub(super) fn resolve(self, approximate: bool, anchor: Option<NaiveDate>) -> Option<Resolved> {
        let (edtf, precision) = match self {
            Moment::Day { year, month, day } => (day_of(year, month, day, anchor)?, Precision::Day),
            Moment::Month { year, month } => (format!("{}-{month:02}", digits(year)), Precision::Month),
            Moment::Quarter { year, number } => {
                let last = number * 3;
                (months(stated(year, anchor), last - 2, last), Precision::Quarter)
            }
            Moment::Half { year, number } => {
                let last = number * 6;
                (months(stated(year, anchor), last - 5, last), Precision::HalfYear)
            }
            // EDTF numbers the seasons from 21, spring.
            Moment::Season { year, number } => (format!("{}-{}", digits(year), number + 20), Precision::Period),
            Moment::Year(year) => (format!("{year:04}"), Precision::Year),
            Moment::Decade(year) => (format!("{}X", year / 10), Precision::Period),
            Moment::Weekday { number, which } => {
                (anchor.map_or_else(|| Some(OPEN_DAY.into()), |anchor| weekday(number, which, anchor))?, Precision::Day)
            }
            Moment::Relative { unit, offset } => relative(unit, offset, anchor)?,
        };
        let value = (!edtf.contains('X')).then(|| edtf.trim_end_matches('?').to_owned());
        let edtf = if approximate { approximately(&edtf) } else { edtf };
        Some((edtf, value, precision))
    }
}

const OPEN_DAY: &str = "XXXX-XX-XX";

/// The day, where the calendar has it.
pub(super) fn calendar_day(year: i16, month: i8, day: i8) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year.into(), u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

fn digits(year: Option<i16>) -> String {
    year.map_or_else(|| "XXXX".into(), |year| format!("{year:04}"))
}

fn stated(year: Option<Year>, anchor: Option<NaiveDate>) -> Option<i16> {
    match year? {
        Year::Stated(year) => Some(year),
        Year::Relative(offset) => i16::try_from(anchor?.year().checked_add(offset)?).ok(),
    }
}

fn months(year: Option<i16>, first: i8, last: i8) -> String {
    let year = digits(year);
    format!("{year}-{first:02}/{year}-{last:02}")
}

/// A day; without a year it is the nearest one to the day of publication, and uncertain.
fn day_of(year: Option<i16>, month: i8, day: i8, anchor: Option<NaiveDate>) -> Option<String> {
    const LEAP: i16 = 2000;
    if let Some(year) = year {
        return Some(calendar_day(year, month, day)?.to_string());
    }
    calendar_day(LEAP, month, day)?;
    let nearest = anchor.and_then(|anchor| {
        let this = i16::try_from(anchor.year()).ok()?;
        let years = [this, this - 1, this + 1];
        years
            .into_iter()
            .filter_map(|year| calendar_day(year, month, day))
            .min_by_key(|date| date.signed_duration_since(anchor).num_days().abs())
    });
    Some(nearest.map_or_else(|| format!("XXXX-{month:02}-{day:02}"), |date| format!("{date}?")))
}

fn weekday(number: i8, which: Which, anchor: NaiveDate) -> Option<String> {
    let back = (days_into_week(anchor) - i32::from(number)).rem_euclid(7);
    let offset = match which {
        Which::Recent => -back,
        Which::Last => -(if back == 0 { 7 } else { back }),
        Which::Next => 7 - back,
    };
    Some(plus_days(anchor, offset)?.to_string())
}

/// Days since Monday.
fn days_into_week(date: NaiveDate) -> i32 {
    i32::try_from(date.weekday().num_days_from_monday()).unwrap_or_default()
}

fn plus_days(date: NaiveDate, days: i32) -> Option<NaiveDate> {
    let distance = Days::new(days.unsigned_abs().into());
    if days < 0 { date.checked_sub_days(distance) } else { date.checked_add_days(distance) }
}

fn plus_months(date: NaiveDate, months: i32) -> Option<NaiveDate> {
    let (first, distance) = (date.with_day(1)?, Months::new(months.unsigned_abs()));
    if months < 0 { first.checked_sub_months(distance) } else { first.checked_add_months(distance) }
}

fn relative(unit: TimeUnit, offset: i32, anchor: Option<NaiveDate>) -> Option<(String, Precision)> {
    let precision = match unit {
        TimeUnit::Day => Precision::Day,
        TimeUnit::Week => Precision::Period,
        TimeUnit::Month => Precision::Month,
        TimeUnit::Quarter => Precision::Quarter,
        TimeUnit::Half => Precision::HalfYear,
        TimeUnit::Year => Precision::Year,
    };
    let Some(anchor) = anchor else {
        let open = match unit {
            TimeUnit::Day | TimeUnit::Week => OPEN_DAY,
            TimeUnit::Month | TimeUnit::Quarter | TimeUnit::Half => "XXXX-XX",
            TimeUnit::Year => "XXXX",
        };
        return Some((open.into(), precision));
    };
    let edtf = match unit {
        TimeUnit::Day => plus_days(anchor, offset)?.to_string(),
        TimeUnit::Week => {
            let monday = plus_days(anchor, offset.checked_mul(7)? - days_into_week(anchor))?;
            format!("{monday}/{}", plus_days(monday, 6)?)
        }
        TimeUnit::Month => {
            let month = plus_months(anchor, offset)?;
            format!("{:04}-{:02}", month.year(), month.month())
        }
        TimeUnit::Quarter | TimeUnit::Half => {
            let length: i8 = if unit == TimeUnit::Quarter { 3 } else { 6 };
            let day = plus_months(anchor, offset.checked_mul(i32::from(length))?)?;
            let first = (i8::try_from(day.month()).ok()? - 1) / length * length + 1;
            months(i16::try_from(day.year()).ok(), first, first + length - 1)
        }
        TimeUnit::Year => digits(Some(i16::try_from(anchor.year().checked_add(offset)?).ok()?)),
    };
    Some((edtf, precision))
}

/// Marks a date, or both ends of a period, as approximate.
fn approximately(edtf: &str) -> String {
    edtf.split('/').map(|end| format!("{}~", end.trim_end_matches('?'))).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resolves() {
        let anchor = calendar_day(2025, 6, 18); // a Wednesday
        let day = |year, month, day| Moment::Day { year, month, day };
        let relative = |unit, offset| Moment::Relative { unit, offset };
        let weekday = |number, which| Moment::Weekday { number, which };
        let table = [
            (day(Some(2024), 2, 29), None, "2024-02-29"),
            (day(None, 6, 14), None, "XXXX-06-14"),
            (day(None, 6, 14), anchor, "2025-06-14?"),
            (day(None, 1, 2), anchor, "2025-01-02?"),
            (day(None, 12, 31), calendar_day(2025, 1, 3), "2024-12-31?"),
            (Moment::Month { year: None, month: 4 }, anchor, "XXXX-04"),
            (Moment::Quarter { year: Some(Year::Stated(2026)), number: 1 }, None, "2026-01/2026-03"),
            (Moment::Half { year: Some(Year::Relative(0)), number: 2 }, anchor, "2025-07/2025-12"),
            (Moment::Half { year: None, number: 2 }, anchor, "XXXX-07/XXXX-12"),
            (Moment::Season { year: Some(2025), number: 2 }, None, "2025-22"),
            (Moment::Decade(1990), None, "199X"),
            (weekday(0, Which::Recent), anchor, "2025-06-16"),
            (weekday(2, Which::Recent), anchor, "2025-06-18"),
            (weekday(2, Which::Last), anchor, "2025-06-11"),
            (weekday(4, Which::Next), anchor, "2025-06-20"),
            (weekday(0, Which::Next), anchor, "2025-06-23"),
            (weekday(0, Which::Recent), None, "XXXX-XX-XX"),
            (relative(TimeUnit::Day, -1), anchor, "2025-06-17"),
            (relative(TimeUnit::Week, 1), anchor, "2025-06-23/2025-06-29"),
            (relative(TimeUnit::Month, -6), anchor, "2024-12"),
            (relative(TimeUnit::Quarter, -1), anchor, "2025-01/2025-03"),
            (relative(TimeUnit::Year, -1), anchor, "2024"),
            (relative(TimeUnit::Year, -1), None, "XXXX"),
        ];
        for (moment, anchor, expected) in table {
            let edtf = moment.resolve(false, anchor).map(|resolved| resolved.0);
            assert_eq!(edtf.as_deref(), Some(expected), "{moment:?}");
        }
        assert_eq!(day(Some(2023), 2, 29).resolve(false, None), None);
        assert_eq!(day(None, 13, 1).resolve(false, None), None);
        let late = Moment::Year(2025).resolve(true, None);
        assert_eq!(late, Some(("2025~".into(), Some("2025".into()), Precision::Year)));
    }
}
