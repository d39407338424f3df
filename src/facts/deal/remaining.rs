//! The bid for what others still hold, which follows the purchase of a large share: "a public offer for the remaining shares
//! will be made at the same price". It is a deal of its own, of the same buyer.

use rust_decimal::Decimal;

use super::draft::{Draft, Place, Who};
use super::gather::Story;
use super::{Deal, PartyRole, Scene};
use crate::facts::frame::{Piece, PieceKind, Pieces};
use crate::language::lexicon::schema::{FrameKind, Status};
use crate::language::lexicon::{DealCue, Function, PartOfSpeech, Trigger};
use crate::text::{BlockKind, TokenRange};

/// The rule's name.
const RULE: &str = "remaining";

/// Adds the bids that follow to the stories of purchases of shares: the first behind each, before the next begins.
pub(super) fn add(scene: &Scene<'_>, stories: &mut Vec<Story>) {
    // Where each purchase begins, in order: sentence, block, story.
    let mut bought: Vec<(usize, usize, usize)> = stories
        .iter()
        .enumerate()
        .filter(|(_, story)| is_share(scene, story))
        .filter_map(|(at, story)| story.drafts.first().map(|first| (first.sentence, first.block, at)))
        .collect();
    bought.sort_unstable();
    let Some((first, ..)) = bought.first().copied() else { return };
    let mut followed = None;
    for (place, words) in bids(scene, first) {
        let behind = bought.partition_point(|(sentence, ..)| *sentence <= place.position);
        let Some((_, block, at)) = behind.checked_sub(1).map(|last| bought[last]) else { continue };
        // What is told of a bid again is the same bid.
        if followed != Some(at) && scene.items.same(block, place.block) {
            followed = Some(at);
            let bid = follow(&mut stories[at], place, words);
            stories.push(Story::of(scene, bid));
        }
    }
}

/// The sentences, from `first` on, that speak of a bid for what others hold, and their words for it.
fn bids<'s>(scene: &'s Scene<'_>, first: usize) -> impl Iterator<Item = (Place, TokenRange)> + 's {
    let blocks = scene.reading.document().blocks().iter().enumerate();
    let body = blocks.filter(|(_, block)| block.kind.tells() && block.kind != BlockKind::Heading);
    let sentences = body.flat_map(move |(at, block)| {
        let place = move |position| Place {
            position,
            block: at,
            first: block.sentences.start,
            kind: block.kind,
            background: false,
        };
        block.sentences.clone().map(place)
    });
    sentences
        .filter(move |place| place.position >= first)
        .filter_map(|place| Some((place, told_in(scene.pieces(place.position)?)?)))
}

/// Whether a story is that of such a bid.
pub(super) fn tells(story: &Story) -> bool {
    story.drafts.iter().all(|draft| &*draft.rule == RULE)
}

/// Whether a deal is such a bid: it shares its parties with the purchase, and is none the less a deal of its own.
pub(super) fn follows(deal: &Deal) -> bool {
    deal.kind.evidence().first().is_some_and(|evidence| &*evidence.rule == RULE)
}

/// Whether a story tells, as news, that somebody buys a share of a named company, and not the whole.
fn is_share(scene: &Scene<'_>, story: &Story) -> bool {
    let partial = |&share: &usize| {
        let value = scene.mentions.share(share).and_then(|share| share.quantity.value);
        value.is_some_and(|value| value < Decimal::ONE_HUNDRED)
    };
    let bought =
        |draft: &Draft| matches!(draft.kind, FrameKind::Acquisition | FrameKind::Stake | FrameKind::Divestiture);
    story.is_news()
        && story.entities(PartyRole::Target).next().is_some()
        && story.entities(PartyRole::Acquirer).next().is_some()
        && story.drafts.iter().any(|draft| bought(draft) && !draft.background && draft.shares.iter().any(partial))
}

/// The bid at `words` that follows the purchase that `story` tells; what was taken for a part of the purchase leaves it.
fn follow(story: &mut Story, place: Place, words: TokenRange) -> Draft {
    story.drafts.retain(|draft| draft.kind != FrameKind::TakeoverBid || draft.sentence != place.position);
    let sides = [PartyRole::Acquirer, PartyRole::Target];
    let parties: Vec<(PartyRole, Who)> =
        story.parties.iter().filter(|(role, who)| sides.contains(role) && who.entity().is_some()).cloned().collect();
    Draft {
        parties,
        default_status: Some(Status::Planned),
        ..Draft::new(RULE.into(), FrameKind::TakeoverBid, place, words)
    }
}

/// The words for a bid in a sentence that speaks of what others hold.
fn told_in(pieces: &Pieces<'_>) -> Option<TokenRange> {
    let cued = |at: usize| pieces.has_cue(at, DealCue::Remaining);
    if !pieces.tokens.positions().any(cued) {
        return None;
    }
    // "The regulator exempted it from a mandatory bid": whatever a clause denies, it may be the bid.
    let denied = |piece: &Piece| {
        piece.kind == PieceKind::Function(Function::Negator) || pieces.has_cue(piece.tokens.start, DealCue::Unreal)
    };
    let mut clauses = pieces.list.split(|piece| piece.kind == PieceKind::Break);
    let deals = &pieces.lexicon.deals;
    let is_bid = |trigger: &Trigger| {
        trigger.part == PartOfSpeech::Noun && deals.frames[trigger.frame].kind == FrameKind::TakeoverBid
    };
    let bid = |piece: &Piece| {
        let found = pieces.reading.longest(&deals.triggers, piece.tokens.start, pieces.tokens.end)?;
        found.values.iter().any(is_bid).then_some(found.tokens)
    };
    clauses.find_map(|clause| clause.iter().find_map(bid).filter(|_| !clause.iter().any(denied)))
}
