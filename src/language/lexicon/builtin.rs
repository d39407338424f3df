//! The lexicons that come with the program.

use super::schema;
use crate::language::Language;
use crate::text::{Layout, Orthography};

impl schema::Lexicon {
    /// The rows compiled in for a language.
    pub fn built_in(language: Language) -> Self {
        let packed: &[u8] = match language {
            Language::English => include_bytes!(concat!(env!("OUT_DIR"), "/en.lexicon")),
            Language::French => include_bytes!(concat!(env!("OUT_DIR"), "/fr.lexicon")),
            Language::German => include_bytes!(concat!(env!("OUT_DIR"), "/de.lexicon")),
            Language::Spanish => include_bytes!(concat!(env!("OUT_DIR"), "/es.lexicon")),
            Language::Italian => include_bytes!(concat!(env!("OUT_DIR"), "/it.lexicon")),
            Language::Portuguese => include_bytes!(concat!(env!("OUT_DIR"), "/pt.lexicon")),
            Language::Dutch => include_bytes!(concat!(env!("OUT_DIR"), "/nl.lexicon")),
            Language::Undetermined => include_bytes!(concat!(env!("OUT_DIR"), "/und.lexicon")),
        };
        // Packed by the build script from the same types; a test unpacks every one.
        postcard::from_bytes(packed).unwrap_or_default()
    }
}

impl schema::Iso4217 {
    /// The table compiled in.
    pub fn built_in() -> Self {
        postcard::from_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/currencies.lexicon"))).unwrap_or_default()
    }
}

impl schema::Text {
    /// Sorts the lists that [`Orthography`] wants sorted.
    pub(super) fn sort(&mut self) {
        self.abbreviations.extend_from_slice(&self.leading_abbreviations);
        for list in [
            &mut self.abbreviations,
            &mut self.leading_abbreviations,
            &mut self.elisions,
            &mut self.enclitics,
            &mut self.compound_tails,
            &mut self.openers,
            &mut self.layout.dateline_words,
        ] {
            list.sort();
            list.dedup();
        }
    }

    /// The lists as plain slices.
    pub fn orthography(&self) -> Orthography<'_> {
        let layout = &self.layout;
        Orthography {
            abbreviations: &self.abbreviations,
            leading_abbreviations: &self.leading_abbreviations,
            elisions: &self.elisions,
            enclitics: &self.enclitics,
            compound_tails: &self.compound_tails,
            openers: &self.openers,
            ordinal_dot: self.ordinal_dot,
            layout: Layout {
                sections: &layout.sections,
                about: &layout.about,
                notices: &layout.notices,
                related: &layout.related,
                bylines: &layout.bylines,
                credits: &layout.credits,
                sign_offs: &layout.sign_offs,
                agencies: &layout.agencies,
                dateline_words: &layout.dateline_words,
                questions: &layout.questions,
                answers: &layout.answers,
            },
        }
    }
}
