//! Numbers in digits, with the marks of their language.

use rust_decimal::Decimal;

use crate::language::lexicon::Figures;
use crate::text::{Document, TokenKind};

/// More digits than this are no number (28 is what a decimal holds).
const MOST_DIGITS: usize = 28;

/// Decimals kept of a vulgar fraction.
const FRACTION_DECIMALS: u32 = 4;

/// The number that starts at token `at`, with the groups that spaces part and a fraction after it; where its tokens end.
pub(super) fn read(
    document: &Document<'_>,
    at: usize,
    end: usize,
    figures: &Figures,
    decimal: char,
) -> (Option<Decimal>, usize) {
    let (whole, after) = grouped(document, at, end, figures, decimal);
    let tokens = document.tokens();
    // `2 1/2`, `7 3/4`, `3-1/2`
    let hyphen = usize::from(
        after + 1 < end && !tokens[after].spaced && !tokens[after + 1].spaced && document.word(after) == "-",
    );
    let apart = hyphen == 1 || tokens.get(after).is_some_and(|token| token.spaced);
    let fraction = if apart { slashed(document, after + hyphen, end) } else { None };
    match (whole, fraction) {
        (Some(whole), Some(part)) if whole.scale() == 0 && whole < Decimal::from(1000) => {
            (whole.checked_add(part), after + hyphen + 3)
        }
        (Some(whole), _) if whole.scale() == 0 => (Some(whole), dashed(document, after, end)),
        _ => (whole, after),
    }
}

/// The end of a whole number whose hundredths are a dash: `12,-`, `1500.–`.
fn dashed(document: &Document<'_>, at: usize, end: usize) -> usize {
    let tokens = document.tokens();
    let tight = |at: usize| at < end && !tokens[at].spaced;
    let mark = tight(at) && matches!(document.word(at), "." | ",");
    let dash = mark && tight(at + 1) && matches!(document.word(at + 1), "-" | "--" | "–" | "—");
    let closed = dash && !(tight(at + 2) && matches!(tokens[at + 2].kind, TokenKind::Word | TokenKind::Number));
    if closed { at + 2 } else { at }
}

fn grouped(
    document: &Document<'_>,
    at: usize,
    end: usize,
    figures: &Figures,
    decimal: char,
) -> (Option<Decimal>, usize) {
    let first = document.word(at);
    let mut number = value(first, decimal);
    let mut after = at + 1;
    if first.len() > 3 || first.starts_with('0') || !first.bytes().all(|b| b.is_ascii_digit()) {
        return (number, after);
    }
    let tokens = document.tokens();
    while after < end && tokens[after].kind == TokenKind::Number {
        let gap = document.text().get(tokens[after - 1].span.end..tokens[after].span.start).unwrap_or_default();
        let joins =
            matches!(gap, "\u{a0}" | "\u{202f}" | "\u{2009}" | "\u{2007}") || figures.space_groups && gap == " ";
        let word = document.word(after);
        let (three, rest) = word.split_at_checked(3).unwrap_or((word, ""));
        let digits = three.len() == 3 && three.bytes().all(|b| b.is_ascii_digit());
        if !joins || !digits || !(rest.is_empty() || rest.starts_with(decimal) && rest.len() > 1) {
            break;
        }
        let group = value(word, decimal);
        number = match (number, group) {
            (Some(number), Some(group)) => {
                number.checked_mul(Decimal::from(1000)).and_then(|number| number.checked_add(group))
            }
            _ => None,
        };
        after += 1;
        if !rest.is_empty() {
            break;
        }
    }
    (number, after)
}

/// How what follows a comma ends where it parts thousands.
const ROUND: [&str; 2] = ["000", "500"];

/// Whether the article marks decimals with a dot where its language has a comma, as Mexico and Switzerland do: numbers
/// with one or two digits after a dot, or round thousands after a comma (`2,500`, which nobody writes for two and a half), and
/// none with one or two digits after a comma.
pub(super) fn dotted(document: &Document<'_>, anchors: &[usize]) -> bool {
    let (mut dots, mut commas) = (0, 0);
    let tokens = anchors.iter().filter_map(|&at| document.tokens().get(at));
    for token in tokens.filter(|token| token.kind == TokenKind::Number) {
        let word = document.cut(token.span);
        if let Some((at, mark)) = word.char_indices().find(|(_, c)| !c.is_ascii_digit()) {
            let tail = word.get(at + mark.len_utf8()..).unwrap_or_default();
            if (1..=2).contains(&tail.len()) && tail.bytes().all(|b| b.is_ascii_digit()) {
                dots += usize::from(mark == '.');
                commas += usize::from(mark == ',');
            }
            dots +=
                usize::from(mark == ',' && !word.starts_with('0') && ROUND.iter().any(|round| tail.ends_with(round)));
        }
    }
    dots > 0 && commas == 0
}

/// `3/4` at token `at`, three tokens long.
pub(super) fn slashed(document: &Document<'_>, at: usize, end: usize) -> Option<Decimal> {
    let tokens = document.tokens();
    if at + 2 >= end || document.word(at + 1) != "/" || tokens[at + 1].spaced || tokens[at + 2].spaced {
        return None;
    }
    let part = |at: usize| document.word(at).parse::<u32>().ok();
    let (numerator, denominator) = (part(at)?, part(at + 2)?);
    (numerator < denominator && matches!(denominator, 2..=5 | 8 | 16 | 32))
        .then(|| fraction(numerator, denominator))
        .flatten()
}

