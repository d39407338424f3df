//! Whom an argument of a frame means: by its name, or by what only stands for somebody or describes them.

use super::around::{company_before, free, is_asset, is_own_company, own_company};
use super::draft::{Draft, Who};
use super::frames::Framed;
use crate::entities::EntityId;
use crate::facts::frame::Argument;
use crate::language::Class;
use crate::language::lexicon::schema::{FrameKind, Role};
use crate::text::TokenRange;

impl Framed<'_, '_> {
    /// Whom `argument` means in the place of `role`, `draft` having those before it.
    pub(super) fn meant(&self, draft: &mut Draft, role: Role, argument: Argument) -> Option<Who> {
        if role == Role::Target
            && let Argument::Anaphor(tokens) | Argument::Description(tokens) = argument
            && let Some(owned) = self.pieces.owned_by_apposed(self.pieces.position(tokens.start))
        {
            return Some(Who::Entity(owned, tokens));
        }
        Some(match argument {
            Argument::Entity(id, tokens) => Who::Entity(id, tokens),
            Argument::Asset(tokens) => self.asset(draft, role, tokens)?,
            Argument::Anaphor(tokens) => Who::Entity(self.anaphor(draft, role, tokens)?, tokens),
            Argument::Clitic(tokens) => Who::Entity(self.clitic(draft, role, tokens)?, tokens),
            Argument::Description(tokens) => match self.description(draft, role) {
                Some(id) => Who::Entity(id, tokens),
                // "sells the brewery to Arden": nobody told of before, but something that can be sold.
                None => self.asset(draft, role, tokens).filter(|_| !draft.vague && !self.is_company(tokens))?,
            },
            Argument::Whole(tokens) => Who::Entity(self.whole(draft)?, tokens),
            Argument::Money(_) | Argument::Percentage(_) => return None,
        })
    }

    /// What is sold without a name of its own.
    fn asset(&self, draft: &mut Draft, role: Role, tokens: TokenRange) -> Option<Who> {
        if role == Role::Target && is_own_company(self.pieces, tokens) {
            return Some(own_company(self.scene, self.pieces, self.told, draft, tokens));
        }
        draft.vague = !is_asset(self.pieces, tokens);
        // What one buys of nobody may be the buyer's own shares.
        let sells = |(role, who): &(Role, Argument)| *role == Role::Seller && matches!(who, Argument::Entity(..));
        let sold = || self.found.frame.kind == FrameKind::Divestiture || self.found.roles.iter().any(sells);
        (!draft.vague || sold()).then_some(Who::Words(tokens))
    }

    /// Whether words that describe somebody say no more than "the company".
    fn is_company(&self, tokens: TokenRange) -> bool {
        let names = &self.pieces.lexicon.names;
        tokens.positions().any(|at| names.is(self.pieces.reading.word_id(at), Class::Generic))
    }

    /// Whom a pronoun stands for.
    fn anaphor(&self, draft: &Draft, role: Role, tokens: TokenRange) -> Option<EntityId> {
        let Self { scene, pieces, found, .. } = *self;
        let object = tokens.start == found.words.end && found.frame.subject == Some(Role::Acquirer);
        if role == Role::Target && object {
            // "Boreal has agreed to buy it": not Boreal.
            free(scene, pieces, tokens.start, &draft.parties).or_else(|| self.other_topic(draft))
        } else {
            // "Cairn has sold Arden. It goes to Boreal": what was sold, not who sold it.
            let passes = role == Role::Target && found.frame.subject == Some(Role::Target);
            let sold = || self.told.sold(&draft.parties, self.place.first).filter(|_| passes);
            free(scene, pieces, tokens.start, &[]).or_else(sold).or(self.topic)
        }
    }

    /// Whom a pronoun right before its verb stands for. "The group will buy it": not the group.
    fn clitic(&self, draft: &Draft, role: Role, tokens: TokenRange) -> Option<EntityId> {
        let inside = || free(self.scene, self.pieces, tokens.start, &draft.parties);
        let sold = |from: usize| self.told.sold(&draft.parties, from);
        let topic = || self.other_topic(draft);
        if role == Role::Target {
            sold(self.place.position).or_else(inside).or_else(|| sold(0)).or_else(topic)
        } else {
            // "le ha vendido": who was told of before.
            topic().or_else(inside)
        }
    }

    /// Whom "the Irish distiller" describes.
    fn description(&self, draft: &Draft, role: Role) -> Option<EntityId> {
        let sold = |from: usize| self.told.sold(&draft.parties, from).filter(|_| role == Role::Target);
        let aside = self.pieces.named_in_asides(draft.trigger.start);
        let near = || self.told.near_but(&draft.parties, &aside);
        sold(self.place.first).or_else(near).or_else(|| sold(0)).or_else(|| self.told.other(&draft.parties, &aside))
    }

    /// Whose "45% of the capital" is.
    fn whole(&self, draft: &Draft) -> Option<EntityId> {
        let aside = self.pieces.named_in_asides(draft.trigger.start);
        let inside = company_before(self.scene, self.pieces, draft.trigger.start, &draft.parties);
        let inside = inside.filter(|id| !aside.contains(id));
        let sold = |from: usize| self.told.sold(&draft.parties, from);
        // "Arden changes hands. The family sells 60% of the capital to Boreal."
        let near = || self.told.near(&draft.parties).filter(|_| draft.seller_acts);
        inside.or_else(|| sold(self.place.first)).or_else(|| sold(0)).or_else(near)
    }

    /// What the sentences before are about, unless that plays a part already.
    fn other_topic(&self, draft: &Draft) -> Option<EntityId> {
        self.topic.filter(|id| !draft.includes(*id))
    }
}
