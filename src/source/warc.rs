//! Web archives: the pages and texts in WARC files, and in the WET files that hold the text of pages.
//!
//! Of the records only those with a document count: `response` and `resource` with HTML or plain text, `conversion` with
//! plain text. All others (requests, metadata, images) are passed over.

use std::io::{self, BufRead, Read};

use super::SourceError;

/// Bytes of the head of a record, or of a response in it, that are read at most.
const HEAD: usize = 64 << 10;

/// A document of an archive and what the archive says of it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Document {
    /// Number of its record, from 1.
    pub(super) number: usize,
    /// The record's id.
    pub(super) id: Option<String>,
    /// Where it was fetched.
    pub(super) url: Option<String>,
    /// When, as a timestamp.
    pub(super) fetched: Option<String>,
    /// `text/html; charset=utf-8`
    pub(super) media: String,
    /// The document.
    pub(super) body: Vec<u8>,
}

/// A record that may hold a document.
struct Record {
    head: Head,
    media: String,
    /// Nothing where it is too large.
    body: Option<Vec<u8>>,
}

/// Reads the documents of an archive.
pub(super) struct Archive<R> {
    reader: R,
    /// Records so far.
    number: usize,
    /// The most bytes of a record.
    limit: usize,
    /// Whether there is no going on.
    over: bool,
}

impl<R: BufRead> Archive<R> {
    pub(super) fn new(reader: R, limit: usize) -> Self {
        Self { reader, number: 0, limit, over: false }
    }

    /// Number of the record that was read last.
    pub(super) fn number(&self) -> usize {
        self.number
    }

    /// The next document; `None` at the end, and after damage beyond a single record.
    pub(super) fn next(&mut self) -> Result<Option<Document>, SourceError> {
        while !self.over {
            let record = self.record();
            self.over = record.is_err();
            let Some(Record { head, media, body }) = record? else {
                self.over = true;
                break;
            };
            let Some(body) = body else { return Err(SourceError::TooLarge(self.limit)) };
            let answered = media.to_ascii_lowercase().starts_with("application/http");
            let found = if answered { response(&body, self.limit)? } else { Some((media, body)) };
            if let Some((media, body)) = found {
                let trimmed = |name: &str| head.get(name).map(|value| value.trim_matches(['<', '>']).to_owned());
                return Ok(Some(Document {
                    number: self.number,
                    id: trimmed("warc-record-id"),
                    url: trimmed("warc-target-uri"),
                    fetched: trimmed("warc-date"),
                    media,
                    body,
                }));
            }
        }
        Ok(None)
    }

    /// The next record that may hold a document.
    fn record(&mut self) -> Result<Option<Record>, SourceError> {
        while let Some(head) = self.head()? {
            self.number += 1;
            let length = head.get("content-length").and_then(|length| length.trim().parse::<u64>().ok());
            let length = length.ok_or_else(|| SourceError::Damaged("a record does not tell its length".into()))?;
            let kind = head.get("warc-type").unwrap_or_default().to_ascii_lowercase();
            let media = head.get("content-type").unwrap_or_default().to_owned();
            let wanted = match kind.as_str() {
                "response" => media.to_ascii_lowercase().starts_with("application/http") || is_document(&media),
                "resource" | "conversion" => is_document(&media),
                _ => false,
            };
            if !wanted {
                self.skip(length)?;
                continue;
            }
            if length > self.limit as u64 {
                self.skip(length)?;
                return Ok(Some(Record { head, media, body: None }));
            }
            let mut body = Vec::new();
            (&mut self.reader).take(length).read_to_end(&mut body)?;
            if (body.len() as u64) < length {
                return Err(SourceError::Damaged("it ends within a record".into()));
            }
            return Ok(Some(Record { head, media, body: Some(body) }));
        }
        Ok(None)
    }

    /// The head of the next record.
    fn head(&mut self) -> Result<Option<Head>, SourceError> {
        // Records end in two empty lines; writers are not strict about them.
        let mut line = Vec::new();
        loop {
            line.clear();
            if (&mut self.reader).take(HEAD as u64).read_until(b'\n', &mut line)? == 0 {
                return Ok(None);
            }
            if !line.trim_ascii().is_empty() {
                break;
            }
        }
        if !line.starts_with(b"WARC/") {
            return Err(SourceError::Damaged("no record begins where one should".into()));
        }
        let mut head = Vec::new();
        loop {
            let from = head.len();
            let read = (&mut self.reader).take((HEAD - from) as u64 + 1).read_until(b'\n', &mut head)?;
            if read == 0 || head.len() > HEAD {
                return Err(SourceError::Damaged("the head of a record does not end".into()));
            }
            if head[from..].trim_ascii().is_empty() {
                return Ok(Some(Head::parse(&head)));
            }
        }
    }

    fn skip(&mut self, length: u64) -> io::Result<()> {
        io::copy(&mut (&mut self.reader).take(length), &mut io::sink()).map(|_| ())
    }
}

