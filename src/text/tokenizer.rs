//! Cuts text into words, numbers and marks.
//!
//! A hand scanner, because the word boundaries of Unicode (UAX #29, the crate `unicode-segmentation`) keep `14bn`,
//! `l’IA` and `Meta’s` whole, part `Al-Fahim` and lose the dot of `Inc.`. Runs of scripts that write without spaces
//! are handed to that crate, which knows where their words end.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

use super::chars::is_folded;
use super::signs::{is_apostrophe, is_fraction, is_hyphen, is_letter, is_space, is_symbol, is_unspaced};
use super::view::contains;
use super::{Case, Orthography, Span, Token, TokenKind};

/// Cuts `text` into tokens; gives them with the folded text their folded spans point into.
///
/// White space and marks that refer to sources (`[12]`) are dropped, everything else belongs to exactly one token. Time is linear in the length of the text.
pub fn tokenize(text: &str, orthography: &Orthography<'_>) -> (Vec<Token>, String) {
    let mut scanner = Scanner {
        text,
        orthography,
        at: 0,
        next_at_sign: 0,
        tokens: Vec::with_capacity(text.len() / 4),
        folded: text.to_ascii_lowercase(),
        spaced: true,
    };
    scanner.run();
    (scanner.tokens, scanner.folded)
}

/// The form in which words are compared: lower case, straight apostrophes, plain hyphens; `ss` for `ß`, as Swiss papers write it.
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    fold_into(word, &mut folded);
    folded
}

/// Appends the form in which words are compared to `folded`.
pub fn fold_into(word: &str, folded: &mut String) {
    if word.bytes().all(|b| b.is_ascii_alphanumeric()) {
        let from = folded.len();
        folded.push_str(word);
        return folded[from..].make_ascii_lowercase();
    }
    for c in word.chars() {
        match c {
            '’' | '‘' | 'ʼ' | '´' | '`' => folded.push('\''),
            '\u{2010}' | '\u{2011}' => folded.push('-'),
            'ß' | 'ẞ' => folded.push_str("ss"),
            _ if c.is_ascii() => folded.push(c.to_ascii_lowercase()),
            _ if is_folded(c) => folded.push(c),
            _ => folded.extend(c.to_lowercase()),
        }
    }
}

/// Whether the folded form of `word` is the word with its ASCII letters in lower case.
fn folds_in_place(word: &str) -> bool {
    if word.is_ascii() { !word.contains('`') } else { word.chars().all(|c| c.is_ascii_uppercase() || is_folded(c)) }
}

/// Bytes of each of two names that a hyphen joins, at least.
const PAIRED: usize = 3;
/// Bytes of a text, and places there, in which a name is looked for that a hyphen joins to another.
const HEAD: usize = 8192;
const PLACES: usize = 64;
/// Bytes of a hyphen and the second half of a compound, at most: "-Verwaltungsratspräsidentin".
const LONGEST_TAIL: usize = 40;
/// Digits of a mark that refers to a source, at most.
const REFERENCE: usize = 3;
/// Bytes before the `@` of a mail address at most (RFC 5321, section 4.5.3.1.1).
const LONGEST_LOCAL_PART: usize = 64;

struct Scanner<'t, 'l> {
    text: &'t str,
    orthography: &'l Orthography<'l>,
    at: usize,
    /// Where the first `@` from here on stands; beyond all texts where there is none.
    next_at_sign: usize,
    tokens: Vec<Token>,
    /// The text in lower case, where most words find their folded form, and behind it the forms of the others.
    folded: String,
    spaced: bool,
}

impl Scanner<'_, '_> {
    fn run(&mut self) {
        while let Some(c) = self.peek(self.at) {
            // What most of a text is made of.
            if c == ' ' {
                self.at += 1;
                self.spaced = true;
            } else if c.is_ascii_alphabetic() {
                self.word();
            } else if is_space(c) {
                self.at += c.len_utf8();
                self.spaced = true;
            } else if c.is_ascii_digit() || is_fraction(c) {
                self.number();
            } else if let Some(end) = self.references(c) {
                self.at = end;
                self.spaced = true;
            } else if is_unspaced(c) {
                self.unspaced_run();
            } else if is_letter(c) {
                self.word();
            } else if let Some(end) = self.address(self.at) {
                self.push(end, TokenKind::Address);
            } else {
                self.mark(c);
            }
        }
    }

