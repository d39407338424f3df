//! Gathers drafts about the same parties into stories, one a deal.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap, HashSet};

use super::alike::one_house;
use super::draft::{Draft, Who, can_play};
use super::founding::{founds, is_for_sale};
use super::{PartyRole, Scene, labels};
use crate::entities::{EntityId, EntityKind};
use crate::language::lexicon::schema::{FrameKind, Status};

/// How many sentences later a story may go on without naming its target.
const NEXT: usize = 3;
/// The last stories of one party that a draft is held against.
const HELD: usize = 64;
/// The same of a funding round, whose investors are listed at length.
const ROUND: usize = 8;

/// Sentences that tell a story which is no longer told in passing.
const OFTEN: usize = 3;

/// All drafts of one deal.
#[derive(Debug, Default)]
pub(super) struct Story {
    /// The drafts, in order.
    pub drafts: Vec<Draft>,
    /// Who plays which part, in order of first mention.
    pub parties: Vec<(PartyRole, Who)>,
    /// Sums that stand in a place of a frame.
    pub sums: HashSet<usize>,
    /// Percentages that stand in a place of a frame.
    pub shares: HashSet<usize>,
    /// Those of its parties whom no frame names.
    pub guessed: HashSet<EntityId>,
    /// Whether experience is sure of the same parts for all its parties.
    pub confirmed: bool,
    /// The sentences that tell it.
    sentences: BTreeSet<usize>,
    /// Whether some draft tells of it as news.
    news: bool,
    /// Whether some draft tells of a funding round.
    round: bool,
    /// Whether all drafts tell of a sale or a bid.
    only_sold: bool,
    /// Whether its parties pool what they have: a merger or joint venture.
    pooled: bool,
}

