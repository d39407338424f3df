//! What is tested from outside: one program, because linking each file by itself takes longer than running them all.
//! `cargo test --test suite fixtures` runs one file.

mod architecture;
mod attacks;
mod browser;
mod cli;
mod fixtures;
mod inputs;
mod jq;
mod names;
mod outputs;
mod pages;
#[cfg(feature = "parquet")]
mod parquet;
mod program;
mod properties;
mod readme;
mod stopped;
mod wire;
