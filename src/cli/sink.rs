//! Where results go: standard output, one file, or a folder with a file per article. A file appears under its name only
//! when it is whole.

use std::collections::HashSet;
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::settings::Output;

/// Where the user wants results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// Standard output.
    Stdout,
    /// One file for all.
    File(PathBuf),
    /// A file per article.
    Folder(PathBuf),
}

impl Destination {
    /// What `--output` means.
    pub fn of(path: Option<PathBuf>) -> Self {
        match path {
            None => Self::Stdout,
            Some(path) if path.as_os_str() == "-" => Self::Stdout,
            Some(path) if path.is_dir() || path.as_os_str().as_encoded_bytes().ends_with(b"/") => Self::Folder(path),
            Some(path) => Self::File(path),
        }
    }
}

/// An open destination.
pub enum Sink {
    /// One stream for all.
    Stream { name: String, stream: Box<dyn Write>, pending: Option<Pending> },
    /// A file per article.
    Folder { path: PathBuf, extension: &'static str, taken: HashSet<String> },
}

impl Sink {
    /// Opens `destination` for `output`; colours reach only terminals.
    pub fn open(destination: &Destination, output: Output) -> Result<Self> {
        Ok(match destination {
            Destination::Stdout => {
                let name = "standard output".to_owned();
                let stdout = io::stdout().lock();
                let stream: Box<dyn Write> = match output {
                    Output::Text => Box::new(BufWriter::new(anstream::AutoStream::auto(stdout))),
                    _ => Box::new(BufWriter::new(stdout)),
                };
                Self::Stream { name, stream, pending: None }
            }
            Destination::File(path) => {
                let name = path.display().to_string();
                let pending = Pending::of(path);
                let open = pending.as_ref().map_or(path, |pending| &pending.unfinished);
                let file = File::create(open).with_context(|| name.clone())?;
                let stream: Box<dyn Write> = match output {
                    Output::Text => Box::new(BufWriter::new(anstream::StripStream::new(file))),
                    _ => Box::new(BufWriter::new(file)),
                };
                Self::Stream { name, stream, pending }
            }
            Destination::Folder(path) => {
                fs::create_dir_all(path).with_context(|| path.display().to_string())?;
                Self::Folder { path: path.clone(), extension: output.extension(), taken: HashSet::new() }
            }
        })
    }

    /// Writes what became of the article called `name`.
    pub fn write(&mut self, name: &str, text: &str) -> Result<()> {
        match self {
            Self::Stream { name, stream, .. } => stream.write_all(text.as_bytes()).with_context(|| name.clone()),
            Self::Folder { path, extension, taken } => {
                let file = path.join(format!("{}.{extension}", unused(&file_name(name), taken)));
                let plain = anstream::adapter::strip_str(text).to_string();
                let text = if *extension == Output::Text.extension() { &plain } else { text };
                let pending = Pending { unfinished: partial(&file), path: file };
                fs::write(&pending.unfinished, text).and_then(|()| pending.finish()).with_context(|| name.to_owned())
            }
        }
    }

    /// Makes what was written so far visible, before a message is.
    pub fn flush(&mut self) -> Result<()> {
        match self {
            Self::Stream { name, stream, .. } => stream.flush().with_context(|| name.clone()),
            Self::Folder { .. } => Ok(()),
        }
    }

    /// Closes the destination; a file gets its name.
    pub fn finish(mut self) -> Result<()> {
        self.flush()?;
        match self {
            Self::Stream { name, stream, pending: Some(pending) } => {
                drop(stream);
                pending.finish().with_context(|| name)
            }
            _ => Ok(()),
        }
    }
}

/// A file that is not whole yet; it goes away unless it is finished.
#[derive(Debug)]
pub struct Pending {
    unfinished: PathBuf,
    path: PathBuf,
}

impl Pending {
    /// A file beside `path`; none where `path` is a device or pipe, which has to be written as it is.
    fn of(path: &Path) -> Option<Self> {
        let special = fs::metadata(path).is_ok_and(|metadata| !metadata.is_file());
        (!special).then(|| Self { unfinished: partial(path), path: path.to_owned() })
    }

    fn finish(&self) -> io::Result<()> {
        fs::rename(&self.unfinished, &self.path)
    }
}

impl Drop for Pending {
    fn drop(&mut self) {
        // Gone already where it was finished; nobody to tell where it cannot be removed.
        let _ = fs::remove_file(&self.unfinished);
    }
}

fn partial(path: &Path) -> PathBuf {
    let mut name = path.file_name().map_or_else(OsString::new, OsString::from);
    name.push(".partial");
    path.with_file_name(name)
}

/// A file name made of an article's name: letters, digits and a few marks, not too long.
fn file_name(name: &str) -> String {
    let plain = |character: char| {
        if character.is_alphanumeric() || "-_.".contains(character) { character } else { '_' }
    };
    let name: String = name.chars().map(plain).take(80).collect();
    let name = name.trim_matches('.');
    if name.is_empty() || name == "-" { "article".to_owned() } else { name.to_owned() }
}

/// `name`, or `name-2` and so on where it is taken.
fn unused(name: &str, taken: &mut HashSet<String>) -> String {
    let numbered = (2..).map(|number| format!("{name}-{number}"));
    let free = std::iter::once(name.to_owned()).chain(numbered).find(|name| !taken.contains(name));
    let free = free.unwrap_or_default();
    taken.insert(free.clone());
    free
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_name_gives_a_file_name() {
        for (name, file) in [
            ("deal-42", "deal-42"),
            ("../../etc/passwd", "_.._etc_passwd"),
            ("https://e.org/a?b", "https___e.org_a_b"),
            ("", "article"),
            ("-", "article"),
            ("..", "article"),
            ("été", "été"),
        ] {
            assert_eq!(file_name(name), file, "{name}");
        }
        assert_eq!(file_name(&"x".repeat(300)).len(), 80);
    }

    #[test]
    fn no_two_articles_share_a_file() {
        let mut taken = HashSet::new();
        let names: Vec<String> = ["a", "a", "b", "a", "a-2"].iter().map(|name| unused(name, &mut taken)).collect();
        assert_eq!(names, ["a", "a-2", "b", "a-3", "a-2-2"]);
    }
}
