//! Summaries of deals that say much, little and next to nothing.

use super::super::view::*;
use super::*;
use DealStatus::*;
use DealType::*;

fn deal(kind: DealType, status: DealStatus, parties: &[(PartyRole, &str)]) -> Deal {
    let party =
        |&(role, name): &(PartyRole, &str)| Party { role, id: None, name: name.into(), business: None, location: None };
    Deal {
        id: "d1".into(),
        kind,
        status,
        status_text: None,
        confidence: Confidence::High,
        background: false,
        summary: String::new(),
        acquirer: None,
        target: None,
        seller: None,
        parties: parties.iter().map(party).collect(),
        amount: None,
        per_share: None,
        valuation: None,
        implied_valuation: None,
        stake: None,
        consideration: vec![],
        announced_on: None,
        expected_close: None,
        closed_on: None,
        advisers: vec![],
        motives: vec![],
        evidence: vec![],
    }
}

fn price(value: i64, qualifier: Qualifier) -> Option<Price> {
    let value = Some(rust_decimal::Decimal::from(value).into());
    Some(Price { value, min: None, max: None, currency: Some("USD".into()), qualifier, disclosed: true, text: None })
}

fn stake(percent: Option<i64>, before: Option<i64>, after: Option<i64>) -> Option<Stake> {
    let number = |value: Option<i64>| value.map(|value| rust_decimal::Decimal::from(value).into());
    Some(Stake {
        percent: number(percent),
        before: number(before),
        after: number(after),
        qualifier: Qualifier::Exact,
        kind: StakeKind::Acquired,
        control: None,
    })
}

const A: (PartyRole, &str) = (PartyRole::Acquirer, "Arden");
const I: (PartyRole, &str) = (PartyRole::Investor, "Ingold");
const T: (PartyRole, &str) = (PartyRole::Target, "Torvik");
const S: (PartyRole, &str) = (PartyRole::Seller, "Selwyn");
const P: (PartyRole, &str) = (PartyRole::Partner, "Pell");
const Q: (PartyRole, &str) = (PartyRole::Partner, "Quarle");

#[test]
fn every_type_reads_well() {
    for (kind, parties, sentence) in [
        (Acquisition, &[A, T, S][..], "Arden buys Torvik from Selwyn (announced)"),
        (Acquisition, &[A, T], "Arden buys Torvik (announced)"),
        (Acquisition, &[T], "Torvik is bought (announced)"),
        (Acquisition, &[A], "Arden buys a business (announced)"),
        (Acquisition, &[], "A business is bought (announced)"),
        (Acquisition, &[T, S], "Selwyn sells Torvik (announced)"),
        (MajorityStake, &[A, T], "Arden takes a majority of Torvik (announced)"),
        (MinorityStake, &[A, T, S], "Arden takes a minority of Torvik from Selwyn (announced)"),
        (MinorityStake, &[T], "A minority of Torvik is taken (announced)"),
        (AssetPurchase, &[A, T, S], "Arden buys Torvik from Selwyn (announced)"),
        (Divestiture, &[S, T, A], "Selwyn sells Torvik to Arden (announced)"),
        (Divestiture, &[S, T], "Selwyn sells Torvik (announced)"),
        (Divestiture, &[A, T], "Arden buys Torvik (announced)"),
        (TakeoverBid, &[A, T], "Arden bids for Torvik (announced)"),
        (TakeoverBid, &[T], "Torvik receives a bid (announced)"),
        (FundingRound, &[T, I], "Torvik raises money from Ingold (announced)"),
        (FundingRound, &[I], "Ingold invests (announced)"),
        (FundingRound, &[], "A funding round is reported (announced)"),
        (Merger, &[P, Q, T], "Pell and Quarle merge into Torvik (announced)"),
        (Merger, &[P, Q], "Pell and Quarle merge (announced)"),
        (Merger, &[A, T], "Arden merges with Torvik (announced)"),
        (Merger, &[P, T], "Pell merges with Torvik (announced)"),
        (Merger, &[], "A merger is reported (announced)"),
        (JointVenture, &[P, Q, T], "Pell and Quarle form the joint venture Torvik (announced)"),
        (JointVenture, &[P, Q], "Pell and Quarle form a joint venture (announced)"),
        (JointVenture, &[T], "The joint venture Torvik is formed (announced)"),
        (Ipo, &[T], "Torvik goes public (announced)"),
        (SpinOff, &[S, T], "Selwyn spins off Torvik (announced)"),
        (SpinOff, &[T], "Torvik is spun off (announced)"),
    ] {
        assert_eq!(of(&deal(kind, Announced, parties)), sentence);
    }
}

