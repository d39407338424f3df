//! The pipeline from an article to its facts.

use chrono::NaiveDate;

use crate::entities::Entities;
use crate::facts::Facts;
use crate::language::{Detection, Language, Lexicons, Reading, UserLexicon, detect};
use crate::mentions::Mentions;
use crate::mentions::tagger::Tagger;
use crate::source::{Article, Warning};
use crate::text::Document;

/// Analyses articles; made once, used for any number of them, from any number of threads.
#[derive(Debug, Default)]
pub struct Analyzer {
    lexicons: Lexicons,
    tagger: Tagger<'static>,
}

/// What was found in one article, room by room; [`crate::report`] makes the report of it.
#[derive(Debug)]
pub struct Analysis<'a> {
    /// The article.
    pub article: &'a Article,
    /// The article with the language of each passage.
    pub reading: &'a Reading<'a>,
    /// Figures, dates, names, quotations.
    pub mentions: &'a Mentions,
    /// Companies, people and so on.
    pub entities: &'a Entities,
    /// Deals and the story around them.
    pub facts: &'a Facts,
    /// What the user should know about the analysis.
    pub warnings: &'a [Warning],
}

impl Analyzer {
    /// An analyzer with the built-in lexicons.
    pub fn new() -> Self {
        Self::default()
    }

    /// An analyzer that also knows the user's own names and titles.
    pub fn with_lexicon(own: UserLexicon) -> Self {
        Self { lexicons: Lexicons::with_user(own), ..Self::default() }
    }

    /// An analyzer that also knows the names of the user's own lexicon file.
    pub fn with_lexicons(lexicons: Lexicons) -> Self {
        Self { lexicons, ..Self::default() }
    }

    /// The same analyzer with another tagger of names: to measure what hangs on which part of it.
    pub fn with_tagger(self, tagger: Tagger<'static>) -> Self {
        Self { tagger, ..self }
    }

    /// Analyses `article` and hands the result to `view`: the parts of an analysis borrow from each other, so what is
    /// kept of it is made inside.
    pub fn analyze<T>(&self, article: &Article, view: impl FnOnce(&Analysis<'_>) -> T) -> T {
        let mut warnings = article.warnings.clone();
        let main = main_language(article, &mut warnings);
        let lexicon = self.lexicons.get(main.language);
        let document = Document::parse(&article.text, &lexicon.orthography());
        let reading = Reading::new(&document, main, &self.lexicons);
        let published: Option<NaiveDate> = article.published;
        let mentions = Mentions::find(&reading, published, &self.tagger);
        let entities = Entities::resolve(&reading, &mentions);
        let facts = Facts::find(&reading, &mentions, &entities);
        view(&Analysis {
            article,
            reading: &reading,
            mentions: &mentions,
            entities: &entities,
            facts: &facts,
            warnings: &warnings,
        })
    }
}

/// How far the language that a page says it is in can be trusted.
const HINTED: f64 = 0.7;

/// The language given with the article, or the detected one; English for a text without letters.
fn main_language(article: &Article, warnings: &mut Vec<Warning>) -> Detection {
    let undetermined = |tag| Detection { tag, language: Language::Undetermined, confidence: 0.0 };
    let detection = match article.language.as_deref().map(Language::from_tag) {
        Some(Some(language)) => Detection { tag: language.tag(), language, confidence: 1.0 },
        Some(None) => undetermined("und"),
        None => {
            let hinted = article.language_hint.as_deref().and_then(Language::from_tag);
            let hinted = hinted.map(|language| Detection { tag: language.tag(), language, confidence: HINTED });
            let detected = detect(&article.text);
            detected.filter(|found| found.confidence >= HINTED).or(hinted).or(detected).unwrap_or(undetermined("und"))
        }
    };
    if detection.language == Language::Undetermined {
        warnings.push(Warning {
            code: "language_not_supported",
            message: format!(
                "no lexicon for language '{}'; only figures and names that need no language were looked for",
                article.language.as_deref().unwrap_or(detection.tag)
            ),
        });
    }
    detection
}
