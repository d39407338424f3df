//! How fast articles become reports: the whole library on one core over articles that do not repeat.
//!
//! `cargo bench` prints megabytes per second, those of web pages in bytes of HTML. The articles are the fixtures, reworded for every round (names and figures
//! change), because one article analysed again and again flatters caches and branch predictors several times over.

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use dealfacts::language::{Detection, Lexicons, Reading, detect};
use dealfacts::mentions::Mentions;
use dealfacts::mentions::tagger::{Memory, Tagger};
use dealfacts::report::{Detail, Report, render};
#[cfg(feature = "html")]
use dealfacts::source::{Fields, Format, Raw, Raws, Resolved};
use dealfacts::text::Document;
use dealfacts::{Analyzer, Article};

/// Text analysed per measurement.
const ENOUGH: usize = 4 << 20;

fn main() {
    let articles = articles();
    let analyzer = Analyzer::new();
    let lexicons = Lexicons::new();
    // Unpacks the lexicons, which is paid once.
    for text in articles.iter().take(16) {
        black_box((whole(&analyzer, text), figures(&lexicons, text)));
    }
    let bytes = articles.iter().map(String::len).sum();
    measure("whole articles", bytes, &articles, |text| whole(&analyzer, text));
    measure("figures alone", bytes, &articles, |text| figures(&lexicons, text));
    let cut: Vec<_> = articles.iter().map(|text| document(&lexicons, text)).collect();
    let readings: Vec<_> = cut.iter().map(|(main, document)| Reading::new(document, *main, &lexicons)).collect();
    measure("figures of words", bytes, &readings, |reading| Mentions::figures(reading, None).money.len());
    #[cfg(feature = "html")]
    {
        let pages: Vec<Vec<u8>> = articles.iter().take(400).map(|text| page(text)).collect();
        let bytes = pages.iter().map(Vec::len).sum();
        measure("articles of pages", bytes, &pages, |html| extracted(html.clone()));
    }
    let (tagger, mut memory) = (Tagger::embedded(), Memory::default());
    let cut: Vec<_> = articles.iter().map(|text| words(text)).collect();
    measure("tagger alone", bytes, &cut, |sentences| tagger.tag_with(&mut memory, sentences, "en").len());
}

/// The length of the article on a page.
#[cfg(feature = "html")]
fn extracted(html: Vec<u8>) -> usize {
    let read = |raw: Raw| raw.article(&Fields::default()).map_or(0, |article| article.text.len());
    Raws::of_bytes(html, Format::Is(Resolved::Html)).map(read).sum()
}

/// A web page around an article, in the proportions of real ones: most of it is scripts, styles and links to elsewhere.
#[cfg(feature = "html")]
fn page(text: &str) -> Vec<u8> {
    let script = "<script>window.queue=window.queue||[];queue.push({id:1,slots:['top','side'],fn:function(a){return a<2}});</script>";
    let style = "<style>.card>a:hover{color:#234;border:1px solid rgba(0,0,0,.2)}</style>";
    let card = "<div class=\"card teaser\"><a href=\"/2024/05/another-story.html\" data-track=\"x\"><img src=\"/i/320x180.jpg\" \
                alt=\"\"><span class=\"label\">Business</span> Another story of the day</a></div>\n";
    let link = "<li class=\"menu-item\"><a href=\"/section/markets\">Markets</a></li>\n";
    let paragraphs: String =
        text.split("\n\n").map(|paragraph| format!("<p class=\"body\">{paragraph}</p>\n")).collect();
    format!(
        "<!doctype html><html lang=\"en\"><head><title>Story</title><meta property=\"og:title\" content=\"Story\">{}{}</head><body>\
         <nav><ul>{}</ul></nav><div class=\"page\"><article><h1>Story</h1>{paragraphs}</article><aside>{}</aside></div>{}<footer>\
         <ul>{}</ul></footer></body></html>",
        script.repeat(250),
        style.repeat(150),
        link.repeat(80),
        card.repeat(120),
        script.repeat(250),
        link.repeat(60)
    )
    .into_bytes()
}

/// A text cut roughly into sentences and words.
fn words(text: &str) -> Vec<Vec<&str>> {
    text.split_inclusive(['\n', '.'])
        .map(|sentence| {
            let words = sentence.split(|c: char| c.is_whitespace() || ",.;:()\"".contains(c));
            words.filter(|word| !word.is_empty()).collect()
        })
        .collect()
}

fn whole(analyzer: &Analyzer, text: &str) -> usize {
    let article = Article::from_text(text);
    let line = analyzer.analyze(&article, |analysis| render::json_line(&Report::new(analysis, Detail::default())));
    line.map(|line| line.len()).unwrap_or_default()
}

/// A text in its language, cut into words.
fn document<'t>(lexicons: &Lexicons, text: &'t str) -> (Detection, Document<'t>) {
    let main = detect(text).expect("the articles are in languages");
    (main, Document::parse(text, &lexicons.get(main.language).orthography()))
}

/// The figures of a text, from its bytes on.
fn figures(lexicons: &Lexicons, text: &str) -> usize {
    let (main, document) = document(lexicons, text);
    Mentions::figures(&Reading::new(&document, main, lexicons), None).money.len()
}

/// Prints how fast `work` gets through `texts`.
fn measure<T>(name: &str, bytes: usize, texts: &[T], mut work: impl FnMut(&T) -> usize) {
    let start = Instant::now();
    for text in texts {
        black_box(work(black_box(text)));
    }
    let (bytes, seconds) = (bytes as f64, start.elapsed().as_secs_f64());
    report(&format!("{name:<16} {:>6.1} MB in {seconds:>6.2} s  {:>6.1} MB/s", bytes / 1e6, bytes / seconds / 1e6));
}

/// The fixtures again and again, every round with other names and figures, until there is enough.
fn articles() -> Vec<String> {
    let mut fixtures = Vec::new();
    for language in ["en", "fr"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(language);
        let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
        let mut paths: Vec<_> = entries.filter(|path| path.extension().is_some_and(|end| end == "txt")).collect();
        paths.sort();
        fixtures.extend(paths.iter().filter_map(|path| fs::read_to_string(path).ok()));
    }
    let mut articles: Vec<String> = Vec::new();
    let (mut size, mut round) = (0, 0);
    while size < ENOUGH && !fixtures.is_empty() {
        for fixture in &fixtures {
            articles.push(reword(fixture, round));
            size += fixture.len();
        }
        round += 1;
    }
    articles
}

/// `text` with other digits and other vowels in its capitalised words.
fn reword(text: &str, round: usize) -> String {
    let mut out = String::with_capacity(text.len());
    let mut capitalised = false;
    for (position, character) in text.chars().enumerate() {
        if !character.is_alphanumeric() {
            capitalised = false;
        } else if character.is_uppercase() {
            capitalised = true;
        }
        let turn = |among: &[u8], at: usize| char::from(among[(at + round * (1 + position % 5)) % among.len()]);
        out.push(match character {
            '1'..='9' => turn(b"123456789", character as usize - '1' as usize),
            'a' | 'e' | 'i' | 'o' | 'u' if capitalised => {
                turn(b"aeiou", b"aeiou".iter().position(|&vowel| char::from(vowel) == character).unwrap_or(0))
            }
            _ => character,
        });
    }
    out
}

#[allow(clippy::print_stdout)] // a benchmark has nothing else to say it with
fn report(line: &str) {
    println!("{line}");
}
