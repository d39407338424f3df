//! The parts of a frame that neither its subject nor its prepositions fill, where the rest of the sentence does.

use super::found::is_named;
use super::needed::object_tokens;
use super::{Argument, FrameMatch, PieceKind, Pieces, Voice};
use crate::language::lexicon::schema::{FrameKind, Role};
use crate::language::lexicon::{Frame, Function, Preposition};

/// Where a trigger stands, and how it is meant.
#[derive(Debug, Clone, Copy)]
pub(super) struct Site {
    pub voice: Voice,
    /// The first piece of the trigger, and the one behind it.
    pub start: usize,
    pub end: usize,
    /// The noun that its verb governs.
    pub object: Option<usize>,
}

/// Whether somebody plays `role`.
pub(super) fn knows(roles: &[(Role, Argument)], role: Role) -> bool {
    roles.iter().any(|(known, _)| *known == role)
}

/// Whether the preposition at `at` stands right behind the name of what is bought, and says whose it is.
pub(super) fn is_of_target(
    pieces: &Pieces<'_>,
    at: usize,
    preposition: Preposition,
    roles: &[(Role, Argument)],
) -> bool {
    let before = at.checked_sub(1).map(|before| pieces.list[before].tokens);
    let target = |(role, known): &(Role, Argument)| {
        *role == Role::Target && matches!(known, Argument::Entity(_, tokens) if Some(*tokens) == before)
    };
    pieces.lexicon.grammar.of == Some(preposition) && roles.iter().any(target)
}

/// "The founders of Arden sold *the company*": where those who act for a company sell one that has no name, it is theirs.
fn sold_by_owners(pieces: &Pieces<'_>, frame: &Frame, roles: &mut Vec<(Role, Argument)>) {
    if frame.subject != Some(Role::Seller) || frame.object != Some(Role::Target) {
        return;
    }
    let acts = |(role, who): &(Role, Argument)| match who {
        Argument::Entity(id, name) => {
            let acts = *role == Role::Seller && pieces.is_acted_for(pieces.position(name.start));
            acts.then_some((*id, *name))
        }
        _ => None,
    };
    let Some((company, name)) = roles.iter().find_map(acts) else { return };
    let unnamed = |(role, what): &(Role, Argument)| {
        let same = matches!(what, Argument::Entity(id, _) if *id == company);
        *role == Role::Target && (same || matches!(what, Argument::Description(_)))
    };
    if roles.iter().any(unnamed) {
        roles.retain(|part| !unnamed(part) && part.0 != Role::Seller);
        roles.push((Role::Target, Argument::Entity(company, name)));
    }
}

/// "Das Boreal-Werk", "das Werk der Boreal AG": whose what is sold is sells it, where nobody else does.
pub(super) fn fill_owner(pieces: &Pieces<'_>, found: &mut FrameMatch<'_>) {
    let sale = matches!(found.frame.kind, FrameKind::Acquisition | FrameKind::AssetPurchase | FrameKind::Divestiture);
    if !sale || knows(&found.roles, Role::Seller) {
        return;
    }
    let owner = found.roles.iter().find_map(|(role, argument)| match argument {
        Argument::Asset(tokens) if *role == Role::Target => {
            let first = pieces.position(tokens.start);
            let mut fronts = [Some(first), first.checked_sub(2)].into_iter().flatten();
            let front = fronts.find(|&front| pieces.is_compounded(front)).and_then(|front| pieces.entity(front));
            front.or_else(|| pieces.owner_in_genitive(*tokens))
        }
        _ => None,
    });
    add(&mut found.roles, Role::Seller, owner);
}

/// Fills what `roles` lack.
pub(super) fn fill(pieces: &Pieces<'_>, frame: &Frame, site: &Site, roles: &mut Vec<(Role, Argument)>) {
    // "Has signed with Arden an agreement to sell": who buys.
    let opposite = match frame.subject {
        Some(Role::Acquirer) => Some(Role::Seller),
        Some(Role::Seller) => Some(Role::Acquirer),
        _ => None,
    };
    if let Some(role) = opposite.filter(|role| !knows(roles, *role)) {
        add(roles, role, pieces.counterparty(site.start));
    }
    match site.voice {
        Voice::Noun => fill_noun(pieces, frame, site, roles),
        Voice::Active => {
            sold_by_owners(pieces, frame, roles);
            fill_verb(pieces, frame, site, roles);
        }
        Voice::Passive => {}
    }
    fill_thing(pieces, frame, site, roles);
}

