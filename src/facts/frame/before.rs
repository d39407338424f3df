//! Who stands before a verb as its subject: the nearest name that nothing else governs, or a noun phrase without a name.

use super::arguments::{CLAUSE, HEAD, MODIFIERS};
use super::{Argument, Piece, PieceKind, Pieces};
use crate::entities::EntityId;
use crate::language::lexicon::schema::Role;
use crate::language::lexicon::{DealCue, Function};

impl Pieces<'_> {
    /// The subject of the verb (or the owner of the noun) that starts at piece `from`: the nearest name to the left that
    /// nothing else governs, with the names it is joined to.
    pub(super) fn subject(&self, from: usize) -> Vec<Argument> {
        let mut fallback = None;
        let mut at = from;
        // "Boreal bought Arden and sold Cairn": what stands before the conjunction is the object of another verb.
        let mut joined = self.follows_conjunction(from);
        while at > 0 {
            at -= 1;
            if let Some(first) = self.objects_before(at, from) {
                at = first;
                continue;
            }
            match self.list[at].kind {
                // "el fondo *que impulsan Arden y Cairn* ha comprado": who acts in the clause between is named behind its verb.
                PieceKind::Entity(_) if let Some(relative) = self.relative_around(at, from) => at = relative,
                PieceKind::Entity(_) if let Some(owners) = self.owners_apposed(at) => return owners,
                PieceKind::Entity(id) => match self.governing_phrase(at) {
                    Some((_, position)) => {
                        // "The board of Arden" acts for Arden; "the owner of Arden" is somebody else.
                        let acts = position > 0 && self.list[position - 1].kind == PieceKind::Body;
                        // "Earlier investors, including Arden and Boreal, took part"
                        let members = position > 1
                            && self.list[position - 1].kind == PieceKind::Comma
                            && self.list[position - 2].kind == PieceKind::Body;
                        if members {
                            return self.joined_left(at);
                        }
                        let aside = self.kind(at + 1) == Some(PieceKind::Comma)
                            && position > 0
                            && self.opens_aside(position - 1);
                        if acts && !aside || self.plans(at, from) || self.is_advised(position) {
                            return self.joined_left(at);
                        }
                        at = position;
                    }
                    None if self.follows_control(at) && !self.is_right_before(at, from)
                        || at + 1 < from && self.modifies(at)
                        || std::mem::take(&mut joined) =>
                    {
                        fallback.get_or_insert(Argument::Entity(id, self.list[at].tokens));
                    }
                    None if self.is_taken_on(at, from) => return Vec::new(),
                    None => return self.joined_left(at),
                },
                PieceKind::Function(Function::Pronoun) => return vec![Argument::Anaphor(self.list[at].tokens)],
                PieceKind::Function(Function::Relative) if fallback.is_none() && from - at <= CLAUSE => {
                    let speaker = self.speaker_before(at);
                    return if speaker.is_empty() { self.antecedent(at) } else { speaker };
                }
                PieceKind::Close => {
                    while at > 0 && self.list[at].kind != PieceKind::Open {
                        at -= 1;
                    }
                }
                // "insolvent *since May*" opens no clause.
                PieceKind::Function(Function::Subordinator) if self.kind(at + 1) == Some(PieceKind::Date) => {}
                PieceKind::Function(Function::Subordinator) => break,
                // "Boreal räumt auf: Die Werke übernimmt Cairn": the subject stands behind the verb.
                PieceKind::Break if self.lexicon.grammar.verb_last && self.is_colon(at) && at + 1 < from => break,
                // "Arden, which bought Boreal in May, will": the names of the clause between are none of the verb's.
                PieceKind::Comma => at = self.aside_opens(at).unwrap_or(at),
                _ => {}
            }
        }
        fallback.into_iter().collect()
    }

    /// Whether the verb at piece `from` says what the one named at `at` is up to: "worried about *Arden*'s plan to".
    fn plans(&self, at: usize, from: usize) -> bool {
        let owned = self.kind(at + 1) == Some(PieceKind::Possessive);
        let noun = self.list.get(at + 2..from).unwrap_or_default();
        let inside = |piece: &Piece| {
            matches!(piece.kind, PieceKind::Word | PieceKind::Function(Function::Control | Function::Preposition(_)))
        };
        let control = noun.iter().any(|piece| piece.kind == PieceKind::Function(Function::Control));
        owned && control && noun.len() <= HEAD && noun.iter().all(inside)
    }

    /// Who says what the conjunction at `that` opens, and does it too where nobody else is named: "*Boreal*, del grupo Cairn,
    /// informó que compró".
    fn speaker_before(&self, that: usize) -> Vec<Argument> {
        let verb = that.checked_sub(1).filter(|&verb| self.list[verb].kind == PieceKind::Function(Function::Control));
        let says = |verb: &usize| self.lexicon.grammar.drops_subject && *verb > 0 && !self.names(Some(*verb - 1));
        verb.filter(says).map(|verb| self.subject(verb)).unwrap_or_default()
    }

    /// The pronoun of the relative clause that ends right before the verb at `from` in the name at `at`, its subject: "the
    /// fund *that* back Arden and Cairn has bought". Only where a subject may follow its verb.
    fn relative_around(&self, at: usize, from: usize) -> Option<usize> {
        let between = self.list.get(at + 1..from)?;
        let helps = |piece: &Piece| matches!(piece.kind, PieceKind::Function(Function::Have | Function::Be));
        let comma = usize::from(between.first().is_some_and(|piece| piece.kind == PieceKind::Comma));
        if !self.lexicon.grammar.drops_subject || !between[comma..].iter().all(helps) {
            return None;
        }
        let joined = self.joined_left(at).into_iter().filter_map(|argument| match argument {
            Argument::Entity(_, tokens) => Some(self.position(tokens.start)),
            _ => None,
        });
        let first = joined.min().unwrap_or(at);
        let described = |position: &usize| {
            self.kind(*position) == Some(PieceKind::Function(Function::Determiner)) || self.is_company_noun(*position)
        };
        let noun = first - (0..first).rev().take(HEAD).take_while(described).count();
        let verb = noun
            .checked_sub(1)
            .filter(|&verb| matches!(self.list[verb].kind, PieceKind::Word | PieceKind::Function(Function::Control)))?;
        let have = verb > 0 && self.list[verb - 1].kind == PieceKind::Function(Function::Have);
        let relative = verb.checked_sub(1 + usize::from(have)).filter(|&at| self.is_relative(at))?;
        let noun = relative.checked_sub(1).and_then(|before| self.kind(before))?;
        let antecedent = matches!(noun, PieceKind::Word | PieceKind::Asset | PieceKind::Body | PieceKind::Entity(_));
        antecedent.then_some(relative)
    }

    /// "The present owners of Boreal, *Arden and Cairn*, have": who they are, behind what they own.
    fn owners_apposed(&self, at: usize) -> Option<Vec<Argument>> {
        let closed = self.kind(at + 1) == Some(PieceKind::Comma);
        let mut owners = if closed { self.joined_left(at) } else { return None };
        let Some(Argument::Entity(_, owned)) = owners.first().filter(|_| owners.len() > 2) else { return None };
        let (_, of) = self.governing_phrase(self.position(owned.start))?;
        let end = self.list[of].tokens.start;
        let sells = |from: usize| {
            let found = self.reading.longest(&self.lexicon.deals.parts, self.list[from].tokens.start, end);
            found.is_some_and(|found| found.tokens.end == end && found.values.contains(&Role::Seller))
        };
        if !(of.saturating_sub(HEAD)..of).any(sells) {
            return None;
        }
        owners.remove(0);
        Some(owners)
    }

    /// What those own who are named so before piece `to`: "The present owners of *Boreal*, Arden and Cairn, sell the company".
    pub(in crate::facts) fn owned_by_apposed(&self, to: usize) -> Option<EntityId> {
        let last = (0..to).rev().find(|&at| self.names(Some(at)) && self.owners_apposed(at).is_some())?;
        match self.joined_left(last).first() {
            Some(Argument::Entity(id, _)) => Some(*id),
            _ => None,
        }
    }

    fn is_colon(&self, at: usize) -> bool {
        self.reading.document().word(self.list[at].tokens.start) == ":"
    }

    /// Where the relative clause that the comma at `comma` closes opens, at its own comma.
    fn aside_opens(&self, comma: usize) -> Option<usize> {
        let first = comma.saturating_sub(CLAUSE);
        let relative =
            (first..comma).rev().find(|&at| self.kind(at) == Some(PieceKind::Function(Function::Relative)))?;
        let opening = relative.checked_sub(1)?;
        // "Arden, *in* which", "Arden, *the old firm* that"
        let noun = |at: &usize| {
            use Function::{Determiner, Preposition};
            let word = matches!(self.list[*at].kind, PieceKind::Word | PieceKind::Asset | PieceKind::Mark);
            word || matches!(self.list[*at].kind, PieceKind::Function(Determiner | Preposition(_)))
        };
        let words = (0..=opening).rev().take(MODIFIERS).take_while(noun).count();
        let start = opening.checked_sub(words)?;
        let opens = self.kind(start) == Some(PieceKind::Comma) && (words == 0 || self.names(start.checked_sub(1)));
        opens.then_some(start)
    }

    /// Whether nothing but auxiliaries stands between the name at `at` and the verb at `from`: "said Arden has accepted".
    fn is_right_before(&self, at: usize, from: usize) -> bool {
        let helps = |piece: &Piece| matches!(piece.kind, PieceKind::Function(Function::Have | Function::Be));
        self.list.get(at + 1..from).is_some_and(|between| between.iter().all(helps))
    }

    /// Where the list that the name at `at` ends begins, if another verb buys or sells what it names, which the one at `from` follows
    /// without a conjunction: "sells *Arden and Boreal*, buys Cairn". Where verbs come last the subject may stand there.
    fn objects_before(&self, at: usize, from: usize) -> Option<usize> {
        let parted = at + 2 == from && self.kind(at + 1) == Some(PieceKind::Comma) && self.names(Some(at));
        if !parted || self.lexicon.grammar.verb_last {
            return None;
        }
        let named = |at: &usize| self.names(Some(*at));
        let first = (0..=at).rev().filter(named).take(self.joined_left(at).len()).last().unwrap_or(at);
        (first > 0 && self.speaks(first - 1)).then_some(first)
    }

    /// Whether a conjunction joins the verb at piece `from` to another before it.
    fn follows_conjunction(&self, from: usize) -> bool {
        let helps = |piece: &&Piece| {
            matches!(piece.kind, PieceKind::Function(Function::Have | Function::Be | Function::Control))
        };
        let before = self.list[..from].iter().rev().take(3).find(|piece| !helps(piece));
        before.is_some_and(|piece| piece.kind == PieceKind::Function(Function::Conjunction))
    }

    /// Whether the name at `at` is the object of a verb of saying or deciding right before it.
    fn follows_control(&self, at: usize) -> bool {
        let described = |position: &usize| {
            matches!(self.list[*position].kind, PieceKind::Function(Function::Determiner))
                || self.is_company_noun(*position)
        };
        let words = (0..at).rev().take(HEAD).take_while(described).count();
        // "reported that Arden": what a clause of its own begins with is no object.
        if (at - words..at).any(|word| self.opens_content(word)) {
            return false;
        }
        at.checked_sub(words + 1).is_some_and(|verb| self.list[verb].kind == PieceKind::Function(Function::Control))
            || self.is_hired(at)
    }

    /// Whether the name at `at` does something for whom a verb before it names: "hired *Arden* to sell", "hired bankers at
    /// *Arden* to sell".
    fn is_hired(&self, at: usize) -> bool {
        let inside = |at: &usize| {
            use Function::{Determiner, Preposition};
            matches!(self.list[*at].kind, PieceKind::Word | PieceKind::Function(Determiner | Preposition(_)))
        };
        let hires = |at: usize| self.has_cue(self.list[at].tokens.start, DealCue::Hires);
        (0..at).rev().take(MODIFIERS).take_while(|at| inside(at) || hires(*at)).any(hires)
    }

    /// Whether the name at `at` is hired to do what the verb at piece `from` says: "*Arden* was hired to sell".
    fn is_taken_on(&self, at: usize, from: usize) -> bool {
        let be = |before: usize| self.kind(before) == Some(PieceKind::Function(Function::Be));
        let hires = |verb: usize| self.has_cue(self.list[verb].tokens.start, DealCue::Hires);
        (at + 2..from).take(CLAUSE).any(|verb| hires(verb) && be(verb - 1))
    }

    /// Whether the preposition at `preposition` goes with a verb of advice: "acted *for* Arden on its purchase of".
    fn is_advised(&self, preposition: usize) -> bool {
        let Some(verb) = preposition.checked_sub(1).map(|verb| self.list[verb].tokens) else { return false };
        let words = self.reading.longest(&self.lexicon.deals.cues, verb.start, self.tokens.end);
        words.is_some_and(|words| {
            words.values.contains(&DealCue::Adviser) && words.tokens.has(self.list[preposition].tokens.start)
        })
    }

    /// With whom the one named at `name` agrees, who does what a relative clause behind the name says: "*Cairn* has signed an
    /// agreement with Boreal, which will pay".
    pub(in crate::facts) fn agrees_with(&self, name: usize) -> Option<Argument> {
        let instrument = self.lexicon.grammar.instrument;
        let (_, with) = self.governing_phrase(name).filter(|(preposition, _)| Some(*preposition) == instrument)?;
        let mut verbs = (0..with).rev().take(CLAUSE);
        let verb = verbs.find(|at| self.kind(*at) == Some(PieceKind::Function(Function::Control)))?;
        let agrees = (verb + 1..with).any(|at| self.has_cue(self.list[at].tokens.start, DealCue::DealNoun));
        let relative = self.is_relative(name + 1) || self.is_relative(name + 2);
        match self.subject(verb)[..] {
            [other @ Argument::Entity(..)] if agrees && relative => Some(other),
            _ => None,
        }
    }

    /// Whether the word at `at`, which can be an article, can open a clause too: "that".
    fn opens_content(&self, at: usize) -> bool {
        let found = self.reading.longest(&self.lexicon.grammar.words, self.list[at].tokens.start, self.tokens.end);
        found.is_some_and(|found| found.values.contains(&Function::Relative))
    }

    /// Who is let or helped to do what the infinitive at piece `verb` says: "lets *Boreal* buy", "for *Boreal* to buy".
    pub(super) fn helped_subject(&self, verb: usize) -> Vec<Argument> {
        let grammar = &self.lexicon.grammar;
        // "permet à Boréal *d*'acquérir": where infinitives have no mark of their own.
        let mark = grammar.infinitive.or(grammar.of);
        let marks = |at: usize| match self.kind(at) {
            Some(PieceKind::Function(Function::Preposition(preposition))) => mark == Some(preposition),
            _ => false,
        };
        let marked = verb > 0 && marks(verb - 1);
        let named = verb.checked_sub(1 + usize::from(marked)).filter(|&at| self.names(Some(at)));
        let Some(name) = named.filter(|&at| !self.is_hired(at)) else { return Vec::new() };
        // "agreed with Arden to buy", "is to be bought by Arden to": somebody else does.
        let helped = match self.governing_phrase(name) {
            Some((preposition, _)) => {
                ![grammar.instrument, grammar.agent].contains(&Some(preposition))
                    && (marked || grammar.infinitive.is_some())
            }
            None => false,
        };
        if helped { self.joined_left(name) } else { Vec::new() }
    }

    /// Whether the words before `at` are a definite noun phrase without a name ("the group has"); of a noun trigger it is
    /// only the determiner right before it that counts.
    pub(super) fn has_definite(&self, at: usize, noun: bool) -> bool {
        let mut words = 0;
        let mut position = at;
        while position > 0 {
            position -= 1;
            let start = self.list[position].tokens.start;
            match self.list[position].kind {
                // "The Oslo firm has": where it is.
                PieceKind::Entity(_) if !noun && self.modifies(position) && self.is_company_noun(position + 1) => {
                    words += 1;
                }
                PieceKind::Entity(_) if !noun => match self.governing_phrase(position) {
                    Some((_, preposition)) => position = preposition,
                    None => return false,
                },
                PieceKind::Function(Function::Determiner) => {
                    let grammar = &self.lexicon.grammar;
                    return self.reading.longest(&grammar.indefinites, start, self.tokens.end).is_none();
                }
                PieceKind::Word | PieceKind::Asset | PieceKind::Body | PieceKind::Mark | PieceKind::Name
                    if words < MODIFIERS =>
                {
                    words += 1;
                }
                PieceKind::Function(
                    Function::Be | Function::Have | Function::Control | Function::Reflexive | Function::Dative,
                ) if !noun => {}
                // "The builder of ships has"
                PieceKind::Function(Function::Preposition(_)) if !noun && words > 0 => {}
                // "The group, which employs 300 people, has"
                PieceKind::Comma if !noun && let Some(opening) = self.aside_opens(position) => position = opening,
                // "The group, owner of Arden and Cairn, has": what stands between commas is passed over.
                PieceKind::Comma | PieceKind::Function(Function::Conjunction) if !noun && at - position <= CLAUSE => {}
                _ => return false,
            }
        }
        false
    }

    /// Whether the name at `at` stands between an article and a noun: "an Oslo bank".
    fn modifies(&self, at: usize) -> bool {
        let article = at > 0 && self.kind(at - 1) == Some(PieceKind::Function(Function::Determiner));
        article && matches!(self.kind(at + 1), Some(PieceKind::Word | PieceKind::Asset))
    }

    /// The nearest name before a relative pronoun.
    fn antecedent(&self, relative: usize) -> Vec<Argument> {
        let named = |at: usize| match self.list[at].kind {
            // "Arden, an Oslo bank that": the name of a place or of anything else only modifies the noun.
            PieceKind::Entity(_) if self.modifies(at) || self.is_told(at) => None,
            PieceKind::Entity(id) => Some(Argument::Entity(id, self.list[at].tokens)),
            // "it is she who"
            PieceKind::Function(Function::Pronoun) if at + 1 == relative => {
                Some(Argument::Anaphor(self.list[at].tokens))
            }
            _ => None,
        };
        (0..relative).rev().take(CLAUSE).find_map(named).into_iter().collect()
    }

    /// Whether the name at `at` is the one that something is said to: "comunicó *a Arden* que".
    fn is_told(&self, at: usize) -> bool {
        self.governing_phrase(at).and_then(|(_, position)| position.checked_sub(1)).is_some_and(|before| {
            self.list[before].kind == PieceKind::Function(Function::Control) && self.is_relative(at + 1)
        })
    }

    fn is_relative(&self, at: usize) -> bool {
        self.kind(at) == Some(PieceKind::Function(Function::Relative))
    }

    /// The noun for a part of a company that is the subject of the verb at piece `verb`: "the unit goes to".
    pub(super) fn part_as_subject(&self, verb: usize) -> Option<Argument> {
        let helps = |piece: &&Piece| {
            matches!(piece.kind, PieceKind::Function(Function::Be | Function::Have | Function::Control))
        };
        let last = verb.checked_sub(self.before(verb, CLAUSE).take_while(helps).count() + 1)?;
        // "The unit, based in Lyon, goes to"
        let aside = self.list[last].kind == PieceKind::Comma;
        let before_commas = (last.saturating_sub(CLAUSE)..=last)
            .rev()
            .filter(|&at| aside && self.kind(at + 1) == Some(PieceKind::Comma));
        let part = |noun: &usize| {
            let Piece { kind, tokens } = self.list[*noun];
            self.has_cue(tokens.start, DealCue::Asset)
                && (kind == PieceKind::Body || kind == PieceKind::Asset && !self.is_company_noun(*noun))
        };
        std::iter::once(last).chain(before_commas).find(part).map(|noun| Argument::Description(self.list[noun].tokens))
    }
}
