//! Where something stands in the article.

use std::ops::Range;

/// A half-open range of UTF-8 byte offsets into the article's text.
///
/// `start <= end`, and both fall on character boundaries of the text the span was made for; a span never points into a
/// slice or a cleaned copy. Offsets in code points are worked out once, when the report is made ([`CodePoints`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// A span from `start` up to, not including, `end`; an `end` before `start` gives an empty span.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// The words the span cuts out of `text`; empty where it does not fit.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// The same offsets as a range.
    pub fn range(&self) -> Range<usize> {
        self.start..self.end
    }

    /// Number of bytes.
    pub fn len(&self) -> usize {
        self.end - self.start
    }

    /// Whether the span cuts nothing.
    pub fn is_empty(&self) -> bool {
        self.start == self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(&self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(&self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that holds both.
    pub fn cover(&self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }
}

/// Turns byte offsets into code-point offsets; built once for a text, each lookup costs a short scan.
#[derive(Debug)]
pub struct CodePoints<'t> {
    text: &'t str,
    /// Code points before each block of [`Self::STEP`] bytes; empty for ASCII texts, where both offsets agree.
    before: Vec<usize>,
}

impl<'t> CodePoints<'t> {
    const STEP: usize = 256;

    /// Counts the code points of `text`.
    pub fn new(text: &'t str) -> Self {
        let mut before = Vec::new();
        if !text.is_ascii() {
            let mut count = 0;
            for block in text.as_bytes().chunks(Self::STEP) {
                before.push(count);
                count += count_starts(block);
            }
            before.push(count);
        }
        Self { text, before }
    }

    /// Code points before `byte`; offsets past the end count the whole text.
    pub fn at(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        if self.before.is_empty() {
            return byte;
        }
        let block = byte / Self::STEP;
        self.before[block] + count_starts(&self.text.as_bytes()[block * Self::STEP..byte])
    }
}

/// Bytes that start a character (all but the continuation bytes `10xxxxxx`).
fn count_starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&b| (b & 0xC0) != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_agree_with_counting() {
        for text in ["", "plain", "l’IA à 49 %", &"é€x".repeat(400)] {
            let points = CodePoints::new(text);
            for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
                assert_eq!(points.at(byte), text[..byte].chars().count(), "{text:.20} at {byte}");
            }
        }
    }

    #[test]
    fn a_span_that_does_not_fit_cuts_nothing() {
        assert_eq!(Span::new(0, 9).of("abc"), "");
        assert_eq!(Span::new(1, 2).of("é"), "");
        assert_eq!(Span::new(2, 1), Span::new(2, 2));
    }
}
