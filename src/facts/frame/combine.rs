//! Triggers of one sentence that say something only together.

use super::{Argument, FrameMatch, Voice};
use crate::language::lexicon::Tense;
use crate::language::lexicon::schema::{FrameKind, Role};

/// Drops the triggers that only go on with another one of their sentence.
pub(super) fn combine(matches: &mut Vec<FrameMatch<'_>>) {
    // "sold its mill, raising 3 million": what somebody gets for it is no round of its own.
    let sold = matches.iter().position(|found| found.frame.kind != FrameKind::FundingRound);
    let proceeds = |at: usize, found: &FrameMatch<'_>| {
        found.frame.money_object
            && found.frame.kind == FrameKind::FundingRound
            && found.tense == Some(Tense::Gerund)
            && sold.is_some_and(|sold| sold < at)
    };
    let mut at = 0;
    matches.retain(|found| {
        at += 1;
        !proceeds(at - 1, found)
    });
    // "will merge to form a new company": what the merger makes is no joint venture.
    let merger = matches.iter().position(|found| found.frame.kind == FrameKind::Merger);
    let mut at = 0;
    matches.retain(|found| {
        at += 1;
        !(found.frame.kind == FrameKind::JointVenture
            && found.frame.weak
            && merger.is_some_and(|merger| merger < at - 1))
    });
    leave_to_infinitive(matches);
    share_subject(matches);
    raise_once(matches);
    sell_what_is_held(matches);
    sell_in_talks(matches);
    bid_for_purchase(matches);
    tell_once(matches);
}

/// "Renonce à vendre Arden": a verb that governs another leaves it to that one what is done.
fn leave_to_infinitive(matches: &mut Vec<FrameMatch<'_>>) {
    let verbs = matches.iter().filter(|found| found.tense == Some(Tense::Infinitive) && found.voice == Voice::Active);
    let starts: Vec<usize> = verbs.map(|found| found.trigger.start).collect();
    matches.retain(|found| !starts.contains(&found.trigger.end));
}

/// "Plans to sell Arden, spinning off its mills": what one verb in -ing has as its object does nothing in the next.
fn share_subject(matches: &mut [FrameMatch<'_>]) {
    let acts = |found: &FrameMatch<'_>| found.tense == Some(Tense::Gerund) && found.voice == Voice::Active;
    for at in 1..matches.len() {
        let (before, rest) = matches.split_at_mut(at);
        let (Some(first), Some(next)) = (before.last(), rest.first_mut()) else { continue };
        if !acts(first) || !acts(next) {
            continue;
        }
        let has = |role: Option<Role>, argument: &Argument| {
            first.roles.iter().any(|(known, other)| Some(*known) == role && other == argument)
        };
        let subject = next.frame.subject;
        let mut taken = false;
        next.roles.retain(|(role, argument)| {
            let object = Some(*role) == subject && has(first.frame.object, argument);
            taken |= object;
            !object
        });
        if let Some(subject) = subject.filter(|_| taken) {
            let shared = first.roles.iter().filter(|(role, _)| Some(*role) == first.frame.subject);
            next.roles.extend(shared.map(|(_, argument)| (subject, *argument)));
            next.elided = next.elided.or(first.elided.map(|_| subject));
        }
    }
}

/// "Has raised 3 million in a round from Boreal and Cairn": whom the verb names as investors, its noun does not as targets.
fn raise_once(matches: &mut Vec<FrameMatch<'_>>) {
    let round = |found: &FrameMatch<'_>| found.frame.kind == FrameKind::FundingRound;
    let played = |found: &FrameMatch<'_>, role: Role| -> Vec<Argument> {
        let named =
            found.roles.iter().filter(|(known, argument)| *known == role && matches!(argument, Argument::Entity(..)));
        named.map(|(_, argument)| *argument).collect()
    };
    let verb =
        |found: &&FrameMatch<'_>| round(found) && found.voice != Voice::Noun && !played(found, Role::Target).is_empty();
    let verbs = matches.iter().filter(verb);
    let investors: Vec<Argument> = verbs.flat_map(|found| played(found, Role::Investor)).collect();
    matches.retain(|found| {
        let targets = played(found, Role::Target);
        !(round(found)
            && found.voice == Voice::Noun
            && !targets.is_empty()
            && targets.iter().all(|target| investors.contains(target)))
    });
}

