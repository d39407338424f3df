//! One frame at one trigger: the steps from its words to what the sentence says with them.

use super::auxiliaries::Auxiliaries;
use super::cast::Cast;
use super::clause::{Clause, read_at_end};
use super::found::FrameMatch;
use super::governing::{called_off, governing_status, helped_from, is_unreal, only_agrees, verdict};
use super::subject::Subject;
use super::{Argument, Piece, PieceKind, Pieces, Voice};
use crate::language::lexicon::schema::Status;
use crate::language::lexicon::{Frame, Function, PartOfSpeech, Tense};
use crate::text::TokenRange;

/// How many pieces may stand between a verb and the noun it needs, or its auxiliary.
pub(super) const NEAR: usize = 8;

/// One frame at one trigger, if it speaks there.
pub(super) fn read<'a>(
    pieces: &Pieces<'a>,
    index: usize,
    forms: &[PartOfSpeech],
    tokens: TokenRange,
) -> Option<FrameMatch<'a>> {
    let frame = &pieces.lexicon.deals.frames[index];
    let mut trigger = Trigger::new(pieces, index, forms, tokens);
    if trigger.is_silent() {
        return None;
    }
    if let Some((mut clause, tense)) = trigger.closed_clause() {
        clause.called_off = trigger.called_off;
        let goes_on = clause.fronted && frame.needs_object;
        let told = read_at_end(pieces, frame, index, clause, tokens, Some(tense));
        // "Angeführt wurde sie von Boreal": the noun is a pronoun.
        if told.is_some() || !goes_on {
            return told;
        }
    }
    let voice = trigger.voice()?;
    if trigger.is_refused(voice) {
        return None;
    }
    let subject = trigger.subject(voice);
    // Where the subject follows its verb, all else is looked for behind both.
    trigger.end = subject.end;
    let noun = if frame.needs_object { Some(trigger.needed_noun(voice, &subject)?) } else { None };
    let voice = trigger.voice_with(noun, voice);
    let mut cast = Cast::new(trigger, voice, noun, subject);
    cast.find_dropped_subject();
    cast.play_by_voice();
    cast.play_fronted();
    cast.play_noun();
    cast.play_phrases();
    cast.play_new();
    cast.play_instrument();
    cast.fill_missing();
    Some(told(cast, frame))
}

/// One frame at a verb whose subject follows it, because its preposition and object stand before it: "In Arden *entra*
/// Boreal".
pub(super) fn read_turned<'a>(
    pieces: &Pieces<'a>,
    index: usize,
    forms: &[PartOfSpeech],
    tokens: TokenRange,
    object: Vec<Argument>,
) -> Option<FrameMatch<'a>> {
    let mut trigger = Trigger::new(pieces, index, forms, tokens);
    let frame = &pieces.lexicon.deals.frames[index];
    let helped = trigger.auxiliaries.have || trigger.auxiliaries.be;
    let fits = if trigger.can_be(Tense::Participle) { helped } else { !helped && trigger.finite().is_some() };
    if !fits || frame.reflexive && !trigger.auxiliaries.reflexive || trigger.is_silent() {
        return None;
    }
    let arguments = pieces.subject_behind(trigger.end);
    let &Argument::Entity(_, last) = arguments.last()? else { return None };
    if arguments.iter().any(|argument| object.contains(argument)) {
        return None;
    }
    trigger.end = pieces.position(last.end);
    let subject = Subject { arguments: arguments.clone(), end: trigger.end, ..Subject::default() };
    let mut cast = Cast::new(trigger, Voice::Active, None, subject);
    cast.play(frame.subject, arguments);
    cast.play(frame.object, object);
    cast.play_phrases();
    Some(told(cast, frame))
}

/// What a trigger says, once all parts are given out.
fn told<'a>(cast: Cast<'_>, frame: &'a Frame) -> FrameMatch<'a> {
    let (trigger, voice) = (&cast.trigger, cast.voice);
    FrameMatch {
        frame,
        trigger: cast.words(),
        words: trigger.helped_words(),
        voice,
        tense: trigger.tense,
        perfect: trigger.is_perfect(voice),
        status: trigger.status(voice),
        elided: cast.elided(),
        roles: cast.roles,
    }
}

/// A trigger of a sentence, as one of the frames that it calls takes it.
#[derive(Debug)]
pub(super) struct Trigger<'a> {
    pub pieces: &'a Pieces<'a>,
    pub frame: &'a Frame,
    /// Position of the frame in the lexicon.
    pub index: usize,
    /// What its words can be.
    pub forms: &'a [PartOfSpeech],
    /// The first form of a verb among them.
    pub tense: Option<Tense>,
    /// Its words.
    pub tokens: TokenRange,
    /// Its first piece.
    pub start: usize,
    /// The piece behind it, and once its subject is known to follow it, the piece behind both.
    pub end: usize,
    pub auxiliaries: Auxiliaries,
    /// What a negation says of a deal that will not be: "will no longer buy".
    called_off: Option<(Status, TokenRange)>,
}

