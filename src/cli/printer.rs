//! Results as they are printed: what comes before the first, each of them, what comes after the last.

use anyhow::Result;
use dealfacts::report::{ErrorRecord, Report, render};

use super::settings::Output;

/// How many results share a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// There is only one.
    One,
    /// All stand in one stream.
    Several,
    /// Each has a file.
    Files,
}

/// Prints results in one format.
#[derive(Debug, Clone, Copy)]
pub struct Printer {
    pub output: Output,
    pub shape: Shape,
}

impl Printer {
    /// What comes before the first result of a stream.
    pub fn start(self) -> Result<String> {
        Ok(match (self.output, self.shape) {
            (Output::Csv, Shape::One | Shape::Several) => render::csv_header()?,
            (Output::Html, Shape::Several) => render::html_start("Articles"),
            _ => String::new(),
        })
    }

    /// One result, the `number`th; its spans point into `text`.
    pub fn report(self, report: &Report, text: &str, number: usize) -> Result<String> {
        Ok(match (self.output, self.shape) {
            (Output::Json, _) => render::json(report)?,
            (Output::JsonLines, _) => render::json_line(report)?,
            (Output::Text, _) => render::text(report),
            (Output::Markdown, _) => render::markdown(report),
            (Output::Csv, Shape::Files) => render::csv_header()? + &render::csv(report)?,
            (Output::Csv, _) => render::csv(report)?,
            (Output::Html, Shape::Several) => render::html_section(report, text, number),
            (Output::Html, _) => render::html(report, text),
            // The table takes rows apart by itself.
            #[cfg(feature = "parquet")]
            (Output::Parquet, _) => render::json_line(report)?,
        })
    }

    /// What stands in the place of a result that there is none of.
    pub fn failed(self, record: &ErrorRecord) -> Result<Option<String>> {
        let in_its_place = self.output.keeps_errors() && self.shape != Shape::Files;
        Ok(in_its_place.then(|| render::json_line(record)).transpose()?)
    }

    /// Where the table of results leads for the `number`th, called `name` where it is a file.
    pub fn target(self, number: usize, name: Option<String>) -> Option<String> {
        if self.shape == Shape::Files { name } else { Some(format!("#a{number}")) }
    }

    /// What comes after the last result of a stream.
    pub fn end(self, listings: &[(render::Listing, Option<String>)]) -> String {
        match (self.output, self.shape) {
            (Output::Html, Shape::Several) => render::index(listings) + &render::html_end(),
            _ => String::new(),
        }
    }

    /// The table of results that stands beside their files, with its name.
    pub fn beside(self, listings: &[(render::Listing, Option<String>)]) -> Option<(&'static str, String)> {
        let wanted = self.output == Output::Html && self.shape == Shape::Files;
        wanted.then(|| ("index.html", render::html_start("Articles") + &render::index(listings) + &render::html_end()))
    }
}
