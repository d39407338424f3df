//! Drafts: what one trigger in one sentence says of a deal.

use std::sync::Arc;

use super::around::{
    acts_for, add_beside, add_companion, add_joined, add_owner, add_pair, add_topic, add_whose, collect_adjacent,
    company_before, free, is_asset, is_own_company, own_company, part_compound, sell_itself,
};
use super::learned::Heard;
use super::past::{is_cued, is_dated_by_year, is_past_before};
use super::prices::SMALL;
use super::told::{PAIR, Told};
use super::{PartyRole, Scene, clashes, days, labels, shares, sums, verbless};
use crate::entities::{EntityId, EntityKind, OrganizationKind};
use crate::facts::frame::{self, Argument, FrameMatch, PieceKind, Pieces, Voice};
use crate::facts::scorer::cast::SENTENCES;
use crate::facts::scorer::features as seen;
use crate::facts::scorer::weights::Scores;
use crate::language::lexicon::Tense;
use crate::language::lexicon::schema::{FrameKind, Role, ShareRole, Status, SumRole};
use crate::text::{BlockKind, TokenRange};
use rust_decimal::Decimal;

/// What one trigger says of a deal.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    /// The rule that read it.
    pub rule: Arc<str>,
    /// What kind of deal.
    pub kind: FrameKind,
    /// Position of the sentence.
    pub sentence: usize,
    /// Position of the block.
    pub block: usize,
    /// The trigger's words.
    pub trigger: TokenRange,
    /// The words of its verb or noun.
    pub words: TokenRange,
    /// Who plays which part.
    pub parties: Vec<(PartyRole, Who)>,
    /// Sums that stand in a place of the frame.
    pub sums: Vec<usize>,
    /// Percentages that stand in a place of the frame.
    pub shares: Vec<usize>,
    /// Those of them that stand in the place of a share held before or after.
    pub steps: Vec<(usize, ShareRole)>,
    /// What the words that govern the trigger say of the status.
    pub status: Option<(Status, TokenRange)>,
    /// The status the frame has of itself.
    pub default_status: Option<Status>,
    /// Told as past.
    pub background: bool,
    /// Stands in a heading.
    pub heading: bool,
    /// Needs two parties to speak.
    pub weak: bool,
    /// Told from the seller's side: the seller is the subject.
    pub seller_acts: bool,
    /// Form of the verb.
    pub tense: Option<Tense>,
    /// Told as done: "has bought".
    pub perfect: bool,
    /// Only says who plays a part: "the seller is Cairn".
    pub names_part: bool,
    /// What the sentence is about, where the target of a round is not said.
    pub about: Option<EntityId>,
    /// Told by experience, not by a frame.
    pub learned: bool,
    /// The status that its sentence seems to tell, and how far that is ahead.
    pub hint: Option<(Status, i32)>,
    /// Its sentence seems to tell no deal.
    pub doubted: bool,
    /// What is bought is no known kind of thing: it may be paper clips, or the buyer's own shares.
    pub vague: bool,
}

/// A party of a draft.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Who {
    /// Named.
    Entity(EntityId, TokenRange),
    /// Something without a name of its own.
    Words(TokenRange),
}

impl Who {
    /// The entity, where it is one.
    pub(super) fn entity(&self) -> Option<EntityId> {
        match self {
            Who::Entity(id, _) => Some(*id),
            Who::Words(_) => None,
        }
    }

    /// The words.
    pub(super) fn tokens(&self) -> TokenRange {
        match self {
            Who::Entity(_, tokens) | Who::Words(tokens) => *tokens,
        }
    }
}

impl Draft {
    /// A draft of the sentence at `place` that says nothing yet.
    pub(super) fn new(rule: Arc<str>, kind: FrameKind, place: Place, words: TokenRange) -> Self {
        Self {
            rule,
            kind,
            sentence: place.position,
            block: place.block,
            trigger: words,
            words,
            parties: Vec::new(),
            sums: Vec::new(),
            shares: Vec::new(),
            steps: Vec::new(),
            status: None,
            default_status: None,
            background: place.background,
            heading: place.kind == BlockKind::Heading,
            weak: false,
            seller_acts: false,
            tense: None,
            perfect: false,
            names_part: false,
            about: None,
            learned: false,
            hint: None,
            doubted: false,
            vague: false,
        }
    }

