//! Headlines are rare in running text: copies of our own documents get some, in title case and in capitals.

use crate::corpus::Text;

/// One sentence of so many becomes a headline.
const EVERY: usize = 3;
/// One headline of so many is in capitals.
const SHOUTED: usize = 4;
/// Headlines have no more tokens than this.
const LONGEST: usize = 25;
/// Words up to this length keep their small letters in title case.
const SMALL: usize = 3;

/// A copy of a document in which some sentences are written like headlines.
pub fn headlined(text: &Text) -> Text {
    let mut copy = text.clone();
    for (n, sentence) in copy.sentences.iter_mut().step_by(EVERY).enumerate() {
        if sentence.tokens.len() > LONGEST {
            continue;
        }
        for token in &mut sentence.tokens {
            *token = if n % SHOUTED == 0 { token.to_uppercase() } else { titled(token) };
        }
    }
    copy
}

/// A word as title case has it.
fn titled(word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) if word.chars().count() > SMALL => first.to_uppercase().chain(letters).collect(),
        _ => word.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::parse;

    #[test]
    fn some_sentences_become_headlines_and_names_stay_where_they_are() {
        let sentence = "Arden\tB-ORG\nbuys\tO\na\tO\nmill\tO\n\n";
        let text = &parse(&sentence.repeat(7), "en")[0];
        let copy = headlined(text);
        let words: Vec<String> = copy.sentences.iter().map(|s| s.tokens.join(" ")).collect();
        assert_eq!(words[0], "ARDEN BUYS A MILL");
        assert_eq!(words[1], "Arden buys a mill");
        assert_eq!(words[3], "Arden Buys a Mill");
        let names = |text: &Text| text.sentences.iter().map(|s| s.names[0].tokens.clone()).collect::<Vec<_>>();
        assert_eq!(names(&copy), names(text));
    }
}
