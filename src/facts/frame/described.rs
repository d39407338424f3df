//! Nouns that describe a company, named before or right behind them: "the Irish distiller", "the fund manager Arden".

use super::arguments::MODIFIERS;
use super::{PieceKind, Pieces};
use crate::language::Class;
use crate::language::lexicon::{DealCue, Function};

impl Pieces<'_> {
    /// Whether the article at `article` and the noun at `noun` mean a company named before: the article is definite, the
    /// noun one for companies, and no name follows that it belongs to.
    pub(super) fn describes(&self, article: usize, noun: usize) -> bool {
        let start = self.list[article].tokens.start;
        let indefinite = self.reading.longest(&self.lexicon.grammar.indefinites, start, self.tokens.end).is_some();
        // "The dairy business": where nouns say more of nouns, the last of them is meant.
        let goes_on = self.lexicon.grammar.of.is_none() && self.kind(noun + 1) == Some(PieceKind::Asset);
        let named = self.names(Some(noun + 1));
        !indefinite && !goes_on && !named && !self.is_part(article, noun) && self.means_company(article, noun)
    }

    /// Whether the noun at `noun`, behind the article at `article`, is a part of somebody.
    fn is_part(&self, article: usize, noun: usize) -> bool {
        // "Its products group"
        let own = || self.is_class(article, Class::Possessive);
        // "The paper business of Arden"
        let of = || article + 1 < noun && self.means_of(noun + 1) && self.names(Some(noun + 2));
        (own() || of()) && self.has_cue(self.list[noun].tokens.start, DealCue::Asset)
    }

    /// Whether the noun at `noun`, behind the article at `article`, is one for a company.
    fn means_company(&self, article: usize, noun: usize) -> bool {
        // "The division of Arden" is a part of it.
        let part = || self.is_of(noun + 1) && self.has_cue(self.list[noun].tokens.start, DealCue::Asset);
        let bare = article + 1 == noun && !self.continues(noun);
        self.is_company_noun(noun)
            // "the sale of the business to"
            || bare && self.is_class(noun, Class::Generic) && !part()
            // "den US-Konzern Arden"
            || bare && self.is_class(noun, Class::Nationality) && !self.is_compounded(noun)
    }

    /// Whether the piece at `at` begins with a word of that class.
    pub(super) fn is_class(&self, at: usize, class: Class) -> bool {
        self.lexicon.names.is(self.reading.word_id(self.list[at].tokens.start), class)
    }

    /// Whether the preposition stands at `at` that stands between a noun and what it is the noun of.
    pub(super) fn is_of(&self, at: usize) -> bool {
        let of = self.lexicon.grammar.of.map(|of| PieceKind::Function(Function::Preposition(of)));
        of.is_some() && self.kind(at) == of
    }

    /// Whether some preposition stands at `at` that can mean *of*.
    pub(in crate::facts) fn means_of(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(PieceKind::Function(Function::Preposition(_)))) && self.is_class(at, Class::Of)
    }

    /// The name that ends the noun phrase whose noun stands at `noun`: "the manager of funds Arden".
    pub(super) fn name_of(&self, noun: usize) -> Option<usize> {
        // "gli svedesi di Arden"
        if self.lexicon.grammar.drops_subject && self.is_nation(noun) && self.is_of(noun + 1) {
            return self.member(noun + 2);
        }
        let end = (noun + 1..self.list.len().min(noun + 1 + MODIFIERS)).find(|&at| !self.says_more(at))?;
        let noun = matches!(self.kind(end - 1), Some(PieceKind::Word | PieceKind::Asset));
        // "a empresa “Arden”"
        let quoted = self.kind(end) == Some(PieceKind::Mark)
            && matches!(self.reading.document().word(self.list[end].tokens.start), "“" | "«" | "\"");
        let name = end + usize::from(quoted);
        (noun && self.names(Some(name))).then_some(name)
    }

    /// The name behind the noun phrase whose noun stands at `noun`, between commas: "the parent of the firm, Arden,".
    pub(super) fn apposed(&self, noun: usize) -> Option<usize> {
        let goes_on = |at: usize| self.says_more(at) || self.kind(at) == Some(PieceKind::Body);
        let comma = (noun + 1..self.list.len().min(noun + 2 + MODIFIERS)).find(|&at| !goes_on(at))?;
        let name = if self.kind(comma) == Some(PieceKind::Comma) { self.member(comma + 1) } else { None };
        name.filter(|&name| self.closes(self.behind_home(name)))
    }

    /// The piece behind the name at `name` and the place it is in: "Arden *of Norrow*".
    pub(super) fn behind_home(&self, name: usize) -> usize {
        let preposition = matches!(self.kind(name + 1), Some(PieceKind::Function(Function::Preposition(_))));
        let capital = |at: usize| self.kind(at) == Some(PieceKind::Word) && !self.is_small_word(at);
        let home = preposition && (self.kind(name + 2) == Some(PieceKind::Name) || capital(name + 2));
        if home { name + 3 } else { name + 1 }
    }

    /// Whether the piece at `at` can say more of a noun before it: "of funds".
    fn says_more(&self, at: usize) -> bool {
        matches!(
            self.kind(at),
            Some(
                PieceKind::Word
                    | PieceKind::Asset
                    | PieceKind::Function(Function::Preposition(_) | Function::Determiner)
            )
        )
    }

    /// Whether a noun phrase goes on behind the piece at `at`.
    fn continues(&self, at: usize) -> bool {
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

    /// The name of the company that the body at `at` acts for.
    pub(super) fn body_of(&self, at: usize) -> Option<usize> {
        let preposition = match self.kind(at + 1) {
            // "sold by its founders *to Arden*"
            Some(PieceKind::Function(Function::Preposition(preposition))) => {
                ![self.lexicon.grammar.infinitive, self.lexicon.grammar.dative].contains(&Some(preposition))
            }
            _ => false,
        };
        // "The unit of Arden", but "bought the unit from Arden".
        let start = self.list[at].tokens.start;
        let owned = || self.reading.longest(&self.lexicon.deals.owners, start, self.tokens.end).is_some();
        let part = preposition && self.has_cue(start, DealCue::Asset) && !owned();
        preposition.then(|| self.member(at + 2)).flatten().filter(|_| !part)
    }
}
