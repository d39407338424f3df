//! Markdown to text: front matter (YAML between `---`, TOML between `+++`) is taken over, marks are taken off.
//!
//! Only marks that would get in the way of reading are known: headings, emphasis, links, images, code, quotations, rules,
//! HTML comments. What is no Markdown passes unchanged.

use super::Article;
use super::record::{day, language, no_day};

/// Makes `article.text` plain and takes over what its front matter says of title, language, address and day.
pub(super) fn read(article: &mut Article) {
    let text = std::mem::take(&mut article.text);
    let body = match front_matter(&text) {
        Some(Front { lines, toml, body }) => {
            let fields = if toml { toml_fields(lines) } else { yaml_fields(lines) };
            fields.into_iter().for_each(|(key, value)| take_over(article, &key, value));
            body
        }
        None => &text,
    };
    article.text = plain(body);
}

/// What stands above the text.
struct Front<'t> {
    lines: &'t str,
    toml: bool,
    body: &'t str,
}

/// The lines between two `---` or `+++` at the top, and what follows.
fn front_matter(text: &str) -> Option<Front<'_>> {
    let (mark, toml) = if text.starts_with("+++") { ("+++", true) } else { ("---", false) };
    let rest = text.strip_prefix(mark)?.trim_start_matches([' ', '\t']);
    let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n'))?;
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        let line_end = line.trim_end();
        if line_end == mark || !toml && line_end == "..." {
            return Some(Front { lines: &rest[..at], toml, body: &rest[at + line.len()..] });
        }
        at += line.len();
    }
    None
}

/// The scalars at the top of a TOML document; none of one that is damaged.
fn toml_fields(lines: &str) -> Vec<(String, String)> {
    let table: toml::Table = lines.parse().unwrap_or_default();
    let text = |value: toml::Value| match value {
        toml::Value::String(text) => Some(text),
        toml::Value::Datetime(moment) => Some(moment.to_string()),
        _ => None,
    };
    table.into_iter().filter_map(|(key, value)| Some((key, text(value)?))).collect()
}

/// The scalars at the top of a YAML document, as they are written in front matter: on the line of their key, or folded in
/// the lines below it.
fn yaml_fields(lines: &str) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = Vec::new();
    // Whether the last value goes on in the lines that are indented.
    let mut folded = false;
    for line in lines.lines() {
        if line.starts_with([' ', '\t']) {
            if let Some((_, value)) = fields.last_mut().filter(|_| folded) {
                let space = if value.is_empty() { "" } else { " " };
                *value = format!("{value}{space}{}", line.trim());
            }
            continue;
        }
        let Some((key, value)) = line.split_once(':') else { continue };
        let value = value.trim();
        folded = matches!(value, ">" | ">-" | "|" | "|-");
        let value = if folded { "" } else { scalar(value) };
        fields.push((key.trim().to_owned(), value.to_owned()));
    }
    fields
}

/// A YAML scalar without quotation marks, or without a comment behind it.
fn scalar(value: &str) -> &str {
    for mark in ['"', '\''] {
        if let Some((text, _)) = value.strip_prefix(mark).and_then(|rest| rest.rsplit_once(mark)) {
            return text.trim();
        }
    }
    value.split_once(" #").map_or(value, |(value, _)| value).trim_end()
}

fn take_over(article: &mut Article, key: &str, value: String) {
    if value.is_empty() {
        return;
    }
    match key.to_ascii_lowercase().as_str() {
        "title" => article.title = Some(value),
        "lang" | "language" | "locale" => article.language = language(Some(value), &mut article.warnings),
        "url" | "link" | "canonical" | "canonical_url" => article.url = Some(value),
        "date" | "published" | "publishdate" | "pubdate" => {
            article.published = day(&value);
            if article.published.is_none() {
                article.warnings.push(no_day(&value));
            }
        }
        _ => {}
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
        let toml = "+++\ntitle = 'A = \"b\"' # c\ndate = 2024-05-31T10:00:00Z\nlanguage = \"pt-BR\"\n[params]\ntitle = \"x\"\n+++\n\nBody";
        let mut article = Article::from_text(toml);
        read(&mut article);
        assert_eq!((article.text.as_str(), article.title.as_deref()), ("\nBody", Some("A = \"b\"")));
        assert_eq!(article.language.as_deref(), Some("pt-BR"));
        assert_eq!(article.published, Some(chrono::NaiveDate::from_ymd_opt(2024, 5, 31).unwrap()));
        let mut damaged = Article::from_text("+++\ntitle = \n+++\nBody");
        read(&mut damaged);
        assert_eq!((damaged.text.as_str(), damaged.title), ("Body", None));
        let mut folded = Article::from_text(
            "---\ntitle: >-\n  Arvel: buys\n  Boreal\ntags:\n  - x\ndate: 2024-05-31 # a Friday\n...\nBody",
        );
        read(&mut folded);
        assert_eq!((folded.text.as_str(), folded.title.as_deref()), ("Body", Some("Arvel: buys Boreal")));
        assert!(folded.published.is_some() && folded.warnings.is_empty());
        let mut open = Article::from_text("---\ntitle: x\nno end");
        read(&mut open);
        assert_eq!((open.title, open.text.as_str()), (None, "\ntitle: x\nno end"));
    }
}
