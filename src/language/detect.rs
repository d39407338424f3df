//! Language detection, behind a type of our own so that the detector can change.

use super::Language;

/// What the detector thinks of a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Detection {
    /// BCP 47 tag; that of a language without a lexicon where the detector is sure of it.
    pub tag: &'static str,
    /// The language whose lexicon serves.
    pub language: Language,
    /// From 0 to 1.
    pub confidence: f64,
}

/// Bytes looked at: detection gains nothing from more, and this keeps it at a tenth of a millisecond.
const SAMPLE: usize = 1_500;

/// The languages the detector chooses among unless it is sure of another.
const SUPPORTED: [whatlang::Lang; 7] = [
    whatlang::Lang::Eng,
    whatlang::Lang::Fra,
    whatlang::Lang::Deu,
    whatlang::Lang::Spa,
    whatlang::Lang::Ita,
    whatlang::Lang::Por,
    whatlang::Lang::Nld,
];

/// The language of `text`; `None` where it has no letters to judge by.
///
/// Languages without a lexicon are believed only when the detector is sure (`is_reliable`), because close relatives of
/// the supported ones (Catalan, Danish, Romanian) otherwise steal short texts.
pub fn detect(text: &str) -> Option<Detection> {
    let mut end = text.len().min(SAMPLE);
    while !text.is_char_boundary(end) {
        end += 1;
    }
    let sample = &text[..end];
    let free = whatlang::detect(sample)?;
    if let Some(language) = supported(free.lang()) {
        return Some(Detection { tag: language.tag(), language, confidence: free.confidence() });
    }
    if free.is_reliable() {
        return Some(Detection {
            tag: tag(free.lang()),
            language: Language::Undetermined,
            confidence: free.confidence(),
        });
    }
    let info = whatlang::Detector::with_allowlist(SUPPORTED.to_vec()).detect(sample)?;
    let language = supported(info.lang())?;
    Some(Detection { tag: language.tag(), language, confidence: info.confidence() })
}

fn supported(lang: whatlang::Lang) -> Option<Language> {
    match lang {
        whatlang::Lang::Eng => Some(Language::English),
        whatlang::Lang::Fra => Some(Language::French),
        whatlang::Lang::Deu => Some(Language::German),
        whatlang::Lang::Spa => Some(Language::Spanish),
        whatlang::Lang::Ita => Some(Language::Italian),
        whatlang::Lang::Por => Some(Language::Portuguese),
        whatlang::Lang::Nld => Some(Language::Dutch),
        _ => None,
    }
}

/// The BCP 47 tag of a detected language: two letters where ISO 639-1 has them, else the three of ISO 639-3.
fn tag(lang: whatlang::Lang) -> &'static str {
    use whatlang::Lang::*;
    match lang {
        Rus => "ru",
        Cmn => "zh",
        Jpn => "ja",
        Kor => "ko",
        Ara => "ar",
        Hin => "hi",
        Pol => "pl",
        Swe => "sv",
        Dan => "da",
        Nob => "no",
        Fin => "fi",
        Tur => "tr",
        Ces => "cs",
        Slk => "sk",
        Hun => "hu",
        Ron => "ro",
        Cat => "ca",
        Ell => "el",
        Heb => "he",
        Ukr => "uk",
        Bul => "bg",
        Hrv => "hr",
        Srp => "sr",
        Slv => "sl",
        Vie => "vi",
        Ind => "id",
        Tha => "th",
        Lit => "lt",
        Lav => "lv",
        Est => "et",
        other => other.code(),
    }
}
