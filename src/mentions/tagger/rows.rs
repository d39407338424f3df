//! Rows of weights in a perfect hash table: one look a key, wherever it leads.
//!
//! Layout, all numbers little-endian: `2^slots` rows of sixteen bytes, the last two of each its key's fingerprint; `2^buckets`
//! displacements of two bytes; a filter of `2^slots` bytes; then `slots`, `buckets` and two bytes zero. A key's bucket is the
//! top bits of its hash. The bucket's displacement, mixed with the key, leads to a slot, each key of the table to another one.
//! Most keys that are asked for are absent, and the rows are too many to be near the processor: one bit of the filter, which
//! is small, tells most of them. The others are led to the row of some other key, and told by the fingerprint.

use super::hash;

/// Bytes of a row.
pub const WIDTH: usize = 16;
const TRAILER: usize = 4;
/// Keys of a bucket, on average.
const CROWD: usize = 4;

/// A key that is asked for, and the number of the sum that its row is added to.
pub type Asked = (u64, u32);

/// A view of compiled rows. Bytes that are no table read as an empty one.
#[derive(Clone, Copy, Debug, Default)]
pub struct Rows<'a> {
    rows: &'a [[u8; WIDTH]],
    displacements: &'a [[u8; 2]],
    filter: &'a [u8],
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
        if !(1..=24).contains(&slots)
            || !(1..=24).contains(&buckets)
            || body.len() != (WIDTH << slots) + (2 << buckets) + (1 << slots)
        {
            return Self::default();
        }
        let (rows, body) = body.split_at(WIDTH << slots);
        let (displacements, filter) = body.split_at(2 << buckets);
        Self { rows: rows.as_chunks().0, displacements: displacements.as_chunks().0, filter, slots, buckets }
    }

    /// Adds the rows of keys to their sums, as signed bytes. The list of keys is written over: it is room to work in.
    ///
    /// The more keys are asked for at once the better: no look waits for the one before, so that many are on their way.
    pub fn add(&self, asked: &mut [Asked], sums: &mut [[i16; WIDTH]]) {
        if self.rows.is_empty() {
            return;
        }
        let mut count = 0;
        for at in 0..asked.len() {
            let (key, sum) = asked[at];
            let (byte, bit) = filter_bit(key, self.slots);
            let byte = self.filter.get(byte).copied().unwrap_or_default();
            // Always written and not always kept: what is found and what is absent takes the same way.
            asked[count] = (key, sum);
            count += usize::from(byte >> bit & 1);
        }
        let found = &mut asked[..count];
        for (key, _) in found.iter_mut() {
            let Some(displacement) = self.displacements.get(bucket(*key, self.buckets)) else { return };
            let slot = slot(*key, u16::from_le_bytes(*displacement), self.slots);
            *key = (slot as u64) << 16 | u64::from(fingerprint(*key));
        }
        for &(key, sum) in found.iter() {
            let (Some(row), Some(sum)) = (self.rows.get((key >> 16) as usize), sums.get_mut(sum as usize)) else {
                return;
            };
            if row.ends_with(&(key as u16).to_le_bytes()) {
                for (sum, weight) in sum.iter_mut().zip(row) {
                    *sum = sum.saturating_add(i16::from(*weight as i8));
                }
            }
        }
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
        let (mut displacements, mut filter) = (vec![0u16; 1 << buckets], vec![0u8; 1 << slots]);
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
                let (byte, bit) = filter_bit(*key, slots);
                filter[byte] |= 1 << bit;
                let at = slot(*key, displacement, slots);
                taken[at] = true;
                rows[at] = *row;
                rows[at][WIDTH - 2..].copy_from_slice(&fingerprint(*key).to_le_bytes());
            }
        }
        let mut bytes = rows.concat();
        bytes.extend(displacements.iter().flat_map(|displacement| displacement.to_le_bytes()));
        bytes.extend(filter);
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

/// The byte and the bit of the filter that stand for a key.
fn filter_bit(key: u64, slots: u32) -> (usize, u32) {
    let place = short(key).rotate_left(12) >> (32 - 3 - slots);
    ((place >> 3) as usize, place & 7)
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
            let mut sums = [[1; WIDTH]];
            rows.add(&mut [(key(n), 0)], &mut sums);
            assert_eq!(sums[0][..14], row(n).map(|weight| i16::from(weight) + 1)[..14], "{n}");
        }
        let mut sums = [[0; WIDTH]; 2];
        rows.add(&mut (5000..6000).map(|n| (key(n), n as u32 % 2)).collect::<Vec<_>>(), &mut sums);
        assert_eq!(sums, [[0; WIDTH]; 2]);
    }

    #[test]
    fn broken_bytes_are_an_empty_table() {
        for bytes in [&[][..], &[9], &[1, 1, 0, 0], &[9, 9, 9, 9, 200, 1, 0, 0]] {
            let mut sums = [[3; WIDTH]];
            Rows::new(bytes).add(&mut [(12345, 0)], &mut sums);
            assert_eq!(sums, [[3; WIDTH]]);
        }
    }
}
