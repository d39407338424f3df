//! One stream for all results: text as it comes, or a table that takes them apart.

use std::io::{self, BufWriter, Write};

/// An open stream.
pub trait Stream {
    /// Writes one result. Of text it is there at once, for who reads along.
    fn put(&mut self, result: &str) -> io::Result<()>;

    /// Writes what is left to write.
    fn end(self: Box<Self>) -> io::Result<()>;
}

/// Results as text, one after the other.
pub fn text(out: impl Write + 'static) -> Box<dyn Stream> {
    Box::new(Text(BufWriter::new(out)))
}

struct Text<W: Write>(BufWriter<W>);

impl<W: Write> Stream for Text<W> {
    fn put(&mut self, result: &str) -> io::Result<()> {
        self.0.write_all(result.as_bytes())?;
        self.0.flush()
    }

    fn end(mut self: Box<Self>) -> io::Result<()> {
        self.0.flush()
    }
}

/// Results as the rows of a Parquet file.
#[cfg(feature = "parquet")]
pub fn table(out: impl Write + Send + 'static) -> io::Result<Box<dyn Stream>> {
    Ok(Box::new(dealfacts::report::render::ParquetTable::new(BufWriter::new(out))?))
}

#[cfg(feature = "parquet")]
impl<W: Write + Send> Stream for dealfacts::report::render::ParquetTable<W> {
    fn put(&mut self, result: &str) -> io::Result<()> {
        self.add(result)
    }

    fn end(self: Box<Self>) -> io::Result<()> {
        self.finish()
    }
}
