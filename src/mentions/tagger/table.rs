//! A read-only hash table that is used where it lies, in the bytes of the program.
//!
//! Layout, all numbers little-endian: one byte `bits`, one byte payload size, two bytes zero; then the directory, `2^bits + 1`
//! entry numbers of four bytes; then the entries, each a payload followed by a two-byte fingerprint. A key's bucket is
//! the top `bits` of its hash, its fingerprint the lowest 16 bits.

/// A view of a compiled table. Bytes that are no table read as an empty one.
#[derive(Clone, Copy, Debug, Default)]
pub struct Table<'a> {
    shift: u32,
    payload: usize,
    directory: &'a [u8],
    entries: &'a [u8],
}

const HEADER: usize = 4;
const FINGERPRINT: usize = 2;

impl<'a> Table<'a> {
    /// Looks at the header only: nothing is copied or built.
    pub fn new(bytes: &'a [u8]) -> Self {
        let [bits, payload, _, _, body @ ..] = bytes else { return Self::default() };
        let directory = (1usize << (bits & 31)) * 4 + 4;
        if *bits == 0 || *bits > 24 || body.len() < directory {
            return Self::default();
        }
        let (directory, entries) = body.split_at(directory);
        Self { shift: 64 - u32::from(*bits), payload: usize::from(*payload), directory, entries }
    }

    /// How many entries the table has.
    pub fn len(&self) -> usize {
        self.entries.len() / (self.payload + FINGERPRINT)
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The payload stored under a hash.
    #[inline]
    pub fn get(&self, hash: u64) -> Option<&'a [u8]> {
        if self.shift == 0 {
            return None;
        }
        let at = (hash >> self.shift) as usize * 4;
        let bounds = self.directory.get(at..at + 8)?;
        let start = u32::from_le_bytes([bounds[0], bounds[1], bounds[2], bounds[3]]) as usize;
        let end = u32::from_le_bytes([bounds[4], bounds[5], bounds[6], bounds[7]]) as usize;
        let size = self.payload + FINGERPRINT;
        let bucket = self.entries.get(start * size..end * size)?;
        let wanted = (hash as u16).to_le_bytes();
        bucket.chunks_exact(size).find(|e| e[self.payload..] == wanted).map(|e| &e[..self.payload])
    }

    /// Compiles a table; of two entries that cannot be told apart the first given stays.
    pub fn compile(bits: u8, payload: usize, mut entries: Vec<(u64, Vec<u8>)>) -> Vec<u8> {
        let shift = 64 - u32::from(bits);
        let key = |hash: u64| (hash >> shift, hash as u16);
        entries.sort_by_key(|(hash, _)| key(*hash));
        entries.dedup_by_key(|(hash, _)| key(*hash));
        let mut out = vec![bits, payload as u8, 0, 0];
        let mut next = entries.iter().peekable();
        let mut number = 0u32;
        for bucket in 0..1u64 << bits {
            out.extend(number.to_le_bytes());
            while next.next_if(|(hash, _)| hash >> shift == bucket).is_some() {
                number += 1;
            }
        }
        out.extend(number.to_le_bytes());
        debug_assert_eq!(out.len(), HEADER + (1 << bits) * 4 + 4);
        for (hash, value) in &entries {
            out.extend(&value[..payload]);
            out.extend((*hash as u16).to_le_bytes());
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::super::hash;
    use super::*;

    #[test]
    fn finds_what_was_put_in_and_nothing_else() {
        let words = ["Paris", "London", "Berlin", "Madrid"];
        let entries = words.iter().map(|w| (hash::text(w), vec![w.len() as u8])).collect();
        let bytes = Table::compile(2, 1, entries);
        let table = Table::new(&bytes);
        assert_eq!(table.len(), 4);
        for word in words {
            assert_eq!(table.get(hash::text(word)), Some(&[word.len() as u8][..]), "{word}");
        }
        assert_eq!(table.get(hash::text("Rome")), None);
    }

    #[test]
    fn broken_bytes_are_an_empty_table() {
        for bytes in
            [&[][..], &[9], &[9, 1, 0, 0], &[200, 1, 0, 0, 1, 2, 3], &[1, 1, 0, 0, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9]]
        {
            assert_eq!(Table::new(bytes).get(12345), None);
        }
    }
}
