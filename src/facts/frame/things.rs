//! What is sold without a name and without a noun that says that it can be: "14 sheds", "the creamery".

use super::arguments::MODIFIERS;
use super::{Argument, Piece, PieceKind, Pieces};
use crate::language::Class;
use crate::language::lexicon::{DateWord, Function, Piece as NumberPiece};
use crate::text::{TokenKind, TokenRange};

impl Pieces<'_> {
    /// The noun phrase that opens at `from`, by its words, up to the next small word: one with a definite article or a
    /// number, which what is only some of its kind ("bought wheat") has not. `own`: it may be said to be theirs who act, as of
    /// what is sold and not of what is bought again and again ("buys its paper from").
    pub(super) fn thing(&self, from: usize, own: bool) -> Option<Argument> {
        let tokens = self.reading.document().tokens();
        let determines = |at: usize| self.kind(at) == Some(PieceKind::Function(Function::Determiner));
        let article = determines(from);
        // "ses deux fours": the number is an article too.
        let doubled = article && determines(from + 1) && self.is_number(from + 1);
        let first = from + usize::from(article) + usize::from(doubled);
        let possessive =
            || self.lexicon.names.is(self.reading.word_id(self.list[from].tokens.start), Class::Possessive);
        let definite = article && !self.is_indefinite(from) && (own || !possessive());
        let words = self.list.get(first..)?.iter().take_while(|piece| is_plain(piece)).count();
        let (opening, last) = (self.list.get(first)?, self.list.get((first + words).checked_sub(1)?)?);
        let number = article && self.is_number(from);
        let counted = number || self.is_number(first);
        // A number alone is none of something, and an adjective before a name is the name's.
        let noun = tokens[last.tokens.start].kind == TokenKind::Word;
        let ends = !matches!(self.kind(first + words), Some(PieceKind::Entity(_) | PieceKind::Money(_)));
        let short = (1..=MODIFIERS).contains(&words);
        let start = if number { self.list[from].tokens.start } else { opening.tokens.start };
        ((definite || counted) && noun && ends && short)
            .then(|| Argument::Asset(TokenRange::new(start, last.tokens.end)))
    }

    /// Whether a number of things without a name stands at `from`: "compró a Cairn *cuatro locales*".
    pub(super) fn counts_things(&self, from: usize) -> bool {
        // "compró a Cairn dos años después"
        let time = |piece: &Piece| {
            let found = self.reading.longest(&self.lexicon.dates.words, piece.tokens.start, self.tokens.end);
            found.is_some_and(|found| found.values.iter().any(|word| matches!(word, DateWord::Unit(_))))
        };
        let counted = from < self.list.len() && self.is_number(from) && self.thing(from, false).is_some();
        counted && !self.list.iter().skip(from + 1).take(MODIFIERS).any(time)
    }

    /// The same right before the passive verb at piece `verb`, where it opens the clause: "the 14 sheds were sold".
    pub(super) fn thing_before(&self, verb: usize) -> Option<Argument> {
        let helps = |at: &usize| matches!(self.list[*at].kind, PieceKind::Function(Function::Be | Function::Have));
        let end = verb - (0..verb).rev().take_while(helps).count();
        let first = end - self.list[..end].iter().rev().take(MODIFIERS + 1).take_while(|piece| is_plain(piece)).count();
        let article =
            first.checked_sub(1).filter(|&at| self.kind(at) == Some(PieceKind::Function(Function::Determiner)));
        let from = article.unwrap_or(first);
        let opens =
            from.checked_sub(1).is_none_or(|at| matches!(self.list[at].kind, PieceKind::Comma | PieceKind::Break));
        if opens && end < verb { self.thing(from, true) } else { None }
    }

    /// Whether a number of two or more stands at `at`, in digits or in words.
    pub(in crate::facts) fn is_number(&self, at: usize) -> bool {
        let start = self.list[at].tokens.start;
        let several = |piece: &NumberPiece| matches!(piece, NumberPiece::Plain { value, .. } if *value > 1);
        let words = self.lexicon.figures.pieces.words();
        self.reading.document().tokens()[start].kind == TokenKind::Number
            || self.reading.longest(words, start, start + 1).is_some_and(|found| found.values.iter().any(several))
    }
}

/// Whether a piece can be a word of a noun phrase.
fn is_plain(piece: &Piece) -> bool {
    matches!(piece.kind, PieceKind::Word | PieceKind::Name | PieceKind::Asset)
}
