//! Pronouns that stand for a party named before: possessives, and those right before a verb.

use super::arguments::MODIFIERS;
use super::{Argument, PieceKind, Pieces};
use crate::language::Class;
use crate::language::lexicon::{DealCue, Function};
use crate::text::TokenRange;

/// Pieces of an aside that says what of whose something is.
const ASIDE: usize = 12;

impl Pieces<'_> {
    /// The possessive pronoun of the noun phrase whose noun stands at `noun`: "its long planned purchase".
    pub(in crate::facts) fn possessive(&self, noun: usize) -> Option<TokenRange> {
        let modifies = |kind| {
            matches!(
                kind,
                PieceKind::Word
                    | PieceKind::Money(_)
                    | PieceKind::Percentage(_)
                    | PieceKind::Mark
                    | PieceKind::Function(Function::Control)
            )
        };
        let opening = self.list[..noun].iter().rev().take(MODIFIERS + 1).find(|piece| !modifies(piece.kind))?;
        let is = self.lexicon.names.is(self.reading.word_id(opening.tokens.start), Class::Possessive);
        (is && opening.kind == PieceKind::Function(Function::Determiner)).then_some(opening.tokens)
    }

    /// The possessive pronoun before a noun for a part of a company and its name, which stands at `name`: "*its* paper
    /// unit Arden".
    pub(in crate::facts) fn whose_part(&self, name: usize) -> Option<TokenRange> {
        let words = |at: &usize| {
            matches!(self.list[*at].kind, PieceKind::Word | PieceKind::Asset | PieceKind::Body | PieceKind::Comma)
        };
        let first = (0..name).rev().take(MODIFIERS).take_while(words).last()?;
        let part = |at: usize| self.has_cue(self.list[at].tokens.start, DealCue::Asset);
        let article = first.checked_sub(1).filter(|_| (first..name).any(part))?;
        let owner = self.list[article].tokens;
        let own = self.lexicon.names.is(self.reading.word_id(owner.start), Class::Possessive);
        (own && self.list[article].kind == PieceKind::Function(Function::Determiner)).then_some(owner)
    }

    /// The pronoun that is the object of the verb at piece `verb`: an article right before it and its auxiliary ("l'a cédée").
    pub(super) fn clitic(&self, verb: usize) -> Option<TokenRange> {
        let before = self.before_auxiliaries(verb)?;
        let article = self.list[before].kind == PieceKind::Function(Function::Determiner);
        let one = self.list[before].tokens.len() == 1;
        let own = self.lexicon.names.is(self.reading.word_id(self.list[before].tokens.start), Class::Possessive);
        (article && one && !own && !self.is_indefinite(before)).then_some(self.list[before].tokens)
    }

    /// The pronoun before the verb at piece `verb` that says of whom its object is a part: "en acquiert 65 %".
    pub(super) fn partitive(&self, verb: usize) -> Option<TokenRange> {
        let before = self.before_auxiliaries(verb)?;
        let found = match self.list[before].kind {
            PieceKind::Function(Function::Preposition(preposition)) => {
                self.lexicon.grammar.partitive == Some(preposition)
            }
            _ => false,
        };
        found.then_some(self.list[before].tokens)
    }

    /// The piece before the verb at piece `verb` and its auxiliary.
    fn before_auxiliaries(&self, verb: usize) -> Option<usize> {
        let have = verb.checked_sub(1).is_some_and(|at| self.list[at].kind == PieceKind::Function(Function::Have));
        verb.checked_sub(1 + usize::from(have))
    }

    /// The name of which what stands between the comma at `comma` and the next one is a part: "Arden, the peas brand *of
    /// Cairn*,", "Arden, *Cairn*'s peas brand,".
    pub(in crate::facts) fn part_in_aside(&self, comma: usize) -> Option<usize> {
        let opens = self.kind(comma + 1) == Some(PieceKind::Function(Function::Determiner));
        let ends = |at: &usize| matches!(self.list[*at].kind, PieceKind::Comma | PieceKind::Break | PieceKind::Close);
        let end = (comma + 1..self.list.len()).take(ASIDE).find(ends).unwrap_or(self.list.len().min(comma + ASIDE));
        let is_part = |at: &usize| matches!(self.kind(*at), Some(PieceKind::Asset | PieceKind::Body));
        // "Arden, Cairn's rail arm,"
        let owned = matches!(self.kind(comma + 1), Some(PieceKind::Entity(_)))
            && self.kind(comma + 2) == Some(PieceKind::Possessive);
        if owned && end.checked_sub(1).is_some_and(|last| is_part(&last)) {
            return Some(comma + 1);
        }
        let sold = (comma + 1..end).find(is_part);
        let plain =
            |at: &usize| !matches!(self.list[*at].kind, PieceKind::Entity(_) | PieceKind::Function(Function::Relative));
        let of = self.lexicon.grammar.of.map(|of| PieceKind::Function(Function::Preposition(of)));
        let last = (sold?..end).take_while(plain).filter(|&at| self.kind(at) == of).last()?;
        let name = self.member(last + 1).or_else(|| self.names(Some(last + 1)).then_some(last + 1))?;
        let closes = name + 1 >= end
            || matches!(self.kind(name + 1), Some(PieceKind::Function(Function::Preposition(_)) | PieceKind::Mark));
        (opens && closes).then_some(name)
    }

    /// `subject`, or what an aside says that it owns: "*Arden*, the mill owned by Cairn, was sold".
    pub(super) fn without_owner(&self, subject: Vec<Argument>) -> Vec<Argument> {
        let [Argument::Entity(_, name)] = subject.as_slice() else { return subject };
        let name = self.position(name.start);
        let owner = |at: usize| {
            let start = self.list[at].tokens.start;
            self.reading.longest(&self.lexicon.deals.owners, start, self.tokens.end).is_some()
        };
        let comma = (0..name).rev().take(ASIDE).find(|&at| self.kind(at) == Some(PieceKind::Comma));
        let owned = comma.filter(|comma| (comma + 1..name).any(owner)).and_then(|comma| comma.checked_sub(1));
        match owned.and_then(|owned| Some((self.kind(owned)?, self.list[owned].tokens))) {
            Some((PieceKind::Entity(id), tokens)) => vec![Argument::Entity(id, tokens)],
            _ => subject,
        }
    }
}
