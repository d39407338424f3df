//! Which sum is the price of a deal and which percentage its share, where experience knows better than the rules.
//!
//! The rules go by cues and places; experience ([`crate::facts::scorer::figures`]) weighs what they found against all other
//! figures near the deal. It gives a deal the likeliest figure, and takes away what is likely none of its.

use std::cell::OnceCell;
use std::collections::HashSet;

use super::finish::by_share;
use super::{Control, Deal, DealType, PartyRole, Price, Scene, Stake, StakeKind, learned, passing, shares, sums};
use crate::entities::{Evidence, Supported};
use crate::facts::scorer::figures::{Candidate, model};
use crate::language::lexicon::schema::{ShareRole, SumRole};
use crate::mentions::tagger::hash::{pair, push, text};
use crate::mentions::{Currency, PercentageUnit, Quantity};
use crate::text::{BlockKind, TokenKind, TokenRange};
use rust_decimal::Decimal;

/// Figures of either kind that are weighed for a deal: those nearest to the words that tell it.
const WEIGHED: usize = 32;
/// Mentions of a party that are looked at.
const MENTIONS: usize = 32;
/// Words on either side of a figure that count.
const BEFORE: usize = 6;
const AFTER: usize = 5;
/// Letters of a word that count.
const STEM: usize = 6;
/// What stands for any number, and for what is beyond a sentence.
const NUMBER: u64 = 97;
const EDGE: u64 = 99;
/// Least lead of a figure where the rules see none, in units of the weights.
const LIKELY: i32 = 24;
/// How far a figure must be ahead of that of the rules to take its place.
const AHEAD: i32 = 100;
/// Lead of a figure of the rules below which it is taken away.
const UNLIKELY: i32 = -48;

/// Gives each deal the price and the share that are likeliest its own.
pub(super) fn weigh(scene: &Scene<'_>, deals: &mut [Deal]) {
    let all = candidates(scene, deals);
    // A sum is the price of one deal, and a share that of one, unless the words of another name it too.
    let paid: HashSet<(Decimal, Option<Currency>)> =
        deals.iter().filter_map(|deal| Some((ruled(deal, false)[0]?, deal.amount.as_ref()?.value.currency))).collect();
    let news = deals.iter().filter(|deal| !deal.background);
    let held: HashSet<Decimal> = news.flat_map(|deal| ruled(deal, true)).flatten().collect();
    for (deal, candidates) in deals.iter_mut().zip(all) {
        let told = sentences(scene, deal);
        for share in [false, true] {
            let known = ruled(deal, share);
            let taken = |one: &Candidate| {
                if share {
                    held.contains(&one.value) && !told.contains(&one.sentence)
                } else {
                    paid.contains(&(one.value, one.currency))
                }
            };
            let free = |one: &&Candidate| known.contains(&Some(one.value)) || !taken(one) && !is_other(scene, one);
            let own = candidates.iter().filter(|one| one.share == share).filter(free);
            let leads: Vec<(i32, &Candidate)> = own.map(|one| (model().lead(&one.features), one)).collect();
            let leads = if share { leads } else { folded(scene, leads) };
            let Some(&(lead, best)) = leads.iter().max_by_key(|(lead, _)| *lead) else { continue };
            let own = leads.iter().filter(|(_, one)| known.contains(&Some(one.value))).map(|(lead, _)| *lead).max();
            let figure = match own {
                Some(own) if lead >= LIKELY && lead >= own + AHEAD => Some(best),
                Some(own)
                    if own < UNLIKELY
                        && (share || !is_named_by_price(deal) && !is_told_again(scene, &leads, known)) =>
                {
                    None
                }
                None if lead >= LIKELY && known == [None; 2] => Some(best),
                _ => continue,
            };
            if share {
                deal.stake = figure.and_then(|share| stake(scene, deal, share));
                // The share tells what kind of stake it is.
                if let (DealType::MinorityStake | DealType::MajorityStake, Some(share)) = (deal.kind.value, figure) {
                    deal.kind.value = by_share(Some(share.value), None);
                }
            } else {
                deal.amount = figure.map(|sum| price(scene, sum));
                let same = |other: &Supported<Price>| self::figure(other.value.quantity) == figure.map(|sum| sum.value);
                deal.valuation = deal.valuation.take().filter(|other| !same(other));
            }
        }
    }
}

