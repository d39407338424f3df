//! A line of JSON, the same to the byte as `serde_json` writes it.
//!
//! That crate looks at every character of every key and puts every string together from its pieces. Half of a report is
//! keys, which are words of the program, and hardly a string holds anything to be escaped.

use serde::ser::{Error as _, Impossible, SerializeMap, SerializeSeq, SerializeStruct};
use serde::{Serialize, Serializer};
use serde_json::Error;

/// Bytes of a line to begin with: that of a short article.
const LINE: usize = 8 << 10;

/// How `serde_json` hands over a number that is kept as it was written: an object of this name around its digits.
const NUMBER: &str = "$serde_json::private::Number";

/// `view` on one line.
pub(super) fn print(view: &impl Serialize) -> Result<String, Error> {
    let mut line = Vec::with_capacity(LINE);
    view.serialize(Compact { out: &mut line, bare: false })?;
    line.push(b'\n');
    String::from_utf8(line).map_err(Error::custom)
}

/// Writes one value.
struct Compact<'o> {
    out: &'o mut Vec<u8>,
    /// Whether a string is written as it is: the digits of a number.
    bare: bool,
}

impl<'o> Compact<'o> {
    fn members(self, open: u8, close: u8) -> Members<'o> {
        self.out.push(open);
        Members { out: self.out, first: true, close: Some(close) }
    }
}

fn string(out: &mut Vec<u8>, text: &str) -> Result<(), Error> {
    let special = |byte: u8| byte < b' ' || byte == b'"' || byte == b'\\';
    // Without a way out, the loop goes over many bytes at a time.
    if text.bytes().fold(false, |found, byte| found | special(byte)) {
        return serde_json::to_writer(out, text);
    }
    out.push(b'"');
    out.extend_from_slice(text.as_bytes());
    out.push(b'"');
    Ok(())
}

/// What no view is made of.
fn unknown<T>(what: &str) -> Result<T, Error> {
    Err(Error::custom(format_args!("{what} cannot be printed on a line")))
}

/// What no value is.
type Never = Impossible<(), Error>;

impl<'o> Serializer for Compact<'o> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Members<'o>;
    type SerializeTuple = Never;
    type SerializeTupleStruct = Never;
    type SerializeTupleVariant = Never;
    type SerializeMap = Members<'o>;
    type SerializeStruct = Members<'o>;
    type SerializeStructVariant = Never;

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        self.out.extend_from_slice(if value { &b"true"[..] } else { b"false" });
        Ok(())
    }

    fn serialize_i8(self, value: i8) -> Result<(), Error> {
        self.serialize_i64(i64::from(value))
    }

    fn serialize_i16(self, value: i16) -> Result<(), Error> {
        self.serialize_i64(i64::from(value))
    }

    fn serialize_i32(self, value: i32) -> Result<(), Error> {
        self.serialize_i64(i64::from(value))
    }

    fn serialize_i64(self, value: i64) -> Result<(), Error> {
        if value < 0 {
            self.out.push(b'-');
        }
        self.serialize_u64(value.unsigned_abs())
    }

    fn serialize_u8(self, value: u8) -> Result<(), Error> {
        self.serialize_u64(u64::from(value))
    }

    fn serialize_u16(self, value: u16) -> Result<(), Error> {
        self.serialize_u64(u64::from(value))
    }

    fn serialize_u32(self, value: u32) -> Result<(), Error> {
        self.serialize_u64(u64::from(value))
    }

    fn serialize_u64(self, mut value: u64) -> Result<(), Error> {
        let mut digits = [0; 20];
        let mut first = digits.len();
        for digit in digits.iter_mut().rev() {
            *digit = b'0' + (value % 10) as u8;
            value /= 10;
            first -= 1;
            if value == 0 {
                break;
            }
        }
        self.out.extend_from_slice(digits.get(first..).unwrap_or_default());
        Ok(())
    }

    fn serialize_f32(self, value: f32) -> Result<(), Error> {
        serde_json::to_writer(self.out, &value)
    }

    fn serialize_f64(self, value: f64) -> Result<(), Error> {
        serde_json::to_writer(self.out, &value)
    }

    fn serialize_char(self, value: char) -> Result<(), Error> {
        string(self.out, value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), Error> {
        if self.bare {
            self.out.extend_from_slice(value.as_bytes());
            return Ok(());
        }
        string(self.out, value)
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Error> {
        unknown("bytes")
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.out.extend_from_slice(b"null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Error> {
        string(self.out, variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Error> {
        unknown("a variant with a value")
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Members<'o>, Error> {
        Ok(self.members(b'[', b']'))
    }

    fn serialize_tuple(self, _: usize) -> Result<Never, Error> {
        unknown("a tuple")
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Never, Error> {
        unknown("a tuple")
    }

    fn serialize_tuple_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Never, Error> {
        unknown("a tuple")
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Members<'o>, Error> {
        Ok(self.members(b'{', b'}'))
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Members<'o>, Error> {
        if name == NUMBER {
            return Ok(Members { out: self.out, first: true, close: None });
        }
        Ok(self.members(b'{', b'}'))
    }

    fn serialize_struct_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<Never, Error> {
        unknown("a variant with a value")
    }
}

/// The members of an array or an object.
struct Members<'o> {
    out: &'o mut Vec<u8>,
    first: bool,
    /// What ends them; nothing where they are the digits of a number.
    close: Option<u8>,
}

impl Members<'_> {
    fn part(&mut self) {
        if !std::mem::take(&mut self.first) {
            self.out.push(b',');
        }
    }

    fn value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        value.serialize(Compact { out: self.out, bare: self.close.is_none() })
    }

    fn finish(self) -> Result<(), Error> {
        self.out.extend(self.close);
        Ok(())
    }
}

impl SerializeSeq for Members<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.part();
        self.value(value)
    }

    fn end(self) -> Result<(), Error> {
        self.finish()
    }
}

