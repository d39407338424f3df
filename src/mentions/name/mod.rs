//! Names: of companies, organizations, people, products and places.
//!
//! Candidates come from capitals, lists of a language and the statistical tagger; each gets hints of its kind from its
//! own words and its surroundings. What a name is the name of is decided over the whole article, by the entities.

mod age;
mod around;
mod bare;
mod candidates;
mod codes;
mod context;
mod credits;
mod exclaimed;
mod formal;
mod glued;
mod grouped;
mod hints;
mod household;
mod inside;
mod lead;
mod merge;
mod officers;
mod paired;
mod parties;
mod possessive;
mod quoted;
mod scene;
mod tagged;
mod trim;

use std::sync::Arc;

use super::Recogniser;
use super::tagger::{Label, Tagger};
use crate::language::{NameKind, OrganizationKind, Reading};
use crate::text::{Span, TokenRange};
use scene::Scene;

/// A name where it stands, with what its surroundings say of its kind.
#[derive(Debug, Clone, PartialEq)]
pub struct Name {
    /// Its words, without titles, articles and possessives.
    pub span: Span,
    /// The same as tokens, with the code of its shares where one stands behind it.
    pub tokens: TokenRange,
    /// What speaks for which kind; the room of entities weighs the hints of all mentions of one thing.
    pub hints: Vec<Hint>,
    /// Whether only a capital at the start of a sentence or in a heading speaks for a name here: then other mentions
    /// must support it.
    pub unsure: bool,
    /// Whether it stands where no story is told: a dateline, a byline, contacts.
    pub aside: bool,
    /// Whether the tagger sees a name here too, a list knows it, or its part in a deal leaves no doubt.
    pub seen: bool,
    /// The fullest form of the thing, where a list says that several names are names of one.
    pub same: Option<Arc<str>>,
}

/// One signal about the kind of a name.
#[derive(Debug, Clone, PartialEq)]
pub struct Hint {
    /// The kind it speaks for.
    pub kind: Kind,
    /// What kind of organization, where it speaks for one.
    pub organization: Option<OrganizationKind>,
    /// How strongly, in log-odds (1.0 is weak, 4.0 all but certain).
    pub weight: f32,
    /// The rule that saw it.
    pub rule: Rule,
}

/// The name of a rule: a row of the lexicon or a mechanism.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rule {
    /// A mechanism.
    Own(&'static str),
    /// A row.
    Row(Arc<str>),
}

/// What a name can be the name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// Does business.
    Company,
    /// Agency, regulator, university, government, business unit.
    Organization,
    /// A human being.
    Person,
    /// Brand, service, model.
    Product,
    /// Country, city, region.
    Place,
    /// None of these: a nationality, an event, a newspaper quoted.
    Other,
}

impl Rule {
    /// The tagger took words for a person or a place that no list knows as one.
    pub const GUESSED: Self = Rule::Own("guessed");
    /// A capital stands where only a name has one.
    pub const CAPITAL: Self = Rule::Own("capital");
    /// A noun does without an article, where every noun has a capital.
    pub const BARE: Self = Rule::Own("bare");

    /// Whether it speaks of the part a name plays in a deal.
    pub fn is_of_deals(&self) -> bool {
        matches!(self, Rule::Own("deal-verb" | "deal-object" | "deal-part"))
    }
}

impl Kind {
    /// All kinds, in the order of their values.
    pub const ALL: [Kind; 6] =
        [Kind::Company, Kind::Organization, Kind::Person, Kind::Product, Kind::Place, Kind::Other];
}

impl Hint {
    fn own(kind: Kind, weight: f32, rule: &'static str) -> Self {
        Self { kind, organization: None, weight, rule: Rule::Own(rule) }
    }

