use sha2::{Digest, Sha256};

use super::*;
use crate::report::Detail;
use crate::{Analyzer, Article};

fn page_of(article: &Article) -> String {
    let detail = Detail { mentions: true, rules: false };
    let report = Analyzer::new().analyze(article, |analysis| Report::new(analysis, detail));
    html(&report, article.as_it_came())
}

/// What a browser would show of the element with this class: the text between the tags.
fn shown(page: &str, class: &str) -> String {
    let start = page.find(&format!("class=\"{class}\"")).and_then(|at| Some(at + page[at..].find('>')? + 1)).unwrap();
    let end = start + page[start..].find("</section>").unwrap();
    let mut text = String::new();
    let mut inside = false;
    for character in page[start..end].chars() {
        match character {
            '<' => inside = true,
            '>' => inside = false,
            _ if !inside => text.push(character),
            _ => {}
        }
    }
    text
}

#[test]
fn the_words_are_all_there_and_in_order() {
    let text = "Arvel buys Boreal\n\nArvel Inc. said on Monday it will acquire Boreal SA for $2 billion in cash.\nIt is a lot.\n\n\
                “We are glad”, said Jane Holm, CEO of Arvel Inc.\n";
    let page = page_of(&Article::from_text(text));
    let words = shown(&page, "words");
    let after_legend = &words[words.find("Arvel buys").unwrap()..];
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(squeezed(after_legend), squeezed(text));
    assert!(page.contains("<mark class=\"amount\" data-f=\"a1 d1\""), "{page}");
    assert!(page.contains("<section class=\"fact deal\" data-fact=\"d1\" id=\"a1-d1\""), "{page}");
    assert!(page.contains("<h2 dir=\"auto\"><mark"), "the title is a heading: {page}");
}

#[test]
fn nothing_an_article_says_is_markup() {
    let hostile = "</p></script><script>alert(1)</script> & \"Arvel' onmouseover=x Inc.\" buys <img src=x onerror=alert(2)> Boreal SA \
                   for $2 billion\u{0}\u{1b}[31m.";
    let article = Article {
        title: Some("</title><script>alert(3)</script>".into()),
        url: Some("javascript:alert(4)".into()),
        name: Some("<b>name</b>".into()),
        ..Article::from_text(hostile)
    };
    let page = page_of(&article);
    assert_eq!(page.matches("<script").count(), 1, "only the page's own");
    assert_eq!(page.matches("</script").count(), 1);
    for markup in ["<img", "<b>name", "href=\"javascript", "' onmouseover", "\u{1b}", "\u{0}"] {
        assert!(!page.contains(markup), "{markup}");
    }
}

#[test]
fn nothing_is_fetched_and_only_the_pages_own_script_runs() {
    let page = page_of(&Article::from_text("Arvel Inc. buys Boreal SA for $2 billion."));
    for way in ["src=", "@import", "url(", "<link", "http:", "https:"] {
        assert!(!page.contains(way), "{way}");
    }
    let start = page.find("<script>").unwrap() + 8;
    let script = &page[start..page.find("</script>").unwrap()];
    let hash = base64(&Sha256::digest(script.as_bytes()));
    assert!(
        page.contains(&format!("script-src 'sha256-{hash}'")),
        "the script has changed: its hash is now sha256-{hash}"
    );
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for group in bytes.chunks(3) {
        let bits = group.iter().fold(0_u32, |bits, &byte| bits << 8 | u32::from(byte)) << (8 * (3 - group.len()));
        for position in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * position) & 63) as usize];
            out.push(if position <= group.len() { letter.into() } else { '=' });
        }
    }
    out
}

#[test]
fn the_table_tells_of_every_article() {
    let article = Article::from_text("Arvel Inc. has bought Boreal SA for $2 billion.");
    let report = Analyzer::new().analyze(&article, |analysis| Report::new(analysis, Detail::default()));
    let failed = crate::report::ErrorRecord::new("<x>.txt".into(), None, "empty", "<x>.txt: is empty".into());
    let table = index(&[(Listing::of(&report), Some("#a1".into())), (Listing::failed(&failed), None)]);
    assert!(table.contains("<h1>2 articles, 1 deal</h1>") && table.contains("<a href=\"#a1\">"), "{table}");
    assert!(table.contains("data-value=\"2000000000\">2,000,000,000 USD<"), "{table}");
    assert!(table.contains("&lt;x&gt;.txt: is empty") && !table.contains("<x>"), "{table}");
}
