//! What fills a place of a frame, and what stands before it: the preposition that governs a name, the owner of a noun.

use super::{Piece, PieceKind, Pieces};
use crate::entities::EntityId;
use crate::language::lexicon::{DealCue, Function, Preposition};
use crate::text::TokenRange;

/// What fills a place of a frame.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::facts) enum Argument {
    /// A named party.
    Entity(EntityId, TokenRange),
    /// Something sold that has no name of its own ("63 shops").
    Asset(TokenRange),
    /// A pronoun or possessive that stands for a party named before.
    Anaphor(TokenRange),
    /// A pronoun right before the verb whose object it is ("la rachète").
    Clitic(TokenRange),
    /// A definite description of a party named before ("the Irish distiller").
    Description(TokenRange),
    /// The capital of a company that is not named with it ("45% of the capital").
    Whole(TokenRange),
    /// A sum, as a position in the mentions.
    Money(usize),
    /// A percentage, as a position in the mentions.
    Percentage(usize),
}

/// What stands behind a preposition.
#[derive(Debug)]
pub(super) struct Phrase {
    pub preposition: Preposition,
    /// Position of the preposition.
    pub at: usize,
    pub arguments: Vec<Argument>,
}

/// How many words may stand between a preposition or article and the name it governs.
pub(super) const MODIFIERS: usize = 5;
/// How many words a noun and its adjectives have before the preposition of what it makes.
pub(super) const HEAD: usize = 3;
/// How many pieces a relative clause may run before its verb.
pub(super) const CLAUSE: usize = 12;
/// How far to the right arguments are looked for, in pieces.
pub(super) const REACH: usize = 48;

