//! Deal frames and the cues around them, ready for matching.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::grammar::{Preposition, Tense};
use super::schema::{FrameKind, Role, ShareRole, Status, SumRole};
use super::{Endings, Phrases, WordId};

/// The compiled form of `deals.toml`.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Deals {
    /// The frames, in the order of the file.
    pub frames: Vec<Frame>,
    /// The words that call a frame.
    pub triggers: Phrases<Trigger>,
    /// Nouns that a frame's verb must govern, as positions in `frames`.
    pub objects: Phrases<usize>,
    /// Words that must stand beside verbs, with the positions of their frames.
    pub beside: Phrases<usize>,
    /// The words that call the frames of who owned what is sold, which stand behind the others in `frames`.
    pub holdings: Phrases<Trigger>,
    /// Nouns for who owns what is sold.
    pub holders: Phrases<()>,
    /// Words that tell how far a deal has come.
    pub status: Phrases<StatusWord>,
    /// Words before a sum that tell what it is.
    pub sum_before: Phrases<SumRole>,
    /// Words after a sum that tell what it is.
    pub sum_after: Phrases<SumRole>,
    /// Words that tell what a sum further on in their clause is.
    pub sum_far: Phrases<SumRole>,
    /// Words before a percentage that tell what it is.
    pub share_before: Phrases<ShareRole>,
    /// Words after a percentage that tell what it is.
    pub share_after: Phrases<ShareRole>,
    /// Everything else that a phrase can mean for a deal.
    pub cues: Phrases<DealCue>,
    /// Nouns for who plays a part.
    pub parts: Phrases<Role>,
    /// Words between what is owned and its owner.
    pub owners: Phrases<()>,
    /// Words between who buys and who buys with them.
    pub companions: Phrases<()>,
    /// Endings of compound nouns for a part of a company that can be sold.
    pub asset_endings: Endings,
    /// Endings of what is sold with the word before what it does ("geschäft mit").
    pub fields: Vec<String>,
    /// Names of considerations, for [`DealCue::Consideration`].
    pub considerations: Vec<String>,
}

/// What words tell of a deal, and who plays which part in it.
#[derive(Debug, Serialize, Deserialize)]
pub struct Frame {
    /// The rule's name.
    pub id: Arc<str>,
    /// What kind of deal.
    pub kind: FrameKind,
    /// The part of the subject of the active verb, or of its agent in the passive.
    pub subject: Option<Role>,
    /// The part of the object.
    pub object: Option<Role>,
    /// The part of whom something is given to, where no preposition says so: "verkauft *dem Händler Boreal* Arden".
    pub given: Option<Role>,
    /// The part of the possessor of a noun.
    pub possessor: Option<Role>,
    /// The part of the possessor of the noun that the verb governs: "Cairn’s stake".
    pub owner: Option<Role>,
    /// The part of the name joined to the front of that noun: "the Arden stake".
    pub compound: Option<Role>,
    /// The part of a phrase whose preposition belongs to the governed noun elsewhere: "den Anteil an Arden an Boreal".
    pub again: Option<Role>,
    /// The part of a phrase right behind something sold whose preposition has no part: "la filial de Cairn".
    pub part_of: Option<Role>,
    /// The parts of noun phrases after prepositions.
    pub prepositions: Vec<(Preposition, Role)>,
    /// Whether the verb speaks only with one of its nouns.
    pub needs_object: bool,
    /// Whether a percentage counts as such a noun.
    pub percent_object: bool,
    /// Whether a sum does.
    pub money_object: bool,
    /// Whether the clause of the verb must hold one of its words of [`Deals::beside`].
    pub needs_beside: bool,
    /// Whether the verb must be reflexive.
    pub reflexive: bool,
    /// Whether the noun that the verb governs is its subject.
    pub undergoes: bool,
    /// The status where no other words tell.
    pub status: Option<Status>,
    /// Whether the frame needs both a named target and another party.
    pub weak: bool,
}

/// A word that calls a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trigger {
    /// Position in [`Deals::frames`].
    pub frame: usize,
    /// As what.
    pub part: PartOfSpeech,
    /// The separable prefix that has to close the clause.
    pub prefix: Option<WordId>,
}

/// What part of speech a trigger is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PartOfSpeech {
    /// A verb in some form.
    Verb(Tense),
    /// A noun.
    Noun,
}

/// A word that tells how far a deal has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusWord {
    /// What it tells.
    pub status: Status,
    /// Where it has to stand.
    pub place: StatusPlace,
    /// Its form, where it is a verb.
    pub tense: Option<Tense>,
}

/// Where a word has to stand to tell how far a deal has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum StatusPlace {
    /// Anywhere in the sentence.
    Anywhere,
    /// Before the trigger that it governs.
    Governing,
    /// Behind a noun for the deal, as its verb.
    Verdict,
}

/// What else a phrase can mean for a deal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum DealCue {
    /// Makes a trigger no deal.
    Unreal,
    /// Begins like a trigger and is none.
    FalseFriend,
    /// Points to a deal already told.
    DealNoun,
    /// A body that acts for its company.
    Body,
    /// A part of a company that can be sold.
    Asset,
    /// Stands between a company and the place where it is.
    Seat,
    /// Stands between something sold and what it is for.
    Devoted,
    /// Stands before a name that somebody bore once.
    Former,
    /// Stands behind the place where a company is, before its name.
    Based,
    /// Stands behind who owns the company named behind it ("Boreal-owned").
    Owned,
    /// Stands behind a name that only says more of the company named behind it ("Boreal-backed").
    Backed,
    /// Tells what a company does.
    Activity,
    /// Says nothing of what a company does.
    Plain,
    /// Makes or sells what is named behind it.
    Trader,
    /// Stands beside the company it is told of, and is no part of it.
    Outsider,
    /// Before the names of some of those who are told of together.
    Member,
    /// Opens a reason.
    Motive,
    /// A price not made known.
    Undisclosed,
    /// What is paid, as a position in [`Deals::considerations`].
    Consideration(usize),
    /// Sets a deal in the past of the story.
    Background,
    /// Comes before the day a deal is to be done.
    Closing,
    /// Makes a company an adviser or lender.
    Adviser,
    /// Money that is borrowed, not raised for shares.
    Borrowing,
    /// Says what a deal makes of who acts in it.
    Enables,
    /// Says that partners have equal shares.
    Parity,
    /// Gives a share to every one of those named: "each".
    Each,
    /// What is left of a whole when other shares of it are taken away: "the rest".
    Rest,
    /// Those who run a company or work there: "its managers".
    Insider,
    /// What those still hold who take no part in a purchase: "the free float".
    Remaining,
    /// A negation that is nothing of the deal's: "without conditions".
    Unbound,
    /// All shares are meant: "all outstanding shares of".
    Whole,
    /// Is ordered by number and is no company: "30 jets".
    Goods,
    /// Those who buy from the company named before them: "Arden customers".
    Clientele,
    /// Whose object does something for its subject.
    Hires,
    /// Talks or agrees with somebody.
    Talks,
}

impl Frame {
    /// The part of what follows a preposition.
    pub fn after(&self, preposition: Preposition) -> Option<Role> {
        self.prepositions.iter().find(|(known, _)| *known == preposition).map(|(_, role)| *role)
    }

    /// Whether some phrase around the trigger can say who sells.
    pub fn has_seller(&self) -> bool {
        let named = [self.owner, self.part_of].contains(&Some(Role::Seller));
        named || self.prepositions.iter().any(|(_, role)| *role == Role::Seller)
    }
}
