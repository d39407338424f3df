//! How a trigger is meant: its subject acts, is acted upon, or it is a noun.

use super::helpers::Helpers;
use super::trigger::Trigger;
use super::{PieceKind, Pieces};
use crate::language::lexicon::{Function, PartOfSpeech, Tense};

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
        Some(match voice(pieces, self.forms, &self.helpers, self.start, self.end)? {
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
            && !self.helpers.have
            && self.frame.lacks_object(self.pieces, self.end)
    }
}

/// How the forms of a trigger are meant; the trigger stands from piece `start` to `end`.
fn voice(pieces: &Pieces<'_>, forms: &[PartOfSpeech], helpers: &Helpers, start: usize, end: usize) -> Option<Voice> {
    let verb = |tense| forms.contains(&PartOfSpeech::Verb(tense));
    let noun = forms.contains(&PartOfSpeech::Noun);
    let is_verb = forms.iter().any(|part| matches!(part, PartOfSpeech::Verb(_)));
    // "The company buys Arden": what has an object is a verb.
    let governs = || {
        let object = matches!(pieces.kind(end), Some(PieceKind::Entity(_) | PieceKind::Function(Function::Determiner)));
        object && forms.iter().any(|part| is_finite(*part)) && !pieces.opens_noun(start)
    };
    let noun = noun && !governs();
    if noun && is_verb {
        // "to purchase" or "the purchase": an article, a possessive or a preposition before it makes a noun.
        let infinitive =
            |preposition| pieces.lexicon.grammar.infinitive == Some(preposition) && verb(Tense::Infinitive);
        let nominal =
            pieces.before(pieces.position(pieces.list.get(end.checked_sub(1)?)?.tokens.start), 2).find_map(|piece| {
                match piece.kind {
                    PieceKind::Function(Function::Preposition(preposition)) if infinitive(preposition) => Some(false),
                    PieceKind::Function(Function::Determiner | Function::Preposition(_)) | PieceKind::Possessive => {
                        Some(true)
                    }
                    PieceKind::Word => None,
                    _ => Some(false),
                }
            });
        // "fills a gap with Arden purchase": behind a name and before no object, what is no finite verb is a noun.
        let bare = || {
            let name = start.checked_sub(1).is_some_and(|at| matches!(pieces.list[at].kind, PieceKind::Entity(_)));
            let object = pieces.list.get(end).is_some_and(|piece| {
                !matches!(piece.kind, PieceKind::Function(Function::Preposition(_)) | PieceKind::Word)
                    && !pieces.closes(end)
            });
            name && !object && verb(Tense::Infinitive) && !forms.iter().any(|part| is_finite(*part))
        };
        if bare() {
            return Some(Voice::Noun);
        }
        // "la reprise d’Arden": behind its article, before its preposition, what looks like a participle is a noun.
        let framed = || {
            let article = start.checked_sub(1).filter(|&before| {
                pieces.list[before].kind == PieceKind::Function(Function::Determiner) && !pieces.is_indefinite(before)
            });
            article.is_some()
                && matches!(
                    pieces.list.get(end).map(|piece| piece.kind),
                    Some(PieceKind::Function(Function::Preposition(_)))
                )
        };
        if nominal.unwrap_or(false) && (!verb(Tense::Participle) || framed()) {
            return Some(Voice::Noun);
        }
    } else if noun {
        return Some(Voice::Noun);
    }
    // "to set up": an infinitive that looks like a participle.
    let before = start.checked_sub(1).and_then(|before| pieces.list.get(before)).map(|piece| piece.kind);
    let marked = matches!(before, Some(PieceKind::Function(Function::Preposition(preposition))) if pieces.lexicon.grammar.infinitive == Some(preposition));
    // "will become": so is what a verb governs.
    let governed = before == Some(PieceKind::Function(Function::Control));
    if verb(Tense::Infinitive) && (marked || governed) {
        return Some(Voice::Active);
    }
    if verb(Tense::Participle) {
        let finite = verb(Tense::Past) || verb(Tense::Present);
        let near = pieces.list.get(end..pieces.list.len().min(end + 5)).unwrap_or_default();
        let share = |at: usize| matches!(near[at].kind, PieceKind::Percentage(_));
        let agent = near.windows(2).enumerate().any(|(at, pair)| {
            // "verkauft 30 Prozent von Arden": what the share is of.
            !(at > 0 && share(at - 1)) && matches!(pair[0].kind, PieceKind::Function(Function::Preposition(preposition)) if pieces.lexicon.grammar.agent == Some(preposition))
                && !matches!(pair[1].kind, PieceKind::Percentage(_) | PieceKind::Money(_))
        });
        return Some(match () {
            () if helpers.reflexive => Voice::Active,
            () if helpers.have && !helpers.be => Voice::Active,
            () if helpers.be => Voice::Passive,
            // "erteilt den Plänen von Boreal": a finite verb in its second place.
            () if agent && !(finite && pieces.lexicon.grammar.verb_last && before != Some(PieceKind::Comma)) => {
                Voice::Passive
            }
            () if finite => Voice::Active,
            () => Voice::Passive,
        });
    }
    Some(Voice::Active)
}

/// Whether a form cannot stand behind an article.
fn is_finite(part: PartOfSpeech) -> bool {
    matches!(part, PartOfSpeech::Verb(tense) if tense.is_finite())
}
