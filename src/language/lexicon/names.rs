//! Titles, legal forms, job words and other signals of names, ready for matching.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::schema::{self, KindWord, OrganizationKind, Place};
use super::{Compiler, Endings, Nouns, Phrases, WordId};

/// The compiled form of `names.toml`.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Names {
    /// Whether every noun has a capital, so that a capital says nothing.
    pub capital_nouns: bool,
    /// Whether headings open with a topic before a comma.
    pub topics: bool,
    /// Whether companies are told of with the town they are in, joined by a small word.
    pub towns: bool,
    pub(crate) trade_endings: Endings,
    pub(crate) person_endings: Endings,
    pub(crate) noun_endings: Vec<String>,
    pub(crate) several_endings: Vec<String>,
    pub(crate) alike_endings: Vec<String>,
    /// What tells a noun from a name.
    pub nouns: Nouns,
    pub(crate) classes: Vec<u32>,
    /// Phrases of more than one word with a class.
    pub(crate) phrases: Phrases<Class>,
    pub(crate) cues: [Phrases<Cue>; 6],
    /// Wordings of titles.
    pub titles: Phrases<Title>,
    /// Names that need no other sign.
    pub known: Phrases<Known>,
}

/// What a compound by which companies or people are called begins with has at least so many bytes.
const HEAD: usize = 2;

/// What a word or phrase does around names; see [`schema::NameWords`] for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum Class {
    Common,
    Article,
    Of,
    Particle,
    And,
    Courtesy,
    LegalForm,
    LeadingForm,
    Institution,
    Past,
    Planned,
    AtPlace,
    TitleOf,
    LedBy,
    FoundedBy,
    WhoLeads,
    WhoFounded,
    Several,
    Called,
    Nationality,
    Byline,
    Possessive,
    Copula,
    Aged,
    Will,
    Generic,
    Household,
    Grouped,
    Opener,
    Joined,
    /// A word that closes names of some kind ([`Place::Last`]).
    Last,
}

/// What a name can be the name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum NameKind {
    /// Does business.
    Company,
    /// Agency, regulator, university, government, business unit.
    Organization(OrganizationKind),
    /// A human being.
    Person,
    /// Brand, service, model.
    Product,
    /// Country, city, region.
    Place,
    /// None of these: a nationality, an event, a law.
    Other,
    /// No name at all.
    None,
}

impl NameKind {
    /// The kind that a row of a lexicon names.
    pub fn of(kind: KindWord, organization: Option<OrganizationKind>) -> Self {
        match kind {
            KindWord::Company => NameKind::Company,
            KindWord::Organization => NameKind::Organization(organization.unwrap_or(OrganizationKind::Other)),
            KindWord::Person => NameKind::Person,
            KindWord::Product => NameKind::Product,
            KindWord::Place => NameKind::Place,
            KindWord::Other => NameKind::Other,
            KindWord::None => NameKind::None,
        }
    }
}

/// A sign of the kind of a name.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Cue {
    /// The kind.
    pub kind: NameKind,
    /// How strongly it speaks, in log-odds.
    pub weight: f32,
    /// Name of the rule.
    pub rule: Arc<str>,
}

/// A title people hold.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Title {
    /// In normalised English.
    pub title: Arc<str>,
    /// Whether it is a public office.
    pub public: bool,
    /// Whether companies can be called so, too.
    pub shared: bool,
}

/// A name that needs no other sign.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Known {
    /// What it is.
    pub kind: NameKind,
    /// The fullest form of the thing, where several forms are given.
    pub same: Option<Arc<str>>,
    /// Whether the user said so.
    pub own: bool,
}

impl Names {
    /// Adds titles and names that need no other sign.
    pub fn add(&mut self, titles: &[schema::Title], known: &[schema::Known], compiler: &mut Compiler<'_>) {
        self.titles.extend(compiler.rows(titles.iter().flat_map(|row| {
            let title = Title { title: row.title.as_str().into(), public: row.public, shared: row.shared };
            row.words.iter().map(move |phrase| (phrase.as_str(), title.clone()))
        })));
        self.known.extend(compiler.rows(known.iter().flat_map(|row| {
            let same = row.names.first().filter(|_| row.same).map(|name| Arc::from(name.as_str()));
            let known = Known { kind: NameKind::of(row.kind, row.organization), same, own: row.own };
            row.names.iter().map(move |name| (name.as_str(), known.clone()))
        })));
    }

    /// Whether the single word `word` is of `class`.
    pub fn is(&self, word: WordId, class: Class) -> bool {
        word != WordId::UNKNOWN && self.classes.get(word.0 as usize).is_some_and(|bits| bits & (1 << class as u32) != 0)
    }

    /// Whether a folded word is a compound by which companies are called, in any case or number: "Maschinenbauern".
    pub fn is_trade(&self, word: &str) -> bool {
        self.ends_in(word, &self.trade_endings)
    }

    /// Whether a folded word is a compound by which people are called: "Aufsichtsratschefin".
    pub fn is_calling(&self, word: &str) -> bool {
        self.ends_in(word, &self.person_endings)
    }

    fn ends_in(&self, word: &str, endings: &Endings) -> bool {
        let compound = |word: &str| endings.close(word, HEAD);
        compound(word)
            || self.noun_endings.iter().any(|ending| word.strip_suffix(ending.as_str()).is_some_and(compound))
    }

    /// Phrases of two words or more that have a class.
    pub fn phrases(&self) -> &Phrases<Class> {
        &self.phrases
    }

    /// The cues that stand at `place`.
    pub fn cues(&self, place: Place) -> &Phrases<Cue> {
        &self.cues[place as usize]
    }
}
