//! Where the frames are at a loss: what the scorer's guesses add to their drafts, and take away.
//!
//! Experience knows more turns of phrase than the frames do and is wrong more often. So it speaks where they are silent: of
//! an article that opens with a deal they do not see. And it doubts stories that are told in passing, by sentences that look
//! like no deal at all. Filling the parts that nobody plays was tried, and measured no better.

use std::sync::Arc;

use super::draft::{Draft, Place, Who, can_play};
use super::{PartyRole, Scene};
use crate::facts::scorer::features::{Named, Sentence};
use crate::facts::scorer::{Guess, Part, guess};
use crate::language::lexicon::schema::FrameKind;
use crate::text::TokenRange;

/// The rule's name.
pub(super) const RULE: &str = "learned";
/// Sentences of an article, the heading counted, that tell its deal.
const OPENING: usize = 4;
/// Sentences of what is an article: a line alone opens with nothing in particular.
const ARTICLE: usize = 3;
/// Least lead of a part that a draft is made of. All leads are in units of the scorer's weights and were chosen on articles
/// that none of the weights were learned from.
const FOUNDS: i32 = 24;
/// Least lead of a sentence that tells no deal over any kind of deal.
const NO_DEAL: i32 = 10;
/// Parties of a draft that says so much that it is not doubted: who buys what from whom.
const FULL: usize = 3;
/// Least lead of the status of a draft made here.
const TELLS_STATUS: i32 = 12;

/// A sentence and what it seems to tell.
#[derive(Debug)]
pub(super) struct Heard {
    names: Vec<Named>,
    guess: Guess,
    /// Whether the frames know why it tells no deal of its own.
    settled: bool,
    place: Place,
    tokens: TokenRange,
}

impl Heard {
    /// What `sentence` seems to tell; nothing where that cannot count.
    pub(super) fn new(sentence: &Sentence<'_>, place: Place, tokens: TokenRange) -> Option<Self> {
        let tells = !sentence.names().is_empty() && (place.position < OPENING || sentence.has_frame());
        tells.then(|| Self {
            names: sentence.names().to_vec(),
            guess: guess(sentence, place.position < OPENING),
            settled: sentence.is_unreal(),
            place,
            tokens,
        })
    }

    /// Takes note that the frames know why the sentence tells no deal of its own.
    pub(super) fn settle(&mut self) {
        self.settled = true;
    }

    /// Says of a draft of the sentence what the sentence as a whole seems to tell.
    pub(super) fn weigh(&self, draft: &mut Draft) {
        draft.hint = Some((self.guess.status, self.guess.status_lead));
        let full = draft.parties.len() >= FULL;
        draft.doubted = self.guess.kind.is_none() && self.guess.kind_lead >= NO_DEAL && !full;
    }

    /// Its names that play a part.
    fn parts(&self) -> impl Iterator<Item = (&Named, Part, i32)> {
        self.names.iter().zip(&self.guess.parts).filter_map(|(name, (part, lead))| Some((name, (*part)?, *lead)))
    }

    /// The deal it seems to tell.
    fn draft(&self, scene: &Scene<'_>) -> Option<Draft> {
        let kind = self.guess.kind?;
        let mut parties: Vec<(PartyRole, Who)> = Vec::new();
        for (name, part, _) in self.parts().filter(|(_, _, lead)| *lead >= FOUNDS) {
            let Some(role) = role(part, kind).filter(|role| can_play(scene, *role, name.id)) else { continue };
            if parties.iter().all(|(_, who)| who.entity() != Some(name.id)) {
                parties.push((role, Who::Entity(name.id, name.tokens)));
            }
        }
        let start = parties.iter().map(|(_, who)| who.tokens().start).min()?;
        let end = parties.iter().map(|(_, who)| who.tokens().end).max().unwrap_or(self.tokens.end);
        let words = TokenRange::new(start, end);
        let (status, lead) = (self.guess.status, self.guess.status_lead);
        Some(Draft {
            parties,
            default_status: (lead >= TELLS_STATUS).then_some(status),
            weak: true,
            learned: true,
            seller_acts: kind == FrameKind::Divestiture,
            hint: Some((status, lead)),
            ..Draft::new(Arc::from(RULE), kind, self.place, words)
        })
    }
}

/// The deals that an article opens with, where the frames see none.
pub(super) fn drafts(scene: &Scene<'_>, heard: &[Heard]) -> Vec<Draft> {
    if scene.reading.document().sentences().len() < ARTICLE {
        return Vec::new();
    }
    let opens = |heard: &&Heard| heard.place.position < OPENING && !heard.settled;
    heard.iter().filter(opens).filter_map(|heard| heard.draft(scene)).collect()
}

fn role(part: Part, kind: FrameKind) -> Option<PartyRole> {
    let pools = matches!(kind, FrameKind::Merger | FrameKind::JointVenture);
    match part {
        Part::Acquirer if kind == FrameKind::FundingRound => Some(PartyRole::Investor),
        Part::Acquirer if pools => Some(PartyRole::Partner),
        Part::Acquirer => Some(PartyRole::Acquirer),
        Part::Target | Part::Venture => Some(PartyRole::Target),
        Part::Seller => Some(PartyRole::Seller),
        Part::Partner => pools.then_some(PartyRole::Partner),
    }
}