impl Story {
    /// The entities that play `role`.
    pub(super) fn entities(&self, role: PartyRole) -> impl Iterator<Item = EntityId> + '_ {
        self.parties.iter().filter(move |(known, _)| *known == role).filter_map(|(_, who)| who.entity())
    }

    /// Whether anyone plays `role`.
    pub(super) fn has(&self, role: PartyRole) -> bool {
        self.parties.iter().any(|(known, _)| *known == role)
    }

    /// Whether some part of it is told as news.
    pub(super) fn is_news(&self) -> bool {
        self.news
    }

    /// How many sentences tell it.
    pub(super) fn told(&self) -> usize {
        self.sentences.len()
    }

    /// Whether `draft` stands a few sentences at most behind one that tells it.
    pub(super) fn tells_near(&self, draft: &Draft) -> bool {
        self.sentences.range(..=draft.sentence).next_back().is_some_and(|last| draft.sentence - last <= NEXT)
    }

    /// Whether it is told in passing, by sentences that seem to tell no deal.
    pub(super) fn is_doubted(&self) -> bool {
        self.sentences.len() < OFTEN && self.drafts.iter().all(|draft| draft.doubted)
    }

    /// Whether it rests on experience alone.
    pub(super) fn is_learned(&self) -> bool {
        self.drafts.iter().all(|draft| draft.learned)
    }

    /// A story of one draft.
    pub(super) fn of(scene: &Scene<'_>, draft: Draft) -> Self {
        let mut story = Self::default();
        story.add(scene, draft);
        story
    }

    /// Whether some part of it is told as a funding round.
    pub(super) fn is_round(&self) -> bool {
        self.round
    }

    /// Adds somebody who seems to play a part.
    pub(super) fn cast(&mut self, role: PartyRole, who: Who) {
        self.parties.retain(|(known, other)| *known != role || other.entity().is_some());
        self.guessed.extend(who.entity());
        self.parties.push((role, who));
    }

    pub(super) fn plays(&self, id: EntityId) -> Option<PartyRole> {
        self.parties.iter().find(|(_, who)| who.entity() == Some(id)).map(|(role, _)| *role)
    }

    /// How well `draft` fits: `None` where it tells of another deal.
    fn fit(&self, scene: &Scene<'_>, draft: &Draft) -> Option<u32> {
        let mut shared = 0;
        // What a target collected before is no part of its sale.
        if draft.kind == FrameKind::FundingRound && !draft.has(PartyRole::Investor) && self.only_sold {
            return None;
        }
        // Who took part years ago takes no part in the news.
        let other_time = draft.background && self.news;
        let adds = |role: PartyRole, who: &Who| {
            let new = who.entity().is_some_and(|id| self.plays(id).is_none());
            new && (role != PartyRole::Target || self.has(role))
        };
        if other_time && draft.parties.iter().any(|(role, who)| adds(*role, who)) {
            return None;
        }
        // What a partner buys besides is another deal.
        let other_target =
            || draft.party(PartyRole::Target).any(|who| who.entity().is_none_or(|id| self.plays(id).is_none()));
        // "They followed approaches" says nothing of a merger; "they will hold 52%" may.
        let alone = draft.parties.len() < 2 && draft.shares.is_empty();
        if self.pooled && !pools(draft.kind) && (alone || other_target()) {
            return None;
        }
        for (role, who) in &draft.parties {
            let Some(id) = who.entity() else { continue };
            match self.plays(id) {
                Some(known) if known == *role => shared += if *role == PartyRole::Target { 3 } else { 1 },
                Some(known) if same_side(known, *role) => shared += 1,
                Some(_) if pools(draft.kind) || self.pooled => shared += 1,
                // "buys Arden", "buys the mills of Arden": what the target owns.
                Some(PartyRole::Target) if *role == PartyRole::Seller && self.buys_parts(draft) => shared += 1,
                Some(_) => return None,
                None => {
                    let person = scene.entities.get(id).kind == EntityKind::Person;
                    let clash = self.entities(*role).next().is_some() && !person && *role == PartyRole::Target;
                    let joins = || {
                        let mut buyers = draft.party(PartyRole::Acquirer).filter_map(Who::entity);
                        buyers.any(|buyer| self.plays(buyer) == Some(PartyRole::Acquirer))
                    };
                    let other_buyer = *role == PartyRole::Acquirer
                        && self.entities(PartyRole::Acquirer).any(|buyer| {
                            scene.entities.get(buyer).kind != EntityKind::Person && !one_house(scene, buyer, id)
                        })
                        && !person
                        && !joins();
                    // "buys Arden from Cairn; it bought the paper unit of Dorval in 2015"
                    let other_seller = *role == PartyRole::Seller
                        && !person
                        && self.entities(PartyRole::Target).next().is_some()
                        && self.entities(PartyRole::Seller).next().is_some()
                        && draft.party(PartyRole::Target).all(|who| who.entity().is_none());
                    let pooled_only = match role {
                        PartyRole::Partner => !self.has(PartyRole::Partner),
                        PartyRole::Acquirer => self.has(PartyRole::Partner),
                        _ => false,
                    };
                    if clash || other_buyer || other_seller || pooled_only {
                        return None;
                    }
                }
            }
        }
        (shared > 0).then_some(shared)
    }

    /// Whether `draft` tells that the same buyer takes something without a name of its own.
    fn buys_parts(&self, draft: &Draft) -> bool {
        let buyer = |who: &Who| who.entity().and_then(|id| self.plays(id)) == Some(PartyRole::Acquirer);
        draft.party(PartyRole::Target).all(|who| who.entity().is_none()) && draft.party(PartyRole::Acquirer).any(buyer)
    }

    /// Whether `draft`, which names no target, goes on telling this story: "two earlier backers joined in", "the shares
    /// were bought from Cairn".
    /// `only`: there is no other story.
    fn continues_with(&self, scene: &Scene<'_>, draft: &Draft, only: bool) -> bool {
        if draft.parties.is_empty() || !self.drafts.iter().any(|told| scene.items.same(told.block, draft.block)) {
            return false;
        }
        if draft.has(PartyRole::Target) {
            return self.gives_name(draft);
        }
        let round = |draft: &Draft| draft.kind == FrameKind::FundingRound;
        if round(draft) || round(&self.drafts[0]) {
            let last = self.sentences.range(..=draft.sentence).next_back();
            let goes_on = last.is_some_and(|last| draft.sentence - last <= ROUND);
            return round(draft) && round(&self.drafts[0]) && goes_on;
        }
        let first = draft.sentence.saturating_sub(NEXT);
        let near = only && draft.names_part || self.sentences.range(first..=draft.sentence).next().is_some();
        let adds = |role: PartyRole| match role {
            PartyRole::Seller => !self.has(role),
            // "It sells its paper unit; Arden pays 3 million."
            PartyRole::Acquirer => !self.has(role) && !self.pooled,
            _ => false,
        };
        // Who bought it before sells it now: "the seller is Boreal, which had bought Arden in 2018".
        let new = |who: &Who| self.news || who.entity().is_none_or(|id| self.plays(id).is_none());
        near && draft.parties.iter().all(|(role, who)| adds(*role) && new(who))
    }

    /// Whether `draft` is a label that tells whom this story, just before, did not name: "Cairn sells its paper unit. The
    /// buyer of Arden is Boreal."
    fn is_named_by(&self, draft: &Draft) -> bool {
        draft.rule.as_ref() == labels::RULE && self.only_sold && self.gives_name(draft)
    }

    /// Whether `draft` tells the other side of this story, just before, neither naming what is sold: "Cairn sells its paper unit.
    /// Boreal takes over the business".
    fn is_completed_by(&self, scene: &Scene<'_>, draft: &Draft) -> bool {
        let unnamed = |who: &Who| who.entity().is_none();
        let targets = self.parties.iter().filter(|(role, _)| *role == PartyRole::Target);
        let described = targets.map(|(_, who)| who).all(unnamed) && draft.party(PartyRole::Target).all(unnamed);
        let sides = |sells: bool, buys: bool| sells && !buys;
        let sold = sides(self.has(PartyRole::Seller), self.has(PartyRole::Acquirer))
            && sides(draft.has(PartyRole::Acquirer), draft.has(PartyRole::Seller));
        let bought = sides(self.has(PartyRole::Acquirer), self.has(PartyRole::Seller))
            && sides(draft.has(PartyRole::Seller), draft.has(PartyRole::Acquirer));
        let new = |(_, who): &(PartyRole, Who)| who.entity().is_none_or(|id| self.plays(id).is_none());
        let same_item = self.drafts.iter().all(|told| scene.items.same(told.block, draft.block));
        let news = self.news && !draft.background;
        (sold || bought) && described && news && same_item && self.tells_near(draft) && draft.parties.iter().all(new)
    }

    /// Whether `draft` tells the name of what this story, just before, only described: "buys a rival. Arden was sold by".
    fn gives_name(&self, draft: &Draft) -> bool {
        let described = self.has(PartyRole::Target) && self.entities(PartyRole::Target).next().is_none();
        let named = draft.party(PartyRole::Target).all(|who| who.entity().is_some());
        let near = self.sentences.range(draft.sentence.saturating_sub(1)..=draft.sentence).next().is_some();
        let free = draft.parties.iter().all(|(role, _)| *role == PartyRole::Target || !self.has(*role));
        described && named && near && free
    }

    /// Takes in parties named by their part, where nobody else has it.
    pub(super) fn name(&mut self, scene: &Scene<'_>, role: PartyRole, named: Vec<Who>) {
        let role = match role {
            PartyRole::Acquirer if self.round => PartyRole::Investor,
            // Whoever is called an investor holds shares already.
            PartyRole::Investor if !self.round => return,
            role => role,
        };
        let company = |id: EntityId| scene.entities.get(id).kind != EntityKind::Person;
        let taken = role != PartyRole::Investor && self.entities(role).any(company);
        // Only what partners make together gets its name in the article.
        if self.pooled != (role == PartyRole::Target) || taken {
            return;
        }
        let fits = |who: &Who| who.entity().is_some_and(|id| can_play(scene, role, id) && self.plays(id).is_none());
        let named: Vec<Who> = named.into_iter().filter(fits).collect();
        if named.is_empty() {
            return;
        }
        self.parties.retain(|(known, who)| *known != role || who.entity().is_some_and(company));
        self.parties.extend(named.into_iter().map(|who| (role, who)));
    }

    fn add(&mut self, scene: &Scene<'_>, draft: Draft) {
        let played: Vec<PartyRole> = self.parties.iter().map(|(role, _)| *role).collect();
        for (role, who) in &draft.parties {
            let known = match who {
                Who::Entity(id, _) => self.plays(*id).is_some(),
                Who::Words(_) => self.has(*role),
            };
            if known {
                continue;
            }
            // Two people named together play a part together.
            let company = self.entities(*role).any(|id| !is_person_id(scene, id));
            if is_person(scene, who) && (played.contains(role) || company) {
                continue;
            }
            // A company beats the person who acts for it, a name beats a description.
            self.parties.retain(|(other, known)| {
                *other != *role
                    || !(is_person(scene, known) && !is_person(scene, who)
                        || matches!((known, who), (Who::Words(_), Who::Entity(..)) if *role == PartyRole::Target))
            });
            self.parties.push((*role, who.clone()));
        }
        // What somebody pays of a target not named with it may be a part of the price.
        if draft.has(PartyRole::Target) || !draft.weak {
            self.sums.extend(&draft.sums);
        }
        self.shares.extend(&draft.shares);
        self.sentences.insert(draft.sentence);
        self.pooled |= pools(draft.kind);
        self.news |= !draft.background;
        self.round |= draft.kind == FrameKind::FundingRound;
        let sold = matches!(draft.kind, FrameKind::Acquisition | FrameKind::Divestiture | FrameKind::TakeoverBid);
        self.only_sold = sold && (self.only_sold || self.drafts.is_empty());
        self.drafts.push(draft);
    }
}