/// The media type and body of an HTTP response, where it brought a document.
fn response(bytes: &[u8], limit: usize) -> Result<Option<(String, Vec<u8>)>, SourceError> {
    let Some((head, body)) = split_head(bytes) else { return Ok(None) };
    let (status, lines) = head.split_at(memchr::memchr(b'\n', head).map_or(head.len(), |end| end + 1));
    if !status.split(|&byte| byte == b' ').nth(1).is_some_and(|code| code.starts_with(b"2")) {
        return Ok(None);
    }
    let head = Head::parse(lines);
    let media = head.get("content-type").unwrap_or_default();
    if !is_document(media) {
        return Ok(None);
    }
    let chunked = head.get("transfer-encoding").is_some_and(|how| how.to_ascii_lowercase().contains("chunked"));
    let body = if chunked { unchunked(body) } else { body.to_vec() };
    // Told by its first bytes: many archives keep the header of an encoding that they have undone.
    let mut unpacked = Vec::new();
    super::unpack::unpack(io::Cursor::new(body))?.take(limit as u64 + 1).read_to_end(&mut unpacked)?;
    if unpacked.len() > limit { Err(SourceError::TooLarge(limit)) } else { Ok(Some((media.to_owned(), unpacked))) }
}

fn split_head(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let look = &bytes[..bytes.len().min(HEAD)];
    let windows = memchr::memmem::find(look, b"\r\n\r\n").map(|at| (at, at + 4));
    let unix = || memchr::memmem::find(look, b"\n\n").map(|at| (at, at + 2));
    let (end, body) = windows.or_else(unix)?;
    Some((&bytes[..end], &bytes[body..]))
}

/// A body without the lengths of its chunks; as it is where it has none.
fn unchunked(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some(end) = memchr::memchr(b'\n', rest) {
        let size = rest[..end].split(|&byte| byte == b';').next().unwrap_or_default();
        let size = std::str::from_utf8(size).ok().and_then(|size| usize::from_str_radix(size.trim(), 16).ok());
        let Some(chunk) = size.and_then(|size| rest[end + 1..].get(..size)) else { break };
        if chunk.is_empty() {
            return out;
        }
        out.extend_from_slice(chunk);
        rest = &rest[end + 1 + chunk.len()..];
        rest = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")).unwrap_or(rest);
    }
    if out.is_empty() { body.to_vec() } else { out }
}

/// Whether `media` is HTML or plain text.
fn is_document(media: &str) -> bool {
    is_page(media) || media.trim_start().to_ascii_lowercase().starts_with("text/plain")
}

/// Whether `media` is HTML.
pub(super) fn is_page(media: &str) -> bool {
    let media = media.trim_start().to_ascii_lowercase();
    media.starts_with("text/html") || media.starts_with("application/xhtml+xml")
}

/// `Name: value` lines.
struct Head(Vec<(String, String)>);

impl Head {
    fn parse(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes);
        let pairs = text.lines().filter_map(|line| line.split_once(':'));
        Self(pairs.map(|(name, value)| (name.trim().to_ascii_lowercase(), value.trim().to_owned())).collect())
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: &str, media: &str, body: &str) -> String {
        format!(
            "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{kind}>\r\nWARC-Target-URI: https://e.org/{kind}\r\n\
             WARC-Date: 2024-05-31T10:00:00Z\r\nContent-Type: {media}\r\nContent-Length: {}\r\n\r\n{body}\r\n\r\n",
            body.len()
        )
    }

    fn all(archive: &str) -> Result<Vec<(usize, String, String)>, SourceError> {
        let mut archive = Archive::new(archive.as_bytes(), 1000);
        let mut found = Vec::new();
        while let Some(document) = archive.next()? {
            assert_eq!(document.fetched.as_deref(), Some("2024-05-31T10:00:00Z"));
            let body = String::from_utf8_lossy(&document.body).into_owned();
            found.push((document.number, document.url.unwrap_or_default(), body));
        }
        Ok(found)
    }

    #[test]
    fn only_documents_are_taken() {
        let http = "application/http; msgtype=response";
        let archive = [
            record("warcinfo", "application/warc-fields", "software: x"),
            record("request", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n"),
            record("response", http, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>One"),
            record("response", http, "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG"),
            record("response", http, "HTTP/1.1 404 No\r\nContent-Type: text/html\r\n\r\n<p>No"),
            record(
                "response",
                http,
                "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nTwo\r\n4;x\r\n two\r\n0\r\n\r\n",
            ),
            record("conversion", "text/plain", "Three"),
        ];
        let found = all(&archive.concat()).unwrap();
        let bodies: Vec<(usize, &str)> = found.iter().map(|(number, _, body)| (*number, body.as_str())).collect();
        assert_eq!(bodies, [(3, "<p>One"), (6, "Two two"), (7, "Three")]);
        assert_eq!(found[2].1, "https://e.org/conversion");
    }

    #[test]
    fn damage_is_told() {
        let whole = record("conversion", "text/plain", "Text");
        for archive in
            [&whole[..whole.len() - 6], &format!("{whole}rubbish"), "WARC/1.0\r\nWARC-Type: x\r\n\r\n", "WARC/1.0\r\n"]
        {
            assert_eq!(all(archive).unwrap_err().code(), "damaged", "{archive}");
        }
        let large = record("conversion", "text/plain", &"x".repeat(1001));
        let mut archive = Archive::new(large.as_bytes(), 1000);
        assert_eq!(archive.next().unwrap_err().code(), "too_large");
        assert_eq!(archive.next().unwrap(), None);
    }
}
