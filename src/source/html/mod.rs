//! A web page to its article: the text without what stands around it, and what the page says of itself.
//!
//! Takes decoded HTML; gives a [`Page`]. The main part is found by `dom_smoothie`, a port of Mozilla's Readability; before
//! it, [`prune`] takes out what calls itself a caption, a byline, a newsletter box; after it, [`blocks`] lays the rest out as
//! text and drops what is nothing but links. A page that would cost more than its length to parse is only stripped of its
//! tags ([`markup`]).

mod blocks;
mod markup;
mod metadata;
mod prune;

use chrono::NaiveDate;
use dom_query::Document;
use dom_smoothie::Readability;
use encoding_rs::Encoding;

use super::{Article, SourceError, is_language_tag};

/// What a web page holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Page {
    /// The article's text: paragraphs between blank lines, items after `- `, the cells of a row between ` | `.
    text: String,
    /// Headline.
    title: Option<String>,
    /// Day of publication.
    published: Option<NaiveDate>,
    /// Language tag, as the page has it.
    language: Option<String>,
    /// Its own address.
    url: Option<String>,
}

/// Text shorter than this share of what the page says in all was hardly its article.
const LEAST_SHARE: usize = 20;

/// The most bytes a page may have: a tree takes many times the memory of its text.
const LARGEST: usize = 16 << 20;

/// Makes `article.text`, a page, the text of the article on it, and takes over what the page says of itself.
pub(super) fn take_over(article: &mut Article) -> Result<(), SourceError> {
    if article.text.len() > LARGEST {
        return Err(SourceError::TooLarge(LARGEST));
    }
    let page = read(&article.text);
    article.text = page.text;
    article.extracted = true;
    article.title = page.title;
    article.published = page.published;
    article.language_hint = page.language.filter(|tag| is_language_tag(tag));
    article.url = page.url;
    Ok(())
}

/// The encoding that a page names in its first bytes.
pub(super) fn declared_encoding(bytes: &[u8]) -> Option<&'static Encoding> {
    const LOOK: usize = 4096;
    let start = bytes[..bytes.len().min(LOOK)].to_ascii_lowercase();
    let at = memchr::memmem::find(&start, b"charset=").map(|at| at + 8);
    let at = at.or_else(|| memchr::memmem::find(&start, b"encoding=").map(|at| at + 9))?;
    let label = start[at..].trim_ascii_start();
    let label = label.strip_prefix(b"\"").or_else(|| label.strip_prefix(b"'")).unwrap_or(label);
    let end = label.iter().position(|byte| !byte.is_ascii_alphanumeric() && !b"-_:".contains(byte))?;
    Encoding::for_label(&label[..end])
}

/// Reads a page.
fn read(html: &str) -> Page {
    if !markup::is_parsable(html) {
        return Page { text: markup::strip(html), ..Page::default() };
    }
    let document = Document::from(html);
    let mut page = metadata::read(&document);
    prune::prune(&document);
    let everything = blocks::whole(&document);
    page.text = main_part(document, page.title.as_deref())
        .filter(|text| text.len() * LEAST_SHARE >= everything.len())
        .unwrap_or(everything);
    page
}

/// The text of the part that looks like an article, if one does.
fn main_part(document: Document, title: Option<&str>) -> Option<String> {
    let mut readability = Readability::with_document(document, None, None).ok()?;
    let content = readability.parse().ok()?.content;
    let text = blocks::article(&Document::fragment(content), title);
    (!text.trim().is_empty()).then_some(text)
}

#[cfg(test)]
mod tests;
