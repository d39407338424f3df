//! Gathers drafts about the same parties into stories, one a deal.

use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap, HashSet};

use super::draft::{Draft, Who};
use super::{PartyRole, Scene};
use crate::entities::{EntityId, EntityKind};
use crate::language::lexicon::schema::FrameKind;

/// How many sentences later a story may go on without naming its target.
const NEXT: usize = 3;

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
    /// The sentences that tell it.
    sentences: BTreeSet<usize>,
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

    fn plays(&self, id: EntityId) -> Option<PartyRole> {
        self.parties.iter().find(|(_, who)| who.entity() == Some(id)).map(|(role, _)| *role)
    }

    /// How well `draft` fits: `None` where it tells of another deal.
    fn fit(&self, scene: &Scene<'_>, draft: &Draft) -> Option<u32> {
        let mut shared = 0;
        for (role, who) in &draft.parties {
            let Some(id) = who.entity() else { continue };
            match self.plays(id) {
                Some(known) if known == *role => shared += if *role == PartyRole::Target { 3 } else { 1 },
                Some(known) if same_side(known, *role) => shared += 1,
                Some(_) if pools(draft.kind) || self.pooled => shared += 1,
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
                    let pooled_only = match role {
                        PartyRole::Partner => !self.has(PartyRole::Partner),
                        PartyRole::Acquirer => self.has(PartyRole::Partner),
                        _ => false,
                    };
                    if clash || other_buyer || pooled_only {
                        return None;
                    }
                }
            }
        }
        (shared > 0).then_some(shared)
    }

    /// Whether `draft`, which names no target, goes on telling this story: "two earlier backers joined in", "the shares
    /// were bought from Cairn".
    fn continues_with(&self, draft: &Draft) -> bool {
        if draft.has(PartyRole::Target) || draft.parties.is_empty() {
            return false;
        }
        let round = |draft: &Draft| draft.kind == FrameKind::FundingRound;
        if round(draft) || round(&self.drafts[0]) {
            return round(draft) && round(&self.drafts[0]) && self.drafts[0].sentence <= draft.sentence;
        }
        let first = draft.sentence.saturating_sub(NEXT);
        let near = self.sentences.range(first..=draft.sentence).next().is_some();
        near && draft.parties.iter().all(|(role, _)| match role {
            PartyRole::Seller | PartyRole::Acquirer => !self.has(*role),
            _ => false,
        })
    }

    fn add(&mut self, scene: &Scene<'_>, draft: Draft) {
        for (role, who) in &draft.parties {
            let known = match who {
                Who::Entity(id, _) => self.plays(*id).is_some(),
                Who::Words(_) => self.has(*role),
            };
            if known {
                continue;
            }
            if is_person(scene, who) && self.has(*role) {
                continue;
            }
            // A company beats the person who acts for it, a name beats a description.
            self.parties.retain(|(other, known)| {
                *other != *role
                    || !(is_person(scene, known)
                        || matches!((known, who), (Who::Words(_), Who::Entity(..)) if *role == PartyRole::Target))
            });
            self.parties.push((*role, who.clone()));
        }
        self.sums.extend(&draft.sums);
        self.shares.extend(&draft.shares);
        self.sentences.insert(draft.sentence);
        self.pooled |= pools(draft.kind);
        self.drafts.push(draft);
    }
}

/// Whether one of two companies has its name from the other: "Boreal", "Boreal Estates".
fn one_house(scene: &Scene<'_>, a: EntityId, b: EntityId) -> bool {
    let forms = |id: EntityId| {
        let entity = scene.entities.get(id);
        std::iter::once(entity.name.as_str()).chain(entity.aliases.iter().map(String::as_str))
    };
    let opens = |short: &str, long: &str| long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '));
    forms(a).any(|one| forms(b).any(|other| opens(one, other) || opens(other, one)))
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
        entities.filter_map(|id| of.get(&id)).flatten().copied().collect()
    };
    // First the drafts that name enough to found a story, then those that only add to one.
    for draft in drafts {
        let fits = |position: usize| Some((stories[position].fit(scene, &draft)?, position));
        let best = known(&of, &draft).into_iter().filter_map(fits).max();
        let position = match best {
            Some((_, position)) => position,
            None if founds(scene, &draft) => {
                stories.push(Story::default());
                stories.len() - 1
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
    for draft in open {
        let fits = |position: usize| Some((stories[position].fit(scene, &draft)?, Reverse(position)));
        let best = known(&of, &draft).into_iter().filter_map(fits).max();
        if let Some((_, Reverse(position))) = best {
            stories[position].add(scene, draft);
        } else if let Some(story) = stories.iter_mut().rev().find(|story| story.continues_with(&draft)) {
            story.add(scene, draft);
        }
    }
    stories
}

fn is_person(scene: &Scene<'_>, who: &Who) -> bool {
    who.entity().is_some_and(|id| scene.entities.get(id).kind == EntityKind::Person)
}

/// Whether a draft names enough for a deal of its own.
fn founds(scene: &Scene<'_>, draft: &Draft) -> bool {
    let target = draft.has(PartyRole::Target);
    let other = draft.has(PartyRole::Acquirer) || draft.has(PartyRole::Seller) || draft.has(PartyRole::Investor);
    let named = draft.party(PartyRole::Target).any(|who| who.entity().is_some());
    match draft.kind {
        _ if draft.weak && target && !named => false,
        _ if target && !named && draft.parties.iter().any(|(_, who)| is_person(scene, who)) => false,
        _ if draft.weak && draft.parties.iter().any(|(_, who)| is_person(scene, who)) => false,
        FrameKind::Merger | FrameKind::JointVenture => draft.party(PartyRole::Partner).count() >= 2,
        FrameKind::FundingRound => target && (other || !draft.sums.is_empty()),
        FrameKind::Ipo => target,
        FrameKind::SpinOff => target && other,
        _ => target && other,
    }
}
