//! Training of the finer kinds: a softmax over the features of a name.

use crate::corpus::{Annotation, Text};
use crate::random::Random;
use dealfacts::mentions::tagger::document::{Document, Lexicon};
use dealfacts::mentions::tagger::kind::{Kind, Kinds, ROW_BITS, features, row};
use dealfacts::mentions::tagger::vocabulary::Vocabulary;
use std::ops::Range;

const EPOCHS: usize = 8;
const RATE: f32 = 0.15;
const SCALE: f32 = 32.0;

struct Example {
    rows: Vec<usize>,
    kind: usize,
}

/// Trains on the names that have a kind; returns the table's bytes.
pub fn train(texts: &[Text], lexicon: &Lexicon) -> Vec<u8> {
    let mut examples: Vec<Example> = Vec::new();
    for text in texts {
        let mut vocabulary = Vocabulary::default();
        let document = Document::new(&text.sentences, &text.language, lexicon, &mut vocabulary, |_| true);
        each_kind(text, &document, |tokens, name| {
            let mut rows = Vec::new();
            features(&document, tokens, &mut |f| rows.push(row(f)));
            examples.extend(name.kind.map(|kind| Example { rows, kind: kind as usize }));
        });
    }
    let mut random = Random::new(11);
    let mut weights = vec![[0.0f32; 4]; 1 << ROW_BITS];
    let mut squares = vec![[1.0f32; 4]; 1 << ROW_BITS];
    let mut sums = vec![[0.0f32; 4]; 1 << ROW_BITS];
    for epoch in 0..EPOCHS {
        random.shuffle(&mut examples);
        for example in &examples {
            let mut scores = [0.0f32; 4];
            for row in &example.rows {
                for (s, w) in scores.iter_mut().zip(&weights[*row]) {
                    *s += w;
                }
            }
            let top = scores.iter().copied().fold(f32::MIN, f32::max);
            let odds = scores.map(|s| crate::crf::exp(s - top));
            let sum: f32 = odds.iter().sum();
            let mut gradient = odds.map(|o| -o / sum);
            gradient[example.kind] += 1.0;
            for row in &example.rows {
                for n in 0..4 {
                    squares[*row][n] += gradient[n] * gradient[n];
                    weights[*row][n] += RATE * gradient[n] / squares[*row][n].sqrt();
                }
            }
        }
        if epoch * 2 >= EPOCHS {
            for (sum, row) in sums.iter_mut().zip(&weights) {
                for (s, w) in sum.iter_mut().zip(row) {
                    *s += w * 2.0 / EPOCHS as f32;
                }
            }
        }
    }
    sums.iter().flatten().map(|w| (w * SCALE).round() as i8 as u8).collect()
}

/// Trains on nine documents of ten and prints, for the names of the tenth, how often each kind is right.
pub fn holdout(texts: &[Text], lexicon: &Lexicon) {
    let part =
        |held: bool| texts.iter().enumerate().filter(move |(n, _)| (n % 10 == 9) == held).map(|(_, t)| t.clone());
    let bytes = train(&part(false).collect::<Vec<_>>(), lexicon);
    let mut table = [[0usize; 4]; 4];
    for text in part(true) {
        let mut vocabulary = Vocabulary::default();
        let document = Document::new(&text.sentences, &text.language, lexicon, &mut vocabulary, |_| true);
        each_kind(&text, &document, |tokens, name| {
            let (found, _) = Kinds::new(&bytes).score(&document, tokens).best();
            if let Some(gold) = name.kind {
                table[gold as usize][found as usize] += 1;
            }
        });
    }
    println!("{:12} {:>6} {:>9} {:>6} {:>5}", "kind", "names", "precision", "recall", "F1");
    for kind in Kind::ALL {
        let n = kind as usize;
        let (gold, right) = (table[n].iter().sum::<usize>(), table[n][n]);
        let found: usize = table.iter().map(|row| row[n]).sum();
        let [precision, recall] = [found, gold].map(|all| right as f64 / all.max(1) as f64);
        let f1 = 2.0 * right as f64 / (found + gold).max(1) as f64;
        println!("{:12} {gold:6} {precision:9.3} {recall:6.3} {f1:5.3}", format!("{kind:?}"));
    }
}

/// Calls back with each name that has a kind and its tokens in the document.
pub fn each_kind(text: &Text, document: &Document, mut call: impl FnMut(Range<usize>, &Annotation)) {
    for (range, sentence) in document.sentences.iter().zip(&text.sentences) {
        for name in sentence.names.iter().filter(|n| n.kind.is_some()) {
            call(range.start + name.tokens.start..range.start + name.tokens.end, name);
        }
    }
}
