//! How good the analysis is on articles whose facts somebody wrote down.
//!
//! Takes reports and the facts expected of them ([`Gold`]); gives a table of precision, recall and F1 by field. It reads
//! reports as anyone else would, by their keys, and never looks into the analysis.

mod compare;
mod gold;
mod scores;

pub use compare::compare;
pub use gold::Gold;
pub use scores::{Score, Scores};
