//! `deals.toml`: deal frames, cues of status, of sums and of stakes, motives.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The rows of `deals.toml`.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deals {
    /// What words tell of a deal, and who plays which part in it.
    #[serde(default)]
    pub frame: Vec<Frame>,
    /// What words tell who owned what is sold, or gives it up, in an article that tells of the sale elsewhere.
    #[serde(default)]
    pub holding: Vec<Frame>,
    /// Nouns for who owns what is sold ("majority owner"), beside the name of that.
    #[serde(default)]
    pub holders: Vec<String>,
    /// Words that tell how far a deal has come.
    #[serde(default)]
    pub status: Vec<StatusCue>,
    /// Words that tell what a sum is.
    #[serde(default)]
    pub sum: Vec<SumCue>,
    /// Words around percentages.
    #[serde(default)]
    pub share: Vec<ShareCue>,
    /// Words that make a trigger no deal: negation, contrast, hypothesis.
    #[serde(default)]
    pub unreal: Vec<String>,
    /// Phrases that begin like a trigger and are none ("buyout firm").
    #[serde(default)]
    pub false_friends: Vec<String>,
    /// Nouns for a deal already told ("the transaction").
    #[serde(default)]
    pub deal_nouns: Vec<String>,
    /// Nouns for a body that acts for its company ("the board of").
    #[serde(default)]
    pub bodies: Vec<String>,
    /// Nouns for a part of a company that can be sold.
    #[serde(default)]
    pub assets: Vec<String>,
    /// What the last part of a compound noun for the same can be ("-sparte"), in languages that compound.
    #[serde(default)]
    pub asset_endings: Vec<String>,
    /// Nouns for who plays a part ("buyer"), for parties named by them.
    #[serde(default)]
    pub part: Vec<PartNoun>,
    /// Words for those who talk or agree with somebody on a deal ("talks with").
    #[serde(default)]
    pub talks: Vec<String>,
    /// Words between what is owned and its owner ("a unit of").
    #[serde(default)]
    pub owners: Vec<String>,
    /// Words between who buys and who buys with them ("together with").
    #[serde(default)]
    pub companions: Vec<String>,
    /// Words between a company and the place where it is ("based in").
    #[serde(default)]
    pub seats: Vec<String>,
    /// Words before a name that somebody bore once ("formerly").
    #[serde(default)]
    pub former: Vec<String>,
    /// Words between something sold and what it is for, where they stand behind its noun ("les activités *liées à* la santé").
    #[serde(default)]
    pub devoted: Vec<String>,
    /// Nouns for something sold with the word behind which, without an article, what it does is told ("das *Geschäft mit* Lacken").
    #[serde(default)]
    pub fields: Vec<String>,
    /// Words behind the place where a company is, before its name ("-based").
    #[serde(default)]
    pub based: Vec<String>,
    /// Words joined by a hyphen to the name of who owns the company that is named behind them ("Boreal-owned").
    #[serde(default)]
    pub owned: Vec<String>,
    /// Words joined so to a name that only says more of the company named behind them ("Boreal-backed", "Nasdaq-listed").
    #[serde(default)]
    pub backed: Vec<String>,
    /// Verbs that tell what a company does, as infinitives.
    #[serde(default)]
    pub activities: Vec<String>,
    /// Words before a noun that say nothing of what a company does ("privately held").
    #[serde(default)]
    pub plain: Vec<String>,
    /// Nouns for who makes or sells what is named behind them ("maker").
    #[serde(default)]
    pub traders: Vec<String>,
    /// Nouns for who stands beside the company they are told of, and is no part of it ("rival").
    #[serde(default)]
    pub outsiders: Vec<String>,
    /// Words before the names of some of those who are told of together: "its shareholders, *among them* Arden".
    #[serde(default)]
    pub members: Vec<String>,
    /// Nouns for what is ordered by number and is no company: "30 jets".
    #[serde(default)]
    pub goods: Vec<String>,
    /// Nouns for those who buy from a company: "Arden customers" are not Arden.
    #[serde(default)]
    pub clientele: Vec<String>,
    /// Verbs whose object does something for their subject, as infinitives ("hired Arden to sell").
    #[serde(default)]
    pub hires: Vec<String>,
    /// Words for money that is borrowed, not raised for shares: "bond issue".
    #[serde(default)]
    pub borrowing: Vec<String>,
    /// Verbs whose subject is a deal and whose object is who acts in it ("allows", "makes").
    #[serde(default)]
    pub enables: Vec<String>,
    /// Words that say that partners have equal shares ("equally owned").
    #[serde(default)]
    pub parity: Vec<String>,
    /// Words that give a share to every one of those named ("each").
    #[serde(default)]
    pub each: Vec<String>,
    /// Words for what is left of a whole when other shares of it are taken away ("the rest").
    #[serde(default)]
    pub rest: Vec<String>,
    /// Nouns for those who run a company or work there.
    #[serde(default)]
    pub insiders: Vec<String>,
    /// Words for what those hold who take no part in the purchase of a share, and for the bid that is made to them.
    #[serde(default)]
    pub remaining: Vec<String>,
    /// Negations that are nothing of the deal's: "without conditions".
    #[serde(default)]
    pub unbound: Vec<String>,
    /// Words that say that all shares are meant: "all shares".
    #[serde(default)]
    pub whole: Vec<String>,
    /// Words that open the reason for a deal.
    #[serde(default)]
    pub motives: Vec<String>,
    /// Words for a price that is not made known.
    #[serde(default)]
    pub undisclosed: Vec<String>,
    /// Words for what is paid: cash, shares.
    #[serde(default)]
    pub consideration: Vec<Consideration>,
    /// Words that set a deal in the past of the story.
    #[serde(default)]
    pub background: Vec<String>,
    /// Words before the day a deal is to be done.
    #[serde(default)]
    pub closing: Vec<String>,
    /// Words that make a company an adviser or lender.
    #[serde(default)]
    pub advisers: Vec<String>,
}

