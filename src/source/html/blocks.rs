//! A tree to text: a block of lines for a paragraph, a heading, an item, a row of a table.

use dom_query::{Document, NodeRef};

/// What a block is, as far as its layout goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Paragraph,
    Heading,
    Item,
    Row,
}

#[derive(Debug)]
struct Block {
    kind: Kind,
    text: String,
    /// Bytes of the text that are links.
    linked: usize,
}

/// All text of a page.
pub fn whole(document: &Document) -> String {
    laid_out(&Layout::of(document))
}

/// The text of the part that holds the article, without its title and blocks that only lead elsewhere.
pub fn article(document: &Document, title: Option<&str>) -> String {
    let mut blocks = Layout::of(document);
    let all: usize = blocks.iter().map(|block| block.text.len()).sum();
    let leading: usize = blocks.iter().filter(|block| leads_elsewhere(block)).map(|block| block.text.len()).sum();
    if leading * 2 < all {
        blocks.retain(|block| !leads_elsewhere(block));
    }
    if blocks.first().is_some_and(|first| first.kind == Kind::Heading && Some(first.text.as_str()) == title) {
        blocks.remove(0);
    }
    let start = blocks.iter().position(|block| !stands_above(block)).unwrap_or(0);
    blocks.drain(..start);
    without_bare_headings(&mut blocks);
    laid_out(&blocks)
}

/// Nothing but links, and what introduces them ("Related: …").
fn leads_elsewhere(block: &Block) -> bool {
    block.linked * 10 >= block.text.len() * 8
}

/// A line of facts above the first sentence: who, when, which column ("Posted 9:41 | 3 comments").
fn stands_above(block: &Block) -> bool {
    const LONGEST: usize = 100;
    let sentence = block.text.ends_with(['.', '!', '?', '…', '。', '”', '"', '»', ':']);
    let facts = block.text.contains(|character: char| character.is_ascii_digit() || "|>©".contains(character));
    block.kind == Kind::Paragraph && block.text.len() < LONGEST && facts && !sentence
}

/// Drops headings that nothing follows.
fn without_bare_headings(blocks: &mut Vec<Block>) {
    let mut kept: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in std::mem::take(blocks).into_iter().rev() {
        if block.kind == Kind::Heading && kept.is_empty() {
            continue;
        }
        kept.push(block);
    }
    kept.reverse();
    *blocks = kept;
}

fn laid_out(blocks: &[Block]) -> String {
    let mut out = String::new();
    let mut before = None;
    for block in blocks {
        match (before, block.kind) {
            (None, _) => {}
            (Some(Kind::Item), Kind::Item) | (Some(Kind::Row), Kind::Row) => out.push('\n'),
            _ => out.push_str("\n\n"),
        }
        if block.kind == Kind::Item {
            out.push_str("- ");
        }
        out.push_str(&block.text);
        before = Some(block.kind);
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

struct Layout {
    blocks: Vec<Block>,
    kind: Kind,
    text: String,
    linked: usize,
    /// Whether white space is still to be written before what comes.
    space: bool,
}

impl Layout {
    fn of(document: &Document) -> Vec<Block> {
        let mut layout =
            Self { blocks: Vec::new(), kind: Kind::Paragraph, text: String::new(), linked: 0, space: false };
        let root = document.body().unwrap_or_else(|| document.root());
        layout.children(&root, false);
        layout.end();
        layout.blocks
    }

    fn children(&mut self, node: &NodeRef<'_>, link: bool) {
        for child in node.children_it(false) {
            if child.is_text() {
                self.text(&child.text(), link);
            } else if let Some(name) = child.node_name() {
                self.element(&child, &name, link);
            }
        }
    }

    fn element(&mut self, node: &NodeRef<'_>, name: &str, link: bool) {
        match name {
            "script" | "style" | "noscript" | "template" | "svg" | "head" | "iframe" | "math" => {}
            "br" => self.line(),
            "a" => self.children(node, true),
            "p" | "div" | "section" | "article" | "main" | "header" | "footer" | "aside" | "blockquote" | "ul"
            | "ol" | "dl" | "dt" | "dd" | "figure" | "figcaption" | "table" | "caption" | "pre" | "hr" | "address"
            | "details" | "summary" | "center" | "form" | "fieldset" | "body" | "html" | "nav" => {
                self.block(node, self.kind, link)
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.block(node, Kind::Heading, link),
            "li" => self.block(node, Kind::Item, link),
            "tr" => self.block(node, Kind::Row, link),
            "td" | "th" if self.kind == Kind::Row => {
                if !self.text.is_empty() {
                    self.text.push_str(" |");
                    self.space = true;
                }
                // A cell is one piece of its row, whatever it is made of.
                self.cell(node, link);
            }
            _ => self.children(node, link),
        }
    }

    fn block(&mut self, node: &NodeRef<'_>, kind: Kind, link: bool) {
        self.end();
        let outer = std::mem::replace(&mut self.kind, kind);
        self.children(node, link);
        self.end();
        self.kind = outer;
    }

    fn cell(&mut self, node: &NodeRef<'_>, link: bool) {
        for inner in node.descendants_it().filter(NodeRef::is_text) {
            self.text(&inner.text(), link);
            self.space = true;
        }
    }

    fn text(&mut self, text: &str, link: bool) {
        let before = self.text.len();
        for character in text.chars() {
            if character.is_ascii_whitespace() {
                self.space = true;
                continue;
            }
            if std::mem::take(&mut self.space) && !self.text.is_empty() && !self.text.ends_with('\n') {
                self.text.push(' ');
            }
            self.text.push(character);
        }
        if link {
            self.linked += self.text.len() - before;
        }
    }

    fn line(&mut self) {
        self.space = false;
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    fn end(&mut self) {
        self.space = false;
        let text = std::mem::take(&mut self.text);
        let linked = std::mem::take(&mut self.linked);
        let text = text.trim();
        if !text.is_empty() {
            self.blocks.push(Block { kind: self.kind, text: text.to_owned(), linked });
        }
    }
}
