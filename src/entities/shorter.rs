//! Whether a name is the shorter form of another one that the article has in full.

use std::borrow::Cow;

use super::forms;
use super::group::{Groups, is_bracketed};
use super::same;
use crate::language::{Class, Reading};
use crate::mentions::{Kind, Name};
use crate::text::BlockKind;

/// Mentions of a thing that a short form is compared with, beside the one of its fullest form.
const FORMS: usize = 4;

/// How far more must speak for a place than for a company so that a word is no short form of a company's name.
const PLACE: f32 = 2.0;

impl Groups<'_> {
    /// Whether the form of group `short` can be a shorter form of that of `long`.
    pub(super) fn is_short_for(&self, reading: &Reading<'_>, names: &[Name], short: usize, long: usize) -> bool {
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
}
