//! Which mentions name one thing.

use std::borrow::Cow;

use super::forms::Form;
use super::same::{self, Said};
use super::short;
use super::votes::Votes;
use crate::language::Reading;
use crate::mentions::tagger::hash::WordMap;
use crate::mentions::{Kind, Name};

/// Mentions that share a form, or, after joining, a thing.
#[derive(Debug)]
pub(super) struct Group<'d> {
    pub(super) form: Form<'d>,
    /// Positions in the list of names, in order.
    pub(super) names: Vec<usize>,
    pub(super) votes: Votes,
    /// How this form was found to be another form of the thing it is joined to.
    pub(super) slip: bool,
    /// Whether it is another form's genitive.
    pub(super) genitive: bool,
}

/// Groups of mentions, and which groups are one thing.
#[derive(Debug)]
pub(super) struct Groups<'d> {
    pub(super) list: Vec<Group<'d>>,
    /// For each name the group of the thing it names.
    pub(super) owner: Vec<usize>,
    /// For each name the group of its own form.
    pub(super) own: Vec<usize>,
    /// For each group the group its mentions went to.
    joined: Vec<Option<usize>>,
    /// How many longer names open with a word.
    pub(super) openings: WordMap<Cow<'d, str>, usize>,
}

/// Longer forms a short one is compared with at most.
const MOST: usize = 64;

impl<'d> Groups<'d> {
    /// Groups `names` by form and joins the forms of one thing.
    pub(super) fn new(reading: &Reading<'d>, names: &[Name]) -> Self {
        let mut groups = Self {
            list: Vec::with_capacity(names.len()),
            owner: Vec::with_capacity(names.len()),
            own: Vec::new(),
            joined: Vec::new(),
            openings: WordMap::default(),
        };
        let mut known: WordMap<Vec<Cow<'d, str>>, usize> =
            WordMap::with_capacity_and_hasher(names.len(), Default::default());
        for (position, name) in names.iter().enumerate() {
            let form = match &name.same {
                Some(fullest) => Form::listed(fullest),
                None => Form::of(reading, name),
            };
            let group = known.get(&form.words).copied().unwrap_or_else(|| {
                known.insert(form.words.clone(), groups.list.len());
                groups.list.push(Group {
                    form,
                    names: Vec::new(),
                    votes: Votes::default(),
                    slip: false,
                    genitive: false,
                });
                groups.list.len() - 1
            });
            groups.list[group].names.push(position);
            groups.owner.push(group);
            for hint in &name.hints {
                groups.list[group].votes.add(hint);
            }
        }
        groups.own = groups.owner.clone();
        groups.joined = vec![None; groups.list.len()];
        for group in groups.list.iter().filter(|group| group.form.words.len() > 1) {
            if let Some(first) = group.form.words.first() {
                *groups.openings.entry(first.clone()).or_default() += 1;
            }
        }
        groups.join_genitives(reading, names, &known);
        groups.join_spellings(reading, names, &known);
        groups.share_lists(reading, names);
        groups.join_defined(reading, names);
        groups.join(reading, names);
        groups
    }

    /// Joins the genitives that have no mark of their own ("Ardens Chefin") to the names they are of.
    fn join_genitives(&mut self, reading: &Reading<'_>, names: &[Name], known: &WordMap<Vec<Cow<'d, str>>, usize>) {
        for group in 0..self.list.len() {
            let first = self.list[group].names.first().map(|&name| names[name].tokens.start);
            if !first.is_some_and(|at| reading.lexicon(at).names.capital_nouns) {
                continue;
            }
            let mut words = self.list[group].form.words.clone();
            let stem = words.last().and_then(|last| last.strip_suffix('s')).map(str::to_string);
            let Some((last, stem)) = words.last_mut().zip(stem) else { continue };
            *last = Cow::Owned(stem);
            if let Some(&name) = known.get(&words) {
                self.list[group].genitive = true;
                self.attach(names, group, &[name]);
            }
        }
    }

