//! What the page says around the deals: contradictions, a timeline, who is who, who said what.

use super::{Escaped, push};
use crate::report::render::{csv::name, rows};
use crate::report::view::{Entity, Event, Evidence, Report, Span};

/// Every fact with an id of its own on the page, and the words it rests on.
pub(super) struct Facts<'r> {
    all: Vec<(String, Vec<&'r Span>)>,
}

impl<'r> Facts<'r> {
    pub(super) fn of(report: &'r Report) -> Self {
        fn spans(evidence: &[Evidence]) -> Vec<&Span> {
            evidence.iter().map(|evidence| &evidence.span).collect()
        }
        let mut all: Vec<(String, Vec<&Span>)> = Vec::new();
        for deal in &report.deals {
            let motives = deal.motives.iter().flat_map(|motive| spans(&motive.evidence));
            all.push((deal.id.clone(), deal.evidence.iter().map(|one| &one.span).chain(motives).collect()));
        }
        all.extend(report.events.iter().map(|event| (event.id.clone(), spans(&event.evidence))));
        let enumerated = |prefix, evidence: Vec<Vec<&'r Span>>| {
            evidence.into_iter().enumerate().map(move |(number, spans)| (format!("{prefix}{}", number + 1), spans))
        };
        all.extend(enumerated("r", report.relations.iter().map(|relation| spans(&relation.evidence)).collect()));
        all.extend(enumerated("k", report.claims.iter().map(|claim| spans(&claim.evidence)).collect()));
        all.extend(enumerated("q", report.quotes.iter().map(|quote| vec![&quote.span]).collect()));
        all.extend(enumerated("x", report.inconsistencies.iter().map(|one| spans(&one.evidence)).collect()));
        Self { all }
    }

    /// Every fact with each of its passages.
    pub(super) fn words(&self) -> impl Iterator<Item = (&str, &'r Span)> {
        self.all.iter().flat_map(|(id, spans)| spans.iter().map(move |span| (id.as_str(), *span)))
    }
}

/// Writes all but the deals.
pub(super) fn write(out: &mut String, report: &Report, prefix: &str) {
    contradictions(out, report, prefix);
    timeline(out, report, prefix);
    people(out, report);
    for (heading, entities) in [
        ("Companies", &report.companies),
        ("Organizations", &report.organizations),
        ("Products", &report.products),
        ("Places", &report.places),
    ] {
        names(out, heading, entities);
    }
    quotes(out, report, prefix);
    claims(out, report, prefix);
    relations(out, report, prefix);
}

/// Opens a fact that lights its words up.
fn open(out: &mut String, element: &str, class: &str, id: &str, anchor: Option<&str>) {
    let anchor = anchor.map(|prefix| format!(" id=\"{prefix}-{id}\"")).unwrap_or_default();
    push(out, format_args!("<{element} class=\"fact {class}\" data-fact=\"{id}\"{anchor} tabindex=\"0\">"));
}

fn contradictions(out: &mut String, report: &Report, prefix: &str) {
    if report.inconsistencies.is_empty() {
        return;
    }
    push(out, format_args!("<h2>Where it disagrees with itself</h2>\n"));
    for (number, one) in report.inconsistencies.iter().enumerate() {
        open(out, "section", "conflict", &format!("x{}", number + 1), Some(prefix));
        push(out, format_args!("<h3>{}</h3><div class=\"against\">", Escaped(&one.message)));
        for evidence in &one.evidence {
            push(out, format_args!("<blockquote dir=\"auto\">{}</blockquote>", Escaped(&evidence.span.text)));
        }
        push(out, format_args!("</div></section>\n"));
    }
}

fn timeline(out: &mut String, report: &Report, prefix: &str) {
    /// A point in time, what happened, how far it is, the fact, and whether it is told here alone.
    struct Moment<'r> {
        when: Option<&'r str>,
        what: String,
        state: String,
        fact: &'r str,
        own: bool,
    }
    let mut moments: Vec<Moment<'_>> = Vec::new();
    for deal in &report.deals {
        let days = [("announced", &deal.announced_on), ("to close", &deal.expected_close), ("closed", &deal.closed_on)];
        for (state, day) in days {
            moments.extend(day.as_deref().map(|day| Moment {
                when: Some(day),
                what: deal.summary.clone(),
                state: state.to_owned(),
                fact: &deal.id,
                own: false,
            }));
        }
    }
    moments.extend(report.events.iter().map(|event| Moment {
        when: event.date.as_deref(),
        what: told(event),
        state: name(&event.status),
        fact: &event.id,
        own: true,
    }));
    if moments.is_empty() {
        return;
    }
    // EDTF sorts as text; what has no date comes last.
    moments.sort_by(|one, other| (one.when.is_none(), one.when).cmp(&(other.when.is_none(), other.when)));
    push(out, format_args!("<h2>Timeline</h2>\n<ol class=\"timeline\">\n"));
    for moment in moments {
        open(out, "li", &name_class(&moment.state), moment.fact, moment.own.then_some(prefix));
        push(
            out,
            format_args!(
                "<time>{}</time> <span>{}</span> <small>{}</small></li>\n",
                Escaped(moment.when.unwrap_or("undated")),
                Escaped(&moment.what),
                Escaped(&moment.state)
            ),
        );
    }
    push(out, format_args!("</ol>\n"));
}

