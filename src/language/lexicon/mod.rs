//! What is known of a language, compiled from `lexicons/<tag>/*.toml`.
//!
//! The files are read when the program is built (`build.rs`), which leaves their examples out; a language is unpacked
//! when the first passage asks for it. A phrase table is matched against word ids, so that one look-up a token serves
//! every table.

pub mod schema;

mod builtin;
mod dates;
mod deals;
mod figures;
mod grammar;
mod names;
mod phrases;
mod story;
mod vocabulary;

use std::sync::OnceLock;

pub use dates::{DateWord, Dates, TimeUnit};
pub use deals::{DealCue, Deals, Frame, PartOfSpeech, StatusWord, Trigger};
pub use figures::{
    Bound, Currency, CurrencyForm, CurrencyName, Figures, InheritCue, MOST_PIECES, PerWhat, PercentWord, Piece, Pieces,
    RangeWord,
};
pub use grammar::{Function, Grammar, Preposition, Tense};
pub use names::{Class, Cue, Known, NameKind, Names, Title};
pub use phrases::{Match, Phrases};
pub use schema::{OrganizationKind, Place, User as UserLexicon};
pub use story::{FactRule, Part, Small, Speech, Spot, Story, Tells};
pub use vocabulary::{Vocabulary, WordId};

use super::Language;
use crate::text::{Orthography, tokenize};

/// The lexicons of all languages; each is unpacked when first asked for.
#[derive(Debug, Default)]
pub struct Lexicons {
    compiled: [OnceLock<Lexicon>; Language::ALL.len()],
    user: schema::User,
}

impl Lexicons {
    /// The built-in lexicons.
    pub fn new() -> Self {
        Self::default()
    }

    /// The built-in lexicons with the user's own rows, which win over all others.
    pub fn with_user(user: schema::User) -> Self {
        Self { user, ..Self::default() }
    }

    /// The lexicon of `language`.
    pub fn get(&self, language: Language) -> &Lexicon {
        self.compiled[language as usize].get_or_init(|| {
            let mut rows = schema::Lexicon::built_in(language);
            self.user.add_to(&mut rows);
            Lexicon::compile(language, rows)
        })
    }
}

/// Everything known of one language, ready for matching.
#[derive(Debug)]
pub struct Lexicon {
    /// Whose it is.
    pub language: Language,
    /// Spelling habits.
    pub text: schema::Text,
    /// Numbers, magnitudes, currencies, percent and their qualifiers.
    pub figures: Figures,
    /// Months, weekdays and words for periods.
    pub dates: Dates,
    /// Titles, legal forms, job words, given names and other signals of names.
    pub names: Names,
    /// The small words and the inflection of verbs and nouns.
    pub grammar: Grammar,
    /// Deal frames, status cues, motives.
    pub deals: Deals,
    /// Events, relations, words of speech.
    pub story: Story,
    vocabulary: Vocabulary,
}

impl Lexicon {
    /// Compiles the rows of a lexicon into phrase tables.
    pub fn compile(language: Language, rows: schema::Lexicon) -> Self {
        let schema::Lexicon { mut text, figures, currencies, dates, names, grammar, deals, story } = rows;
        text.sort();
        let mut compiler = Compiler { text: &text, vocabulary: Vocabulary::default() };
        let figures = Figures::compile(figures, currencies, &mut compiler);
        let dates = Dates::compile(dates, &mut compiler);
        let names = Names::compile(names, &mut compiler);
        let grammar = Grammar::compile(grammar, &mut compiler);
        let deals = Deals::compile(deals, &grammar, &mut compiler);
        let story = Story::compile(story, &mut compiler);
        let vocabulary = compiler.vocabulary;
        Self { language, text, figures, dates, names, grammar, deals, story, vocabulary }
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

/// Turns the phrases of a lexicon into word ids while it is compiled.
#[derive(Debug)]
pub struct Compiler<'l> {
    text: &'l schema::Text,
    vocabulary: Vocabulary,
}

impl Compiler<'_> {
    /// The words of `phrase`, cut as the same words in an article would be.
    pub fn words(&mut self, phrase: &str) -> Vec<WordId> {
        // An elided word at the end (`près d'`) is one only before a letter, and the dot of an initial (`S.A.`) stays
        // with it only before a word: what they need is lent and taken back.
        let lent = match phrase.chars().next_back() {
            Some('\'' | '’') => "x",
            Some('.') => " x",
            _ => "",
        };
        let (mut tokens, folded) = tokenize(&format!("{phrase}{lent}"), &self.text.orthography());
        if !lent.is_empty() && tokens.len() > 1 {
            tokens.pop();
        }
        tokens.iter().map(|token| self.vocabulary.insert(token.folded_in(&folded))).collect()
    }

    /// A table of phrases, each with what it means.
    pub fn phrases<'p, T>(&mut self, rows: impl IntoIterator<Item = (&'p str, T)>) -> Phrases<T> {
        Phrases::new(rows.into_iter().map(|(phrase, value)| (self.words(phrase), value)).collect())
    }
}
