//! Packs `src/language/lexicons/<tag>/*.toml` into one file a language, without the examples that only tests read.

use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "src/language/lexicon/schema/mod.rs"]
#[allow(dead_code, missing_docs, unused_imports)]
mod schema;

fn main() {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("set by cargo"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("set by cargo"));
    let lexicons = root.join("src/language/lexicons");
    println!("cargo:rerun-if-changed=src/language/lexicons");
    println!("cargo:rerun-if-changed=src/language/lexicon/schema");
    let mut function_words = Vec::new();
    for tag in ["en", "fr", "de", "es", "it", "pt", "nl", "und"] {
        let text = pack(&lexicons.join(tag), &out.join(format!("{tag}.lexicon")));
        function_words.push((tag, text.function_words));
    }
    // Apart, because they are wanted before the language is known, and no lexicon need be unpacked for them.
    let bytes = postcard::to_stdvec(&function_words).expect("every section can be packed");
    fs::write(out.join("function_words"), bytes).expect("the build folder can be written");
    pack_currencies(&lexicons.join("currencies.toml"), &out.join("currencies.lexicon"));
}

fn pack(folder: &Path, packed: &Path) -> schema::Text {
    let read = |name: &str| {
        let path = folder.join(format!("{name}.toml"));
        fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let mut lexicon = schema::Lexicon::from_files(read).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    lexicon.strip_examples();
    let bytes = postcard::to_stdvec(&lexicon).expect("every section can be packed");
    fs::write(packed, bytes).expect("the build folder can be written");
    lexicon.text
}

fn pack_currencies(file: &Path, packed: &Path) {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let table: schema::Iso4217 = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let bytes = postcard::to_stdvec(&table).expect("every section can be packed");
    fs::write(packed, bytes).expect("the build folder can be written");
}
