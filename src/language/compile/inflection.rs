//! The forms of verbs and nouns, from the paradigms of `grammar.toml`: rows give a word once, as a dictionary would.

use std::collections::BTreeMap;

use super::lexicon::{Preposition, Tense, schema};

/// How a language inflects.
#[derive(Debug)]
pub struct Inflection {
    prepositions: Vec<String>,
    /// The longest endings first.
    paradigms: Vec<schema::Paradigm>,
    irregular: Vec<schema::Irregular>,
    augment: String,
    unaugmented: Vec<String>,
    plural: Vec<String>,
    melting: Vec<String>,
    infinitive_mark: String,
    reflexive_infinitive: Option<(String, String)>,
    /// The forms of one word that each preposition has besides its name.
    contractions: Vec<(String, Vec<String>)>,
}

impl Inflection {
    /// The inflection that `rows` describe.
    pub fn new(rows: &schema::Grammar) -> Self {
        let mut paradigms = rows.paradigm.clone();
        paradigms.sort_by_key(|paradigm| std::cmp::Reverse(paradigm.ending.len()));
        Self {
            prepositions: rows.prepositions.keys().cloned().collect(),
            paradigms,
            irregular: rows.irregular.clone(),
            augment: rows.augment.clone(),
            unaugmented: rows.unaugmented.clone(),
            plural: rows.plural.clone(),
            melting: rows.melting.clone(),
            infinitive_mark: rows.infinitive_mark.clone(),
            reflexive_infinitive: rows.reflexive_infinitive.clone(),
            contractions: contractions(&rows.prepositions),
        }
    }

    /// The preposition of that name; `None` where the language has none of it.
    pub fn preposition(&self, name: &str) -> Option<Preposition> {
        self.prepositions.iter().position(|known| known == name).map(|position| Preposition(position as u16))
    }

    /// All forms of a verb given as its infinitive, with the particles that follow it.
    pub fn verb(&self, infinitive: &str) -> Vec<(String, Tense)> {
        if let Some((prefix, verb)) = infinitive.split_once('|') {
            let mark = &self.infinitive_mark;
            let marked = (!mark.is_empty()).then(|| (format!("{prefix}{mark}{verb}"), Tense::Infinitive));
            let joined = self.verb(verb).into_iter().map(|(form, tense)| (format!("{prefix}{form}"), tense));
            return joined.chain(marked).collect();
        }
        let (lemma, particles) = infinitive.split_once(' ').map_or((infinitive, ""), |(lemma, rest)| (lemma, rest));
        if let Some((ending, plain)) = &self.reflexive_infinitive
            && let Some(stem) = lemma.strip_suffix(ending.as_str())
        {
            let mut forms = self.verb(format!("{stem}{plain} {particles}").trim_end());
            let reflexive = format!("{lemma} {particles}");
            forms.extend(self.contracted(reflexive.trim_end()).into_iter().map(|form| (form, Tense::Infinitive)));
            // "torna-se": the pronoun stands behind finite forms too.
            if let Some(enclitic) = ending.strip_prefix(plain.as_str()).filter(|rest| rest.starts_with('-')) {
                let behind = |(form, tense): &(String, Tense)| {
                    let (verb, rest) = form.split_once(' ').map_or((form.as_str(), ""), |(verb, rest)| (verb, rest));
                    (format!("{verb}{enclitic} {rest}").trim_end().to_owned(), *tense)
                };
                let finite: Vec<_> = forms.iter().filter(|(_, tense)| tense.is_finite()).map(behind).collect();
                forms.extend(finite);
            }
            return forms;
        }
        let endings = self.contracted(particles);
        let with = |form: &str| -> Vec<String> {
            endings.iter().map(|end| if end.is_empty() { form.to_owned() } else { format!("{form} {end}") }).collect()
        };
        let (stem, forms, augment) = match self.irregular.iter().find(|verb| verb.lemma == lemma) {
            Some(verb) => ("", &verb.forms, ""),
            None => match self.paradigms.iter().find(|paradigm| lemma.ends_with(paradigm.ending.as_str())) {
                Some(paradigm) => {
                    let plain =
                        paradigm.plain || self.unaugmented.iter().any(|start| lemma.starts_with(start.as_str()));
                    let augment = if plain { "" } else { self.augment.as_str() };
                    (&lemma[..lemma.len() - paradigm.ending.len()], &paradigm.forms, augment)
                }
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
            let front = if tense == Tense::Participle { augment } else { "" };
            let forms = endings.iter().flat_map(|ending| with(&format!("{front}{stem}{ending}")));
            inflected.extend(forms.map(|form| (form, tense)));
        }
        inflected
    }

    /// Whether `form` is the infinitive of the reflexive `verb` without its pronoun.
    pub fn is_plain(&self, verb: &str, form: &str) -> bool {
        let first = |words: &str| words.split_once(' ').map_or(words, |(first, _)| first).to_owned();
        let lemma = first(verb);
        let reflexive = self.reflexive_infinitive.as_ref().is_some_and(|(ending, _)| lemma.ends_with(ending.as_str()));
        reflexive && first(form) != lemma
    }

    /// The finite forms of a verb whose prefix closes the clause ("steigt … ein"), with that prefix.
    pub fn split(&self, infinitive: &str) -> Option<(Vec<(String, Tense)>, String)> {
        let (prefix, verb) = infinitive.split_once('|')?;
        // The infinitive is the plural of the present too.
        let mut forms: Vec<_> = self.verb(verb).into_iter().filter(|(_, tense)| tense.is_finite()).collect();
        forms.push((verb.to_owned(), Tense::Present));
        Some((forms, prefix.to_owned()))
    }

    /// A phrase of several words with each form of a melting preposition at its end.
    pub fn phrase(&self, words: &str) -> Vec<String> {
        let last = words.rsplit_once(' ').map(|(_, last)| last);
        let melts = last.is_some_and(|last| self.melting.iter().any(|preposition| preposition == last));
        if melts { self.contracted(words) } else { vec![words.to_owned()] }
    }

    /// Words with each form that a preposition at their end takes: `contrôle de`, `contrôle d'`, `contrôle du`.
    pub fn contracted(&self, words: &str) -> Vec<String> {
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
                None if ending == "s" && head.ends_with(['s', 'x']) => format!("{head}es"),
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
