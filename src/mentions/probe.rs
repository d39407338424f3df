//! Reads short texts in a given language, for tests.

use crate::language::{Detection, Language, Lexicons, Reading};
use crate::text::Document;

/// Hands the reading of `text` in `language` to `look`.
pub(super) fn read<T>(language: Language, text: &str, look: impl FnOnce(&Reading<'_>) -> T) -> T {
    thread_local!(static LEXICONS: Lexicons = Lexicons::new());
    LEXICONS.with(|lexicons| {
        let document = Document::parse(text, &lexicons.get(language).orthography());
        let main = Detection { tag: language.tag(), language, confidence: 1.0 };
        look(&Reading::new(&document, main, lexicons))
    })
}
