//! From an analysis to the views.

mod deals;
mod entities;
mod figures;
mod ids;
mod story;

use std::collections::HashMap;

use ids::Ids;

use super::{Generator, LanguageShare, Notice, Number, Report, SCHEMA_VERSION, Source, Span, view};
use crate::Analysis;
use crate::entities::{EntityId, Evidence};
use crate::facts::Participant;
use crate::text::{self, CodePoints};
use rust_decimal::Decimal;

/// How much a report holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Detail {
    /// Every mention of every entity.
    pub mentions: bool,
    /// The rule that read each piece of evidence.
    pub rules: bool,
}

impl Report {
    /// The report of an analysis.
    pub fn new(analysis: &Analysis<'_>, detail: Detail) -> Self {
        let maker = Maker::new(analysis, detail);
        Self {
            schema_version: SCHEMA_VERSION,
            generator: Generator::default(),
            source: maker.source(),
            language: analysis.reading.main().tag.to_owned(),
            languages: maker.languages(),
            title: maker.title(),
            companies: maker.entities("c"),
            organizations: maker.entities("o"),
            people: maker.people(),
            products: maker.entities("pr"),
            places: maker.entities("l"),
            amounts: maker.amounts(),
            percentages: maker.percentages(),
            dates: maker.dates(),
            deals: maker.deals(),
            events: maker.events(),
            relations: maker.relations(),
            quotes: maker.quotes(),
            claims: maker.claims(),
            inconsistencies: maker.inconsistencies(),
            warnings: analysis
                .warnings
                .iter()
                .map(|warning| Notice { code: warning.code.to_owned(), message: warning.message.clone() })
                .collect(),
        }
    }
}

/// What every view is made with.
struct Maker<'a> {
    analysis: &'a Analysis<'a>,
    text: &'a str,
    points: CodePoints<'a>,
    ids: Ids,
    /// The deals and relations that each entity has a part in, by their positions.
    deals_of: HashMap<EntityId, Vec<usize>>,
    relations_of: HashMap<EntityId, Vec<usize>>,
    detail: Detail,
}

impl<'a> Maker<'a> {
    fn new(analysis: &'a Analysis<'a>, detail: Detail) -> Self {
        let text = analysis.article.as_it_came();
        let ids = Ids::assign(analysis.entities);
        let facts = analysis.facts;
        let (mut deals_of, mut relations_of) = (HashMap::<_, Vec<usize>>::new(), HashMap::<_, Vec<usize>>::new());
        for (position, deal) in facts.deals.iter().enumerate() {
            for id in deal.parties.iter().filter_map(|party| party.value.entity) {
                let deals = deals_of.entry(id).or_default();
                if deals.last() != Some(&position) {
                    deals.push(position);
                }
            }
        }
        for (position, relation) in facts.relations.iter().enumerate() {
            relations_of.entry(relation.subject).or_default().push(position);
        }
        Self { analysis, text, points: CodePoints::new(text), ids, deals_of, relations_of, detail }
    }

    fn source(&self) -> Source {
        let article = self.analysis.article;
        Source {
            name: article.name.clone(),
            id: article.id.clone(),
            url: article.url.clone(),
            published: article.published.map(|day| day.to_string()),
            encoding: Some(article.encoding.clone()),
            bytes: Some(article.bytes),
            chars: Some(self.points.at(self.text.len())),
            text: article.extracted.then(|| self.text.to_owned()),
        }
    }

    fn title(&self) -> Option<String> {
        self.analysis.article.title.clone().or_else(|| {
            let document = self.analysis.reading.document();
            Some(document.on_one_line(document.span(document.title()?.words())))
        })
    }

    /// The share of each language is counted in bytes of sentences: what stands between them is nobody's.
    fn languages(&self) -> Vec<LanguageShare> {
        let reading = self.analysis.reading;
        let sentences = reading.document().sentences();
        let main = reading.main();
        let mut found = vec![(main, 0, Vec::new())];
        for passage in reading.passages() {
            let Some(passage_sentences) = sentences.get(passage.sentences.clone()) else { continue };
            let (Some(first), Some(last)) = (passage_sentences.first(), passage_sentences.last()) else { continue };
            let length: usize = passage_sentences.iter().map(|sentence| sentence.span.len()).sum();
            let position = found.iter().position(|(detection, ..)| detection.tag == passage.detection.tag);
            let position = position.unwrap_or_else(|| {
                found.push((passage.detection, 0, Vec::new()));
                found.len() - 1
            });
            found[position].1 += length;
            if position > 0 {
                found[position].2.push(self.span(first.span.cover(last.span)));
            }
        }
        let total: usize = found.iter().map(|(_, length, _)| length).sum();
        found
            .into_iter()
            .map(|(detection, length, segments)| LanguageShare {
                tag: detection.tag.to_owned(),
                share: ratio(if total == 0 { 1.0 } else { length as f64 / total as f64 }, 4),
                confidence: ratio(detection.confidence, 2),
                segments,
            })
            .collect()
    }

    /// Where a span stands in the text as it came.
    fn place(&self, span: text::Span) -> text::Span {
        self.analysis.article.original.as_ref().map_or(span, |original| {
            let place = original.place(span.range());
            text::Span::new(place.start, place.end)
        })
    }

    /// A span as printed.
    fn span(&self, span: text::Span) -> Span {
        let span = self.place(span);
        Span {
            text: span.of(self.text).to_owned(),
            start: self.points.at(span.start),
            end: self.points.at(span.end),
            byte_start: span.start,
            byte_end: span.end,
        }
    }

    fn rule(&self, evidence: &Evidence) -> Option<String> {
        self.detail.rules.then(|| evidence.rule.to_string())
    }

    fn evidence(&self, evidence: &[Evidence]) -> Vec<view::Evidence> {
        evidence.iter().map(|one| view::Evidence { rule: self.rule(one), span: self.span(one.span) }).collect()
    }

    /// Name and id of somebody in a fact: the entity's full name where it is one.
    fn participant(&self, participant: Option<&Participant>) -> (Option<String>, Option<String>) {
        let Some(participant) = participant else { return (None, None) };
        match participant.entity.and_then(|id| self.ids.named(id)) {
            Some((name, id)) => (Some(name.to_owned()), Some(id.to_owned())),
            None => (Some(participant.name.clone()), None),
        }
    }
}

/// A ratio rounded for print.
fn ratio(value: f64, digits: u32) -> Number {
    let rounded = Decimal::try_from(value).unwrap_or_default().round_dp(digits);
    rounded.into()
}
