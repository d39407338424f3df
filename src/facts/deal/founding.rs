//! Whether a draft names enough to found a deal of its own.

use rust_decimal::Decimal;

use super::draft::{Draft, Who};
use super::gather::is_person;
use super::prices::SMALL;
use super::{PartyRole, Scene, labels};
use crate::entities::{EntityId, EntityKind};
use crate::language::lexicon::Tense;
use crate::language::lexicon::schema::FrameKind;
use crate::text::{Case, TokenKind};

/// Whether a draft names what is sold, as news, and nobody else.
pub(super) fn is_for_sale(scene: &Scene<'_>, draft: &Draft) -> bool {
    let sold = matches!(draft.kind, FrameKind::Acquisition | FrameKind::Divestiture);
    let company = |who: &Who| who.entity().is_some_and(|id| scene.entities.get(id).kind == EntityKind::Company);
    let [(PartyRole::Target, who)] = draft.parties.as_slice() else { return false };
    sold && !draft.weak && !draft.background && company(who)
}

/// What an article tells that names no buyer: that a company has been sold or bought, and for how much.
pub(super) fn sold_for(scene: &Scene<'_>, drafts: &[Draft]) -> Option<Draft> {
    let told = |draft: &&Draft| {
        let done = !matches!(draft.tense, None | Some(Tense::Gerund | Tense::Infinitive));
        done && !draft.vague && is_for_sale(scene, draft) && draft.sums.iter().any(|sum| is_large(scene, *sum))
    };
    drafts.iter().find(told).cloned()
}

/// Whether all that is sold is one bare word, without a statement that it is: "by selling assets".
fn is_bare(scene: &Scene<'_>, draft: &Draft) -> bool {
    if !matches!(draft.tense, Some(Tense::Gerund | Tense::Infinitive)) {
        return false;
    }
    let document = scene.reading.document();
    draft.party(PartyRole::Target).all(|who| {
        let tokens = who.tokens();
        who.entity().is_none() && tokens.len() == 1 && document.tokens()[tokens.start].case == Case::Lower
    })
}

/// Whether a draft names nobody itself, and neither does its sentence: "Arden said it sold" names Arden.
fn all_described(scene: &Scene<'_>, draft: &Draft) -> bool {
    let document = scene.reading.document();
    let Some(tokens) = document.sentences().get(draft.sentence).map(|sentence| sentence.tokens) else { return true };
    let named = |id: EntityId| {
        let mentions = &scene.entities.get(id).mentions;
        let next = mentions.partition_point(|mention| mention.tokens.start < tokens.start);
        mentions.get(next).is_some_and(|mention| tokens.has(mention.tokens.start))
    };
    let named = |who: &Who| scene.entities.at(who.tokens().start).is_some() || who.entity().is_some_and(named);
    !draft.parties.iter().any(|(_, who)| named(who))
}

/// Whether sum `index` can be the money of a whole company.
fn is_large(scene: &Scene<'_>, index: usize) -> bool {
    let money = scene.mentions.money.get(index).map(|money| &money.quantity);
    money.is_some_and(|sum| sum.value.or(sum.max).is_none_or(|value| value >= Decimal::from(SMALL)))
}

/// Whether somebody gets what is sold without a name, and it has a price, an owner or is counted: "63 shops go to Boreal".
fn is_handed_over(scene: &Scene<'_>, draft: &Draft) -> bool {
    let tokens = scene.reading.document().tokens();
    let counted = |who: &Who| tokens[who.tokens().start].kind == TokenKind::Number;
    draft.kind == FrameKind::Acquisition
        && draft.has(PartyRole::Acquirer)
        && !draft.background
        && (!draft.sums.is_empty() || draft.has(PartyRole::Seller) || draft.party(PartyRole::Target).all(counted))
}

/// Whether a company buys what somebody owns, for a price or a share of it: "pays 3 million for Jane Roe’s mill".
fn buys_of_person(scene: &Scene<'_>, draft: &Draft) -> bool {
    let bought = matches!(draft.kind, FrameKind::Acquisition | FrameKind::Stake) && !draft.vague && !draft.background;
    let told = draft.kind == FrameKind::Stake || !draft.sums.is_empty() || !draft.shares.is_empty();
    let company = |who: &Who| who.entity().is_some_and(|id| scene.entities.get(id).kind == EntityKind::Company);
    let sides = draft.parties.iter().all(|(role, who)| match role {
        PartyRole::Acquirer => company(who),
        PartyRole::Seller => true,
        _ => !is_person(scene, who),
    });
    bought && told && sides && draft.has(PartyRole::Acquirer)
}

/// Whether a draft names enough for a deal of its own.
pub(super) fn founds(scene: &Scene<'_>, draft: &Draft) -> bool {
    let target = draft.has(PartyRole::Target);
    let sides = [PartyRole::Acquirer, PartyRole::Seller, PartyRole::Investor];
    let other = draft.inside || sides.into_iter().any(|role| draft.has(role));
    let named = draft.party(PartyRole::Target).any(|who| who.entity().is_some());
    let products = || {
        draft
            .party(PartyRole::Target)
            .all(|who| who.entity().is_some_and(|id| scene.entities.get(id).kind == EntityKind::Product))
    };
    match draft.kind {
        _ if draft.vague && draft.doubted => false,
        // A product without a buyer is only on sale.
        _ if target && products() && !draft.has(PartyRole::Acquirer) => false,
        _ if draft.weak && target && !named && !is_handed_over(scene, draft) => false,
        // "The companies are ready to sell plants."
        _ if target
            && !named
            && !draft.has(PartyRole::Acquirer)
            && draft.sums.is_empty()
            && (all_described(scene, draft) || is_bare(scene, draft)) =>
        {
            false
        }
        // "Arden belonged to Cairn": who owned it is no deal.
        FrameKind::Acquisition if draft.weak && !draft.has(PartyRole::Acquirer) => false,
        _ if target && !named && draft.parties.iter().any(|(_, who)| is_person(scene, who)) => {
            buys_of_person(scene, draft)
        }
        // "Peter Arden takes part" is no deal, "Peter Arden makes a bid for Boreal" is one.
        _ if draft.weak && draft.parties.iter().any(|(_, who)| is_person(scene, who)) => {
            let figures = !draft.sums.is_empty() || !draft.shares.is_empty();
            let buys = matches!(draft.kind, FrameKind::Stake | FrameKind::Acquisition) && figures;
            let bids = draft.kind == FrameKind::TakeoverBid || buys;
            named && draft.has(PartyRole::Acquirer) && (bids || &*draft.rule == labels::RULE)
        }
        FrameKind::Merger | FrameKind::JointVenture => draft.party(PartyRole::Partner).count() >= 2,
        FrameKind::FundingRound if draft.background => target && other,
        // What customers pay is no round.
        FrameKind::FundingRound => target && (other || draft.sums.iter().any(|sum| is_large(scene, *sum))),
        // That somebody was listed years ago is no news.
        FrameKind::Ipo => target && (draft.has(PartyRole::Seller) || !draft.background),
        FrameKind::SpinOff => target && other,
        _ => target && other,
    }
}
