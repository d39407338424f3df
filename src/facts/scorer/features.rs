//! What is seen of a sentence and of each name in it, as features: hashes of words (their first letters, so that inflected
//! forms fall together), of kinds of pieces, of triggers, and of what the frames made of them. Those without words are the
//! same in every language.

use super::weights::Best;
use crate::entities::{Entities, EntityId, EntityKind};
use crate::facts::frame::is_unreal;
use crate::facts::frame::{Argument, FrameMatch, Piece, PieceKind, Pieces};
use crate::language::lexicon::schema::Role;
use crate::language::lexicon::{Function, PartOfSpeech, Tense};
use crate::mentions::tagger::hash::{pair, push, text};
use crate::text::{TokenKind, TokenRange};

/// Letters of a word that count.
const STEM: usize = 6;
/// Pieces to either side whose words count one by one.
const WINDOW: usize = 12;
/// Triggers of a sentence that are looked at.
const TRIGGERS: usize = 4;
/// Pieces between a name and the preposition that opens its phrase.
const PHRASE: usize = 5;
/// Pieces between a trigger and its auxiliary.
const HELPERS: usize = 4;
/// Lead of a first reading that counts as certain, in the units of the weights.
const CERTAIN: i32 = 24;
/// What stands beyond the edge of a sentence.
const EDGE: u64 = 99;
/// What stands for any number.
const NUMBER: u64 = 97;

/// A sentence, prepared for drawing features.
#[derive(Debug)]
pub struct Sentence<'a> {
    pieces: &'a Pieces<'a>,
    matches: Vec<FrameMatch<'a>>,
    /// What each piece is, without its words.
    kinds: Vec<u64>,
    /// The word of each piece, zero for names and figures.
    stems: Vec<u64>,
    triggers: Vec<Trigger>,
    /// Whether negation, contrast or hypothesis takes back what some trigger tells.
    unreal: bool,
    names: Vec<Named>,
    heading: bool,
}

/// A name, or a description that means one.
#[derive(Debug, Clone, Copy)]
pub struct Named {
    /// Whom it names.
    pub id: EntityId,
    /// Its words.
    pub tokens: TokenRange,
    /// Position of its piece.
    at: usize,
}

/// Words that can call a frame, whether or not it speaks here.
#[derive(Debug)]
struct Trigger {
    first: usize,
    last: usize,
    class: u64,
}

impl<'a> Sentence<'a> {
    /// Prepares a sentence that has been cut and whose frames have been found.
    pub(in crate::facts) fn new(
        pieces: &'a Pieces<'a>,
        entities: &Entities,
        matches: Vec<FrameMatch<'a>>,
        heading: bool,
    ) -> Self {
        let mut kinds = Vec::with_capacity(pieces.list.len());
        let mut stems = Vec::with_capacity(pieces.list.len());
        let mut names = Vec::new();
        for (position, piece) in pieces.list.iter().enumerate() {
            let (kind, worded) = match piece.kind {
                PieceKind::Entity(id) => {
                    names.push(Named { id, tokens: piece.tokens, at: position });
                    let kind = match entities.get(id).kind {
                        EntityKind::Company => 1,
                        EntityKind::Person => 2,
                        EntityKind::Product => 3,
                        EntityKind::Organization(kind) => 40 + kind as u64,
                        EntityKind::Place => 5,
                    };
                    (kind, false)
                }
                PieceKind::Name => (5, false),
                PieceKind::Money(_) => (6, false),
                PieceKind::Percentage(_) => (7, false),
                PieceKind::Date => (8, false),
                PieceKind::Function(function) => (100 + code(function), true),
                PieceKind::Asset => (9, true),
                PieceKind::Body => (10, true),
                PieceKind::Possessive => (11, false),
                PieceKind::Comma => (12, false),
                PieceKind::Break => (13, false),
                PieceKind::Open => (14, false),
                PieceKind::Close => (15, false),
                PieceKind::Mark => (16, false),
                PieceKind::Word => (17, true),
            };
            kinds.push(kind);
            stems.push(if worded { stem(pieces, piece) } else { kind });
        }
        let mut sentence = Self { pieces, matches, kinds, stems, triggers: Vec::new(), unreal: false, names, heading };
        sentence.find_triggers();
        sentence
    }

