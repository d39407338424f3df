//! The small words of a language and the inflection of its verbs, ready for matching.

use std::collections::BTreeMap;

use super::{Compiler, Phrases, schema};

/// The compiled form of `grammar.toml`.
#[derive(Debug, Default)]
pub struct Grammar {
    /// What the small words do.
    pub words: Phrases<Function>,
    /// Whether participles and infinitives stand at the end of their clause.
    pub verb_last: bool,
    /// Determiners that bring in someone new.
    pub indefinites: Phrases<()>,
    /// The preposition that names who acts in the passive.
    pub agent: Option<Preposition>,
    prepositions: Vec<String>,
    paradigms: Vec<schema::Paradigm>,
    irregular: Vec<schema::Irregular>,
    plural: Vec<String>,
    /// The forms of one word that each preposition has besides its name.
    contractions: Vec<(String, Vec<String>)>,
}

/// A preposition of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Preposition(u16);

/// What a small word does in a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Function {
    /// Auxiliary of the passive.
    Be,
    /// Auxiliary of the perfect.
    Have,
    /// Makes a verb reflexive.
    Reflexive,
    /// Makes a verb negative.
    Negator,
    /// Governs a noun phrase.
    Preposition(Preposition),
    /// Opens a noun phrase.
    Determiner,
    /// Joins equals.
    Conjunction,
    /// Opens a clause about the noun before it.
    Relative,
    /// Opens another clause.
    Subordinator,
    /// Can stand for a company.
    Pronoun,
    /// Passes its subject on to the verb it governs.
    Control,
}

/// A form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // grammar's own names
pub enum Tense {
    Infinitive,
    Present,
    Past,
    Participle,
    Gerund,
    Future,
    Conditional,
}

impl Grammar {
    /// Compiles the rows.
    pub(super) fn compile(rows: schema::Grammar, compiler: &mut Compiler<'_>) -> Self {
        let mut grammar = Self {
            words: Phrases::default(),
            verb_last: rows.verb_last,
            indefinites: compiler.phrases(rows.indefinites.iter().map(|word| (word.as_str(), ()))),
            agent: None,
            prepositions: rows.prepositions.keys().cloned().collect(),
            paradigms: rows.paradigm,
            irregular: rows.irregular,
            plural: rows.plural,
            contractions: contractions(&rows.prepositions),
        };
        grammar.agent = rows.agent.as_deref().and_then(|name| grammar.preposition(name));
        grammar.paradigms.sort_by_key(|paradigm| std::cmp::Reverse(paradigm.ending.len()));
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
        ] {
            words.extend(list.into_iter().map(|word| (word, function)));
        }
        for (position, (name, forms)) in rows.prepositions.into_iter().enumerate() {
            let function = Function::Preposition(Preposition(position as u16));
            words.extend(forms.into_iter().chain([name]).map(|form| (form, function)));
        }
        for verb in rows.control {
            words.extend(grammar.verb(&verb).into_iter().map(|(form, _)| (form, Function::Control)));
        }
        words.sort_by(|a, b| a.0.cmp(&b.0));
        words.dedup();
        grammar.words = compiler.phrases(words.iter().map(|(word, function)| (word.as_str(), *function)));
        grammar
    }

    /// The preposition of that name; `None` where the language has none of it.
    pub fn preposition(&self, name: &str) -> Option<Preposition> {
        self.prepositions.iter().position(|known| known == name).map(|position| Preposition(position as u16))
    }

    /// All forms of a verb given as its infinitive, with the particles that follow it.
    pub fn verb(&self, infinitive: &str) -> Vec<(String, Tense)> {
        let (lemma, particles) = infinitive.split_once(' ').map_or((infinitive, ""), |(lemma, rest)| (lemma, rest));
        let endings = self.contracted(particles);
        let with = |form: &str| -> Vec<String> {
            endings.iter().map(|end| if end.is_empty() { form.to_owned() } else { format!("{form} {end}") }).collect()
        };
        let (stem, forms) = match self.irregular.iter().find(|verb| verb.lemma == lemma) {
            Some(verb) => ("", &verb.forms),
            None => match self.paradigms.iter().find(|paradigm| lemma.ends_with(paradigm.ending.as_str())) {
                Some(paradigm) => (&lemma[..lemma.len() - paradigm.ending.len()], &paradigm.forms),
                None => return with(lemma).into_iter().map(|form| (form, Tense::Infinitive)).collect(),
            },
        };
        let mut inflected: Vec<_> = with(lemma).into_iter().map(|form| (form, Tense::Infinitive)).collect();
        for (endings, tense) in [
            (&forms.infinitive, Tense::Infinitive),
            (&forms.present, Tense::Present),
            (&forms.past, Tense::Past),
            (&forms.participle, Tense::Participle),
            (&forms.gerund, Tense::Gerund),
            (&forms.future, Tense::Future),
            (&forms.conditional, Tense::Conditional),
        ] {
            let forms = endings.iter().flat_map(|ending| with(&format!("{stem}{ending}")));
            inflected.extend(forms.map(|form| (form, tense)));
        }
        inflected
    }

    /// Words with each form that a preposition at their end takes: `contrôle de`, `contrôle d'`, `contrôle du`.
    fn contracted(&self, words: &str) -> Vec<String> {
        let (before, last) = words.rsplit_once(' ').map_or(("", words), |(before, last)| (before, last));
        let forms = self.contractions.iter().find(|(name, _)| name == last).map(|(_, forms)| forms.as_slice());
        let joined = |form: &String| if before.is_empty() { form.clone() } else { format!("{before} {form}") };
        std::iter::once(words.to_owned()).chain(forms.unwrap_or_default().iter().map(joined)).collect()
    }

    /// Singular and plural of a noun, whose first word is inflected.
    pub fn noun(&self, singular: &str) -> Vec<String> {
        let (head, rest) = singular.split_once(' ').map_or((singular, ""), |(head, rest)| (head, rest));
        let plurals = self.plural.iter().map(|ending| {
            let head = match head.strip_suffix('y') {
                Some(stem) if ending == "s" && !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
                _ => format!("{head}{ending}"),
            };
            if rest.is_empty() { head } else { format!("{head} {rest}") }
        });
        std::iter::once(singular.to_owned()).chain(plurals).collect()
    }
}

/// A preposition's forms of one word: only these it takes inside a longer phrase.
fn contractions(prepositions: &BTreeMap<String, Vec<String>>) -> Vec<(String, Vec<String>)> {
    let single = |forms: &Vec<String>| forms.iter().filter(|form| !form.contains(' ')).cloned().collect::<Vec<_>>();
    let rows = prepositions.iter().map(|(name, forms)| (name.clone(), single(forms)));
    rows.filter(|(_, forms)| !forms.is_empty()).collect()
}
