//! Parties that the article names by their part: "Buyer: Arden", "the seller, Arden,", "the buyer is Arden".

use std::sync::Arc;

use super::draft::{Draft, Place, Who, can_play};
use super::gather::Story;
use super::homes::Map;
use super::{PartyRole, Scene, receipts};
use crate::entities::{EntityId, EntityKind};
use crate::facts::frame::{Argument, Piece, PieceKind, Pieces};
use crate::language::lexicon::Function;
use crate::language::lexicon::schema::FrameKind;
use crate::text::TokenRange;

/// The name of what reads them.
pub(super) const RULE: &str = "label";
/// Pieces between the noun and what ties it to a name: "the buyer of the plant, for 3 million, is".
const BETWEEN: usize = 12;

/// Adds them to the stories that lack them.
pub(super) fn add(scene: &Scene<'_>, stories: &mut [Story]) {
    let document = scene.reading.document();
    let map = Map::new(scene, stories);
    for block in document.blocks().iter().filter(|block| block.kind.tells()) {
        for position in block.sentences.clone() {
            let Some(sentence) = document.sentences().get(position) else { continue };
            let parts = &scene.reading.lexicon(sentence.tokens.start).deals.parts;
            let speaks = |at| scene.reading.longest(parts, at, sentence.tokens.end).is_some();
            if !sentence.tokens.positions().any(speaks) {
                continue;
            }
            for (role, at, named) in scene.pieces(position).map(labels).unwrap_or_default() {
                let Some((position, _)) = map.story_at(scene, at) else { continue };
                // "The seller, Arden, had bought it in 2018": the seller of the news.
                let news = stories.get(position).is_some_and(|story| story.is_news() && !receipts::is_receipt(story));
                let Some(story) = stories.get_mut(if news { position } else { map.main() }) else { continue };
                story.name(scene, role, named);
            }
        }
    }
}

/// Adds who is named by the part of a buyer to a draft that names nobody but what is bought.
pub(super) fn complete(scene: &Scene<'_>, pieces: &Pieces<'_>, draft: &mut Draft) {
    let sold = matches!(draft.kind, FrameKind::Acquisition | FrameKind::TakeoverBid | FrameKind::Divestiture);
    if !sold || draft.parties.iter().any(|(role, _)| *role != PartyRole::Target) {
        return;
    }
    let new = |who: &Who| {
        let id = who.entity().filter(|id| can_play(scene, PartyRole::Acquirer, *id));
        id.is_some_and(|id| draft.parties.iter().all(|(_, known)| known.entity() != Some(id)))
    };
    let buyers = labels(pieces).into_iter().filter(|(role, ..)| *role == PartyRole::Acquirer);
    let named: Vec<Who> = buyers.flat_map(|(.., named)| named).filter(new).collect();
    draft.parties.extend(named.into_iter().map(|who| (PartyRole::Acquirer, who)));
}

/// The company that a spin-off makes, by the words that name it: "the split of its pumps, to be called Arden".
pub(super) fn complete_new(scene: &Scene<'_>, pieces: &Pieces<'_>, draft: &mut Draft) {
    if draft.kind != FrameKind::SpinOff || draft.party(PartyRole::Target).any(|who| who.entity().is_some()) {
        return;
    }
    let company = |who: &Who| who.entity().is_some_and(|id| scene.entities.get(id).kind == EntityKind::Company);
    let new = |who: &Who| draft.parties.iter().all(|(_, known)| known.entity() != who.entity());
    let targets = labels(pieces).into_iter().filter(|(role, ..)| *role == PartyRole::Target);
    let named = targets.flat_map(|(.., named)| named).find(|who| company(who) && new(who));
    if let Some(who) = named {
        draft.parties.retain(|(role, _)| *role != PartyRole::Target);
        draft.parties.push((PartyRole::Target, who));
    }
}

