//! `figures.toml`: numbers, magnitudes, currencies, percent and their qualifiers.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The rows of `figures.toml`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figures {
    /// The mark before decimals, `,` or `.`.
    pub decimal: char,
    /// Whether plain spaces part thousands (`1 500 000`); no-break spaces do everywhere.
    pub space_groups: bool,
    /// Numbers in words.
    pub number: Number,
    /// What multiplies a number, by thousands and more.
    pub magnitude: Vec<Magnitude>,
    /// Names of currencies.
    pub currency: Currencies,
    /// What a percentage is counted in.
    pub percent: Percent,
    /// Words before and after a figure that say how exactly it is meant.
    pub qualifier: Qualifiers,
    /// Words that join the bounds of a range.
    pub range: Range,
    /// Words after a sum that say what it is the price of one of.
    pub per: Per,
    /// Which sums without a currency are money all the same.
    pub inherit: Inherit,
    /// Shares of a whole that are no percentages.
    pub fraction: Fractions,
    /// Sentences with the figures in them; read by tests alone.
    pub examples: Vec<FigureExample>,
    /// Sentences without any figure; read by tests alone.
    pub nothing: Vec<String>,
}

/// Numbers in words.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Number {
    /// Words for numbers below a thousand, by number.
    pub words: BTreeMap<String, Vec<String>>,
    /// "hundred": multiplies what stands before it.
    pub hundred: Vec<String>,
    /// The same inside words written together alone (`cent` of `centotto`, which is also a coin).
    pub hundred_inside: Vec<String>,
    /// Words between the parts of a number.
    pub and: Vec<String>,
    /// Articles that count as one before a hundred, a magnitude or a currency.
    pub articles: Vec<String>,
    /// The decimal mark in words.
    pub point: Vec<String>,
    /// Tens after which the numbers up to nineteen may follow (`soixante-dix`).
    pub long_tens: Vec<u32>,
    /// Whether units come before tens (`einundzwanzig`).
    pub units_first: bool,
    /// Whether numbers are written together (`ventotto`).
    pub compounds: bool,
    /// Parts of a magnitude that stand before it ("half a"), as `[numerator, denominator]`.
    pub parts: Vec<Part>,
    /// Parts that follow a number or a magnitude ("and a half").
    pub and_parts: Vec<Part>,
    /// "several".
    pub several: Vec<String>,
    /// "dozen", "tens".
    pub collectives: Vec<Collective>,
    /// Words between a collective and its magnitude ("tens *of* millions").
    pub of: Vec<String>,
}

/// A part of a whole.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Numerator and denominator.
    pub value: [u32; 2],
    /// Its words.
    pub forms: Vec<String>,
}

/// A noun for a number of things.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Collective {
    /// How many.
    pub value: u32,
    /// One of it: about that many.
    pub one: Vec<String>,
    /// Several of it: an open number.
    pub many: Vec<String>,
}

/// A power of a thousand, by name.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Magnitude {
    /// What it multiplies by.
    pub factor: u64,
    /// Words and abbreviations that follow a number.
    pub forms: Vec<String>,
    /// Those of the words that, without a number before them, mean an open number ("billions of dollars").
    pub many: Vec<String>,
    /// Abbreviations that count only beside a currency (`m`, `k`).
    pub beside_currency: Vec<String>,
}

/// Names of currencies.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Currencies {
    /// Names that belong to one currency, by ISO 4217 code.
    pub names: BTreeMap<String, Vec<String>>,
    /// Names and signs that several currencies share.
    pub shared: Vec<SharedCurrency>,
    /// Hundredths and the like.
    pub parts: Vec<SharedCurrency>,
    /// Names that are ordinary words too; they count after a magnitude or a thousand and more.
    pub weak: Vec<String>,
    /// Words between a magnitude and a currency ("millions *de* dollars").
    pub links: Vec<String>,
    /// Words in the neighbourhood that make pounds a weight.
    pub weighing: Vec<String>,
    /// Names that weigh as well as they pay.
    pub weights: Vec<String>,
}

