//! The noun that the verb of a frame needs to speak: "take a stake".

use super::subject::Subject;
use super::trigger::{NEAR, Trigger};
use super::{Argument, Piece, PieceKind, Pieces, Voice};
use crate::language::lexicon::schema::FrameKind;
use crate::language::lexicon::{DealCue, Frame, Function, PartOfSpeech};
use crate::text::TokenRange;

impl Trigger<'_> {
    /// The noun that the frame needs, which says where arguments are looked for from.
    pub(super) fn needed_noun(&self, voice: Voice, subject: &Subject) -> Option<usize> {
        // "Arden, bought by": the participle is about Arden and no part of it.
        if voice == Voice::Passive && self.describes_name() {
            return None;
        }
        if self.frame.undergoes {
            return self.noun_before();
        }
        match voice {
            // "Die Mehrheit an Arden übernimmt Boreal."
            Voice::Active if subject.inverted => self.noun_behind().or_else(|| self.noun_before()),
            Voice::Active => self.noun_behind(),
            Voice::Noun => self.noun_behind().filter(|noun| self.pieces.is_of_noun(self.end, *noun)),
            // "Led was the round by Boreal": the participle opens the clause.
            Voice::Passive if self.precedes_be() => self.noun_behind().or_else(|| self.round_as_pronoun()),
            Voice::Passive => self.noun_before().or_else(|| self.noun_of_perfect()).or_else(|| self.noun_of_opening()),
        }
    }

    fn noun_behind(&self) -> Option<usize> {
        object_after(self.pieces, self.frame, self.index, self.end)
    }

    fn noun_before(&self) -> Option<usize> {
        object_before(self.pieces, self.frame, self.index, self.start)
    }

    /// "Gezeichnet wurde *sie* von Boreal."
    fn round_as_pronoun(&self) -> Option<usize> {
        let pronoun = self.end + 1;
        let stands = self.pieces.kind(pronoun) == Some(PieceKind::Function(Function::Pronoun));
        (stands && self.frame.kind == FrameKind::FundingRound).then_some(pronoun)
    }

    /// "È salita *al 24%*": the auxiliary is that of the perfect.
    fn noun_of_perfect(&self) -> Option<usize> {
        if self.auxiliaries.be && !self.auxiliaries.compound { self.noun_behind() } else { None }
    }

    /// The round that a participle at the start of its sentence is about.
    fn noun_of_opening(&self) -> Option<usize> {
        if self.start == 0 { self.pieces.fronted_round(self.frame, self.index, self.end) } else { None }
    }

    /// Whether it is a participle that only describes the name before it.
    fn describes_name(&self) -> bool {
        let governed = |at: usize| self.pieces.is_governed(self.pieces.position(at));
        !self.auxiliaries.be
            && matches!(self.pieces.described_by_participle(self.start), Some(Argument::Entity(_, name))
                if !governed(name.start))
    }

    /// `voice`, or what the place of the noun that the frame needs makes of it.
    pub(super) fn voice_with(&self, noun: Option<usize>, voice: Voice) -> Voice {
        let Some(noun) = noun else { return voice };
        // "30 % of Arden goes to Boreal"
        if self.frame.undergoes {
            return Voice::Passive;
        }
        let acts = noun >= self.end && self.start > 0 && !self.precedes_be();
        if voice == Voice::Passive && acts { Voice::Active } else { voice }
    }
}

/// The noun that a frame's verb needs, to the right of piece `from`.
pub(super) fn object_after(pieces: &Pieces<'_>, frame: &Frame, index: usize, from: usize) -> Option<usize> {
    let mut position = from;
    while position < pieces.list.len().min(from + NEAR) {
        let piece = pieces.list[position];
        if is_object(pieces, frame, index, position) {
            return Some(shared_noun(pieces, frame, index, position));
        }
        match piece.kind {
            // "raised its forecast to $38M"
            // Only as the owner of the noun, or joined to its front.
            PieceKind::Entity(_) if pieces.is_governed(position) || frame.object.is_some() => {}
            PieceKind::Entity(_)
                if pieces.list.get(position + 1).is_none_or(|next| {
                    next.kind != PieceKind::Possessive && !is_object(pieces, frame, index, position + 1)
                }) =>
            {
                return None;
            }
            PieceKind::Break | PieceKind::Function(Function::Relative | Function::Subordinator) => return None,
            // "agreed to sell its mill to the buyout firm Arden", "completes its purchase of Arden in a deal"
            PieceKind::Word if pieces.begins_another(position) => return None,
            // "quienes se quedaron con la deuda, reúnen el 70%": behind the comma is another clause.
            PieceKind::Comma if pieces.ends_in_preposition(from) => return None,
            PieceKind::Function(Function::Preposition(_)) => {
                let behind = pieces.behind_phrases(position).max(position + 1);
                let inside = (position + 1..behind).find(|&at| is_object(pieces, frame, index, at));
                let is_sum = |at: usize| matches!(pieces.list[at].kind, PieceKind::Money(_));
                // "backed Arden with $50m"
                if let Some(inside) = inside.filter(|&at| !is_sum(at) || frame.object.is_some()) {
                    return Some(shared_noun(pieces, frame, index, inside));
                }
                position = behind;
                continue;
            }
            _ => {}
        }
        position += 1;
    }
    None
}

