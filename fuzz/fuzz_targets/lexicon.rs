//! A user's lexicon.

#![no_main]

use dealfacts::language::UserLexicon;
use dealfacts::{Analyzer, Article};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|toml: &str| {
    if let Ok(lexicon) = UserLexicon::from_toml(toml) {
        let article = Article::from_text("Arvel Inc. has bought Boreal SA for $2 billion, its CEO Jane Holm said.");
        Analyzer::with_lexicon(lexicon).analyze(&article, |_| ());
    }
});
