//! One name, one label: what most mentions of a string are, all of them are, and repeats that were missed are found.

use super::Found;
use super::document::Document;
use super::hash::{WordMap, push};
use super::label::Label;
use std::ops::Range;

/// The longest string that is looked for again, in tokens.
const LONGEST: usize = 6;

/// Labels of a string so far, in the order person, organization, location, misc.
type Votes = [u32; 4];

/// Relabels names by the majority of their string and adds untagged repeats. Names stay in order of their tokens.
pub fn propagate(document: &Document, names: &mut Vec<Found>) {
    let mut votes = WordMap::<u64, Votes>::default();
    for name in names.iter() {
        votes.entry(string(document, name.tokens.clone())).or_default()[name.label as usize] += 1;
    }
    for name in names.iter_mut() {
        if let Some(label) = votes.get(&string(document, name.tokens.clone())).and_then(majority) {
            name.label = label;
        }
    }
    let repeats = repeats(document, names, &votes);
    if !repeats.is_empty() {
        names.extend(repeats);
        names.sort_by_key(|name| name.tokens.start);
    }
}

/// The label that at least two thirds of the mentions bear.
fn majority(votes: &Votes) -> Option<Label> {
    const LABELS: [Label; 4] = [Label::Person, Label::Organization, Label::Location, Label::Misc];
    let sum: u32 = votes.iter().sum();
    LABELS.into_iter().find(|l| votes[*l as usize] * 3 >= sum * 2)
}

fn string(document: &Document, tokens: Range<usize>) -> u64 {
    tokens.fold(0, |hash, at| push(hash, document.entry(at).word.lower))
}

fn repeats(document: &Document, names: &[Found], votes: &WordMap<u64, Votes>) -> Vec<Found> {
    let mut repeats = Vec::new();
    let mut tagged = names.iter().map(|n| n.tokens.clone()).peekable();
    for sentence in &document.sentences {
        let mut at = sentence.start;
        while at < sentence.end {
            while tagged.next_if(|t| t.end <= at).is_some() {}
            let (free, next) = match tagged.peek() {
                Some(t) if t.start <= at => (0, t.end),
                Some(t) => (t.start - at, at + 1),
                None => (LONGEST, at + 1),
            };
            let end = sentence.end.min(at + free.min(LONGEST));
            match repeat(document, at..end, votes) {
                Some(found) => {
                    at = found.tokens.end;
                    repeats.push(found);
                }
                None => at = next,
            }
        }
    }
    repeats
}

/// The longest known string at the start of a stretch, if it does not lie beside other capitalised words.
fn repeat(document: &Document, stretch: Range<usize>, votes: &WordMap<u64, Votes>) -> Option<Found> {
    let capitalised = |at: usize| document.entry(at).word.capitalised;
    if stretch.is_empty() || !capitalised(stretch.start) || capitalised(stretch.start - 1) {
        return None;
    }
    let mut hash = 0;
    let mut best = None;
    for at in stretch.clone() {
        hash = push(hash, document.entry(at).word.lower);
        if !capitalised(at) || capitalised(at + 1) {
            continue;
        }
        if let Some(label) = votes.get(&hash).and_then(majority) {
            best = Some(Found { tokens: stretch.start..at + 1, label, margin: 0 });
        }
    }
    best
}
