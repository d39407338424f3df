//! Deal frames and the cues around them, ready for matching.

use std::sync::Arc;

use super::grammar::{Grammar, Preposition, Tense};
use super::schema::{FrameKind, Role, ShareRole, Status, SumRole};
use super::{Compiler, Phrases, schema};

/// The compiled form of `deals.toml`.
#[derive(Debug, Default)]
pub struct Deals {
    /// The frames, in the order of the file.
    pub frames: Vec<Frame>,
    /// The words that call a frame.
    pub triggers: Phrases<Trigger>,
    /// Nouns that a frame's verb must govern, as positions in `frames`.
    pub objects: Phrases<usize>,
    /// Words that tell how far a deal has come.
    pub status: Phrases<StatusWord>,
    /// Words before a sum that tell what it is.
    pub sum_before: Phrases<SumRole>,
    /// Words after a sum that tell what it is.
    pub sum_after: Phrases<SumRole>,
    /// Words before a percentage that tell what it is.
    pub share_before: Phrases<ShareRole>,
    /// Words after a percentage that tell what it is.
    pub share_after: Phrases<ShareRole>,
    /// Everything else that a phrase can mean for a deal.
    pub cues: Phrases<DealCue>,
    /// Endings of compound nouns for a part of a company that can be sold.
    pub asset_endings: Vec<String>,
    /// Names of considerations, for [`DealCue::Consideration`].
    pub considerations: Vec<String>,
}

/// What words tell of a deal, and who plays which part in it.
#[derive(Debug)]
pub struct Frame {
    /// The rule's name.
    pub id: Arc<str>,
    /// What kind of deal.
    pub kind: FrameKind,
    /// The part of the subject of the active verb, or of its agent in the passive.
    pub subject: Option<Role>,
    /// The part of the object.
    pub object: Option<Role>,
    /// The part of the possessor of a noun.
    pub possessor: Option<Role>,
    /// The part of the possessor of the noun that the verb governs: "Cairn’s stake".
    pub owner: Option<Role>,
    /// The part of the name joined to the front of that noun: "the Arden stake".
    pub compound: Option<Role>,
    /// The parts of noun phrases after prepositions.
    pub prepositions: Vec<(Preposition, Role)>,
    /// Whether the verb speaks only with one of its nouns.
    pub needs_object: bool,
    /// Whether a percentage counts as such a noun.
    pub percent_object: bool,
    /// Whether a sum does.
    pub money_object: bool,
    /// Whether the verb must be reflexive.
    pub reflexive: bool,
    /// The status where no other words tell.
    pub status: Option<Status>,
    /// Whether the frame needs both a named target and another party.
    pub weak: bool,
}

/// A word that calls a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trigger {
    /// Position in [`Deals::frames`].
    pub frame: usize,
    /// As what.
    pub part: PartOfSpeech,
}

/// What part of speech a trigger is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartOfSpeech {
    /// A verb in some form.
    Verb(Tense),
    /// A noun.
    Noun,
}

/// A word that tells how far a deal has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StatusWord {
    /// What it tells.
    pub status: Status,
    /// Whether it speaks only as the governor of a trigger.
    pub governing: bool,
    /// Its form, where it is a verb.
    pub tense: Option<Tense>,
}

/// What else a phrase can mean for a deal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
}

