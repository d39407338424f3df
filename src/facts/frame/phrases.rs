//! What stands behind the prepositions of a trigger.

use super::arguments::REACH;
use super::found::is_named;
use super::{Argument, Phrase, PieceKind, Pieces};
use crate::language::lexicon::schema::FrameKind;
use crate::language::lexicon::{Function, PartOfSpeech, Preposition};
use crate::text::TokenRange;

impl Pieces<'_> {
    /// What stands behind each preposition to the right of piece `from`, in order, up to the next clause.
    ///
    /// Behind a finite verb, a noun has nobody but who acts: "the takeover will bring jobs to Arden".
    pub(super) fn prepositional(&self, from: usize, noun: bool) -> Vec<Phrase> {
        let mut phrases = Phrases { pieces: self, from, noun, verb: false, depth: 0, found: Vec::new() };
        let end = self.list.len().min(from + REACH);
        let mut at = from;
        while at < end && !phrases.ends(at) {
            at = phrases.read(at);
        }
        phrases.found
    }

    /// Whether the words at `at` only say who takes part in a round too.
    fn lists_investors(&self, at: usize) -> bool {
        let deals = &self.lexicon.deals;
        let Some(piece) = self.list.get(at) else { return false };
        let found = self.reading.longest(&deals.triggers, piece.tokens.start, self.tokens.end);
        found.is_some_and(|found| {
            let frames = found.values.iter().filter_map(|trigger| deals.frames.get(trigger.frame));
            frames.into_iter().any(|frame| frame.kind == FrameKind::FundingRound && frame.subject.is_none())
        })
    }

    /// Whether the phrase at `at` is one of who says so ("dijo a Arden") or of where the name before it is from ("Arden,
    /// de Norrow").
    fn is_of_another(&self, at: usize, preposition: Preposition) -> bool {
        let before = |count: usize| at.checked_sub(count).and_then(|before| self.kind(before));
        let grammar = &self.lexicon.grammar;
        let told = grammar.dative == Some(preposition) && before(1) == Some(PieceKind::Function(Function::Control));
        let from = grammar.of == Some(preposition)
            && before(1) == Some(PieceKind::Comma)
            && matches!(before(2), Some(PieceKind::Entity(_)));
        told || from
    }

    /// "Buys Arden, beating an *offer from* Cairn": whether the preposition at `at` stands behind a noun for a bid or a round.
    pub(super) fn is_of_bid(&self, at: usize) -> bool {
        let deals = &self.lexicon.deals;
        let Some(word) = at.checked_sub(1).map(|word| self.list[word].tokens.start) else { return false };
        let Some(noun) = self.reading.longest(&deals.triggers, word, self.list[at].tokens.start) else { return false };
        noun.values.iter().any(|trigger| {
            let kind = deals.frames.get(trigger.frame).map(|frame| frame.kind);
            trigger.part == PartOfSpeech::Noun && matches!(kind, Some(FrameKind::TakeoverBid | FrameKind::FundingRound))
        })
    }

    /// Whether the words of a preposition of several words end in that at `at`.
    pub(super) fn ends_alike(&self, long: usize, at: usize) -> bool {
        let words = self.list[long].tokens;
        let last = TokenRange::new(words.end - 1, words.end);
        let means = |tokens: TokenRange| {
            let found = self.reading.longest(&self.lexicon.grammar.words, tokens.start, tokens.end)?;
            found.values.iter().find_map(|value| match value {
                Function::Preposition(preposition) => Some(*preposition),
                _ => None,
            })
        };
        // "auprès d’Arden et de Cairn": whatever its form.
        words.len() > 1 && means(last).is_some() && means(last) == means(self.list[at].tokens)
    }

    /// Whether the preposition at `at` follows a conjunction or comma that joins it to the one before.
    pub(super) fn joins(&self, at: usize) -> bool {
        at > 0 && matches!(self.list[at - 1].kind, PieceKind::Function(Function::Conjunction) | PieceKind::Comma)
    }
}

/// The phrases to the right of a trigger, read piece by piece.
struct Phrases<'p> {
    pieces: &'p Pieces<'p>,
    /// The piece they start at.
    from: usize,
    /// Whether the trigger is a noun.
    noun: bool,
    /// Whether a verb, or what has one of its own, stands behind the trigger.
    verb: bool,
    /// How many brackets are open.
    depth: usize,
    /// The phrases so far.
    found: Vec<Phrase>,
}

