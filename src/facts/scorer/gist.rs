//! Whether an article tells a deal at all, and of which type, by experience.
//!
//! The frames take a deal from a verb and the words beside it; here the heading, the opening and what the frames made of them
//! speak together. A linear model, learned from whole articles with their facts (`training/articles` in the repository).

use super::features::Sentence;
use super::weights::{ONE, SCALE, Scores, Table};
use super::{KIND, STATUS, read_sentence};
use crate::entities::Entities;
use crate::facts::deal;
use crate::facts::{Confidence, Deal, DealType, PartyRole};
use crate::language::Reading;
use crate::mentions::Mentions;
use crate::mentions::tagger::hash::{pair, push};

/// The types in the order of their classes, which begin at 1: class 0 is no deal.
pub const TYPES: [DealType; 11] = [
    DealType::Acquisition,
    DealType::MajorityStake,
    DealType::MinorityStake,
    DealType::AssetPurchase,
    DealType::Divestiture,
    DealType::TakeoverBid,
    DealType::Merger,
    DealType::JointVenture,
    DealType::FundingRound,
    DealType::Ipo,
    DealType::SpinOff,
];
/// Classes, and columns of the table.
pub const CLASSES: usize = 1 + TYPES.len();
/// See [`CLASSES`].
pub const WIDTH: usize = 16;

/// Sentences that are heard, and how much each of them counts: heading, first, second, third to fifth, later ones.
const HEARD: usize = 12;
const SHARES: [i32; 5] = [ONE, ONE, ONE / 2, ONE / 4, ONE / 8];
/// How far a deal must be ahead of there being none where no frame sees it, in units of [`SCALE`]: in a few sentences, and in an
/// article, which may open less plainly than those that this was learned from.
const SEEN: [i32; 2] = [15, -15];
/// Sentences of an article, at least.
const ARTICLE: usize = 6;
/// What a sentence says by itself counts up to here, either way, in units of [`SCALE`].
const LOUD: i32 = 96;

static MODEL: &[u8] = include_bytes!("model/gist.bin");

/// An article while it is heard, sentence by sentence.
#[derive(Debug, Default)]
pub struct Hearing {
    sentences: usize,
    body: usize,
}

impl Hearing {
    /// Hears a sentence; gives its features with their values to `sink`, and what it says by itself.
    pub(in crate::facts) fn hear(&mut self, sentence: &Sentence<'_>, sink: &mut impl FnMut(u64, i32)) -> Scores {
        self.sentences += 1;
        self.body += usize::from(!sentence.is_heading());
        if self.sentences > HEARD {
            return read_sentence(sentence, &mut |_| ());
        }
        let zone = match (sentence.is_heading(), self.body) {
            (true, 0) => 0,
            (false, 1) => 1,
            (false, 2) => 2,
            (false, 3..=5) => 3,
            _ => 4,
        };
        let share = SHARES[zone];
        let zone = zone as u64;
        let alone = read_sentence(sentence, &mut |feature| sink(feature, share));
        for head in [KIND, STATUS] {
            let scores = &alone.0[head.clone()];
            for (class, score) in scores.iter().enumerate() {
                let said = (score - scores[0]).clamp(-LOUD, LOUD) * ONE / SCALE as i32;
                sink(pair(0x3d3d + zone, (head.start + class) as u64), said);
                sink(pair(0x4e4e, (head.start + class) as u64), said * share / ONE);
            }
        }
        sink(pair(0x5f5f, zone), ONE);
        alone
    }
}

/// The features of what the frames say of the article's first deal.
fn told(deals: &[Deal], sink: &mut impl FnMut(u64, i32)) {
    let mut add = |template: u64, value: u64| sink(push(value, 0x3939_3939_u64.wrapping_mul(template + 1)), ONE);
    let Some(deal) = deals.iter().find(|deal| !deal.background) else {
        add(0, deals.len().min(2) as u64);
        return;
    };
    let (kind, status) = (deal.kind.value as u64, deal.status.value as u64);
    let has = |role: PartyRole| u64::from(deal.parties.iter().any(|party| party.value.role == role));
    let roles = [PartyRole::Acquirer, PartyRole::Investor, PartyRole::Target, PartyRole::Seller, PartyRole::Partner];
    let mask = roles.into_iter().fold(0, |mask, role| mask << 1 | has(role));
    let stake = deal.stake.as_ref().map_or(0, |stake| 1 + stake.value.control.map_or(0, |control| control as u64 + 1));
    let words = deal.parties.iter().any(|party| party.value.role == PartyRole::Target && party.value.entity.is_none());
    add(1, kind);
    add(2, status);
    add(3, pair(kind, status));
    add(4, pair(kind, mask));
    add(5, pair(kind, stake));
    add(6, pair(kind, u64::from(words)));
    add(7, pair(status, u64::from(deal.status_text.is_some())));
    // What experience itself made sure says nothing new.
    add(8, pair(kind, u64::from(deal.confidence > Confidence::Low)));
    add(9, pair(kind, deals.len().min(4) as u64));
    add(10, pair(kind, u64::from(deal.amount.is_some())));
    add(11, pair(status, u64::from(deal.closed_on.is_some()) * 2 + u64::from(deal.expected_close.is_some())));
    add(12, pair(kind, deal.kind.evidence().len().min(5) as u64));
}

/// What experience says of an article.
#[derive(Debug, Default)]
pub(in crate::facts) struct Gist {
    hearing: Hearing,
    scores: Scores<WIDTH>,
}

impl Gist {
    pub(in crate::facts) fn hear(&mut self, sentence: &Sentence<'_>) -> Scores {
        let (table, scores) = (Table::new(MODEL), &mut self.scores);
        self.hearing.hear(sentence, &mut |feature, value| table.add_scaled(feature, value, scores))
    }

    /// The type of the deal that an article seems to tell in which the frames see none, if any.
    pub(in crate::facts) fn unframed(&self) -> Option<DealType> {
        let (told, over) = self.with(&[]);
        (over >= SEEN[usize::from(self.hearing.sentences >= ARTICLE)]).then_some(told)
    }

    /// The type of the article's deal, where `deals` is what the frames say, and how far it is ahead of there being none, in
    /// units of [`SCALE`]; negative where there seems to be none.
    pub(in crate::facts) fn with(&self, deals: &[Deal]) -> (DealType, i32) {
        let (table, mut scores) = (Table::new(MODEL), self.scores);
        told(deals, &mut |feature, value| table.add_scaled(feature, value, &mut scores));
        let best = scores.best(1..CLASSES).class;
        (TYPES[best], (scores.0[1 + best] - scores.0[0]) / ONE)
    }
}

/// The features of an article with their values, and the deals that the frames alone tell: for training.
pub fn draw(reading: &Reading<'_>, mentions: &Mentions, entities: &Entities) -> (Vec<(u64, i32)>, Vec<Deal>) {
    let mut features = Vec::new();
    let mut hearing = Hearing::default();
    let (_, deals) = deal::framed(reading, mentions, entities, &mut |sentence| {
        hearing.hear(sentence, &mut |feature, value| features.push((feature, value)))
    });
    told(&deals, &mut |feature, value| features.push((feature, value)));
    (features, deals)
}
