//! What a verb or noun that tells a deal says itself of how far that has come, beside what else its sentence says.

use super::Scene;
use super::draft::Draft;
use super::sayings::{ends, force_of, in_sentence};
use crate::language::lexicon::schema::{FrameKind, Status};
use crate::language::lexicon::{Function, Tense};
use crate::text::TokenRange;

/// How much a deal weighs that is told as a fact, without a word about its status.
pub(super) const PLAIN: f32 = 1.0;
/// What is said beside a verb that itself says how the deal ended weighs so much less.
const BESIDES: f32 = 0.5;
/// How much a status weighs that a sentence seems to tell, by its lead, and the lead beyond which it weighs no more.
const HINT: f32 = 1.0 / 48.0;
const SURE: i32 = 72;

/// What one sentence says of the status.
#[derive(Debug, Clone, Copy)]
pub(super) struct Vote {
    /// The status.
    pub status: Status,
    /// How much it says.
    pub weight: f32,
    /// The words that say so.
    pub words: Option<TokenRange>,
    /// Whether nothing but the tense of the verb says so.
    pub by_tense: bool,
}

impl Vote {
    /// A vote that is not by tense.
    pub(super) fn new(status: Status, weight: f32, words: Option<TokenRange>) -> Self {
        Self { status, weight, words, by_tense: false }
    }

    /// What the sentence of `draft` seems to tell.
    pub(super) fn hint(draft: &Draft, weight: f32) -> Option<Self> {
        let (status, lead) = draft.hint?;
        // "The entry of Boreal": a noun does not tell that it is done.
        if status == Status::Completed && draft.heading && draft.tense.is_none() {
            return None;
        }

        let hint = Self::new(status, weight * lead.min(SURE) as f32 * HINT, None);
        Some(Self { by_tense: status == Status::Completed, ..hint })
    }
}

/// What a draft says of the status.
pub(super) struct Verdict<'d> {
    draft: &'d Draft,
    /// What else its sentence says.
    beside: Vec<(Status, TokenRange)>,
    status: Status,
    /// How much it says, wherever it stands.
    force: f32,
    /// The words that say so.
    words: Option<TokenRange>,
}

impl<'d> Verdict<'d> {
    /// What `draft` says, in the light of its sentence.
    pub(super) fn new(scene: &Scene<'_>, draft: &'d Draft) -> Self {
        let (status, force, words) = own(scene, draft);
        let beside = in_sentence(scene, draft.sentence);
        // "Is in talks to buy, two sources said"
        let hearsay = status == Status::Planned && beside.iter().any(|(told, _)| *told == Status::Rumored);
        let status = if hearsay { Status::Rumored } else { status };
        // "signed a definitive agreement": the noun says more than the verb.
        let bare = draft.status.is_some_and(|(status, words)| status == Status::Announced && words.len() == 1);
        let noun = beside.iter().find(|(told, _)| bare && *told == status).map(|(_, words)| *words);
        Self { draft, beside, status, force, words: noun.or(words) }
    }

    /// What the draft says; `weight` is that of the place where it stands.
    pub(super) fn own(&self, weight: f32) -> Option<Vote> {
        let by_tense = (self.draft.perfect || self.draft.default_status.is_none())
            && self.draft.status.is_none()
            && self.status == Status::Completed;
        let vote = Vote::new(self.status, self.force(weight), self.words);
        self.counts(self.status).then_some(Vote { by_tense, ..vote })
    }

    /// What is said beside it.
    pub(super) fn beside(&self, weight: f32) -> impl Iterator<Item = Vote> {
        let told = self.beside.iter().filter(|(status, _)| self.counts(*status));
        told.map(move |&(status, words)| {
            let besides = if self.outweighs(status) { BESIDES } else { 1.0 };
            Vote::new(status, besides * force_of(status) * weight, Some(words))
        })
    }

    /// Whether the words of the sentence say another status than `status`, and not that.
    pub(super) fn says_other_than(&self, status: Status) -> bool {
        let mut said =
            self.beside.iter().map(|(said, _)| *said).chain(self.draft.status.map(|(said, _)| said)).peekable();
        said.peek().is_some() && said.all(|said| said != status)
    }

