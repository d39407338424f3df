//! The features of the tagger, as hashes. Training and tagging both draw them from here.
//!
//! They come in groups, by what they depend on, so that each is added up once: [`word`] and [`neighbour`] on one word,
//! [`shapes`] on
//! the shapes of two words in a row, [`document`] on one form in the document, [`run`] on a run of capitalised words,
//! [`token`] on the place.

use super::document::{Document, NONE, Run, Token};
use super::hash::{pair, push};
use super::vocabulary::Entry;
use super::word::Spelling;

/// What a feature says. Two features with different templates have different hashes.
#[derive(Clone, Copy, Debug)]
#[repr(u8)]
enum Template {
    Bias = 1,
    Lower,
    Cased,
    Shape,
    LongShape,
    Prefix,
    Suffix,
    Cluster,
    ClusterShape,
    FrequencyShape,
    LanguageBias,
    LanguageShape,
    LanguageLower,
    LanguageSuffix,
    NeighbourLower,
    NeighbourShape,
    NeighbourCluster,
    NeighbourLanguageLower,
    LowerPair,
    ShapePair,
    ShapeThenLower,
    LowerThenShape,
    ClusterPair,
    ClusterAround,
    LanguageShapePair,
    Place,
    RunLength,
    RunBefore,
    RunAfter,
    RunAround,
    RunFirst,
    RunLast,
    RunLastPosition,
    RunCluster,
    RunTwoBefore,
    RunTwoAfter,
    RunEnds,
    RunLengthAround,
    ContentBefore,
    ContentBeforePosition,
    ContentBeforeCluster,
    ContentAfter,
    ContentAfterCluster,
    List,
    ListShape,
    ListNear,
    ListInRun,
    ListAtRunEnds,
    NameMask,
    NameMaskPair,
    Other,
    OtherCluster,
    OtherPattern,
    OtherMask,
    OtherUse,
}

use Template as T;

fn feature(template: Template, value: u64) -> u64 {
    push(value, u64::from(template as u8).wrapping_mul(0xD6E8_FEB8_6659_FD93))
}

/// All features of a token: what training sees, and what tagging adds up from kept sums.
pub fn all(document: &Document, at: usize, sink: &mut impl FnMut(u64)) {
    let (language, entry) = (document.language, document.entry(at));
    word(entry, document.spelling(at), language, sink);
    for offset in [-1i8, 1, -2, 2] {
        neighbour(document.entry(at.saturating_add_signed(isize::from(offset))), offset, language, sink);
    }
    if entry.word.capitalised {
        self::document(document, document.tokens[at].form, sink);
    }
    if let Some(run) = document.runs.get(document.tokens[at].run as usize) {
        self::run(document, run, sink);
    }
    for (second, place) in [(at, Side::Before), (at + 1, Side::After)] {
        shapes(document.entry(second - 1), document.entry(second), place, language, sink);
    }
    token(document, at, sink);
}

/// What a word says of itself.
pub fn word(entry: &Entry, spelling: &Spelling, language: u64, sink: &mut impl FnMut(u64)) {
    let Entry { word, class, .. } = entry;
    sink(feature(T::Bias, 0));
    sink(feature(T::Lower, word.lower));
    sink(feature(T::Cased, spelling.cased));
    sink(feature(T::Shape, word.shape));
    sink(feature(T::LongShape, spelling.long_shape));
    for (n, prefix) in spelling.prefixes.iter().enumerate().filter(|(_, p)| **p != 0) {
        sink(feature(T::Prefix, pair(n as u64, *prefix)));
    }
    for (n, suffix) in spelling.suffixes.iter().enumerate().filter(|(_, s)| **s != 0) {
        sink(feature(T::Suffix, pair(n as u64, *suffix)));
    }
    let cluster = u64::from(class.cluster);
    sink(feature(T::Cluster, cluster));
    sink(feature(T::ClusterShape, pair(cluster, word.shape)));
    sink(feature(T::FrequencyShape, pair(u64::from(class.frequency), word.shape)));
    sink(feature(T::LanguageBias, language));
    sink(feature(T::LanguageShape, pair(language, word.shape)));
    sink(feature(T::LanguageLower, pair(language, word.lower)));
    sink(feature(T::LanguageSuffix, pair(language, spelling.suffixes[1])));
}