/// Whether the words around a figure say that it is neither a price nor a share: "bought a majority of Arden, whose sales
/// *grew 25%*".
fn is_other(scene: &Scene<'_>, one: &Candidate) -> bool {
    if one.share {
        use ShareRole::{Growth, MarketShare, Other, Premium};
        return matches!(shares::role(scene, one.index), Some(Growth | MarketShare | Other | Premium));
    }
    match sums::role(scene, one.index) {
        // "$3 a share, or $93 million in all"
        Some(SumRole::Revenue | SumRole::Debt | SumRole::Other) => !passing::beside_share(scene, one.index),
        _ => false,
    }
}

/// Sums with their leads, less those that only tell another in a second currency: what speaks for these speaks for that.
fn folded<'c>(scene: &Scene<'_>, leads: Vec<(i32, &'c Candidate)>) -> Vec<(i32, &'c Candidate)> {
    let (told, first): (Vec<_>, Vec<_>) = leads.into_iter().partition(|(_, one)| sums::is_conversion(scene, one.index));
    let again = |one: &Candidate| told.iter().find(|(_, other)| other.index == one.index + 1).map(|(lead, _)| *lead);
    first.into_iter().map(|(lead, one)| (again(one).map_or(lead, |again| lead.max(again)), one)).collect()
}

/// Whether the `known` price is told in a second currency too, as the sum is that all is about.
fn is_told_again(scene: &Scene<'_>, leads: &[(i32, &Candidate)], known: [Option<Decimal>; 2]) -> bool {
    let mut prices = leads.iter().filter(|(_, one)| known.contains(&Some(one.value)));
    prices.any(|(_, one)| sums::is_conversion(scene, one.index + 1))
}

/// Whether the price stands among the words that tell the deal, from who buys to what is bought: "Boreal paid for the $780
/// million purchase of Arden".
fn is_named_by_price(deal: &Deal) -> bool {
    let Some(amount) = &deal.amount else { return false };
    let price = amount.value.span;
    let mut words = deal.kind.evidence().iter().take(MENTIONS).map(|evidence| evidence.span);
    words.any(|words| words.start < price.start && price.end < words.end)
}

/// The sentences whose words tell a deal.
pub(super) fn sentences(scene: &Scene<'_>, deal: &Deal) -> HashSet<usize> {
    let document = scene.reading.document();
    let evidence = deal.kind.evidence().iter().take(MENTIONS);
    evidence.map(|evidence| document.sentence_of(document.tokens_in(evidence.span).start)).collect()
}

/// What the rules take for the price or the shares of a deal.
fn ruled(deal: &Deal, share: bool) -> [Option<Decimal>; 2] {
    if share {
        let stake = deal.stake.as_ref().map(|stake| stake.value);
        return stake.map_or([None; 2], |stake| [stake.percent, stake.after].map(|one| one.and_then(figure)));
    }
    let price = deal.amount.as_ref().map(|amount| &amount.value).filter(|price| price.disclosed);
    [price.and_then(|price| figure(price.quantity)), None]
}

/// The figures of each deal with their features.
pub(super) fn candidates(scene: &Scene<'_>, deals: &[Deal]) -> Vec<Vec<Candidate>> {
    let article = Article::new(scene);
    (0..deals.len()).map(|at| article.candidates(deals, at)).collect()
}

fn price(scene: &Scene<'_>, sum: &Candidate) -> Supported<Price> {
    let money = &scene.mentions.money[sum.index];
    let price = Price { quantity: money.quantity, currency: money.currency, disclosed: true, span: money.span };
    Supported::new(price, Evidence::new(money.span, learned::RULE))
}

