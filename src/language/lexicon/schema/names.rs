//! `names.toml`: titles, legal forms, job words and other signals of names.

use serde::{Deserialize, Serialize};

/// The rows of `names.toml`.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Names {
    /// Small words by what they do around names.
    pub words: NameWords,
    /// Words that say what kind of thing the name beside or around them is.
    pub cue: Vec<Cue>,
    /// What people can be.
    pub title: Vec<Title>,
    /// Names of public bodies and the like that need no other sign.
    pub known: Vec<Known>,
}

/// Small words by what they do around names, in folded form.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NameWords {
    /// Whether every noun has a capital, so that a capital says nothing.
    #[serde(default)]
    pub capital_nouns: bool,
    /// Whether headings open with a topic before a comma ("Banche, Arden compra").
    #[serde(default)]
    pub topics: bool,
    /// Whether companies are told of with the town they are in, joined by a small word: "la Arden di Vicenza".
    #[serde(default)]
    pub towns: bool,
    /// Endings of compounds by which companies are called ("Maschinenbauer"), in the languages that compound.
    #[serde(default)]
    pub trade_endings: Vec<String>,
    /// Endings of compounds by which people are called ("Aufsichtsratschef").
    #[serde(default)]
    pub person_endings: Vec<String>,
    /// What such a compound takes in its cases and its plural.
    #[serde(default)]
    pub noun_endings: Vec<String>,
    /// Endings of titles that several people hold ("founders").
    pub several_endings: Vec<String>,
    /// Endings of titles that are the same for one and for several ("Gründer"), which the word before them tells.
    #[serde(default)]
    pub alike_endings: Vec<String>,
    /// Words that stand before such a title for several ("die", "beiden").
    #[serde(default)]
    pub several: Vec<String>,
    /// Nouns that are no names, where every noun has a capital; compounds end in them, too.
    #[serde(default)]
    pub nouns: Vec<String>,
    /// What compounds begin with besides nouns.
    #[serde(default)]
    pub noun_heads: Vec<String>,
    /// Endings that only nouns have, whatever stands before them.
    #[serde(default)]
    pub noun_suffixes: Vec<String>,
    /// Endings of the adjectives, adverbs and infinitives that open a sentence.
    #[serde(default)]
    pub plain_endings: Vec<String>,
    /// What participles begin with.
    #[serde(default)]
    pub participles: Vec<String>,
    /// Nouns before which or behind which another noun stands without an article ("Ende Mai", "Prozent").
    #[serde(default)]
    pub measures: Vec<String>,
    /// Words often capitalised that are no name by themselves and begin none.
    pub common: Vec<String>,
    /// Articles and possessives: outside of names, crossed when looking beside them.
    pub articles: Vec<String>,
    /// Words that join the parts of a name of an institution ("Bank of Arden").
    pub of: Vec<String>,
    /// Words inside a person's name ("van", "de la").
    pub particles: Vec<String>,
    /// Words that join the last two of a list.
    pub and: Vec<String>,
    /// Abbreviated courtesies before a person's name, outside of it.
    pub courtesies: Vec<String>,
    /// Forms of companies that close a name ("Inc.").
    pub legal_forms: Vec<String>,
    /// Forms of companies that open a name ("SCI").
    pub leading_forms: Vec<String>,
    /// First words of institutions, which may be followed by `of` inside a name.
    pub institutions: Vec<String>,
    /// Words that say a role was held ("former").
    pub past: Vec<String>,
    /// Words that say a role will be held ("incoming").
    pub planned: Vec<String>,
    /// Prepositions after which a name is most likely a place.
    pub at_place: Vec<String>,
    /// Prepositions between a title and its organization ("CEO of Arden", "PDG d'Arden").
    pub title_of: Vec<String>,
    /// Words before a person who heads a thing ("led by", "dirigé par").
    pub led_by: Vec<String>,
    /// Words before a person who founded a thing ("founded by", "fondé par").
    pub founded_by: Vec<String>,
    /// Words after a person who heads a thing ("who runs").
    pub who_leads: Vec<String>,
    /// Words after a person who founded a thing ("who founded").
    pub who_founded: Vec<String>,
    /// Words after which the name that follows is another name of the one before ("formerly known as", "ci-après").
    pub called: Vec<String>,
    /// Nationalities and other adjectives of places.
    pub nationalities: Vec<String>,
    /// Words that open a line or sentence with a byline ("By", "Par").
    pub bylines: Vec<String>,
    /// Possessives of things ("its", "son").
    pub possessives: Vec<String>,
    /// Words between a person and what they are ("is", "est").
    pub copulas: Vec<String>,
    /// Words beside the number that is somebody's age ("aged", "ans").
    #[serde(default)]
    pub aged: Vec<String>,
    /// Words that put what follows into the future ("will", "sera").
    pub will: Vec<String>,
    /// Nouns that any company can be called by ("company", "groupe").
    pub generic: Vec<String>,
    /// Nouns beside a surname for those who have it, who own and sell together ("familia", "fratelli", "family").
    #[serde(default)]
    pub households: Vec<String>,
    /// Nouns that a hyphen joins to the name of a company of several ("Arden-Gruppe").
    #[serde(default)]
    pub grouped: Vec<String>,
    /// Common words that open names of companies before others with capitals and a legal form ("First", "United").
    #[serde(default)]
    pub openers: Vec<String>,
    /// Trades that "and" joins inside names of companies ("Gas" in "Oil and Gas Inc").
    #[serde(default)]
    pub joined: Vec<String>,
}

