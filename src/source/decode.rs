//! Bytes to text: byte order marks, UTF-16, and the guess for what is no UTF-8.

use chardetng::EncodingDetector;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::{SourceError, Warning};

/// A text and how its bytes were read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// Name of the encoding.
    pub encoding: &'static str,
    /// What had to be assumed.
    pub warnings: Vec<Warning>,
}

/// Bytes looked at to tell text from other things and one encoding from another.
const SAMPLE: usize = 256 * 1024;

/// Reads `bytes` as text.
///
/// # Errors
/// [`SourceError::NotText`] where they are no text in any encoding.
pub fn decode(bytes: Vec<u8>) -> Result<Decoded, SourceError> {
    decode_as(bytes, None)
}

/// Reads `bytes` as text, in the encoding that their source declares where the bytes do not show another.
///
/// # Errors
/// As for [`decode`].
pub fn decode_as(bytes: Vec<u8>, declared: Option<&'static Encoding>) -> Result<Decoded, SourceError> {
    if let Some(kind) = known_binary(&bytes) {
        return Err(SourceError::NotText(kind));
    }
    if let Some((encoding, _)) = Encoding::for_bom(&bytes) {
        return read(bytes, encoding, None);
    }
    if let Some(encoding) = utf_16_without_mark(&bytes) {
        let assumed = assumed(encoding, "every other byte is zero");
        return read(bytes, encoding, Some(assumed));
    }
    if bytes.iter().take(SAMPLE).any(|&byte| byte == 0) {
        return Err(SourceError::NotText("binary data"));
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return checked(Decoded { text, encoding: UTF_8.name(), warnings: Vec::new() }),
        Err(error) => error.into_bytes(),
    };
    if let Some(encoding) = declared.filter(|encoding| *encoding != UTF_8 && encoding.is_ascii_compatible()) {
        return read(bytes, encoding, None);
    }
    if mostly_utf_8(&bytes) {
        return read(bytes, UTF_8, None);
    }
    let mut detector = EncodingDetector::new();
    detector.feed(&bytes[..bytes.len().min(SAMPLE)], true);
    let encoding = detector.guess(None, false);
    let assumed = assumed(encoding, "the bytes are no UTF-8");
    read(bytes, encoding, Some(assumed))
}

fn assumed(encoding: &'static Encoding, reason: &str) -> Warning {
    let message =
        format!("{reason}; read as {}, which is a guess: convert the input to UTF-8 to be sure", encoding.name());
    Warning { code: "encoding_assumed", message }
}

fn read(bytes: Vec<u8>, encoding: &'static Encoding, warning: Option<Warning>) -> Result<Decoded, SourceError> {
    let (text, replaced) = encoding.decode_with_bom_removal(&bytes);
    let mut warnings: Vec<Warning> = warning.into_iter().collect();
    if replaced {
        let message = format!("some bytes are no {}; each is read as U+FFFD", encoding.name());
        warnings.push(Warning { code: "bytes_replaced", message });
    }
    checked(Decoded { text: text.into_owned(), encoding: encoding.name(), warnings })
}

/// Text has next to no control characters but for tabs and line ends.
fn checked(decoded: Decoded) -> Result<Decoded, SourceError> {
    let (mut controls, mut all) = (0_usize, 0_usize);
    for character in decoded.text.chars().take(SAMPLE) {
        all += 1;
        let blank = matches!(character, '\t' | '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}');
        controls += usize::from(character.is_control() && !blank || character == '\u{FFFD}');
    }
    if controls * 10 > all { Err(SourceError::NotText("binary data")) } else { Ok(decoded) }
}

/// UTF-16 as some editors save it, told by the zeros beside Latin letters.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096)];
    let zeros = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), sample.len() / 2);
    if half < 4 || even + odd == 0 {
        None
    } else if even == 0 && odd * 10 > half * 7 {
        Some(UTF_16LE)
    } else if odd == 0 && even * 10 > half * 7 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Whether bytes that are not UTF-8 throughout are so but for some damage: more sound sequences than broken ones.
