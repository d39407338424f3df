//! Training of the tagger: which features count, which are kept, what they weigh.

use crate::corpus::Text;
use crate::crf::{Chain, Crf, Row};
use crate::random::Random;
use dealfacts::mentions::tagger::document::{Document, Lexicon, Match};
use dealfacts::mentions::tagger::features;
use dealfacts::mentions::tagger::gazetteer::List;
use dealfacts::mentions::tagger::label::{OUTSIDE, Position, STATES, State};
use dealfacts::mentions::tagger::model::compile_weights;
use dealfacts::mentions::tagger::rows::short;
use dealfacts::mentions::tagger::vocabulary::Vocabulary;

/// How the tagger is trained.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Passes over the data to find the features worth keeping.
    pub trial_epochs: usize,
    /// Passes over the data to train them.
    pub epochs: usize,
    /// Features that occur more rarely are dropped.
    pub least: u32,
    /// Features kept after the first training.
    pub kept: usize,
    /// Runs whose weights are averaged.
    pub seeds: u64,
}

/// Gazetteer matches of companies are hidden with this probability in training, so that the tagger learns to do without.
const COMPANY_DROPOUT: f64 = 0.4;
/// The same for names and places.
const NAME_DROPOUT: f64 = 0.1;

/// Numbers the features that are worth a row.
struct Rows {
    slots: Vec<(u32, u32)>,
    mask: usize,
    used: usize,
}

/// A hash with these top and bottom bits.
fn long(short: u32) -> u64 {
    u64::from(short & 0xF_FFFF) << 44 | u64::from(short >> 20)
}

impl Rows {
    fn new(bits: u32) -> Self {
        Self { slots: vec![(u32::MAX, 0); 1 << bits], mask: (1 << bits) - 1, used: 0 }
    }

