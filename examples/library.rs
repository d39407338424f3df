//! The library in a program: `cargo run --example library -- article.txt`

use std::error::Error;

use dealfacts::report::{Detail, Report};
use dealfacts::{Analyzer, Article};

#[allow(clippy::print_stdout)] // it is what the example is for
fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("give the path of an article")?;
    let article = Article::from_text(std::fs::read_to_string(path)?);
    let report = Analyzer::new().analyze(&article, |analysis| Report::new(analysis, Detail::default()));
    for deal in &report.deals {
        println!("{}", deal.summary);
        for evidence in &deal.evidence {
            println!("  {}: “{}”", evidence.fields.join(", "), evidence.span.text);
        }
    }
    Ok(())
}
