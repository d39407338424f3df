//! Where a party is: "Lyon-based Arden", "Arden of Lyon", "Arden, a maker of pumps based in Portland, Maine".

use super::Scene;
use crate::entities::EntityKind;
use crate::facts::frame::{PieceKind, Pieces};
use crate::language::Class;
use crate::language::lexicon::{DealCue, Function};
use crate::text::TokenRange;

/// Words before a name that may say where it is.
const BEFORE: usize = 7;
/// Pieces of an aside that may say so.
const ASIDE: usize = 14;

/// Where the company named at piece `at` is.
pub(super) fn of(scene: &Scene<'_>, pieces: &Pieces<'_>, at: usize) -> Option<TokenRange> {
    before(scene, pieces, at).or_else(|| behind(scene, pieces, at)).or_else(|| aside(scene, pieces, at))
}

/// Where something sold is that has no name of its own: "a brewery in Lyon".
pub(super) fn within(scene: &Scene<'_>, pieces: &Pieces<'_>, words: TokenRange) -> Option<TokenRange> {
    let last = pieces.position(words.end).checked_sub(1)?;
    let inside = pieces.list.iter().position(|piece| words.has(piece.tokens.start) && piece.kind == PieceKind::Name);
    let named = inside.and_then(|at| place(scene, pieces, at));
    named.or_else(|| behind(scene, pieces, last)).or_else(|| before(scene, pieces, last))
}

/// The words for something sold that has no name of its own, with how many there are and what they do: "*four* clinics", "das
/// Geschäft *mit Lacken und Farben*". Where it is has a field of its own: see [`within`].
pub(super) fn known_by(pieces: &Pieces<'_>, words: TokenRange) -> TokenRange {
    let first = pieces.position(words.start);
    let counts =
        |at: &usize| kind(pieces, *at) == Some(PieceKind::Function(Function::Determiner)) && pieces.is_number(*at);
    let start = first.checked_sub(1).filter(counts).map_or(words.start, |at| pieces.list[at].tokens.start);
    let noun = |at: usize| {
        let piece = pieces.list.get(at).filter(|piece| matches!(piece.kind, PieceKind::Word | PieceKind::Asset))?;
        pieces.reading.document().word(piece.tokens.start).starts_with(char::is_uppercase).then_some(piece.tokens)
    };
    // "mit Lacken", "mit Lacken und Farben"
    let joined = |found: Option<TokenRange>| {
        let found = found?;
        let and = pieces.position(found.end);
        let joins = kind(pieces, and) == Some(PieceKind::Function(Function::Conjunction));
        let other = joins.then(|| noun(and + 1)).flatten();
        Some(other.unwrap_or(found).end)
    };
    let behind = pieces.position(words.end);
    let field = || {
        let document = pieces.reading.document();
        let leads = pieces.list.get(behind).filter(|piece| piece.tokens.len() == 1)?.tokens.start;
        let text = format!("{} {}", document.folded(words.end - 1), document.folded(leads));
        let opens = pieces.lexicon.deals.fields.iter().any(|ending| text.ends_with(ending.as_str()));
        opens.then(|| joined(noun(behind + 1 + usize::from(counts(&(behind + 1)))))).flatten()
    };
    // "das Werk Hamburg"
    let beside = || {
        let piece = pieces.list.get(behind).filter(|piece| piece.kind == PieceKind::Name)?;
        (pieces.lexicon.grammar.verb_last && piece.tokens.start == words.end).then_some(piece.tokens.end)
    };
    TokenRange::new(start, field().or_else(beside).unwrap_or(words.end))
}

/// The words of a place, without the stop of the sentence that ends with it.
pub(super) fn printed(scene: &Scene<'_>, tokens: TokenRange) -> String {
    let document = scene.reading.document();
    let text = document.text_of(tokens);
    let ends =
        document.sentences().get(document.sentence_of(tokens.start)).is_some_and(|at| at.tokens.end == tokens.end);
    let word = document.word(tokens.end - 1);
    let abbreviated = ends && word.matches('.').count() == 1 && word.len() > 2;
    if abbreviated { text.trim_end_matches('.').to_owned() } else { text.to_owned() }
}

fn kind(pieces: &Pieces<'_>, at: usize) -> Option<PieceKind> {
    pieces.list.get(at).map(|piece| piece.kind)
}

