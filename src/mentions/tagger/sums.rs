//! What the features of a token add up to, with the parts that recur kept.

use super::document::{Document, NONE};
use super::features::{self, Side};
use super::hash::{WordMap, pair};
use super::model::Model;
use super::rows::Asked;
use super::viterbi::Scores;
use super::vocabulary::Vocabulary;

/// What a tagger remembers from one document to the next: words, and what their features add up to. It saves time only:
/// the names found do not depend on it.
#[derive(Clone, Debug, Default)]
pub struct Memory {
    pub(super) vocabulary: Vocabulary,
    pub(super) words: WordSums,
    place: super::Place,
}

impl Memory {
    /// Forgets what was learned with a model that lies elsewhere.
    pub(super) fn turn_to(&mut self, place: super::Place) {
        if self.place != place {
            *self = Self { place, ..Self::default() };
        }
    }
}

/// The places a word speaks of: its own, then those of its neighbours, as seen from them.
const OFFSETS: [i8; 5] = [0, -1, 1, -2, 2];

/// Sums of the features that depend on a word alone, by its number and the place it speaks of.
#[derive(Clone, Debug, Default)]
pub(super) struct WordSums {
    sums: Vec<[Scores; OFFSETS.len()]>,
    /// The places with a sum, one bit each.
    known: Vec<u8>,
    /// Sums of the features of two shapes in a row, for the second word and for the first: there are few of them.
    shapes: WordMap<u64, [Scores; 2]>,
    /// The age of the vocabulary that has these numbers.
    age: u32,
}

/// Adds up the features of the tokens of a document.
pub(super) struct Sums<'m, 'd> {
    model: &'m Model<'m>,
    document: &'d Document<'d>,
    words: &'d mut WordSums,
    forms: Vec<Option<Scores>>,
    /// The last run of capitalised words, and what it says of its tokens.
    run: (u32, Scores),
    /// Features of places that are still to be added.
    asked: Vec<Asked>,
    /// Features of the word, form or run that is being read.
    own: Vec<Asked>,
}

/// Features that wait at most.
const WAITING: usize = 1 << 12;

impl<'m, 'd> Sums<'m, 'd> {
    pub(super) fn new(model: &'m Model<'m>, document: &'d Document<'d>, words: &'d mut WordSums) -> Self {
        if words.age != document.vocabulary.age {
            *words = WordSums { age: document.vocabulary.age, ..WordSums::default() };
        }
        words.sums.resize(document.vocabulary.len(), Default::default());
        words.known.resize(document.vocabulary.len(), 0);
        let forms = vec![None; document.forms.len()];
        Self { model, document, words, forms, run: (NONE, Scores::default()), asked: Vec::new(), own: Vec::new() }
    }

    /// Adds the sum of all features of a token behind `scores`, which is complete when they are [finished](Self::finish).
    pub(super) fn push(&mut self, at: usize, scores: &mut Vec<Scores>) {
        let document = self.document;
        let mut sum = Scores::default();
        for (slot, offset) in OFFSETS.into_iter().enumerate() {
            add(&mut sum, self.word(at.saturating_add_signed(isize::from(offset)), slot));
        }
        add(&mut sum, &self.shapes(at - 1)[Side::Before as usize]);
        add(&mut sum, &self.shapes(at)[Side::After as usize]);
        if document.entry(at).word.capitalised {
            add(&mut sum, &self.form(document.tokens[at].form));
        }
        if document.tokens[at].run != NONE {
            add(&mut sum, &self.run(document.tokens[at].run));
        }
        let number = scores.len() as u32;
        features::token(document, at, &mut |feature| self.asked.push((feature, number)));
        scores.push(sum);
        if self.asked.len() > WAITING {
            self.finish(scores);
        }
    }

    /// Adds what is still missing in `scores`.
    pub(super) fn finish(&mut self, scores: &mut [Scores]) {
        self.model.add(&mut self.asked, scores);
    }

