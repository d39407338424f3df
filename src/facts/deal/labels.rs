//! What labels tell: they name who is missing in drafts and stories, and tell of deals that nothing else tells of.

use std::sync::Arc;

use super::draft::{Draft, Place, Who, can_play};
use super::gather::Story;
use super::homes::Map;
use super::named::{Label, labels};
use super::{PartyRole, Scene, receipts};
use crate::entities::{EntityId, EntityKind};
use crate::facts::frame::{PieceKind, Pieces};
use crate::language::lexicon::Function;
use crate::language::lexicon::schema::FrameKind;
use crate::text::TokenRange;

/// The rule's name.
pub(super) const RULE: &str = "label";

/// Adds whom they name to the stories that lack them.
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
            for label in scene.pieces(position).map(labels).unwrap_or_default() {
                let Some((position, _)) = map.story_at(scene, label.words.start) else { continue };
                // "The seller, Arden, had bought it in 2018": the seller of the news.
                let news = stories.get(position).is_some_and(|story| story.is_news() && !receipts::is_receipt(story));
                let Some(story) = stories.get_mut(if news { position } else { map.main() }) else { continue };
                story.name(scene, label.role, label.named);
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
        id.is_some_and(|id| !draft.includes(id))
    };
    let buyers = labels(pieces).into_iter().filter(|label| label.role == PartyRole::Acquirer);
    let named: Vec<Who> = buyers.flat_map(|label| label.named).filter(new).collect();
    draft.parties.extend(named.into_iter().map(|who| (PartyRole::Acquirer, who)));
}

/// The company that a spin-off makes, by the words that name it: "the split of its pumps, to be called Arden".
pub(super) fn complete_new(scene: &Scene<'_>, pieces: &Pieces<'_>, draft: &mut Draft) {
    if draft.kind != FrameKind::SpinOff || draft.party(PartyRole::Target).any(|who| who.entity().is_some()) {
        return;
    }
    let new = |who: &Who| {
        let company = |id: &EntityId| scene.entities.get(*id).kind == EntityKind::Company;
        who.entity().filter(company).is_some_and(|id| !draft.includes(id))
    };
    let targets = labels(pieces).into_iter().filter(|label| label.role == PartyRole::Target);
    let named = targets.flat_map(|label| label.named).find(new);
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
    let labels = labels(pieces);
    let purchase = |label: &Label| {
        if label.role != PartyRole::Acquirer {
            return None;
        }
        let target = owned(pieces, label.words, topic, sold)?;
        let other = label.named.iter().all(|who| who.entity() != target.entity());
        let buyers = label.named.iter().map(|who| (label.role, who.clone()));
        other.then(|| (label.words, buyers.chain([(PartyRole::Target, target)]).collect()))
    };
    let told: Vec<_> = labels.iter().filter_map(purchase).collect();
    if told.is_empty() { listed(pieces, labels).into_iter().collect() } else { told }
}

/// What belongs to who is named by the noun at `words`: "the buyer of Boreal", "Boreal’s new owner", "its new owner".
fn owned(pieces: &Pieces<'_>, words: TokenRange, topic: Option<EntityId>, sold: Option<EntityId>) -> Option<Who> {
    let noun = pieces.position(words.start);
    let behind = || {
        let piece = pieces.list.get(governed(pieces, pieces.position(words.end))?)?;
        match piece.kind {
            PieceKind::Entity(id) => Some(Who::Entity(id, piece.tokens)),
            _ => None,
        }
    };
    let before = || pieces.possessor(noun).and_then(Who::named);
    let unnamed = || {
        let id = match pieces.possessive(noun) {
            Some(_) => topic,
            None => sold.filter(|_| opens_with_article(pieces, noun)),
        };
        id.map(|id| Who::Entity(id, words))
    };
    behind().or_else(before).or_else(unnamed)
}

/// The name of what the noun before piece `at` is that of: "the buyer *of Boreal*".
fn governed(pieces: &Pieces<'_>, at: usize) -> Option<usize> {
    match pieces.list.get(at)?.kind {
        PieceKind::Function(Function::Preposition(_)) => pieces.member(at + 1),
        _ if pieces.is_genitive(at) => pieces.member(at),
        _ => None,
    }
}

/// Whether the noun at `noun` opens the sentence, but for its definite article: "*The new owner* is Arden".
fn opens_with_article(pieces: &Pieces<'_>, noun: usize) -> bool {
    let first = pieces.list.first().map(|piece| piece.kind);
    noun == 1 && first == Some(PieceKind::Function(Function::Determiner)) && !pieces.is_indefinite(0)
}

/// The deal that a list of labels tells: "Buyer: Arden, target: Boreal".
fn listed(pieces: &Pieces<'_>, labels: Vec<Label>) -> Option<(TokenRange, Vec<(PartyRole, Who)>)> {
    let document = pieces.reading.document();
    let colon = |label: &Label| label.words.end < pieces.tokens.end && document.word(label.words.end) == ":";
    let labels: Vec<Label> = labels.into_iter().filter(colon).collect();
    let has = |role: PartyRole| labels.iter().any(|label| label.role == role);
    let first = labels.first().filter(|_| has(PartyRole::Acquirer) && has(PartyRole::Target))?.words.start;
    let parties = labels.into_iter().flat_map(|label| label.named.into_iter().map(move |who| (label.role, who)));
    Some((TokenRange::new(first, first + 1), parties.collect()))
}

/// What a label at `words` says of a deal.
pub(super) fn draft(
    scene: &Scene<'_>,
    place: Place,
    words: TokenRange,
    parties: Vec<(PartyRole, Who)>,
) -> Option<Draft> {
    let plays = |(role, who): &(PartyRole, Who)| who.entity().is_some_and(|id| can_play(scene, *role, id));
    if !parties.iter().all(plays) {
        return None;
    }
    Some(Draft { parties, weak: true, ..Draft::new(Arc::from(RULE), FrameKind::Acquisition, place, words) })
}
