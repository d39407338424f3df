//! Parties that stand around a trigger, in none of its places.

use super::draft::{Draft, Who, can_play};
use super::told::{PAIR, Told, named_together};
use super::{PartyRole, Scene};
use crate::entities::{EntityId, EntityKind, PersonRole, RoleStatus};
use crate::facts::frame::{Argument, Piece, PieceKind, Pieces};
use crate::language::Class;
use crate::language::lexicon::schema::{FrameKind, Role};
use crate::language::lexicon::{Frame, Function};
use crate::text::TokenRange;

/// Pieces between a target and the words that tell who owns it.
const OWNER: usize = 4;
/// Pieces between the comma before a companion and its name.
const COMPANION: usize = 9;

/// The first name before token `to` that nothing governs and that is none of `parties`.
pub(super) fn free(
    scene: &Scene<'_>,
    pieces: &Pieces<'_>,
    to: usize,
    parties: &[(PartyRole, Who)],
) -> Option<EntityId> {
    let before = pieces.list.iter().enumerate().take(pieces.position(to));
    before.into_iter().find_map(|(position, piece)| match piece.kind {
        PieceKind::Entity(id) if can_play(scene, PartyRole::Acquirer, id) && pieces.is_free(position) => {
            parties.iter().all(|(_, who)| who.entity() != Some(id)).then_some(id)
        }
        _ => None,
    })
}

/// The last company before token `to` that something governs, and that is none of `parties`.
pub(super) fn company_before(
    scene: &Scene<'_>,
    pieces: &Pieces<'_>,
    to: usize,
    parties: &[(PartyRole, Who)],
) -> Option<EntityId> {
    pieces.list[..pieces.position(to)].iter().enumerate().rev().find_map(|(position, piece)| match piece.kind {
        PieceKind::Entity(id) if scene.entities.get(id).kind == EntityKind::Company => {
            (pieces.is_governed(position) && parties.iter().all(|(_, who)| who.entity() != Some(id))).then_some(id)
        }
        _ => None,
    })
}

/// "Boreal buys Arden, a unit of Cairn": who owns the target sells it.
pub(super) fn add_owner(scene: &Scene<'_>, pieces: &Pieces<'_>, draft: &mut Draft) {
    let Some(Who::Entity(_, tokens)) = draft.party(PartyRole::Target).next() else { return };
    // "Boreal buys Cairn-owned Arden"
    let in_front = pieces.owner_in_front(pieces.position(tokens.start)).and_then(|name| scene.entities.at(name.start));
    if let Some((id, name)) = in_front {
        if !draft.includes(id) && can_play(scene, PartyRole::Seller, id) {
            draft.parties.push((PartyRole::Seller, Who::Entity(id, name)));
        }
        return;
    }
    let first = pieces.position(tokens.end);
    // "20 % of Arden held by Cairn": right behind, or anywhere in an aside.
    let aside = pieces.list.get(first).is_some_and(|piece| piece.kind == PieceKind::Comma);
    let (from, count) = if aside { (first + 1, OWNER) } else { (first, 1) };
    let cue = pieces.list.iter().skip(from).take(count).find_map(|piece| {
        let found = pieces.reading.longest(&pieces.lexicon.deals.owners, piece.tokens.start, pieces.tokens.end)?;
        Some(found.tokens)
    });
    let owner = match cue {
        Some(cue) => named_since(pieces, pieces.position(cue.end)),
        None => {
            let name = pieces.position(tokens.start);
            aside.then(|| pieces.part_in_aside(first)).flatten().or_else(|| owner_before(pieces, name))
        }
    };
    let Some(name) = owner else { return };
    let PieceKind::Entity(id) = pieces.list[name].kind else { return };
    let new = draft.parties.iter().all(|(_, who)| who.entity() != Some(id));
    if new && can_play(scene, PartyRole::Seller, id) {
        draft.parties.push((PartyRole::Seller, Who::Entity(id, pieces.list[name].tokens)));
    }
}

