//! The items of a digest, each of which tells a story of its own.
//!
//! A text is a digest where its paragraphs open with labels ("BREWING. The mill of"), with signs of a paragraph, or stand
//! between separators ("***"), and where those named in one paragraph are not named in the next, again and again. Sums,
//! labels, descriptions and guesses reach no further than their own item.

use crate::entities::{Entities, EntityKind};
use crate::language::Reading;
use crate::text::{Block, BlockKind};

/// An article with fewer openings than this is no digest.
const FEWEST: usize = 3;
/// Items that nothing but the names in them tells apart, at least.
const CHAINS: usize = 3;
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
    /// The items of an article: none, unless one way of telling them apart recurs.
    pub(super) fn new(reading: &Reading<'_>, entities: &Entities) -> Self {
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
        let of_block =
            of_block.or_else(|| chained(reading, entities, false)).or_else(|| chained(reading, entities, true));
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

    /// The item of a block, where the article is a digest.
    pub(super) fn of(&self, block: usize) -> Option<usize> {
        self.of_block.get(block).copied()
    }

    /// Whether two blocks belong to one item, as all do in an article that is no digest.
    pub(super) fn same(&self, a: usize, b: usize) -> bool {
        self.of_block.get(a) == self.of_block.get(b)
    }
}

/// The items between the places that no name bridges: whoever is named before is not named again behind. The first heading may
/// name them all; where the names stand in those of the items, they are `headed`.
fn chained(reading: &Reading<'_>, entities: &Entities, headed: bool) -> Option<Vec<usize>> {
    let document = reading.document();
    let blocks = document.blocks();
    let heading = |block: &Block| block.kind == BlockKind::Heading;
    let headings = || blocks.iter().skip(1).filter(|block| heading(block)).count();
    if headed && headings() < CHAINS {
        return None;
    }
    let body = |at: usize| {
        let told = |block: &&Block| block.kind.tells() && (headed && at > 0 || !heading(block));
        blocks.get(at).filter(told).is_some()
    };
    // How many more are named on both sides of the place before a block than of the one before that.
    let mut bridges = vec![0_i32; blocks.len() + 1];
    let mut names_company = vec![false; blocks.len()];
    for entity in entities.all() {
        let company = entity.kind == EntityKind::Company;
        if !company && entity.kind != EntityKind::Person {
            continue;
        }
        let mut named =
            entity.mentions.iter().map(|mention| document.block_of(mention.tokens.start)).filter(|at| body(*at));
        let Some(first) = named.next() else { continue };
        names_company[first] |= company;
        let last = named.inspect(|at| names_company[*at] |= company).last().unwrap_or(first);
        bridges[first + 1] += 1;
        bridges[last + 1] -= 1;
    }
    let named = blocks.iter().zip(&names_company).skip(1).filter(|(block, named)| **named && heading(block));
    if headed && named.count() < CHAINS {
        return None;
    }
    let (mut of_block, mut sizes, mut over) = (Vec::with_capacity(blocks.len()), vec![0], 0);
    for (bridges, names_company) in bridges.into_iter().zip(names_company) {
        over += bridges;
        if names_company {
            match sizes.last_mut() {
                Some(size) if over > 0 || *size == 0 => *size += 1,
                _ => sizes.push(1),
            }
        }
        of_block.push(sizes.len() - 1);
    }
    // An article that ends with this and that is none.
    let largest = sizes.iter().max().copied().unwrap_or_default();
    (sizes.len() >= CHAINS && 2 * largest <= sizes.iter().sum::<usize>()).then_some(of_block)
}

/// "***": no words at all.
fn is_separator(reading: &Reading<'_>, block: &Block) -> bool {
    let mut words = block.tokens.positions().map(|at| reading.document().word(at));
    block.kind == BlockKind::Boilerplate && words.all(|word| !word.chars().any(char::is_alphanumeric))
}

fn has_sign(reading: &Reading<'_>, block: &Block) -> bool {
    let document = reading.document();
    let start = block.tokens.start;
    // "** Arden buys", but not "**Arden buys**"
    let stars = || {
        let signs = (start..block.tokens.end).take_while(|&at| document.word(at).starts_with('*')).count();
        let letters: usize = (start..start + signs).map(|at| document.word(at).len()).sum();
        letters == 2 && document.tokens().get(start + signs).is_some_and(|word| word.spaced)
    };
    block.tokens.len() > 1 && (SIGNS.contains(&document.word(start)) || stars())
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
