//! Which triggers a sentence holds, how they are meant, and who plays which part.

use super::clause::Clause;
use super::{Argument, PieceKind, Pieces};
use crate::language::lexicon::schema::{Role, Status};
use crate::language::lexicon::{DealCue, Frame, Function, PartOfSpeech, Tense};
use crate::text::TokenRange;

/// A frame found in a sentence.
#[derive(Debug)]
pub(in crate::facts) struct FrameMatch<'a> {
    /// Which.
    pub frame: &'a Frame,
    /// The words of the trigger, with its object noun.
    pub trigger: TokenRange,
    /// How it is meant.
    pub voice: Voice,
    /// Its form, where it is a verb.
    pub tense: Option<Tense>,
    /// Who plays which part; a part can be played by several.
    pub roles: Vec<(Role, Argument)>,
    /// What the words that govern it say of its status.
    pub status: Option<(Status, TokenRange)>,
    /// The part of a subject that is only described ("the group", "its"), to be looked for in the sentences before.
    pub elided: Option<Role>,
}

/// How a trigger is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::facts) enum Voice {
    /// The subject acts.
    Active,
    /// The subject is acted upon.
    Passive,
    /// A noun.
    Noun,
}

/// How many pieces may stand between a verb and the noun it needs, or its auxiliary.
const NEAR: usize = 8;

/// The frames that speak in a sentence, in order.
pub(in crate::facts) fn find<'a>(pieces: &Pieces<'a>) -> Vec<FrameMatch<'a>> {
    let lexicon = pieces.lexicon;
    let mut matches: Vec<FrameMatch<'a>> = Vec::new();
    let mut at = pieces.tokens.start;
    while at < pieces.tokens.end {
        let Some(found) = pieces.reading.longest(&lexicon.deals.triggers, at, pieces.tokens.end) else {
            at += 1;
            continue;
        };
        let position = pieces.position(at);
        let inside_name = matches!(
            pieces.list.get(position).map(|piece| piece.kind),
            Some(
                PieceKind::Entity(_)
                    | PieceKind::Name
                    | PieceKind::Money(_)
                    | PieceKind::Percentage(_)
                    | PieceKind::Date
            )
        );
        let false_friend = pieces
            .reading
            .longest(&lexicon.deals.cues, at, pieces.tokens.end)
            .filter(|other| other.values.contains(&DealCue::FalseFriend) && other.tokens.end > found.tokens.end);
        if let Some(other) = false_friend {
            at = other.tokens.end;
            continue;
        }
        if inside_name || matches.last().is_some_and(|last| last.trigger.has(at)) {
            at += 1;
            continue;
        }
        let mut order: Vec<usize> = found.values.iter().map(|trigger| trigger.frame).collect();
        order.sort_unstable();
        order.dedup();
        let reading = order.into_iter().find_map(|frame| {
            let forms: Vec<PartOfSpeech> =
                found.values.iter().filter(|trigger| trigger.frame == frame).map(|trigger| trigger.part).collect();
            read(pieces, frame, &forms, found.tokens)
        });
        at = found.tokens.end;
        if let Some(reading) = reading {
            matches.push(reading);
        }
    }
    matches
}

