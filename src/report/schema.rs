//! The form of a report as a JSON Schema, derived from the very types that print it.

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value};

use super::Report;

/// The JSON Schema (draft 2020-12) of a [`Report`].
pub fn schema() -> Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let mut derived = settings.into_generator().into_root_schema_for::<Report>();
    let mut schema = Map::new();
    for key in ["$schema", "title", "description"] {
        schema.extend(derived.remove(key).map(|value| (key.to_owned(), value)));
    }
    if let Value::Object(rest) = derived.to_value() {
        schema.extend(rest);
    }
    Value::Object(schema)
}