fn stake(scene: &Scene<'_>, deal: &Deal, share: &Candidate) -> Option<Supported<Stake>> {
    let told = scene.mentions.share(share.index)?;
    let known = deal.stake.as_ref().map(|stake| stake.value.kind);
    let kind = known.filter(|kind| matches!(kind, StakeKind::Sold | StakeKind::Sought)).unwrap_or_default();
    let stake =
        Stake { percent: Some(told.quantity), control: Some(Control::of(share.value)), kind, ..Stake::default() };
    let span = scene.reading.document().span(told.tokens);
    Some(Supported::new(stake, Evidence::new(span, learned::RULE)))
}

fn figure(quantity: Quantity) -> Option<Decimal> {
    quantity.value.or(quantity.max)
}

/// What is seen of a figure whichever deal it belongs to.
#[derive(Debug, Clone)]
struct Seen {
    share: bool,
    index: usize,
    value: Decimal,
    /// Digits before its point.
    digits: usize,
    sentence: usize,
    block: usize,
    /// Features that stand alone, and those that also count together with what the rules say.
    words: Vec<u64>,
    facts: Vec<u64>,
}

struct Article<'s, 'a> {
    scene: &'s Scene<'a>,
    /// The tokens of each sum and of each share that counts, with its position among them, in order; what is seen of it is drawn once
    /// for all deals.
    figures: [Vec<(TokenRange, usize, OnceCell<Seen>)>; 2],
}

impl<'s, 'a> Article<'s, 'a> {
    fn new(scene: &'s Scene<'a>) -> Self {
        let sums = scene.mentions.money.iter().enumerate();
        let document = scene.reading.document();
        // What stands in a menu or below the story is none of its figures.
        let told = |tokens: TokenRange| {
            document.blocks().get(document.block_of(tokens.start)).is_some_and(|block| block.kind.tells())
        };
        let sums = sums
            .filter(|(_, money)| figure(money.quantity).is_some() && told(money.tokens))
            .map(|(at, money)| (money.tokens, at, OnceCell::new()));
        let shares = (0..scene.mentions.shares()).filter_map(|at| Some((scene.mentions.share(at)?, at)));
        let percent = |share: &crate::mentions::Share| {
            share.unit == PercentageUnit::Percent && figure(share.quantity).is_some() && told(share.tokens)
        };
        let shares = shares.filter(|(share, _)| percent(share)).map(|(share, at)| (share.tokens, at, OnceCell::new()));
        let mut shares: Vec<_> = shares.collect();
        shares.sort_by_key(|(tokens, ..)| tokens.start);
        Self { scene, figures: [sums.collect(), shares] }
    }

    fn candidates(&self, deals: &[Deal], at: usize) -> Vec<Candidate> {
        let deal = &deals[at];
        let document = self.scene.reading.document();
        let told: Vec<TokenRange> = deal
            .kind
            .evidence()
            .iter()
            .chain(deal.parties.iter().flat_map(|party| party.evidence()))
            .take(MENTIONS)
            .map(|evidence| document.tokens_in(evidence.span))
            .collect();
        let about = About::new(self.scene, deal, &told);
        let start = told.iter().map(|tokens| tokens.start).min().unwrap_or(0);
        let mut all = Vec::new();
        for (share, figures) in [false, true].into_iter().zip(&self.figures) {
            let nearest = figures.partition_point(|(tokens, ..)| tokens.start < start);
            let first = nearest.saturating_sub(WEIGHED / 2).min(figures.len().saturating_sub(WEIGHED));
            let near = &figures[first..figures.len().min(first + WEIGHED)];
            let see = near.iter().map(|(tokens, index, seen)| seen.get_or_init(|| self.see(share, *index, *tokens)));
            let seen: Vec<&Seen> = see.collect();
            all.extend(
                seen.iter().enumerate().map(|(order, one)| about.candidate(self.scene, deals, at, one, order, &seen)),
            );
        }
        all
    }

