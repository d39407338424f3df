//! The report: the views that are printed, their schema, and one renderer a format.
//!
//! Takes an [`Analysis`](crate::Analysis); gives JSON, text or Markdown. The inner types do not serialise; the views here
//! are the contract, so that a refactoring cannot change it by accident. This room decides nothing about the article.
