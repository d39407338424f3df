//! Who sells, where the article only tells who owned what is sold: "Cairn had held 80% of Arden", "the shares came from
//! Cairn", "Arden's majority owner, Cairn".

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::draft::{Who, can_play};
use super::gather::Story;
use super::homes::Map;
use super::{PartyRole, Scene, split};
use crate::entities::{EntityId, EntityKind};
use crate::facts::frame::{self, Argument, FrameMatch, PieceKind, Pieces};
use crate::language::lexicon::schema::{FrameKind, Role};
use crate::language::lexicon::{Function, PartOfSpeech, Tense, Trigger};
use crate::text::TokenRange;

/// Pieces around the words of holding among which the share stands that is held.
const BESIDE: usize = 3;
/// Pieces between a comma and the noun for an owner: "Cairn, its long-standing majority owner".
const ADJECTIVES: usize = 3;

/// What a sentence says of who owns or gives up what.
struct Claim {
    sellers: Vec<Who>,
    /// What, where it is named.
    target: Option<EntityId>,
    /// The words that say it.
    words: TokenRange,
    /// What becomes of it.
    how: How,
}

/// What becomes of what somebody owned.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    /// Nothing is said of it.
    Owned,
    /// All of it is given up.
    Left,
    /// So many percent are kept, or what the buyer leaves: the others were sold.
    Kept(Option<Decimal>),
}

/// Adds them to the stories that name no seller.
pub(super) fn add(scene: &Scene<'_>, stories: &mut [Story]) {
    let lacking = |story: &Story| lacks(story);
    let sold: HashMap<EntityId, usize> = stories
        .iter()
        .enumerate()
        .rev()
        .filter(|(_, story)| lacking(story))
        .flat_map(|(position, story)| story.entities(PartyRole::Target).map(move |id| (id, position)))
        .collect();
    if sold.is_empty() {
        return;
    }
    let document = scene.reading.document();
    let map = Map::new(scene, stories);
    for block in document.blocks().iter().filter(|block| block.kind.tells()) {
        for position in block.sentences.clone() {
            let Some(sentence) = document.sentences().get(position) else { continue };
            let deals = &scene.reading.lexicon(sentence.tokens.start).deals;
            let speaks = |at| {
                scene.reading.longest(&deals.holdings, at, sentence.tokens.end).is_some()
                    || scene.reading.longest(&deals.holders, at, sentence.tokens.end).is_some()
            };
            if !sentence.tokens.positions().any(speaks) {
                continue;
            }
            let is_sold = |id: EntityId| sold.contains_key(&id);
            for claim in scene.pieces(position).map(|pieces| claims(scene, pieces, is_sold)).unwrap_or_default() {
                let home = match claim.target {
                    Some(id) => sold.get(&id).copied(),
                    None => map.story_at(scene, claim.words.start).map(|(story, _)| story),
                };
                let Some(story) = home.and_then(|home| stories.get_mut(home)) else { continue };
                let sold = match claim.how {
                    How::Owned => is_whole(story),
                    How::Left => true,
                    How::Kept(share) => makes_whole(scene, story, share),
                };
                if lacks(story) && sold {
                    sell(scene, story, claim.sellers);
                }
            }
        }
    }
}

/// Whether a story of news lacks nothing but a seller.
fn lacks(story: &Story) -> bool {
    let played = |role: PartyRole| story.has(role);
    story.is_news()
        && played(PartyRole::Target)
        && ![PartyRole::Seller, PartyRole::Partner, PartyRole::Investor].into_iter().any(played)
}

/// Whether the whole of something changes hands, by agreement.
fn is_whole(story: &Story) -> bool {
    let kinds = || story.drafts.iter().map(|draft| draft.kind);
    kinds().any(|kind| matches!(kind, FrameKind::Acquisition | FrameKind::Divestiture | FrameKind::AssetPurchase))
        && !kinds().any(|kind| matches!(kind, FrameKind::TakeoverBid | FrameKind::Stake | FrameKind::Ipo))
}

/// Whether a purchase leaves the share that somebody keeps: it makes a whole with what is bought, where both are told.
fn makes_whole(scene: &Scene<'_>, story: &Story, kept: Option<Decimal>) -> bool {
    let value = |share: &usize| scene.mentions.share(*share).and_then(|share| share.quantity.value);
    let mut bought =
        story.drafts.iter().filter(|draft| !draft.background).flat_map(|draft| &draft.shares).filter_map(value);
    let Some(kept) = kept else { return story.has(PartyRole::Acquirer) };
    let whole = |bought: Decimal| (bought + kept - Decimal::ONE_HUNDRED).abs() <= Decimal::ONE;
    story.has(PartyRole::Acquirer) && bought.next().is_none_or(whole)
}

