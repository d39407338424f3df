//! Names joined into lists: "A, B and the bank C".

use super::{Argument, PieceKind, Pieces};
use crate::language::lexicon::Function;

/// Words between the article of a list's member and its name.
const MEMBER: usize = 4;
/// Pieces of a bracket behind a name.
const BRACKET: usize = 5;

impl Pieces<'_> {
    /// The name at `at` and those joined to it on its left: "A, B and C".
    pub(in crate::facts) fn joined_left(&self, at: usize) -> Vec<Argument> {
        let mut found = Vec::new();
        let mut position = at;
        loop {
            let id = match self.kind(position) {
                Some(PieceKind::Entity(id)) => id,
                // "it and Arden"
                Some(PieceKind::Function(Function::Pronoun)) if !found.is_empty() => {
                    found.push(Argument::Anaphor(self.list[position].tokens));
                    break;
                }
                _ => break,
            };
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
                (true, Some(next)) => {
                    let name = self.before_bracket(next).unwrap_or(next);
                    // "Arden, and Boreal"
                    let comma = self.kind(name) == Some(PieceKind::Comma) && self.names(name.checked_sub(1));
                    position = if comma { name - 1 } else { name };
                }
                _ => break,
            }
        }
        found.reverse();
        found
    }

    /// What stands before the bracket that closes at `at`: "Arden *(Oslo)* and Boreal".
    fn before_bracket(&self, at: usize) -> Option<usize> {
        let opens = |at: &usize| self.kind(*at) == Some(PieceKind::Open);
        let close = Some(at).filter(|&at| self.kind(at) == Some(PieceKind::Close))?;
        (close.saturating_sub(BRACKET)..close).rev().find(opens)?.checked_sub(1)
    }

    /// The piece behind the bracket that may open at `at`, where a list goes on behind it.
    fn behind_bracket(&self, at: usize) -> usize {
        let closes = |at: &usize| self.kind(*at) == Some(PieceKind::Close);
        let close = || (at..self.list.len().min(at + BRACKET)).find(closes).map(|close| close + 1);
        let behind = if self.kind(at) == Some(PieceKind::Open) { close() } else { None };
        let joins = |at: &usize| self.kind(*at) == Some(PieceKind::Function(Function::Conjunction));
        behind.filter(joins).unwrap_or(at)
    }

    /// The name at `at` and those joined to it on its right.
    pub(in crate::facts) fn joined_right(&self, at: usize) -> Vec<Argument> {
        let mut found = Vec::new();
        let mut position = at;
        while let Some(PieceKind::Entity(id)) = self.kind(position) {
            found.push(Argument::Entity(id, self.list[position].tokens));
            position = self.behind_bracket(position + 1);
            let next = match self.kind(position) {
                Some(PieceKind::Function(Function::Conjunction)) => {
                    let next = self.member(position + 1).or_else(|| self.introduced_as(position - 1, position + 1));
                    next.filter(|&next| !self.opens_gapped(at, next))
                }
                Some(PieceKind::Comma)
                    if self.kind(position + 1) == Some(PieceKind::Function(Function::Conjunction)) =>
                {
                    self.member(position + 2).filter(|_| found.len() > 1)
                }
                Some(PieceKind::Comma) => self.member(position + 1).filter(|&next| self.list_goes_on(next)),
                _ => None,
            };
            let Some(next) = next else { break };
            position = next;
        }
        found
    }

    /// The name that a member of a list opening at `at` ends in: "the maker of boats Arden".
    pub(in crate::facts) fn member(&self, at: usize) -> Option<usize> {
        let opens = |at: usize| matches!(self.kind(at), Some(PieceKind::Function(Function::Determiner)));
        let noun = |at: usize| matches!(self.kind(at), Some(PieceKind::Word | PieceKind::Asset | PieceKind::Mark));
        // "The fund with a mission Arden", but not "the owner of Arden".
        let leads = |at: usize| {
            matches!(self.kind(at), Some(PieceKind::Function(Function::Preposition(_)))) && noun(at - 1) && noun(at + 1)
        };
        let mut name = at;
        // "existing backer Arden"
        let plain = |at: usize| noun(at) && !self.speaks(at);
        if !opens(name) && (1..=MEMBER).any(|words| (at..at + words).all(plain) && self.names(Some(at + words))) {
            while noun(name) {
                name += 1;
            }
        }
        // "à gestora de fundos Arden": the preposition holds the article.
        let held = || at.checked_sub(1).is_some_and(|before| self.holds_article(before)) && plain(at);
        if opens(name) || name == at && held() {
            name += 1;
            while name <= at + MEMBER && (noun(name) || leads(name)) {
                name += 1;
            }
        }
        let named = matches!(self.kind(name), Some(PieceKind::Entity(_)));
        if named { Some(name) } else { self.modified(at) }
    }

    /// Whether a list of names that goes on at `at` ends in a conjunction before a last name.
    fn list_goes_on(&self, at: usize) -> bool {
        let mut position = at;
        while let Some(PieceKind::Entity(_)) = self.kind(position) {
            match self.kind(position + 1) {
                Some(PieceKind::Function(Function::Conjunction)) => return true,
                Some(PieceKind::Comma) => match self.member(position + 2) {
                    Some(next) => position = next,
                    None => return self.kind(position + 2) == Some(PieceKind::Function(Function::Conjunction)),
                },
                _ => return false,
            }
        }
        false
    }
}
