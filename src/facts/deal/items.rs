//! The items of a digest, each of which tells a story of its own.
//!
//! A text is a digest where its paragraphs open with labels ("BREWING. The mill of"), with signs of a paragraph, or stand
//! between separators ("***"). Sums, labels and descriptions reach no further than their own item.

use crate::language::Reading;
use crate::text::{Block, BlockKind};

/// An article with fewer openings than this is no digest.
const FEWEST: usize = 3;
/// Longest label, in tokens, without its stop.
const LABEL: usize = 4;
/// Signs that open a paragraph of a digest.
const SIGNS: [&str; 6] = ["¶", "§", "■", "►", "▶", "◆"];

/// Which item each block belongs to.
#[derive(Debug, Default)]
pub(super) struct Items {
    /// The item of each block, counted from what stands before the first of them; empty where the article is no digest.
    of_block: Vec<usize>,
}

impl Items {
    /// The items of an article: none, unless one way of opening them recurs.
    pub(super) fn new(reading: &Reading<'_>) -> Self {
        let blocks = reading.document().blocks();
        // What stands below a heading of its own, or answers a question, goes on with the same story.
        let below = |position: usize| {
            let asks = |block: &Block| matches!(block.kind, BlockKind::Heading | BlockKind::Question);
            position > 1 && blocks.get(position - 1).is_some_and(asks)
        };
        let ways: [fn(&Reading<'_>, &Block) -> bool; 3] = [is_separator, has_sign, has_label];
        let of_block = ways.into_iter().find_map(|opens| {
            let mut item = 0;
            let count = |(position, block)| {
                item += usize::from(opens(reading, block) && !below(position));
                item
            };
            let of_block: Vec<usize> = blocks.iter().enumerate().map(count).collect();
            (item >= FEWEST).then_some(of_block)
        });
        Self { of_block: of_block.unwrap_or_default() }
    }

    /// Whether the article is a digest.
    pub(super) fn is_digest(&self) -> bool {
        !self.of_block.is_empty()
    }

    /// Whether block `block` opens another item than the block before it belongs to.
    pub(super) fn opens(&self, block: usize) -> bool {
        block > 0 && !self.same(block - 1, block)
    }

    /// Whether two blocks belong to one item, as all do in an article that is no digest.
    pub(super) fn same(&self, a: usize, b: usize) -> bool {
        self.of_block.get(a) == self.of_block.get(b)
    }
}

/// "***": no words at all.
fn is_separator(reading: &Reading<'_>, block: &Block) -> bool {
    let mut words = block.tokens.positions().map(|at| reading.document().word(at));
    block.kind == BlockKind::Boilerplate && words.all(|word| !word.chars().any(char::is_alphanumeric))
}

fn has_sign(reading: &Reading<'_>, block: &Block) -> bool {
    block.tokens.len() > 1 && SIGNS.contains(&reading.document().word(block.tokens.start))
}

/// "BREWING. The mill of Arden was sold.": a sentence of a few words before the news.
fn has_label(reading: &Reading<'_>, block: &Block) -> bool {
    let document = reading.document();
    let sentences = document.sentences().get(block.sentences.clone()).unwrap_or_default();
    let [label, _, ..] = sentences else { return false };
    let stop = label.tokens.len() > 1 && document.word(label.tokens.end - 1) == ".";
    let number = |at: usize| document.word(at).chars().any(char::is_numeric);
    let short = label.tokens.len() <= LABEL + 1 && !label.tokens.positions().any(number);
    block.kind == BlockKind::Paragraph && stop && short
}
