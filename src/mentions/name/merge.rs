//! One list of names out of what the rules and the tagger found.

use super::Candidate;
use super::scene::Scene;
use crate::language::Class;

/// Joins both lists; where they overlap, a firm end wins, else the tagger.
pub(super) fn merge(scene: &Scene<'_>, ruled: Vec<Candidate>, tagged: Vec<Candidate>) -> Vec<Candidate> {
    let mut merged: Vec<Candidate> = Vec::with_capacity(ruled.len() + tagged.len());
    let mut ruled = ruled.into_iter().peekable();
    for mut tag in tagged.into_iter().filter_map(|tag| trimmed(scene, tag)) {
        while let Some(rule) = ruled.next_if(|rule| rule.tokens.end <= tag.tokens.start) {
            push(&mut merged, rule);
        }
        let mut firm = None;
        while let Some(rule) = ruled.next_if(|rule| rule.tokens.start < tag.tokens.end) {
            if rule.tokens == tag.tokens {
                tag.hints.extend(rule.hints);
                tag.firm |= rule.firm;
                tag.same = rule.same;
            } else if rule.firm {
                firm = Some(rule);
            } else if rule.tokens.end == tag.tokens.end || rule.tokens.start == tag.tokens.start {
                tag.hints.extend(rule.hints);
            }
        }
        match firm {
            Some(mut rule) => {
                if rule.tokens.contains(tag.tokens) || rule.tokens.start == tag.tokens.start {
                    rule.hints.extend(tag.hints);
                }
                push(&mut merged, rule);
            }
            None => push(&mut merged, tag),
        }
    }
    for rule in ruled {
        push(&mut merged, rule);
    }
    merged
}

fn push(merged: &mut Vec<Candidate>, candidate: Candidate) {
    if merged.last().is_none_or(|last| last.tokens.end <= candidate.tokens.start) {
        merged.push(candidate);
    }
}

/// The tagger's name without courtesies and articles before it and marks after it; `None` where nothing is left.
fn trimmed(scene: &Scene<'_>, mut tag: Candidate) -> Option<Candidate> {
    let line = scene.line(tag.tokens.start)?;
    while !tag.tokens.is_empty() {
        let first = tag.tokens.start;
        let drop =
            scene.is(first, line, Class::Courtesy) || scene.is(first, line, Class::Article) && scene.lower_word(first);
        if !drop {
            break;
        }
        tag.tokens.start += 1;
    }
    if tag.tokens.len() == 1 && is_nothing(scene, line, tag.tokens.start) {
        return None;
    }
    (!tag.tokens.is_empty()).then_some(tag)
}

fn is_nothing(scene: &Scene<'_>, line: &super::scene::Line<'_>, at: usize) -> bool {
    scene.is(at, line, Class::Common) && !scene.is_named(at)
        || scene
            .reading
            .longest(&line.names.known, at, at + 1)
            .is_some_and(|found| found.values.iter().any(|known| known.kind == crate::language::NameKind::None))
}
