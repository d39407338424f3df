//! Bytes as an article.

#![no_main]

use std::sync::LazyLock;

use dealfacts::report::{Detail, Report, render};
use dealfacts::{Analyzer, Article};
use libfuzzer_sys::fuzz_target;

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(Analyzer::new);

fuzz_target!(|bytes: &[u8]| {
    let Ok(decoded) = dealfacts::source::decode(bytes.to_vec()) else { return };
    let article = Article::from_text(decoded.text);
    let detail = Detail { mentions: true, rules: true };
    let report = ANALYZER.analyze(&article, |analysis| Report::new(analysis, detail));
    for span in report.amounts.iter().map(|amount| &amount.span).chain(report.quotes.iter().map(|quote| &quote.span)) {
        assert_eq!(article.text.get(span.byte_start..span.byte_end), Some(span.text.as_str()));
    }
    render::json(&report).expect("a report prints");
    render::csv(&report).expect("a report prints");
    render::text(&report);
    render::markdown(&report);
    render::html(&report, &article.text);
});