impl Pieces<'_> {
    pub(super) fn kind(&self, at: usize) -> Option<PieceKind> {
        self.list.get(at).map(|piece| piece.kind)
    }

    /// The preposition that governs the noun phrase ending in the name at `at`, and where it stands.
    fn governor(&self, at: usize) -> Option<(Preposition, usize)> {
        let (mut words, mut opened) = (0, false);
        for position in (0..at).rev() {
            match self.list[position].kind {
                // "Boreal aus Norrow die Marke Arden": the article opens another phrase.
                PieceKind::Name if opened => return None,
                // "das *auf Pumpen* spezialisierte Unternehmen Arden"
                PieceKind::Function(Function::Preposition(_)) if self.is_attributive(position) => {}
                PieceKind::Function(Function::Preposition(preposition)) => match self.head_of(position, at) {
                    Some(head) => return self.governor(head),
                    None => return Some((preposition, position)),
                },
                PieceKind::Function(Function::Determiner) if self.opens_genitive(position) => {
                    return self.lexicon.grammar.of.map(|of| (of, position));
                }
                PieceKind::Function(Function::Determiner) => opened = true,
                PieceKind::Mark => {}
                PieceKind::Word | PieceKind::Asset | PieceKind::Name if words < MODIFIERS => words += 1,
                // "laut Boreal-Chefin Arden"
                PieceKind::Entity(_) if self.is_compounded(position) => {}
                PieceKind::Function(Function::Conjunction) if self.names(position.checked_sub(1)) => {
                    return self.governor(position - 1);
                }
                // "Around Arden, Boreal …" is no list.
                PieceKind::Comma if self.names(position.checked_sub(1)) && self.goes_on(at + 1) => {
                    return self.governor(position - 1);
                }
                _ => return None,
            }
        }
        None
    }

    /// The noun before the preposition at `preposition` that the name at `at` belongs to, where nothing but nouns without
    /// an article stands in between: "la marca de gafas Arden" is Arden, in languages that need the article for "the
    /// owner of the brand Arden".
    pub(super) fn bare_head(&self, preposition: usize, at: usize) -> Option<usize> {
        let grammar = &self.lexicon.grammar;
        let of = grammar.of.map(|of| PieceKind::Function(Function::Preposition(of)));
        let plain = |position: usize| matches!(self.kind(position), Some(PieceKind::Word | PieceKind::Asset));
        let bare = preposition + 1 < at && (preposition + 1..at).all(plain) && !self.holds_article(preposition);
        let head = preposition
            .checked_sub(1)
            .filter(|&head| grammar.drops_subject && bare && of == self.kind(preposition) && plain(head))?;
        let start = self.list[head].tokens.start;
        // "oferta de compra Arden", "participación de control Arden": nouns of the deal.
        let deals = &self.lexicon.deals;
        let dealt = self.reading.longest(&deals.triggers, start, self.tokens.end).is_some()
            || self.reading.longest(&deals.objects, start, self.tokens.end).is_some()
            || self.has_cue(start, DealCue::DealNoun);
        (!dealt).then_some(head)
    }

    pub(super) fn names(&self, at: Option<usize>) -> bool {
        at.is_some_and(|at| matches!(self.kind(at), Some(PieceKind::Entity(_))))
    }

    /// Whether a list of names goes on with what joins at `at`.
    fn goes_on(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(PieceKind::Comma | PieceKind::Function(Function::Conjunction)))
            && self.names(Some(at + 1))
    }

    /// Whether the determiner at `at` brings in somebody new.
    pub(in crate::facts) fn is_indefinite(&self, at: usize) -> bool {
        let start = self.list[at].tokens.start;
        self.reading.longest(&self.lexicon.grammar.indefinites, start, self.tokens.end).is_some()
    }

    /// Whether the noun at `noun` opens an apposition: "Arden, owner of Cairn,".
    pub(super) fn opens_aside(&self, noun: usize) -> bool {
        let before = self.before(noun, 2).find(|piece| piece.kind != PieceKind::Function(Function::Determiner));
        before.is_some_and(|piece| piece.kind == PieceKind::Comma)
    }

    /// Whether a preposition governs the name at `at`.
    pub(in crate::facts) fn is_governed(&self, at: usize) -> bool {
        self.governor(at).is_some()
    }

    /// The preposition that governs the name at `at`, and where it stands.
    pub(super) fn governing_phrase(&self, at: usize) -> Option<(Preposition, usize)> {
        self.governor(at)
    }

    /// The preposition that governs the name at `at`.
    pub(in crate::facts) fn governing_preposition(&self, at: usize) -> Option<Preposition> {
        self.governor(at).map(|(preposition, _)| preposition)
    }

    /// Whether the name at `at` is the subject of its clause, or a body acts for it: "the board of Arden".
    pub(in crate::facts) fn is_free(&self, at: usize) -> bool {
        self.governor(at).is_none_or(|(_, position)| position > 0 && self.list[position - 1].kind == PieceKind::Body)
    }

    /// Whether a body acts for the name at `at`: "the board of Arden".
    pub(super) fn is_acted_for(&self, at: usize) -> bool {
        self.governor(at).is_some_and(|(_, position)| position > 0 && self.list[position - 1].kind == PieceKind::Body)
    }

    /// Whether the piece at `at` owns what follows: "Boreal’s bid".
    pub(in crate::facts) fn possessor(&self, noun: usize) -> Option<Argument> {
        let mut words = 0;
        for position in (0..noun).rev() {
            match self.list[position].kind {
                PieceKind::Possessive => {
                    return match self.kind(position.checked_sub(1)?)? {
                        PieceKind::Entity(id) => Some(Argument::Entity(id, self.list[position - 1].tokens)),
                        _ => None,
                    };
                }
                PieceKind::Word if self.owns(position) => return self.described_owner(position),
                PieceKind::Word
                | PieceKind::Money(_)
                | PieceKind::Percentage(_)
                | PieceKind::Mark
                | PieceKind::Name
                    if words < MODIFIERS =>
                {
                    words += 1
                }
                _ => return None,
            }
        }
        None
    }

    /// Whether the word at `at` owns what follows: "the company’s".
    fn owns(&self, at: usize) -> bool {
        let tokens = self.list[at].tokens;
        tokens.len() > 1 && matches!(self.reading.document().word(tokens.end - 1), "’s" | "'s" | "’" | "'")
    }

    /// "The Oslo company’s": an owner that is only described.
    fn described_owner(&self, noun: usize) -> Option<Argument> {
        let phrase = |at: &usize| matches!(self.list[*at].kind, PieceKind::Word | PieceKind::Name | PieceKind::Mark);
        let first = (0..noun).rev().take(MODIFIERS).take_while(phrase).last().unwrap_or(noun);
        let article = first.checked_sub(1)?;
        let definite = self.list[article].kind == PieceKind::Function(Function::Determiner);
        let tokens = TokenRange::new(self.list[first].tokens.start, self.list[noun].tokens.end);
        (definite && self.describes(article, noun)).then_some(Argument::Description(tokens))
    }

    /// The name that a hyphen joins to the name at `at`: "the *Boreal*-Arden merger".
    pub(super) fn hyphened(&self, at: usize) -> Option<Argument> {
        let mark = at.checked_sub(1)?;
        let hyphen = matches!(self.reading.document().word(self.list[mark].tokens.start), "-" | "–" | "/");
        match self.list.get(mark.checked_sub(1)?)?.kind {
            PieceKind::Entity(id) if hyphen => Some(Argument::Entity(id, self.list[mark - 1].tokens)),
            _ => None,
        }
    }

    /// A name that stands right before a noun: "the Arden takeover".
    pub(super) fn compound(&self, noun: usize) -> Option<Argument> {
        let before = noun.checked_sub(1)?;
        // "die Arden-Übernahme"
        let hyphen = before.checked_sub(1).filter(|&name| self.is_compounded(name));
        let before = hyphen.unwrap_or(before);
        match self.list[before].kind {
            PieceKind::Entity(id) => Some(Argument::Entity(id, self.list[before].tokens)),
            _ => None,
        }
    }

    /// The pieces before `at`, nearest first, at most `count`.
    pub(super) fn before(&self, at: usize, count: usize) -> impl Iterator<Item = &Piece> {
        self.list[..at].iter().rev().take(count)
    }
}