    fn find_triggers(&mut self) {
        let pieces = self.pieces;
        let mut position = 0;
        while position < pieces.list.len() && self.triggers.len() < TRIGGERS {
            let piece = &pieces.list[position];
            let plain =
                matches!(piece.kind, PieceKind::Word | PieceKind::Asset | PieceKind::Function(_) | PieceKind::Body);
            let found = plain
                .then(|| pieces.reading.longest(&pieces.lexicon.deals.triggers, piece.tokens.start, pieces.tokens.end))
                .flatten();
            let Some(found) = found else {
                position += 1;
                continue;
            };
            let last = pieces.position(found.tokens.end - 1);
            let noun = found.values.iter().any(|trigger| trigger.part == PartOfSpeech::Noun);
            self.unreal |= is_unreal(pieces, position, noun, last + 1);
            let class = found.values.first().map_or(0, |trigger| {
                let frame = &pieces.lexicon.deals.frames[trigger.frame];
                let part = match trigger.part {
                    PartOfSpeech::Noun => 0,
                    PartOfSpeech::Verb(Tense::Participle) => 1,
                    PartOfSpeech::Verb(Tense::Infinitive) => 2,
                    PartOfSpeech::Verb(_) => 3,
                };
                let role = |role: Option<Role>| role.map_or(0, |role| role as u64 + 1);
                pair(
                    pair(frame.kind as u64, part),
                    pair(role(frame.subject), role(frame.object) * 2 + u64::from(frame.needs_object)),
                )
            });
            self.triggers.push(Trigger { first: position, last, class });
            self.kinds[position] = pair(200, class);
            position = last.max(position) + 1;
        }
    }

    /// Its names, in order.
    pub fn names(&self) -> &[Named] {
        &self.names
    }

    /// Whether it is a heading.
    pub fn is_heading(&self) -> bool {
        self.heading
    }

    /// The frames that speak in it.
    pub(in crate::facts) fn matches(&self) -> &[FrameMatch<'a>] {
        &self.matches
    }

    /// Whether what some trigger tells is taken back: "denied that it would buy".
    pub(in crate::facts) fn is_unreal(&self) -> bool {
        self.unreal
    }

    fn kind(&self, at: Option<usize>) -> u64 {
        at.and_then(|at| self.kinds.get(at)).copied().unwrap_or(EDGE)
    }

    fn stem(&self, at: Option<usize>) -> u64 {
        at.and_then(|at| self.stems.get(at)).copied().unwrap_or(EDGE)
    }

    /// The next piece to the left or right that is no quotation mark.
    fn step(&self, at: usize, left: bool) -> Option<usize> {
        let plain = |at: &usize| !matches!(self.pieces.list[*at].kind, PieceKind::Mark);
        if left { (0..at).rev().find(plain) } else { (at + 1..self.pieces.list.len()).find(plain) }
    }

