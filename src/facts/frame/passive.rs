//! Who plays which part by the place before and behind a verb whose subject is acted upon.

use super::Argument;
use super::cast::Cast;
use super::found::is_named;
use super::trigger::Trigger;
use crate::language::lexicon::schema::Role;

impl Cast<'_> {
    pub(super) fn play_passive(&mut self) {
        let Trigger { pieces, frame, end, .. } = self.trigger;
        if !frame.needs_object {
            self.play_acted_upon();
        } else if frame.undergoes {
            // "30 % of Arden goes to Boreal"
            self.play(frame.object, pieces.object(end));
        }
    }

    /// Gives out what is acted upon, and whose it is.
    fn play_acted_upon(&mut self) {
        let Trigger { pieces, frame, start, end, .. } = self.trigger;
        let part = self.part_of_subject();
        let subject = match part {
            Some(part) => {
                self.play(frame.owner, self.subject.arguments.clone());
                vec![part]
            }
            None if self.subject.arguments.is_empty() => pieces.sold_subject(start),
            None => self.subject.arguments.clone(),
        };
        let opened = self.object_of_opening(&subject);
        if opened.iter().any(is_named) {
            self.play(frame.subject, pieces.actor_of_opening(start, end));
        }
        let described = if opened.is_empty() { self.described(&subject) } else { None };
        let object = if opened.is_empty() { subject } else { opened };
        // "The paper business of Cairn was sold to Boreal."
        if let [Argument::Asset(tokens)] = object[..]
            && part.is_none()
        {
            self.play(frame.owner, pieces.owner_behind(tokens));
        }
        self.play(frame.object, described.map_or(object, |name| vec![name]));
    }

    /// "*The Dutch arm* of Arden was bought": the arm, not Arden.
    fn part_of_subject(&self) -> Option<Argument> {
        if self.trigger.frame.object != Some(Role::Target) {
            return None;
        }
        let Trigger { pieces, start, .. } = self.trigger;
        let subject = &self.subject.arguments;
        pieces.part_of_subject(subject, pieces.is_apart(subject, start))
    }

    /// What stands behind a participle that opens what it says, where nothing but `subject` stands before it.
    fn object_of_opening(&self, subject: &[Argument]) -> Vec<Argument> {
        let Trigger { pieces, start, end, .. } = self.trigger;
        let opens = !self.trigger.auxiliaries.be && (subject.is_empty() || pieces.follows_colon(start));
        if opens { pieces.object_of_opening(start, end) } else { Vec::new() }
    }

    /// The name that a participle without an auxiliary is about.
    fn described(&self, subject: &[Argument]) -> Option<Argument> {
        let Trigger { pieces, start, end, .. } = self.trigger;
        if self.trigger.auxiliaries.be {
            return None;
        }
        let behind = || if subject.is_empty() { pieces.fronted_subject(start, end) } else { None };
        pieces.described_by_participle(start).or_else(behind)
    }
}
