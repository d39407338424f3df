//! Takes out of a page what says itself that it is no part of the article.
//!
//! Pages name their parts in class names and ids, in English wherever they are from: `caption`, `byline`,
//! `newsletter-signup`. A part that holds much of the page stays whatever it is called.

use dom_query::{Document, NodeRef};

/// Elements that nobody reads.
const UNSEEN: [&str; 4] = ["script", "style", "noscript", "template"];

/// Elements that hardly ever hold an article's own words.
const BESIDE: [&str; 10] =
    ["nav", "aside", "footer", "form", "button", "select", "figcaption", "iframe", "dialog", "menu"];

/// Words of class names and ids that tell what is no part of the text.
const WORDS: [&str; 77] = [
    "ad",
    "ads",
    "advert",
    "advertisement",
    "advertising",
    "affiliate",
    "author",
    "authors",
    "bio",
    "breadcrumb",
    "breadcrumbs",
    "byline",
    "bylines",
    "caption",
    "captions",
    "carousel",
    "comment",
    "comments",
    "consent",
    "cookie",
    "copyright",
    "credit",
    "credits",
    "dateline",
    "dek",
    "disclaimer",
    "disqus",
    "follow",
    "footer",
    "gallery",
    "hidden",
    "imagecaption",
    "infobox",
    "inlinerelated",
    "kicker",
    "legal",
    "lightbox",
    "login",
    "menu",
    "meta",
    "modal",
    "most",
    "nav",
    "newsletter",
    "outbrain",
    "pagination",
    "paywall",
    "photocaption",
    "photocredit",
    "popular",
    "popup",
    "posted",
    "promo",
    "promos",
    "promotion",
    "published",
    "pubdate",
    "readmore",
    "recirc",
    "recommended",
    "recommendations",
    "related",
    "relatedposts",
    "share",
    "sharebar",
    "sharedaddy",
    "sharing",
    "signup",
    "slideshow",
    "social",
    "sponsor",
    "sponsored",
    "subscribe",
    "subscription",
    "taboola",
    "timestamp",
    "trending",
];

/// Takes out what is no part of the article, as far as its names tell.
pub fn prune(document: &Document) {
    let Some(body) = document.body() else { return };
    let all = length(&body);
    take_out(&body, all / 4);
}

/// Bytes of text that a reader would see in `node`.
fn length(node: &NodeRef<'_>) -> usize {
    if node.is_text() {
        return node.text().trim().len();
    }
    if UNSEEN.iter().any(|name| node.has_name(name)) {
        return 0;
    }
    node.children_it(false).map(|child| length(&child)).sum()
}

/// Takes out what is named so under `node` and holds at most `most` bytes of text; tells how much text is left.
fn take_out(node: &NodeRef<'_>, most: usize) -> usize {
    if node.is_text() {
        return node.text().trim().len();
    }
    if UNSEEN.iter().any(|name| node.has_name(name)) {
        node.remove_children();
        return 0;
    }
    let mut left = 0;
    for child in node.children() {
        let held = take_out(&child, most);
        if child.is_element() && held <= most && is_beside(&child) {
            child.remove_from_parent();
        } else {
            left += held;
        }
    }
    left
}

fn is_beside(node: &NodeRef<'_>) -> bool {
    let named = |attribute: &str| node.attr(attribute).is_some_and(|names| has_word(&names));
    BESIDE.iter().any(|name| node.has_name(name))
        || node.has_attr("hidden")
        || node.attr("style").is_some_and(|style| style.replace(' ', "").contains("display:none"))
        || !node.has_name("body") && !node.has_name("article") && (named("class") || named("id") || named("itemprop"))
}

/// Whether a class name or id has one of the words: `post-byline`, `share_bar`, `relatedLinks`.
fn has_word(names: &str) -> bool {
    names.split(|character: char| !character.is_alphanumeric()).any(|name| {
        WORDS.contains(&name.to_ascii_lowercase().as_str())
            // Names that a program made up hold short words by chance (`hAdRRP`).
            || humps(name).any(|hump| hump.len() >= 5 && WORDS.contains(&hump.to_ascii_lowercase().as_str()))
    })
}

/// The parts of a name like `relatedLinks`.
fn humps(name: &str) -> impl Iterator<Item = &str> {
    let mut rest = name;
    std::iter::from_fn(move || {
        let mut lower = false;
        let end = rest.char_indices().find_map(|(at, character)| {
            let starts = lower && character.is_uppercase();
            lower = character.is_lowercase();
            starts.then_some(at)
        });
        let (hump, behind) = rest.split_at(end.unwrap_or(rest.len()));
        rest = behind;
        (!hump.is_empty()).then_some(hump)
    })
}
