//! How far a deal has come, by the words around its triggers.

use std::collections::HashSet;

use super::draft::Draft;
use super::gather::Story;
use super::{DealStatus, Scene};
use crate::language::lexicon::schema::{FrameKind, Status};
use crate::language::lexicon::{DealCue, Function, StatusPlace, StatusWord, Tense};
use crate::text::{BlockKind, TokenRange};

/// Words of a verb with its noun for a share: "raised its stake".
const STEP: usize = 3;
/// How much a status weighs where its words stand in a heading, the lead, or elsewhere.
const HEADING: f32 = 3.0;
const LEAD: f32 = 2.0;
const ELSEWHERE: f32 = 1.0;
/// How much a deal weighs that is told as a fact, without a word about its status.
const PLAIN: f32 = 1.0;
/// How much a status weighs that a sentence seems to tell, by its lead, and the lead beyond which it weighs no more.
const HINT: f32 = 1.0 / 48.0;
const SURE: i32 = 72;

/// What is said beside a verb that itself says how the deal ended weighs so much less.
const BESIDES: f32 = 0.5;

/// What one sentence says of the status.
#[derive(Debug, Clone, Copy)]
struct Vote {
    status: Status,
    weight: f32,
    words: Option<TokenRange>,
    /// Whether nothing but the tense of the verb says so.
    by_tense: bool,
}

impl Vote {
    fn new(status: Status, weight: f32, words: Option<TokenRange>) -> Self {
        Self { status, weight, words, by_tense: false }
    }
}

/// "Arden has been sold", while the sale is still to be completed: what only the tense says to be done is agreed.
fn settle(scene: &Scene<'_>, votes: &mut [Vote]) {
    let ahead = |vote: &Vote| {
        vote.status == Status::PendingApproval
            || vote.status == Status::Announced && vote.words.is_some_and(|words| is_ahead(scene, words))
    };
    if votes.iter().any(ahead) {
        for vote in votes.iter_mut().filter(|vote| vote.by_tense) {
            *vote = Vote { status: Status::Announced, weight: PLAIN, ..*vote };
        }
    }
}

/// Whether `words` tell that a deal is still to be completed, and when.
fn is_ahead(scene: &Scene<'_>, words: TokenRange) -> bool {
    let found = scene.reading.longest(&scene.reading.lexicon(words.start).deals.cues, words.start, words.end);
    found.is_some_and(|found| found.tokens == words && found.values.contains(&DealCue::Closing))
}

/// The first sentence of the article, where it is a heading.
fn title(scene: &Scene<'_>) -> Option<usize> {
    let blocks = scene.reading.document().blocks();
    let block = blocks.iter().find(|block| block.kind.tells())?;
    (block.kind == BlockKind::Heading).then_some(block.sentences.start)
}

/// Whether a sentence names a party of a story.
fn names(scene: &Scene<'_>, story: &Story, sentence: usize) -> bool {
    let Some(sentence) = scene.reading.document().sentences().get(sentence) else { return false };
    let party = |id| story.parties.iter().any(|(_, who)| who.entity() == Some(id));
    sentence.tokens.positions().any(|at| scene.entities.at(at).is_some_and(|(id, _)| party(id)))
}

/// The status of a deal, and the words that say so.
pub(super) struct Told {
    /// The status.
    pub status: DealStatus,
    /// The words.
    pub words: Option<TokenRange>,
}

