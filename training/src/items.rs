//! Annotated pieces of business news: what each name is, and who plays which part in the deal they tell.
//!
//! Items are parted by an empty line. The first line says type and status (`= acquisition announced`, `= none`, or `=` alone where
//! only names are marked, `= nothing` where it is known besides that no deal is told), the others are paragraphs, headings after
//! `# `, with marks as in `inline.rs`.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

use crate::corpus::{Annotation, Sentence, Text};
use crate::inline::{Name, unmark};
use dealfacts::facts::scorer::{KINDS, Part};
use dealfacts::language::lexicon::schema;
use dealfacts::language::{Language, Lexicons};
use dealfacts::mentions::tagger::Label;
use dealfacts::text::{Document, TokenKind};

/// The types of items, in the order of the scorer's classes.
pub const TYPES: [&str; 9] =
    ["none", "acquisition", "takeover_bid", "stake", "merger", "joint_venture", "funding", "divestiture", "ipo"];
/// The statuses of items, likewise.
pub const STATUSES: [&str; 6] = ["announced", "planned", "rumored", "completed", "cancelled", "rejected"];
/// The head of an item whose names are marked and that tells no deal.
const NOTHING: &str = "nothing";

/// One annotated piece of news.
#[derive(Debug)]
pub struct Item {
    /// Its language, as a tag.
    pub language: String,
    /// What it tells; nothing where only its names are marked.
    pub told: Option<Told>,
    /// Whether it is known to tell no deal, where only names are marked.
    pub nothing: bool,
    /// The text without marks; headings are paragraphs of their own.
    pub text: String,
    /// The marked names.
    pub names: Vec<Name>,
}

/// The deal of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// Position in [`TYPES`].
    pub kind: usize,
    /// Position in [`STATUSES`]; none without a deal.
    pub status: Option<usize>,
}

/// The items of all `*.txt` of a folder, by name; a file is named for its language.
pub fn read(folder: &Path) -> Result<Vec<Item>, String> {
    let entries = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut paths: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let mut items = Vec::new();
    for path in paths {
        let content = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        let name = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        let language = name.get(..2).unwrap_or("und");
        for block in content.split("\n\n").filter(|block| !block.trim().is_empty()) {
            let item = item(block.trim(), language);
            items.push(item.map_err(|e| format!("{}: {e} in {block:?}", path.display()))?);
        }
    }
    Ok(items)
}

/// What the lexicons say of their own frames: an example of each turn of phrase, and sentences that look like it and tell no
/// deal. The library has to be told their companies.
pub fn examples(lexicons: &Path) -> Result<Vec<Item>, String> {
    let mut items = Vec::new();
    for language in Language::ALL {
        let file = |name: &str| {
            let path = lexicons.join(language.tag()).join(name).with_extension("toml");
            std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))
        };
        let deals = schema::Lexicon::from_files(file).map_err(|e| e.to_string())?.deals;
        for frame in deals.frame {
            let kind = KINDS.iter().position(|known| *known == frame.kind).map_or(1, |kind| kind + 1);
            let told = frame.examples.iter().map(|example| (kind, example["text"].clone(), parts(kind, example)));
            let nothing = frame.nothing.into_iter().map(|text| (0, text, Vec::new()));
            let item = |(kind, text, names)| {
                let told = Some(Told { kind, status: None });
                Item { language: language.tag().to_owned(), told, nothing: false, text, names }
            };
            items.extend(told.chain(nothing).map(item));
        }
    }
    Ok(items)
}

/// Who plays which part in an example of a lexicon; what they are besides is not said there, and counts as a company.
fn parts(kind: usize, example: &BTreeMap<String, String>) -> Vec<Name> {
    let venture = TYPES[kind] == "joint_venture" || TYPES[kind] == "merger";
    let part = |place: &str| match place.trim_end_matches(|digit: char| digit.is_ascii_digit()) {
        "acquirer" | "investor" => Some(Part::Acquirer),
        "target" if venture => Some(Part::Venture),
        "target" => Some(Part::Target),
        "seller" => Some(Part::Seller),
        "partner" => Some(Part::Partner),
        _ => None,
    };
    let text = &example["text"];
    let named = example.iter().filter_map(|(place, name)| Some((part(place)?, text.find(name.as_str())?, name)));
    let name = |(part, start, name): (Part, usize, &String)| {
        let bytes = start..start + name.len();
        Name { bytes, label: Label::Organization, kind: None, part: Some(part) }
    };
    named.map(name).collect()
}

