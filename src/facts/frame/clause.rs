//! Clauses that their verb closes, as in German: everything that plays a part stands to its left.

use super::fields::{self, Fields};
use super::governing::{governing_status, only_agrees};
use super::missing::knows;
use super::needed::is_object;
use super::{Argument, FrameMatch, PieceKind, Pieces, Voice};
use crate::language::lexicon::schema::{FrameKind, Role, Status};
use crate::language::lexicon::{Frame, Function, StatusPlace, Tense};
use crate::text::TokenRange;

/// A clause and the verb at its end.
#[derive(Debug, Clone)]
pub(super) struct Clause {
    fields: Fields,
    /// Whether the subject is acted upon.
    pub passive: bool,
    /// Position of the auxiliary, where it stands before the verb.
    auxiliary: Option<usize>,
}

/// A name that no preposition governs, with those it is joined to.
struct Free {
    position: usize,
    arguments: Vec<Argument>,
    /// Whether its article says that it is acted upon.
    object: bool,
    /// Whether its article says that something is given to it.
    given: bool,
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
            None | Some(PieceKind::Comma | PieceKind::Break | PieceKind::Mark | PieceKind::Close) => true,
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
        closes.then_some(Self { fields, passive: (be || bare) && tense == Tense::Participle, auxiliary })
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

