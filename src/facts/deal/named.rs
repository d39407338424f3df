//! Whom the noun for a part names: "Buyer: Arden", "the seller, Arden,", "Arden is the new owner of".

use super::PartyRole;
use super::draft::Who;
use crate::facts::frame::{Argument, Piece, PieceKind, Pieces};
use crate::language::lexicon::{DealCue, Function};
use crate::text::TokenRange;

/// Pieces between the noun and what ties it to a name: "the buyer of the plant, for 3 million, is".
const BETWEEN: usize = 12;

/// Words between the noun and its verb: "the sellers *also* are".
const ADJECTIVES: usize = 2;
/// Words of a noun that says who somebody is: "the private equity firm".
const NOUNS: usize = 4;

/// Pieces at the opening of a label in which an adviser is told: "- *Legal counsel* to the seller:".
const LABEL: usize = 3;

/// The noun for a part and whom it names.
#[derive(Debug, Clone)]
pub(super) struct Label {
    /// The part.
    pub role: PartyRole,
    /// The words of the noun.
    pub words: TokenRange,
    /// Who is named.
    pub named: Vec<Who>,
}

/// The labels of a sentence.
pub(super) fn labels(pieces: &Pieces<'_>) -> Vec<Label> {
    let label = |start| {
        let noun = Noun::at(pieces, start)?;
        let named: Vec<Who> = noun.named().into_iter().filter_map(Who::named).collect();
        (!named.is_empty()).then_some(Label { role: noun.role, words: noun.words, named })
    };
    (0..pieces.list.len()).filter_map(label).collect()
}

/// The noun for a part, where it stands in its sentence.
struct Noun<'p, 'a> {
    pieces: &'p Pieces<'a>,
    /// The part.
    role: PartyRole,
    words: TokenRange,
    /// Position of its first piece.
    start: usize,
    /// Position of the piece behind it.
    end: usize,
}

impl<'p, 'a> Noun<'p, 'a> {
    /// The noun whose first piece is the one at `start`, if it is one and not part of a name.
    fn at(pieces: &'p Pieces<'a>, start: usize) -> Option<Self> {
        let piece = pieces.list.get(start)?;
        if matches!(piece.kind, PieceKind::Entity(_) | PieceKind::Name) {
            return None;
        }
        let found = pieces.reading.longest(&pieces.lexicon.deals.parts, piece.tokens.start, pieces.tokens.end)?;
        let role = found.values.first().copied().and_then(PartyRole::of)?;
        let words = found.tokens;
        let noun = Self { pieces, role, words, start, end: pieces.position(words.end) };
        (!noun.is_advised()).then_some(noun)
    }

    /// "Counsel to the seller: Arden": whether a label that opens with an adviser says whom they advise.
    fn is_advised(&self) -> bool {
        let document = self.pieces.reading.document();
        let colon = self.words.end < self.pieces.tokens.end && document.word(self.words.end) == ":";
        let opens = |piece: &Piece| self.pieces.has_cue(piece.tokens.start, DealCue::Adviser);
        colon && self.pieces.list[..self.start].iter().take(LABEL).any(opens)
    }

    /// Whom it names.
    fn named(&self) -> Vec<Argument> {
        if self.role == PartyRole::Target {
            return self.joined_right(self.called());
        }
        if let Some(name) = self.defined() {
            return vec![name];
        }
        let subject = self.among().or_else(|| self.with_article()).or_else(|| self.without_article());
        match subject.or_else(|| self.apposed()) {
            Some(name) => self.pieces.joined_left(name),
            None => match self.title().or_else(|| self.behind()).or_else(|| self.tied()) {
                Some(name) => self.pieces.joined_right(name),
                None => self.tied_apposed(),
            },
        }
    }

    /// "Their joint venture, called Arden,": the word of naming stands right before the name.
    fn called(&self) -> Option<usize> {
        let parted = self.kind(self.end) == Some(PieceKind::Break);
        self.pieces.member(self.end + usize::from(parted))
    }