    /// The parties that play `role`.
    pub(super) fn party(&self, role: PartyRole) -> impl Iterator<Item = &Who> {
        self.parties.iter().filter(move |(known, _)| *known == role).map(|(_, who)| who)
    }

    /// Whether anyone plays `role`.
    pub(super) fn has(&self, role: PartyRole) -> bool {
        self.party(role).next().is_some()
    }
}

/// A sentence and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// Its position in the document.
    pub position: usize,
    /// Position of its block.
    pub block: usize,
    /// The first sentence of its block.
    pub first: usize,
    /// What that block is.
    pub kind: BlockKind,
    /// Told as past.
    pub background: bool,
}

/// What the sentences of an article tell, each by itself.
pub(super) struct Found<'a> {
    /// The drafts, in order.
    pub drafts: Vec<Draft>,
    /// What the sentences seem to tell.
    pub heard: Vec<Heard>,
    /// The first sentences that name something: those that who plays which part is told by.
    pub seen: Vec<seen::Sentence<'a>>,
}

/// Reads an article sentence by sentence; `hear` is given each that names something, and says what it tells by itself.
pub(super) fn find<'a>(scene: &Scene<'a>, hear: &mut impl FnMut(&seen::Sentence<'_>) -> Scores) -> Found<'a> {
    let document = scene.reading.document();
    let (mut drafts, mut all_heard, mut all_seen) = (Vec::new(), Vec::new(), Vec::new());
    let present = days::present(scene);
    let mut topic = None;
    let mut told = Told::default();
    for (block_position, block) in document.blocks().iter().enumerate() {
        if !block.kind.tells() {
            continue;
        }
        told.enter(block.kind == BlockKind::Heading, scene.items.opens(block_position));
        for sentence in block.sentences.clone() {
            let Some(tokens) = document.sentences().get(sentence).map(|sentence| sentence.tokens) else { continue };
            let question = document.word(tokens.end - 1) == "?" || block.kind == BlockKind::Question;
            let Some(pieces) = scene.pieces(sentence) else { continue };
            if !question {
                let matches = frame::find(pieces);
                let untold =
                    |id: &EntityId| drafts.len() < MUCH && drafts.iter().all(|draft| tells_of_nothing_but(draft, *id));
                let labels = labels::told(pieces, topic, topic.filter(untold));
                let silent = matches.is_empty();
                let past = || present.is_some_and(|present| days::is_past(scene, tokens, present));
                // "has bought Arden, founded in 1871,": what is told as done by now is no past.
                let current = matches.iter().any(|found| found.is_current());
                let told_of =
                    || matches.iter().map(|found| found.trigger).chain(labels.iter().map(|(words, _)| *words));
                let cued = || told_of().any(|words| is_cued(pieces, words));
                let tells = !(matches.is_empty() && labels.is_empty());
                let dated = tells && past() && !current;
                let background = dated || tells && cued();
                let place = Place {
                    position: sentence,
                    block: block_position,
                    first: block.sentences.start,
                    kind: block.kind,
                    background,
                };
                let heading = block.kind == BlockKind::Heading;
                let seen = seen::Sentence::new(pieces, scene.entities, matches, heading);
                let mut heard = None;
                if !seen.names().is_empty() {
                    let alone = hear(&seen);
                    heard = Heard::new(&seen, &alone, place, tokens);
                }
                for found in seen.matches() {
                    // Words of the past set only the deal back that they stand beside: "sells Arden, years after its purchase".
                    let place = Place { background: is_cued(pieces, found.trigger) || dated, ..place };
                    let mut new = draft(scene, pieces, found, topic, &told, place);
                    if new.as_ref().is_some_and(|new| is_holding(scene, new)) {
                        new = None;
                        heard.iter_mut().for_each(Heard::settle);
                    }
                    if let Some(new) = &mut new {
                        labels::complete(scene, pieces, new);
                    }
                    told.sell(new.as_ref());
                    drafts.extend(new);
                }
                let before = drafts.len();
                drafts.extend(
                    labels.into_iter().filter_map(|(words, parties)| labels::draft(scene, place, words, parties)),
                );
                if silent && drafts.len() == before {
                    drafts.extend(verbless::draft(scene, pieces, place));
                }
                if let Some(heard) = &heard {
                    let new = drafts.iter_mut().rev().take_while(|draft| draft.sentence == sentence);
                    new.for_each(|draft| heard.weigh(draft));
                }
                all_heard.extend(heard);
                if !seen.names().is_empty() && all_seen.len() < SENTENCES {
                    all_seen.push(seen);
                }
            }
            topic = subject(scene, pieces).or(topic);
            told.hear(scene, pieces);
        }
    }
    Found { drafts, heard: all_heard, seen: all_seen }
}

/// Drafts of an article in which somebody's part is no longer left to be told.
const MUCH: usize = 64;

/// Whether a draft names no target, or `target` and that as nothing else.
fn tells_of_nothing_but(draft: &Draft, target: EntityId) -> bool {
    draft.parties.iter().all(|(role, who)| (*role == PartyRole::Target) == (who.entity() == Some(target)))
}

/// Whether a draft only tells of a share that was held all along: "which already owned a 12% stake".
fn is_holding(scene: &Scene<'_>, draft: &Draft) -> bool {
    let held = |&share: &usize| shares::role(scene, share) == Some(ShareRole::Before);
    draft.kind == FrameKind::Stake && draft.tense.is_none() && !draft.shares.is_empty() && draft.shares.iter().all(held)
}

/// What a sentence is about: the first company it names that no preposition governs, or else the first.
fn subject(scene: &Scene<'_>, pieces: &Pieces<'_>) -> Option<EntityId> {
    let companies = || {
        pieces.list.iter().enumerate().filter_map(|(position, piece)| match piece.kind {
            PieceKind::Entity(id) if can_play(scene, PartyRole::Acquirer, id) => Some((position, id)),
            _ => None,
        })
    };
    let free = companies().find(|(position, _)| !pieces.is_governed(*position));
    free.or_else(|| companies().next()).map(|(_, id)| id)
}

/// Whether an entity can play a part at all.
pub(super) fn can_play(scene: &Scene<'_>, role: PartyRole, id: EntityId) -> bool {
    match (scene.entities.get(id).kind, role) {
        (EntityKind::Company, _) => true,
        (EntityKind::Product, PartyRole::Target) => true,
        (EntityKind::Person, PartyRole::Acquirer | PartyRole::Seller | PartyRole::Investor) => true,
        (EntityKind::Organization(kind), role) => match kind {
            OrganizationKind::BusinessUnit | OrganizationKind::Club => true,
            // Newspapers are bought; what they do is report.
            OrganizationKind::Media => role == PartyRole::Target,
            // Schools are bought, states are not.
            OrganizationKind::Other | OrganizationKind::University => true,
            OrganizationKind::Government => role != PartyRole::Target,
            _ => false,
        },
        _ => false,
    }
}

fn draft(
    scene: &Scene<'_>,
    pieces: &Pieces<'_>,
    found: &FrameMatch<'_>,
    topic: Option<EntityId>,
    told: &Told,
    place: Place,
) -> Option<Draft> {
    let past = place.background || is_past_before(pieces, found) || is_dated_by_year(scene, pieces, found);
    let mut draft = Draft {
        trigger: found.trigger,
        status: found.status,
        default_status: found.frame.status,
        background: past,
        weak: found.frame.weak,
        seller_acts: found.is_told_by_seller(),
        tense: found.tense,
        perfect: found.perfect,
        names_part: found.frame.subject.is_none() && matches!(found.frame.object, Some(Role::Seller | Role::Acquirer)),
        ..Draft::new(found.frame.id.clone(), found.frame.kind, place, found.words)
    };
    // Those only described come last: they are none of those named.
    let mut roles = found.roles.clone();
    // "Arden has sold 70% of the company to Boreal": where nobody else can be meant.
    let of_itself = roles.iter().any(|(role, argument)| {
        *role == Role::Target && matches!(argument, Argument::Description(_) | Argument::Whole(_))
    });
    let described = found.elided.is_some()
        || roles.iter().any(|(_, argument)| matches!(argument, Argument::Anaphor(_) | Argument::Description(_)));
    roles.sort_by_key(|(_, argument)| {
        matches!(argument, Argument::Description(_) | Argument::Clitic(_) | Argument::Whole(_))
    });
    let sold_by = roles.iter().any(|(role, who)| *role == Role::Seller && matches!(who, Argument::Entity(..)));
    for (role, argument) in roles {
        let party = PartyRole::of(role);
        let who = match argument {
            Argument::Entity(id, tokens) => Some(Who::Entity(id, tokens)),
            Argument::Asset(tokens) if role == Role::Target && is_own_company(pieces, tokens) => {
                Some(own_company(scene, pieces, told, &mut draft, tokens))
            }
            Argument::Asset(tokens) => {
                draft.vague = !is_asset(pieces, tokens);
                // What one buys of nobody may be the buyer's own shares.
                let told = !draft.vague || found.frame.kind == FrameKind::Divestiture || sold_by;
                told.then_some(Who::Words(tokens))
            }
            // "Boreal has agreed to buy it": not Boreal.
            Argument::Anaphor(tokens)
                if role == Role::Target
                    && tokens.start == found.words.end
                    && found.frame.subject == Some(Role::Acquirer) =>
            {
                let other = |id: &EntityId| !draft.parties.iter().any(|(_, who)| who.entity() == Some(*id));
                let meant = free(scene, pieces, tokens.start, &draft.parties).or(topic.filter(other));
                meant.map(|id| Who::Entity(id, tokens))
            }
            Argument::Anaphor(tokens) => {
                free(scene, pieces, tokens.start, &[]).or(topic).map(|id| Who::Entity(id, tokens))
            }
            // "The group will buy it": not the group.
            Argument::Clitic(tokens) => {
                let other = |id: &EntityId| !draft.parties.iter().any(|(_, who)| who.entity() == Some(*id));
                let inside = || free(scene, pieces, tokens.start, &draft.parties);
                let sold = |from: usize| told.sold(&draft.parties, from);
                let meant = if role == Role::Target {
                    sold(place.position).or_else(inside).or_else(|| sold(0)).or(topic.filter(other))
                } else {
                    // "le ha vendido": who was told of before.
                    topic.filter(other).or_else(inside)
                };
                meant.map(|id| Who::Entity(id, tokens))
            }
            Argument::Description(tokens) => {
                let sold = |from: usize| told.sold(&draft.parties, from).filter(|_| role == Role::Target);
                let meant = sold(place.first).or_else(|| told.near(&draft.parties)).or_else(|| sold(0));
                meant.or_else(|| told.other(&draft.parties)).map(|id| Who::Entity(id, tokens))
            }
            Argument::Whole(tokens) => {
                let inside = || company_before(scene, pieces, draft.trigger.start, &draft.parties);
                let sold = |from: usize| told.sold(&draft.parties, from);
                let meant = inside().or_else(|| sold(place.first)).or_else(|| sold(0));
                // "Arden changes hands. The family sells 60% of the capital to Boreal."
                let near = || told.near(&draft.parties).filter(|_| draft.seller_acts);
                let meant = meant.or_else(near);
                meant.map(|id| Who::Entity(id, tokens))
            }
            Argument::Money(index) => {
                draft.sums.push(index);
                None
            }
            Argument::Percentage(index) => {
                draft.shares.push(index);
                match role {
                    Role::StakeBefore => draft.steps.push((index, ShareRole::Before)),
                    Role::StakeAfter => draft.steps.push((index, ShareRole::After)),
                    _ => {}
                }
                None
            }
        };
        let (Some(party), Some(who)) = (party, who) else { continue };
        let who = if party == PartyRole::Acquirer { acts_for(scene, &draft, who) } else { who };
        let fits = match &who {
            Who::Entity(id, _) => can_play(scene, party, *id),
            Who::Words(_) => party == PartyRole::Target,
        };
        let plays = |draft: &Draft, who: &Who| {
            draft.parties.iter().any(|(_, other)| other.entity().is_some() && other.entity() == who.entity())
        };
        // "Boreal will buy the company": a description of who acts already is one of somebody else.
        let described = scene.entities.at(who.tokens().start).is_none() && !matches!(argument, Argument::Anaphor(_));
        let who = match (plays(&draft, &who), described && party == PartyRole::Target) {
            (false, _) => who,
            (true, true) => match told.other(&draft.parties) {
                Some(id) => Who::Entity(id, who.tokens()),
                None => continue,
            },
            (true, false) => continue,
        };
        if fits {
            draft.parties.push((party, who));
        }
    }
    if let (Some(role), Some(id)) = (found.elided, topic) {
        let person = scene.entities.get(id).kind == EntityKind::Person;
        let party = PartyRole::of(role).filter(|party| can_play(scene, *party, id) && !person);
        let plays = draft.parties.iter().any(|(_, who)| who.entity() == Some(id));
        if let Some(party) = party.filter(|_| !plays) {
            draft.parties.push((party, Who::Entity(id, draft.trigger)));
        }
    }
    // "With 3 million from Boreal, Arden will": what the sentence is about raises it.
    let large =
        |sum: &usize| scene.mentions.money[*sum].quantity.value.is_some_and(|value| value > Decimal::from(SMALL));
    let invests = draft.kind == FrameKind::FundingRound && draft.has(PartyRole::Investor);
    if invests && !draft.has(PartyRole::Target) && draft.sums.iter().any(large) {
        let company = |id: &EntityId| scene.entities.get(*id).kind == EntityKind::Company;
        draft.about = free(scene, pieces, pieces.tokens.end, &draft.parties).filter(company);
    }
    let pooled = matches!(draft.kind, FrameKind::Merger | FrameKind::JointVenture);
    if pooled && described && draft.party(PartyRole::Partner).count() < PAIR {
        add_pair(scene, pieces, told, &mut draft);
    }
    part_compound(scene, pieces, &mut draft);
    if !draft.has(PartyRole::Seller) && draft.has(PartyRole::Acquirer) {
        add_owner(scene, pieces, &mut draft);
        add_whose(scene, pieces, topic, &mut draft);
    }
    if matches!(draft.kind, FrameKind::Acquisition | FrameKind::TakeoverBid | FrameKind::Stake) {
        add_beside(scene, pieces, &mut draft);
    }
    if pooled && !draft.has(PartyRole::Partner) {
        add_joined(scene, pieces, found.frame, &mut draft);
    }
    if pooled && draft.parties.len() == 1 {
        add_companion(scene, pieces, found.frame, &mut draft);
    }
    // What is made together has a name, or is no company.
    if pooled && draft.weak && found.frame.object == Some(Role::Target) && !draft.has(PartyRole::Target) {
        return None;
    }
    add_topic(scene, pieces, &mut draft);
    labels::complete_new(scene, pieces, &mut draft);
    collect_adjacent(pieces, &mut draft);
    if (draft.heading || of_itself) && found.frame.percent_object {
        sell_itself(&mut draft);
    }
    // "Power was bought from Cairn", "3 million in sales": of what was bought nothing is known.
    let nothing_bought = found.voice != Voice::Active && !found.frame.needs_object;
    if nothing_bought && draft.parties.iter().all(|(role, _)| *role == PartyRole::Seller) {
        return None;
    }
    if found.frame.percent_object
        && !draft.shares.is_empty()
        && !draft.has(PartyRole::Target)
        && draft.shares.iter().all(|share| shares::moves(scene, pieces, *share))
    {
        return None;
    }
    if draft.kind == FrameKind::FundingRound && (draft.weak || !draft.has(PartyRole::Investor)) {
        // "raised 5 million in bonds" is no round, nor is "secured a contract of 5 million from Boreal".
        let borrowed = |sum: &usize| matches!(sums::role(scene, *sum), Some(SumRole::Debt | SumRole::Other));
        if !draft.sums.is_empty() && draft.sums.iter().all(borrowed) {
            return None;
        }
    }
    (speaks(&draft) && !clashes::is_borrowed(pieces, &draft)).then_some(draft)
}

/// Whether a draft says enough to be worth keeping.
fn speaks(draft: &Draft) -> bool {
    let partners = draft.party(PartyRole::Partner).count();
    match draft.kind {
        FrameKind::Merger | FrameKind::JointVenture => partners >= 2 || (partners == 1 && !draft.weak),
        FrameKind::FundingRound | FrameKind::Ipo => draft.has(PartyRole::Target) || draft.has(PartyRole::Investor),
        FrameKind::SpinOff => draft.has(PartyRole::Target),
        _ if draft.weak => draft.has(PartyRole::Target) || draft.has(PartyRole::Acquirer) && !draft.sums.is_empty(),
        _ => draft.has(PartyRole::Target) || draft.has(PartyRole::Acquirer) || draft.has(PartyRole::Seller),
    }
}
