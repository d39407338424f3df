//! Numbers in words against an independent speller, and numbers in digits as each language prints them.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::Numerals;
use crate::language::Language;
use crate::mentions::anchors::Anchors;
use crate::mentions::probe::read;

/// The numbers of `text`: their words, their value, whether they are open.
fn numbers(language: Language, text: &str) -> Vec<(String, Decimal, bool)> {
    read(language, text, |reading| {
        let found = Numerals::find(reading, &Anchors::find(reading));
        let document = reading.document();
        found.all().iter().map(|n| (document.text_of(n.tokens).to_owned(), n.value, n.open)).collect()
    })
}

fn one(language: Language, text: &str) -> Option<Decimal> {
    match numbers(language, text).as_slice() {
        [(words, value, false)] if words == text => Some(*value),
        _ => None,
    }
}

#[test]
fn round_thousands_after_a_comma_are_thousands() {
    for (text, value) in [
        ("2,500 millones", 2_500_000_000_i64),
        ("22,000", 22_000),
        ("2,125 millones", 2_125_000),
        ("0,500", 0),
        ("2,500 millones y 3,5", 2_500_000),
    ] {
        let found = numbers(Language::Spanish, text);
        let first = found.first().map(|(_, value, _)| value.trunc());
        assert_eq!(first, Some(Decimal::from(value)), "{text}");
    }
}

#[test]
fn spelled_numbers_read_back() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/numbers");
    for language in Language::ALL.into_iter().filter(|language| *language != Language::Undetermined) {
        let table = fs::read_to_string(folder.join(format!("{}.tsv", language.tag()))).expect("the table is there");
        let rows: Vec<(&str, &str)> = table.lines().skip(1).filter_map(|line| line.split_once('\t')).collect();
        assert_eq!(rows.len(), 2000, "{}", language.tag());
        let mut failed = Vec::new();
        for (value, words) in &rows {
            // The English speller sets commas, which in prose part the items of a list.
            let words = words.replace(',', "");
            let expected: Decimal = value.parse().expect("a number");
            if one(language, &words) != Some(expected) {
                failed.push(format!("{value}\t{words}\t{:?}", numbers(language, &words)));
            }
        }
        assert!(failed.is_empty(), "{}: {} of 2000\n{}", language.tag(), failed.len(), failed.join("\n"));
    }
}

#[test]
fn in_words_and_mixed() {
    use Language::*;
    let table: &[(Language, &str, &str)] = &[
        (English, "2.5 million", "2500000"),
        (English, "half a billion", "500000000"),
        (English, "two and a half million", "2500000"),
        (English, "three quarters of a million", "750000"),
        (English, "a million", "1000000"),
        (English, "15-million", "15000000"),
        (English, "nineteen hundred", "1900"),
        (English, "35 lakh", "3500000"),
        (English, "three lakh crore", "3000000000000"),
        (English, "twenty-two point five", "22.5"),
        (English, "3/4 million", "750000"),
        (English, "2 1/2 million", "2500000"),
        (French, "un milliard et demi", "1500000000"),
        (French, "un demi-milliard", "500000000"),
        (French, "septante", "70"),
        (French, "nonante-neuf", "99"),
        (French, "quatre vingt onze", "91"),
        (French, "soixante et onze", "71"),
        (French, "cent mille milliards", "100000000000000"),
        (French, "vingt-deux virgule cinq", "22.5"),
        (French, "12 750 000", "12750000"),
        (French, "2 billions", "2000000000000"),
        (German, "anderthalb Milliarden", "1500000000"),
        (German, "eine halbe Million", "500000"),
        (German, "einundzwanzigtausend", "21000"),
        (German, "2,5 Mio.", "2500000"),
        (Spanish, "mil millones", "1000000000"),
        (Spanish, "20.000 millones", "20000000000"),
        (Spanish, "dos mil quinientos millones", "2500000000"),
        (Italian, "ventotto", "28"),
        (Italian, "un miliardo e mezzo", "1500000000"),
        (Portuguese, "mil e duzentos", "1200"),
        (Portuguese, "2,5 bilhões", "2500000000"),
        (Dutch, "achtentwintig", "28"),
        (Dutch, "anderhalf miljard", "1500000000"),
    ];
    for (language, text, expected) in table {
        let expected = expected.parse().ok();
        assert_eq!(one(*language, text), expected, "{text}: {:?}", numbers(*language, text));
    }
}

