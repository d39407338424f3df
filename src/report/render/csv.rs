//! Deals as CSV: one row a deal, columns that are documented in the README and only ever added at the end.
//!
//! RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe before it, as spreadsheets do themselves.

use serde::Serialize;

use crate::report::view::{Deal, PartyRole, Price, Report};

/// The columns, in order.
pub const COLUMNS: [&str; 32] = [
    "source",
    "id",
    "url",
    "published",
    "language",
    "title",
    "deal",
    "type",
    "status",
    "confidence",
    "background",
    "summary",
    "acquirers",
    "targets",
    "sellers",
    "partners",
    "advisers",
    "amount",
    "amount_min",
    "amount_max",
    "currency",
    "amount_qualifier",
    "amount_disclosed",
    "per_share",
    "valuation",
    "stake_percent",
    "stake_after",
    "control",
    "announced_on",
    "expected_close",
    "closed_on",
    "evidence",
];

/// The line of column names.
///
/// # Errors
/// Never: what is written to memory is written.
pub fn csv_header() -> csv::Result<String> {
    written(|writer| writer.write_record(COLUMNS))
}

/// A line for each deal of the report.
///
/// # Errors
/// As for [`csv_header`].
pub fn csv(report: &Report) -> csv::Result<String> {
    written(|writer| report.deals.iter().try_for_each(|deal| writer.write_record(cells(report, deal).map(harmless))))
}

fn written(write: impl FnOnce(&mut csv::Writer<Vec<u8>>) -> csv::Result<()>) -> csv::Result<String> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    write(&mut writer)?;
    let bytes = writer.into_inner().map_err(|error| error.into_error())?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn cells(report: &Report, deal: &Deal) -> [String; 32] {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let with = |roles: &[PartyRole]| {
        let names = deal.parties.iter().filter(|party| roles.contains(&party.role)).map(|party| party.name.as_str());
        names.collect::<Vec<_>>().join("; ")
    };
    let figure = |price: &Option<Price>| price.as_ref().and_then(|price| price.value).map(number).unwrap_or_default();
    let amount = deal.amount.as_ref();
    let of_amount = |part: fn(&Price) -> Option<String>| amount.and_then(part).unwrap_or_default();
    let stake = deal.stake.as_ref();
    let priced = [&deal.amount, &deal.per_share, &deal.valuation].into_iter().flatten();
    let currency = priced.filter_map(|price| price.currency.clone()).next();
    [
        text(&report.source.name),
        text(&report.source.id),
        text(&report.source.url),
        text(&report.source.published),
        report.language.clone(),
        text(&report.title),
        deal.id.clone(),
        name(&deal.kind),
        name(&deal.status),
        name(&deal.confidence),
        deal.background.to_string(),
        deal.summary.clone(),
        with(&[PartyRole::Acquirer, PartyRole::Investor]),
        with(&[PartyRole::Target]),
        with(&[PartyRole::Seller]),
        with(&[PartyRole::Partner]),
        with(&[PartyRole::Adviser]),
        figure(&deal.amount),
        of_amount(|price| price.min.map(number)),
        of_amount(|price| price.max.map(number)),
        currency.unwrap_or_default(),
        of_amount(|price| price.value.or(price.min).or(price.max).map(|_| name(&price.qualifier))),
        of_amount(|price| Some(price.disclosed.to_string())),
        figure(&deal.per_share),
        figure(&deal.valuation),
        stake.and_then(|stake| stake.percent).map(number).unwrap_or_default(),
        stake.and_then(|stake| stake.after).map(number).unwrap_or_default(),
        stake.and_then(|stake| stake.control).map(|control| name(&control)).unwrap_or_default(),
        text(&deal.announced_on),
        text(&deal.expected_close),
        text(&deal.closed_on),
        super::rows::telling(deal).unwrap_or_default().to_owned(),
    ]
}

/// A figure as it stands in JSON.
fn number(figure: crate::report::Number) -> String {
    figure.to_string()
}

/// A value of an enum as it stands in JSON.
pub(super) fn name(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

/// A cell that no spreadsheet runs.
fn harmless(cell: String) -> String {
    let is_number = || cell.parse::<f64>().is_ok();
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) && !is_number() {
        format!("'{cell}")
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_text() {
        for (cell, written) in [
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-2", "-2"),
            ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
            ("\tx", "'\tx"),
            ("Arden = Boreal", "Arden = Boreal"),
            ("", ""),
        ] {
            assert_eq!(harmless(cell.to_owned()), written);
        }
    }
}
