//! Lists of small numbers as plain bytes, three a number: unpacked all at once, because a lexicon has more of them than the
//! program has milliseconds to start.

use serde::{Deserialize, Deserializer, Serializer};

use super::WordId;

/// Something made of numbers, in `N` bytes.
pub(super) trait Packed<const N: usize> {
    /// Its bytes.
    fn pack(&self) -> [u8; N];

    /// What has these bytes.
    fn unpack(bytes: &[u8; N]) -> Self;
}

impl Packed<3> for u32 {
    fn pack(&self) -> [u8; 3] {
        let [bytes @ .., high] = self.to_le_bytes();
        assert_eq!(high, 0, "no lexicon has so much of anything");
        bytes
    }

    fn unpack(bytes: &[u8; 3]) -> Self {
        let [low, middle, high] = *bytes;
        u32::from_le_bytes([low, middle, high, 0])
    }
}

impl Packed<3> for WordId {
    fn pack(&self) -> [u8; 3] {
        self.0.pack()
    }

    fn unpack(bytes: &[u8; 3]) -> Self {
        Self(u32::unpack(bytes))
    }
}

/// For `#[serde(with)]`.
pub(super) fn serialize<S: Serializer, T: Packed<N>, const N: usize>(
    list: &[T],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.serialize_bytes(&list.iter().flat_map(T::pack).collect::<Vec<u8>>())
}

/// For `#[serde(with)]`.
pub(super) fn deserialize<'de, D: Deserializer<'de>, T: Packed<N>, const N: usize>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    Ok(<&[u8]>::deserialize(deserializer)?.as_chunks().0.iter().map(T::unpack).collect())
}
