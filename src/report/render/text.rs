//! What a person reads in a terminal: each deal in three lines, then parties and terms; people; what contradicts.
//!
//! The text carries ANSI styles; whoever prints it strips them where nobody sees them. The article's own words are made
//! harmless first: a terminal would obey the escape sequences in them.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};

use super::rows::{self, Row};
use crate::report::{Deal, Report};

const STRONG: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();
const LABEL: Style = AnsiColor::Cyan.on_default();
const ALARM: Style = AnsiColor::Yellow.on_default().bold();

/// The report for a terminal.
pub fn text(report: &Report) -> String {
    let mut page = Page::default();
    page.head(report);
    for deal in &report.deals {
        page.deal(deal);
    }
    if report.deals.is_empty() {
        page.line(&[("", Style::new(), "No deal.")]);
    }
    page.people(report);
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
    /// One line of pieces: what stands before the piece, its style, its text.
    fn line(&mut self, pieces: &[(&str, Style, &str)]) {
        for (before, style, piece) in pieces.iter().filter(|(.., piece)| !piece.is_empty()) {
            // Writing to a string cannot fail.
            let _ = write!(self.out, "{before}{style}{}{style:#}", harmless(piece));
        }
        self.out.push('\n');
    }

    fn head(&mut self, report: &Report) {
        let title = report.title.as_deref().unwrap_or_default();
        let name = report.source.name.as_deref().or(report.source.id.as_deref()).unwrap_or("-");
        self.line(&[("", FAINT, name), (" ", FAINT, &format!("[{}]", report.language)), ("  ", Style::new(), title)]);
        self.out.push('\n');
    }

    fn deal(&mut self, deal: &Deal) {
        self.line(&[("", STRONG, &deal.summary)]);
        self.row(&rows::standing(deal));
        if let Some(words) = rows::telling(deal) {
            self.line(&[("  ", FAINT, &format!("“{words}”"))]);
        }
        for row in rows::parties(deal).iter().chain(&rows::terms(deal)) {
            self.row(row);
        }
        for motive in &deal.motives {
            self.line(&[
                ("  ", LABEL, &format!("{:<11}", "motive")),
                ("", Style::new(), &format!("“{}”", motive.text)),
            ]);
        }
        self.out.push('\n');
    }

    fn row(&mut self, row: &Row) {
        let words = row.words.as_ref().map(|words| format!("“{words}”")).unwrap_or_default();
        let label = format!("{:<11}", row.label);
        self.line(&[("  ", LABEL, &label), ("", Style::new(), &row.value), ("  ", FAINT, &words)]);
    }

    fn people(&mut self, report: &Report) {
        if report.people.is_empty() {
            return;
        }
        self.line(&[("", STRONG, "People")]);
        for person in &report.people {
            self.line(&[("  ", Style::new(), &person.name), ("  ", FAINT, &rows::roles(person))]);
        }
        self.out.push('\n');
    }

    fn notes(&mut self, title: &str, notes: &[String]) {
        if notes.is_empty() {
            return;
        }
        self.line(&[("", ALARM, title)]);
        for note in notes {
            self.line(&[("  ! ", Style::new(), note)]);
        }
        self.out.push('\n');
    }
}

/// A text on one line, without control characters and without marks that turn the direction of what follows.
fn harmless(text: &str) -> String {
    let turns = |character| matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let plain = |character: char| match character {
        '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => ' ',
        _ if character.is_control() || turns(character) => '\u{FFFD}',
        _ => character,
    };
    text.chars().map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_obey_is_made_harmless() {
        for (text, shown) in [
            ("plain é “x”", "plain é “x”"),
            ("\u{1b}[31mred\u{7}", "\u{FFFD}[31mred\u{FFFD}"),
            ("two\r\nlines\tand a tab", "two  lines and a tab"),
            ("\u{9b}2J\u{202E}evil", "\u{FFFD}2J\u{FFFD}evil"),
        ] {
            assert_eq!(harmless(text), shown);
        }
    }
}
