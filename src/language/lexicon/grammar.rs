//! The small words of a language, ready for matching.

use serde::{Deserialize, Serialize};

use super::{Endings, Phrases};

/// The compiled form of `grammar.toml`.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Grammar {
    /// What the small words do.
    pub words: Phrases<Function>,
    /// Whether participles and infinitives stand at the end of their clause.
    pub verb_last: bool,
    /// What stands before or inside of an infinitive that another verb governs: "zu".
    pub infinitive_mark: String,
    /// Determiners that bring in someone new.
    pub indefinites: Phrases<()>,
    /// Articles that mark what is acted upon ("den").
    pub object_articles: Phrases<()>,
    /// Prepositions with an article that say where something goes ("an die").
    pub toward: Phrases<()>,
    /// Articles that mark to whom something is given ("dem").
    pub dative_articles: Phrases<()>,
    /// Words that open a clause only behind a comma or at its start, and elsewhere say nothing: "kauft Arden *jedoch*".
    pub particles: Phrases<()>,
    /// Ends of nouns of who acts, behind which an article that could be a genitive is none: "der *Händler*".
    pub acting_nouns: Endings,
    /// Articles that are relative pronouns, too ("der").
    pub relative_articles: Phrases<()>,
    /// Words that open a clause or join two words of one phrase ("but").
    pub contrasts: Phrases<()>,
    /// Adverbs that can stand inside a verb of several words.
    pub adverbs: Phrases<()>,
    /// The preposition that names who acts in the passive.
    pub agent: Option<Preposition>,
    /// The preposition between a noun and what it is the noun of.
    pub of: Option<Preposition>,
    /// The forms of prepositions that hold a definite article ("du").
    pub melted: Phrases<()>,
    /// The auxiliaries of what was past already then.
    pub pluperfect: Phrases<()>,
    /// Forms of verbs of telling news ("announced").
    pub reports: Phrases<()>,
    /// The preposition that before a finite verb is a pronoun for what its object is a part of.
    pub partitive: Option<Preposition>,
    /// The preposition that an object can have when it is somebody.
    pub personal: Option<Preposition>,
    /// The preposition of what something is done with ("avec").
    pub instrument: Option<Preposition>,
    /// The preposition that also marks an infinitive.
    pub infinitive: Option<Preposition>,
    /// The preposition that a dative pronoun stands for.
    pub dative: Option<Preposition>,
    /// The forms of "be" that make a participle what is done by now.
    pub perfect_be: Phrases<()>,
    /// Verbs that tell hearsay before what is done already.
    pub hearsay: Phrases<()>,
    /// The forms of "be" that make a participle what was done.
    pub past_be: Phrases<()>,
    /// The preposition of for whom something is.
    pub benefit: Option<Preposition>,
    /// Whether a verb needs no subject, so that one can stand behind it.
    pub drops_subject: bool,
    /// The pronouns of reflexive verbs, for those that are joined to the verb.
    pub reflexives: Vec<String>,
}

/// A preposition of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Preposition(pub(crate) u16);

/// What a small word does in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Function {
    /// Auxiliary of the passive.
    Be,
    /// Auxiliary of the perfect.
    Have,
    /// Makes a verb reflexive.
    Reflexive,
    /// Makes a verb negative.
    Negator,
    /// Governs a noun phrase.
    Preposition(Preposition),
    /// Opens a noun phrase.
    Determiner,
    /// Joins equals.
    Conjunction,
    /// Opens a clause about the noun before it.
    Relative,
    /// Opens another clause.
    Subordinator,
    /// Can stand for a company.
    Pronoun,
    /// Stands before a verb for who gives or is given.
    Dative,
    /// Passes its subject on to the verb it governs.
    Control,
}

/// A form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[allow(missing_docs)] // grammar's own names
pub enum Tense {
    Infinitive,
    Present,
    Past,
    Participle,
    Gerund,
    Future,
    Conditional,
}

impl Tense {
    /// Whether the form has a subject of its own.
    pub fn is_finite(self) -> bool {
        matches!(self, Tense::Present | Tense::Past | Tense::Future | Tense::Conditional)
    }
}