fn sell(scene: &Scene<'_>, story: &mut Story, sellers: Vec<Who>) {
    let fits = |who: &Who| who.entity().is_some_and(|id| can_play(scene, PartyRole::Seller, id));
    let other = |who: &Who| who.entity().is_some_and(|id| story.plays(id).is_none());
    if sellers.iter().all(|who| fits(who) && other(who)) {
        // Who is named twice sells once.
        for who in sellers {
            if who.entity().is_none_or(|id| story.plays(id).is_none()) {
                story.parties.push((PartyRole::Seller, who));
            }
        }
    }
}

fn claims(scene: &Scene<'_>, pieces: &Pieces<'_>, is_sold: impl Fn(EntityId) -> bool) -> Vec<Claim> {
    if let Some(words) = (0..pieces.list.len()).find_map(|at| holds(pieces, at)) {
        let sellers = split::owners(scene, pieces, is_sold);
        if !sellers.is_empty() {
            return vec![Claim { sellers, target: None, words, how: How::Owned }];
        }
    }
    let held = frame::find_holdings(pieces).into_iter().filter_map(|found| by_verb(scene, pieces, &found));
    held.chain((0..pieces.list.len()).filter_map(|at| by_noun(scene, pieces, at))).collect()
}

/// The verb at `at` where it says that somebody holds something by now.
fn holds(pieces: &Pieces<'_>, at: usize) -> Option<TokenRange> {
    let found =
        pieces.reading.longest(&pieces.lexicon.deals.holdings, pieces.list[at].tokens.start, pieces.tokens.end)?;
    // "Who own", "who each own": where that is the form of the infinitive too, nothing governs it.
    let plural = || {
        let before = at.checked_sub(1).map(|at| pieces.list[at]);
        before.is_some_and(|piece| {
            matches!(piece.kind, PieceKind::Entity(_) | PieceKind::Function(Function::Relative))
                || split::says_each(pieces, piece.tokens.start)
        })
    };
    let now = |trigger: &Trigger| match trigger.part {
        PartOfSpeech::Verb(Tense::Infinitive) => plural(),
        PartOfSpeech::Verb(tense) => !matches!(tense, Tense::Future | Tense::Conditional),
        PartOfSpeech::Noun => false,
    };
    (found.values.iter().any(now) && !is_governed(pieces, at)).then_some(found.tokens)
}

/// Whether a verb governs the one at `at`: "will own".
fn is_governed(pieces: &Pieces<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|at| pieces.list[at].kind == PieceKind::Function(Function::Control))
}

fn by_verb(scene: &Scene<'_>, pieces: &Pieces<'_>, found: &FrameMatch<'_>) -> Option<Claim> {
    let ahead = matches!(found.tense, Some(Tense::Infinitive | Tense::Future | Tense::Conditional));
    let how = match found.frame.kind {
        FrameKind::Stake => How::Kept(shares_beside(scene, pieces, found.trigger, BESIDE).next()),
        FrameKind::Divestiture => How::Left,
        _ => How::Owned,
    };
    let governed = is_governed(pieces, pieces.position(found.words.start));
    if how == How::Owned && (ahead || governed) || found.status.is_some() {
        return None;
    }
    let named = |wanted: Role| {
        found.roles.iter().filter(move |(role, _)| *role == wanted).filter_map(|(_, argument)| match argument {
            // "Cairn owned the company": of those told of before, what is sold.
            Argument::Entity(id, tokens) if scene.entities.at(tokens.start).is_some() => {
                Some(Who::Entity(*id, *tokens))
            }
            _ => None,
        })
    };
    let sellers: Vec<Who> = named(Role::Seller).collect();
    // Who leaves a company may be its chief.
    let person = |who: &Who| is_person(scene, who);
    let small = || holds_less_than_half(scene, pieces, found.trigger, BESIDE);
    if sellers.is_empty() || how == How::Left && sellers.iter().any(person) || how == How::Owned && small() {
        return None;
    }
    let target = named(Role::Target).find_map(|who| who.entity());
    Some(Claim { sellers, target, words: found.words, how })
}

