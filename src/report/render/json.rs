//! JSON: indented for one article, one line an article for JSON Lines.

use serde::Serialize;

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
    let mut line = serde_json::to_string(view)?;
    line.push('\n');
    Ok(line)
}