/// One frame at one trigger, if it speaks there.
fn read<'a>(pieces: &Pieces<'a>, index: usize, forms: &[PartOfSpeech], tokens: TokenRange) -> Option<FrameMatch<'a>> {
    let frame = &pieces.lexicon.deals.frames[index];
    let start = pieces.position(tokens.start);
    let end = pieces.position(tokens.end);
    if is_unreal(pieces, start, forms.contains(&PartOfSpeech::Noun), end) {
        return None;
    }
    let tense = forms.iter().find_map(|part| match part {
        PartOfSpeech::Verb(tense) => Some(*tense),
        PartOfSpeech::Noun => None,
    });
    // "verkauft" is sold and sells.
    let last =
        [Tense::Participle, Tense::Infinitive].into_iter().find(|tense| forms.contains(&PartOfSpeech::Verb(*tense)));
    if let Some(clause) = last.and_then(|tense| Clause::closed_by(pieces, start, end, tense)) {
        return read_at_end(pieces, frame, index, clause, tokens, last);
    }
    let helpers = Helpers::before(pieces, start);
    let voice = voice(pieces, forms, &helpers, end)?;
    if frame.reflexive && !helpers.reflexive {
        return None;
    }
    // Arguments are looked for from the noun the verb governs, where it needs one.
    let object = match (frame.needs_object, voice) {
        (false, _) | (_, Voice::Noun) => None,
        (true, Voice::Active) => Some(object_after(pieces, frame, index, end)?),
        (true, Voice::Passive) => Some(object_before(pieces, frame, index, start)?),
    };
    let mut roles: Vec<(Role, Argument)> = Vec::new();
    let mut play = |role: Option<Role>, arguments: Vec<Argument>| {
        if let Some(role) = role {
            roles.extend(arguments.into_iter().map(|argument| (role, argument)));
        }
    };
    match voice {
        Voice::Active => {
            play(frame.subject, pieces.subject(start));
            if !frame.needs_object {
                play(frame.object, pieces.object(end));
            }
        }
        Voice::Passive if !frame.needs_object => play(frame.object, pieces.subject(start)),
        Voice::Passive => {}
        Voice::Noun => {
            let owner = pieces.possessor(start);
            let compound = if owner.is_none() { pieces.compound(start) } else { None };
            match (owner, compound) {
                (Some(owner), _) => play(frame.possessor, vec![owner]),
                (None, Some(name)) => play(frame.object.or(frame.subject), vec![name]),
                (None, None) => play(frame.subject, pieces.subject(start)),
            }
        }
    }
    if let Some(position) = object {
        if let PieceKind::Money(sum) = pieces.list[position].kind {
            play(Some(Role::Amount), vec![Argument::Money(sum)]);
        }
        play(frame.owner, pieces.possessor(position).into_iter().collect());
        play(frame.compound, pieces.compound(position).into_iter().collect());
    }
    let from = match (object, voice) {
        // "au capital de" holds its preposition.
        (Some(position), Voice::Active) => match pieces.list[position].kind {
            PieceKind::Function(Function::Preposition(_)) => position,
            _ => position + 1,
        },
        _ => end,
    };
    let mut behind = pieces.prepositional(from);
    if let (Some(position), Voice::Passive) = (object, voice) {
        behind.extend(pieces.prepositional(position + 1).into_iter().take(2));
    }
    for (preposition, arguments) in behind {
        let acts = voice == Voice::Passive && pieces.lexicon.grammar.agent == Some(preposition);
        let Some(role) = frame.subject.filter(|_| acts).or_else(|| frame.after(preposition)) else { continue };
        let taken = roles.iter().any(|(known, argument)| *known == role && matches!(argument, Argument::Entity(..)));
        let explicit = voice == Voice::Noun && Some(role) == frame.subject;
        let named = arguments.iter().any(|argument| matches!(argument, Argument::Entity(..)));
        if explicit && named && role != Role::Partner && pieces.possessor(start).is_none() {
            // "the bid by X" beats the name that merely stands before the noun.
            roles.retain(|(known, _)| *known != role);
        } else if taken && role != Role::Partner {
            continue;
        }
        roles.extend(arguments.into_iter().map(|argument| (role, argument)));
    }
    let trigger = object.map_or(tokens, |position| {
        let other = pieces.list[position].tokens;
        TokenRange::new(tokens.start.min(other.start), tokens.end.max(other.end))
    });
    let trigger = if trigger.len() > 2 * NEAR { tokens } else { trigger };
    let conditional = tense == Some(Tense::Conditional) && forms.len() == 1;
    let status = if conditional { Some((Status::Rumored, tokens)) } else { governing_status(pieces, start) };
    let elided = frame.subject.filter(|role| {
        let known = roles.iter().any(|(known, _)| known == role);
        let told = voice == Voice::Active || (voice == Voice::Noun && !frame.weak);
        !known && told && pieces.has_definite(start, voice == Voice::Noun)
    });
    Some(FrameMatch { frame, trigger, voice, tense, roles, status, elided })
}

/// The frame of a verb that closes its clause.
fn read_at_end<'a>(
    pieces: &Pieces<'a>,
    frame: &'a Frame,
    index: usize,
    clause: Clause,
    tokens: TokenRange,
    tense: Option<Tense>,
) -> Option<FrameMatch<'a>> {
    let noun = clause.positions().rev().find(|&position| is_object(pieces, frame, index, position));
    if clause.is_negated(pieces) || frame.needs_object && noun.is_none() || frame.reflexive {
        return None;
    }
    let trigger = Clause::trigger(pieces, tokens, noun.filter(|_| frame.needs_object));
    let status = governing_status(pieces, pieces.position(tokens.start));
    let roles = clause.roles(pieces, frame);
    Some(FrameMatch { frame, trigger, voice: clause.voice(), tense, roles, status, elided: None })
}

/// The small words right before a verb.
#[derive(Debug, Default)]
struct Helpers {
    be: bool,
    have: bool,
    reflexive: bool,
}

impl Helpers {
    fn before(pieces: &Pieces<'_>, start: usize) -> Self {
        let mut helpers = Self::default();
        let mut words = 0;
        for piece in pieces.before(start, 6) {
            match piece.kind {
                PieceKind::Function(Function::Be) => helpers.be = true,
                PieceKind::Function(Function::Have) => helpers.have = true,
                PieceKind::Function(Function::Reflexive) => helpers.reflexive = true,
                PieceKind::Function(Function::Negator | Function::Control) => {}
                PieceKind::Word if words < 2 => words += 1,
                _ => break,
            }
            if helpers.be || helpers.have {
                // The auxiliary is found; only the pronoun of a reflexive can still stand before it.
                continue;
            }
        }
        helpers
    }
}

