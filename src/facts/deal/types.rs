//! What a deal is made of.

use crate::entities::{EntityId, Evidence, Supported};
use crate::language::lexicon::schema::Role;
use crate::mentions::{Currency, Quantity};
use crate::text::Span;
use rust_decimal::Decimal;

/// One deal.
#[derive(Debug, Clone, PartialEq)]
pub struct Deal {
    /// What kind of deal it is.
    pub kind: Supported<DealType>,
    /// How far it has come.
    pub status: Supported<DealStatus>,
    /// The words that say how far it has come, where some do.
    pub status_text: Option<String>,
    /// How well the article supports it.
    pub confidence: Confidence,
    /// A past deal told in passing.
    pub background: bool,
    /// Who takes part, acquirers first, then targets, sellers, partners, advisers.
    pub parties: Vec<Supported<Party>>,
    /// What is paid.
    pub amount: Option<Supported<Price>>,
    /// What is paid for one share.
    pub per_share: Option<Supported<Price>>,
    /// What the whole target is worth, where that is another figure than the amount.
    pub valuation: Option<Supported<Price>>,
    /// The share that changes hands.
    pub stake: Option<Supported<Stake>>,
    /// How it is paid: "cash", "shares".
    pub consideration: Vec<Supported<String>>,
    /// EDTF.
    pub announced_on: Option<Supported<String>>,
    /// EDTF.
    pub expected_close: Option<Supported<String>>,
    /// EDTF.
    pub closed_on: Option<Supported<String>>,
    /// Where it is told as still open, and where as done.
    pub status_conflict: Option<[Evidence; 2]>,
    /// Two prices told of it that cannot both be right.
    pub amount_conflict: Option<[Evidence; 2]>,
    /// Why, in the article's words.
    pub motives: Vec<Motive>,
}

impl Deal {
    /// Those of its parties that are entities.
    pub(super) fn entities(&self) -> impl Iterator<Item = EntityId> + '_ {
        self.parties.iter().filter_map(|party| party.value.entity)
    }

    /// Those that play `role`.
    pub(super) fn entities_as(&self, role: PartyRole) -> impl Iterator<Item = EntityId> + '_ {
        let parties = self.parties.iter().filter(move |party| party.value.role == role);
        parties.filter_map(|party| party.value.entity)
    }
}

/// What kind of deal it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // the names are the documentation; DealType is printed in snake case
pub enum DealType {
    Acquisition,
    Merger,
    MajorityStake,
    MinorityStake,
    AssetPurchase,
    Divestiture,
    TakeoverBid,
    FundingRound,
    JointVenture,
    Ipo,
    SpinOff,
}

/// How far a deal has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DealStatus {
    /// Unnamed sources, conditional.
    Rumored,
    /// Intended, in talks, letter of intent, offer made.
    Planned,
    /// Signed or decided.
    Announced,
    /// Signed, waiting for a regulator or shareholders.
    PendingApproval,
    /// Done.
    Completed,
    /// An offer or talks refused or denied.
    Rejected,
    /// Ended after agreement, or withdrawn.
    Cancelled,
    /// Put off.
    Postponed,
}

/// How well the article supports a deal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Confidence {
    /// One weak reading.
    Low,
    /// One clear reading.
    Medium,
    /// Several clear readings.
    High,
}

/// Somebody's part in a deal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// The part.
    pub role: PartyRole,
    /// Who, where it is an entity.
    pub entity: Option<EntityId>,
    /// The name, or the words for what is no entity ("40 petrol stations").
    pub name: String,
    /// What it does, in the article's words.
    pub business: Option<String>,
    /// Where it is, in the article's words.
    pub location: Option<String>,
}

/// A part in a deal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PartyRole {
    /// Takes over.
    Acquirer,
    /// Puts money in a funding round.
    Investor,
    /// Is bought, funded, listed or formed.
    Target,
    /// Gives up what is sold.
    Seller,
    /// Merges, or founds a joint venture.
    Partner,
    /// Advises or lends.
    Adviser,
}

impl PartyRole {
    /// The part that a frame's role gives, if that is one of a party.
    pub(super) fn of(role: Role) -> Option<Self> {
        match role {
            Role::Acquirer => Some(Self::Acquirer),
            Role::Target => Some(Self::Target),
            Role::Seller => Some(Self::Seller),
            Role::Investor => Some(Self::Investor),
            Role::Partner => Some(Self::Partner),
            Role::Amount | Role::Stake | Role::StakeBefore | Role::StakeAfter => None,
        }
    }
}

/// A sum in a deal.
#[derive(Debug, Clone, PartialEq)]
pub struct Price {
    /// How much.
    pub quantity: Quantity,
    /// Of which currency.
    pub currency: Option<Currency>,
    /// `false` where the article says that the sum was not made known.
    pub disclosed: bool,
    /// The words.
    pub span: Span,
}

/// A share in a company.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Stake {
    /// The share that changes hands, in percent.
    pub percent: Option<Quantity>,
    /// The share held before.
    pub before: Option<Quantity>,
    /// The share held after.
    pub after: Option<Quantity>,
    /// What becomes of it.
    pub kind: StakeKind,
    /// What it gives.
    pub control: Option<Control>,
}

/// What becomes of a share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum StakeKind {
    /// Bought.
    #[default]
    Acquired,
    /// Wanted.
    Sought,
    /// Given up.
    Sold,
    /// Held before.
    OwnedBefore,
    /// Held after.
    OwnedAfter,
}

/// What a share gives its holder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Control {
    /// Less than half.
    Minority,
    /// More than half.
    Majority,
    /// All.
    Full,
    /// Exactly half.
    Parity,
}

impl Control {
    /// What a share of so many percent gives.
    pub(super) fn of(percent: Decimal) -> Self {
        let half = Decimal::from(50);
        match percent {
            percent if percent >= Decimal::ONE_HUNDRED => Control::Full,
            percent if percent > half => Control::Majority,
            percent if percent == half => Control::Parity,
            _ => Control::Minority,
        }
    }
}

/// Why a deal is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Motive {
    /// The words.
    pub evidence: Evidence,
}