/// "an 8 percent minority *stake*": the noun behind the object at `position`, where that is a share.
fn shared_noun(pieces: &Pieces<'_>, frame: &Frame, index: usize, position: usize) -> usize {
    let shared = matches!(pieces.list[position].kind, PieceKind::Percentage(_));
    let nouns = (position + 1..pieces.list.len().min(position + 3)).take_while(|&at| shared && pieces.is_noun(at));
    nouns.filter(|&at| is_object(pieces, frame, index, at)).last().unwrap_or(position)
}

/// The same, to the left of piece `to`: "a stake was bought by".
pub(super) fn object_before(pieces: &Pieces<'_>, frame: &Frame, index: usize, to: usize) -> Option<usize> {
    let word = |position: usize| pieces.reading.document().word(pieces.list[position].tokens.start);
    let inside = |position: &usize| word(*position) != ";";
    let mut near = (to.saturating_sub(2 * NEAR)..to).rev().take_while(inside);
    near.find(|&position| is_object(pieces, frame, index, position))
}

/// The words of the noun at `position`.
pub(super) fn object_tokens(pieces: &Pieces<'_>, position: usize) -> TokenRange {
    let piece = pieces.list[position];
    let found = pieces.reading.longest(&pieces.lexicon.deals.objects, piece.tokens.start, pieces.tokens.end);
    found.map_or(piece.tokens, |found| TokenRange::new(piece.tokens.start, found.tokens.end.max(piece.tokens.end)))
}

/// "a £2bn approach": a sum that says how large a deal of another kind is.
fn is_sum_of_another(pieces: &Pieces<'_>, frame: &Frame, position: usize) -> bool {
    let deals = &pieces.lexicon.deals;
    let Some(next) = pieces.list.get(position + 1).filter(|next| next.kind == PieceKind::Word) else { return false };
    let found = pieces.reading.longest(&deals.objects, next.tokens.start, pieces.tokens.end);
    found.is_some_and(|found| found.values.iter().all(|&index| deals.frames[index].kind != frame.kind))
}

/// "einen Auftrag über 3 Millionen": a sum that measures another noun than those of the frame at `index`, in languages that
/// tell nouns by their capitals.
fn measures_another(pieces: &Pieces<'_>, index: usize, position: usize) -> bool {
    if !pieces.lexicon.grammar.verb_last {
        return false;
    }
    let document = pieces.reading.document();
    let preposition = |at: usize| {
        let found = pieces.reading.longest(&pieces.lexicon.grammar.words, at, pieces.tokens.end);
        found.is_some_and(|found| found.values.iter().any(|word| matches!(word, Function::Preposition(_))))
    };
    // "über 3 Millionen" can be a sum of its own.
    let inside = preposition(pieces.list[position].tokens.start);
    let Some(noun) = position.checked_sub(if inside { 1 } else { 2 }) else { return false };
    let start = pieces.list[noun].tokens.start;
    let own = pieces.reading.longest(&pieces.lexicon.deals.objects, start, pieces.tokens.end);
    (inside || matches!(pieces.kind(position - 1), Some(PieceKind::Function(Function::Preposition(_)))))
        && pieces.kind(noun) == Some(PieceKind::Word)
        && document.word(start).starts_with(char::is_uppercase)
        && own.is_none_or(|found| !found.values.contains(&index))
}

