//! Names: of companies, organizations, people, products and places.

use super::Recogniser;
use crate::language::Reading;
use crate::text::{Span, TokenRange};

/// A name where it stands, with what its surroundings say of its kind.
#[derive(Debug, Clone, PartialEq)]
pub struct Name {
    /// Its words, without titles, articles and possessives.
    pub span: Span,
    /// The same as tokens.
    pub tokens: TokenRange,
    /// What speaks for which kind; the room of entities weighs the hints of all mentions of one thing.
    pub hints: Vec<Hint>,
}

/// One signal about the kind of a name.
#[derive(Debug, Clone, PartialEq)]
pub struct Hint {
    /// The kind it speaks for.
    pub kind: Kind,
    /// How strongly, in log-odds (1.0 is weak, 4.0 all but certain).
    pub weight: f32,
    /// The rule that saw it.
    pub rule: &'static str,
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

/// Finds names.
pub(super) struct NameRecogniser;

impl Recogniser for NameRecogniser {
    type Mention = Name;

    fn recognise(&self, _reading: &Reading<'_>) -> Vec<Name> {
        Vec::new()
    }
}