    /// The name before the bracket in which nothing but the noun stands: "Arden Ltd. (the “Seller”)".
    fn defined(&self) -> Option<Argument> {
        let list = &self.pieces.list;
        let opens = |piece: &Piece| matches!(piece.kind, PieceKind::Mark | PieceKind::Function(Function::Determiner));
        let before = list[..self.start].iter().rev().take(BETWEEN).take_while(|piece| opens(piece)).count();
        let bracket = self.start.checked_sub(before + 1).filter(|&at| list[at].kind == PieceKind::Open)?;
        let name = list.get(bracket.checked_sub(1)?)?;
        match name.kind {
            PieceKind::Entity(id) => Some(Argument::Entity(id, name.tokens)),
            _ => None,
        }
    }

    /// "Boreal and Arden are among the suitors for"
    fn among(&self) -> Option<usize> {
        let among = self.has_article() && is_preposition(self.before(2)) && is_be(self.before(3));
        if among && is_preposition(self.kind(self.end)) { self.free_name(4) } else { None }
    }

    /// "Arden is the new owner of", "Arden and Cairn are the sellers."
    fn with_article(&self) -> Option<usize> {
        let end = self.kind(self.end);
        let ends = || self.role == PartyRole::Seller && end.is_none_or(|kind| kind == PieceKind::Mark);
        let closed = self.role == PartyRole::Investor || ends() || is_preposition(end);
        if self.has_article() && is_be(self.before(2)) && closed { self.free_name(3) } else { None }
    }

    /// "Arden ist neuer Eigentümer von", or without the verb in a heading: an adjective instead of an article.
    fn without_article(&self) -> Option<usize> {
        if !is_preposition(self.kind(self.end)) && !self.pieces.is_genitive(self.end) {
            return None;
        }
        match self.start {
            1 => self.name(1),
            _ if is_be(self.before(1)) => self.free_name(2),
            _ => None,
        }
    }

    /// "Arden, the seller, gets", but no list: "Arden, the seller and".
    fn apposed(&self) -> Option<usize> {
        let aside = self.before(2) == Some(PieceKind::Comma) && self.closes(self.end);
        if self.role != PartyRole::Investor && self.has_article() && aside { self.name(3) } else { None }
    }

    /// "Suitor Arden", but "rival suitor Arden".
    fn title(&self) -> Option<usize> {
        let opens = |kind: PieceKind| !matches!(kind, PieceKind::Word | PieceKind::Function(Function::Determiner));
        let named = matches!(self.kind(self.end), Some(PieceKind::Entity(_)));
        (named && self.before(1).is_some_and(opens)).then_some(self.end)
    }

    /// "The seller Arden", "the seller, the fund Arden," and "At the head, Arden".
    fn behind(&self) -> Option<usize> {
        let definite = || self.has_article() && !self.pieces.is_indefinite(self.start - 1);
        let opens = self.start == 0 || definite();
        if !opens || self.is_listed() || self.pieces.is_genitive(self.end) {
            return None;
        }
        self.pieces.member(self.end + usize::from(self.has_comma()))
    }

    /// "Cairn for the sellers, Arden for the buyer"
    fn is_listed(&self) -> bool {
        // "with the seller, the fund Arden:": an article of its own, and nobody said to be for anyone.
        let apposed = || {
            let article = is_article(self.kind(self.end + 1));
            article && self.pieces.member(self.end + 1).is_some_and(|name| self.closes(name + 1))
        };
        is_preposition(self.before(2)) && self.has_article() && self.has_comma() && !apposed()
    }

