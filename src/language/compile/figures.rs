//! Rows of `figures.toml` to tables.

use super::lexicon::{Bound, Figures, InheritCue, PerWhat, PercentWord, Phrases, Pieces, RangeWord, schema};
use super::{Compiler, currency};

impl Figures {
    /// Compiles the rows.
    pub fn compile(
        rows: schema::Figures,
        names: &schema::CurrencyNames,
        iso: &schema::Iso4217,
        compiler: &mut Compiler<'_>,
    ) -> Self {
        let (currencies, places) = currency::compile(&rows.currency, names, iso, compiler);
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
                    (&r.into, RangeWord::Into),
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
                    (&i.part_of, InheritCue::PartOf),
                    (&i.paid, InheritCue::Paid),
                    (&i.follows, InheritCue::Follows),
                    (&i.counted, InheritCue::Counted),
                ],
            ),
            linked: i.linked,
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
