//! Makes and measures the name tagger and the scorer of deals of `dealfacts`; see `README.md` beside it.

mod articles;
mod cast;
mod corpus;
mod crf;
mod evaluate;
mod figures;
mod gist;
mod headlines;
mod inline;
mod items;
mod kinds;
mod named;
mod normalise;
mod random;
mod resources;
mod running;
mod scorer;
mod softmax;
mod standing;
mod tagger;

use corpus::Text;
use dealfacts::mentions::tagger::Tagger;
use dealfacts::mentions::tagger::clusters::Clusters;
use dealfacts::mentions::tagger::document::Lexicon;
use dealfacts::mentions::tagger::gazetteer::{Gazetteer, List};
use dealfacts::mentions::tagger::model::{EMBEDDED, Parts};
use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "usage:
  training train DATA MODEL             train on the folder DATA, write the model's files into the folder MODEL
  training kinds DATA                   score the finer kinds on every tenth document of our own sentences
  training evaluate DIR [MODEL] [WITHOUT...]
                                        score the library's tagger, or the one in MODEL, on the corpora of DIR
  training deals ITEMS MODEL            train the scorer of deals on the annotated news of the folder ITEMS
  training deals ITEMS                  score it on every fifth of them
  training names DIR [WITHOUT...]       score the names of the whole library on the corpora of DIR
