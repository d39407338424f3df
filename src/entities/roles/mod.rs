//! What people are, and where: their titles, organizations, and whether they hold, held or will hold them.
//!
//! Reads the words beside the mentions of people; a role that only the reader could infer is none.

mod leads;

use super::{Entities, EntityId, EntityKind, Evidence, PersonRole, RoleStatus};
use crate::language::lexicon::{Names, Title};
use crate::language::{Class, Reading};
use crate::text::{TokenKind, TokenRange};

/// How far from a name its title is looked for, in words.
const REACH: usize = 24;
/// Words that may stand between a comma and the title after it ("the 79-year-old outgoing").
const LEAD: usize = 6;
/// Words that a title may have before it, or share with another one.
const OPENING: usize = 3;
/// Words that a title with the field it is for takes at most.
const FIELD: usize = 10;

/// The roles of all people, each with the person's id, in the order of the text.
pub(super) fn find(reading: &Reading<'_>, entities: &Entities) -> Vec<(EntityId, PersonRole)> {
    let mut found = Vec::new();
    for (position, entity) in entities.all().iter().enumerate() {
        if entity.kind != EntityKind::Person {
            continue;
        }
        let mut roles: Vec<PersonRole> = Vec::new();
        for mention in &entity.mentions {
            let Some(place) = Place::new(reading, entities, mention.tokens) else { continue };
            let after = place.after();
            roles.extend(place.before(!after.is_empty()));
            roles.extend(after);
            roles.extend(place.leading());
        }
        found.extend(roles.into_iter().map(|role| (EntityId(position), role)));
    }
    found
}

/// A person's name in its sentence.
struct Place<'r> {
    reading: &'r Reading<'r>,
    entities: &'r Entities,
    names: &'r Names,
    name: TokenRange,
    floor: usize,
    ceiling: usize,
}

/// A title where it stands.
struct Found<'n> {
    tokens: TokenRange,
    title: &'n Title,
    /// `ex-` or a word for "former" stands before it.
    past: bool,
    planned: bool,
    /// Words that belong to it, from the first adjective to the last word of its field.
    printed: TokenRange,
}

impl<'r> Place<'r> {
    fn new(reading: &'r Reading<'r>, entities: &'r Entities, name: TokenRange) -> Option<Self> {
        let document = reading.document();
        let sentence = document.sentences().get(document.sentence_of(name.start))?.tokens;
        Some(Self {
            reading,
            entities,
            names: &reading.lexicon(name.start).names,
            name,
            floor: sentence.start.max(name.start.saturating_sub(REACH)),
            ceiling: sentence.end.min(name.end + REACH),
        })
    }

    fn is(&self, at: usize, class: Class) -> bool {
        self.names.is(self.reading.word_id(at), class)
    }

