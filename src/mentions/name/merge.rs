//! One list of names out of what the rules and the tagger found.

use crate::mentions::tagger::hash::WordMap;

use super::context::{is_accented_given_name, is_given_name, lists};
use super::inside::closes_with_form;
use super::scene::{Scene, Style, hash};
use super::trim::{calls, is_new, pieces};
use super::{Candidate, Hint, Kind, Rule};
use crate::language::Class;
use crate::mentions::tagger::Label;
use crate::mentions::tagger::gazetteer::List;
use crate::text::{Case, TokenRange};

/// Joins both lists; where they overlap, the tagger wins, but for the user's own names and a firm name that holds all of its
/// name.
pub(super) fn merge(scene: &Scene<'_>, ruled: Vec<Candidate>, tagged: Vec<Candidate>) -> Vec<Candidate> {
    let mut merged: Vec<Candidate> = Vec::with_capacity(ruled.len() + tagged.len());
    let mut ruled = ruled.into_iter().peekable();
    let mut tagged = tagged.into_iter().flat_map(|tag| pieces(scene, tag)).peekable();
    while let Some(mut tag) = tagged.next() {
        let free = tagged.peek().map_or(usize::MAX, |next| next.tokens.start);
        while let Some(rule) = ruled.next_if(|rule| rule.tokens.end <= tag.tokens.start) {
            push(&mut merged, rule);
        }
        let mut firm: Vec<Candidate> = Vec::new();
        while let Some(rule) = ruled.next_if(|rule| rule.tokens.start < tag.tokens.end) {
            // In a heading where every word has a capital, only the running text knows where a name ends.
            let headed = scene
                .line(rule.tokens.start)
                .is_some_and(|line| line.style != Style::Running && !line.names.capital_nouns);
            if rule.tokens != tag.tokens && headed && !ends_itself(scene, tag.tokens) {
                firm.push(rule);
            } else if rule.tokens == tag.tokens {
                tag.hints.extend(telling(rule.hints));
                tag.firm |= rule.firm;
                tag.same = rule.same;
            } else if rule.tokens.end == tag.tokens.end && is_glued(scene, rule.tokens, tag.tokens.start)
                || names_person(scene, &tag, rule.tokens)
                || names_partners(scene, &tag, rule.tokens)
                || rule.tokens.end <= free && goes_on(scene, &tag, rule.tokens)
                || rule.joined && is_of_town(scene, &tag, rule.tokens)
                || rule.joined && opens_rule(scene, &tag, rule.tokens)
            {
                tag.tokens = rule.tokens;
                tag.hints.extend(rule.hints);
            } else if rule.joined && !is_seat(&tag, rule.tokens) {
                if tag.tokens.start == rule.tokens.start {
                    tag.hints.extend(rule.hints);
                }
            } else if rule.firm && !rule.own && !rule.tokens.contains(tag.tokens) {
                tag.hints.extend(rule.hints);
            } else if rule.firm && tag.tokens.end == rule.tokens.end && ends_itself(scene, tag.tokens) {
                tag.hints.extend(rule.hints);
                tag.firm = true;
            } else if rule.firm {
                firm.push(rule);
            } else if rule.tokens.end == tag.tokens.end || rule.tokens.start == tag.tokens.start {
                tag.hints.extend(rule.hints);
            }
        }
        if firm.is_empty() {
            push(&mut merged, tag);
            continue;
        }
        for mut rule in firm {
            rule.seen = true;
            if rule.tokens.contains(tag.tokens) || rule.tokens.start == tag.tokens.start {
                rule.hints.extend(tag.hints.iter().cloned());
            }
            push(&mut merged, rule);
        }
    }
    for rule in ruled {
        push(&mut merged, rule);
    }
    cut_openings(scene, &mut merged);
    merged
}

/// The hints that say more than that a name stands here, which the tagger sees: how it is written does not.
fn telling(hints: Vec<Hint>) -> impl Iterator<Item = Hint> {
    hints.into_iter().filter(|hint| !matches!(hint.rule, Rule::CAPITAL | Rule::BARE))
}

/// `Company Northern of Arden`: whether the tagger sees all but the word that names of companies open with.
fn opens_rule(scene: &Scene<'_>, tag: &Candidate, name: TokenRange) -> bool {
    let company = calls(tag.hints.iter().max_by(|a, b| a.weight.total_cmp(&b.weight)), &[Kind::Company]);
    let line = scene.line(name.start);
    let inside = (tag.tokens.start..tag.tokens.end).any(|at| scene.lower_word(at));
    company
        && inside
        && tag.tokens.end == name.end
        && tag.tokens.start == name.start + 1
        && line.is_some_and(|line| scene.is(name.start, line, Class::Institution) && !scene.opens(line, name.start))
}

/// `Ministry of Arden`: whether the tagger sees no more of a name that small words join than the place it closes with.
fn is_seat(tag: &Candidate, name: TokenRange) -> bool {
    tag.tokens.start > name.start && tag.tokens.end == name.end && tag.hints.iter().any(|hint| hint.kind == Kind::Place)
}

/// `3Arden`: whether what stands before `at` in the stretch is part of its word.
fn is_glued(scene: &Scene<'_>, tokens: TokenRange, at: usize) -> bool {
    tokens.start + 1 == at && !scene.document.tokens()[at].spaced
}