/// Deals that nothing but a label tells of: "Its new owner is Arden", "the buyer of Boreal is Arden". `sold` is what "the
/// new owner" can be that of: the `topic`, if nobody else was told to be sold.
pub(super) fn told(
    pieces: &Pieces<'_>,
    topic: Option<EntityId>,
    sold: Option<EntityId>,
) -> Vec<(TokenRange, Vec<(PartyRole, Who)>)> {
    let of = |at: usize| match pieces.list.get(at)?.kind {
        PieceKind::Function(Function::Preposition(_)) => pieces.member(at + 1),
        _ if pieces.is_genitive(at) => pieces.member(at),
        _ => None,
    };
    let entity = |at: usize| match pieces.list.get(at)?.kind {
        PieceKind::Entity(id) => Some(Who::Entity(id, pieces.list[at].tokens)),
        _ => None,
    };
    let label = |(role, noun, named): (PartyRole, usize, Vec<Who>)| {
        let at = pieces.position(noun);
        let words = pieces.reading.longest(&pieces.lexicon.deals.parts, noun, pieces.tokens.end)?.tokens;
        let definite = || {
            let first = pieces.list.first().filter(|piece| piece.kind == PieceKind::Function(Function::Determiner));
            at == 1 && first.is_some() && !pieces.is_indefinite(0)
        };
        let own = || {
            let own = if pieces.possessive(at).is_some() { topic } else { sold.filter(|_| definite()) };
            own.map(|id| Who::Entity(id, words))
        };
        let owner = || match pieces.possessor(at)? {
            Argument::Entity(id, tokens) => Some(Who::Entity(id, tokens)),
            _ => None,
        };
        let target = of(pieces.position(words.end)).and_then(entity).or_else(owner).or_else(own)?;
        let other = named.iter().all(|who| who.entity() != target.entity());
        let parties = named.into_iter().map(|who| (role, who)).chain([(PartyRole::Target, target)]);
        (role == PartyRole::Acquirer && other).then(|| (words, parties.collect()))
    };
    let found = labels(pieces);
    let told: Vec<_> = found.iter().cloned().filter_map(label).collect();
    if told.is_empty() { listed(pieces, found).into_iter().collect() } else { told }
}

/// The deal that a list of labels tells: "Buyer: Arden, target: Boreal".
fn listed(
    pieces: &Pieces<'_>,
    labels: Vec<(PartyRole, usize, Vec<Who>)>,
) -> Option<(TokenRange, Vec<(PartyRole, Who)>)> {
    let document = pieces.reading.document();
    let colon = |noun: usize| {
        let words = pieces.reading.longest(&pieces.lexicon.deals.parts, noun, pieces.tokens.end);
        words.is_some_and(|words| words.tokens.end < pieces.tokens.end && document.word(words.tokens.end) == ":")
    };
    let labels: Vec<_> = labels.into_iter().filter(|(_, noun, _)| colon(*noun)).collect();
    let has = |role: PartyRole| labels.iter().any(|(known, ..)| *known == role);
    let first = labels.first().filter(|_| has(PartyRole::Acquirer) && has(PartyRole::Target))?.1;
    let parties = labels.into_iter().flat_map(|(role, _, named)| named.into_iter().map(move |who| (role, who)));
    Some((TokenRange::new(first, first + 1), parties.collect()))
}

