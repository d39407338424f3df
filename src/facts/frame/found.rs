//! What one trigger of a sentence says.

use super::{Argument, Voice};
use crate::language::lexicon::schema::{Role, Status};
use crate::language::lexicon::{Frame, Tense};
use crate::text::TokenRange;

/// A frame found in a sentence.
#[derive(Debug)]
pub(in crate::facts) struct FrameMatch<'a> {
    /// Which.
    pub frame: &'a Frame,
    /// The words of the trigger, with its object noun.
    pub trigger: TokenRange,
    /// The words of the verb with those that help it ("will be acquired"), or of the noun.
    pub words: TokenRange,
    /// How it is meant.
    pub voice: Voice,
    /// Its form, where it is a verb.
    pub tense: Option<Tense>,
    /// Whether it is told as done: "has bought".
    pub perfect: bool,
    /// Who plays which part; a part can be played by several.
    pub roles: Vec<(Role, Argument)>,
    /// What the words that govern it say of its status.
    pub status: Option<(Status, TokenRange)>,
    /// The part of a subject that is only described ("the group", "its"), to be looked for in the sentences before.
    pub elided: Option<Role>,
}

impl FrameMatch<'_> {
    /// Whether its tense says that it happens now or has happened by now.
    pub(in crate::facts) fn is_current(&self) -> bool {
        self.perfect || self.tense == Some(Tense::Present) && self.voice == Voice::Active
    }

    /// Whether who sells says so: as the subject of the verb, or before the noun ("Cairn announced the sale of").
    pub(in crate::facts) fn is_told_by_seller(&self) -> bool {
        let before = |(role, argument): &(Role, Argument)| {
            *role == Role::Seller && matches!(argument, Argument::Entity(_, tokens) if tokens.end <= self.trigger.start)
        };
        self.frame.subject == Some(Role::Seller)
            && match self.voice {
                Voice::Active => true,
                Voice::Noun => self.roles.iter().any(before),
                Voice::Passive => false,
            }
    }

    /// How many of the roles of a party somebody plays, by name or by what is sold.
    pub(super) fn parties(&self) -> usize {
        let filled = |role: Role| {
            let plays = |argument: &Argument| matches!(argument, Argument::Entity(..) | Argument::Asset(_));
            self.roles.iter().any(|(known, argument)| *known == role && plays(argument))
        };
        let all = [Role::Acquirer, Role::Target, Role::Seller, Role::Investor, Role::Partner];
        all.into_iter().filter(|role| filled(*role)).count()
    }

    /// Whether anybody but who acts plays a part, as an argument that `fits`.
    fn tells_another(&self, fits: impl Fn(&Argument) -> bool) -> bool {
        let party =
            |role: &Role| matches!(role, Role::Acquirer | Role::Target | Role::Seller | Role::Investor | Role::Partner);
        let another = |role: &Role| party(role) && Some(*role) != self.frame.subject;
        self.roles.iter().any(|(role, argument)| another(role) && fits(argument))
    }

    /// Whether it names anybody but who acts.
    fn names_another(&self) -> bool {
        self.tells_another(is_named)
    }

    /// Whether it names or describes anybody but who acts.
    fn means_another(&self) -> bool {
        self.tells_another(|argument| is_named(argument) || matches!(argument, Argument::Description(_)))
    }
}

/// Which of the readings of one trigger speaks: the first, or where that names nobody but who acts, the first that does,
/// or that at least describes somebody.
pub(super) fn best<'a>(readings: &mut dyn Iterator<Item = FrameMatch<'a>>) -> Option<FrameMatch<'a>> {
    let first = readings.next()?;
    if first.names_another() {
        return Some(first);
    }
    let others: Vec<FrameMatch<'a>> = readings.collect();
    let named = others.iter().position(FrameMatch::names_another);
    let described = || others.iter().position(FrameMatch::means_another).filter(|_| !first.means_another());
    match named.or_else(described) {
        Some(at) => others.into_iter().nth(at),
        None => Some(first),
    }
}

/// Whether an argument is a named party.
pub(super) fn is_named(argument: &Argument) -> bool {
    matches!(argument, Argument::Entity(..))
}
