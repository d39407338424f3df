//! What a verb or preposition has as its object: names, something sold, a sum, or a description of somebody named before.

use std::ops::ControlFlow;

use super::arguments::{MODIFIERS, REACH};
use super::{Argument, PieceKind, Pieces};
use crate::language::Class;
use crate::language::lexicon::{DealCue, Function};
use crate::text::TokenRange;

impl Pieces<'_> {
    /// The object that starts at piece `from`: names, something sold, or nothing.
    pub(super) fn object(&self, from: usize) -> Vec<Argument> {
        let mut phrase = NounPhrase::new(self, from);
        for at in from..self.list.len().min(from + REACH) {
            if let ControlFlow::Break(object) = phrase.read(at) {
                return object;
            }
        }
        Vec::new()
    }

    /// Whether a sum is told of what the noun phrase at `at` says, before the clause ends.
    fn is_priced(&self, at: usize) -> bool {
        let clause = self.list[at..].iter().take(REACH).take_while(|piece| {
            !matches!(piece.kind, PieceKind::Break | PieceKind::Function(Function::Subordinator | Function::Relative))
        });
        clause.filter(|piece| matches!(piece.kind, PieceKind::Money(_))).count() > 0
    }

    /// Whether the sum at `at` only says how large what its noun names is: "a *$5 million* loan book".
    pub(super) fn says_size(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(PieceKind::Money(_)))
            && matches!(self.kind(at + 1), Some(PieceKind::Word | PieceKind::Asset | PieceKind::Body))
            // "the $600m takeover by Boreal" is nothing sold.
            && !self.speaks(at + 1)
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

    /// Whether nothing of the clause goes on at `at`.
    pub(in crate::facts) fn closes(&self, at: usize) -> bool {
        match self.list.get(at) {
            None => true,
            Some(piece) => matches!(
                piece.kind,
                PieceKind::Comma | PieceKind::Break | PieceKind::Mark | PieceKind::Function(Function::Conjunction)
            ),
        }
    }
}

/// Whether a phrase goes on behind a piece, or else what it is: nothing, where the piece stands in no object.
type Step = ControlFlow<Vec<Argument>>;

/// The noun phrase of an object, read piece by piece until one tells what it is.
struct NounPhrase<'p> {
    pieces: &'p Pieces<'p>,
    /// The piece it starts at.
    from: usize,
    /// The piece of its last article.
    article: Option<usize>,
    /// The token that the words before its noun start at.
    start: Option<usize>,
    /// How many words of it have been read, and how many of these can be nouns.
    words: usize,
    nouns: usize,
}

impl<'p> NounPhrase<'p> {
    fn new(pieces: &'p Pieces<'p>, from: usize) -> Self {
        let article = from.checked_sub(1).filter(|&before| pieces.holds_article(before));
        Self { pieces, from, article, start: None, words: 0, nouns: 0 }
    }

    /// Reads the piece at `at`.
    fn read(&mut self, at: usize) -> Step {
        let piece = self.pieces.list[at];
        match piece.kind {
            PieceKind::Entity(_) => Step::Break(self.name(at)),
            PieceKind::Asset | PieceKind::Word => self.noun(at),
            PieceKind::Body => self.body(at),
            PieceKind::Name => self.word(at),
            PieceKind::Money(_)
                if self.article.is_some_and(|article| article + 1 == at && self.pieces.says_size(at)) =>
            {
                Step::Continue(())
            }
            PieceKind::Money(index) => Step::Break(vec![Argument::Money(index)]),
            PieceKind::Percentage(index) => Step::Break(vec![Argument::Percentage(index)]),
            PieceKind::Comma => self.comma(at),
            PieceKind::Break => Step::Break(self.apposed(at).unwrap_or_default()),
            PieceKind::Mark | PieceKind::Date => Step::Continue(()),
            PieceKind::Function(Function::Pronoun) => Step::Break(vec![Argument::Anaphor(piece.tokens)]),
            PieceKind::Function(Function::Preposition(_)) => self.preposition(at),
            // "several shareholders of whom Arden"
            PieceKind::Function(Function::Relative) => Step::Break(self.pieces.listed(self.from, at)),
            // "the stock and related assets of Arden"
            PieceKind::Function(Function::Conjunction)
                if self.words > 0 && matches!(self.pieces.kind(at + 1), Some(PieceKind::Word | PieceKind::Asset)) =>
            {
                Step::Continue(())
            }
            PieceKind::Function(Function::Determiner) => {
                self.article = Some(at);
                Step::Continue(())
            }
            _ => Step::Break(Vec::new()),
        }
    }

