//! Headings that tell a deal without a verb: "Arden a Boreal", "A Boreal il 40% di Arden", "12 million for Arden".

use super::{Argument, Piece, PieceKind, Pieces};
use crate::language::lexicon::schema::FrameKind;
use crate::language::lexicon::{Function, Preposition};
use crate::text::TokenRange;

/// How many pieces may stand before the first name: its topic ("Food, "), its article, what share of it.
const OPENING: usize = 6;

/// What such a heading says.
#[derive(Debug)]
pub(in crate::facts) struct Verbless {
    /// The words that tie its parts together.
    pub words: TokenRange,
    /// What is given.
    pub given: Vec<Argument>,
    /// Who gets it; nobody where a sum is given.
    pub taker: Vec<Argument>,
    /// Whether it is a share of it.
    pub share: bool,
}

impl Pieces<'_> {
    /// What the sentence says, where nothing in it says so but the order of its names.
    pub(in crate::facts) fn verbless(&self) -> Option<Verbless> {
        let verb = |kind| matches!(kind, PieceKind::Function(Function::Be | Function::Have | Function::Control));
        let told = self.list.iter().take_while(|piece| piece.kind != PieceKind::Break || self.is_topic(piece.tokens));
        if told.into_iter().any(|piece| verb(piece.kind)) {
            return None;
        }
        self.sum_for().or_else(|| self.name_to()).or_else(|| self.to_name())
    }

    /// "12 million for Arden"
    fn sum_for(&self) -> Option<Verbless> {
        let benefit = self.lexicon.grammar.benefit?;
        let sum = (0..self.list.len().min(OPENING)).find(|&at| matches!(self.kind(at), Some(PieceKind::Money(_))))?;
        let opens = self.list[..sum].iter().all(|piece| self.introduces(piece.kind));
        let taker = self.behind(sum + 1, benefit).filter(|_| opens)?;
        let PieceKind::Money(index) = self.list[sum].kind else { return None };
        let words = self.list[sum + 1].tokens;
        Some(Verbless { words, given: vec![Argument::Money(index)], taker, share: false })
    }

    /// "Arden a Boreal", "il 40% di Arden a Boreal"
    fn name_to(&self) -> Option<Verbless> {
        let dative = self.lexicon.grammar.dative?;
        let name = (0..self.list.len().min(OPENING)).find(|&at| matches!(self.kind(at), Some(PieceKind::Entity(_))))?;
        let of = |at: &usize| match self.kind(*at) {
            Some(PieceKind::Function(Function::Preposition(preposition))) => {
                self.lexicon.grammar.of == Some(preposition)
            }
            _ => false,
        };
        let share = (0..name).find(of).and_then(|at| at.checked_sub(1)).filter(|&at| self.is_share(at));
        let before = &self.list[..name];
        let figure = |piece: &Piece| matches!(piece.kind, PieceKind::Percentage(_));
        let opens = before
            .iter()
            .enumerate()
            .all(|(at, piece)| self.introduces(piece.kind) || share.is_some() && (figure(piece) || of(&at)));
        if !opens || share.is_none() && before.iter().any(figure) {
            return None;
        }
        let taker = self.behind(name + 1, dative)?;
        let mut given = self.joined_right(name);
        given.truncate(1);
        given.extend(share.and_then(|at| self.share(at)));
        let words = self.list[name + 1].tokens;
        Some(Verbless { words, given, taker, share: share.is_some() })
    }

    /// "A Boreal il 40% di Arden"
    fn to_name(&self) -> Option<Verbless> {
        let (dative, of) = (self.lexicon.grammar.dative?, self.lexicon.grammar.of?);
        let first = (0..self.list.len().min(OPENING))
            .find(|&at| self.kind(at) == Some(PieceKind::Function(Function::Preposition(dative))))?;
        if !self.list[..first].iter().all(|piece| self.introduces(piece.kind)) {
            return None;
        }
        let name = (first + 1..self.list.len().min(first + OPENING))
            .find(|&at| matches!(self.kind(at), Some(PieceKind::Entity(_))))?;
        let share = (name + 1..self.list.len().min(name + OPENING)).find(|&at| self.is_share(at))?;
        let article = |at: usize| matches!(self.kind(at), Some(PieceKind::Function(Function::Determiner)));
        if !(name + 1..share).all(article) {
            return None;
        }
        let given = self.behind(share + 1, of)?;
        let mut given: Vec<_> = given.into_iter().take(1).collect();
        given.extend(self.share(share));
        let words = self.list[first].tokens;
        Some(Verbless { words, given, taker: self.joined_right(name), share: true })
    }

    /// The names behind `preposition` at `at`, where they close their clause.
    fn behind(&self, at: usize, preposition: Preposition) -> Option<Vec<Argument>> {
        if self.kind(at) != Some(PieceKind::Function(Function::Preposition(preposition))) {
            return None;
        }
        let found = self.object(at + 1);
        let Some(Argument::Entity(_, last)) = found.last() else { return None };
        let next = self.kind(self.position(last.end));
        let closes = match next {
            None | Some(PieceKind::Comma | PieceKind::Break | PieceKind::Open | PieceKind::Mark | PieceKind::Date) => {
                true
            }
            Some(PieceKind::Function(Function::Preposition(_))) => true,
            Some(_) => false,
        };
        closes.then_some(found)
    }

    /// Whether the piece at `at` is a share or the noun for one.
    fn is_share(&self, at: usize) -> bool {
        let Some(piece) = self.list.get(at) else { return false };
        let noun = || {
            let deals = &self.lexicon.deals;
            let found = self.reading.longest(&deals.objects, piece.tokens.start, self.tokens.end);
            found.is_some_and(|found| found.values.iter().any(|&frame| deals.frames[frame].kind == FrameKind::Stake))
        };
        matches!(piece.kind, PieceKind::Percentage(_)) || piece.kind == PieceKind::Word && noun()
    }

    /// The figure of the share at `at`.
    fn share(&self, at: usize) -> Option<Argument> {
        match self.kind(at)? {
            PieceKind::Percentage(index) => Some(Argument::Percentage(index)),
            _ => None,
        }
    }

    /// Whether a piece can stand before what a heading begins with: its topic, an article, what kind of thing it is.
    fn introduces(&self, kind: PieceKind) -> bool {
        matches!(
            kind,
            PieceKind::Word
                | PieceKind::Comma
                | PieceKind::Break
                | PieceKind::Mark
                | PieceKind::Asset
                | PieceKind::Body
        ) || kind == PieceKind::Function(Function::Determiner)
    }

    fn is_topic(&self, words: TokenRange) -> bool {
        self.list.iter().take(OPENING).any(|piece| piece.tokens == words)
    }
}