    fn word(&self, at: usize) -> &'r str {
        if at < self.ceiling { self.reading.document().word(at) } else { "" }
    }

    fn is_comma(&self, at: usize) -> bool {
        match self.word(at) {
            "," | "–" | "—" | "(" | ":" => true,
            "-" => self.reading.document().tokens().get(at).is_some_and(|token| token.spaced),
            _ => false,
        }
    }

    /// `analyst Jane Roe`; `Arden's chief executive, Jane Roe`; `the head of Arden, Jane Roe`; `co-founders A and B`.
    /// `told` where a title behind the name says what it is.
    fn before(&self, told: bool) -> Vec<PersonRole> {
        let mut end = self.name.start;
        // Over the people before this one in a list.
        while let Some(earlier) = self.list_neighbour(end) {
            end = earlier;
        }
        let listed = end < self.name.start;
        while end > self.floor && self.is(end - 1, Class::Courtesy) {
            end -= 1;
        }
        let comma = end > self.floor && self.word(end - 1) == ",";
        if comma {
            end -= 1;
        }
        if end <= self.floor {
            return Vec::new();
        }
        // "el director mexicano Jane Roe"
        let nation = end.checked_sub(1).filter(|&at| at > self.floor && !self.is_capital(at) && !listed && !comma);
        let nation = nation.filter(|&at| self.is(at, Class::Nationality));
        if let Some(found) = self.title_ending(nation.unwrap_or(end)) {
            if listed && !self.is_several(&found) || told && comma && self.is_apposed(found.printed.start) {
                return Vec::new();
            }
            let organization = self.owner_before(found.printed.start);
            return vec![self.role(&found, organization, TokenRange::new(found.printed.start, self.name.end))];
        }
        // `the CEO of Arden, Jane Roe`: over the organization and the preposition.
        let Some((id, tokens)) = self.organization_at(end - 1).filter(|(_, tokens)| tokens.end == end) else {
            return if comma && !listed { self.field_before(end).into_iter().collect() } else { Vec::new() };
        };
        let Some(from) = self.over_preposition(tokens.start) else { return Vec::new() };
        let Some(found) = self.title_ending(from) else { return Vec::new() };
        if listed && !self.is_several(&found) || told && comma && self.is_apposed(found.printed.start) {
            return Vec::new();
        }
        vec![self.role(&found, Some(id), TokenRange::new(found.printed.start, self.name.end))]
    }

    /// `John Roe, a director of Arden, Jane Roe`: whether the title at `title` says what the person before it is.
    fn is_apposed(&self, title: usize) -> bool {
        let article = title > self.floor && self.is(title - 1, Class::Article);
        let comma = title.checked_sub(1 + usize::from(article)).filter(|&at| at > self.floor);
        let person =
            |at: usize| self.entities.at(at).is_some_and(|(id, _)| self.entities.get(id).kind == EntityKind::Person);
        comma.is_some_and(|comma| self.word(comma) == "," && person(comma - 1))
    }

    /// Whether a title names several people at once: `founders`, `die Gründer`.
    fn is_several(&self, found: &Found<'_>) -> bool {
        let word = self.reading.document().folded(found.tokens.end - 1);
        let ends = |endings: &[String]| endings.iter().any(|ending| word.ends_with(ending.as_str()));
        let counted = || found.printed.start > self.floor && self.is(found.printed.start - 1, Class::Several);
        ends(&self.names.several_endings) || ends(&self.names.alike_endings) && counted()
    }

    /// `the minister of finance, Jane Roe`: a title with the field it is for, before a comma.
    fn field_before(&self, end: usize) -> Option<PersonRole> {
        let floor = self.floor.max(end.saturating_sub(FIELD));
        let of = (floor..end)
            .rev()
            .take_while(|&at| self.reading.document().tokens()[at].kind == TokenKind::Word)
            .find(|&at| (self.is(at, Class::TitleOf) || self.is(at, Class::Of)) && self.title_ending(at).is_some())?;
        let mut found = self.title_ending(of)?;
        found.printed = TokenRange::new(found.printed.start, end);
        Some(self.role(&found, None, TokenRange::new(found.printed.start, self.name.end)))
    }

    /// `Jane Roe becomes chief executive of Arden`; `Jane Roe joins from Arden as CFO`.
    fn becoming(&self) -> Option<PersonRole> {
        let mut planned = false;
        for at in self.name.end..self.ceiling.min(self.name.end + FIELD) {
            planned |= self.is(at, Class::Will);
            if matches!(self.word(at), "." | ";" | "(" | "," | ":" | "”" | "»") {
                return None;
            }
            if !self.is(at, Class::Copula) {
                continue;
            }
            for from in at + 1..self.ceiling.min(at + 4) {
                if let Some(found) = self.title_at(from, false, planned) {
                    let after = self.owner_after(found.printed.end);
                    let end = after.map_or(found.printed.end, |(_, tokens)| tokens.end);
                    return Some(self.role(&found, after.map(|(id, _)| id), TokenRange::new(self.name.start, end)));
                }
                if !self.is(from, Class::Article) && !self.is(from, Class::Planned) && !self.is(from, Class::Copula) {
                    break;
                }
            }
        }
        None
    }

    /// `Jane Roe, chief executive of Arden`; `Jane Roe, Arden's CEO`; `Jane Roe, its founder and chairman`.
    fn after(&self) -> Vec<PersonRole> {
        let mut at = self.name.end;
        let mut listed = false;
        while let Some(next) = self.list_follower(at) {
            at = next;
            listed = true;
        }
        if let Some(comma) = self.behind_bracket(at) {
            at = comma;
        }
        if !self.is_comma(at) {
            return if listed { Vec::new() } else { self.apposed().or_else(|| self.becoming()).into_iter().collect() };
        }
        let mut roles = Vec::new();
        let mut from = at + 1;
        let (mut owner, mut past, mut planned, mut own) = (None, false, false, false);
        while from < self.ceiling && from - at <= LEAD {
            // "Jane Roe, and the chairman": that is somebody else. "Jane Roe, which told the chairman": so is that.
            let small =
                |at: usize| self.is(at, Class::Of) || self.is(at, Class::TitleOf) || self.is(at, Class::AtPlace);
            let title = self.title_at(from, past, planned);
            // "Jane Roe, one of the founders"
            let one_of = || from == at + 3 && title.as_ref().is_some_and(|found| self.is_several(found));
            if from == at + 1 && self.is(from, Class::And) || from > at + 2 && small(from - 1) && !one_of() {
                break;
            }
            if let Some(mut found) = title {
                // "Jane Roe, Operations Manager"
                let other = |at: usize| self.is(at, Class::Nationality) || self.is(at, Class::Past);
                let field = |at: usize| self.is_capital(at) && self.entities.at(at).is_none() && !other(at);
                if from > at + 1 && from <= at + 1 + OPENING && (at + 1..=from).all(field) {
                    found.printed.start = at + 1;
                }
                if listed && !self.is_several(&found) {
                    return roles;
                }
                if found.title.shared {
                    found.printed.end = self.field_after(found.printed.end);
                }
                let after = self.owner_after(found.printed.end);
                let organization = after.map(|(id, _)| id).or(owner).or_else(|| own.then(|| self.nearest()).flatten());
                let end = after.map_or(found.printed.end, |(_, tokens)| tokens.end);
                roles.push(self.role(&found, organization, TokenRange::new(self.name.start, end)));
                return roles;
            }
            if let Some((id, tokens)) = self.organization_at(from) {
                owner = Some(id);
                from = tokens.end;
                continue;
            }
            // "Jane Roe, Norrow's prime minister"
            if let Some((id, tokens)) = self.entities.at(from)
                && self.entities.get(id).kind == EntityKind::Place
                && from == at + 1
            {
                from = tokens.end;
                continue;
            }
            past |= self.is(from, Class::Past);
            planned |= self.is(from, Class::Planned);
            own |= self.is_possessive(from);
            let stops = self.is_comma(from) && !(from == at + 2 && self.is_number(at + 1))
                || self.entities.at(from).is_some()
                || matches!(self.word(from), "." | ";" | ")" | "»" | "”");
            if stops {
                break;
            }
            from += 1;
        }
        roles
    }

    /// `Jane Roe (pictured), the founder of Arden`: the comma behind a bracket in which there is no title.
    fn behind_bracket(&self, at: usize) -> Option<usize> {
        if self.word(at) != "(" {
            return None;
        }
        let close = (at + 1..self.ceiling.min(at + LEAD)).find(|&at| self.word(at) == ")")?;
        let untitled = (at + 1..close).all(|at| self.reading.longest(&self.names.titles, at, close).is_none());
        (untitled && self.word(close + 1) == ",").then_some(close + 1)
    }

    /// `Jane Roe chairman of Arden`: the title right behind the name, with the organization it is of.
    fn apposed(&self) -> Option<PersonRole> {
        let found = self.title_at(self.name.end, false, false)?;
        let of = found.printed.end;
        let (id, tokens) = self.owner_after(of).filter(|_| self.is(of, Class::TitleOf) || self.is(of, Class::Of))?;
        Some(self.role(&found, Some(id), TokenRange::new(self.name.start, tokens.end)))
    }

    fn role(&self, found: &Found<'_>, organization: Option<EntityId>, evidence: TokenRange) -> PersonRole {
        let document = self.reading.document();
        let status = match (found.past, found.planned) {
            (true, _) => RoleStatus::Past,
            (_, true) => RoleStatus::Planned,
            _ => RoleStatus::Current,
        };
        PersonRole {
            title: Some(found.title.title.to_string()),
            title_text: Some(document.on_one_line(document.span(found.printed))),
            organization,
            status,
            evidence: Evidence::new(document.span(evidence), "title"),
        }
    }

    /// The title that ends right before `end`, with the adjectives before it.
    fn title_ending(&self, end: usize) -> Option<Found<'r>> {
        let (mut tokens, titles) = ending(self.reading, &self.names.titles, self.floor, end)?;
        let title = titles.first()?;
        // `founder and chairman`
        let mut start = tokens.start;
        if start > self.floor + 1
            && self.is(start - 1, Class::And)
            && let Some((first, _)) = ending(self.reading, &self.names.titles, self.floor, start - 1)
        {
            start = first.start;
        }
        let mut from = start;
        let (mut past, mut planned) = (false, false);
        while from > self.floor && start - from < 2 {
            past |= self.is(from - 1, Class::Past);
            planned |= self.is(from - 1, Class::Planned);
            if !past && !planned || self.is(from - 1, Class::Article) {
                break;
            }
            from -= 1;
        }
        past |= self.word(start).to_lowercase().starts_with("ex-");
        tokens.start = tokens.start.min(tokens.end);
        Some(Found { tokens, title, past, planned, printed: TokenRange::new(start, end) })
    }

    /// The title that starts at `at`, with a second one joined to it.
    fn title_at(&self, at: usize, past: bool, planned: bool) -> Option<Found<'r>> {
        let found = self.reading.longest(&self.names.titles, at, self.ceiling)?;
        let title = found.values.first()?;
        let mut end = found.tokens.end;
        if self.is(end, Class::And)
            && let Some(second) = self.reading.longest(&self.names.titles, end + 1, self.ceiling)
        {
            end = second.tokens.end;
        } else if self.is(end, Class::And) {
            end = self.same_office(found.tokens.start, end).unwrap_or(end);
        }
        let found =
            Found { tokens: found.tokens, title, past, planned, printed: TokenRange::new(found.tokens.start, end) };
        Some(found)
    }

    /// `head of northern mills of Arden`, `manager for roads,`: the end of the field that a title is for, up to a mark or whose it is.
    fn field_after(&self, title: usize) -> usize {
        let of = |at: usize| self.is(at, Class::Of) || self.is(at, Class::TitleOf);
        let small = |at: usize| of(at) || self.is(at, Class::Article);
        let word = |at: usize| self.reading.document().tokens()[at].kind == TokenKind::Word;
        let mut end = title;
        if !of(title) || title >= self.ceiling {
            return title;
        }
        while end < self.ceiling && word(end) && self.entities.at(end).is_none() {
            end += 1;
        }
        let stops =
            end >= self.ceiling || self.entities.at(end).is_some() || matches!(self.word(end), "," | "." | ";" | ")");
        while end > title && small(end - 1) {
            end -= 1;
        }
        if stops && end - title <= FIELD / 2 { end } else { title }
    }

    /// `chief strategist and marketing officer`: the end of a second title behind the conjunction at `and` that shares
    /// its first word with the one at `first`.
    fn same_office(&self, first: usize, and: usize) -> Option<usize> {
        let end = self.ceiling.min(and + 1 + OPENING);
        let words: Vec<_> = std::iter::once(first).chain(and + 1..end).map(|at| self.reading.word_id(at)).collect();
        let (length, _) = self.names.titles.longest(&words)?;
        (length > 1).then_some(and + length)
    }

    /// The organization a title before a name belongs to: `Arden's chief executive`, `Arden analyst`.
    fn owner_before(&self, title: usize) -> Option<EntityId> {
        let mut at = title;
        for _ in 0..4 {
            let before = at.checked_sub(1).filter(|&before| before >= self.floor)?;
            if let Some((id, _)) = self.organization_at(before) {
                return Some(id);
            }
            if self.is_possessive(before) {
                return self.nearest();
            }
            let crossed = matches!(self.word(before), "’s" | "'s" | "’" | "'")
                || self.is_joint(before)
                || self.is(before, Class::Past)
                || self.is(before, Class::Planned)
                || self.reading.document().tokens()[before].kind == TokenKind::Word
                    && !self.is(before, Class::Article)
                    && !self.is(before, Class::Common)
                    && self.entities.at(before).is_none();
            if !crossed {
                return None;
            }
            at = before;
        }
        None
    }

    /// The organization after a title: `of Arden`, `chez Arden`, `for Europe at Arden`.
    fn owner_after(&self, from: usize) -> Option<(EntityId, TokenRange)> {
        let mut at = from;
        let mut joined = false;
        while at < self.ceiling && at - from < 7 {
            if let Some(found) = self.organization_at(at) {
                return joined.then_some(found);
            }
            let preposition = self.is(at, Class::TitleOf) || self.is(at, Class::Of);
            joined |= preposition;
            let passes = preposition
                || self.is(at, Class::Article)
                || self.reading.document().tokens()[at].kind == TokenKind::Word && self.entities.at(at).is_none();
            if !passes || !joined && at > from {
                return None;
            }
            at += 1;
        }
        None
    }

    /// Over the preposition and article before an organization, back to the end of a title.
    fn over_preposition(&self, start: usize) -> Option<usize> {
        let mut at = start;
        let mut joined = false;
        while at > self.floor && start - at < 3 {
            let preposition = self.is(at - 1, Class::TitleOf);
            if !preposition && !self.is(at - 1, Class::Article) {
                break;
            }
            joined |= preposition;
            at -= 1;
        }
        joined.then_some(at)
    }

    fn organization_at(&self, at: usize) -> Option<(EntityId, TokenRange)> {
        let (id, tokens) = self.entities.at(at)?;
        match self.entities.get(id).kind {
            EntityKind::Company | EntityKind::Organization(_) => Some((id, tokens)),
            _ => None,
        }
    }

    /// The start of the person before `end` in a list of people.
    fn list_neighbour(&self, end: usize) -> Option<usize> {
        let mark = end.checked_sub(1).filter(|&mark| mark > self.floor)?;
        if !self.is(mark, Class::And) && self.word(mark) != "," {
            return None;
        }
        let (id, tokens) = self.entities.at(mark - 1)?;
        (self.entities.get(id).kind == EntityKind::Person && tokens.start >= self.floor).then_some(tokens.start)
    }

    /// The end of the person after `at` in a list of people.
    fn list_follower(&self, at: usize) -> Option<usize> {
        if !self.is(at, Class::And) && self.word(at) != "," {
            return None;
        }
        let (id, tokens) = self.entities.at(at + 1)?;
        (self.entities.get(id).kind == EntityKind::Person && tokens.end <= self.ceiling).then_some(tokens.end)
    }

    /// The company named last before this sentence's title: what "its" means, where it means one.
    fn nearest(&self) -> Option<EntityId> {
        let document = self.reading.document();
        let block = document.blocks().get(document.block_of(self.name.start))?.tokens;
        let from = block.start.max(self.name.start.saturating_sub(200));
        (from..self.name.start).rev().find_map(|at| self.organization_at(at).map(|(id, _)| id))
    }

    /// Whether a hyphen at `at` joins two words: "Arden-Chef".
    fn is_joint(&self, at: usize) -> bool {
        self.word(at) == "-" && self.reading.document().tokens().get(at).is_some_and(|token| !token.spaced)
    }

    fn is_possessive(&self, at: usize) -> bool {
        self.is(at, Class::Possessive)
    }

    fn is_capital(&self, at: usize) -> bool {
        self.reading.document().tokens().get(at).is_some_and(|token| token.case.has_capital())
    }

    fn is_number(&self, at: usize) -> bool {
        self.reading.document().tokens().get(at).is_some_and(|token| token.kind == TokenKind::Number)
    }
}

/// The longest phrase of a table that ends right before `end`.
fn ending<'n, T>(
    reading: &Reading<'_>,
    table: &'n crate::language::Phrases<T>,
    floor: usize,
    end: usize,
) -> Option<(TokenRange, &'n [T])> {
    (end.saturating_sub(6).max(floor)..end).find_map(|start| {
        let found = reading.longest(table, start, end)?;
        (found.tokens.end == end).then_some((found.tokens, found.values))
    })
}
