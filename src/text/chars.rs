//! What a character is, told without a table for those that most articles are written with.
//!
//! The same answers as those of [`char`]; a test asks for every character.

/// [`char::is_alphabetic`].
#[inline]
pub fn is_alphabetic(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphabetic(),
        '\u{c0}'..='\u{24f}' => !matches!(c, '×' | '÷'),
        '\u{2000}'..='\u{206f}' => false,
        _ => c.is_alphabetic(),
    }
}

/// [`char::is_alphanumeric`].
#[inline]
pub fn is_alphanumeric(c: char) -> bool {
    c.is_ascii_digit() || is_alphabetic(c) || c > '\x7f' && !matches!(c, '\u{2000}'..='\u{206f}') && c.is_numeric()
}

/// [`char::is_uppercase`].
#[inline]
pub fn is_uppercase(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_uppercase(),
        '\u{c0}'..='\u{ff}' => c < 'ß' && c != '×',
        _ => c.is_uppercase(),
    }
}

/// [`char::is_lowercase`].
#[inline]
pub fn is_lowercase(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_lowercase(),
        '\u{c0}'..='\u{ff}' => c >= 'ß' && c != '÷',
        _ => c.is_lowercase(),
    }
}

/// Whether a character is one of the common ones that are their own folded form ([`super::fold`]).
#[inline]
pub(super) fn is_folded(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c != '`' && !c.is_ascii_uppercase(),
        _ => {
            c != '´' && matches!(c, '\u{a0}'..='\u{bf}' | 'à'..='ÿ' | '\u{2012}'..='\u{2017}' | '\u{201a}'..='\u{20cf}')
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_as_those_of_the_standard_library() {
        for c in '\0'..=char::MAX {
            let own = (is_alphabetic(c), is_alphanumeric(c), is_uppercase(c), is_lowercase(c));
            assert_eq!(own, (c.is_alphabetic(), c.is_alphanumeric(), c.is_uppercase(), c.is_lowercase()), "{c:?}");
            assert!(!is_folded(c) || crate::text::fold(c.encode_utf8(&mut [0; 4])) == c.to_string(), "{c:?}");
        }
    }
}