fn pools(kind: FrameKind) -> bool {
    matches!(kind, FrameKind::Merger | FrameKind::JointVenture)
}

/// Buyers and investors are one side; so are partners and either side of a merger.
fn same_side(a: PartyRole, b: PartyRole) -> bool {
    let buys = |role| matches!(role, PartyRole::Acquirer | PartyRole::Investor);
    buys(a) && buys(b)
}

/// The stories of an article, in order of their first drafts.
pub(super) fn gather(scene: &Scene<'_>, drafts: Vec<Draft>) -> Vec<Story> {
    let mut stories: Vec<Story> = Vec::new();
    let mut open: Vec<Draft> = Vec::new();
    // The stories each entity plays a part in: a draft fits none but those of its own entities.
    let mut of: HashMap<EntityId, BTreeSet<usize>> = HashMap::new();
    let known = |of: &HashMap<EntityId, BTreeSet<usize>>, draft: &Draft| -> BTreeSet<usize> {
        let entities = draft.parties.iter().filter_map(|(_, who)| who.entity());
        entities.filter_map(|id| of.get(&id)).flat_map(|stories| stories.iter().rev().take(HELD)).copied().collect()
    };
    // First the drafts that name enough to found a story, then those that only add to one.
    for draft in drafts {
        let fits = |position: usize| Some((stories[position].fit(scene, &draft)?, position));
        let best = known(&of, &draft).into_iter().filter_map(fits).max();
        let position = match best {
            Some((_, position)) => position,
            None if founds(scene, &draft) => {
                let goes_on = |story: &Story| story.is_named_by(&draft) || story.is_completed_by(scene, &draft);
                let named = lately(&stories, goes_on);
                named.unwrap_or_else(|| {
                    stories.push(Story::default());
                    stories.len() - 1
                })
            }
            None => {
                open.push(draft);
                continue;
            }
        };
        stories[position].add(scene, draft);
        for id in stories[position].parties.iter().filter_map(|(_, who)| who.entity()) {
            of.entry(id).or_default().insert(position);
        }
    }
    // "Arden is for sale. The buyer is Boreal": what one of them lacks, the other tells.
    let mut rest = Vec::new();
    for (at, draft) in open.iter().enumerate() {
        let next = |other: &&Draft| other.sentence <= draft.sentence + NEXT;
        let told = |other: &Draft| {
            other.names_part && !other.has(PartyRole::Target) && scene.items.same(draft.block, other.block)
        };
        let known = || draft.party(PartyRole::Target).filter_map(Who::entity).any(|id| of.contains_key(&id));
        if is_for_sale(scene, draft) && !known() && open[at + 1..].iter().take_while(next).any(told) {
            let mut story = Story::default();
            story.add(scene, draft.clone());
            stories.push(story);
        } else {
            rest.push(draft.clone());
        }
    }
    let open = rest;
    let only = stories.len() == 1;
    for mut draft in open {
        let fits = |position: usize| Some((stories[position].fit(scene, &draft)?, Reverse(position)));
        let best = known(&of, &draft).into_iter().filter_map(fits).max();
        if let Some((_, Reverse(position))) = best {
            stories[position].add(scene, draft);
        } else if let Some(story) =
            stories.iter_mut().rev().take(HELD).find(|story| story.continues_with(scene, &draft, only))
        {
            story.add(scene, draft);
        } else if let Some(id) = draft.about.filter(|_| stories.is_empty() && !draft.background) {
            // "With 3 million from Boreal, Arden will": nothing else is told of.
            draft.parties.push((PartyRole::Target, Who::Entity(id, draft.trigger)));
            if founds(scene, &draft) {
                let mut story = Story::default();
                story.add(scene, draft);
                stories.push(story);
            }
        }
    }
    sell_again(scene, &mut stories);
    stories
}

