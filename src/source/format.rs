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
    /// One article, as a web page.
    #[cfg(feature = "html")]
    Html,
    /// One record a line.
    JsonLines,
    /// A web archive: WARC, or WET with the text of its pages.
    Warc,
}

impl Resolved {
    /// Whether inputs of this kind hold records.
    pub fn has_records(self) -> bool {
        matches!(self, Self::JsonLines | Self::Warc)
    }

    /// What a file of this name is, unpacked where it is compressed; `None` for names that do not tell.
    pub fn by_name(path: &Path) -> Option<Self> {
        let packed = path.extension().is_some_and(|extension| PACKED.iter().any(|known| extension == *known));
        let path = if packed { Path::new(path.file_stem()?) } else { path };
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "txt" | "text" => Some(Self::Text),
            "md" | "markdown" => Some(Self::Markdown),
            #[cfg(feature = "html")]
            "html" | "htm" | "xhtml" => Some(Self::Html),
            "jsonl" | "ndjson" => Some(Self::JsonLines),
            "warc" | "wet" => Some(Self::Warc),
            _ => None,
        }
    }

    /// What an input that starts with `bytes` is: records where its first line opens an object with a key, a web page where
    /// its first tag begins one.
    pub fn by_content(bytes: &[u8]) -> Self {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
        let key = bytes.strip_prefix(b"{").is_some_and(|rest| {
            let line = rest.split(|&byte| byte == b'\n').next().unwrap_or_default();
            line.trim_ascii_start().starts_with(b"\"")
        });
        match () {
            () if key => Self::JsonLines,
            () if bytes.starts_with(b"WARC/1.") => Self::Warc,
            #[cfg(feature = "html")]
            () if is_page(bytes) => Self::Html,
            () => Self::Text,
        }
    }
}

/// What the names of compressed files end in.
const PACKED: [&str; 4] = ["gz", "zst", "bz2", "zstd"];

/// Whether a web page begins here, perhaps after an XML declaration and comments.
#[cfg(feature = "html")]
fn is_page(bytes: &[u8]) -> bool {
    const LOOK: usize = 1024;
    if !bytes.starts_with(b"<") {
        return false;
    }
    let start = bytes[..bytes.len().min(LOOK)].to_ascii_lowercase();
    [&b"<!doctype html"[..], b"<html", b"<head", b"<body"].iter().any(|tag| memchr::memmem::find(&start, tag).is_some())
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
            ("a.jsonl.gz", Some(Resolved::JsonLines)),
            ("crawl.warc.wet.gz", Some(Resolved::Warc)),
            ("a.txt.zst", Some(Resolved::Text)),
            ("a.gz", None),
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
            ("WARC/1.0\r\n", Resolved::Warc),
            ("<b>bold</b> claims", Resolved::Text),
            ("", Resolved::Text),
        ] {
            assert_eq!(Resolved::by_content(content.as_bytes()), format, "{content}");
        }
    }

    #[cfg(feature = "html")]
    #[test]
    fn pages() {
        assert_eq!(Resolved::by_name(Path::new("a.HTM")), Some(Resolved::Html));
        for content in ["<!DOCTYPE html>", "\n<?xml version=\"1.0\"?><!-- x --><HTML lang=en>", "<head>"] {
            assert_eq!(Resolved::by_content(content.as_bytes()), Resolved::Html, "{content}");
        }
    }
}
