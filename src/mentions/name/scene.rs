//! Where names are looked for: sentences with how they are written, and words with how the article writes them.

use std::cell::RefCell;
use std::collections::HashSet;
use std::hash::BuildHasherDefault;

use super::bare;
use super::context::{Asked, Learned};
use crate::language::lexicon::{Names, Noun};
use crate::language::{Class, NameKind, Phrases, Place, Reading, WordId};
use crate::mentions::tagger::Tagger;
use crate::mentions::tagger::hash::{self, WordHasher, WordMap};
use crate::text::{BlockKind, Case, Document, TokenKind, TokenRange};

/// How the capitals of a sentence are used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// Capitals mark names and starts.
    Running,
    /// Most words have a capital.
    Title,
    /// All words are in capitals.
    Capitals,
}

/// A sentence in which names are looked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'r> {
    pub(super) tokens: TokenRange,
    pub(super) style: Style,
    /// Whether it tells nothing of the story: contacts, bylines, boilerplate.
    pub(super) aside: bool,
    /// Whether it is a heading.
    pub(super) heading: bool,
    pub(super) names: &'r Names,
}

/// The article as the finders of names see it.
pub(super) struct Scene<'r> {
    pub(super) reading: &'r Reading<'r>,
    pub(super) document: &'r Document<'r>,
    pub(super) tagger: &'r Tagger<'static>,
    pub(super) lines: Vec<Line<'r>>,
    /// Words that have a capital where nothing but a name asks for one.
    named: Words,
    /// Words that are also written without a capital.
    lower: Words,
    /// Words that have a capital there, no small word behind them that says whose they are, and no article before them
    /// where names have none.
    alone: Words,
    /// Words that do without an article, where every noun has a capital.
    proper: Words,
    /// How much of a word with a capital is known as a noun, where every noun has one.
    nouns: WordMap<u64, Noun>,
    /// Words that a contract or a release gives its parties: `Arden Ltd. (the “Company”)`.
    terms: Words,
    /// What stands for a phrase of common words: `exchange-traded funds (ETFs)`.
    abbreviations: Words,
    /// What the tagger has learned of words, where it has been asked for.
    learned: RefCell<Asked>,
}

/// Tokens of a long article, which says the same words again.
const MANY: usize = 2_000;

/// Sets of words, by a fast hash of their folded form.
pub(super) type Words = HashSet<u64, BuildHasherDefault<WordHasher>>;

pub(super) fn hash(word: &str) -> u64 {
    hash::bytes(0, word.as_bytes())
}

impl<'r> Scene<'r> {
    pub(super) fn new(reading: &'r Reading<'r>, tagger: &'r Tagger<'static>) -> Self {
        let document = reading.document();
        let mut scene = Self {
            reading,
            document,
            tagger,
            lines: Vec::with_capacity(document.sentences().len()),
            named: Words::default(),
            // About every other word of a short article is another one.
            lower: Words::with_capacity_and_hasher(document.tokens().len().min(MANY) / 2, Default::default()),
            alone: Words::default(),
            proper: Words::default(),
            nouns: WordMap::default(),
            terms: Words::default(),
            abbreviations: Words::default(),
            learned: RefCell::new(Asked::new(document.tokens().len())),
        };
        for block in document.blocks() {
            for sentence in block.sentences.clone() {
                let Some(sentence) = document.sentences().get(sentence) else { continue };
                let mut tokens = sentence.tokens;
                let names = &reading.lexicon(tokens.start).names;
                if tokens.has(block.dateline.start) && !block.dateline.is_empty() {
                    let end = block.dateline.end.min(tokens.end);
                    let dateline = TokenRange::new(tokens.start, end);
                    scene.lines.push(Line {
                        tokens: dateline,
                        style: Style::Running,
                        aside: true,
                        heading: false,
                        names,
                    });
                    tokens = TokenRange::new(end, tokens.end);
                }
                if tokens.is_empty() {
                    continue;
                }
                let heading = block.kind == BlockKind::Heading;
                let line = Line {
                    tokens,
                    style: scene.style(tokens, heading, names),
                    aside: !block.kind.introduces(),
                    heading,
                    names,
                };
                scene.learn(&line);
                scene.lines.push(line);
            }
        }
        scene.proper = bare::proper(&scene);
        scene
    }

    fn style(&self, tokens: TokenRange, heading: bool, names: &Names) -> Style {
        let (mut lower, mut title, mut upper, mut telling) = (0, 0, 0, false);
        for at in tokens.positions().take(60) {
            let token = &self.document.tokens()[at];
            if token.kind == TokenKind::Word && token.span.len() > 3 {
                match token.case {
                    Case::Lower => {
                        lower += 1;
                        telling |= !heading && !names.is(self.word_id(at), Class::Common);
                    }
                    Case::Title | Case::Mixed => title += 1,
                    Case::Upper => upper += 1,
                    Case::None => {}
                }
            }
        }
        let words = lower + title + upper;
        if upper >= 2 && upper * 10 >= words * 8 {
            Style::Capitals
        } else if !names.capital_nouns
            && words >= 4
            && lower * 10 <= words * 3
            && !telling
            && self.document.word(tokens.end - 1) != "."
        {
            Style::Title
        } else {
            Style::Running
        }
    }

