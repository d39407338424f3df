//! One renderer a format; each takes a report and gives text that ends in a line break; but for Parquet,
//! which is written as a whole.

mod csv;
mod html;
mod json;
mod markdown;
#[cfg(feature = "parquet")]
mod parquet;
mod rows;
mod text;

pub use csv::{COLUMNS, csv, csv_header};
pub use html::{Listing, html, html_end, html_section, html_start, index};
pub use json::{json, json_line};
pub use markdown::markdown;
#[cfg(feature = "parquet")]
pub use parquet::ParquetTable;
pub use text::text;
