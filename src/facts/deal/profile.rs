//! What a party does and where it is, in the article's words: "the Lyon-based chip maker Arden", "Arden, a maker of pumps".

use super::Scene;
use crate::entities::{EntityId, EntityKind};
use crate::facts::frame::{PieceKind, Pieces};
use crate::language::lexicon::{DealCue, Function};
use crate::language::{Class, NameKind, Place};
use crate::text::TokenRange;

/// Mentions of a party looked at.
const MENTIONS: usize = 6;
/// Words that a trade takes at most.
const TRADE: usize = 12;
/// Words of one member of a list of goods.
const MEMBER: usize = 4;
/// Words before a name that may say what it is.
const BEFORE: usize = 5;

/// What `id` does, and where it is.
pub(super) fn of(scene: &Scene<'_>, id: EntityId) -> (Option<String>, Option<String>) {
    let entity = scene.entities.get(id);
    if !matches!(entity.kind, EntityKind::Company | EntityKind::Organization(_)) {
        return (None, None);
    }
    let document = scene.reading.document();
    let (mut trade, mut seat) = (None, None);
    for mention in entity.mentions.iter().take(MENTIONS) {
        if trade.is_some() && seat.is_some() {
            break;
        }
        let Some(pieces) = scene.pieces(document.sentence_of(mention.tokens.start)) else { continue };
        let Some(at) = pieces.list.iter().position(|piece| piece.tokens.start == mention.tokens.start) else {
            continue;
        };
        trade = trade
            .or_else(|| apposition(pieces, at))
            .or_else(|| noun_before(pieces, at))
            .or_else(|| activity(pieces, at));
        seat = seat.or_else(|| seat_before(scene, pieces, at)).or_else(|| seat_behind(scene, pieces, at));
    }
    let words = |tokens: TokenRange| document.text_of(tokens).to_owned();
    let short = |text: &&str| text.split_whitespace().count() <= TRADE;
    let described = || entity.description.as_ref().map(|text| text.value.as_str()).filter(short).map(str::to_owned);
    let trade = trade.map(|tokens| words(tokens).trim_end_matches('.').to_owned()).or_else(described);
    (trade, seat.map(words))
}

/// Where something sold is that has no name of its own: "a brewery in Lyon".
pub(super) fn seat_of(scene: &Scene<'_>, words: TokenRange) -> Option<String> {
    let document = scene.reading.document();
    let pieces = scene.pieces(document.sentence_of(words.start))?;
    let last = pieces.position(words.end).checked_sub(1)?;
    let inside = pieces.list.iter().position(|piece| words.has(piece.tokens.start) && piece.kind == PieceKind::Name);
    let named = inside.and_then(|at| place(scene, pieces, at));
    let seat = named.or_else(|| seat_behind(scene, pieces, last)).or_else(|| seat_before(scene, pieces, last))?;
    Some(document.text_of(seat).to_owned())
}

/// "Arden, a maker of pumps,"
fn apposition(pieces: &Pieces<'_>, name: usize) -> Option<TokenRange> {
    let kind = |at: usize| pieces.list.get(at).map(|piece| piece.kind);
    let opens = match kind(name + 1) {
        Some(PieceKind::Comma) => name + 2,
        Some(PieceKind::Function(Function::Be)) => name + 2,
        _ => return None,
    };
    let article = kind(opens) == Some(PieceKind::Function(Function::Determiner));
    article.then(|| trade(pieces, opens + 1, pieces.list.len())).flatten()
}

/// "The chip maker Arden"
fn noun_before(pieces: &Pieces<'_>, name: usize) -> Option<TokenRange> {
    let noun = |at: &usize| {
        matches!(pieces.list[*at].kind, PieceKind::Word | PieceKind::Asset | PieceKind::Body | PieceKind::Name)
    };
    let words = (0..name).rev().take(BEFORE).take_while(noun).count();
    let first = name - words;
    let article = first > 0 && pieces.list[first - 1].kind == PieceKind::Function(Function::Determiner);
    let lower =
        |at: usize| pieces.reading.document().word(pieces.list[at].tokens.start).starts_with(char::is_lowercase);
    (words > 0 && article && lower(name - 1)).then(|| trade(pieces, first, name)).flatten()
}

