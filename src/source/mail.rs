//! The day in the head of a mail, in the form that mail programs write for each other, whatever language people speak.
//!
//! The rest of a head is read where the other parts of a page are told apart; what people type there is text like any other.

use chrono::{DateTime, NaiveDate};

/// Lines of a head at most.
const LINES: usize = 40;

/// The day of `Date: Thu, 12 Jun 2025 09:30:00 +0200` in the lines before the first empty one.
pub(super) fn day(text: &str) -> Option<NaiveDate> {
    let head = text.lines().take(LINES).take_while(|line| !line.trim().is_empty());
    let mut fields = head.map_while(|line| {
        let goes_on = line.starts_with([' ', '\t']);
        let name = line.split_once(':').map_or("", |(name, _)| name);
        let is_name = !name.is_empty() && !name.trim_end().contains(char::is_whitespace);
        (goes_on || is_name).then_some(line)
    });
    fields.find_map(|line| {
        let (name, value) = line.split_once(':')?;
        let date = name.eq_ignore_ascii_case("date").then(|| DateTime::parse_from_rfc2822(value.trim()))?;
        date.ok().map(|date| date.date_naive())
    })
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn the_day_of_a_head() {
        for (text, found) in [
            ("From: Jane <j@e.org>\nDate: Thu, 12 Jun 2025 09:30:00 +0200\n\nText", Some("2025-06-12")),
            ("Received: from a\r\n by b; x\r\ndate: 1 Feb 2024 23:59 -0500\r\n", Some("2024-02-01")),
            ("Date: 12 juin 2025\n", None),
            ("Arvel buys Boreal\nDate: Thu, 12 Jun 2025 09:30:00 +0200\n", None),
            ("\nDate: Thu, 12 Jun 2025 09:30:00 +0200\n", None),
            ("", None),
        ] {
            assert_eq!(day(text).map(|day| day.to_string()).as_deref(), found, "{text}");
        }
    }
}
