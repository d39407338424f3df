//! Who stands before, after and behind the prepositions of a trigger.

use super::{Piece, PieceKind, Pieces};
use crate::entities::EntityId;
use crate::language::lexicon::{Function, Preposition};
use crate::language::{Class, NameKind, Place};
use crate::text::TokenRange;

/// What fills a place of a frame.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::facts) enum Argument {
    /// A named party.
    Entity(EntityId, TokenRange),
    /// Something sold that has no name of its own ("63 shops").
    Asset(TokenRange),
    /// A pronoun or possessive that stands for a party named before.
    Anaphor(TokenRange),
    /// A definite description of a party named before ("the Irish distiller").
    Description(TokenRange),
    /// A sum, as a position in the mentions.
    Money(usize),
    /// A percentage, as a position in the mentions.
    Percentage(usize),
}

/// What stands behind a preposition.
#[derive(Debug)]
pub(super) struct Phrase {
    pub preposition: Preposition,
    /// Position of the preposition.
    pub at: usize,
    pub arguments: Vec<Argument>,
}

/// How many words may stand between a preposition or article and the name it governs.
const MODIFIERS: usize = 5;
/// How many pieces a relative clause may run before its verb.
const CLAUSE: usize = 12;
/// How far to the right arguments are looked for, in pieces.
const REACH: usize = 48;

