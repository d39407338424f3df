//! The deals, one card each: who puts how much into whom, then the rest.

use super::index::counted;
use super::{Escaped, push};
use crate::report::render::{csv::name, rows};
use crate::report::view::{Confidence, Deal, Party, PartyRole, Report};

/// Writes the cards.
pub(super) fn write(out: &mut String, report: &Report, prefix: &str) {
    if report.deals.is_empty() {
        push(
            out,
            format_args!(
                "<h2>No deal</h2>\n<p class=\"none\">The article tells of no corporate deal, as far as it was understood.</p>\n"
            ),
        );
        return;
    }
    push(out, format_args!("<h2>{}</h2>\n", counted(report.deals.len(), "deal")));
    for deal in &report.deals {
        card(out, deal, prefix);
    }
}

fn card(out: &mut String, deal: &Deal, prefix: &str) {
    let background = if deal.background { " background" } else { "" };
    let status = name(&deal.status);
    push(
        out,
        format_args!(
            "<section class=\"fact deal{background}\" data-fact=\"{0}\" id=\"{prefix}-{0}\" tabindex=\"0\" aria-label=\"{1}\">\n",
            deal.id,
            Escaped(&deal.summary)
        ),
    );
    push(
        out,
        format_args!(
            "<p class=\"chips\"><span class=\"chip\">{}</span> <span class=\"chip status {status}\">{}</span> {}<span class=\"sure\" \
         title=\"how well the article supports it\">confidence {}</span></p>\n",
            rows::kind(deal.kind),
            status.replace('_', " "),
            if deal.background { "<span class=\"chip\">told in passing</span> " } else { "" },
            match deal.confidence {
                Confidence::Low => "●○○ low",
                Confidence::Medium => "●●○ medium",
                Confidence::High => "●●● high",
            }
        ),
    );
    flow(out, deal);
    push(out, format_args!("<p class=\"summary\">{}</p>\n", Escaped(&deal.summary)));
    push(out, format_args!("<dl>\n"));
    for row in rows::terms(deal) {
        let words = row.words.map(|words| format!(" <q dir=\"auto\">{}</q>", Escaped(&words))).unwrap_or_default();
        push(out, format_args!("<dt>{}</dt><dd>{}{words}</dd>\n", row.label, Escaped(&row.value)));
    }
    for motive in &deal.motives {
        push(out, format_args!("<dt>why</dt><dd><q dir=\"auto\">{}</q></dd>\n", Escaped(&motive.text)));
    }
    push(out, format_args!("</dl>\n"));
    if let Some(words) = rows::telling(deal) {
        push(out, format_args!("<blockquote dir=\"auto\">{}</blockquote>\n", Escaped(words)));
    }
    push(out, format_args!("</section>\n"));
}

/// Who on the left, how much in the middle, whom on the right.
fn flow(out: &mut String, deal: &Deal) {
    let of = |roles: &[PartyRole]| deal.parties.iter().filter(|party| roles.contains(&party.role)).collect::<Vec<_>>();
    let left = of(&[PartyRole::Acquirer, PartyRole::Investor, PartyRole::Partner]);
    let right = of(&[PartyRole::Target]);
    let sellers = of(&[PartyRole::Seller]);
    push(out, format_args!("<div class=\"flow\">\n"));
    side(out, "from", &left);
    push(out, format_args!("<div class=\"terms\">"));
    let terms = rows::terms(deal);
    let value = |label: &str| terms.iter().find(|row| row.label == label).map(|row| row.value.as_str());
    if let Some(price) = value("amount").or_else(|| value("per share")) {
        push(out, format_args!("<strong>{}</strong>", Escaped(price)));
    }
    push(out, format_args!("<span class=\"arrow\" aria-hidden=\"true\"></span>"));
    if let Some(stake) = value("stake") {
        push(out, format_args!("<em>{}</em>", Escaped(stake)));
    }
    push(out, format_args!("</div>\n"));
    side(out, "to", &right);
    push(out, format_args!("</div>\n"));
    if !sellers.is_empty() {
        push(out, format_args!("<p class=\"seller\">from "));
        for (position, seller) in sellers.iter().enumerate() {
            push(out, format_args!("{}<b>{}</b>", if position > 0 { ", " } else { "" }, Escaped(&seller.name)));
        }
        push(out, format_args!("</p>\n"));
    }
}

fn side(out: &mut String, class: &str, parties: &[&Party]) {
    push(out, format_args!("<div class=\"{class}\">"));
    if parties.is_empty() {
        push(out, format_args!("<span class=\"unnamed\">not named</span>"));
    }
    for party in parties {
        let details = [&party.business, &party.location].into_iter().flatten().map(String::as_str).collect::<Vec<_>>();
        push(
            out,
            format_args!(
                "<div><small>{}</small><b>{}</b><span>{}</span></div>",
                rows::role(party.role),
                Escaped(&party.name),
                Escaped(&details.join(", "))
            ),
        );
    }
    push(out, format_args!("</div>\n"));
}
