//! Inputs to raw articles (cheap, in order), and raw articles to [`Article`]s (in any thread).

use std::fs::{self, File};
use std::io::{self, BufRead, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::vec;

use encoding_rs::Encoding;

#[cfg(feature = "html")]
use super::html;
use super::repair::repair;
use super::unpack::{Counted, unpack};
use super::warc::{self, Archive};
use super::{
    Article, Failure, Fields, Format, Input, Resolved, SourceError, Warning, decode_as, mail, markdown, record,
};

/// The most bytes one article may have.
const LIMIT: usize = 64 << 20;

/// The bytes of one article, or why there are none.
#[derive(Debug)]
pub struct Raw {
    /// Name of the input.
    pub name: String,
    /// The line of a record, or its number in a web archive, from 1.
    pub line: Option<usize>,
    bytes: Result<Vec<u8>, SourceError>,
    format: Resolved,
    origin: Origin,
}

/// What an archive says of a document beside the document.
#[derive(Debug, Default)]
struct Origin {
    id: Option<String>,
    url: Option<String>,
    fetched: Option<String>,
    encoding: Option<&'static Encoding>,
}

impl Raw {
    /// Bytes held.
    pub fn size(&self) -> usize {
        self.bytes.as_ref().map_or(0, Vec::len)
    }

    /// The article the bytes hold.
    ///
    /// # Errors
    /// What is wrong with the input, named.
    pub fn article(self, fields: &Fields) -> Result<Article, Failure> {
        let Self { name, line, bytes, format, origin } = self;
        let id = origin.id.clone();
        let article = bytes.map_err(|error| (error, None)).and_then(|bytes| match format {
            Resolved::JsonLines => record::read(&bytes, fields),
            _ => document(bytes, format, origin).map_err(|error| (error, id)),
        });
        match article {
            Ok(mut article) => {
                repair(&mut article);
                Ok(Article { name: Some(name), ..article })
            }
            Err((error, id)) => Err(Failure { name, line, id, error }),
        }
    }
}

fn document(bytes: Vec<u8>, format: Resolved, origin: Origin) -> Result<Article, SourceError> {
    if bytes.is_empty() {
        return Err(SourceError::Empty);
    }
    let size = bytes.len();
    let declared = origin.encoding;
    #[cfg(feature = "html")]
    let declared = declared.or_else(|| (format == Resolved::Html).then(|| html::declared_encoding(&bytes)).flatten());
    let decoded = decode_as(bytes, declared)?;
    let mut article = Article {
        text: decoded.text,
        id: origin.id,
        encoding: decoded.encoding.to_owned(),
        bytes: size,
        warnings: decoded.warnings,
        ..Article::default()
    };
    match format {
        Resolved::Markdown => {
            article.extracted = true;
            markdown::read(&mut article);
        }
        #[cfg(feature = "html")]
        Resolved::Html => html::take_over(&mut article)?,
        // The text of a document of an archive is nowhere else to be had.
        _ => {
            article.extracted = origin.url.is_some();
            article.published = mail::day(&article.text);
        }
    }
    article.url = origin.url.or(article.url);
    if article.published.is_none()
        && let Some(day) = origin.fetched.as_deref().and_then(record::day)
    {
        article.published = Some(day);
        let message = format!("the page tells no day of publication; {day}, when it was fetched, is taken for it");
        article.warnings.push(Warning { code: "published_assumed", message });
    }
    if article.text.trim().is_empty() { Err(SourceError::NoText) } else { Ok(article) }
}

/// The raw articles of many inputs, in order; one input is open at a time.
pub struct Raws {
    inputs: vec::IntoIter<Result<Input, Failure>>,
    format: Format,
    records: Option<Records>,
    peeked: Option<Raw>,
    read: Arc<AtomicU64>,
    total: Option<u64>,
}

impl Raws {
    /// Reads `inputs` as `format`.
    pub fn new(inputs: Vec<Result<Input, Failure>>, format: Format) -> Self {
        let size = |input: &Result<Input, Failure>| match input {
            Ok(Input::File(path)) => fs::metadata(path).map_or(Some(0), |file| file.is_file().then_some(file.len())),
            Ok(Input::Stdin) => None,
            Ok(Input::Bytes(bytes)) => Some(bytes.len() as u64),
            Err(_) => Some(0),
        };
        let total = inputs.iter().map(size).sum();
        Self { inputs: inputs.into_iter(), format, records: None, peeked: None, read: Arc::default(), total }
    }

    /// Reads `bytes` as `format`, as if they came on standard input.
    pub fn of_bytes(bytes: Vec<u8>, format: Format) -> Self {
        Self::new(vec![Ok(Input::Bytes(bytes))], format)
    }

    /// Bytes read so far, before they are unpacked.
    pub fn read(&self) -> Arc<AtomicU64> {
        Arc::clone(&self.read)
    }

    /// Bytes there are to read, where that can be known.
    pub fn total(&self) -> Option<u64> {
        self.total
    }

    /// Whether the only input is one article and no records; looks at its first bytes where its name does not tell.
    pub fn single(&mut self) -> bool {
        if self.inputs.len() != 1 || self.peeked.is_some() || self.records.is_some() {
            return false;
        }
        self.peeked = self.next();
        self.records.is_none() && self.peeked.as_ref().is_none_or(|raw| !raw.format.has_records())
    }

    /// Opens the next input: a raw article, or records to go on with.
    fn open(&mut self, input: Result<Input, Failure>) -> Option<Raw> {
        let input = match input {
            Ok(input) => input,
            Err(failure) => {
                let Failure { name, line, error, .. } = failure;
                return Some(Raw::alone(name, line, Err(error), Resolved::Text));
            }
        };
        let name = input.name();
        let opened = open(input, self.read()).and_then(|mut reader| {
            let format = match self.format {
                Format::Is(format) => format,
                Format::Auto => match Resolved::by_name(Path::new(&name)) {
                    Some(format) => format,
                    None => Resolved::by_content(reader.fill_buf()?),
                },
            };
            Ok((reader, format))
        });
        match opened {
            Ok((reader, Resolved::JsonLines)) => {
                self.records = Some(Records::Lines(Lines { name, reader, line: 0, seen: false }));
                None
            }
            Ok((reader, Resolved::Warc)) => {
                self.records = Some(Records::Archive { name, archive: Archive::new(reader, LIMIT), seen: false });
                None
            }
            Ok((reader, format)) => Some(Raw::alone(name, None, read_whole(reader), format)),
            Err(error) => Some(Raw::alone(name, None, Err(error), Resolved::Text)),
        }
    }
}

impl Iterator for Raws {
    type Item = Raw;

    fn next(&mut self) -> Option<Raw> {
        if let Some(raw) = self.peeked.take() {
            return Some(raw);
        }
        loop {
            if let Some(records) = &mut self.records {
                match records.next() {
                    Some(raw) => return Some(raw),
                    None => self.records = None,
                }
            }
            let input = self.inputs.next()?;
            if let Some(raw) = self.open(input) {
                return Some(raw);
            }
        }
    }
}

fn open(input: Input, read: Arc<AtomicU64>) -> Result<Box<dyn BufRead + Send>, SourceError> {
    Ok(match input {
        Input::Stdin => unpack(Counted::new(io::stdin(), read))?,
        Input::Bytes(bytes) => unpack(Counted::new(io::Cursor::new(bytes), read))?,
        Input::File(path) => unpack(Counted::new(File::open(path)?, read))?,
    })
}

fn read_whole(reader: impl Read) -> Result<Vec<u8>, SourceError> {
    let mut bytes = Vec::new();
    reader.take(LIMIT as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > LIMIT { Err(SourceError::TooLarge(LIMIT)) } else { Ok(bytes) }
}

/// The records of one input.
enum Records {
    Lines(Lines),
    Archive {
        name: String,
        archive: Archive<Box<dyn BufRead + Send>>,
        /// Whether there was any document.
        seen: bool,
    },
}

impl Records {
    fn next(&mut self) -> Option<Raw> {
        match self {
            Self::Lines(lines) => lines.next(),
            Self::Archive { name, archive, seen } => {
                let next = archive.next().transpose();
                let first = !std::mem::replace(seen, true);
                match next {
                    Some(Ok(document)) => Some(Raw::archived(name.clone(), document)),
                    Some(Err(error)) => {
                        Some(Raw::alone(name.clone(), Some(archive.number()), Err(error), Resolved::Warc))
                    }
                    None => {
                        first.then(|| Raw::alone(name.clone(), None, Err(SourceError::NoDocuments), Resolved::Warc))
                    }
                }
            }
        }
    }
}

impl Raw {
    fn alone(name: String, line: Option<usize>, bytes: Result<Vec<u8>, SourceError>, format: Resolved) -> Self {
        Self { name, line, bytes, format, origin: Origin::default() }
    }

    fn archived(name: String, document: warc::Document) -> Self {
        let warc::Document { number, id, url, fetched, media, body } = document;
        let charset = media.to_ascii_lowercase().split_once("charset=").map(|(_, rest)| rest.to_owned());
        let label =
            charset.as_deref().map(|rest| rest.split(';').next().unwrap_or(rest).trim_matches(['"', '\'', ' ']));
        let encoding = label.and_then(|label| Encoding::for_label(label.as_bytes()));
        let origin = Origin { id, url, fetched, encoding };
        #[cfg(feature = "html")]
        let format = if warc::is_page(&media) { Resolved::Html } else { Resolved::Text };
        #[cfg(not(feature = "html"))]
        let format = Resolved::Text;
        Self { name, line: Some(number), bytes: Ok(body), format, origin }
    }
}

/// The lines of one input.
struct Lines {
    name: String,
    reader: Box<dyn BufRead + Send>,
    line: usize,
    /// Whether there was any record.
    seen: bool,
}

impl Lines {
    fn next(&mut self) -> Option<Raw> {
        loop {
            let line = match self.read_line() {
                Ok(Some(line)) => line,
                Ok(None) if self.seen => return None,
                Ok(None) => {
                    self.seen = true;
                    return Some(self.raw(None, Err(SourceError::Empty)));
                }
                Err(error) => {
                    self.seen = true;
                    // Everything but a line that is too long concerns the whole input.
                    if !matches!(error, SourceError::TooLarge(_)) {
                        self.reader = Box::new(io::empty());
                    }
                    return Some(self.raw(Some(self.line), Err(error)));
                }
            };
            if !line.trim_ascii().is_empty() {
                self.seen = true;
                return Some(self.raw(Some(self.line), Ok(line)));
            }
        }
    }

    fn raw(&self, line: Option<usize>, bytes: Result<Vec<u8>, SourceError>) -> Raw {
        Raw::alone(self.name.clone(), line, bytes, Resolved::JsonLines)
    }

    /// The next line without its end; what is longer than the limit is skipped to its end.
    fn read_line(&mut self) -> Result<Option<Vec<u8>>, SourceError> {
        let mut line = Vec::new();
        let read = (&mut self.reader).take(LIMIT as u64 + 1).read_until(b'\n', &mut line)?;
        if read == 0 {
            return Ok(None);
        }
        self.line += 1;
        if line.len() > LIMIT && line.last() != Some(&b'\n') {
            self.skip_line()?;
            return Err(SourceError::TooLarge(LIMIT));
        }
        if self.line == 1 && line.starts_with(b"\xEF\xBB\xBF") {
            line.drain(..3);
        }
        line.truncate(line.trim_ascii_end().len());
        Ok(Some(line))
    }

    fn skip_line(&mut self) -> Result<(), SourceError> {
        loop {
            let buffer = self.reader.fill_buf()?;
            if buffer.is_empty() {
                return Ok(());
            }
            let end = memchr::memchr(b'\n', buffer);
            let used = end.map_or(buffer.len(), |end| end + 1);
            self.reader.consume(used);
            if end.is_some() {
                return Ok(());
            }
        }
    }
}
