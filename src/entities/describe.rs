//! What the article calls a company instead of its name ("the Swiss group", "le laboratoire"), and what it says it is.
//!
//! A description is tied to the one company it can mean, or to none.

use super::{Entities, EntityId, EntityKind, Evidence, Supported};
use crate::language::lexicon::{Function, Names};
use crate::language::{Class, NameKind, Place, Reading};
use crate::text::{Case, TokenRange};

/// Words a description takes at most, its article counted.
const LONGEST: usize = 5;
/// Words an apposition that describes takes at most.
const PHRASE: usize = 30;

/// What is known of companies besides their names.
#[derive(Debug, Default)]
struct Traits {
    /// Nouns and nationalities, in folded form, with whose they are.
    nouns: Vec<(String, EntityId)>,
}

/// A description, with whom it means.
pub(super) type Described = (TokenRange, EntityId);

/// All descriptions that mean one company, in order.
pub(super) fn descriptions(reading: &Reading<'_>, entities: &Entities) -> Vec<Described> {
    let traits = Traits::of(reading, entities);
    let document = reading.document();
    let mut found = Vec::new();
    for block in document.blocks() {
        // The company a sentence is about, for what means it in the next: the first it names, best without a preposition.
        let mut topic = None;
        // The companies the sentences before have named, for a noun that nobody was called by yet.
        let mut before: Vec<EntityId> = Vec::new();
        let mut last: Vec<EntityId> = Vec::new();
        for sentence in block.sentences.clone() {
            let Some(sentence) = document.sentences().get(sentence).map(|sentence| sentence.tokens) else { continue };
            let names = &reading.lexicon(sentence.start).names;
            let (mut first, mut aside, mut at) = (None, None, sentence.start);
            let mut here: Vec<EntityId> = Vec::new();
            while at < sentence.end {
                if let Some((id, tokens)) = entities.at(at) {
                    if entities.get(id).kind == EntityKind::Company {
                        here.push(id);
                        let named = if is_governed(reading, names, tokens.start, sentence.start) {
                            &mut aside
                        } else {
                            &mut first
                        };
                        *named = named.or(Some(id));
                    }
                    at = tokens.end.max(at + 1);
                    continue;
                }
                match noun_phrase(reading, entities, names, at, sentence.end) {
                    Some(phrase) => {
                        let earlier = first.or(topic).or(aside);
                        let meant = traits.meant(reading, &phrase, earlier.filter(|_| !phrase.owned));
                        let sole = match before.as_slice() {
                            [one] if !phrase.owned && last.contains(one) && !here.contains(one) => Some(*one),
                            _ => None,
                        };
                        // "The seller, Arden," is no other company.
                        let named = entities.at(phrase.tokens.end + 1).is_some();
                        let unheard = || sole.filter(|_| !named && traits.is_unheard(reading, &phrase));
                        if let Some(id) = meant.or_else(unheard) {
                            let tokens = if meant.is_none() {
                                without_preposition(reading, phrase.tokens)
                            } else {
                                phrase.tokens
                            };
                            found.push((tokens, id));
                            first = first.or(Some(id));
                        }
                        at = phrase.tokens.end;
                    }
                    None => at += 1,
                }
            }
            topic = first.or(aside).or(topic);
            // Two are enough to know that there is more than one.
            for id in &here {
                if before.len() < 2 && !before.contains(id) {
                    before.push(*id);
                }
            }
            last = here;
        }
    }
    found
}

/// Whether a preposition stands before the name at `at`, or before its article.
fn is_governed(reading: &Reading<'_>, names: &Names, at: usize, start: usize) -> bool {
    let words = &reading.lexicon(at).grammar.words;
    let preposition = |at: usize| {
        reading
            .longest(words, at, at + 1)
            .is_some_and(|found| found.values.iter().any(|function| matches!(function, Function::Preposition(_))))
    };
    let article = at > start + 1 && names.is(reading.word_id(at - 1), Class::Article);
    at > start && (preposition(at - 1) || article && preposition(at - 2))
}

/// Whether nothing but a preposition stands at `at`.
fn is_preposition(reading: &Reading<'_>, at: usize) -> bool {
    let found = reading.longest(&reading.lexicon(at).grammar.words, at, at + 1);
    found.is_some_and(|found| matches!(found.values.first(), Some(Function::Preposition(_))))
}

/// A description without the preposition its article has melted into: `du groupe`, `del grupo`.
fn without_preposition(reading: &Reading<'_>, words: TokenRange) -> TokenRange {
    let melted = reading
        .longest(&reading.lexicon(words.start).grammar.words, words.start, words.start + 1)
        .is_some_and(|found| {
            let preposition = found.values.iter().any(|function| matches!(function, Function::Preposition(_)));
            preposition && !found.values.contains(&Function::Determiner)
        });
    TokenRange::new(words.start + usize::from(melted && words.len() > 1), words.end)
}

