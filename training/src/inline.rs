//! Annotated text with its labels inline, as this project writes it: `{{COM|Arden}} buys {{COM|Belm}}.`
//!
//! The words are the library's own, so that training sees what tagging will see.

use crate::corpus::{Annotation, Sentence, Text};
use dealfacts::language::{Language, Lexicons};
use dealfacts::mentions::tagger::{Kind, Label};
use dealfacts::text::{Document, TokenKind};
use std::ops::Range;
use std::path::Path;

/// Reads a corpus: a sentence a line, `# doc` before each document. The language is the first two letters of the file's name.
pub fn read(path: &Path) -> Result<Vec<Text>, String> {
    let content = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default();
    parse(&content, name.get(..2).unwrap_or("en")).map_err(|e| format!("{}: {e}", path.display()))
}

/// Reads a corpus from a string.
pub fn parse(content: &str, language: &str) -> Result<Vec<Text>, String> {
    let documents = content.split("# doc").map(|document| document.split_once('\n').map_or("", |(_, lines)| lines));
    documents.filter(|document| !document.trim().is_empty()).map(|document| text(document, language)).collect()
}

/// A mark: its bytes in the plain text, what it is and, finer, its kind.
type Mark = (Range<usize>, Label, Option<Kind>);

fn text(document: &str, language: &str) -> Result<Text, String> {
    let (plain, marks) = unmark(document)?;
    let lexicons = Lexicons::new();
    let lexicon = lexicons.get(Language::from_tag(language).unwrap_or(Language::Undetermined));
    let document = Document::parse(&plain, &lexicon.orthography());
    let word = |at: usize| match document.tokens()[at].kind {
        TokenKind::Symbol => document.folded(at),
        _ => document.word(at),
    };
    let mut marks = marks.into_iter().peekable();
    let mut text = Text { language: language.to_string(), sentences: Vec::new() };
    for tokens in document.sentences().iter().map(|sentence| sentence.tokens) {
        let mut sentence =
            Sentence { tokens: tokens.positions().map(|at| word(at).to_string()).collect(), names: vec![] };
        let bytes = |at: usize| document.tokens()[at].span;
        while let Some((range, label, kind)) = marks.next_if(|mark| mark.0.start < bytes(tokens.end - 1).end) {
            let inside: Vec<usize> =
                tokens.positions().filter(|&at| bytes(at).start < range.end && range.start < bytes(at).end).collect();
            if let (Some(first), Some(last)) = (inside.first(), inside.last()) {
                sentence.names.push(Annotation { tokens: first - tokens.start..last + 1 - tokens.start, label, kind });
            }
        }
        text.sentences.push(sentence);
    }
    Ok(text)
}

/// The text without its marks, and where they were.
fn unmark(document: &str) -> Result<(String, Vec<Mark>), String> {
    let (mut plain, mut marks, mut rest) = (String::new(), Vec::new(), document);
    while let Some((before, after)) = rest.split_once("{{") {
        plain.push_str(before);
        let (mark, after) = after.split_once("}}").ok_or("a mark without an end")?;
        let (what, name) = mark.split_once('|').ok_or_else(|| format!("a mark without a label: {mark}"))?;
        let (label, kind) = match what {
            "COM" => (Label::Organization, Some(Kind::Company)),
            "ORG" => (Label::Organization, Some(Kind::Organization)),
            "PRO" => (Label::Misc, Some(Kind::Product)),
            "MISC" => (Label::Misc, Some(Kind::Other)),
            "PER" => (Label::Person, None),
            "LOC" => (Label::Location, None),
            _ => return Err(format!("no such label: {what}")),
        };
        marks.push((plain.len()..plain.len() + name.len(), label, kind));
        plain.push_str(name);
        rest = after;
    }
    plain.push_str(rest);
    Ok((plain, marks))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_names_of_the_words_they_cover() {
        let texts =
            parse("# doc 1\n{{COM|Arden Foods}} kauft {{COM|Belm}}-Tochter in {{LOC|Oslo}}.\n\n# doc 2\nUnd?\n", "de");
        let texts = texts.unwrap_or_default();
        let sentence = &texts[0].sentences[0];
        let names: Vec<_> =
            sentence.names.iter().map(|name| (sentence.tokens[name.tokens.clone()].join(" "), name.label)).collect();
        let expected = [("Arden Foods", Label::Organization), ("Belm", Label::Organization), ("Oslo", Label::Location)];
        assert_eq!(names, expected.map(|(name, label)| (name.to_string(), label)));
        assert_eq!(texts.len(), 2);
        assert!(parse("# doc 1\n{{COM|Arden", "de").is_err());
        assert!(parse("# doc 1\n{{XYZ|Arden}}", "de").is_err());
    }
}