    fn peek(&self, at: usize) -> Option<char> {
        let bytes = self.text.as_bytes();
        match bytes.get(at) {
            Some(b) if b.is_ascii() => Some(*b as char),
            Some(_) => self.text[at..].chars().next(),
            None => None,
        }
    }

    fn push(&mut self, end: usize, kind: TokenKind) {
        let span = Span::new(self.at, end);
        let word = span.of(self.text);
        let folded = if folds_in_place(word) {
            span
        } else {
            let from = self.folded.len();
            fold_into(word, &mut self.folded);
            Span::new(from, self.folded.len())
        };
        let case = if kind == TokenKind::Word { Case::of(word) } else { Case::None };
        self.tokens.push(Token { span, kind, case, spaced: self.spaced, letters: false, folded });
        self.at = end;
        self.spaced = false;
    }

    /// The same for a word of ASCII letters alone, so many of them capitals.
    fn push_letters(&mut self, end: usize, capitals: usize) {
        let span = Span::new(self.at, end);
        let first = self.text.as_bytes().get(self.at).is_some_and(u8::is_ascii_uppercase);
        let case = Case::of_letters(capitals, end - self.at, first);
        self.tokens.push(Token { span, kind: TokenKind::Word, case, spaced: self.spaced, letters: true, folded: span });
        self.at = end;
        self.spaced = false;
    }

    /// The end of the marks that refer to sources and stand behind a word or stop, as encyclopaedias set them: `.[1][12]`.
    fn references(&self, c: char) -> Option<usize> {
        if c != '[' || self.spaced || self.tokens.is_empty() {
            return None;
        }
        let bytes = self.text.as_bytes();
        let mut end = self.at;
        while bytes.get(end) == Some(&b'[') {
            let digits = bytes[end + 1..].iter().take_while(|byte| byte.is_ascii_digit()).count();
            let close = end + 1 + digits;
            if !(1..=REFERENCE).contains(&digits) || bytes.get(close) != Some(&b']') {
                break;
            }
            end = close + 1;
        }
        (end > self.at).then_some(end)
    }

    /// Digits with single separators between them; a fraction sign may close them.
    fn number(&mut self) {
        let mut end = self.at;
        while let Some(c) = self.peek(end) {
            if c.is_ascii_digit() {
                end += 1;
            } else if is_fraction(c) {
                end += c.len_utf8();
                break;
            } else if matches!(c, '.' | ',' | '\'' | '’')
                && end > self.at
                && self.peek(end + c.len_utf8()).is_some_and(|next| next.is_ascii_digit())
            {
                end += c.len_utf8();
            } else {
                break;
            }
        }
        self.push(end, TokenKind::Number);
    }

    /// Text without spaces between words (Chinese, Japanese, Thai and so on).
    fn unspaced_run(&mut self) {
        let rest = &self.text[self.at..];
        let length = rest.find(|c: char| !is_unspaced(c)).unwrap_or(rest.len());
        let from = self.at;
        let pieces: Vec<usize> =
            rest[..length].split_word_bound_indices().map(|(start, piece)| from + start + piece.len()).collect();
        for end in pieces {
            self.push(end, TokenKind::Word);
        }
    }

    fn word(&mut self) {
        if let Some(end) = self.address(self.at) {
            return self.push(end, TokenKind::Address);
        }
        let (mut end, mut capitals) = (self.at, 0);
        for letter in self.text.as_bytes()[self.at..].iter().take_while(|byte| byte.is_ascii_alphabetic()) {
            capitals += usize::from(letter & b' ' == 0);
            end += 1;
        }
        // What most words are: letters up to a space, a mark that is in no word or the stop of a sentence.
        if end > self.at && self.parts(end) {
            return self.push_letters(end, capitals);
        }
        let mut hyphens: Vec<usize> = Vec::new();
        while let Some(c) = self.peek(end) {
            let next = end + c.len_utf8();
            if is_letter(c) || c.is_ascii_digit() {
                end = next;
            } else if is_apostrophe(c) {
                // The head of an elision keeps its apostrophe, even before a quotation mark or at the end of a phrase of
                // the lexicon; a possessive ’s starts with it.
                if self.is_elision(next) {
                    end = next;
                    break;
                }
                if !self.peek(next).is_some_and(is_letter) || self.is_possessive(end, next) {
                    break;
                }
                end = next;
            } else if is_hyphen(c) && self.peek(next).is_some_and(|c| is_letter(c) || c.is_ascii_digit()) {
                if hyphens.is_empty() && self.counts(end) {
                    break;
                }
                hyphens.push(end);
                end = next;
            } else if c == '.' && self.keeps_dot(end, next) {
                end = next;
                if !self.peek(end).is_some_and(|c| is_letter(c) && c.is_uppercase()) || end - self.at > 16 {
                    break;
                }
            } else {
                break;
            }
        }
        let alone = hyphens.len() == 1;
        let parts = |hyphen: usize| self.parts_at_hyphen(hyphen, end) || alone && self.pairs_names(hyphen, end);
        match hyphens.iter().find(|&&hyphen| parts(hyphen)) {
            Some(&hyphen) if hyphen > self.at => {
                self.push(hyphen, TokenKind::Word);
                let hyphen_end = hyphen + self.peek(hyphen).map_or(1, char::len_utf8);
                self.push(hyphen_end, TokenKind::Punctuation);
            }
            _ => self.push(end.max(self.at + 1), TokenKind::Word),
        }
    }