/// The labels of a sentence: the part, where its noun stands, and who is named.
fn labels(pieces: &Pieces<'_>) -> Vec<(PartyRole, usize, Vec<Who>)> {
    let mut found = Vec::new();
    for (position, piece) in pieces.list.iter().enumerate() {
        let inside = matches!(piece.kind, PieceKind::Entity(_) | PieceKind::Name);
        let words = pieces.reading.longest(&pieces.lexicon.deals.parts, piece.tokens.start, pieces.tokens.end);
        let Some(words) = words.filter(|_| !inside) else { continue };
        let Some(role) = words.values.first().copied().and_then(PartyRole::of) else { continue };
        let end = pieces.position(words.tokens.end);
        let who = |argument| match argument {
            Argument::Entity(id, tokens) => Some(Who::Entity(id, tokens)),
            _ => None,
        };
        // "Their joint venture, called Arden,": the word of naming stands right before the name.
        let defined = || defined(pieces, position).into_iter().collect::<Vec<_>>();
        let behind = || match role {
            PartyRole::Target => {
                let break_ = pieces.list.get(end).is_some_and(|piece| piece.kind == PieceKind::Break);
                let name = pieces.member(if break_ { end + 1 } else { end });
                name.map(|name| pieces.joined_right(name)).unwrap_or_default()
            }
            _ => {
                Some(defined()).filter(|named| !named.is_empty()).unwrap_or_else(|| named(pieces, role, position, end))
            }
        };
        let named: Vec<Who> = behind().into_iter().filter_map(who).collect();
        if !named.is_empty() {
            found.push((role, piece.tokens.start, named));
        }
    }
    found
}

/// The name before the bracket in which nothing but the noun at `noun` stands: "Arden Ltd. (the “Seller”)".
fn defined(pieces: &Pieces<'_>, noun: usize) -> Option<Argument> {
    let opens = |piece: &Piece| matches!(piece.kind, PieceKind::Mark | PieceKind::Function(Function::Determiner));
    let before = pieces.list[..noun].iter().rev().take(BETWEEN).take_while(|piece| opens(piece)).count();
    let bracket = noun.checked_sub(before + 1).filter(|&at| pieces.list[at].kind == PieceKind::Open)?;
    let name = pieces.list.get(bracket.checked_sub(1)?)?;
    match name.kind {
        PieceKind::Entity(id) => Some(Argument::Entity(id, name.tokens)),
        _ => None,
    }
}

