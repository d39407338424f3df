//! What a sentence tells of as past already when the news happened.

use super::Scene;
use crate::facts::frame::{FrameMatch, Piece, PieceKind, Pieces};
use crate::language::lexicon::schema::Status;
use crate::language::lexicon::{DealCue, Function, Tense};
use crate::mentions::{DateMention, Precision};
use crate::text::TokenRange;

/// "Avait acheté": what was past already when the news happened.
pub(super) fn is_past_before(pieces: &Pieces<'_>, found: &FrameMatch<'_>) -> bool {
    let verb = pieces.position(found.words.start);
    let told = found.tense == Some(Tense::Participle);
    // The verb may have its auxiliary in its words already, or an adverb in between. Where verbs close clauses it stands behind
    // them, or anywhere before: "hatte Arden 2019 gekauft", "das Arden gekauft hatte".
    let last = pieces.lexicon.grammar.verb_last;
    let apart = |at: &usize| !matches!(pieces.list[*at].kind, PieceKind::Comma | PieceKind::Break);
    let clause = || (0..verb).rev().take_while(apart).count();
    let reach = if last { clause() } else { 2 };
    let mut near = pieces.list.iter().take(verb + 1 + usize::from(last)).skip(verb.saturating_sub(reach));
    let past = told
        && near.any(|piece| {
            let auxiliaries = &pieces.lexicon.grammar.pluperfect;
            pieces.reading.longest(auxiliaries, piece.tokens.start, pieces.tokens.end).is_some()
        });
    past && !is_reported(pieces, verb)
}

/// "a annoncé lundi qu'il avait acheté": whether the clause of the verb at piece `verb` is what somebody says, so that its time is
/// that of the news.
fn is_reported(pieces: &Pieces<'_>, verb: usize) -> bool {
    let opens = |at: &usize| pieces.list[*at].kind == PieceKind::Function(Function::Relative) || pieces.is_that(*at);
    let inside = |at: &usize| !matches!(pieces.list[*at].kind, PieceKind::Comma | PieceKind::Break);
    (0..verb).rev().take_while(inside).find(opens).is_some_and(|at| is_said(pieces, at))
}

/// Whether a verb of telling news governs the clause that the word at piece `at` opens: "informó el lunes *de que*", "teilte
/// am Montag mit, *dass*", but not "anunció la compra de la planta *que*".
fn is_said(pieces: &Pieces<'_>, at: usize) -> bool {
    let kind = |at: usize| pieces.list.get(at).map(|piece| piece.kind);
    let tells = |at: &usize| {
        let start = pieces.list[*at].tokens.start;
        pieces.reading.longest(&pieces.lexicon.grammar.reports, start, pieces.tokens.end).is_some()
    };
    let small = |at: &usize| {
        let kind = pieces.list[*at].kind;
        matches!(kind, PieceKind::Date | PieceKind::Word)
            || matches!(kind, PieceKind::Function(Function::Determiner | Function::Preposition(_) | Function::Control))
    };
    let comma = at > 0 && kind(at - 1) == Some(PieceKind::Comma);
    let end = at - usize::from(comma);
    let verb = (0..end).rev().take(SAID).take_while(|at| small(at) || tells(at)).find(tells);
    // What stands behind the verb in between is no object of its own.
    verb.is_some_and(|verb| {
        let article = kind(verb + 1) == Some(PieceKind::Function(Function::Determiner));
        !article || matches!(kind(verb + 2), Some(PieceKind::Date))
    })
}

/// How many pieces behind a verb of saying what is said may open.
const SAID: usize = 6;

/// Whether words of the past stand where they tell of the trigger at `words`: beside it, or at the head of the sentence,
/// but in no aside ("buys Arden, its supplier ten years ago").
pub(super) fn is_cued(pieces: &Pieces<'_>, words: TokenRange) -> bool {
    let trigger = pieces.position(words.start);
    let parts = |piece: &Piece| matches!(piece.kind, PieceKind::Comma | PieceKind::Break);
    pieces.list.iter().enumerate().any(|(at, piece)| {
        let between = if at < trigger { at..trigger } else { trigger..at };
        pieces.has_cue(piece.tokens.start, DealCue::Background)
            && !is_told_back(pieces, at)
            && (!pieces.list[..at].iter().any(parts) || !pieces.list.get(between).unwrap_or_default().iter().any(parts))
    })
}

/// Whether the words of the past at piece `at` are but the tense of what is said as news: "a annoncé qu'il *avait racheté*
/// Arden", "anunciou *que comprou* a Arden".
fn is_told_back(pieces: &Pieces<'_>, at: usize) -> bool {
    let piece = pieces.list[at];
    let auxiliaries = &pieces.lexicon.grammar.pluperfect;
    let had = || pieces.reading.longest(auxiliaries, piece.tokens.start, pieces.tokens.end).is_some();
    match piece.kind {
        PieceKind::Function(Function::Relative) => is_said(pieces, at),
        _ => had() && is_reported(pieces, at),
    }
}

