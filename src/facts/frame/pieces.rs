//! A sentence as the few kinds of pieces that arguments are found by.

use crate::entities::{Entities, EntityId, EntityKind};
use crate::language::lexicon::{DealCue, Function, PartOfSpeech, Speech};
use crate::language::{Class, Lexicon, Place, Reading};
use crate::mentions::Mentions;
use crate::text::{TokenKind, TokenRange};

/// A stretch of a sentence and what it is to its neighbours.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::facts) struct Piece {
    /// What it is.
    pub kind: PieceKind,
    /// Its tokens.
    pub tokens: TokenRange,
}

/// What a piece is to its neighbours.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::facts) enum PieceKind {
    /// A company, person or organization.
    Entity(EntityId),
    /// A place or anything else that is named but takes part in nothing.
    Name,
    /// A sum, as a position in [`Mentions::money`].
    Money(usize),
    /// A share, as a position in the order of [`Mentions::share`].
    Percentage(usize),
    /// A date.
    Date,
    /// A small word.
    Function(Function),
    /// A noun for something that can be sold.
    Asset,
    /// A body that acts for its company.
    Body,
    /// `’s`
    Possessive,
    /// A comma.
    Comma,
    /// `;`, `:`, a dash: a new clause.
    Break,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// A quotation mark, hyphen or the like, passed over.
    Mark,
    /// Any other word.
    Word,
}

/// The pieces of one sentence.
#[derive(Debug)]
pub(in crate::facts) struct Pieces<'a> {
    /// The pieces, in order.
    pub list: Vec<Piece>,
    /// The lexicon of the sentence.
    pub lexicon: &'a Lexicon,
    /// The document read.
    pub reading: &'a Reading<'a>,
    /// Its tokens.
    pub tokens: TokenRange,
}

/// Words between one that is joined to a name and the name that both say more of.
const ATTRIBUTE: usize = 3;
/// Longest sentence looked at, in tokens: longer ones are lists or noise.
const LONGEST: usize = 400;

impl<'a> Pieces<'a> {
    /// Cuts the sentence that stands at `sentence` into pieces.
    pub(in crate::facts) fn cut(
        reading: &'a Reading<'a>,
        mentions: &Mentions,
        entities: &Entities,
        sentence: TokenRange,
    ) -> Self {
        let end = sentence.end.min(sentence.start + LONGEST);
        let lexicon = reading.lexicon(sentence.start);
        let mut list = Vec::with_capacity(end - sentence.start);
        let mut money = mentions.money.partition_point(|money| money.tokens.start < sentence.start);
        let mut percent = mentions.percentages.partition_point(|percentage| percentage.tokens.start < sentence.start);
        let mut fraction = mentions.fractions.partition_point(|fraction| fraction.tokens.start < sentence.start);
        let mut date = mentions.dates.partition_point(|date| date.tokens.start < sentence.start);
        let mut at = sentence.start;
        while at < end {
            while mentions.money.get(money).is_some_and(|found| found.tokens.start < at) {
                money += 1;
            }
            while mentions.percentages.get(percent).is_some_and(|found| found.tokens.start < at) {
                percent += 1;
            }
            while mentions.fractions.get(fraction).is_some_and(|found| found.tokens.start < at) {
                fraction += 1;
            }
            while mentions.dates.get(date).is_some_and(|found| found.tokens.start < at) {
                date += 1;
            }
            // Words right before a name say what that one is, and mean none named before.
            let described = || {
                let names = |at: usize| entities.at(at).is_some_and(|(_, name)| name.start == at);
                // "to the Norman group Boreal"
                let adjective = |words: TokenRange| {
                    lexicon.names.is(reading.word_id(words.end), Class::Nationality)
                        || reading.longest(&lexicon.grammar.melted, words.start, words.end).is_some()
                };
                entities.described(at).filter(|(_, tokens)| {
                    let end = tokens.end;
                    tokens.start == at
                        && !names(end)
                        && !(end + 1 < sentence.end && names(end + 1) && adjective(*tokens))
                })
            };
            let (kind, tokens) = if let Some((id, tokens)) = entities.at(at).or_else(described) {
                let kind = match entities.get(id).kind {
                    EntityKind::Place | EntityKind::Person if is_house(reading, lexicon, tokens) => PieceKind::Asset,
                    EntityKind::Place => PieceKind::Name,
                    _ => PieceKind::Entity(id),
                };
                (kind, tokens)
            } else if let Some(found) = mentions.money.get(money).filter(|found| found.tokens.start == at) {
                (PieceKind::Money(money), found.tokens)
            } else if let Some(found) = mentions.percentages.get(percent).filter(|found| found.tokens.start == at) {
                (PieceKind::Percentage(percent), found.tokens)
            } else if let Some(found) = mentions.fractions.get(fraction).filter(|found| found.tokens.start == at) {
                (PieceKind::Percentage(mentions.percentages.len() + fraction), found.tokens)
            } else if let Some(found) = mentions.dates.get(date).filter(|found| found.tokens.start == at) {
                (PieceKind::Date, found.tokens)
            } else {
                word(reading, lexicon, at, end)
            };
            let kind =
                if kind == PieceKind::Function(Function::Subordinator) && is_particle(reading, lexicon, &list, at) {
                    PieceKind::Word
                } else {
                    kind
                };
            let kind = if is_relative(reading, lexicon, &list, tokens, end)
                || owns_behind_comma(reading, lexicon, &list, kind, at)
            {
                PieceKind::Function(Function::Relative)
            } else {
                kind
            };
            let tokens = TokenRange::new(at, tokens.end.max(at + 1));
            let kind = if kind == PieceKind::Break && opens_brief(&list) && is_verb(reading, lexicon, tokens.end, end) {
                PieceKind::Mark
            } else {
                kind
            };
            at = tokens.end;
            match list.last_mut() {
                // "Norway’s Arden", "the country’s largest bank": whose it is only describes what follows.
                Some(last) if kind == PieceKind::Possessive && describes(last.kind) => {
                    *last = Piece { kind: PieceKind::Word, tokens: TokenRange::new(last.tokens.start, at) };
                }
                _ => list.push(Piece { kind, tokens }),
            }
        }
        let mut pieces = Self { list, lexicon, reading, tokens: TokenRange::new(sentence.start, end) };
        pieces.set_attributes_back();
        pieces
    }

