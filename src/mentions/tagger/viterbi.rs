//! The best sequence of states for a stretch of tokens.

use super::label::{OUTSIDE, STATES, State};
use super::model::Transitions;

/// One score a state; the last two are unused and keep a row at 16 values.
pub type Scores = [i16; 16];

/// The weight of what must not be: no sum of a real sequence comes near it.
pub(super) const IMPOSSIBLE: i16 = i16::MIN / 2;

/// Finds the best legal state sequences, keeping its working space between calls.
#[derive(Debug, Default)]
pub struct Viterbi {
    back: Vec<[u8; 16]>,
    best: Vec<State>,
}

impl Viterbi {
    /// The best legal states for tokens with these scores, outside on both sides.
    pub fn decode(&mut self, scores: &[Scores], transitions: &Transitions) -> &[State] {
        self.back.clear();
        self.best.clear();
        let mut sums = [IMPOSSIBLE; STATES];
        sums[usize::from(OUTSIDE.0)] = 0;
        for row in scores {
            let (next, back) = step(&sums, row, transitions);
            sums = next;
            self.back.push(back);
        }
        let (_, back) = step(&sums, &[0; 16], transitions);
        let mut state = back[usize::from(OUTSIDE.0)];
        for back in self.back.iter().rev() {
            self.best.push(State(state));
            state = back[usize::from(state) % STATES];
        }
        self.best.reverse();
        &self.best
    }
}

/// The best sums after one more token, less the best of them, and for each state the one before it; of equals the first.
fn step(sums: &[i16; STATES], row: &Scores, transitions: &Transitions) -> ([i16; STATES], [u8; 16]) {
    let (mut best, mut back) = ([i16::MIN; 16], [0i16; 16]);
    for (from, (sum, weights)) in sums.iter().zip(transitions.rows()).enumerate() {
        for state in 0..16 {
            let through = sum.saturating_add(weights[state]);
            back[state] = if through > best[state] { from as i16 } else { back[state] };
            best[state] = best[state].max(through);
        }
    }
    let mut next = [0; STATES];
    for (state, sum) in next.iter_mut().enumerate() {
        *sum = best[state].saturating_add(row[state]);
    }
    let most = next.iter().copied().fold(i16::MIN, i16::max);
    (next.map(|sum| sum.saturating_sub(most)), back.map(|from| from as u8))
}

#[cfg(test)]
mod tests {
    use super::super::label::{Label, Position};
    use super::*;

    #[test]
    fn an_illegal_best_is_passed_over() {
        let begin = State::new(Label::Person, Position::Begin);
        let last = State::new(Label::Person, Position::Last);
        let wrong = State::new(Label::Location, Position::Last);
        let mut scores = [[0i16; 16]; 2];
        scores[0][usize::from(begin.0)] = 10;
        scores[1][usize::from(last.0)] = 5;
        scores[1][usize::from(wrong.0)] = 9;
        assert_eq!(Viterbi::default().decode(&scores, &Transitions::new(&[])), [begin, last]);
    }

    #[test]
    fn nothing_stays_outside() {
        assert_eq!(Viterbi::default().decode(&[[0; 16]; 3], &Transitions::new(&[])), [OUTSIDE; 3]);
        assert!(Viterbi::default().decode(&[], &Transitions::new(&[])).is_empty());
    }
}
