//! Which language a passage is in, and what is known of that language.
//!
//! Takes a document; gives a [`Reading`]: the document with the language of every sentence and every word looked up in
//! the lexicon of its passage. Languages are data (`lexicons/`); a room further down asks the lexicon and never names a
//! language. This room never reads figures, names or deals.

mod builtin;
#[cfg(test)] // the build script compiles lexicons; here it is only tested
mod compile;
mod detect;
pub mod lexicon;
mod reading;

pub use builtin::Lexicons;
pub use detect::{Detection, detect};
pub use lexicon::schema::{EventStatus, EventType, RelationType};
pub use lexicon::{Class, Lexicon, Match, NameKind, OrganizationKind, Phrases, Place, UserLexicon, WordId};
pub use reading::{Passage, Reading};

/// A language with a lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// `en`
    English,
    /// `fr`
    French,
    /// `de`
    German,
    /// `es`
    Spanish,
    /// `it`
    Italian,
    /// `pt`
    Portuguese,
    /// `nl`
    Dutch,
    /// `und`: any other; its lexicon holds what needs no language, such as currency signs and legal forms.
    Undetermined,
}

impl Language {
    /// All of them, in the order of their lexicons.
    pub const ALL: [Language; 8] = [
        Language::English,
        Language::French,
        Language::German,
        Language::Spanish,
        Language::Italian,
        Language::Portuguese,
        Language::Dutch,
        Language::Undetermined,
    ];

    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::French => "fr",
            Language::German => "de",
            Language::Spanish => "es",
            Language::Italian => "it",
            Language::Portuguese => "pt",
            Language::Dutch => "nl",
            Language::Undetermined => "und",
        }
    }

    /// The language of a BCP 47 tag; region and script are ignored (`fr-CA` is French). `None` for languages without a
    /// lexicon.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or(tag).to_ascii_lowercase();
        Self::ALL.into_iter().find(|language| language.tag() == primary)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_round_trip() {
        for language in Language::ALL {
            assert_eq!(Language::from_tag(language.tag()), Some(language));
        }
        assert_eq!(Language::from_tag("fr-CA"), Some(Language::French));
        assert_eq!(Language::from_tag("PT_br"), Some(Language::Portuguese));
        assert_eq!(Language::from_tag("frisian"), None);
    }
}
