//! What a party does: "the chip maker Arden", "Arden, a maker of pumps", "Arden makes pumps".

use crate::facts::frame::{PieceKind, Pieces};
use crate::language::lexicon::{DealCue, Function};
use crate::language::{Class, NameKind, Place};
use crate::text::{TokenKind, TokenRange};

/// Words that a trade takes at most.
const TRADE: usize = 12;
/// Words of one member of a list of goods.
const MEMBER: usize = 4;
/// Words before a name that may say what it is.
const BEFORE: usize = 7;
/// Pieces of an aside behind a name.
const ASIDE: usize = 8;

/// What the name at piece `at` does.
pub(super) fn of(pieces: &Pieces<'_>, at: usize) -> Option<TokenRange> {
    apposition(pieces, at)
        .or_else(|| noun_before(pieces, at))
        .or_else(|| noun_behind(pieces, at))
        .or_else(|| activity(pieces, at))
}

/// "Arden, a maker of pumps,"
fn apposition(pieces: &Pieces<'_>, name: usize) -> Option<TokenRange> {
    let kind = |at: usize| pieces.list.get(at).map(|piece| piece.kind);
    let opens = match kind(name + 1) {
        Some(PieceKind::Comma) => name + 2,
        Some(PieceKind::Function(Function::Be)) => name + 2,
        _ => return None,
    };
    // "is one of the leading makers of pumps"
    let passed = |at: &usize| match kind(*at) {
        Some(PieceKind::Function(Function::Determiner | Function::Preposition(_))) => true,
        Some(PieceKind::Word) => has(pieces, *at, DealCue::Plain),
        _ => false,
    };
    let article = (opens..pieces.list.len().min(opens + MEMBER)).take_while(passed).count();
    (article > 0).then(|| trade(pieces, opens + article, pieces.list.len())).flatten()
}

/// "The chip maker Arden"
fn noun_before(pieces: &Pieces<'_>, name: usize) -> Option<TokenRange> {
    let noun = |at: &usize| {
        matches!(pieces.list[*at].kind, PieceKind::Word | PieceKind::Asset | PieceKind::Body | PieceKind::Name)
    };
    let joins = |at: &usize| noun(at) || kind(pieces, *at) == Some(PieceKind::Function(Function::Conjunction));
    // "its pump unit, Arden"
    let aside = name > 1 && kind(pieces, name - 1) == Some(PieceKind::Comma) && is_part(pieces, name - 2);
    let name = name - usize::from(aside);
    let words = (0..name).rev().take(BEFORE).take_while(joins).count();
    let first = name - words;
    let article = first > 0 && pieces.list[first - 1].kind == PieceKind::Function(Function::Determiner);
    let lower =
        |at: usize| pieces.reading.document().word(pieces.list[at].tokens.start).starts_with(char::is_lowercase);
    (words > 0 && article && lower(name - 1)).then(|| trade(pieces, first, name)).flatten()
}

/// "Its Arden Corp oil and gas subsidiary"
fn noun_behind(pieces: &Pieces<'_>, name: usize) -> Option<TokenRange> {
    let owned = name > 0 && kind(pieces, name - 1) == Some(PieceKind::Function(Function::Determiner));
    let told = |at: usize| {
        let start = pieces.list[at].tokens.start;
        let deals = &pieces.lexicon.deals;
        pieces.reading.longest(&deals.triggers, start, pieces.tokens.end).is_some()
            || has(pieces, at, DealCue::Activity)
            || !pieces.reading.document().word(start).starts_with(char::is_lowercase)
    };
    let end = (name + 1..pieces.list.len().min(name + 1 + BEFORE))
        .take_while(|&at| is_noun(pieces, at) && !told(at))
        .find(|&at| is_part(pieces, at))?;
    (owned && end > name + 1).then(|| nouns(pieces, name + 1, end)).flatten()
}

/// Whether one of the nouns of `words` is one for a kind of company.
pub(super) fn names_kind(pieces: &Pieces<'_>, words: TokenRange) -> bool {
    let inside = (0..pieces.list.len()).filter(|&at| words.has(pieces.list[at].tokens.start));
    inside.into_iter().any(|at| is_company_noun(pieces, at) && !is_generic(pieces, at))
}

/// Whether the noun at `at` is one for a part of a company: "unit", "subsidiary", "business".
pub(super) fn is_part(pieces: &Pieces<'_>, at: usize) -> bool {
    pieces.list.get(at).is_some() && is_generic(pieces, at)
}

/// What is done by whom the verb at `at` tells.
pub(super) fn done_by(pieces: &Pieces<'_>, at: usize) -> Option<TokenRange> {
    done(pieces, at)
}

fn kind(pieces: &Pieces<'_>, at: usize) -> Option<PieceKind> {
    pieces.list.get(at).map(|piece| piece.kind)
}

