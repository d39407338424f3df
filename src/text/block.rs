//! The parts a page is made of.

use super::{Span, TokenRange};

/// A heading, a paragraph, an item of a list and so on: what line breaks set apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What part it plays.
    pub kind: BlockKind,
    /// Where it stands, without white space around it.
    pub span: Span,
    /// Its tokens.
    pub tokens: TokenRange,
    /// Its sentences, as positions in [`super::Document::sentences`].
    pub sentences: std::ops::Range<usize>,
    /// Place, date and agency before the first words of a wire story (`PARIS, March 3 (Wire) -`): no names of the story.
    /// It is the first of the sentences; empty where there is none, and the whole block where a line holds nothing else.
    pub dateline: TokenRange,
}

impl Block {
    /// Its tokens behind the dateline.
    pub fn words(&self) -> TokenRange {
        TokenRange::new(self.dateline.end.max(self.tokens.start), self.tokens.end)
    }
}

/// What part a block plays in the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// The title or a subheading: short, on a line of its own, without a final stop.
    Heading,
    /// Running text.
    Paragraph,
    /// An item of a list.
    ListItem,
    /// A question set apart, as in an interview or a list of questions.
    Question,
    /// The paragraph after a question.
    Answer,
    /// Somebody's words set apart as a block.
    Quotation,
    /// Text that comes with every release: "About X", contacts, disclaimers, share buttons.
    Boilerplate,
    /// Who wrote the article.
    Signature,
    /// Who the writer is, told below the article.
    Biography,
}

impl BlockKind {
    /// Whether facts may be taken from it.
    pub fn tells(self) -> bool {
        !matches!(self, BlockKind::Boilerplate | BlockKind::Signature | BlockKind::Biography)
    }

    /// Whether those it names are told of.
    pub fn introduces(self) -> bool {
        self.tells() || self == BlockKind::Biography
    }
}
