//! Arguments that stand outside the clause of their trigger: in front of it, or behind another verb whose subject it is.

use super::arguments::{CLAUSE, REACH};
use super::needed::{is_object, object_tokens};
use super::trigger::NEAR;
use super::{Argument, Piece, PieceKind, Pieces};
use crate::language::lexicon::schema::{FrameKind, Role, ShareRole};
use crate::language::lexicon::{DealCue, Frame, Function, PartOfSpeech, Tense};

/// Small words before a noun that opens a sentence: "thanks to the planned".
const HEAD: usize = 4;
/// Adverbs before a participle that opens a sentence: "already bought in May by".
const OPENING: usize = 2;

impl Pieces<'_> {
    /// Whom the participle at piece `start`, which opens its sentence, is about: the subject behind the comma that closes
    /// it. "Bought by Boreal in May, Arden will".
    pub(super) fn fronted_subject(&self, start: usize, end: usize) -> Option<Argument> {
        let before = |at: &usize| self.kind(*at) != Some(PieceKind::Break);
        let words = (0..start).rev().take_while(before);
        let adverb = |at: usize| matches!(self.kind(at), Some(PieceKind::Word | PieceKind::Date | PieceKind::Mark));
        if words.clone().count() > OPENING || !words.into_iter().all(adverb) {
            return None;
        }
        let comma = (end..self.list.len().min(end + CLAUSE)).find(|&at| self.kind(at) == Some(PieceKind::Comma))?;
        self.subject_at(comma + 1)
    }

    /// Who acts in the phrase of the participle at piece `start` that opens its sentence: "*By* buying Arden, Boreal",
    /// "Having bought Arden, it".
    pub(super) fn subject_of_opening(&self, start: usize, end: usize) -> Option<Argument> {
        let small = |piece: &Piece| {
            use Function::{Have, Preposition, Reflexive};
            matches!(
                piece.kind,
                PieceKind::Word | PieceKind::Mark | PieceKind::Function(Have | Preposition(_) | Reflexive)
            )
        };
        if start > HEAD || !self.list[..start].iter().all(small) {
            return None;
        }
        let near = end..self.list.len().min(end + CLAUSE);
        let mut commas = near.filter(|&at| self.kind(at) == Some(PieceKind::Comma));
        commas.find_map(|comma| self.subject_at(comma + 1))
    }

    /// Whether the verb at piece `start`, in one of `forms`, can open a phrase whose subject the clause behind it names:
    /// "buying Arden, Boreal", "tras comprar Arden, Boreal".
    pub(super) fn can_open(&self, start: usize, forms: &[PartOfSpeech]) -> bool {
        let before = || start.checked_sub(1).and_then(|before| self.kind(before));
        forms.iter().any(|form| match form {
            PartOfSpeech::Verb(Tense::Gerund | Tense::Participle) => true,
            PartOfSpeech::Verb(Tense::Infinitive) => {
                matches!(before(), Some(PieceKind::Function(Function::Preposition(_))))
            }
            _ => false,
        })
    }

    /// The subject that starts at piece `next`: a name, a pronoun, or a description of somebody named before.
    fn subject_at(&self, next: usize) -> Option<Argument> {
        if let Some(name) = self.member(next).filter(|&name| !self.joins_on(name)) {
            return self.entity(name);
        }
        match self.kind(next)? {
            PieceKind::Function(Function::Pronoun) => Some(Argument::Anaphor(self.list[next].tokens)),
            PieceKind::Function(Function::Determiner)
                if self.kind(next + 1).is_some() && self.describes(next, next + 1) =>
            {
                Some(Argument::Description(self.list[next + 1].tokens))
            }
            _ => None,
        }
    }

    /// Who acts in the deal whose noun, from piece `start` to `end`, only opens the sentence of who does: "After the purchase
    /// of Arden, *Boreal* will".
    pub(super) fn fronted_noun(&self, start: usize, end: usize) -> Option<Argument> {
        let small = |piece: &Piece| {
            matches!(piece.kind, PieceKind::Word | PieceKind::Mark)
                || matches!(piece.kind, PieceKind::Function(Function::Preposition(_) | Function::Determiner))
        };
        let subject = |at: &usize| matches!(self.kind(*at), Some(PieceKind::Function(Function::Determiner)));
        if start == 0 || start > HEAD || subject(&0) || !self.list[..start].iter().all(small) {
            return None;
        }
        if self.lexicon.grammar.verb_last {
            // "Treiber des Kaufs von Arden ist Boreal": only where a phrase opens the sentence.
            let opens =
                matches!(self.kind(0), Some(PieceKind::Function(Function::Preposition(_)))) && !self.is_article(0);
            return if opens { self.behind_second(end) } else { None };
        }
        let phrase = (end..self.list.len().min(end + CLAUSE)).find(|&at| {
            matches!(self.kind(at), Some(PieceKind::Comma | PieceKind::Break))
                || matches!(self.kind(at), Some(PieceKind::Function(Function::Be | Function::Have)))
        });
        let comma = phrase.filter(|&at| self.kind(at) == Some(PieceKind::Comma))?;
        // "After the purchase of Arden, completed in May, Boreal will"
        let aside = || {
            let closes = |at: &usize| self.kind(*at) == Some(PieceKind::Comma);
            let close = (comma + 1..self.list.len().min(comma + CLAUSE)).find(closes)?;
            let told = |piece: &Piece| matches!(piece.kind, PieceKind::Entity(_) | PieceKind::Function(Function::Be));
            let nameless = !self.list[comma + 1..close].iter().any(told);
            self.member(close + 1).filter(|_| nameless)
        };
        self.entity(self.member(comma + 1).or_else(aside).filter(|&name| !self.joins_on(name))?)
    }

    /// The subject behind the verb that follows the phrase from piece `end` on, where the verb comes second: "Mit dem Kauf von
    /// Arden wächst *Boreal*".
    fn behind_second(&self, end: usize) -> Option<Argument> {
        let thing = |at: &usize| matches!(self.kind(*at), Some(PieceKind::Entity(_) | PieceKind::Asset));
        let sold = (end..self.list.len().min(end + CLAUSE)).find(thing)?;
        let goes_on = |at: &usize| {
            matches!(
                self.kind(*at),
                Some(
                    PieceKind::Money(_)
                        | PieceKind::Percentage(_)
                        | PieceKind::Date
                        | PieceKind::Name
                        | PieceKind::Asset
                        | PieceKind::Entity(_)
                        | PieceKind::Function(Function::Preposition(_) | Function::Determiner | Function::Conjunction)
                )
            )
        };
        // "an die *dänische* Boreal": an adjective.
        let adjective = |at: usize| {
            let opens =
                matches!(self.kind(at - 1), Some(PieceKind::Function(Function::Determiner | Function::Preposition(_))));
            opens && self.kind(at) == Some(PieceKind::Word) && self.names(Some(at + 1))
        };
        let verb = (sold + 1..self.list.len().min(sold + CLAUSE)).find(|at| !goes_on(at) && !adjective(*at))?;
        let finite = self.is_small_word(verb)
            || matches!(self.kind(verb), Some(PieceKind::Function(Function::Control | Function::Have | Function::Be)));
        self.entity(self.member(self.behind_reflexive(verb + 1)).filter(|_| finite)?)
    }

    /// Something without a name in front of the verb at piece `start` whose subject stands behind it, up to piece `end`, where
    /// nothing follows: "*14 Garagen* übernimmt der Fonds Boreal".
    pub(super) fn fronted_asset(&self, start: usize, end: usize) -> Vec<Argument> {
        let behind = self.object(self.behind_reflexive(end));
        let sold = if behind.is_empty() { self.sold_subject(start) } else { Vec::new() };
        sold.into_iter().filter(|one| matches!(one, Argument::Asset(_))).collect()
    }

    /// Whether the name at `at` is one of a list that goes on: it is no subject yet.
    fn joins_on(&self, at: usize) -> bool {
        let goes_on = matches!(self.kind(at + 1), Some(PieceKind::Comma | PieceKind::Function(Function::Conjunction)));
        goes_on && self.names(Some(at + 2))
    }

    /// The name at `at`.
    pub(super) fn entity(&self, at: usize) -> Option<Argument> {
        match self.kind(at)? {
            PieceKind::Entity(id) => Some(Argument::Entity(id, self.list[at].tokens)),
            _ => None,
        }
    }

    /// What the participle of a round that opens its sentence is about: "Led by Boreal, *the round*", "*it* brings in".
    pub(super) fn fronted_round(&self, frame: &Frame, index: usize, end: usize) -> Option<usize> {
        let comma = (end..self.list.len().min(end + CLAUSE)).find(|&at| self.kind(at) == Some(PieceKind::Comma))?;
        let pronoun = self.kind(comma + 1) == Some(PieceKind::Function(Function::Pronoun));
        let subject = (comma + 1..self.list.len().min(comma + 1 + CLAUSE)).take(OPENING + 1);
        let noun = || subject.into_iter().find(|&at| is_object(self, frame, index, at));
        let round = frame.kind == FrameKind::FundingRound;
        round.then(|| if pronoun { Some(comma + 1) } else { noun() }).flatten()
    }

    /// With whom the deal is made whose word stands at piece `start`: "has signed *with Arden* an agreement to sell".
    pub(super) fn counterparty(&self, start: usize) -> Option<Argument> {
        let with = self.lexicon.grammar.instrument?;
        let stops = |at: &usize| {
            matches!(self.list[*at].kind, PieceKind::Break)
                || matches!(self.list[*at].kind, PieceKind::Function(Function::Subordinator | Function::Relative))
        };
        let clause = (0..start).rev().take(CLAUSE).take_while(|at| !stops(at));
        let is_with = |at: &usize| self.list[*at].kind == PieceKind::Function(Function::Preposition(with));
        let at = clause.into_iter().find(is_with)?;
        let control = |piece: &Piece| piece.kind == PieceKind::Function(Function::Control);
        // "hat sich mit Arden auf den Kauf geeinigt": the verb at the end.
        let last =
            || self.list[at..].iter().take(NEAR + 2).take_while(|piece| piece.kind != PieceKind::Break).any(control);
        let talks = |piece: &Piece| self.has_cue(piece.tokens.start, DealCue::Talks);
        let governed = self.before(at, NEAR).any(|piece| control(piece) || talks(piece))
            || self.lexicon.grammar.verb_last && last();
        self.entity(self.member(at + 1).filter(|_| governed)?)
    }

    /// Who acts in the deal whose noun ends before piece `end`, where a verb says what it makes of them: "the purchase of
    /// Arden *makes Boreal* the leader".
    pub(super) fn enabled(&self, end: usize) -> Option<Argument> {
        let near = self.list[end.min(self.list.len())..].iter().take(REACH);
        let clause = near.take_while(|piece| piece.kind != PieceKind::Break);
        let verb = clause.into_iter().find(|piece| self.has_cue(piece.tokens.start, DealCue::Enables))?;
        let found = self.reading.longest(&self.lexicon.deals.cues, verb.tokens.start, self.tokens.end)?;
        self.entity(self.member(self.position(found.tokens.end))?)
    }

    /// Those that a preposition of `frame` names together before its noun at piece `start`: "talks *between Boreal and Arden*
    /// about a merger".
    pub(super) fn named_between(&self, frame: &Frame, start: usize) -> Vec<Argument> {
        let names = |at: usize| match self.list[at].kind {
            PieceKind::Function(Function::Preposition(preposition))
                if frame.after(preposition) == Some(Role::Partner) =>
            {
                let mut named = self.object(at + 1);
                named.retain(|argument| matches!(argument, Argument::Entity(..)));
                (named.len() > 1).then_some(named)
            }
            _ => None,
        };
        (0..start).find_map(names).unwrap_or_default()
    }

    /// Whose shares a sentence opens with that goes on to a deal at piece `start`: "*Shares in Arden* rose on talk of".
    pub(super) fn traded(&self, start: usize) -> Option<Argument> {
        let shares = self.list.first().filter(|piece| piece.kind == PieceKind::Function(Function::Determiner))?;
        let name = (1..start.min(OPENING + 2)).find(|&at| self.names(Some(at)))?;
        self.entity(name).filter(|_| shares.tokens.len() > 1)
    }

    /// The subject of a heading whose topic is the deal of the noun that ends before piece `end`: "Purchase of Arden:
    /// Boreal makes a bid".
    pub(super) fn headed(&self, end: usize) -> Option<Argument> {
        let colon = (end..self.list.len().min(end + CLAUSE)).find(|&at| self.kind(at) == Some(PieceKind::Break))?;
        let says = |piece: &Piece| {
            matches!(piece.kind, PieceKind::Comma)
                || matches!(piece.kind, PieceKind::Function(Function::Be | Function::Have | Function::Control))
        };
        let topic = self.list[end..colon].iter().all(|piece| !says(piece));
        let is_colon = self.reading.document().word(self.list[colon].tokens.start) == ":";
        self.entity(self.member(colon + 1).filter(|_| topic && is_colon)?)
    }

    /// The two that a preposition for partners joins before the verb at piece `start`: "talks *between Boreal and Arden* to
    /// merge".
    pub(super) fn pair(&self, frame: &Frame, start: usize) -> Vec<Argument> {
        let partners = |at: usize| match self.kind(at) {
            Some(PieceKind::Function(Function::Preposition(preposition))) => {
                frame.after(preposition) == Some(Role::Partner)
            }
            _ => false,
        };
        let joined = (0..start).rev().take(CLAUSE).filter(|&at| partners(at)).map(|at| self.object(at + 1));
        joined.into_iter().find(|names| names.len() > 1).unwrap_or_default()
    }

    /// The only name of the topic that a colon before the clause of the verb at piece `start` sets apart.
    pub(super) fn topic(&self, start: usize) -> Option<Argument> {
        let colon = (0..start).rev().find(|&at| self.kind(at) == Some(PieceKind::Break))?;
        let is_colon = self.reading.document().word(self.list[colon].tokens.start) == ":";
        let mut names = (0..colon).filter(|&at| self.names(Some(at)));
        let name = names.next().filter(|_| is_colon && names.next().is_none())?;
        self.entity(name)
    }

    /// Who does what the relative clause behind the noun that ends before piece `end` tells of it, where its subject
    /// stands around its verb: "the purchase *that Boreal plans*", "la fusión que negocian Boreal y Arden".
    pub(super) fn pursued_by(&self, end: usize) -> Vec<Argument> {
        let stops = |at: &usize| {
            matches!(self.kind(*at), Some(PieceKind::Comma | PieceKind::Break | PieceKind::Function(Function::Be)))
        };
        let near = (end..self.list.len().min(end + NEAR)).take_while(|at| !stops(at));
        let relative = near.into_iter().find(|&at| self.kind(at) == Some(PieceKind::Function(Function::Relative)));
        let Some(relative) = relative.filter(|_| self.lexicon.grammar.drops_subject) else { return Vec::new() };
        let helps =
            |at: usize| matches!(self.kind(at), Some(PieceKind::Function(Function::Have | Function::Reflexive)));
        let verb = if helps(relative + 1) { relative + 2 } else { relative + 1 };
        let tells = matches!(self.kind(verb), Some(PieceKind::Word | PieceKind::Function(Function::Control)));
        let name = self.member(relative + 1).or_else(|| self.member(verb + 1).filter(|_| tells));
        name.map(|name| self.joined_right(name)).unwrap_or_default()
    }

    /// What the relative clause behind the noun that ends before piece `end` says the deal is about: "la opa que lanzó Boreal
    /// *sobre Arden*".
    pub(super) fn pursued(&self, frame: &Frame, end: usize) -> Option<Argument> {
        let grammar = &self.lexicon.grammar;
        let stops = |at: &usize| matches!(self.kind(*at), Some(PieceKind::Comma | PieceKind::Break));
        let over = |at: &usize| match self.kind(*at) {
            Some(PieceKind::Function(Function::Preposition(preposition))) => {
                frame.after(preposition) == Some(Role::Target)
                    && ![grammar.of, grammar.dative].contains(&Some(preposition))
            }
            _ => false,
        };
        let clause = (end..self.list.len().min(end + 2 * CLAUSE)).take_while(|at| !stops(at));
        let at = clause.into_iter().find(over)?;
        self.entity(self.member(at + 1)?)
    }

    /// The name that the verb ending before piece `end` only announces: "Arden has found a buyer: *Boreal*", "a buyer,
    /// Boreal,".
    pub(super) fn revealed(&self, end: usize) -> Option<Argument> {
        let opens = match self.kind(end)? {
            PieceKind::Break => self.reading.document().word(self.list[end].tokens.start) == ":",
            PieceKind::Comma => true,
            _ => false,
        };
        // "un nuovo proprietario: è la Boreal"
        let is = self.kind(end + 1) == Some(PieceKind::Function(Function::Be));
        let first = end + 1 + usize::from(is);
        self.entity(self.member(first).filter(|&name| opens && self.ends_list(name + 1))?)
    }

    /// Whether neither a clause nor a list goes on at `at`.
    fn ends_list(&self, at: usize) -> bool {
        self.closes(at) && self.kind(at) != Some(PieceKind::Function(Function::Conjunction))
    }

    /// Whom the sentence opens with, where its only say is that a deal was made: "*With Arden*, Boreal makes its third
    /// purchase".
    pub(super) fn instrument(&self) -> Option<Argument> {
        let with = self.lexicon.grammar.instrument?;
        let opens = self.kind(0) == Some(PieceKind::Function(Function::Preposition(with)));
        let name = self.member(1).filter(|&name| opens && self.kind(name + 1) == Some(PieceKind::Comma))?;
        self.entity(name)
    }

    /// Where the phrase goes on behind an aside without a name at the comma at `comma`: "the purchase, announced in May,
    /// of Arden".
    pub(super) fn behind_nameless_aside(&self, comma: usize) -> Option<usize> {
        let closes = |at: &usize| self.kind(*at) == Some(PieceKind::Comma);
        let close = (comma + 1..self.list.len().min(comma + CLAUSE)).find(closes)?;
        let inside = &self.list[comma + 1..close];
        let verb = |kind| matches!(kind, PieceKind::Entity(_) | PieceKind::Function(Function::Relative | Function::Be));
        let next = matches!(self.kind(close + 1), Some(PieceKind::Function(Function::Preposition(_))));
        (next && !inside.iter().any(|piece| verb(piece.kind))).then_some(close + 1)
    }

    /// Whether a share, or the noun for one, stands right before the piece at `at`.
    pub(super) fn follows_share(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).and_then(|before| self.list.get(before)) else { return false };
        let words = || self.reading.longest(&self.lexicon.deals.objects, before.tokens.start, self.tokens.end);
        matches!(before.kind, PieceKind::Percentage(_)) || words().is_some()
    }

    /// What the share, or the noun for one, at piece `noun` is of, where it says so without a name: "45% *of the capital*".
    pub(super) fn unnamed_whole(&self, frame: &Frame, noun: usize) -> Option<Argument> {
        let piece = self.list.get(noun)?;
        let deals = &self.lexicon.deals;
        let words = match piece.kind {
            PieceKind::Percentage(_) => {
                let found = self.reading.longest(&deals.share_after, piece.tokens.end, self.tokens.end)?;
                found.values.contains(&ShareRole::Stake).then_some(found.tokens)?
            }
            PieceKind::Body => self.reading.longest(&deals.objects, piece.tokens.start, self.tokens.end)?.tokens,
            // "The family sells all of the capital."
            PieceKind::Word if frame.kind == FrameKind::Divestiture => object_tokens(self, noun),
            _ => return None,
        };
        // "a shareholder with 30%", but "a shareholder of Arden"
        let named = match self.kind(self.position(words.end)) {
            Some(PieceKind::Function(Function::Preposition(preposition))) => {
                frame.after(preposition) == Some(Role::Target)
            }
            _ => false,
        };
        (!named).then_some(Argument::Whole(words))
    }

    /// Whether the verb at piece `start` only tells of a share what was past already: "the 45% *that it had sold*".
    pub(super) fn tells_of_share(&self, start: usize) -> bool {
        let auxiliaries = &self.lexicon.grammar.pluperfect;
        let past = self
            .before(start, OPENING)
            .any(|piece| self.reading.longest(auxiliaries, piece.tokens.start, self.tokens.end).is_some());
        let relative = |at: &usize| self.kind(*at) == Some(PieceKind::Function(Function::Relative));
        past && (0..start).rev().take(NEAR).find(relative).is_some_and(|at| self.follows_share(at))
    }

    /// Who held the share that ends before piece `end`: "buys the 20% *that Cairn held* in Arden".
    pub(super) fn holder(&self, end: usize) -> Option<Argument> {
        let relative = self.kind(end) == Some(PieceKind::Function(Function::Relative));
        let name = [end + 1, end + 2].into_iter().find_map(|at| self.member(at))?;
        self.entity(name).filter(|_| relative && self.follows_share(end))
    }
}
