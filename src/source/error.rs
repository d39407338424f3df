//! What can be wrong with an input, in words that say what to do.

use std::io;

use thiserror::Error;

/// What is wrong with an input.
#[derive(Debug, Error)]
pub enum SourceError {
    /// Nothing has that name.
    #[error("no such file or folder; check the path")]
    NotFound,
    /// The system refuses.
    #[error("may not be read ({0}); check its permissions")]
    Denied(io::Error),
    /// Something went wrong while reading.
    #[error("cannot be read: {0}")]
    Unreadable(io::Error),
    /// No bytes at all.
    #[error("is empty; there is nothing to analyse")]
    Empty,
    /// Only white space.
    #[error("holds no text, only white space or markup")]
    NoText,
    /// Not text in any encoding.
    #[error("is no text but {0}; extract the text first and analyse that")]
    NotText(&'static str),
    /// Larger than one article may be.
    #[error("is larger than {} MiB, the limit for one article; split it, or give one article per line as JSON Lines", .0 >> 20)]
    TooLarge(usize),
    /// Compressed beyond what texts are.
    #[error("grows to more than {0} times its size when unpacked, as no text does; unpack it yourself if you trust it")]
    TooDense(u64),
    /// Compressed, or an archive, and damaged.
    #[error("is damaged ({0}); what stands before the damage was analysed")]
    Damaged(String),
    /// A line that is no JSON object.
    #[error("is no JSON object ({0}); each line has to be one record with a \"text\"")]
    InvalidJson(String),
    /// A record without a text.
    #[error("has no text in \"{0}\"; name the key that holds it with --field text=KEY")]
    MissingText(String),
    /// A web archive without documents.
    #[error("holds no pages and no texts; only records of HTML and plain text are read")]
    NoDocuments,
    /// A folder without articles.
    #[error("holds no articles (.txt, .md, .html, .jsonl, .warc); take files called otherwise with --include '*.NAME'")]
    NoArticles,
}

impl SourceError {
    /// A stable code in snake case, for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "not_found",
            Self::Denied(_) => "permission_denied",
            Self::Unreadable(_) => "unreadable",
            Self::Empty => "empty",
            Self::NoText => "no_text",
            Self::NotText(_) => "not_text",
            Self::TooLarge(_) => "too_large",
            Self::TooDense(_) => "too_dense",
            Self::Damaged(_) => "damaged",
            Self::InvalidJson(_) => "invalid_json",
            Self::MissingText(_) => "missing_text",
            Self::NoDocuments => "no_documents",
            Self::NoArticles => "no_articles",
        }
    }
}

impl From<io::Error> for SourceError {
    fn from(error: io::Error) -> Self {
        if let Some(Dense(ratio)) = error.get_ref().and_then(|inner| inner.downcast_ref()) {
            return Self::TooDense(*ratio);
        }
        match error.kind() {
            io::ErrorKind::InvalidData | io::ErrorKind::InvalidInput | io::ErrorKind::UnexpectedEof => {
                Self::Damaged(error.to_string())
            }
            io::ErrorKind::NotFound => Self::NotFound,
            io::ErrorKind::PermissionDenied => Self::Denied(error),
            _ => Self::Unreadable(error),
        }
    }
}

/// Data that unpack to so many times their size and more, as a reader's error.
#[derive(Debug, Error)]
#[error("unpacks to more than {0} times its size")]
pub(super) struct Dense(pub(super) u64);

/// An input that gave no article.
#[derive(Debug, Error)]
#[error("{name}{}: {error}", line.map(|line| format!(":{line}")).unwrap_or_default())]
pub struct Failure {
    /// Name of the input.
    pub name: String,
    /// The line of a record, or its number in a web archive, from 1.
    pub line: Option<usize>,
    /// The id of a record, where it could be read.
    pub id: Option<String>,
    /// What is wrong.
    pub error: SourceError,
}
