//! Where articles come from: files, folders, standard input, JSON Lines, web archives; bytes to text.
//!
//! Takes paths and bytes; gives [`Article`]s, or [`Failure`]s that name the input and say what to do. It assumes nothing
//! silently: what had to be guessed (an encoding) is a warning on the article. This room never looks at meaning.

mod article;
mod decode;
mod error;
mod format;
#[cfg(feature = "html")]
mod html;
mod input;
mod mail;
mod markdown;
mod raw;
mod record;
mod repair;
mod unpack;
mod warc;

pub use article::{Article, Warning, is_language_tag};
pub use decode::{Decoded, decode, decode_as};
pub use error::{Failure, SourceError};
pub use format::{Format, Resolved};
pub use input::{Input, Selection, inputs};
pub use raw::{Raw, Raws};
pub use record::Fields;
pub use repair::Original;