/// A fraction as a decimal, rounded where it has no end.
pub(super) fn fraction(numerator: u32, denominator: u32) -> Option<Decimal> {
    Decimal::from(numerator).checked_div(Decimal::from(denominator)).map(|value| value.round_dp(FRACTION_DECIMALS))
}

/// The value of digits with marks between them; `None` where the marks make no number.
///
/// Two kinds of mark: the last is the decimal mark. One mark that comes once is the decimal mark of the language, or
/// parts thousands where three digits follow it. Groups have three digits, or two before the last three in Indian use.
pub(super) fn value(text: &str, decimal: char) -> Option<Decimal> {
    let (text, part) = vulgar(text);
    if text.is_empty() {
        return part;
    }
    let mut marks = text.char_indices().filter(|(_, c)| !c.is_ascii_digit()).map(|(at, c)| (at, plain(c)));
    let mark = match marks.clone().next_back() {
        None => None,
        Some((at, last)) => {
            let same = marks.clone().filter(|(_, c)| *c == last).count();
            let other = marks.any(|(_, c)| c != last);
            let tail = text.len() - at - 1;
            let groups = tail == 3 && at <= 3 && !text.starts_with('0');
            match (last, same, other) {
                ('\'', _, true) => return None,
                ('\'', _, false) => None,
                (_, 1, true) => Some(at),
                (_, _, true) => return None,
                (last, 1, false) if last == decimal || !groups => Some(at),
                _ => None,
            }
        }
    };
    let (whole, decimals) = match mark {
        Some(at) => (text.get(..at)?, text.get(at + 1..)?),
        None => (text, ""),
    };
    let number = digits(whole, decimals)?;
    match part {
        Some(part) => number.checked_add(part),
        None => Some(number),
    }
}

fn plain(c: char) -> char {
    if c == '’' { '\'' } else { c }
}

fn digits(whole: &str, decimals: &str) -> Option<Decimal> {
    if !well_grouped(whole) {
        return None;
    }
    let mut mantissa: i128 = 0;
    let mut count = 0;
    for digit in whole.bytes().chain(decimals.bytes()).filter(u8::is_ascii_digit) {
        count += 1;
        if count > MOST_DIGITS {
            return None;
        }
        mantissa = mantissa * 10 + i128::from(digit - b'0');
    }
    let scale = u32::try_from(decimals.len()).ok()?;
    Some(Decimal::try_from_i128_with_scale(mantissa, scale).ok()?.normalize())
}

/// Whether the marks in a whole number part groups of digits as they should.
fn well_grouped(whole: &str) -> bool {
    let mut lengths = whole.split(|c: char| !c.is_ascii_digit()).map(str::len).peekable();
    let mut marks = whole.chars().filter(|c| !c.is_ascii_digit()).map(plain);
    if let Some(first) = marks.next()
        && marks.any(|mark| mark != first)
    {
        return false;
    }
    let first = lengths.next().unwrap_or(0);
    if lengths.peek().is_none() {
        return first > 0;
    }
    let (mut threes, mut twos) = (true, true);
    while let Some(length) = lengths.next() {
        let last = lengths.peek().is_none();
        threes &= length == 3;
        twos &= length == if last { 3 } else { 2 };
    }
    (1..=3).contains(&first) && threes || (1..=2).contains(&first) && twos
}

/// Parts a vulgar fraction from the end.
fn vulgar(text: &str) -> (&str, Option<Decimal>) {
    let Some(last) = text.chars().next_back() else { return (text, None) };
    let (numerator, denominator) = match last {
        '¼' => (1, 4),
        '½' => (1, 2),
        '¾' => (3, 4),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅚' => (5, 6),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        _ => return (text, None),
    };
    (&text[..text.len() - last.len_utf8()], fraction(numerator, denominator))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values() {
        let table: &[(&str, char, Option<&str>)] = &[
            ("14", '.', Some("14")),
            ("1,234.56", '.', Some("1234.56")),
            ("1.234,56", ',', Some("1234.56")),
            ("1,234", '.', Some("1234")),
            ("1,234", ',', Some("1.234")),
            ("1.234", ',', Some("1234")),
            ("0.234", ',', Some("0.234")),
            ("2.5", ',', Some("2.5")),
            ("2,5", '.', Some("2.5")),
            ("1.250.000", ',', Some("1250000")),
            ("1.250.000", '.', Some("1250000")),
            ("1'234.56", '.', Some("1234.56")),
            ("1’234’567", ',', Some("1234567")),
            ("12,34,567.89", '.', Some("1234567.89")),
            ("2½", '.', Some("2.5")),
            ("66⅔", '.', Some("66.6667")),
            ("½", '.', Some("0.5")),
            ("12.50", '.', Some("12.5")),
            ("1.2.3.4", '.', None),
            ("192.168.1.2", ',', None),
            ("1,2,3", '.', None),
            ("1.234,567.8", '.', None),
            ("12345678901234567890123456789", '.', None),
            ("1234,567", '.', Some("1234.567")),
        ];
        for (text, decimal, expected) in table {
            let expected = expected.map(|e| e.parse::<Decimal>().expect("a decimal"));
            assert_eq!(value(text, *decimal), expected, "{text} with {decimal}");
        }
    }
}
