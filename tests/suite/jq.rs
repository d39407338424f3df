//! `jq` for tests, played by the `jaq` crates, so that nothing has to be installed.

use jaq_core::load::{Arena, File, Loader};
use jaq_core::{Compiler, Ctx, Vars, data, unwrap_valr};
use jaq_json::{Val, read};

/// What `jq` prints for `arguments` (options, then a filter in single quotes) on `input`.
pub fn jq(arguments: &str, input: &str) -> String {
    let (options, filter) = arguments.split_once('\'').expect("the filter stands in single quotes");
    let filter = filter.trim_end().strip_suffix('\'').expect("the filter ends in a single quote");
    let raw = options.contains("-r");
    let arena = Arena::default();
    let defs = jaq_core::defs().chain(jaq_std::defs()).chain(jaq_json::defs());
    let modules = Loader::new(defs).load(&arena, File { code: filter, path: () });
    let modules = modules.unwrap_or_else(|_| panic!("{filter} is no filter"));
    let funs = jaq_core::funs().chain(jaq_std::funs()).chain(jaq_json::funs());
    let filter = Compiler::default().with_funs(funs).compile(modules);
    let filter = filter.unwrap_or_else(|_| panic!("{arguments} is no filter"));
    let mut printed = String::new();
    for value in read::parse_many(input.as_bytes()) {
        let value = value.unwrap_or_else(|error| panic!("no JSON: {error}"));
        let context = Ctx::<data::JustLut<Val>>::new(&filter.lut, Vars::new([]));
        for found in filter.id.run((context, value)).map(unwrap_valr) {
            let found = found.unwrap_or_else(|error| panic!("{arguments}: {error}"));
            let text = found.to_string();
            let unquoted = raw.then(|| serde_json::from_str::<String>(&text).ok()).flatten();
            printed += &format!("{}\n", unquoted.unwrap_or(text));
        }
    }
    printed
}