impl Deals {
    /// Compiles the rows.
    pub(super) fn compile(rows: schema::Deals, grammar: &Grammar, compiler: &mut Compiler<'_>) -> Self {
        let mut triggers: Vec<(String, Trigger)> = Vec::new();
        let mut objects: Vec<(String, usize)> = Vec::new();
        let mut frames = Vec::with_capacity(rows.frame.len());
        for (position, row) in rows.frame.into_iter().enumerate() {
            for verb in &row.verb {
                let forms = grammar.verb(verb).into_iter();
                triggers.extend(
                    forms.map(|(form, tense)| (form, Trigger { frame: position, part: PartOfSpeech::Verb(tense) })),
                );
            }
            for noun in &row.noun {
                let forms = grammar.noun(noun).into_iter();
                triggers.extend(forms.map(|form| (form, Trigger { frame: position, part: PartOfSpeech::Noun })));
            }
            for noun in row.object.iter().filter(|noun| *noun != "%" && *noun != "$") {
                objects.extend(grammar.noun(noun).into_iter().map(|form| (form, position)));
            }
            frames.push(Frame::compile(row, grammar));
        }
        triggers.dedup();
        let mut status = Vec::new();
        for row in rows.status {
            let word = |tense| StatusWord { status: row.status, governing: row.governing, tense };
            for verb in &row.verb {
                status.extend(grammar.verb(verb).into_iter().map(|(form, tense)| (form, word(Some(tense)))));
            }
            status.extend(row.phrase.iter().map(|phrase| (phrase.clone(), word(None))));
        }
        let (mut sum_before, mut sum_after) = (Vec::new(), Vec::new());
        for row in rows.sum {
            for verb in &row.verb {
                sum_before.extend(grammar.verb(verb).into_iter().map(|(form, _)| (form, row.role)));
            }
            sum_before.extend(row.before.into_iter().map(|phrase| (phrase, row.role)));
            sum_after.extend(row.after.into_iter().map(|phrase| (phrase, row.role)));
        }
        let (mut share_before, mut share_after) = (Vec::new(), Vec::new());
        for row in rows.share {
            share_before.extend(row.before.into_iter().map(|phrase| (phrase, row.role)));
            share_after.extend(row.after.into_iter().map(|phrase| (phrase, row.role)));
        }
        let mut cues: Vec<(String, DealCue)> = Vec::new();
        for (list, cue) in [
            (rows.unreal, DealCue::Unreal),
            (rows.false_friends, DealCue::FalseFriend),
            (rows.motives, DealCue::Motive),
            (rows.undisclosed, DealCue::Undisclosed),
            (rows.background, DealCue::Background),
            (rows.closing, DealCue::Closing),
            (rows.advisers, DealCue::Adviser),
        ] {
            cues.extend(list.into_iter().map(|phrase| (phrase, cue)));
        }
        for (list, cue) in
            [(rows.deal_nouns, DealCue::DealNoun), (rows.bodies, DealCue::Body), (rows.assets, DealCue::Asset)]
        {
            cues.extend(list.iter().flat_map(|noun| grammar.noun(noun)).map(|phrase| (phrase, cue)));
        }
        let mut considerations = Vec::new();
        for (position, row) in rows.consideration.into_iter().enumerate() {
            cues.extend(row.phrase.into_iter().map(|phrase| (phrase, DealCue::Consideration(position))));
            considerations.push(row.name);
        }
        Self {
            frames,
            triggers: table(compiler, triggers),
            objects: table(compiler, objects),
            status: table(compiler, status),
            sum_before: table(compiler, sum_before),
            sum_after: table(compiler, sum_after),
            share_before: table(compiler, share_before),
            share_after: table(compiler, share_after),
            cues: table(compiler, cues),
            asset_endings: rows.asset_endings,
            considerations,
        }
    }
}

fn table<T>(compiler: &mut Compiler<'_>, rows: Vec<(String, T)>) -> Phrases<T> {
    Phrases::new(rows.into_iter().map(|(phrase, value)| (compiler.words(&phrase), value)).collect())
}

impl Frame {
    fn compile(row: schema::Frame, grammar: &Grammar) -> Self {
        let role = |place: &str| row.roles.get(place).copied();
        let prepositions =
            row.roles.iter().filter_map(|(place, role)| Some((grammar.preposition(place)?, *role))).collect();
        Self {
            id: row.id.as_str().into(),
            kind: row.kind,
            subject: role("subject"),
            object: role("object"),
            possessor: role("possessor").or(role("subject")),
            owner: role("owner"),
            compound: role("compound"),
            prepositions,
            needs_object: !row.object.is_empty(),
            percent_object: row.object.iter().any(|noun| noun == "%"),
            money_object: row.object.iter().any(|noun| noun == "$"),
            reflexive: row.reflexive,
            status: row.status,
            weak: row.weak,
        }
    }

    /// The part of what follows a preposition.
    pub fn after(&self, preposition: Preposition) -> Option<Role> {
        self.prepositions.iter().find(|(known, _)| *known == preposition).map(|(_, role)| *role)
    }
}
