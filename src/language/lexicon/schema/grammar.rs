//! `grammar.toml`: how verbs and nouns are inflected, and the small words that hold a sentence together.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The rows of `grammar.toml`.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grammar {
    /// Endings of regular verbs; the paradigm with the longest matching `ending` inflects a verb.
    #[serde(default)]
    pub paradigm: Vec<Paradigm>,
    /// What regular participles begin with ("ge-").
    #[serde(default)]
    pub augment: String,
    /// The beginnings of verbs whose participles are without it ("ver-").
    #[serde(default)]
    pub unaugmented: Vec<String>,
    /// Verbs that follow no paradigm.
    #[serde(default)]
    pub irregular: Vec<Irregular>,
    /// What the plural of a noun ends in, added to its first word; empty where plurals are written out.
    #[serde(default)]
    pub plural: Vec<String>,
    /// Forms of the auxiliary of the passive.
    #[serde(default)]
    pub be: Vec<String>,
    /// Forms of the auxiliary of the perfect.
    #[serde(default)]
    pub have: Vec<String>,
    /// Pronouns that make a verb reflexive.
    #[serde(default)]
    pub reflexive: Vec<String>,
    /// What reflexive infinitives end in, and what the plain ones end in instead: `fondersi`, `fondere`.
    #[serde(default)]
    pub reflexive_infinitive: Option<(String, String)>,
    /// Words that make a verb negative.
    #[serde(default)]
    pub negators: Vec<String>,
    /// Each preposition with its contracted forms.
    #[serde(default)]
    pub prepositions: BTreeMap<String, Vec<String>>,
    /// The prepositions that melt with an article: at the end of any phrase they stand for their forms of one word too.
    #[serde(default)]
    pub melting: Vec<String>,
    /// The preposition that names who acts in the passive.
    #[serde(default)]
    pub agent: Option<String>,
    /// The preposition between a noun and what it is the noun of: "cadena de tiendas".
    #[serde(default)]
    pub of: Option<String>,
    /// The auxiliaries of what was past already then ("avait acheté").
    #[serde(default)]
    pub pluperfect: Vec<String>,
    /// Verbs of telling news, what they tell being news however far back its tense lies: "*a annoncé* qu'il avait acheté", but
    /// not "a rappelé qu'il avait acheté".
    #[serde(default)]
    pub reports: Vec<String>,
    /// The preposition that before a finite verb is a pronoun for what its object is a part of: "en acquiert 65 %".
    #[serde(default)]
    pub partitive: Option<String>,
    /// The preposition that an object can have when it is somebody: "comprar a Arden".
    #[serde(default)]
    pub personal: Option<String>,
    /// The preposition of what something is done with, if the language has one ("avec").
    #[serde(default)]
    pub instrument: Option<String>,
    /// The preposition that also marks an infinitive ("to buy").
    #[serde(default)]
    pub infinitive: Option<String>,
    /// Articles, possessives and other words that open a noun phrase.
    #[serde(default)]
    pub determiners: Vec<String>,
    /// Those of them that bring in someone new ("a", "another").
    #[serde(default)]
    pub indefinites: Vec<String>,
    /// Those of them that mark what is acted upon ("den").
    #[serde(default)]
    pub object_articles: Vec<String>,
    /// A preposition with its article, where the article says that something goes there and is no part of it: "an *die*
    /// Arden" is not "an *der* Arden".
    #[serde(default)]
    pub toward: Vec<String>,
    /// Those of them that mark to whom something is given ("dem").
    #[serde(default)]
    pub dative_articles: Vec<String>,
    /// Words that open a clause only behind a comma or at its start, and elsewhere say nothing: "kauft Arden *jedoch*".
    #[serde(default)]
    pub particles: Vec<String>,
    /// Ends of nouns of who acts, behind which an article that could be a genitive is none: "der *Händler*".
    #[serde(default)]
    pub acting_nouns: Vec<String>,
    /// Those of them that are relative pronouns, too ("der").
    #[serde(default)]
    pub relative_articles: Vec<String>,
    /// Words that join equals.
    #[serde(default)]
    pub conjunctions: Vec<String>,
    /// Words that open a subordinate clause about the noun before them.
    #[serde(default)]
    pub relatives: Vec<String>,
    /// Whether participles and infinitives stand at the end of their clause.
    #[serde(default)]
    pub verb_last: bool,
    /// What stands between a separable prefix and the infinitive: "einzusteigen".
    #[serde(default)]
    pub infinitive_mark: String,
    /// Words that open another clause.
    #[serde(default)]
    pub subordinators: Vec<String>,
    /// Those of them that also join two words of one phrase ("small *but* sound").
    #[serde(default)]
    pub contrasts: Vec<String>,
    /// Adverbs that can stand inside a verb of several words, or between it and its auxiliary ("met *par ailleurs* la
    /// main sur").
    #[serde(default)]
    pub adverbs: Vec<String>,
    /// Pronouns that can stand for a company.
    #[serde(default)]
    pub pronouns: Vec<String>,
    /// Pronouns before a verb for who gives or is given ("le vendió").
    #[serde(default)]
    pub datives: Vec<String>,
    /// The preposition that they stand for.
    #[serde(default)]
    pub dative: Option<String>,
    /// The forms of "be" that make a participle what is done by now ("è passata").
    #[serde(default)]
    pub perfect_be: Vec<String>,
    /// Verbs that tell hearsay before what is done already ("*soll* Arden gekauft haben").
    #[serde(default)]
    pub hearsay: Vec<String>,
    /// The forms of "be" that make a participle what was done on some day ("was sold").
    #[serde(default)]
    pub past_be: Vec<String>,
    /// The preposition of for whom something is ("12 million for Arden").
    #[serde(default)]
    pub benefit: Option<String>,
    /// Whether a verb needs no subject, so that one can stand behind it ("Lidera la ronda Arden").
    #[serde(default)]
    pub drops_subject: bool,
    /// Verbs of saying, deciding and wanting: they pass their subject on to the verb they govern.
    #[serde(default)]
    pub control: Vec<String>,
}

/// Endings that replace the ending of the infinitive.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paradigm {
    /// What the infinitive ends in.
    pub ending: String,
    /// Whether its participles are without the augment.
    #[serde(default)]
    pub plain: bool,
    /// Endings of the forms.
    pub forms: Forms,
}

/// The forms of one verb, written out.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Irregular {
    /// The infinitive.
    pub lemma: String,
    /// The forms.
    pub forms: Forms,
}

/// Forms of a verb (or their endings), by what they say of time and voice.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Forms {
    /// Infinitive, where it differs from the lemma's own.
    #[serde(default)]
    pub infinitive: Vec<String>,
    /// Present.
    #[serde(default)]
    pub present: Vec<String>,
    /// Simple past.
    #[serde(default)]
    pub past: Vec<String>,
    /// Past participle.
    #[serde(default)]
    pub participle: Vec<String>,
    /// Present participle or gerund.
    #[serde(default)]
    pub gerund: Vec<String>,
    /// Future.
    #[serde(default)]
    pub future: Vec<String>,
    /// Conditional.
    #[serde(default)]
    pub conditional: Vec<String>,
}
