//! Tags without a tree: how much work a parser would have with them, and the text that is left without them.

use html_escape::decode_html_entities;
use memchr::{memchr, memchr3, memmem};

/// Elements open at once that a page may have; real ones stay under a hundred, and the parser keeps a stack of them.
const DEEPEST: usize = 400;
/// Attributes that a tag may have; the parser compares each with all before it.
const MOST_ATTRIBUTES: usize = 500;
/// Formatting elements that are opened again in every block they are left open in: the sum over all blocks, per page.
const REOPENED: usize = 500_000;

/// Elements that hold nothing, or that end by themselves where the next of their kind begins.
const SHALLOW: [&str; 28] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p",
    "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot", "rp", "rt",
];
/// Elements that a parser opens again in the next block where they were not closed.
const FORMATTING: [&str; 14] =
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];
/// Elements whose content is no markup.
const OPAQUE: [&str; 8] = ["script", "style", "textarea", "title", "xmp", "noscript", "svg", "template"];
/// Elements that stand within a line; all others begin and end one.
const INLINE: [&str; 22] = [
    "a", "abbr", "b", "bdi", "big", "cite", "code", "em", "font", "i", "img", "mark", "nobr", "q", "s", "small",
    "span", "strike", "strong", "sub", "sup", "u",
];

/// Whether parsing `html` takes time that grows with its length only.
pub fn is_parsable(html: &str) -> bool {
    let (mut depth, mut formatting, mut reopened) = (0_usize, 0_usize, 0_usize);
    for piece in Pieces::of(html) {
        let Piece::Tag { name, closes, attributes } = piece else { continue };
        let name = name.to_ascii_lowercase();
        let name = name.as_str();
        if FORMATTING.contains(&name) {
            formatting = if closes { formatting.saturating_sub(1) } else { formatting + 1 };
        } else {
            reopened += formatting;
        }
        if !SHALLOW.contains(&name) {
            depth = if closes { depth.saturating_sub(1) } else { depth + 1 };
        }
        if depth > DEEPEST || reopened > REOPENED || attributes > MOST_ATTRIBUTES {
            return false;
        }
    }
    true
}

/// The text between the tags, on a line a block.
pub fn strip(html: &str) -> String {
    let mut out = String::new();
    for piece in Pieces::of(html) {
        match piece {
            Piece::Text(text) => push_collapsed(&mut out, &decode_html_entities(text)),
            Piece::Tag { name, .. } if INLINE.iter().any(|inline| name.eq_ignore_ascii_case(inline)) => {}
            Piece::Tag { .. } => {
                if !out.is_empty() && !out.ends_with('\n') {
                    out.push('\n');
                }
            }
        }
    }
    out
}

fn push_collapsed(out: &mut String, text: &str) {
    for character in text.chars() {
        if !character.is_ascii_whitespace() {
            out.push(character);
        } else if !out.is_empty() && !out.ends_with([' ', '\n']) {
            out.push(' ');
        }
    }
}

enum Piece<'h> {
    Tag { name: &'h str, closes: bool, attributes: usize },
    Text(&'h str),
}

/// The tags of a page and the text between them; comments and scripts are left out.
struct Pieces<'h> {
    rest: &'h str,
}

impl<'h> Pieces<'h> {
    fn of(html: &'h str) -> Self {
        Self { rest: html }
    }

    /// Skips what an opaque element holds, up to its end tag.
    fn skip_content(&mut self, name: &str) {
        let mut from = 0;
        while let Some(at) = memmem::find(&self.rest.as_bytes()[from..], b"</") {
            let end = from + at + 2;
            let tag = self.rest.as_bytes().get(end..end + name.len());
            if tag.is_some_and(|tag| tag.eq_ignore_ascii_case(name.as_bytes())) {
                self.rest = &self.rest[from + at..];
                return;
            }
            from = end;
        }
        // Never closed: an HTML parser takes it to reach to the end as well.
        self.rest = "";
    }
}

impl<'h> Iterator for Pieces<'h> {
    type Item = Piece<'h>;

    fn next(&mut self) -> Option<Piece<'h>> {
        loop {
            let rest = self.rest;
            if rest.is_empty() {
                return None;
            }
            let Some(inside) = rest.strip_prefix('<') else {
                let end = memchr(b'<', rest.as_bytes()).unwrap_or(rest.len());
                self.rest = &rest[end..];
                return Some(Piece::Text(&rest[..end]));
            };
            if let Some(comment) = inside.strip_prefix("!--") {
                self.rest = memmem::find(comment.as_bytes(), b"-->").map_or("", |end| &comment[end + 3..]);
                continue;
            }
            let (closes, named) = inside.strip_prefix('/').map_or((false, inside), |named| (true, named));
            let length = named.bytes().take_while(u8::is_ascii_alphanumeric).count();
            if length == 0 && !inside.starts_with(['!', '?', '/']) {
                // A `<` that opens no tag.
                self.rest = inside;
                return Some(Piece::Text("<"));
            }
            let name = &named[..length];
            let (rest, attributes) = behind_tag(&named[length..]);
            self.rest = rest;
            if length == 0 {
                continue;
            }
            if !closes && OPAQUE.iter().any(|opaque| name.eq_ignore_ascii_case(opaque)) {
                self.skip_content(name);
            }
            return Some(Piece::Tag { name, closes, attributes });
        }
    }
}

/// What follows the `>` of a tag whose name has been read, and how many attributes it has at most; within quotation marks
/// nothing counts.
fn behind_tag(mut rest: &str) -> (&str, usize) {
    let blanks = |text: &str| text.bytes().filter(|byte| byte.is_ascii_whitespace() || *byte == b'/').count();
    let mut attributes = 0;
    while let Some(at) = memchr3(b'>', b'"', b'\'', rest.as_bytes()) {
        attributes += blanks(&rest[..at]);
        let mark = rest.as_bytes()[at];
        rest = &rest[at + 1..];
        // A quotation mark that is never closed is only a mark.
        if mark == b'>' {
            return (rest, attributes);
        } else if let Some(close) = memchr(mark, rest.as_bytes()) {
            rest = &rest[close + 1..];
            attributes += 1;
        }
    }
    ("", attributes)
}
