//! Reports as Parquet: one row a record, with the nested types of the report, so that DuckDB, pandas and Spark read them as
//! they are.
//!
//! The columns are the keys of a report as its JSON Schema tells them, and `error` for records that failed; nobody has to
//! keep a second list of them. Lists have the three levels that the format's specification asks for. Every column may be
//! null, as in files that Spark writes: a record that failed has nothing but its source and its error. Figures are
//! doubles, counts and offsets 64-bit integers, everything else is text.
//!
//! Rows are gathered until they are worth a row group, which bounds what is held in memory.

mod columns;
mod shape;

use std::io::{self, Write};
use std::sync::Arc;

use parquet::basic::{Compression, Repetition};
use parquet::errors::ParquetError;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::writer::SerializedFileWriter;
use serde_json::Value;

use crate::report::schema::schema;
use columns::Columns;
use shape::Shape;

/// Bytes of reports, as JSON, that make a row group: what is held in memory, and a few thousand rows.
const GROUP: usize = 16 << 20;

/// A Parquet file that is being written.
pub struct ParquetTable<W: Write + Send> {
    writer: SerializedFileWriter<W>,
    columns: Columns,
    gathered: usize,
}

impl<W: Write + Send> ParquetTable<W> {
    /// Begins a file.
    ///
    /// # Errors
    /// Where nothing can be written.
    pub fn new(out: W) -> io::Result<Self> {
        let shape = Shape::of_row(&schema());
        let columns = Columns::of(&shape);
        let root = shape.column("report", Repetition::REQUIRED).map_err(failed)?;
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_statistics_enabled(EnabledStatistics::Chunk)
            .set_created_by(concat!(env!("CARGO_PKG_NAME"), " version ", env!("CARGO_PKG_VERSION")).to_owned())
            .build();
        let writer = SerializedFileWriter::new(out, Arc::new(root), Arc::new(properties)).map_err(failed)?;
        Ok(Self { writer, columns, gathered: 0 })
    }

    /// Adds a row: a report, or the record of an error, as a line of JSON.
    ///
    /// # Errors
    /// Where nothing can be written.
    pub fn add(&mut self, line: &str) -> io::Result<()> {
        let row: Value = serde_json::from_str(line)?;
        self.columns.add(&row);
        self.gathered += line.len();
        if self.gathered < GROUP {
            return Ok(());
        }
        self.write_group()
    }

    /// Ends the file, which can be read only now.
    ///
    /// # Errors
    /// Where nothing can be written.
    pub fn finish(mut self) -> io::Result<()> {
        if self.gathered > 0 {
            self.write_group()?;
        }
        self.writer.finish().map_err(failed)?;
        self.writer.inner_mut().flush()
    }

    fn write_group(&mut self) -> io::Result<()> {
        self.gathered = 0;
        let mut group = self.writer.next_row_group().map_err(failed)?;
        self.columns.write_to(&mut group).and_then(|()| group.close()).map_err(failed)?;
        Ok(())
    }
}

/// What went wrong, as the error of writing that it mostly is.
fn failed(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(cause) => match cause.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(cause) => io::Error::other(cause),
        },
        error => io::Error::other(error),
    }
}
