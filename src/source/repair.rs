//! A text as its writer meant it: what copying and software did to its characters is undone.
//!
//! Saved pages hold HTML entities (`&#8217;`), bytes that were decoded twice (`â€™`), letters parted from their accents,
//! soft hyphens and ligatures; no word is what it is with these in it. Nothing is changed that a text can mean, and where
//! each change was made is remembered, so that a report can point into the text as it came.

use std::ops::Range;

use encoding_rs::WINDOWS_1252;
use unicode_normalization::UnicodeNormalization;

use super::{Article, Warning};

/// Longest HTML entity, in bytes.
const ENTITY: usize = 40;
/// Accents of one letter, at most.
const ACCENTS: usize = 4;
/// What the first bytes of Latin letters, of marks and of signs look like where they were decoded twice.
const LEADS: [char; 5] = ['Â', 'Ã', 'Ä', 'Å', 'â'];
/// Characters that show a text to be decoded twice. One alone can be a word in capitals before a quotation mark (`“MAÇÔ`).
const TWICE: usize = 2;

/// A text as it came, and how its places are found from those of the text that was made of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Original {
    /// The text as it came.
    pub text: String,
    /// Offsets in the repaired text with those in this one, in order: those where a change begins or ends.
    steps: Vec<(usize, usize)>,
}

impl Original {
    /// Where in the text as it came stands what has the bytes of `range` in the repaired text.
    pub fn place(&self, range: Range<usize>) -> Range<usize> {
        self.offset(range.start)..self.offset(range.end)
    }

    fn offset(&self, repaired: usize) -> usize {
        let behind = self.steps.partition_point(|(offset, _)| *offset <= repaired);
        let (from, to) = behind.checked_sub(1).map_or((0, 0), |step| self.steps[step]);
        let next = self.steps.get(behind).map_or(self.text.len(), |(_, offset)| *offset);
        // Inside of what was written with fewer bytes.
        (to + (repaired - from)).min(next)
    }
}

/// Repairs the text of `article`, and says so.
pub(super) fn repair(article: &mut Article) {
    let edits = edits(&article.text);
    if edits.is_empty() {
        return;
    }
    let text = std::mem::take(&mut article.text);
    let mut steps = Vec::with_capacity(2 * edits.len());
    let mut repaired = String::with_capacity(text.len());
    let mut done = 0;
    for edit in &edits {
        repaired.push_str(&text[done..edit.at.start]);
        steps.push((repaired.len(), edit.at.start));
        repaired.push_str(&edit.meant);
        steps.push((repaired.len(), edit.at.end));
        done = edit.at.end;
    }
    repaired.push_str(&text[done..]);
    article.text = repaired;
    article.original = Some(Original { text, steps });
    article.warnings.push(Warning {
        code: "text_repaired",
        message:
            "HTML entities, characters decoded twice, parted accents or soft hyphens were read as what they stand for"
                .into(),
    });
}

/// A change to a text.
#[derive(Debug)]
struct Edit {
    at: Range<usize>,
    meant: String,
    /// Whether bytes were decoded twice.
    twice: bool,
}

/// The changes to make, in order, none overlapping another.
fn edits(text: &str) -> Vec<Edit> {
    let mut edits: Vec<Edit> = Vec::new();
    let mut at = 0;
    // Nearly all characters are ASCII, and mean what they say.
    while let Some(next) = text.as_bytes()[at..].iter().position(|byte| *byte == b'&' || !byte.is_ascii()) {
        let start = at + next;
        let last = edits.last().map_or(0, |edit| edit.at.end);
        let width = text[start..].chars().next().map_or(1, char::len_utf8);
        let edit = edit(text, start).filter(|edit| edit.at.start >= last);
        at = edit.as_ref().map_or(start + width, |edit| edit.at.end);
        edits.extend(edit);
    }
    let twice = edits.iter().filter(|edit| edit.twice).count();
    edits.retain(|edit| !edit.twice || twice >= TWICE);
    edits
}

/// The change to make to what starts at `start`.
fn edit(text: &str, start: usize) -> Option<Edit> {
    let from = &text[start..];
    let first = from.chars().next()?;
    let alone = |meant: &str| Some(edited(start, start + first.len_utf8(), meant));
    match first {
        '&' => entity(from).map(|(length, meant)| edited(start, start + length, &meant)),
        '\u{ad}' => alone(""),
        '\u{80}'..='\u{9f}' => alone(windows(first)?.encode_utf8(&mut [0; 4])),
        '\u{fb00}' => alone("ff"),
        '\u{fb01}' => alone("fi"),
        '\u{fb02}' => alone("fl"),
        '\u{fb03}' => alone("ffi"),
        '\u{fb04}' => alone("ffl"),
        _ if is_accent(first) => composed(text, start),
        _ if LEADS.contains(&first) => {
            let (length, meant) = decoded_twice(from)?;
            Some(Edit { twice: true, ..edited(start, start + length, meant.encode_utf8(&mut [0; 4])) })
        }
        _ => None,
    }
}

fn edited(start: usize, end: usize, meant: &str) -> Edit {
    Edit { at: start..end, meant: meant.to_owned(), twice: false }
}

