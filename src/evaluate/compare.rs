//! A report beside what was expected of it.

use rust_decimal::Decimal;
use serde_json::Value;

use super::gold::Expected;
use super::{Score, Scores};
use crate::Report;
use crate::text::fold;

/// A field of a deal that is scored.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slot {
    /// Its name, in gold files and in the table.
    pub(super) name: &'static str,
    place: Place,
}

/// Where its values stand in a report.
#[derive(Debug, Clone, Copy)]
enum Place {
    /// Under one key of a deal, a JSON pointer.
    Key(&'static str),
    /// In `parties`, under one of these roles.
    Parties(&'static [&'static str]),
}

/// All slots.
pub(super) const SLOTS: [Slot; 13] = [
    Slot { name: "type", place: Place::Key("/type") },
    Slot { name: "status", place: Place::Key("/status") },
    Slot { name: "acquirer", place: Place::Parties(&["acquirer", "investor"]) },
    Slot { name: "target", place: Place::Parties(&["target"]) },
    Slot { name: "seller", place: Place::Parties(&["seller"]) },
    Slot { name: "partner", place: Place::Parties(&["partner"]) },
    Slot { name: "adviser", place: Place::Parties(&["adviser"]) },
    Slot { name: "amount", place: Place::Key("/amount/value") },
    Slot { name: "currency", place: Place::Key("/amount/currency") },
    Slot { name: "per_share", place: Place::Key("/per_share/value") },
    Slot { name: "valuation", place: Place::Key("/valuation/value") },
    Slot { name: "stake", place: Place::Key("/stake/percent") },
    Slot { name: "after", place: Place::Key("/stake/after") },
];

/// A value with the other forms that count as the same: a name with its aliases.
type Forms = Vec<String>;

