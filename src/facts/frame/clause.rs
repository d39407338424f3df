//! Clauses that their verb closes, as in German: everything that plays a part stands to its left.

use super::fields::Fields;
use super::governing::{governing_status, only_agrees};
use super::missing::knows;
use super::needed::is_object;
use super::{Argument, FrameMatch, PieceKind, Pieces, Voice, closed};
use crate::language::lexicon::schema::{FrameKind, Role, Status};
use crate::language::lexicon::{Frame, Function, StatusPlace, Tense};
use crate::text::TokenRange;

/// Adverbs before a participle that opens its clause: "Ebenfalls verkauft wird".
const OPENING: usize = 1;

/// A clause and the verb at its end.
#[derive(Debug, Clone)]
pub(super) struct Clause {
    /// Its pieces before the verb.
    pub fields: Fields,
    /// Whether the subject is acted upon.
    pub passive: bool,
    /// Position of the auxiliary, where it stands before the verb.
    pub auxiliary: Option<usize>,
    /// Whether its verb opens it: "*Gekauft* hat Arden der Händler Boreal".
    pub fronted: bool,
    /// What a negation says of a deal that will not be: "wird *doch nicht* verkauft".
    pub called_off: Option<(Status, TokenRange)>,
}

impl Clause {
    /// The clause that the verb between two pieces closes; `None` where the language has none of this kind, or the clause
    /// goes on behind it.
    pub(super) fn closed_by(pieces: &Pieces<'_>, start: usize, end: usize, tense: Tense) -> Option<Self> {
        if !pieces.lexicon.grammar.verb_last {
            return None;
        }
        let helps = |kind| {
            matches!(kind, PieceKind::Function(Function::Be | Function::Have | Function::Control | Function::Reflexive))
        };
        let helper = |at: usize| pieces.kind(at).is_some_and(helps);
        // "kaufen zu wollen": the mark of the infinitive, too.
        let marks = |at: usize| {
            matches!(pieces.kind(at), Some(PieceKind::Function(Function::Preposition(_)))) && helper(at + 1)
        };
        let behind = (end..pieces.list.len()).take_while(|&at| helper(at) || marks(at)).count();
        let closes = match pieces.list.get(end + behind).map(|piece| piece.kind) {
            None | Some(PieceKind::Comma | PieceKind::Break | PieceKind::Mark | PieceKind::Open | PieceKind::Close) => {
                true
            }
            Some(PieceKind::Function(Function::Conjunction | Function::Subordinator)) => true,
            Some(_) => false,
        };
        let last = tense.is_finite() || behind > 0;
        let mut fields = Fields::before(pieces, start, last);
        fields.find_control(pieces, tense);
        let auxiliary = fields.positions().find(|&at| helps(pieces.list[at].kind));
        let is_be = |at: usize| pieces.list[at].kind == PieceKind::Function(Function::Be);
        let be = fields.positions().any(is_be) || (end..(end + behind).min(pieces.list.len())).any(is_be);
        let closes = closes && (fields.subordinate || !tense.is_finite());
        // "Arden von Boreal übernommen": a heading leaves the auxiliary out.
        let agent = |at: usize| {
            let by = pieces.lexicon.grammar.agent.map(|agent| PieceKind::Function(Function::Preposition(agent)));
            by.is_some() && pieces.kind(at) == by && pieces.names(Some(at - 1))
        };
        let bare = auxiliary.is_none() && behind == 0 && fields.first() == 0 && fields.positions().skip(1).any(agent);
        closes.then_some(Self {
            fields,
            passive: (be || bare) && tense == Tense::Participle,
            auxiliary,
            fronted: false,
            called_off: None,
        })
    }