/// The HTML entity that opens `text`: its length, and what it stands for. One whose ampersand was written as an entity again
/// (`&amp;#8217;`) is one, too.
fn entity(text: &str) -> Option<(usize, String)> {
    const AGAIN: &str = "&amp;";
    let again = text.strip_prefix(AGAIN).and_then(|rest| {
        let inner: String = std::iter::once('&').chain(rest.chars().take(ENTITY)).collect();
        let (length, meant) = decoded(&inner)?;
        Some((AGAIN.len() - 1 + length, meant))
    });
    again.or_else(|| decoded(text))
}

fn decoded(text: &str) -> Option<(usize, String)> {
    let end = text.as_bytes().iter().take(ENTITY).position(|byte| *byte == b';')? + 1;
    let entity = text.get(..end)?;
    let meant = html_escape::decode_html_entities(entity);
    let meant_by_windows = || meant.chars().map(|c| windows(c).unwrap_or(c)).collect();
    (meant != entity).then(|| (end, meant_by_windows()))
}

/// What a control character stands for that was a byte of Windows-1252: nobody means one, and HTML reads them so.
fn windows(control: char) -> Option<char> {
    let byte = u8::try_from(u32::from(control)).ok().filter(|byte| matches!(byte, 0x80..=0x9f))?;
    WINDOWS_1252.decode_without_bom_handling(&[byte]).0.chars().next().filter(|c| !c.is_control())
}

/// The character that opens `text` as it was before it was decoded a second time, and how many bytes it takes now. Only letters of
/// Latin languages, marks and signs are believed.
fn decoded_twice(text: &str) -> Option<(usize, char)> {
    (2..=3).find_map(|count| {
        let end = text.char_indices().nth(count).map_or(text.len(), |(end, _)| end);
        let run = text.get(..end)?;
        let (bytes, _, lossy) = WINDOWS_1252.encode(run);
        let mut meant = std::str::from_utf8(&bytes).ok().filter(|_| !lossy)?.chars();
        let one = meant.next().filter(|_| meant.next().is_none())?;
        let known = matches!(one, '\u{a0}'..='\u{17f}' | '\u{2010}'..='\u{2044}' | '\u{20a0}'..='\u{20cf}' | '™');
        known.then_some((end, one))
    })
}

fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// The letter before the accent at `at` with its accents on it (Unicode normalization form C), where there is one such letter.
fn composed(text: &str, at: usize) -> Option<Edit> {
    let letter = text[..at].chars().next_back()?;
    let start = at - letter.len_utf8();
    let accents = text[at..].chars().take(ACCENTS).take_while(|c| is_accent(*c));
    let length: usize = accents.map(char::len_utf8).sum();
    let meant: String = text[start..at + length].nfc().collect();
    (meant != text[start..at + length]).then(|| edited(start, at + length, &meant))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repaired(text: &str) -> Article {
        let mut article = Article { text: text.into(), ..Article::default() };
        repair(&mut article);
        article
    }

    #[test]
    fn what_software_did_is_undone() {
        for (text, meant) in [
            ("Arden&#8217;s &quot;offer&quot; &amp; more", "Arden’s \"offer\" & more"),
            ("2&nbsp;Mrd.&nbsp;&euro;", "2\u{a0}Mrd.\u{a0}€"),
            ("Ardenâ€™s cafÃ© for 3 â‚¬", "Arden’s café for 3 €"),
            ("lâ€™Ã©tÃ© et lâ€™été", "l’été et l’été"),
            ("Ver\u{ad}kaufs\u{ad}preis", "Verkaufspreis"),
            ("e\u{301}le\u{300}ve", "élève"),
            ("Arden&#146;s &#128;5m", "Arden’s €5m"),
            ("Arden\u{92}s \u{93}offer\u{94}", "Arden’s “offer”"),
            ("Arden&amp;#8217;s &amp;amp; Boreal&amp;nbsp;AG", "Arden’s & Boreal\u{a0}AG"),
            ("o\u{fb00}er and pro\u{fb01}t", "offer and profit"),
        ] {
            assert_eq!(repaired(text).text, meant, "{text}");
        }
    }

    #[test]
    fn what_a_text_can_mean_stays() {
        for text in [
            "A&B; R&D; &unknown; 3 < 4 &",
            "São Paulo, Ângelo, château, Ã",
            "“Arden’s” – 3 € für Größe",
            "“A MAÇÔ «CAFÉ» ÂGE",
            "R&amp",
            "\u{81}\u{8d}",
            "naïve Señor Årdal",
            "漢字 & \u{301}",
        ] {
            let article = repaired(text);
            assert_eq!((article.text.as_str(), article.original), (text, None));
        }
    }

    #[test]
    fn places_are_those_of_the_text_as_it_came() {
        let text = "L&#8217;e\u{301}te\u{301} pro\u{fb01}te a\u{300} Arden &amp; Co.";
        let article = repaired(text);
        let original = article.original.expect("it was repaired");
        for (meant, came) in [
            ("L’", "L&#8217;"),
            ("été", "e\u{301}te\u{301}"),
            ("Arden & Co", "Arden &amp; Co"),
            ("profite", "pro\u{fb01}te"),
        ] {
            let start = article.text.find(meant).expect("it is there");
            let place = original.place(start..start + meant.len());
            assert_eq!(&original.text[place], came);
        }
        assert_eq!(&original.text[original.place(0..article.text.len())], text);
    }
}
