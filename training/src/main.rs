//! Makes and measures the name tagger of `dealfacts`; see `README.md` beside it.

mod corpus;
mod crf;
mod evaluate;
mod headlines;
mod kinds;
mod normalise;
mod random;
mod resources;
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
  training train DATA MODEL     train on the folder DATA, write the model's files into the folder MODEL
  training kinds DATA           score the finer kinds on every tenth document of our own sentences
  training evaluate DIR [MODEL] score the library's model, or the one in MODEL, on the corpora of DIR";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments[..] {
        ["train", data, model] => train(Path::new(data), Path::new(model)),
        ["kinds", data] => kinds(Path::new(data)),
        ["evaluate", dir] => evaluate::report(&Tagger::new(EMBEDDED), Path::new(dir)),
        ["evaluate", dir, model] => evaluate_files(Path::new(dir), Path::new(model)),
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

/// The corpora, and how often an epoch uses each of their documents.
const CORPORA: [(&str, f64); 13] = [
    ("fr-winer", 1.0),
    ("en-wikigold", 1.0),
    ("en-redocred", 1.0),
    ("en-wnut17", 1.0),
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

/// How often an epoch uses each copy of our own documents that has headlines.
const HEADLINED: f64 = 0.6;

/// The name lists again, less the listed companies: for measuring how much hangs on them. Not shipped.
const WITHOUT_COMPANIES: &str = "gazetteer-without-companies.bin";

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
    let without: Vec<_> = names.into_iter().filter(|(_, l)| !matches!(l, List::Company | List::ShortCompany)).collect();
    write(WITHOUT_COMPANIES, &resources::compile_names(&without))?;
    let lexicon = Lexicon { clusters: Clusters::new(&clusters), gazetteer: Gazetteer::new(&gazetteer) };
    let mut texts = texts(data)?;
    let ours = with_kinds(&texts);
    write("kinds.bin", &kinds::train(&ours, &lexicon))?;
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

/// Scores the model in a folder, whole and with the companies taken out of its lists.
fn evaluate_files(dir: &Path, model: &Path) -> Result<(), String> {
    let read = |name: &str| std::fs::read(model.join(name)).map_err(|e| format!("{}: {e}", model.join(name).display()));
    let [clusters, gazetteer, weights, transitions, kinds] =
        ["clusters.bin", "gazetteer.bin", "weights.bin", "transitions.bin", "kinds.bin"].map(read);
    let (clusters, weights, transitions, kinds) = (clusters?, weights?, transitions?, kinds?);
    let lists = [("all lists", gazetteer?), ("without listed companies", read(WITHOUT_COMPANIES)?)];
    for (name, gazetteer) in &lists {
        println!("{name}");
        let parts =
            Parts { clusters: &clusters, gazetteer, weights: &weights, transitions: &transitions, kinds: &kinds };
        evaluate::report(&Tagger::new(parts), dir)?;
    }
    Ok(())
}
