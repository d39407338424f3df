//! Drafts: what one trigger in one sentence says of a deal. They are found by [`find`], sentence by sentence.

use std::sync::Arc;

pub(super) use super::sentences::{Found, find};
use super::{PartyRole, Scene};
use crate::entities::{EntityId, EntityKind, OrganizationKind};
use crate::facts::frame::Argument;
use crate::language::lexicon::Tense;
use crate::language::lexicon::schema::{FrameKind, ShareRole, Status};
use crate::text::{BlockKind, TokenRange};

/// What one trigger says of a deal.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    /// The rule that read it.
    pub rule: Arc<str>,
    /// What kind of deal.
    pub kind: FrameKind,
    /// Position of the sentence.
    pub sentence: usize,
    /// Position of the block.
    pub block: usize,
    /// The trigger's words.
    pub trigger: TokenRange,
    /// The words of its verb or noun.
    pub words: TokenRange,
    /// Who plays which part.
    pub parties: Vec<(PartyRole, Who)>,
    /// Sums that stand in a place of the frame.
    pub sums: Vec<usize>,
    /// Percentages that stand in a place of the frame.
    pub shares: Vec<usize>,
    /// Those of them that stand in the place of a share held before or after.
    pub steps: Vec<(usize, ShareRole)>,
    /// What the words that govern the trigger say of the status.
    pub status: Option<(Status, TokenRange)>,
    /// The status the frame has of itself.
    pub default_status: Option<Status>,
    /// Told as past.
    pub background: bool,
    /// Stands in a heading.
    pub heading: bool,
    /// Needs two parties to speak.
    pub weak: bool,
    /// Told from the seller's side: the seller is the subject.
    pub seller_acts: bool,
    /// Form of the verb.
    pub tense: Option<Tense>,
    /// Told as done: "has bought".
    pub perfect: bool,
    /// Only says who plays a part: "the seller is Cairn".
    pub names_part: bool,
    /// What the sentence is about, where the target of a round is not said.
    pub about: Option<EntityId>,
    /// Told by experience, not by a frame.
    pub learned: bool,
    /// The status that its sentence seems to tell, and how far that is ahead.
    pub hint: Option<(Status, i32)>,
    /// Its sentence seems to tell no deal.
    pub doubted: bool,
    /// Bought by those who run it or work there, who are no buyer by name.
    pub inside: bool,
    /// What is bought is no known kind of thing: it may be paper clips, or the buyer's own shares.
    pub vague: bool,
}

/// A party of a draft.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Who {
    /// Named.
    Entity(EntityId, TokenRange),
    /// Something without a name of its own.
    Words(TokenRange),
}

impl Who {
    /// Whom an argument names, if it is a name.
    pub(super) fn named(argument: Argument) -> Option<Self> {
        match argument {
            Argument::Entity(id, tokens) => Some(Who::Entity(id, tokens)),
            _ => None,
        }
    }

    /// The entity, where it is one.
    pub(super) fn entity(&self) -> Option<EntityId> {
        match self {
            Who::Entity(id, _) => Some(*id),
            Who::Words(_) => None,
        }
    }

    /// The words.
    pub(super) fn tokens(&self) -> TokenRange {
        match self {
            Who::Entity(_, tokens) | Who::Words(tokens) => *tokens,
        }
    }
}

impl Draft {
    /// A draft of the sentence at `place` that says nothing yet.
    pub(super) fn new(rule: Arc<str>, kind: FrameKind, place: Place, words: TokenRange) -> Self {
        Self {
            rule,
            kind,
            sentence: place.position,
            block: place.block,
            trigger: words,
            words,
            parties: Vec::new(),
            sums: Vec::new(),
            shares: Vec::new(),
            steps: Vec::new(),
            status: None,
            default_status: None,
            background: place.background,
            heading: place.kind == BlockKind::Heading,
            weak: false,
            seller_acts: false,
            tense: None,
            perfect: false,
            names_part: false,
            about: None,
            learned: false,
            hint: None,
            doubted: false,
            inside: false,
            vague: false,
        }
    }

    /// The parties that play `role`.
    pub(super) fn party(&self, role: PartyRole) -> impl Iterator<Item = &Who> {
        self.parties.iter().filter(move |(known, _)| *known == role).map(|(_, who)| who)
    }

    /// Whether anyone plays `role`.
    pub(super) fn has(&self, role: PartyRole) -> bool {
        self.party(role).next().is_some()
    }

    /// Whether it is a deal that all sides put something into.
    pub(super) fn is_pooled(&self) -> bool {
        matches!(self.kind, FrameKind::Merger | FrameKind::JointVenture)
    }

    /// Whether `id` plays any part.
    pub(super) fn includes(&self, id: EntityId) -> bool {
        self.parties.iter().any(|(_, who)| who.entity() == Some(id))
    }
}

/// A sentence and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// Its position in the document.
    pub position: usize,
    /// Position of its block.
    pub block: usize,
    /// The first sentence of its block.
    pub first: usize,
    /// What that block is.
    pub kind: BlockKind,
    /// Told as past.
    pub background: bool,
}

/// Whether an entity can play a part at all.
pub(super) fn can_play(scene: &Scene<'_>, role: PartyRole, id: EntityId) -> bool {
    match (scene.entities.get(id).kind, role) {
        (EntityKind::Company, _) => true,
        (EntityKind::Product, PartyRole::Target) => true,
        (EntityKind::Person, PartyRole::Acquirer | PartyRole::Seller | PartyRole::Investor) => true,
        (EntityKind::Organization(kind), role) => match kind {
            OrganizationKind::BusinessUnit | OrganizationKind::Club => true,
            // Newspapers are bought; what they do is report.
            OrganizationKind::Media => role == PartyRole::Target,
            // Schools are bought, states are not.
            OrganizationKind::Other => true,
            // Who leaves its university is not sold by it.
            OrganizationKind::University => role != PartyRole::Seller,
            OrganizationKind::Government => role != PartyRole::Target,
            _ => false,
        },
        _ => false,
    }
}
