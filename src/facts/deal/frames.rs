//! From a frame to a draft: first come those who stand in its places, then those who stand around it.

use rust_decimal::Decimal;

use super::around::{
    acts_for, add_agreed, add_beside, add_companion, add_joined, add_owner, add_pair, add_topic, add_whose,
    collect_adjacent, free, part_compound, sell_itself,
};
use super::draft::{Draft, Place, Who, can_play};
use super::past::{is_dated_by_year, is_past_before};
use super::prices::SMALL;
use super::told::{PAIR, Told};
use super::{PartyRole, Scene, labels};
use crate::entities::{EntityId, EntityKind};
use crate::facts::frame::{Argument, FrameMatch, Pieces};
use crate::language::lexicon::schema::{FrameKind, Role, ShareRole};
use crate::text::TokenRange;

/// A frame found in a sentence, and what it is understood by.
pub(super) struct Framed<'s, 'a> {
    /// The article.
    pub scene: &'s Scene<'a>,
    /// The sentence.
    pub pieces: &'s Pieces<'a>,
    /// What the frame found there.
    pub found: &'s FrameMatch<'a>,
    /// Where the sentence stands, and whether it tells of the past.
    pub place: Place,
    /// What the sentences before are about.
    pub topic: Option<EntityId>,
    /// Whom they tell of.
    pub told: &'s Told,
}

impl Framed<'_, '_> {
    /// The deal that the frame tells, if it does.
    pub(super) fn draft(&self) -> Option<Draft> {
        let mut draft = self.bare();
        self.fill_places(&mut draft);
        self.add_elided(&mut draft);
        self.add_raiser(&mut draft);
        self.add_around(&mut draft);
        self.buy_inside(&mut draft);
        self.is_deal(&draft).then_some(draft)
    }

    /// What the frame says by itself, nobody playing a part yet.
    fn bare(&self) -> Draft {
        let Self { scene, pieces, found, place, .. } = *self;
        let frame = found.frame;
        let dated = || is_dated_by_year(scene, pieces, found);
        Draft {
            trigger: found.trigger,
            status: found.status,
            default_status: frame.status,
            background: place.background || is_past_before(pieces, found) || dated(),
            weak: frame.weak,
            seller_acts: found.is_told_by_seller(),
            tense: found.tense,
            perfect: found.perfect,
            names_part: frame.subject.is_none() && matches!(frame.object, Some(Role::Seller | Role::Acquirer)),
            ..Draft::new(frame.id.clone(), frame.kind, place, found.words)
        }
    }

    /// Puts what stands in the places of the frame into the draft.
    fn fill_places(&self, draft: &mut Draft) {
        let mut roles = self.found.roles.clone();
        // Those only described come last: they are none of those named.
        roles.sort_by_key(|(_, argument)| {
            matches!(argument, Argument::Description(_) | Argument::Clitic(_) | Argument::Whole(_))
        });
        for (role, argument) in roles {
            match argument {
                Argument::Money(index) => draft.sums.push(index),
                Argument::Percentage(index) => {
                    draft.shares.push(index);
                    match role {
                        Role::StakeBefore => draft.steps.push((index, ShareRole::Before)),
                        Role::StakeAfter => draft.steps.push((index, ShareRole::After)),
                        _ => {}
                    }
                }
                _ => self.add_party(draft, role, argument),
            }
        }
    }

    /// Gives the part of `role` to whom `argument` means, if they can play it.
    fn add_party(&self, draft: &mut Draft, role: Role, argument: Argument) {
        let who = self.meant(draft, role, argument);
        let (Some(party), Some(who)) = (PartyRole::of(role), who) else { return };
        let who = if party == PartyRole::Acquirer { acts_for(self.scene, draft, who) } else { who };
        let fits = match &who {
            Who::Entity(id, _) => can_play(self.scene, party, *id),
            Who::Words(_) => party == PartyRole::Target,
        };
        if !fits {
            return;
        }
        let plays = who.entity().is_some_and(|id| draft.includes(id));
        let who = if plays { self.another(draft, party, argument, who.tokens()) } else { Some(who) };
        draft.parties.extend(who.map(|who| (party, who)));
    }

