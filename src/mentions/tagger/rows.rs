//! Rows of weights in a perfect hash table: one look a key, wherever it leads.
//!
//! Layout, all numbers little-endian: `2^slots` rows of sixteen bytes, the last two of each its key's fingerprint; `2^buckets`
//! displacements of two bytes; then `slots`, `buckets` and two bytes zero. A key's bucket is the top bits of its hash. The
//! bucket's displacement, mixed with the key, leads to a slot, each key of the table to another one. A key that is absent
//! is led to the row of some other key, and told by the fingerprint.

use super::hash;

/// Bytes of a row.
pub const WIDTH: usize = 16;
const TRAILER: usize = 4;
/// Keys of a bucket, on average.
const CROWD: usize = 4;

/// A view of compiled rows. Bytes that are no table read as an empty one.
#[derive(Clone, Copy, Debug, Default)]
pub struct Rows<'a> {
    rows: &'a [[u8; WIDTH]],
    displacements: &'a [[u8; 2]],
    slots: u32,
    buckets: u32,
}

impl<'a> Rows<'a> {
    /// Looks at the trailer only: nothing is copied or built.
    pub fn new(bytes: &'a [u8]) -> Self {
        let Some((body, &[slots, buckets, 0, 0])) = bytes.split_last_chunk::<TRAILER>() else {
            return Self::default();
        };
        let (slots, buckets) = (u32::from(slots), u32::from(buckets));
        if !(1..=24).contains(&slots) || !(1..=24).contains(&buckets) || body.len() != (WIDTH << slots) + (2 << buckets)
        {
            return Self::default();
        }
        let (rows, displacements) = body.split_at(WIDTH << slots);
        Self { rows: rows.as_chunks().0, displacements: displacements.as_chunks().0, slots, buckets }
    }

    /// Adds the rows of these keys, as signed bytes. What is found and what is absent takes the same way.
    #[inline]
    pub fn add(&self, keys: &[u64], sum: &mut [i16; WIDTH]) {
        if self.rows.is_empty() {
            return;
        }
        let mut added = *sum;
        for &key in keys {
            let Some(displacement) = self.displacements.get(bucket(key, self.buckets)) else { return };
            let Some(row) = self.rows.get(slot(key, u16::from_le_bytes(*displacement), self.slots)) else { return };
            let same = fingerprint(key).to_le_bytes() == [row[WIDTH - 2], row[WIDTH - 1]];
            let mask = i16::from(same).wrapping_neg();
            for (sum, weight) in added.iter_mut().zip(row) {
                *sum = sum.saturating_add(i16::from(*weight as i8) & mask);
            }
        }
        *sum = added;
    }

    /// Compiles rows, the last two bytes left free for the fingerprint; of equal keys the first given stays.
    pub fn compile(mut entries: Vec<(u64, [u8; WIDTH])>) -> Vec<u8> {
        entries.sort_by_key(|(key, _)| short(*key).rotate_left(12));
        entries.dedup_by_key(|(key, _)| short(*key));
        // At most 31 of 32 slots are taken: the last keys still find a free one.
        let slots = (entries.len() * 32 / 31 + 1).next_power_of_two().ilog2().max(1);
        let buckets = (entries.len() / CROWD + 1).next_power_of_two().ilog2().max(1);
        let mut rows = vec![[0u8; WIDTH]; 1 << slots];
        let mut taken = vec![false; 1 << slots];
        let mut displacements = vec![0u16; 1 << buckets];
        let mut crowds: Vec<&[(u64, [u8; WIDTH])]> =
            entries.chunk_by(|(a, _), (b, _)| bucket(*a, buckets) == bucket(*b, buckets)).collect();
        crowds.sort_by_key(|crowd| std::cmp::Reverse(crowd.len()));
        for crowd in crowds {
            let fits = |displacement: &u16| {
                let mut led: Vec<usize> = crowd.iter().map(|(key, _)| slot(*key, *displacement, slots)).collect();
                led.sort_unstable();
                led.windows(2).all(|two| two[0] != two[1]) && led.iter().all(|slot| !taken[*slot])
            };
            // With 65,536 to choose from one fits; should none, these keys are left out.
            let Some(displacement) = (0..=u16::MAX).find(fits) else { continue };
            displacements[bucket(crowd[0].0, buckets)] = displacement;
            for (key, row) in crowd {
                let at = slot(*key, displacement, slots);
                taken[at] = true;
                rows[at] = *row;
                rows[at][WIDTH - 2..].copy_from_slice(&fingerprint(*key).to_le_bytes());
            }
        }
        let mut bytes = rows.concat();
        bytes.extend(displacements.iter().flat_map(|displacement| displacement.to_le_bytes()));
        bytes.extend([slots as u8, buckets as u8, 0, 0]);
        bytes
    }
}

/// A key as the table tells it from others: the top 20 bits of its hash and the lowest 12.
pub fn short(key: u64) -> u32 {
    (key >> 44) as u32 | (key as u32 & 0xFFF) << 20
}

fn bucket(key: u64, buckets: u32) -> usize {
    (key >> (64 - buckets)) as usize
}

fn slot(key: u64, displacement: u16, slots: u32) -> usize {
    (hash::push(hash::push(0, u64::from(short(key))), u64::from(displacement)) >> (64 - slots)) as usize
}

/// Bits of the key that its bucket does not fix.
fn fingerprint(key: u64) -> u16 {
    (short(key) >> 16) as u16 ^ short(key) as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_found_and_nothing_else() {
        let key = |n: u64| hash::push(hash::push(0, n), 1);
        let row = |n: u64| std::array::from_fn(|lane| (n as usize + lane) as u8 % 100);
        let bytes = Rows::compile((0..5000).map(|n| (key(n), row(n))).collect());
        let rows = Rows::new(&bytes);
        for n in 0..5000 {
            let mut sum = [1; WIDTH];
            rows.add(&[key(n)], &mut sum);
            assert_eq!(sum[..14], row(n).map(|weight| i16::from(weight) + 1)[..14], "{n}");
        }
        let mut sum = [0; WIDTH];
        rows.add(&(5000..6000).map(key).collect::<Vec<_>>(), &mut sum);
        assert_eq!(sum, [0; WIDTH]);
    }

    #[test]
    fn broken_bytes_are_an_empty_table() {
        for bytes in [&[][..], &[9], &[1, 1, 0, 0], &[9, 9, 9, 9, 200, 1, 0, 0]] {
            let mut sum = [3; WIDTH];
            Rows::new(bytes).add(&[12345], &mut sum);
            assert_eq!(sum, [3; WIDTH]);
        }
    }
}
