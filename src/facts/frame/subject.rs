//! The subject of a trigger: before it, or where word order, an opening phrase or a cleft sentence puts it.

use super::found::is_named;
use super::trigger::Trigger;
use super::{Argument, Voice};
use crate::language::lexicon::schema::Role;
use crate::language::lexicon::{Preposition, Tense};

/// The subject of a trigger, and what stands before the trigger in its place.
#[derive(Debug, Default)]
pub(super) struct Subject {
    pub arguments: Vec<Argument>,
    /// What stands in its place and is marked as acted upon: "*Den Händler Arden* übernimmt".
    pub marked: Vec<Argument>,
    /// Whether it has changed places with its verb: "On Monday bought *Boreal*".
    pub inverted: bool,
    /// What prepositions bring in before the verb then: "*Bei Arden* steigt".
    pub fronted: Vec<(Preposition, Argument)>,
    /// Whether there is none where the verb opens its clause: "Desembolsará 3 millones."
    pub dropped: bool,
    /// The piece behind the trigger, or behind the subject where that follows it.
    pub end: usize,
}

impl Trigger<'_> {
    /// The subject, before the noun that the trigger needs is known.
    pub(super) fn subject(&self, voice: Voice) -> Subject {
        match voice {
            Voice::Active => self.acting_subject(),
            Voice::Passive => Subject { arguments: self.subject_acted_upon(), end: self.end, ..Subject::default() },
            Voice::Noun => Subject { end: self.end, ..Subject::default() },
        }
    }

    /// Who or what is acted upon.
    fn subject_acted_upon(&self) -> Vec<Argument> {
        let subject = self.pieces.subject(self.start);
        // "Arden, a unit of Cairn, was sold": not Cairn.
        if self.frame.object == Some(Role::Target) { self.pieces.without_owner(subject) } else { subject }
    }

    /// Who acts.
    fn acting_subject(&self) -> Subject {
        let Self { pieces, frame, index, start, end, .. } = *self;
        let mut arguments = self.subject_before();
        let mut marked = pieces.take_fronted(frame, index, start, &mut arguments);
        let acted_upon = frame.object == Some(Role::Target) && self.finite().is_some();
        if marked.is_empty() && acted_upon && pieces.actor_follows(end) {
            marked = std::mem::take(&mut arguments);
        }
        let behind = if arguments.is_empty() { pieces.inverted_subject(end, self.finite()) } else { None };
        let inverted = behind.is_some();
        let mut fronted = if inverted { pieces.fronted_phrases(start) } else { Vec::new() };
        let (mut arguments, behind) = behind.unwrap_or((arguments, end));
        // "übernimmt *von Cairn* die Boreal"
        if let Some(Argument::Entity(_, name)) = arguments.first().filter(|_| inverted) {
            fronted.extend(pieces.governed_names(end..pieces.position(name.start)));
        }
        let end = behind;
        if arguments.is_empty() {
            arguments = self.subject_elsewhere();
        }
        Subject { arguments, marked, inverted, fronted, dropped: false, end }
    }

    /// Who acts, by the words before the verb.
    fn subject_before(&self) -> Vec<Argument> {
        // "lets Boreal buy": who is helped acts.
        let infinitive = self.tense == Some(Tense::Infinitive);
        let helped = if infinitive { self.pieces.helped_subject(self.start) } else { Vec::new() };
        if helped.is_empty() { self.pieces.subject(self.start) } else { helped }
    }

    /// Who acts where nobody stands in the place of the subject.
    fn subject_elsewhere(&self) -> Vec<Argument> {
        let Self { pieces, frame, start, end, .. } = *self;
        let mut subject = pieces.other_subject(frame, start, end);
        // "Buying Arden, Boreal": who acts stands behind the phrase that its verb opens.
        if subject.is_empty() && pieces.can_open(start, self.forms) {
            subject.extend(pieces.subject_of_opening(start, end));
        }
        // "ha partecipato anche Boreal": what has no object can have its subject behind it.
        if subject.is_empty() && !frame.is_transitive() {
            subject = pieces.object(end);
            subject.retain(is_named);
        }
        subject
    }

    /// Whether it opens its clause where its subject would stand.
    pub(super) fn lacks_subject(&self) -> bool {
        self.tense.is_some_and(|tense| tense.is_finite() || self.auxiliaries.have)
            && (self.frame.reflexive || !self.auxiliaries.reflexive)
            && self.pieces.opens_clause(self.start)
    }
}
