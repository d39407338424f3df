//! Training of who plays which part in an article: a softmax over all that is seen of each entity.

use std::path::Path;

use crate::articles::{self, Annotated};
use crate::softmax::{self, Example, Settings, fit};
use dealfacts::entities::EntityId;
use dealfacts::facts::scorer::cast::{CLASSES, Role, Told, WIDTH, draw};
use dealfacts::facts::scorer::weights::{Scores, Table};
use dealfacts::{Analyzer, Article};

/// More steps, or longer ones, read unseen articles worse.
const SETTINGS: Settings = Settings { bits: 17, epochs: 10, rate: 0.03, seed: 5 };

/// The entities that an article names.
struct Drawn {
    entities: Vec<Entity>,
    told: Vec<Told>,
    /// Parties of its deals that are no entity.
    missed: usize,
}

struct Entity {
    id: EntityId,
    class: usize,
    features: Vec<(u64, i32)>,
}

fn drawn(analyzer: &Analyzer, annotated: &Annotated) -> Drawn {
    let mut article = Article::from_text(annotated.text.clone());
    article.language = Some(annotated.language.clone());
    analyzer.analyze(&article, |analysis| {
        let (features, told) = draw(analysis.reading, analysis.mentions, analysis.entities);
        let class = |id: usize| {
            let entity = analysis.entities.get(EntityId(id));
            let forms: Vec<&str> = std::iter::once(&entity.name).chain(&entity.aliases).map(String::as_str).collect();
            let part = annotated.part(&forms);
            part.and_then(|part| Role::ALL.iter().position(|role| *role == part)).map_or(0, |at| at + 1)
        };
        let entities: Vec<Entity> = features
            .into_iter()
            .enumerate()
            .filter(|(_, features)| !features.is_empty())
            .map(|(id, features)| Entity { id: EntityId(id), class: class(id), features })
            .collect();
        let parties: usize = annotated.deals.iter().map(|deal| deal.parties.len()).sum();
        let missed = parties.saturating_sub(entities.iter().filter(|entity| entity.class > 0).count());
        Drawn { entities, told, missed }
    })
}

/// The scores of an article's entities.
fn read(table: Table<'_, WIDTH>, article: &Drawn) -> Vec<Scores<WIDTH>> {
    let scores = |entity: &Entity| {
        let mut scores = Scores::default();
        entity.features.iter().for_each(|(feature, value)| table.add_scaled(*feature, *value, &mut scores));
        scores
    };
    article.entities.iter().map(scores).collect()
}

fn learn(articles: &[&Drawn]) -> Vec<u8> {
    let entities = articles.iter().flat_map(|article| &article.entities);
    let example =
        |entity: &Entity| Example { rows: softmax::rows(&entity.features, SETTINGS.bits), class: entity.class };
    let mut table = vec![0; WIDTH << SETTINGS.bits];
    softmax::write(&mut table, WIDTH, 0, &fit::<CLASSES>(&mut entities.map(example).collect::<Vec<_>>(), &SETTINGS));
    table
}

/// Learns from the articles of a folder and writes the table into the folder `model`.
pub fn train(folder: &Path, model: &Path) -> Result<(), String> {
    let articles = articles::draw(folder, drawn)?;
    let path = model.join("cast.bin");
    let bytes = learn(&articles.iter().collect::<Vec<_>>());
    std::fs::write(&path, bytes).map_err(|e| format!("{}: {e}", path.display()))
}

/// Learns from four articles of five and prints how well the fifth is read, five times.
pub fn holdout(folder: &Path) -> Result<(), String> {
    let articles = articles::draw(folder, drawn)?;
    let (mut frames, mut all) = (Count::default(), Count::default());
    for (known, unknown) in articles::folds(&articles) {
        let bytes = learn(&known);
        for article in unknown {
            for (entity, scores) in article.entities.iter().zip(read(Table::new(&bytes), article)) {
                frames.add(entity.class, article.told[entity.id.0].role);
                all.add(entity.class, scores.best(0..CLASSES).class);
            }
            frames.missed += article.missed;
            all.missed += article.missed;
        }
    }
    frames.print("the frames alone");
    all.print("all together");
    Ok(())
}

#[derive(Default)]
struct Count {
    right: usize,
    found: usize,
    gold: usize,
    missed: usize,
    classes: [[usize; 3]; CLASSES],
}

impl Count {
    fn add(&mut self, gold: usize, found: usize) {
        self.right += usize::from(gold > 0 && gold == found);
        self.found += usize::from(found > 0);
        self.gold += usize::from(gold > 0);
        self.classes[gold][0] += 1;
        self.classes[found][1] += 1;
        self.classes[gold][2] += usize::from(gold == found);
    }

    fn print(&self, title: &str) {
        let (p, r) = (self.right as f64 / self.found as f64, self.right as f64 / (self.gold + self.missed) as f64);
        println!("{title:22} P {p:.3} R {r:.3} F1 {:.3}", 2.0 * p * r / (p + r));
        for (name, [gold, found, right]) in ["none", "acquirer", "target", "seller", "partner"].iter().zip(self.classes)
        {
            println!("  {name:10} {gold:5} P {:.3} R {:.3}", right as f64 / found as f64, right as f64 / gold as f64);
        }
    }
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