/// An article, a noun for a company, and the adjectives around it.
struct NounPhrase {
    tokens: TokenRange,
    noun: TokenRange,
    nationality: Option<usize>,
    /// "its rival" is somebody else than the company spoken of.
    owned: bool,
    /// "the company" can be any.
    generic: bool,
}

fn noun_phrase(reading: &Reading<'_>, entities: &Entities, names: &Names, at: usize, end: usize) -> Option<NounPhrase> {
    let is = |at: usize, class| names.is(reading.word_id(at), class);
    let grammar = &reading.lexicon(at).grammar;
    // "A company" is somebody new.
    if !is(at, Class::Article) || reading.longest(&grammar.indefinites, at, end).is_some() {
        return None;
    }
    let owned = is(at, Class::Possessive);
    let (mut nationality, mut next) = (None, at + 1);
    let limit = end.min(at + LONGEST);
    while next < limit {
        if let Some(noun) = company_noun(reading, names, Place::Before, next, limit)
            && !is(next, Class::Nationality)
        {
            let mut stop = noun.end;
            if stop < end && is(stop, Class::Nationality) {
                nationality = Some(stop);
                stop += 1;
            }
            // `the group Arden`, `a empresa “Arden”`, `la empresa de software Arden` are a name with its cue.
            let quoted = stop + 1 < end && matches!(reading.document().word(stop), "“" | "«" | "\"");
            let named = entities.at(stop + usize::from(quoted)).is_some();
            if named || is(stop, Class::Of) && ends_in_name(reading, entities, stop + 1, end) {
                return None;
            }
            let generic = noun.len() == 1 && is(noun.start, Class::Generic);
            return Some(NounPhrase { tokens: TokenRange::new(at, stop), noun, nationality, owned, generic });
        }
        if is(next, Class::Nationality) {
            nationality = Some(next);
        } else if !is_of_place(reading, names, next) {
            return None;
        }
        next += 1;
    }
    // `le suédois`, `the Swede`: a nationality alone.
    let alone = nationality.filter(|&at| next == at + 1 && reading.document().tokens()[at].case == Case::Lower)?;
    (entities.at(next).is_none() && !owned).then_some(NounPhrase {
        tokens: TokenRange::new(at, next),
        noun: TokenRange::new(next, next),
        nationality: Some(alone),
        owned,
        generic: false,
    })
}

/// Whether a name follows the plain words that begin at `at`.
fn ends_in_name(reading: &Reading<'_>, entities: &Entities, at: usize, end: usize) -> bool {
    let plain = |at: &usize| reading.document().tokens()[*at].case == Case::Lower;
    let words = (at..end.min(at + LONGEST)).take_while(plain).count();
    words > 0 && entities.at(at + words).is_some()
}

/// The noun for a company that stands at `at`: a cue of its place, or a compound that says a trade.
fn company_noun(reading: &Reading<'_>, names: &Names, place: Place, at: usize, end: usize) -> Option<TokenRange> {
    let cue = reading
        .longest(names.cues(place), at, end)
        .filter(|found| found.values.iter().any(|cue| cue.kind == NameKind::Company));
    let trade = || names.is_trade(reading.document().folded(at)).then(|| TokenRange::new(at, at + 1));
    cue.map(|found| found.tokens).or_else(trade)
}

/// Whether the word at `at` is an adjective of a place, where these are written like nouns: `die Kölner Bank`.
fn is_of_place(reading: &Reading<'_>, names: &Names, at: usize) -> bool {
    let capital = |at: usize| reading.document().tokens().get(at).is_some_and(|token| token.case.has_capital());
    names.capital_nouns && capital(at) && capital(at + 1) && reading.document().folded(at).ends_with("er")
}

impl Traits {
    /// Collects the nouns and nationalities beside the names of companies.
    fn of(reading: &Reading<'_>, entities: &Entities) -> Self {
        let mut traits = Self::default();
        for (position, entity) in entities.all().iter().enumerate() {
            if entity.kind == EntityKind::Company {
                for mention in &entity.mentions {
                    traits.learn(reading, EntityId(position), mention.tokens);
                }
            }
        }
        traits
    }

