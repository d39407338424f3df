//! Entities out of groups of mentions.

use super::group::{Group, Groups};
use super::{Entity, EntityKind, Mention, forms};
use crate::language::Reading;
use crate::mentions::{Hint, Name, Rule};

/// The things that `names` name, in order of first mention.
pub(super) fn entities(reading: &Reading<'_>, names: &[Name]) -> Vec<Entity> {
    let groups = Groups::new(reading, names);
    let mut list: Vec<Entity> = groups.list.iter().filter_map(|group| entity(reading, names, &groups, group)).collect();
    list.sort_by_key(|entity| entity.mentions.first().map(|mention| mention.span.start));
    list
}

/// The least that must speak for a name that only its place may have given a capital.
const SURE: f32 = 2.3;
/// The least that must speak for a company, a person or place, and a product, in whose name the tagger sees none: what a model
/// or service is called is often a common word.
const UNSEEN: [f32; 3] = [4.0, 3.0, 2.0];
/// Mentions of a name in capitals among which another spelling is looked for.
const SPELLINGS: usize = 16;
/// The least that must speak for any name.
const LEAST: f32 = 0.5;

fn entity(reading: &Reading<'_>, names: &[Name], groups: &Groups<'_>, group: &Group<'_>) -> Option<Entity> {
    if group.names.is_empty() {
        return None;
    }
    let kind = group.votes.kind()?;
    let (_, strength) = group.votes.best();
    let unseen = match kind {
        EntityKind::Company | EntityKind::Organization(_) => UNSEEN[0],
        EntityKind::Person | EntityKind::Place => UNSEEN[1],
        EntityKind::Product => UNSEEN[2],
    };
    // Who is introduced with a title is told of, wherever that stands.
    let introduced = || {
        let title = |hint: &Hint| matches!(hint.rule, Rule::Own("title-before" | "title-comma" | "title-apposition"));
        kind == EntityKind::Person && group.names.iter().any(|&name| names[name].hints.iter().any(title))
    };
    if kind != EntityKind::Place && group.names.iter().all(|&name| names[name].aside) && !introduced()
        || group.names.iter().all(|&name| names[name].unsure) && strength < SURE
        || group.votes.total() < LEAST
        || !group.names.iter().any(|&name| names[name].seen) && strength < unseen
    {
        return None;
    }
    let document = reading.document();
    let printed = |name: usize| document.on_one_line(names[name].span);
    let slip = |name: usize| groups.list[groups.own[name]].slip;
    let full = *group.names.iter().min_by_key(|&&name| {
        let tokens = names[name].tokens;
        // "ARDEN HOLDING" in a heading is printed as the text prints it.
        let same = |&&other: &&usize| {
            groups.own[other] == groups.own[name] && !forms::is_capitals(reading, names[other].tokens)
        };
        let shouted = forms::is_capitals(reading, tokens)
            && group.names.len() > 1
            && if tokens.len() == 1 {
                kind == EntityKind::Person
            } else {
                group.names.iter().take(SPELLINGS).any(|other| same(&other))
            };
        let length = groups.list[groups.own[name]].form.words.len();
        let genitive = groups.list[groups.own[name]].genitive;
        (slip(name), genitive, shouted, std::cmp::Reverse(length), std::cmp::Reverse(tokens.len()))
    })?;
    let name = printed(full);
    let (mut aliases, mut misspellings, mut mentions) = (Vec::new(), Vec::new(), Vec::with_capacity(group.names.len()));
    for &position in &group.names {
        let mention = Mention { span: names[position].span, tokens: names[position].tokens };
        let text = printed(position);
        if text != name && !aliases.contains(&text) {
            aliases.push(text);
        }
        if slip(position) {
            misspellings.push(mention);
        }
        mentions.push(mention);
    }
    Some(Entity { kind, name, aliases, misspellings, mentions, description: None, roles: Vec::new() })
}
