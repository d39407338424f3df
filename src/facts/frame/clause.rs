//! Clauses that their verb closes, as in German: everything that plays a part stands to its left.

use super::{Argument, PieceKind, Pieces, Voice};
use crate::language::lexicon::schema::Role;
use crate::language::lexicon::{Frame, Function, Tense};
use crate::text::TokenRange;

/// A clause and the verb at its end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clause {
    /// Position of its first piece.
    first: usize,
    /// Position of its verb.
    verb: usize,
    /// Whether the subject is acted upon.
    pub passive: bool,
    /// Position of the auxiliary, where it stands before the verb.
    auxiliary: Option<usize>,
}

impl Clause {
    /// The clause that the verb between two pieces closes; `None` where the language has none of this kind, or the clause
    /// goes on behind it.
    pub(super) fn closed_by(pieces: &Pieces<'_>, start: usize, end: usize, tense: Tense) -> Option<Self> {
        if !pieces.lexicon.grammar.verb_last {
            return None;
        }
        let helps = |kind| {
            matches!(kind, PieceKind::Function(Function::Be | Function::Have | Function::Control | Function::Reflexive))
        };
        let behind = pieces.list[end.min(pieces.list.len())..].iter().take_while(|piece| helps(piece.kind)).count();
        let closes = match pieces.list.get(end + behind).map(|piece| piece.kind) {
            None | Some(PieceKind::Comma | PieceKind::Break | PieceKind::Mark | PieceKind::Close) => true,
            Some(PieceKind::Function(Function::Conjunction | Function::Subordinator)) => true,
            Some(_) => false,
        };
        let opens = |at: &usize| {
            matches!(pieces.list[*at].kind, PieceKind::Break | PieceKind::Function(Function::Subordinator))
        };
        let first = (0..start).rev().find(opens).map_or(0, |at| at + 1);
        let auxiliary = (first..start).find(|&at| helps(pieces.list[at].kind));
        let is_be = |at: usize| pieces.list[at].kind == PieceKind::Function(Function::Be);
        let be = (first..start).any(is_be) || (end..(end + behind).min(pieces.list.len())).any(is_be);
        let subordinate =
            first.checked_sub(1).is_some_and(|at| pieces.list[at].kind == PieceKind::Function(Function::Subordinator));
        let closes = closes && (subordinate || !tense.is_finite());
        closes.then_some(Self { first, verb: start, passive: be && tense == Tense::Participle, auxiliary })
    }

    pub(super) fn voice(&self) -> Voice {
        if self.passive { Voice::Passive } else { Voice::Active }
    }

    /// Whether something in it makes the verb negative.
    pub(super) fn is_negated(&self, pieces: &Pieces<'_>) -> bool {
        pieces.list[self.first..self.verb].iter().any(|piece| piece.kind == PieceKind::Function(Function::Negator))
    }

    /// The positions of its pieces before the verb.
    pub(super) fn positions(&self) -> std::ops::Range<usize> {
        self.first..self.verb
    }

    /// Who plays which part: names without a preposition are the subject, before the auxiliary, and the object; the
    /// others play what their preposition says.
    /// `noun` is the noun that the verb governs.
    pub(super) fn roles(&self, pieces: &Pieces<'_>, frame: &Frame, noun: Option<usize>) -> Vec<(Role, Argument)> {
        let mut roles = Vec::new();
        let mut free = Vec::new();
        let mut asset = None;
        let mut depth = 0usize;
        for position in self.positions() {
            let piece = pieces.list[position];
            match piece.kind {
                PieceKind::Open => depth += 1,
                PieceKind::Close => depth = depth.saturating_sub(1),
                // "Boreal (Arden)": an aside.
                _ if depth > 0 => {}
                PieceKind::Entity(id) if !pieces.is_compounded(position) => {
                    let argument = Argument::Entity(id, piece.tokens);
                    let governed = pieces.governing_phrase(position);
                    match governed.or_else(|| noun.and_then(|noun| pieces.genitive_of(noun, position))) {
                        None => free.push((position, argument)),
                        Some((preposition, at)) => {
                            let own = noun.is_some_and(|noun| pieces.belongs_to(noun, at));
                            let acts = self.passive && !own && pieces.lexicon.grammar.agent == Some(preposition);
                            let elsewhere = frame.again.filter(|_| noun.is_some() && !own);
                            let role = frame.after(preposition);
                            let role = role.map(|role| elsewhere.filter(|_| role == Role::Target).unwrap_or(role));
                            let role = frame.subject.filter(|_| acts).or(role);
                            roles.extend(role.map(|role| (role, argument)));
                        }
                    }
                }
                // "die Boreal-Tochter" is somebody named before.
                PieceKind::Asset if position >= 2 && pieces.is_compounded(position - 2) && self.passive => {
                    asset = Some(Argument::Description(piece.tokens));
                }
                PieceKind::Asset => asset = Some(Argument::Asset(piece.tokens)),
                PieceKind::Money(sum) => roles.push((Role::Amount, Argument::Money(sum))),
                PieceKind::Percentage(share) => roles.push((Role::Stake, Argument::Percentage(share))),
                _ => {}
            }
        }
        let before = |position: usize| self.auxiliary.is_none_or(|auxiliary| position < auxiliary);
        let (subject, object) = match free.as_slice() {
            [] => (None, None),
            [(_, one)] if self.passive => (None, Some(*one)),
            [(position, one)] if before(*position) && self.auxiliary.is_some() => (Some(*one), None),
            // What it acts on has no name.
            [(_, one)] if asset.is_some() || noun.is_some() => (Some(*one), None),
            [(_, one)] => (None, Some(*one)),
            [(_, first), .., (_, last)] if !self.passive => (Some(*first), Some(*last)),
            [(_, first), ..] => (None, Some(*first)),
        };
        let object = if frame.needs_object { object.filter(|_| self.passive) } else { object.or(asset) };
        roles.extend(frame.subject.zip(subject));
        roles.extend(frame.object.zip(object));
        roles
    }

    /// The part of a subject that is only described.
    pub(super) fn elided(&self, pieces: &Pieces<'_>, frame: &Frame, roles: &[(Role, Argument)]) -> Option<Role> {
        let role =
            if self.passive && !frame.needs_object { frame.object } else { frame.subject.filter(|_| !self.passive) };
        let missing = role.filter(|role| roles.iter().all(|(known, _)| known != role));
        let verb = self.auxiliary.unwrap_or(self.verb);
        missing.filter(|_| pieces.has_definite(verb, false))
    }

    /// The words of the verb and of a noun it governs.
    pub(super) fn trigger(pieces: &Pieces<'_>, verb: TokenRange, noun: Option<usize>) -> TokenRange {
        noun.map_or(verb, |noun| TokenRange::new(pieces.list[noun].tokens.start, verb.end))
    }
}