    /// Who plays which part: names without a preposition are the subject, before the auxiliary, and the object; the
    /// others play what their preposition says.
    /// `noun` is the noun that the verb governs.
    pub(super) fn roles(&self, pieces: &Pieces<'_>, frame: &Frame, noun: Option<usize>) -> Vec<(Role, Argument)> {
        let mut roles = Vec::new();
        let mut free: Vec<Free> = Vec::new();
        let mut asset = None;
        // Whether something that can be sold has no name behind it.
        let mut nameless = false;
        let mut depth = 0usize;
        if let Some((argument, case)) = self.fields.antecedent(pieces) {
            match case {
                fields::Case::Governed(preposition) => {
                    roles.extend(frame.after(preposition).map(|role| (role, argument)));
                }
                case => free.push(Free {
                    position: self.fields.first(),
                    arguments: vec![argument],
                    object: case == fields::Case::Object,
                    given: false,
                }),
            }
        }
        let known = |free: &[Free], roles: &[(Role, Argument)], argument: &Argument| {
            free.iter().any(|free| free.arguments.contains(argument))
                || roles.iter().any(|(_, known)| known == argument)
        };
        for position in self.positions() {
            let piece = pieces.list[position];
            match piece.kind {
                PieceKind::Open => depth += 1,
                PieceKind::Close => depth = depth.saturating_sub(1),
                // "Boreal (Arden)": an aside.
                _ if depth > 0 => {}
                // "51 Prozent der Arden-Anteile"
                PieceKind::Entity(id) if pieces.is_compounded(position) => {
                    let whole = noun.is_some_and(|noun| noun == position + 2 || pieces.shares(noun, position + 2));
                    if whole {
                        roles.push((Role::Target, Argument::Entity(id, piece.tokens)));
                    }
                }
                PieceKind::Entity(id) => {
                    let argument = Argument::Entity(id, piece.tokens);
                    if known(&free, &roles, &argument) {
                        continue;
                    }
                    // "in den Besitz der Boreal": the preposition is the noun's own.
                    let governed = pieces.governing_phrase(position).filter(|(_, at)| noun != Some(*at));
                    // "die Mehrheit der Arden": the genitive of the noun.
                    let genitive = || noun.and_then(|noun| pieces.genitive_of(noun, position));
                    let governed = governed.or_else(genitive);
                    match governed {
                        // "Der Vorstand der Arden hat die Offerte abgelehnt"
                        None if pieces.is_owner(position)
                            && !pieces.is_acted_for(position)
                            && !(frame.subject == Some(Role::Target) && pieces.has_body(position)) => {}
                        // "Vorstand und Aufsichtsrat von Arden" act for Arden.
                        _ if governed.is_none_or(|_| pieces.is_acted_for(position)) => free.push(Free {
                            position,
                            arguments: pieces.joined_right(position),
                            object: pieces.is_object_by_article(position),
                            given: pieces.is_given_by_article(position),
                        }),
                        None => {}
                        Some((preposition, at)) => {
                            let own = noun.is_some_and(|noun| pieces.belongs_to(noun, at));
                            let acts = self.passive && !own && pieces.lexicon.grammar.agent == Some(preposition);
                            let elsewhere = frame.again.filter(|_| noun.is_some() && !own);
                            let role = frame.after(preposition);
                            let role = role.map(|role| elsewhere.filter(|_| role == Role::Target).unwrap_or(role));
                            let role = frame.subject.filter(|_| acts).or(role);
                            // "bei Arden, Boreal und Cairn"
                            let joined =
                                role.map(|role| pieces.joined_right(position).into_iter().map(move |one| (role, one)));
                            roles.extend(joined.into_iter().flatten());
                        }
                    }
                }
                // "die Boreal-Tochter" is somebody named before.
                PieceKind::Asset if position >= 2 && pieces.is_compounded(position - 2) && self.passive => {
                    asset = Some(Argument::Description(piece.tokens));
                }
                // "die Tochter Arden"
                PieceKind::Asset if pieces.names(Some(position + 1)) => {
                    asset = asset.or(Some(Argument::Asset(piece.tokens)))
                }
                // "in einem großen Geschäft": what a preposition brings in is not acted upon.
                PieceKind::Asset
                    if pieces.governing_phrase(position).is_some_and(|(preposition, at)| {
                        noun != Some(at) && frame.after(preposition) != Some(Role::Target) && !self.passive
                    }) => {}
                PieceKind::Asset => {
                    asset = Some(Argument::Asset(piece.tokens));
                    nameless = true;
                }
                PieceKind::Money(sum) => roles.push((Role::Amount, Argument::Money(sum))),
                PieceKind::Percentage(share) => roles.push((Role::Stake, Argument::Percentage(share))),
                _ => {}
            }
        }
        // "Boreal plant, Arden zu übernehmen": who plans acts.
        let governed = self.fields.control.map(|comma| pieces.subject(comma));
        roles.extend(self.given(frame, &mut free, governed.is_none(), nameless || noun.is_some()));
        let (subject, object) = match governed {
            Some(subject) => {
                let object = if free.is_empty() { None } else { Some(free.remove(0).arguments) };
                (Some(subject), object)
            }
            None => self.assign(frame, free, asset.is_some() || noun.is_some()),
        };
        let object = if frame.needs_object && !acts_on_party(frame) { object.filter(|_| self.passive) } else { object };
        roles.extend(frame.subject.into_iter().flat_map(|role| subject.iter().flatten().map(move |one| (role, *one))));
        let object = object.or_else(|| asset.filter(|_| !frame.needs_object).map(|asset| vec![asset]));
        roles.extend(frame.object.into_iter().flat_map(|role| object.iter().flatten().map(move |one| (role, *one))));
        roles
    }

    /// To whom something is given, taken out of the free names: whom an article marks so, or the name behind the subject
    /// where there is a third one or `other` says that something without a name is acted upon.
    fn given(&self, frame: &Frame, free: &mut Vec<Free>, subject: bool, other: bool) -> Vec<(Role, Argument)> {
        let Some(role) = frame.given else { return Vec::new() };
        let first = usize::from(subject && !self.passive);
        let least = first + if other { 1 } else { 2 };
        let marked = free.iter().position(|one| one.given);
        let Some(at) = marked.or((free.len() >= least && first < free.len()).then_some(first)) else {
            return Vec::new();
        };
        free.remove(at).arguments.into_iter().map(|argument| (role, argument)).collect()
    }

