//! The lexicons that come with the program.

use std::sync::OnceLock;

use super::lexicon::UserLexicon;
use super::{Language, Lexicon};

/// The lexicons of all languages; each is unpacked when the first passage asks for it.
#[derive(Debug, Default)]
pub struct Lexicons {
    unpacked: [OnceLock<Lexicon>; Language::ALL.len()],
    user: UserLexicon,
}

impl Lexicons {
    /// The built-in lexicons.
    pub fn new() -> Self {
        Self::default()
    }

    /// The built-in lexicons with the user's own rows, which win over all others.
    pub fn with_user(user: UserLexicon) -> Self {
        Self { user, ..Self::default() }
    }

    /// The lexicon of `language`.
    pub fn get(&self, language: Language) -> &Lexicon {
        self.unpacked[language as usize].get_or_init(|| {
            // Packed by the build script from the same types; a test unpacks every one.
            let mut lexicon: Lexicon = postcard::from_bytes(packed(language)).unwrap_or_default();
            lexicon.add(&self.user);
            lexicon
        })
    }
}

fn packed(language: Language) -> &'static [u8] {
    match language {
        Language::English => include_bytes!(concat!(env!("OUT_DIR"), "/en.lexicon")),
        Language::French => include_bytes!(concat!(env!("OUT_DIR"), "/fr.lexicon")),
        Language::German => include_bytes!(concat!(env!("OUT_DIR"), "/de.lexicon")),
        Language::Spanish => include_bytes!(concat!(env!("OUT_DIR"), "/es.lexicon")),
        Language::Italian => include_bytes!(concat!(env!("OUT_DIR"), "/it.lexicon")),
        Language::Portuguese => include_bytes!(concat!(env!("OUT_DIR"), "/pt.lexicon")),
        Language::Dutch => include_bytes!(concat!(env!("OUT_DIR"), "/nl.lexicon")),
        Language::Undetermined => include_bytes!(concat!(env!("OUT_DIR"), "/und.lexicon")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_lexicon_unpacks() {
        for language in Language::ALL {
            let lexicon: Lexicon = postcard::from_bytes(packed(language)).expect("packed by the same build");
            assert!(lexicon.figures.currencies.longest(&[lexicon.word("€")]).is_some(), "{}", language.tag());
        }
    }
}
