//! Annotated text: `token<TAB>IOB2[<TAB>finer IOB2]` a line, a blank line after each sentence, `# doc` before each document.

use dealfacts::mentions::tagger::{Kind, Label};
use std::ops::Range;
use std::path::Path;

/// An annotated name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it is.
    pub label: Label,
    /// The finer kind, where the corpus has one.
    pub kind: Option<Kind>,
}

/// A sentence with its names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sentence {
    /// Its words.
    pub tokens: Vec<String>,
    /// Its names, in order, none within another.
    pub names: Vec<Annotation>,
}

impl AsRef<[String]> for Sentence {
    fn as_ref(&self) -> &[String] {
        &self.tokens
    }
}

/// Sentences that belong together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// The language code.
    pub language: String,
    /// Its sentences.
    pub sentences: Vec<Sentence>,
}

/// Sentences in a row that count as one document where a corpus marks none.
const WINDOW: usize = 20;

/// Reads a corpus; the language is the first two letters of the file's name.
pub fn read(path: &Path) -> Result<Vec<Text>, String> {
    let content = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default();
    Ok(parse(&content, name.get(..2).unwrap_or("en")))
}

/// The corpora of a folder, in order.
pub fn files(folder: &Path) -> Result<Vec<std::path::PathBuf>, String> {
    let entries = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let paths = entries.filter_map(|e| e.ok().map(|e| e.path()));
    let mut paths: Vec<_> = paths.filter(|p| p.extension().is_some_and(|e| e == "conll")).collect();
    paths.sort();
    Ok(paths)
}

/// Reads a corpus from a string.
pub fn parse(content: &str, language: &str) -> Vec<Text> {
    let marked = content.lines().any(|line| line.starts_with("# doc"));
    let mut texts: Vec<Text> = Vec::new();
    let mut opens = true;
    let mut rows: Vec<Vec<&str>> = Vec::new();
    for line in content.lines().chain([""]) {
        if !line.contains('\t') && line.starts_with("# doc") {
            opens = true;
        } else if line.contains('\t') && !line.starts_with("# ") {
            rows.push(line.split('\t').collect());
        } else if !rows.is_empty() {
            let full = !marked && texts.last().is_some_and(|t| t.sentences.len() == WINDOW);
            if opens || full {
                texts.push(Text { language: language.to_string(), sentences: Vec::new() });
            }
            opens = false;
            if let Some(text) = texts.last_mut() {
                text.sentences.push(sentence(&rows));
            }
            rows.clear();
        }
    }
    texts
}

fn sentence(rows: &[Vec<&str>]) -> Sentence {
    let tag = |n: usize, column: usize| rows[n].get(column).copied().unwrap_or("O");
    let mut names = Vec::new();
    let mut at = 0;
    while at < rows.len() {
        let Some(label) = tag(at, 1).get(2..).and_then(label) else {
            at += 1;
            continue;
        };
        let inside = format!("I-{}", &tag(at, 1)[2..]);
        let end = (at + 1..rows.len()).find(|n| tag(*n, 1) != inside).unwrap_or(rows.len());
        names.push(Annotation { tokens: at..end, label, kind: tag(at, 2).get(2..).and_then(kind) });
        at = end;
    }
    Sentence { tokens: rows.iter().map(|r| r[0].to_string()).collect(), names }
}

fn label(name: &str) -> Option<Label> {
    Some(match name {
        "PER" => Label::Person,
        "ORG" => Label::Organization,
        "LOC" => Label::Location,
        "MISC" => Label::Misc,
        _ => return None,
    })
}

fn kind(name: &str) -> Option<Kind> {
    Some(match name {
        "COM" => Kind::Company,
        "ORG" => Kind::Organization,
        "PRO" => Kind::Product,
        "MISC" => Kind::Other,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_with_their_kind() {
        let texts = parse(
            "# doc = 1\nArden\tB-ORG\tB-COM\nFoods\tI-ORG\tI-COM\nin\tO\tO\nOslo\tB-LOC\tB-LOC\n\n# doc = 2\nHi\tO\tO\n",
            "en",
        );
        assert_eq!(texts.len(), 2);
        let names = &texts[0].sentences[0].names;
        assert_eq!(names[0], Annotation { tokens: 0..2, label: Label::Organization, kind: Some(Kind::Company) });
        assert_eq!((names[1].tokens.clone(), names[1].kind), (3..4, None));
    }

    #[test]
    fn unmarked_sentences_are_grouped() {
        let texts = parse(&"a\tO\n\n".repeat(45), "fr");
        assert_eq!(texts.iter().map(|t| t.sentences.len()).collect::<Vec<_>>(), [20, 20, 5]);
    }
}
