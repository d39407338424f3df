//! Which triggers a sentence holds: found from left to right, each read in every way that its forms allow, the best kept.

use super::combine::combine;
use super::found::{FrameMatch, best};
use super::gapped::gapped;
use super::trigger::read;
use super::turned::turned;
use super::{PieceKind, Pieces, missing};
use crate::language::lexicon::{Function, Match, PartOfSpeech, Phrases, Tense, Trigger};

const INFINITIVE: PartOfSpeech = PartOfSpeech::Verb(Tense::Infinitive);

/// The frames that `triggers` call in a sentence, in order.
pub(super) fn called_by<'a>(pieces: &Pieces<'a>, triggers: &Phrases<Trigger>) -> Vec<FrameMatch<'a>> {
    use PieceKind::{Date, Entity, Money, Name, Percentage};

    let mut matches: Vec<FrameMatch<'a>> = Vec::new();
    let mut at = pieces.tokens.start;
    while at < pieces.tokens.end {
        let found = trigger(pieces, triggers, at);
        // "money changed hands", "in vendita": what opens before a trigger may mean something else, too.
        if let Some(other) =
            pieces.false_friend(at).filter(|other| found.as_ref().is_none_or(|found| other.end > found.tokens.end))
        {
            at = other.end;
            continue;
        }
        if let Some(told) = turned(pieces, triggers, at) {
            at = told.trigger.end;
            matches.push(told);
            continue;
        }
        let Some(found) = found else {
            at += 1;
            continue;
        };
        let position = pieces.position(at);
        let piece = pieces.list.get(position);
        // In an aside that is left out.
        let outside = piece.is_some_and(|piece| piece.tokens.start > at);
        let inside_name =
            piece.is_some_and(|piece| matches!(piece.kind, Entity(_) | Name | Money(_) | Percentage(_) | Date));
        // A "buy" rating buys nothing.
        let mark = |at: usize| pieces.list.get(at).is_some_and(|piece| piece.kind == PieceKind::Mark);
        let cited = position > 0 && mark(position - 1) && mark(pieces.position(found.tokens.end));
        // "Nasdaq-listed" only says what somebody is.
        let joined = at > pieces.tokens.start && pieces.reading.document().joins(at - 1);
        let attribute = joined && found.values.iter().all(|trigger| trigger.part != PartOfSpeech::Noun);
        if outside || inside_name || cited || attribute || matches.last().is_some_and(|last| last.trigger.has(at)) {
            at += 1;
            continue;
        }
        let mut order: Vec<usize> = found.values.iter().map(|trigger| trigger.frame).collect();
        order.sort_unstable();
        order.dedup();
        // "la rachète": an article before what is only a verb is its object.
        let nominal = pieces.opens_noun(position)
            && found.values.iter().any(|trigger| !is_finite(trigger.part))
            && !pieces.is_inverted(position, pieces.position(found.tokens.end));
        let closed =
            |trigger: &Trigger| trigger.prefix.is_some_and(|prefix| pieces.is_closed_by(prefix, found.tokens.end));
        // "à vendre son usine": what has an object is a verb behind its preposition, and nothing that is on sale.
        let has_object = matches!(pieces.at(position), Some(PieceKind::Function(Function::Preposition(_))))
            && pieces.at(pieces.position(found.tokens.end)) == Some(PieceKind::Function(Function::Determiner));
        // "gehen … zusammen": the prefix at the end of the clause makes another verb of it.
        let split = found.values.iter().any(closed);
        let mut readings = order.into_iter().filter_map(|frame| {
            let forms: Vec<PartOfSpeech> = found
                .values
                .iter()
                .filter(|trigger| trigger.frame == frame)
                // "la compra": a noun of one frame and a verb of another.
                .filter(|trigger| !nominal || !is_finite(trigger.part))
                .filter(|trigger| !has_object || trigger.part != PartOfSpeech::Noun)
                .filter(|trigger| trigger.part != INFINITIVE || !pieces.excludes_infinitive(position))
                .filter(|trigger| if split { closed(trigger) } else { trigger.prefix.is_none() })
                .map(|trigger| trigger.part)
                .collect();
            if forms.is_empty() {
                return None;
            }
            read(pieces, frame, &forms, found.tokens)
        });
        let mut told = best(&mut readings);
        told.iter_mut().for_each(|told| missing::fill_owner(pieces, told));
        // "plans to sell Arden": where the whole has no object, the verb in it may.
        at = if told.is_some() { found.tokens.end } else { at + 1 };
        let more = told.as_ref().map(|told| gapped(pieces, told)).unwrap_or_default();
        matches.extend(told);
        matches.extend(more);
    }
    combine(&mut matches);
    matches
}

/// The longest of `triggers` at token `at`; a verb of several words may have an adverb inside: "*takes* thereby *control*".
fn trigger<'a>(pieces: &Pieces<'a>, triggers: &'a Phrases<Trigger>, at: usize) -> Option<Match<'a, Trigger>> {
    let plain = pieces.reading.longest(triggers, at, pieces.tokens.end);
    if plain.as_ref().is_some_and(|found| found.tokens.len() > 1) {
        return plain;
    }
    let adverbs = &pieces.lexicon.grammar.adverbs;
    let around = pieces.reading.longest_around(triggers, adverbs, at, pieces.tokens.end);
    let verb = |found: &Match<'_, Trigger>| found.values.iter().any(|trigger| trigger.part != PartOfSpeech::Noun);
    around.filter(verb).or(plain)
}

/// Whether a form cannot stand behind an article.
fn is_finite(part: PartOfSpeech) -> bool {
    matches!(part, PartOfSpeech::Verb(tense) if tense.is_finite())
}