/// "Cairn has signed an agreement with Boreal, which will pay 3 million for Arden": with whom the buyer agrees sells.
pub(super) fn add_agreed(scene: &Scene<'_>, pieces: &Pieces<'_>, draft: &mut Draft) {
    let Some(Who::Entity(_, buyer)) = draft.party(PartyRole::Acquirer).next() else { return };
    let before = buyer.end <= draft.trigger.start;
    let other = pieces.agrees_with(pieces.position(buyer.start)).and_then(Who::named).filter(|_| before);
    let Some(Who::Entity(id, tokens)) = other else { return };
    if draft.has(PartyRole::Target) && !draft.includes(id) && can_play(scene, PartyRole::Seller, id) {
        draft.parties.push((PartyRole::Seller, Who::Entity(id, tokens)));
    }
}

/// The owner whose name starts at `at`, or behind the date there: "owned since 2014 *by the fund Cairn*".
fn named_since(pieces: &Pieces<'_>, at: usize) -> Option<usize> {
    let kind = |at: usize| pieces.list.get(at).map(|piece| piece.kind);
    pieces.member(at).or_else(|| {
        let behind = (kind(at) == Some(PieceKind::Date)).then_some(at + 1)?;
        let small = matches!(kind(behind), Some(PieceKind::Function(Function::Preposition(_))));
        pieces.member(behind + usize::from(small))
    })
}

/// "Die Cairn-Tochter Arden": the name joined to the front of the noun owns what is named behind it.
pub(super) fn part_compound(scene: &Scene<'_>, pieces: &Pieces<'_>, draft: &mut Draft) {
    if !matches!(draft.kind, FrameKind::Acquisition | FrameKind::Divestiture | FrameKind::AssetPurchase) {
        return;
    }
    let kind = |at: usize| pieces.list.get(at).map(|piece| piece.kind);
    let part = |at: usize| pieces.is_compounded(at) && kind(at + 2) == Some(PieceKind::Asset);
    let Some(slot) = draft.parties.iter().position(|(role, _)| *role == PartyRole::Target) else { return };
    let Who::Entity(id, tokens) = draft.parties[slot].1 else { return };
    let at = pieces.position(tokens.start);
    let owner = if part(at) {
        // "Die Übernahme der Cairn-Tochter Arden": not Cairn.
        let Some(Piece { kind: PieceKind::Entity(named), tokens: name }) = pieces.list.get(at + 3).copied() else {
            return;
        };
        let new = draft.parties.iter().all(|(_, who)| who.entity() != Some(named));
        if !new || !can_play(scene, PartyRole::Target, named) {
            return;
        }
        draft.parties[slot].1 = Who::Entity(named, name);
        Some((id, tokens))
    } else {
        at.checked_sub(3).filter(|&owner| part(owner)).and_then(|owner| match pieces.list[owner] {
            Piece { kind: PieceKind::Entity(id), tokens } => Some((id, tokens)),
            _ => None,
        })
    };
    let Some((id, tokens)) = owner else { return };
    let new = draft.parties.iter().all(|(_, who)| who.entity() != Some(id));
    if new && !draft.has(PartyRole::Seller) && can_play(scene, PartyRole::Seller, id) {
        draft.parties.push((PartyRole::Seller, Who::Entity(id, tokens)));
    }
}

/// "Its paper unit Arden goes to Boreal": whose it is sells it.
pub(super) fn add_whose(scene: &Scene<'_>, pieces: &Pieces<'_>, topic: Option<EntityId>, draft: &mut Draft) {
    let Some(Who::Entity(_, tokens)) = draft.party(PartyRole::Target).next() else { return };
    let Some(owner) = pieces.whose_part(pieces.position(tokens.start)) else { return };
    let Some(id) = free(scene, pieces, owner.start, &[]).or(topic) else { return };
    let new = draft.parties.iter().all(|(_, who)| who.entity() != Some(id));
    if !draft.has(PartyRole::Seller) && new && can_play(scene, PartyRole::Seller, id) {
        draft.parties.push((PartyRole::Seller, Who::Entity(id, owner)));
    }
}

