//! Drafts of headings that tell a deal without a verb.

use super::draft::{Draft, Place, Who};
use super::{PartyRole, Scene, labels};
use crate::facts::frame::{Argument, Pieces};
use crate::language::lexicon::schema::FrameKind;
use crate::text::BlockKind;

/// The deal that the sentence at `place` tells without a verb, if it does.
pub(super) fn draft(scene: &Scene<'_>, pieces: &Pieces<'_>, place: Place) -> Option<Draft> {
    let found = pieces.verbless()?;
    let played = |role: PartyRole, of: &[Argument]| -> Vec<(PartyRole, Who)> {
        let who = |argument: &Argument| match argument {
            Argument::Entity(id, tokens) => Some((role, Who::Entity(*id, *tokens))),
            _ => None,
        };
        of.iter().filter_map(who).collect()
    };
    let mut parties = played(PartyRole::Target, &found.given);
    let kind = match (parties.is_empty(), found.share) {
        // Of a sum in the body of the article nobody knows what it is for.
        (true, _) if place.kind != BlockKind::Heading => return None,
        (true, _) => FrameKind::FundingRound,
        (false, true) => FrameKind::Stake,
        (false, false) => FrameKind::Acquisition,
    };
    if parties.is_empty() {
        parties = played(PartyRole::Target, &found.taker);
        parties.truncate(1);
    } else {
        parties.extend(played(PartyRole::Acquirer, &found.taker));
    }
    let mut draft = labels::draft(scene, place, found.words, parties)?;
    draft.rule = "verbless".into();
    draft.kind = kind;
    for argument in found.given {
        match argument {
            Argument::Money(index) => draft.sums.push(index),
            Argument::Percentage(index) => draft.shares.push(index),
            _ => {}
        }
    }
    Some(draft)
}
