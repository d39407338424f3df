//! A read-only hash table that is used where it lies, in the bytes of the program.
//!
//! Layout, all numbers little-endian: one byte `bits`, one byte payload size, two bytes zero; then the directory, `2^bits + 1`
//! records of a four-byte entry number and a two-byte filter; then the entries, each a payload followed by a two-byte
//! fingerprint. A key's bucket is the top `bits` of its hash; the next four bits name its bit in the bucket's filter and
//! make, with the lowest twelve, its fingerprint. Most keys that are absent are told by the filter, at the cost of one look.

/// A view of a compiled table. Bytes that are no table read as an empty one.
#[derive(Clone, Copy, Debug, Default)]
pub struct Table<'a> {
    shift: u32,
    payload: usize,
    directory: &'a [u8],
    entries: &'a [u8],
}

const HEADER: usize = 4;
const RECORD: usize = 6;
const FINGERPRINT: usize = 2;

impl<'a> Table<'a> {
    /// Looks at the header only: nothing is copied or built.
    pub fn new(bytes: &'a [u8]) -> Self {
        let [bits, payload, _, _, body @ ..] = bytes else {
            return Self::default();
        };
        let directory = ((1usize << (bits & 31)) + 1) * RECORD;
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
        let at = (hash >> self.shift) as usize * RECORD;
        let &[a, b, c, d, low, high, e, f, g, h] = self.directory.get(at..at + RECORD + 4)? else {
            return None;
        };
        if u16::from_le_bytes([low, high]) & filter_bit(hash, self.shift) == 0 {
            return None;
        }
        let start = u32::from_le_bytes([a, b, c, d]) as usize;
        let end = u32::from_le_bytes([e, f, g, h]) as usize;
        let size = self.payload + FINGERPRINT;
        let bucket = self.entries.get(start * size..end * size)?;
        let wanted = fingerprint(hash, self.shift).to_le_bytes();
        bucket.chunks_exact(size).find(|e| e[self.payload..] == wanted)?.get(..self.payload)
    }

    /// Compiles a table; of two entries that cannot be told apart the first given stays.
    pub fn compile(bits: u8, payload: usize, mut entries: Vec<(u64, Vec<u8>)>) -> Vec<u8> {
        let shift = 64 - u32::from(bits);
        let key = |hash: u64| (hash >> shift, fingerprint(hash, shift));
        entries.sort_by_key(|(hash, _)| key(*hash));
        entries.dedup_by_key(|(hash, _)| key(*hash));
        let mut out = vec![bits, payload as u8, 0, 0];
        let mut next = entries.iter().peekable();
        let mut number = 0u32;
        for bucket in 0..=1u64 << bits {
            let (start, mut filter) = (number, 0);
            while let Some((hash, _)) = next.next_if(|(hash, _)| hash >> shift == bucket) {
                filter |= filter_bit(*hash, shift);
                number += 1;
            }
            out.extend(start.to_le_bytes());
            out.extend(filter.to_le_bytes());
        }
        debug_assert_eq!(out.len(), HEADER + ((1 << bits) + 1) * RECORD);
        for (hash, value) in &entries {
            out.extend(&value[..payload]);
            out.extend(fingerprint(*hash, shift).to_le_bytes());
        }
        out
    }
}

fn fingerprint(hash: u64, shift: u32) -> u16 {
    (hash >> (shift - 4) & 15) as u16 | (hash << 4) as u16
}

/// The bit that stands for a hash in its bucket's filter.
fn filter_bit(hash: u64, shift: u32) -> u16 {
    1 << (hash >> (shift - 4) & 15)
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
