//! What kind of deal a story tells of, by its frames and by the share that changes hands.

use super::draft::{Draft, Who};
use super::finish::by_share;
use super::gather::Story;
use super::{Control, DealType, PartyRole, Stake};
use crate::language::lexicon::schema::FrameKind;
use crate::mentions::Quantity;
use rust_decimal::Decimal;

/// How much a draft weighs that is told as past, stands in a heading, or does neither.
const PAST: f32 = 0.3;
const HEADING: f32 = 2.0;
const PLAIN: f32 = 1.0;

/// What kind of deal a story tells of; `first` is the draft that says most of it.
pub(super) fn of(story: &Story, first: &Draft, stake: Option<&Stake>) -> DealType {
    let signs = Signs::new(story, first, stake);
    let frame = signs.heaviest();
    match () {
        () if signs.tell_round() => DealType::FundingRound,
        () if signs.tell_sale(frame) => signs.sale(),
        () if signs.tell_bid() => DealType::TakeoverBid,
        () => signs.plain(frame),
    }
}

/// What tells the kind of a deal.
struct Signs<'s> {
    story: &'s Story,
    /// The kinds of its frames and how much each weighs, in the order in which they are told.
    votes: Vec<(FrameKind, f32)>,
    /// Whether what is bought has no name of its own.
    unnamed: bool,
    /// How many percent change hands, or are held after it.
    percent: Option<Decimal>,
    /// What the share is called.
    control: Option<Control>,
    /// Whether a minority becomes a majority.
    crossing: bool,
    /// Whether the draft that says most tells of a share.
    parted: bool,
}

impl<'s> Signs<'s> {
    fn new(story: &'s Story, first: &Draft, stake: Option<&Stake>) -> Self {
        let crossing = stake.and_then(crossing);
        let percent = crossing.or_else(|| stake.and_then(|stake| figure(stake.percent.or(stake.after))));
        let unnamed = |(role, who): &(PartyRole, Who)| *role == PartyRole::Target && matches!(who, Who::Words(_));
        Self {
            story,
            votes: votes(story),
            unnamed: story.parties.iter().any(unnamed),
            percent,
            control: stake.and_then(|stake| stake.control),
            crossing: crossing.is_some(),
            // "The sale of 40% of Arden", and not "the family sells its 40%" beside "Boreal buys Arden".
            parted: percent.is_some() && !first.shares.is_empty(),
        }
    }

    /// The kind of frame that weighs most; of equals the first told.
    fn heaviest(&self) -> FrameKind {
        // What is parted from its owner is listed, too.
        if self.has(FrameKind::SpinOff) && self.has(FrameKind::Ipo) {
            return FrameKind::SpinOff;
        }
        // What somebody raises by being listed is no round.
        let listed = self.is_listing();
        let votes = self.votes.iter().filter(|(kind, _)| !(listed && *kind == FrameKind::FundingRound));
        let best = votes.reduce(|a, b| if b.1 > a.1 { b } else { a });
        best.map_or(FrameKind::Acquisition, |(kind, _)| *kind)
    }

    /// Whether money is put into a company, and nobody takes it over.
    fn tell_round(&self) -> bool {
        let taken = self.story.has(PartyRole::Acquirer) || self.story.has(PartyRole::Partner);
        self.has(FrameKind::FundingRound) && !self.is_listing() && !taken
    }

    /// Whether the deal is told from the seller's side, `frame` being the kind that weighs most.
    fn tell_sale(&self, frame: FrameKind) -> bool {
        frame == FrameKind::Divestiture || self.is_sold_first() && self.has(FrameKind::Divestiture)
    }

    /// What the sale is: that of its seller, or what its buyer makes of it.
    fn sale(&self) -> DealType {
        match () {
            () if self.is_sold_first() || !self.story.has(PartyRole::Acquirer) => DealType::Divestiture,
            () if self.has(FrameKind::Stake) || self.parted && !self.unnamed => self.by_share(),
            () if self.unnamed => DealType::AssetPurchase,
            () => DealType::Acquisition,
        }
    }

    /// Whether a bid is told that is more than a word for a purchase told otherwise.
    fn tell_bid(&self) -> bool {
        let bid = self.weight(FrameKind::TakeoverBid);
        bid >= PLAIN && !self.has(FrameKind::Merger) && bid >= self.weight(FrameKind::Stake)
    }

    /// What a frame of that kind tells by itself.
    fn plain(&self, frame: FrameKind) -> DealType {
        let minority = self.percent.is_some_and(|percent| percent < half());
        match frame {
            FrameKind::Acquisition if self.unnamed => DealType::AssetPurchase,
            FrameKind::Acquisition if self.parted || self.crossing || minority => self.by_share(),
            FrameKind::Acquisition => DealType::Acquisition,
            FrameKind::Merger if self.has(FrameKind::JointVenture) => DealType::JointVenture,
            FrameKind::Merger => DealType::Merger,
            FrameKind::Stake => self.by_share(),
            FrameKind::AssetPurchase => DealType::AssetPurchase,
            FrameKind::Divestiture => DealType::Divestiture,
            FrameKind::TakeoverBid => DealType::TakeoverBid,
            FrameKind::FundingRound => DealType::FundingRound,
            FrameKind::JointVenture => DealType::JointVenture,
            FrameKind::Ipo => DealType::Ipo,
            FrameKind::SpinOff => DealType::SpinOff,
        }
    }

    /// What buying that share is.
    fn by_share(&self) -> DealType {
        by_share(self.percent, self.control)
    }

    /// Whether a company is listed.
    fn is_listing(&self) -> bool {
        self.has(FrameKind::Ipo) && !self.story.has(PartyRole::Investor)
    }

    /// Whether the first that is told as news is the seller's.
    fn is_sold_first(&self) -> bool {
        self.story.drafts.iter().find(|draft| !draft.background).is_some_and(|draft| draft.seller_acts)
    }

    /// Whether some frame is of that kind.
    fn has(&self, kind: FrameKind) -> bool {
        self.votes.iter().any(|(known, _)| *known == kind)
    }

    /// How much the frames of that kind weigh.
    fn weight(&self, kind: FrameKind) -> f32 {
        self.votes.iter().find(|(known, _)| *known == kind).map_or(0.0, |(_, weight)| *weight)
    }
}

/// The kinds of the frames of a story and how much each weighs, in the order in which they are told.
fn votes(story: &Story) -> Vec<(FrameKind, f32)> {
    let mut votes: Vec<(FrameKind, f32)> = Vec::new();
    for draft in &story.drafts {
        let weight = match () {
            () if draft.background => PAST,
            () if draft.heading => HEADING,
            () => PLAIN,
        };
        match votes.iter_mut().find(|(known, _)| *known == draft.kind) {
            Some((_, total)) => *total += weight,
            None => votes.push((draft.kind, weight)),
        }
    }
    votes
}

/// Who goes from a third to two thirds takes the majority, whatever is bought for it: the share held after that.
fn crossing(stake: &Stake) -> Option<Decimal> {
    let (before, after) = (figure(stake.before)?, figure(stake.after)?);
    (before < half() && after > half()).then_some(after)
}

/// The figure that tells on which side of half a share is.
fn figure(quantity: Option<Quantity>) -> Option<Decimal> {
    quantity.and_then(|quantity| quantity.value.or(quantity.max))
}

fn half() -> Decimal {
    Decimal::from(50)
}
