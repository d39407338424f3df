use chrono::NaiveDate;

use super::*;

const PARAGRAPHS: &str = "<p>Quellmark AG said on Monday that it will acquire Tidewell Ltd for 40 million euros, in cash \
    and without conditions, from the family that founded it.</p><p>The seller, which has run the firm for three \
    generations, said that no member of the family was willing to take over, and that a sale was the best way out.</p>\
    <p>Quellmark expects to close the purchase in spring, once the authorities of both countries have agreed to it.</p>";

fn page(head: &str, body: &str) -> Page {
    read(&format!("<!doctype html><html lang='en-GB'><head>{head}</head><body>{body}</body></html>"))
}

#[test]
fn the_article_is_left_and_what_stands_around_it_is_not() {
    let page = page(
        "<title>Quellmark buys | The Paper</title>",
        &format!(
            "<nav><a href=/>Home</a> <a href=/m>Markets</a></nav><article><h1>Quellmark buys Tidewell</h1>\
             <div class='post-byline'>By Ann Other</div><figure><img src=x><figcaption>The plant</figcaption></figure>\
             {PARAGRAPHS}<p><a href=/x>Read more: shares rise</a></p><div class='newsletterSignup'><p>Our letter, every \
             morning, free of charge and full of news.</p></div></article><footer>All rights reserved</footer>"
        ),
    );
    assert!(page.text.starts_with("Quellmark AG said on Monday"), "{}", page.text);
    assert!(page.text.ends_with("have agreed to it.\n"), "{}", page.text);
    for noise in ["Home", "Ann Other", "The plant", "Read more", "Our letter", "rights"] {
        assert!(!page.text.contains(noise), "{noise}: {}", page.text);
    }
    assert_eq!(page.text.matches("\n\n").count(), 2, "paragraphs stand apart");
}

#[test]
fn tables_and_lists_stay_readable() {
    let text = page(
        "",
        &format!(
            "<article>{PARAGRAPHS}<ul><li>One &amp; only</li><li>Two<br>lines</li></ul><table><tr><th>Firm</th><th>Price\
             </th></tr><tr><td>Tidewell <b>Ltd</b></td><td>€40m</td></tr></table>{PARAGRAPHS}</article>"
        ),
    )
    .text;
    assert!(text.contains("\n\n- One & only\n- Two\nlines\n\n"), "{text}");
    assert!(text.contains("\n\nFirm | Price\nTidewell Ltd | €40m\n\n"), "{text}");
}

#[test]
fn what_a_page_says_of_itself() {
    let day = NaiveDate::from_ymd_opt(2024, 5, 31);
    let linked = r#"<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "x"}, {"@type":
        ["NewsArticle"], "headline": "A &amp; B", "datePublished": "2024-05-31T08:00:00+02:00"}]}</script>"#;
    let meta = "<meta property='og:title' content='A &amp;amp; B'><meta name=date content='20240531'>\
                <meta property='og:url' content='https://e.org/a'>";
    let elements = "<title>A &amp; B</title><link rel=canonical href='https://e.org/a'>";
    for (head, body, url) in [
        (linked, "", None),
        (meta, "", Some("https://e.org/a")),
        (elements, "<article><time datetime='2024-05-31 10:00'>Friday</time></article>", Some("https://e.org/a")),
        ("<meta itemprop=datePublished content='Fri, 31 May 2024 10:00:00 GMT'>", "<h1> A &amp;\n B</h1>", None),
    ] {
        let page = page(head, &format!("{body}{PARAGRAPHS}"));
        assert_eq!((page.title.as_deref(), page.published), (Some("A & B"), day), "{head}{body}");
        assert_eq!((page.language.as_deref(), page.url.as_deref()), (Some("en-GB"), url), "{head}{body}");
    }
    let unset =
        page("<meta name=date content='0001-01-01'><meta property='og:url' content='javascript:x'>", PARAGRAPHS);
    assert_eq!((unset.published, unset.url), (None, None));
}

#[test]
fn the_encoding_is_the_one_that_is_named() {
    for (start, name) in [
        ("<meta charset=windows-1250>", Some("windows-1250")),
        ("<META http-equiv=content-type content='text/html; CHARSET=\"ISO-8859-2\"'>", Some("ISO-8859-2")),
        ("<?xml version='1.0' encoding='shift_jis'?>", Some("Shift_JIS")),
        ("<meta charset=klingon>", None),
        ("<p>charset=", None),
    ] {
        assert_eq!(declared_encoding(start.as_bytes()).map(Encoding::name), name, "{start}");
    }
}

#[test]
fn a_page_without_an_article_gives_what_it_says() {
    assert_eq!(page("", "<p>Quellmark <i>buys</i> Tidewell").text, "Quellmark buys Tidewell\n");
    assert_eq!(read("").text, "");
    assert_eq!(read("<script>alert(1)</script>").text, "");
}

#[test]
fn what_would_be_slow_to_parse_is_only_stripped() {
    let deep = format!("{}Quellmark &lt;buys&#62;{} Tidewell", "<div>".repeat(5_000), "</div>".repeat(5_000));
    assert!(!markup::is_parsable(&deep));
    assert_eq!(read(&deep).text, "Quellmark <buys>\nTidewell");
    let nested = format!("{}{PARAGRAPHS}", "<div><section>".repeat(199));
    assert!(markup::is_parsable(&nested));
    assert!(read(&nested).text.starts_with("Quellmark AG"));
    let reopened = format!("{}{}", "<font size=1><b><i>".repeat(100), "<p>x".repeat(10_000));
    assert!(!markup::is_parsable(&reopened));
    let attributes: String = (0..10_000).map(|number| format!(" a{number}=''")).collect();
    assert!(!markup::is_parsable(&format!("<p{attributes}>")));
    let real = format!("<table><tr><td><p>x<br>{}</table>", "<li><p>y <b>z</b><td><img src='a>b'>".repeat(10_000));
    assert!(markup::is_parsable(&real));
}

#[test]
fn tags_go_and_words_stay() {
    for (html, text) in [
        ("a<br/>b", "a\nb"),
        ("a <b>b</b> c", "a b c"),
        ("<script>if (a<b) {}</script>x<!-- <p> -->y", "xy"),
        ("1 < 2 & 3 > 2 &amp; &nosuch; &#xZ; &#65;", "1 < 2 & 3 > 2 & &nosuch; &#xZ; A"),
        ("<a title='>'>x</a", "x"),
        ("<", "<"),
        ("<!doctype html>x</", "x"),
    ] {
        assert_eq!(markup::strip(html), text, "{html}");
    }
}