/// "Lyon-based Arden", "Norway’s Arden"
fn before(scene: &Scene<'_>, pieces: &Pieces<'_>, name: usize) -> Option<TokenRange> {
    for at in (0..name).rev().take(BEFORE) {
        let piece = pieces.list[at];
        match piece.kind {
            // "Norway’s largest pump maker Arden"
            PieceKind::Word if (at + 1 == name || piece.tokens.len() > 1) && place(scene, pieces, at).is_some() => {
                return place(scene, pieces, at);
            }
            PieceKind::Name => {
                // "its Lyon pump subsidiary Arden"
                let owned =
                    at > 0 && kind(pieces, at - 1) == Some(PieceKind::Function(Function::Determiner)) && at + 1 < name;
                let behind = owned || pieces.has_cue(piece.tokens.end, DealCue::Based);
                return behind.then(|| place(scene, pieces, at)).flatten();
            }
            PieceKind::Word
            | PieceKind::Mark
            | PieceKind::Asset
            | PieceKind::Body
            | PieceKind::Possessive
            | PieceKind::Function(Function::Conjunction) => {}
            _ => return None,
        }
    }
    None
}

/// "Arden of Lyon", "Arden, based in Portland, Maine", "Arden is based in Lyon", "Arden, Portland, Maine,"
fn behind(scene: &Scene<'_>, pieces: &Pieces<'_>, name: usize) -> Option<TokenRange> {
    let comma = kind(pieces, name + 1)? == PieceKind::Comma;
    let verb = kind(pieces, name + 1)? == PieceKind::Function(Function::Be);
    let at = name + 1 + usize::from(comma || verb);
    if comma && let Some(found) = town(scene, pieces, at).filter(|town| town.len() > 2 && is_town(scene, pieces, at)) {
        return Some(found);
    }
    led(scene, pieces, at, verb)
}

/// The place behind the words for "based in" at piece `at`; one small word is enough, but not behind a verb.
pub(super) fn led(scene: &Scene<'_>, pieces: &Pieces<'_>, at: usize, several: bool) -> Option<TokenRange> {
    let start = pieces.list.get(at)?.tokens.start;
    let words = pieces.reading.longest(&pieces.lexicon.deals.cues, start, pieces.tokens.end)?;
    if !words.values.contains(&DealCue::Seat) || several && words.tokens.len() == 1 {
        return None;
    }
    town(scene, pieces, pieces.position(words.tokens.end))
}

/// "Arden, a maker of pumps based in Portland, Maine", "Arden, a Portland-based maker", "Arden, a Canadian maker"
fn aside(scene: &Scene<'_>, pieces: &Pieces<'_>, name: usize) -> Option<TokenRange> {
    let opens = kind(pieces, name + 1)? == PieceKind::Comma;
    let article = kind(pieces, name + 2)? == PieceKind::Function(Function::Determiner);
    if !opens || !article {
        return None;
    }
    let nation = |at: usize| {
        let tokens = pieces.list.get(at)?.tokens;
        let adjective = pieces.lexicon.names.is(pieces.reading.word_id(tokens.start), Class::Nationality);
        adjective.then_some(tokens)
    };
    let based = |at: usize| {
        let seat = place(scene, pieces, at)?;
        pieces.has_cue(pieces.list[at].tokens.end, DealCue::Based).then_some(seat)
    };
    let first = name + 3;
    if let Some(found) = based(first).or_else(|| nation(first)).or_else(|| place(scene, pieces, first)) {
        return Some(found);
    }
    let inside = (first..pieces.list.len().min(first + ASIDE)).take_while(|&at| {
        !matches!(kind(pieces, at), Some(PieceKind::Comma | PieceKind::Break | PieceKind::Entity(_)))
    });
    inside.into_iter().find_map(|at| based(at).or_else(|| led(scene, pieces, at, true)))
}

/// The place at piece `at`, with the wider one behind it: "Portland, Maine", "Portland, Ore."
fn town(scene: &Scene<'_>, pieces: &Pieces<'_>, at: usize) -> Option<TokenRange> {
    let mut found = place(scene, pieces, at)?;
    let comma = kind(pieces, at + 1) == Some(PieceKind::Comma);
    let state = || {
        let tokens = pieces.list.get(at + 2)?.tokens;
        let word = pieces.reading.document().word(tokens.start);
        let short = tokens.len() == 1 && word.ends_with('.') && word.starts_with(char::is_uppercase);
        short.then_some(tokens)
    };
    if let Some(wider) = comma.then(|| place(scene, pieces, at + 2).or_else(state)).flatten() {
        found.end = wider.end;
    }
    Some(found)
}

/// Whether the place at `at` stands alone between commas: its state behind it, and nothing that goes on.
fn is_town(scene: &Scene<'_>, pieces: &Pieces<'_>, at: usize) -> bool {
    place(scene, pieces, at).is_some()
        && matches!(kind(pieces, at + 3), None | Some(PieceKind::Comma | PieceKind::Mark))
}

/// The place that the piece at `at` names.
fn place(scene: &Scene<'_>, pieces: &Pieces<'_>, at: usize) -> Option<TokenRange> {
    let (id, tokens) = scene.entities.at(pieces.list.get(at)?.tokens.start)?;
    (scene.entities.get(id).kind == EntityKind::Place).then_some(tokens)
}
