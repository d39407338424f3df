//! Who plays which part of a frame at its trigger, given out step by step.

use super::found::is_named;
use super::governing::play_new;
use super::missing::{self, Site, knows};
use super::needed::object_tokens;
use super::subject::Subject;
use super::trigger::{NEAR, Trigger};
use super::{Argument, PieceKind, Voice};
use crate::language::lexicon::schema::{FrameKind, Role};
use crate::text::TokenRange;

/// The parts of a frame and who plays them, as far as they are given out.
#[derive(Debug)]
pub(super) struct Cast<'a> {
    pub trigger: Trigger<'a>,
    pub voice: Voice,
    /// Position of the noun that the frame needs.
    pub noun: Option<usize>,
    pub subject: Subject,
    pub roles: Vec<(Role, Argument)>,
}

impl<'a> Cast<'a> {
    pub(super) fn new(trigger: Trigger<'a>, voice: Voice, noun: Option<usize>, subject: Subject) -> Self {
        Self { trigger, voice, noun, subject, roles: Vec::new() }
    }

    /// Gives `role` to all `arguments`, where the frame has it.
    pub(super) fn play(&mut self, role: Option<Role>, arguments: impl IntoIterator<Item = Argument>) {
        if let Some(role) = role {
            self.roles.extend(arguments.into_iter().map(|argument| (role, argument)));
        }
    }

    /// Whether an argument of `role` is one that `fits`.
    pub(super) fn plays(&self, role: Role, fits: impl Fn(&Argument) -> bool) -> bool {
        self.roles.iter().any(|(known, argument)| *known == role && fits(argument))
    }

    /// Looks behind the noun for the subject of a verb that opens its clause: "Lidera la ronda *Arden*".
    pub(super) fn find_dropped_subject(&mut self) {
        let Trigger { pieces, .. } = self.trigger;
        let nobody = self.voice == Voice::Active && self.subject.arguments.is_empty();
        self.subject.dropped = nobody && self.trigger.lacks_subject();
        if self.subject.dropped
            && let Some(noun) = self.noun
        {
            let behind = pieces.position(object_tokens(pieces, noun).end);
            self.subject.arguments = pieces.subject_behind(behind);
        }
    }

    /// Gives out what subject and object play, which the voice tells.
    pub(super) fn play_by_voice(&mut self) {
        match self.voice {
            Voice::Active => self.play_active(),
            Voice::Passive => self.play_passive(),
            Voice::Noun => self.play_nominal(),
        }
    }

    /// Gives out what stands before a verb whose subject follows it.
    pub(super) fn play_fronted(&mut self) {
        let Trigger { pieces, frame, start, end, .. } = self.trigger;
        if self.subject.inverted && frame.object == Some(Role::Target) && !frame.needs_object {
            self.play(frame.object, pieces.fronted_asset(start, end));
        }
        for (preposition, argument) in self.subject.fronted.clone() {
            self.play(frame.after(preposition), [argument]);
        }
    }

    /// Gives out what the noun that the frame needs says itself: how much, of what, whose.
    pub(super) fn play_noun(&mut self) {
        let Trigger { pieces, frame, .. } = self.trigger;
        let Some(noun) = self.noun else { return };
        if let PieceKind::Money(sum) = pieces.list[noun].kind {
            self.play(Some(Role::Amount), [Argument::Money(sum)]);
        }
        self.play(Some(Role::Target), pieces.held_whole(noun));
        let own = || pieces.possessive(noun).map(Argument::Anaphor);
        self.play(frame.owner, pieces.possessor(noun).or_else(own));
        self.play(frame.compound, pieces.compound(noun));
    }

    /// Gives out the name of the company that a joint venture makes.
    pub(super) fn play_new(&mut self) {
        let Trigger { pieces, frame, start, .. } = self.trigger;
        let made = self.noun.or((self.voice == Voice::Noun).then_some(start));
        if let Some(noun) = made.filter(|_| frame.kind == FrameKind::JointVenture) {
            play_new(pieces, noun, &mut self.roles);
        }
    }

    /// "*Mit Arden* kauft Boreal den Marktführer": what is bought, where it has no name elsewhere.
    pub(super) fn play_instrument(&mut self) {
        let Trigger { pieces, frame, .. } = self.trigger;
        let buys = frame.subject == Some(Role::Acquirer) && frame.object == Some(Role::Target);
        if !buys || self.plays(Role::Target, is_named) {
            return;
        }
        let instrument = pieces.lexicon.grammar.instrument;
        let with = self
            .subject
            .fronted
            .iter()
            .find(|(preposition, _)| instrument == Some(*preposition) && frame.after(*preposition).is_none());
        if let Some((_, named)) = with.copied() {
            self.roles.retain(|(role, _)| *role != Role::Target);
            self.roles.push((Role::Target, named));
        }
    }

    /// Gives out the parts that the rest of the sentence fills.
    pub(super) fn fill_missing(&mut self) {
        let Trigger { pieces, frame, start, end, .. } = self.trigger;
        let site = Site { voice: self.voice, start, end, object: self.noun };
        missing::fill(pieces, frame, &site, &mut self.roles);
    }

    /// The words of the trigger with its noun, unless that stands far away.
    pub(super) fn words(&self) -> TokenRange {
        let Trigger { pieces, tokens, .. } = self.trigger;
        let Some(noun) = self.noun else { return tokens };
        let other = object_tokens(pieces, noun);
        let both = TokenRange::new(tokens.start.min(other.start), tokens.end.max(other.end));
        if both.len() > 2 * NEAR { tokens } else { both }
    }

    /// The part of a subject that is only described, or was told of before: "Desembolsará 3 millones."
    pub(super) fn elided(&self) -> Option<Role> {
        let Trigger { pieces, frame, start, .. } = self.trigger;
        let acts = match self.voice {
            Voice::Active => true,
            // "The purchase of Arden by Boreal" lacks nothing; "the purchase of Arden" is somebody's.
            Voice::Noun => !frame.weak,
            Voice::Passive => false,
        };
        let told_before = self.subject.dropped && !self.roles.is_empty();
        let meant = || told_before || pieces.has_definite(start, self.voice == Voice::Noun);
        frame.subject.filter(|role| acts && !knows(&self.roles, *role) && meant())
    }
}
