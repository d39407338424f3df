//! Training of whether a deal besides others is one of its own: a softmax over what is seen of it and what it shares with them.

use std::path::Path;

use crate::articles::{self, Annotated, Told};
use crate::softmax::{self, Example, Settings, fit};
use dealfacts::facts::scorer::cast::Role;
use dealfacts::facts::scorer::standing::{WIDTH, draw};
use dealfacts::facts::scorer::weights::{ONE, Table};
use dealfacts::facts::{Deal, PartyRole};
use dealfacts::{Analyzer, Article};

const SETTINGS: Settings = Settings { bits: 14, epochs: 12, rate: 0.05, seed: 11 };

/// A deal among others, and whether it is one.
struct Drawn {
    features: Vec<u64>,
    stands: bool,
}

fn drawn(analyzer: &Analyzer, annotated: &Annotated) -> Vec<Drawn> {
    if annotated.later {
        return Vec::new();
    }
    let mut article = Article::from_text(annotated.text.clone());
    article.language = Some(annotated.language.clone());
    analyzer.analyze(&article, |analysis| {
        let deals = draw(analysis.reading, analysis.mentions, analysis.entities);
        if deals.len() < 2 {
            return Vec::new();
        }
        let told = tellers(annotated, &deals);
        let judged = deals.into_iter().zip(told).filter_map(|((deal, features), stands)| {
            // What the article tells in passing may be told or not.
            let passing = !stands && annotated.past.iter().any(|told| alike(annotated, told, &deal) > 0);
            (!passing).then_some(Drawn { features, stands })
        });
        judged.collect()
    })
}

/// Which deals are told: for each told deal the one that is most alike, the most alike pairs first.
fn tellers(annotated: &Annotated, deals: &[(Deal, Vec<u64>)]) -> Vec<bool> {
    let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
    for (at, told) in annotated.deals.iter().enumerate() {
        for (position, (deal, _)) in deals.iter().enumerate() {
            pairs.push((alike(annotated, told, deal), at, position));
        }
    }
    pairs.sort_by_key(|(alike, at, position)| (std::cmp::Reverse(*alike), *at, *position));
    let (mut taken, mut stands) = (vec![false; annotated.deals.len()], vec![false; deals.len()]);
    for (alike, at, position) in pairs {
        if alike > 0 && !taken[at] && !stands[position] {
            taken[at] = true;
            stands[position] = true;
        }
    }
    stands
}

/// How far the parties of a deal are those told: what is bought counts more than who buys, and either in the other's place less.
fn alike(annotated: &Annotated, told: &Told, deal: &Deal) -> usize {
    let side = |role: PartyRole| match role {
        PartyRole::Target => Some(true),
        PartyRole::Acquirer | PartyRole::Investor | PartyRole::Partner => Some(false),
        PartyRole::Seller | PartyRole::Adviser => None,
    };
    let mut sum = 0;
    for (role, name) in told.parties.iter().filter(|(role, _)| *role != Role::Seller) {
        let bought = *role == Role::Target;
        let same = deal.parties.iter().filter(|party| annotated.same(name, &party.value.name));
        sum += same
            .filter_map(|party| side(party.value.role))
            .map(|other| match (bought, other) {
                (true, true) => 3,
                (false, false) => 2,
                _ => 1,
            })
            .max()
            .unwrap_or(0);
    }
    sum
}

fn learn(deals: &[&Drawn]) -> Vec<u8> {
    let example = |deal: &&Drawn| {
        let features: Vec<(u64, i32)> = deal.features.iter().map(|feature| (*feature, ONE)).collect();
        Example { rows: softmax::rows(&features, SETTINGS.bits), class: usize::from(deal.stands) }
    };
    let mut table = vec![0; WIDTH << SETTINGS.bits];
    softmax::write(&mut table, WIDTH, 0, &fit::<WIDTH>(&mut deals.iter().map(example).collect::<Vec<_>>(), &SETTINGS));
    table
}

/// Learns from the articles of a folder and writes the table into the folder `model`.
pub fn train(folder: &Path, model: &Path) -> Result<(), String> {
    let articles = articles::draw(folder, drawn)?;
    let path = model.join("standing.bin");
    let bytes = learn(&articles.iter().flatten().collect::<Vec<_>>());
    std::fs::write(&path, bytes).map_err(|e| format!("{}: {e}", path.display()))
}

/// Learns from four articles of five and prints how well the fifth is read, five times.
pub fn holdout(folder: &Path) -> Result<(), String> {
    let articles = articles::draw(folder, drawn)?;
    let least = [-48, -32, -24, -16, -8, 0];
    let (mut left, mut count) = ([[0usize; 2]; 6], [0usize; 2]);
    for (known, unknown) in articles::folds(&articles) {
        let bytes = learn(&known.into_iter().flatten().collect::<Vec<_>>());
        for deal in unknown.into_iter().flatten() {
            let lead = Table::new(&bytes).lead(&deal.features);
            count[usize::from(deal.stands)] += 1;
            for (least, left) in least.iter().zip(&mut left) {
                left[usize::from(deal.stands)] += usize::from(lead < *least);
            }
        }
    }
    println!("besides others: {} deals, {} of them none", count[0] + count[1], count[0]);
    for (least, [none, deals]) in least.iter().zip(left) {
        println!("lead below {least:3}: {none} that are none taken away, and {deals} deals");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_articles_give_the_same_bytes() {
        let all = articles::read(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/articles"))).unwrap();
        let sample: Vec<Drawn> = all.iter().step_by(41).flat_map(|one| drawn(&Analyzer::new(), one)).collect();
        let sample: Vec<&Drawn> = sample.iter().collect();
        let once = learn(&sample);
        assert!(once == learn(&sample));
        assert!(once.iter().any(|weight| *weight != 0));
    }
}