/// "Cairn, its majority owner,", "Arden's majority owner, Cairn".
fn by_noun(scene: &Scene<'_>, pieces: &Pieces<'_>, at: usize) -> Option<Claim> {
    let start = pieces.list[at].tokens.start;
    let words = pieces.reading.longest(&pieces.lexicon.deals.holders, start, pieces.tokens.end)?.tokens;
    let kind = |at: usize| pieces.list.get(at).map(|piece| piece.kind);
    let entity = |at: usize| match kind(at)? {
        PieceKind::Entity(id) => Some(id),
        _ => None,
    };
    let end = pieces.position(words.end);
    let adjective = |at: &usize| matches!(kind(*at), Some(PieceKind::Word | PieceKind::Function(Function::Determiner)));
    let first = at - (0..at).rev().take(ADJECTIVES).take_while(adjective).count();
    let owner = match pieces.possessor(at) {
        Some(Argument::Entity(id, _)) => Some(id),
        _ => None,
    };
    // "dona da" is a preposition of its own.
    let small = |at: usize| matches!(kind(at), Some(PieceKind::Function(Function::Preposition(_))));
    let owned = match kind(end) {
        _ if end == at && small(at) => Some(at + 1),
        Some(PieceKind::Function(Function::Preposition(preposition)))
            if pieces.lexicon.grammar.of == Some(preposition) =>
        {
            Some(end + 1)
        }
        _ => None,
    };
    let of = owned.and_then(|owned| pieces.member(owned));
    // "Cairn, owner of Porto Norrow": what has a name is not what is sold.
    let capital = |word: TokenRange| pieces.reading.document().word(word.start).starts_with(char::is_uppercase);
    let other = !pieces.lexicon.names.capital_nouns
        && of.is_none()
        && owned.and_then(|owned| pieces.list.get(owned)).is_some_and(|piece| match piece.kind {
            PieceKind::Name => true,
            PieceKind::Word | PieceKind::Asset | PieceKind::Body => capital(piece.tokens),
            _ => false,
        });
    if other {
        return None;
    }
    let before =
        first.checked_sub(2).filter(|_| kind(first - 1) == Some(PieceKind::Comma)).filter(|&at| entity(at).is_some());
    let comma = of.map_or(end, |name| name + 1);
    let behind = || match kind(comma) {
        Some(PieceKind::Comma) => pieces.member(comma + 1),
        _ => None,
    };
    let sellers = match before.filter(|_| owner.is_none()) {
        Some(name) => pieces.joined_left(name),
        None => pieces.joined_right(behind()?),
    };
    let who = |argument| match argument {
        Argument::Entity(id, tokens) => Some(Who::Entity(id, tokens)),
        _ => None,
    };
    let sellers: Vec<Who> = sellers.into_iter().filter_map(who).collect();
    let small = holds_less_than_half(scene, pieces, pieces.tokens, 0);
    let target = owner.or_else(|| entity(of?));
    // "Paul Arden, chairman and main shareholder": his family or his holding may sell.
    // "Arden's owner, Peter Cairn,": what is his is named.
    let person = owner.is_none() && sellers.iter().any(|who| is_person(scene, who));
    (!sellers.is_empty() && !small && !person).then_some(Claim { sellers, target, words, how: How::Owned })
}

fn is_person(scene: &Scene<'_>, who: &Who) -> bool {
    who.entity().is_some_and(|id| scene.entities.get(id).kind == EntityKind::Person)
}

/// Whether a percentage in `words`, or up to `around` pieces beside them, is less than a half.
fn holds_less_than_half(scene: &Scene<'_>, pieces: &Pieces<'_>, words: TokenRange, around: usize) -> bool {
    shares_beside(scene, pieces, words, around).any(|value| value < Decimal::from(50))
}

/// The percentages in `words`, and up to `around` pieces beside them.
fn shares_beside(
    scene: &Scene<'_>,
    pieces: &Pieces<'_>,
    words: TokenRange,
    around: usize,
) -> impl Iterator<Item = Decimal> {
    let (first, last) = (pieces.position(words.start).saturating_sub(around), pieces.position(words.end) + around);
    pieces.list.iter().take(last).skip(first).filter_map(|piece| match piece.kind {
        PieceKind::Percentage(index) => scene.mentions.share(index)?.quantity.value,
        _ => None,
    })
}
