//! The names in an article that its facts list, marked where they stand in its text.

use std::ops::Range;

use crate::inline::Name;
use crate::items::Item;
use dealfacts::mentions::tagger::{Kind, Label};

/// What a line of facts says a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A company.
    Company,
    /// A body that is none, or what is neither.
    Body,
    /// Somebody.
    Person,
    /// What is made or sold.
    Product,
    /// Somewhere.
    Place,
    /// It is not known what: nothing can be learned from a paragraph with it.
    Unsure,
}

impl What {
    /// The key of its lines.
    pub fn of(key: &str) -> Option<Self> {
        Some(match key {
            "company" => What::Company,
            "organization" | "body" => What::Body,
            "person" => What::Person,
            "product" => What::Product,
            "place" => What::Place,
            "unsure" => What::Unsure,
            _ => return None,
        })
    }

    /// The forms under which one of that kind is spoken of, `names` being what stands in its line: people also by surname.
    pub fn forms(self, names: Vec<String>) -> Vec<String> {
        if self != What::Person {
            return names;
        }
        // What follows is what they are.
        let Some(full) = names.into_iter().next() else { return Vec::new() };
        let words: Vec<&str> = full.split_whitespace().collect();
        let shorter = (1..=2).filter(|count| *count < words.len());
        let shorter: Vec<String> = shorter.map(|count| words[words.len() - count..].join(" ")).collect();
        shorter.into_iter().chain([full]).collect()
    }

    fn label(self) -> (Label, Option<Kind>) {
        match self {
            What::Company => (Label::Organization, Some(Kind::Company)),
            What::Body | What::Unsure => (Label::Organization, Some(Kind::Organization)),
            What::Person => (Label::Person, None),
            What::Product => (Label::Misc, Some(Kind::Product)),
            What::Place => (Label::Location, None),
        }
    }
}

/// An article's text with `names` marked wherever they stand as whole words, the longest first; paragraphs with an unsure one
/// are left out.
pub fn item(language: &str, text: &str, names: &[(What, String)]) -> Item {
    let mut names: Vec<&(What, String)> =
        names.iter().filter(|(_, name)| name.chars().any(char::is_alphabetic)).collect();
    names.sort_by_key(|(_, name)| std::cmp::Reverse(name.len()));
    let mut item =
        Item { language: language.to_owned(), told: None, nothing: false, text: String::new(), names: Vec::new() };
    for paragraph in text.split('\n').filter(|line| !line.trim().is_empty()) {
        let found = find(paragraph, &names);
        if found.iter().any(|(what, _)| *what == What::Unsure) {
            continue;
        }
        let at = item.text.len();
        item.text.push_str(paragraph);
        item.text.push_str("\n\n");
        item.names.extend(found.into_iter().map(|(what, bytes)| {
            let (label, kind) = what.label();
            Name { bytes: at + bytes.start..at + bytes.end, label, kind, part: None }
        }));
    }
    item
}

fn find(text: &str, names: &[&(What, String)]) -> Vec<(What, Range<usize>)> {
    let mut found: Vec<(What, Range<usize>)> = Vec::new();
    for (what, name) in names {
        for (start, _) in text.match_indices(name.as_str()) {
            let bytes = start..start + name.len();
            let inside = |part: Option<char>| part.is_some_and(char::is_alphanumeric);
            let whole = !inside(text[..start].chars().next_back()) && !inside(text[bytes.end..].chars().next());
            if whole && found.iter().all(|(_, other)| other.end <= bytes.start || bytes.end <= other.start) {
                found.push((*what, bytes));
            }
        }
    }
    found.sort_by_key(|(_, bytes)| bytes.start);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_marked_wherever_they_stand_as_words() {
        let forms = |what: What, line: &str| {
            let names = line.split(" | ").map(str::to_owned).collect();
            what.forms(names).into_iter().map(move |name| (what, name)).collect::<Vec<_>>()
        };
        let mut names = forms(What::Company, "Arden Foods | Arden");
        names.extend(forms(What::Person, "Ada van Belm | owner"));
        names.extend(forms(What::Unsure, "Cairn"));
        let text = "Arden Foods, not Ardennes.\n\nCairn and Arden.\n\nMs Belm said Arden owner Ada van Belm left.";
        let item = item("en", text, &names);
        assert_eq!(item.text, "Arden Foods, not Ardennes.\n\nMs Belm said Arden owner Ada van Belm left.\n\n");
        let found: Vec<_> = item.names.iter().map(|name| (&item.text[name.bytes.clone()], name.label)).collect();
        let (company, person) = (Label::Organization, Label::Person);
        assert_eq!(found, [("Arden Foods", company), ("Belm", person), ("Arden", company), ("Ada van Belm", person)]);
    }
}
