//! Lists of known names, compiled to one table. A match is a hint to the tagger, never a verdict.

use super::hash;
use super::table::Table;

/// What a list is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum List {
    /// Given names.
    Given,
    /// Family names.
    Surname,
    /// Cities.
    City,
    /// Countries.
    Country,
    /// Regions, provinces, states.
    Region,
    /// Companies as registered.
    Company,
    /// Companies without their legal form.
    ShortCompany,
    /// Legal forms of companies.
    LegalForm,
    /// Agencies, regulators, central banks, exchanges and the like.
    Agency,
}

impl List {
    /// All lists, in the order of their bits.
    pub const ALL: [List; 9] = [
        List::Given,
        List::Surname,
        List::City,
        List::Country,
        List::Region,
        List::Company,
        List::ShortCompany,
        List::LegalForm,
        List::Agency,
    ];

    /// The list's bit in a mask.
    pub fn bit(self) -> u16 {
        1 << self as u8
    }
}

/// The longest name in a list, in tokens.
pub const LONGEST: usize = 6;
/// Set where a longer name goes on from here.
const MORE: u16 = 1 << 15;
const BITS: u8 = 15;

/// The compiled lists, keyed by the hashes of the words' [keys](super::word::Word::key).
#[derive(Clone, Copy, Debug, Default)]
pub struct Gazetteer<'a> {
    table: Table<'a>,
    /// The lists that count as empty, one bit each.
    hidden: u16,
}

impl<'a> Gazetteer<'a> {
    /// A view of compiled bytes.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { table: Table::new(bytes), hidden: 0 }
    }

    /// The same with some lists empty: to measure what hangs on them.
    pub fn without(self, lists: &[List]) -> Self {
        Self { hidden: lists.iter().fold(self.hidden, |hidden, list| hidden | list.bit()), ..self }
    }

    /// The lists that count as empty, one bit each.
    pub(super) fn hidden(&self) -> u16 {
        self.hidden
    }

    /// What is known of names that start with this word key; zero where none does.
    #[inline]
    pub fn first(&self, key: u64) -> u16 {
        self.mask(hash::pair(0, key))
    }

    /// The longest match of each list that starts with the first of these word keys: the number of words, or zero.
    pub fn longest(&self, keys: impl Iterator<Item = u64>) -> [u8; List::ALL.len()] {
        let mut keys = keys.peekable();
        let first = keys.peek().map_or(0, |key| self.first(*key));
        self.longest_after(first, keys)
    }

    /// The same, where [`first`](Self::first) of the first word is known.
    #[inline]
    pub fn longest_after(&self, mut mask: u16, mut keys: impl Iterator<Item = u64>) -> [u8; List::ALL.len()] {
        let mut found = [0; List::ALL.len()];
        let mut phrase = 0;
        for length in 1..=LONGEST as u8 {
            let mut ends = mask & !MORE;
            while ends != 0 {
                if let Some(slot) = found.get_mut(ends.trailing_zeros() as usize) {
                    *slot = length;
                }
                ends &= ends - 1;
            }
            if mask & MORE == 0 {
                break;
            }
            if length == 1 {
                phrase = hash::pair(0, keys.next().unwrap_or(0));
            }
            let Some(key) = keys.next() else { break };
            phrase = hash::pair(phrase, key);
            mask = self.mask(phrase);
        }
        found
    }

    #[inline]
    fn mask(&self, phrase: u64) -> u16 {
        match self.table.get(phrase) {
            Some(&[low, high]) => u16::from_le_bytes([low, high]) & !self.hidden,
            _ => 0,
        }
    }

    /// Compiles names, given as the keys of their words, with the list each stands in.
    pub fn compile(names: impl Iterator<Item = (Vec<u64>, List)>) -> Vec<u8> {
        let mut masks = std::collections::BTreeMap::<u64, u16>::new();
        for (keys, list) in names {
            if keys.is_empty() || keys.len() > LONGEST {
                continue;
            }
            let mut phrase = 0;
            for (n, key) in keys.iter().enumerate() {
                phrase = hash::pair(phrase, *key);
                *masks.entry(phrase).or_default() |= if n + 1 == keys.len() { list.bit() } else { MORE };
            }
        }
        Table::compile(BITS, 2, masks.into_iter().map(|(hash, mask)| (hash, mask.to_le_bytes().to_vec())).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::super::word::key;
    use super::*;

    fn keys(name: &str) -> Vec<u64> {
        name.split(' ').map(key).collect()
    }

    #[test]
    fn the_longest_match_of_each_list_is_found() {
        let names = [
            ("Paris", List::City),
            ("New York", List::City),
            ("New York Times Co", List::Company),
            ("Paris", List::Given),
        ];
        let bytes = Gazetteer::compile(names.iter().map(|(n, l)| (keys(n), *l)));
        let gazetteer = Gazetteer::new(&bytes);
        let longest = |name: &str| gazetteer.longest(keys(name).into_iter());
        let found = longest("New York Times Co. said");
        assert_eq!((found[List::City as usize], found[List::Company as usize]), (2, 4));
        let found = longest("PARIS");
        assert_eq!((found[List::City as usize], found[List::Given as usize]), (1, 1));
        assert_eq!(longest("New"), [0; 9]);
    }
}
