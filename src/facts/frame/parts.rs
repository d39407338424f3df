//! Which parts the phrases behind a trigger play: by their prepositions, and by what the phrases before have told.

use super::cast::Cast;
use super::found::is_named;
use super::missing::{self, knows};
use super::needed::object_tokens;
use super::trigger::Trigger;
use super::{Argument, Phrase, PieceKind, Voice};
use crate::language::lexicon::schema::{FrameKind, Role};
use crate::language::lexicon::{Function, Preposition};
use crate::text::TokenRange;

/// What the phrases read so far have told, which says how the next one is meant.
#[derive(Debug, Default)]
struct Told {
    /// The preposition of the name that is bought.
    target: Option<Preposition>,
    /// Whether the last phrase was a share, and the next one says of what.
    share: bool,
    /// Whether one has named who acts.
    agent: bool,
    /// Whether one names who sells by the preposition for that.
    seller: bool,
}

impl Cast<'_> {
    /// Gives out the parts of the phrases behind the trigger.
    pub(super) fn play_phrases(&mut self) {
        let Trigger { pieces, frame, .. } = self.trigger;
        let phrases = self.phrases();
        let sells = |phrase: &Phrase| frame.after(phrase.preposition) == Some(Role::Seller) && names(phrase);
        let mut told = Told { seller: phrases.iter().any(sells), ..Told::default() };
        let holder = self.holder_of_share(&phrases);
        for (index, mut phrase) in phrases.into_iter().enumerate() {
            if holder == Some(index) || self.is_bought_of(&phrase) {
                self.play(Some(Role::Seller), phrase.arguments);
                continue;
            }
            if frame.after(phrase.preposition) == Some(Role::Target)
                && let Some(whole) = pieces.whole_of(&phrase, frame)
            {
                phrase.arguments.extend(whole);
            }
            // The whole behind a share has been taken with it.
            let taken =
                |argument: &Argument| is_named(argument) && self.roles.iter().any(|(_, known)| known == argument);
            if !phrase.arguments.iter().any(taken) {
                self.play_phrase(phrase, &mut told);
            }
        }
    }

    /// Which phrase says whose a share is that is bought, the next one saying what it is of: "das Paket *der Familie Cairn* an
    /// Arden", "la quota *di Cairn* in Arden".
    fn holder_of_share(&self, phrases: &[Phrase]) -> Option<usize> {
        let Trigger { pieces, frame, .. } = self.trigger;
        // "a 30% stake of Arden at its mill" has no holder.
        let share = |at: usize| matches!(pieces.list[at].kind, PieceKind::Percentage(_));
        let noun = self.noun.filter(|&noun| !share(noun) && !noun.checked_sub(1).is_some_and(share))?;
        let buys = frame.kind == FrameKind::Stake && frame.subject == Some(Role::Acquirer);
        let of = |phrase: &Phrase| frame.after(phrase.preposition) == Some(Role::Target) && names(phrase);
        let pair = |pair: &[Phrase]| {
            let [holder, whole] = pair else { return false };
            let parts = holder.preposition != whole.preposition && holder.at < whole.at;
            of(holder) && of(whole) && parts && pieces.belongs_to(noun, holder.at)
        };
        phrases.windows(2).position(pair).filter(|_| buys && !knows(&self.roles, Role::Seller))
    }

    /// Whether `phrase`, right behind the verb, names of whom it is bought, what is bought following: "adquirió *de Cairn* el
    /// 51% de Arden", "comprou *da Cairn* a empresa Arden".
    fn is_bought_of(&self, phrase: &Phrase) -> bool {
        let Trigger { pieces, frame, end, .. } = self.trigger;
        let of = pieces.lexicon.grammar.of == Some(phrase.preposition) && phrase.at == end && names(phrase);
        let buys = self.voice == Voice::Active && frame.subject == Some(Role::Acquirer) && frame.has_seller();
        let last = phrase.arguments.iter().filter_map(tokens_of).map(|tokens| tokens.end).max();
        let behind = |argument: &Argument| tokens_of(argument).zip(last).is_some_and(|(own, last)| own.start >= last);
        let follows = || match self.noun {
            Some(noun) => noun > phrase.at && last.is_some_and(|last| pieces.list[noun].tokens.start >= last),
            None => self.plays(Role::Target, behind),
        };
        of && buys && !knows(&self.roles, Role::Seller) && follows()
    }

    /// The phrases behind the trigger, and those behind its noun where that stands before it.
    fn phrases(&self) -> Vec<Phrase> {
        let Trigger { pieces, end, .. } = self.trigger;
        let from = self.first_phrase();
        let mut phrases = pieces.genitive(from, self.noun);
        phrases.extend(pieces.prepositional(from, self.voice == Voice::Noun));
        let Some(noun) = self.noun else { return phrases };
        if self.voice == Voice::Passive && (noun < end || self.trigger.precedes_be()) {
            phrases.extend(pieces.prepositional(noun + 1, false).into_iter().take(2));
        }
        // The preposition inside "tour de table" brings in nobody.
        let words = object_tokens(pieces, noun);
        phrases.retain(|phrase| {
            let at = pieces.list[phrase.at].tokens.start;
            at <= words.start || !words.has(at)
        });
        phrases
    }

    /// The piece from which phrases are looked for.
    fn first_phrase(&self) -> usize {
        let Trigger { pieces, end, .. } = self.trigger;
        let Some(noun) = self.noun.filter(|_| self.voice == Voice::Active) else { return end };
        let between = pieces.list.get(end..noun).unwrap_or_default();
        let named = between.iter().any(|piece| matches!(piece.kind, PieceKind::Entity(_)));
        match pieces.list[noun].kind {
            // "au capital de" holds its preposition.
            PieceKind::Function(Function::Preposition(_)) if !named => noun,
            // "negotiates with Arden a round of"
            _ if named => end,
            // "compra a Cairn una participación": what stands in between counts too.
            _ if noun >= end && pieces.behind_phrases(end) > end => end,
            _ => noun + 1,
        }
    }

    /// Gives out the parts of one phrase.
    fn play_phrase(&mut self, phrase: Phrase, told: &mut Told) {
        let usual = self.trigger.frame.after(phrase.preposition);
        let behind_share = told.share;
        told.share = usual == Some(Role::Target) && matches!(phrase.arguments[..], [Argument::Percentage(_)]);
        // "The purchase of a 30% stake in Arden": the target stands behind what is bought of it.
        if behind_share && names(&phrase) && usual.is_none_or(|role| role == Role::Target) {
            self.play(Some(Role::Target), phrase.arguments);
            return;
        }
        let Some(role) = self.part_of(&phrase) else { return };
        // "lo stabilimento di Lonato da Cairn": where it is, for who sells it is told.
        if role == Role::Seller && usual != Some(role) && told.seller {
            return;
        }
        if role == Role::Target {
            self.make_room_for_target(&phrase, told);
        }
        let taken = self.plays(role, is_named) && !matches!(role, Role::Partner | Role::Investor);
        if self.is_agent(role, &phrase, told) {
            // "the bid by X" beats the name that merely stands before the noun; "was backed by Y" behind it does not.
            told.agent = true;
            self.roles.retain(|(known, _)| *known != role);
        } else if taken {
            return;
        }
        self.play(Some(role), phrase.arguments);
    }

    /// Whether a phrase is the first to name who does what a noun says: "the bid *by Boreal*".
    fn is_agent(&self, role: Role, phrase: &Phrase, told: &Told) -> bool {
        let Trigger { pieces, frame, start, .. } = self.trigger;
        let acts = self.voice == Voice::Noun && frame.subject == Some(role) && role != Role::Partner;
        acts && names(phrase) && !told.agent && pieces.possessor(start).is_none()
    }

    /// The part that a phrase plays.
    fn part_of(&self, phrase: &Phrase) -> Option<Role> {
        let Trigger { pieces, frame, end, .. } = self.trigger;
        let Phrase { preposition, at, .. } = *phrase;
        let acts = self.voice == Voice::Passive && pieces.lexicon.grammar.agent == Some(preposition);
        if acts && frame.subject.is_some() {
            return frame.subject;
        }
        let role = match (self.part_by_preposition(phrase)?, frame.again) {
            // "den Anteil an Arden an Boreal": the second phrase is none of the noun's, nor is the first in "an die Boreal".
            (Role::Target, Some(again))
                if pieces.goes_toward(at) || self.noun.is_some_and(|noun| !pieces.belongs_to(noun, at)) =>
            {
                again
            }
            (role, _) => role,
        };
        match frame.object {
            // "comprar a Arden": the object, where there is no other.
            Some(object)
                if role == Role::Seller
                    && self.voice == Voice::Active
                    && pieces.is_personal(end, preposition)
                    && !knows(&self.roles, object)
                    && !pieces.counts_things(pieces.behind_phrases(end)) =>
            {
                Some(object)
            }
            _ => Some(role),
        }
    }

    /// The part that its preposition gives a phrase, by what stands before it.
    fn part_by_preposition(&self, phrase: &Phrase) -> Option<Role> {
        let Trigger { pieces, frame, end, .. } = self.trigger;
        let Phrase { preposition, at, .. } = *phrase;
        let usual = frame.after(preposition);
        // Who bids or gives money sells nothing.
        if usual == Some(Role::Seller) && at > end && pieces.is_of_bid(at) {
            return None;
        }
        let Some(part_of) = frame.part_of else { return usual };
        // "la filial de papel de Cairn": whose it is.
        // "la venta de su filial a Boreal": nobody's but the sale's.
        if usual.is_some_and(|role| role != Role::Target) {
            return usual;
        }
        let behind_asset = pieces.follows_asset(at);
        let sold = self.plays(Role::Target, |argument| matches!(argument, Argument::Asset(_)));
        // "compra a Arden da Cairn": of whom it is bought.
        let behind_target = names(phrase) && missing::is_of_target(pieces, at, preposition, &self.roles);
        if behind_asset && sold || behind_target {
            return Some(part_of);
        }
        usual.or(behind_asset.then_some(part_of))
    }

    /// Gives what was taken for bought another part, where a phrase says what is, and notes that phrase.
    fn make_room_for_target(&mut self, phrase: &Phrase, told: &mut Told) {
        let Trigger { pieces, frame, .. } = self.trigger;
        let other = told.target != Some(phrase.preposition);
        // "the stake of Boreal in Arden": the first owns it, the second is what it is part of.
        if names(phrase) && told.target.is_some() && other {
            self.recast_target(frame.owner, |_| true);
        }
        // "An offer to Cairn for Arden", "Cairn received a bid for Arden": whom it is made to owns what it is for.
        let made_to = self.voice == Voice::Active || told.target.is_some();
        if frame.kind == FrameKind::TakeoverBid && made_to && other && self.is_new(phrase) {
            self.recast_target(Some(Role::Seller), |argument| {
                is_named(argument) || matches!(argument, Argument::Anaphor(_))
            });
        }
        if names(phrase) {
            told.target = Some(phrase.preposition);
        }
        // "the sale of Cairn's paper unit"
        if let Some(owner) = frame.owner.filter(|owner| !knows(&self.roles, *owner)) {
            self.play(Some(owner), pieces.owner(phrase.at + 1).filter(|name| pieces.is_possessive(name)));
        }
    }

    /// Gives `role`, where the frame has it, to those of the targets that `fit`.
    fn recast_target(&mut self, role: Option<Role>, fit: impl Fn(&Argument) -> bool) {
        let Some(role) = role else { return };
        for (known, argument) in &mut self.roles {
            if *known == Role::Target && fit(argument) {
                *known = role;
            }
        }
    }

    /// Whether a phrase opens with something sold, or with a party that plays no part yet.
    fn is_new(&self, phrase: &Phrase) -> bool {
        match phrase.arguments.first() {
            Some(Argument::Entity(id, _)) => {
                !self.roles.iter().any(|(_, known)| matches!(known, Argument::Entity(other, _) if other == id))
            }
            Some(Argument::Asset(_)) => true,
            // "A bid from Boreal for the company": whom it is made to.
            _ => false,
        }
    }
}

/// Whether a phrase names a party.
fn names(phrase: &Phrase) -> bool {
    phrase.arguments.iter().any(is_named)
}

/// The words of an argument that stands for somebody or something.
fn tokens_of(argument: &Argument) -> Option<TokenRange> {
    match argument {
        Argument::Entity(_, tokens)
        | Argument::Asset(tokens)
        | Argument::Anaphor(tokens)
        | Argument::Clitic(tokens)
        | Argument::Description(tokens)
        | Argument::Whole(tokens) => Some(*tokens),
        Argument::Money(_) | Argument::Percentage(_) => None,
    }
}
