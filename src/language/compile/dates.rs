//! Rows of `dates.toml` to tables.

use super::Compiler;
use super::lexicon::{DateWord, Dates, Phrases, TimeUnit, schema};

impl Dates {
    /// Compiles the rows.
    pub fn compile(rows: schema::Dates, compiler: &mut Compiler<'_>) -> Self {
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
        let opening: Vec<_> = words.iter().filter(|(_, word)| word.opens()).map(|(form, _)| *form).collect();
        let first =
            opening.iter().filter_map(|form| compiler.words(form).first().copied()).map(|word| (vec![word], ()));
        Self {
            day_first: rows.day_first,
            month_before_day: rows.month_before_day,
            bare_years: rows.bare_years,
            first: Phrases::new(first.collect()),
            words: compiler.phrases(words),
        }
    }
}

fn capital(form: &str) -> bool {
    form.starts_with(char::is_uppercase)
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
