//! Training of whether an article tells a deal, and of which type: a softmax over its opening and what the frames made of it.

use std::path::Path;

use crate::articles::{self, Annotated, Told};
use crate::softmax::{self, Example, Settings, fit};
use dealfacts::facts::scorer::gist::{CLASSES, TYPES, WIDTH, draw};
use dealfacts::facts::scorer::weights::{Scores, Table};
use dealfacts::facts::{Deal, DealType};
use dealfacts::{Analyzer, Article};

const SETTINGS: Settings = Settings { bits: 17, epochs: 8, rate: 0.1, seed: 7 };

/// An article as the model sees it.
struct Drawn {
    features: Vec<(u64, i32)>,
    class: usize,
    /// The class that the frames give it.
    framed: usize,
}

fn drawn(analyzer: &Analyzer, annotated: &Annotated) -> Drawn {
    let mut article = Article::from_text(annotated.text.clone());
    article.language = Some(annotated.language.clone());
    analyzer.analyze(&article, |analysis| {
        let (features, deals) = draw(analysis.reading, analysis.mentions, analysis.entities);
        let first = deals.iter().find(|deal| !deal.background);
        let told = first.and_then(|deal| annotated.deals.iter().find(|told| shares_party(annotated, told, deal)));
        let class = told.or(annotated.deals.first()).map_or(0, class);
        let known = |deal: &Deal| TYPES.iter().position(|kind| *kind == deal.kind.value).map_or(0, |at| at + 1);
        Drawn { features, class, framed: first.map_or(0, known) }
    })
}

fn shares_party(annotated: &Annotated, told: &Told, deal: &Deal) -> bool {
    deal.parties.iter().any(|party| told.parties.iter().any(|(_, name)| annotated.same(name, &party.value.name)))
}

/// The class of a deal's type.
fn class(told: &Told) -> usize {
    let kind = match told.kind.as_str() {
        "acquisition" => DealType::Acquisition,
        "majority_stake" => DealType::MajorityStake,
        "minority_stake" | "stake_increase" => DealType::MinorityStake,
        "asset_purchase" => DealType::AssetPurchase,
        "divestiture" => DealType::Divestiture,
        "takeover_bid" => DealType::TakeoverBid,
        "merger" => DealType::Merger,
        "joint_venture" => DealType::JointVenture,
        "funding_round" => DealType::FundingRound,
        "ipo" => DealType::Ipo,
        "spin_off" => DealType::SpinOff,
        _ => return 1,
    };
    TYPES.iter().position(|known| *known == kind).map_or(0, |at| at + 1)
}

fn learn(articles: &[&Drawn]) -> Vec<u8> {
    let example =
        |article: &&Drawn| Example { rows: softmax::rows(&article.features, SETTINGS.bits), class: article.class };
    let mut table = vec![0; WIDTH << SETTINGS.bits];
    let mut examples: Vec<_> = articles.iter().map(example).collect();
    softmax::write(&mut table, WIDTH, 0, &fit::<CLASSES>(&mut examples, &SETTINGS));
    table
}

/// Learns from the articles of a folder and the texts of `news` that tell no deal, and writes the table into the folder
/// `model`.
pub fn train(folder: &Path, news: &Path, model: &Path) -> Result<(), String> {
    let mut articles = articles::draw(folder, drawn)?;
    let analyzer = Analyzer::new();
    articles.extend(articles::without_deals(news)?.iter().map(|article| drawn(&analyzer, article)));
    let path = model.join("gist.bin");
    let bytes = learn(&articles.iter().collect::<Vec<_>>());
    std::fs::write(&path, bytes).map_err(|e| format!("{}: {e}", path.display()))
}

/// Learns from four articles of five and prints how well the fifth is read, five times.
pub fn holdout(folder: &Path) -> Result<(), String> {
    let articles = articles::draw(folder, drawn)?;
    let (mut told, mut framed, mut types) = ([[0; 2]; 2], [[0; 2]; 2], [0; 2]);
    for (known, unknown) in articles::folds(&articles) {
        let bytes = learn(&known);
        let table: Table<'_, WIDTH> = Table::new(&bytes);
        for article in unknown {
            let mut scores = Scores::default();
            article.features.iter().for_each(|(feature, value)| table.add_scaled(*feature, *value, &mut scores));
            let found = scores.best(0..CLASSES).class;
            let is = |class: usize| usize::from(class > 0);
            told[is(article.class)][is(found)] += 1;
            framed[is(article.class)][is(article.framed)] += 1;
            types[0] += usize::from(found == article.class);
            types[1] += usize::from(article.framed == article.class);
        }
    }
    for (title, [none, deal], types) in [("the frames alone", framed, types[1]), ("all together", told, types[0])] {
        println!(
            "{title:18} a deal seen in {} of {}, none in {} of {}; type right in {types}",
            deal[1],
            deal[0] + deal[1],
            none[0],
            none[0] + none[1]
        );
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_articles_give_the_same_bytes() {
        let all = articles::read(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/articles"))).unwrap();
        let sample: Vec<Drawn> = all.iter().step_by(97).map(|one| drawn(&Analyzer::new(), one)).collect();
        let sample: Vec<&Drawn> = sample.iter().collect();
        let once = learn(&sample);
        assert!(once == learn(&sample));
        assert!(once.iter().any(|weight| *weight != 0));
    }
}
