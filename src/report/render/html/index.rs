//! The table of several articles: what each tells in a line, to be sorted and filtered.

use serde::{Deserialize, Serialize};

use super::{Escaped, push, title};
use crate::report::render::csv::name;
use crate::report::view::{ErrorRecord, Report};

/// An article of the table. It can be put down and read again, for a run that is gone on with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    title: String,
    language: String,
    published: String,
    outcome: Outcome,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
enum Outcome {
    /// Status and summary of each deal, and the first price of one with its currency.
    Deals(Vec<(String, String)>, Option<(String, String)>),
    /// What was wrong.
    Failed(String),
}

impl Listing {
    /// The line of a report.
    pub fn of(report: &Report) -> Self {
        let deals = report.deals.iter().map(|deal| (name(&deal.status), deal.summary.clone())).collect();
        let price = report
            .deals
            .iter()
            .filter_map(|deal| deal.amount.as_ref())
            .find_map(|amount| Some((amount.value?.to_string(), amount.currency.clone().unwrap_or_default())));
        Self {
            title: title(report).to_owned(),
            language: report.language.clone(),
            published: report.source.published.clone().unwrap_or_default(),
            outcome: Outcome::Deals(deals, price),
        }
    }

    /// The line of an input that gave none.
    pub fn failed(record: &ErrorRecord) -> Self {
        Self {
            title: record.source.id.clone().or_else(|| record.source.name.clone()).unwrap_or_default(),
            language: String::new(),
            published: String::new(),
            outcome: Outcome::Failed(record.error.message.clone()),
        }
    }
}

/// The table of `listings`, each with what it leads to (`#a1`, `article.html`), if anything.
pub fn index(listings: &[(Listing, Option<String>)]) -> String {
    let mut out = String::new();
    let deals: usize = listings.iter().map(|(listing, _)| listing.deals()).sum();
    push(
        &mut out,
        format_args!(
            "<section class=\"index\" id=\"index\">\n<header><h1>{}, {}</h1>\n<p class=\"tools\"><label>Filter \
         <input type=\"search\" id=\"filter\" placeholder=\"company, status, words…\"></label> <label><input type=\"checkbox\" \
         id=\"dealsonly\"> only with deals</label> <span id=\"shown\" role=\"status\"></span></p></header>\n<table>\n<thead><tr>",
            counted(listings.len(), "article"),
            counted(deals, "deal")
        ),
    );
    for (column, sort) in [
        ("Article", "text"),
        ("Published", "text"),
        ("Language", "text"),
        ("Deals", "number"),
        ("First price", "number"),
        ("What it tells", "text"),
    ] {
        push(
            &mut out,
            format_args!(
                "<th scope=\"col\" aria-sort=\"none\"><button type=\"button\" data-sort=\"{sort}\">{column}</button></th>"
            ),
        );
    }
    push(&mut out, format_args!("</tr></thead>\n<tbody>\n"));
    for (listing, target) in listings {
        listing.row(&mut out, target.as_deref());
    }
    push(&mut out, format_args!("</tbody>\n</table>\n</section>\n"));
    out
}

impl Listing {
    fn deals(&self) -> usize {
        match &self.outcome {
            Outcome::Deals(deals, _) => deals.len(),
            Outcome::Failed(_) => 0,
        }
    }

    fn row(&self, out: &mut String, target: Option<&str>) {
        push(out, format_args!("<tr data-deals=\"{}\"><th scope=\"row\" dir=\"auto\">", self.deals()));
        match target {
            Some(target) => push(out, format_args!("<a href=\"{}\">{}</a>", Escaped(target), Escaped(&self.title))),
            None => push(out, format_args!("{}", Escaped(&self.title))),
        }
        push(out, format_args!("</th><td>{}</td><td>{}</td>", Escaped(&self.published), Escaped(&self.language)));
        match &self.outcome {
            Outcome::Failed(message) => {
                push(out, format_args!("<td></td><td></td><td class=\"warning\">{}</td>", Escaped(message)))
            }
            Outcome::Deals(deals, price) => {
                let (price, currency) = price.as_ref().map_or(("", ""), |(price, currency)| (price, currency));
                push(
                    out,
                    format_args!(
                        "<td>{}</td><td data-value=\"{price}\">{}</td><td>",
                        deals.len(),
                        Escaped(format!("{} {currency}", grouped(price)).trim())
                    ),
                );
                for (status, summary) in deals {
                    let spaced = status.replace('_', " ");
                    // The chip says it already.
                    let told = summary.strip_suffix(&format!(" ({spaced})")).unwrap_or(summary);
                    push(
                        out,
                        format_args!(
                            "<div><span class=\"chip status {status}\">{}</span> {}</div>",
                            spaced,
                            Escaped(told)
                        ),
                    );
                }
                push(out, format_args!("</td>"));
            }
        }
        push(out, format_args!("</tr>\n"));
    }
}

/// "1 deal", "2 deals"
pub(super) fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// Digits in groups of three.
fn grouped(figure: &str) -> String {
    figure.parse().map(crate::report::words::grouped).unwrap_or_default()
}
