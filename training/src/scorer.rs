//! Training of the scorer of deals: four softmax heads over the features of names and of sentences.

use std::ops::Range;
use std::path::Path;

use crate::items::{Item, STATUSES, TYPES, Told, examples};
use crate::softmax::{self, Settings, fit};
use dealfacts::facts::scorer::features::Sentence;
use dealfacts::facts::scorer::weights::{Best, Scores, Table, WIDTH, row};
use dealfacts::facts::scorer::{FIRST, KIND, Part, SECOND, STATUS, each_sentence, read_names};
use dealfacts::language::UserLexicon;
use dealfacts::{Analyzer, Article};

/// Rows of the tables, as powers of two.
const NAME_BITS: u32 = 16;
const SENTENCE_BITS: u32 = 15;
const EPOCHS: usize = 8;
/// Step of the heads of names and of sentences. More, or longer training, reads unseen items worse.
const NAME_RATE: f32 = 0.03;
const SENTENCE_RATE: f32 = 0.05;
/// Parts of the items that each take their turn at being read by weights that do not know them.
const FOLDS: usize = 7;
/// The companies of the lexicons' examples.
const COMPANIES: [&str; 4] = ["Boreal", "Boréal", "Arden", "Cairn"];
/// Where the lexicons are.
const LEXICONS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../src/language/lexicons");
/// One item of so many is held out.
const HELD: usize = 5;

/// What the items show; `second` where a first reading was given.
#[derive(Default)]
struct Examples {
    first: Vec<softmax::Example>,
    second: Vec<softmax::Example>,
    kinds: Vec<softmax::Example>,
    statuses: Vec<softmax::Example>,
}

/// Draws the examples of `items`, each item's first reading being made with the table of its fold.
fn draw(items: &[&Item], folds: &[Vec<u8>]) -> Examples {
    let rows = COMPANIES.map(|name| format!("[[known]]\nkind = \"company\"\nnames = [\"{name}\"]\n"));
    let known = UserLexicon::from_toml(&rows.concat()).expect("the names are well formed");
    let analyzer = Analyzer::with_lexicon(known);
    let mut examples = Examples::default();
    for (number, item) in items.iter().enumerate() {
        let mut article = Article::from_text(item.text.clone());
        article.language = Some(item.language.clone());
        let fold = folds.get(number % folds.len().max(1)).map(|bytes| Table::new(bytes));
        analyzer.analyze(&article, |analysis| {
            each_sentence(analysis.reading, analysis.mentions, analysis.entities, |sentence| {
                let classes: Vec<usize> = sentence
                    .names()
                    .iter()
                    .map(|name| {
                        let span = analysis.reading.document().span(name.tokens);
                        let part = item.parts().find(|(_, name)| name.start < span.end && span.start < name.end);
                        part.and_then(|(part, _)| Part::ALL.iter().position(|known| *known == part))
                            .map_or(0, |at| at + 1)
                    })
                    .collect();
                examples.add(item, sentence, &classes, fold);
            });
        });
    }
    examples
}

impl Examples {
    fn add(&mut self, item: &Item, sentence: &Sentence<'_>, classes: &[usize], fold: Option<Table<'_>>) {
        let first: Option<Vec<Best>> =
            fold.map(|table| read_names(sentence, table).iter().map(|scores| scores.best(FIRST)).collect());
        for (index, class) in classes.iter().copied().enumerate() {
            let mut rows = Vec::new();
            sentence.name(index, &mut |feature| rows.push((row(feature, NAME_BITS), 1.0)));
            self.first.push(softmax::Example { rows: rows.clone(), class });
            if let Some(first) = &first {
                sentence.joint(index, first, &mut |feature| rows.push((row(feature, NAME_BITS), 1.0)));
                self.second.push(softmax::Example { rows, class });
            }
        }
        let mut rows = Vec::new();
        sentence.whole(&mut |feature| rows.push((row(feature, SENTENCE_BITS), 1.0)));
        // What goes on about a buyer alone need not tell the deal.
        let parties = classes.iter().filter(|class| **class > 0).count();
        let Some(Told { kind, status }) = item.told else { return };
        if kind == 0 || parties > 1 || classes.iter().any(|class| *class > 1) {
            self.kinds.push(softmax::Example { rows: rows.clone(), class: kind });
        }
        self.statuses.extend(status.map(|class| softmax::Example { rows, class }));
    }
}

/// Columns of the heads.
const PARTS: usize = FIRST.end - FIRST.start;
const KINDS: usize = KIND.end - KIND.start;
const STATES: usize = STATUS.end - STATUS.start;

const NAME: Settings = Settings { bits: NAME_BITS, epochs: EPOCHS, rate: NAME_RATE, seed: 3 };
const SENTENCE: Settings = Settings { bits: SENTENCE_BITS, epochs: EPOCHS, rate: SENTENCE_RATE, seed: 3 };