#[test]
fn every_status_reads_well() {
    for (status, purchase, bid, sale, merger) in [
        (Rumored, "may buy Torvik (rumored)", "Arden may bid for Torvik", "may sell Torvik", "may merge"),
        (
            Planned,
            "plans to buy Torvik (planned)",
            "Arden plans to bid for Torvik",
            "plans to sell Torvik",
            "plan to merge",
        ),
        (Announced, "buys Torvik (announced)", "Arden bids for Torvik", "sells Torvik", "merge"),
        (PendingApproval, "buys Torvik (pending approval)", "Arden bids for Torvik", "sells Torvik", "merge"),
        (Completed, "has bought Torvik (completed)", "Arden has bought Torvik", "has sold Torvik", "have merged"),
        (
            Rejected,
            "wanted to buy Torvik (rejected)",
            "Torvik rejects a bid from Arden",
            "wanted to sell Torvik",
            "wanted to merge",
        ),
        (
            Cancelled,
            "wanted to buy Torvik (cancelled)",
            "Arden drops its bid for Torvik",
            "wanted to sell Torvik",
            "wanted to merge",
        ),
        (
            Postponed,
            "plans to buy Torvik (postponed)",
            "Arden plans to bid for Torvik",
            "plans to sell Torvik",
            "plan to merge",
        ),
    ] {
        let end = format!(" ({})", super::status(status));
        assert_eq!(of(&deal(Acquisition, status, &[A, T])), format!("Arden {purchase}"));
        assert_eq!(of(&deal(TakeoverBid, status, &[A, T])), format!("{bid}{end}"));
        assert_eq!(of(&deal(Divestiture, status, &[S, T])), format!("Selwyn {sale}{end}"));
        assert_eq!(of(&deal(Merger, status, &[P, Q])), format!("Pell and Quarle {merger}{end}"));
    }
}

#[test]
fn terms_take_their_places() {
    let about = price(14_000_000_000, Qualifier::Approximate);
    let with = |kind, status, parties: &[(PartyRole, &str)], set: &dyn Fn(&mut Deal)| {
        let mut deal = deal(kind, status, parties);
        set(&mut deal);
        of(&deal)
    };
    let cases = [
        (
            with(MinorityStake, Announced, &[A, T], &|deal| {
                (deal.stake, deal.amount) = (stake(Some(49), None, None), about.clone());
            }),
            "Arden takes 49% of Torvik for about 14 billion USD (announced)",
        ),
        (
            with(Acquisition, Completed, &[A, I, T], &|deal| deal.stake = stake(Some(100), None, None)),
            "Arden and Ingold have bought Torvik (completed)",
        ),
        (
            with(MinorityStake, Completed, &[A, T], &|deal| deal.stake = stake(Some(7), Some(8), Some(15))),
            "Arden has raised its stake in Torvik from 8% to 15% (completed)",
        ),
        (
            with(MinorityStake, Announced, &[S, T], &|deal| deal.stake = stake(Some(7), Some(15), Some(8))),
            "Selwyn cuts its stake in Torvik from 15% to 8% (announced)",
        ),
        (
            with(MajorityStake, Planned, &[A, T], &|deal| deal.stake = stake(None, None, Some(60))),
            "Arden plans to raise its stake in Torvik to 60% (planned)",
        ),
        (
            with(Divestiture, Announced, &[S, A, T], &|deal| deal.stake = stake(Some(40), None, None)),
            "Selwyn sells 40% of Torvik to Arden (announced)",
        ),
        (
            with(TakeoverBid, Announced, &[A, T], &|deal| deal.amount = about.clone()),
            "Arden bids about 14 billion USD for Torvik (announced)",
        ),
        (
            with(TakeoverBid, Rejected, &[A, T], &|deal| deal.per_share = price(12, Qualifier::Exact)),
            "Torvik rejects a bid of 12 USD per share from Arden (rejected)",
        ),
        (
            with(FundingRound, Announced, &[T, I], &|deal| {
                deal.amount = price(20_000_000, Qualifier::Exact);
                deal.valuation = price(210_000_000, Qualifier::Exact);
            }),
            "Torvik raises 20 million USD from Ingold at a valuation of 210 million USD (announced)",
        ),
        (
            with(Acquisition, Announced, &[A, T], &|deal| {
                deal.amount = about.clone().map(|price| Price { value: None, disclosed: false, ..price });
            }),
            "Arden buys Torvik for an undisclosed sum (announced)",
        ),
        (
            with(Merger, Announced, &[P, Q], &|deal| deal.amount = about.clone()),
            "Pell and Quarle merge in a deal worth about 14 billion USD (announced)",
        ),
    ];
    for (sentence, expected) in cases {
        assert_eq!(sentence, expected);
    }
}
