//! Which deal each figure and phrase of an article belongs to, found in one pass over them.

use std::collections::{HashMap, HashSet};

use rust_decimal::Decimal;

use super::Scene;
use super::gather::Story;
use crate::language::lexicon::DealCue;
use crate::mentions::{Per, Precision};
use crate::text::{BlockKind, TokenRange};

/// What belongs to one story.
#[derive(Debug, Clone, Default)]
struct Home {
    /// Sums, as positions in the mentions, and whether a trigger of the story stands in the same sentence.
    sums: Vec<(usize, bool)>,
    /// Percentages, likewise.
    shares: Vec<(usize, bool)>,
    /// Sentences, as positions in the document, that belong to the story.
    sentences: Vec<usize>,
    /// The first phrase of each cue that is looked for.
    cues: Vec<(DealCue, TokenRange)>,
}

/// The homes of all figures and phrases.
#[derive(Debug)]
pub(super) struct Homes {
    homes: Vec<Home>,
    main: usize,
    /// Where each sum of the article is told, as positions in the mentions.
    told: HashMap<Decimal, Vec<usize>>,
    /// The sums that are told as prices of one share.
    per_share: HashSet<Decimal>,
    /// The latest year in which something is dated by the day.
    year: Option<u16>,
}

/// How many blocks behind the one that told of a deal still go on about it.
const NEXT: usize = 1;

/// The cues looked for.
const CUES: [DealCue; 4] = [DealCue::Undisclosed, DealCue::Closing, DealCue::Parity, DealCue::Whole];

impl Homes {
    pub(super) fn new(scene: &Scene<'_>, stories: &[Story]) -> Self {
        let map = Map::new(scene, stories);
        let mut homes = vec![Home::default(); stories.len()];
        for (index, money) in scene.mentions.money.iter().enumerate() {
            let at = money.tokens.start;
            let goes_on = || map.story_before(scene, at).filter(|_| money.per.is_none()).map(|story| (story, false));
            if let Some((story, beside)) = map.story_at(scene, at).or_else(goes_on) {
                homes[story].sums.push((index, beside));
            }
        }
        for index in 0..scene.mentions.shares() {
            let Some(share) = scene.mentions.share(index) else { continue };
            if let Some((story, beside)) = map.story_at(scene, share.tokens.start) {
                homes[story].shares.push((index, beside));
            }
        }
        let document = scene.reading.document();
        for block in document.blocks().iter().filter(|block| block.kind.tells()) {
            for position in block.sentences.clone() {
                let Some(sentence) = document.sentences().get(position) else { continue };
                let Some((story, _)) = map.story_at(scene, sentence.tokens.start) else { continue };
                homes[story].sentences.push(position);
                homes[story].hear(scene, sentence.tokens);
            }
        }
        let (mut told, mut per_share) = (HashMap::<_, Vec<usize>>::new(), HashSet::new());
        for (index, money) in scene.mentions.money.iter().enumerate() {
            let Some(value) = money.quantity.value else { continue };
            told.entry(value).or_default().push(index);
            if money.per == Some(Per::Share) {
                per_share.insert(value);
            }
        }
        let days = scene.mentions.dates.iter().filter(|date| date.precision == Precision::Day);
        let year = days.filter_map(|date| date.edtf.get(..4).and_then(|year| year.parse().ok())).max();
        Self { homes, main: map.main, told, per_share, year }
    }

    /// The latest year in which something is dated by the day.
    pub(super) fn year(&self) -> Option<u16> {
        self.year
    }

    /// The most central story.
    pub(super) fn main(&self) -> usize {
        self.main
    }

    /// Where a sum is told.
    pub(super) fn told(&self, value: Decimal) -> &[usize] {
        self.told.get(&value).map_or(&[], Vec::as_slice)
    }

    /// Whether a sum is told more than once.
    pub(super) fn is_told_often(&self, value: Decimal) -> bool {
        self.told(value).len() > 1
    }

    /// Whether a sum is told as the price of one share somewhere.
    pub(super) fn is_per_share(&self, value: Decimal) -> bool {
        self.per_share.contains(&value)
    }

    /// The sums of a story.
    pub(super) fn sums(&self, story: usize) -> &[(usize, bool)] {
        &self.homes[story].sums
    }

    /// The sentences that belong to a story.
    pub(super) fn sentences(&self, story: usize) -> &[usize] {
        &self.homes[story].sentences
    }

    /// The percentages of a story.
    pub(super) fn shares(&self, story: usize) -> &[(usize, bool)] {
        &self.homes[story].shares
    }

