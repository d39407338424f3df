//! Deals told in two halves: one says that something is taken over, the next who pays for it. "Arden changes hands: Boreal
//! pays 140 million."

use super::PartyRole;
use super::draft::{Draft, Who};
use crate::language::lexicon::schema::FrameKind;

/// Sentences between the two at most.
const NEXT: usize = 1;

/// Gives the half that names who buys, and nothing bought, the target of the half just before it.
pub(super) fn join(drafts: Vec<Draft>) -> Vec<Draft> {
    let takes = |role: PartyRole| matches!(role, PartyRole::Acquirer | PartyRole::Investor);
    let mut kept: Vec<Draft> = Vec::with_capacity(drafts.len());
    for mut draft in drafts {
        let sold =
            draft.kind == FrameKind::Acquisition && !draft.has(PartyRole::Target) && draft.has(PartyRole::Acquirer);
        let before = kept.last().filter(|before| {
            let near = before.block == draft.block || before.heading;
            sold && near && draft.sentence - before.sentence <= NEXT && before.background == draft.background
        });
        let target = before.and_then(|before| {
            let open = before.kind == FrameKind::Acquisition && !before.parties.iter().any(|(role, _)| takes(*role));
            let (_, who) = before.parties.iter().find(|(role, _)| *role == PartyRole::Target && open)?;
            let other = |known: &Who| known.entity() != who.entity();
            (who.entity().is_some() && draft.parties.iter().all(|(_, known)| other(known))).then(|| who.clone())
        });
        draft.parties.extend(target.map(|who| (PartyRole::Target, who)));
        kept.push(draft);
    }
    kept
}
