//! The best sequence of states for a stretch of tokens.

use super::label::{OUTSIDE, STATES, State};
use super::model::Transitions;

/// One score a state; the last two are unused and keep a row at 16 values.
pub type Scores = [i16; 16];

const IMPOSSIBLE: i32 = i32::MIN / 2;

/// Finds the best legal state sequences, keeping its working space between calls.
#[derive(Debug, Default)]
pub struct Viterbi {
    back: Vec<[u8; STATES]>,
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
        let (_, last) = best_before(&sums, transitions.to(OUTSIDE));
        let mut state = last;
        for back in self.back.iter().rev() {
            self.best.push(State(state));
            state = back[usize::from(state) % STATES];
        }
        self.best.reverse();
        &self.best
    }
}

fn step(sums: &[i32; STATES], row: &Scores, transitions: &Transitions) -> ([i32; STATES], [u8; STATES]) {
    let (mut next, mut back) = ([IMPOSSIBLE; STATES], [0; STATES]);
    for state in 0..STATES {
        let (sum, from) = best_before(sums, transitions.to(State(state as u8)));
        next[state] = sum.saturating_add(i32::from(row[state])).max(IMPOSSIBLE);
        back[state] = from;
    }
    (next, back)
}

/// The best sum on the way into a state, and the state before; of equals the first.
fn best_before(sums: &[i32; STATES], into: &[(u8, i32)]) -> (i32, u8) {
    let mut best = (IMPOSSIBLE, 0);
    for &(from, score) in into {
        let sum = sums[usize::from(from) % STATES] + score;
        if sum > best.0 {
            best = (sum, from);
        }
    }
    best
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
