//! One plain English sentence for a deal, made from its printed fields: who does what to whom, for how much, and in
//! brackets how far it has come. What is not known is left out.

use super::view::{Deal, DealStatus, DealType, PartyRole, Price, Stake, StakeKind};
use super::words::{list, money, percent};

/// The sentence.
pub(super) fn of(deal: &Deal) -> String {
    let clause = Parts::new(deal).clause();
    format!("{clause} ({})", status(deal.status))
}

/// How far a deal has come, in words.
pub(super) fn status(status: DealStatus) -> &'static str {
    match status {
        DealStatus::Rumored => "rumored",
        DealStatus::Planned => "planned",
        DealStatus::Announced => "announced",
        DealStatus::PendingApproval => "pending approval",
        DealStatus::Completed => "completed",
        DealStatus::Rejected => "rejected",
        DealStatus::Cancelled => "cancelled",
        DealStatus::Postponed => "postponed",
    }
}

/// A verb in the forms the sentence needs.
struct Verb {
    base: &'static str,
    third: &'static str,
    participle: &'static str,
}

const BUY: Verb = Verb { base: "buy", third: "buys", participle: "bought" };
const TAKE: Verb = Verb { base: "take", third: "takes", participle: "taken" };
const SELL: Verb = Verb { base: "sell", third: "sells", participle: "sold" };
const BID: Verb = Verb { base: "bid", third: "bids", participle: "bid" };
const RAISE: Verb = Verb { base: "raise", third: "raises", participle: "raised" };
const CUT: Verb = Verb { base: "cut", third: "cuts", participle: "cut" };
const INVEST: Verb = Verb { base: "invest", third: "invests", participle: "invested" };
const MERGE: Verb = Verb { base: "merge", third: "merges", participle: "merged" };
const FORM: Verb = Verb { base: "form", third: "forms", participle: "formed" };
const GO: Verb = Verb { base: "go", third: "goes", participle: "gone" };
const SPIN: Verb = Verb { base: "spin", third: "spins", participle: "spun" };
const BE: Verb = Verb { base: "be", third: "is", participle: "been" };

/// Some names as the subject of a verb.
struct Subject {
    names: String,
    many: bool,
}

impl Subject {
    fn new(names: &[&str]) -> Option<Self> {
        (!names.is_empty()).then(|| Self { names: list(names), many: names.len() > 1 })
    }

    /// The subject with the verb in the mood of the deal's status.
    fn does(&self, verb: &Verb, status: DealStatus) -> String {
        let Self { names, many } = self;
        let Verb { base, third, participle } = verb;
        match status {
            DealStatus::Rumored => format!("{names} may {base}"),
            DealStatus::Planned | DealStatus::Postponed if *many => format!("{names} plan to {base}"),
            DealStatus::Planned | DealStatus::Postponed => format!("{names} plans to {base}"),
            DealStatus::Announced | DealStatus::PendingApproval if *many && *base == "be" => format!("{names} are"),
            DealStatus::Announced | DealStatus::PendingApproval if *many => format!("{names} {base}"),
            DealStatus::Announced | DealStatus::PendingApproval => format!("{names} {third}"),
            DealStatus::Completed if *many => format!("{names} have {participle}"),
            DealStatus::Completed => format!("{names} has {participle}"),
            DealStatus::Rejected | DealStatus::Cancelled if *base == "be" => format!("{names} would have {participle}"),
            DealStatus::Rejected | DealStatus::Cancelled => format!("{names} wanted to {base}"),
        }
    }

    fn its(&self) -> &'static str {
        if self.many { "their" } else { "its" }
    }
}

/// The deal's fields as parts of a sentence.
struct Parts<'d> {
    deal: &'d Deal,
    buyers: Option<Subject>,
    sellers: Option<Subject>,
    partners: Option<Subject>,
    targets: Option<Subject>,
}

impl<'d> Parts<'d> {
    fn new(deal: &'d Deal) -> Self {
        let named = |roles: &[PartyRole]| {
            let parties = deal.parties.iter().filter(|party| roles.contains(&party.role));
            Subject::new(&parties.map(|party| party.name.as_str()).collect::<Vec<_>>())
        };
        Self {
            deal,
            buyers: named(&[PartyRole::Acquirer, PartyRole::Investor]),
            sellers: named(&[PartyRole::Seller]),
            partners: named(&[PartyRole::Partner]),
            targets: named(&[PartyRole::Target]),
        }
    }

    fn clause(&self) -> String {
        match self.deal.kind {
            DealType::Merger => self.merger(),
            DealType::JointVenture => self.joint_venture(),
            DealType::FundingRound => self.funding_round(),
            DealType::Ipo => self.listing(),
            DealType::SpinOff => self.spin_off(),
            DealType::TakeoverBid => self.bid(),
            DealType::Divestiture if self.sellers.is_some() => self.sale(),
            DealType::MajorityStake | DealType::MinorityStake if self.steps().is_some() => self.step(),
            _ => self.purchase(),
        }
    }

