//! Which characters the tokenizer takes for letters, marks and signs.

use super::chars::is_alphabetic;

/// White space, and what stands for none.
#[inline]
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}') || c.is_control()
}

/// A letter, or what is written within words.
#[inline]
pub(super) fn is_letter(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphabetic() || c == '_' } else { is_alphabetic(c) || is_mark(c) || c == '\u{ad}' }
}

/// Combining marks of the blocks that follow Latin, Greek and Cyrillic letters.
#[inline]
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{20d0}'..='\u{20ff}')
}

/// An apostrophe, straight or curly.
#[inline]
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

/// A hyphen that joins words.
#[inline]
pub(super) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// A fraction of one character.
#[inline]
pub(super) fn is_fraction(c: char) -> bool {
    matches!(c, '¼' | '½' | '¾' | '⅓' | '⅔' | '⅕'..='⅞')
}

/// A sign of a currency or the like, no mark of punctuation.
#[inline]
pub(super) fn is_symbol(c: char) -> bool {
    matches!(
        c,
        '$' | '€'
            | '£'
            | '¥'
            | '¢'
            | '%'
            | '‰'
            | '&'
            | '+'
            | '='
            | '<'
            | '>'
            | '|'
            | '~'
            | '^'
            | '°'
            | '§'
            | '©'
            | '®'
            | '™'
            | '/'
            | '\\'
            | '*'
            | '\u{20a0}'..='\u{20cf}'
    )
}

/// Scripts that put no space between words.
#[inline]
pub(super) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{0e00}'..='\u{0eff}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}
