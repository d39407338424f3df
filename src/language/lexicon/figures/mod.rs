//! Numbers, magnitudes, currencies, percent and their qualifiers, ready for matching.

mod currency;
mod pieces;

pub use currency::{Currency, CurrencyForm, CurrencyName};
pub use pieces::{MOST_PIECES, Piece, Pieces};

use super::{Compiler, Phrases, schema};

/// The compiled form of `figures.toml` and `currencies.toml`.
#[derive(Debug)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// About.
    Approximate,
    /// That or more.
    AtLeast,
    /// That or less.
    AtMost,
}

/// What a word does in a range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RangeWord {
    /// Opens a range joined by [`RangeWord::And`].
    Between,
    /// Joins it.
    And,
    /// Opens a range joined by [`RangeWord::To`].
    From,
    /// Joins it.
    To,
    /// Joins two figures of which either may be meant.
    Or,
    /// A verb after which `from … to …` is a change.
    Change,
}

/// What a sum is the price of one of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PerWhat {
    /// A share.
    Share,
    /// A year.
    Year,
    /// A piece.
    Unit,
}

/// What a word says of a number without a currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InheritCue {
    /// Before it: compares it with a sum named before.
    Compared,
    /// Before it: speaks of money.
    Paid,
    /// After it: cannot be what is counted.
    Follows,
    /// Around it: what is counted is no money.
    Counted,
}

impl Figures {
    /// Compiles the rows.
    pub(super) fn compile(rows: schema::Figures, names: schema::CurrencyNames, compiler: &mut Compiler<'_>) -> Self {
        let (currencies, places) = currency::compile(&rows.currency, &names, compiler);
        let q = &rows.qualifier;
        let r = &rows.range;
        let i = &rows.inherit;
        Self {
            decimal: rows.decimal,
            space_groups: rows.space_groups,
            pieces: Pieces::compile(&rows.number, &rows.magnitude, compiler),
            beside_currency: compiler.phrases(
                rows.magnitude.iter().flat_map(|m| m.beside_currency.iter().map(move |f| (f.as_str(), m.factor))),
            ),
            currencies,
            places,
            links: plain(compiler, &rows.currency.links),
            weighing: plain(compiler, &rows.currency.weighing),
            percent: table(
                compiler,
                &[
                    (&rows.percent.percent, PercentWord::Percent),
                    (&rows.percent.per_mille, PercentWord::PerMille),
                    (&rows.percent.points, PercentWord::Point),
                    (&rows.percent.basis_points, PercentWord::BasisPoint),
                ],
            ),
            qualifiers: table(
                compiler,
                &[(&q.approximate, Bound::Approximate), (&q.at_least, Bound::AtLeast), (&q.at_most, Bound::AtMost)],
            ),
            qualifiers_after: table(
                compiler,
                &[
                    (&q.approximate_after, Bound::Approximate),
                    (&q.at_least_after, Bound::AtLeast),
                    (&q.at_most_after, Bound::AtMost),
                ],
            ),
            ranges: table(
                compiler,
                &[
                    (&r.between, RangeWord::Between),
                    (&r.and, RangeWord::And),
                    (&r.from, RangeWord::From),
                    (&r.to, RangeWord::To),
                    (&r.or, RangeWord::Or),
                    (&r.changes, RangeWord::Change),
                ],
            ),
            per: table(
                compiler,
                &[(&rows.per.share, PerWhat::Share), (&rows.per.year, PerWhat::Year), (&rows.per.unit, PerWhat::Unit)],
            ),
            inherit: table(
                compiler,
                &[
                    (&i.compared, InheritCue::Compared),
                    (&i.paid, InheritCue::Paid),
                    (&i.follows, InheritCue::Follows),
                    (&i.counted, InheritCue::Counted),
                ],
            ),
            fractions: compiler.phrases(
                rows.fraction
                    .parts
                    .iter()
                    .flat_map(|p| p.forms.iter().map(move |f| (f.as_str(), (p.value[0], p.value[1])))),
            ),
            ordinals: compiler.phrases(
                rows.fraction.ordinals.iter().flat_map(|o| o.forms.iter().map(move |f| (f.as_str(), o.value))),
            ),
            fraction_of: plain(compiler, &rows.fraction.of),
            wholes: plain(compiler, &rows.fraction.wholes),
            whole_articles: plain(compiler, &rows.fraction.whole_articles),
        }
    }
}

fn plain(compiler: &mut Compiler<'_>, forms: &[String]) -> Phrases<()> {
    compiler.phrases(forms.iter().map(|form| (form.as_str(), ())))
}

fn table<T: Copy>(compiler: &mut Compiler<'_>, groups: &[(&Vec<String>, T)]) -> Phrases<T> {
    compiler.phrases(groups.iter().flat_map(|(forms, value)| forms.iter().map(|form| (form.as_str(), *value))))
}
