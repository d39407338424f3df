//! One renderer a format; each takes a report and gives text that ends in a line break.

mod json;
mod markdown;
mod rows;
mod text;

pub use json::{json, json_line};
pub use markdown::markdown;
pub use text::text;