/// What words tell of a deal, and who plays which part in it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Frame {
    /// The rule's name, printed by `--explain`.
    pub id: String,
    /// What kind of deal.
    #[serde(rename = "type")]
    pub kind: FrameKind,
    /// Verbs, as infinitives; particles follow (`take over`), separable prefixes stand before a bar (`ein|steigen`).
    #[serde(default)]
    pub verb: Vec<String>,
    /// Nouns, in the singular.
    #[serde(default)]
    pub noun: Vec<String>,
    /// Nouns one of which the verb must govern ("take a stake"); `%` stands for a percentage, `$` for a sum.
    #[serde(default)]
    pub object: Vec<String>,
    /// Adverbs one of which must stand right before the verb ("now owns").
    #[serde(default)]
    pub adverb: Vec<String>,
    /// Words one of which must stand in the clause of the verb, whatever stands between them ("now … owns").
    #[serde(default)]
    pub beside: Vec<String>,
    /// Whether the verb must be reflexive.
    #[serde(default)]
    pub reflexive: bool,
    /// Whether the noun it governs is its subject ("a 30 % stake passes to").
    #[serde(default)]
    pub undergoes: bool,
    /// The part of each place: `subject`, `object`, `given` (to whom, without a preposition), `again` (a preposition that the noun behind the verb
    /// has taken already), `part_of` (any other preposition right behind something sold: "the mill of Cairn"), `possessor` (of a noun that is the trigger), `owner` (of the noun that
    /// the verb governs), `compound` (a name joined to the front of that noun), or a preposition.
    #[serde(default)]
    pub roles: BTreeMap<String, Role>,
    /// The status of the deal where no other words tell; announced otherwise.
    #[serde(default)]
    pub status: Option<Status>,
    /// Whether the trigger alone, without a named target or acquirer, is too weak to speak.
    #[serde(default)]
    pub weak: bool,
    /// Texts with the roles they must give.
    #[serde(default)]
    pub examples: Vec<BTreeMap<String, String>>,
    /// Texts that must give no deal.
    #[serde(default)]
    pub nothing: Vec<String>,
}

/// Nouns for who plays a part.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartNoun {
    /// The part.
    pub role: Role,
    /// The nouns, in the singular.
    pub noun: Vec<String>,
}

/// What kind of deal a frame tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // the names are the documentation
pub enum FrameKind {
    #[default]
    Acquisition,
    Merger,
    Stake,
    AssetPurchase,
    Divestiture,
    TakeoverBid,
    FundingRound,
    JointVenture,
    Ipo,
    SpinOff,
}

/// The part of a place of a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // the names are the documentation
pub enum Role {
    Acquirer,
    Target,
    Seller,
    Investor,
    Partner,
    Amount,
    Stake,
    StakeBefore,
    StakeAfter,
}

/// How far a deal has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // the names are the documentation
pub enum Status {
    Rumored,
    Planned,
    Announced,
    PendingApproval,
    Completed,
    Rejected,
    Cancelled,
    Postponed,
}

/// Words that tell how far a deal has come.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatusCue {
    /// What they tell.
    pub status: Status,
    /// Verbs, as infinitives.
    #[serde(default)]
    pub verb: Vec<String>,
    /// Fixed phrases.
    #[serde(default)]
    pub phrase: Vec<String>,
    /// Whether they speak only beside a trigger, as the words that govern it ("agreed to", "plans to"); otherwise they
    /// speak for the deal of their sentence wherever they stand.
    #[serde(default)]
    pub governing: bool,
    /// Whether they speak only as the verb of which a noun for the deal is the subject ("the takeover collapsed").
    #[serde(default)]
    pub verdict: bool,
}

/// What a sum is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // the names are the documentation
pub enum SumRole {
    Amount,
    Valuation,
    PerShare,
    Revenue,
    Debt,
    /// What somebody puts in: the price of a share or round, but no price of a purchase.
    Investment,
    Other,
}

/// Words that tell what a sum beside them is.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SumCue {
    /// What.
    pub role: SumRole,
    /// Verbs before the sum, as infinitives.
    #[serde(default)]
    pub verb: Vec<String>,
    /// Phrases before the sum.
    #[serde(default)]
    pub before: Vec<String>,
    /// Phrases after the sum.
    #[serde(default)]
    pub after: Vec<String>,
    /// Verbs and nouns that speak for a sum further on in their clause: "values the whole of Arden at".
    #[serde(default)]
    pub far: Vec<String>,
}

/// What a percentage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // the names are the documentation
pub enum ShareRole {
    /// Of a company's capital.
    Stake,
    /// What a deal is about, in a sentence that is about the deal: "the transaction covers 80% of the shares".
    Covered,
    /// Held before.
    Before,
    /// Held after.
    After,
    Growth,
    Premium,
    MarketShare,
    Other,
}

/// Words that tell what a percentage beside them is.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShareCue {
    /// What.
    pub role: ShareRole,
    /// Phrases before the percentage.
    #[serde(default)]
    pub before: Vec<String>,
    /// Phrases after the percentage.
    #[serde(default)]
    pub after: Vec<String>,
}

/// Words for what is paid.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consideration {
    /// In English, as printed in the report.
    pub name: String,
    /// The words.
    pub phrase: Vec<String>,
}