    /// How much the draft says at a place of that weight.
    fn force(&self, weight: f32) -> f32 {
        let plain = self.status == Status::Announced && self.draft.status.is_none();
        // "negotiates the purchase": a noun alone tells no fact.
        let hedged = || self.draft.tense.is_none() && self.beside.iter().any(|(status, _)| *status == Status::Planned);
        match () {
            () if plain && hedged() => self.force,
            // That it is told as a fact weighs the same wherever it is told.
            () if plain => PLAIN,
            () => self.force * weight,
        }
    }

    /// Whether a status that the sentence tells is one of its deal. "Drops its plan to buy": what is dropped was planned.
    fn counts(&self, status: Status) -> bool {
        status != Status::Planned || !self.beside.iter().any(|(told, _)| ends(*told))
    }

    /// Whether the verb says more of the deal itself than `other`, told besides: "closed its purchase after the regulator
    /// withdrew its objections".
    fn outweighs(&self, other: Status) -> bool {
        let last = ends(self.status) || self.status == Status::Completed;
        other != self.status && !self.draft.background && self.draft.status.is_some() && last
    }
}

/// What a draft says by its own words and tense: the status, how much that says, and the words.
fn own(scene: &Scene<'_>, draft: &Draft) -> (Status, f32, Option<TokenRange>) {
    match (draft.status, draft.default_status, draft.tense) {
        // "calls off its planned listing": what a verb says of the end beats what was planned before.
        (_, Some(status), _) if ends(status) => (status, force_of(status), Some(draft.words)),
        (Some((status, words)), _, _) => (status, force_of(status).max(1.0), Some(words)),
        // A bid that is launched is no plan any more.
        (None, Some(Status::Planned), Some(Tense::Present | Tense::Past | Tense::Participle))
            if draft.kind == FrameKind::TakeoverBid =>
        {
            (Status::Announced, 0.6, None)
        }
        (None, Some(status), _) => (status, 0.6, None),
        (None, None, Some(_)) if draft.perfect => (Status::Completed, 1.2, Some(draft.words)),
        // "raised 3 million", "took 5%": money that came in and shares that changed hands are told when they have. "Compró":
        // where verbs need no subject, their past tells by itself what is done.
        (None, None, Some(Tense::Past))
            if matches!(draft.kind, FrameKind::FundingRound | FrameKind::Stake)
                || scene.reading.lexicon(draft.words.start).grammar.drops_subject =>
        {
            (Status::Completed, 0.8, None)
        }
        (None, None, Some(Tense::Past | Tense::Participle)) if was_done(scene, draft.words) => {
            (Status::Completed, 0.8, None)
        }
        (None, None, Some(Tense::Past | Tense::Participle)) => (Status::Announced, 0.6, Some(draft.words)),
        // "reached agreement to buy": a bare infinitive says nothing, "will buy" does.
        (None, None, Some(Tense::Infinitive | Tense::Gerund)) if !is_helped(scene, draft.words) => {
            (Status::Announced, 0.7, None)
        }
        (None, None, Some(_)) => (Status::Announced, 0.7, Some(draft.words)),
        (None, None, None) => (Status::Announced, 0.3, None),
    }
}

/// Whether the auxiliary before the participle `words` says that it was done: "was sold".
fn was_done(scene: &Scene<'_>, words: TokenRange) -> bool {
    let past_be = &scene.reading.lexicon(words.start).grammar.past_be;
    words.start > 0 && scene.reading.longest(past_be, words.start - 1, words.start).is_some()
}

/// Whether an auxiliary opens `words` or stands before them: "will buy", "is taking".
fn is_helped(scene: &Scene<'_>, words: TokenRange) -> bool {
    let grammar = &scene.reading.lexicon(words.start).grammar;
    let helps = |at: usize, end: usize| {
        let found = scene.reading.longest(&grammar.words, at, end).filter(|found| found.tokens.end <= end);
        let helps = |function: &Function| matches!(function, Function::Control | Function::Be | Function::Have);
        found.is_some_and(|found| found.values.iter().any(helps))
    };
    helps(words.start, words.end - 1) || words.start > 0 && helps(words.start - 1, words.start)
}
