//! What a sum is the price of one of, by the words behind it.

use super::Per;
use crate::language::Reading;
use crate::language::lexicon::{Figures, PerWhat};
use crate::text::TokenRange;

/// What a sum that ends at token `end` is the price of one of.
pub(super) fn per(reading: &Reading<'_>, figures: &Figures, sentence: TokenRange, end: usize) -> Option<Per> {
    let hyphen = usize::from(sentence.has(end) && reading.document().word(end) == "-");
    let found = reading.longest(&figures.per, end + hyphen, sentence.end).map(|found| found.values);
    let found = found.or_else(|| compound(reading, figures, sentence, end))?;
    found.first().map(|what| match what {
        PerWhat::Share => Per::Share,
        PerWhat::Year => Per::Year,
        PerWhat::Unit => Per::Unit,
    })
}

/// "je Arden-Aktie": the same with a name before its noun.
fn compound<'f>(
    reading: &Reading<'_>,
    figures: &'f Figures,
    sentence: TokenRange,
    end: usize,
) -> Option<&'f [PerWhat]> {
    const WORDS: usize = 3;
    (1..=WORDS).find_map(|words| {
        let noun = end + words + 2;
        if !sentence.has(noun) || reading.document().word(noun - 1) != "-" {
            return None;
        }
        let phrase: Vec<_> = (end..end + words).chain([noun]).map(|at| reading.word_id(at)).collect();
        figures.per.exact(&phrase)
    })
}