    fn of(kind: NameKind, weight: f32, rule: Rule) -> Self {
        let (kind, organization) = match kind {
            NameKind::Company => (Kind::Company, None),
            NameKind::Organization(organization) => (Kind::Organization, Some(organization)),
            NameKind::Person => (Kind::Person, None),
            NameKind::Product => (Kind::Product, None),
            NameKind::Place => (Kind::Place, None),
            NameKind::Other | NameKind::None => (Kind::Other, None),
        };
        Self { kind, organization, weight, rule }
    }
}

/// Finds names.
pub(super) struct NameRecogniser<'t> {
    /// What names it sees, and what its lists know.
    pub(super) tagger: &'t Tagger<'static>,
}

impl Recogniser for NameRecogniser<'_> {
    type Mention = Name;

    fn recognise(&self, reading: &Reading<'_>) -> Vec<Name> {
        let scene = Scene::new(reading, self.tagger);
        let ruled = candidates::find(&scene);
        let tagged = tagged::find(&scene);
        let merged = exclaimed::whole(&scene, formal::whole(&scene, merge::merge(&scene, ruled, tagged)));
        let merged = officers::parted(&scene, merged);
        let document = reading.document();
        let stops = formal::Stops::of(&scene);
        let glued = glued::Glued::of(&scene, &merged);
        let codes = codes::Codes::of(&scene, &merged);
        let possessives = possessive::Possessives::of(&scene);
        let mut reached = 0;
        merged
            .into_iter()
            .filter(|candidate| !glued.has(&scene, candidate))
            .map(|candidate| paired::whole(&scene, grouped::whole(&scene, household::whole(&scene, candidate))))
            .map(|candidate| possessives.whole(&scene, quoted::whole(&scene, candidate)))
            // The code behind a name is read over, and no part of what it says.
            .map(|mut candidate| {
                let code = codes.behind(&scene, &candidate);
                if let Some(code) = code {
                    candidate.tokens.end = code.start;
                }
                (candidate, code.map(|code| code.end))
            })
            // What a longer name has taken in is none of its own.
            .filter(|(candidate, code)| {
                let free = candidate.tokens.start >= reached;
                reached = reached.max(code.unwrap_or(candidate.tokens.end));
                free
            })
            .map(|(mut candidate, code)| {
                credits::mark(&scene, &mut candidate);
                let hints = hints::hints(&scene, &mut candidate, code);
                let mut span = document.span(candidate.tokens);
                if stops.ends_sentence(&scene, candidate.tokens) {
                    span.end -= 1;
                }
                let tokens = TokenRange::new(candidate.tokens.start, code.unwrap_or(candidate.tokens.end));
                Name {
                    span,
                    tokens,
                    unsure: candidate.unsure,
                    aside: candidate.aside,
                    seen: candidate.seen
                        || bare::is_told(&hints)
                        || parties::is_party(&scene, candidate.tokens, &hints),
                    hints,
                    same: candidate.same,
                }
            })
            .collect()
    }
}

/// A stretch of words that may be a name.
#[derive(Debug, Clone)]
struct Candidate {
    tokens: TokenRange,
    /// See [`Name::unsure`].
    unsure: bool,
    /// See [`Name::aside`].
    aside: bool,
    /// See [`Name::seen`].
    seen: bool,
    /// Whether its end is certain: a legal form, a known name.
    firm: bool,
    /// Whether only the small words that join its words make its end certain: `Ministry of Arden`.
    joined: bool,
    /// Whether the user's own list names it: then nothing else does.
    own: bool,
    /// See [`Name::same`].
    same: Option<Arc<str>>,
    /// What the tagger takes it for.
    label: Option<Label>,
    /// Hints that come with the finding itself.
    hints: Vec<Hint>,
}

impl Candidate {
    fn new(tokens: TokenRange) -> Self {
        Self {
            tokens,
            unsure: false,
            aside: false,
            seen: false,
            firm: false,
            joined: false,
            own: false,
            label: None,
            same: None,
            hints: Vec::new(),
        }
    }
}