fn item(block: &str, language: &str) -> Result<Item, String> {
    let mut lines = block.lines();
    let head = lines.next().and_then(|head| head.strip_prefix('=')).ok_or("an item without a head")?;
    let nothing = head.trim() == NOTHING;
    let told = if nothing { None } else { told(head)? };
    let mut item = Item { language: language.to_owned(), told, nothing, text: String::new(), names: Vec::new() };
    for line in lines {
        let heading = line.strip_prefix("# ");
        unmark(heading.unwrap_or(line), &mut item.text, &mut item.names)?;
        item.text.push_str(if heading.is_some() || item.told.is_none() { "\n\n" } else { " " });
    }
    Ok(item)
}

fn told(head: &str) -> Result<Option<Told>, String> {
    let position = |all: &[&str], word: Option<&str>| all.iter().position(|known| Some(*known) == word);
    let mut words = head.split_whitespace();
    let Some(kind) = words.next() else { return Ok(None) };
    let kind = position(&TYPES, Some(kind)).ok_or_else(|| format!("no such type: {kind}"))?;
    let status = position(&STATUSES, words.next());
    if kind > 0 && status.is_none() {
        return Err(format!("no such status: {head}"));
    }
    Ok(Some(Told { kind, status: status.filter(|_| kind > 0) }))
}

impl Item {
    /// The names that play a part.
    pub fn parts(&self) -> impl Iterator<Item = (Part, &Range<usize>)> {
        self.names.iter().filter_map(|name| Some((name.part?, &name.bytes)))
    }

    /// Its sentences and names in the library's own words, so that training sees what tagging will see.
    pub fn tagged(&self) -> Text {
        let lexicons = Lexicons::new();
        let lexicon = lexicons.get(Language::from_tag(&self.language).unwrap_or(Language::Undetermined));
        let document = Document::parse(&self.text, &lexicon.orthography());
        let word = |at: usize| match document.tokens()[at].kind {
            TokenKind::Symbol => document.folded(at),
            _ => document.word(at),
        };
        let mut marked = self.names.iter().peekable();
        let mut text = Text { language: self.language.clone(), sentences: Vec::new() };
        for tokens in document.sentences().iter().map(|sentence| sentence.tokens) {
            let mut sentence =
                Sentence { tokens: tokens.positions().map(|at| word(at).to_string()).collect(), names: vec![] };
            let bytes = |at: usize| document.tokens()[at].span;
            while let Some(name) = marked.next_if(|name| name.bytes.start < bytes(tokens.end - 1).end) {
                let covered = |&at: &usize| bytes(at).start < name.bytes.end && name.bytes.start < bytes(at).end;
                let inside: Vec<usize> = tokens.positions().filter(covered).collect();
                if let (Some(first), Some(last)) = (inside.first(), inside.last()) {
                    let tokens = first - tokens.start..last + 1 - tokens.start;
                    sentence.names.push(Annotation { tokens, label: name.label, kind: name.kind });
                }
            }
            text.sentences.push(sentence);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dealfacts::mentions::tagger::Label;

    #[test]
    fn an_item_says_what_it_tells_and_who_plays_a_part() {
        let item =
            item("= stake planned\n# {{COM A|Boreal}} eyes {{COM T|Arden}}\nIt may pay {{M|€3m}}.", "en").unwrap();
        assert_eq!(item.text, "Boreal eyes Arden\n\nIt may pay €3m. ");
        let parts: Vec<_> = item.parts().map(|(part, bytes)| (part, &item.text[bytes.clone()])).collect();
        assert_eq!(parts, [(Part::Acquirer, "Boreal"), (Part::Target, "Arden")]);
        let told = item.told.map(|told| (TYPES[told.kind], told.status.map(|status| STATUSES[status])));
        assert_eq!(told, Some(("stake", Some("planned"))));
    }

    #[test]
    fn marks_become_names_of_the_words_they_cover() {
        let text =
            item("=\n{{COM|Arden Foods}} kauft {{COM|Belm}}-Tochter in {{LOC|Oslo}}.\nUnd?", "de").unwrap().tagged();
        let sentence = &text.sentences[0];
        let names: Vec<_> =
            sentence.names.iter().map(|name| (sentence.tokens[name.tokens.clone()].join(" "), name.label)).collect();
        let expected = [("Arden Foods", Label::Organization), ("Belm", Label::Organization), ("Oslo", Label::Location)];
        assert_eq!(names, expected.map(|(name, label)| (name.to_string(), label)));
        assert_eq!(text.sentences.len(), 2);
    }

    #[test]
    fn what_is_no_item_is_refused() {
        for block in ["acquisition announced\nx", "= purchase announced\nx", "= stake\nx", "= stake soon\nx"] {
            assert!(item(block, "en").is_err(), "{block}");
        }
    }
}