pub(super) fn is_object(pieces: &Pieces<'_>, frame: &Frame, index: usize, position: usize) -> bool {
    let piece = pieces.list[position];
    let noun = |at: usize| {
        let found = pieces.reading.longest(&pieces.lexicon.deals.objects, at, pieces.tokens.end);
        // "the buyout firm"
        found.is_some_and(|found| found.values.contains(&index) && !pieces.is_false_friend(found.tokens))
    };
    match piece.kind {
        // "a third" is a noun too.
        PieceKind::Percentage(_) => frame.percent_object || piece.tokens.positions().any(noun),
        PieceKind::Money(_) => {
            frame.money_object
                && !is_sum_of_another(pieces, frame, position)
                && !measures_another(pieces, index, position)
        }
        // "takes over Parts Holding": a word of a name is none.
        PieceKind::Entity(_) => false,
        // "the control of" is passed over with its article, where the frame does not look for it.
        PieceKind::Function(Function::Determiner) if frame.object.is_some() => piece.tokens.positions().any(noun),
        _ => noun(piece.tokens.start),
    }
}

/// Words between a preposition and the noun it governs: "of *its remaining minority* stake".
const ATTRIBUTES: usize = 4;

impl Pieces<'_> {
    /// Whether a preposition joins the noun at `object` to the noun trigger that ends before piece `end`: "the sale of a 40%
    /// stake", and not "sales by 2030, 80% by 2035". Where verbs close clauses, cases do that.
    pub(super) fn is_of_noun(&self, end: usize, object: usize) -> bool {
        let joins = |at: usize| matches!(self.kind(at), Some(PieceKind::Function(Function::Preposition(_))));
        let attribute = |at: &usize| {
            matches!(
                self.list[*at].kind,
                PieceKind::Word
                    | PieceKind::Entity(_)
                    | PieceKind::Possessive
                    | PieceKind::Percentage(_)
                    | PieceKind::Money(_)
                    | PieceKind::Function(Function::Determiner)
            )
        };
        let attributes = (end..object).rev().take(ATTRIBUTES).take_while(attribute).count();
        let joined = joins(object) || object.checked_sub(attributes + 1).is_some_and(|at| at >= end && joins(at));
        self.lexicon.grammar.verb_last || joined && (joins(end) || self.kind(end) == Some(PieceKind::Date))
    }

    /// Whether the word at `at` is another trigger with objects of its own: a verb and nothing else, a verb before a name, a
    /// noun before a preposition.
    fn begins_another(&self, at: usize) -> bool {
        let start = self.list[at].tokens.start;
        let found = self.reading.longest(&self.lexicon.deals.triggers, start, self.tokens.end);
        found.is_some_and(|found| {
            let noun = found.values.iter().any(|trigger| trigger.part == PartOfSpeech::Noun);
            let verb = found.values.iter().any(|trigger| trigger.part != PartOfSpeech::Noun);
            match self.kind(self.position(found.tokens.end)) {
                Some(PieceKind::Entity(_)) if verb => true,
                Some(PieceKind::Function(Function::Preposition(_))) if noun => true,
                _ => !noun,
            }
        })
    }

    /// Whether `words` only open a phrase that means something else.
    pub(super) fn is_false_friend(&self, words: TokenRange) -> bool {
        self.false_friend(words.start).is_some_and(|other| other.end > words.end)
    }

    /// The phrase at token `at` that has the words of a trigger and means something else.
    pub(super) fn false_friend(&self, at: usize) -> Option<TokenRange> {
        let found = self.reading.longest(&self.lexicon.deals.cues, at, self.tokens.end)?;
        found.values.contains(&DealCue::FalseFriend).then_some(found.tokens)
    }

    /// Whether one of the words that must stand beside the verb of the frame at `index` does, in the clause of piece `at`.
    pub(super) fn stands_beside(&self, index: usize, at: usize) -> bool {
        let ends = |piece: &Piece| piece.kind == PieceKind::Break;
        let first = self.list[..at].iter().rposition(ends).map_or(0, |position| position + 1);
        let last = self.list[at..].iter().position(ends).map_or(self.list.len(), |position| at + position);
        self.list[first..last].iter().any(|piece| {
            let start = piece.tokens.start;
            let found = self.reading.longest(&self.lexicon.deals.beside, start, self.tokens.end);
            found.is_some_and(|found| found.values.contains(&index))
        })
    }

    /// What stands behind the noun at `noun` where that and its preposition are one small word: "takes *control of* Arden".
    pub(super) fn held_whole(&self, noun: usize) -> Vec<Argument> {
        let last = self.position(object_tokens(self, noun).end - 1);
        let Piece { kind, tokens } = self.list[last];
        let small = kind == PieceKind::Function(Function::Determiner) && tokens.len() > 1;
        if small { self.object(last + 1) } else { Vec::new() }
    }
}
