//! Rows of `story.toml` to tables.

use std::sync::Arc;

use super::Compiler;
use super::lexicon::schema::{EventStatus, FactRow};
use super::lexicon::{FactRule, Part, Phrases, Small, Speech, Spot, Story, Tells, schema};

impl Story {
    /// Compiles the rows.
    pub fn compile(rows: schema::Story, compiler: &mut Compiler<'_>) -> Self {
        let mut triggers = Vec::new();
        let mut rules = Vec::new();
        for row in rows.fact {
            let Some(tells) = row.event.map(Tells::Event).or(row.relation.map(Tells::Relation)) else { continue };
            triggers.extend(expand_all(&row.phrase).map(|phrase| (phrase, rules.len())));
            rules.push(FactRule::compile(row, tells, compiler));
        }
        let small = [
            (Small::Conjunction, &rows.conjunctions),
            (Small::Determiner, &rows.determiners),
            (Small::Preposition, &rows.prepositions),
            (Small::Negator, &rows.negators),
            (Small::Planned, &rows.planned),
        ];
        let speech = [
            (Speech::Verb, &rows.speech.verbs),
            (Speech::According, &rows.speech.according),
            (Speech::That, &rows.speech.that),
            (Speech::Pronoun, &rows.speech.pronouns),
        ];
        let claims = rows.claim.iter().flat_map(|row| {
            let kind: Arc<str> = row.kind.as_str().into();
            expand_all(&row.phrase).map(move |phrase| (phrase, kind.clone()))
        });
        let control = expand_all(&rows.control.majority)
            .map(|phrase| (phrase, true))
            .chain(expand_all(&rows.control.minority).map(|phrase| (phrase, false)));
        Self {
            triggers: table(triggers, compiler),
            rules,
            small: table(labelled(&small), compiler),
            positions: table(labelled(&[(false, &rows.positions), (true, &rows.offices)]), compiler),
            speech: table(labelled(&speech), compiler),
            claims: table(claims, compiler),
            control: table(control, compiler),
        }
    }
}

impl FactRule {
    fn compile(row: FactRow, tells: Tells, compiler: &mut Compiler<'_>) -> Self {
        let parts = [
            (Part::Person, row.person),
            (Part::Organization, row.organization),
            (Part::FromOrganization, row.from_organization),
            (Part::Product, row.product),
            (Part::Subject, row.subject),
            (Part::Object, row.object),
        ];
        let parts = parts
            .into_iter()
            .filter(|(_, places)| !places.is_empty())
            .map(|(part, places)| (part, Spot::compile(&places, compiler)))
            .collect();
        Self {
            id: row.id.into(),
            tells,
            status: row.status.unwrap_or(EventStatus::Completed),
            with: (!row.with.is_empty()).then(|| table(expand_all(&row.with).map(|phrase| (phrase, ())), compiler)),
            parts,
            dated: row.dated,
        }
    }
}

impl Spot {
    /// The places in their order; prepositions in a row share one.
    fn compile(places: &[String], compiler: &mut Compiler<'_>) -> Vec<Spot> {
        let mut compiled = Vec::new();
        for run in places.chunk_by(|a, b| Self::named(a).is_none() && Self::named(b).is_none()) {
            match run {
                [one] if Self::named(one).is_some() => compiled.extend(Self::named(one)),
                words => compiled.push(Spot::After(table(expand_all(words).map(|phrase| (phrase, ())), compiler))),
            }
        }
        compiled
    }

    fn named(place: &str) -> Option<Spot> {
        match place {
            "subject" => Some(Spot::Subject),
            "object" => Some(Spot::Object),
            "before" => Some(Spot::Before),
            "list" => Some(Spot::List),
            "apposition" => Some(Spot::Apposition),
            "topic" => Some(Spot::Topic),
            _ => None,
        }
    }
}

fn labelled<'l, T: Copy>(lists: &'l [(T, &'l Vec<String>)]) -> impl Iterator<Item = (String, T)> + 'l {
    lists.iter().flat_map(|&(label, list)| expand_all(list).map(move |phrase| (phrase, label)))
}

fn table<T>(rows: impl IntoIterator<Item = (String, T)>, compiler: &mut Compiler<'_>) -> Phrases<T> {
    Phrases::new(rows.into_iter().map(|(phrase, value)| (compiler.words(&phrase), value)).collect())
}

fn expand_all(phrases: &[String]) -> impl Iterator<Item = String> + '_ {
    phrases.iter().flat_map(|phrase| expand(phrase))
}

/// The phrases that a pattern with alternatives in braces stands for: `recrut{e,er}` is `recrute` and `recruter`.
fn expand(pattern: &str) -> Vec<String> {
    let parts = pattern.split_once('{').and_then(|(head, rest)| Some((head, rest.split_once('}')?)));
    match parts {
        None => vec![pattern.to_string()],
        Some((head, (choices, tail))) => {
            let tails = expand(tail);
            choices
                .split(',')
                .flat_map(|choice| tails.iter().map(move |tail| format!("{head}{choice}{tail}")))
                .collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn braces_stand_for_alternatives() {
        assert_eq!(expand("recrut{e,er}"), ["recrute", "recruter"]);
        assert_eq!(expand("{a,b} c{,s}"), ["a c", "a cs", "b c", "b cs"]);
        assert_eq!(expand("plain"), ["plain"]);
        assert_eq!(expand("open{a"), ["open{a"]);
    }
}
