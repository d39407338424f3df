//! What a page says of itself: JSON-LD first, then `<meta>`, then the elements of the page.

use chrono::{DateTime, Datelike, NaiveDate};
use dom_query::Document;
use serde_json::Value;

use super::Page;

/// The title, day, language and address of a page; no text yet.
pub fn read(document: &Document) -> Page {
    let linked = linked_data(document);
    let of = |key: &str| linked.as_ref().and_then(|article| text_of(article.get(key)?));
    let title = of("headline")
        .or_else(|| meta(document, &["og:title", "twitter:title", "dc.title", "dcterms.title"]))
        .or_else(|| first_text(document, "h1"))
        .or_else(|| first_text(document, "title"));
    let published = of("datePublished").as_deref().and_then(day).or_else(|| published(document));
    let language = attribute(document, "html", "lang")
        .or_else(|| attribute(document, "html", "xml:lang"))
        .or_else(|| of("inLanguage"))
        .or_else(|| meta(document, &["og:locale", "content-language", "dc.language", "language"]));
    let url = attribute(document, "link[rel=\"canonical\"]", "href")
        .filter(|url| is_address(url))
        .or_else(|| meta(document, &["og:url"]).filter(|url| is_address(url)))
        .or_else(|| of("url").filter(|url| is_address(url)));
    Page { text: String::new(), title, published, language, url }
}

/// The first article that the page's JSON-LD describes.
fn linked_data(document: &Document) -> Option<Value> {
    let scripts = document.select("script[type=\"application/ld+json\"]");
    scripts.iter().find_map(|script| {
        let text = script.text();
        let trimmed = text.trim().trim_start_matches("<!--").trim_end_matches("-->");
        article_in(serde_json::from_str(trimmed).ok()?)
    })
}

fn article_in(value: Value) -> Option<Value> {
    match value {
        Value::Array(values) => values.into_iter().find_map(article_in),
        Value::Object(mut object) => {
            let is_article = |kind: &Value| {
                kind.as_str()
                    .is_some_and(|kind| kind.ends_with("Article") || kind.ends_with("BlogPosting") || kind == "Report")
            };
            let kind = object.get("@type");
            if kind
                .is_some_and(|kind| is_article(kind) || kind.as_array().is_some_and(|all| all.iter().any(is_article)))
            {
                return Some(Value::Object(object));
            }
            object.remove("@graph").and_then(article_in)
        }
        _ => None,
    }
}

/// A string, or the `name` or `@id` of what stands for one.
fn text_of(value: &Value) -> Option<String> {
    let text = match value {
        Value::String(text) => text,
        Value::Array(values) => return values.iter().find_map(text_of),
        Value::Object(object) => return object.get("alternateName").or_else(|| object.get("name")).and_then(text_of),
        _ => return None,
    };
    one_line(text)
}

fn published(document: &Document) -> Option<NaiveDate> {
    const NAMES: [&str; 14] = [
        "article:published_time",
        "og:published_time",
        "datepublished",
        "date",
        "pubdate",
        "publishdate",
        "publish-date",
        "publication_date",
        "dc.date",
        "dc.date.issued",
        "dcterms.date",
        "dcterms.created",
        "parsely-pub-date",
        "sailthru.date",
    ];
    let from_meta = || NAMES.iter().find_map(|name| meta(document, &[name]).as_deref().and_then(day));
    let from_element = || {
        ["[itemprop=\"datePublished\"]", "time[pubdate]", "article time[datetime]", "time[datetime]"].iter().find_map(
            |selector| {
                let element = document.select_single(selector);
                let stated =
                    element.attr("datetime").or_else(|| element.attr("content")).unwrap_or_else(|| element.text());
                day(stated.trim())
            },
        )
    };
    from_meta().or_else(from_element)
}

/// The day at the start of a timestamp, or that of an e-mail header.
fn day(stated: &str) -> Option<NaiveDate> {
    let iso = stated.get(..10).and_then(|day| day.parse::<NaiveDate>().ok());
    let compact = || NaiveDate::parse_from_str(stated.get(..8)?, "%Y%m%d").ok();
    let day = iso.or_else(compact).or_else(|| DateTime::parse_from_rfc2822(stated).ok().map(|time| time.date_naive()));
    // Software that knows no day writes the first of its calendar.
    day.filter(|day| day.year() > 1970)
}

/// The content of the first `<meta>` called by one of `names`, in their order.
fn meta(document: &Document, names: &[&str]) -> Option<String> {
    let tags = document.select("meta[content]");
    names.iter().find_map(|name| {
        tags.iter().find_map(|tag| {
            let called = ["property", "name", "itemprop", "http-equiv"];
            let is_it = called.iter().any(|key| tag.attr(key).is_some_and(|found| found.eq_ignore_ascii_case(name)));
            is_it.then(|| tag.attr("content")).flatten().and_then(|content| one_line(&content))
        })
    })
}

fn attribute(document: &Document, selector: &str, name: &str) -> Option<String> {
    document.select_single(selector).attr(name).and_then(|value| one_line(&value))
}

fn first_text(document: &Document, selector: &str) -> Option<String> {
    one_line(&document.select_single(selector).text())
}

/// A text on one line; pages often encode it twice (`&amp;#8217;`).
fn one_line(text: &str) -> Option<String> {
    let line = html_escape::decode_html_entities(text).split_whitespace().collect::<Vec<_>>().join(" ");
    (!line.is_empty()).then_some(line)
}

fn is_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}
