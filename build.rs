//! Compiles `src/language/lexicons/<tag>/*.toml` into one packed lexicon a language.

use std::path::{Path, PathBuf};
use std::{env, fs};

use lexicon::schema;

// The rooms of the library that know what a lexicon is; the build uses a part of each.
#[path = "src/language/compile/mod.rs"]
#[allow(dead_code, missing_docs, unused_imports)]
mod compile;
#[path = "src/language/lexicon/mod.rs"]
#[allow(dead_code, missing_docs, unused_imports)]
mod lexicon;
#[path = "src/text/mod.rs"]
#[allow(dead_code, missing_docs, unused_imports)]
mod text;

fn main() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("set by cargo"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("set by cargo"));
    for watched in ["compile", "lexicon", "lexicons"] {
        println!("cargo:rerun-if-changed=src/language/{watched}");
    }
    println!("cargo:rerun-if-changed=src/text");
    let lexicons = root.join("src/language/lexicons");
    let iso = toml::from_str(&read(&lexicons, "currencies").unwrap_or_else(|error| panic!("{error}")));
    let iso: schema::Iso4217 = iso.unwrap_or_else(|error| panic!("currencies.toml: {error}"));
    let mut function_words = lexicon::FunctionWords::default();
    // In the order of `Language`.
    for (language, tag) in ["en", "fr", "de", "es", "it", "pt", "nl", "und"].into_iter().enumerate() {
        let rows = schema::Lexicon::from_files(|name| read(&lexicons.join(tag), name));
        let rows = rows.unwrap_or_else(|error| panic!("{tag}: {error}"));
        rows.text.function_words.iter().for_each(|word| function_words.insert(word, language));
        write(&out.join(format!("{tag}.lexicon")), &lexicon::Lexicon::compile(rows, &iso));
    }
    // Apart, because they are wanted before the language is known, and no lexicon need be unpacked for them.
    write(&out.join("function_words"), &function_words);
}

fn read(folder: &Path, name: &str) -> Result<String, String> {
    let path = folder.join(format!("{name}.toml"));
    fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
}

fn write(path: &Path, content: &impl serde::Serialize) {
    let bytes = postcard::to_stdvec(content).expect("every table can be packed");
    fs::write(path, bytes).expect("the build folder can be written");
}
