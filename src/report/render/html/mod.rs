//! A report as a web page for people: the article with its words marked, and beside it what was read in them.
//!
//! One file without anything from elsewhere. The script and the style are the only ones the page's own policy admits, and
//! the article's words only ever reach it escaped.

mod article;
mod cards;
mod index;
mod story;

use std::fmt::{Display, Write};

pub use index::{Listing, index};

use crate::report::view::Report;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");
/// SHA-256 of the script, without which a browser does not run it.
const SCRIPT_HASH: &str = "sha256-hUSkGekeHSXfAHrAASyT7AbkkUdds57FWVIlOulMxF0=";

/// The page of one report; `text` is the article that its spans point into, and it should have been made with mentions.
pub fn html(report: &Report, text: &str) -> String {
    let mut out = html_start(title(report));
    out.push_str(&html_section(report, text, 1));
    out.push_str(&html_end());
    out
}

/// How a page begins.
pub fn html_start(title: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" \
         content=\"default-src 'none'; style-src 'unsafe-inline'; script-src '{SCRIPT_HASH}'; base-uri 'none'; form-action \
         'none'\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" \
         content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>{}</title>\n<style>\n{STYLE}</style>\n\
         </head>\n<body>\n<main>\n",
        Escaped(title)
    )
}

/// How a page ends.
pub fn html_end() -> String {
    format!("</main>\n<script>{SCRIPT}</script>\n</body>\n</html>\n")
}

/// The part of a page that shows one report; `number` tells it from others on the same page.
pub fn html_section(report: &Report, text: &str, number: usize) -> String {
    let facts = story::Facts::of(report);
    let mut out = String::new();
    let prefix = format!("a{number}");
    let language = Escaped(&report.language);
    push(&mut out, format_args!("<article class=\"report\" id=\"{prefix}\" data-prefix=\"{prefix}\">\n"));
    head(&mut out, report);
    push(
        &mut out,
        format_args!("<div class=\"sides\">\n<section class=\"words\" aria-label=\"Article\" lang=\"{language}\">\n"),
    );
    article::write(&mut out, report, text, &facts, &prefix);
    push(&mut out, format_args!("</section>\n<section class=\"facts\" aria-label=\"What was read in it\">\n"));
    cards::write(&mut out, report, &prefix);
    story::write(&mut out, report, &prefix);
    push(&mut out, format_args!("</section>\n</div>\n</article>\n"));
    out
}

/// What a report is called.
pub fn title(report: &Report) -> &str {
    let name = report.source.id.as_deref().or(report.source.name.as_deref());
    report.title.as_deref().or(name).unwrap_or("Report")
}

fn head(out: &mut String, report: &Report) {
    let source = &report.source;
    push(out, format_args!("<header>\n<h1 dir=\"auto\">{}</h1>\n<p class=\"origin\">", Escaped(title(report))));
    let mut said: Vec<String> = Vec::new();
    match source.url.as_deref().filter(|url| url.starts_with("https://") || url.starts_with("http://")) {
        Some(url) => said.push(format!(
            "<a href=\"{0}\" rel=\"noopener noreferrer nofollow\">{1}</a>",
            Escaped(url),
            Escaped(url.split('/').nth(2).unwrap_or(url))
        )),
        None => said.extend(source.name.as_deref().filter(|name| *name != "-").map(|name| Escaped(name).to_string())),
    }
    said.extend(source.published.as_deref().map(|day| format!("<time>{}</time>", Escaped(day))));
    said.push(format!("language {}", Escaped(&report.language)));
    said.extend(source.chars.map(|chars| format!("{chars} characters")));
    push(out, format_args!("{}</p>\n", said.join(" · ")));
    for warning in &report.warnings {
        push(out, format_args!("<p class=\"warning\">{}</p>\n", Escaped(&warning.message)));
    }
    push(out, format_args!("</header>\n"));
}

/// Appends.
fn push(out: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = out.write_fmt(text);
}

/// Text in which nothing is markup; what a page may not hold is a replacement character.
struct Escaped<'a>(&'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for character in self.0.chars() {
            match character {
                '&' => out.write_str("&amp;")?,
                '<' => out.write_str("&lt;")?,
                '>' => out.write_str("&gt;")?,
                '"' => out.write_str("&quot;")?,
                '\'' => out.write_str("&#39;")?,
                '\t' | '\n' | '\r' => out.write_char(character)?,
                _ if character.is_control() => out.write_char('\u{FFFD}')?,
                _ => out.write_char(character)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