    /// "Boreal-owned Arden", "the Boreal-backed baker Arden": the name in front of the hyphen takes part in nothing.
    fn set_attributes_back(&mut self) {
        for at in 0..self.list.len() {
            if matches!(self.list[at].kind, PieceKind::Entity(_)) && self.is_attribute_of_name(at) {
                self.list[at].kind = PieceKind::Word;
            }
        }
    }

    /// Whether the name at `at` is joined to a word that says what it is to the name behind that.
    fn is_attribute_of_name(&self, at: usize) -> bool {
        let kind = |at: usize| self.list.get(at).map(|piece| piece.kind);
        let joined = kind(at + 1) == Some(PieceKind::Mark)
            && self.list.get(at + 2).is_some_and(|word| {
                let cue = |cue| self.has_cue(word.tokens.start, cue);
                cue(DealCue::Owned) || cue(DealCue::Backed)
            });
        let plain = |at: &usize| {
            matches!(kind(*at), Some(PieceKind::Word | PieceKind::Asset | PieceKind::Name)) && !self.speaks(*at)
        };
        let words = (at + 3..at + 3 + ATTRIBUTE).take_while(plain).count();
        joined && matches!(kind(at + 3 + words), Some(PieceKind::Entity(_)))
    }

    /// The piece of the name that owns the company named at `at`: "*Boreal*-owned Arden", "*Boreal*-owned baker Arden".
    pub(in crate::facts) fn owner_in_front(&self, at: usize) -> Option<TokenRange> {
        let first = at.saturating_sub(ATTRIBUTE + 1);
        let word = (first..at).rev().find(|&at| self.has_cue(self.list[at].tokens.start, DealCue::Owned))?;
        let name = word.checked_sub(2).filter(|_| self.list[word - 1].kind == PieceKind::Mark)?;
        self.is_attribute_of_name(name).then(|| self.list[name].tokens)
    }

    /// The position of the piece that holds token `at`.
    pub(in crate::facts) fn position(&self, at: usize) -> usize {
        self.list.partition_point(|piece| piece.tokens.end <= at)
    }

    /// Whether the word at `at` opens what is said and nothing else: "teilt mit, *dass* es Arden gekauft hat".
    pub(in crate::facts) fn is_that(&self, at: usize) -> bool {
        let piece = self.list[at];
        let that = || self.reading.longest(&self.lexicon.story.speech, piece.tokens.start, piece.tokens.end);
        piece.kind == PieceKind::Function(Function::Subordinator)
            && that().is_some_and(|found| found.values.contains(&Speech::That))
    }