/// The status of a deal, with the words that say so: those of its status, or else the verb that tells it as a fact.
pub(super) fn of(scene: &Scene<'_>, story: &Story, alone: bool, around: &[usize]) -> Told {
    let mut votes: Vec<Vote> = Vec::new();
    let lead = lead_blocks(scene);
    let place = |block: usize, heading: bool| match () {
        () if heading => HEADING,
        () if lead.contains(&block) => LEAD,
        () => ELSEWHERE,
    };
    let mut seen = HashSet::new();
    for draft in &story.drafts {
        let weight = place(draft.block, draft.heading);
        let (status, force, words) = own(scene, draft);
        if let Some((status, lead)) = draft.hint {
            let hint = Vote::new(status, weight * lead.min(SURE) as f32 * HINT, None);
            votes.push(Vote { by_tense: status == Status::Completed, ..hint });
        }
        // That it is told as a fact weighs the same wherever it is told.
        let plain = status == Status::Announced && draft.status.is_none();
        let around = in_sentence(scene, draft.sentence);
        // "Is in talks to buy, two sources said"
        let hearsay = status == Status::Planned && around.iter().any(|(told, _)| *told == Status::Rumored);
        let status = if hearsay { Status::Rumored } else { status };
        // "Drops its plan to buy": what is dropped was planned.
        let dropped = around.iter().any(|(status, _)| ends(*status));
        let counts = |status: Status| !(dropped && status == Status::Planned);
        // "signed a definitive agreement": the noun says more than the verb.
        let noun = || around.iter().find(|(told, _)| *told == status).map(|(_, words)| *words);
        let bare = draft.status.is_some_and(|(status, words)| status == Status::Announced && words.len() == 1);
        let words = if bare { noun().or(words) } else { words };
        if counts(status) {
            let by_tense = draft.perfect && draft.status.is_none() && status == Status::Completed;
            // "negotiates the purchase": a noun alone tells no fact.
            let hedged = draft.tense.is_none() && around.iter().any(|(status, _)| *status == Status::Planned);
            let force = match () {
                () if plain && hedged => force,
                () if plain => PLAIN,
                () => force * weight,
            };
            votes.push(Vote { by_tense, ..Vote::new(status, force, words) });
        }
        if seen.insert(draft.sentence) {
            // What a verb says of the deal itself says more than what is told besides: "closed its purchase after the
            // regulator withdrew its objections".
            let sure = |other: Status| {
                other != status
                    && !draft.background
                    && draft.status.is_some()
                    && (ends(status) || status == Status::Completed)
            };
            let told = around.into_iter().filter(|(status, _)| counts(*status));
            votes.extend(told.map(|(status, words)| {
                let besides = if sure(status) { BESIDES } else { 1.0 };
                Vote::new(status, besides * force_of(status) * weight, Some(words))
            }));
        }
    }
    if !alone {
        // One of several: what follows it in its own block is said of it.
        let document = scene.reading.document();
        let blocks: HashSet<usize> = story.drafts.iter().map(|draft| draft.block).collect();
        let told = |sentence: &&usize| {
            let tokens = document.sentences().get(**sentence).map(|sentence| sentence.tokens);
            !seen.contains(*sentence) && tokens.is_some_and(|tokens| blocks.contains(&document.block_of(tokens.start)))
        };
        for sentence in around.iter().filter(told) {
            let found = in_sentence(scene, *sentence);
            votes.extend(found.into_iter().map(|(status, words)| Vote::new(status, force_of(status), Some(words))));
        }
        // The title of the article, where the deal is told at its head.
        let opens = || story.drafts.iter().any(|draft| !draft.background && lead.contains(&draft.block));
        if let Some(title) = title(scene).filter(|title| !seen.contains(title) && opens())
            && names(scene, story, title)
        {
            let found = in_sentence(scene, title);
            votes.extend(
                found
                    .into_iter()
                    .map(|(status, words)| Vote::new(status, 0.5 * force_of(status) * HEADING, Some(words))),
            );
        }
    }
    if alone {
        // The only deal: what is said of "the deal" anywhere is said of it.
        let document = scene.reading.document();
        for (position, block) in document.blocks().iter().enumerate() {
            if !block.kind.tells() {
                continue;
            }
            let weight = place(position, block.kind == BlockKind::Heading);
            for sentence in block.sentences.clone().filter(|sentence| !seen.contains(sentence)) {
                let found = in_sentence(scene, sentence);
                votes.extend(
                    found
                        .into_iter()
                        .map(|(status, words)| Vote::new(status, 0.5 * force_of(status) * weight, Some(words))),
                );
            }
        }
    }
    settle(scene, &mut votes);
    let mut totals: Vec<(Status, f32)> = Vec::new();
    for Vote { status, weight, .. } in &votes {
        match totals.iter_mut().find(|(known, _)| known == status) {
            // That it is told as a fact, or on hearsay, is said once, however often it is told.
            Some((_, total)) if matches!(status, Status::Announced | Status::Rumored) => *total = total.max(*weight),
            Some((_, total)) => *total += weight,
            None => totals.push((*status, *weight)),
        }
    }
    let best = totals.iter().copied().reduce(|a, b| if b.1 > a.1 { b } else { a });
    let status = best.map_or(Status::Announced, |(status, _)| status);
    let words = votes.iter().filter(|vote| vote.status == status).find_map(|vote| vote.words);
    let fact = || matches!(status, Status::Announced | Status::Completed).then(|| verb(story)).flatten();
    let shown = words.or_else(fact).map(|words| without_helpers(scene, without_tail(scene, words), status));
    Told { status: printed(status), words: shown }
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

/// What is told as done without the auxiliaries before it: "has been *completed*".
fn without_helpers(scene: &Scene<'_>, words: TokenRange, status: Status) -> TokenRange {
    let helps = |at: &usize| {
        let small = scene.reading.longest(&scene.reading.lexicon(*at).grammar.words, *at, *at + 1);
        small.is_some_and(|found| matches!(found.values[0], Function::Have | Function::Be))
    };
    let helpers = words.positions().take(words.len() - 1).take_while(helps).count();
    let start = if status == Status::Completed { words.start + helpers } else { words.start };
    TokenRange::new(start, words.end)
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

/// The first blocks of running text.
fn lead_blocks(scene: &Scene<'_>) -> Vec<usize> {
    let blocks = scene.reading.document().blocks();
    let running = blocks.iter().enumerate().filter(|(_, block)| block.kind == BlockKind::Paragraph);
    running.map(|(position, _)| position).take(2).collect()
}

/// Whether nothing comes of a deal of that status, or not yet.
fn ends(status: Status) -> bool {
    matches!(status, Status::Rejected | Status::Cancelled | Status::Postponed)
}

/// What a draft says by its own words and tense.
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
        (None, None, Some(Tense::Past | Tense::Participle)) => (Status::Announced, 0.6, Some(draft.words)),
        // "reached agreement to buy": a bare infinitive says nothing, "will buy" does.
        (None, None, Some(Tense::Infinitive | Tense::Gerund)) if !is_helped(scene, draft.words) => {
            (Status::Announced, 0.7, None)
        }
        (None, None, Some(_)) => (Status::Announced, 0.7, Some(draft.words)),
        (None, None, None) => (Status::Announced, 0.3, None),
    }
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

/// How much more than a plain announcement the words of a status say.
fn force_of(status: Status) -> f32 {
    match status {
        Status::Announced => 0.8,
        Status::Planned => 0.9,
        Status::PendingApproval => 0.9,
        Status::Rumored => 1.1,
        Status::Completed => 1.2,
        Status::Rejected | Status::Postponed => 1.5,
        Status::Cancelled => 1.6,
    }
}

/// What the words of a sentence say, wherever in it they stand.
fn in_sentence(scene: &Scene<'_>, sentence: usize) -> Vec<(Status, TokenRange)> {
    let reading = scene.reading;
    let Some(tokens) = reading.document().sentences().get(sentence).map(|sentence| sentence.tokens) else {
        return Vec::new();
    };
    let lexicon = reading.lexicon(tokens.start);
    let deals = &lexicon.deals;
    let mut found: Vec<(Status, TokenRange)> = Vec::new();
    // Whether nothing but auxiliaries stands between a noun for the deal and here: "the deal has".
    let mut told_of = false;
    let mut at = tokens.start;
    while at < tokens.end {
        if let Some((_, name)) = scene.entities.at(at) {
            at = name.end.max(at + 1);
            continue;
        }
        // "May" is a month.
        let date = scene.mentions.dates.partition_point(|date| date.tokens.end <= at);
        if let Some(date) = scene.mentions.dates.get(date).filter(|date| date.tokens.has(at)) {
            at = date.tokens.end;
            continue;
        }
        // "is to be completed": said of a time ahead.
        if let Some(ahead) = ahead(scene, at, tokens.end) {
            if !found.iter().any(|(status, _)| *status == Status::Announced) {
                found.push((Status::Announced, ahead));
            }
            at = ahead.end;
            continue;
        }
        match reading.longest(&deals.status, at, tokens.end) {
            Some(words) => {
                // "the scraps" is no verb.
                let noun = at > tokens.start
                    && reading
                        .longest(&reading.lexicon(at).grammar.words, at - 1, at)
                        .is_some_and(|small| small.values.contains(&Function::Determiner));
                let speaks = |word: &&StatusWord| match word.place {
                    StatusPlace::Anywhere => word.tense.is_none() || !noun,
                    StatusPlace::Governing => false,
                    StatusPlace::Verdict => told_of,
                };
                if let Some(word) = words.values.iter().find(speaks)
                    && !found.iter().any(|(status, _)| *status == word.status)
                {
                    found.push((word.status, words.tokens));
                }
                told_of = false;
                at = words.tokens.end;
            }
            None => {
                let deal = reading.longest(&deals.cues, at, tokens.end);
                let deal = deal.filter(|found| found.values.contains(&DealCue::DealNoun));
                let helps = |function: &Function| matches!(function, Function::Be | Function::Have);
                let small = || reading.longest(&lexicon.grammar.words, at, tokens.end);
                let auxiliary = || small().is_some_and(|found| found.values.iter().any(helps));
                told_of = deal.is_some() || told_of && auxiliary();
                at = deal.map_or(at + 1, |found| found.tokens.end);
            }
        }
    }
    found
}

/// The phrase at `at` that tells of a completion still ahead: one for the closing of a deal with a word for its completion
/// in it.
fn ahead(scene: &Scene<'_>, at: usize, end: usize) -> Option<TokenRange> {
    let deals = &scene.reading.lexicon(at).deals;
    let phrase = scene.reading.longest(&deals.cues, at, end)?;
    let completed = |at: usize| {
        let found = scene.reading.longest(&deals.status, at, phrase.tokens.end);
        found.is_some_and(|found| found.values.iter().any(|word| word.status == Status::Completed))
    };
    (phrase.values.contains(&DealCue::Closing) && phrase.tokens.len() > 1 && phrase.tokens.positions().any(completed))
        .then_some(phrase.tokens)
}

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