impl Pieces<'_> {
    fn kind(&self, at: usize) -> Option<PieceKind> {
        self.list.get(at).map(|piece| piece.kind)
    }

    /// The preposition that governs the noun phrase ending in the name at `at`, and where it stands.
    fn governor(&self, at: usize) -> Option<(Preposition, usize)> {
        let mut words = 0;
        for position in (0..at).rev() {
            match self.list[position].kind {
                PieceKind::Function(Function::Preposition(preposition)) => return Some((preposition, position)),
                PieceKind::Function(Function::Determiner) | PieceKind::Mark => {}
                PieceKind::Word | PieceKind::Asset | PieceKind::Name if words < MODIFIERS => words += 1,
                PieceKind::Function(Function::Conjunction) if self.names(position.checked_sub(1)) => {
                    return self.governor(position - 1);
                }
                // "Around Arden, Boreal …" is no list.
                PieceKind::Comma if self.names(position.checked_sub(1)) && self.goes_on(at + 1) => {
                    return self.governor(position - 1);
                }
                _ => return None,
            }
        }
        None
    }

    fn names(&self, at: Option<usize>) -> bool {
        at.is_some_and(|at| matches!(self.kind(at), Some(PieceKind::Entity(_))))
    }

    /// Whether a list of names goes on with what joins at `at`.
    fn goes_on(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(PieceKind::Comma | PieceKind::Function(Function::Conjunction)))
            && self.names(Some(at + 1))
    }

    /// The subject of the verb (or the owner of the noun) that starts at piece `from`: the nearest name to the left that
    /// nothing else governs, with the names it is joined to.
    pub(super) fn subject(&self, from: usize) -> Vec<Argument> {
        let mut fallback = None;
        let mut at = from;
        while at > 0 {
            at -= 1;
            match self.list[at].kind {
                PieceKind::Entity(id) => match self.governor(at) {
                    Some((_, position)) => {
                        // "The board of Arden" acts for Arden; "the owner of Arden" is somebody else.
                        let acts = position > 0 && self.list[position - 1].kind == PieceKind::Body;
                        let aside = self.kind(at + 1) == Some(PieceKind::Comma)
                            && position > 0
                            && self.opens_aside(position - 1);
                        if acts && !aside {
                            return vec![Argument::Entity(id, self.list[at].tokens)];
                        }
                        at = position;
                    }
                    None if self.follows_control(at) => {
                        fallback.get_or_insert(Argument::Entity(id, self.list[at].tokens));
                    }
                    None => return self.joined_left(at),
                },
                PieceKind::Function(Function::Pronoun) => return vec![Argument::Anaphor(self.list[at].tokens)],
                PieceKind::Function(Function::Relative) if fallback.is_none() && from - at <= CLAUSE => {
                    return self.antecedent(at);
                }
                PieceKind::Close => {
                    while at > 0 && self.list[at].kind != PieceKind::Open {
                        at -= 1;
                    }
                }
                PieceKind::Function(Function::Subordinator) => break,
                _ => {}
            }
        }
        fallback.into_iter().collect()
    }

    /// Whether the name at `at` is the object of a verb of saying or deciding right before it.
    fn follows_control(&self, at: usize) -> bool {
        at > 0 && self.list[at - 1].kind == PieceKind::Function(Function::Control)
    }

    /// Whether the words before `at` are a definite noun phrase without a name ("the group has"); of a noun trigger it is
    /// only the determiner right before it that counts.
    pub(super) fn has_definite(&self, at: usize, noun: bool) -> bool {
        let mut words = 0;
        let mut position = at;
        while position > 0 {
            position -= 1;
            let start = self.list[position].tokens.start;
            match self.list[position].kind {
                PieceKind::Entity(_) if !noun => match self.governor(position) {
                    Some((_, preposition)) => position = preposition,
                    None => return false,
                },
                PieceKind::Function(Function::Determiner) => {
                    let grammar = &self.lexicon.grammar;
                    return self.reading.longest(&grammar.indefinites, start, self.tokens.end).is_none();
                }
                PieceKind::Word | PieceKind::Asset | PieceKind::Body | PieceKind::Mark | PieceKind::Name
                    if words < MODIFIERS =>
                {
                    words += 1;
                }
                PieceKind::Function(Function::Be | Function::Have | Function::Control | Function::Reflexive)
                    if !noun => {}
                // "The group, owner of Arden and Cairn, has": what stands between commas is passed over.
                PieceKind::Comma | PieceKind::Function(Function::Conjunction) if !noun && at - position <= CLAUSE => {}
                _ => return false,
            }
        }
        false
    }

    /// The nearest name before a relative pronoun.
    fn antecedent(&self, relative: usize) -> Vec<Argument> {
        self.list[..relative]
            .iter()
            .rev()
            .take(12)
            .find_map(|piece| match piece.kind {
                PieceKind::Entity(id) => Some(Argument::Entity(id, piece.tokens)),
                _ => None,
            })
            .into_iter()
            .collect()
    }

    /// The name at `at` and those joined to it on its left: "A, B and C".
    fn joined_left(&self, at: usize) -> Vec<Argument> {
        let mut found = Vec::new();
        let mut position = at;
        while let Some(PieceKind::Entity(id)) = self.kind(position) {
            let Some(before) = position.checked_sub(1) else {
                found.push(Argument::Entity(id, self.list[position].tokens));
                break;
            };
            // "Arden, the holding,": what follows the comma only says what Arden is.
            let same = before > 0 && self.kind(before - 1) == Some(PieceKind::Entity(id));
            if self.kind(before) == Some(PieceKind::Comma) && same {
                position = before - 1;
                continue;
            }
            found.push(Argument::Entity(id, self.list[position].tokens));
            let before = self.opening(before);
            let joins = match self.list[before].kind {
                PieceKind::Function(Function::Conjunction) => true,
                PieceKind::Comma => found.len() > 1,
                _ => false,
            };
            match (joins, before.checked_sub(1)) {
                (true, Some(next)) => position = self.before_apposition(next).unwrap_or(next),
                _ => break,
            }
        }
        found.reverse();
        found
    }

    /// The name that an apposition ending in the comma at `comma` is about: "Arden, owner of Cairn, and".
    fn before_apposition(&self, comma: usize) -> Option<usize> {
        if self.kind(comma) != Some(PieceKind::Comma) {
            return None;
        }
        let first = comma.saturating_sub(CLAUSE);
        let opening = (first..comma).rev().find(|&at| self.kind(at) == Some(PieceKind::Comma))?;
        let name = opening.checked_sub(1)?;
        matches!(self.kind(name), Some(PieceKind::Entity(_))).then_some(name)
    }

    /// The name at `at` and those joined to it on its right.
    fn joined_right(&self, at: usize) -> Vec<Argument> {
        let mut found = Vec::new();
        let mut position = at;
        while let Some(PieceKind::Entity(id)) = self.kind(position) {
            found.push(Argument::Entity(id, self.list[position].tokens));
            position += 1;
            position = match (self.kind(position), self.kind(position + 1)) {
                (Some(PieceKind::Function(Function::Conjunction)), _) => {
                    match self.introduced_as(position - 1, position + 1) {
                        Some(name) => name,
                        None => break,
                    }
                }
                (Some(PieceKind::Comma), Some(PieceKind::Entity(_))) if self.list_goes_on(position + 1) => position + 1,
                _ => break,
            };
        }
        found
    }

    /// Whether a list of names that goes on at `at` ends in a conjunction before a last name.
    fn list_goes_on(&self, at: usize) -> bool {
        let mut position = at;
        while let Some(PieceKind::Entity(_)) = self.kind(position) {
            match self.kind(position + 1) {
                Some(PieceKind::Function(Function::Conjunction)) => return true,
                Some(PieceKind::Comma) => position += 2,
                _ => return false,
            }
        }
        false
    }

    /// The object that starts at piece `from`: names, something sold, or nothing.
    pub(super) fn object(&self, from: usize) -> Vec<Argument> {
        let mut words = 0;
        let mut start = None;
        let mut article = None;
        for position in from..self.list.len().min(from + REACH) {
            let piece = self.list[position];
            match piece.kind {
                PieceKind::Entity(_) => {
                    if self.kind(position + 1) == Some(PieceKind::Possessive) {
                        return self.owned(position, start.unwrap_or(piece.tokens.start));
                    }
                    return self.joined_right(self.described(position).unwrap_or(position));
                }
                PieceKind::Asset | PieceKind::Word
                    if article.is_some_and(|article| self.describes(article, position)) =>
                {
                    if let Some(name) = self.name_of(position) {
                        return self.joined_right(name);
                    }
                    let sold = self.asset(position, piece.tokens.start);
                    if matches!(sold.first(), Some(Argument::Entity(..))) {
                        return sold;
                    }
                    let first = start.unwrap_or(piece.tokens.start);
                    return vec![Argument::Description(TokenRange::new(first, piece.tokens.end))];
                }
                PieceKind::Asset | PieceKind::Word
                    if article.is_some_and(|article| article + 1 == position) && self.is_named(position) =>
                {
                    return self.joined_right(self.name_of(position).unwrap_or(position));
                }
                PieceKind::Asset => {
                    return self.asset(position, start.unwrap_or(piece.tokens.start));
                }
                PieceKind::Function(Function::Pronoun) => return vec![Argument::Anaphor(piece.tokens)],
                PieceKind::Money(index) => return vec![Argument::Money(index)],
                PieceKind::Percentage(index) => return vec![Argument::Percentage(index)],
                PieceKind::Function(Function::Determiner) => article = Some(position),
                PieceKind::Mark | PieceKind::Body | PieceKind::Date => {}
                PieceKind::Word | PieceKind::Name if words < MODIFIERS => {
                    start.get_or_insert(piece.tokens.start);
                    words += 1;
                }
                _ => break,
            }
        }
        Vec::new()
    }

    /// Whether the article at `article` and the noun at `noun` mean a company named before: the article is definite, the
    /// noun one for companies, and no name follows that it belongs to.
    fn describes(&self, article: usize, noun: usize) -> bool {
        let at = |position: usize| self.list[position].tokens.start;
        let grammar = &self.lexicon.grammar;
        let indefinite = self.reading.longest(&grammar.indefinites, at(article), self.tokens.end).is_some();
        let names = &self.lexicon.names;
        let company = || {
            let cues = names.cues(Place::Before);
            let cue = self.reading.longest(cues, at(noun), self.tokens.end);
            cue.is_some_and(|found| found.values.iter().any(|cue| cue.kind == NameKind::Company))
                || names.is(self.reading.word_id(at(noun)), Class::Nationality) && !self.continues(noun)
        };
        !indefinite && company() && !matches!(self.kind(noun + 1), Some(PieceKind::Entity(_)))
    }

    /// The name that ends the noun phrase whose noun stands at `noun`: "the manager of funds Arden".
    pub(super) fn name_of(&self, noun: usize) -> Option<usize> {
        let goes_on = |at: &usize| {
            matches!(
                self.kind(*at),
                Some(
                    PieceKind::Word
                        | PieceKind::Asset
                        | PieceKind::Function(Function::Preposition(_) | Function::Determiner)
                )
            )
        };
        let end = (noun + 1..self.list.len().min(noun + 1 + MODIFIERS)).find(|at| !goes_on(at))?;
        let named = matches!(self.kind(end), Some(PieceKind::Entity(_)))
            && matches!(self.kind(end - 1), Some(PieceKind::Word | PieceKind::Asset));
        named.then_some(end)
    }

    /// Whether a noun phrase goes on behind the piece at `at`.
    fn continues(&self, at: usize) -> bool {
        matches!(self.kind(at + 1), Some(PieceKind::Word | PieceKind::Asset | PieceKind::Entity(_)))
    }

    /// Whether the noun at `noun` opens an apposition: "Arden, owner of Cairn,".
    fn opens_aside(&self, noun: usize) -> bool {
        let before = self.before(noun, 2).find(|piece| piece.kind != PieceKind::Function(Function::Determiner));
        before.is_some_and(|piece| piece.kind == PieceKind::Comma)
    }

    /// Whether a preposition governs the name at `at`.
    pub(in crate::facts) fn is_governed(&self, at: usize) -> bool {
        self.governor(at).is_some()
    }

    /// The preposition that governs the name at `at`, and where it stands.
    pub(super) fn governing_phrase(&self, at: usize) -> Option<(Preposition, usize)> {
        self.governor(at)
    }

    /// The preposition that governs the name at `at`.
    pub(in crate::facts) fn governing_preposition(&self, at: usize) -> Option<Preposition> {
        self.governor(at).map(|(preposition, _)| preposition)
    }

    /// The name that the name at `at` and the noun behind it only describe: "Arden maker Boreal".
    fn described(&self, at: usize) -> Option<usize> {
        let document = self.reading.document();
        let noun = |position: usize| {
            let tokens = self.list.get(position)?.tokens;
            let lower = document.word(tokens.start).starts_with(char::is_lowercase);
            (lower && matches!(self.kind(position), Some(PieceKind::Word | PieceKind::Asset))).then_some(position)
        };
        let first = noun(at + 1)?;
        let last = noun(first + 1).unwrap_or(first);
        matches!(self.kind(last + 1), Some(PieceKind::Entity(_))).then_some(last + 1)
    }

    /// "Arden’s paper business": something of the name at `at`, or the name itself where nothing sold follows.
    fn owned(&self, at: usize, start: usize) -> Vec<Argument> {
        let owner = match self.list[at].kind {
            PieceKind::Entity(id) => Argument::Entity(id, self.list[at].tokens),
            _ => return Vec::new(),
        };
        for position in at + 2..self.list.len().min(at + 2 + MODIFIERS) {
            match self.list[position].kind {
                PieceKind::Asset => return self.asset(position, start),
                PieceKind::Entity(_) => return self.joined_right(position),
                PieceKind::Word | PieceKind::Name | PieceKind::Mark => {}
                _ => break,
            }
        }
        vec![owner]
    }

    /// Something sold, whose noun stands at `at`: by its name where one follows ("its paper unit Arden").
    fn asset(&self, at: usize, start: usize) -> Vec<Argument> {
        let mut end = at;
        while matches!(self.kind(end + 1), Some(PieceKind::Asset)) {
            end += 1;
        }
        let mut next = end + 1;
        if matches!(self.kind(next), Some(PieceKind::Comma | PieceKind::Mark)) {
            next += 1;
        }
        match self.kind(next) {
            Some(PieceKind::Entity(_)) => self.joined_right(next),
            _ => vec![Argument::Asset(TokenRange::new(start, self.list[self.extended(end)].tokens.end))],
        }
    }

    /// Whether the piece at `at` owns what follows: "Boreal’s bid".
    pub(super) fn possessor(&self, noun: usize) -> Option<Argument> {
        let mut words = 0;
        for position in (0..noun).rev() {
            match self.list[position].kind {
                PieceKind::Possessive => {
                    return match self.kind(position.checked_sub(1)?)? {
                        PieceKind::Entity(id) => Some(Argument::Entity(id, self.list[position - 1].tokens)),
                        _ => None,
                    };
                }
                PieceKind::Word
                | PieceKind::Money(_)
                | PieceKind::Percentage(_)
                | PieceKind::Mark
                | PieceKind::Name
                    if words < MODIFIERS =>
                {
                    words += 1
                }
                _ => return None,
            }
        }
        None
    }

    /// A name that stands right before a noun: "the Arden takeover".
    pub(super) fn compound(&self, noun: usize) -> Option<Argument> {
        let before = noun.checked_sub(1)?;
        match self.list[before].kind {
            PieceKind::Entity(id) => Some(Argument::Entity(id, self.list[before].tokens)),
            _ => None,
        }
    }

    /// What stands behind each preposition to the right of piece `from`, in order, up to the next clause.
    pub(super) fn prepositional(&self, from: usize) -> Vec<Phrase> {
        let mut found = Vec::new();
        let mut depth = 0usize;
        for position in from..self.list.len().min(from + REACH) {
            match self.list[position].kind {
                PieceKind::Open => depth += 1,
                PieceKind::Close => depth = depth.saturating_sub(1),
                PieceKind::Break if self.reading.document().word(self.list[position].tokens.start) == ";" => break,
                PieceKind::Function(Function::Subordinator) => break,
                // Behind a quotation somebody else speaks.
                PieceKind::Mark
                    if matches!(self.reading.document().word(self.list[position].tokens.start), "”" | "»") =>
                {
                    break;
                }
                PieceKind::Function(Function::Relative) if position > from + 1 => break,
                PieceKind::Function(Function::Preposition(preposition)) if depth == 0 => {
                    let arguments = self.object(position + 1);
                    if !arguments.is_empty() {
                        found.push(Phrase { preposition, at: position, arguments });
                    }
                }
                _ => {}
            }
        }
        found
    }

    /// The pieces before `at`, nearest first, at most `count`.
    pub(super) fn before(&self, at: usize, count: usize) -> impl Iterator<Item = &Piece> {
        self.list[..at].iter().rev().take(count)
    }
}