    /// Whom `argument` at `tokens` means where it seems to be somebody who plays a part already. "Boreal will buy the
    /// company": a description of who acts is one of somebody else.
    fn another(&self, draft: &Draft, party: PartyRole, argument: Argument, tokens: TokenRange) -> Option<Who> {
        let named = self.scene.entities.at(tokens.start).is_some() || matches!(argument, Argument::Anaphor(_));
        if named || party != PartyRole::Target {
            return None;
        }
        // "Boreal, owner of Cairn, took 49% of the company": not Cairn.
        let aside = self.pieces.named_in_asides(draft.trigger.start);
        self.told.other(&draft.parties, &aside).map(|id| Who::Entity(id, tokens))
    }

    /// Adds a subject that is only described: what the sentences before are about.
    fn add_elided(&self, draft: &mut Draft) {
        let (Some(role), Some(id)) = (self.found.elided, self.topic) else { return };
        let person = self.scene.entities.get(id).kind == EntityKind::Person;
        if person || draft.includes(id) {
            return;
        }
        let party = PartyRole::of(role).filter(|party| can_play(self.scene, *party, id));
        draft.parties.extend(party.map(|party| (party, Who::Entity(id, draft.trigger))));
    }

    /// "With 3 million from Boreal, Arden will": what the sentence is about raises it.
    fn add_raiser(&self, draft: &mut Draft) {
        let Self { scene, pieces, .. } = *self;
        let large =
            |sum: &usize| scene.mentions.money[*sum].quantity.value.is_some_and(|value| value > Decimal::from(SMALL));
        let invests = draft.kind == FrameKind::FundingRound && draft.has(PartyRole::Investor);
        if invests && !draft.has(PartyRole::Target) && draft.sums.iter().any(large) {
            let company = |id: &EntityId| scene.entities.get(*id).kind == EntityKind::Company;
            draft.about = free(scene, pieces, pieces.tokens.end, &draft.parties).filter(company);
        }
    }

    /// Adds who and what stands around the trigger, and in none of the places.
    fn add_around(&self, draft: &mut Draft) {
        let Self { scene, pieces, found, .. } = *self;
        let pooled = draft.is_pooled();
        if pooled && self.describes_somebody() && draft.party(PartyRole::Partner).count() < PAIR {
            add_pair(scene, pieces, self.told, draft);
        }
        part_compound(scene, pieces, draft);
        if !draft.has(PartyRole::Seller) && draft.has(PartyRole::Acquirer) {
            add_owner(scene, pieces, draft);
            add_whose(scene, pieces, self.topic, draft);
        }
        if draft.kind == FrameKind::Acquisition && !draft.has(PartyRole::Seller) {
            add_agreed(scene, pieces, draft);
        }
        if matches!(draft.kind, FrameKind::Acquisition | FrameKind::TakeoverBid | FrameKind::Stake) {
            add_beside(scene, pieces, draft);
        }
        if pooled && !draft.has(PartyRole::Partner) {
            add_joined(scene, pieces, found.frame, draft);
        }
        if pooled && draft.parties.len() == 1 {
            add_companion(scene, pieces, found.frame, draft);
        }
        add_topic(scene, pieces, draft);
        labels::complete_new(scene, pieces, draft);
        collect_adjacent(pieces, draft);
        if (draft.heading || self.sells_of_itself()) && found.frame.percent_object {
            sell_itself(draft);
        }
    }

    /// Whether one who acts is not named: "The pair will merge".
    fn describes_somebody(&self) -> bool {
        let described = |argument: &Argument| matches!(argument, Argument::Anaphor(_) | Argument::Description(_));
        let partner = |(role, argument): &(Role, Argument)| *role != Role::Target && described(argument);
        self.found.elided.is_some() || self.found.roles.iter().any(partner)
    }

    /// "Arden has sold 70% of the company to Boreal": where nobody else can be meant.
    fn sells_of_itself(&self) -> bool {
        let described = |argument: &Argument| matches!(argument, Argument::Description(_) | Argument::Whole(_));
        self.found.roles.iter().any(|(role, argument)| *role == Role::Target && described(argument))
    }
}
