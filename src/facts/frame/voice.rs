//! How a trigger is meant: its subject acts, is acted upon, or it is a noun.

use super::auxiliaries::Auxiliaries;
use super::needed::is_object;
use super::trigger::Trigger;
use super::{Piece, PieceKind};
use crate::language::lexicon::{Function, Tense};

/// How many pieces behind a participle who acts is looked for.
const AGENT: usize = 5;

/// How a trigger is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::facts) enum Voice {
    /// The subject acts.
    Active,
    /// The subject is acted upon.
    Passive,
    /// A noun.
    Noun,
}

impl Trigger<'_> {
    /// How it is meant, by its forms and the words around it.
    pub(super) fn voice(&self) -> Option<Voice> {
        let Self { pieces, frame, tokens, .. } = *self;
        if self.is_noun()? {
            return Some(Voice::Noun);
        }
        Some(match self.voice_of_verb() {
            // "è entrata": the auxiliary of the perfect.
            Voice::Passive if !frame.is_transitive() || pieces.takes_phrase(tokens) => Voice::Active,
            Voice::Active if self.leaves_auxiliary_out() => Voice::Passive,
            voice => voice,
        })
    }

    /// "Arden sold to Boreal": whether a heading leaves the auxiliary of its participle out.
    fn leaves_auxiliary_out(&self) -> bool {
        // "verkauft" in the second place needs none.
        let second = self.pieces.lexicon.grammar.verb_last && self.finite().is_some();
        self.can_be(Tense::Participle)
            && !second
            && !self.auxiliaries.have
            && self.frame.lacks_object(self.pieces, self.end)
    }

    /// Whether it is a noun; `None` where it could be both and the first piece of the sentence holds more than its words.
    fn is_noun(&self) -> Option<bool> {
        let noun = self.can_be_noun() && !self.governs_name();
        if !noun || self.tense.is_none() {
            return Some(noun);
        }
        let opened = self.follows_opening()?;
        Some(self.is_bare_noun() || opened && (!self.can_be(Tense::Participle) || self.is_framed()))
    }

    /// "The company buys Arden": what has an object is a verb.
    fn governs_name(&self) -> bool {
        let object = matches!(self.behind(), Some(PieceKind::Entity(_) | PieceKind::Function(Function::Determiner)));
        object && self.finite().is_some() && !self.pieces.opens_noun(self.start)
    }

    /// "to purchase" or "the purchase": whether an article, a possessive or a preposition before its last word makes it a
    /// noun.
    fn follows_opening(&self) -> Option<bool> {
        let opens = |piece: &Piece| match piece.kind {
            kind if self.marks_infinitive(kind) => Some(!self.can_be(Tense::Infinitive)),
            PieceKind::Function(Function::Determiner | Function::Preposition(_)) | PieceKind::Possessive => Some(true),
            PieceKind::Word => None,
            _ => Some(false),
        };
        let last = self.end.checked_sub(1)?;
        Some(self.pieces.before(last, 2).find_map(opens).unwrap_or(false))
    }

    /// "fills a gap with Arden purchase": behind a name and before no object, what is no finite verb is a noun.
    fn is_bare_noun(&self) -> bool {
        let plain = match self.behind() {
            None | Some(PieceKind::Word | PieceKind::Function(Function::Preposition(_))) => true,
            Some(_) => self.pieces.closes(self.end),
        };
        let named = matches!(self.before(), Some(PieceKind::Entity(_)));
        named && plain && self.can_be(Tense::Infinitive) && self.finite().is_none()
    }

    /// "la reprise d’Arden": behind its article, before its preposition, what looks like a participle is a noun.
    fn is_framed(&self) -> bool {
        let article = self.before() == Some(PieceKind::Function(Function::Determiner));
        let preposition = matches!(self.behind(), Some(PieceKind::Function(Function::Preposition(_))));
        article && preposition && !self.pieces.is_indefinite(self.start - 1)
    }

    fn voice_of_verb(&self) -> Voice {
        if self.can_be(Tense::Participle) && !self.is_marked_infinitive() {
            self.voice_of_participle()
        } else {
            Voice::Active
        }
    }

    /// "to set up", "will become": an infinitive that looks like a participle.
    fn is_marked_infinitive(&self) -> bool {
        let marked = |kind| self.marks_infinitive(kind) || kind == PieceKind::Function(Function::Control);
        self.can_be(Tense::Infinitive) && self.before().is_some_and(marked)
    }

    /// The voice of what can be a participle, and perhaps a finite verb too.
    fn voice_of_participle(&self) -> Voice {
        let Auxiliaries { be, have, reflexive, .. } = self.auxiliaries;
        if reflexive || have && !be {
            return Voice::Active;
        }
        let finite = self.can_be(Tense::Past) || self.can_be(Tense::Present);
        let acts = !be && finite && (!self.has_agent() || self.is_second());
        if acts { Voice::Active } else { Voice::Passive }
    }

    /// "erteilt den Plänen von Boreal": whether a finite verb here stands in its second place.
    fn is_second(&self) -> bool {
        self.pieces.lexicon.grammar.verb_last && self.before() != Some(PieceKind::Comma)
    }

    /// Whether who acts is told right behind it: "sold by Arden".
    fn has_agent(&self) -> bool {
        let Self { pieces, end, .. } = *self;
        let agent = |at: usize| match pieces.kind(at) {
            Some(PieceKind::Function(Function::Preposition(preposition))) => {
                pieces.lexicon.grammar.agent == Some(preposition)
            }
            _ => false,
        };
        let share = |at: usize| matches!(pieces.kind(at), Some(PieceKind::Percentage(_)));
        let figure = |at: usize| share(at) || matches!(pieces.kind(at), Some(PieceKind::Money(_)));
        // "verkauft 30 Prozent von Arden": what the share is of.
        let of_share = |at: usize| at > end && share(at - 1);
        // "approved the takeover by Boreal": who acts in what the verb governs.
        let of_noun = |at: usize| {
            let noun = |position: usize| is_object(pieces, self.frame, self.index, position);
            self.frame.needs_object && self.before().is_some() && (end..at).any(noun)
        };
        let last = pieces.list.len().min(end + AGENT).saturating_sub(1);
        (end..last).any(|at| agent(at) && !of_share(at) && !figure(at + 1) && !of_noun(at))
    }

    /// Whether a piece is the word that marks infinitives: "to".
    fn marks_infinitive(&self, kind: PieceKind) -> bool {
        let mark = self.pieces.lexicon.grammar.infinitive;
        mark.is_some_and(|mark| kind == PieceKind::Function(Function::Preposition(mark)))
    }
}
