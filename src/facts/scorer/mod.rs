//! Who plays which part, by experience.
//!
//! Takes a sentence with the frames found in it; gives for each name the part it seems to play in a deal, and for the
//! sentence what kind of deal it seems to tell, if any, and in which state. Frames know constructions; this knows habits: a
//! linear model over words, order and what the frames made of the sentence, learned from the project's own annotated news
//! (`training/items` in the repository). It weighs, it never decides: how far a guess counts is the reader's to say.

pub mod cast;
pub mod features;
pub mod figures;
pub mod gist;
pub mod standing;
pub mod weights;

use std::ops::Range;

use crate::entities::Entities;
use crate::facts::frame::{self, Pieces};
use crate::language::Reading;
use crate::language::lexicon::schema::{FrameKind, Status};
use crate::mentions::Mentions;
use crate::text::BlockKind;
use features::Sentence;
use weights::{Best, Scores, Table};

/// What a name seems to be to the deal of its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Buys, bids or invests.
    Acquirer,
    /// Is bought or invested in, or goes public.
    Target,
    /// Sells.
    Seller,
    /// Merges, or founds a joint venture.
    Partner,
    /// Is made by partners.
    Venture,
}

impl Part {
    /// All parts, in the order of their classes, which begin at 1: class 0 is none.
    pub const ALL: [Part; 5] = [Part::Acquirer, Part::Target, Part::Seller, Part::Partner, Part::Venture];
}

/// The kinds of deals in the order of their classes, which begin at 1: class 0 is none.
pub const KINDS: [FrameKind; 8] = [
    FrameKind::Acquisition,
    FrameKind::TakeoverBid,
    FrameKind::Stake,
    FrameKind::Merger,
    FrameKind::JointVenture,
    FrameKind::FundingRound,
    FrameKind::Divestiture,
    FrameKind::Ipo,
];

/// The statuses in the order of their classes.
pub const STATUSES: [Status; 6] =
    [Status::Announced, Status::Planned, Status::Rumored, Status::Completed, Status::Cancelled, Status::Rejected];

/// Columns of the heads in the table of names: a name by itself, and after a first reading of all names.
pub const FIRST: Range<usize> = 0..1 + Part::ALL.len();
/// See [`FIRST`].
pub const SECOND: Range<usize> = 8..9 + Part::ALL.len();
/// Columns of the heads in the table of sentences.
pub const KIND: Range<usize> = 0..1 + KINDS.len();
/// See [`KIND`].
pub const STATUS: Range<usize> = 9..9 + STATUSES.len();

static NAMES: &[u8] = include_bytes!("model/names.bin");
static SENTENCES: &[u8] = include_bytes!("model/sentences.bin");

/// What a sentence seems to tell. Leads are in units of [`weights::SCALE`].
#[derive(Debug)]
pub(in crate::facts) struct Guess {
    /// The kind of deal, if any.
    pub kind: Option<FrameKind>,
    /// How far that is ahead of the next.
    pub kind_lead: i32,
    /// Its status.
    pub status: Status,
    /// How far that is ahead of the next.
    pub status_lead: i32,
}

/// What a sentence of these scores seems to tell.
pub(in crate::facts) fn guess(scores: &Scores) -> Guess {
    let (kind, status) = (scores.best(KIND), scores.best(STATUS));
    Guess {
        kind: kind.class.checked_sub(1).map(|class| KINDS[class]),
        kind_lead: kind.lead,
        status: STATUSES[status.class],
        status_lead: status.lead,
    }
}

/// What a sentence by itself says of type and status, in the columns [`KIND`] and [`STATUS`]; `drawn` is given its features.
pub(in crate::facts) fn read_sentence(sentence: &Sentence<'_>, drawn: &mut impl FnMut(u64)) -> Scores {
    let table = Table::new(SENTENCES);
    let mut scores = Scores::default();
    sentence.whole(&mut |feature| {
        table.add(feature, &mut scores);
        drawn(feature);
    });
    scores
}

/// For each name how much speaks for no part and for each of [`Part::ALL`], in the columns [`SECOND`]; `drawn` is given the
/// features of each name by itself.
fn read_parts(sentence: &Sentence<'_>, drawn: &mut impl FnMut(usize, u64)) -> Vec<Scores> {
    let table = Table::new(NAMES);
    let alone = names_with(sentence, table, drawn);
    let first: Vec<Best> = alone.iter().map(|scores| scores.best(FIRST)).collect();
    let second = alone.into_iter().enumerate().map(|(index, mut scores)| {
        sentence.joint(index, &first, &mut |feature| table.add(feature, &mut scores));
        scores
    });
    second.collect()
}

/// The scores of each name by itself.
pub fn read_names(sentence: &Sentence<'_>, table: Table<'_>) -> Vec<Scores> {
    names_with(sentence, table, &mut |_, _| ())
}

fn names_with(sentence: &Sentence<'_>, table: Table<'_>, drawn: &mut impl FnMut(usize, u64)) -> Vec<Scores> {
    let read = |index| {
        let mut scores = Scores::default();
        sentence.name(index, &mut |feature| {
            table.add(feature, &mut scores);
            drawn(index, feature);
        });
        scores
    };
    (0..sentence.names().len()).map(read).collect()
}

/// Calls back with every sentence of an article that tells and names something, as the library sees it: for training.
pub fn each_sentence(
    reading: &Reading<'_>,
    mentions: &Mentions,
    entities: &Entities,
    mut call: impl FnMut(&Sentence<'_>),
) {
    let document = reading.document();
    for block in document.blocks().iter().filter(|block| block.kind.tells()) {
        for position in block.sentences.clone() {
            let Some(tokens) = document.sentences().get(position).map(|sentence| sentence.tokens) else { continue };
            let pieces = Pieces::cut(reading, mentions, entities, tokens);
            let matches = frame::find(&pieces);
            let sentence = Sentence::new(&pieces, entities, matches, block.kind == BlockKind::Heading);
            if !sentence.names().is_empty() {
                call(&sentence);
            }
        }
    }
}