/// What a word says of the token `offset` places before it (negative: after it).
pub fn neighbour(entry: &Entry, offset: i8, language: u64, sink: &mut impl FnMut(u64)) {
    let Entry { word, class, .. } = entry;
    let place = u64::from(offset as u8);
    sink(feature(T::NeighbourLower, pair(place, word.lower)));
    sink(feature(T::NeighbourShape, pair(place, word.shape)));
    sink(feature(T::NeighbourCluster, pair(place, u64::from(class.cluster))));
    if offset.abs() == 1 {
        sink(feature(T::NeighbourLanguageLower, pair(language, pair(place, word.lower))));
    }
}

/// Where a neighbour stands.
#[derive(Clone, Copy, Debug)]
pub enum Side {
    /// To the left.
    Before,
    /// To the right.
    After,
}

/// What the shapes of two words in a row say of the one whose neighbour is the other, on that side.
pub fn shapes(first: &Entry, second: &Entry, side: Side, language: u64, sink: &mut impl FnMut(u64)) {
    let shape = pair(side as u64, pair(first.word.shape, second.word.shape));
    sink(feature(T::ShapePair, shape));
    sink(feature(T::LanguageShapePair, pair(language, shape)));
}

/// What the document says of a form by its capitalised occurrences.
pub fn document(document: &Document, form: u32, sink: &mut impl FnMut(u64)) {
    /// More occurrences than these say nothing new.
    const OCCURRENCES: usize = 10;
    let Some(form) = document.forms.get(form as usize) else { return };
    sink(feature(
        T::OtherUse,
        u64::from(form.inside) | u64::from(form.lower) << 1 | u64::from(form.capitalised == 1) << 2,
    ));
    if form.inside {
        sink(feature(T::OtherUse, 8));
    }
    if form.lower {
        sink(feature(T::OtherUse, 9));
    }
    if form.capitalised < 2 {
        return;
    }
    let mut found = Vec::with_capacity(OCCURRENCES * 6);
    let mut at = form.first;
    for _ in 0..OCCURRENCES {
        let Some(token) = document.tokens.get(at as usize) else { break };
        let (before, after) = (at as usize - 1, at as usize + 1);
        let mut pattern = 0;
        for (side, near) in [(0, before), (1, after)] {
            let Entry { word, class, .. } = document.entry(near);
            let place = side << 1 | u64::from(word.capitalised);
            pattern = pattern << 1 | u64::from(word.capitalised);
            found.push(feature(T::Other, pair(place, word.lower)));
            found.push(feature(T::OtherCluster, pair(place, u64::from(class.cluster))));
            if word.capitalised {
                found.push(feature(T::OtherMask, pair(place, u64::from(document.tokens[near].names_and_places()))));
            }
        }
        found.push(feature(T::OtherPattern, pattern));
        if token.next == NONE {
            break;
        }
        at = token.next;
    }
    found.sort_unstable();
    found.dedup();
    found.into_iter().for_each(sink);
}

/// What the place says of a token.
pub fn token(document: &Document, at: usize, sink: &mut impl FnMut(u64)) {
    let token = &document.tokens[at];
    let (before2, before, here) = (document.entry(at - 2), document.entry(at - 1), document.entry(at));
    let (after, after2) = (document.entry(at + 1), document.entry(at + 2));
    let word = &here.word;
    sink(feature(T::LowerPair, pair(0, pair(before.word.lower, word.lower))));
    sink(feature(T::LowerPair, pair(1, pair(word.lower, after.word.lower))));
    sink(feature(T::LowerPair, pair(2, pair(before2.word.lower, before.word.lower))));
    sink(feature(T::LowerPair, pair(3, pair(after.word.lower, after2.word.lower))));
    sink(feature(T::ShapeThenLower, pair(word.shape, after.word.lower)));
    sink(feature(T::LowerThenShape, pair(before.word.lower, word.shape)));
    if word.capitalised {
        let place = u64::from(token.first) | u64::from(token.headline) << 1;
        sink(feature(T::Place, pair(place, word.shape)));
        let [b2, b, c, a, a2] = [before2, before, here, after, after2].map(|t| u64::from(t.class.cluster));
        for (n, two) in [pair(b, c), pair(c, a), pair(b2, b), pair(a, a2)].into_iter().enumerate() {
            sink(feature(T::ClusterPair, pair(n as u64, two)));
        }
        sink(feature(T::ClusterAround, pair(b, a)));
    }
    in_run(document, at, token, sink);
    lists(document, at, token, word.shape, sink);
}