    fn learn(&mut self, line: &Line<'_>) {
        if line.style == Style::Capitals {
            return;
        }
        for at in line.tokens.positions() {
            let token = &self.document.tokens()[at];
            if token.kind != TokenKind::Word {
                continue;
            }
            if token.case.has_capital() && self.is_defined(line, at) {
                self.terms.insert(hash(self.document.folded(at)));
            }
            if !line.names.capital_nouns && self.abbreviates(line, at) {
                self.abbreviations.insert(hash(self.document.folded(at)));
            }
            if token.case == Case::Lower {
                self.lower.insert(hash(self.document.folded(at)));
            } else if token.case.has_capital() && line.style == Style::Running {
                let word = hash(self.document.folded(at));
                if !self.opens(line, at) {
                    self.named.insert(word);
                }
                let plus = |at: usize| line.tokens.has(at) && self.document.word(at) == "+";
                let owned = self.lower_word(at + 1) && self.is(at + 1, line, Class::Of);
                let article = at > line.tokens.start && self.is(at - 1, line, Class::Article);
                let noun = article && !self.reading.lexicon(at).grammar.drops_subject;
                let summed = plus(at + 1) || at > line.tokens.start && plus(at - 1);
                if !owned && !noun && !summed {
                    self.alone.insert(word);
                }
            }
            if line.names.capital_nouns && token.case.has_capital() {
                let word = self.document.folded(at);
                self.nouns.entry(hash(word)).or_insert_with(|| line.names.nouns.of(word));
            }
        }
    }

    /// Whether the word at `at` stands alone between quotation marks, behind a bracket: `(the “Company”`.
    fn is_defined(&self, line: &Line<'_>, at: usize) -> bool {
        let word = |at: usize| if line.tokens.has(at) { self.document.word(at) } else { "" };
        let quoted = |at: usize| matches!(word(at), "“" | "”" | "\"" | "«" | "»" | "‘" | "’" | "'");
        let bracket = |count: usize| at.checked_sub(count).is_some_and(|at| word(at) == "(");
        at > 1 && quoted(at - 1) && quoted(at + 1) && (bracket(2) || bracket(3))
    }

    /// Whether the word at `at` is no name but a term that stands for one: a noun for any company, or for who plays a
    /// part in deals.
    pub(super) fn is_term(&self, at: usize, line: &Line<'_>) -> bool {
        let part = || self.reading.longest(&self.reading.lexicon(at).deals.parts, at, at + 1).is_some();
        self.terms.contains(&hash(self.document.folded(at))) && (self.is(at, line, Class::Generic) || part())
    }

    /// Whether the word at `at` stands alone in brackets behind the common words it is the initials of: `a letter of
    /// intent (LOI)`.
    fn abbreviates(&self, line: &Line<'_>, at: usize) -> bool {
        let word = |at: usize| if line.tokens.has(at) { self.document.word(at) } else { "" };
        if at < 2 || word(at - 1) != "(" || word(at + 1) != ")" {
            return false;
        }
        let text = self.document.word(at);
        let letters = text.strip_suffix('s').unwrap_or(text);
        if !(2..=LETTERS).contains(&letters.chars().count()) || !letters.chars().all(char::is_uppercase) {
            return false;
        }
        let mut left: Vec<char> = letters.chars().flat_map(char::to_lowercase).collect();
        for before in (line.tokens.start..at - 1).rev().take(PHRASE) {
            let Some(&letter) = left.last() else { break };
            let folded = self.document.folded(before);
            if self.lower_word(before) && folded.starts_with(letter) {
                left.pop();
            } else if self.document.tokens()[before].case.has_capital() || folded.chars().count() > SMALL {
                return false;
            }
        }
        left.is_empty()
    }

    /// Whether the word at `at` is an abbreviation that the article has for common words.
    pub(super) fn is_abbreviation(&self, at: usize) -> bool {
        self.capital(at)
            && self.document.tokens()[at].case != Case::Title
            && self.abbreviations.contains(&hash(self.document.folded(at)))
    }