    /// Whether some phrase of `cue` starts at token `at`.
    pub(in crate::facts) fn has_cue(&self, at: usize, cue: DealCue) -> bool {
        self.reading
            .longest(&self.lexicon.deals.cues, at, self.tokens.end)
            .is_some_and(|found| found.values.contains(&cue))
    }
}

/// Whether the last word of a name says that it can be sold: "the Norrow Mill Hotel", named like a place or a person.
fn is_house(reading: &Reading<'_>, lexicon: &Lexicon, name: TokenRange) -> bool {
    let last = name.end - 1;
    let found = reading.longest(&lexicon.deals.cues, last, name.end);
    name.len() > 1 && found.is_some_and(|found| found.values.contains(&DealCue::Asset))
}

/// Whether what owns something, by its name or noun, takes part in nothing itself.
fn describes(owner: PieceKind) -> bool {
    matches!(owner, PieceKind::Name | PieceKind::Word | PieceKind::Asset | PieceKind::Date)
}

/// "kauft Arden *jedoch*": whether the contrast at token `at` stands inside of a clause, and opens none.
fn is_particle(reading: &Reading<'_>, lexicon: &Lexicon, list: &[Piece], at: usize) -> bool {
    let inside = list.last().is_some_and(|last| {
        !matches!(last.kind, PieceKind::Comma | PieceKind::Break | PieceKind::Mark | PieceKind::Open)
            && last.kind != PieceKind::Function(Function::Conjunction)
    });
    inside && reading.longest(&lexicon.grammar.particles, at, at + 1).is_some()
}

/// Whether a word that can be an article opens a relative clause here: "a rival that had".
fn is_relative(reading: &Reading<'_>, lexicon: &Lexicon, list: &[Piece], tokens: TokenRange, end: usize) -> bool {
    let functions = |at: usize| reading.longest(&lexicon.grammar.words, at, end).map(|found| found.values);
    let noun = matches!(
        list.last().map(|piece| piece.kind),
        Some(PieceKind::Word | PieceKind::Asset | PieceKind::Body | PieceKind::Name | PieceKind::Entity(_))
    );
    let verb =
        |functions: &[Function]| matches!(functions.first(), Some(Function::Have | Function::Be | Function::Control));
    noun && functions(tokens.start).is_some_and(|all| all.contains(&Function::Relative))
        && functions(tokens.end).is_some_and(verb)
}

/// Whether nothing but the name of a brief has been read: "Arden: sells its mill", where the colon parts no clauses.
fn opens_brief(list: &[Piece]) -> bool {
    let mut words = list.iter().filter(|piece| piece.kind != PieceKind::Mark);
    matches!(words.next(), Some(Piece { kind: PieceKind::Entity(_), .. })) && words.next().is_none()
}

/// Whether a verb that tells of a deal, or one that helps it, stands at `at`.
fn is_verb(reading: &Reading<'_>, lexicon: &Lexicon, at: usize, end: usize) -> bool {
    let helps = reading
        .longest(&lexicon.grammar.words, at, end)
        .is_some_and(|found| matches!(found.values.first(), Some(Function::Have | Function::Be | Function::Control)));
    let tells = || {
        let found = reading.longest(&lexicon.deals.triggers, at, end);
        found.is_some_and(|found| found.values.iter().any(|trigger| trigger.part != PartOfSpeech::Noun))
    };
    helps || tells()
}

/// Whether a word that owns what follows ("dessen Tochter") opens a relative clause here: it follows a comma.
fn owns_behind_comma(reading: &Reading<'_>, lexicon: &Lexicon, list: &[Piece], kind: PieceKind, at: usize) -> bool {
    let comma = || list.last().is_some_and(|piece| piece.kind == PieceKind::Comma);
    let relative = || {
        let found = reading.longest(&lexicon.grammar.words, at, at + 1);
        found.is_some_and(|found| found.values.contains(&Function::Relative))
    };
    lexicon.grammar.verb_last && kind == PieceKind::Function(Function::Determiner) && comma() && relative()
}