    /// The features of the name at place `index` of [`Sentence::names`].
    pub fn name(&self, index: usize, sink: &mut impl FnMut(u64)) {
        let Some(&Named { id, at, .. }) = self.names.get(index) else { return };
        let mut add = |template: u64, value: u64| sink(push(value, 0x5151_5151_u64.wrapping_mul(template + 1)));
        let own = self.kinds[at];
        let order = index.min(4) as u64;
        let count = self.names.len().min(5) as u64;
        add(0, 0);
        add(1, pair(own, u64::from(self.heading)));
        add(2, pair(order, count));
        add(3, self.language());
        let again = self.names.iter().take(index).any(|other| other.id == id);
        add(4, u64::from(again));
        // What the frames say of it, and of the others.
        let mut taken = 0;
        let mut played = false;
        for found in &self.matches {
            for (role, argument) in &found.roles {
                let Argument::Entity(other, _) = argument else { continue };
                if *other == id {
                    played = true;
                    add(5, pair(*role as u64, found.frame.kind as u64));
                    add(6, *role as u64);
                } else {
                    taken |= 1 << *role as u64;
                }
            }
        }
        add(7, pair(taken, u64::from(played)));
        add(8, pair(self.matches.len().min(3) as u64, u64::from(played)));
        // Its neighbours.
        let mut left = [None; 3];
        let mut right = [None; 3];
        let (mut l, mut r) = (Some(at), Some(at));
        for n in 0..3 {
            l = l.and_then(|at| self.step(at, true));
            r = r.and_then(|at| self.step(at, false));
            left[n] = l;
            right[n] = r;
        }
        for (n, (l, r)) in left.iter().zip(&right).enumerate() {
            add(10 + n as u64, self.stem(*l));
            add(15 + n as u64, self.stem(*r));
            add(20 + n as u64, self.kind(*l));
            add(25 + n as u64, self.kind(*r));
        }
        add(30, pair(self.stem(left[1]), self.stem(left[0])));
        add(31, pair(self.stem(right[0]), self.stem(right[1])));
        add(32, pair(self.kind(left[1]), self.kind(left[0])));
        add(33, pair(self.kind(right[0]), self.kind(right[1])));
        add(34, pair(self.kind(left[0]), self.kind(right[0])));
        add(35, pair(self.stem(left[0]), self.stem(right[0])));
        add(36, pair(pair(self.stem(left[2]), self.stem(left[1])), self.stem(left[0])));
        add(37, pair(pair(self.stem(right[0]), self.stem(right[1])), self.stem(right[2])));
        // Words to either side.
        let first = at.saturating_sub(WINDOW);
        let last = (at + WINDOW).min(self.pieces.list.len().saturating_sub(1));
        for other in first..=last {
            if other == at
                || !matches!(self.pieces.list[other].kind, PieceKind::Word | PieceKind::Asset | PieceKind::Body)
            {
                continue;
            }
            let side = u64::from(other > at);
            let names = self.between(at, other);
            add(40, pair(side, self.stems[other]));
            add(41, pair(pair(side, names.min(2)), self.stems[other]));
        }
        let governor = self.governor(at);
        add(50, governor);
        for trigger in &self.triggers {
            let side = u64::from(trigger.first > at);
            let near = if side == 1 { trigger.first } else { trigger.last };
            let names = self.between(at, near).min(3);
            let helped = self.helped(trigger.first);
            add(51, pair(trigger.class, side));
            add(52, pair(pair(trigger.class, side), names));
            add(53, pair(pair(trigger.class, side), governor));
            add(54, pair(pair(trigger.class, side), pair(names, helped)));
            add(55, pair(pair(self.stems[trigger.first], side), names));
            add(56, pair(pair(self.stems[trigger.first], side), governor));
            add(57, pair(pair(trigger.class, side), pair(own, names)));
            add(58, pair(pair(self.stems[trigger.first], side), helped));
        }
        if self.triggers.is_empty() {
            add(59, pair(order, count));
        }
    }

    /// The features that the name at place `index` has from a `first` reading of every name of the sentence: what the
    /// others seem to be tells what is left for it.
    pub fn joint(&self, index: usize, first: &[Best], sink: &mut impl FnMut(u64)) {
        let (Some(&Named { id, at, .. }), Some(own)) = (self.names.get(index), first.get(index)) else { return };
        let mut add = |template: u64, value: u64| sink(push(value, 0x6161_6161_u64.wrapping_mul(template + 1)));
        let seen = |best: &Best| pair(best.class as u64, sureness(best.lead));
        let class = own.class as u64;
        add(0, seen(own));
        let (mut others, mut certain) = (0, 0);
        for (name, best) in self.names.iter().zip(first) {
            if name.id != id && best.class > 0 {
                others |= 1u64 << best.class;
                certain |= u64::from(best.lead >= CERTAIN) << best.class;
            }
            if name.id == id && name.at != at {
                add(13, best.class as u64);
            }
        }
        add(1, pair(class, others));
        add(2, pair(class, certain));
        add(3, certain);
        add(4, pair(others, self.language()));
        let before = index.checked_sub(1).and_then(|other| Some((self.names.get(other)?.at, first.get(other)?)));
        let after = self.names.get(index + 1).and_then(|other| Some((other.at, first.get(index + 1)?)));
        let near = |other: Option<(usize, &Best)>| other.map_or(EDGE, |(_, best)| seen(best));
        add(5, near(before));
        add(6, near(after));
        add(7, pair(near(before), near(after)));
        let class = |other: Option<(usize, &Best)>| other.map_or(EDGE, |(_, best)| best.class as u64);
        add(8, pair(class(before), before.map_or(0, |(other, _)| self.link(other, at))));
        add(9, pair(class(after), after.map_or(0, |(other, _)| self.link(at, other))));
        add(10, pair(class(before), self.stem(self.step(at, true))));
        add(11, pair(class(after), self.stem(self.step(at, false))));
        add(12, pair(pair(self.kind(Some(at)), certain), self.governor(at)));
    }

