//! Which mentions name one thing.

use std::borrow::Cow;

use super::forms::{self, Form};
use super::same::{self, Said};
use super::short;
use super::votes::Votes;
use crate::language::{Class, Reading};
use crate::mentions::tagger::hash::WordMap;
use crate::mentions::{Kind, Name};
use crate::text::BlockKind;

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
    openings: WordMap<Cow<'d, str>, usize>,
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

    /// What stands in a list is mostly of one kind ("Arden, Belm and Cairn").
    fn share_lists(&mut self, reading: &Reading<'_>, names: &[Name]) {
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

    /// Whether the form of group `short` can be a shorter form of that of `long`.
    fn is_short_for(&self, reading: &Reading<'_>, names: &[Name], short: usize, long: usize) -> bool {
        let (a, b) = (&self.list[short], &self.list[long]);
        if a.names.is_empty() || b.names.is_empty() {
            return false;
        }
        let (long_kind, _) = b.votes.best();
        let (short_kind, strength) = a.votes.best();
        // "Arden Mills ARDM.L", and later "ARDM".
        if a.form.words.len() == 1 && long_kind != Kind::Person {
            let code = |&name: &usize| forms::code(reading, &names[name]) == Some(a.form.words[0].as_ref());
            if b.names.iter().take(FORMS).any(code) {
                return true;
            }
        }
        // Of its own form: shorter ones may have been joined to it.
        let Some(first) = b.names.iter().find(|&&name| self.own[name] == long).map(|&name| &names[name]) else {
            return false;
        };
        if same::can_abbreviate(reading, names[a.names[0]].tokens) {
            let abbreviates = |long: &Name| same::abbreviates(reading, names[a.names[0]].tokens, long.tokens, None);
            let mut others = b.names.iter().take(FORMS).filter(|&&name| self.own[name] != long);
            if abbreviates(first) || others.any(|&name| abbreviates(&names[name])) {
                return long_kind != Kind::Person;
            }
        }
        if long_kind == Kind::Person {
            let surname = a.form.closes(&b.form);
            // "Arden, l'acquisto di Roe": who changes the club, named in full elsewhere.
            let strength = if a.names.len() == 1 { strength - a.votes.deals() } else { strength };
            let given = a.form.opens(&b.form) && a.form.words.len() == 1 && short_kind == Kind::Person;
            // People are named in full first: "Arden buys Belm", long before "Jane Arden, the chairman", is the firm.
            let firm = short_kind == Kind::Company && self.comes_first(reading, names, short, long);
            let person = short_kind == Kind::Person || strength < 3.0 || a.votes.of(Kind::Person) > 1.0;
            return (surname && person && !firm)
                || (given && a.form.words.first().and_then(|word| self.openings.get(word)) == Some(&1));
        }
        if matches!(long_kind, Kind::Place | Kind::Other) {
            return false;
        }
        // "Norrow Mills" is cut to "Norrow", which is a town, where the article speaks of it as of a company.
        if short_kind == Kind::Place && strength > PLACE + a.votes.of(Kind::Company) {
            return false;
        }
        if long_kind == Kind::Product && short_kind != Kind::Product {
            return false;
        }
        if a.form.opens(&b.form) {
            return short_kind != Kind::Person && self.is_cut_short(reading, names, short, long);
        }
        // "Grupo Arden Hoteles" is cut at both ends.
        if b.form
            .words
            .get(1..)
            .is_some_and(|inner| inner.len() > a.form.words.len() && inner.starts_with(&a.form.words))
        {
            return short_kind == Kind::Company
                && long_kind == Kind::Company
                && forms::opens_generically(reading, first.tokens)
                && !forms::is_noun(reading, names[a.names[0]].tokens)
                && self.is_cut_short(reading, names, short, long);
        }
        a.form.closes(&b.form)
            && short_kind != Kind::Person
            && b.form.words.len() - a.form.words.len() <= 2
            && long_kind == Kind::Company
            && (forms::opens_generically(reading, first.tokens)
                || short_kind == Kind::Company
                    && !forms::is_noun(reading, names[a.names[0]].tokens)
                    && self.is_cut_short(reading, names, short, long))
    }

    /// Whether the running text names the shorter form before the longer one.
    fn comes_first(&self, reading: &Reading<'_>, names: &[Name], short: usize, long: usize) -> bool {
        let document = reading.document();
        let running = |name: &usize| {
            let block = document.block_of(names[*name].tokens.start);
            document.blocks().get(block).is_none_or(|block| block.kind != BlockKind::Heading)
        };
        let first = |group: usize| self.list[group].names.iter().copied().find(running);
        matches!((first(short), first(long)), (Some(short), Some(long)) if short < long)
    }

    /// Whether a company's shorter form is the same company: a name that came first by itself, in running text, or
    /// stands beside the longer one in one sentence is a company of its own.
    fn is_cut_short(&self, reading: &Reading<'_>, names: &[Name], short: usize, long: usize) -> bool {
        let document = reading.document();
        let (shorts, longs) = (&self.list[short].names, &self.list[long].names);
        let running = |name: &&usize| {
            let block = document.block_of(names[**name].tokens.start);
            document.blocks().get(block).is_none_or(|block| block.kind != BlockKind::Heading)
        };
        let first = |list: &[usize]| list.iter().find(running).copied();
        let extra = self.list[long].form.words.len() - self.list[short].form.words.len();
        let tail = forms::core(reading, &names[longs[0]]);
        let is_last = |class| reading.lexicon(tail.start).names.is(reading.word_id(tail.end - 1), class);
        // The full name of the register: who has one is called by the first words of it.
        let formal = is_last(Class::LegalForm);
        let generic = formal || is_last(Class::Last);
        let earlier = match (first(shorts), first(longs)) {
            (Some(short), Some(long)) => short < long,
            (Some(_), None) => false,
            _ => false,
        };
        let together = longs.iter().take(8).any(|&long| {
            let sentence = document.sentence_of(names[long].tokens.start);
            shorts.iter().take(32).any(|&short| {
                document.sentence_of(names[short].tokens.start) == sentence && !is_bracketed(reading, &names[short])
            })
        });
        // "Arden-Gruppe"
        let lexicon = reading.lexicon(tail.start);
        let grouped = |word: &Cow<'_, str>| lexicon.names.is(lexicon.word(word), Class::Grouped);
        if extra == 1 && self.list[long].form.words.last().is_some_and(grouped) {
            return true;
        }
        let near = || match (first(shorts), first(longs)) {
            (Some(short), Some(long)) => {
                document.block_of(names[short].tokens.start) == document.block_of(names[long].tokens.start)
            }
            _ => false,
        };
        // The end of a name is less of one than its beginning.
        if !self.list[short].form.opens(&self.list[long].form) {
            return !together && !earlier;
        }
        if together {
            return generic && extra == 1 && !earlier && (longs.len() > 1 || formal);
        }
        !earlier || extra == 1 && (formal || generic && (longs.len() > 1 || near()))
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

/// Mentions of a thing that a short form is compared with, beside the one of its fullest form.
const FORMS: usize = 4;

/// Lists `position` once, and no more than [`MOST`].
fn push(list: &mut Vec<usize>, position: usize) {
    if list.len() < MOST && list.last() != Some(&position) {
        list.push(position);
    }
}

/// How much of what speaks for the members of a list speaks for each.
const SHARED: f32 = 0.4;

/// What speaks clearly for a product, what is too little for anything else, and what the list then speaks with.
const PRODUCT: f32 = 3.0;
const THIN: f32 = 1.7;
const CLEAR: f32 = 5.0;

/// How far more must speak for a place than for a company so that a word is no short form of a company's name.
const PLACE: f32 = 2.0;

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

/// Whether a name stands in brackets or quotes, as defined terms do.
fn is_bracketed(reading: &Reading<'_>, name: &Name) -> bool {
    let Some(before) = name.tokens.start.checked_sub(1) else { return false };
    matches!(reading.document().word(before), "(" | "“" | "«" | "\"" | "[")
}