    /// Whether a token is outside of names whatever stands around it: a word in lower case, not before a capital nor between
    /// capitals, that speaks clearly enough against names by itself.
    pub(super) fn is_outside(&mut self, at: usize) -> bool {
        /// Seven natural logarithms of odds.
        const CLEAR: i16 = 112;
        if self.document.tokens[at].run != NONE || self.document.entry(at + 1).word.capitalised {
            return false;
        }
        let [outside, inside @ .., _, _] = self.word(at, 0);
        inside.iter().all(|score| outside.saturating_sub(*score) >= CLEAR)
    }

    /// What the word of a token says for the token that sees it at this place.
    fn word(&mut self, at: usize, slot: usize) -> &Scores {
        let word = self.document.tokens[at].word as usize;
        if self.words.known[word] >> slot & 1 == 0 {
            self.words.known[word] |= 1 << slot;
            let (entry, language) = (self.document.entry(at), self.document.language);
            let mut sink = |feature| self.own.push((feature, slot as u32));
            match OFFSETS[slot] {
                0 => features::word(entry, self.document.spelling(at), language, &mut sink),
                offset => features::neighbour(entry, offset, language, &mut sink),
            }
            self.model.add(&mut self.own, &mut self.words.sums[word]);
        }
        &self.words.sums[word][slot]
    }

    /// What the shapes of a token and the next say: of the next, which has the other before it, and of the token.
    fn shapes(&mut self, at: usize) -> &[Scores; 2] {
        let (first, second, language) = (self.document.entry(at), self.document.entry(at + 1), self.document.language);
        let key = pair(language, pair(first.word.shape, second.word.shape));
        self.words.shapes.entry(key).or_insert_with(|| {
            let mut sums = <[Scores; 2]>::default();
            for side in [Side::Before, Side::After] {
                let mut sink = |feature| self.own.push((feature, side as u32));
                features::shapes(first, second, side, language, &mut sink);
            }
            self.model.add(&mut self.own, &mut sums);
            sums
        })
    }

    fn form(&mut self, form: u32) -> Scores {
        if let Some(sum) = self.forms[form as usize] {
            return sum;
        }
        let mut sum = [Scores::default()];
        features::document(self.document, form, &mut |feature| self.own.push((feature, 0)));
        self.model.add(&mut self.own, &mut sum);
        self.forms[form as usize] = Some(sum[0]);
        sum[0]
    }

    fn run(&mut self, run: u32) -> Scores {
        if self.run.0 != run {
            let mut sum = [Scores::default()];
            features::run(self.document, &self.document.runs[run as usize], &mut |feature| self.own.push((feature, 0)));
            self.model.add(&mut self.own, &mut sum);
            self.run = (run, sum[0]);
        }
        self.run.1
    }
}

fn add(sum: &mut Scores, part: &Scores) {
    for (a, b) in sum.iter_mut().zip(part) {
        *a = a.saturating_add(*b);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mentions::tagger::model::EMBEDDED;

    #[test]
    fn the_kept_sums_are_the_sum_of_all_features() {
        let model = Model::new(EMBEDDED);
        let mut memory = Memory::default();
        for sentences in [
            [vec!["Anna", "Berg", "of", "Arden", "Foods"], vec!["Arden", "said", "no", "to", "ARDEN"]],
            [vec!["no", "Arden", "Foods", "of", "Berg"], vec!["Anna", "said", "no", "to", "Arden"]],
        ] {
            let document = Document::new(&sentences, "en", &model.lexicon, &mut memory.vocabulary, |_| true);
            let mut sums = Sums::new(&model, &document, &mut memory.words);
            for at in document.sentences.iter().cloned().flatten() {
                let (mut asked, mut all, mut scores) = (Vec::new(), [Scores::default()], Vec::new());
                features::all(&document, at, &mut |feature| asked.push((feature, 0)));
                model.add(&mut asked, &mut all);
                sums.push(at, &mut scores);
                sums.finish(&mut scores);
                assert_eq!(scores[0][..14], all[0][..14]);
            }
        }
    }
}
