//! Views of events, relations, quotations, claims and inconsistencies.

use super::Maker;
use super::figures::number;
use crate::report::view::{Claim, Event, Inconsistency, Quote, Relation};

impl Maker<'_> {
    pub(super) fn events(&self) -> Vec<Event> {
        let events = self.analysis.facts.events.iter().enumerate();
        events
            .map(|(position, event)| {
                let (person, person_id) = self.participant(event.person.as_ref());
                let (organization, organization_id) = self.participant(event.organization.as_ref());
                let (from_organization, from_organization_id) = self.participant(event.from_organization.as_ref());
                let (product, product_id) = self.participant(event.product.as_ref());
                Event {
                    id: format!("e{}", position + 1),
                    kind: event.kind.value.into(),
                    status: event.status.into(),
                    person,
                    person_id,
                    organization,
                    organization_id,
                    from_organization,
                    from_organization_id,
                    position: event.position.clone(),
                    product,
                    product_id,
                    date: event.date.clone(),
                    evidence: self.evidence(event.kind.evidence()),
                }
            })
            .collect()
    }

    pub(super) fn relations(&self) -> Vec<Relation> {
        let relations = self.analysis.facts.relations.iter();
        relations
            .filter_map(|relation| {
                let (subject, subject_id) = self.ids.named(relation.subject)?;
                let (object, object_id) = self.ids.named(relation.object)?;
                Some(Relation {
                    kind: relation.kind.value.into(),
                    subject: subject.to_owned(),
                    subject_id: Some(subject_id.to_owned()),
                    object: object.to_owned(),
                    object_id: Some(object_id.to_owned()),
                    evidence: self.evidence(relation.kind.evidence()),
                })
            })
            .collect()
    }

    pub(super) fn quotes(&self) -> Vec<Quote> {
        let quotes = self.analysis.facts.quotes.iter();
        quotes
            .map(|quote| {
                let (speaker, speaker_id) = self.participant(quote.speaker.as_ref());
                Quote {
                    span: self.span(quote.quotation.span),
                    kind: quote.quotation.kind.into(),
                    speaker,
                    speaker_id,
                    date: quote.date.clone(),
                }
            })
            .collect()
    }

    pub(super) fn claims(&self) -> Vec<Claim> {
        let claims = self.analysis.facts.claims.iter();
        claims
            .map(|claim| {
                let (subject, subject_id) = self.participant(claim.subject.as_ref());
                let (attributed_to, attributed_to_id) = self.participant(claim.attributed_to.as_ref());
                Claim {
                    kind: claim.kind.value.clone(),
                    subject,
                    subject_id,
                    value: number(claim.quantity.value),
                    min: number(claim.quantity.min),
                    max: number(claim.quantity.max),
                    unit: claim.unit.into(),
                    qualifier: claim.quantity.qualifier.into(),
                    attributed_to,
                    attributed_to_id,
                    evidence: self.evidence(claim.kind.evidence()),
                }
            })
            .collect()
    }

    pub(super) fn inconsistencies(&self) -> Vec<Inconsistency> {
        let inconsistencies = self.analysis.facts.inconsistencies.iter();
        inconsistencies
            .map(|inconsistency| Inconsistency {
                kind: inconsistency.kind.into(),
                about: inconsistency.about.clone(),
                message: inconsistency.message.clone(),
                evidence: self.evidence(&inconsistency.evidence),
            })
            .collect()
    }
}
