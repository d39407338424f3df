//! Rows to tables: the lexicons as written become lexicons ready for matching.
//!
//! This runs while the program is built (`build.rs`), so that nothing is left to do when it starts. It takes the rows
//! of `lexicon::schema`, spells out every form of every word, and gives the tables of `lexicon`.

mod currency;
mod dates;
mod deals;
mod figures;
mod grammar;
mod inflection;
mod names;
mod pieces;
mod story;

use super::lexicon::{
    self, Compiler, Dates, Deals, Figures, Grammar, Lexicon, Names, Phrases, Story, Vocabulary, schema,
};
use inflection::Inflection;

impl Lexicon {
    /// Compiles the rows of a language.
    pub fn compile(rows: schema::Lexicon, iso: &schema::Iso4217) -> Self {
        let schema::Lexicon { mut text, figures, currencies, dates, names, grammar, deals, story } = rows;
        // Titles part from the name before a hyphen wherever anything does: "Arden-Chef".
        if !text.compound_tails.is_empty() {
            let titles = names.title.iter().flat_map(|title| &title.words);
            text.compound_tails.extend(titles.filter(|title| !title.contains([' ', '-'])).cloned());
        }
        text.sort();
        let inflection = Inflection::new(&grammar);
        let mut compiler = Compiler::new(&text, Vocabulary::default());
        let figures = Figures::compile(figures, &currencies, iso, &mut compiler);
        let dates = Dates::compile(dates, &mut compiler);
        let anchors = anchors(&figures, &dates);
        let names = Names::compile(names, &mut compiler);
        let grammar = Grammar::compile(grammar, &inflection, &mut compiler);
        let deals = Deals::compile(deals, &inflection, &mut compiler);
        let story = Story::compile(story, &mut compiler);
        let vocabulary = compiler.finish();
        Self { text, figures, dates, anchors, names, grammar, deals, story, vocabulary }
    }
}

/// What a number, fraction or date in words can begin with.
fn anchors(figures: &Figures, dates: &Dates) -> Phrases<()> {
    let numbers = figures.pieces.words().firsts(|piece| piece.opens());
    let words = numbers.into_iter().chain(figures.fractions.firsts(|_| true)).chain(dates.first.firsts(|()| true));
    Phrases::new(words.map(|word| (vec![word], ())).collect())
}
