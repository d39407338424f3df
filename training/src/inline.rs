//! Text with marks inline, as this project writes it: `{{COM A|Boreal}} buys {{COM T|Arden}} for {{M|3 million euros}}.`
//!
//! A mark says what a name is (`COM` company, `ORG` other body, `PER`, `LOC`, `PRO` product, `MISC`), and behind it which part it
//! plays in the deal that is told (`A` buys, `T` is bought, `S` sells, `P` is a partner, `J` is what partners make), or what a
//! figure is: `M` the price, `V` a valuation, `K` a share that changes hands, `F` any other.

use std::ops::Range;

use dealfacts::facts::scorer::Part;
use dealfacts::mentions::tagger::{Kind, Label};

/// A marked name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Its bytes in the plain text.
    pub bytes: Range<usize>,
    /// What it is.
    pub label: Label,
    /// The finer kind.
    pub kind: Option<Kind>,
    /// The part it plays.
    pub part: Option<Part>,
}

/// The letters of the parts, in the order of [`Part::ALL`].
const PARTS: [&str; 5] = ["A", "T", "S", "P", "J"];

/// What marks a figure.
const FIGURES: [&str; 4] = ["M", "V", "K", "F"];

/// Adds a line without its marks to `plain`, and its names to `names`.
pub fn unmark(line: &str, plain: &mut String, names: &mut Vec<Name>) -> Result<(), String> {
    let mut rest = line;
    while let Some((before, after)) = rest.split_once("{{") {
        plain.push_str(before);
        let (mark, after) = after.split_once("}}").ok_or("a mark without an end")?;
        let (what, text) = mark.split_once('|').ok_or_else(|| format!("a mark without a label: {mark}"))?;
        let bytes = plain.len()..plain.len() + text.len();
        if !FIGURES.contains(&what) {
            names.push(name(what, bytes).ok_or_else(|| format!("no such label: {what}"))?);
        }
        plain.push_str(text);
        rest = after;
    }
    plain.push_str(rest);
    Ok(())
}

fn name(what: &str, bytes: Range<usize>) -> Option<Name> {
    let (what, part) = what.split_once(' ').map_or((what, None), |(what, part)| (what, Some(part)));
    let (label, kind) = match what {
        "COM" => (Label::Organization, Some(Kind::Company)),
        "ORG" => (Label::Organization, Some(Kind::Organization)),
        "PRO" => (Label::Misc, Some(Kind::Product)),
        "MISC" => (Label::Misc, Some(Kind::Other)),
        "PER" => (Label::Person, None),
        "LOC" => (Label::Location, None),
        _ => return None,
    };
    let part = match part {
        Some(letter) => Some(*Part::ALL.get(PARTS.iter().position(|known| *known == letter)?)?),
        None => None,
    };
    Some(Name { bytes, label, kind, part })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_out_and_remembered() {
        let (mut plain, mut names) = (String::new(), Vec::new());
        unmark("{{PER|Ada}}: {{COM T|Arden}} for {{M|€3m}} [sic]", &mut plain, &mut names).unwrap();
        assert_eq!(plain, "Ada: Arden for €3m [sic]");
        let found: Vec<_> = names.iter().map(|name| (&plain[name.bytes.clone()], name.label, name.part)).collect();
        assert_eq!(found, [("Ada", Label::Person, None), ("Arden", Label::Organization, Some(Part::Target))]);
    }

    #[test]
    fn what_is_no_mark_is_refused() {
        for line in ["{{COM|Arden", "{{Arden}}", "{{XYZ|Arden}}", "{{COM Z|Arden}}"] {
            assert!(unmark(line, &mut String::new(), &mut Vec::new()).is_err(), "{line}");
        }
    }
}
