//! Brings tokens and labels of the public corpora in line with each other and with the library's tokens.

use crate::corpus::{Annotation, Sentence, Text};
use dealfacts::mentions::tagger::Label;
use std::collections::BTreeSet;

/// Adjectives and nouns of nationality, tagged as places in some corpora.
pub fn demonyms() -> BTreeSet<&'static str> {
    include_str!("../lists/demonyms.txt").split_whitespace().collect()
}

/// Applies all rules to a corpus.
pub fn normalise(texts: &mut [Text]) {
    let demonyms = demonyms();
    for text in texts {
        for sentence in &mut text.sentences {
            join_elisions(sentence, &text.language);
            split_compounds(sentence);
            trim_names(sentence);
            for name in &mut sentence.names {
                let single = name.tokens.len() == 1;
                if single
                    && name.label == Label::Location
                    && demonyms.contains(sentence.tokens[name.tokens.start].as_str())
                {
                    name.label = Label::Misc;
                }
            }
        }
    }
}

/// `l` + `’` becomes `l’` in French and Italian.
fn join_elisions(sentence: &mut Sentence, language: &str) {
    if !matches!(language, "fr" | "it") {
        return;
    }
    let mut at = 0;
    while at + 1 < sentence.tokens.len() {
        let elided = matches!(sentence.tokens[at + 1].as_str(), "’" | "'") && is_elided(&sentence.tokens[at]);
        if elided && !boundary_between(sentence, at) {
            let apostrophe = sentence.tokens.remove(at + 1);
            sentence.tokens[at].push_str(&apostrophe);
            shift(sentence, at + 1, -1);
        }
        at += 1;
    }
}

fn is_elided(word: &str) -> bool {
    let lower = word.to_lowercase();
    matches!(
        lower.as_str(),
        "l" | "d"
            | "s"
            | "n"
            | "j"
            | "m"
            | "t"
            | "c"
            | "qu"
            | "jusqu"
            | "lorsqu"
            | "puisqu"
            | "dell"
            | "all"
            | "nell"
            | "dall"
            | "sull"
            | "un"
    )
}

/// `Boston-based` becomes `Boston`, `-`, `based`, as the library's tokens are.
fn split_compounds(sentence: &mut Sentence) {
    let mut at = 0;
    while at < sentence.tokens.len() {
        let token = &sentence.tokens[at];
        let tail = ["based", "listed", "owned", "backed", "led", "headquartered"].into_iter().find(|tail| {
            token
                .strip_suffix(tail)
                .and_then(|t| t.strip_suffix('-'))
                .is_some_and(|head| head.starts_with(char::is_uppercase))
        });
        if let Some(tail) = tail {
            let head = token[..token.len() - tail.len() - 1].to_string();
            sentence.tokens.splice(at..=at, [head, "-".to_string(), tail.to_string()]);
            for name in &mut sentence.names {
                if name.tokens.contains(&at) && name.tokens.end == at + 1 {
                    continue;
                }
                if name.tokens.end > at + 1 {
                    name.tokens.end += 2;
                }
                if name.tokens.start > at {
                    name.tokens.start += 2;
                }
            }
            at += 2;
        }
        at += 1;
    }
}

fn boundary_between(sentence: &Sentence, at: usize) -> bool {
    sentence.names.iter().any(|n| n.tokens.start == at + 1 || n.tokens.end == at + 1)
}

/// Moves names that lie at or after a token.
fn shift(sentence: &mut Sentence, from: usize, by: isize) {
    for name in &mut sentence.names {
        if name.tokens.start >= from {
            name.tokens.start = name.tokens.start.saturating_add_signed(by);
        }
        if name.tokens.end > from {
            name.tokens.end = name.tokens.end.saturating_add_signed(by);
        }
    }
}

/// Articles, titles and possessives are no part of a name.
fn trim_names(sentence: &mut Sentence) {
    for name in &mut sentence.names {
        while name.tokens.len() > 1 && drops_first(&sentence.tokens[name.tokens.start], name) {
            name.tokens.start += 1;
        }
        while name.tokens.len() > 1 && matches!(sentence.tokens[name.tokens.end - 1].as_str(), "'s" | "’s") {
            name.tokens.end -= 1;
        }
    }
}

fn drops_first(word: &str, name: &Annotation) -> bool {
    match name.label {
        _ if word == "the" => true,
        Label::Location => matches!(word, "The" | "a" | "A"),
        Label::Person => matches!(word, "The" | "a" | "A") || is_title(word),
        Label::Organization | Label::Misc => false,
    }
}

/// Titles before a person's name.
pub fn is_title(word: &str) -> bool {
    matches!(
        word.strip_suffix('.').unwrap_or(word),
        "Mr" | "Mrs"
            | "Ms"
            | "Miss"
            | "Messrs"
            | "Dr"
            | "Prof"
            | "Sir"
            | "Dame"
            | "Lord"
            | "Lady"
            | "Gen"
            | "Sen"
            | "Rep"
            | "Gov"
            | "President"
            | "Professor"
            | "Senator"
            | "Judge"
            | "M"
            | "MM"
            | "Mme"
            | "Mlle"
            | "Me"
            | "Docteur"
            | "Herr"
            | "Frau"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::parse;

    fn after(content: &str, language: &str) -> Sentence {
        let mut texts = parse(content, language);
        normalise(&mut texts);
        texts.remove(0).sentences.remove(0)
    }

    #[test]
    fn titles_articles_and_possessives_go() {
        let sentence = after("Mr.\tB-PER\nBerg\tI-PER\nof\tO\nthe\tB-ORG\nArden\tI-ORG\n's\tI-ORG\n", "en");
        assert_eq!(sentence.names.iter().map(|n| n.tokens.clone()).collect::<Vec<_>>(), [1..2, 4..5]);
    }

    #[test]
    fn elisions_are_joined_and_names_move() {
        let sentence = after("l\tO\n’\tO\nAutorité\tB-ORG\ndes\tI-ORG\nbains\tI-ORG\n", "fr");
        assert_eq!(sentence.tokens[0], "l’");
        assert_eq!(sentence.names[0].tokens, 1..4);
    }

    #[test]
    fn compounds_are_split_outside_the_name() {
        let sentence = after("Oslo-based\tB-LOC\nArden\tB-ORG\n", "en");
        assert_eq!(sentence.tokens, ["Oslo", "-", "based", "Arden"]);
        assert_eq!(sentence.names.iter().map(|n| n.tokens.clone()).collect::<Vec<_>>(), [0..1, 3..4]);
    }

    #[test]
    fn nationalities_are_no_places() {
        assert_eq!(after("Swedish\tB-LOC\n", "en").names[0].label, Label::Misc);
        assert_eq!(after("Sweden\tB-LOC\n", "en").names[0].label, Label::Location);
    }
}
