//! Reads a news article and says who puts how much into whom, for what share, in which state and why, with the words of
//! the article behind every fact.
//!
//! Data flows one way through the rooms of this crate; each uses only rooms before it:
//! [`source`] → [`text`] → [`language`] → [`mentions`] → [`entities`] → [`facts`] → [`report`] (and, in the binary, the
//! command line).

mod analyzer;
pub mod entities;
pub mod facts;
pub mod language;
pub mod mentions;
pub mod report;
pub mod source;
pub mod text;

pub use analyzer::{Analysis, Analyzer};
pub use report::Report;
pub use source::Article;
