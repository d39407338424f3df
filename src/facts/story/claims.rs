//! Figures that somebody asserts: percentages in what a named source says.

use super::scene::{Scene, Wanted};
use super::{Attributed, Claim, Participant};
use crate::entities::{Evidence, Supported};
use crate::mentions::Mentions;
use crate::text::TokenRange;

/// Tokens on either side of a figure among which the words stand that say what it counts.
const REACH: usize = 12;
/// What a figure counts where no words of the lexicon say.
const UNNAMED: &str = "figure";

/// The claims in the sentence of `scene`: figures inside a quotation with a known speaker.
pub(super) fn read(scene: &Scene<'_>, mentions: &Mentions, quotes: &[Attributed]) -> Vec<Claim> {
    let first = mentions.percentages.partition_point(|figure| figure.tokens.start < scene.sentence.start);
    let inside = mentions.percentages.iter().skip(first).take_while(|figure| figure.tokens.start < scene.sentence.end);
    inside
        .filter_map(|figure| {
            let after = quotes.partition_point(|quote| quote.quotation.tokens.start <= figure.tokens.start);
            let quote =
                quotes.get(after.checked_sub(1)?).filter(|quote| quote.quotation.tokens.contains(figure.tokens))?;
            let speaker = quote.speaker.as_ref()?;
            let kind = kind(scene, figure.tokens)?;
            let from = scene.sentence.start.max(quote.quotation.tokens.start);
            let subject = scene.names(from, figure.tokens.start, Wanted::Organization).last().map(|name| name.entity);
            let tokens =
                TokenRange::new(from, figure.tokens.end.max(quote.quotation.tokens.end.min(scene.sentence.end)));
            let evidence = Evidence::new(scene.reading.document().span(tokens), "asserted-figure");
            Some(Claim {
                kind: Supported::new(kind, evidence),
                subject: subject
                    .map(|entity| Participant { entity: Some(entity), name: scene.entities.get(entity).name.clone() }),
                quantity: figure.quantity,
                unit: figure.unit,
                attributed_to: Some(speaker.clone()),
            })
        })
        .collect()
}

/// What the figure counts; `None` where it is a share of a company, which is for deals to tell.
fn kind(scene: &Scene<'_>, figure: TokenRange) -> Option<String> {
    let from = scene.sentence.start.max(figure.start.saturating_sub(REACH));
    let end = scene.sentence.end.min(figure.end + REACH);
    let found = (from..end).find_map(|at| scene.reading.longest(&scene.lexicon.story.claims, at, end));
    let kind = found.and_then(|found| found.values.first().cloned());
    match kind.as_deref() {
        Some("stake") => None,
        Some(kind) => Some(kind.to_string()),
        None => Some(UNNAMED.to_string()),
    }
}