fn voice(pieces: &Pieces<'_>, forms: &[PartOfSpeech], helpers: &Helpers, end: usize) -> Option<Voice> {
    let verb = |tense| forms.contains(&PartOfSpeech::Verb(tense));
    let noun = forms.contains(&PartOfSpeech::Noun);
    let is_verb = forms.iter().any(|part| matches!(part, PartOfSpeech::Verb(_)));
    if noun && is_verb {
        // "to purchase" or "the purchase": an article, a possessive or a preposition before it makes a noun.
        let nominal =
            pieces.before(pieces.position(pieces.list.get(end.checked_sub(1)?)?.tokens.start), 2).find_map(|piece| {
                match piece.kind {
                    PieceKind::Function(Function::Determiner | Function::Preposition(_)) | PieceKind::Possessive => {
                        Some(true)
                    }
                    PieceKind::Word => None,
                    _ => Some(false),
                }
            });
        if nominal.unwrap_or(false) && !verb(Tense::Participle) {
            return Some(Voice::Noun);
        }
    } else if noun {
        return Some(Voice::Noun);
    }
    if verb(Tense::Participle) {
        let agent = pieces.list[end.min(pieces.list.len())..].iter().take(4).any(|piece| {
            matches!(piece.kind, PieceKind::Function(Function::Preposition(preposition)) if pieces.lexicon.grammar.agent == Some(preposition))
        });
        return Some(match () {
            () if helpers.reflexive => Voice::Active,
            () if helpers.have && !helpers.be => Voice::Active,
            () if helpers.be => Voice::Passive,
            () if agent => Voice::Passive,
            () if verb(Tense::Past) || verb(Tense::Present) => Voice::Active,
            () => Voice::Passive,
        });
    }
    Some(Voice::Active)
}

/// The noun that a frame's verb needs, to the right of piece `from`.
fn object_after(pieces: &Pieces<'_>, frame: &Frame, index: usize, from: usize) -> Option<usize> {
    for position in from..pieces.list.len().min(from + NEAR) {
        let piece = pieces.list[position];
        if is_object(pieces, frame, index, position) {
            return Some(position);
        }
        match piece.kind {
            // "raised its forecast to $38M"
            PieceKind::Function(Function::Preposition(_)) if frame.money_object => return None,
            // Only as the owner of the noun, or joined to its front.
            PieceKind::Entity(_)
                if pieces.list.get(position + 1).is_none_or(|next| {
                    next.kind != PieceKind::Possessive && !is_object(pieces, frame, index, position + 1)
                }) =>
            {
                return None;
            }
            PieceKind::Break | PieceKind::Function(Function::Relative | Function::Subordinator) => return None,
            _ => {}
        }
    }
    None
}

/// The same, to the left of piece `to`: "a stake was bought by".
fn object_before(pieces: &Pieces<'_>, frame: &Frame, index: usize, to: usize) -> Option<usize> {
    (to.saturating_sub(2 * NEAR)..to).rev().find(|&position| is_object(pieces, frame, index, position))
}

fn is_object(pieces: &Pieces<'_>, frame: &Frame, index: usize, position: usize) -> bool {
    let piece = pieces.list[position];
    match piece.kind {
        PieceKind::Percentage(_) => frame.percent_object,
        PieceKind::Money(_) => frame.money_object,
        _ => pieces
            .reading
            .longest(&pieces.lexicon.deals.objects, piece.tokens.start, pieces.tokens.end)
            .is_some_and(|found| found.values.contains(&index)),
    }
}

/// Whether negation, contrast or hypothesis makes the trigger at piece `start` no deal.
fn is_unreal(pieces: &Pieces<'_>, start: usize, noun: bool, end: usize) -> bool {
    for (before, piece) in pieces.before(start, NEAR).enumerate() {
        match piece.kind {
            PieceKind::Function(Function::Negator) if before <= 4 => return true,
            PieceKind::Break => break,
            PieceKind::Comma if before > 2 => break,
            _ => {}
        }
        if pieces.has_cue(piece.tokens.start, DealCue::Unreal) {
            return true;
        }
    }
    // "an acquisition of Arden would risk …"
    let after = pieces.list[end.min(pieces.list.len())..].iter().take(NEAR);
    noun && after
        .take_while(|piece| !matches!(piece.kind, PieceKind::Break | PieceKind::Comma))
        .any(|piece| pieces.has_cue(piece.tokens.start, DealCue::Unreal))
}

/// What the words that govern the trigger at piece `start` say of its status.
fn governing_status(pieces: &Pieces<'_>, start: usize) -> Option<(Status, TokenRange)> {
    for piece in pieces.before(start, NEAR) {
        match piece.kind {
            PieceKind::Entity(_) | PieceKind::Break | PieceKind::Money(_) => return None,
            _ => {}
        }
        let found = pieces.reading.longest(&pieces.lexicon.deals.status, piece.tokens.start, pieces.tokens.end);
        if let Some(found) = found {
            return Some((found.values[0].status, found.tokens));
        }
    }
    None
}
