//! When a deal was announced and closed, and which sentences tell of years gone by.

use super::draft::Draft;
use super::gather::Story;
use super::{DealStatus, Scene};
use crate::entities::{Evidence, Supported};
use crate::mentions::{DateMention, Mentions, Precision};
use crate::text::TokenRange;

/// Blocks that a dateline speaks for.
const LEAD: usize = 4;

/// The days of a deal.
#[derive(Debug, Default)]
pub(super) struct Days {
    pub(super) announced: Option<Supported<String>>,
    pub(super) closed: Option<Supported<String>>,
}

/// The day told in the sentence of a draft, or else that of the dateline above it; of a deal that is done it is the day
/// it was closed.
pub(super) fn of(scene: &Scene<'_>, story: &Story, status: DealStatus) -> Days {
    let news: Vec<&Draft> = story.drafts.iter().filter(|draft| !draft.background).collect();
    let told = news.iter().find_map(|draft| dates_in(scene, sentence(scene, draft)?).find(|date| is_day(date)));
    let above = || {
        let document = scene.reading.document();
        let early = news.iter().any(|draft| document.blocks_before(draft.block) <= LEAD);
        let lead = document.blocks().iter().enumerate().take_while(|(at, _)| document.blocks_before(*at) < LEAD);
        let blocks = lead.map(|(_, block)| block).filter(|_| early);
        blocks
            .filter(|block| !block.dateline.is_empty())
            .find_map(|block| dates_in(scene, block.dateline).find(|date| is_day(date)))
    };
    let Some(date) = told.or_else(above) else { return Days::default() };
    let day = Some(Supported::new(date.edtf.clone(), Evidence::new(date.span, "day")));
    match status {
        DealStatus::Completed => Days { closed: day, ..Days::default() },
        DealStatus::Rumored => Days::default(),
        _ => Days { announced: day, ..Days::default() },
    }
}

fn sentence(scene: &Scene<'_>, draft: &Draft) -> Option<TokenRange> {
    scene.reading.document().sentences().get(draft.sentence).map(|sentence| sentence.tokens)
}

fn is_day(date: &DateMention) -> bool {
    date.precision == Precision::Day && date.value.is_some()
}

/// The dates of a stretch of text.
fn dates_in<'a>(scene: &Scene<'a>, tokens: TokenRange) -> impl Iterator<Item = &'a DateMention> {
    let dates = &scene.mentions.dates;
    let first = dates.partition_point(|date| date.tokens.start < tokens.start);
    dates[first..].iter().take_while(move |date| date.tokens.start < tokens.end)
}

fn year(date: &DateMention) -> Option<i32> {
    date.value.as_deref()?.get(..4)?.parse().ok()
}

/// The year of the news: the latest that a day or month of the article is in.
pub(super) fn present(mentions: &Mentions) -> Option<i32> {
    let exact = mentions.dates.iter().filter(|date| matches!(date.precision, Precision::Day | Precision::Month));
    exact.filter_map(year).max()
}

/// Whether a sentence tells of years before `present` only.
pub(super) fn is_past(scene: &Scene<'_>, sentence: TokenRange, present: i32) -> bool {
    let mut years = dates_in(scene, sentence).filter_map(year).peekable();
    years.peek().is_some() && years.all(|year| year < present)
}