/// `Jane Roe Arden`, `Jane ROE`: whether what the tagger takes for a person has given names more before it, or a family
/// name in capitals behind it.
fn names_person(scene: &Scene<'_>, tag: &Candidate, name: TokenRange) -> bool {
    let (own, case) = (tag.tokens, |at: usize| scene.document.tokens()[at].case);
    let Some(line) = scene.line(own.start).filter(|_| name.contains(own) && tag.label == Some(Label::Person)) else {
        return false;
    };
    // Given names that the lists have as they are the tagger sees.
    let given = |at: usize| case(at) == Case::Title && is_accented_given_name(scene, at);
    let family = |at: usize| {
        let odd = [Class::LegalForm, Class::Last, Class::Common].into_iter().any(|class| scene.is(at, line, class));
        case(at) == Case::Upper && scene.document.word(at).chars().count() > 2 && !odd
    };
    let before = (name.start..own.start).all(given);
    let behind =
        own.end == name.end || own.len() == 1 && is_given_name(scene, own.start) && (own.end..name.end).all(family);
    name.len() <= own.len() + 1 && before && behind
}

/// `Arden, Belm & Cairn`: whether the tagger sees only the last of the partners that give a house its name.
fn names_partners(scene: &Scene<'_>, tag: &Candidate, name: TokenRange) -> bool {
    let (own, word) = (tag.tokens, |at: usize| scene.document.word(at));
    let partners = own.len() == 3 && scene.document.folded(own.start + 1) == "&";
    let surname = |at: usize| lists(scene, TokenRange::new(at, at + 1))(List::Surname);
    let company = |at: usize| lists(scene, TokenRange::new(at, at + 1))(List::ShortCompany);
    partners
        && name.end == own.end
        && name.start < own.start
        && word(own.start - 1) == ","
        && [name.start, own.start, own.end - 1].into_iter().any(surname)
        && !company(name.start)
}

/// `Savings Bank of Norrow`: whether the tagger sees an institution without the town that it is named after.
fn is_of_town(scene: &Scene<'_>, tag: &Candidate, name: TokenRange) -> bool {
    let own = tag.tokens;
    let Some(line) = scene.line(own.start) else { return false };
    let town = TokenRange::new(own.end + 1, name.end);
    own.start == name.start
        && tag.label == Some(Label::Organization)
        && scene.is(own.start, line, Class::Institution)
        && town.start < town.end
        && scene.is(own.end, line, Class::Of)
        && lists(scene, town)(List::City)
}

/// `Arden Cefori`: whether the tagger sees only the start of a company's name, the rest of which no text knows. What it has
/// issued (`Arden B`, `Arden Q400`) is no part of its name.
fn goes_on(scene: &Scene<'_>, tag: &Candidate, name: TokenRange) -> bool {
    let own = tag.tokens;
    let Some(line) = scene.line(own.start).filter(|line| line.style == Style::Running && !line.names.capital_nouns)
    else {
        return false;
    };
    let (case, word) = (|at: usize| scene.document.tokens()[at].case, |at: usize| scene.document.word(at));
    let new = |at: usize| {
        let letters = word(at).chars().all(char::is_alphabetic) && word(at).chars().count() > 2;
        letters && case(at) == Case::Title && scene.document.tokens()[at].spaced && is_new(scene, line, at)
    };
    own.start == name.start
        && own.end < name.end
        && tag.label == Some(Label::Organization)
        && case(own.end - 1) != Case::Upper
        && (own.end..name.end).all(new)
}

/// `Swallowing Arden`: a word that opens the sentence is no part of the name where the article names what follows it
/// more often. Given names stay.
fn cut_openings(scene: &Scene<'_>, merged: &mut [Candidate]) {
    let form = |tokens: TokenRange| hash(&scene.document.text_of(tokens).to_lowercase());
    let opening = |candidate: &Candidate| {
        let start = candidate.tokens.start;
        candidate.tokens.len() > 1
            && !candidate.firm
            && !scene.is_named(start)
            && !is_given_name(scene, start)
            && candidate.hints.iter().all(|hint| hint.kind != Kind::Person)
            && scene.line(start).is_some_and(|line| scene.opens(line, start))
    };
    if !merged.iter().any(opening) {
        return;
    }
    let mut forms: WordMap<u64, usize> = WordMap::default();
    for candidate in merged.iter() {
        *forms.entry(form(candidate.tokens)).or_default() += 1;
    }
    for candidate in merged.iter_mut() {
        let rest = TokenRange::new(candidate.tokens.start + 1, candidate.tokens.end);
        let count = |tokens| forms.get(&form(tokens)).copied().unwrap_or(0);
        if opening(candidate) && scene.capital(rest.start) && count(rest) > 0 && count(candidate.tokens) == 1 {
            candidate.tokens = rest;
        }
    }
}

/// Whether a tagger's name holds the legal form that makes its end certain: then its start is its own affair.
fn ends_itself(scene: &Scene<'_>, tokens: TokenRange) -> bool {
    scene.line(tokens.start).is_some_and(|line| closes_with_form(scene, line, tokens.start, tokens.end))
}

fn push(merged: &mut Vec<Candidate>, candidate: Candidate) {
    if merged.last().is_none_or(|last| last.tokens.end <= candidate.tokens.start) {
        merged.push(candidate);
    }
}
