//! Who plays which part in a clause that its verb closes.

use super::clause::Clause;
use super::fields::Case;
use super::{Argument, PieceKind, Pieces};
use crate::language::lexicon::schema::{FrameKind, Role};
use crate::language::lexicon::{Frame, Function, Preposition};

/// Who plays which part: names without a preposition are the subject, before the auxiliary, and the object; the others play
/// what their preposition says. `noun` is the noun that the verb governs.
pub(super) fn roles(pieces: &Pieces<'_>, clause: &Clause, frame: &Frame, noun: Option<usize>) -> Vec<(Role, Argument)> {
    let (roles, free) = (Vec::new(), Vec::new());
    let mut parts = Parts { pieces, clause, frame, noun, roles, free, asset: None, nameless: false };
    parts.read_antecedent();
    parts.read_clause();
    parts.share_out();
    // "hat beschlossen, ihre 62 Prozent an die Boreal zu verkaufen": of what was told before.
    let plays = |role: Role| parts.roles.iter().any(|(known, _)| *known == role);
    let sold = frame.kind == FrameKind::Divestiture && plays(Role::Acquirer) && !plays(Role::Target);
    let whole = noun.filter(|_| sold).and_then(|noun| pieces.unnamed_whole(frame, noun));
    parts.roles.extend(whole.map(|whole| (Role::Target, whole)));
    parts.roles
}

/// What is known of the parts of a clause.
struct Parts<'p> {
    pieces: &'p Pieces<'p>,
    clause: &'p Clause,
    frame: &'p Frame,
    /// The noun that the verb governs.
    noun: Option<usize>,
    /// The parts that are given out.
    roles: Vec<(Role, Argument)>,
    /// The names that are still to get one, in order.
    free: Vec<Free>,
    /// Something without a name that can be acted upon.
    asset: Option<Argument>,
    /// Whether something that can be sold has no name behind it.
    nameless: bool,
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

