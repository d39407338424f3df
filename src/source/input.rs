//! Paths to inputs: files, folders, standard input.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Failure, Resolved, SourceError};

/// Something to read articles from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// `-`
    Stdin,
    /// A file.
    File(PathBuf),
}

impl Input {
    /// Its name as the user knows it.
    pub fn name(&self) -> String {
        match self {
            Self::Stdin => "-".into(),
            Self::File(path) => path.display().to_string(),
        }
    }
}

/// The inputs of `paths`, in order; folders give their articles sorted by path, however deep.
pub fn inputs(paths: &[PathBuf]) -> Vec<Result<Input, Failure>> {
    let mut found = Vec::new();
    for path in paths {
        if path.as_os_str() == "-" {
            found.push(Ok(Input::Stdin));
        } else if path.is_dir() {
            let before = found.len();
            walk(path, &mut found);
            if found.len() == before {
                found.push(Err(failure(path, SourceError::NoArticles)));
            }
        } else {
            found.push(Ok(Input::File(path.clone())));
        }
    }
    found
}

fn walk(folder: &Path, found: &mut Vec<Result<Input, Failure>>) {
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
        // Links to folders are not followed: they can lead back to where they are.
        if kind.is_dir() {
            walk(&path, found);
        } else if Resolved::by_name(&path).is_some() && (kind.is_file() || path.is_file()) {
            found.push(Ok(Input::File(path)));
        }
    }
}

fn failure(path: &Path, error: SourceError) -> Failure {
    Failure { name: path.display().to_string(), line: None, id: None, error }
}
