//! What is sold, where it has no name of its own or is told by one of its nouns: "63 shops", "its paper unit Arden".

use super::arguments::{CLAUSE, MODIFIERS};
use super::{Argument, Piece, PieceKind, Pieces};
use crate::language::lexicon::schema::{FrameKind, Role};
use crate::language::lexicon::{DealCue, Frame, Function};
use crate::text::TokenRange;

impl Pieces<'_> {
    /// The subject of the active verb at `start` that is no name before it: one that a cleft sentence tells, or something
    /// that passes to somebody ("63 shops go to Boreal").
    pub(super) fn other_subject(&self, frame: &Frame, start: usize, end: usize) -> Vec<Argument> {
        let passes = frame.kind == FrameKind::Acquisition && frame.subject == Some(Role::Target) && !frame.needs_object;
        let cleft = self.cleft_subject(start, end);
        if cleft.is_empty() && passes { self.sold_subject(start) } else { cleft }
    }

    /// Something sold that is the subject of the passive verb at piece `from`: "63 shops were sold to".
    pub(super) fn sold_subject(&self, from: usize) -> Vec<Argument> {
        let Some(noun) = self.sold_before(from) else { return Vec::new() };
        // "The company is sold by": one told of before.
        let article =
            noun.checked_sub(1).filter(|&at| self.kind(at) == Some(PieceKind::Function(Function::Determiner)));
        if article.is_some_and(|article| self.describes(article, noun)) {
            return vec![Argument::Description(self.list[noun].tokens)];
        }
        self.asset(noun, self.start_of(noun))
    }

    /// The noun for something sold before the verb at piece `from`, the first of its clause.
    fn sold_before(&self, from: usize) -> Option<usize> {
        let mut found = None;
        // The comma that closes an aside right before the verb, or sets a participle apart, does not end the clause.
        let helps = |at: &usize| matches!(self.list[*at].kind, PieceKind::Function(Function::Be | Function::Have));
        let verb = from - (0..from).rev().take_while(helps).count();
        let mut apart = verb > 0 && self.list[verb - 1].kind == PieceKind::Comma;
        for at in (0..from).rev().take(CLAUSE) {
            match self.list[at].kind {
                PieceKind::Comma if std::mem::replace(&mut apart, false) || at + 1 == verb => {}
                PieceKind::Asset => found = Some(at),
                PieceKind::Body if self.can_be_sold(at) => found = Some(at),
                PieceKind::Comma
                | PieceKind::Break
                | PieceKind::Function(Function::Subordinator | Function::Relative) => break,
                _ => {}
            }
        }
        found
    }

    /// The token that the noun phrase starts at whose noun stands at `noun`, with the words right before it.
    fn start_of(&self, noun: usize) -> usize {
        let word = |at: &usize| self.kind(*at) == Some(PieceKind::Word);
        let adjectives = (0..noun).rev().take(MODIFIERS).take_while(word).count();
        self.list[noun - adjectives].tokens.start
    }

    /// The part of its owner that is meant where a subject is only the owner of what can be sold: "the Dutch arm of Arden",
    /// "Arden's Dutch arm", "das Werk der Arden". `apart`: whether something stands between it and its verb.
    pub(super) fn part_of_subject(&self, subject: &[Argument], apart: bool) -> Option<Argument> {
        let [Argument::Entity(_, name)] = subject else { return None };
        let position = self.position(name.start);
        if self.kind(position + 1) == Some(PieceKind::Possessive) {
            let start = self.list.get(position + 2)?.tokens.start;
            return self.owned(position, start).into_iter().find(|part| matches!(part, Argument::Asset(_)));
        }
        let preposition = self.governing_phrase(position).map(|(_, preposition)| preposition);
        let end = preposition.or_else(|| self.genitive_article(position))?;
        let is_thing = |noun: usize| {
            // A compound of such a noun is none of the list: "die *Tanksparte* der Arden".
            self.kind(noun) == Some(PieceKind::Asset) && preposition.is_none()
                || matches!(self.kind(noun), Some(PieceKind::Asset | PieceKind::Body))
                    && self.has_cue(self.list[noun].tokens.start, DealCue::Asset)
        };
        // "el negocio *de papel* de Arden"
        let ends = |noun: usize| noun + 1 == end || !apart && self.with_adjective(noun) + 1 == end;
        let whole = |noun: &usize| is_thing(*noun) && ends(*noun);
        let noun = (0..end).rev().take(MODIFIERS).find(whole)?;
        Some(Argument::Asset(TokenRange::new(self.start_of(noun), self.list[end - 1].tokens.end)))
    }

    /// Whether an aside or another clause stands between `subject` and the verb at piece `verb`.
    pub(super) fn is_apart(&self, subject: &[Argument], verb: usize) -> bool {
        let stops = |piece: &Piece| {
            matches!(piece.kind, PieceKind::Comma | PieceKind::Break | PieceKind::Function(Function::Relative))
        };
        let [Argument::Entity(_, name)] = subject else { return false };
        self.list.get(self.position(name.end)..verb).is_none_or(|between| between.iter().any(stops))
    }

    /// Whether `subject` is but the genitive of a noun that is no company: "der Auftrag *der Cairn*".
    pub(super) fn is_owner_only(&self, subject: &[Argument]) -> bool {
        let [Argument::Entity(_, name)] = subject else { return false };
        let name = self.position(name.start);
        let noun = self.genitive_article(name).and_then(|article| article.checked_sub(1));
        noun.is_some_and(|noun| self.kind(noun) == Some(PieceKind::Word) && !self.is_company_noun(noun))
            && self.is_owner(name)
    }

    /// Something sold, whose noun stands at `at`: by its name where one follows ("its paper unit Arden").
    pub(super) fn asset(&self, at: usize, start: usize) -> Vec<Argument> {
        let mut end = at;
        while matches!(self.kind(end + 1), Some(PieceKind::Asset))
            || self.kind(end + 1) == Some(PieceKind::Body) && self.can_be_sold(end + 1)
        {
            end += 1;
        }
        let mut next = end + 1;
        if matches!(self.kind(next), Some(PieceKind::Comma | PieceKind::Mark)) {
            next += 1;
        }
        match self.kind(next) {
            Some(PieceKind::Entity(_)) => self.joined_right(next),
            // "the tanker owner Arden" is Arden.
            Some(PieceKind::Word | PieceKind::Body) if self.names(Some(next + 1)) && self.is_owner_noun(next) => {
                self.joined_right(next + 1)
            }
            _ if let Some(name) = self.name_behind(end) => self.joined_right(name),
            _ if let Some(name) = self.name_behind_adjective(end) => self.joined_right(name),
            _ => vec![Argument::Asset(TokenRange::new(start, self.list[self.with_adjective(end)].tokens.end))],
        }
    }

    /// Whether the noun at `at` is one for who owns, makes or runs what is named before it.
    fn is_owner_noun(&self, at: usize) -> bool {
        let start = self.list[at].tokens.start;
        let holder = || self.reading.longest(&self.lexicon.deals.holders, start, self.tokens.end).is_some();
        self.is_company_noun(at) || holder()
    }

    /// The last piece of the noun phrase whose noun stands at `noun`, with what says more of it behind it where the language
    /// has that there: "la branche *textile*", "l'usine de transformation *laitière*", "les activités *liées à la santé*".
    fn with_adjective(&self, noun: usize) -> usize {
        let last = self.extended(noun);
        if self.lexicon.grammar.of.is_none() {
            return last;
        }
        self.devoted(last + 1).or_else(|| self.adjective(last + 1)).unwrap_or(last)
    }

    /// The adjective at `at`, right behind a noun.
    fn adjective(&self, at: usize) -> Option<usize> {
        let start = self.list.get(at).filter(|piece| piece.kind == PieceKind::Word)?.tokens.start;
        let speaks = self.reading.longest(&self.lexicon.deals.triggers, start, self.tokens.end).is_some();
        // "sa branche textile *au groupe Boréal*", but not "son usine située *à Rennes*"
        let given = self.lexicon.grammar.dative.map(|to| PieceKind::Function(Function::Preposition(to)));
        let place = self.has_cue(start, DealCue::Seat) || self.kind(at + 2) == Some(PieceKind::Name);
        let ends = self.is_of(at + 1) || self.closes(at + 1) || !place && given.is_some() && self.kind(at + 1) == given;
        (ends && !speaks).then_some(at)
    }

    /// The last word of the phrase at `at` that tells what something is for: "*liées à la santé*", "*dédiée au secteur
    /// public*".
    fn devoted(&self, at: usize) -> Option<usize> {
        let start = self.list.get(at)?.tokens.start;
        let found = self.reading.longest(&self.lexicon.deals.cues, start, self.tokens.end)?;
        if !found.values.contains(&DealCue::Devoted) {
            return None;
        }
        let first = self.position(found.tokens.end);
        let article = self.kind(first) == Some(PieceKind::Function(Function::Determiner));
        let first = first + usize::from(article);
        let plain = |at: &usize| {
            let word = matches!(self.kind(*at), Some(PieceKind::Word | PieceKind::Asset));
            word && !self.speaks(*at) && !self.names(Some(at + 1))
        };
        let words = (first..self.list.len().min(first + MODIFIERS)).take_while(plain).count();
        (words > 0).then(|| self.extended(first + words - 1))
    }

    /// The name set off by commas behind the noun phrase whose noun stands at `noun`: "su filial peruana de cemento,
    /// *Arden*,".
    fn name_behind(&self, noun: usize) -> Option<usize> {
        let mut last = self.extended(noun);
        while self.kind(last + 1) == Some(PieceKind::Word) && last - noun < MODIFIERS {
            last = self.extended(last + 1);
        }
        // "a sua unidade de estradas, a Arden,"
        let article = self.kind(last + 2) == Some(PieceKind::Function(Function::Determiner));
        let name = last + 2 + usize::from(article);
        let apart = self.kind(last + 1) == Some(PieceKind::Comma) && self.names(Some(name));
        let closed = matches!(self.kind(name + 1), None | Some(PieceKind::Comma | PieceKind::Break | PieceKind::Mark));
        (apart && closed && last > noun).then_some(name)
    }

    /// The name behind the noun at `noun` and one word that says more of it, where adjectives stand behind: "la divisione
    /// italiana *Arden*", "la filiale allemande *Arden*".
    fn name_behind_adjective(&self, noun: usize) -> Option<usize> {
        let word = self.list.get(noun + 1).filter(|piece| piece.kind == PieceKind::Word)?;
        let verb = self.reading.longest(&self.lexicon.deals.triggers, word.tokens.start, self.tokens.end).is_some();
        let behind = self.lexicon.grammar.of.is_some() && !verb && self.names(Some(noun + 2));
        (behind && self.kind(noun + 3) != Some(PieceKind::Possessive)).then_some(noun + 2)
    }

    /// Whether the noun at `at`, which can act for its company, is a part of it that can be sold ("its paper unit").
    pub(super) fn can_be_sold(&self, at: usize) -> bool {
        let adjective =
            at > 0 && matches!(self.list[at - 1].kind, PieceKind::Word | PieceKind::Name | PieceKind::Asset);
        let behind = self.list.get(at + 1).map(|piece| piece.kind);
        // "la branche textile": where adjectives stand behind.
        let follows = self.lexicon.grammar.of.is_some() && behind == Some(PieceKind::Word);
        (adjective || follows || matches!(behind, Some(PieceKind::Entity(_) | PieceKind::Comma)))
            && self.has_cue(self.list[at].tokens.start, DealCue::Asset)
    }

    /// Whether a noun for parts of a company stands right behind the name at `name`, and belongs to it.
    pub(super) fn has_part_behind(&self, name: usize) -> bool {
        self.kind(name + 1) == Some(PieceKind::Asset)
            && !self.is_company_noun(name + 1)
            && !matches!(self.kind(name + 2), Some(PieceKind::Entity(_)))
    }
}
