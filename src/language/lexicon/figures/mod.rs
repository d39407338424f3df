//! Numbers, magnitudes, currencies, percent and their qualifiers, ready for matching.

mod currency;
mod pieces;

pub use currency::{Currency, CurrencyForm, CurrencyName};
pub use pieces::{MOST_PIECES, Piece, Pieces};

use serde::{Deserialize, Serialize};

use super::Phrases;

/// The compiled form of `figures.toml` and `currencies.toml`.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Figures {
    /// The mark before decimals.
    pub decimal: char,
    /// Whether plain spaces part thousands.
    pub space_groups: bool,
    /// Numbers in words.
    pub pieces: Pieces,
    /// Magnitudes that count only beside a currency.
    pub beside_currency: Phrases<u64>,
    /// Names, codes and signs of currencies.
    pub currencies: Phrases<CurrencyName>,
    /// Words that tie an article to the country of a currency.
    pub places: Phrases<Currency>,
    /// Words between a magnitude and a currency.
    pub links: Phrases<()>,
    /// Words in the neighbourhood that make pounds a weight.
    pub weighing: Phrases<()>,
    /// What a percentage is counted in.
    pub percent: Phrases<PercentWord>,
    /// Words before a figure that say how exactly it is meant.
    pub qualifiers: Phrases<Bound>,
    /// The same after a figure.
    pub qualifiers_after: Phrases<Bound>,
    /// Words that open and join the bounds of a range.
    pub ranges: Phrases<RangeWord>,
    /// Words after a sum that say what it is the price of one of.
    pub per: Phrases<PerWhat>,
    /// Words that make a number without a currency money, or keep it from being.
    pub inherit: Phrases<InheritCue>,
    /// Whether a magnitude is tied to what it counts by a word: "3 millions *de* clients".
    pub linked: bool,
    /// Fractions in words, as numerator and denominator.
    pub fractions: Phrases<(u32, u32)>,
    /// Denominators after a number.
    pub ordinals: Phrases<u32>,
    /// Between a fraction and its whole.
    pub fraction_of: Phrases<()>,
    /// What one holds a share in.
    pub wholes: Phrases<()>,
    /// Words between the two.
    pub whole_articles: Phrases<()>,
}

/// What a percentage is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PercentWord {
    /// Hundredths.
    Percent,
    /// Thousandths.
    PerMille,
    /// Percentage points.
    Point,
    /// Basis points.
    BasisPoint,
}

/// How exactly a figure is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Bound {
    /// About.
    Approximate,
    /// That or more.
    AtLeast,
    /// That or less.
    AtMost,
}

/// What a word does in a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum RangeWord {
    /// Opens a range joined by [`RangeWord::And`].
    Between,
    /// Joins it.
    And,
    /// Opens a range joined by [`RangeWord::To`].
    From,
    /// Joins it.
    To,
    /// Joins the two figures of a change.
    Into,
    /// Joins two figures of which either may be meant.
    Or,
    /// A verb after which `from … to …` is a change.
    Change,
}

/// What a sum is the price of one of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PerWhat {
    /// A share.
    Share,
    /// A year.
    Year,
    /// A piece.
    Unit,
}

/// What a word says of a number without a currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum InheritCue {
    /// Before it: compares it with a sum named before.
    Compared,
    /// Before it: takes a part of a sum named before.
    PartOf,
    /// Before it: speaks of money.
    Paid,
    /// After it: cannot be what is counted.
    Follows,
    /// Around it: what is counted is no money.
    Counted,
}
