//! One sentence with the names in it, and where those who take part in a fact stand.

use crate::entities::{Entities, EntityId, EntityKind};
use crate::language::lexicon::{Small, Spot};
use crate::language::{Lexicon, Reading};
use crate::text::TokenRange;

/// Tokens looked at on either side of a phrase: a sentence can be as long as the text.
const REACH: usize = 60;
/// Tokens between a phrase and its object, between it and the name right before it, and between a preposition and its
/// name.
const OBJECT_REACH: usize = 7;
const BEFORE_REACH: usize = 7;
const NAME_REACH: usize = 5;
/// Words from an indefinite article to the end of its noun phrase.
const NOUN_REACH: usize = 4;
/// Tokens between equals: a comma, a conjunction, an article.
const JOINT: usize = 3;

/// A name in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) entity: EntityId,
    pub(super) tokens: TokenRange,
}

/// Kinds of entities that can take a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    Person,
    Organization,
    Product,
}

impl Wanted {
    pub(super) fn takes(self, kind: EntityKind) -> bool {
        match self {
            Wanted::Person => kind == EntityKind::Person,
            Wanted::Organization => matches!(kind, EntityKind::Company | EntityKind::Organization(_)),
            Wanted::Product => kind == EntityKind::Product,
        }
    }
}

/// A sentence of an article, ready for questions.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scene<'a> {
    pub(super) reading: &'a Reading<'a>,
    pub(super) entities: &'a Entities,
    pub(super) lexicon: &'a Lexicon,
    pub(super) sentence: TokenRange,
    /// What the sentence before is about, or the heading.
    pub(super) topic: Option<Named>,
}

impl<'a> Scene<'a> {
    /// Those who stand at `spot` of the phrase `trigger`; several where equals are joined.
    pub(super) fn at(&self, spot: &Spot, trigger: TokenRange, wanted: Wanted) -> Vec<Named> {
        match spot {
            Spot::Subject => self.subject(trigger.start, wanted).into_iter().collect(),
            Spot::Before => {
                let near = |name: &Named| name.tokens.end + BEFORE_REACH >= trigger.start;
                self.names_back(trigger.start, wanted).next().filter(near).into_iter().collect()
            }
            Spot::Object => {
                let first = self.names(trigger.end, self.cap(trigger.end, OBJECT_REACH), wanted).next();
                first.map(|first| self.joined(first, wanted)).unwrap_or_default()
            }
            Spot::List => self.names(trigger.end, self.cap(trigger.end, REACH), wanted).collect(),
            Spot::Apposition => self.apposition(trigger, wanted).into_iter().collect(),
            Spot::Topic => self.topic.filter(|topic| self.fits(topic.entity, wanted)).into_iter().collect(),
            Spot::After(words) => {
                let end = self.cap(trigger.end, REACH);
                let found = (trigger.end.saturating_sub(1)..end).find_map(|at| {
                    let preposition = self.reading.longest(words, at, end)?;
                    // The phrase itself may end with the preposition.
                    let from = preposition.tokens.end;
                    let name = self.names(from, self.cap(from, NAME_REACH), wanted).next()?;
                    self.adjoins(from, name.tokens.start).then_some(name)
                });
                found.map(|first| self.joined(first, wanted)).unwrap_or_default()
            }
        }
    }

    /// Whether the words right before token `at` bring in somebody who was not named: "a data shop founded in 2016".
    pub(super) fn follows_someone_new(&self, at: usize) -> bool {
        let from = at.saturating_sub(NOUN_REACH).max(self.sentence.start);
        (from..at).any(|start| self.reading.longest(&self.lexicon.grammar.indefinites, start, at).is_some())
    }

    /// The sentence's first name of an organization that is no complement: what it is about.
    pub(super) fn about(&self) -> Option<Named> {
        let end = self.cap(self.sentence.start, REACH);
        let mut names = self.names(self.sentence.start, end, Wanted::Organization);
        let first = names.next()?;
        if !self.governed(first) {
            return Some(first);
        }
        names.find(|name| !self.governed(*name)).or(Some(first))
    }

    pub(super) fn fits(&self, entity: EntityId, wanted: Wanted) -> bool {
        self.entities.all().get(entity.0).is_some_and(|entity| wanted.takes(entity.kind))
    }

    /// The small word that token `at` is.
    pub(super) fn small(&self, at: usize) -> Option<Small> {
        self.reading.longest(&self.lexicon.story.small, at, self.sentence.end)?.values.first().copied()
    }

