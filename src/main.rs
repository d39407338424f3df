//! `analyze`: from an article to a report.

fn main() {}