/// The names that the noun between two pieces is the label of.
fn named(pieces: &Pieces<'_>, role: PartyRole, start: usize, end: usize) -> Vec<Argument> {
    let kind = |at: usize| pieces.list.get(at).map(|piece| piece.kind);
    // "Suitor Arden", but "rival suitor Arden".
    if start > 0
        && !matches!(kind(start - 1), Some(PieceKind::Word | PieceKind::Function(Function::Determiner)))
        && let Some(PieceKind::Entity(_)) = kind(end)
    {
        return pieces.joined_right(end);
    }
    // "Boreal and Arden are among the suitors for"
    let among = start > 3
        && kind(start - 1) == Some(PieceKind::Function(Function::Determiner))
        && matches!(kind(start - 2), Some(PieceKind::Function(Function::Preposition(_))))
        && kind(start - 3) == Some(PieceKind::Function(Function::Be));
    if among
        && matches!(kind(end), Some(PieceKind::Function(Function::Preposition(_))))
        && let Some(PieceKind::Entity(_)) = kind(start - 4)
        && pieces.is_free(start - 4)
    {
        return pieces.joined_left(start - 4);
    }
    // "Arden is the new owner of", "Arden and Cairn are the sellers."
    let ends = || role == PartyRole::Seller && kind(end).is_none_or(|kind| kind == PieceKind::Mark);
    if start > 2
        && kind(start - 1) == Some(PieceKind::Function(Function::Determiner))
        && kind(start - 2) == Some(PieceKind::Function(Function::Be))
        && (role == PartyRole::Investor
            || ends()
            || matches!(kind(end), Some(PieceKind::Function(Function::Preposition(_)))))
        && let Some(PieceKind::Entity(_)) = kind(start - 3)
        && pieces.is_free(start - 3)
    {
        return pieces.joined_left(start - 3);
    }
    // "Arden ist neuer Eigentümer von", or without the verb in a heading: an adjective instead of an article.
    let bare = start == 1 && matches!(kind(0), Some(PieceKind::Entity(_)));
    if bare && (matches!(kind(end), Some(PieceKind::Function(Function::Preposition(_)))) || pieces.is_genitive(end)) {
        return pieces.joined_left(0);
    }
    if start > 1
        && kind(start - 1) == Some(PieceKind::Function(Function::Be))
        && (matches!(kind(end), Some(PieceKind::Function(Function::Preposition(_)))) || pieces.is_genitive(end))
        && let Some(PieceKind::Entity(_)) = kind(start - 2)
        && pieces.is_free(start - 2)
    {
        return pieces.joined_left(start - 2);
    }
    let definite = start > 0 && kind(start - 1) == Some(PieceKind::Function(Function::Determiner));
    let closes = |at: usize| matches!(kind(at), None | Some(PieceKind::Comma | PieceKind::Break));
    // "Arden, the seller, gets", but no list: "Arden, the seller and".
    if role != PartyRole::Investor
        && definite
        && start > 2
        && closes(end)
        && kind(start - 2) == Some(PieceKind::Comma)
        && let Some(PieceKind::Entity(_)) = kind(start - 3)
    {
        return pieces.joined_left(start - 3);
    }
    // "Cairn for the sellers, Arden for the buyer"
    let governed = start > 1 && matches!(kind(start - 2), Some(PieceKind::Function(Function::Preposition(_))));
    // "with the seller, the fund Arden:": an article of its own, and nobody said to be for anyone.
    let apposed = || {
        let article = kind(end + 1) == Some(PieceKind::Function(Function::Determiner));
        article && pieces.member(end + 1).is_some_and(|name| closes(name + 1))
    };
    let listed = governed && definite && kind(end) == Some(PieceKind::Comma) && !apposed();
    // "The seller Arden", "the seller, the fund Arden," and "At the head, Arden".
    if !listed && !pieces.is_genitive(end) && (start == 0 || definite && !pieces.is_indefinite(start - 1)) {
        let next = if kind(end) == Some(PieceKind::Comma) { end + 1 } else { end };
        if let Some(name) = pieces.member(next) {
            return pieces.joined_right(name);
        }
    }
    let last = (end + if pieces.is_genitive(end) { 2 * BETWEEN } else { BETWEEN }).min(pieces.list.len());
    let of = if pieces.is_genitive(end) { pieces.member(end) } else { None };
    for at in end..last {
        match kind(at) {
            // "Käufer der Grazer Arden ist"
            Some(PieceKind::Entity(_)) if of == Some(at) => {}
            // "The buyer of Boreal is"
            Some(PieceKind::Entity(_))
                if at == end + 1 && matches!(kind(end), Some(PieceKind::Function(Function::Preposition(_)))) => {}
            Some(PieceKind::Entity(_) | PieceKind::Function(Function::Relative | Function::Subordinator)) => break,
            Some(PieceKind::Function(Function::Be)) => {
                return pieces.member(at + 1).map(|name| pieces.joined_right(name)).unwrap_or_default();
            }
            Some(PieceKind::Break) => {
                let colon = pieces.reading.document().word(pieces.list[at].tokens.start) == ":";
                let name = pieces.member(at + 1).filter(|_| colon);
                return name.map(|name| pieces.joined_right(name)).unwrap_or_default();
            }
            _ => {}
        }
    }
    Vec::new()
}

/// What a label at `words` says of a deal.
pub(super) fn draft(
    scene: &Scene<'_>,
    place: Place,
    words: TokenRange,
    parties: Vec<(PartyRole, Who)>,
) -> Option<Draft> {
    let plays = |(role, who): &(PartyRole, Who)| who.entity().is_some_and(|id| can_play(scene, *role, id));
    let plays = parties.iter().all(plays);
    let told =
        |parties| Draft { parties, weak: true, ..Draft::new(Arc::from(RULE), FrameKind::Acquisition, place, words) };
    plays.then(|| told(parties))
}
