//! Reads a news article and says who puts how much into whom, for what share, in which state and why, with the words of
//! the article behind every fact. Offline and deterministic; English and French first.
//!
//! ```
//! use dealfacts::{Analyzer, Article, Report, report::Detail};
//!
//! let analyzer = Analyzer::new(); // made once, used for any number of articles, from any number of threads
//! let article = Article::from_text("Arvel Inc. has agreed to acquire Boreal SA for $2 billion, it said on Monday.");
//! let report = analyzer.analyze(&article, |analysis| Report::new(analysis, Detail::default()));
//!
//! let amount = &report.amounts[0];
//! assert_eq!(amount.span.text, "$2 billion");
//! assert_eq!(amount.value.unwrap().to_string(), "2000000000");
//! assert_eq!(&article.text[amount.span.byte_start..amount.span.byte_end], "$2 billion");
//! println!("{}", dealfacts::report::render::json(&report).unwrap());
//! ```
//!
//! # The three names
//!
//! - [`Article`]: a text with what its source tells beside it; [`source`] reads them from files, folders, web pages, JSON Lines and web
//!   archives.
//! - [`Analyzer`]: runs the pipeline; [`Analyzer::analyze`] lends the result, an [`Analysis`], to a closure.
//! - [`Report`]: what is printed; plain structs whose form is a contract ([`report::schema`]).
//!
//! # The pipeline
//!
//! Data flows one way through the rooms of this crate; each uses only rooms before it:
//! [`source`] → [`text`] → [`language`] → [`mentions`] → [`entities`] → [`facts`] → [`report`] (and, in the binary, the
//! command line). Every module opens with what it takes, what it gives and what it never does.
//!
//! Beside the pipeline, [`evaluate`] scores reports on articles whose facts are known.
//!
//! # Features
//!
//! - `html` (on by default): web pages, and the pages in web archives.
//!
//! What the library never does: print, read the clock, use the network, or panic on any text.

mod analyzer;
pub mod entities;
pub mod evaluate;
pub mod facts;
pub mod language;
pub mod mentions;
pub mod report;
pub mod source;
pub mod text;

pub use analyzer::{Analysis, Analyzer};
pub use report::Report;
pub use source::Article;
