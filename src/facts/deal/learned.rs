//! What experience adds to the frames' stories, and takes away.
//!
//! The frames read one construction at a time; experience ([`crate::facts::scorer`]) has all mentions of an entity and the
//! whole opening before it, and what the frames made of them. It confirms the parts that the frames give and gives those
//! they leave open; it founds the deal of an article in which they see none, and of sentences that name both sides of one;
//! it takes away what is told in passing or tells no deal. Letting it change parts, type or status that the frames are clear
//! about was tried, and measured no better.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::slice;
use std::sync::Arc;

use super::draft::{Draft, Place, Who, can_play};
use super::gather::Story;
use super::{Confidence, Deal, DealType, PartyRole, Scene, advisers, homes, shares};
use crate::entities::{EntityId, Mention};
use crate::facts::scorer::cast::{Role, Seems, Told};
use crate::facts::scorer::features::{Named, Sentence};
use crate::facts::scorer::gist::Gist;
use crate::facts::scorer::weights::Scores;
use crate::facts::scorer::{Guess, guess};
use crate::language::lexicon::schema::FrameKind;
use crate::language::lexicon::{DealCue, Match, Phrases};
use crate::text::{Document, TokenRange};

/// The rule's name.
pub(super) const RULE: &str = "learned";
/// Sentences of an article, the heading counted, that tell its deal.
const OPENING: usize = 12;
/// Sentences of what is an article: a line alone opens with nothing in particular.
pub(super) const ARTICLE: usize = 3;
/// How far any deal must be ahead of none for a text shorter than that to tell one that no frame sees.
const LINE: i32 = 100;
/// Entities that are given a part, at most.
const CAST: usize = 64;
/// Least lead of a sentence that tells no deal over any kind of deal. All leads are in units of the scorer's weights and were
/// chosen on articles that none of the weights were learned from.
const NO_DEAL: i32 = 10;
/// Parties of a draft that says so much that it is not doubted: who buys what from whom.
const FULL: usize = 3;
/// Least lead of the status of a draft made here.
const TELLS_STATUS: i32 = 12;
/// Words between what says that a name is an old one, or that of an owner, and the name.
const OLD: usize = 6;
/// See [`OLD`].
const OWNER: usize = 7;
/// Mentions of a seller that are held against the paragraphs of a deal.
const MENTIONS: usize = 12;
/// How far none must be ahead of any deal for the frames' deal to be doubted.
const NOTHING: i32 = 56;

/// How far a part must be ahead of none to confirm what the frames say.
const SURE: i32 = 110;
/// Likewise for a part that the frames leave open: that somebody must play it speaks for the likeliest, who need not be likelier to
/// play it than none.
const OPEN: i32 = -10;
/// Likewise for a buyer beside another; investors and sellers are many more often.
const ALSO: i32 = 60;
/// Likewise in a deal beside those of the frames.
const BESIDE: i32 = -24;
/// Likewise in such a deal of those who play a part in another too.
const AGAIN: i32 = -10;
/// Likewise in the deal of an article in which the frames see none. That there is one speaks for those who are likeliest to play
/// a part, even if each by itself is likelier to play none; but not for sellers, whom most deals do not name, nor for more than one
/// investor or partner.
const FOUND: i32 = -48;
/// See [`FOUND`].
const SELLER: i32 = 44;
/// See [`FOUND`].
const FURTHER: i32 = 16;

/// A sentence and what it seems to tell.
#[derive(Debug)]
pub(super) struct Heard {
    names: Vec<Named>,
    guess: Guess,
    /// Whether the frames know why it tells no deal of its own.
    settled: bool,
    /// Whether the story opens with it.
    opens: bool,
    place: Place,
    tokens: TokenRange,
}

