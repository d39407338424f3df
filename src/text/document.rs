//! The article, cut up once and for all.

use super::blocks::Piece;
use super::view::View;
use super::{
    Block, BlockKind, Orthography, Sentence, Span, Token, TokenKind, TokenRange, blocks, lines, sentence, tokenizer,
};

/// Words of a title, at least, where a section's name or another short line stands above it.
const TITLE: usize = 4;
/// Shortest paragraph that shows the story to have begun, in tokens.
const RUNNING: usize = 20;

/// An article as blocks of sentences of tokens. It borrows the text and never changes once built.
#[derive(Debug)]
pub struct Document<'t> {
    text: &'t str,
    folded: String,
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
    blocks: Vec<Block>,
    /// The position of the first block that tells.
    opening: usize,
}

impl<'t> Document<'t> {
    /// Cuts `text` into blocks, sentences and tokens; never fails, whatever the text. Time is linear in its length.
    pub fn parse(text: &'t str, orthography: &Orthography<'_>) -> Self {
        let (tokens, folded) = tokenizer::tokenize(text, orthography);
        let view = View { text, folded: &folded, tokens: &tokens, orthography };
        let mut sentences = Vec::new();
        let mut blocks = Vec::new();
        for piece in blocks::classify(view, &lines::group(view)) {
            let first = sentences.len();
            sentence::split(view, piece.tokens, piece.dateline, &mut sentences);
            let span = match (tokens.get(piece.tokens.start), tokens.get(piece.tokens.end.saturating_sub(1))) {
                (Some(first), Some(last)) => first.span.cover(last.span),
                _ => Span::default(),
            };
            let Piece { tokens, kind, dateline } = piece;
            blocks.push(Block { kind, span, tokens, sentences: first..sentences.len(), dateline });
        }
        let opening = blocks.iter().position(|block| block.kind.tells()).unwrap_or(0);
        Self { text, folded, tokens, sentences, blocks, opening }
    }

    /// The text it was made of.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// All tokens, in order.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// All sentences, in order.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// All blocks, in order.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The title: the first heading above the running text that has the words of one, or else the first of all above it. A label
    /// ("Read more:") is none, and a text that begins with its first paragraph has none.
    pub fn title(&self) -> Option<&Block> {
        let above = self.blocks.iter().filter(|block| block.kind.tells()).take_while(|block| !self.is_running(block));
        let mut headings = above.filter(|block| block.kind == BlockKind::Heading && !self.is_label(block));
        let is_word = |at: usize| self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word);
        let words = |block: &Block| block.words().positions().filter(|&at| is_word(at)).count();
        headings.clone().find(|block| words(block) >= TITLE).or_else(|| headings.next())
    }

    fn is_running(&self, block: &Block) -> bool {
        block.kind == BlockKind::Paragraph && block.tokens.len() >= RUNNING
    }

    fn is_label(&self, block: &Block) -> bool {
        self.word(block.tokens.end.saturating_sub(1)) == ":"
    }

    /// How many blocks stand between the opening of the story and the one at `block`: a menu above it does not count.
    pub fn blocks_before(&self, block: usize) -> usize {
        block.saturating_sub(self.opening)
    }

    /// The same in sentences.
    pub fn sentences_before(&self, sentence: usize) -> usize {
        let opening = self.blocks.get(self.opening).map_or(0, |block| block.sentences.start);
        sentence.saturating_sub(opening)
    }

    /// The words `span` cuts.
    pub fn cut(&self, span: Span) -> &'t str {
        span.of(self.text)
    }

    /// Token `at` as printed; nothing behind the last.
    pub fn word(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    /// Whether token `at` is a hyphen that joins the words on both of its sides.
    pub fn joins(&self, at: usize) -> bool {
        let tight = |at: usize| self.tokens.get(at).is_some_and(|token| !token.spaced);
        tight(at) && tight(at + 1) && self.word(at) == "-"
    }

    /// Token `at` in the form words are compared in ([`super::fold`]); nothing behind the last.
    pub fn folded(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.folded.of(&self.folded))
    }

    /// The words `span` cuts, on one line whatever line they break off at.
    pub fn on_one_line(&self, span: Span) -> String {
        let words = self.cut(span);
        if words.contains(['\n', '\r', '\t']) {
            words.split_whitespace().collect::<Vec<_>>().join(" ")
        } else {
            words.to_owned()
        }
    }

    /// From the first to the last of `tokens`; an empty span where there are none.
    pub fn span(&self, tokens: TokenRange) -> Span {
        match (self.tokens.get(tokens.start), tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last))) {
            (Some(first), Some(last)) if !tokens.is_empty() => Span::new(first.span.start, last.span.end),
            (Some(first), _) => Span::new(first.span.start, first.span.start),
            _ => Span::new(self.text.len(), self.text.len()),
        }
    }

    /// `tokens` as printed, from the first to the last.
    pub fn text_of(&self, tokens: TokenRange) -> &'t str {
        self.cut(self.span(tokens))
    }

    /// The position of the sentence that token `at` belongs to.
    pub fn sentence_of(&self, at: usize) -> usize {
        self.sentences.partition_point(|sentence| sentence.tokens.end <= at).min(self.sentences.len().saturating_sub(1))
    }

    /// The position of the block that token `at` belongs to.
    pub fn block_of(&self, at: usize) -> usize {
        self.blocks.partition_point(|block| block.tokens.end <= at).min(self.blocks.len().saturating_sub(1))
    }

    /// The tokens that lie wholly inside `span`.
    pub fn tokens_in(&self, span: Span) -> TokenRange {
        let start = self.tokens.partition_point(|token| token.span.start < span.start);
        let end = self.tokens.partition_point(|token| token.span.end <= span.end);
        TokenRange::new(start, end)
    }
}
