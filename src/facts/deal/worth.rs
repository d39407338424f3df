//! Whether what a frame says is a deal: that it says enough, and tells of no other business.

use super::draft::Draft;
use super::frames::Framed;
use super::{PartyRole, clashes, shares, sums};
use crate::facts::frame::{PieceKind, Voice};
use crate::language::lexicon::Function;
use crate::language::lexicon::schema::{FrameKind, Role, SumRole};
use crate::mentions::Precision;

/// Sums before and behind one among which it may be told again.
const AGAIN: usize = 4;

impl Framed<'_, '_> {
    /// Whether `draft`, with all that stands in the frame and around it, is one of a deal.
    pub(super) fn is_deal(&self, draft: &Draft) -> bool {
        let other = self.makes_no_company(draft)
            || self.buys_unknown(draft)
            || self.tells_of_moves(draft)
            || self.raises_no_capital(draft)
            || self.is_listed_anyway(draft);
        !other && speaks(draft) && !clashes::is_borrowed(self.pieces, draft)
    }

    /// What is made together has a name, or is no company.
    fn makes_no_company(&self, draft: &Draft) -> bool {
        let makes = draft.is_pooled() && self.found.frame.object == Some(Role::Target);
        makes && draft.weak && !draft.has(PartyRole::Target)
    }

    /// "Power was bought from Cairn", "3 million in sales": of what was bought nothing is known.
    fn buys_unknown(&self, draft: &Draft) -> bool {
        let nothing_bought = self.found.voice != Voice::Active && !self.found.frame.needs_object;
        nothing_bought && draft.parties.iter().all(|(role, _)| *role == PartyRole::Seller)
    }

    /// "Arden gained 3% in London": a percentage in the place of what is bought that only tells how something moved.
    fn tells_of_moves(&self, draft: &Draft) -> bool {
        let share = self.found.frame.percent_object && !draft.shares.is_empty();
        if draft.has(PartyRole::Target) {
            return share && draft.party(PartyRole::Target).all(|who| self.joins_another(draft, who.tokens().start));
        }
        share && draft.shares.iter().all(|share| shares::moves(self.scene, self.pieces, *share))
    }

    /// "subieron un 3% y las de Arden": whether "and" stands between the percentage and the name at token `at`, which another
    /// verb has then.
    fn joins_another(&self, draft: &Draft, at: usize) -> bool {
        let share = draft.shares.first().and_then(|share| self.scene.mentions.share(*share));
        let between = share.filter(|share| share.tokens.end <= at).map(|share| {
            let (from, to) = (self.pieces.position(share.tokens.end), self.pieces.position(at));
            self.pieces.list.get(from..to).unwrap_or_default()
        });
        between.is_some_and(|pieces| {
            pieces.first().is_some_and(|piece| piece.kind == PieceKind::Function(Function::Conjunction))
        })
    }

    /// "raised 5 million in bonds" is no round, nor is "secured a contract of 5 million from Boreal".
    fn raises_no_capital(&self, draft: &Draft) -> bool {
        let borrowed = |sum: &usize| {
            let role = sums::role(self.scene, *sum).or_else(|| sums::far(self.scene, *sum));
            matches!(role, Some(SumRole::Debt | SumRole::Other)) || self.is_lent(*sum)
        };
        let unsure = draft.kind == FrameKind::FundingRound && (draft.weak || !draft.has(PartyRole::Investor));
        unsure && !draft.sums.is_empty() && draft.sums.iter().all(borrowed)
    }

    /// "Arden, which is listed in London", "has been listed since 2004": that a company is on an exchange is no news, without a day
    /// on which it came there.
    fn is_listed_anyway(&self, draft: &Draft) -> bool {
        let pieces = self.pieces;
        let before = pieces.position(self.found.trigger.start).checked_sub(1).map(|at| pieces.list[at]);
        let participle = before.is_some_and(|piece| match piece.kind {
            PieceKind::Comma => true,
            // "ist gestartet" is the perfect of a verb.
            PieceKind::Function(Function::Be) => {
                let perfect = &pieces.lexicon.grammar.perfect_be;
                pieces.reading.longest(perfect, piece.tokens.start, pieces.tokens.end).is_none()
            }
            _ => false,
        });
        let passive = self.found.voice == Voice::Passive || self.found.voice == Voice::Active && participle;
        let state = draft.kind == FrameKind::Ipo && passive && draft.status.is_none();
        let dates = &self.scene.mentions.dates;
        let first = dates.partition_point(|date| date.tokens.start < pieces.tokens.start);
        let mut own = dates[first..].iter().take_while(|date| date.tokens.start < pieces.tokens.end);
        let mut dated = || own.any(|date| date.precision != Precision::Year);
        state && draft.parties.iter().all(|(role, _)| *role == PartyRole::Target) && draft.sums.is_empty() && !dated()
    }

    /// Whether sum `index` is told again nearby as money that is lent.
    fn is_lent(&self, index: usize) -> bool {
        let all = &self.scene.mentions.money;
        let Some(value) = all.get(index).and_then(|money| money.quantity.value) else { return false };
        let near = index.saturating_sub(AGAIN)..all.len().min(index + AGAIN + 1);
        let same = |other: &usize| all[*other].quantity.value == Some(value);
        near.filter(same).any(|other| sums::role(self.scene, other) == Some(SumRole::Debt))
    }
}

/// Whether a draft says enough to be worth keeping.
fn speaks(draft: &Draft) -> bool {
    let partners = draft.party(PartyRole::Partner).count();
    match draft.kind {
        FrameKind::Merger | FrameKind::JointVenture => partners >= 2 || (partners == 1 && !draft.weak),
        FrameKind::FundingRound | FrameKind::Ipo => draft.has(PartyRole::Target) || draft.has(PartyRole::Investor),
        FrameKind::SpinOff => draft.has(PartyRole::Target),
        _ if draft.weak => draft.has(PartyRole::Target) || draft.has(PartyRole::Acquirer) && !draft.sums.is_empty(),
        _ => draft.has(PartyRole::Target) || draft.has(PartyRole::Acquirer) || draft.has(PartyRole::Seller),
    }
}
