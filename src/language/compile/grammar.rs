//! Rows of `grammar.toml` to tables.

use super::Compiler;
use super::inflection::Inflection;
use super::lexicon::{Endings, Function, Grammar, Preposition, schema};

impl Grammar {
    /// Compiles the rows.
    pub fn compile(rows: schema::Grammar, inflection: &Inflection, compiler: &mut Compiler<'_>) -> Self {
        let melted = melted(&rows);
        let reflexives = rows.reflexive.clone();
        let mut words: Vec<(String, Function)> = Vec::new();
        for (list, function) in [
            (rows.be, Function::Be),
            (rows.have, Function::Have),
            (rows.reflexive, Function::Reflexive),
            (rows.negators, Function::Negator),
            (rows.determiners, Function::Determiner),
            (rows.conjunctions, Function::Conjunction),
            (rows.relatives, Function::Relative),
            (rows.subordinators, Function::Subordinator),
            (rows.pronouns, Function::Pronoun),
            (rows.datives, Function::Dative),
        ] {
            words.extend(list.iter().flat_map(|word| inflection.phrase(word)).map(|word| (word, function)));
        }
        for (position, (name, forms)) in rows.prepositions.into_iter().enumerate() {
            let function = Function::Preposition(Preposition(position as u16));
            let forms = forms.iter().chain([&name]).flat_map(|form| inflection.phrase(form));
            words.extend(forms.map(|form| (form, function)));
        }
        for verb in rows.control {
            words.extend(inflection.verb(&verb).into_iter().map(|(form, _)| (form, Function::Control)));
        }
        let reports: Vec<_> =
            rows.reports.iter().flat_map(|verb| inflection.verb(verb)).map(|(form, _)| form).collect();
        words.sort_by(|a, b| a.0.cmp(&b.0));
        words.dedup();
        Self {
            words: compiler.phrases(words.iter().map(|(word, function)| (word.as_str(), *function))),
            verb_last: rows.verb_last,
            infinitive_mark: rows.infinitive_mark,
            indefinites: compiler.phrases(rows.indefinites.iter().map(|word| (word.as_str(), ()))),
            object_articles: compiler.phrases(rows.object_articles.iter().map(|word| (word.as_str(), ()))),
            toward: compiler.phrases(rows.toward.iter().map(|words| (words.as_str(), ()))),
            dative_articles: compiler.phrases(rows.dative_articles.iter().map(|word| (word.as_str(), ()))),
            particles: compiler.phrases(rows.particles.iter().map(|word| (word.as_str(), ()))),
            acting_nouns: Endings::new(&rows.acting_nouns),
            relative_articles: compiler.phrases(rows.relative_articles.iter().map(|word| (word.as_str(), ()))),
            contrasts: compiler.phrases(rows.contrasts.iter().map(|word| (word.as_str(), ()))),
            adverbs: compiler.phrases(rows.adverbs.iter().map(|words| (words.as_str(), ()))),
            melted: compiler.phrases(melted.iter().map(|form| (form.as_str(), ()))),
            pluperfect: compiler.phrases(rows.pluperfect.iter().map(|word| (word.as_str(), ()))),
            reports: compiler.phrases(reports.iter().map(|form| (form.as_str(), ()))),
            partitive: rows.partitive.as_deref().and_then(|name| inflection.preposition(name)),
            agent: rows.agent.as_deref().and_then(|name| inflection.preposition(name)),
            of: rows.of.as_deref().and_then(|name| inflection.preposition(name)),
            instrument: rows.instrument.as_deref().and_then(|name| inflection.preposition(name)),
            personal: rows.personal.as_deref().and_then(|name| inflection.preposition(name)),
            infinitive: rows.infinitive.as_deref().and_then(|name| inflection.preposition(name)),
            hearsay: compiler.phrases(rows.hearsay.iter().map(|word| (word.as_str(), ()))),
            past_be: compiler.phrases(rows.past_be.iter().map(|word| (word.as_str(), ()))),
            perfect_be: compiler.phrases(rows.perfect_be.iter().map(|word| (word.as_str(), ()))),
            benefit: rows.benefit.as_deref().and_then(|name| inflection.preposition(name)),
            dative: rows.dative.as_deref().and_then(|name| inflection.preposition(name)),
            drops_subject: rows.drops_subject,
            reflexives,
        }
    }
}

/// The forms of the melting prepositions that hold an article: "du", but not "d'".
fn melted(rows: &schema::Grammar) -> Vec<String> {
    let bare = |word: &str| {
        let elided = |name: &String| {
            name.chars().next().is_some_and(|first| word.strip_suffix('\'') == Some(&first.to_string()))
        };
        rows.prepositions.contains_key(word) || rows.prepositions.keys().any(elided)
    };
    let forms = rows.melting.iter().filter_map(|name| rows.prepositions.get(name)).flatten();
    forms.filter(|form| !form.rsplit(' ').next().is_some_and(bare)).cloned().collect()
}
