//! What the sentences of an article say of how far a deal has come, each a vote of its own weight.

use std::collections::HashSet;

use super::Scene;
use super::draft::Draft;
use super::gather::Story;
use super::sayings::{force_of, in_sentence};
use super::verdict::{PLAIN, Verdict, Vote};
use crate::language::lexicon::schema::Status;
use crate::language::lexicon::{DealCue, Tense};
use crate::text::{BlockKind, TokenRange};

/// How much a status weighs where its words stand in a heading, the lead, or elsewhere.
const HEADING: f32 = 3.0;
const LEAD: f32 = 2.0;
const ELSEWHERE: f32 = 1.0;
/// What is said far from the sentences that tell the deal weighs so much less.
const DISTANT: f32 = 0.5;
/// Blocks of running text that are the lead.
const LEADING: usize = 2;

/// The votes about the status of one story.
pub(super) struct Ballot<'s, 'a> {
    scene: &'s Scene<'a>,
    story: &'s Story,
    /// The first blocks of running text.
    lead: Vec<usize>,
    /// Whether the running text tells it as done.
    done: bool,
    /// The sentences of its drafts.
    heard: HashSet<usize>,
    /// The votes, in the order in which they were cast.
    votes: Vec<Vote>,
}

impl<'s, 'a> Ballot<'s, 'a> {
    /// Hears all that speak of `story`: its own sentences, then those that seem to mean it. Which these are depends on
    /// whether it is `alone` in its article; `around` are the sentences that belong to it.
    pub(super) fn cast(scene: &'s Scene<'a>, story: &'s Story, alone: bool, around: &[usize]) -> Self {
        let done = |draft: &Draft| {
            let plain = draft.status.is_none() && draft.default_status.is_none();
            draft.perfect && plain && !draft.heading && !draft.background && !draft.learned
        };
        let done = story.drafts.iter().any(done);
        let mut ballot =
            Self { scene, story, lead: lead_blocks(scene), done, heard: HashSet::new(), votes: Vec::new() };
        story.drafts.iter().for_each(|draft| ballot.hear_draft(draft));
        if alone {
            ballot.hear_article();
        } else {
            ballot.hear_blocks(around);
            ballot.hear_title();
        }
        ballot.settle();
        ballot
    }

    /// The status that weighs most; of equals the first told.
    pub(super) fn winner(&self) -> Status {
        let mut totals: Vec<(Status, f32)> = Vec::new();
        let told = |vote: &Vote| vote.status == Status::Completed && !vote.by_tense && vote.words.is_some();
        let explicit = self.votes.iter().any(told);
        for Vote { status, weight, words, .. } in &self.votes {
            // What only seems to be told as agreed weighs no more than that, beside words that say that it is done.
            let seems = explicit && *status == Status::Announced && words.is_none();
            let weight = &(if seems { weight.min(PLAIN) } else { *weight });
            match totals.iter_mut().find(|(known, _)| known == status) {
                // That it is told as a fact, or on hearsay, is said once, however often it is told.
                Some((_, total)) if matches!(status, Status::Announced | Status::Rumored) => {
                    *total = total.max(*weight)
                }
                Some((_, total)) => *total += weight,
                None => totals.push((*status, *weight)),
            }
        }
        let best = totals.into_iter().reduce(|a, b| if b.1 > a.1 { b } else { a });
        best.map_or(Status::Announced, |(status, _)| status)
    }

    /// The first words that say `status`.
    pub(super) fn words(&self, status: Status) -> Option<TokenRange> {
        self.votes.iter().filter(|vote| vote.status == status).find_map(|vote| vote.words)
    }

    /// Hears what a draft says, and what is said beside it the first time that its sentence is heard.
    fn hear_draft(&mut self, draft: &Draft) {
        let weight = self.weight_of(draft.block, draft.heading);
        let verdict = Verdict::new(self.scene, draft);
        // A refusal that nothing but experience sees is none where words say something else.
        let refused = |vote: &Vote| vote.status == Status::Rejected && verdict.says_other_than(vote.status);
        // A heading tells in the present what the text tells as done: "Boreal buys Arden", "Boreal has bought Arden".
        let present = draft.heading && draft.tense == Some(Tense::Present) && draft.status.is_none() && self.done;
        let outdated = |vote: &Vote| present && vote.status == Status::Announced;
        self.votes.extend(Vote::hint(draft, weight).filter(|vote| !refused(vote) && !outdated(vote)));
        self.votes.extend(verdict.own(weight));
        if self.heard.insert(draft.sentence) {
            self.votes.extend(verdict.beside(weight));
        }
    }

