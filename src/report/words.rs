//! Figures and lists in plain English.

use rust_decimal::Decimal;

use super::Number;
use super::view::Qualifier;

/// "Arden", "Arden and Boreal", "Arden, Boreal and 3 others".
pub(super) fn list(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [one, other] => format!("{one} and {other}"),
        [one, other, third] => format!("{one}, {other} and {third}"),
        [one, other, rest @ ..] => format!("{one}, {other} and {} others", rest.len()),
    }
}

/// "about 14 billion USD"; nothing where no figure is known.
pub(super) fn money(
    value: Option<Number>,
    min: Option<Number>,
    max: Option<Number>,
    qualifier: Qualifier,
    currency: Option<&str>,
) -> Option<String> {
    let figure = match (value, min, max) {
        (_, Some(min), Some(max)) => format!("{} to {}", amount(min), amount(max)),
        (Some(value), ..) => qualified(qualifier, &amount(value)),
        (None, Some(min), None) => format!("at least {}", amount(min)),
        (None, None, Some(max)) => format!("up to {}", amount(max)),
        (None, None, None) => return None,
    };
    Some(currency.map_or(figure.clone(), |currency| format!("{figure} {currency}")))
}

/// A figure with the word for how exactly it is meant.
pub(super) fn qualified(qualifier: Qualifier, figure: &str) -> String {
    match qualifier {
        Qualifier::Exact | Qualifier::Range => figure.to_owned(),
        Qualifier::Approximate => format!("about {figure}"),
        Qualifier::AtLeast => format!("at least {figure}"),
        Qualifier::AtMost => format!("up to {figure}"),
    }
}

/// "12.5%"
pub(super) fn percent(value: Number) -> String {
    format!("{value}%")
}

/// "14 billion", "1.25 million", "850,000": the largest unit that leaves at most three decimals.
fn amount(value: Number) -> String {
    const UNITS: [(i64, &str); 3] =
        [(1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million")];
    let value = value.decimal();
    for (size, name) in UNITS {
        let Some(scaled) = value.checked_div(size.into()).map(|scaled| scaled.normalize()) else { continue };
        if scaled.abs() >= Decimal::ONE && scaled.scale() <= 3 {
            return format!("{} {name}", grouped(scaled));
        }
    }
    grouped(value)
}

/// Digits in groups of three.
pub(super) fn grouped(value: Decimal) -> String {
    let text = value.normalize().to_string();
    let (whole, rest) = text.find('.').map_or((text.as_str(), ""), |point| text.split_at(point));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let mut out = String::from(sign);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_take_the_unit_that_keeps_them_short() {
        for (value, words) in [
            ("14000000000", "14 billion"),
            ("1250000", "1.25 million"),
            ("1234567", "1,234,567"),
            ("1234500000", "1,234.5 million"),
            ("1200000000000", "1.2 trillion"),
            ("850000", "850,000"),
            ("12.50", "12.5"),
            ("0.01", "0.01"),
            ("0", "0"),
            ("-2500000", "-2.5 million"),
        ] {
            assert_eq!(amount(value.parse::<Decimal>().unwrap().into()), words);
        }
    }

    #[test]
    fn bounds_and_qualifiers_are_said() {
        let million = |millions: i64| Some(Number::from(Decimal::from(millions * 1_000_000)));
        for (value, min, max, qualifier, words) in [
            (million(3), None, None, Qualifier::AtMost, Some("up to 3 million EUR")),
            (None, million(800), million(900), Qualifier::Range, Some("800 million to 900 million EUR")),
            (None, million(1000), None, Qualifier::AtLeast, Some("at least 1 billion EUR")),
            (None, None, None, Qualifier::Exact, None),
        ] {
            assert_eq!(money(value, min, max, qualifier, Some("EUR")).as_deref(), words);
        }
    }

    #[test]
    fn lists_stay_short() {
        assert_eq!(list(&["A", "B", "C"]), "A, B and C");
        assert_eq!(list(&["A", "B", "C", "D", "E"]), "A, B and 3 others");
    }
}