#[test]
fn open_and_rough_numbers() {
    use Language::*;
    let open: &[(Language, &str, &str)] = &[
        (English, "several billion", "1000000000"),
        (English, "tens of millions", "10000000"),
        (English, "hundreds of thousands", "100000"),
        (English, "billions", "1000000000"),
        (French, "plusieurs milliards", "1000000000"),
        (French, "quelques centaines de milliers", "100000"),
        (German, "mehrere Milliarden", "1000000000"),
        (Spanish, "decenas de millones", "10000000"),
    ];
    for (language, text, least) in open {
        let expected = vec![(text.to_string(), least.parse().expect("a number"), true)];
        assert_eq!(numbers(*language, text), expected, "{text}");
    }
    assert_eq!(one(French, "une dizaine de millions"), Some(Decimal::from(10_000_000)));
}

#[test]
fn no_numbers_are_made_up() {
    let long = "9".repeat(400);
    for text in ["1.2.3.4", "192.168.0.1", "million", "a", "and", "half", "hundred", long.as_str(), "GPT-4", "$NaN"] {
        assert_eq!(numbers(Language::English, text), [], "{text:.20}");
    }
    // Neighbours stay two numbers.
    let two = |text| numbers(Language::English, text).into_iter().map(|n| n.1).collect::<Vec<_>>();
    assert_eq!(two("between five million and ten million"), [5_000_000, 10_000_000].map(Decimal::from));
    assert_eq!(two("5 and 10"), [5, 10].map(Decimal::from));
    assert_eq!(two("twenty and thirty"), [20, 30].map(Decimal::from));
}

/// `value` with its thousands and decimals marked.
fn printed(value: Decimal, group: &str, decimal: char) -> String {
    let text = value.to_string();
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = String::new();
    for (position, digit) in whole.chars().enumerate() {
        if position > 0 && (whole.len() - position) % 3 == 0 {
            out.push_str(group);
        }
        out.push(digit);
    }
    if !decimals.is_empty() {
        out.push(decimal);
        out.push_str(decimals);
    }
    out
}

proptest! {
    #[test]
    fn printed_numbers_read_back(mantissa in 0i64..1_000_000_000_000_000, scale in 0u32..3) {
        let value = Decimal::new(mantissa, scale);
        let formats: &[(Language, &str, char)] = &[
            (Language::English, ",", '.'),
            (Language::English, "\u{202f}", '.'),
            (Language::French, "\u{a0}", ','),
            (Language::French, "\u{202f}", ','),
            (Language::French, " ", ','),
            (Language::German, ".", ','),
            (Language::German, "'", '.'),
            (Language::German, "’", '.'),
            (Language::Spanish, ".", ','),
            (Language::Italian, ".", ','),
            (Language::Portuguese, ".", ','),
            (Language::Dutch, ".", ','),
        ];
        for (language, group, decimal) in formats {
            // One mark with three digits after it can only be told by the language.
            let text = printed(value, group, *decimal);
            prop_assert_eq!(one(*language, &text), Some(value.normalize()), "{}", text);
        }
    }

    #[test]
    fn spaces_and_sentences_around_change_nothing(value in 0u32..1_000_000, before in "[A-Z][bcdfg]{3,9} [bcdfg]{3,9}\\.") {
        let text = format!("{before}  {value} ");
        let found = numbers(Language::English, &text);
        prop_assert_eq!(found, vec![(value.to_string(), Decimal::from(value), false)]);
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,60}") {
        for language in Language::ALL {
            for (words, _, _) in numbers(language, &text) {
                prop_assert!(text.contains(&words));
            }
        }
    }
}
