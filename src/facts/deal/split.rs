//! How what is sold was split between its owners: "Cairn holds 80% and Peter Arden 20%", "who each own half".
//!
//! Who holds a small share may keep it; but those whose shares make up the whole sell it together.

use rust_decimal::Decimal;

use super::Scene;
use super::draft::Who;
use crate::entities::EntityId;
use crate::facts::frame::{PieceKind, Pieces};
use crate::language::lexicon::DealCue;

/// Percent that make up a whole, where small holders are not named.
const WHOLE: i64 = 90;
/// The most that shares of a whole can add up to, being rounded.
const ROUNDED: i64 = 101;

/// Holders, and the share that each or all of them have; none for what is left by the others.
type Holding = (Vec<Who>, Option<Decimal>);

/// The owners that a sentence splits the whole of something between; `is_sold` tells what is split.
pub(super) fn owners(scene: &Scene<'_>, pieces: &Pieces<'_>, is_sold: impl Fn(EntityId) -> bool) -> Vec<Who> {
    let (holdings, others) = holdings(scene, pieces, is_sold);
    let each = pieces.list.iter().any(|piece| says_each(pieces, piece.tokens.start));
    // "Who each own half"
    if holdings.is_empty() {
        return if each && others.len() > 1 { others } else { Vec::new() };
    }
    let known = holdings.iter().filter_map(|(holders, share)| {
        let times = if each { Decimal::from(holders.len().max(1)) } else { Decimal::ONE };
        share.map(|share| share * times)
    });
    let known: Decimal = known.sum();
    let left = holdings.iter().any(|(_, share)| share.is_none());
    let total =
        if left && known > Decimal::ZERO && known < Decimal::ONE_HUNDRED { Decimal::ONE_HUNDRED } else { known };
    let whole = Decimal::from(WHOLE) <= total && total <= Decimal::from(ROUNDED);
    let owners: Vec<Who> = holdings.into_iter().flat_map(|(holders, _)| holders).collect();
    if whole && owners.len() > 1 { owners } else { Vec::new() }
}

/// Whether words at token `at` say that the shares are equal: "each", "in equal parts".
pub(super) fn says_each(pieces: &Pieces<'_>, at: usize) -> bool {
    pieces.has_cue(at, DealCue::Each) || pieces.has_cue(at, DealCue::Parity)
}

/// What a sentence says that each of those it names holds, and who of them has no share in it.
fn holdings(scene: &Scene<'_>, pieces: &Pieces<'_>, is_sold: impl Fn(EntityId) -> bool) -> (Vec<Holding>, Vec<Who>) {
    let name = |at: usize| match pieces.list[at].kind {
        PieceKind::Entity(id) if !is_sold(id) && scene.entities.at(pieces.list[at].tokens.start).is_some() => {
            Some(Who::Entity(id, pieces.list[at].tokens))
        }
        _ => None,
    };
    let share = |at: usize| match pieces.list[at].kind {
        PieceKind::Percentage(index) => Some(scene.mentions.share(index)?.quantity.value),
        _ => pieces.has_cue(pieces.list[at].tokens.start, DealCue::Rest).then_some(None),
    };
    let first = |is: &dyn Fn(usize) -> bool| (0..pieces.list.len()).find(|at| is(*at)).unwrap_or(pieces.list.len());
    // "80% belongs to Cairn and 20% to Peter Arden"
    let share_first = first(&|at| share(at).is_some()) < first(&|at| name(at).is_some());
    let (mut holdings, mut names, mut open) = (Vec::new(), Vec::<(Who, bool)>::new(), None);
    // "The Cairn fund, managed by Arden, holds 80%": not Arden.
    let holders = |names: &mut Vec<(Who, bool)>| -> Vec<Who> {
        let free = names.iter().any(|(_, governed)| !governed);
        std::mem::take(names).into_iter().filter(|(_, governed)| !(free && *governed)).map(|(who, _)| who).collect()
    };
    for at in 0..pieces.list.len() {
        if let Some(who) = name(at) {
            names.push((who, pieces.is_governed(at)));
        } else if let Some(found) = share(at) {
            let told = if share_first { open.replace(found) } else { Some(found) };
            holdings.extend(told.map(|share| (holders(&mut names), share)));
        }
    }
    holdings.extend(open.map(|share| (holders(&mut names), share)));
    (holdings, names.into_iter().map(|(who, _)| who).collect())
}
