//! Titles, legal forms, job words and other signals of names, ready for matching.

use std::sync::Arc;

use super::schema::{self, KindWord, OrganizationKind, Place};
use super::{Compiler, Phrases, WordId};

/// The compiled form of `names.toml`.
#[derive(Debug, Default)]
pub struct Names {
    /// Whether every noun has a capital, so that a capital says nothing.
    pub capital_nouns: bool,
    classes: Vec<u32>,
    /// Phrases of more than one word with a class.
    phrases: Phrases<Class>,
    cues: [Phrases<Cue>; 5],
    /// Wordings of titles.
    pub titles: Phrases<Title>,
    /// Names that need no other sign.
    pub known: Phrases<Known>,
}

/// What a word or phrase does around names; see [`schema::NameWords`] for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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
    WhoLeads,
    Called,
    Nationality,
    Byline,
    Possessive,
    Copula,
    Will,
    Generic,
    /// A word that closes names of some kind ([`Place::Last`]).
    Last,
}

/// What a name can be the name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
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

/// A sign of the kind of a name.
#[derive(Debug, Clone)]
pub struct Cue {
    /// The kind.
    pub kind: NameKind,
    /// How strongly it speaks, in log-odds.
    pub weight: f32,
    /// Name of the rule.
    pub rule: Arc<str>,
}

/// A title people hold.
#[derive(Debug, Clone)]
pub struct Title {
    /// In normalised English.
    pub title: Arc<str>,
    /// Whether it is a public office.
    pub public: bool,
    /// Whether companies can be called so, too.
    pub shared: bool,
}

/// A name that needs no other sign.
#[derive(Debug, Clone)]
pub struct Known {
    /// What it is.
    pub kind: NameKind,
    /// The fullest form of the thing, where several forms are given.
    pub same: Option<Arc<str>>,
    /// Whether the user said so.
    pub own: bool,
}

impl Names {
    /// Compiles the rows.
    pub(super) fn compile(rows: schema::Names, compiler: &mut Compiler<'_>) -> Self {
        let mut names = Self { capital_nouns: rows.words.capital_nouns, ..Self::default() };
        let mut phrases = Vec::new();
        for (class, list) in classes(&rows.words) {
            for phrase in list {
                let words = compiler.words(phrase);
                match words[..] {
                    [word] => names.mark(word, class),
                    _ => phrases.push((words, class)),
                }
            }
        }
        names.phrases = Phrases::new(phrases);
        let mut cues: [Vec<(Vec<WordId>, Cue)>; 5] = Default::default();
        for row in &rows.cue {
            let cue = Cue { kind: kind(row.kind, row.organization), weight: row.weight, rule: row.id.as_str().into() };
            for phrase in &row.words {
                let words = compiler.words(phrase);
                if let (Place::Last, [word]) = (row.at, &words[..]) {
                    names.mark(*word, Class::Last);
                }
                cues[row.at as usize].push((words, cue.clone()));
            }
        }
        names.cues = cues.map(Phrases::new);
        let titles = rows.title.iter().flat_map(|row| {
            let title = Title { title: row.title.as_str().into(), public: row.public, shared: row.shared };
            row.words.iter().map(move |phrase| (phrase.as_str(), title.clone()))
        });
        names.titles = compiler.phrases(titles);
        let known = rows.known.iter().flat_map(|row| {
            let same = row.names.first().filter(|_| row.same).map(|name| Arc::from(name.as_str()));
            let known = Known { kind: kind(row.kind, row.organization), same, own: row.own };
            row.names.iter().map(move |name| (name.as_str(), known.clone()))
        });
        names.known = compiler.phrases(known);
        names
    }

    fn mark(&mut self, word: WordId, class: Class) {
        let at = word.0 as usize;
        if self.classes.len() <= at {
            self.classes.resize(at + 1, 0);
        }
        self.classes[at] |= 1 << class as u32;
    }

    /// Whether the single word `word` is of `class`.
    pub fn is(&self, word: WordId, class: Class) -> bool {
        word != WordId::UNKNOWN && self.classes.get(word.0 as usize).is_some_and(|bits| bits & (1 << class as u32) != 0)
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

fn classes(words: &schema::NameWords) -> [(Class, &[String]); 22] {
    [
        (Class::Common, &words.common),
        (Class::Article, &words.articles),
        (Class::Of, &words.of),
        (Class::Particle, &words.particles),
        (Class::And, &words.and),
        (Class::Courtesy, &words.courtesies),
        (Class::LegalForm, &words.legal_forms),
        (Class::LeadingForm, &words.leading_forms),
        (Class::Institution, &words.institutions),
        (Class::Past, &words.past),
        (Class::Planned, &words.planned),
        (Class::AtPlace, &words.at_place),
        (Class::TitleOf, &words.title_of),
        (Class::LedBy, &words.led_by),
        (Class::WhoLeads, &words.who_leads),
        (Class::Called, &words.called),
        (Class::Nationality, &words.nationalities),
        (Class::Byline, &words.bylines),
        (Class::Possessive, &words.possessives),
        (Class::Copula, &words.copulas),
        (Class::Will, &words.will),
        (Class::Generic, &words.generic),
    ]
}

fn kind(kind: KindWord, organization: Option<OrganizationKind>) -> NameKind {
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
