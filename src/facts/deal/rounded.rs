//! Figures that a heading rounds and the text below it tells in full: "takes 7% of Arden", "has amassed 7.02 per cent of".

use rust_decimal::{Decimal, RoundingStrategy};

use super::{Deal, Scene, figures};
use crate::entities::Evidence;
use crate::mentions::Quantity;
use crate::text::{BlockKind, Span, TokenRange};

/// Percent of a rounded figure that it may be off.
const OFF: i64 = 5;

/// Gives deals the figures of the sentences that tell them in place of those that a heading rounds.
pub(super) fn tell_in_full(scene: &Scene<'_>, deals: &mut [Deal]) {
    let (sums, shares) = (&scene.mentions.money, &scene.mentions.percentages);
    for deal in deals {
        let told = told(scene, deal);
        if let Some(amount) = deal.amount.as_mut().filter(|amount| is_in_heading(scene, amount.value.span)) {
            let currency = amount.value.currency;
            let sums = told.iter().flat_map(|sentence| within(sums, *sentence, |sum| sum.tokens));
            let sums = sums.filter(|sum| sum.currency == currency && sum.per.is_none());
            if let Some((quantity, span)) = finer(amount.value.quantity, sums.map(|sum| (sum.quantity, sum.span))) {
                amount.value.quantity = quantity;
                amount.value.span = span;
                amount.add(Evidence::new(span, "in-full"));
            }
        }
        let heading = deal.stake.as_mut().filter(|stake| is_in_heading(scene, stake.evidence()[0].span));
        if let Some(stake) = heading
            && let Some(percent) = stake.value.percent
        {
            let shares = told.iter().flat_map(|sentence| within(shares, *sentence, |share| share.tokens));
            if let Some((quantity, span)) = finer(percent, shares.map(|share| (share.quantity, share.span))) {
                stake.value.percent = Some(quantity);
                stake.add(Evidence::new(span, "in-full"));
            }
        }
    }
}

/// The sentences that tell a deal, in order, without those of headings.
fn told(scene: &Scene<'_>, deal: &Deal) -> Vec<TokenRange> {
    let document = scene.reading.document();
    let mut told: Vec<usize> = figures::sentences(scene, deal).into_iter().collect();
    told.sort_unstable();
    let tokens = told.into_iter().filter_map(|at| Some(document.sentences().get(at)?.tokens));
    tokens.filter(|tokens| !opens_in_heading(scene, tokens.start)).collect()
}

/// The mentions, which are in order, that stand in a sentence.
fn within<T>(mentions: &[T], sentence: TokenRange, tokens: impl Fn(&T) -> TokenRange) -> impl Iterator<Item = &T> {
    let first = mentions.partition_point(|mention| tokens(mention).start < sentence.start);
    mentions[first..].iter().take_while(move |mention| tokens(mention).start < sentence.end)
}

/// The first of `figures` that `rounded` rounds, if none of them is that figure itself.
fn finer(rounded: Quantity, figures: impl Iterator<Item = (Quantity, Span)>) -> Option<(Quantity, Span)> {
    let value = rounded.value?;
    let mut finer = None;
    for (quantity, span) in figures {
        match quantity.value {
            Some(other) if other == value => return None,
            Some(other) if is_rounded(value, other) => finer = finer.or(Some((quantity, span))),
            _ => {}
        }
    }
    finer
}

fn is_in_heading(scene: &Scene<'_>, span: Span) -> bool {
    opens_in_heading(scene, scene.reading.document().tokens_in(span).start)
}

fn opens_in_heading(scene: &Scene<'_>, at: usize) -> bool {
    let document = scene.reading.document();
    document.blocks().get(document.block_of(at)).is_some_and(|block| block.kind == BlockKind::Heading)
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
