//! The form of a name in which mentions are compared.

use std::borrow::Cow;

use crate::language::{Class, Place, Reading};
use crate::mentions::Name;
use crate::text::{Case, TokenKind, TokenRange, fold};

/// The words of a name without its legal form.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Form<'d> {
    /// Folded words, marks left out; compounds cut at their hyphens.
    pub(super) words: Vec<Cow<'d, str>>,
}

impl<'d> Form<'d> {
    pub(super) fn of(reading: &Reading<'d>, name: &Name) -> Self {
        let document = reading.document();
        let names = &reading.lexicon(name.tokens.start).names;
        let mut tokens = core(reading, name);
        let is_legal = |at: usize| names.is(reading.word_id(at), Class::LegalForm);
        let is_mark = |at: usize| document.tokens()[at].kind == TokenKind::Punctuation;
        loop {
            let form = (tokens.start + 1..tokens.end).find(|&at| {
                reading
                    .longest(names.phrases(), at, tokens.end)
                    .is_some_and(|found| found.tokens.end == tokens.end && found.values.contains(&Class::LegalForm))
            });
            match form {
                Some(start) => tokens.end = start,
                None if tokens.len() > 1 && (is_legal(tokens.end - 1) || is_mark(tokens.end - 1)) => tokens.end -= 1,
                None => break,
            }
        }
        let mut words = Vec::with_capacity(tokens.len());
        for at in tokens.positions() {
            // "Arden's" is a name too.
            if is_mark(at) || at > tokens.start && matches!(document.word(at), "’s" | "'s") {
                continue;
            }
            words.extend(document.folded(at).split('-').filter(|part| !part.is_empty()).map(Cow::Borrowed));
        }
        if words.is_empty() {
            words.push(Cow::Borrowed(document.folded(tokens.start)));
        }
        Self { words }
    }

    /// The form of a name that a list gives as the fullest of several.
    pub(super) fn listed(name: &str) -> Self {
        let folded = fold(name);
        let words = folded.split([' ', '-']).filter(|word| !word.is_empty());
        Self { words: words.map(|word| Cow::Owned(word.to_string())).collect() }
    }

    /// Whether this is the beginning of `longer`.
    pub(super) fn opens(&self, longer: &Form<'_>) -> bool {
        self.words.len() < longer.words.len() && longer.words.starts_with(&self.words)
    }

    /// Whether this is the end of `longer`.
    pub(super) fn closes(&self, longer: &Form<'_>) -> bool {
        self.words.len() < longer.words.len() && longer.words.ends_with(&self.words)
    }

    /// Whether the two differ as a slip of the pen does: by one letter of a long word, or by an acronym turned round.
    pub(super) fn resembles(&self, other: &Form<'_>) -> bool {
        if self.words.len() != other.words.len() {
            return false;
        }
        let mut differing = self.words.iter().zip(&other.words).filter(|(a, b)| a != b);
        let (Some((a, b)), None) = (differing.next(), differing.next()) else { return false };
        let (long, several) = (a.chars().count().min(b.chars().count()), self.words.len() > 1);
        let turned = several && a.len() == 2 && b.len() == 2 && a.chars().rev().eq(b.chars());
        turned || (long >= if several { 5 } else { 7 } && one_edit(a, b) && a.chars().next() == b.chars().next())
    }
}

/// The tokens of a name without the code of its shares.
pub(super) fn core(reading: &Reading<'_>, name: &Name) -> TokenRange {
    let mut tokens = name.tokens;
    while tokens.len() > 1 && reading.document().tokens()[tokens.end - 1].span.start >= name.span.end {
        tokens.end -= 1;
    }
    tokens
}

/// The code of its shares behind a name, folded and without its market.
pub(super) fn code<'d>(reading: &Reading<'d>, name: &Name) -> Option<&'d str> {
    let core = core(reading, name);
    let listed = core.end < name.tokens.end && reading.document().tokens()[core.end].case == Case::Upper;
    listed.then(|| reading.document().folded(core.end))
}

/// Whether one letter added, left out, changed or swapped with its neighbour makes `a` into `b`; not at the end of a
/// word, where languages decline.
fn one_edit(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    if long.len() - short.len() > 1 || short.iter().any(char::is_ascii_digit) {
        return false;
    }
    let same = short.iter().zip(long.iter()).take_while(|(x, y)| x == y).count();
    if same >= short.len() {
        return false;
    }
    let (rest_short, rest_long) = (&short[same..], &long[same..]);
    let swapped = rest_short.len() == rest_long.len()
        && rest_short.len() >= 2
        && rest_short[0] == rest_long[1]
        && rest_short[1] == rest_long[0]
        && rest_short[2..] == rest_long[2..];
    let changed = rest_short.len() == rest_long.len() && rest_short.len() > 1 && rest_short[1..] == rest_long[1..];
    let added = rest_short.len() < rest_long.len() && *rest_short == rest_long[1..];
    swapped || changed || added
}

/// Whether a company's name may be cut down to what follows these opening words ("Groupe", "Maison").
pub(super) fn opens_generically(reading: &Reading<'_>, tokens: TokenRange) -> bool {
    let names = &reading.lexicon(tokens.start).names;
    reading
        .longest(names.cues(Place::First), tokens.start, tokens.end)
        .is_some_and(|found| found.tokens.end < tokens.end)
        || names.is(reading.word_id(tokens.start), Class::Institution)
        || names.is(reading.word_id(tokens.start), Class::Last)
        || names.is(reading.word_id(tokens.start), Class::LeadingForm)
}

/// Whether a name is one word by which many are called: "the Bank", of "Arden Bank" or of another.
pub(super) fn is_noun(reading: &Reading<'_>, tokens: TokenRange) -> bool {
    let names = &reading.lexicon(tokens.start).names;
    let is = |class| names.is(reading.word_id(tokens.start), class);
    tokens.len() == 1 && (is(Class::Institution) || is(Class::Common))
}

/// Whether every letter of a name is a capital.
pub(super) fn is_capitals(reading: &Reading<'_>, tokens: TokenRange) -> bool {
    tokens.positions().all(|at| {
        let token = &reading.document().tokens()[at];
        token.case == Case::Upper || token.kind != TokenKind::Word
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(text: &str) -> Form<'_> {
        Form { words: text.split(' ').map(Cow::Borrowed).collect() }
    }

    #[test]
    fn slips_of_the_pen() {
        for (a, b, same) in [
            ("torvane ai", "torvane ia", true),
            ("belquist", "belqiust", true),
            ("belquist", "belquyst", true),
            ("anna belquist", "anna belqist", true),
            ("arden", "ardon", false),
            ("belquist", "belquists", false),
            ("anna belquist", "ada belquist", false),
            ("model 3", "model 4", false),
        ] {
            assert_eq!(form(a).resembles(&form(b)), same, "{a} / {b}");
        }
    }
}
