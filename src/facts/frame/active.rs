//! Who plays which part by the place before and behind a verb whose subject acts.

use super::cast::Cast;
use super::found::is_named;
use super::needed::object_tokens;
use super::trigger::Trigger;
use super::{Argument, PieceKind};
use crate::language::lexicon::Tense;
use crate::language::lexicon::schema::{FrameKind, Role};

impl Cast<'_> {
    pub(super) fn play_active(&mut self) {
        let Trigger { pieces, frame, start, end, .. } = self.trigger;
        // "la compra Arden"
        if frame.object == Some(Role::Target) && pieces.is_inverted(start, end) {
            self.play(frame.subject, pieces.object(end));
            self.play(frame.object, pieces.clitic(start).map(Argument::Clitic));
            return;
        }
        // "*Das Werk* der Cairn geht an": the mill, not Cairn.
        let passes = frame.subject == Some(Role::Target) && frame.kind == FrameKind::Acquisition && self.noun.is_none();
        let passes = passes && !pieces.is_apart(&self.subject.arguments, start);
        match pieces.part_of_subject(&self.subject.arguments, false).filter(|_| passes) {
            Some(part) => {
                self.play(Some(Role::Seller), self.subject.arguments.clone());
                self.play(frame.subject, vec![part]);
            }
            // "Der Auftrag der Cairn geht an": nothing of Cairn is sold.
            None if passes && frame.weak && pieces.is_owner_only(&self.subject.arguments) => {}
            None => self.play(frame.subject, self.subject.arguments.clone()),
        }
        match self.noun {
            None => self.play_object(),
            Some(noun) => self.play_beside_noun(noun),
        }
    }

    /// Gives out the object of a verb that speaks without a noun.
    fn play_object(&mut self) {
        let Trigger { pieces, frame, end, .. } = self.trigger;
        if !self.subject.marked.is_empty() {
            // "Den Händler Arden übernimmt Boreal."
            self.play(frame.object, self.subject.marked.clone());
        } else if frame.given.is_some()
            && let Some((given, sold)) = pieces.two_objects(end)
        {
            // "überlässt dem Händler Boreal Arden"
            self.play(frame.given, given);
            self.play(frame.object, sold);
        } else if frame.object.is_some() {
            let from = pieces.behind_reflexive(end);
            self.play(frame.object, self.object_from(from));
            self.play(frame.owner, pieces.owner(from));
        }
    }

    /// The object behind piece `from`, or the pronoun before the verb: "la rachète".
    fn object_from(&self, from: usize) -> Vec<Argument> {
        let Trigger { pieces, frame, start, .. } = self.trigger;
        let next = pieces.object(from);
        let object = pieces.with_whole(from, if next.is_empty() { pieces.shifted_object(from) } else { next });
        if object.is_empty() && frame.object == Some(Role::Target) {
            return pieces.clitic(start).map(Argument::Clitic).into_iter().collect();
        }
        object
    }

    /// Gives out what stands beside the noun that the verb governs.
    fn play_beside_noun(&mut self, noun: usize) {
        let Trigger { pieces, frame, start, end, tense, .. } = self.trigger;
        self.play(frame.object, self.named_beside(noun));
        // "erwirbt alle Anteile *der Arden*": a name behind the noun is no one to whom.
        let ahead = |given: &Argument| matches!(given, Argument::Entity(_, tokens) if tokens.start < pieces.list[noun].tokens.start);
        self.play(frame.given, pieces.object(end).into_iter().filter(ahead));
        // "en acquiert 65 %"
        let sum = matches!(pieces.list[noun].kind, PieceKind::Money(_));
        if !sum && tense != Some(Tense::Gerund) {
            self.play(Some(Role::Target), pieces.partitive(start).map(Argument::Clitic));
        }
    }

    /// The names between verb and noun, or behind a noun of several words: "mettre *Arden* en vente", "mettre en vente
    /// *Arden*".
    fn named_beside(&self, noun: usize) -> Vec<Argument> {
        let Trigger { pieces, end, .. } = self.trigger;
        let between = pieces.object(pieces.behind_reflexive(end));
        let last = object_tokens(pieces, noun).end;
        let several = last > pieces.list[noun].tokens.end;
        let names =
            if several && !between.iter().any(is_named) { pieces.object(pieces.position(last)) } else { between };
        names.into_iter().filter(is_named).collect()
    }
}
