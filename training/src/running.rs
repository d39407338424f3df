//! Scores of the whole library on annotated text, put back together from its words as a reader would see it.

use crate::evaluate::{Counts, LABELS, print_header, print_row};
use crate::normalise::is_title;
use dealfacts::entities::EntityKind;
use dealfacts::mentions::tagger::{Label, Tagger};
use dealfacts::{Analyzer, Article};
use std::collections::BTreeSet;
use std::ops::Range;
use std::path::Path;

use crate::corpus::{self, Text};

/// A name: its bytes in the running text, without titles, and its label.
type Span = (usize, usize, Label);

/// Sentences of a paragraph.
const PARAGRAPH: usize = 5;

/// Prints a table of scores of the library with this tagger on all corpora of a folder.
pub fn report(tagger: Tagger<'static>, folder: &Path) -> Result<(), String> {
    let analyzer = Analyzer::new().with_tagger(tagger);
    print_header();
    for path in corpus::files(folder)? {
        let mut counts = [Counts::default(); 3];
        for text in corpus::read(&path)? {
            let (running, gold) = running(&text);
            let mut article = Article::from_text(running);
            article.language = Some(text.language.clone());
            let found = found(&analyzer, &article);
            for (count, label) in counts.iter_mut().zip(LABELS) {
                count.compare(&gold, &found, |name| name.2 == label);
            }
        }
        print_row(&path, &counts);
    }
    Ok(())
}

fn found(analyzer: &Analyzer, article: &Article) -> BTreeSet<Span> {
    analyzer.analyze(article, |analysis| {
        let entities = analysis.entities.all().iter();
        let mentions =
            entities.flat_map(|entity| entity.mentions.iter().map(move |mention| (entity.kind, mention.span)));
        let spans = mentions.filter_map(|(kind, span)| Some((span.start, span.end, label(kind)?)));
        spans.map(|span| untitled(&article.text, span)).collect()
    })
}

fn label(kind: EntityKind) -> Option<Label> {
    match kind {
        EntityKind::Company | EntityKind::Organization(_) => Some(Label::Organization),
        EntityKind::Person => Some(Label::Person),
        EntityKind::Place => Some(Label::Location),
        EntityKind::Product => None,
    }
}

/// The text as a reader sees it, and its names.
fn running(text: &Text) -> (String, BTreeSet<Span>) {
    let (mut running, mut names) = (String::new(), BTreeSet::new());
    for (number, sentence) in text.sentences.iter().enumerate() {
        if number > 0 {
            let ends = running.ends_with(['.', '!', '?', '…', '»', '"', '”', ')']);
            running.push(if ends && number % PARAGRAPH != 0 { ' ' } else { '\n' });
        }
        let bounds = join(&sentence.tokens, &mut running);
        for name in sentence.names.iter().filter(|name| LABELS.contains(&name.label)) {
            let span = (bounds[name.tokens.start].start, bounds[name.tokens.end - 1].end, name.label);
            names.insert(untitled(&running, span));
        }
    }
    (running, names)
}

/// Adds words to a text with the spaces between them that print would have; gives their bytes.
fn join(tokens: &[String], text: &mut String) -> Vec<Range<usize>> {
    let mut bounds = Vec::with_capacity(tokens.len());
    for (number, token) in tokens.iter().enumerate() {
        if number > 0 && !leans_back(token) && !leans_on(&tokens[number - 1]) {
            text.push(' ');
        }
        bounds.push(text.len()..text.len() + token.len());
        text.push_str(token);
    }
    bounds
}

fn leans_back(token: &str) -> bool {
    matches!(token, "." | "," | ";" | ":" | "!" | "?" | "%" | ")" | "]" | "}" | "»" | "”" | "'s" | "’s" | "n't")
}

fn leans_on(token: &str) -> bool {
    let elided = token.strip_suffix(['\'', '’']).map(str::to_lowercase);
    matches!(token, "(" | "[" | "{" | "«" | "“" | "$" | "€" | "£")
        || elided.is_some_and(|head| head == "qu" || head.len() == 1 && "ldnsmtjc".contains(&head))
}

fn untitled(text: &str, (mut start, end, label): Span) -> Span {
    while label == Label::Person
        && let Some((title, rest)) = text[start..end].split_once(' ')
        && is_title(title)
        && !rest.is_empty()
    {
        start = end - rest.len();
    }
    (start, end, label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_put_together_as_in_print() {
        let text = &corpus::parse(
            "Mr.\tB-PER\nBerg\tI-PER\nleft\tO\nl’\tO\nArden\tB-ORG\n(\tO\nOslo\tB-LOC\n)\tO\n.\tO\n",
            "fr",
        )[0];
        let (running, names) = running(text);
        assert_eq!(running, "Mr. Berg left l’Arden (Oslo).");
        let names: Vec<&str> = names.iter().map(|(start, end, _)| &running[*start..*end]).collect();
        assert_eq!(names, ["Berg", "Arden", "Oslo"]);
    }

    #[test]
    fn what_the_library_finds_is_scored() {
        let analyzer = Analyzer::new();
        let article = Article::from_text("Mr. John Berg joins Arden Foods Inc. in London.");
        let found = found(&analyzer, &article);
        assert!(found.contains(&(4, 13, Label::Person)), "{found:?}");
    }
}