    fn slot(&self, key: u32) -> usize {
        let mut at = (u64::from(key).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize & self.mask;
        while self.slots[at].0 != u32::MAX && self.slots[at].0 != key {
            at = (at + 1) & self.mask;
        }
        at
    }

    fn count(&mut self, key: u32) {
        let at = self.slot(key);
        self.used += usize::from(self.slots[at].0 == u32::MAX);
        self.slots[at].0 = key;
        self.slots[at].1 += 1;
        if self.used * 4 > self.slots.len() * 3 {
            let old = std::mem::replace(self, Self::new(self.slots.len().ilog2() + 1));
            for (key, value) in old.slots.into_iter().filter(|s| s.0 != u32::MAX) {
                self.insert(key, value);
            }
        }
    }

    fn insert(&mut self, key: u32, value: u32) {
        let at = self.slot(key);
        self.used += usize::from(self.slots[at].0 == u32::MAX);
        self.slots[at] = (key, value);
    }

    fn get(&self, key: u32) -> Option<u32> {
        let (found, value) = self.slots[self.slot(key)];
        (found == key).then_some(value)
    }

    fn numbered(keys: &[u32]) -> Self {
        let mut rows = Self::new((keys.len() * 2).next_power_of_two().ilog2().max(4));
        for (n, key) in keys.iter().enumerate() {
            rows.insert(*key, n as u32);
        }
        rows
    }
}

/// The trained bytes.
pub struct Trained {
    /// Feature weights.
    pub weights: Vec<u8>,
    /// Transition weights.
    pub transitions: Vec<u8>,
}

/// Trains on texts, with a share for each: the probability that an epoch uses it, or how often.
pub fn train(texts: &[(Text, f64)], lexicon: &Lexicon, settings: &Settings) -> Trained {
    let mut counts = Rows::new(20);
    for (text, _) in texts {
        let mut vocabulary = Vocabulary::default();
        let document = Document::new(&text.sentences, &text.language, lexicon, &mut vocabulary, |_| true);
        for sentence in &document.sentences {
            for at in document.segments(sentence.clone()).flatten() {
                features::all(&document, at, &mut |f| counts.count(short(f)));
            }
        }
    }
    let mut counted: Vec<(u32, u32)> =
        counts.slots.into_iter().filter(|(k, n)| *k != u32::MAX && *n >= settings.least).collect();
    counted.sort_unstable();
    let keys: Vec<u32> = counted.iter().map(|(key, _)| *key).collect();
    eprintln!("{} features", keys.len());
    let first = fit(texts, lexicon, &Rows::numbered(&keys), keys.len(), settings.trial_epochs, 0);
    let mut order: Vec<usize> = (0..keys.len()).collect();
    let importance: Vec<f32> = first.0.iter().zip(&counted).map(|(row, (_, times))| importance(row, *times)).collect();
    order.sort_by(|a, b| importance[*b].total_cmp(&importance[*a]).then(a.cmp(b)));
    order.truncate(settings.kept);
    let mut kept: Vec<u32> = order.into_iter().map(|n| keys[n]).collect();
    kept.sort_unstable();
    drop(first);
    let rows = Rows::numbered(&kept);
    let runs: Vec<_> = std::thread::scope(|scope| {
        let rows = &rows;
        let handles: Vec<_> = (1..=settings.seeds)
            .map(|seed| scope.spawn(move || fit(texts, lexicon, rows, rows.used, settings.epochs, seed)))
            .collect();
        handles.into_iter().filter_map(|h| h.join().ok()).collect()
    });
    let mut weights = vec![[0.0f32; 16]; kept.len()];
    let mut transitions = [[0.0f32; 16]; STATES];
    for (w, t) in &runs {
        for (sum, row) in weights.iter_mut().chain(&mut transitions).zip(w.iter().chain(t)) {
            for (s, x) in sum.iter_mut().zip(row) {
                *s += x / settings.seeds as f32;
            }
        }
    }
    Trained {
        weights: compile_weights(kept.iter().zip(&weights).map(|(key, row)| (long(*key), quantise(&centred(row))))),
        transitions: transitions.iter().flat_map(quantise).map(|w| w as u8).collect(),
    }
}

/// Steps of the integer weights in one unit of the real ones.
const SCALE: f32 = 32.0;

fn quantise(row: &Row) -> [i8; STATES] {
    std::array::from_fn(|s| (row[s] * SCALE).round() as i8)
}

/// What all states share decides nothing.
fn centred(row: &Row) -> Row {
    let mean = row[..STATES].iter().sum::<f32>() / STATES as f32;
    row.map(|w| w - mean)
}

/// What a feature is worth keeping for: its largest weight, and a little how often it is seen, since what was seen twice may
/// never be seen again.
fn importance(row: &Row, times: u32) -> f32 {
    /// More times than these are no better.
    const OFTEN: u32 = 50;
    let most = centred(row)[..STATES].iter().fold(0.0f32, |most, w| w.abs().max(most));
    most * (times.min(OFTEN) as f32).sqrt().sqrt()
}

/// One training; the weights are averaged over the last two epochs.
fn fit(
    texts: &[(Text, f64)],
    lexicon: &Lexicon,
    rows: &Rows,
    count: usize,
    epochs: usize,
    seed: u64,
) -> (Vec<Row>, [Row; STATES]) {
    /// Times an epoch the weights are added to the average.
    const SNAPSHOTS: usize = 2;
    let mut random = Random::new(seed.wrapping_mul(0x1234_5678_9ABC_DEF1) + 1);
    let mut crf = Crf::new(count);
    let mut sums = (vec![[0.0f32; 16]; count], [[0.0f32; 16]; STATES], 0.0f32);
    for epoch in 0..epochs {
        let mut order: Vec<usize> = Vec::new();
        for (n, (_, share)) in texts.iter().enumerate() {
            let times = share.floor() as usize + usize::from(random.chance(share.fract()));
            order.extend(std::iter::repeat_n(n, times));
        }
        random.shuffle(&mut order);
        let averaged = epoch + 2 >= epochs;
        for (done, n) in order.iter().enumerate() {
            let text = &texts[*n].0;
            let mut vocabulary = Vocabulary::default();
            let keep = |m: &Match| keeps(m, &mut random);
            let document = Document::new(&text.sentences, &text.language, lexicon, &mut vocabulary, keep);
            for chain in chains(&document, text, rows) {
                crf.learn(&chain);
            }
            let mark = |k: usize| order.len() * k / SNAPSHOTS;
            if averaged && (1..=SNAPSHOTS).any(|k| mark(k) == done + 1) {
                for (sum, row) in sums.0.iter_mut().chain(&mut sums.1).zip(crf.weights.iter().chain(&crf.transitions)) {
                    for (s, w) in sum.iter_mut().zip(row) {
                        *s += w;
                    }
                }
                sums.2 += 1.0;
            }
        }
    }
    let (mut weights, mut transitions, n) = sums;
    for row in weights.iter_mut().chain(&mut transitions) {
        *row = row.map(|w| w / n.max(1.0));
    }
    (weights, transitions)
}

fn keeps(found: &Match, random: &mut Random) -> bool {
    match found.list {
        List::Company | List::ShortCompany => !random.chance(COMPANY_DROPOUT),
        List::Given | List::Surname | List::City | List::Country | List::Region | List::Agency => {
            !random.chance(NAME_DROPOUT)
        }
        List::LegalForm => true,
    }
}

/// The active stretches of a document with their rows and right states.
fn chains<'a>(document: &'a Document<'a>, text: &'a Text, rows: &'a Rows) -> impl Iterator<Item = Chain> + 'a {
    document.sentences.iter().zip(&text.sentences).flat_map(move |(range, sentence)| {
        document.segments(range.clone()).map(move |segment| {
            let mut chain = Chain { states: vec![OUTSIDE.0; segment.len()], ..Chain::default() };
            for at in segment.clone() {
                features::all(document, at, &mut |f| chain.rows.extend(rows.get(short(f))));
                chain.ends.push(chain.rows.len() as u32);
            }
            for name in &sentence.names {
                let (start, end) = (name.tokens.start + range.start, (name.tokens.end + range.start).min(segment.end));
                if !segment.contains(&start) {
                    continue;
                }
                for at in start..end {
                    let position = match (at == start, at + 1 == end) {
                        (true, true) => Position::Unit,
                        (true, false) => Position::Begin,
                        (false, true) => Position::Last,
                        (false, false) => Position::Inside,
                    };
                    chain.states[at - segment.start] = State::new(name.label, position).0;
                }
            }
            chain
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::parse;
    use dealfacts::mentions::tagger::model::Parts;
    use dealfacts::mentions::tagger::{Label, Tagger};

    fn sample() -> Vec<(Text, f64)> {
        let text = "Anna\tB-PER\nBerg\tI-PER\njoins\tO\nArden\tB-ORG\nin\tO\nOslo\tB-LOC\n\n".repeat(3);
        parse(&text, "en").into_iter().map(|t| (t, 1.0)).collect()
    }

    const QUICK: Settings = Settings { trial_epochs: 3, epochs: 8, least: 1, kept: 200, seeds: 2 };

    #[test]
    fn the_same_data_gives_the_same_bytes() {
        let [one, two] = [(), ()].map(|()| train(&sample(), &Lexicon::default(), &QUICK));
        assert_eq!(one.weights, two.weights);
        assert_eq!(one.transitions, two.transitions);
    }

    #[test]
    fn what_was_learned_is_found_again() {
        let trained = train(&sample(), &Lexicon::default(), &QUICK);
        let parts = Parts {
            clusters: &[],
            gazetteer: &[],
            weights: &trained.weights,
            transitions: &trained.transitions,
            kinds: &[],
        };
        let names = Tagger::new(parts).tag(&[["Anna", "Berg", "joins", "Arden", "in", "Oslo"]], "en");
        let found: Vec<_> = names.iter().map(|n| (n.tokens.clone(), n.label)).collect();
        assert_eq!(found, [(0..2, Label::Person), (3..4, Label::Organization), (5..6, Label::Location)]);
    }
}