WITHOUT is --without-tagger, --without-lists, --without-companies (the listed ones) or, of evaluate, --without-second-pass";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (without, arguments): (Vec<&str>, Vec<&str>) =
        arguments.iter().map(String::as_str).partition(|argument| argument.starts_with("--without-"));
    let done = match arguments[..] {
        ["train", data, model] => train(Path::new(data), Path::new(model)),
        ["deals", items, model] => scorer::train(Path::new(items), Path::new(model)),
        ["deals", items] => scorer::holdout(Path::new(items)),
        ["cast", articles, model] => cast::train(Path::new(articles), Path::new(model)),
        ["cast", articles] => cast::holdout(Path::new(articles)),
        ["gist", articles, model] => gist::train(Path::new(articles), Path::new(NEWS), Path::new(model)),
        ["gist", articles] => gist::holdout(Path::new(articles)),
        ["figures", articles, model] => figures::train(Path::new(articles), Path::new(model)),
        ["figures", articles] => figures::holdout(Path::new(articles)),
        ["standing", articles, model] => standing::train(Path::new(articles), Path::new(model)),
        ["standing", articles] => standing::holdout(Path::new(articles)),
        ["kinds", data] => kinds(Path::new(data)),
        ["evaluate", dir] => less(EMBEDDED, &without).and_then(|tagger| evaluate::report(&tagger, Path::new(dir))),
        ["evaluate", dir, model] => read_model(Path::new(model))
            .and_then(|parts| less(parts, &without))
            .and_then(|tagger| evaluate::report(&tagger, Path::new(dir))),
        ["names", dir] => less(EMBEDDED, &without).and_then(|tagger| running::report(tagger, Path::new(dir))),
        _ => Err(USAGE.to_string()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// The tagger of a model, less what the arguments take away.
fn less(mut parts: Parts<'static>, without: &[&str]) -> Result<Tagger<'static>, String> {
    if without.contains(&"--without-tagger") {
        parts.weights = &[];
    }
    let mut tagger = Tagger::new(parts);
    for part in without {
        tagger = match *part {
            "--without-tagger" => tagger,
            "--without-lists" => tagger.without(&List::ALL),
            "--without-companies" => tagger.without(&[List::Company, List::ShortCompany]),
            "--without-second-pass" => tagger.once(),
            _ => return Err(USAGE.to_string()),
        };
    }
    Ok(tagger)
}

/// The model in a folder; it stays in memory until the end.
fn read_model(model: &Path) -> Result<Parts<'static>, String> {
    let read = |name: &str| {
        let bytes = std::fs::read(model.join(name)).map_err(|e| format!("{}: {e}", model.join(name).display()))?;
        Ok::<&'static [u8], String>(bytes.leak())
    };
    Ok(Parts {
        clusters: read("clusters.bin")?,
        gazetteer: read("gazetteer.bin")?,
        weights: read("weights.bin")?,
        transitions: read("transitions.bin")?,
        kinds: read("kinds.bin")?,
    })
}

/// The corpora, and how often an epoch uses each of their documents: encyclopaedias and posts name things otherwise than news.
const CORPORA: [(&str, f64); 13] = [
    ("fr-winer", 1.0),
    ("en-wikigold", 1.0),
    ("en-redocred", 0.5),
    ("en-wnut17", 0.3),
    ("en-gum-news", 1.0),
    ("en-fire", 1.0),
    ("de-smartdata", 1.0),
    ("fr-business", 1.0),
    ("en-business", 1.0),
    ("de-business", 1.0),
    ("es-business", 1.0),
    ("it-business", 1.0),
    ("pt-business", 1.0),
];

/// Our own items of business news, with labels inline.
const ITEMS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/items");

/// How often an epoch uses each item that tells a deal: with all of them, names of companies were seen where there are none.
const DEAL_SHARE: f64 = 0.5;

/// How often an epoch uses each whole article.
const ARTICLE_SHARE: f64 = 1.0;

/// Our own texts of general news, with labels inline.
const NEWS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/news");

/// How often an epoch uses each of those: they have the people, places and bodies that articles about deals lack.
const NEWS_SHARE: f64 = 0.5;

/// Our own articles with their facts.
const ARTICLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/articles");

/// How often an epoch uses each of those: their names were found by the facts, not marked one by one.
const FACT_SHARE: f64 = 0.28;

/// How often an epoch uses each copy of our own documents that has headlines.
const HEADLINED: f64 = 0.6;

fn train(data: &Path, model: &Path) -> Result<(), String> {
    let write = |name: &str, bytes: &[u8]| {
        let path = model.join(name);
        std::fs::write(&path, bytes).map_err(|e| format!("{}: {e}", path.display()))
    };
    let words = resources::cluster_words(&data.join("clusters.en.tsv.gz"))?;
    let clusters = resources::compile_clusters(&words);
    write("clusters.bin", &clusters)?;
    let names = resources::names(&data.join("gazetteers"), &words)?;
    let gazetteer = resources::compile_names(&names);
    write("gazetteer.bin", &gazetteer)?;
    let lexicon = Lexicon { clusters: Clusters::new(&clusters), gazetteer: Gazetteer::new(&gazetteer) };
    let mut texts = texts(data)?;
    let ours = with_kinds(&texts);
    write("kinds.bin", &kinds::train(&ours, &lexicon))?;
    texts.extend(news()?);
    // German has no title case.
    let copied = ours.iter().filter(|text| text.language != "de");
    texts.extend(copied.map(|text| (headlines::headlined(text), HEADLINED)));
    let settings = tagger::Settings { trial_epochs: 3, epochs: 5, least: 2, kept: 125_000, seeds: 4 };
    let trained = tagger::train(&texts, &lexicon, &settings);
    write("weights.bin", &trained.weights)?;
    write("transitions.bin", &trained.transitions)
}

/// All corpora, normalised, with their shares.
fn texts(data: &Path) -> Result<Vec<(Text, f64)>, String> {
    let mut texts = Vec::new();
    for (name, share) in CORPORA {
        let mut corpus = corpus::read(&data.join("ner/train").join(format!("{name}.conll")))?;
        normalise::normalise(&mut corpus);
        texts.extend(corpus.into_iter().map(|text| (text, share)));
    }
    Ok(texts)
}

/// Our own items of business news, general news and articles, normalised, with their shares.
fn news() -> Result<Vec<(Text, f64)>, String> {
    let share = |item: &items::Item| if item.told.is_some() { DEAL_SHARE } else { ARTICLE_SHARE };
    let mut items: Vec<_> = items::read(Path::new(ITEMS))?.into_iter().map(|item| (share(&item), item)).collect();
    items.extend(items::read(Path::new(NEWS))?.into_iter().map(|item| (NEWS_SHARE, item)));
    let articles = articles::read(Path::new(ARTICLES))?;
    let first = articles.iter().filter(|article| !article.later);
    items.extend(first.map(|article| (FACT_SHARE, article.marked())));
    let mut texts: Vec<Text> = items.iter().map(|(_, item)| item.tagged()).collect();
    normalise::normalise(&mut texts);
    Ok(texts.into_iter().zip(items.iter().map(|(share, _)| *share)).collect())
}

/// The texts whose names have finer kinds.
fn with_kinds(texts: &[(Text, f64)]) -> Vec<Text> {
    let kinds = |t: &&Text| t.sentences.iter().flat_map(|s| &s.names).any(|n| n.kind.is_some());
    texts.iter().map(|(t, _)| t).filter(kinds).cloned().collect()
}

fn kinds(data: &Path) -> Result<(), String> {
    let words = resources::cluster_words(&data.join("clusters.en.tsv.gz"))?;
    let clusters = resources::compile_clusters(&words);
    let gazetteer = resources::compile_names(&resources::names(&data.join("gazetteers"), &words)?);
    let lexicon = Lexicon { clusters: Clusters::new(&clusters), gazetteer: Gazetteer::new(&gazetteer) };
    kinds::holdout(&with_kinds(&texts(data)?), &lexicon);
    Ok(())
}
