//! Rows taken apart into columns, each value with the two levels that tell where in the nesting it stands.
//!
//! The definition level counts how many of the things around a value are there; the repetition level tells which of the
//! lists around it goes on with this value, 0 for a new row.

use std::mem;

use parquet::column::writer::ColumnWriter;
use parquet::data_type::ByteArray;
use parquet::errors::{ParquetError, Result};
use parquet::file::writer::SerializedRowGroupWriter;
use serde_json::Value;

use super::shape::Shape;

/// The rows gathered for a row group.
pub struct Columns {
    shape: Shape,
    columns: Vec<Column>,
}

#[derive(Default)]
struct Column {
    definition: Vec<i16>,
    repetition: Vec<i16>,
    values: Values,
}

/// What stands in a column, in the type that it has.
enum Values {
    /// Texts end to end, and where each ends.
    Text(Vec<u8>, Vec<usize>),
    Whole(Vec<i64>),
    Figure(Vec<f64>),
    Truth(Vec<bool>),
}

impl Default for Values {
    fn default() -> Self {
        Self::Text(Vec::new(), Vec::new())
    }
}

/// Where in the nesting a value stands.
#[derive(Clone, Copy, Default)]
struct Level {
    definition: i16,
    repetition: i16,
    /// How many lists are around it.
    lists: i16,
}

impl Columns {
    /// No rows of this shape yet.
    pub fn of(shape: &Shape) -> Self {
        let mut columns = Vec::with_capacity(shape.columns());
        empty(shape, &mut columns);
        Self { shape: shape.clone(), columns }
    }

    /// Adds a row.
    pub fn add(&mut self, row: &Value) {
        if let Shape::Record(parts) = &self.shape {
            // The row itself is always there, which is no level.
            let mut columns = self.columns.as_mut_slice();
            for part in parts {
                columns = put(&part.shape, &row[&part.name], Level::default(), columns);
            }
        }
    }

    /// Writes all rows and forgets them.
    pub fn write_to<W: std::io::Write + Send>(&mut self, group: &mut SerializedRowGroupWriter<'_, W>) -> Result<()> {
        for column in &mut self.columns {
            let Some(mut writer) = group.next_column()? else {
                return Err(ParquetError::General("fewer columns than the rows have".into()));
            };
            column.write_to(writer.untyped())?;
            writer.close()?;
        }
        Ok(())
    }
}

/// Appends a column for each leaf of the shape, in order.
fn empty(shape: &Shape, columns: &mut Vec<Column>) {
    let values = match shape {
        Shape::List(element) => return empty(element, columns),
        Shape::Record(parts) => return parts.iter().for_each(|part| empty(&part.shape, columns)),
        Shape::Text => Values::default(),
        Shape::Whole => Values::Whole(Vec::new()),
        Shape::Figure => Values::Figure(Vec::new()),
        Shape::Truth => Values::Truth(Vec::new()),
    };
    columns.push(Column { values, ..Column::default() });
}

/// Puts `value`, which has this shape or is null, into the first of `columns`; gives those that are not its own.
fn put<'c>(shape: &Shape, value: &Value, level: Level, columns: &'c mut [Column]) -> &'c mut [Column] {
    let (own, others) = columns.split_at_mut(shape.columns().min(columns.len()));
    let inside = Level { definition: level.definition + 1, ..level };
    match (shape, value) {
        (Shape::Record(parts), Value::Object(object)) => {
            let mut rest = own;
            for part in parts {
                rest = put(&part.shape, object.get(&part.name).unwrap_or(&Value::Null), inside, rest);
            }
        }
        (Shape::List(_), Value::Array(items)) if items.is_empty() => absent(own, inside),
        (Shape::List(element), Value::Array(items)) => {
            let lists = level.lists + 1;
            for (place, item) in items.iter().enumerate() {
                let repetition = if place == 0 { level.repetition } else { lists };
                put(element, item, Level { definition: level.definition + 2, repetition, lists }, own);
            }
        }
        (Shape::Text | Shape::Whole | Shape::Figure | Shape::Truth, value) => {
            if let Some(column) = own.first_mut() {
                let there = column.values.push(value);
                column.place(if there { inside } else { level });
            }
        }
        _ => absent(own, level),
    }
    others
}

/// Notes in all of `columns` that there is nothing further in than `level`.
fn absent(columns: &mut [Column], level: Level) {
    columns.iter_mut().for_each(|column| column.place(level));
}

impl Column {
    fn place(&mut self, level: Level) {
        self.definition.push(level.definition);
        self.repetition.push(level.repetition);
    }

    fn write_to(&mut self, writer: &mut ColumnWriter<'_>) -> Result<()> {
        let definition = mem::take(&mut self.definition);
        let repetition = mem::take(&mut self.repetition);
        let (definition, repetition) = (Some(definition.as_slice()), Some(repetition.as_slice()));
        match (&mut self.values, writer) {
            (Values::Text(bytes, ends), ColumnWriter::ByteArrayColumnWriter(writer)) => {
                let texts = texts(mem::take(bytes), &mem::take(ends));
                writer.write_batch(&texts, definition, repetition)?;
            }
            (Values::Whole(values), ColumnWriter::Int64ColumnWriter(writer)) => {
                writer.write_batch(&mem::take(values), definition, repetition)?;
            }
            (Values::Figure(values), ColumnWriter::DoubleColumnWriter(writer)) => {
                writer.write_batch(&mem::take(values), definition, repetition)?;
            }
            (Values::Truth(values), ColumnWriter::BoolColumnWriter(writer)) => {
                writer.write_batch(&mem::take(values), definition, repetition)?;
            }
            _ => return Err(ParquetError::General("a column of another type than its values".into())),
        }
        Ok(())
    }
}

/// The texts that end at `ends`, all in one piece of memory.
fn texts(bytes: Vec<u8>, ends: &[usize]) -> Vec<ByteArray> {
    let all = ByteArray::from(bytes);
    let starts = std::iter::once(0).chain(ends.iter().copied());
    starts.zip(ends).map(|(start, end)| all.slice(start, end - start)).collect()
}

impl Values {
    /// Adds a value, unless it is null.
    fn push(&mut self, value: &Value) -> bool {
        let added = match self {
            Self::Text(bytes, ends) => value.as_str().map(|text| {
                bytes.extend_from_slice(text.as_bytes());
                ends.push(bytes.len());
            }),
            Self::Whole(values) => value.as_i64().map(|value| values.push(value)),
            Self::Figure(values) => value.as_f64().map(|value| values.push(value)),
            Self::Truth(values) => value.as_bool().map(|value| values.push(value)),
        };
        added.is_some()
    }
}
