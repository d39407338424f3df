//! What is known of a language, ready for matching.
//!
//! The rows of `lexicons/<tag>/*.toml` ([`schema`]) are compiled into these tables while the program is built, without
//! the examples that only tests read. A phrase table is matched against word ids, so that one look-up a token serves
//! every table.

pub mod schema;

mod compiler;
mod dates;
mod deals;
mod endings;
mod figures;
mod function_words;
mod grammar;
mod names;
mod nouns;
mod orthography;
mod packed;
mod phrases;
mod story;
mod vocabulary;

use serde::{Deserialize, Serialize};

pub use compiler::Compiler;
pub use dates::{DateWord, Dates, TimeUnit};
pub use deals::{DealCue, Deals, Frame, PartOfSpeech, StatusPlace, StatusWord, Trigger};
pub use endings::Endings;
pub use figures::{
    Bound, Currency, CurrencyForm, CurrencyName, Figures, InheritCue, MOST_PIECES, PerWhat, PercentWord, Piece, Pieces,
    RangeWord,
};
pub use function_words::FunctionWords;
pub use grammar::{Function, Grammar, Preposition, Tense};
pub use names::{Class, Cue, Known, NameKind, Names, Title};
pub use nouns::{Noun, Nouns};
pub use phrases::{Index, Match, Phrases};
pub use schema::{OrganizationKind, Place, User as UserLexicon};
pub use story::{FactRule, Part, Small, Speech, Spot, Story, Tells};
pub use vocabulary::{Vocabulary, WordId};

use crate::text::Orthography;

/// Everything known of one language, ready for matching.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Lexicon {
    /// Spelling habits.
    pub text: schema::Text,
    /// Numbers, magnitudes, currencies, percent and their qualifiers.
    pub figures: Figures,
    /// Months, weekdays and words for periods.
    pub dates: Dates,
    /// The first words of all that a number, fraction or date in words can begin with.
    pub anchors: Phrases<()>,
    /// Titles, legal forms, job words, given names and other signals of names.
    pub names: Names,
    /// The small words and the inflection of verbs and nouns.
    pub grammar: Grammar,
    /// Deal frames, status cues, motives.
    pub deals: Deals,
    /// Events, relations, words of speech.
    pub story: Story,
    pub(crate) vocabulary: Vocabulary,
}

impl Lexicon {
    /// Adds the user's own rows, which win over all others.
    pub fn add(&mut self, user: &UserLexicon) {
        let mut compiler = Compiler::new(&self.text, std::mem::take(&mut self.vocabulary));
        self.names.add(&user.title, &user.known, &mut compiler);
        self.vocabulary = compiler.finish();
    }

    /// The id of a folded word; [`WordId::UNKNOWN`] for words in no phrase.
    pub fn word(&self, folded: &str) -> WordId {
        self.vocabulary.get(folded)
    }

    /// The spelling habits, as the splitter wants them.
    pub fn orthography(&self) -> Orthography<'_> {
        self.text.orthography()
    }
}