    fn learn(&mut self, reading: &Reading<'_>, id: EntityId, name: TokenRange) {
        let document = reading.document();
        let Some(sentence) = document.sentences().get(document.sentence_of(name.start)) else { return };
        let names = &reading.lexicon(name.start).names;
        let is = |at: usize, class| names.is(reading.word_id(at), class);
        let from = name.start.saturating_sub(4).max(sentence.tokens.start);
        for at in from..name.start {
            // "sells its British unit to Arden" says nothing of Arden.
            let apart = || (at + 1..name.start).any(|at| is_preposition(reading, at) && !is(at, Class::Of));
            if is(at, Class::Nationality) && name.start - at <= 3 && !apart() {
                self.add(document.folded(at), id);
            }
            if let Some(noun) = company_noun(reading, names, Place::Before, at, name.start)
                && (noun.end == name.start || is(noun.end, Class::Nationality))
            {
                self.add(&reading.document().text_of(noun).to_lowercase(), id);
            }
        }
        if name.end < sentence.tokens.end && matches!(document.word(name.end), "," | "(" | "–" | "—") {
            for at in name.end + 1..sentence.tokens.end.min(name.end + 8) {
                if matches!(document.word(at), "," | ")" | "." | ";") {
                    break;
                }
                if is(at, Class::Nationality) {
                    self.add(document.folded(at), id);
                }
                if let Some(noun) = company_noun(reading, names, Place::Apposition, at, sentence.tokens.end) {
                    self.add(&document.text_of(noun).to_lowercase(), id);
                }
            }
        }
    }

    fn add(&mut self, word: &str, id: EntityId) {
        if !self.nouns.iter().any(|(noun, whose)| noun == word && *whose == id) && self.nouns.len() < 512 {
            self.nouns.push((word.to_string(), id));
        }
    }

    /// The companies of which a word was said; adjectives agree in gender, so that beginnings are compared.
    fn whose(&self, word: &str) -> Vec<EntityId> {
        let same = |noun: &str| noun == word || (word.len() > 5 && noun.len() > 5 && agrees(noun, word));
        self.nouns.iter().filter(|(noun, _)| same(noun)).map(|(_, id)| *id).collect()
    }

    /// Whether nobody was called by the noun of a phrase that says a trade.
    fn is_unheard(&self, reading: &Reading<'_>, phrase: &NounPhrase) -> bool {
        let noun = reading.document().text_of(phrase.noun).to_lowercase();
        !phrase.generic && !phrase.noun.is_empty() && self.whose(&noun).is_empty()
    }

    /// The one company a phrase can mean.
    fn meant(&self, reading: &Reading<'_>, phrase: &NounPhrase, topic: Option<EntityId>) -> Option<EntityId> {
        let document = reading.document();
        let by_nation = phrase.nationality.map(|at| self.whose(document.folded(at)));
        let noun = document.text_of(phrase.noun).to_lowercase();
        let by_noun = (!phrase.noun.is_empty()).then(|| self.whose(&noun)).filter(|list| !list.is_empty());
        let mut pool: Option<Vec<EntityId>> = by_nation.filter(|list| !list.is_empty());
        if let Some(nouns) = by_noun {
            pool = Some(match pool {
                Some(nations) => {
                    let both: Vec<EntityId> = nations.iter().copied().filter(|id| nouns.contains(id)).collect();
                    if both.is_empty() { nations } else { both }
                }
                None if phrase.generic => Vec::new(),
                None => nouns,
            });
        }
        match pool.as_deref() {
            Some([one]) => Some(*one),
            Some([]) | None if phrase.generic => topic,
            Some(several) => topic.filter(|topic| several.contains(topic)),
            None => None,
        }
    }
}

/// Whether two words are forms of one: `suédois`, `suédoise`.
fn agrees(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    long.len() - short.len() <= 2 && long.starts_with(short)
}

/// What the article says a company is, in its own words: the apposition after its name.
pub(super) fn description(reading: &Reading<'_>, name: TokenRange) -> Option<Supported<String>> {
    let document = reading.document();
    let sentence = document.sentences().get(document.sentence_of(name.start))?.tokens;
    let names = &reading.lexicon(name.start).names;
    let from = name.end + 1;
    if from >= sentence.end || document.word(name.end) != "," {
        return None;
    }
    let opens = from + 4;
    let noun = (from..sentence.end.min(opens)).find(|&at| {
        reading
            .longest(names.cues(Place::Apposition), at, sentence.end)
            .is_some_and(|found| found.values.iter().any(|cue| cue.kind == NameKind::Company))
    })?;
    if !names.is(reading.word_id(from), Class::Article) && noun != from {
        return None;
    }
    let mut end = noun + 1;
    while end < sentence.end && end - from < PHRASE {
        let stop = matches!(document.word(end), "," | ";" | "." | "!" | "?" | ":" | ")" | "–" | "—" | "»" | "”" | "(");
        if stop {
            break;
        }
        end += 1;
    }
    let span = document.span(TokenRange::new(from, end));
    Some(Supported::new(document.on_one_line(span), Evidence::new(span, "apposition")))
}
