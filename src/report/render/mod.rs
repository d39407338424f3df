//! One renderer a format; each takes a report and gives text that ends in a line break.

mod csv;
mod html;
mod json;
mod markdown;
mod rows;
mod text;

pub use csv::{COLUMNS, csv, csv_header};
pub use html::{Listing, html, html_end, html_section, html_start, index};
pub use json::{json, json_line};
pub use markdown::markdown;
pub use text::text;
