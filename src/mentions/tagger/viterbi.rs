//! The best sequence of states for a stretch of tokens.

use super::label::{MISC, OUTSIDE, STATES, State};

/// One score a state; the last two are unused and keep a row at 16 values.
pub type Scores = [i16; 16];

/// The weight of what must not be: no sum of a real sequence comes near it.
const IMPOSSIBLE: i16 = i16::MIN / 2;

/// States between names: a step may lead from any of [`ENDS`] to any of [`STARTS`].
const BETWEEN: usize = 8;
/// The states before which nothing goes on, and after which nothing does.
const STARTS: [u8; BETWEEN] = among(true);
const ENDS: [u8; BETWEEN] = among(false);
/// The first states of the labels whose names are told by position: begin, inside, last and unit, in this order.
const NAMES: [usize; 3] = [1, 5, 9];
const INSIDE: usize = 1;
const LAST: usize = 2;

const fn among(starts: bool) -> [u8; BETWEEN] {
    let (mut found, mut count, mut state) = ([0; BETWEEN], 0, 0);
    while state < STATES as u8 {
        // Of a name with positions its unit, and its begin or its last.
        let position = if state == 0 || state == MISC.0 { 3 } else { (state - 1) % 4 };
        if position == 3 || position == if starts { 0 } else { 2 } {
            found[count] = state;
            count += 1;
        }
        state += 1;
    }
    found
}

/// The weights of the legal steps between states: between names from every end to every start, and inside of names.
#[derive(Clone, Debug)]
pub struct Transitions {
    /// From each of [`ENDS`], to each of [`STARTS`].
    between: [[i16; BETWEEN]; BETWEEN],
    /// For each of [`NAMES`] from begin and inside, to inside and last.
    within: [[[i16; 2]; 2]; 3],
}

impl Transitions {
    /// Reads `STATES * STATES` signed bytes, from-state first; what is missing is zero.
    pub fn new(bytes: &[u8]) -> Self {
        let weight = |from: usize, to: usize| bytes.get(from * STATES + to).map_or(0, |w| i16::from(*w as i8));
        let between = ENDS.map(|from| STARTS.map(|to| weight(usize::from(from), usize::from(to))));
        let within = NAMES.map(|name| [0, INSIDE].map(|from| [INSIDE, LAST].map(|to| weight(name + from, name + to))));
        Self { between, within }
    }
}

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
        if scores.is_empty() {
            return &self.best;
        }
        let mut sums = [IMPOSSIBLE; 16];
        sums[usize::from(OUTSIDE.0)] = 0;
        for row in scores {
            let (next, back) = step(&sums, row, transitions);
            sums = next;
            self.back.push(back);
        }
        let (_, [mut state, ..]) = step(&sums, &[0; 16], transitions);
        for back in self.back.iter().rev() {
            self.best.push(State(state));
            state = back[usize::from(state) % STATES];
        }
        self.best.reverse();
        &self.best
    }
}

/// The best sums after one more token, less the best of them, and for each state the one before it; of equals the first.
fn step(sums: &[i16; 16], row: &Scores, transitions: &Transitions) -> ([i16; 16], [u8; 16]) {
    let (mut best, mut from) = ([i16::MIN; BETWEEN], [0; BETWEEN]);
    let mut ends = [0; BETWEEN];
    for (sum, end) in ends.iter_mut().zip(ENDS) {
        *sum = sums[usize::from(end)];
    }
    between(&ends, &transitions.between, &mut best, &mut from);
    let (mut next, mut back) = ([i16::MIN; 16], [0; 16]);
    for (start, state) in STARTS.into_iter().map(usize::from).enumerate() {
        next[state] = best[start].saturating_add(row[state]);
        back[state] = ENDS[usize::from(from[start]) % BETWEEN];
    }
    for (name, weights) in NAMES.into_iter().zip(&transitions.within) {
        for (to, state) in [name + INSIDE, name + LAST].into_iter().enumerate() {
            let [begin, inside] = [0, 1].map(|from| sums[name + from].saturating_add(weights[from][to]));
            next[state] = begin.max(inside).saturating_add(row[state]);
            back[state] = (name + usize::from(inside > begin)) as u8;
        }
    }
    let most = next.iter().copied().fold(i16::MIN, i16::max);
    next.iter_mut().for_each(|sum| *sum = sum.saturating_sub(most));
    (next, back)
}

/// The best sum for each start and the number of the end it comes from. Apart from its caller, which picks single states,
/// all starts are worked on at once.
#[inline(never)]
fn between(
    sums: &[i16; BETWEEN],
    weights: &[[i16; BETWEEN]; BETWEEN],
    best: &mut [i16; BETWEEN],
    from: &mut [u16; BETWEEN],
) {
    for (end, (sum, weights)) in (0..).zip(sums.iter().zip(weights)) {
        for start in 0..BETWEEN {
            let through = sum.saturating_add(weights[start]);
            from[start] = if through > best[start] { end } else { from[start] };
            best[start] = best[start].max(through);
        }
    }
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
    fn the_steps_are_the_legal_ones() {
        let mut legal = Vec::new();
        for from in (0..STATES as u8).map(State) {
            legal.extend((0..STATES as u8).map(State).filter(|to| from.may_precede(*to)).map(|to| (from.0, to.0)));
        }
        let between = ENDS.into_iter().flat_map(|from| STARTS.map(|to| (from, to)));
        let within = NAMES.into_iter().flat_map(|name| {
            [(0, INSIDE), (0, LAST), (1, INSIDE), (1, LAST)].map(|(from, to)| ((name + from) as u8, (name + to) as u8))
        });
        let mut steps: Vec<(u8, u8)> = between.chain(within).collect();
        steps.sort_unstable();
        assert_eq!(steps, legal);
    }

    #[test]
    fn nothing_stays_outside() {
        assert_eq!(Viterbi::default().decode(&[[0; 16]; 3], &Transitions::new(&[])), [OUTSIDE; 3]);
        assert!(Viterbi::default().decode(&[], &Transitions::new(&[])).is_empty());
    }
}
