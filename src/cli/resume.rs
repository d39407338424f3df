//! Where an interrupted run stopped: how many inputs have their result already, and which names are taken.
//!
//! A stream of JSON Lines holds a line for every input, so it tells by itself; the last line counts only if it is whole. A
//! folder of files has a list beside them until the run is finished, with what the table of all will need of each.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// The whole lines of a file that may have been cut off while a line was written: how many, and where they end.
pub fn whole_lines(file: &mut File) -> io::Result<(usize, u64)> {
    let (mut lines, mut read, mut end) = (0, 0_u64, 0_u64);
    let mut buffer = vec![0; 1 << 16];
    file.seek(SeekFrom::Start(0))?;
    loop {
        let length = file.read(&mut buffer)?;
        if length == 0 {
            return Ok((lines, end));
        }
        for (position, _) in buffer.iter().take(length).enumerate().filter(|(_, byte)| **byte == b'\n') {
            lines += 1;
            end = read + position as u64 + 1;
        }
        read += length as u64;
    }
}

/// What a list tells of a finished input.
pub struct Noted {
    /// The name of its file; empty where it has none.
    pub name: String,
    /// Its line in the table of all, where there is one.
    pub listing: String,
}

/// The list of a folder's finished inputs: a line each.
pub struct Journal {
    path: PathBuf,
    file: File,
}

impl Journal {
    /// Begins a list in `folder`, or goes on with the one that is there; gives what is on it.
    pub fn open(folder: &Path, resume: bool) -> io::Result<(Self, Vec<Noted>)> {
        let path = folder.join(".analyze.partial");
        let mut file = OpenOptions::new().read(true).write(true).create(true).truncate(!resume).open(&path)?;
        let (_, end) = whole_lines(&mut file)?;
        file.set_len(end)?;
        file.seek(SeekFrom::Start(0))?;
        let noted = |line: String| {
            let (name, listing) = line.split_once('\t').unwrap_or((&line, ""));
            Noted { name: name.to_owned(), listing: listing.to_owned() }
        };
        let lines = BufReader::new(&file).lines().map(|line| line.map(noted)).collect::<io::Result<Vec<_>>>()?;
        file.seek(SeekFrom::End(0))?;
        Ok((Self { path, file }, lines))
    }

    /// Notes an input that is done; `listing` has no line breaks.
    pub fn note(&mut self, name: &str, listing: &str) -> io::Result<()> {
        self.file.write_all(format!("{name}\t{listing}\n").as_bytes())
    }

    /// The run is finished: there is nothing to go on with.
    pub fn close(self) -> io::Result<()> {
        fs::remove_file(self.path)
    }
}
