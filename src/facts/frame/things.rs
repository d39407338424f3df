//! What is sold without a name and without a noun that says that it can be: "14 broiler sheds", "the creamery at Arden".

use super::arguments::MODIFIERS;
use super::{Argument, Piece, PieceKind, Pieces};
use crate::language::Class;
use crate::language::lexicon::Function;
use crate::text::{TokenKind, TokenRange};

impl Pieces<'_> {
    /// The noun phrase that opens at `from`, by its words, up to the next small word: one with a definite article or a
    /// number, which what is only some of its kind ("bought wheat") has not. `own`: it may be said to be theirs who act, as of
    /// what is sold and not of what is bought again and again ("buys its paper from").
    pub(super) fn thing(&self, from: usize, own: bool) -> Option<Argument> {
        let tokens = self.reading.document().tokens();
        let article = self.kind(from) == Some(PieceKind::Function(Function::Determiner));
        let first = from + usize::from(article);
        let possessive =
            || self.lexicon.names.is(self.reading.word_id(self.list[from].tokens.start), Class::Possessive);
        let definite = article && !self.is_indefinite(from) && (own || !possessive());
        let plain = |piece: &&Piece| matches!(piece.kind, PieceKind::Word | PieceKind::Name | PieceKind::Asset);
        let words = self.list.get(first..)?.iter().take_while(plain).count();
        let (opening, last) = (self.list.get(first)?, self.list.get((first + words).checked_sub(1)?)?);
        let counted = tokens[opening.tokens.start].kind == TokenKind::Number;
        // A number alone is none of something, and an adjective before a name is the name's.
        let noun = tokens[last.tokens.start].kind == TokenKind::Word;
        let ends = !matches!(self.kind(first + words), Some(PieceKind::Entity(_) | PieceKind::Money(_)));
        let short = (1..=MODIFIERS).contains(&words);
        ((definite || counted) && noun && ends && short)
            .then(|| Argument::Asset(TokenRange::new(opening.tokens.start, last.tokens.end)))
    }
}