/// "Boreal sold its stocks of paper to Arden": what somebody gives whom can be sold, whatever it is.
fn fill_thing(pieces: &Pieces<'_>, frame: &Frame, site: &Site, roles: &mut Vec<(Role, Argument)>) {
    let traded = frame.object == Some(Role::Target) && !frame.needs_object && !frame.weak;
    if !traded || !knows(roles, Role::Acquirer) || !knows(roles, Role::Seller) || knows(roles, Role::Target) {
        return;
    }
    let own = frame.subject == Some(Role::Seller);
    let thing = match (site.voice, pieces.kind(site.end)) {
        // "cède à Arden ses deux fours": whom it is sold to may come first.
        (Voice::Active, _) => pieces.thing(pieces.behind_phrases(site.end), own),
        (Voice::Passive, _) => pieces.thing_before(site.start),
        (Voice::Noun, Some(PieceKind::Function(Function::Preposition(of))))
            if frame.after(of) == Some(Role::Target) =>
        {
            pieces.thing(site.end + 1, own)
        }
        (Voice::Noun, _) => None,
    };
    roles.extend(thing.map(|thing| (Role::Target, thing)));
}

/// Adds who plays `role`, unless it plays another part.
fn add(roles: &mut Vec<(Role, Argument)>, role: Role, new: Option<Argument>) {
    let same = |known: &Argument, new: &Argument| matches!((known, new), (Argument::Entity(known, _), Argument::Entity(new, _)) if known == new);
    let other = new.filter(|new| roles.iter().all(|(_, known)| !same(known, new)));
    roles.extend(other.map(|argument| (role, argument)));
}

fn fill_noun(pieces: &Pieces<'_>, frame: &Frame, site: &Site, roles: &mut Vec<(Role, Argument)>) {
    let Site { start, end, .. } = *site;
    let own = pieces.possessive(start);
    if own.is_some() && frame.object == Some(Role::Target) && !knows(roles, Role::Target) {
        // "sa troisième acquisition", but no "acquisition de compétences".
        let of = pieces.list.get(end).is_some_and(|piece| match piece.kind {
            PieceKind::Function(Function::Preposition(preposition)) => {
                frame.after(preposition) == Some(Role::Target) && !pieces.holds_article(end)
            }
            _ => false,
        });
        roles.extend(pieces.instrument().filter(|_| !of).map(|argument| (Role::Target, argument)));
    }
    if let Some(owner) = own {
        // "its purchase of Arden", but "its purchase by Arden".
        let acts = frame.possessor.filter(|role| !knows(roles, *role));
        let owned = frame.object.filter(|role| !knows(roles, *role));
        if let Some(role) = acts.or(owned) {
            // "Arden announces its sale to Boreal": what announces it is what is sold.
            if role == Role::Target && frame.kind == FrameKind::Divestiture && knows(roles, Role::Acquirer) {
                roles.retain(|(known, _)| *known != Role::Seller);
            }
            roles.push((role, Argument::Anaphor(owner)));
        }
    }
    // "Talks between Boreal and Arden about a merger"
    if frame.kind == FrameKind::Merger && !knows(roles, Role::Partner) {
        roles.extend(pieces.named_between(frame, start).into_iter().map(|name| (Role::Partner, name)));
    }
    // "Shares in Arden rose on talk of a bid by Boreal."
    if frame.kind == FrameKind::TakeoverBid && !knows(roles, Role::Target) && knows(roles, Role::Acquirer) {
        add(roles, Role::Target, pieces.traded(start));
    }
    // "La compra de Arden que negocia Boreal"
    if let Some(role) = frame.subject.filter(|role| !knows(roles, *role)) {
        for argument in pieces.pursued_by(end) {
            add(roles, role, Some(argument));
            // "La opa que lanzó Boreal sobre Arden"
            let target = (!knows(roles, Role::Target)).then(|| pieces.pursued(frame, end)).flatten();
            add(roles, Role::Target, target);
        }
    }
    if let Some(role) = frame.subject.filter(|role| *role != Role::Partner && !knows(roles, *role)) {
        let acquires = start == 0 && role == Role::Acquirer && knows(roles, Role::Target);
        let headed = || if acquires { pieces.headed(end) } else { None };
        let ahead = || pieces.fronted_noun(start, end);
        add(roles, role, pieces.enabled(end).or_else(headed).or_else(ahead));
    }
}

