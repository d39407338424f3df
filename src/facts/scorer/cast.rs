//! Who plays which part in an article as a whole, by experience.
//!
//! A sentence tells little; an article names its buyer ten times. Here all mentions of an entity speak together: what stands
//! around each, where in the article it stands, what the sentence by itself seems to say of it, and what the frames made of
//! it. A linear model again, learned from whole articles with their facts
//! (`training/articles` in the repository).

use std::collections::HashMap;

use super::features::Sentence;
use super::weights::{ONE, Scores, Table};
use super::{SECOND, read_parts, read_sentence};
use crate::entities::{Entities, EntityId, EntityKind};
use crate::facts::deal;
use crate::language::lexicon::schema::FrameKind;
use crate::language::{Language, Reading};
use crate::mentions::Mentions;
use crate::mentions::tagger::hash::{pair, push, text};

/// A part in an article's deals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Buys, bids or invests.
    Acquirer,
    /// Is bought or invested in, goes public, or is made by partners.
    Target,
    /// Sells.
    Seller,
    /// Merges, or founds a joint venture.
    Partner,
}

impl Role {
    /// All roles, in the order of their classes, which begin at 1: class 0 is none.
    pub const ALL: [Role; 4] = [Role::Acquirer, Role::Target, Role::Seller, Role::Partner];
}

/// Columns of the table.
pub const WIDTH: usize = 8;
/// Columns of the classes.
pub const CLASSES: usize = 1 + Role::ALL.len();
/// Mentions of an entity that are heard.
const HEARD: usize = 12;
/// Sentences of an article that are heard.
pub(in crate::facts) const SENTENCES: usize = 64;
/// What a sentence says of a part counts up to here, either way, in units of [`super::weights::SCALE`].
const LOUD: i32 = 96;

static MODEL: &[u8] = include_bytes!("model/cast.bin");

/// What the frames say of one entity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// Its part in the news, as a class.
    pub role: usize,
    /// The kind of that deal.
    pub kind: Option<FrameKind>,
    /// Sentences that say so.
    pub times: usize,
    /// Whether it plays a part in a deal of the past.
    pub past: bool,
}

/// An article while it is heard, sentence by sentence.
#[derive(Debug)]
pub struct Hearing {
    entities: Vec<Heard>,
    /// Entities heard of, sentences, and sentences that are no headings.
    known: usize,
    sentences: usize,
    body: usize,
}

#[derive(Clone, Copy, Debug, Default)]
struct Heard {
    times: usize,
    /// Place among the entities, by first mention, from 1.
    order: usize,
    /// The first sentence, from 0.
    first: usize,
    in_heading: bool,
}

impl Hearing {
    /// Begins to hear of `entities`.
    pub fn new(entities: &Entities) -> Self {
        Self { entities: vec![Heard::default(); entities.all().len()], known: 0, sentences: 0, body: 0 }
    }

    /// Hears a sentence; gives each entity's features with their values to `sink`.
    pub fn hear(&mut self, entities: &Entities, sentence: &Sentence<'_>, sink: &mut impl FnMut(EntityId, u64, i32)) {
        let heading = sentence.is_heading();
        self.body += usize::from(!heading);
        self.sentences += 1;
        if self.sentences > SENTENCES {
            return;
        }
        let zone = match (heading, self.body) {
            (true, 0) => 0,
            (true, _) => 1,
            (false, 1) => 2,
            (false, 2) => 3,
            (false, 3..=5) => 4,
            _ => 5,
        };
        let shares: Vec<i32> = sentence.names().iter().map(|name| self.count(entities, name.id, zone == 0)).collect();
        let names = sentence.names();
        let parts = read_parts(sentence, &mut |index, feature| {
            if shares[index] > 0 {
                sink(names[index].id, feature, shares[index]);
            }
        });
        for ((name, scores), share) in names.iter().zip(&parts).zip(shares).filter(|(_, share)| *share > 0) {
            let scores = &scores.0[SECOND];
            for (class, score) in scores.iter().enumerate().skip(1) {
                let said = (score - scores[0]).clamp(-LOUD, LOUD) * share / super::weights::SCALE as i32;
                sink(name.id, pair(0x3d3d, class as u64), said);
                sink(name.id, pair(0x4e4e + zone, class as u64), said);
            }
        }
    }

    /// Counts a mention of an entity; gives what it counts for, nothing for those beyond the first.
    fn count(&mut self, entities: &Entities, id: EntityId, in_title: bool) -> i32 {
        let Some(heard) = self.entities.get_mut(id.0).filter(|heard| heard.times < HEARD) else { return 0 };
        if heard.times == 0 {
            self.known += 1;
            *heard = Heard { times: 0, order: self.known, first: self.sentences - 1, in_heading: in_title };
        }
        heard.times += 1;
        share(entities.get(id).mentions.len())
    }

