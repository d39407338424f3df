//! What the words of a sentence say of how far a deal has come, wherever in it they stand.

use super::{Scene, past};
use crate::language::Lexicon;
use crate::language::lexicon::schema::Status;
use crate::language::lexicon::{DealCue, Function, Match, StatusPlace, StatusWord};
use crate::text::TokenRange;

/// What the words of a sentence say, each status once, with the first words that say it.
pub(super) fn in_sentence(scene: &Scene<'_>, position: usize) -> Vec<(Status, TokenRange)> {
    let Some(sentence) = scene.reading.document().sentences().get(position) else { return Vec::new() };
    let lexicon = scene.reading.lexicon(sentence.tokens.start);
    let mut reader = Reader { scene, lexicon, sentence: sentence.tokens, told_of: false, found: Vec::new() };
    let mut at = sentence.tokens.start;
    while at < sentence.tokens.end {
        at = reader.read(at);
    }
    reader.found.retain(|(status, words)| !ends(*status) || !past::is_told_of_past(scene, position, *words));
    reader.found
}

/// Whether nothing comes of a deal of that status, or not yet.
pub(super) fn ends(status: Status) -> bool {
    matches!(status, Status::Rejected | Status::Cancelled | Status::Postponed)
}

/// How much more than a plain announcement the words of a status say.
pub(super) fn force_of(status: Status) -> f32 {
    match status {
        Status::Announced => 0.8,
        Status::Planned => 0.9,
        Status::PendingApproval => 0.9,
        Status::Rumored => 1.1,
        Status::Completed => 1.2,
        Status::Rejected | Status::Postponed => 1.5,
        Status::Cancelled => 1.6,
    }
}

/// A reader on its way through a sentence.
struct Reader<'s, 'a> {
    scene: &'s Scene<'a>,
    lexicon: &'s Lexicon,
    sentence: TokenRange,
    /// Whether nothing but auxiliaries stands between a noun for the deal and here: "the deal has".
    told_of: bool,
    /// What has been said so far.
    found: Vec<(Status, TokenRange)>,
}

impl Reader<'_, '_> {
    /// Reads what begins at `at`, and gives where to read on.
    fn read(&mut self, at: usize) -> usize {
        if let Some(end) = self.behind_name_or_date(at) {
            return end;
        }
        if let Some(words) = self.ahead(at) {
            // "is to be completed": said of a time ahead.
            self.note(Status::Announced, words);
            return words.end;
        }
        match self.scene.reading.longest(&self.lexicon.deals.status, at, self.sentence.end) {
            Some(words) => {
                self.hear(&words);
                words.tokens.end
            }
            None => self.pass(at),
        }
    }

    /// Where the name or date at `at` ends, whose words say nothing.
    fn behind_name_or_date(&self, at: usize) -> Option<usize> {
        if let Some((_, name)) = self.scene.entities.at(at) {
            return Some(name.end.max(at + 1));
        }
        // "May" is a month.
        let dates = &self.scene.mentions.dates;
        let next = dates.partition_point(|date| date.tokens.end <= at);
        dates.get(next).filter(|date| date.tokens.has(at)).map(|date| date.tokens.end)
    }

    /// The phrase at `at` that tells of a completion still ahead: one for the closing of a deal with a word for its
    /// completion in it.
    fn ahead(&self, at: usize) -> Option<TokenRange> {
        let reading = self.scene.reading;
        let deals = &reading.lexicon(at).deals;
        let phrase = reading.longest(&deals.cues, at, self.sentence.end)?;
        let completed = |at: usize| {
            let found = reading.longest(&deals.status, at, phrase.tokens.end);
            found.is_some_and(|found| found.values.iter().any(|word| word.status == Status::Completed))
        };
        let closing = phrase.values.contains(&DealCue::Closing) && phrase.tokens.len() > 1;
        (closing && phrase.tokens.positions().any(completed)).then_some(phrase.tokens)
    }

    /// Notes what words of a status say where they stand.
    fn hear(&mut self, words: &Match<'_, StatusWord>) {
        let noun = self.is_noun(words.tokens.start);
        let speaks = |word: &&StatusWord| match word.place {
            StatusPlace::Anywhere => word.tense.is_none() || !noun,
            StatusPlace::Governing => false,
            StatusPlace::Verdict => self.told_of,
        };
        if let Some(word) = words.values.iter().find(speaks) {
            self.note(word.status, words.tokens);
        }
        self.told_of = false;
    }

    /// Whether an article stands before the word at `at`: "the scraps" is no verb.
    fn is_noun(&self, at: usize) -> bool {
        let words = &self.scene.reading.lexicon(at).grammar.words;
        let small = (at > self.sentence.start).then(|| self.scene.reading.longest(words, at - 1, at)).flatten();
        small.is_some_and(|small| small.values.contains(&Function::Determiner))
    }

    /// Notes that `words` say `status`, where nothing before them does.
    fn note(&mut self, status: Status, words: TokenRange) {
        if !self.found.iter().any(|(known, _)| *known == status) {
            self.found.push((status, words));
        }
    }

    /// Passes over a word that says nothing of the status, or a noun for the deal that the status may be said of.
    fn pass(&mut self, at: usize) -> usize {
        let (reading, end) = (self.scene.reading, self.sentence.end);
        let deal = reading.longest(&self.lexicon.deals.cues, at, end);
        let deal = deal.filter(|found| found.values.contains(&DealCue::DealNoun));
        let helps = |function: &Function| matches!(function, Function::Be | Function::Have);
        let auxiliary = || {
            let small = reading.longest(&self.lexicon.grammar.words, at, end);
            small.is_some_and(|found| found.values.iter().any(helps))
        };
        self.told_of = deal.is_some() || self.told_of && auxiliary();
        deal.map_or(at + 1, |found| found.tokens.end)
    }
}