    fn see(&self, share: bool, index: usize, tokens: TokenRange) -> Seen {
        let (scene, document) = (self.scene, self.scene.reading.document());
        let sentence = document.sentence_of(tokens.start);
        let block = document.block_of(tokens.start);
        let within = document.sentences().get(sentence).map_or(tokens, |sentence| sentence.tokens);
        let heading = document.blocks().get(block).is_some_and(|block| block.kind == BlockKind::Heading);
        let mut words = Vec::with_capacity(2 * (BEFORE + AFTER) + 6);
        let mut word = |template: u64, value: u64| {
            words.push(push(value, 0x2b2b_2b2b_u64.wrapping_mul(template * 2 + 1 + u64::from(share))))
        };
        let stem = |at: Option<usize>| at.filter(|at| within.has(*at)).map_or(EDGE, |at| self.stem(at));
        let left = |n: usize| stem(tokens.start.checked_sub(n + 1));
        let right = |n: usize| stem(Some(tokens.end + n));
        (0..BEFORE).map(left).take_while(|stem| *stem != EDGE).for_each(|stem| word(1, stem));
        (0..AFTER).map(right).take_while(|stem| *stem != EDGE).for_each(|stem| word(2, stem));
        for n in 0..3 {
            word(10 + n as u64, left(n));
            word(15 + n as u64, right(n));
        }
        word(20, pair(left(1), left(0)));
        word(21, pair(right(0), right(1)));
        word(22, pair(left(0), right(0)));
        let mut facts = Vec::with_capacity(12);
        let mut fact = |template: u64, value: u64| {
            facts.push(push(value, 0x4d4d_4d4d_u64.wrapping_mul(template * 2 + 1 + u64::from(share))))
        };
        fact(0, if heading { 20 } else { document.sentences_before(sentence).min(8) as u64 });
        fact(1, document.blocks_before(block).min(6) as u64);
        fact(2, text(scene.reading.language(tokens.start).tag()));
        let value = if share {
            let role = shares::role(scene, index).map_or(0, |role| role as u64 + 1);
            fact(3, role);
            let share = scene.mentions.share(index);
            let value = share.as_ref().and_then(|share| figure(share.quantity)).unwrap_or_default();
            let quantity = share.map(|share| share.quantity).unwrap_or_default();
            fact(4, quantity.qualifier as u64);
            let tens = (value / Decimal::TEN).trunc().to_string();
            fact(5, text(&tens));
            fact(6, u64::from(value == Decimal::ONE_HUNDRED));
            fact(7, u64::from(value.is_integer()));
            value
        } else {
            let money = &scene.mentions.money[index];
            let role = sums::role(scene, index).map_or(0, |role| role as u64 + 1);
            fact(3, pair(role, sums::far(scene, index).map_or(0, |role| role as u64 + 1)));
            fact(4, money.quantity.qualifier as u64);
            fact(5, money.basis.map_or(0, |basis| basis as u64 + 1));
            fact(6, money.per.map_or(0, |per| per as u64 + 1));
            let value = figure(money.quantity).unwrap_or_default();
            fact(7, magnitude(value) as u64);
            fact(9, role);
            value
        };
        let year = |at: usize| document.tokens()[at].kind == TokenKind::Number && is_year(document.word(at));
        fact(8, u64::from(within.positions().take(64).any(year)));
        Seen { share, index, value, digits: magnitude(value), sentence, block, words, facts }
    }

    fn stem(&self, at: usize) -> u64 {
        let document = self.scene.reading.document();
        if document.tokens().get(at).is_some_and(|token| token.kind == TokenKind::Number) {
            return NUMBER;
        }
        let folded = document.folded(at);
        let end = folded.char_indices().nth(STEM).map_or(folded.len(), |(end, _)| end);
        text(&folded[..end])
    }
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && (word.starts_with("19") || word.starts_with("20"))
}

/// Digits before the point.
fn magnitude(value: Decimal) -> usize {
    let mut whole = value.trunc().abs();
    let mut digits = 0;
    while whole >= Decimal::ONE {
        whole = (whole / Decimal::TEN).trunc();
        digits += 1;
    }
    digits
}

/// Where a deal is told.
struct About {
    sentences: HashSet<usize>,
    blocks: HashSet<usize>,
    /// The sentences that name a party, by part.
    parties: Vec<(PartyRole, HashSet<usize>)>,
}

