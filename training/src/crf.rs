//! Training of the conditional random field: stochastic gradient ascent with AdaGrad, exact marginals by forward-backward.

use dealfacts::mentions::tagger::label::{STATES, State};

/// Values a state, padded to 16.
pub type Row = [f32; 16];

const RATE: f32 = 0.15;
/// Tokens on which the model errs by less than this teach nothing.
const SETTLED: f32 = 2e-3;

/// A stretch of tokens: the rows of each token's features and the states that are right.
#[derive(Clone, Debug, Default)]
pub struct Chain {
    /// Rows of all tokens, one token after the other.
    pub rows: Vec<u32>,
    /// Where each token's rows end.
    pub ends: Vec<u32>,
    /// The right states.
    pub states: Vec<u8>,
}

/// Weights with the sums of squared gradients that AdaGrad keeps.
#[derive(Clone, Debug)]
pub struct Crf {
    /// Feature weights.
    pub weights: Vec<Row>,
    squares: Vec<Row>,
    /// Transition weights, from-state first.
    pub transitions: [Row; STATES],
    transition_squares: [Row; STATES],
    space: Space,
}

#[derive(Clone, Debug, Default)]
struct Space {
    emissions: Vec<Row>,
    forward: Vec<Row>,
    backward: Vec<Row>,
    scales: Vec<f32>,
}

impl Crf {
    /// An untrained model with this many rows.
    pub fn new(rows: usize) -> Self {
        Self {
            weights: vec![[0.0; 16]; rows],
            squares: vec![[1.0; 16]; rows],
            transitions: [[0.0; 16]; STATES],
            transition_squares: [[1.0; 16]; STATES],
            space: Space::default(),
        }
    }

    /// Learns from one chain.
    pub fn learn(&mut self, chain: &Chain) {
        let length = chain.states.len();
        if length == 0 {
            return;
        }
        let steps = exponentials(&self.transitions);
        self.marginals(chain, &steps);
        let mut gradient = [[0.0f32; 16]; STATES];
        let mut from = 0usize;
        let mut settled = true;
        for at in 0..length {
            let rows = &chain.rows[from..chain.ends[at] as usize];
            from = chain.ends[at] as usize;
            let space = &self.space;
            let mut delta: Row = std::array::from_fn(|s| space.forward[at][s] * space.backward[at][s]);
            let sum: f32 = delta.iter().sum();
            for d in &mut delta {
                *d /= -sum;
            }
            delta[usize::from(chain.states[at])] += 1.0;
            if delta.iter().all(|d| d.abs() < SETTLED) {
                continue;
            }
            settled = false;
            for row in rows {
                update(&mut self.weights[*row as usize], &mut self.squares[*row as usize], &delta);
            }
        }
        if settled {
            return;
        }
        for at in 0..=length {
            self.transition_gradient(chain, &steps, at, &mut gradient);
        }
        let rows = self.transitions.iter_mut().zip(&mut self.transition_squares);
        for ((weights, squares), gradient) in rows.zip(&gradient) {
            update(weights, squares, gradient);
        }
    }

    /// Forward and backward values, each token's scaled to sum to one.
    fn marginals(&mut self, chain: &Chain, steps: &[Row; STATES]) {
        let length = chain.states.len();
        let space = &mut self.space;
        space.emissions.clear();
        let mut from = 0;
        for end in &chain.ends {
            let mut sum = [0.0f32; 16];
            for row in &chain.rows[from..*end as usize] {
                for (s, w) in sum.iter_mut().zip(&self.weights[*row as usize]) {
                    *s += w;
                }
            }
            from = *end as usize;
            let top = sum[..STATES].iter().copied().fold(f32::MIN, f32::max);
            let mut emission = sum.map(|s| exp(s - top));
            emission[STATES..].fill(0.0);
            space.emissions.push(emission);
        }
        space.forward.clear();
        space.scales.clear();
        let mut before = [0.0f32; 16];
        before[0] = 1.0;
        for emission in &space.emissions {
            let mut row = [0.0f32; 16];
            for (value, step) in before.iter().zip(steps) {
                for (r, s) in row.iter_mut().zip(step) {
                    *r += value * s;
                }
            }
            let mut sum = 0.0;
            for (r, e) in row.iter_mut().zip(emission) {
                *r *= e;
                sum += *r;
            }
            let scale = 1.0 / sum.max(f32::MIN_POSITIVE);
            for r in &mut row {
                *r *= scale;
            }
            space.scales.push(scale);
            space.forward.push(row);
            before = row;
        }
        space.backward.clear();
        space.backward.resize(length, [0.0; 16]);
        let mut after = [0.0f32; 16];
        for (a, step) in after.iter_mut().zip(steps) {
            *a = step[0];
        }
        for at in (0..length).rev() {
            space.backward[at] = after;
            let mut weighted = [0.0f32; 16];
            for s in 0..16 {
                weighted[s] = after[s] * space.emissions[at][s] * space.scales[at];
            }
            for (a, step) in after.iter_mut().zip(steps) {
                *a = step.iter().zip(&weighted).map(|(s, w)| s * w).sum();
            }
        }
    }