    /// Joins what only accents tell apart ("Ardén" and "ARDEN"), and, where adjectives are declined, forms of one
    /// adjective ("von Ardener Bank" has none, "von Deutscher Bank" one).
    fn join_spellings(&mut self, reading: &Reading<'_>, names: &[Name], known: &WordMap<Vec<Cow<'d, str>>, usize>) {
        let mut plain: WordMap<Vec<String>, usize> = WordMap::default();
        for group in 0..self.list.len() {
            let words = &self.list[group].form.words;
            if !words.iter().all(|word| word.is_ascii()) {
                let bare: Vec<String> = words.iter().map(|word| short::bare(word)).collect();
                let key: Vec<Cow<'d, str>> = bare.iter().cloned().map(Cow::Owned).collect();
                let other = known.get(&key).copied().or_else(|| plain.get(&bare).copied());
                match other.filter(|&other| other != group) {
                    Some(other) => self.attach(names, group, &[other]),
                    None => drop(plain.insert(bare, group)),
                }
                continue;
            }
            let first = self.list[group].names.first().map(|&name| names[name].tokens.start);
            let declined = first.is_some_and(|at| reading.lexicon(at).names.capital_nouns) && words.len() > 1;
            let stem = words.first().filter(|_| declined).and_then(|word| {
                let stem = DECLINED.iter().find_map(|ending| word.strip_suffix(ending))?;
                Some(format!("{stem}e"))
            });
            let Some(stem) = stem else { continue };
            let mut key = words.clone();
            key[0] = Cow::Owned(stem);
            if let Some(&name) = known.get(&key) {
                self.list[group].genitive = true;
                self.attach(names, group, &[name]);
            }
        }
    }

    /// Joins what the text says is one thing: "Arden (formerly Belm)", "Arden Markets Authority (AMA)".
    fn join_defined(&mut self, reading: &Reading<'_>, names: &[Name]) {
        for (first, pair) in names.windows(2).enumerate() {
            let [one, other] = pair else { continue };
            let Some(said) = same::said(reading, one, other) else { continue };
            let (long, short) = (self.owner[first], self.owner[first + 1]);
            let kinds = [long, short].map(|group| self.list[group].votes.best().0);
            let business = |kind: Kind| matches!(kind, Kind::Company | Kind::Organization | Kind::Product);
            let one_thing = match said {
                Said::Coded => kinds[0] != Kind::Person,
                Said::Dashed => business(kinds[0]) && business(kinds[1]) && same::is_cut_of(reading, one, other),
                Said::Called => business(kinds[0]) && business(kinds[1]),
                Said::Beside | Said::InBrackets => {
                    business(kinds[0]) && same::abbreviates(reading, other.tokens, one.tokens, Some(said))
                }
            };
            if long != short && one_thing {
                self.attach(names, short, &[long]);
            }
        }
    }

    fn join(&mut self, reading: &Reading<'_>, names: &[Name]) {
        // Words and first letters of the longer forms, so that a short one is compared with those alone that can hold it.
        let mut ends: WordMap<Cow<'d, str>, Vec<usize>> = WordMap::default();
        let mut letters: WordMap<char, Vec<usize>> = WordMap::default();
        for (position, group) in self.list.iter().enumerate() {
            let words = &group.form.words;
            if words.len() > 1 {
                for key in [words.first(), words.get(1), words.last()].into_iter().flatten() {
                    push(ends.entry(key.clone()).or_default(), position);
                }
            }
            let Some(&name) = group.names.first() else { continue };
            for letter in same::initials(reading, names[name].tokens) {
                push(letters.entry(letter).or_default(), position);
            }
        }
        let mut order: Vec<usize> = (0..self.list.len()).collect();
        order.sort_by_key(|&group| std::cmp::Reverse(self.list[group].form.words.len()));
        for short in order {
            let words = &self.list[short].form.words;
            let mut longer: Vec<usize> = Vec::new();
            let held = [words.first(), words.last()].into_iter().flatten().filter_map(|word| ends.get(word));
            let first = words.first().and_then(|word| word.chars().next());
            let spelt = first.and_then(|letter| letters.get(&letter));
            for &long in held.chain(spelt).flatten() {
                if long != short && !longer.contains(&long) && longer.len() < MOST {
                    longer.push(long);
                }
            }
            longer.retain(|&long| self.is_short_for(reading, names, short, long));
            longer.sort_unstable();
            self.attach(names, short, &longer);
        }
        self.join_slips(names);
    }

