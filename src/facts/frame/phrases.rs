//! What stands behind the prepositions of a trigger.

use super::arguments::REACH;
use super::found::is_named;
use super::{Argument, Phrase, PieceKind, Pieces};
use crate::language::lexicon::schema::FrameKind;
use crate::language::lexicon::{Function, Preposition};
use crate::text::TokenRange;

impl Pieces<'_> {
    /// What stands behind each preposition to the right of piece `from`, in order, up to the next clause.
    ///
    /// Behind a finite verb, a noun has nobody but who acts: "the takeover will bring jobs to Arden".
    pub(super) fn prepositional(&self, from: usize, noun: bool) -> Vec<Phrase> {
        let (mut verb, mut last) = (false, from);
        let mut found: Vec<Phrase> = Vec::new();
        let mut depth = 0usize;
        let end = self.list.len().min(from + REACH);
        let mut position = from;
        while position < end {
            let piece = self.list[position];
            match piece.kind {
                PieceKind::Open => depth += 1,
                PieceKind::Close => depth = depth.saturating_sub(1),
                PieceKind::Break if self.reading.document().word(piece.tokens.start) == ";" => break,
                PieceKind::Function(Function::Subordinator) => break,
                // Behind a quotation somebody else speaks.
                PieceKind::Mark
                    if depth == 0 && matches!(self.reading.document().word(piece.tokens.start), "”" | "»") =>
                {
                    break;
                }
                // "… and puts the blame on": another verb with its own object.
                PieceKind::Function(Function::Conjunction)
                    if self.kind(position + 1) == Some(PieceKind::Word)
                        && self.kind(position + 2) == Some(PieceKind::Function(Function::Determiner)) =>
                {
                    break;
                }
                PieceKind::Function(Function::Control | Function::Be | Function::Have) => verb = true,
                // "leads the round, with participation from Cairn": a list of its own.
                PieceKind::Comma if self.lists_investors(position + 1) => break,
                // "The purchase, announced in May, of Arden"
                PieceKind::Comma
                    if noun
                        && position == from
                        && let Some(next) = self.behind_nameless_aside(position) =>
                {
                    position = next;
                    continue;
                }
                // "…, following approval by the board"
                PieceKind::Comma
                    if noun
                        && matches!(
                            self.kind(position + 1),
                            Some(PieceKind::Word | PieceKind::Function(Function::Determiner))
                        ) =>
                {
                    verb = true;
                }
                // "sells to Boreal the 20% that it held in Arden"
                PieceKind::Function(Function::Relative) if self.follows_share(position) => {}
                PieceKind::Function(Function::Relative) if position > from + 1 => break,
                PieceKind::Function(Function::Preposition(preposition)) if depth == 0 => {
                    let arguments = self.object(position + 1);
                    match found.last_mut() {
                        // "by Arden and by Cairn", "auprès d’Arden et de Cairn"
                        Some(Phrase { preposition: known, arguments: list, .. })
                            if self.joins(position) && (*known == preposition || self.ends_alike(last, position)) =>
                        {
                            list.extend(arguments);
                        }
                        _ if arguments.is_empty() || self.is_of_another(position, preposition) => {}
                        // "…, which leads the round, and of Arden": joined to what stands before the trigger.
                        None if position > from
                            && self.kind(position - 1) == Some(PieceKind::Function(Function::Conjunction)) => {}
                        // "talks are going on between Arden and Boreal"
                        _ if noun
                            && verb
                            && arguments.iter().filter(|argument| is_named(argument)).count() < 2
                            // "Für den Verkauf hat Arden die Banker von Boreal geholt."
                            && (self.lexicon.grammar.agent != Some(preposition)
                                || self.lexicon.grammar.verb_last
                                || self.kind(position - 1) == Some(PieceKind::Word)
                                    && position.checked_sub(2).and_then(|at| self.kind(at))
                                        == Some(PieceKind::Word))
                            && !matches!(arguments.first(), Some(Argument::Money(_))) => {}
                        _ => {
                            found.push(Phrase { preposition, at: position, arguments });
                            last = position;
                        }
                    }
                }
                _ => {}
            }
            position += 1;
        }
        found
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
