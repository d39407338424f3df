//! Who owns what: "Arden’s paper business", "the paper business of Arden".

use super::arguments::MODIFIERS;
use super::pieces::is_possessive;
use super::{Argument, PieceKind, Pieces};
use crate::language::lexicon::{DealCue, Function};
use crate::text::TokenRange;

impl Pieces<'_> {
    /// "Arden’s paper business": something of the name at `at`, or the name itself where nothing sold follows.
    pub(super) fn owned(&self, at: usize, start: usize) -> Vec<Argument> {
        let owner = match self.list[at].kind {
            PieceKind::Entity(id) => Argument::Entity(id, self.list[at].tokens),
            _ => return Vec::new(),
        };
        let mut noun = None;
        for position in at + 2..self.list.len().min(at + 2 + MODIFIERS) {
            match self.list[position].kind {
                PieceKind::Asset => return self.asset(position, start),
                PieceKind::Body if self.can_be_sold(position) => return self.asset(position, start),
                PieceKind::Entity(_) => return self.joined_right(position),
                PieceKind::Word => noun = Some(position),
                PieceKind::Name | PieceKind::Mark => {}
                PieceKind::Money(_) if position == at + 2 && self.says_size(position) => {}
                PieceKind::Function(Function::Conjunction) if self.shares_noun(position) => {}
                _ => break,
            }
        }
        // "Arden's kilns" are not Arden, but "Arden's shares" are.
        let thing = noun.filter(|&noun| (at + 2..=noun).all(|at| self.is_thing(at)));
        vec![thing.map_or(owner, |noun| Argument::Asset(TokenRange::new(start, self.list[noun].tokens.end)))]
    }

    /// Whether the word at `at` is neither what frames look for ("shares") nor one of their own words.
    fn is_thing(&self, at: usize) -> bool {
        let start = self.list[at].tokens.start;
        let deals = &self.lexicon.deals;
        let speaks = |at: usize| self.reading.longest(&deals.triggers, at, self.tokens.end).is_some();
        let needed = |at: usize| self.reading.longest(&deals.objects, at, self.tokens.end).is_some();
        self.kind(at) == Some(PieceKind::Word) && !speaks(start) && !needed(start)
    }

    /// Whether the noun at `at` is one that verbs of deals govern: "its *shares* for 3 million" are no thing of their own.
    pub(super) fn is_needed(&self, at: usize) -> bool {
        self.reading.longest(&self.lexicon.deals.objects, self.list[at].tokens.start, self.tokens.end).is_some()
    }

    /// Whether nothing but a noun for who owns or makes it stands behind the name at `at`: "Arden parent", "Arden maker".
    pub(super) fn is_of_holder(&self, at: usize) -> bool {
        let Some(noun) = self.list.get(at + 1).map(|noun| noun.tokens.start) else { return false };
        let holder = self.reading.longest(&self.lexicon.deals.holders, noun, self.tokens.end).map(|found| found.tokens);
        let trader = || self.has_cue(noun, DealCue::Trader).then(|| TokenRange::new(noun, noun + 1));
        let lower = self.reading.document().word(noun).starts_with(char::is_lowercase);
        let Some(words) = holder.or_else(trader).filter(|_| lower) else { return false };
        let end = self.position(words.end);
        self.closes(end) || matches!(self.kind(end), Some(PieceKind::Function(Function::Preposition(_))))
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

    /// Whether the noun at `at` says whose what follows is: "the retailer's".
    pub(super) fn owns_next(&self, at: usize) -> bool {
        let tokens = self.list[at].tokens;
        tokens.len() > 1 && is_possessive(self.reading.document().word(tokens.end - 1))
    }

    /// Who owns the object that starts at piece `from`: "Arden’s paper unit Boreal".
    pub(super) fn owner(&self, from: usize) -> Option<Argument> {
        let first = (from..self.list.len().min(from + MODIFIERS))
            .find(|&at| matches!(self.list[at].kind, PieceKind::Entity(_)))?;
        let PieceKind::Entity(id) = self.list[first].kind else { return None };
        let owned = self.kind(first + 1) == Some(PieceKind::Possessive);
        // "Arden's rival Boreal"
        if owned && self.list.get(first + 2).is_some_and(|noun| self.has_cue(noun.tokens.start, DealCue::Outsider)) {
            return None;
        }
        if !owned && self.has_part_behind(first) {
            return Some(Argument::Entity(id, self.list[first].tokens));
        }
        let other = owned.then(|| self.owned(first, self.list[first].tokens.start))?;
        let itself = matches!(other.first(), Some(Argument::Entity(named, _)) if *named == id);
        (!itself && !other.is_empty()).then_some(Argument::Entity(id, self.list[first].tokens))
    }

    /// Who owns what is sold, where its words say so behind it: "the paper business *of Arden*".
    pub(super) fn owner_behind(&self, asset: TokenRange) -> Option<Argument> {
        let of = self.position(asset.end);
        let name = self.member(of + 1).filter(|_| self.means_of(of))?;
        self.joined_right(name).into_iter().next()
    }

    /// Who owns what is sold, where an article in the genitive says so behind it: "das Werk *der Arden AG*".
    pub(super) fn owner_in_genitive(&self, asset: TokenRange) -> Option<Argument> {
        let article = self.position(asset.end);
        let name = self.member(article).filter(|_| self.is_genitive(article))?;
        self.joined_right(name).into_iter().next()
    }

    /// Whether a name owns what follows: "Arden's".
    pub(super) fn is_possessive(&self, name: &Argument) -> bool {
        matches!(name, Argument::Entity(_, tokens) if self.kind(self.position(tokens.end)) == Some(PieceKind::Possessive))
    }
}