fn fill_verb(pieces: &Pieces<'_>, frame: &Frame, site: &Site, roles: &mut Vec<(Role, Argument)>) {
    let sold = frame.subject == Some(Role::Target);
    if sold && !knows(roles, Role::Target) {
        roles.extend(pieces.part_as_subject(site.start).map(|part| (Role::Target, part)));
    }
    // "Arden has found a buyer: Boreal"
    if sold
        && matches!(frame.kind, FrameKind::Acquisition | FrameKind::Stake)
        && frame.object.is_none()
        && !knows(roles, Role::Acquirer)
    {
        // "Arden has a new owner: Boreal"
        let behind = site.object.map(|noun| pieces.position(object_tokens(pieces, noun).end));
        let ends = [Some(site.end), behind];
        let name = ends.into_iter().flatten().find_map(|end| pieces.revealed(end));
        roles.extend(name.map(|argument| (Role::Acquirer, argument)));
    }
    if frame.subject == Some(Role::Acquirer) && !knows(roles, Role::Seller) {
        let behind = |noun| pieces.position(object_tokens(pieces, noun).end);
        add(roles, Role::Seller, site.object.and_then(|noun| pieces.holder(behind(noun))));
    }
    // "Arden, of which Boreal buys 45%"
    if frame.subject == Some(Role::Acquirer) && !knows(roles, Role::Target) {
        let buyer = roles.iter().find_map(|(role, argument)| match argument {
            Argument::Entity(_, tokens) | Argument::Anaphor(tokens) if *role == Role::Acquirer => Some(*tokens),
            _ => None,
        });
        add(roles, Role::Target, buyer.and_then(|buyer| pieces.relative_to(pieces.position(buyer.start), site.start)));
    }
    // "takes 45% of the capital", "becomes its largest shareholder"
    let bought = frame.kind == FrameKind::Stake && frame.subject == Some(Role::Acquirer);
    // "The family sells 60% of the capital to Boreal."
    let sold = frame.kind == FrameKind::Divestiture
        && frame.subject == Some(Role::Seller)
        && roles.iter().any(|(role, argument)| *role == Role::Acquirer && is_named(argument));
    if (bought || sold) && !knows(roles, Role::Target) {
        roles.extend(site.object.and_then(|noun| pieces.unnamed_whole(frame, noun)).map(|whole| (Role::Target, whole)));
    }
    // "Buying Arden gives Boreal 45 shops."
    if frame.subject == Some(Role::Acquirer) && site.start == 0 && !knows(roles, Role::Acquirer) {
        add(roles, Role::Acquirer, pieces.enabled(site.end));
    }
    // "Boreal übernimmt 40 Prozent von Arden": what a share is of, where nothing else is.
    let share = site.object.filter(|&noun| matches!(pieces.list[noun].kind, PieceKind::Percentage(_)));
    if let Some(noun) = share.filter(|_| bought && !knows(roles, Role::Target)) {
        let whole = pieces.position(pieces.list[noun].tokens.end) + 1;
        let behind = |role: Role, argument: &Argument| {
            role == Role::Seller
                && matches!(argument, Argument::Entity(_, tokens) if pieces.position(tokens.start) == whole)
        };
        if let Some((role, _)) = roles.iter_mut().find(|(role, argument)| behind(*role, argument)) {
            *role = Role::Target;
        }
    }
    // "Unrest at Arden: Boreal buys 15%"
    if share.is_some() && frame.subject == Some(Role::Acquirer) && !knows(roles, Role::Target) {
        add(roles, Role::Target, pieces.topic(site.start));
    }
    // "Talks between Boreal and Arden to merge"
    if frame.subject == Some(Role::Partner) && !knows(roles, Role::Partner) {
        roles.extend(pieces.pair(frame, site.start).into_iter().map(|partner| (Role::Partner, partner)));
    }
    let given = pieces.dative(frame, site.start).filter(|(role, _)| !knows(roles, *role));
    roles.extend(given);
}
