//! Markdown to text: front matter is taken over, marks are taken off.
//!
//! Only marks that would get in the way of reading are known: headings, emphasis, links, images, code, quotations, rules,
//! HTML comments. What is no Markdown passes unchanged.

use super::Article;
use super::record::{day, language, no_day};

/// Makes `article.text` plain and takes over what its front matter says of title, language, address and day.
pub(super) fn read(article: &mut Article) {
    let text = std::mem::take(&mut article.text);
    let body = match front_matter(&text) {
        Some((front, body)) => {
            take_over(article, front);
            body
        }
        None => &text,
    };
    article.text = plain(body);
}

/// The lines between two `---` at the top, and what follows.
fn front_matter(text: &str) -> Option<(&str, &str)> {
    let rest = text.strip_prefix("---")?;
    let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n'))?;
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some((&rest[..at], &rest[at + line.len()..]));
        }
        at += line.len();
    }
    None
}

fn take_over(article: &mut Article, front: &str) {
    for line in front.lines() {
        let Some((key, value)) = line.split_once(':') else { continue };
        let value = value.trim().trim_matches(['"', '\'']).trim().to_owned();
        if value.is_empty() {
            continue;
        }
        match key.trim() {
            "title" => article.title = Some(value),
            "lang" | "language" => article.language = language(Some(value), &mut article.warnings),
            "url" | "link" => article.url = Some(value),
            "date" | "published" => {
                article.published = day(&value);
                if article.published.is_none() {
                    article.warnings.push(no_day(&value));
                }
            }
            _ => {}
        }
    }
}

fn plain(body: &str) -> String {
    let mut out = String::with_capacity(body.len());
    let mut comment = false;
    for line in body.split_inclusive('\n') {
        let (text, end) = line.find(['\r', '\n']).map_or((line, ""), |end| line.split_at(end));
        let text = without_comments(text, &mut comment);
        inline(block_text(&text), &mut out);
        out.push_str(end);
    }
    out
}

/// What is left of a line outside `<!-- … -->`; `open` tells whether a comment goes on from the line before.
fn without_comments(line: &str, open: &mut bool) -> String {
    let mut out = String::new();
    let mut rest = line;
    loop {
        let mark = if *open { "-->" } else { "<!--" };
        let Some(at) = rest.find(mark) else { break };
        if !*open {
            out.push_str(&rest[..at]);
        }
        *open = !*open;
        rest = &rest[at + mark.len()..];
    }
    if !*open {
        out.push_str(rest);
    }
    out
}

/// A line without the marks that say what kind of block it is; list marks stay, as plain text has them too.
fn block_text(line: &str) -> &str {
    let mut text = if line.starts_with('>') { line.trim_start_matches('>').trim_start() } else { line };
    if text.starts_with('#') {
        let heading = text.trim_start_matches('#');
        if heading.is_empty() || heading.starts_with(' ') {
            text = heading.trim().trim_end_matches('#').trim_end();
        }
    }
    let marks = text.trim_end();
    let drawn: String = marks.split_whitespace().collect();
    let rule = drawn.len() >= 3 && ['-', '*', '_', '='].iter().any(|mark| drawn.trim_matches(*mark).is_empty());
    let fence = marks.starts_with("```") || marks.starts_with("~~~");
    match () {
        () if rule || fence => "",
        () if text.len() == line.len() => line,
        () => text,
    }
}

/// Appends a line without the marks inside it: `[text](link)` leaves its text, an image nothing, emphasis and code their
/// content, a backslash the mark behind it.
fn inline(line: &str, out: &mut String) {
    let mut rest = line;
    while let Some(at) = rest.find(['*', '_', '`', '[', '!', '\\']) {
        out.push_str(&rest[..at]);
        let before = rest[..at].chars().next_back().or_else(|| out.chars().next_back());
        let mark = &rest[at..];
        let mut after = mark.chars();
        let character = after.next().unwrap_or_default();
        let next = after.as_str();
        match character {
            '\\' if next.starts_with(|c: char| c.is_ascii_punctuation()) => {
                out.push_str(&next[..1]);
                rest = &next[1..];
                continue;
            }
            '!' | '[' => {
                let link = if character == '!' { next } else { mark };
                if let Some((text, behind)) = take_link(link) {
                    if character == '[' {
                        inline(text, out);
                    }
                    rest = behind;
                    continue;
                }
                out.push(character);
            }
            '`' => {}
            // `snake_case` and `2 * 3` are no emphasis.
            _ => {
                let inner = before.is_some_and(char::is_alphanumeric) && next.starts_with(char::is_alphanumeric);
                let apart = before.is_none_or(char::is_whitespace) && next.starts_with(char::is_whitespace);
                if apart || character == '_' && inner {
                    out.push(character);
                }
            }
        }
        rest = next;
    }
    out.push_str(rest);
}

/// The text of `[text](link)` at the start, and what follows it.
fn take_link(mark: &str) -> Option<(&str, &str)> {
    let inside = mark.strip_prefix('[')?;
    let close = inside.find(']')?;
    let target = inside[close + 1..].strip_prefix('(')?;
    let end = target.find(')')?;
    Some((&inside[..close], &target[end + 1..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_off() {
        for (marked, text) in [
            ("# Heading #\n\nText", "Heading\n\nText"),
            ("#hashtag and #2", "#hashtag and #2"),
            ("**Arvel** buys *Boreal* for `2` _billion_", "Arvel buys Boreal for 2 billion"),
            ("snake_case, 2 * 3 and a\\*b", "snake_case, 2 * 3 and a*b"),
            ("[Arvel **SA**](https://e.org/x_y) said ![logo](l.png)so", "Arvel SA said so"),
            ("an [open bracket and (this)!", "an [open bracket and (this)!"),
            ("> quoted\n> more", "quoted\nmore"),
            ("- item\n* * *\n---\nend", "- item\n\n\nend"),
            ("one <!-- two\nthree --> four\r\n", "one \n four\r\n"),
            ("```rust\ncode\n```", "\ncode\n"),
        ] {
            assert_eq!(plain(marked), text, "{marked}");
        }
    }

    #[test]
    fn front_matter_is_taken_over() {
        let text =
            "---\r\ntitle: \"A: b\"\r\ndate: 2024-05-31T10:00\r\nlang: fr\r\nurl: https://e.org/\r\nx\r\n---\r\nBody";
        let mut article = Article::from_text(text);
        read(&mut article);
        assert_eq!(article.text, "Body");
        assert_eq!(article.title.as_deref(), Some("A: b"));
        assert_eq!(article.language.as_deref(), Some("fr"));
        assert_eq!(article.url.as_deref(), Some("https://e.org/"));
        assert_eq!(article.published, Some(chrono::NaiveDate::from_ymd_opt(2024, 5, 31).unwrap()));
        let mut open = Article::from_text("---\ntitle: x\nno end");
        read(&mut open);
        assert_eq!((open.title, open.text.as_str()), (None, "\ntitle: x\nno end"));
    }
}
