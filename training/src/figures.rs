//! Training of which figures belong to a deal: a softmax over what is seen of each.

use std::path::Path;

use crate::articles::{self, Annotated, Told};
use crate::softmax::{self, Example, Settings, fit};
use dealfacts::facts::Deal;
use dealfacts::facts::scorer::figures::{Candidate, WIDTH, draw};
use dealfacts::facts::scorer::weights::{ONE, Table};
use dealfacts::{Analyzer, Article};

const SETTINGS: Settings = Settings { bits: 17, epochs: 8, rate: 0.05, seed: 9 };

/// A deal with the figures that may be its own, and whether each is.
struct Drawn {
    candidates: Vec<(Candidate, bool)>,
    /// Whether it has a price and a share.
    has: [bool; 2],
    /// The position of what the rules take for its price and share.
    ruled: [Option<usize>; 2],
}

fn drawn(analyzer: &Analyzer, annotated: &Annotated) -> Vec<Drawn> {
    let mut article = Article::from_text(annotated.text.clone());
    article.language = Some(annotated.language.clone());
    analyzer.analyze(&article, |analysis| {
        let deals = draw(analysis.reading, analysis.mentions, analysis.entities);
        let told = deals.into_iter().filter_map(|(deal, candidates)| {
            let told = annotated.deals.iter().find(|told| is(annotated, told, &deal))?;
            Some(judged(told, &deal, candidates))
        });
        told.collect()
    })
}

/// Whether a deal is the one told: what is bought is the same, or else somebody who buys or sells.
fn is(annotated: &Annotated, told: &Told, deal: &Deal) -> bool {
    deal.parties.iter().any(|party| told.parties.iter().any(|(_, name)| annotated.same(name, &party.value.name)))
}

fn judged(told: &Told, deal: &Deal, candidates: Vec<Candidate>) -> Drawn {
    let right = |one: &Candidate| {
        let value: f64 = one.value.to_string().parse().unwrap_or_default();
        let near = |other: &f64| (value - other).abs() <= 0.005 * value.abs();
        if one.share {
            return told.shares.iter().any(near);
        }
        let code = one.currency.map(|currency| currency.code().to_owned());
        told.price.as_ref().is_some_and(|(price, currency)| near(price) && code.as_ref() == Some(currency))
            || told.accepted.iter().any(near)
    };
    let figure = |quantity: dealfacts::mentions::Quantity| quantity.value.or(quantity.max);
    let price = deal.amount.as_ref().and_then(|amount| figure(amount.value.quantity));
    let share = deal.stake.as_ref().and_then(|stake| stake.value.percent.or(stake.value.after)).and_then(figure);
    let find = |wanted, share| candidates.iter().position(|one| one.share == share && Some(one.value) == wanted);
    let ruled = [find(price, false), find(share, true)];
    Drawn {
        ruled,
        has: [told.price.is_some(), !told.shares.is_empty()],
        candidates: candidates.into_iter().map(|one| (right(&one), one)).map(|(right, one)| (one, right)).collect(),
    }
}

fn learn(deals: &[&Drawn]) -> Vec<u8> {
    let example = |(one, right): &(Candidate, bool)| {
        let features: Vec<(u64, i32)> = one.features.iter().map(|feature| (*feature, ONE)).collect();
        Example { rows: softmax::rows(&features, SETTINGS.bits), class: usize::from(*right) }
    };
    let mut examples: Vec<Example> = deals.iter().flat_map(|deal| &deal.candidates).map(example).collect();
    let mut table = vec![0; WIDTH << SETTINGS.bits];
    softmax::write(&mut table, WIDTH, 0, &fit::<WIDTH>(&mut examples, &SETTINGS));
    table
}

/// Learns from the articles of a folder and writes the table into the folder `model`.
pub fn train(folder: &Path, model: &Path) -> Result<(), String> {
    let articles = articles::draw(folder, drawn)?;
    let path = model.join("figures.bin");
    let bytes = learn(&articles.iter().flatten().collect::<Vec<_>>());
    std::fs::write(&path, bytes).map_err(|e| format!("{}: {e}", path.display()))
}

/// Learns from four articles of five and prints how well the fifth is read, five times.
pub fn holdout(folder: &Path) -> Result<(), String> {
    let articles = articles::draw(folder, drawn)?;
    let leads = [-36, -24, -15, -6, 0, 12];
    let mut rules = [Count::default(); 2];
    let mut all = [[Count::default(); 2]; 6];
    for (known, unknown) in articles::folds(&articles) {
        let known: Vec<&Drawn> = known.into_iter().flatten().collect();
        let bytes = learn(&known);
        for deal in unknown.into_iter().flatten() {
            for share in [false, true] {
                let kind = usize::from(share);
                let ruled = deal.ruled[kind].map(|at| deal.candidates[at].1);
                rules[kind].add(deal.has[kind], ruled);
                let own = deal.candidates.iter().filter(|(one, _)| one.share == share);
                let best = own
                    .map(|(one, right)| (Table::new(&bytes).lead(&one.features), *right))
                    .max_by_key(|(lead, _)| *lead);
                for (least, counts) in leads.iter().zip(&mut all) {
                    counts[kind].add(deal.has[kind], best.filter(|(lead, _)| lead >= least).map(|(_, right)| right));
                }
            }
        }
    }
    println!("the rules alone    {} {}", rules[0], rules[1]);
    for (least, counts) in leads.iter().zip(all) {
        println!("lead {least:4}          {} {}", counts[0], counts[1]);
    }
    Ok(())
}

#[derive(Clone, Copy, Default)]
struct Count {
    right: usize,
    found: usize,
    gold: usize,
}

impl Count {
    fn add(&mut self, has: bool, found: Option<bool>) {
        self.gold += usize::from(has);
        self.found += usize::from(found.is_some());
        self.right += usize::from(found == Some(true));
    }
}

impl std::fmt::Display for Count {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (p, r) = (self.right as f64 / self.found as f64, self.right as f64 / self.gold as f64);
        write!(f, "P {p:.3} R {r:.3} F1 {:.3}", 2.0 * p * r / (p + r))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_articles_give_the_same_bytes() {
        let all = articles::read(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/articles"))).unwrap();
        let sample: Vec<Drawn> = all.iter().step_by(97).flat_map(|one| drawn(&Analyzer::new(), one)).collect();
        let sample: Vec<&Drawn> = sample.iter().collect();
        let once = learn(&sample);
        assert!(once == learn(&sample));
        assert!(once.iter().any(|weight| *weight != 0));
    }
}