/// What a capitalised run says of every token in it: its neighbours and its ends.
pub fn run(document: &Document, run: &Run, sink: &mut impl FnMut(u64)) {
    let (first, last) = (run.first as usize, run.last as usize);
    let (before2, before, head) = (document.entry(first - 2), document.entry(first - 1), document.entry(first));
    let (tail, after, after2) = (document.entry(last), document.entry(last + 1), document.entry(last + 2));
    sink(feature(T::RunBefore, before.word.lower));
    sink(feature(T::RunAfter, after.word.lower));
    sink(feature(T::RunAround, pair(before.word.lower, after.word.lower)));
    sink(feature(T::RunTwoBefore, pair(before2.word.lower, before.word.lower)));
    sink(feature(T::RunTwoAfter, pair(after.word.lower, after2.word.lower)));
    sink(feature(T::RunEnds, pair(head.word.lower, tail.word.lower)));
    let around = pair(u64::from(before.class.cluster), u64::from(after.class.cluster));
    sink(feature(T::RunLengthAround, pair(length(run), around)));
    sink(feature(T::RunFirst, head.word.lower));
    sink(feature(T::RunLast, tail.word.lower));
    for (n, entry) in [before, head, tail, after].into_iter().enumerate() {
        sink(feature(T::RunCluster, pair(n as u64, u64::from(entry.class.cluster))));
    }
    if let Some(Entry { word, class, .. }) = content_before(document, run) {
        sink(feature(T::ContentBefore, word.lower));
        sink(feature(T::ContentBeforeCluster, u64::from(class.cluster)));
    }
    if let Some(Entry { word, class, .. }) = content_after(document, run) {
        sink(feature(T::ContentAfter, word.lower));
        sink(feature(T::ContentAfterCluster, u64::from(class.cluster)));
    }
    for (n, end) in [first, last].into_iter().enumerate() {
        for list in bits(document.tokens[end].lists) {
            sink(feature(T::ListAtRunEnds, pair(n as u64, list)));
        }
    }
}

/// What the place of a token in its capitalised run says.
fn in_run(document: &Document, at: usize, token: &Token, sink: &mut impl FnMut(u64)) {
    let Some(run) = document.runs.get(token.run as usize) else { return };
    let (first, last) = (run.first as usize, run.last as usize);
    let position = u64::from(at != first) + 2 * u64::from(at != last);
    sink(feature(T::RunLength, pair(length(run), position)));
    sink(feature(T::RunLastPosition, pair(document.entry(last).word.lower, position)));
    if let Some(Entry { word, .. }) = content_before(document, run) {
        sink(feature(T::ContentBeforePosition, pair(position, word.lower)));
    }
    let mut elsewhere = 0;
    for (n, other) in document.tokens[first..=last].iter().enumerate().take(16) {
        if first + n != at && other.positions != 0 {
            elsewhere |= other.lists;
        }
    }
    for list in bits(elsewhere) {
        sink(feature(T::ListInRun, list));
    }
}

/// The tokens of a run, as far as their number tells anything.
fn length(run: &Run) -> u64 {
    u64::from((run.last - run.first + 1).min(6))
}

/// No word that says what is named is looked for farther from a run.
const FAR: usize = 5;

/// The nearest word of some length before a run, over articles and prepositions: what is named ("le fabricant de l’ Arden").
fn content_before<'d>(document: &'d Document, run: &Run) -> Option<&'d Entry> {
    let first = run.first as usize;
    telling(document, (first.saturating_sub(FAR)..first).rev())
}