/// The trade that the noun phrase between two pieces names: what stands before a noun that any company can be called by,
/// or behind one for who makes things.
fn trade(pieces: &Pieces<'_>, from: usize, end: usize) -> Option<TokenRange> {
    let end = end.min(pieces.list.len()).min(from + TRADE);
    let first = (from..end).find(|&at| !is_plain(pieces, at))?;
    let stops = |at: usize| !is_noun(pieces, at) || is_generic(pieces, at) || sits(pieces, at);
    let stop = (first..end).find(|&at| stops(at)).unwrap_or(end);
    if pieces.list.get(stop).is_some() && is_generic(pieces, stop) {
        // "A company operating mines" operates mines.
        let relative = matches!(kind(pieces, stop + 1), Some(PieceKind::Function(_)));
        return if stop > first { nouns(pieces, first, stop) } else { done(pieces, stop + 1 + usize::from(relative)) };
    }
    let last = stop.checked_sub(1).filter(|last| *last >= first)?;
    let behind = pieces.list.get(stop).map(|piece| piece.kind);
    // "the largest coal producer in", but "a maker of pumps", "the maker and distributor of pumps".
    let bare = (first..=last).all(|at| {
        has(pieces, at, DealCue::Trader) || kind(pieces, at) == Some(PieceKind::Function(Function::Conjunction))
    });
    let of = matches!(behind, Some(PieceKind::Function(Function::Preposition(_))));
    match bare && of {
        true => object(pieces, stop + 1),
        false => is_company_noun(pieces, last).then(|| nouns(pieces, first, stop)).flatten(),
    }
}

fn has(pieces: &Pieces<'_>, at: usize, cue: DealCue) -> bool {
    pieces.list.get(at).is_some_and(|piece| pieces.has_cue(piece.tokens.start, cue))
}

/// Whether the words at `at` lead to a place: "based in".
fn sits(pieces: &Pieces<'_>, at: usize) -> bool {
    has(pieces, at, DealCue::Based) || has(pieces, at, DealCue::Seat)
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
    let tokens = pieces.list[at].tokens;
    let start = tokens.start;
    // "the country's leading"
    let owner = || tokens.len() > 1 && pieces.reading.document().word(tokens.end - 1).starts_with(['’', '\'']);
    matches!(pieces.list[at].kind, PieceKind::Name | PieceKind::Mark)
        || owner()
        || pieces.lexicon.names.is(pieces.reading.word_id(start), Class::Nationality)
        || has(pieces, at, DealCue::Plain)
        || has(pieces, at, DealCue::Based)
}

/// "161 shops", "a 60,000 subscriber system": how many there are says nothing of what they are.
fn is_figure(pieces: &Pieces<'_>, at: usize) -> bool {
    let start = pieces.list[at].tokens.start;
    pieces.reading.document().tokens().get(start).is_some_and(|token| token.kind == TokenKind::Number)
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
pub(super) fn activity(pieces: &Pieces<'_>, name: usize) -> Option<TokenRange> {
    let passed = |piece: &&crate::facts::frame::Piece| {
        matches!(piece.kind, PieceKind::Comma | PieceKind::Function(Function::Relative | Function::Have))
    };
    let skipped = pieces.list[name + 1..].iter().take(3).take_while(passed).count();
    // "Arden, based in Norrow, makes pumps"
    let aside = || {
        let comma = |at: &usize| kind(pieces, *at) == Some(PieceKind::Comma);
        let close = (name + 2..pieces.list.len().min(name + 2 + ASIDE)).rfind(comma).filter(|_| comma(&(name + 1)))?;
        done(pieces, close + 1)
    };
    done(pieces, name + 1 + skipped).or_else(aside)
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
    let first = (first..pieces.list.len()).find(|&at| !is_plain(pieces, at) && !is_figure(pieces, at))?;
    let stop = (first..pieces.list.len().min(first + TRADE)).find(|&at| !is_noun(pieces, at) || sits(pieces, at));
    nouns(pieces, first, stop.unwrap_or(pieces.list.len()))
}

/// The words of the pieces from `first` to `stop`, without what joins nothing at their end.
fn nouns(pieces: &Pieces<'_>, first: usize, stop: usize) -> Option<TokenRange> {
    let noun = |at: &usize| matches!(pieces.list[*at].kind, PieceKind::Word | PieceKind::Asset | PieceKind::Body);
    // "pumps mainly", "travel business"
    let idle = |at: &usize| is_plain(pieces, *at) || is_generic(pieces, *at);
    let last = (first..stop.min(pieces.list.len())).rev().find(|at| noun(at) && !idle(at))?;
    Some(TokenRange::new(pieces.list[first].tokens.start, pieces.list[last].tokens.end))
}
