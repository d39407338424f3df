//! Language detection, behind a type of our own so that the detector can change.
//!
//! Two witnesses: the commonest words of the supported languages, which also judge a single sentence full of names, and
//! the trigrams of `whatlang`, which know many more languages but are unsure of short texts.

use std::sync::OnceLock;

use super::Language;
use super::lexicon::FunctionWords;
use crate::text::chars::is_alphanumeric;
use crate::text::{Case, fold_into};

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

impl Detection {
    fn of(language: Language, confidence: f64) -> Self {
        Self { tag: language.tag(), language, confidence }
    }
}

/// Bytes looked at: detection gains nothing from more, and this keeps it at a tenth of a millisecond.
const SAMPLE: usize = 2_000;
/// A longer text is sampled in so many places, because its first lines can be a notice or a headline in another language.
const WINDOWS: usize = 8;
/// Bytes that are enough for a text that is plainly in one language, with the share of words that shows it and how far its
/// votes are ahead of any other's.
const GLANCE: usize = 256;
const PLAIN_SHARE: f64 = 0.25;
const PLAIN_LEAD: f64 = 5.0;
/// Languages without a lexicon are believed from this length on, where they are written in Latin letters.
const SURE_LENGTH: usize = 250;
/// Share of its words that a text shares with a supported language at least, weighed by how few languages have them.
const NATIVE_SHARE: f64 = 0.14;
/// The same below which a supported language is doubtful.
const FOREIGN_SHARE: f64 = 0.09;

/// Votes that are enough for a text of a few words, and how far they are ahead of any other's.
const FEW_VOTES: f64 = 0.7;
const FEW_LEAD: f64 = 2.5;

/// The language of `text`; `None` where it has no letters to judge by.
///
/// Languages without a lexicon are believed only when the detector is sure and the text is long, because close relatives
/// of the supported ones (Catalan, Danish, Romanian) otherwise steal short texts.
pub fn detect(text: &str) -> Option<Detection> {
    if text.len() > GLANCE + GLANCE / 2 {
        let votes = Votes::of_text(&sample(text, GLANCE));
        let (best, second) = votes.ranking();
        if votes.share(best) >= PLAIN_SHARE && votes.of(best) >= PLAIN_LEAD * votes.of(second) {
            return Some(Detection::of(best, 1.0));
        }
    }
    let sample = sample(text, SAMPLE);
    let votes = Votes::of_text(&sample);
    judge(&sample, &votes)
}

/// Votes that a passage in another language than its document has at least.
const PASSAGE_VOTES: f64 = 1.8;
/// Votes that show a passage to be in the language of its document.
const HOME_VOTES: f64 = 0.8;

/// The language of a passage of a document in `main`; `None` where its words do not decide. The words are folded.
pub(super) fn passage(text: &str, words: impl Iterator<Item = impl AsRef<str>>, main: Language) -> Option<Detection> {
    let mut votes = Votes::default();
    for word in words {
        votes.add(word.as_ref());
        if votes.words.is_multiple_of(16) && votes.of(main) >= HOME_VOTES * 4.0 && votes.of(main) * 2.0 >= votes.all() {
            return Some(Detection::of(main, 1.0));
        }
    }
    let (best, second) = votes.ranking();
    let (most, home) = (votes.of(best), votes.of(main));
    if best == main || home * 3.0 > most {
        return (home >= HOME_VOTES).then(|| Detection::of(main, 1.0));
    }
    if most >= PASSAGE_VOTES && votes.of(second) * 2.0 <= most {
        return Some(Detection::of(best, 1.0));
    }
    if most > 0.0 {
        return None;
    }
    // Not a word in common with any language of ours: another script tells its language by itself.
    if matches!(whatlang::detect_script(text)?, whatlang::Script::Latin) {
        return None;
    }
    let free = whatlang::detect(text)?;
    Some(Detection { tag: tag(free.lang()), language: Language::Undetermined, confidence: free.confidence() })
}