    /// The clause that the participle between two pieces opens, before its auxiliary: "*Verkauft* wird Arden an Boreal".
    pub(super) fn opened_by(pieces: &Pieces<'_>, start: usize, end: usize) -> Option<Self> {
        let small = |at: &usize| pieces.kind(*at) == Some(PieceKind::Word);
        let opening = (0..start).rev().take_while(small).count();
        let opens = match start.checked_sub(opening + 1) {
            None => true,
            Some(before) => pieces.kind(before) == Some(PieceKind::Break),
        };
        let auxiliary = pieces.kind(end);
        let have = auxiliary == Some(PieceKind::Function(Function::Have));
        let be = auxiliary == Some(PieceKind::Function(Function::Be));
        let fronted = pieces.lexicon.grammar.verb_last && opens && opening <= OPENING && (have || be);
        let fields = || Fields::behind(pieces, end);
        fronted.then(|| Self { fields: fields(), passive: be, auxiliary: Some(end), fronted, called_off: None })
    }

    /// Whether what it tells is done: "hat Arden *gekauft*", "ist an Arden *übergegangen*".
    fn is_perfect(&self, pieces: &Pieces<'_>, verb: usize, tense: Option<Tense>) -> bool {
        let behind =
            (verb + 1..pieces.list.len()).take_while(|&at| matches!(pieces.kind(at), Some(PieceKind::Function(_))));
        let helps = |at: usize| match pieces.list[at].kind {
            PieceKind::Function(function @ (Function::Have | Function::Be | Function::Control)) => Some(function),
            _ => None,
        };
        let all: Vec<Function> = self.positions().chain(behind).filter_map(helps).collect();
        let auxiliary = all.contains(&Function::Have) || all.contains(&Function::Be) && !self.passive;
        tense == Some(Tense::Participle) && auxiliary && !all.contains(&Function::Control)
    }

    pub(super) fn voice(&self) -> Voice {
        if self.passive { Voice::Passive } else { Voice::Active }
    }

    /// Whether something in it makes the verb negative.
    pub(super) fn is_negated(&self, pieces: &Pieces<'_>) -> bool {
        self.positions().any(|at| pieces.list[at].kind == PieceKind::Function(Function::Negator))
    }

    /// The positions of its pieces before the verb.
    pub(super) fn positions(&self) -> impl DoubleEndedIterator<Item = usize> + '_ {
        self.fields.positions()
    }

    /// The last noun in it that the verb governs, or else the one that it tells about: "eine Runde, an der sich Boreal
    /// beteiligt".
    fn last_noun(&self, pieces: &Pieces<'_>, frame: &Frame, index: usize) -> Option<usize> {
        let governed = |at: &usize| is_object(pieces, frame, index, *at);
        self.positions().rev().find(governed).or_else(|| {
            let before = self.fields.noun_before(pieces).filter(|_| frame.needs_object)?;
            before.rev().find(governed)
        })
    }

    /// What the verb that governs it says of the status, wherever it stands: "*will* Arden von Cairn übernehmen".
    fn status(&self, pieces: &Pieces<'_>) -> Option<(Status, TokenRange)> {
        let told = |at: usize| {
            let start = pieces.list[at].tokens.start;
            let found = pieces.reading.longest(&pieces.lexicon.deals.status, start, pieces.tokens.end)?;
            let word = found.values.iter().find(|word| word.place == StatusPlace::Governing)?;
            Some((word.status, found.tokens))
        };
        let is_control = |at: usize| pieces.kind(at) == Some(PieceKind::Function(Function::Control));
        let own = self.positions().filter(|&at| is_control(at)).find_map(told);
        // "denkt darüber nach, Arden zu kaufen": the clause that governs it.
        let ends = |at: &usize| matches!(pieces.list[*at].kind, PieceKind::Comma | PieceKind::Break);
        own.or_else(|| (0..self.fields.control?).rev().take_while(|at| !ends(at)).find_map(told))
    }

    /// The verb that makes hearsay of what is told as done: "*soll* Arden gekauft haben".
    fn hearsay(&self, pieces: &Pieces<'_>, verb: usize, tense: Option<Tense>) -> Option<TokenRange> {
        let done =
            tense == Some(Tense::Participle) && pieces.kind(verb + 1) == Some(PieceKind::Function(Function::Have));
        let tells = |at: usize| {
            let tokens = pieces.list[at].tokens;
            pieces.reading.longest(&pieces.lexicon.grammar.hearsay, tokens.start, tokens.end).map(|found| found.tokens)
        };
        self.positions().filter(|_| done).find_map(tells)
    }

    /// The part of a subject that is only described.
    pub(super) fn elided(
        &self,
        pieces: &Pieces<'_>,
        frame: &Frame,
        verb: usize,
        roles: &[(Role, Argument)],
    ) -> Option<Role> {
        let role =
            if self.passive && !frame.needs_object { frame.object } else { frame.subject.filter(|_| !self.passive) };
        let missing = role.filter(|role| roles.iter().all(|(known, _)| known != role));
        let verb = self.auxiliary.unwrap_or(verb);
        let missing = missing.filter(|_| !self.fronted);
        missing.filter(|_| pieces.has_definite(verb, false))
    }

    /// The words of the verb and of a noun it governs.
    pub(super) fn trigger(pieces: &Pieces<'_>, verb: TokenRange, noun: Option<usize>) -> TokenRange {
        noun.map_or(verb, |noun| {
            let noun = pieces.list[noun].tokens;
            TokenRange::new(noun.start.min(verb.start), noun.end.max(verb.end))
        })
    }
}