/// The owner of what is named at `name`, where it opens the sentence: "A unit of *Cairn*, Arden was sold".
fn owner_before(pieces: &Pieces<'_>, name: usize) -> Option<usize> {
    let comma = name.checked_sub(1).filter(|&at| pieces.list[at].kind == PieceKind::Comma)?;
    let owner = comma.checked_sub(1).filter(|&at| matches!(pieces.list[at].kind, PieceKind::Entity(_)))?;
    let opens = |at: &usize| {
        let start = pieces.list[*at].tokens.start;
        let words = pieces.reading.longest(&pieces.lexicon.deals.owners, start, pieces.tokens.end);
        words.is_some_and(|words| pieces.member(pieces.position(words.tokens.end)) == Some(owner))
    };
    (0..owner.min(OWNER)).find(opens).map(|_| owner)
}

/// "Boreal, together with Cairn, buys Arden": who is named beside the buyer buys too.
pub(super) fn add_beside(scene: &Scene<'_>, pieces: &Pieces<'_>, draft: &mut Draft) {
    let companions = &pieces.lexicon.deals.companions;
    buys_beside(scene, pieces, draft);
    let buyers = || draft.parties.iter().filter(|(role, _)| *role == PartyRole::Acquirer);
    let entity = |at: usize| match pieces.list.get(at)?.kind {
        PieceKind::Entity(id) => Some(Argument::Entity(id, pieces.list[at].tokens)),
        _ => None,
    };
    let comma = |at: usize| pieces.list.get(at).is_some_and(|piece| piece.kind == PieceKind::Comma);
    let beside = |(_, who): &(PartyRole, Who)| -> Vec<Argument> {
        let end = pieces.position(who.tokens().end);
        let start = end + usize::from(comma(end));
        let words = pieces.list.get(start).and_then(|piece| {
            pieces.reading.longest(companions, piece.tokens.start, pieces.tokens.end).map(|found| found.tokens)
        });
        if let Some(name) = words.and_then(|words| pieces.member(pieces.position(words.end))) {
            return pieces.joined_right(name);
        }
        // "Boreal, together with the fund Cairn, buys": Cairn was taken for the buyer.
        let name = pieces.position(who.tokens().start);
        let opening = (name.saturating_sub(COMPANION)..name).rev().find(|&at| comma(at)).filter(|&at| {
            let next = pieces.list.get(at + 1).map(|piece| piece.tokens.start);
            next.is_some_and(|next| pieces.reading.longest(companions, next, pieces.tokens.end).is_some())
        });
        opening.and_then(|at| entity(at.checked_sub(1)?)).into_iter().collect()
    };
    let new: Vec<Who> = buyers()
        .flat_map(beside)
        .filter_map(|argument| match argument {
            Argument::Entity(id, tokens) if can_play(scene, PartyRole::Acquirer, id) => Some(Who::Entity(id, tokens)),
            _ => None,
        })
        .filter(|who| draft.parties.iter().all(|(_, known)| known.entity() != who.entity()))
        .collect();
    draft.parties.extend(new.into_iter().map(|who| (PartyRole::Acquirer, who)));
}

/// "Boreal is buying Arden together with Cairn": who was taken for bought too buys.
fn buys_beside(scene: &Scene<'_>, pieces: &Pieces<'_>, draft: &mut Draft) {
    if draft.party(PartyRole::Target).count() < PAIR || !draft.has(PartyRole::Acquirer) {
        return;
    }
    let companions = &pieces.lexicon.deals.companions;
    let joined = |name: usize| {
        (name.saturating_sub(COMPANION)..name).rev().any(|at| {
            let words = pieces.reading.longest(companions, pieces.list[at].tokens.start, pieces.tokens.end);
            words.is_some_and(|words| pieces.member(pieces.position(words.tokens.end)) == Some(name))
        })
    };
    for (role, who) in draft.parties.iter_mut().filter(|(role, _)| *role == PartyRole::Target).skip(1) {
        let id = who.entity().filter(|id| can_play(scene, PartyRole::Acquirer, *id));
        if id.is_some() && joined(pieces.position(who.tokens().start)) {
            *role = PartyRole::Acquirer;
        }
    }
}

