//! `analyze`: from an article to a report.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    let outcome = cli::Arguments::read().and_then(cli::Arguments::settle).and_then(cli::run);
    cli::exit_code(outcome)
}