    /// Joins a short form to the only longer one it can stand for, or each of its mentions to the last named.
    fn attach(&mut self, names: &[Name], short: usize, longer: &[usize]) {
        let mut roots: Vec<usize> = longer.iter().map(|&long| self.root(long)).collect();
        roots.sort_unstable();
        roots.dedup();
        match roots[..] {
            [] => {}
            [one] => {
                self.joined[short] = Some(one);
                let moved = std::mem::take(&mut self.list[short].names);
                for &name in &moved {
                    self.owner[name] = one;
                }
                let votes = std::mem::take(&mut self.list[short].votes);
                self.list[one].votes.join(&votes);
                self.list[one].names.extend(moved);
                self.list[one].names.sort_unstable();
            }
            [first, ..] => {
                self.joined[short] = Some(first);
                let moved = std::mem::take(&mut self.list[short].names);
                let mut kept = Vec::new();
                for name in moved {
                    match self.nearest(names, name, &roots) {
                        Some(root) => {
                            self.owner[name] = root;
                            let at = self.list[root].names.partition_point(|&other| other < name);
                            self.list[root].names.insert(at, name);
                        }
                        None => kept.push(name),
                    }
                }
                self.list[short].names = kept;
            }
        }
    }

    /// The thing of `roots` that was named last before `name`, of the kind its own hints speak for where they do.
    fn nearest(&self, names: &[Name], name: usize, roots: &[usize]) -> Option<usize> {
        let mut own = Votes::default();
        for hint in &names[name].hints {
            own.add(hint);
        }
        let (kind, strength) = own.best();
        let fits = |root: &&usize| {
            let person = self.list[**root].votes.best().0 == Kind::Person;
            strength < 1.5 || person == (kind == Kind::Person)
        };
        let last = |root: &&usize| {
            let list = &self.list[**root].names;
            list[..list.partition_point(|&other| other < name)].last().copied()
        };
        let fitting: Vec<&usize> = roots.iter().filter(fits).collect();
        let pool = if fitting.is_empty() { roots.iter().collect() } else { fitting };
        pool.into_iter().max_by_key(|root| last(root)).copied()
    }

    fn root(&self, group: usize) -> usize {
        self.joined.get(group).copied().flatten().unwrap_or(group)
    }

    /// Joins forms that differ by a slip of the pen to the more frequent one.
    fn join_slips(&mut self, names: &[Name]) {
        let mut near: WordMap<(usize, Cow<'d, str>), Vec<usize>> =
            WordMap::with_capacity_and_hasher(self.list.len(), Default::default());
        for (position, group) in self.list.iter().enumerate() {
            if group.names.is_empty() {
                continue;
            }
            let words = &group.form.words;
            let key = if words.len() > 1 { words[0].clone() } else { words[0].chars().take(3).collect() };
            let list = near.entry((words.len(), key)).or_default();
            if list.len() < MOST {
                list.push(position);
            }
        }
        let mut pairs: Vec<(usize, usize)> = Vec::new();
        for list in near.values() {
            for (n, &a) in list.iter().enumerate() {
                for &b in &list[n + 1..] {
                    if self.list[a].form.resembles(&self.list[b].form) {
                        pairs.push(if self.list[a].names.len() >= self.list[b].names.len() { (a, b) } else { (b, a) });
                    }
                }
            }
        }
        pairs.sort_unstable();
        for (main, slip) in pairs {
            let (often, once) = (self.list[main].names.len(), self.list[slip].names.len());
            if once == 0 || once > 2 || often < 2 * once {
                continue;
            }
            let kinds = (self.list[main].votes.best(), self.list[slip].votes.best());
            if kinds.0.0 == Kind::Place || kinds.0.0 != kinds.1.0 && kinds.1.1 > 4.0 {
                continue;
            }
            self.list[slip].slip = true;
            self.attach(names, slip, &[main]);
        }
    }
}

/// Endings of declined adjectives.
const DECLINED: [&str; 4] = ["er", "en", "es", "em"];

/// Lists `position` once, and no more than [`MOST`].
fn push(list: &mut Vec<usize>, position: usize) {
    if list.len() < MOST && list.last() != Some(&position) {
        list.push(position);
    }
}

/// Whether a name stands in brackets or quotes, as defined terms do.
pub(super) fn is_bracketed(reading: &Reading<'_>, name: &Name) -> bool {
    let Some(before) = name.tokens.start.checked_sub(1) else { return false };
    matches!(reading.document().word(before), "(" | "“" | "«" | "\"" | "[")
}
