//! Sums told in passing: what was paid before, what others paid, and the whole that a price of one share comes to.

use super::Scene;
use super::gather::Story;
use super::homes::Homes;
use crate::entities::EntityKind;
use crate::language::lexicon::Function;
use crate::mentions::{Per, Precision};
use crate::text::TokenRange;

/// How many tokens before a sum its clause is looked for.
const CLAUSE: usize = 16;
/// How many tokens behind a sum may stand what ends its clause.
const BEHIND: usize = 5;
/// How many tokens from a sum the year stands that dates it.
const YEAR: usize = 9;
/// How many tokens around a sum names are looked for.
const NAMES: usize = 30;

/// How much less likely a sum is the price of the news than its place says.
pub(super) fn penalty(scene: &Scene<'_>, homes: &Homes, story: &Story, index: usize) -> f32 {
    let Some(money) = scene.mentions.money.get(index) else { return 0.0 };
    let document = scene.reading.document();
    let Some(sentence) = document.sentences().get(document.sentence_of(money.tokens.start)) else { return 0.0 };
    let (sum, sentence) = (money.tokens, sentence.tokens);
    let past = if is_past(scene, sum, sentence) { 3.5 } else { 0.0 };
    let dated = if is_dated(scene, homes, sum, sentence) { 1.0 } else { 0.0 };
    let foreign = if is_foreign(scene, story, sum, sentence) { 1.0 } else { 0.0 };
    past + dated + foreign
}

/// "Which had paid 3 million for it": a clause about something named before, told as past already when the news happened.
fn is_past(scene: &Scene<'_>, sum: TokenRange, sentence: TokenRange) -> bool {
    let reading = scene.reading;
    let document = reading.document();
    let grammar = &reading.lexicon(sum.start).grammar;
    let stops = |at: usize| matches!(document.word(at), ";" | ":" | "(" | ")");
    let had = |at: usize| reading.longest(&grammar.pluperfect, at, sentence.end).is_some();
    let behind = (sum.end..sentence.end.min(sum.end + BEHIND)).take_while(|&at| !stops(at) && document.word(at) != ",");
    let mut told = grammar.verb_last && behind.into_iter().any(had);
    for at in (sum.start.saturating_sub(CLAUSE).max(sentence.start)..sum.start).rev().take_while(|&at| !stops(at)) {
        told |= had(at);
        let small = reading.longest(&grammar.words, at, sentence.end).map_or(&[][..], |found| found.values);
        let relative = small.contains(&Function::Relative)
            // "das vor Jahren 3 Millionen bezahlt hatte"
            || grammar.verb_last
                && small.contains(&Function::Determiner)
                && at > sentence.start
                && document.word(at - 1) == ",";
        if relative {
            return told;
        }
    }
    false
}

/// "In 2018 for 3 million": news is dated by the day, so a year in the clause of a sum dates another deal.
fn is_dated(scene: &Scene<'_>, homes: &Homes, sum: TokenRange, sentence: TokenRange) -> bool {
    let document = scene.reading.document();
    let stops = |at: &usize| matches!(document.word(*at), ";" | ":" | "," | "(" | ")");
    let first =
        (sum.start.saturating_sub(YEAR).max(sentence.start)..sum.start).rev().take_while(|at| !stops(at)).last();
    let last = (sum.end..sentence.end.min(sum.end + YEAR)).take_while(|at| !stops(at)).last();
    let (first, last) = (first.unwrap_or(sum.start), last.unwrap_or(sum.end));
    let dates = &scene.mentions.dates;
    let from = dates.partition_point(|date| date.tokens.start < first);
    dates[from..].iter().take_while(|date| date.tokens.start <= last).any(|date| {
        let year = date.edtf.get(..4).and_then(|year| year.parse::<u16>().ok());
        let ahead = year.zip(homes.year()).is_some_and(|(year, latest)| year >= latest);
        date.precision == Precision::Year && year.is_some() && !ahead
    })
}

/// Whether the sentence of a sum names other companies before it and nobody who takes part.
fn is_foreign(scene: &Scene<'_>, story: &Story, sum: TokenRange, sentence: TokenRange) -> bool {
    let first = sum.start.saturating_sub(NAMES).max(sentence.start);
    let last = sentence.end.min(sum.end + NAMES);
    let mut others = false;
    for at in first..last {
        let Some((id, tokens)) = scene.entities.at(at).or_else(|| scene.entities.described(at)) else { continue };
        if story.parties.iter().any(|(_, who)| who.entity() == Some(id)) {
            return false;
        }
        others |= tokens.end <= sum.start && scene.entities.get(id).kind == EntityKind::Company;
    }
    others
}

/// Whether the sum before or behind is the price of one share, in the same sentence.
pub(super) fn beside_share(scene: &Scene<'_>, index: usize) -> bool {
    let document = scene.reading.document();
    let sums = &scene.mentions.money;
    let Some(money) = sums.get(index) else { return false };
    let sentence = document.sentence_of(money.tokens.start);
    let share = |at: Option<usize>| {
        at.and_then(|at| sums.get(at)).is_some_and(|other| {
            other.per == Some(Per::Share)
                && other.currency == money.currency
                && document.sentence_of(other.tokens.start) == sentence
        })
    };
    share(index.checked_sub(1)) || share(index.checked_add(1))
}