impl Heard {
    /// What `sentence` seems to tell, `alone` being what it says by itself; nothing where that cannot count.
    pub(super) fn new(
        document: &Document<'_>,
        sentence: &Sentence<'_>,
        alone: &Scores,
        place: Place,
        tokens: TokenRange,
    ) -> Option<Self> {
        let opens = document.sentences_before(place.position) < OPENING;
        let tells = opens || !sentence.matches().is_empty() || sentence.names().len() > 1;
        tells.then(|| Self {
            names: sentence.names().to_vec(),
            guess: guess(alone),
            settled: sentence.is_unreal(),
            opens,
            place,
            tokens,
        })
    }

    /// Takes note that the frames know why the sentence tells no deal of its own.
    pub(super) fn settle(&mut self) {
        self.settled = true;
    }

    /// Says of a draft of the sentence what the sentence as a whole seems to tell.
    pub(super) fn weigh(&self, draft: &mut Draft) {
        draft.hint = Some((self.guess.status, self.guess.status_lead));
        let full = draft.parties.len() >= FULL;
        draft.doubted = self.guess.kind.is_none() && (draft.vague || self.guess.kind_lead >= NO_DEAL && !full);
    }
}

/// What the frames tell of each entity, by its position.
pub(super) fn told(scene: &Scene<'_>, stories: &[Story]) -> Vec<Told> {
    let mut all = vec![Told::default(); scene.entities.all().len()];
    for story in stories {
        let kind = story.drafts.first().map(|draft| draft.kind);
        for (role, who) in &story.parties {
            let Some(told) = who.entity().and_then(|id| all.get_mut(id.0)) else { continue };
            if !story.is_news() {
                told.past = true;
            } else if told.role == 0 {
                told.role = class(*role);
                told.kind = kind;
                told.times = story.told();
            }
        }
    }
    all
}

/// The class of a part, see [`Role::ALL`].
fn class(role: PartyRole) -> usize {
    match role {
        PartyRole::Acquirer | PartyRole::Investor => 1,
        PartyRole::Target => 2,
        PartyRole::Seller => 3,
        PartyRole::Partner => 4,
        PartyRole::Adviser => 0,
    }
}

/// Founds the deal that no frame sees, and fills the parts that nobody plays.
pub(super) fn add(
    scene: &Scene<'_>,
    stories: &mut Vec<Story>,
    seems: &HashMap<EntityId, Seems>,
    heard: &[Heard],
    gist: &Gist,
) {
    let line = scene.reading.document().sentences().len() < ARTICLE;
    let playing: HashSet<EntityId> = {
        let news = stories.iter().filter(|story| story.is_news());
        news.flat_map(|story| &story.parties).filter_map(|(_, who)| who.entity()).collect()
    };
    // What was bought once is not bought as news because nothing else seems to be.
    let bought: HashSet<EntityId> = {
        let past = stories.iter().filter(|story| !story.is_news() && story.has(PartyRole::Acquirer));
        past.flat_map(|story| story.entities(PartyRole::Target)).collect()
    };
    let mut free: Vec<(EntityId, Role, i32)> = seems
        .iter()
        .map(|(id, seems)| (*id, seems.role, seems.lead))
        .filter(|(id, _, lead)| *lead >= FOUND && !playing.contains(id))
        .filter(|(id, ..)| !advisers::advises(scene, *id) && !is_old_name(scene, *id))
        .filter(|(id, role, _)| *role != Role::Target || !bought.contains(id))
        .collect();
    // The surest first: most parts are played by one.
    free.sort_unstable_by_key(|(id, _, lead)| (Reverse(*lead), *id));
    free.truncate(CAST);
    for story in stories.iter_mut() {
        turn(story, seems);
        let agrees = |(role, who): &(PartyRole, Who)| {
            let seems = who.entity().and_then(|id| seems.get(&id));
            let same = |seems: &Seems| seems.role as usize + 1 == class(*role);
            seems.is_none_or(|seems| seems.lead >= SURE && same(seems))
        };
        story.confirmed = !line && story.parties.iter().all(agrees);
    }
    if stories.iter().any(Story::is_news) {
        let founded = beside(scene, stories, heard, &free, seems);
        free.retain(|(id, role, lead)| {
            let least = if *role == Role::Seller { SELLER } else { OPEN };
            !(line && *role == Role::Seller) && *lead >= least && founded.iter().all(|story| story.plays(*id).is_none())
        });
        stories.extend(founded);
        fill(scene, stories, &free);
    } else if !line || gist.with(&[]).1 >= LINE {
        free.retain(|(_, role, lead)| *role != Role::Seller || *lead >= SELLER);
        let items = scene.items.is_digest() && gist.unframed().is_some();
        let founded = if items { beside(scene, stories, heard, &free, seems) } else { Vec::new() };
        let one = if founded.is_empty() { found(scene, heard, &free, gist) } else { None };
        stories.extend(founded.into_iter().chain(one));
    }
}