/// Adds to `scores` what `report` has right and wrong.
///
/// Deals are paired by what they share, the likest first. A deal expected and not found misses all its values; a deal
/// found and not expected is one invented `deal`, unless it is told as background only.
pub fn compare(report: &Report, expected: &Expected, scores: &mut Scores) {
    let report = serde_json::to_value(report).unwrap_or_default();
    scores.articles += 1;
    for (field, names) in [("companies", &expected.companies), ("people", &expected.people)] {
        if let Some(names) = names {
            let found = list(&report, field).iter().map(forms).collect();
            scores.add(field, matched(names, found));
        }
    }
    let Some(deals) = &expected.deals else { return };
    let found = list(&report, "deals");
    let values = |deal: &Value, name: &str| slot_values(&report, deal, name);
    let mut pairs = Vec::new();
    for (gold, slots) in deals.iter().enumerate() {
        for (position, deal) in found.iter().enumerate() {
            let shared = |(name, wanted): &(&'static str, Vec<String>)| matched(wanted, values(deal, name)).found;
            let likeness: usize = slots.iter().map(shared).sum();
            let parties = slots.iter().filter(|(name, _)| is_party(name)).map(shared).sum::<usize>();
            pairs.push((parties, likeness, gold, position));
        }
    }
    pairs.sort_by_key(|&(parties, likeness, gold, position)| (std::cmp::Reverse((parties, likeness)), gold, position));
    let (mut of_gold, mut taken) = (vec![None; deals.len()], vec![false; found.len()]);
    for (parties, _, gold, position) in pairs {
        if parties > 0 && of_gold[gold].is_none() && !taken[position] {
            of_gold[gold] = Some(position);
            taken[position] = true;
        }
    }
    for (slots, position) in deals.iter().zip(&of_gold) {
        let deal = position.and_then(|position| found.get(position));
        let hit = usize::from(deal.is_some());
        scores.add("deal", Score { found: hit, missed: 1 - hit, invented: 0 });
        for (name, wanted) in slots {
            scores.add(name, matched(wanted, deal.map(|deal| values(deal, name)).unwrap_or_default()));
        }
    }
    let told = |deal: &&Value| deal.get("background") != Some(&Value::Bool(true));
    let invented = found.iter().zip(&taken).filter(|(_, taken)| !**taken).filter(|(deal, _)| told(deal)).count();
    scores.add("deal", Score { invented, ..Score::default() });
}

fn is_party(name: &str) -> bool {
    SLOTS.iter().any(|slot| slot.name == name && matches!(slot.place, Place::Parties(_)))
}

/// The values of a slot of `deal`; parties come with the aliases that `report` knows.
fn slot_values(report: &Value, deal: &Value, name: &str) -> Vec<Forms> {
    match SLOTS.iter().find(|slot| slot.name == name).map(|slot| slot.place) {
        Some(Place::Key(key)) => deal.pointer(key).and_then(printed).map(|value| vec![value]).into_iter().collect(),
        Some(Place::Parties(roles)) => {
            let has_role = |party: &&Value| roles.iter().any(|role| party["role"] == *role);
            list(deal, "parties").iter().filter(has_role).map(|party| party_forms(report, party)).collect()
        }
        None => Vec::new(),
    }
}

fn party_forms(report: &Value, party: &Value) -> Forms {
    let mut names = forms(party);
    for kind in ["companies", "organizations", "people", "products"] {
        let same = |entity: &&Value| !party["id"].is_null() && entity["id"] == party["id"];
        names.extend(list(report, kind).iter().filter(same).flat_map(forms));
    }
    names
}

/// The name and aliases of something.
fn forms(entity: &Value) -> Forms {
    entity.get("name").into_iter().chain(list(entity, "aliases")).filter_map(printed).collect()
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn printed(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// Pairs each wanted value with one that was found.
fn matched(wanted: &[String], mut found: Vec<Forms>) -> Score {
    let mut score = Score::default();
    for value in wanted {
        match found.iter().position(|forms| forms.iter().any(|form| same(form, value))) {
            Some(position) => {
                found.swap_remove(position);
                score.found += 1;
            }
            None => score.missed += 1,
        }
    }
    score.invented = found.len();
    score
}

/// Whether two values are the same number, or the same words in any case.
fn same(a: &str, b: &str) -> bool {
    let number = |text: &str| text.parse().or_else(|_| Decimal::from_scientific(text)).ok();
    match (number(a), number(b)) {
        (Some(a), Some(b)) => a == b,
        _ => fold(a) == fold(b),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evaluate::Gold;
    use crate::report::Detail;
    use crate::{Analyzer, Report};
    use std::path::Path;

    fn scored(text: &str, expected: &str) -> Scores {
        let line = format!("{{\"text\": {}, \"expected\": {expected}}}", Value::from(text));
        let gold = Gold::read(&line, Path::new(".")).expect("a good line");
        let mut scores = Scores::default();
        let report = Analyzer::new().analyze(&gold.article, |analysis| Report::new(analysis, Detail::default()));
        compare(&report, &gold.expected, &mut scores);
        scores
    }

    const TEXT: &str = "Arvel Inc. has agreed to acquire Boreal SA for $2 billion, Arvel said on Monday.";

    #[test]
    fn what_is_right_is_found_by_any_of_its_names() {
        let deal =
            r#"{"type": "acquisition", "acquirer": "arvel", "target": "Boreal SA", "seller": null, "amount": 2e9}"#;
        let scores = scored(TEXT, &format!(r#"{{"companies": ["Arvel Inc.", "Boreal SA"], "deals": [{deal}]}}"#));
        assert_eq!(scores.overall(), Score { found: 7, missed: 0, invented: 0 });
    }

    #[test]
    fn what_is_wrong_counts_on_both_sides() {
        let scores = scored(TEXT, r#"{"deals": [{"acquirer": "Cairn", "target": "Boreal SA", "seller": "Dorval"}]}"#);
        assert_eq!(scores.of("acquirer"), Score { found: 0, missed: 1, invented: 1 });
        assert_eq!(scores.of("seller"), Score { found: 0, missed: 1, invented: 0 });
        assert_eq!(scores.of("deal"), Score { found: 1, missed: 0, invented: 0 });
    }

    #[test]
    fn a_deal_nobody_expected_is_invented() {
        assert_eq!(scored(TEXT, r#"{"deals": []}"#).of("deal").invented, 1);
        assert_eq!(scored("Arvel Inc. sells bread.", r#"{"deals": []}"#).of("deal"), Score::default());
        let missed = scored("Arvel Inc. sells bread.", r#"{"deals": [{"acquirer": "Arvel"}]}"#);
        assert_eq!((missed.of("deal").missed, missed.of("acquirer").missed), (1, 1));
        assert_eq!(scored(TEXT, "{}").overall(), Score::default());
    }
}
