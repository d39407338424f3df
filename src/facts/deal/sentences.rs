//! Reads an article sentence by sentence: which drafts the frames, labels and headings without a verb of each give, and
//! what the sentence as a whole seems to tell.

use super::draft::{Draft, Place, can_play};
use super::frames::Framed;
use super::learned::Heard;
use super::past::is_cued;
use super::told::Told;
use super::{PartyRole, Scene, days, labels, shares, verbless};
use crate::entities::EntityId;
use crate::facts::frame::{self, Argument, FrameMatch, PieceKind, Pieces};
use crate::facts::scorer::cast::SENTENCES;
use crate::facts::scorer::features::Sentence;
use crate::facts::scorer::weights::Scores;
use crate::language::lexicon::schema::{FrameKind, ShareRole};
use crate::text::{BlockKind, TokenRange};

/// Drafts of an article in which somebody's part is no longer left to be told.
const MUCH: usize = 64;

/// What the sentences of an article tell, each by itself.
#[derive(Debug, Default)]
pub(super) struct Found<'a> {
    /// The drafts, in order.
    pub drafts: Vec<Draft>,
    /// What the sentences seem to tell.
    pub heard: Vec<Heard>,
    /// The first sentences that name something: those that who plays which part is told by.
    pub seen: Vec<Sentence<'a>>,
}

