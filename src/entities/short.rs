//! Short forms that are made of the letters of a name: initials, syllables, what stands in brackets behind it.

/// How the letters of a short form come from the words of a longer one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Made {
    /// Some letters of it, in order: `ADB` of `Ardener Nordbank`. Enough only where the text defines it.
    Letters,
    /// The beginnings of its words, of two letters or more each: `Arbel` of `Arden Belm`.
    Syllables,
    /// Words of it and the first letters of the others: `Arden BC` of `Arden Belm Cairn`.
    Words,
    /// The first letters of its words and the one of a legal form that the text leaves out: `ABL` of `Arden Belm`.
    MostInitials,
    /// The first letters of its words, small ones left out or not: `A&B` of `Arden & Belm`.
    Initials,
}

/// Words of so many letters may be left out of an abbreviation.
const SMALL: usize = 3;
/// Short forms have no more letters, and the names they are made of no more words.
pub(super) const LETTERS: usize = 16;
const WORDS: usize = 10;
/// The least letters of a short form made of syllables.
const SYLLABLES: usize = 5;

/// How `short` is made of `words`, where it is; both folded. No word of `words` is it.
pub(super) fn made(short: &[impl AsRef<str>], words: &[impl AsRef<str>]) -> Option<Made> {
    let several_words = short.len() > 1;
    let short: Vec<char> = short.iter().flat_map(|word| letters(word.as_ref())).collect();
    let parts = words.iter().map(|word| (letters(word.as_ref()).collect::<Vec<char>>(), is_small(word.as_ref())));
    let parts: Vec<(Vec<char>, bool)> = parts.filter(|(word, _)| !word.is_empty()).collect();
    if !(2..=LETTERS).contains(&short.len())
        || !(1..=WORDS).contains(&parts.len())
        || parts.iter().any(|(word, _)| *word == short)
    {
        return None;
    }
    let initials =
        |all: bool| parts.iter().filter(move |(_, small)| all || !small).filter_map(|(word, _)| word.first().copied());
    let several = parts.len() > 1;
    if several && (initials(true).eq(short.iter().copied()) || initials(false).eq(short.iter().copied())) {
        return Some(Made::Initials);
    }
    let most = &short[..short.len() - 1];
    if most.len() > 1 && (initials(true).eq(most.iter().copied()) || initials(false).eq(most.iter().copied())) {
        return Some(Made::MostInitials);
    }
    if several && short.len() >= SYLLABLES && of_syllables(&short, &parts, 0) {
        return Some(Made::Syllables);
    }
    if several_words && parts.len() > 2 && of_words(&short, &parts, [false; 2]) {
        return Some(Made::Words);
    }
    let mut rest = parts.iter().flat_map(|(word, _)| word);
    let first = parts.iter().find(|(_, small)| !small).or(parts.first()).and_then(|(word, _)| word.first());
    let first = first == short.first() || parts.first().and_then(|(word, _)| word.first()) == short.first();
    (first && short.iter().all(|letter| rest.any(|other| other == letter))).then_some(Made::Letters)
}

/// Whether an abbreviation may leave `word` out.
pub(super) fn is_small(word: &str) -> bool {
    word.chars().count() <= SMALL && !word.ends_with('.')
}

/// Whether `short` is the beginnings of `parts` in turn; small words, and all behind the second, may be left out.
fn of_syllables(short: &[char], parts: &[(Vec<char>, bool)], taken: usize) -> bool {
    if short.is_empty() {
        return taken > 1;
    }
    let Some(((word, small), rest)) = parts.split_first() else { return false };
    let same = short.iter().zip(word).take_while(|(a, b)| a == b).count();
    (2..=same).rev().any(|length| of_syllables(&short[length..], rest, taken + 1))
        || *small && taken > 0 && of_syllables(short, rest, taken)
}

/// Whether `short` is all of `parts` in turn, each whole or its first letter, and both happens; small words may be left out.
fn of_words(short: &[char], parts: &[(Vec<char>, bool)], [whole, first]: [bool; 2]) -> bool {
    let Some(((word, small), rest)) = parts.split_first() else { return short.is_empty() && whole && first };
    let initial = short.first() == word.first() && of_words(&short[1..], rest, [whole, true]);
    initial
        || word.len() > 1 && short.starts_with(word) && of_words(&short[word.len()..], rest, [true, first])
        || *small && of_words(short, rest, [whole, first])
}

/// The letters and digits of a folded word, without accents.
pub(super) fn letters(word: &str) -> impl Iterator<Item = char> {
    word.chars().filter(|c| c.is_alphanumeric()).map(base)
}

/// A folded word without accents.
pub(super) fn bare(word: &str) -> String {
    word.chars().map(base).collect()
}

/// A letter without its accent.
fn base(letter: char) -> char {
    match letter {
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' => 'o',
        'ù'..='ü' => 'u',
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made_of(short: &str, long: &str) -> Option<Made> {
        made(&short.split(' ').collect::<Vec<_>>(), &long.split(' ').collect::<Vec<_>>())
    }

    #[test]
    fn short_forms_are_made_of_letters() {
        for (short, long, how) in [
            ("pma", "pelagic markets authority", Some(Made::Initials)),
            ("bda", "bank of deep arden", Some(Made::Initials)),
            ("a&b", "arden & belm", Some(Made::Initials)),
            ("mps", "monti dei pini di selva", Some(Made::Initials)),
            ("abl", "arden belm", Some(Made::MostInitials)),
            ("arbel", "arden belm", Some(Made::Syllables)),
            ("ardmex", "ardenmart de mexiola y belm", Some(Made::Syllables)),
            ("adb", "ardener nordbank", Some(Made::Letters)),
            ("miko", "minière de kolar", Some(Made::Letters)),
            ("pm", "pelagic markets authority", Some(Made::Letters)),
            ("the pma", "the pelagic markets authority", Some(Made::Words)),
            ("arden bc", "arden belm cairn", Some(Made::Words)),
            ("ab cairn", "arden belm cairn", Some(Made::Words)),
            ("arden belm", "arden belm cairn", Some(Made::Syllables)),
            ("arden mex", "arden de méxico", Some(Made::Syllables)),
            ("a", "arden", None),
            ("arden", "arden belm", None),
            ("quelvan", "arden belm", None),
            ("nordbank", "ardener bank", None),
        ] {
            assert_eq!(made_of(short, long), how, "{short} / {long}");
        }
    }
}
