//! Annotated pieces of business news: who plays which part in the deal they tell.
//!
//! Items are parted by an empty line. The first line says type and status (`= acquisition announced`, `= none`), the others
//! are sentences, headings after `# `, with names and figures in marks: `[A Boreal] buys [T Arden] for [M 3 million euros]`.
//! `A` buys, `T` is bought, `S` sells, `P` is a partner, `J` what partners make, `N` any other company or body, `H` any other
//! person, `M` the price, `V` a valuation, `K` a share that changes hands, `F` any other figure.

use std::collections::BTreeMap;
use std::path::Path;

use dealfacts::facts::scorer::{KINDS, Part};
use dealfacts::language::Language;
use dealfacts::language::lexicon::schema;

/// The types of items, in the order of the scorer's classes.
pub const TYPES: [&str; 9] =
    ["none", "acquisition", "takeover_bid", "stake", "merger", "joint_venture", "funding", "divestiture", "ipo"];
/// The statuses of items, likewise.
pub const STATUSES: [&str; 6] = ["announced", "planned", "rumored", "completed", "cancelled", "rejected"];
/// The letters of all marks; those of parts come first, in the order of [`Part::ALL`].
const MARKS: &str = "ATSPJNHMVKF";

/// One annotated piece of news.
#[derive(Debug)]
pub struct Item {
    /// Its language, as a tag.
    pub language: String,
    /// Position in [`TYPES`].
    pub kind: usize,
    /// Position in [`STATUSES`]; none without a deal.
    pub status: Option<usize>,
    /// The text without marks; headings are paragraphs of their own.
    pub text: String,
    /// The parts that are played, with the bytes of the names.
    pub parts: Vec<(Part, usize, usize)>,
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
        let language = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or("und");
        for block in content.split("\n\n").filter(|block| !block.trim().is_empty()) {
            let item = item(block.trim(), language);
            items.push(item.ok_or_else(|| format!("{}: cannot read {block:?}", path.display()))?);
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
            let item =
                |(kind, text, parts)| Item { language: language.tag().to_owned(), kind, status: None, text, parts };
            items.extend(told.chain(nothing).map(item));
        }
    }
    Ok(items)
}

/// Who plays which part in an example of a lexicon.
fn parts(kind: usize, example: &BTreeMap<String, String>) -> Vec<(Part, usize, usize)> {
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
    named.map(|(part, start, name)| (part, start, start + name.len())).collect()
}

fn item(block: &str, language: &str) -> Option<Item> {
    let mut lines = block.lines();
    let mut head = lines.next()?.strip_prefix('=')?.split_whitespace();
    let kind = TYPES.iter().position(|known| Some(*known) == head.clone().next())?;
    let status = head.nth(1).map(|status| STATUSES.iter().position(|known| *known == status));
    let status = if kind == 0 { None } else { Some(status??) };
    let mut item = Item { language: language.to_owned(), kind, status, text: String::new(), parts: Vec::new() };
    for line in lines {
        let heading = line.strip_prefix("# ");
        item.add(heading.unwrap_or(line));
        item.text.push_str(if heading.is_some() { "\n\n" } else { " " });
    }
    Some(item)
}

impl Item {
    /// Adds a line without its marks. Brackets that are no mark are text.
    fn add(&mut self, line: &str) {
        let mut rest = line;
        while let Some(open) = rest.find('[') {
            let (before, after) = rest.split_at(open);
            self.text.push_str(before);
            let mark = after.get(1..3).and_then(|mark| mark.strip_suffix(' ')).and_then(|letter| MARKS.find(letter));
            let name = after.get(3..).and_then(|name| name.split_once(']'));
            let (Some(mark), Some((name, behind))) = (mark, name) else {
                self.text.push('[');
                rest = &after[1..];
                continue;
            };
            let start = self.text.len();
            self.text.push_str(name);
            if let Some(part) = Part::ALL.get(mark).filter(|_| self.kind > 0) {
                self.parts.push((*part, start, self.text.len()));
            }
            rest = behind;
        }
        self.text.push_str(rest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_out_and_remembered() {
        let item = item("= stake planned\n# [A Boreal] eyes [T Arden]\nIt may pay [M €3m] [sic].", "en").unwrap();
        assert_eq!(item.text, "Boreal eyes Arden\n\nIt may pay €3m [sic]. ");
        let names: Vec<_> = item.parts.iter().map(|(part, start, end)| (*part, &item.text[*start..*end])).collect();
        assert_eq!(names, [(Part::Acquirer, "Boreal"), (Part::Target, "Arden")]);
        assert_eq!((TYPES[item.kind], item.status.map(|status| STATUSES[status])), ("stake", Some("planned")));
    }

    #[test]
    fn without_a_deal_nobody_plays_a_part() {
        let item = item("= none\n[N Boreal] buys back [F 2%] of its shares.", "en").unwrap();
        assert_eq!((item.parts.len(), item.status), (0, None));
    }

    #[test]
    fn what_is_no_item_is_refused() {
        for block in ["acquisition announced\nx", "= purchase announced\nx", "= stake\nx", "= stake soon\nx"] {
            assert!(item(block, "en").is_none(), "{block}");
        }
    }
}