    /// The only deal: what is said of "the deal" anywhere is said of it.
    fn hear_article(&mut self) {
        for (position, block) in self.scene.reading.document().blocks().iter().enumerate() {
            if !block.kind.tells() {
                continue;
            }
            let weight = self.weight_of(position, block.kind == BlockKind::Heading);
            block.sentences.clone().for_each(|sentence| self.hear_sentence(sentence, DISTANT * weight));
        }
    }

    /// One of several: what follows it in its own blocks is said of it.
    fn hear_blocks(&mut self, around: &[usize]) {
        let document = self.scene.reading.document();
        let blocks: HashSet<usize> = self.story.drafts.iter().map(|draft| draft.block).collect();
        for &sentence in around {
            let tokens = document.sentences().get(sentence).map(|sentence| sentence.tokens);
            if tokens.is_some_and(|tokens| blocks.contains(&document.block_of(tokens.start))) {
                self.hear_sentence(sentence, ELSEWHERE);
            }
        }
    }

    /// The title of the article, where the deal is told at its head.
    fn hear_title(&mut self) {
        let leads = |draft: &Draft| !draft.background && self.lead.contains(&draft.block);
        let title = title(self.scene).filter(|_| self.story.drafts.iter().any(leads));
        if let Some(title) = title.filter(|title| names(self.scene, self.story, *title)) {
            self.hear_sentence(title, DISTANT * HEADING);
        }
    }

    /// Hears what the words of a sentence say that is none of a draft's.
    fn hear_sentence(&mut self, sentence: usize, weight: f32) {
        if self.heard.contains(&sentence) {
            return;
        }
        let said = in_sentence(self.scene, sentence).into_iter();
        self.votes.extend(said.map(|(status, words)| Vote::new(status, force_of(status) * weight, Some(words))));
    }

    /// How much is said by what stands in a block.
    fn weight_of(&self, block: usize, heading: bool) -> f32 {
        match () {
            () if heading => HEADING,
            () if self.lead.contains(&block) => LEAD,
            () => ELSEWHERE,
        }
    }

    /// "Arden has been sold", while the sale is still to be completed: what only the tense says to be done is agreed.
    fn settle(&mut self) {
        let ahead = |vote: &Vote| {
            vote.status == Status::PendingApproval
                || vote.status == Status::Announced && vote.words.is_some_and(|words| is_ahead(self.scene, words))
        };
        if self.votes.iter().any(ahead) {
            for vote in self.votes.iter_mut().filter(|vote| vote.by_tense) {
                *vote = Vote { status: Status::Announced, weight: PLAIN, ..*vote };
            }
        }
    }
}

/// Whether `words` tell that a deal is still to be completed, and when.
fn is_ahead(scene: &Scene<'_>, words: TokenRange) -> bool {
    let found = scene.reading.longest(&scene.reading.lexicon(words.start).deals.cues, words.start, words.end);
    found.is_some_and(|found| found.tokens == words && found.values.contains(&DealCue::Closing))
}

/// The first sentence of the title.
fn title(scene: &Scene<'_>) -> Option<usize> {
    let block = scene.reading.document().title()?;
    Some(block.sentences.start + usize::from(!block.dateline.is_empty()))
}

/// Whether a sentence names a party of a story.
fn names(scene: &Scene<'_>, story: &Story, sentence: usize) -> bool {
    let Some(sentence) = scene.reading.document().sentences().get(sentence) else { return false };
    let party = |id| story.parties.iter().any(|(_, who)| who.entity() == Some(id));
    sentence.tokens.positions().any(|at| scene.entities.at(at).is_some_and(|(id, _)| party(id)))
}

/// The first blocks of running text.
fn lead_blocks(scene: &Scene<'_>) -> Vec<usize> {
    let blocks = scene.reading.document().blocks();
    let running = blocks.iter().enumerate().filter(|(_, block)| block.kind == BlockKind::Paragraph);
    running.map(|(position, _)| position).take(LEADING).collect()
}