fn judge(text: &str, votes: &Votes) -> Option<Detection> {
    let (best, second) = votes.ranking();
    let share = votes.share(best);
    let (most, other) = (votes.of(best), votes.of(second));
    let clear = most >= 1.0 && most >= 1.5 * other || most >= FEW_VOTES && most >= FEW_LEAD * other;
    if clear && share >= NATIVE_SHARE {
        // Nothing that trigrams say could change this, and they cost more than all the rest.
        return Some(Detection::of(best, 1.0));
    }
    let free = whatlang::detect(text)?;
    if supported(free.lang()).is_none() {
        let latin = matches!(free.script(), whatlang::Script::Latin);
        let sure = if latin {
            text.len() >= SURE_LENGTH && share < if free.is_reliable() { NATIVE_SHARE } else { FOREIGN_SHARE }
        } else {
            share < FOREIGN_SHARE
        };
        if sure {
            return Some(Detection {
                tag: tag(free.lang()),
                language: Language::Undetermined,
                confidence: free.confidence(),
            });
        }
    }
    if clear {
        let agreed = supported(free.lang()) == Some(best);
        return Some(Detection::of(best, if agreed { 1.0 } else { 0.75 }));
    }
    let allowed = SUPPORTED.iter().map(|&(lang, _)| lang).collect();
    let info = whatlang::Detector::with_allowlist(allowed).detect(text)?;
    let trigrams = supported(info.lang())?;
    // Two languages that share their little words: the trigrams decide between them, not for a third.
    let language = if votes.of(best) >= 1.0 && trigrams != second && trigrams != best { best } else { trigrams };
    Some(Detection::of(language, info.confidence().min(0.7)))
}

/// Up to `size` bytes of `text`; of a longer one, pieces from all over it.
fn sample(text: &str, size: usize) -> std::borrow::Cow<'_, str> {
    if text.len() <= size {
        return text.into();
    }
    let mut sample = String::with_capacity(size + 4 * WINDOWS);
    let stride = text.len() / WINDOWS;
    for window in 0..WINDOWS {
        let mut start = text.ceil_char_boundary_at(window * stride);
        // From the next space on, so that no word is halved.
        let bytes = text.as_bytes();
        start += bytes.iter().skip(start).take(40).position(|b| b.is_ascii_whitespace()).unwrap_or(0);
        let end = text.ceil_char_boundary_at((start + size / WINDOWS).min(text.len()));
        sample.push_str(text.get(start..end).unwrap_or(""));
        sample.push('\n');
    }
    sample.into()
}

trait CharBoundary {
    fn ceil_char_boundary_at(&self, at: usize) -> usize;
}

impl CharBoundary for str {
    /// The first character boundary from `at` on.
    fn ceil_char_boundary_at(&self, at: usize) -> usize {
        (at..self.len()).find(|&at| self.is_char_boundary(at)).unwrap_or(self.len())
    }
}

/// The runs of letters, digits and apostrophes of `text`.
fn words(text: &str) -> impl Iterator<Item = &str> {
    // Nearly all characters are ASCII, and need not be decoded.
    let next = |at: usize| match *text.as_bytes().get(at)? {
        byte if byte.is_ascii() => Some(char::from(byte)),
        _ => text.get(at..)?.chars().next(),
    };
    let mut end = 0;
    std::iter::from_fn(move || {
        let mut start = end;
        while let Some(c) = next(start).filter(|&c| !is_inner(c)) {
            start += c.len_utf8();
        }
        end = start;
        while let Some(c) = next(end).filter(|&c| is_inner(c)) {
            end += c.len_utf8();
        }
        text.get(start..end).filter(|word| !word.is_empty())
    })
}

/// Whether a character stands inside of words.
fn is_inner(c: char) -> bool {
    is_alphanumeric(c) || c == '\'' || c == '’'
}

/// How many of the commonest words of each language were met; a word that several languages have counts as a part.
#[derive(Debug, Clone, Default)]
struct Votes {
    weights: [f64; Language::ALL.len()],
    words: usize,
}

impl Votes {
    /// Counts the words of `text`.
    fn of_text(text: &str) -> Self {
        let mut folded = String::new();
        let mut votes = Self::default();
        for word in words(text) {
            if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
                votes.add(word);
            } else if Case::of(word) != Case::Upper {
                // Acronyms are words of no language (`AI` is none of the Italian ones).
                folded.clear();
                fold_into(word, &mut folded);
                votes.add(&folded);
            }
        }
        votes
    }

    /// Counts a folded word.
    fn add(&mut self, word: &str) {
        self.words += 1;
        // The head of an elision is a word of its own (`l'`, `d'`).
        let head = word.bytes().take(3).position(|byte| byte == b'\'').and_then(|at| word.get(..=at));
        let mask = function_words().languages(head.unwrap_or(word));
        if mask == 0 {
            return;
        }
        let weight = 1.0 / f64::from(mask.count_ones());
        let mut rest = mask;
        while rest != 0 {
            self.weights[rest.trailing_zeros() as usize] += weight;
            rest &= rest - 1;
        }
    }

    fn of(&self, language: Language) -> f64 {
        self.weights[language as usize]
    }

    fn all(&self) -> f64 {
        self.weights.iter().sum()
    }

    fn share(&self, language: Language) -> f64 {
        self.of(language) / self.words.max(1) as f64
    }

    /// The two languages with the most votes.
    fn ranking(&self) -> (Language, Language) {
        let mut order = Language::ALL;
        order.sort_by(|a, b| self.of(*b).total_cmp(&self.of(*a)));
        (order[0], order[1])
    }
}

