//! What a verb or preposition has as its object: names, something sold, a sum, or a description of somebody named before.

use super::arguments::{CLAUSE, MODIFIERS, REACH};
use super::pieces::is_possessive;
use super::{Argument, PieceKind, Pieces};
use crate::language::Class;
use crate::language::lexicon::schema::{FrameKind, Role};
use crate::language::lexicon::{DealCue, Frame, Function};
use crate::text::TokenRange;

impl Pieces<'_> {
    /// The subject of the active verb at `start` that is no name before it: one that a cleft sentence tells, or something
    /// that passes to somebody ("63 shops go to Boreal").
    pub(super) fn other_subject(&self, frame: &Frame, start: usize, end: usize) -> Vec<Argument> {
        let passes = frame.kind == FrameKind::Acquisition && frame.subject == Some(Role::Target) && !frame.needs_object;
        let cleft = self.cleft_subject(start, end);
        if cleft.is_empty() && passes { self.sold_subject(start) } else { cleft }
    }

    /// Something sold that is the subject of the passive verb at piece `from`: "63 shops were sold to".
    pub(super) fn sold_subject(&self, from: usize) -> Vec<Argument> {
        let mut found = None;
        // The comma that closes an aside right before the verb, or sets a participle apart, does not end the clause.
        let helps = |at: &usize| matches!(self.list[*at].kind, PieceKind::Function(Function::Be | Function::Have));
        let verb = from - (0..from).rev().take_while(helps).count();
        let mut apart = verb > 0 && self.list[verb - 1].kind == PieceKind::Comma;
        for at in (0..from).rev().take(CLAUSE) {
            match self.list[at].kind {
                PieceKind::Comma if std::mem::replace(&mut apart, false) || at + 1 == verb => {}
                PieceKind::Asset => found = Some(at),
                PieceKind::Body if self.can_be_sold(at) => found = Some(at),
                PieceKind::Comma
                | PieceKind::Break
                | PieceKind::Function(Function::Subordinator | Function::Relative) => {
                    break;
                }
                _ => {}
            }
        }
        let Some(noun) = found else { return Vec::new() };
        // "The company is sold by": one told of before.
        let article =
            noun.checked_sub(1).filter(|&at| self.kind(at) == Some(PieceKind::Function(Function::Determiner)));
        if article.is_some_and(|article| self.describes(article, noun)) {
            return vec![Argument::Description(self.list[noun].tokens)];
        }
        let adjectives =
            (0..noun).rev().take(MODIFIERS).take_while(|&at| self.kind(at) == Some(PieceKind::Word)).count();
        self.asset(noun, self.list[noun - adjectives].tokens.start)
    }

    /// The part of its owner that is meant where a subject is only the owner of what can be sold: "the Dutch arm of Arden",
    /// "Arden's Dutch arm".
    pub(super) fn part_of_subject(&self, subject: &[Argument]) -> Option<Argument> {
        let [Argument::Entity(_, name)] = subject else { return None };
        let position = self.position(name.start);
        if self.kind(position + 1) == Some(PieceKind::Possessive) {
            let start = self.list.get(position + 2)?.tokens.start;
            return self.owned(position, start).into_iter().find(|part| matches!(part, Argument::Asset(_)));
        }
        let (_, preposition) = self.governing_phrase(position)?;
        let noun = preposition.checked_sub(1).filter(|&noun| {
            matches!(self.kind(noun), Some(PieceKind::Asset | PieceKind::Body))
                && self.has_cue(self.list[noun].tokens.start, DealCue::Asset)
        })?;
        let adjectives =
            (0..noun).rev().take(MODIFIERS).take_while(|&at| self.kind(at) == Some(PieceKind::Word)).count();
        let start = self.list[noun - adjectives].tokens.start;
        Some(Argument::Asset(TokenRange::new(start, self.list[noun].tokens.end)))
    }

    /// Whether a sum is told of what the noun phrase at `at` says, before the clause ends.
    pub(super) fn is_priced(&self, at: usize) -> bool {
        let clause = self.list[at..].iter().take(REACH).take_while(|piece| {
            !matches!(piece.kind, PieceKind::Break | PieceKind::Function(Function::Subordinator | Function::Relative))
        });
        clause.filter(|piece| matches!(piece.kind, PieceKind::Money(_))).count() > 0
    }

    /// The object that starts at piece `from`: names, something sold, or nothing.
    pub(super) fn object(&self, from: usize) -> Vec<Argument> {
        let mut words = 0;
        let mut start = None;
        let mut article = from.checked_sub(1).filter(|&before| self.holds_article(before));
        for position in from..self.list.len().min(from + REACH) {
            let piece = self.list[position];
            match piece.kind {
                PieceKind::Entity(_) => {
                    if self.kind(position + 1) == Some(PieceKind::Possessive) {
                        let part = self.list.get(position + 2).map_or(piece.tokens, |part| part.tokens);
                        return self.owned(position, start.unwrap_or(part.start));
                    }
                    // "Arden sites" are a part of Arden.
                    let described = self.described(position);
                    if described.is_none() && self.has_part_behind(position) {
                        return self.asset(position + 1, start.unwrap_or(piece.tokens.start));
                    }
                    return self.joined_right(described.unwrap_or(position));
                }
                // "The retailer's brands" are not the retailer.
                PieceKind::Word if self.owns_next(position) => start = None,
                PieceKind::Asset | PieceKind::Word
                    if article.is_some_and(|article| self.describes(article, position)) =>
                {
                    if let Some(name) = self.name_of(position) {
                        return self.joined_right(name);
                    }
                    let sold = self.asset(position, piece.tokens.start);
                    if matches!(sold.first(), Some(Argument::Entity(..))) {
                        return sold;
                    }
                    if let Some(name) = self.apposed(position) {
                        return self.joined_right(name);
                    }
                    let first = start.unwrap_or(piece.tokens.start);
                    return vec![Argument::Description(TokenRange::new(first, piece.tokens.end))];
                }
                PieceKind::Asset | PieceKind::Word
                    if article.is_some_and(|article| article + 1 == position) && self.is_named(position) =>
                {
                    return self.joined_right(self.name_of(position).unwrap_or(position));
                }
                // "die Wartung der Anlagen" is nothing that is sold.
                PieceKind::Asset if words > 0 && article.is_some_and(|at| at > from && self.is_genitive(at)) => break,
                PieceKind::Asset => {
                    return self.asset(position, start.unwrap_or(piece.tokens.start));
                }
                PieceKind::Body if self.can_be_sold(position) => {
                    return self.asset(position, start.unwrap_or(piece.tokens.start));
                }
                // "Portland, Maine, brewer Arden", "the stock and related assets of Arden"
                PieceKind::Comma if self.kind(position - 1) == Some(PieceKind::Name) => {}
                PieceKind::Function(Function::Conjunction)
                    if words > 0 && matches!(self.kind(position + 1), Some(PieceKind::Word | PieceKind::Asset)) => {}
                // "three customers, of whom Arden"
                PieceKind::Comma
                    if article.is_some()
                        && self.kind(position + 1) == Some(PieceKind::Function(Function::Relative))
                        && self.names(Some(position + 2))
                        && self.closes(position + 3) =>
                {
                    return self.joined_right(position + 2);
                }
                // "a customer, Arden,"
                PieceKind::Comma | PieceKind::Break if article.is_some_and(|article| article >= from) && words > 0 => {
                    let name = self.member(position + 1).filter(|&name| self.closes(name + 1));
                    return name.map(|name| self.joined_right(name)).unwrap_or_default();
                }
                PieceKind::Function(Function::Pronoun) => return vec![Argument::Anaphor(piece.tokens)],
                PieceKind::Money(index) => return vec![Argument::Money(index)],
                PieceKind::Percentage(index) => return vec![Argument::Percentage(index)],
                PieceKind::Function(Function::Determiner) => article = Some(position),
                // "The owners of Arden" act for Arden.
                PieceKind::Body if self.body_of(position).is_some() => {
                    return self.body_of(position).map(|name| self.joined_right(name)).unwrap_or_default();
                }
                // "from new investors, Arden and Boreal"
                PieceKind::Comma
                    if self.kind(position - 1) == Some(PieceKind::Body)
                        && position > from
                        && self.names(Some(position + 1)) =>
                {
                    return self.joined_right(position + 1);
                }
                PieceKind::Body => words += 1,
                PieceKind::Mark | PieceKind::Date => {}
                // "for up to 34% of"
                PieceKind::Function(Function::Preposition(_)) if words == 0 && self.measures(position) => {}
                PieceKind::Word | PieceKind::Name if words < MODIFIERS => {
                    start.get_or_insert(piece.tokens.start);
                    words += 1;
                }
                // "its canneries for 3 million": what has a price can be sold, whatever it is.
                PieceKind::Function(Function::Preposition(_)) if words > 0 => {
                    let own = |at: usize| {
                        self.lexicon.names.is(self.reading.word_id(self.list[at].tokens.start), Class::Possessive)
                    };
                    let last = self.list[position - 1].tokens.end;
                    let opens = |article: usize, start: usize| self.list[article].tokens.end <= start;
                    return match start {
                        Some(start)
                            if article.is_some_and(|article| own(article) && opens(article, start))
                                && self.is_priced(position) =>
                        {
                            vec![Argument::Asset(TokenRange::new(start, last))]
                        }
                        _ => Vec::new(),
                    };
                }
                _ => break,
            }
        }
        Vec::new()
    }

    /// Whether nothing but a percentage, with its article, stands behind the preposition at `at`.
    fn measures(&self, at: usize) -> bool {
        let article = self.kind(at + 1) == Some(PieceKind::Function(Function::Determiner));
        matches!(self.kind(at + 1 + usize::from(article)), Some(PieceKind::Percentage(_)))
    }

    /// Whether the preposition at `at` holds the article of what stands behind it: "du fabricant".
    pub(super) fn holds_article(&self, at: usize) -> bool {
        let Some(piece) = self.list.get(at) else { return false };
        let preposition = matches!(piece.kind, PieceKind::Function(Function::Preposition(_)));
        let holds =
            || self.reading.longest(&self.lexicon.grammar.melted, piece.tokens.start, self.tokens.end).is_some();
        preposition && holds()
    }

    /// The name of the company that the body at `at` acts for.
    pub(super) fn body_of(&self, at: usize) -> Option<usize> {
        let preposition = matches!(self.kind(at + 1), Some(PieceKind::Function(Function::Preposition(_))));
        // "The unit of Arden", but "bought the unit from Arden".
        let start = self.list[at].tokens.start;
        let owned = || self.reading.longest(&self.lexicon.deals.owners, start, self.tokens.end).is_some();
        let part = preposition && self.has_cue(start, DealCue::Asset) && !owned();
        preposition.then(|| self.member(at + 2)).flatten().filter(|_| !part)
    }

    /// Whether the article at `article` and the noun at `noun` mean a company named before: the article is definite, the
    /// noun one for companies, and no name follows that it belongs to.
    pub(super) fn describes(&self, article: usize, noun: usize) -> bool {
        let at = |position: usize| self.list[position].tokens.start;
        let grammar = &self.lexicon.grammar;
        let indefinite = self.reading.longest(&grammar.indefinites, at(article), self.tokens.end).is_some();
        let names = &self.lexicon.names;
        // "Its products group" is a part of somebody.
        if names.is(self.reading.word_id(at(article)), Class::Possessive) && self.has_cue(at(noun), DealCue::Asset) {
            return false;
        }
        // "The dairy business": where nouns say more of nouns, the last of them is meant.
        if grammar.of.is_none() && self.kind(noun + 1) == Some(PieceKind::Asset) {
            return false;
        }
        // "The paper business of Arden" is a part of it too.
        let of = |at: usize| {
            let piece = self.list.get(at);
            let piece = piece.filter(|piece| matches!(piece.kind, PieceKind::Function(Function::Preposition(_))));
            piece.is_some_and(|piece| names.is(self.reading.word_id(piece.tokens.start), Class::Of))
        };
        if article + 1 < noun && of(noun + 1) && self.names(Some(noun + 2)) && self.has_cue(at(noun), DealCue::Asset) {
            return false;
        }
        let company = || {
            let word = self.reading.word_id(at(noun));
            // "The division of Arden" is a part of it.
            let part = || {
                let of = self.lexicon.grammar.of.map(|of| PieceKind::Function(Function::Preposition(of)));
                of.is_some() && self.kind(noun + 1) == of && self.has_cue(at(noun), DealCue::Asset)
            };
            let bare = article + 1 == noun && !self.continues(noun) && !part();
            self.is_company_noun(noun)
                // "the sale of the business to"
                || bare && names.is(word, Class::Generic)
                || article + 1 == noun
                    && names.is(self.reading.word_id(at(noun)), Class::Nationality)
                    && !self.continues(noun)
                    // "den US-Konzern Arden"
                    && !self.is_compounded(noun)
        };
        !indefinite && company() && !matches!(self.kind(noun + 1), Some(PieceKind::Entity(_)))
    }

    /// Whether the noun at `at` says whose what follows is: "the retailer's".
    fn owns_next(&self, at: usize) -> bool {
        let tokens = self.list[at].tokens;
        tokens.len() > 1 && is_possessive(self.reading.document().word(tokens.end - 1))
    }

    /// The name that ends the noun phrase whose noun stands at `noun`: "the manager of funds Arden".
    pub(super) fn name_of(&self, noun: usize) -> Option<usize> {
        // "gli svedesi di Arden"
        let of = |at: usize| match self.kind(at) {
            Some(PieceKind::Function(Function::Preposition(preposition))) => {
                self.lexicon.grammar.of == Some(preposition)
            }
            _ => false,
        };
        if self.lexicon.grammar.drops_subject && self.is_nation(noun) && of(noun + 1) {
            return self.member(noun + 2);
        }
        let goes_on = |at: &usize| {
            matches!(
                self.kind(*at),
                Some(
                    PieceKind::Word
                        | PieceKind::Asset
                        | PieceKind::Function(Function::Preposition(_) | Function::Determiner)
                )
            )
        };
        let end = (noun + 1..self.list.len().min(noun + 1 + MODIFIERS)).find(|at| !goes_on(at))?;
        let named = matches!(self.kind(end), Some(PieceKind::Entity(_)))
            && matches!(self.kind(end - 1), Some(PieceKind::Word | PieceKind::Asset));
        named.then_some(end)
    }

    /// The name behind the noun phrase whose noun stands at `noun`, between commas: "the parent of the firm, Arden,".
    fn apposed(&self, noun: usize) -> Option<usize> {
        let goes_on = |at: &usize| {
            matches!(
                self.kind(*at),
                Some(
                    PieceKind::Word
                        | PieceKind::Asset
                        | PieceKind::Body
                        | PieceKind::Function(Function::Preposition(_) | Function::Determiner)
                )
            )
        };
        let comma = (noun + 1..self.list.len().min(noun + 2 + MODIFIERS)).find(|at| !goes_on(at))?;
        let name = if self.kind(comma) == Some(PieceKind::Comma) { self.member(comma + 1) } else { None };
        let ends = [Some(PieceKind::Comma), Some(PieceKind::Function(Function::Conjunction))];
        name.filter(|&name| ends.contains(&self.kind(name + 1)))
    }

    /// Whether a noun phrase goes on behind the piece at `at`.
    pub(super) fn continues(&self, at: usize) -> bool {
        matches!(self.kind(at + 1), Some(PieceKind::Word | PieceKind::Asset | PieceKind::Body | PieceKind::Entity(_)))
    }

    /// The name that the name at `at` and the noun behind it only describe: "Arden maker Boreal".
    pub(super) fn described(&self, at: usize) -> Option<usize> {
        let document = self.reading.document();
        let noun = |position: usize| {
            let tokens = self.list.get(position)?.tokens;
            let lower = document.word(tokens.start).starts_with(char::is_lowercase);
            let part = self.kind(position) == Some(PieceKind::Body) && self.has_cue(tokens.start, DealCue::Asset);
            let plain = matches!(self.kind(position), Some(PieceKind::Word | PieceKind::Asset));
            (lower && (plain || part)).then_some(position)
        };
        // "die Übernahme von Arden lässt Boreal": where nouns have capitals, it is a verb.
        let first = noun(at + 1).filter(|_| !self.lexicon.grammar.verb_last)?;
        let last = noun(first + 1).unwrap_or(first);
        matches!(self.kind(last + 1), Some(PieceKind::Entity(_))).then_some(last + 1)
    }

    /// "Arden’s paper business": something of the name at `at`, or the name itself where nothing sold follows.
    pub(super) fn owned(&self, at: usize, start: usize) -> Vec<Argument> {
        let owner = match self.list[at].kind {
            PieceKind::Entity(id) => Argument::Entity(id, self.list[at].tokens),
            _ => return Vec::new(),
        };
        for position in at + 2..self.list.len().min(at + 2 + MODIFIERS) {
            match self.list[position].kind {
                PieceKind::Asset => return self.asset(position, start),
                PieceKind::Body if self.can_be_sold(position) => return self.asset(position, start),
                PieceKind::Entity(_) => return self.joined_right(position),
                PieceKind::Word | PieceKind::Name | PieceKind::Mark => {}
                PieceKind::Function(Function::Conjunction) if self.shares_noun(position) => {}
                _ => break,
            }
        }
        vec![owner]
    }

    /// Whether the words on both sides of the conjunction at `at` say more of one noun: "paper *and* glass business".
    fn shares_noun(&self, at: usize) -> bool {
        let speaks = |at: usize| {
            let start = self.list[at].tokens.start;
            self.reading.longest(&self.lexicon.deals.triggers, start, self.tokens.end).is_some()
        };
        self.kind(at - 1) == Some(PieceKind::Word)
            && self.kind(at + 1) == Some(PieceKind::Word)
            && !speaks(at + 1)
            && matches!(self.kind(at + 2), Some(PieceKind::Asset | PieceKind::Body))
    }

    /// Something sold, whose noun stands at `at`: by its name where one follows ("its paper unit Arden").
    pub(super) fn asset(&self, at: usize, start: usize) -> Vec<Argument> {
        let mut end = at;
        while matches!(self.kind(end + 1), Some(PieceKind::Asset))
            || self.kind(end + 1) == Some(PieceKind::Body) && self.can_be_sold(end + 1)
        {
            end += 1;
        }
        let mut next = end + 1;
        if matches!(self.kind(next), Some(PieceKind::Comma | PieceKind::Mark)) {
            next += 1;
        }
        match self.kind(next) {
            Some(PieceKind::Entity(_)) => self.joined_right(next),
            _ if let Some(name) = self.name_behind(end) => self.joined_right(name),
            _ if let Some(name) = self.name_behind_adjective(end) => self.joined_right(name),
            _ => vec![Argument::Asset(TokenRange::new(start, self.list[self.with_adjective(end)].tokens.end))],
        }
    }

    /// The last piece of the noun phrase whose noun stands at `noun`, with an adjective behind it where the language has
    /// them there: "la branche *textile*".
    fn with_adjective(&self, noun: usize) -> usize {
        let last = self.extended(noun);
        let adjective = || {
            let start = self.list.get(last + 1)?.tokens.start;
            let speaks = self.reading.longest(&self.lexicon.deals.triggers, start, self.tokens.end).is_some();
            let next = match self.kind(last + 2) {
                Some(PieceKind::Function(Function::Preposition(next))) => self.lexicon.grammar.of == Some(next),
                _ => self.closes(last + 2),
            };
            (self.kind(last + 1) == Some(PieceKind::Word) && next && !speaks).then_some(last + 1)
        };
        if last == noun && self.lexicon.grammar.of.is_some() { adjective().unwrap_or(last) } else { last }
    }

    /// The name set off by commas behind the noun phrase whose noun stands at `noun`: "su filial peruana de cemento,
    /// *Arden*,".
    fn name_behind(&self, noun: usize) -> Option<usize> {
        let mut last = self.extended(noun);
        while self.kind(last + 1) == Some(PieceKind::Word) && last - noun < MODIFIERS {
            last = self.extended(last + 1);
        }
        // "a sua unidade de estradas, a Arden,"
        let article = self.kind(last + 2) == Some(PieceKind::Function(Function::Determiner));
        let name = last + 2 + usize::from(article);
        let apart = self.kind(last + 1) == Some(PieceKind::Comma) && self.names(Some(name));
        let closed = matches!(self.kind(name + 1), None | Some(PieceKind::Comma | PieceKind::Break | PieceKind::Mark));
        (apart && closed && last > noun).then_some(name)
    }

    /// The name behind the noun at `noun` and one word that says more of it, where adjectives stand behind: "la divisione
    /// italiana *Arden*".
    fn name_behind_adjective(&self, noun: usize) -> Option<usize> {
        let word = self.list.get(noun + 1).filter(|piece| piece.kind == PieceKind::Word)?;
        let verb = self.reading.longest(&self.lexicon.deals.triggers, word.tokens.start, self.tokens.end).is_some();
        let behind = self.lexicon.grammar.drops_subject && !verb && self.names(Some(noun + 2));
        (behind && self.kind(noun + 3) != Some(PieceKind::Possessive)).then_some(noun + 2)
    }

    /// Whether the noun at `at`, which can act for its company, is a part of it that can be sold ("its paper unit").
    pub(super) fn can_be_sold(&self, at: usize) -> bool {
        let adjective =
            at > 0 && matches!(self.list[at - 1].kind, PieceKind::Word | PieceKind::Name | PieceKind::Asset);
        let behind = self.list.get(at + 1).map(|piece| piece.kind);
        // "la branche textile": where adjectives stand behind.
        let follows = self.lexicon.grammar.of.is_some() && behind == Some(PieceKind::Word);
        (adjective || follows || matches!(behind, Some(PieceKind::Entity(_) | PieceKind::Comma)))
            && self.has_cue(self.list[at].tokens.start, DealCue::Asset)
    }

    /// Whether nothing of the clause goes on at `at`.
    pub(super) fn closes(&self, at: usize) -> bool {
        match self.list.get(at) {
            None => true,
            Some(piece) => matches!(
                piece.kind,
                PieceKind::Comma | PieceKind::Break | PieceKind::Mark | PieceKind::Function(Function::Conjunction)
            ),
        }
    }

    /// Whether a noun for parts of a company stands right behind the name at `name`, and belongs to it.
    fn has_part_behind(&self, name: usize) -> bool {
        self.kind(name + 1) == Some(PieceKind::Asset)
            && !self.is_company_noun(name + 1)
            && !matches!(self.kind(name + 2), Some(PieceKind::Entity(_)))
    }

    /// Who owns what is sold, where its words say so behind it: "the paper business *of Arden*".
    pub(super) fn owner_behind(&self, asset: TokenRange) -> Option<Argument> {
        let of = self.position(asset.end);
        let piece = self.list.get(of)?;
        let preposition = matches!(piece.kind, PieceKind::Function(Function::Preposition(_)));
        let is_of = preposition && self.lexicon.names.is(self.reading.word_id(piece.tokens.start), Class::Of);
        self.joined_right(self.member(of + 1).filter(|_| is_of)?).into_iter().next()
    }

    /// Whether a name owns what follows: "Arden's".
    pub(super) fn is_possessive(&self, name: &Argument) -> bool {
        matches!(name, Argument::Entity(_, tokens) if self.kind(self.position(tokens.end)) == Some(PieceKind::Possessive))
    }

    /// Who owns what is sold, where an article in the genitive says so behind it: "das Werk *der Arden AG*".
    pub(super) fn owner_in_genitive(&self, asset: TokenRange) -> Option<Argument> {
        let article = self.position(asset.end);
        let name = self.member(article).filter(|_| self.is_genitive(article))?;
        self.joined_right(name).into_iter().next()
    }

    /// Who owns the object that starts at piece `from`: "Arden’s paper unit Boreal".
    pub(super) fn owner(&self, from: usize) -> Option<Argument> {
        let first = (from..self.list.len().min(from + MODIFIERS))
            .find(|&at| matches!(self.list[at].kind, PieceKind::Entity(_)))?;
        let PieceKind::Entity(id) = self.list[first].kind else { return None };
        let owned = self.kind(first + 1) == Some(PieceKind::Possessive);
        if !owned && self.has_part_behind(first) {
            return Some(Argument::Entity(id, self.list[first].tokens));
        }
        let other = owned.then(|| self.owned(first, self.list[first].tokens.start))?;
        let itself = matches!(other.first(), Some(Argument::Entity(named, _)) if *named == id);
        (!itself && !other.is_empty()).then_some(Argument::Entity(id, self.list[first].tokens))
    }
}
