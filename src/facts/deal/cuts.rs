//! Sentences in pieces, each cut once: drafts are found in them, and what their parties are is told there.

use std::cell::OnceCell;

use super::Scene;
use crate::facts::frame::Pieces;
use crate::language::Reading;

/// The sentences of an article that have been cut.
#[derive(Debug)]
pub(super) struct Cuts<'a>(Vec<OnceCell<Box<Pieces<'a>>>>);

impl<'a> Cuts<'a> {
    pub(super) fn new(reading: &Reading<'_>) -> Self {
        Self(reading.document().sentences().iter().map(|_| OnceCell::new()).collect())
    }
}

impl<'a> Scene<'a> {
    /// The pieces of a sentence, by its position.
    pub(super) fn pieces(&self, sentence: usize) -> Option<&'a Pieces<'a>> {
        let tokens = self.reading.document().sentences().get(sentence)?.tokens;
        let cut = || Box::new(Pieces::cut(self.reading, self.mentions, self.entities, tokens));
        self.cuts.0.get(sentence).map(|cell| &**cell.get_or_init(cut))
    }
}