/// The commonest words of all languages.
fn function_words() -> &'static FunctionWords {
    static WORDS: OnceLock<FunctionWords> = OnceLock::new();
    WORDS.get_or_init(|| {
        let packed: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/function_words"));
        postcard::from_bytes(packed).unwrap_or_default()
    })
}

/// The languages the detector chooses among unless it is sure of another.
const SUPPORTED: [(whatlang::Lang, Language); 7] = [
    (whatlang::Lang::Eng, Language::English),
    (whatlang::Lang::Fra, Language::French),
    (whatlang::Lang::Deu, Language::German),
    (whatlang::Lang::Spa, Language::Spanish),
    (whatlang::Lang::Ita, Language::Italian),
    (whatlang::Lang::Por, Language::Portuguese),
    (whatlang::Lang::Nld, Language::Dutch),
];

fn supported(lang: whatlang::Lang) -> Option<Language> {
    SUPPORTED.iter().find(|(known, _)| *known == lang).map(|&(_, language)| language)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_sentence_is_enough() {
        for (tag, text) in [
            ("en", "Arden to buy Boreal Foods for $2bn"),
            ("en", "Cairn Partners sells its stake in Dorval Shipping"),
            ("en", "Cairn Partners nears Arden Foods takeover"),
            ("en", "Boreal nets $30m"),
            ("fr", "Arden va racheter Boreal Foods pour 2 milliards d’euros"),
            ("fr", "Cairn Partners cède sa participation dans Dorval Shipping"),
            ("fr", "L’américain Arden s’offre le français Boreal"),
            ("fr", "Arden cède Boreal à Cairn"),
            ("fr", "Arden renonce à racheter Boreal"),
            ("fr", "Arden met la main sur Boreal Foods"),
            ("fr", "Arden repousse l'offre de Boreal"),
            ("de", "Arden will Boreal verkaufen"),
            ("de", "Arden übernimmt den Konkurrenten Boreal für zwei Milliarden Euro"),
            ("es", "Arden compra el 49 % de Boreal por 2.000 millones de euros"),
            ("es", "Arden estudia vender Boreal"),
            ("it", "Boreal entra a far parte di Arden"),
            ("it", "Arden acquista il 49% di Boreal per 2 miliardi di euro"),
            ("pt", "A Boreal passa a fazer parte da Arden"),
            ("pt", "Arden compra 49% da Boreal por 2 mil milhões de euros"),
            ("nl", "Arden neemt concurrent Boreal over voor twee miljard euro"),
        ] {
            assert_eq!(detect(text).map(|found| found.tag), Some(tag), "{text}");
        }
        assert_eq!(detect("49 % — 2,5 …"), None);
    }

    #[test]
    fn other_languages_are_said_only_when_sure() {
        let danish = "Virksomheden oplyser, at den har indgået en aftale om at købe den tyske konkurrent for to \
                      milliarder kroner. Det er den største handel i selskabets historie, og ledelsen forventer, at \
                      den bliver gennemført inden årets udgang, hvis myndighederne siger god for den. Aktien steg.";
        let greek = "Η εταιρεία ανακοίνωσε την εξαγορά του ανταγωνιστή της.";
        for (tag, text) in [("da", danish), ("el", greek)] {
            let found = detect(text);
            assert_eq!(found.map(|found| (found.tag, found.language)), Some((tag, Language::Undetermined)), "{text}");
        }
        assert_ne!(detect("Arden køber Boreal").map(|found| found.language), Some(Language::Undetermined));
    }

    #[test]
    fn the_first_lines_do_not_decide() {
        let notice = "By continuing to use this site you agree to the use of cookies and to the terms that apply. ";
        let story = "Le groupe a annoncé mardi qu’il allait racheter son concurrent pour deux milliards d’euros. ";
        let text = notice.repeat(6) + "\n" + &story.repeat(40);
        assert_eq!(detect(&text).map(|found| found.tag), Some("fr"));
    }
}
