//! What the words around a trigger make of it: no deal, a status, another tense, a new company.

use super::trigger::NEAR;
use super::{Argument, Piece, PieceKind, Pieces};
use crate::language::lexicon::schema::{Role, Status};
use crate::language::lexicon::{DealCue, Function, StatusPlace, StatusWord, Tense};
use crate::text::TokenRange;

/// Where the auxiliaries right before the verb at piece `start` begin: "will acquire", "will be acquired".
pub(super) fn helped_from(pieces: &Pieces<'_>, start: usize, tense: Option<Tense>) -> usize {
    let is = |at: usize, function| {
        at.checked_sub(1).is_some_and(|before| pieces.list[before].kind == PieceKind::Function(function))
    };
    let verb = if is(start, Function::Be) { start - 1 } else { start };
    let bare = tense == Some(Tense::Infinitive) || verb < start;
    match bare && is(verb, Function::Control) {
        true => verb - 1,
        false => start,
    }
}

/// Words before a negator that are one with it.
const REFUSAL: usize = 2;

/// Whether negation, contrast or hypothesis makes the trigger at piece `start` no deal.
pub(in crate::facts) fn is_unreal(pieces: &Pieces<'_>, start: usize, noun: bool, end: usize) -> bool {
    // "At 78 and without heirs, wants to": what is negated before a comma is another thing.
    let mut apart = false;
    for (before, piece) in pieces.before(start, NEAR).enumerate() {
        match piece.kind {
            PieceKind::Function(Function::Negator)
                if before <= 4
                    && !apart
                    && !refuses(pieces, piece.tokens.start)
                    && !binds(pieces, piece.tokens.start) =>
            {
                return true;
            }
            PieceKind::Break => break,
            PieceKind::Comma if before > 2 => break,
            PieceKind::Comma => apart = true,
            _ => {}
        }
        if pieces.has_cue(piece.tokens.start, DealCue::Unreal) && !binds(pieces, piece.tokens.start) {
            return true;
        }
    }
    // "an acquisition of Arden would risk …"
    let after = pieces.list[end.min(pieces.list.len())..].iter().take(NEAR);
    noun && after
        .take_while(|piece| !matches!(piece.kind, PieceKind::Break | PieceKind::Comma))
        .any(|piece| pieces.has_cue(piece.tokens.start, DealCue::Unreal) && !binds(pieces, piece.tokens.start))
}

/// Whether a word at token `at` that takes something away takes it from what follows: "cleared *without conditions*".
fn binds(pieces: &Pieces<'_>, at: usize) -> bool {
    let found = pieces.reading.longest(&pieces.lexicon.deals.cues, at, pieces.tokens.end);
    found.is_some_and(|found| found.values.contains(&DealCue::Unbound))
}

/// Whether the negator at token `at` is a part of words for what became of a deal: "say *no* to", "dejar *sin* efecto".
fn refuses(pieces: &Pieces<'_>, at: usize) -> bool {
    let first = at.saturating_sub(REFUSAL).max(pieces.tokens.start);
    (first..at).any(|start| {
        let found = pieces.reading.longest(&pieces.lexicon.deals.status, start, pieces.tokens.end);
        found.is_some_and(|found| {
            let settles =
                |word: &StatusWord| matches!(word.status, Status::Rejected | Status::Cancelled | Status::Postponed);
            found.tokens.has(at) && found.values.iter().any(settles)
        })
    })
}

/// What a negated trigger at token `at` says of a deal that will not be: "will no longer buy", where the language has words for it.
pub(super) fn called_off(pieces: &Pieces<'_>, at: usize) -> Option<(Status, TokenRange)> {
    let first = at.saturating_sub(NEAR).max(pieces.tokens.start);
    (first..at).find_map(|start| {
        let found = pieces.reading.longest(&pieces.lexicon.deals.status, start, pieces.tokens.end)?;
        let ends = |word: &&StatusWord| {
            word.place == StatusPlace::Anywhere && matches!(word.status, Status::Cancelled | Status::Rejected)
        };
        let word = found.values.iter().find(ends).filter(|_| found.tokens.has(at))?;
        Some((word.status, found.tokens))
    })
}

