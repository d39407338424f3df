//! Scores of the tagger on annotated text: exact spans, titles before persons left out.

use crate::corpus::{self, Text};
use crate::normalise::is_title;
use dealfacts::mentions::tagger::{Label, Tagger};
use std::collections::BTreeSet;
use std::path::Path;
use std::time::Instant;

/// Right, found and annotated names of a label.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    right: usize,
    found: usize,
    gold: usize,
}

impl Counts {
    /// The harmonic mean of precision and recall.
    pub fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (self.found + self.gold).max(1) as f64
    }

    /// Adds what two sets of names have in common and apart, as far as `wanted`.
    pub fn compare<T: Ord>(&mut self, gold: &BTreeSet<T>, found: &BTreeSet<T>, wanted: impl Fn(&T) -> bool) {
        self.right += gold.intersection(found).filter(|name| wanted(name)).count();
        self.found += found.iter().filter(|name| wanted(name)).count();
        self.gold += gold.iter().filter(|name| wanted(name)).count();
    }

    fn add(&mut self, other: &Counts) {
        self.right += other.right;
        self.found += other.found;
        self.gold += other.gold;
    }

    fn row(&self) -> String {
        let share = |n: usize| self.right as f64 / n.max(1) as f64;
        format!("{:.3} {:.3} {:.3}", share(self.found), share(self.gold), self.f1())
    }
}

/// The labels that are scored.
pub const LABELS: [Label; 3] = [Label::Person, Label::Organization, Label::Location];

/// Counts for persons, organizations and locations.
pub fn score(tagger: &Tagger, texts: &[Text]) -> [Counts; 3] {
    let mut counts = [Counts::default(); 3];
    for text in texts {
        let span = |sentence: usize, tokens: std::ops::Range<usize>, label: Label| {
            let tokens = untitled(&text.sentences[sentence].tokens, tokens, label);
            (sentence, tokens.start, tokens.end, label)
        };
        let names = text.sentences.iter().enumerate().flat_map(|(n, s)| s.names.iter().map(move |name| (n, name)));
        let gold: BTreeSet<_> = names.map(|(n, name)| span(n, name.tokens.clone(), name.label)).collect();
        let found = tagger.tag(&text.sentences, &text.language).into_iter();
        let found: BTreeSet<_> = found.map(|name| span(name.sentence, name.tokens, name.label)).collect();
        for (count, label) in counts.iter_mut().zip(LABELS) {
            count.compare(&gold, &found, |name| name.3 == label);
        }
    }
    counts
}

fn untitled(tokens: &[String], mut name: std::ops::Range<usize>, label: Label) -> std::ops::Range<usize> {
    while label == Label::Person && name.len() > 1 && is_title(&tokens[name.start]) {
        name.start += 1;
    }
    name
}

/// Prints a table of scores for all corpora of a folder and the speed on them.
pub fn report(tagger: &Tagger, folder: &Path) -> Result<(), String> {
    let (mut bytes, mut seconds) = (0, 0.0);
    let mut macros = [0.0; 4];
    print_header();
    let paths = corpus::files(folder)?;
    for path in &paths {
        let texts = corpus::read(path)?;
        seconds += fastest(tagger, &texts);
        bytes += texts.iter().flat_map(|t| &t.sentences).flat_map(|s| &s.tokens).map(|t| t.len() + 1).sum::<usize>();
        let counts = score(tagger, &texts);
        let all = print_row(path, &counts);
        for (sum, c) in macros.iter_mut().zip([counts[0], counts[1], counts[2], all]) {
            *sum += c.f1() / paths.len() as f64;
        }
    }
    let [per, org, loc, all] = macros;
    println!("macro F1: PER {per:.3} ORG {org:.3} LOC {loc:.3} all {all:.3}; {:.1} MB/s", bytes as f64 / seconds / 1e6);
    Ok(())
}

/// Prints what stands over the columns.
pub fn print_header() {
    println!("{:24} {:>17} {:>17} {:>17} {:>17}", "set", "PER p/r/f", "ORG p/r/f", "LOC p/r/f", "all p/r/f");
}

/// Prints the scores of a corpus; gives those of all labels together.
pub fn print_row(path: &Path, counts: &[Counts; 3]) -> Counts {
    let mut all = Counts::default();
    counts.iter().for_each(|c| all.add(c));
    let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default();
    println!("{name:24} {} {} {} {}", counts[0].row(), counts[1].row(), counts[2].row(), all.row());
    all
}

/// Seconds for all texts, each in the fastest of five passes: what other programs take from the machine is left out.
fn fastest(tagger: &Tagger, texts: &[Text]) -> f64 {
    let mut best = vec![f64::INFINITY; texts.len()];
    for _ in 0..5 {
        for (text, best) in texts.iter().zip(&mut best) {
            let start = Instant::now();
            tagger.tag(&text.sentences, &text.language);
            *best = best.min(start.elapsed().as_secs_f64());
        }
    }
    best.iter().sum()
}