/// Words that say what kind of thing a name is.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cue {
    /// Name of the rule.
    pub id: String,
    /// What they speak for.
    pub kind: KindWord,
    /// What kind of organization.
    #[serde(default, rename = "type")]
    pub organization: Option<OrganizationKind>,
    /// Where the words stand.
    pub at: Place,
    /// How strongly they speak, in log-odds.
    pub weight: f32,
    /// The words, in folded form.
    pub words: Vec<String>,
    /// Texts with the name they hold and its kind.
    #[serde(default)]
    pub examples: Vec<CueExample>,
}

/// What a name is the name of, as the files say it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KindWord {
    /// Does business.
    Company,
    /// Public body and the like.
    Organization,
    /// A human being.
    Person,
    /// Brand, service, model.
    Product,
    /// Country, city, region.
    Place,
    /// An event, a law, a nationality.
    Other,
    /// No name.
    #[default]
    None,
}

/// What an organization is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrganizationKind {
    /// Watches markets, competition, banks.
    Regulator,
    /// Ministry, parliament, city, party.
    Government,
    /// School or research institute.
    University,
    /// Court of law.
    Court,
    /// Central bank.
    CentralBank,
    /// Trade union or association.
    Union,
    /// Stock exchange or index.
    Exchange,
    /// Newspaper, agency, broadcaster that is quoted as a source.
    Media,
    /// Part of a company.
    BusinessUnit,
    /// Sports club.
    Club,
    /// Anything else.
    Other,
}

/// Where the words of a cue stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// Right before the name.
    #[default]
    Before,
    /// Right after it.
    After,
    /// In a phrase set off by a comma after the name ("Arden, a maker of chips").
    Apposition,
    /// They are its first words.
    First,
    /// They are its last words.
    Last,
    /// Right before it, and it is what they govern: no part of what names it ("talks with Arden").
    Governs,
}

/// A text with a name in it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CueExample {
    /// The text.
    pub text: String,
    /// The name it holds.
    pub name: String,
}

/// A title in its many wordings.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Title {
    /// The title in normalised English.
    pub title: String,
    /// Its wordings, in folded form.
    pub words: Vec<String>,
    /// Whether it is a public office: a name after its preposition is a place or state, not a company.
    #[serde(default)]
    pub public: bool,
    /// Whether companies can be called so, too ("investor"): then it does not speak for a person.
    #[serde(default)]
    pub shared: bool,
}

/// Names of one kind.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Known {
    /// What they are; `none` for what is no name.
    pub kind: KindWord,
    /// As in [`Cue::organization`].
    #[serde(default, rename = "type")]
    pub organization: Option<OrganizationKind>,
    /// The names; the first is the fullest form where `same` is set.
    pub names: Vec<String>,
    /// Whether all are names of one thing.
    #[serde(default)]
    pub same: bool,
    /// Whether the user said so: then it wins over everything else.
    #[serde(default)]
    pub own: bool,
}
