//! What a party does and where it is, in the article's words: "the Lyon-based chip maker Arden", "Arden, a maker of pumps".

use super::{PartyRole, Scene, seat, trade};
use crate::entities::{EntityId, EntityKind};
use crate::facts::frame::{PieceKind, Pieces};
use crate::language::lexicon::Function;
use crate::text::TokenRange;

/// Mentions of a party looked at.
const MENTIONS: usize = 12;

/// What `id`, who plays `role`, does, and where it is.
pub(super) fn of(scene: &Scene<'_>, role: PartyRole, id: EntityId) -> (Option<String>, Option<String>) {
    let entity = scene.entities.get(id);
    if !matches!(entity.kind, EntityKind::Company | EntityKind::Organization(_) | EntityKind::Product) {
        return (None, None);
    }
    let document = scene.reading.document();
    let (mut does, mut sits) = (None, None);
    for mention in entity.mentions.iter().take(MENTIONS) {
        if does.is_some() && sits.is_some() {
            break;
        }
        let sentence = document.sentence_of(mention.tokens.start);
        let Some(pieces) = scene.pieces(sentence) else { continue };
        let Some(at) = pieces.list.iter().position(|piece| piece.tokens.start == mention.tokens.start) else {
            continue;
        };
        does = does.or_else(|| trade::of(pieces, at));
        sits = sits.or_else(|| seat::of(scene, pieces, at));
        // "Arden operates shops in Norrow"
        let works = || {
            trade::activity(pieces, at).and_then(|goods| seat::led(scene, pieces, pieces.position(goods.end), false))
        };
        sits = sits.or_else(|| works().filter(|_| role == PartyRole::Target));
        // "Arden had sales of 3 million. It makes pumps."
        let meant = || role == PartyRole::Target && is_subject(pieces, at);
        if does.is_none() && meant() {
            does = scene.pieces(sentence + 1).and_then(|next| goes_on(next).and_then(|at| trade::done_by(next, at)));
        }
    }
    if role == PartyRole::Target && does.is_none() {
        does = part(scene, entity.mentions.first().map(|mention| document.sentence_of(mention.tokens.start)));
    }
    does = does.or_else(|| described(scene, id));
    let words = |tokens: TokenRange| document.on_one_line(document.span(tokens));
    (does.map(|tokens| words(tokens).trim_end_matches('.').to_owned()), sits.map(|tokens| seat::printed(scene, tokens)))
}

/// Words that a description takes at most to be a trade.
const SHORT: usize = 12;

/// The description of a company that names its kind: "specialist in sports watches".
fn described(scene: &Scene<'_>, id: EntityId) -> Option<TokenRange> {
    let document = scene.reading.document();
    let span = scene.entities.get(id).description.as_ref()?.evidence().first()?.span;
    let tokens = document.tokens();
    let start = tokens.partition_point(|token| token.span.start < span.start);
    let end = tokens.partition_point(|token| token.span.start < span.end);
    let words = TokenRange::new(start, end);
    let pieces = scene.pieces(document.sentence_of(start)).filter(|_| words.len() <= SHORT && !words.is_empty())?;
    trade::names_kind(pieces, words).then_some(words)
}

/// Where something sold is that has no name of its own: "a brewery in Lyon".
pub(super) fn seat_of(scene: &Scene<'_>, words: TokenRange) -> Option<String> {
    let document = scene.reading.document();
    let pieces = scene.pieces(document.sentence_of(words.start))?;
    seat::within(scene, pieces, words).map(|tokens| seat::printed(scene, tokens))
}

/// What something sold is called that has no name of its own: "four breweries".
pub(super) fn called(scene: &Scene<'_>, words: TokenRange) -> String {
    let document = scene.reading.document();
    let pieces = scene.pieces(document.sentence_of(words.start));
    let words = pieces.map_or(words, |pieces| seat::known_by(pieces, words));
    document.on_one_line(document.span(words))
}

/// Whether the name at `at` opens its sentence.
fn is_subject(pieces: &Pieces<'_>, at: usize) -> bool {
    pieces.list[..at]
        .iter()
        .all(|piece| matches!(piece.kind, PieceKind::Function(Function::Determiner) | PieceKind::Mark))
}

/// Where a sentence goes on behind the pronoun that opens it.
fn goes_on(pieces: &Pieces<'_>) -> Option<usize> {
    (pieces.list.first()?.kind == PieceKind::Function(Function::Pronoun)).then_some(1)
}

/// Sentences behind the first of a target in which "the unit" is the target.
const NEAR: usize = 4;

/// What "the unit" does that was sold: "The unit makes pumps."
fn part(scene: &Scene<'_>, first: Option<usize>) -> Option<TokenRange> {
    let first = first?;
    (first + 1..=first + NEAR).find_map(|sentence| {
        let pieces = scene.pieces(sentence)?;
        let article = pieces.list.first()?.kind == PieceKind::Function(Function::Determiner);
        (article && trade::is_part(pieces, 1)).then(|| trade::done_by(pieces, 2)).flatten()
    })
}
