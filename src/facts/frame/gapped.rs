//! Sales that share a verb: "sells its mill to Boreal *and its quarry to Cairn*".

use super::found::is_named;
use super::{Argument, FrameMatch, PieceKind, Pieces, Voice};
use crate::language::lexicon::schema::{FrameKind, Role};
use crate::language::lexicon::{Function, Preposition};
use crate::text::TokenRange;

/// Sales told behind one verb at most.
const SALES: usize = 8;

/// The sales behind that of `told` whose verb is left out.
pub(super) fn gapped<'a>(pieces: &Pieces<'a>, told: &FrameMatch<'a>) -> Vec<FrameMatch<'a>> {
    let mut found = Vec::new();
    if told.frame.kind != FrameKind::Divestiture || told.voice != Voice::Active {
        return found;
    }
    let seller: Vec<(Role, Argument)> = told.roles.iter().filter(|(role, _)| *role == Role::Seller).copied().collect();
    let mut last = told.roles.iter().rev().find_map(|(role, argument)| buyer(told, *role, argument));
    while let Some(sale) = last.and_then(|name| pieces.gapped_sale(name)).filter(|_| found.len() < SALES) {
        let (sold, buyers) = sale;
        last = buyers.iter().rev().find_map(|argument| buyer(told, Role::Acquirer, argument));
        let targets = sold.into_iter().map(|argument| (Role::Target, argument));
        let buyers = buyers.into_iter().map(|argument| (Role::Acquirer, argument));
        let roles = seller.iter().copied().chain(targets).chain(buyers).collect();
        let FrameMatch { frame, trigger, words, voice, tense, perfect, status, elided, .. } = *told;
        found.push(FrameMatch { frame, trigger, words, voice, tense, perfect, status, elided, roles });
    }
    found
}

/// The name of a buyer behind the verb.
fn buyer(told: &FrameMatch<'_>, role: Role, argument: &Argument) -> Option<TokenRange> {
    match argument {
        Argument::Entity(_, tokens) if role == Role::Acquirer && tokens.start >= told.trigger.end => Some(*tokens),
        _ => None,
    }
}

impl Pieces<'_> {
    /// What is sold and who buys it, where a sale without a verb of its own follows the buyer named at `buyer`.
    fn gapped_sale(&self, buyer: TokenRange) -> Option<(Vec<Argument>, Vec<Argument>)> {
        let name = self.position(buyer.start);
        let to = self.governing_preposition(name)?;
        let behind = self.position(buyer.end);
        let comma = usize::from(self.kind(behind) == Some(PieceKind::Comma));
        let joins = self.kind(behind + comma) == Some(PieceKind::Function(Function::Conjunction));
        let sold = self.object(behind + comma + 1);
        let end = match sold.last().filter(|_| joins)? {
            Argument::Entity(_, tokens) | Argument::Asset(tokens) => self.position(tokens.end),
            _ => return None,
        };
        let follows = self.kind(end) == Some(PieceKind::Function(Function::Preposition(to)));
        let buyers: Vec<Argument> = self.object(end + 1).into_iter().filter(is_named).collect();
        (follows && !buyers.is_empty()).then_some((sold, buyers))
    }

    /// Whether the name at `next`, joined to the one at `first`, opens a sale of its own: "to Boreal and *Arden to Cairn*".
    pub(super) fn opens_gapped(&self, first: usize, next: usize) -> bool {
        let Some(PieceKind::Function(Function::Preposition(to))) = self.kind(next + 1) else { return false };
        let same = |preposition: Preposition| preposition == to;
        self.names(Some(next + 2)) && self.governing_preposition(first).is_some_and(same)
    }
}