    /// The features of each entity as a whole, `told` being what the frames say of each.
    pub fn whole(
        &self,
        entities: &Entities,
        language: Language,
        told: &[Told],
        sink: &mut impl FnMut(EntityId, u64, i32),
    ) {
        let tag = text(language.tag());
        let most = self.entities.iter().map(|heard| heard.times).max().unwrap_or(0).max(1);
        let mut players = [0usize; CLASSES];
        for told in told {
            players[told.role] += 1;
        }
        let mut louder: Vec<usize> = self.entities.iter().map(|heard| heard.times).collect();
        louder.sort_unstable_by(|a, b| b.cmp(a));
        for (at, (heard, told)) in self.entities.iter().zip(told).enumerate() {
            if heard.times == 0 {
                continue;
            }
            let id = EntityId(at);
            let mut add =
                |template: u64, value: u64| sink(id, push(value, 0x7f7f_7f7f_u64.wrapping_mul(template + 1)), ONE);
            let kind = kind(entities.get(id).kind);
            let role = told.role as u64;
            let deal = told.kind.map_or(0, |kind| kind as u64 + 1);
            let mask = (1..CLASSES)
                .fold(0, |mask, class| mask | u64::from(players[class] > usize::from(told.role == class)) << class);
            let rank = louder.partition_point(|times| *times > heard.times).min(5) as u64;
            let order = heard.order.min(6) as u64;
            let place = match heard.first {
                _ if heard.in_heading => 0,
                0..=1 => 1,
                2..=3 => 2,
                4..=6 => 3,
                _ => 4,
            };
            add(0, 0);
            add(1, kind);
            add(2, role);
            add(3, pair(kind, role));
            add(4, pair(role, mask));
            add(5, pair(role, deal));
            add(6, pair(role, told.times.min(4) as u64));
            add(7, pair(role, u64::from(told.past)));
            add(8, pair(rank, role));
            add(9, pair(order, role));
            add(10, pair(place, role));
            add(11, pair(kind, pair(place, rank)));
            add(12, pair(heard.times.min(6) as u64, mask));
            add(13, (heard.times * 4 / most) as u64);
            add(14, pair(tag, role));
            add(15, pair(tag, kind));
            add(16, pair(place, mask));
            add(17, pair(pair(kind, role), place));
        }
    }

    /// Whether an entity was heard of.
    pub fn heard(&self, id: EntityId) -> bool {
        self.entities.get(id.0).is_some_and(|heard| heard.times > 0)
    }
}

/// What one of so many mentions counts: [`ONE`] by the square root of their number.
fn share(mentions: usize) -> i32 {
    const SHARES: [i32; HEARD] = [64, 45, 37, 32, 29, 26, 24, 23, 21, 20, 19, 18];
    SHARES[mentions.clamp(1, HEARD) - 1]
}

/// What kind of thing an entity is, as a feature.
pub(in crate::facts) fn kind(kind: EntityKind) -> u64 {
    match kind {
        EntityKind::Company => 1,
        EntityKind::Person => 2,
        EntityKind::Product => 3,
        EntityKind::Place => 4,
        EntityKind::Organization(kind) => 10 + kind as u64,
    }
}

/// For each entity that an article names in what it tells: its features with their values, and what the frames say of it.
/// For training.
pub fn draw(reading: &Reading<'_>, mentions: &Mentions, entities: &Entities) -> (Vec<Vec<(u64, i32)>>, Vec<Told>) {
    let mut features = vec![Vec::new(); entities.all().len()];
    let mut hearing = Hearing::new(entities);
    let mut sink = |id: EntityId, feature, value| features[id.0].push((feature, value));
    let (told, _) = deal::framed(reading, mentions, entities, &mut |sentence| {
        hearing.hear(entities, sentence, &mut sink);
        read_sentence(sentence, &mut |_| ())
    });
    hearing.whole(entities, reading.language(0), &told, &mut sink);
    (features, told)
}

/// What experience says of the entities of an article.
#[derive(Debug)]
pub(in crate::facts) struct Casting {
    hearing: Hearing,
    scores: Vec<Scores<WIDTH>>,
}

/// What an entity seems to be to the article's deals.
#[derive(Clone, Copy, Debug)]
pub(in crate::facts) struct Seems {
    /// Its likeliest part.
    pub role: Role,
    /// How far that is ahead of none, in units of [`super::weights::SCALE`]; negative where none is likelier.
    pub lead: i32,
}

impl Casting {
    pub(in crate::facts) fn new(entities: &Entities) -> Self {
        Self { hearing: Hearing::new(entities), scores: vec![Scores::default(); entities.all().len()] }
    }

    pub(in crate::facts) fn hear(&mut self, entities: &Entities, sentence: &Sentence<'_>) {
        let (table, scores) = (Table::new(MODEL), &mut self.scores);
        self.hearing
            .hear(entities, sentence, &mut |id, feature, value| table.add_scaled(feature, value, &mut scores[id.0]));
    }

    /// What each entity seems to be, by its position.
    pub(in crate::facts) fn settle(
        mut self,
        entities: &Entities,
        language: Language,
        told: &[Told],
    ) -> HashMap<EntityId, Seems> {
        let (table, scores) = (Table::new(MODEL), &mut self.scores);
        let mut add = |id: EntityId, feature, value| table.add_scaled(feature, value, &mut scores[id.0]);
        self.hearing.whole(entities, language, told, &mut add);
        let ids = || (0..entities.all().len()).map(EntityId).filter(|id| self.hearing.heard(*id));
        let seems = |id: EntityId| {
            let scores = &self.scores[id.0];
            let best = scores.best(1..CLASSES);
            let lead = (scores.0[best.class + 1] - scores.0[0]) / ONE;
            Seems { role: Role::ALL[best.class], lead }
        };
        ids().map(|id| (id, seems(id))).collect()
    }
}
