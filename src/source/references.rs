//! Character references that a page saved as text leaves behind.

use std::borrow::Cow;

use super::{Article, Warning};

/// Resolves the character references of HTML in a text (`Castor &amp; Pollux`): a name with one in it is read as no name.
pub(super) fn resolve(article: &mut Article) {
    if !article.text.contains('&') {
        return;
    }
    if let Cow::Owned(text) = html_escape::decode_html_entities(&article.text)
        && text != article.text
    {
        article.text = text;
        article.extracted = true;
        let message = "character references such as &amp; were resolved; spans point into source.text".into();
        article.warnings.push(Warning { code: "references_resolved", message });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_resolved_and_said() {
        let resolved = |text: &str| {
            let mut article = Article::from_text(text);
            resolve(&mut article);
            (article.text, article.extracted, article.warnings.len())
        };
        assert_eq!(resolved("Castor &amp; Pollux&#8217;s"), ("Castor & Pollux’s".into(), true, 1));
        for plain in ["AT&T", "R&D; more", "a & b", "& &; &#; &amp", "none"] {
            assert_eq!(resolved(plain), (plain.into(), false, 0));
        }
    }
}
