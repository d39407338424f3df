//! Bids for what belongs to whom they are made: "Cairn has received an offer from Boreal for Arden".

use super::PartyRole;
use super::draft::Draft;
use crate::language::lexicon::schema::FrameKind;

/// "Cairn has received an offer from Boreal for the acquisition of Arden": the bidder buys, and Cairn sells.
pub(super) fn sold(drafts: Vec<Draft>) -> Vec<Draft> {
    let bought = |draft: &Draft| {
        let kind = matches!(draft.kind, FrameKind::Acquisition | FrameKind::Stake | FrameKind::Divestiture);
        kind && draft.tense.is_none() && draft.has(PartyRole::Target)
    };
    let mut kept: Vec<Draft> = Vec::with_capacity(drafts.len());
    for mut sale in drafts {
        let bid = kept
            .last()
            .filter(|bid| bid.kind == FrameKind::TakeoverBid && bid.sentence == sale.sentence && bought(&sale));
        let parties = bid.and_then(|bid| {
            let buys = |id| sale.party(PartyRole::Acquirer).any(|who| who.entity() == Some(id));
            let owner = bid.party(PartyRole::Target).next().filter(|who| who.entity().is_some_and(buys))?;
            Some((bid.party(PartyRole::Acquirer).next()?.clone(), owner.clone()))
        });
        if let Some((bidder, owner)) = parties
            && let Some(bid) = kept.pop()
        {
            sale.parties.retain(|(role, _)| *role == PartyRole::Target);
            sale.parties.extend([(PartyRole::Acquirer, bidder), (PartyRole::Seller, owner)]);
            sale.status = sale.status.or(bid.status);
            sale.default_status = bid.default_status;
        }
        kept.push(sale);
    }
    kept
}
