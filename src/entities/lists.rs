//! Lists of names: what is named in one is mostly of one kind.

use super::group::Groups;
use crate::language::{Class, Reading};
use crate::mentions::{Kind, Name};

/// How much of what speaks for the members of a list speaks for each.
const SHARED: f32 = 0.4;

/// What speaks clearly for a product, what is too little for anything else, and what the list then speaks with.
const PRODUCT: f32 = 3.0;
const THIN: f32 = 1.7;
const CLEAR: f32 = 5.0;

impl Groups<'_> {
    /// What stands in a list is mostly of one kind ("Arden, Belm and Cairn").
    pub(super) fn share_lists(&mut self, reading: &Reading<'_>, names: &[Name]) {
        let mut gifts: Vec<(usize, [f32; Kind::ALL.len()])> = Vec::new();
        let mut start = 0;
        while start < names.len() {
            let mut end = start + 1;
            while end < names.len() && end - start < 12 && is_list(reading, &names[end - 1], &names[end]) {
                end += 1;
            }
            if end - start > 1 {
                let members: Vec<usize> = (start..end).map(|name| self.own[name]).collect();
                let mut mean = [0.0; Kind::ALL.len()];
                for &member in &members {
                    for (sum, vote) in mean.iter_mut().zip(self.list[member].votes.sums()) {
                        *sum += vote.min(6.0) / members.len() as f32;
                    }
                }
                if self.is_of_products(&members) {
                    mean[Kind::Product as usize] = CLEAR;
                }
                gifts.extend(members.into_iter().map(|member| (member, mean)));
            }
            start = end;
        }
        let mut given = vec![0_u16; self.list.len()];
        for (member, mean) in gifts {
            given[member] = given[member].saturating_add(1);
            for kind in Kind::ALL {
                self.list[member].votes.give(kind, SHARED * mean[kind as usize] / f32::from(given[member]));
            }
        }
    }

    /// Whether one of a list is clearly a product and nothing much speaks of what the others are: "la page d'Arden, Belm
    /// ou Cairn".
    fn is_of_products(&self, members: &[usize]) -> bool {
        let best = || members.iter().map(|&member| self.list[member].votes.best());
        best().any(|(kind, strength)| kind == Kind::Product && strength >= PRODUCT)
            && best().all(|(kind, strength)| kind == Kind::Product || strength < THIN)
    }
}

/// Whether only a comma or a word for "and" stands between two names.
fn is_list(reading: &Reading<'_>, a: &Name, b: &Name) -> bool {
    let document = reading.document();
    let (from, to) = (a.tokens.end, b.tokens.start);
    if to <= from || to - from > 3 || document.sentence_of(a.tokens.start) != document.sentence_of(b.tokens.start) {
        return false;
    }
    let names = &reading.lexicon(from).names;
    (from..to).all(|at| {
        document.word(at) == ","
            || names.is(reading.word_id(at), Class::And)
            || at > from && names.is(reading.word_id(at), Class::Article)
    })
}
