//! The names of some of those who are told of together: "from its shareholders, among them Arden and Cairn".

use super::arguments::HEAD;
use super::{Argument, PieceKind, Pieces};
use crate::language::lexicon::{DealCue, Function};

impl Pieces<'_> {
    /// Those of a body who are named behind it, where the noun phrase from piece `from` ends at `at`: "its shareholders*,
    /// among them Arden*", "a group *of investors including Arden*".
    pub(super) fn listed(&self, from: usize, at: usize) -> Vec<Argument> {
        let is_body = |at: &usize| self.kind(*at) == Some(PieceKind::Body);
        let end = if (from..at).any(|at| is_body(&at)) { Some(at) } else { self.behind_body(at) };
        let Some(end) = end else { return Vec::new() };
        let words = end + usize::from(self.kind(end) == Some(PieceKind::Comma));
        let name = self.behind_cue(words, DealCue::Member).and_then(|behind| self.member(behind));
        name.map(|name| self.joined_right(name)).unwrap_or_default()
    }

    /// The piece behind the body that a preposition at `at` joins to a noun: "a group *of private investors*".
    fn behind_body(&self, at: usize) -> Option<usize> {
        let small =
            |at: &usize| matches!(self.kind(*at), Some(PieceKind::Word | PieceKind::Function(Function::Determiner)));
        let joins = matches!(self.kind(at), Some(PieceKind::Function(Function::Preposition(_))));
        let body = at + 1 + (at + 1..).take(HEAD).take_while(small).count();
        let found = joins && self.kind(body) == Some(PieceKind::Body);
        found.then(|| body + 1 + (body + 1..).take(HEAD).take_while(|at| small(at) && !self.names_members(*at)).count())
    }

    fn names_members(&self, at: usize) -> bool {
        self.behind_cue(at, DealCue::Member).is_some()
    }

    /// The piece behind the words of a cue that start at piece `at`.
    fn behind_cue(&self, at: usize, cue: DealCue) -> Option<usize> {
        let start = self.list.get(at)?.tokens.start;
        let found = self.reading.longest(&self.lexicon.deals.cues, start, self.tokens.end)?;
        found.values.contains(&cue).then(|| self.position(found.tokens.end))
    }
}
