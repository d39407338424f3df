//! Deals as printed.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Qualifier, Span, printed};
use crate::facts;
use crate::report::Number;

/// Who takes what share of whom, from whom, for how much, in which state and why.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Deal {
    /// `d1`, `d2`…, the most central first.
    pub id: String,
    /// What kind of deal it is.
    #[serde(rename = "type")]
    pub kind: DealType,
    /// How far it has come.
    pub status: DealStatus,
    /// The words that say so.
    pub status_text: Option<String>,
    /// How well the article supports it.
    pub confidence: Confidence,
    /// A past deal told in passing.
    pub background: bool,
    /// One English sentence made from the fields below.
    pub summary: String,
    /// Name of the first acquirer or investor.
    pub acquirer: Option<String>,
    /// Name of the first target.
    pub target: Option<String>,
    /// Name of the first seller.
    pub seller: Option<String>,
    /// Everybody with a part in it.
    pub parties: Vec<Party>,
    /// What is paid; `null` where nothing is said of it.
    pub amount: Option<Price>,
    /// What is paid for one share.
    pub per_share: Option<Price>,
    /// What the whole target is worth, where that is another figure than the amount.
    pub valuation: Option<Price>,
    /// What the whole target would be worth by amount and stake.
    pub implied_valuation: Option<ImpliedValuation>,
    /// The share that changes hands.
    pub stake: Option<Stake>,
    /// How it is paid.
    pub consideration: Vec<String>,
    /// EDTF.
    pub announced_on: Option<String>,
    /// EDTF.
    pub expected_close: Option<String>,
    /// EDTF.
    pub closed_on: Option<String>,
    /// Names of those who advise or lend; their ids are in `parties`.
    pub advisers: Vec<String>,
    /// Why, in the article's words.
    pub motives: Vec<Motive>,
    /// The words the fields rest on.
    pub evidence: Vec<DealEvidence>,
}

/// Somebody's part in a deal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Party {
    /// The part.
    pub role: PartyRole,
    /// Who, where it is an entity of the report.
    pub id: Option<String>,
    /// The name, or the words for what is no entity.
    pub name: String,
    /// What it does, in the article's words.
    pub business: Option<String>,
    /// Where it is, in the article's words.
    pub location: Option<String>,
}

/// A sum in a deal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Price {
    /// The figure in base units; the upper bound of a range.
    pub value: Option<Number>,
    /// Lower bound.
    pub min: Option<Number>,
    /// Upper bound.
    pub max: Option<Number>,
    /// ISO 4217 code.
    pub currency: Option<String>,
    /// How exactly it is meant.
    pub qualifier: Qualifier,
    /// `false` where the article says that the sum was not made known.
    pub disclosed: bool,
    /// The words; `null` for a figure that was worked out.
    pub text: Option<String>,
}

/// A valuation worked out from other fields.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ImpliedValuation {
    /// The figure.
    #[serde(flatten)]
    pub price: Price,
    /// How it was worked out.
    pub derivation: &'static str,
}

/// A share in a company.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Stake {
    /// The share that changes hands, in percent.
    pub percent: Option<Number>,
    /// The share held before, in percent.
    pub before: Option<Number>,
    /// The share held after, in percent.
    pub after: Option<Number>,
    /// How exactly it is meant.
    pub qualifier: Qualifier,
    /// What becomes of it.
    pub kind: StakeKind,
    /// What it gives its holder.
    pub control: Option<Control>,
}

/// Why a deal is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Motive {
    /// The article's words.
    pub text: String,
    /// Where they stand.
    pub evidence: Vec<super::Evidence>,
}

/// Words that fields of a deal rest on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DealEvidence {
    /// The fields they support.
    pub fields: Vec<&'static str>,
    /// The rule that read them, with `--explain`.
    pub rule: Option<String>,
    /// The words.
    #[serde(flatten)]
    pub span: Span,
}

printed! {
    /// What kind of deal it is.
    DealType of facts::DealType {
        Acquisition, Merger, MajorityStake, MinorityStake, AssetPurchase, Divestiture, TakeoverBid, FundingRound,
        JointVenture, Ipo, SpinOff,
    }
}
printed! {
    /// How far a deal has come.
    DealStatus of facts::DealStatus {
        Rumored, Planned, Announced, PendingApproval, Completed, Rejected, Cancelled, Postponed,
    }
}
printed! {
    /// How well the article supports a deal.
    Confidence of facts::Confidence { Low, Medium, High }
}
printed! {
    /// A part in a deal.
    PartyRole of facts::PartyRole { Acquirer, Investor, Target, Seller, Partner, Adviser }
}
printed! {
    /// What becomes of a share.
    StakeKind of facts::StakeKind { Acquired, Sought, Sold, OwnedBefore, OwnedAfter }
}
printed! {
    /// What a share gives its holder.
    Control of facts::Control { Minority, Majority, Full, Parity }
}