/// What the words that govern the trigger at piece `start` say of its status.
pub(super) fn governing_status(
    pieces: &Pieces<'_>,
    start: usize,
    verb: TokenRange,
    noun: bool,
) -> Option<(Status, TokenRange)> {
    let mut nearest: Option<(Status, TokenRange)> = None;
    let mut attribute: Option<(Status, TokenRange)> = None;
    for piece in pieces.before(start, NEAR) {
        match piece.kind {
            // "pulled its $600m offer"
            PieceKind::Money(_) if noun && piece.tokens.end == verb.start => continue,
            // "nears Arden takeover", "drops $40m Arden bid"
            PieceKind::Entity(_) if noun && piece.tokens.end == verb.start => continue,
            PieceKind::Money(_) if noun && pieces.names(Some(pieces.position(piece.tokens.end))) => continue,
            // "propose 30 millions pour racheter Arden"
            PieceKind::Money(_) if !noun => continue,
            PieceKind::Entity(_) | PieceKind::Break | PieceKind::Money(_) => break,
            PieceKind::Date | PieceKind::Percentage(_) => continue,
            _ => {}
        }
        let found = pieces.reading.longest(&pieces.lexicon.deals.status, piece.tokens.start, pieces.tokens.end);
        let word = found.as_ref().and_then(|found| found.values.iter().find(|word| word.place != StatusPlace::Verdict));
        if let (Some(found), Some(word)) = (&found, word) {
            // "agreed to buy": a verb alone says it together with the verb it governs.
            let next = pieces.position(found.tokens.end);
            let marks = |at: usize| matches!(pieces.list[at].kind, PieceKind::Function(Function::Preposition(_)));
            let joined = next == start || next + 1 == start && marks(next);
            let tokens = match word.tense.is_some() && found.tokens.len() == 1 && joined && !noun {
                true => TokenRange::new(found.tokens.start, verb.end),
                false => found.tokens,
            };
            // "completed the previously announced sale": what is announced was, and is completed now.
            let participle = matches!(word.tense, Some(Tense::Past | Tense::Participle));
            let announced = noun && participle && word.status == Status::Announced;
            if announced && is_attribute(pieces, piece.tokens.start) {
                attribute = attribute.or(Some((word.status, tokens)));
                continue;
            }
            match (word.status, nearest) {
                // "estaría a punto de comprar": what hearsay governs is hearsay.
                (Status::Rumored, Some(_)) => return Some((word.status, tokens)),
                // "tentatively agreed": what holds the word found first.
                (_, Some((known, inner)))
                    if (known, word.status) == (Status::Announced, Status::Planned)
                        && tokens.start < inner.start
                        && tokens.end > inner.start =>
                {
                    nearest = Some((word.status, tokens));
                }
                (_, Some(_)) => {}
                (Status::Planned | Status::Announced, None) => nearest = Some((word.status, tokens)),
                (_, None) => return Some((word.status, tokens)),
            }
        }
    }
    nearest.or(attribute)
}

/// Words between an article and the participle that it goes with.
const ADVERBS: usize = 2;

/// Whether the participle at token `at` stands between an article and a noun: "the previously *announced* sale".
fn is_attribute(pieces: &Pieces<'_>, at: usize) -> bool {
    let adverb = |piece: &&Piece| matches!(piece.kind, PieceKind::Word | PieceKind::Mark);
    let position = pieces.position(at);
    let adverbs = pieces.before(position, ADVERBS).take_while(adverb).count();
    pieces.before(position - adverbs, 1).any(|piece| piece.kind == PieceKind::Function(Function::Determiner))
}

/// Whether a verb only says that something is agreed: who "has signed a joint venture" has not made it yet.
pub(super) fn only_agrees(pieces: &Pieces<'_>, verb: TokenRange) -> bool {
    let agreed = |word: &StatusWord| word.place == StatusPlace::Governing && word.status == Status::Announced;
    let found = pieces.reading.longest(&pieces.lexicon.deals.status, verb.start, verb.end);
    found.is_some_and(|found| found.tokens.end == verb.end && found.values.iter().any(agreed))
}

/// How many pieces the noun phrase of a trigger may have behind it before its verb.
const PHRASE: usize = 24;

/// What the verb says of the status of which the noun that ends before piece `end` is the subject: "the takeover of
/// Arden by Boreal has collapsed".
pub(super) fn verdict(pieces: &Pieces<'_>, end: usize) -> Option<(Status, TokenRange)> {
    // Inside a phrase behind a preposition, any word can stand.
    let mut inside = false;
    for piece in pieces.list.get(end..)?.iter().take(PHRASE) {
        match piece.kind {
            PieceKind::Function(Function::Preposition(_) | Function::Determiner) => inside = true,
            PieceKind::Function(Function::Be | Function::Have) => inside = false,
            PieceKind::Word | PieceKind::Function(Function::Control) => {
                let start = piece.tokens.start;
                match pieces.reading.longest(&pieces.lexicon.deals.status, start, pieces.tokens.end) {
                    Some(found) => {
                        let told = found
                            .values
                            .iter()
                            .find(|word| word.tense.is_some_and(|tense| tense != Tense::Infinitive))?;
                        let done = matches!(
                            told.status,
                            Status::Completed | Status::Cancelled | Status::Rejected | Status::Postponed
                        );
                        return done.then_some((told.status, found.tokens));
                    }
                    None if inside && piece.kind == PieceKind::Word => {}
                    None => return None,
                }
            }
            PieceKind::Function(_) | PieceKind::Comma | PieceKind::Break | PieceKind::Open | PieceKind::Close => {
                return None;
            }
            _ => {}
        }
    }
    None
}

/// Adjectives that may stand behind the noun for a new company.
const ADJECTIVES: usize = 2;

/// "A joint venture, Arden,": the company that is made is named behind its noun.
pub(super) fn play_new(pieces: &Pieces<'_>, noun: usize, roles: &mut Vec<(Role, Argument)>) {
    let Some(words) = pieces
        .list
        .get(noun)
        .and_then(|piece| pieces.reading.longest(&pieces.lexicon.deals.objects, piece.tokens.start, pieces.tokens.end))
    else {
        return;
    };
    let noun = pieces.position(words.tokens.end);
    // "una joint venture paritetica, Arden"
    let adjectives = pieces.list.iter().skip(noun).take(ADJECTIVES).take_while(|piece| piece.kind == PieceKind::Word);
    let behind = noun + adjectives.count();
    let comma = pieces.list.get(behind).is_some_and(|piece| piece.kind == PieceKind::Comma);
    // "a joint venture, the company Arden,"
    let named = if comma { pieces.member(behind + 1) } else { Some(behind) };
    if let Some(piece) = named.and_then(|next| pieces.list.get(next))
        && let PieceKind::Entity(id) = piece.kind
    {
        roles.push((Role::Target, Argument::Entity(id, piece.tokens)));
    }
}