/// Gives buyer and bought each other's part where experience sees it the other way round.
fn turn(story: &mut Story, seems: &HashMap<EntityId, Seems>) {
    let seem = |wanted: PartyRole, role: Role| {
        let mut all =
            story.entities(wanted).map(|id| seems.get(&id).is_some_and(|seems| seems.role == role && seems.lead > 0));
        all.next() == Some(true) && all.next().is_none()
    };
    if seem(PartyRole::Acquirer, Role::Target) && seem(PartyRole::Target, Role::Acquirer) {
        for (role, _) in &mut story.parties {
            match role {
                PartyRole::Acquirer => *role = PartyRole::Target,
                PartyRole::Target => *role = PartyRole::Acquirer,
                _ => {}
            }
        }
    }
}

/// Gives parts that nobody plays to those who seem to play them: in the story that tells of them first, or else in the main
/// one, in a digest that of their item.
fn fill(scene: &Scene<'_>, stories: &mut [Story], cast: &[(EntityId, Role, i32)]) {
    let main = homes::Map::new(scene, stories).main();
    let mut told: HashMap<usize, usize> = HashMap::new();
    for (at, story) in stories.iter().enumerate().filter(|(_, story)| story.is_news()) {
        for draft in &story.drafts {
            told.entry(draft.sentence).or_insert(at);
        }
    }
    let document = scene.reading.document();
    for &(id, role, lead) in cast {
        let mentions = &scene.entities.get(id).mentions;
        let Some(mention) = mentions.first() else { continue };
        let own = told.get(&document.sentence_of(mention.tokens.start)).copied();
        // In a digest nobody plays a part in the story of another item.
        let block = document.block_of(mention.tokens.start);
        let near = |at: &usize| stories[*at].drafts.iter().any(|draft| scene.items.same(draft.block, block));
        let Some(at) = own.or_else(|| [main].into_iter().chain(0..stories.len()).find(near)) else { continue };
        let story = &mut stories[at];
        let beside = |mention: &Mention| {
            let block = document.block_of(mention.tokens.start);
            story.drafts.iter().any(|draft| draft.block == block)
        };
        // Who is named in none of the paragraphs that tell a deal sells something else.
        if role == Role::Seller && own.is_none() && !mentions.iter().take(MENTIONS).any(beside) {
            continue;
        }
        let role = fitting(role, story.has(PartyRole::Partner), story.is_round());
        let also = match role {
            PartyRole::Investor | PartyRole::Seller => true,
            PartyRole::Acquirer => lead >= ALSO,
            _ => false,
        };
        // A parent stands beside what its unit does.
        let name = &scene.entities.get(id).name;
        let related = |buyer: EntityId| begins_alike(name, &scene.entities.get(buyer).name) || is_owner(scene, id);
        if role == PartyRole::Acquirer && story.entities(role).any(related) {
            continue;
        }
        let free = also || story.entities(role).next().is_none();
        if free && can_play(scene, role, id) {
            story.cast(role, Who::Entity(id, mention.tokens));
        }
    }
}

