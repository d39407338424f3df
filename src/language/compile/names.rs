//! Rows of `names.toml` to tables.

use super::Compiler;
use super::lexicon::schema::{self, Place};
use super::lexicon::{Class, Cue, Endings, NameKind, Names, Nouns, Phrases, WordId};

impl Names {
    /// Compiles the rows.
    pub fn compile(mut rows: schema::Names, compiler: &mut Compiler<'_>) -> Self {
        let mut names = Self {
            capital_nouns: rows.words.capital_nouns,
            nouns: Nouns::new(&mut rows.words),
            topics: rows.words.topics,
            towns: rows.words.towns,
            trade_endings: Endings::new(&rows.words.trade_endings),
            person_endings: Endings::new(&rows.words.person_endings),
            noun_endings: std::mem::take(&mut rows.words.noun_endings),
            several_endings: std::mem::take(&mut rows.words.several_endings),
            alike_endings: std::mem::take(&mut rows.words.alike_endings),
            ..Self::default()
        };
        let mut phrases = Vec::new();
        for (class, list) in classes(&rows.words) {
            for phrase in list {
                let words = compiler.words(phrase);
                match words[..] {
                    [word] => names.mark(word, class),
                    _ => phrases.push((words, class)),
                }
            }
        }
        names.phrases = Phrases::new(phrases);
        let mut cues: [Vec<(Vec<WordId>, Cue)>; 6] = Default::default();
        for row in &rows.cue {
            let cue = Cue {
                kind: NameKind::of(row.kind, row.organization),
                weight: row.weight,
                rule: row.id.as_str().into(),
            };
            for phrase in &row.words {
                let words = compiler.words(phrase);
                if let (Place::Last, [word]) = (row.at, &words[..]) {
                    names.mark(*word, Class::Last);
                }
                cues[row.at as usize].push((words, cue.clone()));
            }
        }
        names.cues = cues.map(Phrases::new);
        names.add(&rows.title, &rows.known, compiler);
        names
    }

    fn mark(&mut self, word: WordId, class: Class) {
        let at = word.0 as usize;
        if self.classes.len() <= at {
            self.classes.resize(at + 1, 0);
        }
        self.classes[at] |= 1 << class as u32;
    }
}

fn classes(words: &schema::NameWords) -> [(Class, &[String]); 30] {
    [
        (Class::Common, &words.common),
        (Class::Article, &words.articles),
        (Class::Of, &words.of),
        (Class::Particle, &words.particles),
        (Class::And, &words.and),
        (Class::Courtesy, &words.courtesies),
        (Class::LegalForm, &words.legal_forms),
        (Class::LeadingForm, &words.leading_forms),
        (Class::Institution, &words.institutions),
        (Class::Past, &words.past),
        (Class::Planned, &words.planned),
        (Class::AtPlace, &words.at_place),
        (Class::TitleOf, &words.title_of),
        (Class::LedBy, &words.led_by),
        (Class::FoundedBy, &words.founded_by),
        (Class::WhoLeads, &words.who_leads),
        (Class::WhoFounded, &words.who_founded),
        (Class::Several, &words.several),
        (Class::Called, &words.called),
        (Class::Nationality, &words.nationalities),
        (Class::Byline, &words.bylines),
        (Class::Possessive, &words.possessives),
        (Class::Copula, &words.copulas),
        (Class::Aged, &words.aged),
        (Class::Will, &words.will),
        (Class::Generic, &words.generic),
        (Class::Household, &words.households),
        (Class::Grouped, &words.grouped),
        (Class::Opener, &words.openers),
        (Class::Joined, &words.joined),
    ]
}