/// The company that a person with a post in it buys for, unless it is what is bought.
pub(super) fn acts_for(scene: &Scene<'_>, draft: &Draft, who: Who) -> Who {
    let Who::Entity(id, tokens) = who else { return who };
    let entity = scene.entities.get(id);
    // Who founded something acts for nobody.
    let post = |role: &&PersonRole| {
        role.status == RoleStatus::Current && role.organization.is_some() && role.title.as_deref() != Some("founder")
    };
    let company = entity.roles.iter().find(post).and_then(|role| role.organization);
    let acts = |company: &EntityId| {
        scene.entities.get(*company).kind == EntityKind::Company
            && draft.parties.iter().all(|(_, who)| who.entity() != Some(*company))
    };
    Who::Entity(company.filter(|company| entity.kind == EntityKind::Person && acts(company)).unwrap_or(id), tokens)
}

/// "The pair will merge": whom the article named together before.
pub(super) fn add_pair(scene: &Scene<'_>, pieces: &Pieces<'_>, told: &Told, draft: &mut Draft) {
    let partners: Vec<EntityId> = draft.party(PartyRole::Partner).filter_map(Who::entity).collect();
    let pair = |together: &Vec<EntityId>| together.len() == PAIR && partners.iter().all(|id| together.contains(id));
    let here = named_together(scene, pieces).filter(pair);
    let Some(together) = here.or_else(|| Some(told.together.clone()).filter(pair)) else { return };
    let plays = |draft: &Draft, id: &EntityId| draft.parties.iter().any(|(_, who)| who.entity() == Some(*id));
    let new: Vec<EntityId> = together.into_iter().filter(|id| !plays(draft, id)).collect();
    draft.parties.extend(new.into_iter().map(|id| (PartyRole::Partner, Who::Entity(id, draft.trigger))));
}

/// "A letter between Boreal and Arden to make a joint venture": partners that stand before the trigger.
pub(super) fn add_joined(scene: &Scene<'_>, pieces: &Pieces<'_>, frame: &Frame, draft: &mut Draft) {
    let joined = pieces.list.iter().enumerate().find_map(|(position, piece)| {
        let PieceKind::Entity(_) = piece.kind else { return None };
        let joins = frame.after(pieces.governing_preposition(position)?) == Some(Role::Partner);
        Some(pieces.joined_right(position)).filter(|named| joins && named.len() >= PAIR)
    });
    let partner = |argument| match argument {
        Argument::Entity(id, tokens) if can_play(scene, PartyRole::Partner, id) => Some(Who::Entity(id, tokens)),
        _ => None,
    };
    let partners = joined.into_iter().flatten().filter_map(partner);
    draft.parties.extend(partners.map(|who| (PartyRole::Partner, who)));
}

/// "Boreal will build it with Arden in a joint venture": the other partner stands before the trigger.
pub(super) fn add_companion(scene: &Scene<'_>, pieces: &Pieces<'_>, frame: &Frame, draft: &mut Draft) {
    // A heading says "Boreal, Arden to merge".
    if let [
        Piece { kind: PieceKind::Entity(first), tokens },
        Piece { kind: PieceKind::Comma, .. },
        Piece { kind: PieceKind::Entity(second), .. },
        ..,
    ] = pieces.list.as_slice()
        && draft.parties.iter().any(|(_, who)| who.entity() == Some(*second))
        && can_play(scene, PartyRole::Partner, *first)
    {
        draft.parties.push((PartyRole::Partner, Who::Entity(*first, *tokens)));
        return;
    }
    let companion = pieces.list.iter().enumerate().find_map(|(position, piece)| {
        let PieceKind::Entity(id) = piece.kind else { return None };
        let joins = frame.after(pieces.governing_preposition(position)?) == Some(Role::Partner);
        let new = draft.parties.iter().all(|(_, who)| who.entity() != Some(id));
        (joins && new && can_play(scene, PartyRole::Partner, id)).then_some(Who::Entity(id, piece.tokens))
    });
    draft.parties.extend(companion.map(|who| (PartyRole::Partner, who)));
}

/// Pieces of the topic of a heading and its colon.
const TOPIC: usize = 8;

