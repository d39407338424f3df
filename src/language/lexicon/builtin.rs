//! The lexicons that come with the program.

use super::schema;
use crate::language::Language;
use crate::text::Orthography;

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

impl schema::Text {
    /// Sorts the lists, as [`Orthography`] wants them.
    pub(super) fn sort(&mut self) {
        for list in [&mut self.abbreviations, &mut self.elisions, &mut self.enclitics, &mut self.compound_tails] {
            list.sort();
            list.dedup();
        }
    }

    /// The lists as plain slices.
    pub fn orthography(&self) -> Orthography<'_> {
        Orthography {
            abbreviations: &self.abbreviations,
            elisions: &self.elisions,
            enclitics: &self.enclitics,
            compound_tails: &self.compound_tails,
        }
    }
}
