//! Codes of shares that stand behind names without a mark: `Arden ARDN.L`, `Arden ARDN` are the name and its code.

use super::Candidate;
use super::scene::{Line, Scene};
use crate::language::{Class, NameKind, Place};
use crate::mentions::tagger::Label;
use crate::text::{Case, TokenKind, TokenRange};

/// The longest code, in bytes, and the longest short name of a market behind its dot (`HK`).
const CODE: usize = 6;
const MARKET: usize = 2;
/// The least letters of a code without a market, of one that is made of the name before it, and how many of these show
/// that the article writes codes so.
const LETTERS: usize = 3;
const MADE: usize = 4;
const MANY: usize = 2;

/// How an article writes codes behind names.
pub(super) struct Codes {
    /// Whether it does so without the market too, so that any word in capitals behind a name is one.
    plain: bool,
}

impl Codes {
    pub(super) fn of(scene: &Scene<'_>, names: &[Candidate]) -> Self {
        let made = |name: &&Candidate| scene.line(name.tokens.start).is_some_and(|line| made(scene, line, name));
        Self { plain: names.iter().filter(made).take(MANY).count() == MANY }
    }

    /// Where the code behind a name begins and ends, or the town: inside the name, as it was found, or right behind it.
    pub(super) fn behind(&self, scene: &Scene<'_>, name: &Candidate) -> Option<TokenRange> {
        let line = scene.line(name.tokens.start)?;
        if name.own {
            return None;
        }
        let (first, end) = (name.tokens.start + 1, name.tokens.end);
        let with_market = (first..=end).find_map(|at| Some(TokenRange::new(at, listed(scene, line, at)?)));
        let plain = || (made(scene, line, name) || self.plain && is_plain(scene, line, name)).then(|| end - 1);
        let town = || is_seated(scene, line, name).then(|| end - 1);
        with_market.or_else(|| plain().or_else(town).map(|at| TokenRange::new(at, end)))
    }
}

/// `Arden GmbH Norrow`: whether one word more follows the legal form of a name, where nouns have capitals.
fn is_seated(scene: &Scene<'_>, line: &Line<'_>, name: &Candidate) -> bool {
    let form = |at: usize| scene.is(at, line, Class::LegalForm);
    let last = name.tokens.end - 1;
    line.names.capital_nouns && name.tokens.len() > 2 && form(last - 1) && !form(last) && scene.capital(last)
}

/// The end of a code with its market that starts at `at`: `ARDN.L`, `0489.HK`.
pub(super) fn listed(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> Option<usize> {
    let (dot, market, end) = (at + 1, at + 2, at + 3);
    if market >= line.tokens.end {
        return None;
    }
    let tokens = scene.document.tokens();
    let code = scene.document.word(at);
    let is_code =
        (2..=CODE).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    let place = scene.document.word(market);
    let is_market = place.len() <= MARKET && place.bytes().all(|byte| byte.is_ascii_uppercase());
    let joined = !tokens[dot].spaced && scene.document.word(dot) == "." && !tokens[market].spaced;
    // `U.S.A`, `3.HK.2`
    let ends = end >= line.tokens.end || tokens[end].spaced || scene.document.word(end) != ".";
    (tokens[at].spaced && is_code && joined && is_market && ends).then_some(end)
}

/// Whether the last word of a name can be a code: in capitals behind words that are not, and nothing that names end in.
fn is_plain(scene: &Scene<'_>, line: &Line<'_>, name: &Candidate) -> bool {
    let (start, last) = (name.tokens.start, name.tokens.end - 1);
    let tokens = scene.document.tokens();
    let word = scene.document.word(last);
    let generic = |at: usize| {
        let first = scene.reading.longest(line.names.cues(Place::First), at, at + 1);
        scene.is(at, line, Class::Common)
            || scene.is(at, line, Class::Institution)
            || scene.is(at, line, Class::LeadingForm)
            || first.is_some_and(|found| found.values.iter().any(|cue| cue.kind == NameKind::Company))
    };
    last > start
        && !line.names.capital_nouns
        && name.label != Some(Label::Person)
        && (LETTERS..=CODE).contains(&word.len())
        && word.bytes().all(|byte| byte.is_ascii_uppercase())
        && tokens[last].spaced
        && (start..last).all(|at| tokens[at].kind == TokenKind::Word && tokens[at].case == Case::Title)
        && [Class::LegalForm, Class::Last, Class::Common].into_iter().all(|class| !scene.is(last, line, class))
        && !(last - start == 1 && generic(start))
}

/// Whether the last word of a name is a code made of the letters of the words before it: `Arden Mills ARDM`.
fn made(scene: &Scene<'_>, line: &Line<'_>, name: &Candidate) -> bool {
    let last = name.tokens.end - 1;
    if !is_plain(scene, line, name) || scene.document.word(last).len() < MADE {
        return false;
    }
    let before = TokenRange::new(name.tokens.start, last);
    let mut rest = before.positions().flat_map(|at| scene.document.folded(at).chars());
    let mut code = scene.document.folded(last).chars();
    code.next() == rest.next() && code.all(|letter| rest.any(|other| other == letter))
}
