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

const SCORED: [Label; 3] = [Label::Person, Label::Organization, Label::Location];

/// Counts for persons, organizations and locations.
pub fn score(tagger: &Tagger, texts: &[Text]) -> [Counts; 3] {
    let mut counts = [Counts::default(); 3];
    for text in texts {
        let gold: BTreeSet<_> = text
            .sentences
            .iter()
            .enumerate()
            .flat_map(|(n, s)| {
                s.names.iter().map(move |name| (n, untitled(&s.tokens, name.tokens.clone(), name.label), name.label))
            })
            .map(|(n, t, l)| (n, t.start, t.end, l))
            .collect();
        let found: BTreeSet<_> = tagger
            .tag(&text.sentences, &text.language)
            .into_iter()
            .map(|name| {
                (name.sentence, untitled(&text.sentences[name.sentence].tokens, name.tokens, name.label), name.label)
            })
            .map(|(n, t, l)| (n, t.start, t.end, l))
            .collect();
        for (count, label) in counts.iter_mut().zip(SCORED) {
            let of = |set: &BTreeSet<(usize, usize, usize, Label)>| set.iter().filter(|n| n.3 == label).count();
            count.add(&Counts {
                right: gold.intersection(&found).filter(|n| n.3 == label).count(),
                found: of(&found),
                gold: of(&gold),
            });
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
    let entries = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut paths: Vec<_> = entries
        .filter_map(|e| e.ok().map(|e| e.path()))
        .filter(|p| p.extension().is_some_and(|e| e == "conll"))
        .collect();
    paths.sort();
    let (mut bytes, mut seconds) = (0, 0.0);
    let mut macros = [0.0; 4];
    println!("{:24} {:>17} {:>17} {:>17} {:>17}", "set", "PER p/r/f", "ORG p/r/f", "LOC p/r/f", "all p/r/f");
    for path in &paths {
        let texts = corpus::read(path)?;
        seconds += fastest(tagger, &texts);
        bytes += texts.iter().flat_map(|t| &t.sentences).flat_map(|s| &s.tokens).map(|t| t.len() + 1).sum::<usize>();
        let counts = score(tagger, &texts);
        let mut all = Counts::default();
        counts.iter().for_each(|c| all.add(c));
        let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default();
        println!("{name:24} {} {} {} {}", counts[0].row(), counts[1].row(), counts[2].row(), all.row());
        for (sum, c) in macros.iter_mut().zip([counts[0], counts[1], counts[2], all]) {
            *sum += c.f1() / paths.len() as f64;
        }
    }
    let [per, org, loc, all] = macros;
    println!("macro F1: PER {per:.3} ORG {org:.3} LOC {loc:.3} all {all:.3}; {:.1} MB/s", bytes as f64 / seconds / 1e6);
    Ok(())
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
