//! What cannot be so beside what is told better: who raises money in the round it gives money to, sells what it just
//! bought, or is sold by a passing word while it buys.

use std::collections::{HashMap, HashSet};

use super::PartyRole;
use super::draft::{Draft, Who};
use super::gather::Story;
use crate::entities::EntityId;
use crate::facts::frame::{Piece, Pieces};
use crate::language::lexicon::DealCue;
use crate::language::lexicon::schema::FrameKind;

/// Drafts around one that tell the same sentence.
const NEAR: usize = 4;
/// Sentences that make sure that somebody acts in a deal.
const SURE: usize = 2;

/// Leaves out the drafts of a round that name those who pay as the one who is paid: "Arden raised 3 million in a round with
/// Boreal".
pub(super) fn settle(drafts: Vec<Draft>) -> Vec<Draft> {
    let clashes = |at: usize| {
        let draft = &drafts[at];
        let only_targets = draft.parties.iter().all(|(role, who)| *role == PartyRole::Target && who.entity().is_some());
        let round = draft.kind == FrameKind::FundingRound && only_targets;
        let around = drafts[at.saturating_sub(NEAR)..].iter().take(2 * NEAR + 1);
        let mut same = around.filter(|other| round && other.sentence == draft.sentence && other.kind == draft.kind);
        same.any(|other| {
            let pays = |who: &Who| {
                let mut payers = other.parties.iter().filter(|(role, _)| *role != PartyRole::Target);
                payers.any(|(_, payer)| payer.entity() == who.entity())
            };
            other.has(PartyRole::Target) && draft.parties.iter().any(|(_, who)| pays(who))
        })
    };
    let clashing: HashSet<usize> = (0..drafts.len()).filter(|at| clashes(*at)).collect();
    let kept = drafts.into_iter().enumerate().filter(|(at, _)| !clashing.contains(at));
    kept.map(|(_, draft)| draft).collect()
}

/// Whether a draft is one of a round whose one sum is borrowed: "raised 5 million by a bond issue placed by Boreal".
pub(super) fn is_borrowed(pieces: &Pieces<'_>, draft: &Draft) -> bool {
    let borrowing = |piece: &Piece| pieces.has_cue(piece.tokens.start, DealCue::Borrowing);
    let round = draft.kind == FrameKind::FundingRound && draft.sums.len() <= 1;
    round && pieces.list.iter().any(borrowing)
}

/// Leaves out the stories without a buyer that others, told at more length, speak against.
pub(super) fn leave_out(stories: &mut Vec<Story>) {
    let targets = |story: &Story| story.entities(PartyRole::Target).collect::<Vec<_>>();
    let mut bought: HashSet<(EntityId, EntityId)> = HashSet::new();
    let mut sold: HashMap<EntityId, usize> = HashMap::new();
    let mut acts: HashSet<EntityId> = HashSet::new();
    for story in stories.iter() {
        let sure = story.is_news() && story.told() >= SURE;
        for target in targets(story) {
            bought.extend(story.entities(PartyRole::Acquirer).filter(|_| sure).map(|buyer| (buyer, target)));
            *sold.entry(target).or_default() += 1;
        }
        if sure && story.has(PartyRole::Target) {
            acts.extend([PartyRole::Acquirer, PartyRole::Seller].iter().flat_map(|role| story.entities(*role)));
        }
    }
    let buys = [PartyRole::Acquirer, PartyRole::Investor, PartyRole::Partner];
    let mut first = true;
    stories.retain(|story| {
        let opens = std::mem::take(&mut first);
        let in_passing = story.drafts.iter().filter(|draft| draft.has(PartyRole::Seller)).count() < SURE;
        let open = buys.iter().all(|role| !story.has(*role)) && story.has(PartyRole::Seller);
        let back =
            |target: EntityId| story.entities(PartyRole::Seller).any(|seller| bought.contains(&(seller, target)));
        let sold_once = |target: &EntityId| sold.get(target).is_none_or(|often| *often == 1);
        let against = |target: EntityId| back(target) || acts.contains(&target) && sold_once(&target);
        opens || !(open && in_passing && targets(story).into_iter().any(against))
    });
}

/// Makes whoever raises money beside a listing, from nobody, the one who sells there.
pub(super) fn list(stories: &mut Vec<Story>) {
    let listed = |story: &Story| {
        let new = story.drafts.iter().any(|draft| draft.kind == FrameKind::Ipo && !draft.background);
        new && !story.has(PartyRole::Acquirer) && !story.has(PartyRole::Investor)
    };
    let Some(at) = stories.iter().position(listed) else { return };
    let raised = |story: &Story| {
        let round = story.drafts.iter().all(|draft| draft.kind == FrameKind::FundingRound);
        let near = |draft: &Draft| stories[at].tells_near(draft);
        let targets = story.entities(PartyRole::Target).count();
        round && targets == 1 && story.parties.len() == 1 && story.drafts.iter().all(near)
    };
    let Some(other) = stories.iter().position(raised) else { return };
    if stories[at].has(PartyRole::Seller) {
        return;
    }
    let sellers: Vec<(PartyRole, Who)> =
        stories[other].parties.iter().map(|(_, who)| (PartyRole::Seller, who.clone())).collect();
    stories[at].parties.extend(sellers);
    stories.remove(other);
}
