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

/// "for each Arden share", "je Arden-Aktie": the same with a name before its noun.
fn compound<'f>(
    reading: &Reading<'_>,
    figures: &'f Figures,
    sentence: TokenRange,
    end: usize,
) -> Option<&'f [PerWhat]> {
    /// Words before the name ("in cash for each"), and of the name.
    const WORDS: usize = 4;
    const NAME: usize = 3;
    if !sentence.has(end) || !reading.opens(&figures.per, end) {
        return None;
    }
    let document = reading.document();
    (1..=WORDS).find_map(|words| {
        let name = end + words;
        let capitals =
            (name..name + NAME).take_while(|&at| sentence.has(at) && document.tokens()[at].case.has_capital());
        capitals.map(|at| at + 1).find_map(|behind| {
            let noun = behind + usize::from(sentence.has(behind) && document.word(behind) == "-");
            let noun = Some(noun).filter(|&noun| sentence.has(noun))?;
            let phrase: Vec<_> = (end..name).chain([noun]).map(|at| reading.word_id(at)).collect();
            figures.per.exact(&phrase)
        })
    })
}