/// "ist in den Besitz der Boreal übergegangen": what a preposition brings in is not acted upon.
fn is_brought_in(pieces: &Pieces<'_>, noun: usize) -> bool {
    let preposition = matches!(pieces.kind(noun), Some(PieceKind::Function(Function::Preposition(_))));
    preposition || pieces.governing_phrase(noun).is_some()
}

/// The frame of a verb that closes its clause.
pub(super) fn read_at_end<'a>(
    pieces: &Pieces<'a>,
    frame: &'a Frame,
    index: usize,
    mut clause: Clause,
    tokens: TokenRange,
    tense: Option<Tense>,
) -> Option<FrameMatch<'a>> {
    // "ist eingestiegen": the auxiliary of the perfect.
    clause.passive &= frame.is_transitive();
    let noun = clause.last_noun(pieces, frame, index);
    clause.passive &= frame.object.is_some() || !noun.is_some_and(|noun| is_brought_in(pieces, noun));
    let reflexive = clause.positions().any(|at| pieces.list[at].kind == PieceKind::Function(Function::Reflexive));
    let negated = clause.called_off.is_none() && clause.is_negated(pieces);
    if negated || frame.needs_object && noun.is_none() || frame.reflexive && !reflexive {
        return None;
    }
    let trigger = Clause::trigger(pieces, tokens, noun.filter(|_| frame.needs_object));
    let verb = pieces.position(tokens.start);
    let hearsay = clause.hearsay(pieces, verb, tense).map(|words| (Status::Rumored, words));
    let status = clause
        .called_off
        .or(hearsay)
        .or_else(|| governing_status(pieces, verb, tokens, false))
        .or_else(|| clause.status(pieces));
    let first_noun = clause.positions().find(|&position| is_object(pieces, frame, index, position));
    let mut roles = closed::roles(pieces, &clause, frame, first_noun.filter(|_| frame.needs_object));
    // "Für Arden ist ein Käufer gefunden: Boreal"
    let sold = frame.subject == Some(Role::Target) && frame.kind == FrameKind::Acquisition;
    let announced = (sold && !knows(&roles, Role::Acquirer)).then(|| pieces.revealed(pieces.position(tokens.end)));
    roles.extend(announced.flatten().map(|name| (Role::Acquirer, name)));
    let elided = clause.elided(pieces, frame, verb, &roles);
    let voice = clause.voice();
    let perfect = clause.is_perfect(pieces, verb, tense) && !only_agrees(pieces, tokens);
    Some(FrameMatch { frame, trigger, words: tokens, voice, tense, perfect, roles, status, elided })
}
