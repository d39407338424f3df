//! Where results go: standard output, one file, or a folder with a file per article. A file appears under its name only
//! when it is whole.

use std::collections::HashSet;
use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::resume::{Journal, Noted, whole_lines};
use super::settings::Output;
use super::stream::{self, Stream};

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

/// What an earlier run has done.
#[derive(Default)]
pub struct DoneBefore {
    /// How many inputs.
    pub count: usize,
    /// What is known of each, in a folder.
    pub noted: Vec<Noted>,
}

/// An open destination.
pub enum Sink {
    /// One stream for all.
    Stream { name: String, stream: Box<dyn Stream>, pending: Option<Pending> },
    /// A file per article.
    Folder { path: PathBuf, extension: &'static str, taken: HashSet<String>, journal: Journal },
}

impl Sink {
    /// Opens `destination` for `output`, to go on where an earlier run stopped if asked to; tells which inputs have their
    /// result already. Colours reach only terminals.
    pub fn open(destination: &Destination, output: Output, resume: bool) -> Result<(Self, DoneBefore)> {
        Ok(match destination {
            Destination::Stdout => {
                let name = "standard output".to_owned();
                let stream = match output {
                    Output::Text => stream::text(anstream::AutoStream::auto(io::stdout().lock())),
                    #[cfg(feature = "parquet")]
                    Output::Parquet => stream::table(io::stdout()).with_context(|| name.clone())?,
                    _ => stream::text(io::stdout().lock()),
                };
                (Self::Stream { name, stream, pending: None }, DoneBefore::default())
            }
            Destination::File(path) => {
                let name = path.display().to_string();
                let pending = Pending::of(path);
                let open = pending.as_ref().map_or(path, |pending| &pending.unfinished);
                let (file, count) = file(path, open, resume).with_context(|| name.clone())?;
                let stream = match output {
                    Output::Text => stream::text(anstream::StripStream::new(file)),
                    #[cfg(feature = "parquet")]
                    Output::Parquet => stream::table(file).with_context(|| name.clone())?,
                    _ => stream::text(file),
                };
                (Self::Stream { name, stream, pending }, DoneBefore { count, noted: Vec::new() })
            }
            Destination::Folder(path) => {
                let opened = fs::create_dir_all(path).and_then(|()| Journal::open(path, resume));
                let (journal, noted) = opened.with_context(|| path.display().to_string())?;
                let mut taken: HashSet<String> = noted.iter().map(|noted| noted.name.clone()).collect();
                if output == Output::Html {
                    // That of the table of all.
                    taken.insert("index".into());
                }
                let sink = Self::Folder { path: path.clone(), extension: output.extension(), taken, journal };
                (sink, DoneBefore { count: noted.len(), noted })
            }
        })
    }

    /// Writes what became of the article called `name`, whole, and notes its `listing`; tells the name of its file where
    /// it has its own.
    pub fn write(&mut self, name: &str, text: &str, listing: &str) -> Result<Option<String>> {
        match self {
            Self::Stream { name, stream, .. } => {
                stream.put(text).with_context(|| name.clone())?;
                Ok(None)
            }
            Self::Folder { path, extension, taken, journal } => {
                let own = unused(&file_name(name), taken);
                let file = format!("{own}.{extension}");
                let plain = anstream::adapter::strip_str(text).to_string();
                let text = if *extension == Output::Text.extension() { &plain } else { text };
                let written = whole(&path.join(&file), text).and_then(|()| journal.note(&own, listing));
                written.with_context(|| name.to_owned())?;
                Ok(Some(file))
            }
        }
    }

    /// Notes an article that has nothing to be written.
    pub fn pass_over(&mut self, listing: &str) -> Result<()> {
        match self {
            Self::Stream { .. } => Ok(()),
            Self::Folder { path, journal, .. } => journal.note("", listing).with_context(|| path.display().to_string()),
        }
    }

    /// Closes the destination; a file gets its name, a folder the file `beside` the articles'.
    pub fn finish(self, beside: Option<(&str, String)>) -> Result<()> {
        match self {
            Self::Stream { name, stream, pending } => {
                stream.end().with_context(|| name.clone())?;
                pending.map_or(Ok(()), |pending| pending.finish()).with_context(|| name)
            }
            Self::Folder { path, journal, .. } => {
                let written = beside.map_or(Ok(()), |(name, text)| whole(&path.join(name), &text));
                written.and_then(|()| journal.close()).with_context(|| path.display().to_string())
            }
        }
    }

    /// Leaves what is there, whole as far as it goes, for a run that goes on with it or for somebody who looks at it.
    pub fn leave(self) -> Result<()> {
        if let Self::Stream { name, stream, pending } = self {
            stream.end().with_context(|| name)?;
            if let Some(mut pending) = pending {
                pending.left = true;
            }
        }
        Ok(())
    }
}

/// The file that `path` is written to, and how many lines of it stay: those of an interrupted run, or of one that is done
/// and has new inputs.
fn file(path: &Path, open: &Path, resume: bool) -> io::Result<(File, usize)> {
    if !resume {
        return Ok((File::create(open)?, 0));
    }
    if !open.exists() && path.exists() {
        fs::rename(path, open)?;
    }
    let mut file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(open)?;
    let (lines, end) = whole_lines(&mut file)?;
    file.set_len(end)?;
    file.seek(SeekFrom::End(0))?;
    Ok((file, lines))
}

/// Writes a file that appears only when it is whole.
fn whole(path: &Path, text: &str) -> io::Result<()> {
    let pending = Pending { unfinished: partial(path), path: path.to_owned(), left: false };
    fs::write(&pending.unfinished, text).and_then(|()| pending.finish())
}

/// A file that is not whole yet; it goes away unless it is finished or left.
#[derive(Debug)]
pub struct Pending {
    unfinished: PathBuf,
    path: PathBuf,
    left: bool,
}

impl Pending {
    /// A file beside `path`; none where `path` is a device or pipe, which has to be written as it is.
    fn of(path: &Path) -> Option<Self> {
        let special = fs::metadata(path).is_ok_and(|metadata| !metadata.is_file());
        (!special).then(|| Self { unfinished: partial(path), path: path.to_owned(), left: false })
    }

    fn finish(&self) -> io::Result<()> {
        fs::rename(&self.unfinished, &self.path)
    }
}

impl Drop for Pending {
    fn drop(&mut self) {
        if !self.left {
            // Gone already where it was finished; nobody to tell where it cannot be removed.
            let _ = fs::remove_file(&self.unfinished);
        }
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