impl SerializeMap for Members<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        self.part();
        self.value(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.out.push(b':');
        self.value(value)
    }

    fn end(self) -> Result<(), Error> {
        self.finish()
    }
}

impl SerializeStruct for Members<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Error> {
        if self.close.is_some() {
            self.part();
            self.out.push(b'"');
            self.out.extend_from_slice(key.as_bytes());
            self.out.extend_from_slice(b"\":");
        }
        self.value(value)
    }

    fn end(self) -> Result<(), Error> {
        self.finish()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use rust_decimal::Decimal;

    use super::*;
    use crate::report::Number;

    #[derive(Serialize)]
    #[serde(rename_all = "snake_case")]
    enum Kind {
        SpinOff,
    }

    #[derive(Serialize)]
    struct Part {
        start: usize,
        ratio: f64,
    }

    #[derive(Serialize)]
    struct View {
        text: &'static str,
        plain: Option<String>,
        none: Option<u8>,
        kind: Kind,
        parts: Vec<Part>,
        empty: Vec<u8>,
        #[serde(flatten)]
        part: Part,
        numbers: Vec<Number>,
        map: BTreeMap<char, bool>,
        nothing: BTreeMap<String, i8>,
        signed: Vec<i64>,
        unit: (),
    }

    #[test]
    fn the_bytes_are_those_of_the_crate() {
        let numbers = ["14000000000", "12.5", "-0.1", "0.30000000000000004"];
        for text in ["", "plain", "“l’IA” à 49 %", "a\n\t\"b\"\\c/\u{0}\u{1f}\u{7f}\u{2028}"] {
            let view = View {
                text,
                plain: Some(text.to_uppercase()),
                none: None,
                kind: Kind::SpinOff,
                parts: vec![Part { start: 0, ratio: 0.25 }, Part { start: usize::MAX, ratio: 1.0 }],
                empty: Vec::new(),
                part: Part { start: 7, ratio: -1e300 },
                numbers: numbers.iter().filter_map(|n| n.parse::<Decimal>().ok()).map(Number::from).collect(),
                map: BTreeMap::from([('a', true), ('"', false)]),
                nothing: BTreeMap::new(),
                signed: vec![i64::MIN, -1, 0, 10, i64::MAX],
                unit: (),
            };
            assert_eq!(print(&view).unwrap(), serde_json::to_string(&view).unwrap() + "\n");
        }
    }

    #[test]
    fn what_no_view_holds_is_an_error() {
        assert!(print(&(1, 2)).is_err());
    }
}
