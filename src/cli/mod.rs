//! The command line: arguments (as typed) to settings (as needed) to the run.
//!
//! Takes what the user typed; prints results on standard output and everything else on standard error. It is the only
//! place that prints, and the only one that decides exit codes.

mod arguments;
mod evaluate;
mod in_order;
mod interrupt;
mod printer;
mod progress;
mod resume;
mod run;
mod settings;
mod sink;
mod stream;

use std::process::ExitCode;

pub use arguments::Arguments;
pub use run::run;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// All inputs were analysed.
    AllDone,
    /// Some inputs failed; their messages are printed.
    SomeFailed,
    /// The user stopped it.
    Stopped,
}

/// A command line that makes no sense.
#[derive(Debug, thiserror::Error)]
pub enum Usage {
    /// No input, and nobody to wait for: the help text.
    #[error("{0}")]
    Nothing(String),
    /// Something in it is wrong.
    #[error("{0}")]
    Wrong(String),
}

/// 0: all done; 1: some input failed; 2: usage; 130: stopped. Prints what went wrong, but for a reader that has gone away.
pub fn exit_code(outcome: anyhow::Result<Outcome>) -> ExitCode {
    let error = match outcome {
        Ok(Outcome::AllDone) => return ExitCode::SUCCESS,
        Ok(Outcome::SomeFailed) => return ExitCode::from(1),
        Ok(Outcome::Stopped) => return ExitCode::from(interrupt::STOPPED),
        Err(error) => error,
    };
    let closed_pipe = |cause: &(dyn std::error::Error + 'static)| {
        cause.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
    };
    if error.chain().any(closed_pipe) {
        return ExitCode::SUCCESS;
    }
    if let Some(usage) = error.downcast_ref::<clap::Error>() {
        // Help and version come this way too, with code 0. A message that cannot be printed has no better place to go.
        let _ = usage.print();
        return ExitCode::from(u8::try_from(usage.exit_code()).unwrap_or(2));
    }
    match error.downcast_ref::<Usage>() {
        Some(Usage::Nothing(help)) => run::print_message(help),
        _ => run::message(&format!("{error:#}")),
    }
    ExitCode::from(if error.is::<Usage>() { 2 } else { 1 })
}
