//! Verbs whose preposition stands before them with its object, and whose subject follows: "In Arden *entra* Boreal", "Su Arden
//! *hanno messo gli occhi* Boreal e Cairn".

use super::trigger::read_turned;
use super::{Argument, FrameMatch, PieceKind, Pieces};
use crate::language::WordId;
use crate::language::lexicon::{Frame, Function, PartOfSpeech, Phrases, Trigger};
use crate::text::TokenRange;

/// Words of a verb without its preposition, at most.
const WORDS: usize = 4;

/// What the verb at token `at` says whose preposition opens its clause, if it is one of `triggers`.
pub(super) fn turned<'a>(pieces: &Pieces<'a>, triggers: &Phrases<Trigger>, at: usize) -> Option<FrameMatch<'a>> {
    if !pieces.lexicon.grammar.drops_subject || !pieces.reading.opens(triggers, at) {
        return None;
    }
    let verb = pieces.position(at);
    let word = pieces.list.get(verb).filter(|piece| piece.tokens.start == at)?;
    if !matches!(word.kind, PieceKind::Word | PieceKind::Function(Function::Control)) {
        return None;
    }
    let (preposition, object) = pieces.fronted_object(verb)?;
    let last = pieces.tokens.end.min(at + WORDS);
    (at + 1..=last).rev().find_map(|end| {
        let tokens = TokenRange::new(at, end);
        let words: Vec<WordId> =
            tokens.positions().chain(preposition.positions()).map(|at| pieces.reading.word_id(at)).collect();
        let values = triggers.exact(&words)?;
        let frames = values.iter().map(|trigger| trigger.frame);
        frames.filter(|&frame| acts_on(&pieces.lexicon.deals.frames[frame])).find_map(|frame| {
            let verbs = values.iter().filter(|trigger| trigger.frame == frame && trigger.prefix.is_none());
            let forms: Vec<PartOfSpeech> = verbs.map(|trigger| trigger.part).collect();
            read_turned(pieces, frame, &forms, tokens, object.clone())
        })
    })
}

/// Whether a frame has a subject and an object, and needs no noun besides.
fn acts_on(frame: &Frame) -> bool {
    frame.subject.is_some() && frame.object.is_some() && !frame.needs_object && !frame.needs_beside
}

impl Pieces<'_> {
    /// The preposition that opens the clause of the verb at piece `verb`, and the names behind it, where nothing else stands
    /// before the verb.
    fn fronted_object(&self, verb: usize) -> Option<(TokenRange, Vec<Argument>)> {
        let helps = |at: &usize| {
            matches!(self.kind(*at), Some(PieceKind::Function(Function::Be | Function::Have | Function::Reflexive)))
        };
        let name =
            verb.checked_sub((0..verb).rev().take_while(helps).count() + 1).filter(|&at| self.names(Some(at)))?;
        let named = self.joined_left(name);
        let &Argument::Entity(_, first) = named.iter().min_by_key(|argument| match argument {
            Argument::Entity(_, tokens) => tokens.start,
            _ => usize::MAX,
        })?
        else {
            return None;
        };
        let (_, position) = self.governing_phrase(self.position(first.start))?;
        let before = position.checked_sub(1).map(|before| self.list[before].kind);
        let opens =
            matches!(before, None | Some(PieceKind::Break | PieceKind::Comma | PieceKind::Mark | PieceKind::Date));
        opens.then(|| (self.list[position].tokens, named))
    }
}
