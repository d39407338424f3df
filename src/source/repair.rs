//! A text as its writer meant it: what copying and software did to its characters is undone.
//!
//! Saved pages hold HTML entities (`&#8217;`), bytes that were decoded twice (`â€™`), letters parted from their accents,
//! soft hyphens and ligatures; no word is what it is with these in it. Nothing is changed that a text can mean.

use std::borrow::Cow;

use encoding_rs::WINDOWS_1252;
use unicode_normalization::UnicodeNormalization;

use super::{Article, Warning};

/// Longest HTML entity, in bytes.
const ENTITY: usize = 40;
/// What the first bytes of Latin letters, of marks and of signs look like where they were decoded twice.
const LEADS: [char; 5] = ['Â', 'Ã', 'Ä', 'Å', 'â'];
/// Characters that show a text to be decoded twice.
const TWICE: usize = 2;

/// Repairs the text of `article`, and says so; its spans then count in the repaired text, which the report has to hold.
pub(super) fn repair(article: &mut Article) {
    let Cow::Owned(text) = repaired(&article.text) else { return };
    article.text = text;
    article.extracted = true;
    article.warnings.push(Warning {
        code: "text_repaired",
        message: "HTML entities, characters decoded twice, parted accents or soft hyphens were put right; spans count in the \
                  text that the report holds"
            .into(),
    });
}

/// `text`, borrowed where nothing is to be repaired.
fn repaired(text: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(text);
    if let Some(plain) = without_entities(&text) {
        text = Cow::Owned(plain);
    }
    if text.is_ascii() {
        return text;
    }
    for step in [decoded_once, without_soft_hyphens, composed] {
        if let Some(better) = step(&text) {
            text = Cow::Owned(better);
        }
    }
    text
}

/// `text` without HTML entities, where it has any but that of the ampersand, which a writer may spell out.
fn without_entities(text: &str) -> Option<String> {
    let known = |at: usize| {
        let end = text.as_bytes()[at..].iter().take(ENTITY).position(|byte| *byte == b';')?;
        let entity = text.get(at..=at + end)?;
        let plain = entity != "&amp;" && html_escape::decode_html_entities(entity) != entity;
        plain.then_some(())
    };
    let found = memchr::memchr_iter(b'&', text.as_bytes()).any(|at| known(at).is_some());
    found.then(|| html_escape::decode_html_entities(text).into_owned())
}

/// `text` with the characters restored that were UTF-8 and were read as Windows-1252: `â€™` is `’`. Once alone, they can be a word
/// in capitals before a quotation mark ("MAÇÔ); twice they cannot.
fn decoded_once(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let (mut rest, mut changes) = (text, 0);
    while let Some(start) = rest.find(LEADS) {
        let (plain, from) = rest.split_at(start);
        out.push_str(plain);
        let lead = from.chars().next().map_or(0, char::len_utf8);
        let (run, meant) = decoded_twice(from).unwrap_or((lead, ' '));
        if run > lead {
            out.push(meant);
            changes += 1;
        } else {
            out.push_str(&from[..lead]);
        }
        rest = &from[run..];
    }
    out.push_str(rest);
    (changes >= TWICE).then_some(out)
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
        matches!(one, '\u{a0}'..='\u{17f}' | '\u{2010}'..='\u{2044}' | '\u{20a0}'..='\u{20cf}' | '™')
            .then_some((end, one))
    })
}

/// `text` without soft hyphens, with its ligatures spelt out.
fn without_soft_hyphens(text: &str) -> Option<String> {
    let odd = |c: char| matches!(c, '\u{ad}' | '\u{fb00}'..='\u{fb04}');
    text.contains(odd).then(|| {
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '\u{ad}' => {}
                '\u{fb00}' => out.push_str("ff"),
                '\u{fb01}' => out.push_str("fi"),
                '\u{fb02}' => out.push_str("fl"),
                '\u{fb03}' => out.push_str("ffi"),
                '\u{fb04}' => out.push_str("ffl"),
                _ => out.push(c),
            }
        }
        out
    })
}

/// `text` with the accents put back on their letters (Unicode normalization form C).
fn composed(text: &str) -> Option<String> {
    text.contains(|c: char| matches!(c, '\u{300}'..='\u{36f}')).then(|| text.nfc().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_software_did_is_undone() {
        for (text, meant) in [
            ("Arden&#8217;s &quot;offer&quot; &amp; more", "Arden’s \"offer\" & more"),
            ("2&nbsp;Mrd.&nbsp;&euro;", "2\u{a0}Mrd.\u{a0}€"),
            ("Ardenâ€™s cafÃ© for 3 â‚¬", "Arden’s café for 3 €"),
            ("Ver\u{ad}kaufs\u{ad}preis", "Verkaufspreis"),
            ("e\u{301}le\u{300}ve", "élève"),
            ("o\u{fb00}er and pro\u{fb01}t", "offer and profit"),
        ] {
            assert_eq!(repaired(text), meant, "{text}");
        }
    }

    #[test]
    fn what_a_text_can_mean_stays() {
        for text in [
            "Castor &amp; Wray, A&B; R&D;",
            "&unknown; 3 < 4 &",
            "São Paulo, Ângelo, château, Ã",
            "“Arden’s” – 3 € für Größe",
            "“A MAÇÔ «CAFÉ» ÂGE",
            "naïve Señor Årdal",
            "漢字 &",
        ] {
            assert!(matches!(repaired(text), Cow::Borrowed(_)), "{text}");
        }
    }
}