fn fitting(role: Role, pools: bool, round: bool) -> PartyRole {
    match role {
        Role::Acquirer if pools => PartyRole::Partner,
        Role::Acquirer if round => PartyRole::Investor,
        Role::Acquirer => PartyRole::Acquirer,
        Role::Target => PartyRole::Target,
        Role::Seller => PartyRole::Seller,
        Role::Partner => PartyRole::Partner,
    }
}

/// The deal that an article opens with, where the frames see none.
fn found(scene: &Scene<'_>, heard: &[Heard], cast: &[(EntityId, Role, i32)], gist: &Gist) -> Option<Story> {
    let plays = |id: EntityId| cast.iter().any(|(known, _, _)| *known == id);
    let opening = heard.iter().filter(|heard| heard.opens && !heard.settled);
    let told_in = |heard: &&Heard| heard.names.iter().filter(|name| plays(name.id)).count();
    let teller = opening.filter(|heard| told_in(heard) > 0).min_by_key(|heard| Reverse(told_in(heard)))?;
    draft(scene, teller, frame_kind(gist.unframed()?), cast).map(|draft| Story::of(scene, draft))
}

/// The deals besides that no frame sees: those of single sentences that name both sides of one, and those of the items of a
/// digest.
fn beside(
    scene: &Scene<'_>,
    stories: &[Story],
    heard: &[Heard],
    cast: &[(EntityId, Role, i32)],
    seems: &HashMap<EntityId, Seems>,
) -> Vec<Story> {
    let drafts = || stories.iter().flat_map(|story| &story.drafts);
    let told: HashSet<usize> = drafts().map(|draft| draft.sentence).collect();
    let mut free = cast.to_vec();
    let mut founded = Vec::new();
    let tells = |heard: &&Heard| {
        !heard.settled
            && !told.contains(&heard.place.position)
            && names_deal(scene, heard)
            && !shares::tells_market(scene, heard.tokens)
    };
    for heard in heard.iter().filter(tells) {
        let mut kind = heard.guess.kind.unwrap_or(FrameKind::Acquisition);
        let mut here = named(slice::from_ref(heard), &free, BESIDE);
        let plays = |wanted: Role| here.iter().filter(|(_, role, _)| *role == wanted).count();
        let both = plays(Role::Target) > 0 && plays(Role::Acquirer) > 0 || plays(Role::Partner) > 1;
        if !both {
            here = again(heard, &here, seems);
            if !here.iter().any(|(_, role, _)| *role == Role::Acquirer) {
                kind = FrameKind::Divestiture;
            }
        }
        if let Some(draft) = draft(scene, heard, kind, &here) {
            free.retain(|known| !here.contains(known));
            founded.push(Story::of(scene, draft));
        }
    }
    let told: HashSet<usize> = drafts()
        .chain(founded.iter().flat_map(|story: &Story| &story.drafts))
        .filter_map(|draft| scene.items.of(draft.block))
        .collect();
    // An item is an article of its own.
    let item = |heard: &Heard| scene.items.of(heard.place.block);
    for heard in heard.chunk_by(|a, b| item(a) == item(b)) {
        let tells = heard.iter().filter(|heard| !heard.settled && heard.guess.kind.is_some());
        let Some(teller) = tells.max_by_key(|heard| heard.guess.kind_lead) else { continue };
        if let (Some(item), Some(kind)) = (item(teller), teller.guess.kind)
            && !told.contains(&item)
        {
            let here = named(heard, &free, FOUND);
            founded.extend(draft(scene, teller, kind, &here).map(|draft| Story::of(scene, draft)));
        }
    }
    founded
}