    /// The name at `at`, or what of it is meant.
    fn name(&self, at: usize) -> Vec<Argument> {
        let pieces = self.pieces;
        let tokens = pieces.list[at].tokens;
        if pieces.kind(at + 1) == Some(PieceKind::Possessive) {
            let part = at + 2 + usize::from(pieces.says_size(at + 2));
            let part = pieces.list.get(part).map_or(tokens, |part| part.tokens);
            return pieces.owned(at, self.start.unwrap_or(part.start));
        }
        // "Arden sites" are a part of Arden.
        let described = pieces.described(at);
        // "Arden parent" has no name: it owns Arden.
        if described.is_none() && pieces.is_of_holder(at) {
            return Vec::new();
        }
        // "Arden customers" are not Arden.
        if described.is_none() && pieces.has_clientele_behind(at) {
            return Vec::new();
        }
        if described.is_none() && pieces.has_part_behind(at) {
            return pieces.asset(at + 1, self.start.unwrap_or(tokens.start));
        }
        pieces.joined_right(described.unwrap_or(at))
    }

    /// A noun, or a word before one.
    fn noun(&mut self, at: usize) -> Step {
        let pieces = self.pieces;
        let word = pieces.kind(at) == Some(PieceKind::Word);
        // "The retailer's brands" are not the retailer.
        if word && pieces.owns_next(at) {
            self.start = None;
            return Step::Continue(());
        }
        if let Some(outsider) = self.outsider(at) {
            return Step::Break(outsider);
        }
        if self.article.is_some_and(|article| pieces.describes(article, at)) {
            return Step::Break(self.company(at));
        }
        if self.article.is_some_and(|article| article + 1 == at) && pieces.is_named(at) {
            return Step::Break(pieces.joined_right(pieces.name_of(at).unwrap_or(at)));
        }
        // "Boreal compra rede de farmácias Arden": headings leave the article out.
        if self.article.is_none()
            && at == self.from
            && pieces.is_company_noun(at)
            && let Some(name) = pieces.name_of(at)
        {
            return Step::Break(pieces.joined_right(name));
        }
        if word {
            return self.word(at);
        }
        if let Some(name) = self.trader(at) {
            return Step::Break(pieces.joined_right(name));
        }
        // "die Wartung der Anlagen" is nothing that is sold.
        let genitive = |article: usize| article > self.from && pieces.is_genitive(article);
        let owner = self.nouns > 0 && self.article.is_some_and(genitive);
        Step::Break(if owner { Vec::new() } else { self.sold(at) })
    }

    /// "brewery equipment firm *Arden*": the company that deals in what the noun at `at` names.
    fn trader(&self, at: usize) -> Option<usize> {
        let pieces = self.pieces;
        let inside = |at: &usize| pieces.is_small_word(*at) || pieces.kind(*at) == Some(PieceKind::Asset);
        let name = at + 1 + (at + 1..pieces.list.len()).take(MODIFIERS).take_while(inside).count();
        (pieces.is_small_word(name - 1) && pieces.names(Some(name))).then_some(name)
    }

    /// "le concurrent d'Arden, Boréal": who stands beside the company behind the noun at `at`, if it is named.
    fn outsider(&self, at: usize) -> Option<Vec<Argument>> {
        let pieces = self.pieces;
        let outsider = || pieces.has_cue(pieces.list[at].tokens.start, DealCue::Outsider);
        let beside = pieces.means_of(at + 1) && pieces.names(Some(at + 2)) && outsider();
        let name = (beside && pieces.kind(at + 3) == Some(PieceKind::Comma)).then(|| pieces.member(at + 4)).flatten();
        beside.then(|| name.map(|name| pieces.joined_right(name)).unwrap_or_default())
    }

    /// The company that the noun at `at` describes: by its name, where one follows.
    fn company(&self, at: usize) -> Vec<Argument> {
        let tokens = self.pieces.list[at].tokens;
        if let Some(name) = self.pieces.name_of(at) {
            return self.pieces.joined_right(name);
        }
        let sold = self.pieces.asset(at, tokens.start);
        if matches!(sold.first(), Some(Argument::Entity(..))) {
            return sold;
        }
        if let Some(name) = self.pieces.apposed(at) {
            return self.pieces.joined_right(name);
        }
        let start = self.start.unwrap_or(tokens.start);
        vec![Argument::Description(TokenRange::new(start, tokens.end))]
    }

