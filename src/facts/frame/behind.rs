//! Who acts where no name stands before the verb: behind it, or nowhere, as a pronoun or told before.

use super::arguments::CLAUSE;
use super::{Argument, PieceKind, Pieces};
use crate::language::lexicon::schema::Role;
use crate::language::lexicon::{Frame, Function, Tense};

/// How far behind what a verb governs its subject may stand, in pieces.
const SUBJECT: usize = 14;

impl Pieces<'_> {
    /// Where the small words right before the verb at piece `verb` begin: "le ha vendido".
    fn helped(&self, verb: usize) -> usize {
        let helps = |kind| {
            use Function::{Be, Control, Dative, Have, Reflexive};
            matches!(kind, PieceKind::Function(Be | Have | Control | Dative | Reflexive))
        };
        let first = verb - self.before(verb, CLAUSE).take_while(|piece| helps(piece.kind)).count();
        // "lo ha vendido"
        let pronoun = first.checked_sub(1).filter(|_| self.clitic(verb).is_some() || first < verb);
        pronoun.filter(|&at| self.kind(at) == Some(PieceKind::Function(Function::Determiner))).unwrap_or(first)
    }

    /// Whether the verb at piece `verb` opens its sentence, in languages where a verb needs no subject.
    pub(super) fn opens_clause(&self, verb: usize) -> bool {
        let first = self.helped(verb);
        let named =
            |kind| matches!(kind, PieceKind::Entity(_) | PieceKind::Function(Function::Relative | Function::Pronoun));
        let opens = match first.checked_sub(1).and_then(|before| self.kind(before)) {
            None => true,
            Some(kind) => matches!(kind, PieceKind::Comma | PieceKind::Date | PieceKind::Mark),
        };
        self.lexicon.grammar.drops_subject && opens && !self.list[..first].iter().any(|piece| named(piece.kind))
    }

    /// The subject that stands behind what the verb governs, which ends before piece `from`: "Lidera la ronda *Arden*".
    pub(super) fn subject_behind(&self, from: usize) -> Vec<Argument> {
        for at in from..self.list.len().min(from + SUBJECT) {
            match self.list[at].kind {
                PieceKind::Entity(_) if !self.is_governed(at) => return self.joined_right(at),
                PieceKind::Comma | PieceKind::Break | PieceKind::Open => break,
                PieceKind::Function(
                    Function::Relative
                    | Function::Subordinator
                    | Function::Conjunction
                    | Function::Control
                    | Function::Be
                    | Function::Have,
                ) => break,
                _ => {}
            }
        }
        Vec::new()
    }

    /// Whether the verb between two pieces has its object as a pronoun before it and its subject right behind it: "la
    /// compra *Arden*", "l'ha comprata *Arden*".
    pub(super) fn is_inverted(&self, start: usize, end: usize) -> bool {
        let behind = || self.object(end);
        self.lexicon.grammar.drops_subject
            && self.clitic(start).is_some()
            && !matches!(self.kind(end), Some(PieceKind::Function(Function::Preposition(_))))
            && matches!(behind().first(), Some(Argument::Entity(..)))
    }

    /// What the participle at piece `start`, which opens the sentence or what a colon announces, is about, behind it:
    /// "Ceduta a Boreal *Arden*", "Boreal cresce: acquistata *Arden*".
    pub(super) fn object_of_opening(&self, start: usize, end: usize) -> Vec<Argument> {
        if start > 0 && !self.follows_colon(start) || !self.lexicon.grammar.drops_subject {
            return Vec::new();
        }
        let behind = self.object(end);
        if behind.is_empty() { self.shifted_object(end) } else { behind }
    }

    /// Who acts where the participle at piece `start` has its object behind it: "*Boreal* cresce: acquistata Arden",
    /// "Acquistata Arden, *Boreal* guarda".
    pub(super) fn actor_of_opening(&self, start: usize, end: usize) -> Option<Argument> {
        if start == 0 {
            return self.fronted_subject(start, end);
        }
        let name = (0..start).find(|&at| matches!(self.list[at].kind, PieceKind::Entity(_)) && self.is_free(at))?;
        match self.list[name].kind {
            PieceKind::Entity(id) => Some(Argument::Entity(id, self.list[name].tokens)),
            _ => None,
        }
    }

    /// Whether the auxiliaries of the verb at piece `verb` make it something done by now: "è passata", "è stata comprata".
    pub(super) fn is_done(&self, verb: usize) -> bool {
        let words = &self.lexicon.grammar.perfect_be;
        (self.helped(verb)..verb)
            .any(|at| self.reading.longest(words, self.list[at].tokens.start, self.tokens.end).is_some())
    }

    /// Whether a colon announces the piece at `at`.
    pub(super) fn follows_colon(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.list.get(before));
        before.is_some_and(|piece| self.reading.document().word(piece.tokens.start) == ":")
    }

    /// The part of the pronoun before the verb at piece `verb` for who gives or is given: "*le* ha vendido".
    pub(super) fn dative(&self, frame: &Frame, verb: usize) -> Option<(Role, Argument)> {
        let role = frame.after(self.lexicon.grammar.dative?)?;
        let dative = |at: &usize| self.kind(*at) == Some(PieceKind::Function(Function::Dative));
        let at = (self.helped(verb)..verb).find(dative)?;
        Some((role, Argument::Clitic(self.list[at].tokens)))
    }

    /// Whether the verb whose first token is `verb` holds its reflexive pronoun: "hacerse", "torna-se".
    pub(super) fn holds_reflexive(&self, verb: usize, tense: Option<Tense>) -> bool {
        let word = self.reading.document().folded(verb);
        if tense != Some(Tense::Infinitive) && !word.contains('-') {
            return false;
        }
        self.lexicon
            .grammar
            .reflexives
            .iter()
            .any(|pronoun| word.len() > pronoun.len() && word.ends_with(pronoun.as_str()))
    }
}
