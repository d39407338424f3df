//! What each percentage near a deal is: a stake before, in or after it, or none of these.

use super::{Control, Scene, Stake, StakeKind};
use crate::facts::frame::{PieceKind, Pieces};
use crate::language::Reading;
use crate::language::lexicon::Function;
use crate::language::lexicon::schema::ShareRole;
use crate::mentions::{PercentageUnit, Quantity};
use crate::text::TokenRange;
use rust_decimal::Decimal;

/// How many tokens before a percentage the words that tell its role may start.
const WINDOW: usize = 6;

/// The share of each of two partners who are said to have equal ones.
pub(super) fn halves() -> Stake {
    let half = Quantity { value: Some(Decimal::from(50)), ..Quantity::default() };
    Stake { percent: Some(half), control: Some(Control::Parity), kind: StakeKind::Acquired, ..Stake::default() }
}

/// The role that the words around percentage `index` give it; `None` where they say nothing.
pub(super) fn role(scene: &Scene<'_>, index: usize) -> Option<ShareRole> {
    let percentage = scene.mentions.share(index)?;
    if percentage.unit != PercentageUnit::Percent {
        return Some(ShareRole::Other);
    }
    let reading = scene.reading;
    let deals = &reading.lexicon(percentage.tokens.start).deals;
    let sentence = reading.document().sentences().get(reading.document().sentence_of(percentage.tokens.start))?.tokens;
    let first = percentage.tokens.start.saturating_sub(WINDOW).max(sentence.start);
    // "already owned a 12% stake", "the threshold of 20% of the capital", "the deal covers 80%", "now owns 80% of the company":
    // whatever word follows.
    let apart = (first..percentage.tokens.start).find_map(|start| {
        let found = reading.longest(&deals.share_before, start, sentence.end)?;
        let ends = found.tokens.end <= percentage.tokens.start && found.tokens.end + 3 > percentage.tokens.start;
        let role = found
            .values
            .iter()
            .find(|role| matches!(role, ShareRole::Before | ShareRole::Covered | ShareRole::Other | ShareRole::After));
        let next = || role != Some(&ShareRole::After) || found.tokens.end == percentage.tokens.start;
        role.filter(|_| ends && found.tokens.len() > 1 && next()).copied()
    });
    if apart.is_some() {
        return apart;
    }
    let behind = |end: usize| {
        let found = reading.longest(&deals.share_after, end, sentence.end).filter(|_| end < sentence.end)?;
        let role = found.values.first().copied()?;
        let dated = role == ShareRole::Stake && is_dated(scene, found.tokens.end);
        Some(if dated { ShareRole::MarketShare } else { role })
    };
    if let Some(role) = behind(percentage.tokens.end) {
        return Some(role);
    }
    // "with 25.6% and 25.1% of the market"
    if let Some(next) = scene.mentions.share(index + 1)
        && next.tokens.start == percentage.tokens.end + 1
        && behind(next.tokens.end) == Some(ShareRole::MarketShare)
    {
        return Some(ShareRole::MarketShare);
    }
    for gap in 0..2 {
        for start in first..percentage.tokens.start {
            if let Some(found) = reading.longest(&deals.share_before, start, sentence.end)
                && found.tokens.end + gap == percentage.tokens.start
                // One word speaks only for what is right behind it: "to take 49%" is no "to 49%".
                && (gap == 0 || found.tokens.len() > 1)
            {
                let role = found.values.first().copied();
                // "l'acquisition de 40 %", but "de 40 % à 60 %".
                let from = role != Some(ShareRole::Before) || !is_genitive(reading, found.tokens);
                return role.filter(|_| from || is_followed(scene, index));
            }
        }
    }
    None
}

/// "líder com 25,6% de participação *em 2011*": whether a share is told of a time and of no company, `at` being the token behind it.
fn is_dated(scene: &Scene<'_>, at: usize) -> bool {
    let words = &scene.reading.lexicon(at).grammar.words;
    let found = scene.reading.longest(words, at, at + 1).filter(|found| found.tokens.end == at + 1);
    let small = found.is_some_and(|found| matches!(found.values.first(), Some(Function::Preposition(_))));
    let dates = &scene.mentions.dates;
    let date =
        |at: usize| dates.get(dates.partition_point(|date| date.tokens.start < at)).map(|date| date.tokens.start);
    small && date(at + 1) == Some(at + 1)
}

/// Whether `words` are the preposition of the genitive and nothing else: "de" is of and from.
fn is_genitive(reading: &Reading<'_>, words: TokenRange) -> bool {
    let grammar = &reading.lexicon(words.start).grammar;
    let found = reading.longest(&grammar.words, words.start, words.end);
    let genitive = |word: &Function| matches!(word, Function::Preposition(known) if grammar.of == Some(*known));
    words.len() == 1 && found.is_some_and(|found| found.values.iter().any(genitive))
}

/// Whether the percentage behind percentage `index` says what becomes of it: "de 8 % *à 15 %*".
fn is_followed(scene: &Scene<'_>, index: usize) -> bool {
    let shares = [index, index + 1].map(|index| scene.mentions.share(index));
    let [Some(before), Some(after)] = shares else { return false };
    let near = after.tokens.start.checked_sub(before.tokens.end).is_some_and(|gap| gap <= WINDOW);
    near && role(scene, index + 1) == Some(ShareRole::After)
}

/// Whether all percentages in `sentence` tell how something rose or fell, and no sum stands beside them: "gained 3% while Arden
/// lost 2%".
pub(super) fn tells_market(scene: &Scene<'_>, sentence: TokenRange) -> bool {
    let within = |tokens: TokenRange| sentence.start <= tokens.start && tokens.end <= sentence.end;
    let money = &scene.mentions.money;
    let sum = money.get(money.partition_point(|sum| sum.tokens.start < sentence.start));
    let percentages = &scene.mentions.percentages;
    let first = percentages.partition_point(|percentage| percentage.tokens.start < sentence.start);
    let mut own = (first..percentages.len()).take_while(|&index| within(percentages[index].tokens)).peekable();
    own.peek().is_some()
        && !sum.is_some_and(|sum| within(sum.tokens))
        && own.all(|index| role(scene, index) == Some(ShareRole::Growth))
}

/// Whether a percentage tells how a share moved: "gained 3% in London".
pub(super) fn moves(scene: &Scene<'_>, pieces: &Pieces<'_>, share: usize) -> bool {
    let Some(percentage) = scene.mentions.share(share) else { return false };
    let next = pieces.position(percentage.tokens.end);
    let kind = |at: usize| pieces.list.get(at).map(|piece| piece.kind);
    let at_a_place = matches!(kind(next), Some(PieceKind::Function(Function::Preposition(_))))
        && kind(next + 1) == Some(PieceKind::Name);
    at_a_place || matches!(role(scene, share), Some(ShareRole::Growth | ShareRole::Premium | ShareRole::Other))
}