    /// "Arden buys Boreal from Cairn for 2 billion USD"
    fn purchase(&self) -> String {
        let mut clause = match (&self.buyers, &self.sellers) {
            (Some(buyers), _) => {
                let verb = if self.share().is_some() { &TAKE } else { &BUY };
                format!("{} {}", buyers.does(verb, self.deal.status), self.object())
            }
            (None, Some(_)) => return self.sale(),
            (None, None) => {
                let what = Subject { names: self.object(), many: self.share().is_none() && self.many_targets() };
                let bought = if self.share().is_some() { "taken" } else { "bought" };
                format!("{} {bought}", capitalised(&what.does(&BE, self.deal.status)))
            }
        };
        if let Some(sellers) = self.sellers.as_ref().filter(|_| self.buyers.is_some()) {
            clause += &format!(" from {}", sellers.names);
        }
        clause + &self.price("for")
    }

    /// "Cairn sells Boreal to Arden for 2 billion USD"
    fn sale(&self) -> String {
        let Some(sellers) = &self.sellers else { return self.purchase() };
        let mut clause = format!("{} {}", sellers.does(&SELL, self.deal.status), self.object());
        if let Some(buyers) = &self.buyers {
            clause += &format!(" to {}", buyers.names);
        }
        clause + &self.price("for")
    }

    /// "Arden raises its stake in Boreal from 8% to 15% for 2 billion USD"
    fn step(&self) -> String {
        let Some((stake, before, after)) = self.steps() else { return self.purchase() };
        let down = stake.kind == StakeKind::Sold || before.zip(after).is_some_and(|(before, after)| before > after);
        let who = if down { self.sellers.as_ref().or(self.buyers.as_ref()) } else { self.buyers.as_ref() };
        let Some(who) = who else { return self.purchase() };
        let does = who.does(if down { &CUT } else { &RAISE }, self.deal.status);
        let mut clause = format!("{does} {} stake", who.its());
        if let Some(targets) = &self.targets {
            clause += &format!(" in {}", targets.names);
        }
        if let Some(before) = before {
            clause += &format!(" from {}", percent(before));
        }
        if let Some(after) = after {
            clause += &format!(" to {}", percent(after));
        }
        clause + &self.price("for")
    }

    /// "Arden bids 2 billion USD for Boreal"; "Boreal rejects a bid of 2 billion USD from Arden"
    fn bid(&self) -> String {
        let Some(targets) = &self.targets else { return self.purchase() };
        let status = self.deal.status;
        let offer = self.price("of");
        let from = |preposition| {
            self.buyers.as_ref().map(|buyers| format!(" {preposition} {}", buyers.names)).unwrap_or_default()
        };
        match (status, &self.buyers) {
            (DealStatus::Rejected, _) => {
                let rejects = if targets.many { "reject" } else { "rejects" };
                format!("{} {rejects} a bid{offer}{}", targets.names, from("from"))
            }
            (DealStatus::Cancelled, Some(buyers)) => {
                let drops = if buyers.many { "drop" } else { "drops" };
                format!("{} {drops} {} bid{offer} for {}", buyers.names, buyers.its(), targets.names)
            }
            (DealStatus::Completed, Some(_)) => self.purchase(),
            (_, Some(buyers)) => {
                let sum = self.sum().map(|sum| format!(" {sum}")).unwrap_or_default();
                let share = self.share().map(|share| format!("{share} of ")).unwrap_or_default();
                format!("{}{sum} for {share}{}", buyers.does(&BID, status), targets.names)
            }
            (_, None) => {
                let receives = Verb { base: "receive", third: "receives", participle: "received" };
                format!("{} a bid{offer}", targets.does(&receives, status))
            }
        }
    }

    /// "Boreal raises 20 million USD from Arden and Cairn at a valuation of 100 million USD"
    fn funding_round(&self) -> String {
        let mut clause = match (&self.targets, &self.buyers) {
            (Some(targets), buyers) => {
                let sum = self.sum().unwrap_or_else(|| "money".into());
                let from = buyers.as_ref().map(|buyers| format!(" from {}", buyers.names)).unwrap_or_default();
                format!("{} {sum}{from}", targets.does(&RAISE, self.deal.status))
            }
            (None, Some(buyers)) => {
                let sum = self.sum().map(|sum| format!(" {sum}")).unwrap_or_default();
                format!("{}{sum}", buyers.does(&INVEST, self.deal.status))
            }
            (None, None) => {
                let round =
                    self.sum().map_or_else(|| "A funding round".into(), |sum| format!("A funding round of {sum}"));
                let round = Subject { names: round, many: false };
                format!("{} reported", round.does(&BE, self.deal.status))
            }
        };
        if let Some(valuation) = self.deal.valuation.as_ref().and_then(worth) {
            clause += &format!(" at a valuation of {valuation}");
        }
        clause
    }