impl Parts<'_> {
    /// Reads the name before a relative clause.
    fn read_antecedent(&mut self) {
        let fields = &self.clause.fields;
        match fields.antecedent(self.pieces) {
            Some((argument, Case::Governed(preposition))) => {
                self.roles.extend(self.frame.after(preposition).map(|role| (role, argument)));
            }
            Some((argument, case)) => self.free.push(Free {
                position: fields.first(),
                arguments: vec![argument],
                object: case == Case::Object,
                given: false,
            }),
            None => {}
        }
    }

    /// Reads the pieces of the clause, but for its asides: "Boreal (Arden)".
    fn read_clause(&mut self) {
        let mut depth = 0usize;
        for at in self.clause.positions() {
            match self.pieces.list[at].kind {
                PieceKind::Open => depth += 1,
                PieceKind::Close => depth = depth.saturating_sub(1),
                _ if depth == 0 => self.read(at),
                _ => {}
            }
        }
    }

    /// Reads the piece at `at`.
    fn read(&mut self, at: usize) {
        let piece = self.pieces.list[at];
        match piece.kind {
            // "51 Prozent der Arden-Anteile"
            PieceKind::Entity(id) if self.pieces.is_compounded(at) => {
                let whole = self.noun.is_some_and(|noun| noun == at + 2 || self.pieces.shares(noun, at + 2));
                self.roles.extend(whole.then_some((Role::Target, Argument::Entity(id, piece.tokens))));
            }
            PieceKind::Entity(id) => self.read_name(at, Argument::Entity(id, piece.tokens)),
            PieceKind::Asset => self.read_asset(at),
            PieceKind::Function(Function::Pronoun) if self.acts(at) => self.free.push(Free {
                position: at,
                arguments: vec![Argument::Anaphor(piece.tokens)],
                object: false,
                given: false,
            }),
            PieceKind::Money(sum) => self.roles.push((Role::Amount, Argument::Money(sum))),
            PieceKind::Percentage(share) => self.roles.push((Role::Stake, Argument::Percentage(share))),
            _ => {}
        }
    }

    /// Whether the pronoun at `at` is the subject of what somebody says, before all names: "teilt mit, dass *es* Arden gekauft
    /// hat", but not "dass Boreal *es* gekauft hat".
    fn acts(&self, at: usize) -> bool {
        self.free.is_empty() && self.clause.fields.is_said(self.pieces) && self.pieces.is_lower(at)
    }

    /// Reads a name, which plays what its preposition says, or is free.
    fn read_name(&mut self, at: usize, name: Argument) {
        if self.knows(&name) {
            return;
        }
        match self.governor(at) {
            // "Vorstand und Aufsichtsrat von Arden" act for Arden.
            Some((preposition, governor)) if !self.pieces.is_acted_for(at) => {
                let role = self.role_behind(preposition, governor);
                // "bei Arden, Boreal und Cairn"
                self.play(role, Some(self.pieces.joined_right(at)));
            }
            None if self.only_owns(at) => {}
            _ => self.free.push(Free {
                position: at,
                arguments: self.pieces.joined_right(at),
                object: self.pieces.is_object_by_article(at),
                given: self.pieces.is_given_by_article(at),
            }),
        }
    }

    /// Whether a name has its place already.
    fn knows(&self, name: &Argument) -> bool {
        self.free.iter().any(|free| free.arguments.contains(name)) || self.roles.iter().any(|(_, known)| known == name)
    }

    /// The preposition that governs the name at `at`, and where it stands.
    fn governor(&self, at: usize) -> Option<(Preposition, usize)> {
        // "in den Besitz der Boreal": the preposition is the noun's own.
        let governed = self.pieces.governing_phrase(at).filter(|(_, preposition)| self.noun != Some(*preposition));
        // "die Mehrheit der Arden": the genitive of the noun.
        governed.or_else(|| self.noun.and_then(|noun| self.pieces.genitive_of(noun, at)))
    }

    /// What is played behind the preposition that stands at `at`.
    fn role_behind(&self, preposition: Preposition, at: usize) -> Option<Role> {
        let own = self.noun.is_some_and(|noun| self.pieces.belongs_to(noun, at));
        // "Angeführt wurde die Runde von Boreal": of no round is anybody part.
        let other = !own || self.clause.fronted && self.frame.kind == FrameKind::FundingRound;
        let acts = self.clause.passive && other && self.pieces.lexicon.grammar.agent == Some(preposition);
        let elsewhere = self.frame.again.filter(|_| self.noun.is_some() && (!own || self.pieces.goes_toward(at)));
        let role = match self.frame.after(preposition) {
            Some(Role::Target) => Some(elsewhere.unwrap_or(Role::Target)),
            Some(Role::Seller) if self.measures_target(at) => Some(Role::Target),
            role => role,
        };
        self.frame.subject.filter(|_| acts).or(role)
    }

    /// "80 Prozent *von Arden*": whether the preposition at `at` says of what a share is, and no other phrase behind it does ("80
    /// Prozent von Cairn an Arden").
    fn measures_target(&self, at: usize) -> bool {
        let pieces = self.pieces;
        let share =
            self.noun.is_some_and(|noun| noun + 1 == at && matches!(pieces.kind(noun), Some(PieceKind::Percentage(_))));
        let target = |at: usize| match pieces.list[at].kind {
            PieceKind::Function(Function::Preposition(preposition)) => {
                self.frame.after(preposition) == Some(Role::Target)
            }
            _ => false,
        };
        share && !self.clause.positions().filter(|&position| position > at).any(target)
    }

    /// Whether the name at `at` only says whose something is: "Der Vorstand der Arden hat die Offerte abgelehnt".
    fn only_owns(&self, at: usize) -> bool {
        let body = || self.frame.subject == Some(Role::Target) && self.pieces.has_body(at);
        self.pieces.is_owner(at) && !self.pieces.is_acted_for(at) && !body()
    }

    /// Reads something that can be sold.
    fn read_asset(&mut self, at: usize) {
        let tokens = self.pieces.list[at].tokens;
        if at >= 2 && self.pieces.is_compounded(at - 2) && self.clause.passive {
            // "die Boreal-Tochter" is somebody named before.
            self.asset = Some(Argument::Description(tokens));
        } else if self.pieces.names(Some(at + 1)) {
            // "die Tochter Arden"
            self.asset.get_or_insert(Argument::Asset(tokens));
        } else if !self.is_brought_in(at) {
            self.asset = Some(Argument::Asset(tokens));
            self.nameless = true;
        }
    }

    /// "in einem großen Geschäft": what a preposition brings in is not acted upon.
    fn is_brought_in(&self, at: usize) -> bool {
        self.pieces.governing_phrase(at).is_some_and(|(preposition, governor)| {
            self.noun != Some(governor) && self.frame.after(preposition) != Some(Role::Target) && !self.clause.passive
        })
    }

    /// Gives the free names their parts, and what has no name the one that is left.
    fn share_out(&mut self) {
        // "Boreal plant, Arden zu übernehmen": who plans acts.
        let governed = self.clause.fields.control.map(|comma| self.pieces.subject(comma));
        self.give(governed.is_none());
        let (subject, object) = match governed {
            Some(subject) => (Some(subject), take(&mut self.free)),
            None => self.sides(),
        };
        self.play(self.frame.subject, subject);
        let of_noun = self.frame.needs_object && !acts_on_party(self.frame);
        let object = object.filter(|_| !of_noun || self.clause.passive);
        let asset = self.asset.filter(|_| !self.frame.needs_object);
        self.play(self.frame.object, object.or_else(|| asset.map(|asset| vec![asset])));
    }

    /// Takes out of the free names to whom something is given: whom an article marks so, or the name behind the subject
    /// where there is a third one, or something without a name is acted upon. `subject` says that one of them acts.
    fn give(&mut self, subject: bool) {
        if self.frame.given.is_none() {
            return;
        }
        let first = usize::from(subject && !self.clause.passive);
        let others = if self.nameless || self.noun.is_some() { 1 } else { 2 };
        let third = self.free.len() >= first + others;
        let marked = self.free.iter().position(|one| one.given);
        if let Some(at) = marked.or(third.then_some(first)) {
            let given = self.free.remove(at).arguments;
            self.play(self.frame.given, Some(given));
        }
    }

    /// Who of the free names acts, and who is acted upon.
    fn sides(&mut self) -> (Option<Vec<Argument>>, Option<Vec<Argument>>) {
        let free = std::mem::take(&mut self.free);
        let (mut marked, mut plain): (Vec<Free>, Vec<Free>) = free.into_iter().partition(|one| one.object);
        if self.clause.passive {
            plain.append(&mut marked);
            return (None, take(&mut plain));
        }
        // "Den Händler Arden hat Boreal übernommen."
        if !marked.is_empty() {
            return (take(&mut plain), take(&mut marked));
        }
        if self.clause.fronted {
            return self.sides_behind(plain);
        }
        let before = |one: &Free| self.clause.auxiliary.is_some_and(|auxiliary| one.position < auxiliary);
        let other = self.asset.is_some() || self.noun.is_some();
        let transitive = if self.frame.needs_object { acts_on_party(self.frame) } else { self.frame.object.is_some() };
        match plain.len() {
            0 => (None, None),
            1 if !transitive || other || before(&plain[0]) => (take(&mut plain), None),
            1 => (None, take(&mut plain)),
            _ if !transitive => (take(&mut plain), None),
            _ => {
                let object = plain.pop().map(|last| last.arguments);
                (take(&mut plain), object)
            }
        }
    }

    /// Who of the names behind a participle and its auxiliary acts: the last, which is news, but for one whose article
    /// says that it acts, or that has none before one that has: "Verkauft hat Arden der Händler *Boreal*", "Verkauft hat
    /// *Boreal* die Brauerei Arden".
    fn sides_behind(&self, mut names: Vec<Free>) -> (Option<Vec<Argument>>, Option<Vec<Argument>>) {
        let article = |one: &Free| self.pieces.leading_article(one.position);
        let first = match &names[..] {
            [] | [_] => true,
            [first, .., last] => match (article(first), article(last)) {
                (Some(true), _) => true,
                (_, Some(true)) => false,
                (None, Some(_)) => true,
                _ => false,
            },
        };
        let subject = if first { take(&mut names) } else { names.pop().map(|last| last.arguments) };
        (subject, take(&mut names))
    }

    /// Notes who plays a part that the frame has.
    fn play(&mut self, role: Option<Role>, who: Option<Vec<Argument>>) {
        let Some(role) = role else { return };
        self.roles.extend(who.into_iter().flatten().map(|one| (role, one)));
    }
}

/// Takes the first of some names, with those it is joined to.
fn take(names: &mut Vec<Free>) -> Option<Vec<Argument>> {
    if names.is_empty() { None } else { Some(names.remove(0).arguments) }
}

/// Whether a party is acted upon: "bringt *Arden* an die Börse".
fn acts_on_party(frame: &Frame) -> bool {
    frame.object.is_some_and(|role| role != Role::Amount)
}