    /// The name that a verb or colon further on ties to the noun.
    fn tied(&self) -> Option<usize> {
        let Self { pieces, end, .. } = *self;
        let genitive = pieces.is_genitive(end);
        let reach = if genitive { 2 * BETWEEN } else { BETWEEN };
        // "Käufer der Grazer Arden ist"
        let of = if genitive { pieces.member(end) } else { None };
        // "The buyer of Boreal is"
        let belongs = |at: usize| of == Some(at) || at == end + 1 && is_preposition(self.kind(end));
        for at in end..pieces.list.len().min(end + reach) {
            match pieces.list[at].kind {
                PieceKind::Entity(_) if belongs(at) => {}
                PieceKind::Entity(_) | PieceKind::Function(Function::Relative | Function::Subordinator) => return None,
                PieceKind::Function(Function::Be) => return pieces.member(at + 1),
                PieceKind::Break => {
                    let colon = pieces.reading.document().word(pieces.list[at].tokens.start) == ":";
                    return if colon { pieces.member(at + 1) } else { None };
                }
                _ => {}
            }
        }
        None
    }

    /// "The sellers are the founder, *Arden*, and the fund *Cairn*": the names set off by commas behind nouns.
    fn tied_apposed(&self) -> Vec<Argument> {
        let be = (self.end..self.end + ADJECTIVES).find(|&at| is_be(self.kind(at)));
        let noun = |at: &usize| matches!(self.kind(*at), Some(PieceKind::Word | PieceKind::Asset | PieceKind::Body));
        let Some(article) = be.map(|be| be + 1).filter(|&at| is_article(self.kind(at))) else { return Vec::new() };
        let comma = article + 1 + (article + 1..article + 1 + NOUNS).take_while(noun).count();
        let named = (self.kind(comma) == Some(PieceKind::Comma)).then(|| self.pieces.member(comma + 1)).flatten();
        let Some(name) = named.filter(|&name| self.pieces.closes(name + 1)) else { return Vec::new() };
        let mut found = self.pieces.joined_right(name);
        // "…, and the fund Cairn"
        let joins = self.kind(name + 1) == Some(PieceKind::Comma)
            && self.kind(name + 2) == Some(PieceKind::Function(Function::Conjunction));
        if joins && found.len() == 1 {
            found.extend(self.joined_right(self.pieces.member(name + 3)));
        }
        found
    }

    /// The name at `at` and those joined to it, if there is one.
    fn joined_right(&self, at: Option<usize>) -> Vec<Argument> {
        at.map(|name| self.pieces.joined_right(name)).unwrap_or_default()
    }

    fn kind(&self, at: usize) -> Option<PieceKind> {
        self.pieces.list.get(at).map(|piece| piece.kind)
    }

    /// What stands `distance` pieces before it.
    fn before(&self, distance: usize) -> Option<PieceKind> {
        self.kind(self.start.checked_sub(distance)?)
    }

    /// The name that stands `distance` pieces before it.
    fn name(&self, distance: usize) -> Option<usize> {
        let named = matches!(self.before(distance), Some(PieceKind::Entity(_)));
        named.then(|| self.start - distance)
    }

    /// The same where nothing governs that name.
    fn free_name(&self, distance: usize) -> Option<usize> {
        self.name(distance).filter(|&name| self.pieces.is_free(name))
    }

    fn has_article(&self) -> bool {
        is_article(self.before(1))
    }

    fn has_comma(&self) -> bool {
        self.kind(self.end) == Some(PieceKind::Comma)
    }

    /// Whether what stands before `at` goes no further.
    fn closes(&self, at: usize) -> bool {
        matches!(self.kind(at), None | Some(PieceKind::Comma | PieceKind::Break))
    }
}

fn is_article(kind: Option<PieceKind>) -> bool {
    kind == Some(PieceKind::Function(Function::Determiner))
}

fn is_be(kind: Option<PieceKind>) -> bool {
    kind == Some(PieceKind::Function(Function::Be))
}

fn is_preposition(kind: Option<PieceKind>) -> bool {
    matches!(kind, Some(PieceKind::Function(Function::Preposition(_))))
}