    /// The first phrase of `wanted` in a sentence that belongs to a story.
    pub(super) fn cue(&self, story: usize, wanted: DealCue) -> Option<TokenRange> {
        self.homes[story].cues.iter().find(|(cue, _)| *cue == wanted).map(|(_, tokens)| *tokens)
    }
}

impl Home {
    fn hear(&mut self, scene: &Scene<'_>, sentence: TokenRange) {
        if self.cues.len() == CUES.len() {
            return;
        }
        let cues = &scene.reading.lexicon(sentence.start).deals.cues;
        for at in sentence.positions() {
            let Some(found) = scene.reading.longest(cues, at, sentence.end) else { continue };
            for cue in CUES.iter().filter(|cue| found.values.contains(cue)) {
                if !self.cues.iter().any(|(known, _)| known == cue) {
                    self.cues.push((*cue, found.tokens));
                }
            }
        }
    }
}

/// Where the triggers of each story stand.
pub(super) struct Map {
    /// Triggers in order: first token, block, story.
    triggers: Vec<(usize, usize, usize)>,
    /// Which stories are told as news.
    news: Vec<bool>,
    main: usize,
    single: bool,
}

impl Map {
    pub(super) fn new(scene: &Scene<'_>, stories: &[Story]) -> Self {
        let mut triggers: Vec<_> = stories
            .iter()
            .enumerate()
            .flat_map(|(position, story)| {
                story.drafts.iter().map(move |draft| (draft.trigger.start, draft.block, position))
            })
            .collect();
        triggers.sort_unstable();
        let scores: Vec<f32> = stories.iter().map(|story| centrality(scene, story)).collect();
        let main = (0..stories.len()).max_by(|a, b| scores[*a].total_cmp(&scores[*b]).then(b.cmp(a))).unwrap_or(0);
        let central = scores.iter().filter(|score| **score >= 2.0).count();
        Self { triggers, news: stories.iter().map(Story::is_news).collect(), main, single: central <= 1 }
    }

    /// The most central story.
    pub(super) fn main(&self) -> usize {
        self.main
    }

    /// The story of what stands at token `at`: that of the nearest trigger of its sentence (the flag), or else the only
    /// central one, or else the one told last in its block, or in its item of a digest.
    pub(super) fn story_at(&self, scene: &Scene<'_>, at: usize) -> Option<(usize, bool)> {
        let document = scene.reading.document();
        let sentence = document.sentences().get(document.sentence_of(at))?.tokens;
        let first = self.triggers.partition_point(|(token, _, _)| *token < sentence.start);
        let inside = self.triggers[first..]
            .iter()
            .take_while(|(token, _, _)| sentence.has(*token))
            .min_by_key(|(token, _, _)| token.abs_diff(at));
        if let Some((_, _, story)) = inside {
            return Some((*story, true));
        }
        if self.single && !scene.items.is_digest() {
            return Some((self.main, false));
        }
        let block = document.block_of(at);
        let near = |told: usize| told == block || scene.items.is_digest() && scene.items.same(told, block);
        let before = self.triggers.partition_point(|(token, _, _)| *token < at);
        let last = self.triggers[..before].last().filter(|(_, told, _)| near(*told));
        last.map(|(_, _, story)| (*story, false))
    }

    /// The story of news that the paragraph before that of token `at` told last: "The price was 3 million."
    fn story_before(&self, scene: &Scene<'_>, at: usize) -> Option<usize> {
        let before = self.triggers.partition_point(|(token, _, _)| *token < at);
        let (_, told, story) = *self.triggers[..before].last()?;
        let block = scene.reading.document().block_of(at);
        (self.news[story] && follows(scene, told, block)).then_some(story)
    }
}

/// Whether the block at `block` goes on telling what the one at `told` began: no heading stands in between.
fn follows(scene: &Scene<'_>, told: usize, block: usize) -> bool {
    let blocks = scene.reading.document().blocks();
    let heading = |at: usize| blocks.get(at).is_none_or(|block| block.kind == BlockKind::Heading);
    told < block && block - told <= NEXT && !scene.items.is_digest() && !(told + 1..=block).any(heading)
}

/// How much of the article a story is: headings and the first paragraphs count most.
pub(super) fn centrality(scene: &Scene<'_>, story: &Story) -> f32 {
    let blocks = scene.reading.document().blocks();
    let body = blocks.iter().position(|block| block.kind == BlockKind::Paragraph).unwrap_or(0);
    story
        .drafts
        .iter()
        .map(|draft| match () {
            () if draft.background => 0.3,
            () if draft.heading && draft.block <= body => 4.0,
            () if draft.heading => 2.0,
            () if draft.block <= body + 1 => 3.0,
            () => 1.0,
        })
        .sum()
}
