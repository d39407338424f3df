//! How likely each sum near the triggers of a story is its price, the price of one share or a valuation of the whole.

use std::collections::{HashMap, HashSet};

use rust_decimal::Decimal;

use super::gather::Story;
use super::homes::Homes;
use super::prices::SMALL;
use super::{Scene, passing, sums};
use crate::language::lexicon::DealCue;
use crate::language::lexicon::schema::{FrameKind, SumRole};
use crate::mentions::Money;
use crate::text::{BlockKind, TokenRange};

/// Places behind the point of a price in cents.
const CENTS: u32 = 2;
/// How many tokens before and behind a sum a noun of the deal is looked for.
const BEFORE: usize = 20;
const BEHIND: usize = 12;

/// The likeliest sums of a story.
#[derive(Debug, Default)]
pub(super) struct Best {
    /// For its price.
    pub amount: Option<Ranked>,
    /// For the price of one share.
    pub per_share: Option<Ranked>,
    /// For a valuation of the whole.
    pub valuation: Option<Ranked>,
}

/// A sum and how likely it is what it is taken for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ranked {
    /// Its position in the mentions.
    pub index: usize,
    /// How likely.
    pub score: f32,
}

/// The likeliest sums of the story at `position`.
pub(super) fn best(scene: &Scene<'_>, homes: &Homes, position: usize, story: &Story) -> Best {
    let (past, purchases) = (past_sentences(story), purchases(story));
    let ranking = Ranking { scene, homes, story, lead: lead(scene), past, purchases };
    let mut best = Best::default();
    for &(index, beside) in homes.sums(position) {
        let Some(sum) = ranking.sum(index, beside) else { continue };
        let role = ranking.role(&sum);
        if sum.is_too_small(role) {
            continue;
        }
        if let Some(score) = ranking.score(&sum, role) {
            best.offer(role, Ranked { index, score });
        }
    }
    best
}

impl Best {
    /// Takes a sum for what its `role` says, or else for the price, where it is likelier than those before it.
    fn offer(&mut self, role: Option<SumRole>, sum: Ranked) {
        let known = match role {
            Some(SumRole::PerShare) => &mut self.per_share,
            Some(SumRole::Valuation) => &mut self.valuation,
            _ => &mut self.amount,
        };
        if known.is_none_or(|known| sum.score > known.score) {
            *known = Some(sum);
        }
    }
}

/// A sum that may be one of the deal.
struct Sum<'m> {
    /// Its position in the mentions.
    index: usize,
    money: &'m Money,
    /// Position of its sentence.
    sentence: usize,
    /// A trigger of the story stands in that sentence.
    beside: bool,
    /// It stands in a place of a frame.
    placed: bool,
    /// It is a price of single things, unless more is said.
    small: bool,
    /// It stands in a heading or at the head of the article.
    prominent: bool,
}

impl Sum<'_> {
    /// Whether it is too small to be what `role` says.
    fn is_too_small(&self, role: Option<SumRole>) -> bool {
        // "for 28.50 dollars" buys no company.
        let cents = || self.money.quantity.value.is_some_and(|value| !value.is_integer() || value.scale() == CENTS);
        let said = role == Some(SumRole::Amount) && self.beside;
        self.small && role != Some(SumRole::PerShare) && (!said || cents())
    }

    /// What its size and the place of its sentence make of its score.
    fn bonus(&self) -> f32 {
        // The price of one share, not said to be one, is no price of the whole where there is another.
        let small = if self.small { -2.0 } else { 0.0 };
        small + if self.prominent { 1.0 } else { 0.0 }
    }
}

/// What the sums of a story are ranked by.
struct Ranking<'s, 'a> {
    scene: &'s Scene<'a>,
    homes: &'s Homes,
    story: &'s Story,
    /// Position of the first paragraph.
    lead: usize,
    /// The sentences that tell only what came before the news.
    past: HashSet<usize>,
    /// What tells of a purchase as news, by sentences.
    purchases: HashMap<usize, Vec<TokenRange>>,
}

