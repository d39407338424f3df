//! Training of the scorer of deals: four softmax heads over the features of names and of sentences.

use std::ops::Range;
use std::path::Path;

use crate::crf::exp;
use crate::items::{Item, STATUSES, TYPES, Told, examples};
use crate::random::Random;
use dealfacts::facts::scorer::features::Sentence;
use dealfacts::facts::scorer::weights::{Best, SCALE, Scores, Table, WIDTH, row};
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
/// How fast weights that nothing confirms shrink.
const DECAY: f32 = 1e-3;
/// Parts of the items that each take their turn at being read by weights that do not know them.
const FOLDS: usize = 7;
/// The companies of the lexicons' examples.
const COMPANIES: [&str; 4] = ["Boreal", "Boréal", "Arden", "Cairn"];
/// Where the lexicons are.
const LEXICONS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../src/language/lexicons");
/// One item of so many is held out.
const HELD: usize = 5;

/// The rows of something's features, and its class.
#[derive(Clone)]
struct Example {
    rows: Vec<usize>,
    class: usize,
}

/// What the items show; `second` where a first reading was given.
#[derive(Default)]
struct Examples {
    first: Vec<Example>,
    second: Vec<Example>,
    kinds: Vec<Example>,
    statuses: Vec<Example>,
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
            sentence.name(index, &mut |feature| rows.push(row(feature, NAME_BITS)));
            self.first.push(Example { rows: rows.clone(), class });
            if let Some(first) = &first {
                sentence.joint(index, first, &mut |feature| rows.push(row(feature, NAME_BITS)));
                self.second.push(Example { rows, class });
            }
        }
        let mut rows = Vec::new();
        sentence.whole(&mut |feature| rows.push(row(feature, SENTENCE_BITS)));
        // What goes on about a buyer alone need not tell the deal.
        let parties = classes.iter().filter(|class| **class > 0).count();
        let Some(Told { kind, status }) = item.told else { return };
        if kind == 0 || parties > 1 || classes.iter().any(|class| *class > 1) {
            self.kinds.push(Example { rows: rows.clone(), class: kind });
        }
        self.statuses.extend(status.map(|class| Example { rows, class }));
    }
}

/// Weights of one head, a row of classes for each row of the table: a softmax by AdaGrad, averaged over the later half.
fn fit(examples: &mut [Example], bits: u32, head: Range<usize>, rate: f32) -> Vec<[f32; WIDTH]> {
    let classes = head.len();
    let mut random = Random::new(3);
    let mut weights = vec![[0.0f32; WIDTH]; 1 << bits];
    let mut squares = vec![[1.0f32; WIDTH]; 1 << bits];
    let mut means = vec![[0.0f32; WIDTH]; 1 << bits];
    for epoch in 0..EPOCHS {
        random.shuffle(examples);
        for example in examples.iter() {
            let mut scores = [0.0f32; WIDTH];
            for row in &example.rows {
                for (score, weight) in scores.iter_mut().zip(&weights[*row][..classes]) {
                    *score += weight;
                }
            }
            let top = scores[..classes].iter().copied().fold(f32::MIN, f32::max);
            let mut gradient = scores.map(|score| exp(score - top));
            let sum: f32 = gradient[..classes].iter().sum();
            for odds in &mut gradient {
                *odds /= -sum;
            }
            gradient[example.class] += 1.0;
            for row in &example.rows {
                for n in 0..classes {
                    let step = gradient[n] - DECAY * weights[*row][n];
                    squares[*row][n] += step * step;
                    weights[*row][n] += rate * step / squares[*row][n].sqrt();
                }
            }
        }
        if epoch * 2 >= EPOCHS {
            for (mean, row) in means.iter_mut().flatten().zip(weights.iter().flatten()) {
                *mean += row * 2.0 / EPOCHS as f32;
            }
        }
    }
    means
}

/// A table of some heads, each in its columns.
fn pack(heads: &[(Range<usize>, Vec<[f32; WIDTH]>)]) -> Vec<u8> {
    let rows = heads.first().map_or(0, |(_, weights)| weights.len());
    let mut bytes = vec![0; rows * WIDTH];
    for (head, weights) in heads {
        for (row, weights) in bytes.chunks_exact_mut(WIDTH).zip(weights) {
            for (byte, weight) in row[head.clone()].iter_mut().zip(weights) {
                *byte = (weight * SCALE).round() as i8 as u8;
            }
        }
    }
    bytes
}

struct Tables {
    names: Vec<u8>,
    sentences: Vec<u8>,
}

fn learn(items: &[&Item]) -> Tables {
    let folds: Vec<Vec<u8>> = (0..FOLDS)
        .map(|fold| {
            let others: Vec<&Item> =
                items.iter().enumerate().filter(|(n, _)| n % FOLDS != fold).map(|(_, item)| *item).collect();
            pack(&[(FIRST, fit(&mut draw(&others, &[]).first, NAME_BITS, FIRST, NAME_RATE))])
        })
        .collect();
    let mut examples = draw(items, &folds);
    Tables {
        names: pack(&[
            (FIRST, fit(&mut examples.first, NAME_BITS, FIRST, NAME_RATE)),
            (SECOND, fit(&mut examples.second, NAME_BITS, SECOND, NAME_RATE)),
        ]),
        sentences: pack(&[
            (KIND, fit(&mut examples.kinds, SENTENCE_BITS, KIND, SENTENCE_RATE)),
            (STATUS, fit(&mut examples.statuses, SENTENCE_BITS, STATUS, SENTENCE_RATE)),
        ]),
    }
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
fn print(bytes: &[u8], bits: u32, head: Range<usize>, test: &[Example], title: &str, names: &[&str]) {
    let table = Table::new(bytes);
    let mut counts = vec![[0usize; 3]; names.len()];
    for example in test {
        let mut scores = Scores::default();
        for row in &example.rows {
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
