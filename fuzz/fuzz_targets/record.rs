//! JSON Lines.

#![no_main]

use std::sync::LazyLock;

use dealfacts::Analyzer;
use dealfacts::report::{Detail, Report, render};
use dealfacts::source::{Fields, Format, Raws, Resolved};
use libfuzzer_sys::fuzz_target;

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(Analyzer::new);

fuzz_target!(|bytes: &[u8]| {
    for raw in Raws::of_bytes(bytes.to_vec(), Format::Is(Resolved::JsonLines)) {
        let Ok(article) = raw.article(&Fields::default()) else { continue };
        let report = ANALYZER.analyze(&article, |analysis| Report::new(analysis, Detail::default()));
        render::json_line(&report).expect("a report prints");
        render::html(&report, &article.text);
    }
});