impl<'a> Ranking<'_, 'a> {
    /// The sum at `index`, if it tells how much and stands where news is told.
    fn sum(&self, index: usize, beside: bool) -> Option<Sum<'a>> {
        let document = self.scene.reading.document();
        let money = self.scene.mentions.money.get(index)?;
        let value = money.quantity.value.or(money.quantity.max).filter(|_| !sums::is_conversion(self.scene, index))?;
        let (position, sentence) = (document.block_of(money.tokens.start), document.sentence_of(money.tokens.start));
        let block = document.blocks().get(position).filter(|block| block.kind.tells())?;
        let sum = Sum {
            index,
            money,
            sentence,
            beside,
            placed: self.story.sums.contains(&index),
            small: value < Decimal::from(SMALL),
            prominent: block.kind == BlockKind::Heading || position <= self.lead,
        };
        (!self.past.contains(&sentence)).then_some(sum)
    }

    /// What a sum is said to be.
    fn role(&self, sum: &Sum<'_>) -> Option<SumRole> {
        // The same figure told as the price of one share elsewhere.
        if sum.money.quantity.value.is_some_and(|value| self.homes.is_per_share(value)) {
            return Some(SumRole::PerShare);
        }
        // What stands in the place of a price is none of what its sentence tells besides.
        let far = |role: &SumRole| {
            if sum.placed { *role == SumRole::Valuation } else { !sum.small || *role != SumRole::Amount }
        };
        let role = sums::role(self.scene, sum.index).or_else(|| sums::far(self.scene, sum.index).filter(far));
        if role == Some(SumRole::Investment) && self.is_paid(sum) { Some(SumRole::Amount) } else { role }
    }

    /// Whether a sum that is invested is what is paid, but not "Boreal buys Arden. It will invest 3 million in the plant."
    fn is_paid(&self, sum: &Sum<'_>) -> bool {
        let tokens = sum.money.tokens;
        let mut told = self.purchases.get(&sum.sentence).into_iter().flatten();
        // "Investing" is no purchase, even where it is a trigger itself.
        let apart = |trigger: &TokenRange| trigger.end + 1 < tokens.start || trigger.start > tokens.end + 1;
        self.purchases.is_empty() || told.any(apart)
    }

    /// How likely a sum is what its `role` says, if that is anything of a deal.
    fn score(&self, sum: &Sum<'_>, role: Option<SumRole>) -> Option<f32> {
        let score = self.score_in_place(sum, role)?;
        // A figure told more than once is the one the article is about.
        let often = sum.money.quantity.value.is_some_and(|value| self.homes.is_told_often(value));
        let score = if often { score + 0.5 } else { score };
        let passing = || passing::penalty(self.scene, self.homes, self.story, sum.index);
        Some(if sum.placed { score } else { score - passing() })
    }

    /// The same by nothing but its size, its place and the words around it.
    fn score_in_place(&self, sum: &Sum<'_>, role: Option<SumRole>) -> Option<f32> {
        let scene = self.scene;
        let bonus = sum.bonus();
        let deal_noun = || has_deal_noun(scene, sum.money.tokens.start);
        Some(match role {
            Some(SumRole::Amount) if sum.beside => 3.0 + bonus + f32::from(sum.placed),
            Some(SumRole::Amount) if deal_noun() => 2.0 + bonus,
            // "The net proceeds would come to 3 million": a noun of the price speaks for it.
            Some(SumRole::Amount) if sums::far(scene, sum.index) == Some(SumRole::Amount) => 1.3 + bonus,
            Some(SumRole::Amount) => 0.8 + bonus,
            Some(SumRole::PerShare) => 1.0 + bonus + f32::from(sum.beside),
            Some(SumRole::Valuation) => 1.0 + bonus,
            Some(_) => return None,
            None if sum.placed => 2.5 + bonus,
            // "$3 a share, or $93 million"
            None if !sum.small && passing::beside_share(scene, sum.index) => 1.8 + bonus,
            None if sum.beside => 1.5 + bonus,
            None if deal_noun() => 1.0,
            None => return None,
        })
    }
}

/// Position of the first paragraph.
pub(super) fn lead(scene: &Scene<'_>) -> usize {
    let blocks = scene.reading.document().blocks();
    blocks.iter().position(|block| block.kind == BlockKind::Paragraph).unwrap_or(0)
}

/// Whether a noun of the deal stands near the sum at token `at`.
pub(super) fn has_deal_noun(scene: &Scene<'_>, at: usize) -> bool {
    let document = scene.reading.document();
    let Some(sentence) = document.sentences().get(document.sentence_of(at)) else { return false };
    let cues = &scene.reading.lexicon(at).deals.cues;
    let first = at.saturating_sub(BEFORE).max(sentence.tokens.start);
    (first..sentence.tokens.end.min(at + BEHIND)).any(|token| {
        scene
            .reading
            .longest(cues, token, sentence.tokens.end)
            .is_some_and(|found| found.values.contains(&DealCue::DealNoun))
    })
}

/// The sentences of a story that tell only what came before its news.
fn past_sentences(story: &Story) -> HashSet<usize> {
    let of = |news: bool| {
        let drafts = story.drafts.iter().filter(move |draft| draft.background != news);
        drafts.map(|draft| draft.sentence).collect::<HashSet<usize>>()
    };
    let news = of(true);
    if news.is_empty() { HashSet::new() } else { of(false).difference(&news).copied().collect() }
}

/// What tells of a purchase as news, by the sentences of a story; empty for a story of money that is only put in.
fn purchases(story: &Story) -> HashMap<usize, Vec<TokenRange>> {
    let buys = |kind| {
        matches!(
            kind,
            FrameKind::Acquisition | FrameKind::TakeoverBid | FrameKind::AssetPurchase | FrameKind::Divestiture
        )
    };
    let mut told: HashMap<usize, Vec<TokenRange>> = HashMap::new();
    // What partners put into their venture is its price, whatever else is bought.
    let venture = story.drafts.iter().any(|draft| draft.kind == FrameKind::JointVenture);
    if !venture && story.drafts.iter().any(|draft| buys(draft.kind) && !draft.background) {
        for draft in story.drafts.iter().filter(|draft| !draft.background) {
            told.entry(draft.sentence).or_default().push(draft.trigger);
        }
    }
    told
}
