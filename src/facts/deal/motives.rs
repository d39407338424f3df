//! Why a deal is done, in the article's words.

use super::homes::Homes;
use super::{Motive, Scene};
use crate::entities::Evidence;
use crate::language::lexicon::DealCue;
use crate::mentions::QuotationKind;
use crate::text::{BlockKind, TokenRange};

/// Motives kept of one deal.
const MOTIVES: usize = 20;

/// The reasons given in the sentences of a story: from the words that open one to the end of the clause.
pub(super) fn of(scene: &Scene<'_>, homes: &Homes, position: usize) -> Vec<Motive> {
    let document = scene.reading.document();
    let mut motives: Vec<Motive> = Vec::new();
    if homes.main() != position {
        return motives;
    }
    for block in document.blocks().iter().filter(|block| block.kind.tells() && block.kind != BlockKind::Question) {
        for sentence in document.sentences().get(block.sentences.clone()).unwrap_or_default() {
            let cues = &scene.reading.lexicon(sentence.tokens.start).deals.cues;
            let mut at = sentence.tokens.start;
            while at < sentence.tokens.end && motives.len() < MOTIVES {
                match scene.reading.longest(cues, at, sentence.tokens.end) {
                    Some(found) if found.values.contains(&DealCue::Motive) => {
                        let end = quoted(scene, at).map_or(sentence.tokens.end, |end| end.min(sentence.tokens.end));
                        let tokens = TokenRange::new(at, clause_end(scene, found.tokens.end, end));
                        motives.push(Motive { evidence: Evidence::new(document.span(tokens), "motive") });
                        at = tokens.end;
                    }
                    _ => at += 1,
                }
            }
        }
    }
    motives
}

/// Where the words of somebody that the token at `at` is one of end.
fn quoted(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let mut quotes = scene.mentions.quotes.iter().filter(|quote| quote.kind == QuotationKind::Direct);
    quotes.find(|quote| quote.tokens.has(at)).map(|quote| quote.tokens.end)
}

/// Where a clause that goes on at `from` ends: at a stop, a semicolon or a dash, but not at a comma of a list.
fn clause_end(scene: &Scene<'_>, from: usize, end: usize) -> usize {
    let document = scene.reading.document();
    let stops = |at: &usize| matches!(document.word(*at), "." | ";" | "!" | "?" | "–" | "—" | "(" | ":");
    let end = (from..end).find(stops).unwrap_or(end);
    // “We want to expand in Norway,” with its comma inside.
    if end > from && document.word(end - 1) == "," { end - 1 } else { end }
}
