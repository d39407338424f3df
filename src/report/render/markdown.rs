//! The report as a Markdown page.

use std::fmt::Write;

use super::rows;
use crate::report::{Deal, Report};

/// The report as a Markdown page.
pub fn markdown(report: &Report) -> String {
    let mut page = Page::default();
    let name = report.source.name.as_deref().or(report.source.id.as_deref()).unwrap_or("-");
    page.line(format_args!("# {}", plain(report.title.as_deref().unwrap_or(name))));
    page.line(format_args!("\n{} ({})", plain(name), plain(&report.language)));
    page.line(format_args!("\n## Deals"));
    if report.deals.is_empty() {
        page.line(format_args!("\nNo deal."));
    }
    for deal in &report.deals {
        page.deal(deal);
    }
    if !report.people.is_empty() {
        page.line(format_args!("\n## People\n"));
        for person in &report.people {
            let roles = rows::roles(person);
            let colon = if roles.is_empty() { "" } else { ": " };
            page.line(format_args!("- {}{colon}{}", plain(&person.name), plain(&roles)));
        }
    }
    page.notes("Contradictions", &rows::contradictions(report));
    let warnings: Vec<String> = report.warnings.iter().map(|warning| warning.message.clone()).collect();
    page.notes("Warnings", &warnings);
    page.out
}

#[derive(Default)]
struct Page {
    out: String,
}

impl Page {
    fn line(&mut self, line: std::fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.out, "{line}");
    }

    fn deal(&mut self, deal: &Deal) {
        self.line(format_args!("\n### {}\n", plain(&deal.summary)));
        let standing = std::iter::once(rows::standing(deal));
        for row in standing.chain(rows::parties(deal)).chain(rows::terms(deal)) {
            let words = row.words.map(|words| format!(" (“{}”)", plain(&words))).unwrap_or_default();
            self.line(format_args!("- {}: {}{words}", row.label, plain(&row.value)));
        }
        for motive in &deal.motives {
            self.line(format_args!("- motive: “{}”", plain(&motive.text)));
        }
        if let Some(words) = rows::telling(deal) {
            self.line(format_args!("\n> {}", plain(words)));
        }
    }

    fn notes(&mut self, title: &str, notes: &[String]) {
        if !notes.is_empty() {
            self.line(format_args!("\n## {title}\n"));
            for note in notes {
                self.line(format_args!("- {}", plain(note)));
            }
        }
    }
}

/// A text on one line in which nothing is markup.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' => out.extend(['\\', character]),
            _ if character.is_control() => out.push(' '),
            _ => out.push(character),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_is_markup() {
        assert_eq!(plain("*a* <b> [c](d)\n# e"), "\\*a\\* \\<b\\> \\[c\\](d) \\# e");
    }
}
