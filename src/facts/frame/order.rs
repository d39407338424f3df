//! Word order: what may stand between a verb and its arguments, and arguments that changed places.

use super::arguments::MODIFIERS;
use super::needed::object_tokens;
use super::{Argument, Phrase, Piece, PieceKind, Pieces};
use crate::language::WordId;
use crate::language::lexicon::schema::Role;
use crate::language::lexicon::{DealCue, Frame, Function, Preposition, Tense};
use crate::text::{TokenKind, TokenRange};

/// How many phrases may stand between a verb and its object.
const PHRASES: usize = 3;
/// How many words one of them may have.
const WORDS: usize = 7;
/// How many words may stand between the article of a joined name and the name.
const INTRODUCTION: usize = 2;
/// How many pieces behind an infinitive the verb may stand that names its subject.
const CLEFT: usize = 10;
/// How many pieces behind its verb a reflexive pronoun may stand.
const REFLEXIVE: usize = 4;
/// How many tokens behind its verb a separable prefix may stand.
const BRACKET: usize = 40;

impl Pieces<'_> {
    pub(super) fn at(&self, at: usize) -> Option<PieceKind> {
        self.list.get(at).map(|piece| piece.kind)
    }

    /// The piece behind the phrases with a preposition, the dates and the adverbs of time that start at `from`: "sells
    /// *to Boreal* its mill".
    pub(super) fn behind_phrases(&self, from: usize) -> usize {
        let mut at = from;
        for _ in 0..PHRASES {
            at = match self.at(at) {
                Some(PieceKind::Date) => at + 1,
                // "übernimmt *rückwirkend* zum 1. Januar"
                Some(PieceKind::Word) if self.is_adverb_before_phrase(at) => at + 1,
                // "bought, *via its subsidiary Cairn,* the shares of"
                Some(PieceKind::Comma) if at == from => match self.end_of_aside(at) {
                    Some(end) => end,
                    None => return at,
                },
                Some(PieceKind::Function(Function::Preposition(_))) => match self.end_of_phrase(at + 1) {
                    Some(end) => end,
                    None => return at,
                },
                // "buys from Cairn *(Norrow)* its mill"
                Some(PieceKind::Open) if at > from => match self.end_of_bracket(at) {
                    Some(end) => end,
                    None => return at,
                },
                _ => return at,
            };
        }
        at
    }

    /// Whether the word at `at` is no noun, in languages that tell by its capital, and another phrase starts behind it.
    fn is_adverb_before_phrase(&self, at: usize) -> bool {
        let document = self.reading.document();
        let lower = || document.word(self.list[at].tokens.start).starts_with(char::is_lowercase);
        let next = || matches!(self.at(at + 1), Some(PieceKind::Date | PieceKind::Function(Function::Preposition(_))));
        self.lexicon.grammar.verb_last && next() && lower()
    }

    /// The piece behind the bracket that opens at `open`.
    fn end_of_bracket(&self, open: usize) -> Option<usize> {
        let close = |at: &usize| self.list[*at].kind == PieceKind::Close;
        (open + 1..self.list.len().min(open + 1 + WORDS)).find(close).map(|close| close + 1)
    }

    /// The piece behind the phrase between commas that the comma at `comma` opens.
    fn end_of_aside(&self, comma: usize) -> Option<usize> {
        let opens = matches!(self.at(comma + 1), Some(PieceKind::Date | PieceKind::Function(Function::Preposition(_))));
        let ends = |at: &usize| matches!(self.list[*at].kind, PieceKind::Comma | PieceKind::Break);
        let close = (comma + 1..self.list.len().min(comma + 2 + WORDS)).find(ends)?;
        (opens && self.at(close) == Some(PieceKind::Comma)).then_some(close + 1)
    }

    /// The piece behind the noun phrase that starts at `from`, with the names joined to it.
    pub(super) fn end_of_phrase(&self, from: usize) -> Option<usize> {
        let mut at = from;
        loop {
            match self.at(at)? {
                // "under the Boreal brand"
                PieceKind::Entity(_) if self.at(at + 1) == Some(PieceKind::Asset) => at += 1,
                // "vende à Arden - Companhia Arden de Energia dois parques": its name in full.
                PieceKind::Entity(_) if let Some(full) = self.name_in_full(at) => at = full,
                // "in the company Arden"
                PieceKind::Asset if matches!(self.at(at + 1), Some(PieceKind::Entity(_))) => at += 1,
                PieceKind::Asset => return Some(at + 1),
                PieceKind::Entity(_) => {
                    let joined = self.at(at + 1) == Some(PieceKind::Function(Function::Conjunction))
                        && matches!(self.at(at + 2), Some(PieceKind::Entity(_)));
                    if !joined {
                        return Some(at + 1);
                    }
                    at += 2;
                }
                PieceKind::Name | PieceKind::Date | PieceKind::Money(_) | PieceKind::Percentage(_) => {
                    return Some(at + 1);
                }
                // "through a subsidiary *all* shares of"
                PieceKind::Function(Function::Determiner)
                    if at > from + 1
                        && !self.lexicon.grammar.verb_last
                        && matches!(self.list[at - 1].kind, PieceKind::Word | PieceKind::Body) =>
                {
                    return Some(at);
                }
                PieceKind::Word if self.ends_phrase(at) => return Some(at + 1),
                PieceKind::Word | PieceKind::Mark | PieceKind::Body | PieceKind::Function(Function::Determiner)
                    if at - from < WORDS =>
                {
                    at += 1;
                }
                _ => return None,
            }
        }
    }

    /// The name behind the one at `at` that a dash joins to it, without an article: "Arden - Companhia *Arden de Energia*".
    fn name_in_full(&self, at: usize) -> Option<usize> {
        let dash = self.list.get(at + 1).filter(|piece| matches!(piece.kind, PieceKind::Mark | PieceKind::Break))?;
        let dash = matches!(self.reading.document().word(dash.tokens.start), "-" | "–" | "—");
        let noun = matches!(self.at(at + 2), Some(PieceKind::Asset | PieceKind::Body));
        let name = at + 2 + usize::from(noun);
        (dash && matches!(self.at(name), Some(PieceKind::Entity(_)))).then_some(name)
    }

    /// Whether the word at `at` is a noun, in languages that tell by its capital, behind which another phrase starts: "mit
    /// *Wirkung* zum Mai", "mit *Wirkung* den Händler Arden".
    fn ends_phrase(&self, at: usize) -> bool {
        let document = self.reading.document();
        let noun = || document.word(self.list[at].tokens.start).starts_with(char::is_uppercase);
        let next = || match self.at(at + 1) {
            Some(PieceKind::Function(Function::Preposition(_))) => true,
            // "nach langen *Gesprächen* die Arden", but "mit Zustimmung der Behörden"
            Some(PieceKind::Function(Function::Determiner)) => self.marks_object(at + 1) || !self.is_genitive(at + 1),
            _ => false,
        };
        self.lexicon.grammar.verb_last && next() && noun()
    }

    /// Whether the piece at `at` is `preposition` and can mark an object: "comprar a Arden".
    pub(super) fn is_personal(&self, at: usize, preposition: Preposition) -> bool {
        self.lexicon.grammar.personal == Some(preposition)
            && self.at(at) == Some(PieceKind::Function(Function::Preposition(preposition)))
    }

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

    /// Whether the verb between tokens `start` and `end` ends in a preposition whose phrase follows: "è entrata nel
    /// capitale di Arden" is no passive.
    pub(super) fn takes_phrase(&self, verb: TokenRange) -> bool {
        let last = self.reading.longest(&self.lexicon.grammar.words, verb.end - 1, verb.end);
        let preposition =
            last.is_some_and(|found| matches!(found.values.first(), Some(Function::Preposition(_)))) && verb.len() > 1;
        preposition && !self.object(self.position(verb.end)).is_empty()
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

    /// Whether the word before piece `at` is a preposition: that of a verb like "hacerse con".
    pub(super) fn ends_in_preposition(&self, at: usize) -> bool {
        let before = self.list.get(at).and_then(|piece| piece.tokens.start.checked_sub(1));
        let word = before.and_then(|before| self.reading.longest(&self.lexicon.grammar.words, before, before + 1));
        word.is_some_and(|found| matches!(found.values.first(), Some(Function::Preposition(_))))
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

    /// Whether the verb that ends before piece `end` has its reflexive pronoun behind it: "trennt sich".
    pub(super) fn is_reflexive_behind(&self, end: usize) -> bool {
        let near = self.list[end.min(self.list.len())..].iter().take(REFLEXIVE);
        self.lexicon.grammar.verb_last
            && near.map(|piece| piece.kind).any(|kind| kind == PieceKind::Function(Function::Reflexive))
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

    /// Whether the word at `at` is no infinitive: it stands behind an article, in a language that marks infinitives with
    /// a word of their own ("the land").
    pub(super) fn excludes_infinitive(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.at(before));
        self.lexicon.grammar.infinitive.is_some() && before == Some(PieceKind::Function(Function::Determiner))
    }

    /// Whether a noun, or a word that may be one, stands at `at`.
    pub(super) fn is_noun(&self, at: usize) -> bool {
        matches!(self.at(at), Some(PieceKind::Word | PieceKind::Asset | PieceKind::Body | PieceKind::Mark))
    }

    /// The object of a verb that ends before piece `from`, where phrases stand in between.
    pub(super) fn shifted_object(&self, from: usize) -> Vec<Argument> {
        let at = self.behind_phrases(from);
        if at == from { Vec::new() } else { self.object(at) }
    }

    /// The subject that follows its verb, because something else opens the clause ("On Monday bought Boreal …"), and the
    /// piece behind it. Only in languages whose verb comes second.
    pub(super) fn inverted_subject(&self, end: usize, tense: Option<Tense>) -> Option<(Vec<Argument>, usize)> {
        if !self.lexicon.grammar.verb_last || !tense.is_some_and(Tense::is_finite) {
            return None;
        }
        let after = |at: usize| match self.at(at) {
            Some(PieceKind::Function(Function::Reflexive)) => at + 1,
            _ => at,
        };
        let start = after(end);
        // "Bislang gehörte *sie* Cairn"
        if let Some(piece) = self.list.get(start).filter(|piece| piece.kind == PieceKind::Function(Function::Pronoun)) {
            return Some((vec![Argument::Anaphor(piece.tokens)], after(start + 1)));
        }
        let behind = self.end_of_phrase(start)?;
        let mut subject: Vec<_> = self.list[start..behind]
            .iter()
            .filter_map(|piece| match piece.kind {
                PieceKind::Entity(id) => Some(Argument::Entity(id, piece.tokens)),
                _ => None,
            })
            .collect();
        // "300 Millionen bietet *der Konzern* für Arden"
        if subject.is_empty() {
            let told = self.object(start).into_iter();
            subject = told.filter(|told| matches!(told, Argument::Description(words) if words.end <= self.list[behind - 1].tokens.end)).collect();
        }
        (!subject.is_empty()).then(|| (subject, after(behind)))
    }

    /// The subject that a form of "be" names behind the infinitive that opens a clause: "A comprare Arden è stata
    /// *Boreal*".
    pub(super) fn cleft_subject(&self, verb: usize, end: usize) -> Vec<Argument> {
        let preposition = verb.checked_sub(1).and_then(|before| self.at(before));
        let opens = match preposition {
            Some(PieceKind::Function(Function::Preposition(preposition))) => {
                self.lexicon.grammar.infinitive != Some(preposition)
                    && matches!(
                        verb.checked_sub(2).and_then(|at| self.at(at)),
                        None | Some(PieceKind::Comma | PieceKind::Break)
                    )
            }
            // "*Leading* the round was Boreal"
            None => !self.lexicon.grammar.drops_subject,
            // "Quem compra a Arden é a Boreal"
            Some(PieceKind::Function(Function::Relative)) => {
                matches!(verb.checked_sub(2).and_then(|at| self.at(at)), None | Some(PieceKind::Break))
            }
            _ => false,
        };
        let be = |at: &usize| self.at(*at) == Some(PieceKind::Function(Function::Be));
        match (end..end + CLEFT).find(be).filter(|_| opens) {
            Some(first) => self.object((first..).find(|at| !be(at)).unwrap_or(first)),
            None => Vec::new(),
        }
    }

    /// The name that starts at `from` or that an article and few words there bring in: "and *the Irish* Boreal".
    pub(super) fn introduced(&self, from: usize) -> Option<usize> {
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

    /// Whether a trigger stands at `at`.
    pub(super) fn speaks(&self, at: usize) -> bool {
        let trigger = |start| self.reading.longest(&self.lexicon.deals.triggers, start, self.tokens.end).is_some();
        self.list.get(at).is_some_and(|piece| trigger(piece.tokens.start))
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

    /// The name that a participle without an auxiliary describes: it stands right before it, or before a comma.
    pub(super) fn described_by_participle(&self, start: usize) -> Option<Argument> {
        let before = start.checked_sub(1)?;
        let name = if self.at(before) == Some(PieceKind::Comma) { before.checked_sub(1)? } else { before };
        // "its mill in Lille, bought by": the thing of the noun phrase that ends there.
        let thing = || {
            let phrase = |piece: &&Piece| {
                matches!(piece.kind, PieceKind::Word | PieceKind::Name | PieceKind::Asset)
                    || matches!(piece.kind, PieceKind::Function(Function::Preposition(_) | Function::Determiner))
            };
            let mut behind = self.before(before, WORDS).take_while(phrase);
            let thing = behind.find(|piece| piece.kind == PieceKind::Asset)?.tokens;
            let last = self.list.get(self.extended(self.position(thing.start))).map_or(thing, |piece| piece.tokens);
            Some(Argument::Asset(TokenRange::new(thing.start, last.end)))
        };
        match self.list[name].kind {
            PieceKind::Entity(id) => Some(Argument::Entity(id, self.list[name].tokens)),
            _ if name < before => thing(),
            _ => None,
        }
    }

    /// Whether `prefix` closes the clause of the verb that ends at token `end`: "steigt bei Arden ein".
    pub(super) fn is_closed_by(&self, prefix: WordId, end: usize) -> bool {
        let tokens = self.reading.document().tokens();
        (end..self.tokens.end.min(end + BRACKET)).any(|at| {
            self.reading.word_id(at) == prefix
                && tokens.get(at + 1).filter(|_| at + 1 < self.tokens.end).is_none_or(|next| {
                    next.kind == TokenKind::Punctuation
                        || self.at(self.position(at + 1)) == Some(PieceKind::Function(Function::Conjunction))
                })
        })
    }

    /// Whether a negator follows a finite verb, in languages where it does: "kauft Arden nicht".
    pub(super) fn is_negated_behind(&self, end: usize) -> bool {
        self.lexicon.grammar.verb_last
            && self.list[end.min(self.list.len())..]
                .iter()
                .take_while(|piece| {
                    !matches!(piece.kind, PieceKind::Comma | PieceKind::Break)
                        && !matches!(piece.kind, PieceKind::Function(Function::Conjunction | Function::Subordinator))
                })
                .any(|piece| piece.kind == PieceKind::Function(Function::Negator))
    }
}

impl Frame {
    /// Whether something can be acted upon, so that the verb has a passive.
    pub(super) fn is_transitive(&self) -> bool {
        self.object.is_some() || self.needs_object
    }

    /// Whether the verb that ends before piece `end` has a phrase with a preposition where its object would stand.
    pub(super) fn lacks_object(&self, pieces: &Pieces<'_>, end: usize) -> bool {
        let phrase = matches!(pieces.at(end), Some(PieceKind::Function(Function::Preposition(_))));
        let party = self.object.is_some_and(|role| role != Role::Amount);
        party && phrase && pieces.object(end).is_empty() && pieces.shifted_object(end).is_empty()
    }
}
