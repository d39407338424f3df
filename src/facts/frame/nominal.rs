//! Who plays which part by the place before a trigger that is a noun.

use super::Argument;
use super::cast::Cast;
use super::trigger::Trigger;
use crate::language::lexicon::schema::Role;

impl Cast<'_> {
    pub(super) fn play_nominal(&mut self) {
        let Trigger { pieces, frame, start, .. } = self.trigger;
        if let Some(owner) = pieces.possessor(start) {
            self.play_possessor(owner);
        } else if let Some(name) = pieces.compound(start) {
            self.play_compound(name);
        } else {
            self.play(frame.subject, pieces.subject(start));
        }
    }

    /// "*Boreal’s* first purchase was Arden."
    fn play_possessor(&mut self, owner: Argument) {
        let Trigger { pieces, frame, end, .. } = self.trigger;
        self.play(frame.possessor, [owner]);
        let named = if self.trigger.precedes_be() { pieces.member(end + 1) } else { None };
        self.play(frame.object, named.map(|name| pieces.joined_right(name)).unwrap_or_default());
    }

    /// "the *Arden* takeover", "die *Arden*-Übernahme"
    fn play_compound(&mut self, name: Argument) {
        let Trigger { pieces, frame, start, .. } = self.trigger;
        let joined = start.checked_sub(2).filter(|&name| pieces.is_compounded(name));
        let role = frame.compound.filter(|_| joined.is_some()).or(frame.object);
        // "the Boreal-Arden merger"
        let other = if frame.object == Some(Role::Partner) { pieces.hyphened(start - 1) } else { None };
        self.play(role.or(frame.subject), other.into_iter().chain([name]));
        // "Boreal drops its Arden bid."
        if role.is_some() {
            self.play(frame.subject, pieces.subject(joined.unwrap_or(start - 1)));
        }
    }
}
