//! Runs the examples of `story.toml`, and texts that show what counts as a quotation.

use super::InconsistencyKind;
use crate::language::Language;
use crate::language::lexicon::schema;
use crate::{Analysis, Analyzer, Article};

fn rows(language: Language) -> schema::Story {
    let folder = format!("{}/src/language/lexicons/{}", env!("CARGO_MANIFEST_DIR"), language.tag());
    let file = |name: &str| std::fs::read_to_string(format!("{folder}/{name}.toml")).map_err(|error| error.to_string());
    schema::Lexicon::from_files(file).expect("the lexicon is well formed").story
}

fn analyze<T>(text: &str, language: Language, view: impl FnOnce(&Analysis<'_>) -> T) -> T {
    let article = Article { language: Some(language.tag().into()), ..Article::from_text(text) };
    Analyzer::new().analyze(&article, view)
}

/// What a rule finds in a text, each fact in the form of an example.
fn found(text: &str, language: Language, rule: &str) -> Vec<schema::FactExample> {
    analyze(text, language, |analysis| {
        let name = |participant: &Option<super::Participant>| participant.as_ref().map(|found| found.name.clone());
        let entity = |id| Some(analysis.entities.get(id).name.clone());
        let by_rule = |evidence: &[crate::entities::Evidence]| evidence.iter().any(|evidence| &*evidence.rule == rule);
        let events = analysis.facts.events.iter().filter(|event| by_rule(event.kind.evidence()));
        let relations = analysis.facts.relations.iter().filter(|relation| by_rule(relation.kind.evidence()));
        let events = events.map(|event| schema::FactExample {
            person: name(&event.person),
            organization: name(&event.organization),
            from_organization: name(&event.from_organization),
            product: name(&event.product),
            ..Default::default()
        });
        let relations = relations.map(|relation| schema::FactExample {
            subject: entity(relation.subject),
            object: entity(relation.object),
            ..Default::default()
        });
        events.chain(relations).collect()
    })
}

#[test]
fn rows_find_what_their_examples_say_and_nothing_else() {
    let mut wrong = Vec::new();
    for language in Language::ALL {
        for row in rows(language).fact {
            for example in &row.examples {
                let found = found(&example.text, language, &row.id);
                let bare = schema::FactExample { text: String::new(), ..example.clone() };
                if !found.contains(&bare) {
                    wrong.push(format!("{} {}: {} gives {found:?}", language.tag(), row.id, example.text));
                }
            }
            for text in &row.nothing {
                let found = found(text, language, &row.id);
                if !found.is_empty() {
                    wrong.push(format!("{} {}: {text} gives {found:?}", language.tag(), row.id));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The quotations of a text with their speakers.
fn quotes(text: &str, language: Language) -> Vec<(String, Option<String>)> {
    analyze(text, language, |analysis| {
        let quotes = analysis.facts.quotes.iter();
        quotes
            .map(|quote| {
                let words = quote.quotation.span.of(&analysis.article.text).to_string();
                (words, quote.speaker.as_ref().map(|speaker| speaker.name.clone()))
            })
            .collect()
    })
}

#[test]
fn quotations_have_their_speakers() {
    type Expected = &'static [(&'static str, Option<&'static str>)];
    let table: &[(Language, &str, Expected)] = &[
        (
            Language::English,
            "“This gives us scale,” said Jane Roe, chief executive of Arden Corp.",
            &[("This gives us scale,", Some("Jane Roe"))],
        ),
        (
            Language::English,
            "Jane Roe joined in 2016. “We are glad to have found a home for it,” she said. “It will grow with us.”",
            &[
                ("We are glad to have found a home for it,", Some("Jane Roe")),
                ("It will grow with us.", Some("Jane Roe")),
            ],
        ),
        (
            Language::English,
            "According to Jane Roe, the group will grow faster than all of its rivals.",
            &[("the group will grow faster than all of its rivals", Some("Jane Roe"))],
        ),
        (
            Language::French,
            "« C’est une belle opération », a déclaré Paul Martin, PDG d’Arden Corp.",
            &[("C’est une belle opération", Some("Paul Martin"))],
        ),
        (
            Language::French,
            "“Il faut des puces, beaucoup de puces, et des gens pour les dessiner.” – Paul Martin (janvier 2024)",
            &[("Il faut des puces, beaucoup de puces, et des gens pour les dessiner.", Some("Paul Martin"))],
        ),
        (
            Language::French,
            "“Il faut des puces, beaucoup de puces, et des gens pour les dessiner.”",
            &[("Il faut des puces, beaucoup de puces, et des gens pour les dessiner.", None)],
        ),
        (Language::English, "The “golden share” was called a “poison pill” by some.", &[]),
        (Language::French, "Un patron “de guerre” pour l’“ère des puces” chez Arden Corp.", &[]),
        (Language::English, "She wrote “The Long Way to a Better Deal” in 2016.", &[]),
    ];
    for (language, text, expected) in table {
        let found = quotes(text, *language);
        let found: Vec<(&str, Option<&str>)> =
            found.iter().map(|(words, speaker)| (words.as_str(), speaker.as_deref())).collect();
        assert_eq!(&found, expected, "{text}");
    }
}

#[test]
fn a_deal_told_as_open_and_as_done_is_a_conflict() {
    let table = [
        (
            "Arden Corp. nears $2 billion stake in Boreal Inc.\n\nArden Corp. invests $2 billion in Boreal Inc., it said.",
            true,
        ),
        (
            "Arden Corp. buys Boreal Inc.\n\nArden Corp. bought Boreal Inc. for $2 billion. Talks had begun in May.",
            false,
        ),
        (
            "Arden Corp. considers buying Boreal Inc.\n\nArden Corp. is considering a purchase of Boreal Inc., it said.",
            false,
        ),
    ];
    for (text, expected) in table {
        let kinds: Vec<InconsistencyKind> = analyze(text, Language::English, |analysis| {
            analysis.facts.inconsistencies.iter().map(|inconsistency| inconsistency.kind).collect()
        });
        assert_eq!(kinds.contains(&InconsistencyKind::StatusConflict), expected, "{text}");
    }
}

#[test]
fn two_prices_of_one_purchase_are_a_conflict() {
    let table = [
        (
            "Arden Corp. buys Boreal Inc. for $2 billion\n\nArden Corp. will buy Boreal Inc. for $3 billion, it said.",
            true,
        ),
        (
            "Arden Corp. buys Boreal Inc. for $2 billion\n\nArden Corp. will buy Boreal Inc. for $2.04 billion, it said.",
            false,
        ),
        (
            "Arden Corp. buys Boreal Inc. for $2 billion\n\nArden Corp. will buy Boreal Inc. for 1.8 billion euros.",
            false,
        ),
        (
            "Arden Corp. buys Boreal Inc. for $2 billion\n\nArden Corp. will buy Boreal Inc. for $1.5 billion at once and \
             $500 million in 2028.",
            false,
        ),
        (
            "Arden Corp. raises bid for Boreal Inc.\n\nArden Corp. offered $2 billion for Boreal Inc. in May. Arden Corp. now \
             bids $3 billion for Boreal Inc., it said.",
            false,
        ),
    ];
    for (text, expected) in table {
        let kinds: Vec<InconsistencyKind> = analyze(text, Language::English, |analysis| {
            analysis.facts.inconsistencies.iter().map(|inconsistency| inconsistency.kind).collect()
        });
        assert_eq!(kinds.contains(&InconsistencyKind::AmountConflict), expected, "{text}");
    }
}
