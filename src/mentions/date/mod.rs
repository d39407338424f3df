//! Dates and periods.
//!
//! `read` finds what the words say, `calendar` turns that into EDTF. Relative dates hang on the day of publication or,
//! where that is not known, on a complete date in the dateline; never on the clock, and no year is made up.

mod bare;
mod calendar;
mod read;

use chrono::NaiveDate;

use super::Recogniser;
use super::anchors::Anchors;
use crate::language::Reading;
use crate::text::{Span, TokenRange};
use calendar::Moment;
use read::Reader;

/// A date or period as the article states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateMention {
    /// Its words.
    pub span: Span,
    /// The same as tokens.
    pub tokens: TokenRange,
    /// EDTF (ISO 8601-2), with `X` for what the article leaves open: `XXXX-04` for "in April".
    pub edtf: String,
    /// ISO 8601 date, month, quarter or year, when resolved (no `X`).
    pub value: Option<String>,
    /// How fine it is.
    pub precision: Precision,
}

/// How fine a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Precision {
    /// A day.
    Day,
    /// A month.
    Month,
    /// A quarter.
    Quarter,
    /// A half-year.
    HalfYear,
    /// A year.
    Year,
    /// Anything longer or vaguer.
    Period,
}

/// Finds dates.
pub(super) struct DateRecogniser<'a> {
    /// Anchor of relative dates; without one they stay unresolved.
    pub(super) published: Option<NaiveDate>,
    /// Where they may begin.
    pub(super) anchors: &'a Anchors,
}

impl Recogniser for DateRecogniser<'_> {
    type Mention = DateMention;

    fn recognise(&self, reading: &Reading<'_>) -> Vec<DateMention> {
        let document = reading.document();
        let anchor = self.published.or_else(|| dateline(reading));
        let mut found: Vec<DateMention> = Vec::new();
        for block in document.blocks() {
            // The end of the last date in this block, for "2023 and 2024".
            let mut last_end = None;
            let mut from = block.tokens.start;
            for sentence in document.sentences().get(block.sentences.clone()).unwrap_or_default() {
                let reader = Reader::new(reading, sentence.tokens.start, block.tokens);
                for &at in self.anchors.among(sentence.tokens) {
                    let Some(stated) = (at >= from).then(|| reader.date(at, last_end)).flatten() else { continue };
                    let tokens = TokenRange::new(stated.start, stated.end);
                    if let Some((edtf, value, precision)) = stated.moment.resolve(stated.approximate, anchor) {
                        found.push(DateMention { span: document.span(tokens), tokens, edtf, value, precision });
                        last_end = Some(stated.end);
                    }
                    from = stated.end;
                }
            }
        }
        found
    }
}

/// The complete date of the first dateline that has one.
fn dateline(reading: &Reading<'_>) -> Option<NaiveDate> {
    const BLOCKS: usize = 12;
    reading.document().blocks().iter().take(BLOCKS).filter(|block| !block.dateline.is_empty()).find_map(|block| {
        let reader = Reader::new(reading, block.dateline.start, block.dateline);
        block.dateline.positions().find_map(|at| match reader.date(at, None)?.moment {
            Moment::Day { year: Some(year), month, day } => calendar::calendar_day(year, month, day),
            _ => None,
        })
    })
}