    /// `Arden + Belm`: whether the sign at `at` joins two words with capitals to one name.
    pub(super) fn joins_by_plus(&self, at: usize) -> bool {
        let tokens = self.document.tokens();
        let spaced = |at: usize| tokens.get(at).is_some_and(|token| token.spaced);
        let plus = |at: usize| tokens.get(at).is_some_and(|_| self.document.word(at) == "+");
        plus(at)
            && spaced(at)
            && spaced(at + 1)
            && self.capital(at + 1)
            && at.checked_sub(1).is_some_and(|before| self.capital(before))
            && !plus(at + 2)
            && !at.checked_sub(2).is_some_and(|before| plus(before) || self.capital(before))
            && !(self.is_alone(at - 1) && self.is_alone(at + 1))
    }

    /// Whether token `at` has its capital from its place: the start of a sentence, of a quotation, of an item.
    pub(super) fn opens(&self, line: &Line<'_>, at: usize) -> bool {
        if at == line.tokens.start {
            return true;
        }
        match self.document.word(at - 1) {
            "“" | "«" | "\"" | "‘" | "•" | "-" | "–" | "—" | "*" | "·" | "…" | "..." | "?" | "!" | ":" | "." => {
                true
            }
            "’" | "'" => !self.document.tokens()[at].spaced && self.document.tokens()[at - 1].spaced,
            // Numbers of items: `1) Arden`.
            ")" => at - 1 <= line.tokens.start + 1,
            _ => false,
        }
    }

    /// Whether the article writes this word with a capital where only a name has one.
    pub(super) fn is_named(&self, at: usize) -> bool {
        self.named.contains(&hash(self.document.folded(at)))
    }

    /// Whether the article writes this word with a capital as a name by itself, with no `of` behind it.
    pub(super) fn is_alone(&self, at: usize) -> bool {
        self.alone.contains(&hash(self.document.folded(at)))
    }

    /// Whether the article also writes this word without a capital.
    pub(super) fn is_lower(&self, at: usize) -> bool {
        self.lower.contains(&hash(self.document.folded(at)))
    }

    /// Whether the article uses this word without an article, where every noun has a capital.
    pub(super) fn is_proper(&self, at: usize) -> bool {
        self.proper.contains(&hash(self.document.folded(at)))
    }

    /// How much of the word at `at` is known as a noun, where every noun has a capital.
    pub(super) fn noun(&self, at: usize) -> Noun {
        self.nouns.get(&hash(self.document.folded(at))).copied().unwrap_or(Noun::Whole)
    }

    /// Whether companies are called by the noun at `at`: `Energieversorger Arden`.
    pub(super) fn is_trade(&self, line: &Line<'_>, at: usize) -> bool {
        let company = |word: &str| {
            let word = [self.reading.lexicon(at).word(word)];
            let cue = line.names.cues(Place::Before).longest(&word);
            cue.is_some_and(|(_, cues)| cues.iter().any(|cue| cue.kind == NameKind::Company))
        };
        let word = self.document.folded(at);
        line.names.capital_nouns
            && self.capital(at)
            && (line.names.is_trade(word) || company(word) || word.strip_suffix('s').is_some_and(company))
    }

    /// What the tagger has learned of the word at `at`.
    pub(super) fn learned(&self, at: usize) -> Learned {
        self.learned.borrow_mut().get(at, || Learned::of(self.tagger.lexicon(), self.document.word(at)))
    }

    pub(super) fn word_id(&self, at: usize) -> WordId {
        self.reading.word_id(at)
    }

    pub(super) fn is(&self, at: usize, line: &Line<'_>, class: Class) -> bool {
        line.names.is(self.word_id(at), class)
    }

    /// A word with a capital letter.
    pub(super) fn capital(&self, at: usize) -> bool {
        self.document.tokens().get(at).is_some_and(|token| token.kind == TokenKind::Word && token.case.has_capital())
    }

    /// A word without one.
    pub(super) fn lower_word(&self, at: usize) -> bool {
        self.document.tokens().get(at).is_some_and(|token| token.kind == TokenKind::Word && token.case == Case::Lower)
    }

    /// The longest phrase of `table` that ends right before `end` and starts no earlier than `floor`.
    pub(super) fn before<'p, T>(
        &self,
        table: &'p Phrases<T>,
        floor: usize,
        end: usize,
    ) -> Option<(TokenRange, &'p [T])> {
        let earliest = end.saturating_sub(LONGEST).max(floor);
        (earliest..end).find_map(|start| {
            let found = self.reading.longest(table, start, end)?;
            (found.tokens.end == end).then_some((found.tokens, found.values))
        })
    }

    /// The line that token `at` stands in.
    pub(super) fn line(&self, at: usize) -> Option<&Line<'r>> {
        let position = self.lines.partition_point(|line| line.tokens.end <= at);
        self.lines.get(position).filter(|line| line.tokens.has(at))
    }
}

/// The longest abbreviation of common words, in letters; how far before it they may begin, in tokens, and the longest
/// word among them that may have no letter in it.
const LETTERS: usize = 6;
const PHRASE: usize = 12;
const SMALL: usize = 3;

/// The longest phrase looked for, in words.
const LONGEST: usize = 6;