/// The position of the last of the stories begun last that `fits`.
fn lately(stories: &[Story], fits: impl Fn(&Story) -> bool) -> Option<usize> {
    stories.iter().enumerate().rev().take(NEXT).find(|(_, story)| fits(story)).map(|(position, _)| position)
}

/// "Cairn had bought Arden in 2018": who bought it before, or a share of it, sells it now that the whole is sold.
fn sell_again(scene: &Scene<'_>, stories: &mut [Story]) {
    let whole = |draft: &Draft| matches!(draft.kind, FrameKind::Acquisition | FrameKind::Divestiture);
    // "Cairn had invested in Arden": it has held a share since.
    let held = |draft: &Draft| whole(draft) || draft.kind == FrameKind::Stake;
    // "Cairn had looked at Arden": who only wanted it has nothing to sell.
    let done = |draft: &Draft| {
        let status = draft.status.map(|(status, _)| status).or(draft.default_status);
        !matches!(status, Some(Status::Planned | Status::Rumored | Status::Cancelled | Status::Rejected))
    };
    let before =
        stories.iter().filter(|story| !story.news && story.drafts.iter().any(|draft| held(draft) && done(draft)));
    let owners: Vec<(EntityId, EntityId, Who)> = before
        .filter_map(|story| {
            let (_, owner) = story.parties.iter().find(|(role, _)| *role == PartyRole::Acquirer)?;
            Some((story.entities(PartyRole::Target).next()?, owner.entity()?, owner.clone()))
        })
        .collect();
    for (target, owner, who) in owners {
        let sold = |story: &&mut Story| {
            story.news
                && story.drafts.iter().any(whole)
                && story.entities(PartyRole::Target).any(|id| id == target)
                && story.has(PartyRole::Acquirer)
                && !story.has(PartyRole::Seller)
                && story.plays(owner).is_none()
        };
        if let Some(story) = stories.iter_mut().find(sold).filter(|_| !is_person_id(scene, owner)) {
            story.parties.push((PartyRole::Seller, who));
        }
    }
}

fn is_person_id(scene: &Scene<'_>, id: EntityId) -> bool {
    scene.entities.get(id).kind == EntityKind::Person
}

pub(super) fn is_person(scene: &Scene<'_>, who: &Who) -> bool {
    who.entity().is_some_and(|id| is_person_id(scene, id))
}