struct Tables {
    names: Vec<u8>,
    sentences: Vec<u8>,
}

fn learn(items: &[&Item]) -> Tables {
    let folds: Vec<Vec<u8>> = (0..FOLDS)
        .map(|fold| {
            let others: Vec<&Item> =
                items.iter().enumerate().filter(|(n, _)| n % FOLDS != fold).map(|(_, item)| *item).collect();
            let mut table = vec![0; WIDTH << NAME_BITS];
            softmax::write(&mut table, WIDTH, FIRST.start, &fit::<PARTS>(&mut draw(&others, &[]).first, &NAME));
            table
        })
        .collect();
    let mut examples = draw(items, &folds);
    let mut tables = Tables { names: vec![0; WIDTH << NAME_BITS], sentences: vec![0; WIDTH << SENTENCE_BITS] };
    softmax::write(&mut tables.names, WIDTH, FIRST.start, &fit::<PARTS>(&mut examples.first, &NAME));
    softmax::write(&mut tables.names, WIDTH, SECOND.start, &fit::<PARTS>(&mut examples.second, &NAME));
    softmax::write(&mut tables.sentences, WIDTH, KIND.start, &fit::<KINDS>(&mut examples.kinds, &SENTENCE));
    softmax::write(&mut tables.sentences, WIDTH, STATUS.start, &fit::<STATES>(&mut examples.statuses, &SENTENCE));
    tables
}

/// The items of a folder that say what they tell.
fn read(folder: &Path) -> Result<Vec<Item>, String> {
    let items = crate::items::read(folder)?;
    Ok(items.into_iter().filter(|item| item.told.is_some()).collect())
}

/// Learns from the items of a folder and writes the tables into the folder `model`.
pub fn train(folder: &Path, model: &Path) -> Result<(), String> {
    let mut items = read(folder)?;
    items.extend(examples(Path::new(LEXICONS))?);
    let tables = learn(&items.iter().collect::<Vec<_>>());
    for (name, bytes) in [("names.bin", &tables.names), ("sentences.bin", &tables.sentences)] {
        let path = model.join(name);
        std::fs::write(&path, bytes).map_err(|e| format!("{}: {e}", path.display()))?;
    }
    Ok(())
}

/// Learns from four items of five and prints how well the fifth is read.
pub fn holdout(folder: &Path) -> Result<(), String> {
    let items = read(folder)?;
    let part = |held: bool| {
        let chosen = items.iter().enumerate().filter(|(n, _)| (n % HELD == HELD - 1) == held);
        chosen.map(|(_, item)| item).collect::<Vec<_>>()
    };
    let own = examples(Path::new(LEXICONS))?;
    let tables = learn(&part(false).into_iter().chain(&own).collect::<Vec<_>>());
    let test = draw(&part(true), std::slice::from_ref(&tables.names));
    let parts = ["-", "acquirer", "target", "seller", "partner", "venture"];
    print(&tables.names, NAME_BITS, FIRST, &test.first, "parts, a name by itself", &parts);
    print(&tables.names, NAME_BITS, SECOND, &test.second, "parts, with the others", &parts);
    print(&tables.sentences, SENTENCE_BITS, KIND, &test.kinds, "type", &TYPES);
    print(&tables.sentences, SENTENCE_BITS, STATUS, &test.statuses, "status", &STATUSES);
    Ok(())
}

/// Precision and recall of each class of a head.
fn print(bytes: &[u8], bits: u32, head: Range<usize>, test: &[softmax::Example], title: &str, names: &[&str]) {
    let table: Table<'_> = Table::new(bytes);
    let mut counts = vec![[0usize; 3]; names.len()];
    for example in test {
        let mut scores: Scores = Scores::default();
        for (row, _) in &example.rows {
            table.add((*row as u64) << (u64::BITS - bits), &mut scores);
        }
        let found = scores.best(head.clone()).class;
        counts[example.class][0] += 1;
        counts[found][1] += 1;
        counts[found][2] += usize::from(found == example.class);
    }
    let right: usize = counts.iter().map(|[_, _, right]| right).sum();
    println!("{title}: {right} of {} right", test.len());
    for (name, [gold, found, right]) in names.iter().zip(&counts) {
        let [precision, recall] = [found, gold].map(|all| *right as f64 / (*all).max(1) as f64);
        println!("  {name:14} {gold:5} {precision:9.3} {recall:6.3}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_items_give_the_same_bytes() {
        let items = read(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/items"))).unwrap();
        let sample: Vec<&Item> = items.iter().step_by(97).collect();
        let (once, twice) = (learn(&sample), learn(&sample));
        assert!(once.names == twice.names && once.sentences == twice.sentences);
        assert!(once.names.iter().any(|weight| *weight != 0));
    }
}
