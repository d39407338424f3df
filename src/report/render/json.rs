//! JSON: indented for one article, one line an article for JSON Lines.

use serde::Serialize;
use serde::ser::Error;

/// Bytes that the line of most articles fits in: what grows is copied again and again.
const MOST: usize = 8 << 10;

/// `view` as an indented document.
///
/// # Errors
/// Never for the views of this crate; serialisers may fail for types of other origin.
pub fn json(view: &impl Serialize) -> serde_json::Result<String> {
    let mut text = serde_json::to_string_pretty(view)?;
    text.push('\n');
    Ok(text)
}

/// `view` as one line.
///
/// # Errors
/// As for [`json`].
pub fn json_line(view: &impl Serialize) -> serde_json::Result<String> {
    let mut line = Vec::with_capacity(MOST);
    serde_json::to_writer(&mut line, view)?;
    line.push(b'\n');
    String::from_utf8(line).map_err(Error::custom)
}