    /// Whether what stands behind the letters up to `end` is in no word of theirs.
    fn parts(&self, end: usize) -> bool {
        match self.text.as_bytes().get(end) {
            None | Some(b' ') => true,
            Some(b'.') => end > self.at + 1 && !self.keeps_dot(end, end + 1),
            Some(byte) => byte.is_ascii() && !byte.is_ascii_alphanumeric() && !matches!(byte, b'_' | b'\'' | b'-'),
        }
    }

    /// The folded form of the words from `start` to `end`.
    fn folded(&self, start: usize, end: usize) -> Cow<'_, str> {
        let word = &self.text[start..end];
        if folds_in_place(word) { Cow::Borrowed(&self.folded[start..end]) } else { Cow::Owned(fold(word)) }
    }

    /// Whether the word up to `next` leans on the one after it (`l'`).
    fn is_elision(&self, next: usize) -> bool {
        let letters = self.text[self.at..next].trim_end_matches(is_apostrophe);
        if !letters.is_ascii() || next - self.at > 12 {
            return next - self.at <= 12 && contains(self.orthography.elisions, &self.folded(self.at, next));
        }
        let head = self.folded.as_bytes()[self.at..self.at + letters.len()].iter().chain(b"'");
        self.orthography.elisions.binary_search_by(|known| known.as_bytes().iter().cmp(head.clone())).is_ok()
    }

    /// `’s` and nothing after it.
    fn is_possessive(&self, at: usize, next: usize) -> bool {
        at > self.at
            && matches!(self.peek(next), Some('s' | 'S'))
            && !self.peek(next + 1).is_some_and(|c| is_letter(c) || c.is_ascii_digit())
    }

    /// Whether the dot from `at` to `next` belongs to the word: an initial, dotted capitals or a known abbreviation.
    fn keeps_dot(&self, at: usize, next: usize) -> bool {
        let so_far = &self.text[self.at..at];
        let last = so_far.rsplit('.').next().unwrap_or(so_far);
        let single = last.chars().count() == 1 && last.chars().all(char::is_alphabetic);
        if so_far.contains('.') {
            return single;
        }
        if single && last.chars().all(char::is_uppercase) {
            // `J. Smith`, `U.S.`; not the end of `Plan A.` before a new line.
            return self.peek(next).is_some_and(|c| c == ' ' || c == '\u{a0}' || is_letter(c));
        }
        so_far.len() <= 12 && contains(self.orthography.abbreviations, &self.folded(self.at, next))
    }

    /// Whether what stands before the hyphen counts the number before it: `10-Millionen-Euro-Kredit`, `$5 million-a-year`.
    fn counts(&self, hyphen: usize) -> bool {
        let mut before = self.tokens.iter().rev();
        let mut last = before.next();
        if last.is_some_and(|last| last.kind == TokenKind::Punctuation && !self.spaced && last.span.len() == 1) {
            last = before.next();
        }
        let unit = |word: &str| contains(self.orthography.units, word);
        last.is_some_and(|last| last.kind == TokenKind::Number || unit(last.folded_in(&self.folded)))
            && unit(&fold(&self.text[self.at..hyphen]))
    }

    fn parts_at_hyphen(&self, hyphen: usize, end: usize) -> bool {
        let after = hyphen + self.peek(hyphen).map_or(1, char::len_utf8);
        if end - hyphen > LONGEST_TAIL {
            return false;
        }
        let tail = self.folded(after, end);
        // "Arden-Papiersparte" parts like "Arden-Sparte".
        let ends = |known: &String| tail.len() > known.len() && known.len() > 4 && tail.ends_with(known.as_str());
        let compound = || !tail.contains('-') && self.orthography.compound_tails.iter().any(ends);
        contains(self.orthography.compound_tails, &tail)
            || compound()
            || contains(self.orthography.enclitics, &tail)
            || tail.strip_prefix("t-").is_some_and(|tail| contains(self.orthography.enclitics, tail))
    }

    /// Whether the hyphen joins two names, each of which stands alone elsewhere, before a noun for what both do: "the
    /// *Arden-Boreal* merger".
    fn pairs_names(&self, hyphen: usize, end: usize) -> bool {
        let after = hyphen + self.peek(hyphen).map_or(1, char::len_utf8);
        let capital = |at: usize| self.peek(at).is_some_and(char::is_uppercase);
        let long = hyphen - self.at >= PAIRED && end - after >= PAIRED;
        if self.orthography.pairs.is_empty() || !long || !capital(self.at) || !capital(after) {
            return false;
        }
        let noun = end + 1;
        let letters = self.text.get(noun..).unwrap_or_default().bytes().take_while(u8::is_ascii_alphabetic).count();
        self.text.as_bytes().get(end) == Some(&b' ')
            && contains(self.orthography.pairs, &self.folded(noun, noun + letters))
            && self.stands_alone(self.at, hyphen)
            && self.stands_alone(after, end)
    }

    /// Whether the word from `start` to `end` is near the head of the text a word of its own.
    fn stands_alone(&self, start: usize, end: usize) -> bool {
        let head = (0..4).find_map(|back| self.text.get(..HEAD - back)).unwrap_or(self.text);
        let joins = |c: char| is_letter(c) || is_hyphen(c) || c.is_ascii_digit();
        let alone = |(at, word): (usize, &str)| {
            let before = head[..at].chars().next_back();
            !before.is_some_and(joins) && !head[at + word.len()..].chars().next().is_some_and(joins)
        };
        head.match_indices(&self.text[start..end]).take(PLACES).any(alone)
    }

    /// The end of a web address, mail address or handle that starts at `at`.
    #[inline]
    fn address(&mut self, at: usize) -> Option<usize> {
        let first = *self.text.as_bytes().get(at)?;
        let far = self.next_at_sign > at + LONGEST_LOCAL_PART;
        let second = || self.text.as_bytes().get(at + 1).map_or(0, u8::to_ascii_lowercase);
        let starts = match first {
            b'h' | b'H' => second() == b't',
            b'w' | b'W' => second() == b'w',
            _ => matches!(first, b'@' | b'#'),
        };
        // Nearly every word is told here.
        if far && !starts { None } else { self.address_at(at) }
    }

    #[inline(never)]
    fn address_at(&mut self, at: usize) -> Option<usize> {
        let rest = &self.text[at..];
        let bytes = rest.as_bytes();
        let starts = match bytes.first()? {
            b'h' | b'H' => {
                rest.get(..7).is_some_and(|s| s.eq_ignore_ascii_case("http://"))
                    || rest.get(..8).is_some_and(|s| s.eq_ignore_ascii_case("https://"))
            }
            b'w' | b'W' => rest.get(..4).is_some_and(|s| s.eq_ignore_ascii_case("www.")),
            b'@' | b'#' => bytes.get(1).is_some_and(u8::is_ascii_alphabetic),
            _ => false,
        };
        if self.next_at_sign < at || self.next_at_sign == 0 {
            self.next_at_sign = rest.find('@').map_or(usize::MAX, |from| at + from);
        }
        let near = self.next_at_sign - at <= LONGEST_LOCAL_PART;
        let mail = || {
            let local = bytes
                .iter()
                .take(LONGEST_LOCAL_PART)
                .take_while(|b| b.is_ascii_alphanumeric() || b"._+-".contains(b))
                .count();
            local > 0 && bytes.get(local) == Some(&b'@') && bytes.get(local + 1).is_some_and(u8::is_ascii_alphanumeric)
        };
        if !(starts || near && mail()) {
            return None;
        }
        let length = rest.find(|c: char| is_space(c) || "<>\"“”«»()".contains(c)).unwrap_or(rest.len());
        let length = rest[..length].trim_end_matches(['.', ',', ';', ':', '!', '?', '’', '\'', ']']).len();
        (length > 1).then_some(at + length)
    }

    fn mark(&mut self, c: char) {
        let mut end = self.at + c.len_utf8();
        if c == '\'' || c == '’' {
            // A possessive that was parted from its owner.
            if self.peek(end) == Some('s') && !self.spaced && !self.peek(end + 1).is_some_and(is_letter) {
                return self.push(end + 1, TokenKind::Word);
            }
        }
        if matches!(c, '.' | '-') {
            while self.peek(end) == Some(c) {
                end += 1;
            }
        }
        self.push(end, if is_symbol(c) { TokenKind::Symbol } else { TokenKind::Punctuation });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let own = |list: &[&str]| list.iter().map(|s| s.to_string()).collect::<Vec<_>>();
        let (abbreviations, elisions) = (own(&["inc.", "st."]), own(&["d'", "l'", "qu'"]));
        let (enclitics, compound_tails) = (own(&["elle", "il"]), own(&["based", "owned"]));
        let pairs = own(&["merger"]);
        let orthography = Orthography {
            abbreviations: &abbreviations,
            elisions: &elisions,
            enclitics: &enclitics,
            compound_tails: &compound_tails,
            pairs: &pairs,
            ..Orthography::default()
        };
        tokenize(text, &orthography).0.iter().map(|token| token.span.of(text)).collect()
    }

    #[test]
    fn cuts() {
        let table: &[(&str, &[&str])] = &[
            ("l’IA d'Alexandre", &["l’", "IA", "d'", "Alexandre"]),
            ("dans l’“ère d'", &["dans", "l’", "“", "ère", "d'"]),
            ("Meta’s plan, boys' toys", &["Meta", "’s", "plan", ",", "boys", "'", "toys"]),
            ("O'Brien and Al-Fahim", &["O'Brien", "and", "Al-Fahim"]),
            (
                "Arden-Boreal merger of Arden and Boreal",
                &["Arden", "-", "Boreal", "merger", "of", "Arden", "and", "Boreal"],
            ),
            ("Arden-Boreal merger of Arden", &["Arden-Boreal", "merger", "of", "Arden"]),
            ("Boston-based Acme Inc. said", &["Boston", "-", "based", "Acme", "Inc.", "said"]),
            ("parviendra-t-elle ?", &["parviendra", "-", "t", "-", "elle", "?"]),
            ("$14bn, 1.234,56 € et 49%.", &["$", "14", "bn", ",", "1.234,56", "€", "et", "49", "%", "."]),
            ("J. Smith of the U.S. firm", &["J.", "Smith", "of", "the", "U.S.", "firm"]),
            ("It ended. Then", &["It", "ended", ".", "Then"]),
            (
                "see https://a.example/x. Mail x.y@z.example!",
                &["see", "https://a.example/x", ".", "Mail", "x.y@z.example", "!"],
            ),
            ("GPT-4 and Q1 : 66⅔%", &["GPT-4", "and", "Q1", ":", "66⅔", "%"]),
            ("wait... no--yes", &["wait", "...", "no", "--", "yes"]),
            ("It fell.[1][23] It rose[4], [5]", &["It", "fell", ".", "It", "rose", ",", "[", "5", "]"]),
        ];
        for (text, expected) in table {
            assert_eq!(&words(text), expected, "{text}");
        }
    }

    #[test]
    fn folding_makes_variants_equal() {
        for (word, folded) in [("D’ÉCOLE", "d'école"), ("Groß\u{2011}Gerau", "gross-gerau")] {
            assert_eq!(fold(word), folded);
        }
    }

    #[test]
    fn every_character_but_space_is_in_one_token() {
        let text = "a–b…c\u{200b}d 漢字かな ' ’s \u{301}e @you #tag 1,2,x ½½";
        let (tokens, _) = tokenize(text, &Orthography::default());
        let mut at = 0;
        for token in &tokens {
            assert!(token.span.start >= at && !token.span.is_empty());
            assert!(text[at..token.span.start].chars().all(is_space));
            at = token.span.end;
        }
        assert_eq!(at, text.len());
    }
}
