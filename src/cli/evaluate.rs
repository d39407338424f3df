//! `--evaluate`: the analysis beside what somebody expects of it.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use dealfacts::evaluate::{Gold, Scores, compare};
use dealfacts::language::UserLexicon;
use dealfacts::report::{Detail, Report};
use dealfacts::{Analyzer, Article};

use super::Outcome;
use super::run::message;

/// What an evaluation needs.
#[derive(Debug)]
pub struct Evaluation {
    /// Annotated articles, one JSON object a line.
    pub gold: PathBuf,
    /// The F1 of all fields below which the run fails.
    pub fail_under: Option<f64>,
    /// The user's own names.
    pub lexicon: UserLexicon,
    /// Language of all articles, whatever they say themselves.
    pub language: Option<String>,
}

/// Prints the table.
pub fn evaluate(evaluation: &Evaluation) -> Result<Outcome> {
    let name = evaluation.gold.display();
    let gold = fs::read_to_string(&evaluation.gold).with_context(|| format!("--evaluate {name}"))?;
    let folder = evaluation.gold.parent().unwrap_or(Path::new("."));
    let analyzer = Analyzer::with_lexicon(evaluation.lexicon.clone());
    let (mut scores, mut outcome) = (Scores::default(), Outcome::AllDone);
    for (number, line) in (1..).zip(gold.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        match Gold::read(line, folder) {
            Ok(Gold { article, expected }) => {
                let article = Article { language: evaluation.language.clone().or(article.language), ..article };
                let report = analyzer.analyze(&article, |analysis| Report::new(analysis, Detail::default()));
                compare(&report, &expected, &mut scores);
            }
            Err(error) => {
                message(&format!("{name}:{number}: {error}"));
                outcome = Outcome::SomeFailed;
            }
        }
    }
    let mut stdout = io::stdout().lock();
    write!(stdout, "{scores}").and_then(|()| stdout.flush()).context("standard output")?;
    let f1 = scores.overall().f1();
    if let Some(least) = evaluation.fail_under.filter(|&least| f1 < least) {
        message(&format!("F1 of all fields is {f1:.3}, under the {least} of --fail-under"));
        outcome = Outcome::SomeFailed;
    }
    Ok(outcome)
}