    /// Adds what the step into token `at` teaches; the last step goes outside.
    fn transition_gradient(&self, chain: &Chain, steps: &[Row; STATES], at: usize, gradient: &mut [Row; STATES]) {
        let length = chain.states.len();
        let mut start = [0.0f32; 16];
        start[0] = 1.0;
        let before = if at == 0 { &start } else { &self.space.forward[at - 1] };
        let mut into = [0.0f32; 16];
        if at == length {
            into[0] = 1.0;
        } else {
            for (s, value) in into.iter_mut().enumerate() {
                *value = self.space.backward[at][s] * self.space.emissions[at][s];
            }
        }
        let mut expected = [[0.0f32; 16]; STATES];
        let mut sum = 0.0;
        for s in 0..STATES {
            for t in 0..STATES {
                expected[s][t] = before[s] * steps[s][t] * into[t];
                sum += expected[s][t];
            }
        }
        let scale = 1.0 / sum.max(f32::MIN_POSITIVE);
        for s in 0..STATES {
            for t in 0..STATES {
                gradient[s][t] -= expected[s][t] * scale;
            }
        }
        let state = |at: usize| usize::from(chain.states[at]);
        let (from, to) = (if at == 0 { 0 } else { state(at - 1) }, if at == length { 0 } else { state(at) });
        gradient[from][to] += 1.0;
    }
}

fn exponentials(transitions: &[Row; STATES]) -> [Row; STATES] {
    let mut steps = [[0.0f32; 16]; STATES];
    for (s, row) in steps.iter_mut().enumerate() {
        for (t, step) in row.iter_mut().enumerate().take(STATES) {
            if State(s as u8).may_precede(State(t as u8)) {
                *step = exp(transitions[s][t]);
            }
        }
    }
    steps
}

fn update(weights: &mut Row, squares: &mut Row, gradient: &Row) {
    for n in 0..16 {
        squares[n] += gradient[n] * gradient[n];
        weights[n] += RATE * gradient[n] / squares[n].sqrt();
    }
}

/// The exponential function by additions and multiplications only, so that training gives the same bytes everywhere.
pub fn exp(x: f32) -> f32 {
    let y = (x * std::f32::consts::LOG2_E).clamp(-120.0, 120.0);
    let whole = y.floor();
    let f = y - whole;
    let power = 1.0
        + f * (std::f32::consts::LN_2 + f * (0.240_226_5 + f * (0.055_504_11 + f * (0.009_618_13 + f * 0.001_339_89))));
    f32::from_bits(((whole as i32 + 127) as u32) << 23) * power
}

#[cfg(test)]
mod tests {
    use super::*;
    use dealfacts::mentions::tagger::Label;
    use dealfacts::mentions::tagger::label::Position;

    #[test]
    fn the_exponential_is_close_enough() {
        for n in -80..20 {
            let x = n as f32 * 0.37;
            assert!((exp(x) / x.exp() - 1.0).abs() < 1e-4, "{x}");
        }
    }

    #[test]
    fn a_chain_is_learned() {
        let (begin, last) = (State::new(Label::Person, Position::Begin).0, State::new(Label::Person, Position::Last).0);
        let chain = Chain { rows: vec![0, 1, 2], ends: vec![1, 2, 3], states: vec![0, begin, last] };
        let mut crf = Crf::new(3);
        for _ in 0..50 {
            crf.learn(&chain);
        }
        let steps = exponentials(&crf.transitions);
        crf.marginals(&chain, &steps);
        let sum: f32 = (0..STATES).map(|s| crf.space.forward[1][s] * crf.space.backward[1][s]).sum();
        let right = crf.space.forward[1][usize::from(begin)] * crf.space.backward[1][usize::from(begin)] / sum;
        assert!(right > 0.9, "{right}");
    }
}
