//! How far a deal has come, by the words around its triggers.

use super::ballot::Ballot;
use super::draft::Draft;
use super::gather::Story;
use super::sayings::in_sentence;
use super::{DealStatus, Scene};
use crate::language::lexicon::schema::{FrameKind, Status};
use crate::language::lexicon::{Function, Tense};
use crate::text::TokenRange;

/// Words of a verb with its noun for a share: "raised its stake".
const STEP: usize = 3;

/// The status of a deal, and the words that say so.
pub(super) struct Told {
    /// The status.
    pub status: DealStatus,
    /// The words.
    pub words: Option<TokenRange>,
}

/// The status of a deal, with the words that say so: those of its status, or else the verb that tells it as a fact. `alone`
/// says that the article tells no other, `around` are the sentences that belong to it.
pub(super) fn of(scene: &Scene<'_>, story: &Story, alone: bool, around: &[usize]) -> Told {
    let ballot = Ballot::cast(scene, story, alone, around);
    let status = ballot.winner();
    let fact = || matches!(status, Status::Announced | Status::Completed).then(|| verb(story)).flatten();
    let words = ballot.words(status).or_else(fact);
    let words = words.map(|words| without_auxiliaries(scene, without_tail(scene, words), status));
    Told { status: printed(status), words }
}

/// The first verb that tells a story as a fact.
fn verb(story: &Story) -> Option<TokenRange> {
    let told = |draft: &&Draft| {
        let fact = matches!(draft.tense, Some(Tense::Present | Tense::Past | Tense::Participle));
        (fact || draft.perfect) && draft.status.is_none() && !draft.background && !draft.learned
    };
    let draft = story.drafts.iter().find(told)?;
    // "raised its stake": the verb says nothing without its noun.
    let bare = draft.shares.is_empty() || !draft.steps.is_empty();
    let step = draft.kind == FrameKind::Stake && draft.trigger.start == draft.words.start;
    let step = step && bare && draft.trigger.len() <= STEP;
    Some(if step { draft.trigger } else { draft.words })
}

/// `words` without the small words at their end that only lead on: "completed the".
fn without_tail(scene: &Scene<'_>, words: TokenRange) -> TokenRange {
    let leads_on = |at: usize| {
        let small = scene.reading.longest(&scene.reading.lexicon(at).grammar.words, at, at + 1);
        small.is_some_and(|found| {
            matches!(found.values[0], Function::Determiner | Function::Preposition(_) | Function::Have | Function::Be)
        })
    };
    let mut end = words.end;
    while end > words.start + 1 && leads_on(end - 1) {
        end -= 1;
    }
    TokenRange::new(words.start, end)
}

/// What is told as done without the auxiliaries before it: "has been *completed*".
fn without_auxiliaries(scene: &Scene<'_>, words: TokenRange, status: Status) -> TokenRange {
    let helps = |at: &usize| {
        let small = scene.reading.longest(&scene.reading.lexicon(*at).grammar.words, *at, *at + 1);
        small.is_some_and(|found| matches!(found.values[0], Function::Have | Function::Be))
    };
    let auxiliaries = words.positions().take(words.len() - 1).take_while(helps).count();
    let start = if status == Status::Completed { words.start + auxiliaries } else { words.start };
    TokenRange::new(start, words.end)
}

/// The status as it is printed.
fn printed(status: Status) -> DealStatus {
    match status {
        Status::Rumored => DealStatus::Rumored,
        Status::Planned => DealStatus::Planned,
        Status::Announced => DealStatus::Announced,
        Status::PendingApproval => DealStatus::PendingApproval,
        Status::Completed => DealStatus::Completed,
        Status::Rejected => DealStatus::Rejected,
        Status::Cancelled => DealStatus::Cancelled,
        Status::Postponed => DealStatus::Postponed,
    }
}

/// The drafts that tell a deal as still open and as done, where the article does both: a verb of the present for what is
/// not agreed yet ("nears a stake") beside a plain statement in running text ("invests").
pub(super) fn conflict<'s>(scene: &Scene<'_>, story: &'s Story) -> Option<(&'s Draft, &'s Draft)> {
    let unsigned = |status: Status| matches!(status, Status::Planned | Status::Rumored);
    let open = |draft: &&Draft| match draft.status {
        Some((status, words)) => {
            let known = scene.reading.longest(&scene.reading.lexicon(words.start).deals.status, words.start, words.end);
            let present = known.is_some_and(|known| known.values.iter().any(|word| word.tense == Some(Tense::Present)));
            // A heading speaks of the present whatever its grammar.
            unsigned(status) && (present || draft.heading)
        }
        None if draft.heading => in_sentence(scene, draft.sentence).iter().any(|(status, _)| unsigned(*status)),
        None => draft.default_status.is_some_and(unsigned) && draft.tense == Some(Tense::Present),
    };
    let done = |draft: &&Draft| {
        let told = match draft.status {
            Some((status, _)) => status == Status::Completed,
            None => draft.default_status.is_none() && matches!(draft.tense, Some(Tense::Present | Tense::Past)),
        };
        told && !draft.heading && !draft.background
    };
    let open = story.drafts.iter().find(open)?;
    let done = story.drafts.iter().filter(|draft| draft.sentence != open.sentence).find(done)?;
    Some((open, done))
}