/// Reads an article sentence by sentence; `hear` is given each that names something, and says what it tells by itself.
pub(super) fn find<'a>(scene: &Scene<'a>, hear: &mut impl FnMut(&Sentence<'_>) -> Scores) -> Found<'a> {
    let mut reader = Reader { scene, topic: None, told: Told::default(), found: Found::default() };
    for (position, block) in scene.reading.document().blocks().iter().enumerate() {
        if !block.kind.tells() {
            continue;
        }
        let opens = scene.items.opens(position);
        reader.told.enter(block.kind == BlockKind::Heading, opens);
        for sentence in block.sentences.clone() {
            let first = block.sentences.start;
            let place = Place { position: sentence, block: position, first, kind: block.kind, background: false };
            reader.read(place, opens && sentence == first, hear);
        }
    }
    reader.found
}

/// An article read up to some sentence.
struct Reader<'s, 'a> {
    scene: &'s Scene<'a>,
    /// What the sentences so far are about.
    topic: Option<EntityId>,
    /// Whom they tell of.
    told: Told,
    /// What they tell.
    found: Found<'a>,
}

impl<'a> Reader<'_, 'a> {
    /// Reads the sentence at `place`. A question tells of nothing, but what it names can be meant by what follows.
    /// `opens`: with it begins another item of a digest.
    fn read(&mut self, place: Place, opens: bool, hear: &mut impl FnMut(&Sentence<'_>) -> Scores) {
        let document = self.scene.reading.document();
        let Some(tokens) = document.sentences().get(place.position).map(|sentence| sentence.tokens) else { return };
        let Some(pieces) = self.scene.pieces(place.position) else { return };
        let (free, first) = subject(self.scene, pieces);
        // The next item is about something else, as soon as it names anything.
        self.topic = self.topic.filter(|_| !opens || first.is_none());
        let asks = document.word(tokens.end - 1) == "?";
        // "Boreal buys Arden: what now?" tells what it asks about.
        let colon = tokens.positions().find(|&at| asks && document.word(at) == ":");
        if !asks && place.kind != BlockKind::Question || colon.is_some() {
            self.draft(pieces, place, colon.map_or(tokens, |colon| TokenRange::new(tokens.start, colon)), hear);
        }
        // "She had raised the money from Cairn" is not about Cairn.
        self.topic = free.or(self.topic).or(first);
        self.told.hear(self.scene, pieces);
    }

    /// Drafts the deals that the sentence at `place` tells.
    fn draft(
        &mut self,
        pieces: &'a Pieces<'a>,
        mut place: Place,
        tokens: TokenRange,
        hear: &mut impl FnMut(&Sentence<'_>) -> Scores,
    ) {
        let document = self.scene.reading.document();
        let mut matches = frame::find(pieces);
        if tokens.end < pieces.tokens.end {
            matches.retain(|found| is_told_before(found, tokens.end));
        }
        let labels = labels::told(pieces, self.topic, self.topic.filter(|id| self.is_untold(*id)));
        // The words that tell of deals.
        let words = matches.iter().map(|found| found.trigger).chain(labels.iter().map(|(words, _)| *words));
        let words: Vec<TokenRange> = words.collect();
        let dated = !words.is_empty() && self.is_dated_past(&matches, tokens);
        place.background = dated || words.iter().any(|words| is_cued(pieces, *words));
        let seen = Sentence::new(pieces, self.scene.entities, matches, place.kind == BlockKind::Heading);
        let named = !seen.names().is_empty();
        let mut heard = if named { Heard::new(document, &seen, &hear(&seen), place, tokens) } else { None };

        let mut drafts = self.framed(pieces, seen.matches(), place, dated, &mut heard);
        let labelled = |(words, parties)| labels::draft(self.scene, place, words, parties);
        drafts.extend(labels.into_iter().filter_map(labelled));
        if seen.matches().is_empty() && drafts.is_empty() {
            drafts.extend(verbless::draft(self.scene, pieces, place));
        }
        if let Some(heard) = &heard {
            drafts.iter_mut().for_each(|draft| heard.weigh(draft));
        }

        self.found.drafts.extend(drafts);
        self.found.heard.extend(heard);
        if named && self.found.seen.len() < SENTENCES {
            self.found.seen.push(seen);
        }
    }

    /// The drafts of the frames of a sentence; `dated` is whether it tells of years gone by.
    fn framed(
        &mut self,
        pieces: &Pieces<'a>,
        matches: &[FrameMatch<'a>],
        place: Place,
        dated: bool,
        heard: &mut Option<Heard>,
    ) -> Vec<Draft> {
        let mut drafts = Vec::new();
        for found in matches {
            // Words of the past set only the deal back that they stand beside: "sells Arden, years after its purchase".
            let place = Place { background: is_cued(pieces, found.trigger) || dated, ..place };
            let (scene, topic) = (self.scene, self.topic);
            let framed = Framed { scene, pieces, found, place, topic, told: &self.told };
            let Some(mut draft) = framed.draft() else { continue };
            if is_holding(self.scene, &draft) {
                heard.iter_mut().for_each(Heard::settle);
                continue;
            }
            labels::complete(self.scene, pieces, &mut draft);
            self.told.sell(Some(&draft));
            drafts.push(draft);
        }
        drafts
    }

    /// Whether a sentence tells only of years before the news.
    fn is_dated_past(&self, matches: &[FrameMatch<'_>], tokens: TokenRange) -> bool {
        let past = || self.scene.present.is_some_and(|present| days::is_past(self.scene, tokens, present));
        // "has bought Arden, founded in 1871,": what is told as done by now is no past.
        !matches.iter().any(FrameMatch::is_current) && past()
    }

    /// Whether nobody but `id` was told to be sold so far, and `id` to do nothing else.
    fn is_untold(&self, id: EntityId) -> bool {
        let drafts = &self.found.drafts;
        drafts.len() < MUCH && drafts.iter().all(|draft| tells_of_nothing_but(draft, id))
    }
}

/// Whether a draft names no target, or `target` and that as nothing else.
fn tells_of_nothing_but(draft: &Draft, target: EntityId) -> bool {
    draft.parties.iter().all(|(role, who)| (*role == PartyRole::Target) == (who.entity() == Some(target)))
}

/// Whether a draft only tells of a share that was held all along: "which already owned a 12% stake".
fn is_holding(scene: &Scene<'_>, draft: &Draft) -> bool {
    let held = |&share: &usize| shares::role(scene, share) == Some(ShareRole::Before);
    draft.kind == FrameKind::Stake && draft.tense.is_none() && !draft.shares.is_empty() && draft.shares.iter().all(held)
}

/// What a sentence can be about: the first company it names that no preposition governs, and the first of all.
fn subject(scene: &Scene<'_>, pieces: &Pieces<'_>) -> (Option<EntityId>, Option<EntityId>) {
    let companies = || {
        pieces.list.iter().enumerate().filter_map(|(position, piece)| match piece.kind {
            PieceKind::Entity(id) if can_play(scene, PartyRole::Acquirer, id) => Some((position, id)),
            _ => None,
        })
    };
    let free = companies().find(|(position, _)| !pieces.is_governed(*position));
    (free.map(|(_, id)| id), companies().next().map(|(_, id)| id))
}

/// Whether a match and all whom it names, at least two, stand before token `end`.
fn is_told_before(found: &FrameMatch<'_>, end: usize) -> bool {
    let named = |(_, argument): &(_, Argument)| match argument {
        Argument::Entity(_, tokens) => Some(*tokens),
        _ => None,
    };
    let names: Vec<TokenRange> = found.roles.iter().filter_map(named).collect();
    found.trigger.end <= end && names.len() > 1 && names.iter().all(|tokens| tokens.end <= end)
}
