//! `dates.toml`: months, weekdays and words for periods.

use serde::{Deserialize, Serialize};

/// The rows of `dates.toml`.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dates {
    /// Whether `3/4` is the third of April.
    pub day_first: bool,
    /// Whether the month may stand before the day ("June 14").
    pub month_before_day: bool,
    /// Whether a year may stand by itself: "kaufte 2015 die Mühle".
    #[serde(default)]
    pub bare_years: bool,
    /// The months, January first.
    pub months: Vec<Vec<String>>,
    /// Names of months that are other words too; alone they count after `inside` or `parts` only.
    pub weak_months: Vec<String>,
    /// The weekdays, Monday first.
    pub weekdays: Vec<Vec<String>>,
    /// Words right after a weekday or a month that make it part of a name ("Sunday *Times*").
    pub names_after: Vec<String>,
    /// After the number of a day: "st", "er".
    pub ordinals: Vec<String>,
    /// Days in words ("the *first* of June").
    pub day_words: Vec<DayWord>,
    /// Between day, month and year: "of".
    pub of: Vec<String>,
    /// Before a month or a year: "in", "since".
    pub inside: Vec<String>,
    /// Between two of them: "and", "to".
    pub joins: Vec<String>,
    /// Before a year: "fiscal", "exercice".
    pub years: Vec<String>,
    /// Before a decade in digits, or after it.
    pub decades: Vec<String>,
    /// Quarters in words, the first first.
    pub quarters: Vec<Vec<String>>,
    /// Their abbreviations, which count only beside a year.
    pub quarter_codes: Vec<Vec<String>>,
    /// Half-years in words.
    pub halves: Vec<Vec<String>>,
    /// Their abbreviations, which count only beside a year.
    pub half_codes: Vec<Vec<String>>,
    /// Seasons, spring first; they count beside a year or after `inside`.
    pub seasons: Vec<Vec<String>>,
    /// "early", "the end of": makes a period approximate.
    pub parts: Vec<String>,
    /// Days and periods counted from the day of publication.
    pub relative: Vec<RelativeDate>,
    /// Units for "two years ago".
    pub units: Vec<DateUnit>,
    /// Before a number of units: "il y a".
    pub ago_before: Vec<String>,
    /// After it: "ago".
    pub ago_after: Vec<String>,
    /// Before a weekday: the one before this week ("last").
    pub last: Vec<String>,
    /// The same after it ("dernier").
    pub last_after: Vec<String>,
    /// Before a weekday: the coming one.
    pub next: Vec<String>,
    /// The same after it.
    pub next_after: Vec<String>,
    /// Texts with the dates in them; read by tests alone.
    pub examples: Vec<DateExample>,
    /// Texts without any date; read by tests alone.
    pub nothing: Vec<String>,
}

/// A day of the month in words.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DayWord {
    /// Which day.
    pub value: u8,
    /// Its words.
    pub forms: Vec<String>,
}

/// A day or period counted from the day of publication.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RelativeDate {
    /// `day`, `week`, `month`, `quarter`, `half` or `year`.
    pub unit: String,
    /// How many units later.
    pub offset: i32,
    /// Its words.
    pub forms: Vec<String>,
}

/// A unit of time.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DateUnit {
    /// `day`, `week`, `month`, `quarter`, `half` or `year`.
    pub unit: String,
    /// Its words.
    pub forms: Vec<String>,
}

/// A text with the dates in it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DateExample {
    /// The text.
    pub text: String,
    /// The day of publication, where the dates hang on it.
    #[serde(default)]
    pub published: Option<String>,
    /// The dates as EDTF.
    pub edtf: Vec<String>,
}