    /// Something sold, whose noun stands at `at`, with the words before it.
    fn sold(&self, at: usize) -> Vec<Argument> {
        self.pieces.asset(at, self.start.unwrap_or(self.pieces.list[at].tokens.start))
    }

    /// A word that says more of the noun behind it.
    fn word(&mut self, at: usize) -> Step {
        if self.words >= MODIFIERS {
            return Step::Break(Vec::new());
        }
        self.start.get_or_insert(self.pieces.list[at].tokens.start);
        self.words += 1;
        // "gehört *jetzt* der Gesellschaft Arden": where nouns have capitals, this is none.
        let document = self.pieces.reading.document();
        let lower = document.word(self.pieces.list[at].tokens.start).starts_with(char::is_lowercase);
        self.nouns += usize::from(!(self.pieces.lexicon.grammar.verb_last && lower));
        Step::Continue(())
    }

    /// A part of a company, or those who act for it.
    fn body(&mut self, at: usize) -> Step {
        if self.pieces.can_be_sold(at) {
            return Step::Break(self.sold(at));
        }
        // "The owners of Arden" act for Arden.
        if let Some(name) = self.pieces.body_of(at) {
            return Step::Break(self.pieces.joined_right(name));
        }
        self.words += 1;
        self.nouns += 1;
        Step::Continue(())
    }

    /// A comma, which ends the phrase unless it stands in a name, or sets one apart.
    fn comma(&self, at: usize) -> Step {
        let pieces = self.pieces;
        let before = pieces.kind(at - 1);
        let members = pieces.listed(self.from, at);
        if !members.is_empty() {
            return Step::Break(members);
        }
        // "Portland, Maine, brewer Arden"
        if before == Some(PieceKind::Name) {
            return Step::Continue(());
        }
        // "three customers, of whom Arden"
        let relative = pieces.kind(at + 1) == Some(PieceKind::Function(Function::Relative));
        if self.article.is_some() && relative && pieces.names(Some(at + 2)) && pieces.closes(at + 3) {
            return Step::Break(pieces.joined_right(at + 2));
        }
        if let Some(apposed) = self.apposed(at) {
            return Step::Break(apposed);
        }
        // "from new investors, Arden and Boreal"
        let listed = before == Some(PieceKind::Body) && at > self.from && pieces.names(Some(at + 1));
        Step::Break(if listed { pieces.joined_right(at + 1) } else { Vec::new() })
    }

    /// Who is named behind a comma or dash at `at` that ends a noun phrase with an article, if anyone is: "a customer,
    /// Arden,".
    fn apposed(&self, at: usize) -> Option<Vec<Argument>> {
        if self.words == 0 || self.article.is_none_or(|article| article < self.from) {
            return None;
        }
        let name = self.pieces.member(at + 1).filter(|&name| self.pieces.closes(self.pieces.behind_home(name)));
        Some(name.map(|name| self.pieces.joined_right(name)).unwrap_or_default())
    }

    /// A preposition, which ends the phrase unless it opens it.
    fn preposition(&self, at: usize) -> Step {
        match self.words {
            // "for up to 34% of"
            0 if self.pieces.measures(at) => Step::Continue(()),
            0 => Step::Break(Vec::new()),
            _ => {
                let members = self.pieces.listed(self.from, at);
                Step::Break(if members.is_empty() { self.priced(at).into_iter().collect() } else { members })
            }
        }
    }

    /// "its canneries for 3 million": what has a price behind it, at `at`, can be sold, whatever it is.
    fn priced(&self, at: usize) -> Option<Argument> {
        let pieces = self.pieces;
        let (start, article) = (self.start?, pieces.list[self.article?].tokens);
        let own = pieces.lexicon.names.is(pieces.reading.word_id(article.start), Class::Possessive);
        let sold = own && article.end <= start && pieces.is_priced(at) && !pieces.is_needed(at - 1);
        sold.then(|| Argument::Asset(TokenRange::new(start, pieces.list[at - 1].tokens.end)))
    }
}
