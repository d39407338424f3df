//! Noun phrases: what belongs to a noun ("the takeover *of Arden*"), and the words that bring in a name ("*Norway’s* Arden").

use super::arguments::MODIFIERS;
use super::needed::object_tokens;
use super::order::WORDS;
use super::{Argument, Phrase, Piece, PieceKind, Pieces};
use crate::language::lexicon::schema::Role;
use crate::language::lexicon::{DealCue, Frame, Function, Preposition};

/// How many words may stand between the article of a joined name and the name.
const INTRODUCTION: usize = 2;

impl Pieces<'_> {
    /// Whose part the percentage is that `phrase` ends in: "a bid for 24% *of Arden*", where the frame has another part
    /// for what "of" brings.
    pub(super) fn whole_of(&self, phrase: &Phrase, frame: &Frame) -> Option<Vec<Argument>> {
        let [Argument::Percentage(_)] = phrase.arguments[..] else { return None };
        let first = phrase.at + 1;
        let is_share = |at: &usize| matches!(self.list[*at].kind, PieceKind::Percentage(_));
        let share = (first..self.list.len().min(first + WORDS)).find(is_share)?;
        let Some(PieceKind::Function(Function::Preposition(inner))) = self.at(share + 1) else { return None };
        let other = ![frame.after(phrase.preposition), Some(Role::Seller)].contains(&frame.after(inner));
        // "a third of the capital of Arden"
        let again = |at: &usize| self.at(*at) == Some(PieceKind::Word) && self.at(at + 1) == self.at(share + 1);
        let whole = Some(share + 2).filter(again).map_or(share + 2, |capital| capital + 2);
        other.then(|| self.object(whole)).filter(|whole| matches!(whole.first(), Some(Argument::Entity(..))))
    }

    /// `object`, which stands behind piece `from`, with whose part it is where it is a percentage: "wants 10% *of Arden*".
    pub(super) fn with_whole(&self, from: usize, object: Vec<Argument>) -> Vec<Argument> {
        let [Argument::Percentage(_)] = object[..] else { return object };
        let near = from..self.list.len().min(from + WORDS);
        let share = near.into_iter().find(|&at| matches!(self.at(at), Some(PieceKind::Percentage(_))));
        let of = self.lexicon.grammar.of.map(|of| PieceKind::Function(Function::Preposition(of)));
        let whole = share.filter(|share| of.is_some() && self.at(share + 1) == of).map(|share| self.object(share + 2));
        object.into_iter().chain(whole.unwrap_or_default()).collect()
    }

    /// The genitive right behind a noun that ends before piece `from`, or behind the noun at `object`: its article is a
    /// preposition too ("die Übernahme *der* Arden").
    pub(super) fn genitive(&self, from: usize, object: Option<usize>) -> Vec<Phrase> {
        let of = |at: usize| {
            let article = *self.list.get(at).filter(|piece| piece.kind == PieceKind::Function(Function::Determiner))?;
            let found = self.reading.longest(&self.lexicon.grammar.words, article.tokens.start, self.tokens.end)?;
            let preposition = found.values.iter().find_map(|value| match value {
                Function::Preposition(preposition) => Some(*preposition),
                _ => None,
            })?;
            let arguments = self.object(at + 1);
            (!arguments.is_empty()).then_some(Phrase { preposition, at, arguments })
        };
        let behind = |noun: usize| self.position(object_tokens(self, noun).end);
        object.map(behind).into_iter().chain([from]).find_map(of).into_iter().collect()
    }

    /// Whether the article at `at` can be a genitive, so that it is a preposition too: "der Käufer *der* Arden".
    pub(in crate::facts) fn is_genitive(&self, at: usize) -> bool {
        let Some(article) = self.list.get(at) else { return false };
        let words = self.reading.longest(&self.lexicon.grammar.words, article.tokens.start, self.tokens.end);
        article.kind == PieceKind::Function(Function::Determiner)
            && words.is_some_and(|found| found.values.iter().any(|value| matches!(value, Function::Preposition(_))))
    }

    /// The genitive of the noun at `noun`, if the name at `name` is in it.
    pub(super) fn genitive_of(&self, noun: usize, name: usize) -> Option<(Preposition, usize)> {
        let phrase = self.genitive(noun + 1, Some(noun)).into_iter().next()?;
        let inside =
            |argument: &Argument| matches!(argument, Argument::Entity(_, tokens) if *tokens == self.list[name].tokens);
        phrase.arguments.iter().any(inside).then_some((phrase.preposition, phrase.at))
    }

    /// Whether the phrase at `at` belongs to the noun at `noun`: nothing but its own words stands in between.
    pub(super) fn belongs_to(&self, noun: usize, at: usize) -> bool {
        let own = |piece: &Piece| {
            matches!(piece.kind, PieceKind::Word | PieceKind::Percentage(_) | PieceKind::Asset)
                || matches!(piece.kind, PieceKind::Function(Function::Determiner))
        };
        let measure = |piece: &Piece| matches!(piece.kind, PieceKind::Function(Function::Preposition(_)));
        let between = self.list.get(noun + 1..at).unwrap_or_default();
        noun < at
            && between.iter().enumerate().all(|(position, piece)| {
                // "ein Anteil von 30 Prozent an": the measure of the noun.
                own(piece)
                    || measure(piece)
                        && matches!(between.get(position + 1).map(|next| next.kind), Some(PieceKind::Percentage(_)))
            })
    }

    /// Whether the noun at `noun` and what it is the noun of only bring in a name: "la cadena de tiendas *Arden*".
    pub(super) fn is_named(&self, noun: usize) -> bool {
        let of = self.lexicon.grammar.of.map(|of| PieceKind::Function(Function::Preposition(of)));
        of.is_some()
            && self.at(noun + 1) == of
            && matches!(self.at(noun + 2), Some(PieceKind::Word | PieceKind::Asset))
            && self.name_of(noun).is_some()
    }

    /// The last piece of what the noun at `noun` is the noun of: "el negocio *de papel*".
    pub(super) fn extended(&self, noun: usize) -> usize {
        let of = self.lexicon.grammar.of.map(|of| PieceKind::Function(Function::Preposition(of)));
        let is = |at: usize| matches!(self.at(at), Some(PieceKind::Word | PieceKind::Name));
        let mut end = noun;
        while of.is_some() && self.at(end + 1) == of && is(end + 2) {
            end += 2;
            if self.at(end + 1) == Some(PieceKind::Function(Function::Conjunction)) {
                // "de papel *y de cartón*": the preposition may be told again.
                let word = end + 2 + usize::from(self.at(end + 2) == of);
                if self.at(word) == Some(PieceKind::Word) {
                    end = word;
                }
            }
        }
        end
    }

    /// Whether the phrase at `at` belongs to something sold: "la filial de papel *de Cairn*".
    pub(super) fn follows_asset(&self, at: usize) -> bool {
        // "l'usine de Rennes de Cairn"
        let between = |piece: &&Piece| {
            use Function::{Determiner, Preposition};
            matches!(piece.kind, PieceKind::Word | PieceKind::Name | PieceKind::Function(Preposition(_) | Determiner))
        };
        let mut before = self.before(at, WORDS).skip_while(between);
        before.next().is_some_and(|piece| match piece.kind {
            PieceKind::Asset => true,
            PieceKind::Body => self.has_cue(piece.tokens.start, DealCue::Asset),
            // A description that is read as the company it means.
            PieceKind::Entity(_) => piece.tokens.positions().any(|at| self.has_cue(at, DealCue::Asset)),
            _ => false,
        })
    }

    /// Whether an article or a preposition stands right before the piece at `at`, so that it is a noun.
    pub(super) fn opens_noun(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.at(before));
        matches!(before, Some(PieceKind::Function(Function::Determiner | Function::Preposition(_))))
    }

    /// Whether a noun, or a word that may be one, stands at `at`.
    pub(super) fn is_noun(&self, at: usize) -> bool {
        matches!(self.at(at), Some(PieceKind::Word | PieceKind::Asset | PieceKind::Body | PieceKind::Mark))
    }

    /// The name that starts at `from` or that an article and few words there bring in: "and *the Irish* Boreal".
    fn introduced(&self, from: usize) -> Option<usize> {
        let article = self.at(from) == Some(PieceKind::Function(Function::Determiner));
        let first = if article { from + 1 } else { from };
        let words = if article { INTRODUCTION } else { 0 };
        let name = (first..=first + words).find(|&at| self.at(at) != Some(PieceKind::Word))?;
        matches!(self.at(name), Some(PieceKind::Entity(_))).then_some(name)
    }

    /// The same behind the preposition that governs the name at `before` too: "by Boreal and *by Arden*".
    pub(super) fn introduced_as(&self, before: usize, from: usize) -> Option<usize> {
        let governor = self.governing_preposition(before);
        let again = governor.is_some()
            && governor.map(|preposition| PieceKind::Function(Function::Preposition(preposition))) == self.at(from);
        self.introduced(from).or_else(|| if again { self.introduced(from + 1) } else { None })
    }

    /// Where the article and the words that bring in the name behind `last` start: the piece before them, or `last`.
    pub(super) fn opening(&self, last: usize) -> usize {
        let article = (last.saturating_sub(INTRODUCTION)..=last)
            .rev()
            .find(|&at| self.at(at) != Some(PieceKind::Word))
            .filter(|&at| self.at(at) == Some(PieceKind::Function(Function::Determiner)));
        article.and_then(|at| at.checked_sub(1)).or_else(|| self.before_modifiers(last)).unwrap_or(last)
    }

    /// The conjunction before words that only say who the name behind `last` is: "Boreal *and* Norway’s Arden", "*and* US
    /// bank Arden".
    fn before_modifiers(&self, last: usize) -> Option<usize> {
        let conjunction = (last.saturating_sub(MODIFIERS)..=last).rev().find(|&at| !self.modifies_name(at))?;
        let joins = self.at(conjunction) == Some(PieceKind::Function(Function::Conjunction)) && conjunction < last;
        let says = |at: usize| self.at(at) == Some(PieceKind::Name) || self.is_company_noun(at) || self.is_whose(at);
        (joins && (conjunction + 1..=last).any(says)).then_some(conjunction)
    }

    /// Whether the piece at `at` can say who the name behind it is.
    fn modifies_name(&self, at: usize) -> bool {
        let plain = matches!(self.at(at), Some(PieceKind::Word | PieceKind::Name | PieceKind::Asset));
        plain && !self.speaks(at)
    }

    /// Where the modifiers of a member of a list that starts at `from` end, in its name: "and *Norway’s* Arden".
    pub(super) fn modified(&self, from: usize) -> Option<usize> {
        let name = (from..self.list.len().min(from + MODIFIERS)).find(|&at| !self.modifies_name(at))?;
        let named = matches!(self.at(name), Some(PieceKind::Entity(_))) && name > from;
        let says = |at: usize| self.at(at) == Some(PieceKind::Name) || self.is_whose(at);
        (named && (from..name).any(says)).then_some(name)
    }

    /// Whether the word at `at` says whose the name behind it is: "Norway’s".
    fn is_whose(&self, at: usize) -> bool {
        let tokens = self.list[at].tokens;
        tokens.len() > 1 && matches!(self.reading.document().word(tokens.end - 1), "’s" | "'s")
    }

    /// Whether the name at `at` is only the front of a compound noun: "die Boreal-Tochter".
    pub(in crate::facts) fn is_compounded(&self, at: usize) -> bool {
        let document = self.reading.document();
        // "Arden - Companhia Arden de Energia" is no compound.
        let hyphen = self.list.get(at + 1).is_some_and(|piece| {
            let token = piece.tokens.start;
            document.word(token) == "-" && !document.tokens()[token].spaced
        });
        hyphen && matches!(self.at(at + 2), Some(PieceKind::Word | PieceKind::Asset))
    }
}
