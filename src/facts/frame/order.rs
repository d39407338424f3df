//! Word order: what may stand between a verb and its arguments, and arguments that changed places.

use super::{Argument, Piece, PieceKind, Pieces};
use crate::language::WordId;
use crate::language::lexicon::schema::Role;
use crate::language::lexicon::{Frame, Function, Preposition, Tense};
use crate::text::{TokenKind, TokenRange};

/// How many phrases may stand between a verb and its object.
const PHRASES: usize = 3;
/// How many words one of them may have.
pub(super) const WORDS: usize = 7;
/// How many pieces behind an infinitive the verb may stand that names its subject.
const CLEFT: usize = 10;
/// How many pieces behind its verb a reflexive pronoun may stand.
const REFLEXIVE: usize = 4;
/// How many tokens behind its verb a separable prefix may stand.
const BRACKET: usize = 40;

impl Pieces<'_> {
    pub(super) fn at(&self, at: usize) -> Option<PieceKind> {
        self.list.get(at).map(|piece| piece.kind)
    }

    /// The piece behind the phrases with a preposition, the dates and the adverbs of time that start at `from`: "sells
    /// *to Boreal* its mill".
    pub(super) fn behind_phrases(&self, from: usize) -> usize {
        let mut at = from;
        for _ in 0..PHRASES {
            at = match self.at(at) {
                Some(PieceKind::Date) => at + 1,
                // "übernimmt *rückwirkend* zum 1. Januar"
                Some(PieceKind::Word) if self.is_adverb_before_phrase(at) => at + 1,
                // "bought, *via its subsidiary Cairn,* the shares of"
                Some(PieceKind::Comma) if at == from => match self.end_of_aside(at) {
                    Some(end) => end,
                    None => return at,
                },
                Some(PieceKind::Function(Function::Preposition(_))) => match self.end_of_phrase(at + 1) {
                    Some(end) => end,
                    None => return at,
                },
                // "buys from Cairn *(Norrow)* its mill"
                Some(PieceKind::Open) if at > from => match self.end_of_bracket(at) {
                    Some(end) => end,
                    None => return at,
                },
                _ => return at,
            };
        }
        at
    }

    /// Whether the word at `at` is no noun, in languages that tell by its capital, and another phrase starts behind it.
    fn is_adverb_before_phrase(&self, at: usize) -> bool {
        let document = self.reading.document();
        let lower = || document.word(self.list[at].tokens.start).starts_with(char::is_lowercase);
        let next = || matches!(self.at(at + 1), Some(PieceKind::Date | PieceKind::Function(Function::Preposition(_))));
        self.lexicon.grammar.verb_last && next() && lower()
    }

    /// The piece behind the bracket that opens at `open`.
    fn end_of_bracket(&self, open: usize) -> Option<usize> {
        let close = |at: &usize| self.list[*at].kind == PieceKind::Close;
        (open + 1..self.list.len().min(open + 1 + WORDS)).find(close).map(|close| close + 1)
    }

    /// The piece behind the phrase between commas that the comma at `comma` opens.
    fn end_of_aside(&self, comma: usize) -> Option<usize> {
        let opens = matches!(self.at(comma + 1), Some(PieceKind::Date | PieceKind::Function(Function::Preposition(_))));
        let ends = |at: &usize| matches!(self.list[*at].kind, PieceKind::Comma | PieceKind::Break);
        let close = (comma + 1..self.list.len().min(comma + 2 + WORDS)).find(ends)?;
        (opens && self.at(close) == Some(PieceKind::Comma)).then_some(close + 1)
    }

    /// The piece behind the noun phrase that starts at `from`, with the names joined to it.
    pub(super) fn end_of_phrase(&self, from: usize) -> Option<usize> {
        let mut at = from;
        loop {
            match self.at(at)? {
                // "under the Boreal brand"
                PieceKind::Entity(_) if self.at(at + 1) == Some(PieceKind::Asset) => at += 1,
                // "vende à Arden - Companhia Arden de Energia dois parques": its name in full.
                PieceKind::Entity(_) if let Some(full) = self.name_in_full(at) => at = full,
                // "in the company Arden"
                PieceKind::Asset if matches!(self.at(at + 1), Some(PieceKind::Entity(_))) => at += 1,
                PieceKind::Asset => return Some(at + 1),
                PieceKind::Entity(_) => {
                    let joined = self.at(at + 1) == Some(PieceKind::Function(Function::Conjunction))
                        && matches!(self.at(at + 2), Some(PieceKind::Entity(_)));
                    if !joined {
                        return Some(at + 1);
                    }
                    at += 2;
                }
                PieceKind::Name | PieceKind::Date | PieceKind::Money(_) | PieceKind::Percentage(_) => {
                    return Some(at + 1);
                }
                // "through a subsidiary *all* shares of"
                PieceKind::Function(Function::Determiner)
                    if at > from + 1
                        && !self.lexicon.grammar.verb_last
                        && matches!(self.list[at - 1].kind, PieceKind::Word | PieceKind::Body) =>
                {
                    return Some(at);
                }
                PieceKind::Word if self.ends_phrase(at) => return Some(at + 1),
                PieceKind::Word | PieceKind::Mark | PieceKind::Body | PieceKind::Function(Function::Determiner)
                    if at - from < WORDS =>
                {
                    at += 1;
                }
                _ => return None,
            }
        }
    }

    /// The name behind the one at `at` that a dash joins to it, without an article: "Arden - Companhia *Arden de Energia*".
    fn name_in_full(&self, at: usize) -> Option<usize> {
        let dash = self.list.get(at + 1).filter(|piece| matches!(piece.kind, PieceKind::Mark | PieceKind::Break))?;
        let dash = matches!(self.reading.document().word(dash.tokens.start), "-" | "–" | "—");
        let noun = matches!(self.at(at + 2), Some(PieceKind::Asset | PieceKind::Body));
        let name = at + 2 + usize::from(noun);
        (dash && matches!(self.at(name), Some(PieceKind::Entity(_)))).then_some(name)
    }

    /// Whether the word at `at` is a noun, in languages that tell by its capital, behind which another phrase starts: "mit
    /// *Wirkung* zum Mai", "mit *Wirkung* den Händler Arden".
    fn ends_phrase(&self, at: usize) -> bool {
        let document = self.reading.document();
        let noun = || document.word(self.list[at].tokens.start).starts_with(char::is_uppercase);
        let next = || match self.at(at + 1) {
            Some(PieceKind::Function(Function::Preposition(_))) => true,
            // "nach langen *Gesprächen* die Arden", but "mit Zustimmung der Behörden"
            Some(PieceKind::Function(Function::Determiner)) => self.marks_object(at + 1) || !self.is_genitive(at + 1),
            _ => false,
        };
        self.lexicon.grammar.verb_last && next() && noun()
    }

    /// Whether the piece at `at` is `preposition` and can mark an object: "comprar a Arden".
    pub(super) fn is_personal(&self, at: usize, preposition: Preposition) -> bool {
        self.lexicon.grammar.personal == Some(preposition)
            && self.at(at) == Some(PieceKind::Function(Function::Preposition(preposition)))
    }

    /// Whether the verb between tokens `start` and `end` ends in a preposition whose phrase follows: "è entrata nel
    /// capitale di Arden" is no passive.
    pub(super) fn takes_phrase(&self, verb: TokenRange) -> bool {
        let last = self.reading.longest(&self.lexicon.grammar.words, verb.end - 1, verb.end);
        let preposition =
            last.is_some_and(|found| matches!(found.values.first(), Some(Function::Preposition(_)))) && verb.len() > 1;
        preposition && !self.object(self.position(verb.end)).is_empty()
    }

    /// Whether the word before piece `at` is a preposition: that of a verb like "hacerse con".
    pub(super) fn ends_in_preposition(&self, at: usize) -> bool {
        let before = self.list.get(at).and_then(|piece| piece.tokens.start.checked_sub(1));
        let word = before.and_then(|before| self.reading.longest(&self.lexicon.grammar.words, before, before + 1));
        word.is_some_and(|found| matches!(found.values.first(), Some(Function::Preposition(_))))
    }

    /// Whether the verb that ends before piece `end` has its reflexive pronoun behind it: "trennt sich".
    pub(super) fn is_reflexive_behind(&self, end: usize) -> bool {
        let near = self.list[end.min(self.list.len())..].iter().take(REFLEXIVE);
        self.lexicon.grammar.verb_last
            && near.map(|piece| piece.kind).any(|kind| kind == PieceKind::Function(Function::Reflexive))
    }

    /// Whether the word at `at` is no infinitive: it stands behind an article, in a language that marks infinitives with
    /// a word of their own ("the land").
    pub(super) fn excludes_infinitive(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.at(before));
        self.lexicon.grammar.infinitive.is_some() && before == Some(PieceKind::Function(Function::Determiner))
    }

    /// The object of a verb that ends before piece `from`, where phrases stand in between.
    pub(super) fn shifted_object(&self, from: usize) -> Vec<Argument> {
        let at = self.behind_phrases(from);
        if at == from { Vec::new() } else { self.object(at) }
    }

    /// The subject that follows its verb, because something else opens the clause ("On Monday bought Boreal …"), and the
    /// piece behind it. Only in languages whose verb comes second.
    pub(super) fn inverted_subject(&self, end: usize, tense: Option<Tense>) -> Option<(Vec<Argument>, usize)> {
        if !self.lexicon.grammar.verb_last || !tense.is_some_and(Tense::is_finite) {
            return None;
        }
        let after = |at: usize| match self.at(at) {
            Some(PieceKind::Function(Function::Reflexive)) => at + 1,
            _ => at,
        };
        let start = after(end);
        // "Bislang gehörte *sie* Cairn"
        if let Some(piece) = self.list.get(start).filter(|piece| piece.kind == PieceKind::Function(Function::Pronoun)) {
            return Some((vec![Argument::Anaphor(piece.tokens)], after(start + 1)));
        }
        // "Den Händler Arden übernimmt *für 20 Millionen Euro* Boreal"
        let shifted = || Some(self.behind_phrases(start)).filter(|&at| at > start);
        let (start, behind) = match self.end_of_phrase(start) {
            Some(behind) => (start, behind),
            None => shifted().and_then(|at| Some((at, self.end_of_phrase(at)?)))?,
        };
        let mut subject: Vec<_> = self.list[start..behind]
            .iter()
            .filter_map(|piece| match piece.kind {
                PieceKind::Entity(id) => Some(Argument::Entity(id, piece.tokens)),
                _ => None,
            })
            .collect();
        // "300 Millionen bietet *der Konzern* für Arden"
        if subject.is_empty() {
            let told = self.object(start).into_iter();
            subject = told.filter(|told| matches!(told, Argument::Description(words) if words.end <= self.list[behind - 1].tokens.end)).collect();
        }
        (!subject.is_empty()).then(|| (subject, after(behind)))
    }

    /// The subject that a form of "be" names behind the infinitive that opens a clause: "A comprare Arden è stata
    /// *Boreal*".
    pub(super) fn cleft_subject(&self, verb: usize, end: usize) -> Vec<Argument> {
        let preposition = verb.checked_sub(1).and_then(|before| self.at(before));
        let opens = match preposition {
            Some(PieceKind::Function(Function::Preposition(preposition))) => {
                self.lexicon.grammar.infinitive != Some(preposition)
                    && matches!(
                        verb.checked_sub(2).and_then(|at| self.at(at)),
                        None | Some(PieceKind::Comma | PieceKind::Break)
                    )
            }
            // "*Leading* the round was Boreal"
            None => !self.lexicon.grammar.drops_subject,
            // "Quem compra a Arden é a Boreal"
            Some(PieceKind::Function(Function::Relative)) => {
                matches!(verb.checked_sub(2).and_then(|at| self.at(at)), None | Some(PieceKind::Break))
            }
            _ => false,
        };
        let be = |at: &usize| self.at(*at) == Some(PieceKind::Function(Function::Be));
        match (end..end + CLEFT).find(be).filter(|_| opens) {
            Some(first) => self.object((first..).find(|at| !be(at)).unwrap_or(first)),
            None => Vec::new(),
        }
    }

    /// Whether a trigger stands at `at`.
    pub(super) fn speaks(&self, at: usize) -> bool {
        let trigger = |start| self.reading.longest(&self.lexicon.deals.triggers, start, self.tokens.end).is_some();
        self.list.get(at).is_some_and(|piece| trigger(piece.tokens.start))
    }

    /// The name that a participle without an auxiliary describes: it stands right before it, or before a comma.
    pub(super) fn described_by_participle(&self, start: usize) -> Option<Argument> {
        let before = start.checked_sub(1)?;
        let name = if self.at(before) == Some(PieceKind::Comma) { before.checked_sub(1)? } else { before };
        // "its mill in Lille, bought by": the thing of the noun phrase that ends there.
        let thing = || {
            let phrase = |piece: &&Piece| {
                matches!(piece.kind, PieceKind::Word | PieceKind::Name | PieceKind::Asset)
                    || matches!(piece.kind, PieceKind::Function(Function::Preposition(_) | Function::Determiner))
            };
            let mut behind = self.before(before, WORDS).take_while(phrase);
            let thing = behind.find(|piece| piece.kind == PieceKind::Asset)?.tokens;
            let last = self.list.get(self.extended(self.position(thing.start))).map_or(thing, |piece| piece.tokens);
            Some(Argument::Asset(TokenRange::new(thing.start, last.end)))
        };
        match self.list[name].kind {
            PieceKind::Entity(id) => Some(Argument::Entity(id, self.list[name].tokens)),
            _ if name < before => thing(),
            _ => None,
        }
    }

    /// Whether `prefix` closes the clause of the verb that ends at token `end`: "steigt bei Arden ein".
    pub(super) fn is_closed_by(&self, prefix: WordId, end: usize) -> bool {
        let tokens = self.reading.document().tokens();
        (end..self.tokens.end.min(end + BRACKET)).any(|at| {
            self.reading.word_id(at) == prefix
                && tokens.get(at + 1).filter(|_| at + 1 < self.tokens.end).is_none_or(|next| {
                    next.kind == TokenKind::Punctuation
                        || self.at(self.position(at + 1)) == Some(PieceKind::Function(Function::Conjunction))
                })
        })
    }

    /// Whether a negator follows a finite verb, in languages where it does: "kauft Arden nicht".
    pub(super) fn is_negated_behind(&self, end: usize) -> bool {
        self.lexicon.grammar.verb_last
            && self.list[end.min(self.list.len())..]
                .iter()
                .take_while(|piece| {
                    !matches!(piece.kind, PieceKind::Comma | PieceKind::Break)
                        && !matches!(piece.kind, PieceKind::Function(Function::Conjunction | Function::Subordinator))
                })
                .any(|piece| piece.kind == PieceKind::Function(Function::Negator))
    }
}

impl Frame {
    /// Whether something can be acted upon, so that the verb has a passive.
    pub(super) fn is_transitive(&self) -> bool {
        self.object.is_some() || self.needs_object
    }

    /// Whether the verb that ends before piece `end` has a phrase with a preposition where its object would stand.
    pub(super) fn lacks_object(&self, pieces: &Pieces<'_>, end: usize) -> bool {
        let phrase = matches!(pieces.at(end), Some(PieceKind::Function(Function::Preposition(_))));
        let party = self.object.is_some_and(|role| role != Role::Amount);
        party && phrase && pieces.object(end).is_empty() && pieces.shifted_object(end).is_empty()
    }
}