/// "In 2018 it had dropped the plan": whether `words` of the sentence at `position` tell of a time before the news, by the
/// year or the tense of their clause, or of the one before where theirs has no verb of its own ("… and then dropped it").
pub(super) fn is_told_of_past(scene: &Scene<'_>, position: usize, words: TokenRange) -> bool {
    let Some(pieces) = scene.pieces(position) else { return false };
    let parts = |piece: &Piece| matches!(piece.kind, PieceKind::Comma | PieceKind::Break);
    let at = pieces.position(words.start);
    let end = (at..pieces.list.len()).find(|&at| parts(&pieces.list[at])).unwrap_or(pieces.list.len());
    let mut last = end;
    loop {
        let first = (0..last.min(at)).rev().find(|&at| parts(&pieces.list[at])).map_or(0, |comma| comma + 1);
        let clause = pieces.list.get(first..last).unwrap_or_default();
        if clause.iter().any(|piece| is_of_past(scene, pieces, piece)) {
            return true;
        }
        let helps = |piece: &Piece| {
            matches!(piece.kind, PieceKind::Function(Function::Have | Function::Be | Function::Control))
        };
        if first == 0 || clause.iter().any(helps) {
            return false;
        }
        last = first - 1;
    }
}

/// Whether a piece sets what its clause tells before the news.
fn is_of_past(scene: &Scene<'_>, pieces: &Pieces<'_>, piece: &Piece) -> bool {
    let start = piece.tokens.start;
    match piece.kind {
        PieceKind::Date => {
            let dates = &scene.mentions.dates;
            let date = dates.get(dates.partition_point(|date| date.tokens.start < start));
            let year = date.and_then(|date| date.edtf.get(..4)?.parse::<i32>().ok());
            let open = date.is_some_and(|date| date.precision != Precision::Year);
            year.is_some_and(|year| scene.present.map_or(!open, |present| year < present))
        }
        _ => {
            pieces.has_cue(start, DealCue::Background)
                || pieces.reading.longest(&pieces.lexicon.grammar.pluperfect, start, pieces.tokens.end).is_some()
        }
    }
}

/// "Bought in 2019": news is dated by the day or not at all.
pub(super) fn is_dated_by_year(scene: &Scene<'_>, pieces: &Pieces<'_>, found: &FrameMatch<'_>) -> bool {
    // "plans its listing for 2026"
    let ahead = matches!(found.status, Some((Status::Planned | Status::Rumored, _)));
    let will = pieces.list.get(pieces.position(found.words.start)).map(|piece| piece.kind);
    let will = found.words.start < found.trigger.start && will == Some(PieceKind::Function(Function::Control));
    let ahead = ahead || will;
    let told = !ahead && matches!(found.tense, None | Some(Tense::Past | Tense::Participle));
    let start = pieces.position(found.trigger.start);
    // "Arden, founded in 1871, was bought": before a comma right before the verb likewise.
    let helps = |at: &usize| matches!(pieces.list[*at].kind, PieceKind::Function(Function::Have | Function::Be));
    let verb = start - (0..start).rev().take_while(helps).count();
    let aside = verb > 0 && pieces.list[verb - 1].kind == PieceKind::Comma;
    let first = if aside { verb } else { start.saturating_sub(YEAR) };
    let last = pieces.position(found.trigger.end);
    let stops = |piece: &&Piece| {
        matches!(piece.kind, PieceKind::Break | PieceKind::Comma)
            || matches!(piece.kind, PieceKind::Function(Function::Relative | Function::Subordinator))
    };
    // "bought Arden, founded in 1871": behind a comma the year is one of something else.
    let behind = pieces.list.iter().skip(last).take(2 * YEAR).take_while(|piece| !stops(piece));
    let near = pieces.list.iter().take(last).skip(first).chain(behind);
    let own = found.tense.is_none() && is_of_year(pieces, found, scene.present);
    own || told
        && near.filter(|piece| piece.kind == PieceKind::Date).any(|piece| {
            let dates = &scene.mentions.dates;
            let date = dates.get(dates.partition_point(|date| date.tokens.start < piece.tokens.start));
            // "by the end of the year": of which, nobody says.
            let year = |date: &DateMention| date.precision == Precision::Year && date.edtf != OPEN;
            date.is_some_and(|date| year(date) && date.tokens.start == piece.tokens.start)
        })
}

/// "Their 2013 merger": a year right before the noun, which is no date by itself, and none of the news.
fn is_of_year(pieces: &Pieces<'_>, found: &FrameMatch<'_>, present: Option<i32>) -> bool {
    let before = pieces.position(found.trigger.start).checked_sub(1).map(|at| pieces.list[at].tokens);
    let word = before.map_or("", |tokens| pieces.reading.document().word(tokens.start));
    let year = word.parse().ok().filter(|year| word.len() == 4 && YEARS.contains(year));
    year.is_some_and(|year| present.is_none_or(|present| year < present))
}

/// Numbers of four digits that are years when they stand before a noun.
const YEARS: std::ops::Range<i32> = 1900..2100;
/// A part of a year that is not known, in EDTF.
const OPEN: &str = "XXXX~";
/// How many pieces a year may stand from the trigger that it dates.
const YEAR: usize = 5;