impl Phrases<'_> {
    /// Whether the piece at `at` begins what speaks of something else.
    fn ends(&self, at: usize) -> bool {
        let pieces = self.pieces;
        let piece = pieces.list[at];
        let word = || pieces.reading.document().word(piece.tokens.start);
        match piece.kind {
            PieceKind::Break => word() == ";",
            // "owned since 2012 by Cairn": a day opens no clause.
            PieceKind::Function(Function::Subordinator) => pieces.kind(at + 1) != Some(PieceKind::Date),
            // Behind a quotation somebody else speaks.
            PieceKind::Mark => self.depth == 0 && matches!(word(), "”" | "»"),
            // "… and puts the blame on": another verb with its own object.
            PieceKind::Function(Function::Conjunction) => {
                pieces.kind(at + 1) == Some(PieceKind::Word)
                    && pieces.kind(at + 2) == Some(PieceKind::Function(Function::Determiner))
            }
            // "leads the round, with participation from Cairn": a list of its own.
            PieceKind::Comma => pieces.lists_investors(at + 1),
            // "sells to Boreal the 20% that it held in Arden"
            PieceKind::Function(Function::Relative) => at > self.from + 1 && !pieces.follows_share(at),
            _ => false,
        }
    }

    /// Reads the piece at `at`, and gives where to read on.
    fn read(&mut self, at: usize) -> usize {
        match self.pieces.list[at].kind {
            PieceKind::Open => self.depth += 1,
            PieceKind::Close => self.depth = self.depth.saturating_sub(1),
            PieceKind::Function(Function::Control | Function::Be | Function::Have) => self.verb = true,
            PieceKind::Comma if self.noun => {
                // "The purchase, announced in May, of Arden"
                if at == self.from
                    && let Some(next) = self.pieces.behind_nameless_aside(at)
                {
                    return next;
                }
                // "…, following approval by the board"
                let next = self.pieces.kind(at + 1);
                self.verb |= matches!(next, Some(PieceKind::Word | PieceKind::Function(Function::Determiner)));
            }
            PieceKind::Function(Function::Preposition(preposition)) if self.depth == 0 => self.add(at, preposition),
            _ => {}
        }
        at + 1
    }

    /// Adds what stands behind the preposition at `at`, if that is the trigger's.
    fn add(&mut self, at: usize, preposition: Preposition) {
        let arguments = self.pieces.object(at + 1);
        // "by Arden and by Cairn", "auprès d’Arden et de Cairn"
        if let Some(last) = self.found.last_mut()
            && self.pieces.joins(at)
            && (last.preposition == preposition || self.pieces.ends_alike(last.at, at))
        {
            last.arguments.extend(arguments);
            return;
        }
        // "dans le fabricant *de* pompes Arden": inside of what stands behind another preposition.
        let inside = self.found.last().is_some_and(|last| last.arguments == arguments);
        let another = arguments.is_empty()
            || inside
            || self.pieces.is_of_another(at, preposition)
            || self.is_joined_to_front(at)
            || self.is_of_owned(at, preposition)
            || self.is_of_verb(at, preposition, &arguments);
        if !another {
            self.found.push(Phrase { preposition, at, arguments });
        }
    }

    /// "…, which leads the round, and of Arden": joined to what stands before the trigger.
    fn is_joined_to_front(&self, at: usize) -> bool {
        let joined = || self.pieces.kind(at - 1) == Some(PieceKind::Function(Function::Conjunction));
        self.found.is_empty() && at > self.from && joined()
    }

    /// "The sale to Boreal, a firm *controlled by* Cairn": who owns what is named behind another preposition acts nowhere else.
    fn is_of_owned(&self, at: usize, preposition: Preposition) -> bool {
        let pieces = self.pieces;
        let word = at.checked_sub(1).filter(|&word| pieces.kind(word) == Some(PieceKind::Word));
        let owned = |word: usize| {
            let start = pieces.list[word].tokens.start;
            let found = pieces.reading.longest(&pieces.lexicon.deals.owners, start, pieces.tokens.end);
            found.is_some_and(|found| found.tokens.end >= pieces.list[at].tokens.end)
        };
        pieces.lexicon.grammar.agent == Some(preposition) && !self.found.is_empty() && word.is_some_and(owned)
    }

    /// Whether a verb behind the noun has what stands behind the preposition at `at`, and not the noun.
    fn is_of_verb(&self, at: usize, preposition: Preposition, arguments: &[Argument]) -> bool {
        let grammar = &self.pieces.lexicon.grammar;
        let word = |back: usize| at.checked_sub(back).and_then(|at| self.pieces.kind(at)) == Some(PieceKind::Word);
        // Where verbs close their clause, this may be theirs too: "Für den Verkauf hat Arden die Banker von Boreal geholt."
        let acts = grammar.agent == Some(preposition) && !grammar.verb_last && !(word(1) && word(2));
        // "talks are going on between Arden and Boreal"
        let between = || arguments.iter().filter(|argument| is_named(argument)).count() >= 2;
        let priced = matches!(arguments.first(), Some(Argument::Money(_)));
        self.noun && self.verb && !acts && !priced && !between()
    }
}