/// Whether some word of a sentence is one of a deal: that two are named together is none.
fn names_deal(scene: &Scene<'_>, heard: &Heard) -> bool {
    let deals = &scene.reading.lexicon(heard.tokens.start).deals;
    let money = &scene.mentions.money;
    let sum = money.get(money.partition_point(|sum| sum.tokens.start < heard.tokens.start));
    sum.is_some_and(|sum| sum.tokens.start < heard.tokens.end)
        || heard.tokens.positions().any(|at| {
            let cue = |found: DealCue| matches!(found, DealCue::DealNoun | DealCue::Talks);
            scene.reading.longest(&deals.triggers, at, heard.tokens.end).is_some()
                || scene.reading.longest(&deals.holdings, at, heard.tokens.end).is_some()
                || scene.reading.longest(&deals.objects, at, heard.tokens.end).is_some()
                || scene
                    .reading
                    .longest(&deals.cues, at, heard.tokens.end)
                    .is_some_and(|found| found.values.iter().copied().any(cue))
        })
}

/// Whether all that names somebody is an old name of somebody else: "founded *as Arden*".
fn is_old_name(scene: &Scene<'_>, id: EntityId) -> bool {
    let old = |mention: &Mention| {
        let cues = &scene.reading.lexicon(mention.tokens.start).deals.cues;
        before(scene, mention, OLD, cues, |found| {
            found.tokens.end == mention.tokens.start && found.values.contains(&DealCue::Former)
        })
    };
    scene.entities.get(id).mentions.iter().take(MENTIONS).all(old)
}

/// Whether somebody is told to own another, and so stands beside what that one does: "a unit of *Cairn*".
fn is_owner(scene: &Scene<'_>, id: EntityId) -> bool {
    let owns = |mention: &Mention| {
        let owners = &scene.reading.lexicon(mention.tokens.start).deals.owners;
        before(scene, mention, OWNER, owners, |_| true)
    };
    scene.entities.get(id).mentions.iter().take(MENTIONS).any(owns)
}