impl<'a> Trigger<'a> {
    fn new(pieces: &'a Pieces<'a>, index: usize, forms: &'a [PartOfSpeech], tokens: TokenRange) -> Self {
        let start = pieces.position(tokens.start);
        let tense = forms.iter().find_map(|part| match part {
            PartOfSpeech::Verb(tense) => Some(*tense),
            PartOfSpeech::Noun => None,
        });
        Self {
            pieces,
            frame: &pieces.lexicon.deals.frames[index],
            index,
            forms,
            tense,
            tokens,
            start,
            end: end_of(pieces, tokens),
            auxiliaries: Auxiliaries::before(pieces, start),
            called_off: called_off(pieces, tokens.start),
        }
    }

    /// Whether the words around it keep it from telling of a deal.
    fn is_silent(&self) -> bool {
        let Self { pieces, start, end, .. } = *self;
        // "buys back the 45% that it had sold": how the share came about.
        pieces.tells_of_share(start)
            || self.called_off.is_none() && is_unreal(pieces, start, self.can_be_noun(), end)
            || self.frame.needs_beside && !pieces.stands_beside(self.index, start)
            || pieces.orders_goods(self.frame, end)
    }

    /// The clause that it closes, and the form in which it does.
    fn closed_clause(&self) -> Option<(Clause, Tense)> {
        // "verkauft" is sold and sells.
        let infinite = [Tense::Participle, Tense::Infinitive].into_iter().find(|tense| self.can_be(*tense));
        if self.can_be(Tense::Participle)
            && !self.frame.reflexive
            && let Some(clause) = Clause::opened_by(self.pieces, self.start, self.end)
        {
            return Some((clause, Tense::Participle));
        }
        let tense = infinite.or(self.tense.filter(|tense| tense.is_finite()))?;
        Some((Clause::closed_by(self.pieces, self.start, self.end, tense)?, tense))
    }

    /// Whether a negation behind it takes back what it says, or it lacks the pronoun that its frame needs.
    fn is_refused(&self, voice: Voice) -> bool {
        voice == Voice::Active && self.pieces.is_negated_behind(self.end)
            || self.frame.reflexive && !self.is_reflexive()
    }

    fn is_reflexive(&self) -> bool {
        self.auxiliaries.reflexive
            || self.pieces.is_reflexive_behind(self.end)
            || self.pieces.holds_reflexive(self.tokens.start, self.tense)
    }

    /// Whether its words can be a verb in this form.
    pub(super) fn can_be(&self, tense: Tense) -> bool {
        self.forms.contains(&PartOfSpeech::Verb(tense))
    }

    pub(super) fn can_be_noun(&self) -> bool {
        self.forms.contains(&PartOfSpeech::Noun)
    }

    /// The first of its forms that has a subject of its own.
    pub(super) fn finite(&self) -> Option<Tense> {
        self.forms.iter().find_map(|part| match part {
            PartOfSpeech::Verb(tense) if tense.is_finite() => Some(*tense),
            _ => None,
        })
    }

    /// The piece right before it.
    pub(super) fn before(&self) -> Option<PieceKind> {
        self.start.checked_sub(1).and_then(|before| self.pieces.kind(before))
    }

    /// The piece right behind it.
    pub(super) fn behind(&self) -> Option<PieceKind> {
        self.pieces.kind(self.end)
    }

    /// Whether a form of "be" follows: "Led *was* the round by Boreal", "Boreal’s first purchase *was* Arden."
    pub(super) fn precedes_be(&self) -> bool {
        self.behind() == Some(PieceKind::Function(Function::Be))
    }

    /// Its words with those that help it: "will be acquired".
    fn helped_words(&self) -> TokenRange {
        let first = helped_from(self.pieces, self.start, self.tense);
        TokenRange::new(self.pieces.list[first].tokens.start, self.tokens.end)
    }

    /// Whether it is told as done: "ha comprato", "è passata a", "è stata comprata".
    fn is_perfect(&self, voice: Voice) -> bool {
        let Auxiliaries { be, have, compound, .. } = self.auxiliaries;
        let done = have || be && (voice == Voice::Active || compound) && self.pieces.is_done(self.start);
        done && self.can_be(Tense::Participle) && !only_agrees(self.pieces, self.tokens)
    }

    /// What its form or the words around it say of the status of the deal.
    fn status(&self, voice: Voice) -> Option<(Status, TokenRange)> {
        if self.called_off.is_some() {
            return self.called_off;
        }
        // "Boreal rachèterait Arden": hearsay.
        if self.tense == Some(Tense::Conditional) && self.forms.len() == 1 {
            return Some((Status::Rumored, self.tokens));
        }
        let noun = voice == Voice::Noun;
        let governed = governing_status(self.pieces, self.start, self.tokens, noun);
        governed.or_else(|| if noun { verdict(self.pieces, self.end) } else { None })
    }
}

/// The piece behind the words of a trigger.
fn end_of(pieces: &Pieces<'_>, tokens: TokenRange) -> usize {
    let end = pieces.position(tokens.end);
    // "s'empare de la société": the article that its preposition has taken in is passed over with it.
    let melted = |piece: &Piece| piece.tokens.start < tokens.end && pieces.holds_article(end);
    if pieces.list.get(end).is_some_and(melted) { end + 1 } else { end }
}
