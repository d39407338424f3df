//! An age behind a name: `Jane Roe, 52 years old,`, `Roe (52 ans)`. Only people have one.

use super::scene::{Line, Scene};
use super::{Hint, Kind};
use crate::language::Class;
use crate::text::TokenKind;

/// How strongly it speaks for a person: nothing beside a name says more.
const WEIGHT: f32 = 4.0;
/// Words between the mark behind the name and the number, and between the number and the mark that closes.
const BEFORE: usize = 2;
const BEHIND: usize = 3;

/// What an age from token `from`, right behind a comma or an opening bracket, says of the name before.
pub(super) fn hint(scene: &Scene<'_>, line: &Line<'_>, from: usize) -> Option<Hint> {
    let end = line.tokens.end;
    let aged =
        |at: usize, most: usize| (at..end.min(at + most)).take_while(|at| scene.is(*at, line, Class::Aged)).count();
    let number = from + aged(from, BEFORE);
    if number >= end || !is_age(scene, number) {
        return None;
    }
    let unit = aged(number + 1, BEHIND);
    let close = number + 1 + unit;
    let closed = close >= end || matches!(scene.document.word(close), "," | ")" | ";" | "." | "–" | "—");
    // `Boreal, 25 ans d'existence`; a number alone is as often a place or a page.
    (closed && number + unit > from).then(|| Hint::own(Kind::Person, WEIGHT, "age"))
}

fn is_age(scene: &Scene<'_>, at: usize) -> bool {
    let number = scene.document.tokens().get(at).is_some_and(|token| token.kind == TokenKind::Number);
    number && scene.document.word(at).parse::<u8>().is_ok_and(|years| (1..=115).contains(&years))
}