/// The trade that the noun phrase between two pieces names: what stands before a noun that any company can be called by,
/// or behind one for who makes things.
fn trade(pieces: &Pieces<'_>, from: usize, end: usize) -> Option<TokenRange> {
    let end = end.min(pieces.list.len()).min(from + TRADE);
    let first = (from..end).find(|&at| !is_plain(pieces, at))?;
    let stops = |at: usize| !is_noun(pieces, at) || is_generic(pieces, at) || has(pieces, at, DealCue::Based);
    let stop = (first..end).find(|&at| stops(at)).unwrap_or(end);
    if pieces.list.get(stop).is_some() && is_generic(pieces, stop) {
        // "A company operating mines" operates mines.
        return if stop > first { nouns(pieces, first, stop) } else { done(pieces, stop + 1) };
    }
    let last = stop.checked_sub(1).filter(|last| *last >= first)?;
    let behind = pieces.list.get(stop).map(|piece| piece.kind);
    match has(pieces, last, DealCue::Trader) && matches!(behind, Some(PieceKind::Function(Function::Preposition(_)))) {
        true => object(pieces, stop + 1),
        false => is_company_noun(pieces, last).then(|| nouns(pieces, first, stop)).flatten(),
    }
}

fn has(pieces: &Pieces<'_>, at: usize, cue: DealCue) -> bool {
    pieces.list.get(at).is_some_and(|piece| pieces.has_cue(piece.tokens.start, cue))
}

fn is_noun(pieces: &Pieces<'_>, at: usize) -> bool {
    let Some(piece) = pieces.list.get(at) else { return false };
    let stop = pieces.reading.document().word(piece.tokens.start) == ".";
    match piece.kind {
        PieceKind::Word | PieceKind::Asset | PieceKind::Body | PieceKind::Mark => !stop,
        PieceKind::Function(Function::Conjunction) => true,
        // "tea, soap and oil"
        PieceKind::Comma => {
            let list = pieces.list[at + 1..].iter().take(MEMBER);
            let mut list = list.skip_while(|piece| matches!(piece.kind, PieceKind::Word | PieceKind::Asset));
            list.next().is_some_and(|piece| piece.kind == PieceKind::Function(Function::Conjunction))
        }
        _ => false,
    }
}

/// Whether the word at `at` says nothing of what a company does: a place, a nation, "privately held".
fn is_plain(pieces: &Pieces<'_>, at: usize) -> bool {
    let start = pieces.list[at].tokens.start;
    matches!(pieces.list[at].kind, PieceKind::Name | PieceKind::Mark)
        || pieces.lexicon.names.is(pieces.reading.word_id(start), Class::Nationality)
        || has(pieces, at, DealCue::Plain)
        || has(pieces, at, DealCue::Based)
}

/// Whether any company can be called by the noun at `at`.
fn is_generic(pieces: &Pieces<'_>, at: usize) -> bool {
    let piece = pieces.list[at];
    piece.kind == PieceKind::Body || pieces.lexicon.names.is(pieces.reading.word_id(piece.tokens.start), Class::Generic)
}

/// Whether the noun at `at` is one for some kind of company.
fn is_company_noun(pieces: &Pieces<'_>, at: usize) -> bool {
    let start = pieces.list[at].tokens.start;
    has(pieces, at, DealCue::Trader)
        || [Place::Before, Place::Apposition].into_iter().any(|place| {
            let cue = pieces.reading.longest(pieces.lexicon.names.cues(place), start, pieces.tokens.end);
            cue.is_some_and(|found| found.values.iter().any(|cue| cue.kind == NameKind::Company))
        })
}

/// "Arden makes pumps", "Arden, which makes and sells pumps"
fn activity(pieces: &Pieces<'_>, name: usize) -> Option<TokenRange> {
    let passed = |piece: &&crate::facts::frame::Piece| {
        matches!(piece.kind, PieceKind::Comma | PieceKind::Function(Function::Relative | Function::Have))
    };
    let skipped = pieces.list[name + 1..].iter().take(3).take_while(passed).count();
    done(pieces, name + 1 + skipped)
}

