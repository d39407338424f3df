//! Whom an article has told of so far, for what is only described or pointed at.

use super::draft::{Draft, Who};
use super::{PartyRole, Scene};
use crate::entities::{EntityId, EntityKind};
use crate::facts::frame::{Argument, PieceKind, Pieces};

/// The companies told of before a sentence, for what is only described there.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// Those of the headings so far, first mentioned first.
    headings: Vec<EntityId>,
    /// Those of the block so far, last mentioned last.
    block: Vec<EntityId>,
    in_heading: bool,
    /// What was bought or sold last, and the sentence that told it.
    target: Option<(usize, EntityId)>,
    /// The last who were named together: "Boreal and Arden make".
    pub(super) together: Vec<EntityId>,
}

/// Companies that "the pair" are.
pub(super) const PAIR: usize = 2;
/// Companies kept of headings, and of a block.
const TOLD: usize = 8;

impl Told {
    /// Enters a block: a heading, or the first of another `item`, which knows nothing of what was told before.
    pub(super) fn enter(&mut self, heading: bool, item: bool) {
        if item {
            *self = Self::default();
        }
        self.block.clear();
        self.in_heading = heading;
    }

    pub(super) fn hear(&mut self, scene: &Scene<'_>, pieces: &Pieces<'_>) {
        if let Some(together) = named_together(scene, pieces) {
            self.together = together;
        }
        for piece in &pieces.list {
            let PieceKind::Entity(id) = piece.kind else { continue };
            if scene.entities.get(id).kind != EntityKind::Company {
                continue;
            }
            let list = if self.in_heading { &mut self.headings } else { &mut self.block };
            if self.in_heading && (list.contains(&id) || list.len() >= TOLD) {
                continue;
            }
            list.retain(|known| *known != id);
            list.push(id);
            if list.len() > TOLD {
                list.remove(0);
            }
        }
    }

    /// Remembers what `draft` tells is bought or sold.
    pub(super) fn sell(&mut self, draft: Option<&Draft>) {
        let Some(draft) = draft else { return };
        let target = draft.party(PartyRole::Target).find_map(Who::entity);
        self.target = target.map(|id| (draft.sentence, id)).or(self.target);
    }

    /// What "it" or "the company" can mean that is sold and is none of `parties`: what was sold last, if that was told in
    /// sentence `from` or later.
    pub(super) fn sold(&self, parties: &[(PartyRole, Who)], from: usize) -> Option<EntityId> {
        let (_, id) = self.target.filter(|(sentence, _)| *sentence >= from)?;
        (!parties.iter().any(|(_, who)| who.entity() == Some(id))).then_some(id)
    }

    /// The last company of the block that is none of `parties`.
    pub(super) fn near(&self, parties: &[(PartyRole, Who)]) -> Option<EntityId> {
        self.block.iter().rev().find(|id| !parties.iter().any(|(_, who)| who.entity() == Some(**id))).copied()
    }

    /// The same, leaving out those of `others` too.
    pub(super) fn near_but(&self, parties: &[(PartyRole, Who)], others: &[EntityId]) -> Option<EntityId> {
        let free = |id: &&EntityId| !parties.iter().any(|(_, who)| who.entity() == Some(**id));
        self.block.iter().rev().filter(free).find(|id| !others.contains(id)).copied()
    }

    /// Whom a description can mean that is none of `parties` and of `others`: the last company of the block, or else the
    /// first of the headings.
    pub(super) fn other(&self, parties: &[(PartyRole, Who)], others: &[EntityId]) -> Option<EntityId> {
        let free = |id: &&EntityId| !parties.iter().any(|(_, who)| who.entity() == Some(**id)) && !others.contains(id);
        self.near_but(parties, others).or_else(|| self.headings.iter().find(free).copied())
    }
}

/// The companies that one sentence joins: "Boreal and Arden".
pub(super) fn named_together(scene: &Scene<'_>, pieces: &Pieces<'_>) -> Option<Vec<EntityId>> {
    let company = |argument: Argument| match argument {
        Argument::Entity(id, _) if scene.entities.get(id).kind == EntityKind::Company => Some(id),
        _ => None,
    };
    pieces.list.iter().enumerate().find_map(|(at, piece)| {
        let PieceKind::Entity(_) = piece.kind else { return None };
        let joined: Vec<EntityId> = pieces.joined_right(at).into_iter().filter_map(company).collect();
        (joined.len() == PAIR).then_some(joined)
    })
}