/// A name that several currencies share.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SharedCurrency {
    /// Its words.
    pub names: Vec<String>,
    /// The codes, the one meant where nothing else decides first.
    pub codes: Vec<String>,
    /// How many make one unit of the currency; by ISO 4217 where it is left out.
    #[serde(default)]
    pub per_unit: Option<u32>,
    /// What it multiplies the number by (`mdd`, millions of dollars).
    #[serde(default)]
    pub factor: Option<u64>,
    /// Whether it counts only right after the number, where the article names one of the currencies (`197p`).
    #[serde(default)]
    pub attached: bool,
}

/// What a percentage is counted in.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Percent {
    /// Hundredths.
    pub percent: Vec<String>,
    /// Thousandths.
    pub per_mille: Vec<String>,
    /// Percentage points.
    pub points: Vec<String>,
    /// Basis points.
    pub basis_points: Vec<String>,
}

/// Words that say how exactly a figure is meant.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Qualifiers {
    /// "about", "nearly".
    pub approximate: Vec<String>,
    /// "more than".
    pub at_least: Vec<String>,
    /// "up to".
    pub at_most: Vec<String>,
    /// After the figure: "or so".
    pub approximate_after: Vec<String>,
    /// After the figure: "or more".
    pub at_least_after: Vec<String>,
    /// After the figure: "at most".
    pub at_most_after: Vec<String>,
}

/// Words that join the bounds of a range.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Range {
    /// Opens a range whose bounds `and` joins.
    pub between: Vec<String>,
    /// Joins them.
    pub and: Vec<String>,
    /// Opens a range whose bounds `to` joins.
    pub from: Vec<String>,
    /// Joins them.
    pub to: Vec<String>,
    /// Joins the two figures of a change.
    pub into: Vec<String>,
    /// Joins two figures of which either may be meant.
    pub or: Vec<String>,
    /// Verbs after which "from … to …" is a change and no range.
    pub changes: Vec<String>,
}

/// What a sum is the price of one of.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Per {
    /// A share.
    pub share: Vec<String>,
    /// A year.
    pub year: Vec<String>,
    /// A piece.
    pub unit: Vec<String>,
}

/// Which sums without a currency are money all the same.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inherit {
    /// Before the figure: compares it with a sum named before ("contre", "up from").
    pub compared: Vec<String>,
    /// Before the figure: takes a part of a sum named before ("dont", "of which").
    pub part_of: Vec<String>,
    /// Whether a magnitude is tied to what it counts by a word: "3 millions *de* clients".
    pub linked: bool,
    /// Before the figure: speaks of money whatever follows ("worth", "invest").
    pub paid: Vec<String>,
    /// After the figure: cannot be what is counted ("in", "pour").
    pub follows: Vec<String>,
    /// In the neighbourhood: what is counted is no money ("users").
    pub counted: Vec<String>,
}

/// Shares of a whole that are no percentages.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fractions {
    /// Fractions in words: "half", "un tiers".
    pub parts: Vec<Part>,
    /// Ordinals that follow a number: "three *fifths*".
    pub ordinals: Vec<Ordinal>,
    /// Between a fraction and its whole.
    pub of: Vec<String>,
    /// What one holds a share in: "capital", "shares", "company".
    pub wholes: Vec<String>,
    /// Words that may stand between ("of *the group's* shares" needs none of them).
    pub whole_articles: Vec<String>,
}

/// The denominator of a fraction.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ordinal {
    /// The denominator.
    pub value: u32,
    /// Its words.
    pub forms: Vec<String>,
}

/// A sentence with the figures in it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FigureExample {
    /// The sentence.
    pub text: String,
    /// Its sums of money, as `value code`, with `min..max` for a range.
    #[serde(default)]
    pub money: Vec<String>,
    /// Its percentages, as `value unit`, the unit left out for percent.
    #[serde(default)]
    pub percent: Vec<String>,
    /// Its fractions, in percent.
    #[serde(default)]
    pub fraction: Vec<String>,
}

impl Default for Figures {
    fn default() -> Self {
        Self {
            decimal: '.',
            space_groups: false,
            number: Number::default(),
            magnitude: Vec::new(),
            currency: Currencies::default(),
            percent: Percent::default(),
            qualifier: Qualifiers::default(),
            range: Range::default(),
            per: Per::default(),
            inherit: Inherit::default(),
            fraction: Fractions::default(),
            examples: Vec::new(),
            nothing: Vec::new(),
        }
    }
}