/// "Arden: Boreal withdraws its bid": whom a heading is about is what the deal is made for.
pub(super) fn add_topic(scene: &Scene<'_>, pieces: &Pieces<'_>, draft: &mut Draft) {
    let is_colon =
        |piece: &Piece| piece.kind == PieceKind::Break && scene.reading.document().word(piece.tokens.start) == ":";
    let Some(at) = pieces.list.iter().take(TOPIC).position(is_colon) else { return };
    let (before, colon) = (&pieces.list[..at], pieces.list[at]);
    let mut names = before.iter().filter(|piece| matches!(piece.kind, PieceKind::Entity(_)));
    // "Fresh money for Arden: Boreal gives"
    let (Some(Piece { kind: PieceKind::Entity(id), tokens }), None) = (names.next(), names.next()) else { return };
    // "Arden has a new partner: Boreal takes a stake"
    let last = draft.kind == FrameKind::Stake || before.last().is_some_and(|piece| piece.tokens == *tokens);
    let buys = matches!(draft.kind, FrameKind::Acquisition | FrameKind::TakeoverBid | FrameKind::Stake)
        && draft.has(PartyRole::Acquirer)
        || draft.kind == FrameKind::FundingRound
        || draft.kind == FrameKind::Divestiture && draft.has(PartyRole::Seller) && draft.has(PartyRole::Acquirer);
    let company = scene.entities.get(*id).kind == EntityKind::Company;
    let new = draft.parties.iter().all(|(_, who)| who.entity() != Some(*id));
    if last && buys && company && new && !draft.has(PartyRole::Target) && draft.words.start > colon.tokens.start {
        draft.parties.push((PartyRole::Target, Who::Entity(*id, *tokens)));
    }
}

/// "Arden sells 40% to Boreal": of a share told without what it is part of, who sells is that.
pub(super) fn sell_itself(draft: &mut Draft) {
    let whole = draft.seller_acts && !draft.shares.is_empty() && !draft.has(PartyRole::Target);
    if !whole || !draft.has(PartyRole::Acquirer) {
        return;
    }
    for (role, _) in draft.parties.iter_mut().filter(|(role, _)| *role == PartyRole::Seller) {
        *role = PartyRole::Target;
    }
    draft.kind = FrameKind::Stake;
}

/// Whether `tokens` are nothing but the noun for a company, and that belongs to who sells it: "their company".
pub(super) fn is_own_company(pieces: &Pieces<'_>, tokens: TokenRange) -> bool {
    let names = &pieces.lexicon.names;
    let generic = tokens.len() == 1 && names.is(pieces.reading.word_id(tokens.start), Class::Generic);
    generic && pieces.possessive(pieces.position(tokens.start)).is_some()
}

/// What "their company" at `tokens` is, that those sell who speak for it: "the founders of Arden have sold their company".
pub(super) fn own_company(
    scene: &Scene<'_>,
    pieces: &Pieces<'_>,
    told: &Told,
    draft: &mut Draft,
    tokens: TokenRange,
) -> Who {
    let company = |id: &EntityId| scene.entities.get(*id).kind == EntityKind::Company;
    let seller = draft.party(PartyRole::Seller).find_map(Who::entity).filter(company);
    draft.parties.retain(|(_, who)| seller.is_none() || who.entity() != seller);
    let inside = || company_before(scene, pieces, draft.trigger.start, &draft.parties);
    let meant = seller.or_else(inside).or_else(|| told.other(&draft.parties, &[]));
    meant.map_or(Who::Words(tokens), |id| Who::Entity(id, tokens))
}

/// Whether some noun of `tokens` is one for what can be sold.
pub(super) fn is_asset(pieces: &Pieces<'_>, tokens: TokenRange) -> bool {
    let inside = pieces.list.iter().filter(|piece| tokens.has(piece.tokens.start));
    inside.into_iter().any(|piece| matches!(piece.kind, PieceKind::Asset | PieceKind::Body))
}

/// Percentages and sums inside the trigger ("buy a 30 % stake", "a €2bn takeover") belong to it.
pub(super) fn collect_adjacent(pieces: &Pieces<'_>, draft: &mut Draft) {
    let first = pieces.position(draft.trigger.start).saturating_sub(3);
    let last = pieces.position(draft.trigger.end) + 3;
    for Piece { kind, .. } in pieces.list.iter().take(last).skip(first) {
        match kind {
            PieceKind::Percentage(index) if !draft.shares.contains(index) => draft.shares.push(*index),
            PieceKind::Money(index) if !draft.sums.contains(index) => draft.sums.push(*index),
            _ => {}
        }
    }
}
