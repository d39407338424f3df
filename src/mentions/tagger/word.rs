//! What can be known of a word by itself: its hashes, its shape, its affixes.

use super::hash;

/// Longest shape, in characters, of which two words can still differ.
const SHAPE: usize = 8;
/// Affixes are two to five characters long.
pub const AFFIXES: usize = 4;

/// A word as all features see it, in any place. Curly and straight apostrophes are the same.
#[derive(Clone, Copy, Debug, Default)]
pub struct Word {
    /// Hash of the lower-case form.
    pub lower: u64,
    /// Hash of the lower-case form without a full stop at its end: the key of the gazetteers.
    pub key: u64,
    /// Hash of the shape with runs collapsed ("Xx" for "Paris").
    pub shape: u64,
    /// Characters, counted up to 255.
    pub length: u8,
    /// It has a capital letter.
    pub capitalised: bool,
    /// It has a lower-case letter.
    pub has_lower: bool,
    /// A small word that may stand inside a name ("of", "de", "&").
    pub connector: bool,
}

/// How a word is spelt: what only the features of the word itself ask for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Spelling {
    /// Hash of the word as printed.
    pub cased: u64,
    /// Hash of the shape of the first eight characters.
    pub long_shape: u64,
    /// Hashes of the first two to five characters as printed; zero where the word is shorter.
    pub prefixes: [u64; AFFIXES],
    /// Hashes of the last two to five characters in lower case; zero where the word is shorter.
    pub suffixes: [u64; AFFIXES],
}

impl Word {
    /// Reads a word.
    pub fn read(text: &str) -> (Self, Spelling) {
        let (mut word, mut spelling) = (Word { connector: is_connector(text), ..Word::default() }, Spelling::default());
        let mut last_class = '\0';
        for (count, c) in text.chars().map(straight).enumerate() {
            let class = class(c);
            spelling.cased = hash::push(spelling.cased, u64::from(c));
            word.capitalised |= class == 'X';
            word.has_lower |= class == 'x';
            let before = word.lower;
            word.lower = push_lower(word.lower, c);
            word.key = if c == '.' { before } else { word.lower };
            if class != last_class {
                word.shape = hash::push(word.shape, u64::from(class));
                last_class = class;
            }
            if count < SHAPE {
                spelling.long_shape = hash::push(spelling.long_shape, u64::from(class));
            }
            if let Some(prefix) = count.checked_sub(1).and_then(|n| spelling.prefixes.get_mut(n)) {
                *prefix = spelling.cased;
            }
            word.length = word.length.saturating_add(1);
        }
        let mut suffix = 0;
        for (n, c) in text.chars().rev().take(AFFIXES + 1).enumerate() {
            suffix = push_lower(suffix, straight(c));
            if n > 0 {
                spelling.suffixes[n - 1] = suffix;
            }
        }
        (word, spelling)
    }
}

/// The key of a gazetteer word: what [`Word::key`] holds.
pub fn key(text: &str) -> u64 {
    lower(text.strip_suffix('.').unwrap_or(text))
}

/// The hash of a word's lower-case form: what [`Word::lower`] holds.
pub fn lower(text: &str) -> u64 {
    text.chars().fold(0, |hash, c| push_lower(hash, straight(c)))
}

/// Adds a character in lower case to a running hash.
fn push_lower(hash: u64, c: char) -> u64 {
    if c.is_ascii() {
        return hash::push(hash, u64::from(c.to_ascii_lowercase()));
    }
    c.to_lowercase().fold(hash, |hash, c| hash::push(hash, u64::from(c)))
}

fn straight(c: char) -> char {
    match c {
        '’' | '‘' | 'ʼ' => '\'',
        _ => c,
    }
}

fn class(c: char) -> char {
    match c {
        'A'..='Z' => 'X',
        'a'..='z' => 'x',
        '0'..='9' => 'd',
        _ if c.is_ascii() => c,
        _ if c.is_uppercase() => 'X',
        _ if c.is_alphabetic() => 'x',
        _ if c.is_numeric() => 'd',
        _ => c,
    }
}

fn is_connector(text: &str) -> bool {
    matches!(
        text,
        "of" | "and"
            | "the"
            | "for"
            | "in"
            | "&"
            | "-"
            | "–"
            | "/"
            | "+"
            | "de"
            | "la"
            | "le"
            | "les"
            | "du"
            | "des"
            | "d'"
            | "d’"
            | "l'"
            | "l’"
            | "et"
            | "pour"
            | "en"
            | "à"
            | "au"
            | "aux"
            | "sur"
            | "von"
            | "van"
            | "der"
            | "den"
            | "dem"
            | "zu"
            | "zur"
            | "zum"
            | "für"
            | "und"
            | "am"
            | "im"
            | "del"
            | "della"
            | "delle"
            | "dei"
            | "di"
            | "da"
            | "do"
            | "dos"
            | "das"
            | "e"
            | "y"
            | "el"
            | "los"
            | "las"
            | "bin"
            | "ibn"
            | "al"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str) -> Word {
        Word::read(text).0
    }

    fn spelling(text: &str) -> Spelling {
        Word::read(text).1
    }

    #[test]
    fn case_and_apostrophes_are_folded_where_said() {
        let (a, b) = (word("L’ORÉAL"), word("l'oréal"));
        assert_eq!(a.lower, b.lower);
        assert_ne!(spelling("L’ORÉAL").cased, spelling("l'oréal").cased);
        assert_ne!(a.shape, b.shape);
        assert!(a.capitalised && !a.has_lower && !b.capitalised);
    }

    #[test]
    fn shapes_collapse_runs() {
        assert_eq!(word("Paris").shape, word("Bo").shape);
        assert_ne!(spelling("Paris").long_shape, spelling("Bo").long_shape);
        assert_ne!(word("IBM").shape, word("Ibm").shape);
    }

    #[test]
    fn the_key_drops_the_final_stop_only() {
        assert_eq!(word("Inc.").key, word("inc").key);
        assert_eq!(word("S.A.").key, word("s.a").key);
        assert_ne!(word("S.A.").key, word("sa").key);
        for text in ["Inc.", "S.A.", "l’Oréal", "ÉTÉ", ".", "..", ""] {
            assert_eq!((key(text), lower(text)), (word(text).key, word(text).lower), "{text}");
        }
    }

    #[test]
    fn affixes_of_short_words_are_absent() {
        let short = spelling("abc");
        assert_eq!(short.prefixes[2], 0);
        assert_eq!(short.suffixes[2], 0);
        assert_eq!(short.suffixes[0], spelling("xbc").suffixes[0]);
        assert_ne!(short.suffixes[0], 0);
    }
}
