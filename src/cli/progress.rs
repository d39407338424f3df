//! How far a run is, on standard error: a bar on a terminal, a line now and then elsewhere, and a summary at the end.

use std::collections::BTreeMap;
use std::io::IsTerminal;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use indicatif::{HumanCount, HumanDuration, ProgressBar, ProgressStyle};

use super::run::{message, print_message};

/// Time between two lines where there is no terminal.
const EVERY: Duration = Duration::from_secs(10);

/// What is counted, and how it is shown.
pub struct Progress {
    shown: Shown,
    begun: Instant,
    /// Bytes read so far, and in all where that is known.
    read: Arc<AtomicU64>,
    total: Option<u64>,
    records: u64,
    deals: u64,
    errors: BTreeMap<String, u64>,
}

enum Shown {
    Nothing,
    Bar(ProgressBar),
    Lines { last: Instant },
}

impl Progress {
    /// Shows nothing if `quiet`, else a bar on a terminal, and lines elsewhere if `wanted`.
    pub fn new(quiet: bool, wanted: bool, several: bool, read: Arc<AtomicU64>, total: Option<u64>) -> Self {
        let begun = Instant::now();
        let shown = match (std::io::stderr().is_terminal(), wanted) {
            _ if quiet => Shown::Nothing,
            (true, wanted) if wanted || several => Shown::Bar(bar(total)),
            (false, true) => Shown::Lines { last: begun },
            _ => Shown::Nothing,
        };
        Self { shown, begun, read, total, records: 0, deals: 0, errors: BTreeMap::new() }
    }

    /// Counts a report with so many deals.
    pub fn report(&mut self, deals: usize) {
        self.deals += deals as u64;
        self.step();
    }

    /// Counts an input that gave none.
    pub fn failed(&mut self, code: &str) {
        *self.errors.entry(code.to_owned()).or_default() += 1;
        self.step();
    }

    fn step(&mut self) {
        self.records += 1;
        let read = self.read.load(Ordering::Relaxed);
        match &mut self.shown {
            Shown::Nothing => {}
            Shown::Bar(bar) => {
                bar.set_position(read);
                bar.set_message(counted(self.records, "record"));
            }
            Shown::Lines { last } => {
                if last.elapsed() >= EVERY {
                    *last = Instant::now();
                    self.line();
                }
            }
        }
    }

    fn line(&self) {
        let (read, seconds) = (self.read.load(Ordering::Relaxed) as f64, self.begun.elapsed().as_secs_f64());
        let speed = read / seconds.max(0.001);
        let left = self.total.filter(|&total| total as f64 > read && speed > 0.0).map(|total| {
            let left = Duration::from_secs_f64((total as f64 - read) / speed);
            format!(", {} left", HumanDuration(left))
        });
        let records = counted(self.records, "record");
        message(&format!("{records}, {:.1} MB/s{}", speed / 1e6, left.unwrap_or_default()));
    }

    /// Prints something else without tearing the bar.
    pub fn aside(&self, print: impl FnOnce()) {
        match &self.shown {
            Shown::Bar(bar) => bar.suspend(print),
            _ => print(),
        }
    }

    /// The summary.
    pub fn finish(self) {
        match &self.shown {
            Shown::Nothing => return,
            Shown::Bar(bar) => bar.finish_and_clear(),
            Shown::Lines { .. } => {}
        }
        let seconds = self.begun.elapsed().as_secs_f64();
        let read = self.read.load(Ordering::Relaxed) as f64;
        let failed: u64 = self.errors.values().sum();
        let mut line = format!(
            "analyze: {}, {}, {} in {seconds:.1} s ({:.1} MB/s)",
            counted(self.records, "record"),
            counted(self.deals, "deal"),
            counted(failed, "error"),
            read / seconds.max(0.001) / 1e6
        );
        for (code, count) in &self.errors {
            line += &format!("\n  {code}: {}", HumanCount(*count));
        }
        print_message(&line);
    }
}

fn bar(total: Option<u64>) -> ProgressBar {
    let bar = total.map_or_else(ProgressBar::new_spinner, ProgressBar::new);
    let template = if total.is_some() {
        "{elapsed_precise} {wide_bar} {msg}, {decimal_bytes_per_sec}, {eta} left"
    } else {
        "{elapsed_precise} {spinner} {msg}, {decimal_bytes_per_sec}"
    };
    match ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// "1 record", "12,000 records"
fn counted(count: u64, what: &str) -> String {
    format!("{} {what}{}", HumanCount(count), if count == 1 { "" } else { "s" })
}