    /// Whether one of `labels` stands among the `reach` tokens before `at`.
    pub(super) fn preceded(&self, at: usize, reach: usize, label: Small) -> bool {
        let from = at.saturating_sub(reach).max(self.sentence.start);
        (from..at).any(|token| {
            self.reading
                .longest(&self.lexicon.story.small, token, self.sentence.end)
                .is_some_and(|found| found.values.contains(&label))
        })
    }

    /// The names of a kind from token `from` to `end`, in order.
    pub(super) fn names(&self, from: usize, end: usize, wanted: Wanted) -> impl Iterator<Item = Named> + use<'a> {
        let scene = *self;
        let mut at = from;
        std::iter::from_fn(move || {
            while at < end {
                let here = scene.entities.at(at);
                let Some((entity, tokens)) = here else {
                    at += 1;
                    continue;
                };
                let whole = tokens.start >= from;
                at = tokens.end.max(at + 1);
                if whole && scene.fits(entity, wanted) {
                    return Some(Named { entity, tokens });
                }
            }
            None
        })
    }

    /// The names of a kind before token `end`, the nearest first.
    fn names_back(&self, end: usize, wanted: Wanted) -> impl Iterator<Item = Named> + use<'a> {
        let scene = *self;
        let floor = self.sentence.start.max(end.saturating_sub(REACH));
        let mut at = end;
        std::iter::from_fn(move || {
            while at > floor {
                let here = scene.entities.at(at - 1);
                let Some((entity, tokens)) = here else {
                    at -= 1;
                    continue;
                };
                let whole = tokens.end <= end;
                at = tokens.start.min(at - 1);
                if whole && scene.fits(entity, wanted) {
                    return Some(Named { entity, tokens });
                }
            }
            None
        })
    }

    /// The name that stands, parted by a comma, after the first name behind the phrase (`a rival of Arden, Jane Roe`).
    fn apposition(&self, trigger: TokenRange, wanted: Wanted) -> Option<Named> {
        let first = self.names(trigger.end, self.cap(trigger.end, NAME_REACH), Wanted::Organization).next()?;
        let comma = first.tokens.end;
        let next = self.names(comma, self.cap(comma, NAME_REACH), wanted).next()?;
        (self.reading.document().word(comma) == "," && self.adjoins(comma + 1, next.tokens.start)).then_some(next)
    }

    /// The nearest name before token `end` that no preposition governs; the first of its equals.
    fn subject(&self, end: usize, wanted: Wanted) -> Option<Named> {
        self.names_back(end, wanted)
            .take_while(|name| !self.parted(name.tokens.end, end))
            .find(|name| !self.governed(*name))
    }

    /// Whether a mark between two tokens parts clauses.
    fn parted(&self, from: usize, to: usize) -> bool {
        (from..to).any(|at| matches!(self.reading.document().word(at), ";" | ":"))
    }

    /// Whether a preposition stands before the name, past its article; the equals of a governed name are governed.
    fn governed(&self, name: Named) -> bool {
        let mut at = name.tokens.start;
        for _ in 0..REACH {
            if at <= self.sentence.start {
                return false;
            }
            at -= 1;
            match self.small(at) {
                Some(Small::Preposition) => return true,
                Some(Small::Determiner) => {}
                Some(Small::Conjunction) => match at.checked_sub(1).and_then(|before| self.entities.at(before)) {
                    Some((_, tokens)) if tokens.start >= self.sentence.start => at = tokens.start,
                    _ => return false,
                },
                _ => return false,
            }
        }
        false
    }

    /// `first` and the equals joined to it.
    fn joined(&self, first: Named, wanted: Wanted) -> Vec<Named> {
        let mut all = vec![first];
        let mut last = first;
        let mut closed = false;
        while all.len() < 12 && !closed {
            let next = self.names(last.tokens.end, self.cap(last.tokens.end, JOINT + 1), wanted).next();
            let Some(next) = next else { break };
            let between = last.tokens.end..next.tokens.start;
            let mut joins = false;
            let fits = between.clone().all(|at| {
                let comma = self.reading.document().word(at) == ",";
                let small = self.small(at);
                closed |= small == Some(Small::Conjunction);
                joins |= comma || closed;
                comma || matches!(small, Some(Small::Conjunction | Small::Determiner | Small::Preposition))
            });
            if !fits || !joins {
                break;
            }
            all.push(next);
            last = next;
        }
        // A lone comma joins an apposition, not an equal.
        if !closed && all.len() == 2 {
            all.truncate(1);
        }
        all
    }

    /// Whether only small words stand between a preposition and a name.
    fn adjoins(&self, from: usize, name: usize) -> bool {
        (from..name).all(|at| self.small(at) == Some(Small::Determiner) || name - at == 1 && name - from <= 2)
    }

    fn cap(&self, from: usize, reach: usize) -> usize {
        self.sentence.end.min(from + reach)
    }
}