fn mostly_utf_8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0_usize, 0_usize);
    for chunk in bytes[..bytes.len().min(SAMPLE)].utf8_chunks() {
        sound += chunk.valid().chars().filter(|character| !character.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    sound > broken * 2
}

/// What the first bytes of common files give away.
fn known_binary(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 9] = [
        (b"%PDF-", "a PDF"),
        (b"PK\x03\x04", "a ZIP archive or an office document"),
        (b"\xFD7zXZ", "xz-compressed data"),
        (b"\x89PNG", "a PNG image"),
        (b"\xFF\xD8\xFF", "a JPEG image"),
        (b"GIF8", "a GIF image"),
        (b"\x7FELF", "a program"),
        (b"\xD0\xCF\x11\xE0", "an old office document"),
        (b"\xFF\xFE\x00\x00", "UTF-32 text"),
    ];
    KINDS.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|&(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf_16(text: &str, little: bool, mark: bool) -> Vec<u8> {
        let text = format!("{}{text}", if mark { "\u{FEFF}" } else { "" });
        text.encode_utf16().flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }).collect()
    }

    #[test]
    fn every_encoding_gives_the_same_text() {
        let text = "Le groupe Arvel rachète Boréal pour 2 milliards d’euros : l’accord est signé.";
        let windows = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
        for (bytes, encoding, warnings) in [
            (text.as_bytes().to_vec(), "UTF-8", vec![]),
            (format!("\u{FEFF}{text}").into_bytes(), "UTF-8", vec![]),
            (utf_16(text, true, true), "UTF-16LE", vec![]),
            (utf_16(text, false, true), "UTF-16BE", vec![]),
            (utf_16(text, true, false), "UTF-16LE", vec!["encoding_assumed"]),
            (utf_16(text, false, false), "UTF-16BE", vec!["encoding_assumed"]),
            (windows, "windows-1252", vec!["encoding_assumed"]),
        ] {
            let decoded = decode(bytes).unwrap();
            assert_eq!((decoded.text.as_str(), decoded.encoding), (text, encoding));
            assert_eq!(decoded.warnings.iter().map(|warning| warning.code).collect::<Vec<_>>(), warnings, "{encoding}");
        }
    }

    #[test]
    fn what_is_declared_is_believed_unless_the_bytes_are_utf_8() {
        let text = "Łódź przejmuje żółtą spółkę";
        let bytes = encoding_rs::ISO_8859_2.encode(text).0.into_owned();
        let decoded = decode_as(bytes, Some(encoding_rs::ISO_8859_2)).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.encoding, decoded.warnings.len()), (text, "ISO-8859-2", 0));
        let decoded = decode_as(text.as_bytes().to_vec(), Some(encoding_rs::ISO_8859_2)).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.encoding), (text, "UTF-8"));
    }

    #[test]
    fn damaged_utf_8_stays_utf_8() {
        let mut bytes = "é è à ù – un rachat décidé à l’été".as_bytes().to_vec();
        bytes.push(0xC3);
        let decoded = decode(bytes).unwrap();
        assert_eq!(decoded.encoding, "UTF-8");
        assert!(decoded.text.ends_with("été\u{FFFD}"));
        assert_eq!(decoded.warnings[0].code, "bytes_replaced");
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for (bytes, kind) in [
            (b"%PDF-1.7\n...".to_vec(), "a PDF"),
            (b"PK\x03\x04rest".to_vec(), "a ZIP archive or an office document"),
            (b"some\0text\0with zeros".to_vec(), "binary data"),
            ((0..=255_u8).filter(|&byte| byte != 0).collect(), "binary data"),
        ] {
            assert!(matches!(decode(bytes), Err(SourceError::NotText(found)) if found == kind), "{kind}");
        }
    }
}