/// Whether `phrases` has words that are `meant`, within so many before a mention in its sentence.
fn before<V>(
    scene: &Scene<'_>,
    mention: &Mention,
    within: usize,
    phrases: &Phrases<V>,
    meant: impl Fn(&Match<'_, V>) -> bool,
) -> bool {
    let (document, start) = (scene.reading.document(), mention.tokens.start);
    let Some(sentence) = document.sentences().get(document.sentence_of(start)) else { return false };
    let first = start.saturating_sub(within).max(sentence.tokens.start);
    (first..start).any(|at| scene.reading.longest(phrases, at, start).is_some_and(|found| meant(&found)))
}

/// Whether one name begins with all words of the other: "Boreal" and "Boreal Engineering".
fn begins_alike(one: &str, other: &str) -> bool {
    let words = |name: &str| name.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    let (one, other) = (words(one), words(other));
    one.iter().zip(&other).all(|(one, other)| one == other)
}

/// What one of `here` seems to be in a sentence that sells it, with those who buy or sell it, whatever else they do in the
/// article: "Boreal, which bought Arden in May, has also taken over Cairn".
fn again(
    heard: &Heard,
    here: &[(EntityId, Role, i32)],
    seems: &HashMap<EntityId, Seems>,
) -> Vec<(EntityId, Role, i32)> {
    let sold = |(_, role, lead): &&(EntityId, Role, i32)| *role == Role::Target && *lead >= AGAIN;
    let targets: Vec<_> = here.iter().filter(sold).copied().collect();
    if targets.is_empty() {
        return targets;
    }
    let mut others: Vec<(EntityId, Role, i32)> = heard
        .names
        .iter()
        .filter_map(|name| seems.get(&name.id).map(|seems| (name.id, seems.role, seems.lead)))
        .filter(|(_, role, lead)| matches!(role, Role::Acquirer | Role::Seller) && *lead >= AGAIN)
        .collect();
    others.sort_unstable_by_key(|(id, _, lead)| (Reverse(*lead), *id));
    targets.into_iter().chain(others).collect()
}

/// Those of `free` whom some sentences name, each at least so far ahead of none.
fn named(heard: &[Heard], free: &[(EntityId, Role, i32)], least: i32) -> Vec<(EntityId, Role, i32)> {
    let names: HashSet<EntityId> = heard.iter().flat_map(|heard| &heard.names).map(|name| name.id).collect();
    free.iter().filter(|(id, _, lead)| *lead >= least && names.contains(id)).copied().collect()
}

/// What a sentence tells if it tells a deal of that kind between those who seem to play a part.
fn draft(scene: &Scene<'_>, teller: &Heard, kind: FrameKind, cast: &[(EntityId, Role, i32)]) -> Option<Draft> {
    let (pools, round) = (matches!(kind, FrameKind::Merger | FrameKind::JointVenture), kind == FrameKind::FundingRound);
    let mut parties: Vec<(PartyRole, Who)> = Vec::new();
    for (id, role, lead) in cast {
        let role = fitting(*role, pools, round);
        let Some(mention) = scene.entities.get(*id).mentions.first() else { continue };
        let many = matches!(role, PartyRole::Investor | PartyRole::Partner) && *lead >= FURTHER;
        // That two are named together makes them no partners.
        if role == PartyRole::Partner && !many {
            continue;
        }
        if can_play(scene, role, *id) && (many || parties.iter().all(|(known, _)| *known != role)) {
            parties.push((role, Who::Entity(*id, mention.tokens)));
        }
    }
    // Neither who is bought nor who buys tells a deal alone, but who raises money does.
    let count = |wanted: PartyRole| parties.iter().filter(|(role, _)| *role == wanted).count();
    let raises = matches!(kind, FrameKind::FundingRound | FrameKind::Ipo);
    let bought = count(PartyRole::Target) > 0 && (raises || parties.len() > 1);
    if !bought && count(PartyRole::Partner) < 2 {
        return None;
    }
    // What nobody sells is bought.
    let sold = kind == FrameKind::Divestiture;
    let kind = if sold && count(PartyRole::Seller) == 0 { FrameKind::Acquisition } else { kind };
    let named = teller.names.iter().filter(|name| cast.iter().any(|(known, _, _)| *known == name.id));
    let (start, end) = named.fold((teller.tokens.end, teller.tokens.start), |(start, end), name| {
        (start.min(name.tokens.start), end.max(name.tokens.end))
    });
    let (status, lead) = (teller.guess.status, teller.guess.status_lead);
    Some(Draft {
        parties,
        default_status: (lead >= TELLS_STATUS).then_some(status),
        weak: true,
        learned: true,
        seller_acts: kind == FrameKind::Divestiture,
        hint: Some((status, lead)),
        ..Draft::new(Arc::from(RULE), kind, teller.place, TokenRange::new(start, end))
    })
}

fn frame_kind(kind: DealType) -> FrameKind {
    match kind {
        DealType::Acquisition => FrameKind::Acquisition,
        DealType::MajorityStake | DealType::MinorityStake => FrameKind::Stake,
        DealType::AssetPurchase => FrameKind::AssetPurchase,
        DealType::Divestiture => FrameKind::Divestiture,
        DealType::TakeoverBid => FrameKind::TakeoverBid,
        DealType::Merger => FrameKind::Merger,
        DealType::JointVenture => FrameKind::JointVenture,
        DealType::FundingRound => FrameKind::FundingRound,
        DealType::Ipo => FrameKind::Ipo,
        DealType::SpinOff => FrameKind::SpinOff,
    }
}

/// Takes away the article's deal where that seems to be none; one that several sentences and experience of its parties confirm
/// stays.
pub(super) fn doubt(scene: &Scene<'_>, deals: &mut Vec<Deal>, gist: &Gist) {
    if scene.reading.document().sentences().len() < ARTICLE {
        return;
    }
    let news = |deal: &Deal| !deal.background;
    let Some(first) = deals.iter().position(news) else { return };
    let sure = deals[first].confidence == Confidence::High;
    if !sure && gist.with(deals).1 < -NOTHING {
        deals.retain(|deal| deal.background);
    }
}
