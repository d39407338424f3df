//! What is said between commas of a name, set aside: "Boreal, *the owner of Cairn*, buys Arden".
//!
//! A sentence is read as it stands and without its asides; a trigger outside of them speaks as it does without, unless fewer of its
//! parts are filled then.

use super::found::FrameMatch;
use super::{Piece, PieceKind, Pieces};
use crate::entities::EntityId;
use crate::language::lexicon::Function;

/// Pieces of an aside at most.
const LONGEST: usize = 24;
/// Pieces in which an aside that is a price says how much.
const PRICE: usize = 4;

impl Pieces<'_> {
    /// The sentence without its asides; nothing where it has none.
    pub(super) fn without_asides(&self) -> Option<Self> {
        let mut list: Vec<Piece> = Vec::with_capacity(self.list.len());
        let mut at = 0;
        while let Some(piece) = self.list.get(at) {
            match self.end_of_named_aside(at) {
                Some(end) => at = end,
                None => {
                    list.push(*piece);
                    at += 1;
                }
            }
        }
        let shorter = Self { list, lexicon: self.lexicon, reading: self.reading, tokens: self.tokens };
        (shorter.list.len() < self.list.len()).then_some(shorter)
    }

    /// Those named before token `to` of whom an aside only says whose something is: "Boreal, owner of *Cairn*, has".
    pub(in crate::facts) fn named_in_asides(&self, to: usize) -> Vec<EntityId> {
        let aside = |at: usize| {
            let comma = |at: usize| at > 0 && self.list[at - 1].kind == PieceKind::Comma;
            self.governing_phrase(at).is_some_and(|(preposition, position)| {
                // "dona da" is a preposition of its own.
                let long = self.list[position].tokens.len() > 1;
                let of = self.lexicon.grammar.of == Some(preposition);
                let noun = position.checked_sub(1).filter(|_| of);
                comma(position) && (of || long) || noun.is_some_and(|noun| comma(noun) || self.opens_aside(noun))
            })
        };
        let before = self.list.iter().enumerate().take(self.position(to));
        let named = before.filter_map(|(at, piece)| match piece.kind {
            PieceKind::Entity(id) => Some((at, id)),
            _ => None,
        });
        named.filter(|(at, _)| aside(*at)).map(|(_, id)| id).collect()
    }

    /// The piece behind the aside that opens at `at`, with a comma behind a name.
    fn end_of_named_aside(&self, at: usize) -> Option<usize> {
        let kind = |at: usize| self.list.get(at).map(|piece| piece.kind);
        let opens = kind(at) == Some(PieceKind::Comma) && at > 0;
        let relative = kind(at + 1) == Some(PieceKind::Function(Function::Relative));
        let named = opens
            && match kind(at - 1) {
                Some(PieceKind::Entity(_)) => true,
                // "The paper mill, which has 40 employees, goes to"
                Some(PieceKind::Asset) => relative,
                _ => false,
            };
        if !named {
            return None;
        }
        let begins = match kind(at + 1)? {
            PieceKind::Function(Function::Determiner | Function::Relative) => true,
            // "Boreal, *itself a unit of Cairn*,"
            PieceKind::Function(Function::Pronoun) => kind(at + 2) == Some(PieceKind::Function(Function::Determiner)),
            // "Arden, *the holding* of Boreal,"
            PieceKind::Entity(_) if kind(at + 1) == kind(at - 1) => true,
            PieceKind::Word | PieceKind::Asset | PieceKind::Name | PieceKind::Body => true,
            PieceKind::Function(Function::Preposition(_)) => self.is_price(at + 1),
            _ => false,
        };
        if !begins {
            return None;
        }
        let ends = |at: &usize| matches!(self.list[*at].kind, PieceKind::Comma | PieceKind::Break);
        let mut close = (at + 2..self.list.len().min(at + 2 + LONGEST)).find(ends)?;
        // "Boreal, *a small, but sound firm,* buys"
        if !relative && self.contrasts(close + 1) {
            close = (close + 2..self.list.len().min(at + 2 + LONGEST)).find(ends)?;
        }
        // "…, the retailer, ending a long search": what follows is another clause.
        let goes_on = match kind(close + 1) {
            None | Some(PieceKind::Word) => self.speaks(close + 1),
            Some(_) => true,
        };
        if kind(close) != Some(PieceKind::Comma) || !goes_on {
            return None;
        }
        // A clause with a verb of its own is none, "a shareholder since 2019" is.
        let clause = |at: usize| match self.list[at].kind {
            PieceKind::Function(Function::Control | Function::Be | Function::Have) => true,
            // "a small *but* sound firm"
            PieceKind::Function(Function::Subordinator) => kind(at + 1) != Some(PieceKind::Date) && !self.contrasts(at),
            _ => false,
        };
        if !relative && (at + 1..close).any(clause) {
            return None;
        }
        Some(self.end_of_name_in_aside(close).unwrap_or(close + 1))
    }

    /// Whether the word at `at` only sets one word of a phrase against another: "small *but* sound".
    fn contrasts(&self, at: usize) -> bool {
        let Some(piece) = self.list.get(at) else { return false };
        let contrasts = &self.lexicon.grammar.contrasts;
        let word = self.list.get(at + 1).map(|piece| piece.kind);
        let joins = matches!(word, Some(PieceKind::Word | PieceKind::Function(Function::Preposition(_))));
        joins && self.reading.longest(contrasts, piece.tokens.start, self.tokens.end).is_some()
    }

    /// "Cairn cède à Boréal, *pour 12 millions d'euros*, sa filiale": whether the aside whose first word is at `at` says a price.
    fn is_price(&self, at: usize) -> bool {
        let mut inside = self.list.iter().skip(at).take(PRICE).take_while(|piece| piece.kind != PieceKind::Comma);
        inside.any(|piece| matches!(piece.kind, PieceKind::Money(_)))
    }

    /// "Boreal, the arm of the trader, *Cairn*, buys": the piece behind the name that the aside which closes at `close` goes on to.
    fn end_of_name_in_aside(&self, close: usize) -> Option<usize> {
        let kind = |at: usize| self.list.get(at).map(|piece| piece.kind);
        let named = matches!(kind(close + 1), Some(PieceKind::Entity(_))) && kind(close + 2) == Some(PieceKind::Comma);
        let noun = matches!(kind(close - 1), Some(PieceKind::Word | PieceKind::Asset | PieceKind::Body));
        let verb = match kind(close + 3) {
            Some(PieceKind::Function(function)) => {
                matches!(function, Function::Have | Function::Be | Function::Control)
            }
            _ => self.speaks(close + 3),
        };
        (named && noun && verb).then_some(close + 3)
    }
}

/// Puts what the triggers of `main` say, a sentence without its asides, in the place of what they say with them, unless it fills fewer
/// parts.
pub(super) fn prefer<'a>(found: &mut Vec<FrameMatch<'a>>, main: Vec<FrameMatch<'a>>) {
    for other in main {
        match found.iter().position(|known| known.trigger.overlaps(other.trigger)) {
            Some(at) if other.parties() >= found[at].parties() => found[at] = other,
            Some(_) => {}
            None => {
                let at = found.partition_point(|known| known.trigger.start < other.trigger.start);
                found.insert(at, other);
            }
        }
    }
}
