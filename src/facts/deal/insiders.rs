//! A company bought by those who run it or work there: "Arden's founders have bought the company from Cairn", "Arden has been
//! bought by its management". They are no buyers by name, and whoever they are of is what is bought.

use super::PartyRole;
use super::draft::{Draft, Who};
use super::frames::Framed;
use crate::entities::EntityId;
use crate::facts::frame::{Argument, PieceKind, Voice};
use crate::language::lexicon::schema::{FrameKind, Role};
use crate::language::lexicon::{DealCue, Function};

/// Pieces between those who buy and the verb, or behind it.
const REACH: usize = 8;

impl Framed<'_, '_> {
    /// Makes whoever is bought by its own people the target, and nobody else the buyer.
    pub(super) fn buy_inside(&self, draft: &mut Draft) {
        let frame = self.found.frame;
        let buys = matches!(draft.kind, FrameKind::Acquisition | FrameKind::TakeoverBid)
            && frame.subject == Some(Role::Acquirer)
            && frame.object == Some(Role::Target);
        let company = match self.found.voice {
            Voice::Active if buys => self.insiders_before(),
            Voice::Passive if buys && !draft.has(PartyRole::Acquirer) && self.are_agents() => {
                let sold = draft.party(PartyRole::Target).find_map(Who::entity);
                draft.inside = sold.is_some();
                return;
            }
            _ => return,
        };
        let Some(company) = company else { return };
        // "The founders of Arden have bought Boreal" for Arden.
        let other = draft.party(PartyRole::Target).any(|who| who.entity().is_some_and(|id| id != company));
        if other {
            return;
        }
        draft.parties.retain(|(role, who)| *role != PartyRole::Target && who.entity() != Some(company));
        draft.parties.push((PartyRole::Target, Who::Entity(company, draft.trigger)));
        draft.inside = true;
    }

    /// Whose people stand as the subject before the verb.
    fn insiders_before(&self) -> Option<EntityId> {
        let pieces = self.pieces;
        let verb = pieces.position(self.found.words.start);
        let parts = |at: &usize| {
            matches!(pieces.list[*at].kind, PieceKind::Comma | PieceKind::Break)
                || matches!(pieces.list[*at].kind, PieceKind::Function(Function::Relative))
        };
        let near = (0..verb).rev().take(REACH).take_while(|at| !parts(at));
        let noun = near.filter(|at| self.is_insider(*at)).last()?;
        let owner = match pieces.possessor(noun) {
            Some(Argument::Entity(id, _)) => Some(id),
            _ => None,
        };
        let of = || {
            let name = pieces.member(noun + 2).filter(|_| pieces.means_of(noun + 1))?;
            self.scene.entities.at(pieces.list[name].tokens.start).map(|(id, _)| id)
        };
        let own = || pieces.possessive(noun).and(self.topic_before(noun));
        owner.or_else(of).or_else(own)
    }

    /// The company named before the piece at `noun` in its sentence, or else what the sentences before are about.
    fn topic_before(&self, noun: usize) -> Option<EntityId> {
        let named = self.pieces.list[..noun].iter().find_map(|piece| match piece.kind {
            PieceKind::Entity(id) => Some(id),
            _ => None,
        });
        named.or(self.topic)
    }

    /// Whether the target's own people stand behind the verb as those who buy it: "bought *by its managers*".
    fn are_agents(&self) -> bool {
        let pieces = self.pieces;
        let end = pieces.position(self.found.words.end);
        let agent = |at: &usize| match pieces.list[*at].kind {
            PieceKind::Function(Function::Preposition(by)) => pieces.lexicon.grammar.agent == Some(by),
            _ => false,
        };
        let Some(by) = (end..pieces.list.len()).take(REACH).find(agent) else { return false };
        let plain = |at: &usize| {
            matches!(
                pieces.list[*at].kind,
                PieceKind::Word
                    | PieceKind::Body
                    | PieceKind::Mark
                    | PieceKind::Function(Function::Determiner | Function::Preposition(_))
            )
        };
        (by + 1..pieces.list.len()).take(REACH).take_while(plain).any(|at| self.is_insider(at))
    }

    fn is_insider(&self, at: usize) -> bool {
        self.pieces.has_cue(self.pieces.list[at].tokens.start, DealCue::Insider)
    }
}