    /// "Arden and Boreal merge into Cairn in a deal worth 2 billion USD"
    fn merger(&self) -> String {
        let status = self.deal.status;
        let mut clause = match (&self.partners, &self.buyers, &self.targets) {
            (Some(partners), _, Some(targets)) if partners.many => {
                format!("{} into {}", partners.does(&MERGE, status), targets.names)
            }
            (Some(partners), _, None) if partners.many => partners.does(&MERGE, status),
            (Some(one), _, Some(other)) | (_, Some(one), Some(other)) => {
                format!("{} with {}", one.does(&MERGE, status), other.names)
            }
            (Some(one), ..) | (None, Some(one), None) | (None, None, Some(one)) => one.does(&MERGE, status),
            (None, None, None) => {
                let merger = Subject { names: "A merger".into(), many: false };
                format!("{} reported", merger.does(&BE, status))
            }
        };
        clause += &self.price("in a deal worth");
        clause
    }

    /// "Arden and Boreal form the joint venture Cairn"
    fn joint_venture(&self) -> String {
        let founders = self.partners.as_ref().or(self.buyers.as_ref());
        let what = match &self.targets {
            Some(targets) => format!("the joint venture {}", targets.names),
            None => "a joint venture".into(),
        };
        let clause = match founders {
            Some(founders) => format!("{} {what}", founders.does(&FORM, self.deal.status)),
            None => {
                let what = Subject { names: capitalised(&what), many: false };
                format!("{} formed", what.does(&BE, self.deal.status))
            }
        };
        clause + &self.price("worth")
    }

    /// "Boreal goes public for 2 billion USD at a valuation of 9 billion USD"
    fn listing(&self) -> String {
        let who = self.targets.as_ref().or(self.buyers.as_ref());
        let somebody = Subject { names: "A company".into(), many: false };
        let mut clause = format!("{} public", who.unwrap_or(&somebody).does(&GO, self.deal.status));
        clause += &self.price("for");
        if let Some(valuation) = self.deal.valuation.as_ref().and_then(worth) {
            clause += &format!(" at a valuation of {valuation}");
        }
        clause
    }

    /// "Cairn spins off Boreal"
    fn spin_off(&self) -> String {
        let parent = self.sellers.as_ref().or(self.buyers.as_ref());
        let clause = match (parent, &self.targets) {
            (Some(parent), _) => format!("{} off {}", parent.does(&SPIN, self.deal.status), self.object()),
            (None, Some(targets)) => format!("{} spun off", targets.does(&BE, self.deal.status)),
            (None, None) => {
                let part = Subject { names: "A business".into(), many: false };
                format!("{} spun off", part.does(&BE, self.deal.status))
            }
        };
        clause + &self.price("worth")
    }

    /// What is bought: a share of the target, or the target.
    fn object(&self) -> String {
        let target = self.targets.as_ref().map(|targets| targets.names.as_str());
        match (self.share(), target) {
            (Some(share), Some(target)) => format!("{share} of {target}"),
            (Some(share), None) => share,
            (None, Some(target)) => target.to_owned(),
            (None, None) => "a business".into(),
        }
    }

    fn many_targets(&self) -> bool {
        self.targets.as_ref().is_some_and(|targets| targets.many)
    }

    /// The share that changes hands, where it is not the whole.
    fn share(&self) -> Option<String> {
        let stake = self.deal.stake.as_ref();
        let stated = stake.and_then(|stake| Some((stake.percent?, stake)));
        match (stated, self.deal.kind) {
            (Some((share, _)), _) if share.decimal() >= rust_decimal::Decimal::ONE_HUNDRED => None,
            (Some((share, stake)), _) => Some(super::words::qualified(stake.qualifier, &percent(share))),
            (None, DealType::MajorityStake) => Some("a majority".into()),
            (None, DealType::MinorityStake) => Some("a minority".into()),
            (None, _) => None,
        }
    }

    /// Shares held before and after, where the article tells one and the step itself is not the news.
    fn steps(&self) -> Option<(&Stake, Option<super::Number>, Option<super::Number>)> {
        let stake = self.deal.stake.as_ref()?;
        let stepped = stake.before.is_some() || stake.after.is_some() && stake.percent.is_none();
        (stepped && stake.after.is_some()).then_some((stake, stake.before, stake.after))
    }

    /// What is paid, if anything is said of it.
    fn sum(&self) -> Option<String> {
        match (&self.deal.amount, &self.deal.per_share) {
            (Some(amount), _) if !amount.disclosed => Some("an undisclosed sum".into()),
            (Some(amount), _) => worth(amount),
            (None, Some(price)) => worth(price).map(|price| format!("{price} per share")),
            (None, None) => None,
        }
    }

    fn price(&self, preposition: &str) -> String {
        self.sum().map(|sum| format!(" {preposition} {sum}")).unwrap_or_default()
    }
}

/// A disclosed price in words.
fn worth(price: &Price) -> Option<String> {
    money(price.value, price.min, price.max, price.qualifier, price.currency.as_deref())
}

fn capitalised(clause: &str) -> String {
    let mut characters = clause.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests;
