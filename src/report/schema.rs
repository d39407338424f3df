//! The form of a report as a JSON Schema, derived from the very types that print it.

use schemars::generate::SchemaSettings;

use super::Report;

/// The JSON Schema (draft 2020-12) of a [`Report`].
pub fn schema() -> serde_json::Value {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<Report>().to_value()
}
