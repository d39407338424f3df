//! What is ordered by number and is no company: "30 of Boreal’s jets".

use super::{Piece, PieceKind, Pieces};
use crate::language::lexicon::{DealCue, Frame, Function};

/// How many pieces an order runs to its noun at most.
const ORDER: usize = 24;

impl Pieces<'_> {
    /// Whether what the trigger of `frame` that ends before piece `end` is about is a number of things made to be sold: "a deal
    /// to buy *30 of Boreal’s jets*", "bids from Arden for *some 60 jets*".
    pub(super) fn orders_goods(&self, frame: &Frame, end: usize) -> bool {
        let mut counted = false;
        for at in end..self.list.len().min(end + ORDER) {
            let Piece { kind, tokens } = self.list[at];
            if counted && self.has_cue(tokens.start, DealCue::Goods) && self.ends_goods(at + 1) {
                return true;
            }
            match kind {
                PieceKind::Function(Function::Preposition(preposition)) if frame.after(preposition).is_some() => {}
                PieceKind::Function(Function::Determiner)
                | PieceKind::Entity(_)
                | PieceKind::Name
                | PieceKind::Possessive
                | PieceKind::Mark
                | PieceKind::Word => counted |= self.is_number(at),
                _ => return false,
            }
        }
        false
    }

    /// Whether the noun phrase whose last word stands before piece `at` ends there.
    fn ends_goods(&self, at: usize) -> bool {
        !matches!(
            self.kind(at),
            Some(
                PieceKind::Entity(_)
                    | PieceKind::Name
                    | PieceKind::Word
                    | PieceKind::Asset
                    | PieceKind::Body
                    | PieceKind::Possessive
            )
        )
    }

    /// Whether those who buy from the company named at `name` are named behind it: "Arden *customers*".
    pub(super) fn has_clientele_behind(&self, name: usize) -> bool {
        self.list.get(name + 1).is_some_and(|next| self.has_cue(next.tokens.start, DealCue::Clientele))
    }
}
