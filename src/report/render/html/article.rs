//! The article, cut where a mention or the words of a fact begin and end.

use super::story::Facts;
use super::{Escaped, push};
use crate::report::view::{Entity, Report, Span};

/// Facts that are told of the same words at most; more would be of use to nobody.
const MOST: usize = 16;

/// Words that something is read in.
struct Words<'r> {
    start: usize,
    end: usize,
    /// The id of the fact or entity.
    fact: &'r str,
    /// The kind of a mention, and what it says; nothing for the words of a fact.
    mention: Option<(&'static str, String)>,
}

/// Writes the article as paragraphs.
pub(super) fn write(out: &mut String, report: &Report, text: &str, facts: &Facts<'_>, prefix: &str) {
    let mut words = mentions(report);
    words.extend(facts.words().map(|(fact, span)| Words {
        start: span.byte_start,
        end: span.byte_end,
        fact,
        mention: None,
    }));
    words.retain(|words| words.start < words.end && words.end <= text.len());
    words.sort_by_key(|words| (words.start, words.end));
    let mut cuts: Vec<usize> = words.iter().flat_map(|words| [words.start, words.end]).collect();
    let title = report.title.as_deref();
    let paragraphs = paragraphs(text, title);
    cuts.extend(paragraphs.iter().flat_map(|&(start, end)| [start, end]));
    cuts.sort_unstable();
    cuts.dedup();

    legend(out, &words);
    let mut marker = Marker { text, words: &words, next: 0, active: Vec::new(), prefix };
    let mut cuts = cuts.into_iter().peekable();
    for (position, &(start, end)) in paragraphs.iter().enumerate() {
        let heading = position == 0 && title == text.get(start..end);
        let element = if heading { "h2" } else { "p" };
        push(out, format_args!("<{element} dir=\"auto\">"));
        while cuts.next_if(|&cut| cut < start).is_some() {}
        while let Some(from) = cuts.next_if(|&cut| cut < end) {
            let to = cuts.peek().copied().unwrap_or(end).min(end);
            marker.piece(out, from, to);
        }
        push(out, format_args!("</{element}>\n"));
    }
}

fn mentions(report: &Report) -> Vec<Words<'_>> {
    let mut words = Vec::new();
    let entities: [(&'static str, &[Entity]); 4] = [
        ("company", &report.companies),
        ("organization", &report.organizations),
        ("product", &report.products),
        ("place", &report.places),
    ];
    for (kind, entities) in entities {
        for entity in entities {
            for span in entity.mentions.iter().flatten() {
                words.push(mention(&entity.id, span, kind, entity.name.clone()));
            }
        }
    }
    for person in &report.people {
        for span in person.mentions.iter().flatten() {
            words.push(mention(&person.id, span, "person", person.name.clone()));
        }
    }
    for amount in &report.amounts {
        let figure = amount.value.or(amount.max).or(amount.min).map(|figure| figure.to_string()).unwrap_or_default();
        let said = format!("{figure} {}", amount.currency.as_deref().unwrap_or_default());
        words.push(mention(&amount.id, &amount.span, "amount", said.trim().to_owned()));
    }
    for percentage in &report.percentages {
        let said = percentage.value.map(|figure| format!("{figure}%")).unwrap_or_default();
        words.push(mention(&percentage.id, &percentage.span, "percentage", said));
    }
    for date in &report.dates {
        words.push(mention(&date.id, &date.span, "date", date.edtf.clone()));
    }
    words
}

fn mention<'r>(fact: &'r str, span: &Span, kind: &'static str, said: String) -> Words<'r> {
    Words { start: span.byte_start, end: span.byte_end, fact, mention: Some((kind, said)) }
}

/// Which colours mean what, with boxes that turn them off.
fn legend(out: &mut String, words: &[Words<'_>]) {
    const KINDS: [&str; 8] = ["company", "organization", "person", "product", "place", "amount", "percentage", "date"];
    push(out, format_args!("<fieldset class=\"legend\"><legend>Marked in the article</legend>"));
    for kind in KINDS {
        let count = words.iter().filter(|words| words.mention.as_ref().is_some_and(|(of, _)| *of == kind)).count();
        if count > 0 {
            push(
                out,
                format_args!(
                    "<label class=\"{kind}\"><input type=\"checkbox\" value=\"{kind}\" checked> {kind} <span>{count}</span></label>"
                ),
            );
        }
    }
    push(out, format_args!("</fieldset>\n"));
}

/// The first and last byte of each paragraph: between blank lines, or each line where there are none. The title stands by
/// itself.
fn paragraphs(text: &str, title: Option<&str>) -> Vec<(usize, usize)> {
    let apart = text.trim().lines().any(|line| line.trim().is_empty());
    let mut found: Vec<(usize, usize)> = Vec::new();
    let (mut at, mut open) = (0, false);
    for line in text.split_inclusive('\n') {
        let start = at + (line.len() - line.trim_start().len());
        let end = at + line.trim_end().len();
        at += line.len();
        if line.trim().is_empty() {
            open = false;
        } else {
            match found.last_mut() {
                Some(last) if open && apart => last.1 = end,
                _ => found.push((start, end)),
            }
            open = !(found.len() == 1 && title == text.get(start..end));
        }
    }
    found
}

struct Marker<'w> {
    text: &'w str,
    words: &'w [Words<'w>],
    /// The first words that have not begun.
    next: usize,
    /// Those that have begun and not ended.
    active: Vec<&'w Words<'w>>,
    prefix: &'w str,
}

impl Marker<'_> {
    fn piece(&mut self, out: &mut String, from: usize, to: usize) {
        self.active.retain(|words| words.end > from);
        while let Some(words) = self.words.get(self.next).filter(|words| words.start <= from) {
            if words.end > from && self.active.len() < MOST {
                self.active.push(words);
            }
            self.next += 1;
        }
        let text = Escaped(self.text.get(from..to).unwrap_or_default());
        let mut facts: Vec<&str> = self.active.iter().map(|words| words.fact).collect();
        facts.dedup();
        let facts = facts.join(" ");
        // Where the words of a fact begin, the keyboard can stop.
        let begins = self.active.iter().find(|words| words.mention.is_none() && words.start == from);
        let stop = begins
            .map(|words| format!(" tabindex=\"0\" role=\"note\" aria-describedby=\"{}-{}\"", self.prefix, words.fact));
        let stop = stop.unwrap_or_default();
        match self.active.iter().find_map(|words| words.mention.as_ref()) {
            Some((kind, said)) => push(
                out,
                format_args!(
                    "<mark class=\"{kind}\" data-f=\"{facts}\" title=\"{kind}: {}\"{stop}>{text}</mark>",
                    Escaped(said)
                ),
            ),
            None if !facts.is_empty() => {
                push(out, format_args!("<span class=\"said\" data-f=\"{facts}\"{stop}>{text}</span>"))
            }
            None => push(out, format_args!("{text}")),
        }
    }
}