/// "Has sold its stake in Arden to Boreal": the noun tells what is held, and no other deal.
fn sell_what_is_held(matches: &mut Vec<FrameMatch<'_>>) {
    let name = |found: &FrameMatch<'_>, role: Role| {
        found.roles.iter().find_map(|(known, argument)| match argument {
            Argument::Entity(id, _) if *known == role => Some(*id),
            _ => None,
        })
    };
    let sales: Vec<_> = matches
        .iter()
        .filter(|found| found.frame.kind == FrameKind::Divestiture)
        .map(|found| (name(found, Role::Seller), name(found, Role::Target)))
        .collect();
    matches.retain(|found| {
        let held = (name(found, Role::Acquirer), name(found, Role::Target));
        !(found.frame.kind == FrameKind::Stake
            && found.voice == Voice::Noun
            && held.0.is_some()
            && held.1.is_some()
            && sales.contains(&held))
    });
}

/// How many words may stand between who bids and the noun for what the bid is for: "for the whole".
const FOR: usize = 4;

/// "Boreal’s offer for the purchase of Arden", "the court accepts the offer of Boreal for the purchase of": who bids buys.
fn bid_for_purchase(matches: &mut [FrameMatch<'_>]) {
    for at in 1..matches.len() {
        let (before, rest) = matches.split_at_mut(at);
        let (Some(bid), Some(purchase)) = (before.last(), rest.first_mut()) else { continue };
        let buys = purchase.voice == Voice::Noun && purchase.frame.subject == Some(Role::Acquirer);
        if !buys || bid.roles.iter().any(|(known, _)| *known == Role::Target) {
            continue;
        }
        let start = purchase.trigger.start;
        let near = |end: usize| end <= start && start - end <= FOR;
        let buyer = |(known, argument): &&(Role, Argument)| {
            *known == Role::Acquirer
                && matches!(argument, Argument::Entity(_, tokens) if near(tokens.end.max(bid.trigger.end)))
        };
        if !bid.roles.iter().any(|role| buyer(&role)) {
            continue;
        }
        // Whoever stands before the bid is who decides on it.
        purchase.roles.retain(|(known, argument)| {
            *known != Role::Acquirer || matches!(argument, Argument::Entity(_, tokens) if tokens.start > start)
        });
        if !purchase.roles.iter().any(|(known, _)| *known == Role::Acquirer) {
            let bidders = bid.roles.iter().filter(|(known, _)| *known == Role::Acquirer);
            purchase.roles.extend(bidders.copied());
            purchase.elided = None;
        }
    }
}

/// "Boreal has made an offer for the purchase of Arden": whom one trigger names of a target, another does not leave out.
fn tell_once(matches: &mut [FrameMatch<'_>]) {
    let target = |found: &FrameMatch<'_>| {
        found.roles.iter().find_map(|(role, argument)| match argument {
            Argument::Entity(id, _) if *role == Role::Target => Some(*id),
            _ => None,
        })
    };
    let names = |found: &FrameMatch<'_>, role: Role| {
        found.roles.iter().any(|(known, argument)| *known == role && matches!(argument, Argument::Entity(..)))
    };
    for at in 0..matches.len() {
        let (Some(role), Some(sold)) = (matches[at].elided, target(&matches[at])) else { continue };
        if matches.iter().any(|other| target(other) == Some(sold) && names(other, role)) {
            matches[at].elided = None;
        }
    }
}

/// "Cairn is in exclusive talks with Boreal to sell Arden": the verb behind tells who is who in the talks.
fn sell_in_talks(matches: &mut Vec<FrameMatch<'_>>) {
    // Talks are with the seller, and name no target of their own.
    let talks = |found: &FrameMatch<'_>| {
        let parts = || found.frame.prepositions.iter().map(|(_, role)| *role).chain(found.frame.object);
        found.frame.kind == FrameKind::Acquisition
            && parts().any(|role| role == Role::Seller)
            && parts().all(|role| role != Role::Target)
    };
    let Some(first) = matches.iter().position(talks) else { return };
    let Some(second) = matches.get(first + 1).filter(|next| next.frame.subject == Some(Role::Seller)) else { return };
    let knows = |role: Role| second.roles.iter().any(|(known, _)| *known == role);
    let new: Vec<_> = matches[first]
        .roles
        .iter()
        .filter_map(|(role, argument)| match role {
            Role::Acquirer => Some((Role::Seller, *argument)),
            Role::Seller => Some((Role::Acquirer, *argument)),
            _ => None,
        })
        .filter(|(role, _)| !knows(*role))
        .collect();
    let talks = matches.remove(first);
    let Some(next) = matches.get_mut(first) else { return };
    let elided = next.elided.or(talks.elided.map(|_| Role::Seller));
    next.elided = elided.filter(|_| !new.iter().any(|(role, _)| *role == Role::Seller));
    next.roles.extend(new);
    next.status = next.status.or(talks.frame.status.map(|status| (status, talks.words)));
}
