//! A softmax over hashed features, learned by AdaGrad and rounded to bytes: what the scorers of deals are made of.

use crate::crf::exp;
use crate::random::Random;
use dealfacts::facts::scorer::weights::{ONE, SCALE, row};

/// How fast weights that nothing confirms shrink.
const DECAY: f32 = 1e-3;

/// The rows of something's features with their values, and its class.
#[derive(Clone)]
pub struct Example {
    pub rows: Vec<(usize, f32)>,
    pub class: usize,
}

/// How to learn.
pub struct Settings {
    /// Rows of the table, as a power of two.
    pub bits: u32,
    pub epochs: usize,
    /// Length of a step.
    pub rate: f32,
    pub seed: u64,
}

/// Features with values in units of [`ONE`] as rows of a table of two to the power of `bits` rows.
pub fn rows(features: &[(u64, i32)], bits: u32) -> Vec<(usize, f32)> {
    features.iter().map(|(feature, value)| (row(*feature, bits), *value as f32 / ONE as f32)).collect()
}

/// Runs whose weights are averaged: which order the examples come in says nothing.
const RUNS: u64 = 4;

/// The weights of `C` classes, averaged over the later half of the epochs of some runs.
pub fn fit<const C: usize>(examples: &mut [Example], settings: &Settings) -> Vec<[f32; C]> {
    let mut means = vec![[0.0f32; C]; 1 << settings.bits];
    for run in 0..RUNS {
        let weights = fit_once::<C>(examples, settings, settings.seed + run);
        for (mean, weight) in means.iter_mut().flatten().zip(weights.iter().flatten()) {
            *mean += weight / RUNS as f32;
        }
    }
    means
}

fn fit_once<const C: usize>(examples: &mut [Example], settings: &Settings, seed: u64) -> Vec<[f32; C]> {
    let &Settings { bits, epochs, rate, .. } = settings;
    let mut random = Random::new(seed);
    let mut weights = vec![[0.0f32; C]; 1 << bits];
    let mut squares = vec![[1.0f32; C]; 1 << bits];
    let mut means = vec![[0.0f32; C]; 1 << bits];
    for epoch in 0..epochs {
        random.shuffle(examples);
        for example in examples.iter() {
            let mut scores = [0.0f32; C];
            for (row, value) in &example.rows {
                for (score, weight) in scores.iter_mut().zip(&weights[*row]) {
                    *score += weight * value;
                }
            }
            let top = scores.iter().copied().fold(f32::MIN, f32::max);
            let mut gradient = scores.map(|score| exp(score - top));
            let sum: f32 = gradient.iter().sum();
            for odds in &mut gradient {
                *odds /= -sum;
            }
            gradient[example.class] += 1.0;
            for (row, value) in &example.rows {
                for n in 0..C {
                    let step = gradient[n] * value - DECAY * weights[*row][n];
                    squares[*row][n] += step * step;
                    weights[*row][n] += rate * step / squares[*row][n].sqrt();
                }
            }
        }
        if epoch * 2 >= epochs {
            for (mean, weight) in means.iter_mut().flatten().zip(weights.iter().flatten()) {
                *mean += weight * 2.0 / epochs as f32;
            }
        }
    }
    means
}

/// Writes the weights of a head into its columns, from `first`, of a table `width` bytes wide.
pub fn write<const C: usize>(table: &mut [u8], width: usize, first: usize, weights: &[[f32; C]]) {
    for (row, weights) in table.chunks_exact_mut(width).zip(weights) {
        for (byte, weight) in row[first..].iter_mut().zip(weights) {
            *byte = (weight * SCALE).round() as i8 as u8;
        }
    }
}
