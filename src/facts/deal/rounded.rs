//! Figures that a heading rounds and the text below it tells in full: "takes 7% of Arden", "has amassed 7.02 per cent of".

use std::collections::HashSet;

use rust_decimal::{Decimal, RoundingStrategy};

use super::{Deal, Scene, figures};
use crate::entities::Evidence;
use crate::mentions::Quantity;
use crate::text::{BlockKind, Span};

/// Percent of a rounded figure that it may be off.
const OFF: i64 = 5;

/// Gives deals the figures of the text in place of those that a heading rounds.
pub(super) fn tell_in_full(scene: &Scene<'_>, deals: &mut [Deal]) {
    for deal in deals {
        let told = figures::sentences(scene, deal);
        if let Some(amount) = &mut deal.amount
            && is_in_heading(scene, amount.value.span)
        {
            let currency = amount.value.currency;
            let sums = scene.mentions.money.iter().filter(|money| money.currency == currency && money.per.is_none());
            let sums = sums.map(|money| (money.quantity, money.span));
            if let Some((quantity, span)) = finer(scene, amount.value.quantity, sums, &told) {
                amount.value.quantity = quantity;
                amount.value.span = span;
                amount.add(Evidence::new(span, "in-full"));
            }
        }
        let Some(stake) = deal.stake.as_mut().filter(|stake| is_in_heading(scene, stake.evidence()[0].span)) else {
            continue;
        };
        let shares = (0..scene.mentions.shares()).filter_map(|index| scene.mentions.share(index));
        let shares = shares.map(|share| (share.quantity, share.span));
        if let Some(percent) = stake.value.percent
            && let Some((quantity, span)) = finer(scene, percent, shares, &told)
        {
            stake.value.percent = Some(quantity);
            stake.add(Evidence::new(span, "in-full"));
        }
    }
}

/// The figure of the sentences `told`, outside of headings, that `rounded` rounds, if none there is that figure itself.
fn finer(
    scene: &Scene<'_>,
    rounded: Quantity,
    figures: impl Iterator<Item = (Quantity, Span)>,
    told: &HashSet<usize>,
) -> Option<(Quantity, Span)> {
    let value = rounded.value?;
    let document = scene.reading.document();
    let mut finer = None;
    for (quantity, span) in figures.filter(|(_, span)| !is_in_heading(scene, *span)) {
        let Some(other) = quantity.value else { continue };
        if other == value {
            return None;
        }
        let place = document.sentence_of(document.tokens_in(span).start);
        if told.contains(&place) && is_rounded(value, other) {
            finer = finer.or(Some((quantity, span)));
        }
    }
    finer
}

fn is_in_heading(scene: &Scene<'_>, span: Span) -> bool {
    let document = scene.reading.document();
    let block = document.block_of(document.tokens_in(span).start);
    document.blocks().get(block).is_some_and(|block| block.kind == BlockKind::Heading)
}

/// Whether `coarse` is `fine`, told with fewer digits.
fn is_rounded(coarse: Decimal, fine: Decimal) -> bool {
    let digits = |value: Decimal| {
        let digits = value.normalize().mantissa().unsigned_abs().to_string();
        digits.trim_end_matches('0').len() as u32
    };
    let near = (coarse - fine).abs() * Decimal::ONE_HUNDRED <= coarse.abs() * Decimal::from(OFF);
    let round = |fine: Decimal| fine.round_sf_with_strategy(digits(coarse), RoundingStrategy::MidpointAwayFromZero);
    near && digits(fine) > digits(coarse) && round(fine) == Some(coarse)
}

#[cfg(test)]
mod tests {
    use super::is_rounded;
    use rust_decimal::Decimal;

    #[test]
    fn a_figure_rounds_what_has_more_digits() {
        let number = |text: &str| text.parse::<Decimal>().expect("a number");
        for (coarse, fine, rounded) in [
            ("7", "7.02", true),
            ("1300000000", "1260000000", true),
            ("50", "49.9", true),
            ("585", "585", false),
            ("7.02", "7", false),
            ("1000", "1400", false),
            ("30", "25", false),
            ("15", "15.6", false),
        ] {
            assert_eq!(is_rounded(number(coarse), number(fine)), rounded, "{coarse} {fine}");
        }
    }
}
