//! What a name is, and the states of the sequence model.

/// What a found name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Label {
    /// A person.
    Person,
    /// A company, agency, institution, club.
    Organization,
    /// A place.
    Location,
    /// Another name: a product, an event, a work, a nationality.
    Misc,
}

/// A state of the sequence model: outside, or a position in a name of some label.
///
/// State 0 is outside. Persons, organizations and locations have four each: begin, inside, last and unit. All of a miscellaneous
/// name has one state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State(pub u8);

/// How many states there are.
pub const STATES: usize = 14;
/// The state outside of names.
pub const OUTSIDE: State = State(0);
/// The state of all tokens of a miscellaneous name.
pub const MISC: State = State(13);

/// Position of a token in a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Position {
    /// First of several.
    Begin,
    /// Neither first nor last.
    Inside,
    /// Last of several.
    Last,
    /// The whole name.
    Unit,
}

const POSITIONS: [Position; 4] = [Position::Begin, Position::Inside, Position::Last, Position::Unit];
const LABELS: [Label; 3] = [Label::Person, Label::Organization, Label::Location];

impl State {
    /// The state for a position in a name of this label.
    pub fn new(label: Label, position: Position) -> Self {
        match LABELS.iter().position(|l| *l == label) {
            Some(n) => State(1 + 4 * n as u8 + position as u8),
            None => MISC,
        }
    }

    /// The label of the name, if there is one.
    pub fn label(self) -> Option<Label> {
        match self.0 {
            0 => None,
            13.. => Some(Label::Misc),
            n => Some(LABELS[usize::from(n - 1) / 4]),
        }
    }

    /// The position in the name, if there is one; a miscellaneous name's is always unit.
    pub fn position(self) -> Option<Position> {
        match self.0 {
            0 => None,
            13.. => Some(Position::Unit),
            n => Some(POSITIONS[usize::from(n - 1) % 4]),
        }
    }

    /// A name may begin in this state, or there is none: it may stand first.
    pub fn may_start(self) -> bool {
        !matches!(self.position(), Some(Position::Inside | Position::Last))
    }

    /// No name goes on after this state: it may stand last.
    pub fn may_end(self) -> bool {
        !matches!(self.position(), Some(Position::Begin | Position::Inside))
    }

    /// Whether the other state may come next.
    pub fn may_precede(self, next: State) -> bool {
        if self.may_end() { next.may_start() } else { !next.may_start() && self.label() == next.label() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_read_back_as_made() {
        for label in LABELS {
            for position in POSITIONS {
                let state = State::new(label, position);
                assert_eq!((state.label(), state.position()), (Some(label), Some(position)));
            }
        }
        assert_eq!(State::new(Label::Misc, Position::Begin), MISC);
    }

    #[test]
    fn only_whole_names_are_legal() {
        let begin = State::new(Label::Person, Position::Begin);
        let last = State::new(Label::Person, Position::Last);
        assert!(begin.may_precede(last) && last.may_precede(OUTSIDE) && OUTSIDE.may_precede(begin));
        assert!(!begin.may_precede(OUTSIDE) && !OUTSIDE.may_precede(last));
        assert!(!begin.may_precede(State::new(Label::Location, Position::Last)));
        let legal = (0..14).flat_map(|a| (0..14).map(move |b| State(a).may_precede(State(b)))).filter(|l| *l).count();
        assert_eq!(legal, 8 * 8 + 6 * 2);
    }
}
