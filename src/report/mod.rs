//! The report: the views that are printed, their schema, and one renderer a format.
//!
//! Takes an [`Analysis`](crate::Analysis); gives a [`Report`], which prints as JSON, text or Markdown. The inner types do
//! not serialise; the views here are the contract, so that a refactoring cannot change it by accident. This room decides
//! nothing about the article.

mod build;
mod number;
pub mod render;
mod schema;
mod summary;
mod view;
mod words;

pub use build::Detail;
pub use number::Number;
pub use schema::schema;
pub use view::*;
