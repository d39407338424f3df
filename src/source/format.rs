//! What comes in, told by name or content.

use std::path::Path;

/// What an input is, as far as the user says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// Told by name, then by content.
    #[default]
    Auto,
    /// Surely this.
    Is(Resolved),
}

/// What an input is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resolved {
    /// One article, as plain text.
    Text,
    /// One article, with Markdown's marks and perhaps front matter.
    Markdown,
    /// One record a line.
    JsonLines,
}

impl Resolved {
    /// What a file of this name is; `None` for names that do not tell.
    pub fn by_name(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "txt" | "text" => Some(Self::Text),
            "md" | "markdown" => Some(Self::Markdown),
            "jsonl" | "ndjson" => Some(Self::JsonLines),
            _ => None,
        }
    }

    /// What an input that starts with `bytes` is: records where its first line opens an object with a key.
    pub fn by_content(bytes: &[u8]) -> Self {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
        let key = bytes.strip_prefix(b"{").is_some_and(|rest| {
            let line = rest.split(|&byte| byte == b'\n').next().unwrap_or_default();
            line.trim_ascii_start().starts_with(b"\"")
        });
        if key { Self::JsonLines } else { Self::Text }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_name() {
        for (name, format) in [
            ("a.txt", Some(Resolved::Text)),
            ("a.b.MD", Some(Resolved::Markdown)),
            ("news/a.jsonl", Some(Resolved::JsonLines)),
            ("a.json", None),
            ("txt", None),
            (".txt", None),
        ] {
            assert_eq!(Resolved::by_name(Path::new(name)), format, "{name}");
        }
    }

    #[test]
    fn by_content() {
        for (content, format) in [
            ("{\"text\": \"x\"}", Resolved::JsonLines),
            ("\u{FEFF}\n { \"id\"", Resolved::JsonLines),
            ("{\n\"text\": 1}", Resolved::Text),
            ("{braces} in text", Resolved::Text),
            ("", Resolved::Text),
        ] {
            assert_eq!(Resolved::by_content(content.as_bytes()), format, "{content}");
        }
    }
}