    /// Who of the free names acts, and who is acted upon. `other` says that something without a name is acted upon.
    fn assign(&self, frame: &Frame, free: Vec<Free>, other: bool) -> (Option<Vec<Argument>>, Option<Vec<Argument>>) {
        let before = |one: &Free| self.auxiliary.is_some_and(|auxiliary| one.position < auxiliary);
        let transitive = if frame.needs_object { acts_on_party(frame) } else { frame.object.is_some() };
        let (mut marked, mut plain): (Vec<Free>, Vec<Free>) = free.into_iter().partition(|one| one.object);
        let taken = |list: &mut Vec<Free>| (!list.is_empty()).then(|| list.remove(0).arguments);
        if self.passive {
            plain.append(&mut marked);
            return (None, taken(&mut plain));
        }
        // "Den Händler Arden hat Boreal übernommen."
        if !marked.is_empty() {
            return (taken(&mut plain), taken(&mut marked));
        }
        match plain.len() {
            0 => (None, None),
            1 if !transitive || other || before(&plain[0]) => (taken(&mut plain), None),
            1 => (None, taken(&mut plain)),
            _ if !transitive => (taken(&mut plain), None),
            _ => {
                let object = plain.pop().map(|last| last.arguments);
                (taken(&mut plain), object)
            }
        }
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
        missing.filter(|_| pieces.has_definite(verb, false))
    }

    /// The words of the verb and of a noun it governs.
    pub(super) fn trigger(pieces: &Pieces<'_>, verb: TokenRange, noun: Option<usize>) -> TokenRange {
        noun.map_or(verb, |noun| TokenRange::new(pieces.list[noun].tokens.start, verb.end))
    }
}

/// Whether a party is acted upon: "bringt *Arden* an die Börse".
fn acts_on_party(frame: &Frame) -> bool {
    frame.object.is_some_and(|role| role != Role::Amount)
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
    let noun = clause.positions().rev().find(|&position| is_object(pieces, frame, index, position));
    // "eine Runde, an der sich Boreal beteiligt": the noun that the clause tells about.
    let noun = noun.or_else(|| {
        let before = clause.fields.noun_before(pieces)?;
        before.rev().find(|&position| frame.needs_object && is_object(pieces, frame, index, position))
    });
    // "ist in den Besitz der Boreal übergegangen": what a preposition brings in is not acted upon.
    let place = noun.is_some_and(|noun| {
        let preposition = matches!(pieces.kind(noun), Some(PieceKind::Function(Function::Preposition(_))));
        preposition || pieces.governing_phrase(noun).is_some()
    });
    clause.passive &= frame.object.is_some() || !place;
    let reflexive = clause.positions().any(|at| pieces.list[at].kind == PieceKind::Function(Function::Reflexive));
    if clause.is_negated(pieces) || frame.needs_object && noun.is_none() || frame.reflexive && !reflexive {
        return None;
    }
    let trigger = Clause::trigger(pieces, tokens, noun.filter(|_| frame.needs_object));
    let verb = pieces.position(tokens.start);
    let status = governing_status(pieces, verb, tokens, false).or_else(|| clause.status(pieces));
    let first_noun = clause.positions().find(|&position| is_object(pieces, frame, index, position));
    let mut roles = clause.roles(pieces, frame, first_noun.filter(|_| frame.needs_object));
    // "Für Arden ist ein Käufer gefunden: Boreal"
    let announced = if frame.subject == Some(Role::Target)
        && frame.kind == FrameKind::Acquisition
        && !knows(&roles, Role::Acquirer)
    {
        pieces.revealed(pieces.position(tokens.end))
    } else {
        None
    };
    roles.extend(announced.map(|name| (Role::Acquirer, name)));
    let elided = clause.elided(pieces, frame, verb, &roles);
    let voice = clause.voice();
    let perfect = clause.is_perfect(pieces, verb, tense) && !only_agrees(pieces, tokens);
    Some(FrameMatch { frame, trigger, words: tokens, voice, tense, perfect, roles, status, elided })
}
