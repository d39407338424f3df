//! What the article states: deals, and the story around them.
//!
//! Takes a reading, its mentions and its entities; gives [`Facts`]. Every fact rests on words of the article and names
//! the rule that read them. This room never guesses what was not said, and never prints.

mod deal;
mod figure_use;
mod frame;
pub mod scorer;
mod story;

pub use deal::{Confidence, Control, Deal, DealStatus, DealType, Motive, Party, PartyRole, Price, Stake, StakeKind};
pub use figure_use::{AmountRole, FigureUse, FigureUses, PercentageRole};
pub use story::{
    Attributed, Claim, Event, EventStatus, EventType, Inconsistency, InconsistencyKind, Participant, Relation,
    RelationType,
};

use crate::entities::Entities;
use crate::language::Reading;
use crate::mentions::Mentions;

/// Everything the article states.
#[derive(Debug, Default)]
pub struct Facts {
    /// Deals, the most central first.
    pub deals: Vec<Deal>,
    /// Appointments, lawsuits, launches and so on.
    pub events: Vec<Event>,
    /// Who competes with, buys from, heads or belongs to whom.
    pub relations: Vec<Relation>,
    /// Quotations with their speakers.
    pub quotes: Vec<Attributed>,
    /// Figures that somebody asserts.
    pub claims: Vec<Claim>,
    /// Where the article disagrees with itself.
    pub inconsistencies: Vec<Inconsistency>,
    /// What the figures are for.
    pub figures: FigureUses,
}

impl Facts {
    /// Reads the facts of one article.
    pub fn find(reading: &Reading<'_>, mentions: &Mentions, entities: &Entities) -> Self {
        let deals = deal::find(reading, mentions, entities);
        let mut facts = story::find(reading, mentions, entities, deals);
        facts.figures = FigureUses::find(mentions, &facts.deals);
        facts
    }
}
