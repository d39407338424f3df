//! Paths to inputs: files, folders, standard input.

use std::fs;
use std::path::{Path, PathBuf};

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

use super::{Failure, Resolved, SourceError};

/// Something to read articles from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// `-`
    Stdin,
    /// A file.
    File(PathBuf),
    /// What a program has already.
    Bytes(Vec<u8>),
}

impl Input {
    /// Its name as the user knows it.
    pub fn name(&self) -> String {
        match self {
            Self::Stdin | Self::Bytes(_) => "-".into(),
            Self::File(path) => path.display().to_string(),
        }
    }
}

/// Which files of a folder are taken.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    include: Option<GlobSet>,
    exclude: GlobSet,
}

impl Selection {
    /// Files that match one of `include`, or that are articles by their names where that is empty, without those that match
    /// one of `exclude`. A pattern with a `/` is matched with the path from the folder on, any other with names alone.
    ///
    /// # Errors
    /// The pattern that is none, and why.
    pub fn new(include: &[String], exclude: &[String]) -> Result<Self, String> {
        let include = if include.is_empty() { None } else { Some(set(include)?) };
        Ok(Self { include, exclude: set(exclude)? })
    }

    /// Whether the file at `path`, counted from the folder, is taken.
    fn takes(&self, path: &Path) -> bool {
        let wanted = match &self.include {
            Some(include) => include.is_match(path),
            None => Resolved::by_name(path).is_some(),
        };
        wanted && !self.exclude.is_match(path)
    }

    /// Whether nothing under the folder at `path` is taken.
    fn shuns(&self, path: &Path) -> bool {
        self.exclude.is_match(path)
    }
}

fn set(patterns: &[String]) -> Result<GlobSet, String> {
    let mut set = GlobSetBuilder::new();
    for pattern in patterns {
        let anywhere = if pattern.contains('/') { pattern.clone() } else { format!("**/{pattern}") };
        let glob = GlobBuilder::new(anywhere.trim_start_matches("./")).literal_separator(true).build();
        set.add(glob.map_err(|error| format!("{pattern}: {}", error.kind()))?);
    }
    set.build().map_err(|error| error.to_string())
}

/// The inputs of `paths`, in order; folders give what `selection` takes of them, sorted by path, however deep.
pub fn inputs(paths: &[PathBuf], selection: &Selection) -> Vec<Result<Input, Failure>> {
    let mut found = Vec::new();
    for path in paths {
        if path.as_os_str() == "-" {
            found.push(Ok(Input::Stdin));
        } else if path.is_dir() {
            let before = found.len();
            walk(path, path, selection, &mut found);
            if found.len() == before {
                found.push(Err(failure(path, SourceError::NoArticles)));
            }
        } else {
            found.push(Ok(Input::File(path.clone())));
        }
    }
    found
}

fn walk(root: &Path, folder: &Path, selection: &Selection, found: &mut Vec<Result<Input, Failure>>) {
    let entries = fs::read_dir(folder).and_then(|entries| {
        entries
            .map(|entry| entry.and_then(|entry| Ok((entry.path(), entry.file_type()?))))
            .collect::<Result<Vec<_>, _>>()
    });
    let mut entries = match entries {
        Ok(entries) => entries,
        Err(error) => return found.push(Err(failure(folder, error.into()))),
    };
    entries.sort_by(|(a, _), (b, _)| a.cmp(b));
    for (path, kind) in entries {
        let inside = path.strip_prefix(root).unwrap_or(&path);
        // Links to folders are not followed: they can lead back to where they are.
        if kind.is_dir() {
            if !selection.shuns(inside) {
                walk(root, &path, selection, found);
            }
        } else if selection.takes(inside) && (kind.is_file() || path.is_file()) {
            found.push(Ok(Input::File(path)));
        }
    }
}

fn failure(path: &Path, error: SourceError) -> Failure {
    Failure { name: path.display().to_string(), line: None, id: None, error }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_choose_files() {
        let list = |patterns: &[&str]| patterns.iter().map(|&pattern| pattern.to_owned()).collect::<Vec<_>>();
        for (include, exclude, taken, left) in [
            (&[][..], &[][..], &["a.txt", "b/c.jsonl.gz"][..], &["a.png", "notes"][..]),
            (&["*.news"], &[], &["a.news", "b/c.news"], &["a.txt"]),
            (&["2024/*.txt"], &[], &["2024/a.txt"], &["a.txt", "2023/a.txt", "2024/b/a.txt"]),
            (&["2024/**/*.txt"], &["draft-*"], &["2024/b/a.txt", "2024/a.txt"], &["2024/draft-1.txt"]),
            (&["*.{txt,md}"], &["old"], &["a.md"], &["a.html"]),
        ] {
            let selection = Selection::new(&list(include), &list(exclude)).unwrap();
            for name in taken {
                assert!(selection.takes(Path::new(name)), "{name} of {include:?} without {exclude:?}");
            }
            for name in left {
                assert!(!selection.takes(Path::new(name)), "{name} of {include:?} without {exclude:?}");
            }
        }
        assert!(Selection::new(&[], &list(&["old"])).unwrap().shuns(Path::new("a/old")));
        assert!(Selection::new(&list(&["[a"]), &[]).unwrap_err().starts_with("[a: "));
    }
}
