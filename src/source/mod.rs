//! Where articles come from: files, folders, standard input, JSON Lines; bytes to text.
//!
//! Takes paths and bytes; gives [`Article`]s. It assumes nothing silently: what had to be guessed (an encoding) is a
//! warning on the article. This room never looks at meaning.

mod article;

pub use article::{Article, Warning};