fn name_class(state: &str) -> String {
    state.replace(' ', "-")
}

/// "appointment: Ann Holm, CEO, Arden (from Boreal)"
fn told(event: &Event) -> String {
    let said: Vec<&str> = [&event.person, &event.position, &event.product, &event.organization]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    let from = event.from_organization.as_ref().map(|from| format!(" (from {from})")).unwrap_or_default();
    format!("{}: {}{from}", name(&event.kind).replace('_', " "), said.join(", "))
}

fn people(out: &mut String, report: &Report) {
    if report.people.is_empty() {
        return;
    }
    push(out, format_args!("<h2>People</h2>\n<ul class=\"names\">\n"));
    for person in &report.people {
        open(out, "li", "person", &person.id, None);
        push(out, format_args!("<b>{}</b> {}</li>\n", Escaped(&person.name), Escaped(&rows::roles(person))));
    }
    push(out, format_args!("</ul>\n"));
}

fn names(out: &mut String, heading: &str, entities: &[Entity]) {
    if entities.is_empty() {
        return;
    }
    push(out, format_args!("<h2>{heading}</h2>\n<ul class=\"names\">\n"));
    for entity in entities {
        let class = match entity.id.as_bytes().first() {
            Some(b'c') => "company",
            Some(b'o') => "organization",
            Some(b'l') => "place",
            _ => "product",
        };
        open(out, "li", class, &entity.id, None);
        push(out, format_args!("<b>{}</b>", Escaped(&entity.name)));
        if entity.mention_count > 1 {
            push(out, format_args!(" <small>×{}</small>", entity.mention_count));
        }
        for role in entity.roles.iter().filter(|role| !role.contains(':')) {
            push(out, format_args!(" <i>{}</i>", Escaped(&role.replace('_', " "))));
        }
        push(out, format_args!("</li>\n"));
    }
    push(out, format_args!("</ul>\n"));
}

fn quotes(out: &mut String, report: &Report, prefix: &str) {
    if report.quotes.is_empty() {
        return;
    }
    push(out, format_args!("<h2>Said</h2>\n"));
    for (number, quote) in report.quotes.iter().enumerate() {
        open(out, "figure", "quote", &format!("q{}", number + 1), Some(prefix));
        push(out, format_args!("<blockquote dir=\"auto\">{}</blockquote>", Escaped(&quote.span.text)));
        if let Some(speaker) = &quote.speaker {
            push(out, format_args!("<figcaption>{}</figcaption>", Escaped(speaker)));
        }
        push(out, format_args!("</figure>\n"));
    }
}

fn claims(out: &mut String, report: &Report, prefix: &str) {
    if report.claims.is_empty() {
        return;
    }
    push(out, format_args!("<h2>Claimed</h2>\n<ul class=\"rows\">\n"));
    for (number, claim) in report.claims.iter().enumerate() {
        let figure = claim.value.or(claim.max).or(claim.min).map(|figure| figure.to_string()).unwrap_or_default();
        let by = claim.attributed_to.as_deref().map(|who| format!("according to {who}")).unwrap_or_default();
        open(out, "li", "claim", &format!("k{}", number + 1), Some(prefix));
        push(
            out,
            format_args!(
                "<b>{}</b> {}: {} {} <small>{}</small></li>\n",
                Escaped(claim.subject.as_deref().unwrap_or("?")),
                Escaped(&claim.kind.replace('_', " ")),
                Escaped(&figure),
                name(&claim.unit).replace('_', " "),
                Escaped(&by)
            ),
        );
    }
    push(out, format_args!("</ul>\n"));
}

fn relations(out: &mut String, report: &Report, prefix: &str) {
    if report.relations.is_empty() {
        return;
    }
    push(out, format_args!("<h2>Who stands where</h2>\n<ul class=\"rows\">\n"));
    for (number, relation) in report.relations.iter().enumerate() {
        open(out, "li", "relation", &format!("r{}", number + 1), Some(prefix));
        push(
            out,
            format_args!(
                "<b>{}</b> {} <b>{}</b></li>\n",
                Escaped(&relation.subject),
                name(&relation.kind).replace('_', " "),
                Escaped(&relation.object)
            ),
        );
    }
    push(out, format_args!("</ul>\n"));
}