    /// What stands between two pieces, where that is little.
    fn link(&self, from: usize, to: usize) -> u64 {
        match self.kinds.get(from + 1..to) {
            Some([]) => 1,
            Some([one]) => pair(2, *one),
            Some([one, two]) => pair(pair(3, *one), *two),
            _ => 4,
        }
    }

    fn language(&self) -> u64 {
        text(self.pieces.reading.language(self.pieces.tokens.start).tag())
    }

    /// The features of the sentence as a whole.
    pub fn whole(&self, sink: &mut impl FnMut(u64)) {
        let mut add = |template: u64, value: u64| sink(push(value, 0x7171_7171_u64.wrapping_mul(template + 1)));
        add(0, 0);
        add(1, u64::from(self.heading));
        add(2, self.names.len().min(4) as u64);
        let (mut before, mut second) = (EDGE, EDGE);
        for (position, piece) in self.pieces.list.iter().enumerate() {
            if piece.kind == PieceKind::Mark {
                continue;
            }
            let stem = self.stems[position];
            add(3, stem);
            add(4, pair(before, stem));
            add(5, pair(pair(second, before), stem));
            second = before;
            before = stem;
        }
        for trigger in &self.triggers {
            add(6, trigger.class);
            add(7, pair(trigger.class, self.helped(trigger.first)));
        }
        for found in &self.matches {
            let status = found.status.map_or(0, |(status, _)| status as u64 + 1);
            let own = found.frame.status.map_or(0, |status| status as u64 + 1);
            add(8, pair(found.frame.kind as u64, status));
            add(9, found.frame.kind as u64);
            add(10, pair(status, own));
            add(
                11,
                pair(
                    pair(found.voice as u64, u64::from(found.perfect)),
                    found.tense.map_or(0, |tense| tense as u64 + 1),
                ),
            );
        }
        add(12, self.matches.len().min(3) as u64);
        add(13, u64::from(self.unreal));
    }

    /// Names strictly between two pieces.
    fn between(&self, a: usize, b: usize) -> u64 {
        let (first, last) = (a.min(b), a.max(b));
        self.names.iter().filter(|name| first < name.at && name.at < last).count() as u64
    }

    /// The preposition or other small word that opens the phrase of the name at `at`.
    fn governor(&self, at: usize) -> u64 {
        for position in (at.saturating_sub(PHRASE)..at).rev() {
            match self.pieces.list[position].kind {
                PieceKind::Function(Function::Preposition(_)) => return self.stems[position],
                PieceKind::Function(Function::Determiner) | PieceKind::Word | PieceKind::Asset | PieceKind::Mark => {}
                _ => return self.kinds[position],
            }
        }
        0
    }

    /// The auxiliaries right before a trigger.
    fn helped(&self, at: usize) -> u64 {
        let mut auxiliaries = 0;
        for position in (at.saturating_sub(HELPERS)..at).rev() {
            match self.pieces.list[position].kind {
                PieceKind::Function(Function::Be) => auxiliaries |= 1,
                PieceKind::Function(Function::Have) => auxiliaries |= 2,
                PieceKind::Function(Function::Control) => auxiliaries |= 4,
                PieceKind::Function(Function::Negator) => auxiliaries |= 8,
                PieceKind::Word | PieceKind::Function(_) => {}
                _ => break,
            }
        }
        auxiliaries
    }
}

fn code(function: Function) -> u64 {
    match function {
        Function::Be => 1,
        Function::Have => 2,
        Function::Reflexive => 3,
        Function::Negator => 4,
        Function::Preposition(_) => 5,
        Function::Determiner => 6,
        Function::Conjunction => 7,
        Function::Relative => 8,
        Function::Subordinator => 9,
        Function::Pronoun => 10,
        Function::Dative => 11,
        Function::Control => 12,
    }
}

/// The first letters of a piece's first word, digits made equal.
fn stem(pieces: &Pieces<'_>, piece: &Piece) -> u64 {
    let document = pieces.reading.document();
    let at = piece.tokens.start;
    let numeric = document.tokens().get(at).is_some_and(|token| token.kind == TokenKind::Number);
    if numeric {
        return NUMBER;
    }
    let folded = document.folded(at);
    let end = folded.char_indices().nth(STEM).map_or(folded.len(), |(end, _)| end);
    text(&folded[..end])
}

/// A lead in a few steps.
fn sureness(lead: i32) -> u64 {
    match lead {
        ..12 => 0,
        12..36 => 1,
        36..72 => 2,
        _ => 3,
    }
}