/// The object of the verb at `at`, where it is one for what a company does.
fn done(pieces: &Pieces<'_>, at: usize) -> Option<TokenRange> {
    let verb = |at: usize| {
        let start = pieces.list.get(at)?.tokens.start;
        let found = pieces.reading.longest(&pieces.lexicon.deals.cues, start, pieces.tokens.end)?;
        found.values.contains(&DealCue::Activity).then(|| pieces.position(found.tokens.end))
    };
    let mut end = verb(at)?;
    let joined = pieces.list.get(end).is_some_and(|piece| piece.kind == PieceKind::Function(Function::Conjunction));
    if let Some(next) = joined.then(|| verb(end + 1)).flatten() {
        end = next;
    }
    object(pieces, end)
}

/// The nouns of an object that starts at piece `from`, without its article, up to the next preposition or clause.
fn object(pieces: &Pieces<'_>, from: usize) -> Option<TokenRange> {
    let article = pieces.list.get(from)?.kind == PieceKind::Function(Function::Determiner);
    let first = if article { from + 1 } else { from };
    let stop = (first..pieces.list.len().min(first + TRADE)).find(|&at| !is_noun(pieces, at));
    nouns(pieces, first, stop.unwrap_or(pieces.list.len()))
}

/// The words of the pieces from `first` to `stop`, without what joins nothing at their end.
fn nouns(pieces: &Pieces<'_>, first: usize, stop: usize) -> Option<TokenRange> {
    let noun = |at: &usize| matches!(pieces.list[*at].kind, PieceKind::Word | PieceKind::Asset | PieceKind::Body);
    let last = (first..stop.min(pieces.list.len())).rev().find(noun)?;
    if (first..=last).all(|at| is_generic(pieces, at)) {
        return None;
    }
    Some(TokenRange::new(pieces.list[first].tokens.start, pieces.list[last].tokens.end))
}

/// "Lyon-based Arden", "Norway’s Arden"
fn seat_before(scene: &Scene<'_>, pieces: &Pieces<'_>, name: usize) -> Option<TokenRange> {
    for at in (0..name).rev().take(BEFORE) {
        let piece = pieces.list[at];
        match piece.kind {
            PieceKind::Word if at + 1 == name && place(scene, pieces, at).is_some() => return place(scene, pieces, at),
            PieceKind::Name => {
                let behind = pieces.has_cue(piece.tokens.end, DealCue::Based);
                return behind.then(|| place(scene, pieces, at)).flatten();
            }
            PieceKind::Word | PieceKind::Mark | PieceKind::Asset | PieceKind::Possessive => {}
            _ => return None,
        }
    }
    None
}

/// "Arden of Lyon", "Arden, based in Portland, Maine"
fn seat_behind(scene: &Scene<'_>, pieces: &Pieces<'_>, name: usize) -> Option<TokenRange> {
    let mut at = name + 1;
    if pieces.list.get(at)?.kind == PieceKind::Comma {
        at += 1;
    }
    let start = pieces.list.get(at)?.tokens.start;
    let words = pieces.reading.longest(&pieces.lexicon.deals.cues, start, pieces.tokens.end)?;
    if !words.values.contains(&DealCue::Seat) {
        return None;
    }
    let first = pieces.position(words.tokens.end);
    let mut found = place(scene, pieces, first)?;
    // A town and its country stand one behind the other.
    let comma = pieces.list.get(first + 1).is_some_and(|piece| piece.kind == PieceKind::Comma);
    if let Some(wider) = comma.then(|| place(scene, pieces, first + 2)).flatten() {
        found.end = wider.end;
    }
    Some(found)
}

/// The place that the piece at `at` names.
fn place(scene: &Scene<'_>, pieces: &Pieces<'_>, at: usize) -> Option<TokenRange> {
    let (id, tokens) = scene.entities.at(pieces.list.get(at)?.tokens.start)?;
    (scene.entities.get(id).kind == EntityKind::Place).then_some(tokens)
}
