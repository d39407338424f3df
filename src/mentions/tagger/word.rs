//! What can be known of a word by itself: its hashes, its shape, its affixes.

use super::hash;

/// Longest shape, in characters, of which two words can still differ.
const SHAPE: usize = 8;
/// Affixes are two to five characters long.
pub const AFFIXES: usize = 4;

/// A word as the features see it. Curly and straight apostrophes are the same.
#[derive(Clone, Copy, Debug, Default)]
pub struct Word {
    /// Hash of the lower-case form.
    pub lower: u64,
    /// Hash of the word as printed.
    pub cased: u64,
    /// Hash of the lower-case form without a full stop at its end: the key of the gazetteers.
    pub key: u64,
    /// Hash of the shape with runs collapsed ("Xx" for "Paris").
    pub shape: u64,
    /// Hash of the shape of the first eight characters.
    pub long_shape: u64,
    /// Hashes of the first two to five characters as printed; zero where the word is shorter.
    pub prefixes: [u64; AFFIXES],
    /// Hashes of the last two to five characters in lower case; zero where the word is shorter.
    pub suffixes: [u64; AFFIXES],
    /// Characters, counted up to 255.
    pub length: u8,
    /// It has a capital letter.
    pub capitalised: bool,
    /// It has a lower-case letter.
    pub has_lower: bool,
    /// A small word that may stand inside a name ("of", "de", "&").
    pub connector: bool,
}

impl Word {
    /// Reads a word.
    pub fn new(text: &str) -> Self {
        let mut word = Word { connector: is_connector(text), ..Word::default() };
        let mut last_class = '\0';
        for (count, c) in text.chars().map(straight).enumerate() {
            let class = class(c);
            word.cased = hash::push(word.cased, u64::from(c));
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
                word.long_shape = hash::push(word.long_shape, u64::from(class));
            }
            if let Some(prefix) = count.checked_sub(1).and_then(|n| word.prefixes.get_mut(n)) {
                *prefix = word.cased;
            }
            word.length = word.length.saturating_add(1);
        }
        let mut suffix = 0;
        for (n, c) in text.chars().rev().take(AFFIXES + 1).enumerate() {
            suffix = push_lower(suffix, straight(c));
            if n > 0 {
                word.suffixes[n - 1] = suffix;
            }
        }
        word
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

    #[test]
    fn case_and_apostrophes_are_folded_where_said() {
        let (a, b) = (Word::new("L’ORÉAL"), Word::new("l'oréal"));
        assert_eq!(a.lower, b.lower);
        assert_ne!(a.cased, b.cased);
        assert_ne!(a.shape, b.shape);
        assert!(a.capitalised && !a.has_lower && !b.capitalised);
    }

    #[test]
    fn shapes_collapse_runs() {
        assert_eq!(Word::new("Paris").shape, Word::new("Bo").shape);
        assert_ne!(Word::new("Paris").long_shape, Word::new("Bo").long_shape);
        assert_ne!(Word::new("IBM").shape, Word::new("Ibm").shape);
    }

    #[test]
    fn the_key_drops_the_final_stop_only() {
        assert_eq!(Word::new("Inc.").key, Word::new("inc").key);
        assert_eq!(Word::new("S.A.").key, Word::new("s.a").key);
        assert_ne!(Word::new("S.A.").key, Word::new("sa").key);
        for word in ["Inc.", "S.A.", "l’Oréal", "ÉTÉ", ".", "..", ""] {
            assert_eq!((key(word), lower(word)), (Word::new(word).key, Word::new(word).lower), "{word}");
        }
    }

    #[test]
    fn affixes_of_short_words_are_absent() {
        let word = Word::new("abc");
        assert_eq!(word.prefixes[2], 0);
        assert_eq!(word.suffixes[2], 0);
        assert_eq!(word.suffixes[0], Word::new("xbc").suffixes[0]);
        assert_ne!(word.suffixes[0], 0);
    }
}