/// The same behind it: what it does.
fn content_after<'d>(document: &'d Document, run: &Run) -> Option<&'d Entry> {
    let last = run.last as usize;
    telling(document, last + 1..last + FAR)
}

/// The first word of some length among the tokens at `places`, up to the edge of the sentence.
fn telling<'d>(document: &'d Document, places: impl Iterator<Item = usize>) -> Option<&'d Entry> {
    let within = places.take_while(|&at| document.tokens[at].form != NONE);
    within.map(|at| document.entry(at)).find(|entry| entry.word.has_lower && entry.word.length > 3)
}

/// The gazetteer matches on the token and beside it.
fn lists(document: &Document, at: usize, token: &Token, shape: u64, sink: &mut impl FnMut(u64)) {
    let (before, after) = (&document.tokens[at - 1], &document.tokens[at + 1]);
    for list in bits(token.lists) {
        let value = pair(list, u64::from(token.position(list as usize)));
        sink(feature(T::List, value));
        sink(feature(T::ListShape, pair(value, shape)));
    }
    for (n, near) in [before, after].into_iter().enumerate() {
        for list in bits(near.lists) {
            sink(feature(T::ListNear, pair(n as u64, list)));
        }
    }
    let [b, m, a] = [before, token, after].map(|t| u64::from(t.names_and_places()));
    if b | m | a != 0 {
        sink(feature(T::NameMask, m));
        sink(feature(T::NameMaskPair, pair(0, pair(b, m))));
        sink(feature(T::NameMaskPair, pair(1, pair(m, a))));
    }
}

fn bits(mut mask: u16) -> impl Iterator<Item = u64> {
    std::iter::from_fn(move || {
        let bit = (mask != 0).then(|| u64::from(mask.trailing_zeros()));
        mask &= mask.wrapping_sub(1);
        bit
    })
}

#[cfg(test)]
mod tests {
    use super::super::document::Lexicon;
    use super::super::vocabulary::Vocabulary;
    use super::*;

    fn read<'v>(vocabulary: &'v mut Vocabulary, sentences: &[&[&str]]) -> Document<'v> {
        Document::new(sentences, "en", &Lexicon::default(), vocabulary, |_| true)
    }

    fn collect(extract: impl FnOnce(&mut Vec<u64>)) -> Vec<u64> {
        let mut found = Vec::new();
        extract(&mut found);
        found
    }

    #[test]
    fn the_same_place_gives_the_same_features() {
        let sentence: &[&str] = &["Anna", "Berg", "joins", "Arden"];
        let (mut first, mut second) = (Vocabulary::default(), Vocabulary::default());
        let (one, two) = (read(&mut first, &[sentence]), read(&mut second, &[sentence]));
        for at in 2..6 {
            let a = collect(|f| token(&one, at, &mut |x| f.push(x)));
            let b = collect(|f| token(&two, at, &mut |x| f.push(x)));
            assert_eq!(a, b);
        }
    }

    #[test]
    fn the_word_before_a_run_is_found_over_small_words_and_no_further_than_its_sentence() {
        let before = |sentences: &[&[&str]], at: usize| {
            let mut vocabulary = Vocabulary::default();
            let document = read(&mut vocabulary, sentences);
            let found = collect(|f| run(&document, &document.runs[0], &mut |x| f.push(x)));
            found.contains(&feature(T::ContentBefore, document.entry(at).word.lower))
        };
        assert!(before(&[&["maker", "of", "the", "Arden"]], 2));
        assert!(!before(&[&["a", "maker"], &["of", "the", "Arden"]], 3));
    }

    #[test]
    fn another_occurrence_adds_document_features() {
        let (mut first, mut second) = (Vocabulary::default(), Vocabulary::default());
        let once = read(&mut first, &[&["by", "Arden"]]);
        let twice = read(&mut second, &[&["by", "Arden"], &["Arden", "said"]]);
        let count = |d: &Document| collect(|f| document(d, d.tokens[3].form, &mut |x| f.push(x))).len();
        assert!(count(&twice) > count(&once));
    }
}
