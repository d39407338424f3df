//! `analyze`: from an article to a report.

mod cli;

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// An article is tens of thousands of small pieces of memory, which the allocator of the system takes twice as long to give and to take back.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let outcome = cli::Arguments::read().and_then(cli::Arguments::settle).and_then(cli::run);
    cli::exit_code(outcome)
}
