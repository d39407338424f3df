//! Where the text itself says that two names are names of one thing.

use super::forms::opens_generically;
use super::short::{LETTERS, Made, is_small, letters, made};
use crate::language::{Class, Reading};
use crate::mentions::Name;
use crate::text::{Case, TokenRange};

/// What an article says of a name and the one right behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// The second stands alone between commas: one thing where it is an abbreviation of the first.
    Beside,
    /// The second stands alone in brackets.
    InBrackets,
    /// The second is in brackets as codes of shares are: `Arden <ARDN>`; or as another form of the name is: `Arden Co
    /// (>> Arden Company)`.
    Coded,
    /// The second, longer, stands behind a dash: `Arden - Mills of Arden`.
    Dashed,
    /// A word says so: `Arden, formerly Belm`, `Arden (ex-Belm)`.
    Called,
}

/// What stands between `first` and `second`, where the text can mean one thing with them.
pub(super) fn said(reading: &Reading<'_>, first: &Name, second: &Name) -> Option<Said> {
    let document = reading.document();
    let word = |at: usize| document.word(at);
    let (from, to) = (first.tokens.end, second.tokens.start);
    if to <= from || to - from > 6 || document.sentence_of(from - 1) != document.sentence_of(to) {
        return None;
    }
    let mark = word(from);
    let dash = matches!(mark, "-" | "–" | "—")
        && document.tokens()[from].spaced
        && document.tokens().get(from + 1).is_some_and(|next| next.spaced);
    if dash && to == from + 1 && first.tokens.len() == 1 && second.tokens.len() > 2 {
        return Some(Said::Dashed);
    }
    if !matches!(mark, "(" | "[" | "<" | "," | "–" | "—") {
        return None;
    }
    let arrows = (from + 1..to).all(|at| matches!(word(at), ">" | ">>" | "»"));
    if mark == "(" && to > from + 1 && arrows && document.folded(first.tokens.start) == document.folded(to) {
        return Some(Said::Coded);
    }
    let names = &reading.lexicon(to).names;
    let quote = |at: usize| matches!(word(at), "“" | "«" | "\"" | "„" | "‘" | "'" | "”" | "»");
    let small = |at: usize| quote(at) || names.is(reading.word_id(at), Class::Article);
    let mut at = from + 1;
    while at < to && small(at) {
        at += 1;
    }
    let called = called(reading, at, to);
    at = called.unwrap_or(at);
    while at < to && small(at) {
        at += 1;
    }
    if at < to {
        return None;
    }
    let mut end = second.tokens.end;
    if end < document.tokens().len() && quote(end) {
        end += 1;
    }
    let closes = end >= document.tokens().len()
        || matches!(word(end), ")" | "]" | ">" | "," | ";" | "–" | "—" | "." | "/" | ":");
    let code = mark == "<" && word(end) == ">" && second.tokens.len() == 1 && to == from + 1;
    match called {
        Some(_) => Some(Said::Called),
        None if code && is_code(word(to)) => Some(Said::Coded),
        None if closes => Some(if matches!(mark, "(" | "[" | "<") { Said::InBrackets } else { Said::Beside }),
        None => None,
    }
}

/// `Arden - Ardener Mills of Norrow`: whether a word is made of the beginning of the name behind it, or of its letters.
pub(super) fn is_cut_of(reading: &Reading<'_>, short: &Name, long: &Name) -> bool {
    let first: Vec<char> = letters(reading.document().folded(short.tokens.start)).take(CUT).collect();
    let same = letters(reading.document().folded(long.tokens.start)).take(CUT).eq(first);
    same && opens_generically(reading, long.tokens)
        || abbreviates(reading, short.tokens, long.tokens, Some(Said::Beside))
}

/// How many letters the two begin with alike.
const CUT: usize = 2;

/// Whether a word can be the code of a share.
fn is_code(word: &str) -> bool {
    word.len() <= CODE && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// The longest code of a share between brackets, in bytes.
const CODE: usize = 5;

/// The end of the words at `at` that say that what follows is another name of what stands before.
fn called(reading: &Reading<'_>, at: usize, end: usize) -> Option<usize> {
    let names = &reading.lexicon(at).names;
    let phrase = reading.longest(names.phrases(), at, end).filter(|found| found.values.contains(&Class::Called));
    match phrase {
        Some(found) => Some(found.tokens.end),
        None => (at < end && names.is(reading.word_id(at), Class::Called)).then_some(at + 1),
    }
}

/// The tokens of a name as the letters of a short form are taken from them, with the legal form.
fn words<'d>(reading: &Reading<'d>, tokens: TokenRange) -> Vec<&'d str> {
    let document = reading.document();
    tokens.positions().flat_map(|at| document.folded(at).split('-')).collect()
}

/// The letters that an abbreviation of `tokens` may open with; none where they are too few words to have one.
pub(super) fn initials(reading: &Reading<'_>, tokens: TokenRange) -> Vec<char> {
    let words = words(reading, tokens);
    let long = words.iter().find(|word| !is_small(word));
    let mut first: Vec<char> = words.first().into_iter().chain(long).filter_map(|word| word.chars().next()).collect();
    first.dedup();
    if words.len() > 1 { first } else { Vec::new() }
}

/// Words of an abbreviation.
const MOST: usize = 3;

/// Whether a name may abbreviate another one that does not stand beside it.
pub(super) fn can_abbreviate(reading: &Reading<'_>, short: TokenRange) -> bool {
    let printed = reading.document().text_of(short);
    match short.len() {
        1 => printed.len() <= LETTERS,
        // Of several words one at least has no small letters.
        length => {
            let capitals = |at: usize| !reading.document().word(at).contains(char::is_lowercase);
            length <= MOST && printed.len() <= 2 * LETTERS && short.positions().any(capitals)
        }
    }
}

/// Whether the letters of `short` but for the last stand in `long` in turn; most names are told by that.
fn holds(reading: &Reading<'_>, long: TokenRange, short: TokenRange) -> bool {
    let letters = |tokens: TokenRange| tokens.positions().flat_map(|at| letters(reading.document().folded(at)));
    let mut rest = letters(long);
    let mut short = letters(short).peekable();
    while let Some(letter) = short.next() {
        if !rest.any(|other| other == letter) {
            return short.peek().is_none();
        }
    }
    true
}

/// Whether `short` is an abbreviation of `long`, and what the text says of the two where they stand side by side.
pub(super) fn abbreviates(reading: &Reading<'_>, short: TokenRange, long: TokenRange, defined: Option<Said>) -> bool {
    if short.len() > MOST || !holds(reading, long, short) {
        return false;
    }
    let printed = reading.document().text_of(short);
    let capitals = printed.chars().all(|c| !c.is_lowercase());
    let title = short.len() == 1 && reading.document().tokens()[short.start].case == Case::Title;
    let how = made(&words(reading, short), &words(reading, long));
    let letters = printed.chars().count();
    match how {
        Some(Made::Initials) => capitals || (title || defined.is_some()) && letters > 2 && long.len() > 2,
        Some(Made::Words) => true,
        Some(Made::MostInitials) => capitals && (defined.is_some() || letters > 3),
        Some(Made::Syllables) => short.len() == 1 && (!capitals || defined.is_some()),
        Some(Made::Letters) => defined == Some(Said::InBrackets) && short.len() == 1 && !title,
        None => false,
    }
}
