//! Figures as JSON numbers, exactly as written.

use std::borrow::Cow;
use std::fmt;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

/// An exact decimal that prints as a plain JSON number: no exponent, no trailing zeros, no binary noise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Number(Decimal);

impl Number {
    /// The figure itself.
    pub fn decimal(self) -> Decimal {
        self.0
    }
}

impl From<Decimal> for Number {
    fn from(value: Decimal) -> Self {
        Self(value.normalize())
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.scale() == 0
            && let Some(whole) = self.0.to_i64()
        {
            return serializer.serialize_i64(whole);
        }
        let number: serde_json::Number = self.0.to_string().parse().map_err(serde::ser::Error::custom)?;
        number.serialize(serializer)
    }
}

impl JsonSchema for Number {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Number".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "number" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_exactly_what_was_written() {
        for (written, printed) in [
            ("14000000000", "14000000000"),
            ("12.5", "12.5"),
            ("12.50", "12.5"),
            ("100", "100"),
            ("0", "0"),
            ("-0.1", "-0.1"),
            ("0.30000000000000004", "0.30000000000000004"),
            ("79228162514264337593543950335", "79228162514264337593543950335"),
            ("0.0000000000000000000000000001", "0.0000000000000000000000000001"),
        ] {
            let number = Number::from(written.parse::<Decimal>().unwrap());
            assert_eq!(serde_json::to_string(&number).unwrap(), printed);
            assert_eq!(number.to_string(), printed);
        }
    }
}
