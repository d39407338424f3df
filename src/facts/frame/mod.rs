//! Frames: a trigger with its voice, and who stands where around it.
//!
//! Takes a sentence as [`Pieces`]; gives [`FrameMatch`]es: which frame, read how, with which arguments in which parts. Roles
//! come from the voice and the prepositions of the trigger, never from names and never from word order alone.

mod active;
mod arguments;
mod asides;
mod auxiliaries;
mod before;
mod behind;
mod calls;
mod cast;
mod clause;
mod closed;
mod combine;
mod described;
mod fields;
mod found;
mod fronted;
mod gapped;
mod goods;
mod governing;
mod heads;
mod listed;
mod lists;
mod missing;
mod needed;
mod nominal;
mod nouns;
mod objects;
mod order;
mod owners;
mod parts;
mod passive;
mod phrases;
mod pieces;
mod pronouns;
mod sold;
mod subject;
mod things;
mod trigger;
mod turned;
mod verbless;
mod voice;

pub(in crate::facts) use arguments::Argument;
use arguments::Phrase;
pub(in crate::facts) use found::FrameMatch;
pub(in crate::facts) use governing::is_unreal;
pub(in crate::facts) use pieces::{Piece, PieceKind, Pieces};
pub(in crate::facts) use voice::Voice;

/// The frames that speak in a sentence, in order.
pub(in crate::facts) fn find<'a>(pieces: &Pieces<'a>) -> Vec<FrameMatch<'a>> {
    let triggers = &pieces.lexicon.deals.triggers;
    let mut found = calls::called_by(pieces, triggers);
    if let Some(main) = pieces.without_asides() {
        asides::prefer(&mut found, calls::called_by(&main, triggers));
    }
    found
}

/// The frames in a sentence that tell who owned what an article says is sold, or gives it up.
pub(in crate::facts) fn find_holdings<'a>(pieces: &Pieces<'a>) -> Vec<FrameMatch<'a>> {
    calls::called_by(pieces, &pieces.lexicon.deals.holdings)
}