/// The piece that starts at a token which is no name and no figure.
fn word(reading: &Reading<'_>, lexicon: &Lexicon, at: usize, end: usize) -> (PieceKind, TokenRange) {
    let document = reading.document();
    let one = TokenRange::new(at, at + 1);
    let whole = reading.longest(&lexicon.grammar.words, at, end);
    // "state-owned": the verb before a hyphen is none.
    let whole = whole.filter(|found| !(found.values[0] == Function::Control && document.joins(found.tokens.end)));
    let part = whole.as_ref().filter(|found| names_thing(reading, lexicon, found.tokens, end));
    let function = if part.is_some() { reading.longest(&lexicon.grammar.words, at, at + 1) } else { whole };
    if let Some(adverb) = adverb(reading, lexicon, at, end)
        .filter(|adverb| function.as_ref().is_none_or(|function| function.tokens.len() < adverb.len()))
    {
        return (PieceKind::Word, adverb);
    }
    if let Some(found) = function {
        let owns = found.values.contains(&Function::Determiner) && opens_noun_phrase(reading, lexicon, at + 1, end);
        let function = if owns && found.values[0] == Function::Be { Function::Determiner } else { found.values[0] };
        return (PieceKind::Function(function), found.tokens);
    }
    if let Some(found) = reading.longest(&lexicon.deals.cues, at, end) {
        if found.values.contains(&DealCue::Body) {
            return (PieceKind::Body, found.tokens);
        }
        if found.values.contains(&DealCue::Asset) {
            return (PieceKind::Asset, found.tokens);
        }
    }
    let word = document.word(at);
    let letters = word.as_bytes().first().is_some_and(u8::is_ascii_alphabetic);
    let kind = match (document.tokens()[at].kind, word) {
        (TokenKind::Word, _) if letters && !ends_as_asset(document.folded(at), lexicon) => PieceKind::Word,
        (_, word) if is_possessive(word) => PieceKind::Possessive,
        (TokenKind::Punctuation, ",") => PieceKind::Comma,
        (TokenKind::Punctuation, ";" | ":" | "–" | "—" | "--") => PieceKind::Break,
        (TokenKind::Punctuation, "(" | "[") => PieceKind::Open,
        (TokenKind::Punctuation, ")" | "]") => PieceKind::Close,
        (TokenKind::Punctuation | TokenKind::Symbol, _) => PieceKind::Mark,
        (TokenKind::Word, _) if ends_as_asset(document.folded(at), lexicon) => PieceKind::Asset,
        _ => PieceKind::Word,
    };
    (kind, one)
}

/// "per altro", "par ailleurs": the adverb of several words that starts at `at`.
fn adverb(reading: &Reading<'_>, lexicon: &Lexicon, at: usize, end: usize) -> Option<TokenRange> {
    let found = reading.longest(&lexicon.grammar.adverbs, at, end)?;
    (found.tokens.len() > 1).then_some(found.tokens)
}

/// Whether the words of an article that name what is bought are none, because a plain noun follows: "les actifs de" a company
/// are the company, "*les actifs de* transformation" are a part of one.
fn names_thing(reading: &Reading<'_>, lexicon: &Lexicon, words: TokenRange, end: usize) -> bool {
    let document = reading.document();
    let asset = |at: usize| {
        let found = reading.longest(&lexicon.deals.cues, at, words.end);
        found.is_some_and(|found| found.values.contains(&DealCue::Asset))
    };
    let plain = || {
        let small = document.word(words.end).chars().next().is_some_and(char::is_lowercase);
        let other = reading.longest(&lexicon.grammar.words, words.end, end).is_some()
            || reading.longest(lexicon.names.cues(Place::Before), words.end, end).is_some()
            || lexicon.names.is(reading.word_id(words.end), Class::Nationality);
        small && !other
    };
    words.len() > 2 && words.end < end && words.positions().skip(1).any(asset) && plain()
}

/// Whether a word is the ending of who owns what follows, or the apostrophe that stands for it.
pub(super) fn is_possessive(word: &str) -> bool {
    matches!(word, "’s" | "'s" | "’" | "'")
}

/// Whether a noun or adjective can start at `at`: "sein Werk", but "soll sein," and "sein wird".
fn opens_noun_phrase(reading: &Reading<'_>, lexicon: &Lexicon, at: usize, end: usize) -> bool {
    let word =
        reading.document().tokens().get(at).filter(|_| at < end).map(|token| token.kind) == Some(TokenKind::Word);
    word && reading.longest(&lexicon.grammar.words, at, end).is_none()
}

/// Whether a word is a compound whose last part can be sold: "Papiersparte".
fn ends_as_asset(word: &str, lexicon: &Lexicon) -> bool {
    lexicon.deals.asset_endings.close(word, 1)
}
