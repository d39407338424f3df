//! Counts, and the table made of them.

use std::fmt;

/// What was found, missed and invented.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Score {
    /// Expected and found.
    pub found: usize,
    /// Expected and not found.
    pub missed: usize,
    /// Found and not expected.
    pub invented: usize,
}

impl Score {
    /// The share of what was found that is right, from 0 to 1; 1 where nothing was found.
    pub fn precision(&self) -> f64 {
        share(self.found, self.invented)
    }

    /// The share of what was expected that was found, from 0 to 1; 1 where nothing was expected.
    pub fn recall(&self) -> f64 {
        share(self.found, self.missed)
    }

    /// The harmonic mean of the two.
    pub fn f1(&self) -> f64 {
        let wrong = self.missed + self.invented;
        if wrong == 0 { 1.0 } else { 2.0 * self.found as f64 / (2 * self.found + wrong) as f64 }
    }

    fn add(&mut self, other: Score) {
        self.found += other.found;
        self.missed += other.missed;
        self.invented += other.invented;
    }
}

fn share(right: usize, wrong: usize) -> f64 {
    if wrong == 0 { 1.0 } else { right as f64 / (right + wrong) as f64 }
}

/// The scores of all fields, in the order they were first met.
#[derive(Debug, Clone, Default)]
pub struct Scores {
    fields: Vec<(&'static str, Score)>,
    /// Articles scored.
    pub articles: usize,
}

impl Scores {
    /// Counts `score` for `field`.
    pub fn add(&mut self, field: &'static str, score: Score) {
        match self.fields.iter_mut().find(|(known, _)| *known == field) {
            Some((_, sum)) => sum.add(score),
            None => self.fields.push((field, score)),
        }
    }

    /// The score of one field.
    pub fn of(&self, field: &str) -> Score {
        self.fields.iter().find(|(known, _)| *known == field).map(|&(_, score)| score).unwrap_or_default()
    }

    /// All fields together.
    pub fn overall(&self) -> Score {
        self.fields.iter().fold(Score::default(), |mut sum, &(_, score)| {
            sum.add(score);
            sum
        })
    }
}

impl fmt::Display for Scores {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:<10} {:>9} {:>6} {:>6}  found missed invented", "field", "precision", "recall", "F1")?;
        let rows = self.fields.iter().map(|&(field, score)| (field, score));
        for (field, score) in rows.chain([("all", self.overall())]) {
            let (precision, recall, f1) = (score.precision(), score.recall(), score.f1());
            let Score { found, missed, invented } = score;
            writeln!(f, "{field:<10} {precision:>9.3} {recall:>6.3} {f1:>6.3}  {found:>5} {missed:>6} {invented:>8}")?;
        }
        writeln!(f, "{} articles", self.articles)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures() {
        let score = Score { found: 3, missed: 1, invented: 2 };
        assert_eq!((score.precision(), score.recall()), (0.6, 0.75));
        assert!((score.f1() - 2.0 / 3.0).abs() < 1e-9);
        let nothing = Score::default();
        assert_eq!((nothing.precision(), nothing.recall(), nothing.f1()), (1.0, 1.0, 1.0));
    }
}