impl About {
    fn new(scene: &Scene<'_>, deal: &Deal, told: &[TokenRange]) -> Self {
        let document = scene.reading.document();
        let named = |party: &super::Party| {
            let mentions = party.entity.map_or(&[][..], |id| &scene.entities.get(id).mentions);
            mentions.iter().take(MENTIONS).map(|mention| document.sentence_of(mention.tokens.start)).collect()
        };
        Self {
            sentences: told.iter().map(|tokens| document.sentence_of(tokens.start)).collect(),
            blocks: told.iter().map(|tokens| document.block_of(tokens.start)).collect(),
            parties: deal.parties.iter().map(|party| (party.value.role, named(&party.value))).collect(),
        }
    }

    fn candidate(
        &self,
        scene: &Scene<'_>,
        deals: &[Deal],
        at: usize,
        one: &Seen,
        order: usize,
        all: &[&Seen],
    ) -> Candidate {
        let deal = &deals[at];
        let currency = if one.share { None } else { scene.mentions.money[one.index].currency };
        let said = said(deal, one, currency);
        let others = deals.iter().enumerate().filter(|(other, _)| *other != at).take(WEIGHED);
        let taken = others.map(|(_, other)| self::said(other, one, currency)).any(|said| said == 1);
        let mut features = one.words.clone();
        let add = |template: u64, value: u64| {
            push(value, 0x6c6c_6c6c_u64.wrapping_mul(template * 2 + 1 + u64::from(one.share)))
        };
        let kind = deal.kind.value as u64;
        let largest = all.iter().all(|other| other.value <= one.value);
        let same = all.iter().filter(|other| other.value == one.value).count().min(3) as u64;
        let most = all.iter().map(|other| other.digits).max().unwrap_or(0);
        let place =
            pair(u64::from(self.sentences.contains(&one.sentence)), u64::from(self.blocks.contains(&one.block)));
        let names = self
            .parties
            .iter()
            .fold(0u64, |mask, (role, sentences)| mask | u64::from(sentences.contains(&one.sentence)) << *role as u64);
        let mut facts = one.facts.clone();
        for (template, value) in [
            (0, place),
            (1, order.min(5) as u64),
            (2, all.len().min(6) as u64),
            (3, same),
            (4, u64::from(largest)),
            (5, (most - one.digits).min(6) as u64),
            (6, names),
            (7, u64::from(taken)),
            (8, u64::from(deal.background)),
        ] {
            facts.push(add(template, value));
        }
        features.push(add(20, said));
        features.push(add(21, kind));
        features.push(add(22, pair(said, kind)));
        for fact in &facts {
            features.push(*fact);
            features.push(add(23, pair(*fact, said)));
            features.push(add(24, pair(*fact, kind)));
        }
        Candidate { share: one.share, index: one.index, sentence: one.sentence, value: one.value, currency, features }
    }
}

/// What the rules say a figure is to a deal: 0 nothing, and they say no other; 1 its price or share; 2 another figure is; from 3 on
/// another figure of the deal.
fn said(deal: &Deal, one: &Seen, currency: Option<Currency>) -> u64 {
    if one.share {
        let Some(stake) = deal.stake.as_ref().map(|stake| stake.value) else { return 0 };
        let is = |quantity: Option<Quantity>| quantity.and_then(figure) == Some(one.value);
        return match () {
            () if is(stake.percent) => 1,
            () if is(stake.after) => 3,
            () if is(stake.before) => 4,
            () if stake.percent.or(stake.after).is_some() => 2,
            () => 5 + stake.control.map_or(0, |control| control as u64),
        };
    }
    let is = |price: &Option<Supported<Price>>| {
        price
            .as_ref()
            .is_some_and(|price| figure(price.value.quantity) == Some(one.value) && price.value.currency == currency)
    };
    match &deal.amount {
        _ if is(&deal.amount) => 1,
        _ if is(&deal.per_share) => 3,
        _ if is(&deal.valuation) => 4,
        Some(amount) if amount.value.disclosed => 2,
        Some(_) => 5,
        None => 0,
    }
}
