//! The shape of a row: what a JSON Schema says, as the types of Parquet.

use std::sync::Arc;

use parquet::basic::{ConvertedType, LogicalType, Repetition, Type as Physical};
use parquet::errors::Result;
use parquet::schema::types::Type;
use serde_json::{Map, Value, json};

/// What stands in a place.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// Text.
    Text,
    /// A whole number.
    Whole,
    /// Any number.
    Figure,
    /// Yes or no.
    Truth,
    /// Any number of one shape.
    List(Box<Shape>),
    /// Several things by name.
    Record(Vec<Part>),
}

/// A named part of a record.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Its key.
    pub name: String,
    /// Its shape.
    pub shape: Shape,
    /// How many columns it takes.
    pub columns: usize,
}

impl Part {
    fn new(name: &str, shape: Shape) -> Self {
        Self { name: name.to_owned(), columns: shape.columns(), shape }
    }
}

impl Shape {
    /// The shape of a row: that of the report whose JSON Schema this is, and what is wrong where there is none.
    pub fn of_row(schema: &Value) -> Self {
        let definitions = schema["$defs"].as_object().cloned().unwrap_or_default();
        let text = json!({ "type": "string" });
        let error = json!({ "type": "object", "properties": { "code": text, "message": text } });
        let mut row = schema.clone();
        if let Some(properties) = row.get_mut("properties").and_then(Value::as_object_mut) {
            properties.insert("error".to_owned(), error);
        }
        Self::of(&row, &definitions)
    }

    fn of(schema: &Value, definitions: &Map<String, Value>) -> Self {
        let defined = schema["$ref"].as_str().and_then(|path| definitions.get(path.rsplit('/').next()?));
        if let Some(defined) = defined {
            return Self::of(defined, definitions);
        }
        // What may be null is one of two.
        let either = ["anyOf", "oneOf"].into_iter().find_map(|key| schema[key].as_array());
        if let Some(one) = either.and_then(|these| these.iter().find(|one| one["type"] != "null")) {
            return Self::of(one, definitions);
        }
        let kinds = schema["type"].as_array();
        let kind = kinds.and_then(|kinds| kinds.iter().find(|kind| *kind != "null")).unwrap_or(&schema["type"]);
        match kind.as_str() {
            Some("integer") => Self::Whole,
            Some("number") => Self::Figure,
            Some("boolean") => Self::Truth,
            Some("array") => Self::List(Box::new(Self::of(&schema["items"], definitions))),
            Some("object") => {
                let parts = schema["properties"].as_object().into_iter().flatten();
                Self::Record(parts.map(|(name, part)| Part::new(name, Self::of(part, definitions))).collect())
            }
            _ => Self::Text,
        }
    }

    /// How many columns it takes.
    pub fn columns(&self) -> usize {
        match self {
            Self::List(element) => element.columns(),
            Self::Record(parts) => parts.iter().map(|part| part.columns).sum(),
            Self::Text | Self::Whole | Self::Figure | Self::Truth => 1,
        }
    }

    /// The same as Parquet has it, called `name`.
    pub fn column(&self, name: &str, repetition: Repetition) -> Result<Type> {
        let primitive = |physical| Type::primitive_type_builder(name, physical).with_repetition(repetition);
        match self {
            Self::Text => {
                let text = primitive(Physical::BYTE_ARRAY).with_logical_type(Some(LogicalType::String));
                text.with_converted_type(ConvertedType::UTF8).build()
            }
            Self::Whole => primitive(Physical::INT64).build(),
            Self::Figure => primitive(Physical::DOUBLE).build(),
            Self::Truth => primitive(Physical::BOOLEAN).build(),
            Self::List(element) => {
                let element = Arc::new(element.column("element", Repetition::OPTIONAL)?);
                let list = Type::group_type_builder("list").with_repetition(Repetition::REPEATED);
                let list = Arc::new(list.with_fields(vec![element]).build()?);
                let outer = Type::group_type_builder(name).with_repetition(repetition).with_fields(vec![list]);
                outer.with_logical_type(Some(LogicalType::List)).with_converted_type(ConvertedType::LIST).build()
            }
            Self::Record(parts) => {
                let part = |part: &Part| part.shape.column(&part.name, Repetition::OPTIONAL).map(Arc::new);
                let parts = parts.iter().map(part).collect::<Result<Vec<_>>>()?;
                Type::group_type_builder(name).with_repetition(repetition).with_fields(parts).build()
            }
        }
    }
}
