//! Nouns that say what the company behind them is: "the maker of bicycles Arden".

use super::arguments::HEAD;
use super::{Argument, PieceKind, Pieces};
use crate::language::lexicon::{DealCue, Function};
use crate::language::{Class, NameKind, Place};

impl Pieces<'_> {
    /// The name that the relative pronoun right before the subject at piece `subject` of the verb at piece `verb` stands
    /// for: "*Arden*, of which Boreal buys".
    pub(super) fn relative_to(&self, subject: usize, verb: usize) -> Option<Argument> {
        let small =
            |at: &usize| matches!(self.kind(*at), Some(PieceKind::Word | PieceKind::Function(Function::Determiner)));
        let words = (0..subject).rev().take(HEAD).take_while(small).count();
        let relative = subject.checked_sub(words + 1).filter(|_| subject < verb)?;
        let is = self.kind(relative) == Some(PieceKind::Function(Function::Relative));
        let comma = relative.checked_sub(1).filter(|&at| is && self.kind(at) == Some(PieceKind::Comma))?;
        match self.kind(comma.checked_sub(1)?)? {
            PieceKind::Entity(id) => Some(Argument::Entity(id, self.list[comma - 1].tokens)),
            _ => None,
        }
    }

    /// Whether the article at `at` is a preposition too, behind a noun for who owns or runs something: "propriétaire *des*".
    pub(super) fn opens_genitive(&self, at: usize) -> bool {
        let body = at.checked_sub(1).is_some_and(|before| self.kind(before) == Some(PieceKind::Body));
        let words = self.reading.longest(&self.lexicon.grammar.words, self.list[at].tokens.start, self.tokens.end);
        body && self
            .lexicon
            .grammar
            .of
            .is_some_and(|of| words.is_some_and(|found| found.values.contains(&Function::Preposition(of))))
    }

    /// The noun that says what the company at `at` is, with what it makes behind the preposition at `preposition`: "the
    /// maker of bicycles Arden" is Arden, "the owner of the maker Arden" is not.
    pub(super) fn head_of(&self, preposition: usize, at: usize) -> Option<usize> {
        // "le groupe de presse *belge* Arden": where it comes from is no noun of its own.
        let company = |position: usize| self.is_company_noun(position) && !self.is_class(position, Class::Nationality);
        // "los franceses de Arden" are Arden.
        let nation = preposition.checked_sub(1).filter(|&noun| self.is_nation(noun));
        if nation.is_some() && self.lexicon.grammar.drops_subject {
            return nation;
        }
        let plain = |position: &usize| matches!(self.kind(*position), Some(PieceKind::Word | PieceKind::Asset));
        let between = preposition + 1..at;
        if let Some(head) = self.bare_head(preposition, at) {
            return Some(head);
        }
        if !between.clone().any(|position| plain(&position)) || between.clone().any(company) {
            return None;
        }
        let thing = |position: usize| company(position) || self.is_brand_noun(position);
        (0..preposition).rev().take(HEAD).take_while(plain).find(|&position| thing(position))
    }

    /// Whether an article and a nationality at `at` are who comes from there: "los franceses".
    pub(super) fn is_nation(&self, at: usize) -> bool {
        let Some(piece) = self.list.get(at) else { return false };
        let opens = at.checked_sub(1).and_then(|before| self.kind(before));
        self.lexicon.names.is(self.reading.word_id(piece.tokens.start), Class::Nationality)
            && matches!(opens, Some(PieceKind::Function(Function::Determiner | Function::Preposition(_))))
    }

    /// Whether the noun at `at` is one for a company or for who makes or sells something.
    pub(super) fn is_company_noun(&self, at: usize) -> bool {
        let Some(start) = self.list.get(at).map(|piece| piece.tokens.start) else { return false };
        let cue = self.reading.longest(self.lexicon.names.cues(Place::Before), start, self.tokens.end);
        cue.is_some_and(|found| found.values.iter().any(|cue| cue.kind == NameKind::Company))
            || self.has_cue(start, DealCue::Trader)
    }

    /// Whether the noun at `at` is one for what a company sells under a name: "the brand of", "the site of".
    fn is_brand_noun(&self, at: usize) -> bool {
        let Some(start) = self.list.get(at).map(|piece| piece.tokens.start) else { return false };
        let cue = self.reading.longest(self.lexicon.names.cues(Place::Before), start, self.tokens.end);
        cue.is_some_and(|found| found.values.iter().any(|cue| cue.kind == NameKind::Product))
    }

    /// Whether the preposition at `at` stands inside of an attribute, between an article and the noun: "das *auf*", in
    /// languages that put it there.
    pub(super) fn is_attributive(&self, at: usize) -> bool {
        let article = at.checked_sub(1).and_then(|before| self.kind(before));
        // "die Firma, die mit Arden fusioniert"
        let relative = at.checked_sub(2).is_none_or(|before| self.kind(before) == Some(PieceKind::Comma));
        self.lexicon.grammar.verb_last
            && article == Some(PieceKind::Function(Function::Determiner))
            && (!relative || at == 1)
            && self.list[at].tokens.len() == 1
            && !self.is_article(at)
    }
}
