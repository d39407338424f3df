//! Inputs to raw articles (cheap, in order), and raw articles to [`Article`]s (in any thread).

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::vec;

use super::{Article, Failure, Fields, Format, Input, Resolved, SourceError, decode, markdown, record};

/// The most bytes one article may have.
const LIMIT: usize = 64 << 20;

/// The bytes of one article, or why there are none.
#[derive(Debug)]
pub struct Raw {
    /// Name of the input.
    pub name: String,
    /// The line of a record, from 1.
    pub line: Option<usize>,
    bytes: Result<Vec<u8>, SourceError>,
    format: Resolved,
}

impl Raw {
    /// The article the bytes hold.
    ///
    /// # Errors
    /// What is wrong with the input, named.
    pub fn article(self, fields: &Fields) -> Result<Article, Failure> {
        let Self { name, line, bytes, format } = self;
        let article = bytes.map_err(|error| (error, None)).and_then(|bytes| match format {
            Resolved::JsonLines => record::read(&bytes, fields),
            _ => text(bytes, format).map_err(|error| (error, None)),
        });
        match article {
            Ok(article) => Ok(Article { name: Some(name), ..article }),
            Err((error, id)) => Err(Failure { name, line, id, error }),
        }
    }
}

fn text(bytes: Vec<u8>, format: Resolved) -> Result<Article, SourceError> {
    if bytes.is_empty() {
        return Err(SourceError::Empty);
    }
    let size = bytes.len();
    let decoded = decode(bytes)?;
    let mut article = Article {
        text: decoded.text,
        encoding: decoded.encoding.to_owned(),
        bytes: size,
        warnings: decoded.warnings,
        ..Article::default()
    };
    if format == Resolved::Markdown {
        article.extracted = true;
        markdown::read(&mut article);
    }
    if article.text.trim().is_empty() { Err(SourceError::NoText) } else { Ok(article) }
}

/// The raw articles of many inputs, in order; one input is open at a time.
pub struct Raws {
    inputs: vec::IntoIter<Result<Input, Failure>>,
    format: Format,
    records: Option<Records>,
    peeked: Option<Raw>,
}

impl Raws {
    /// Reads `inputs` as `format`.
    pub fn new(inputs: Vec<Result<Input, Failure>>, format: Format) -> Self {
        Self { inputs: inputs.into_iter(), format, records: None, peeked: None }
    }

    /// Whether the only input is one article and no records; looks at its first bytes where its name does not tell.
    pub fn single(&mut self) -> bool {
        if self.inputs.len() != 1 || self.peeked.is_some() || self.records.is_some() {
            return false;
        }
        self.peeked = self.next();
        self.records.is_none() && self.peeked.as_ref().is_none_or(|raw| raw.format != Resolved::JsonLines)
    }

    /// Opens the next input: a raw article, or records to go on with.
    fn open(&mut self, input: Result<Input, Failure>) -> Option<Raw> {
        let input = match input {
            Ok(input) => input,
            Err(failure) => {
                let Failure { name, line, error, .. } = failure;
                return Some(Raw { name, line, bytes: Err(error), format: Resolved::Text });
            }
        };
        let name = input.name();
        let opened = open(&input).and_then(|mut reader| {
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
                self.records = Some(Records { name, reader, line: 0, seen: false });
                None
            }
            Ok((reader, format)) => Some(Raw { name, line: None, bytes: read_whole(reader), format }),
            Err(error) => Some(Raw { name, line: None, bytes: Err(error), format: Resolved::Text }),
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

fn open(input: &Input) -> Result<Box<dyn BufRead + Send>, SourceError> {
    Ok(match input {
        Input::Stdin => Box::new(BufReader::with_capacity(1 << 16, io::stdin())),
        Input::File(path) => Box::new(BufReader::with_capacity(1 << 16, File::open(path)?)),
    })
}

fn read_whole(reader: impl Read) -> Result<Vec<u8>, SourceError> {
    let mut bytes = Vec::new();
    reader.take(LIMIT as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > LIMIT { Err(SourceError::TooLarge(LIMIT)) } else { Ok(bytes) }
}

/// The records of one input.
struct Records {
    name: String,
    reader: Box<dyn BufRead + Send>,
    line: usize,
    /// Whether there was any record.
    seen: bool,
}

impl Records {
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
                    let fatal = matches!(error, SourceError::Unreadable(_));
                    if fatal {
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
        Raw { name: self.name.clone(), line, bytes, format: Resolved::JsonLines }
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
