//! What the words around a name say of its kind.

use super::age;
use super::context::is_given_name;
use super::lead;
use super::parties;
use super::scene::{Line, Scene};
use super::{Hint, Kind, Rule};
use crate::language::lexicon::{Cue, DealCue};
use crate::language::{Class, NameKind, OrganizationKind, Phrases, Place};
use crate::text::{Case, TokenKind, TokenRange};

/// What speaks for a company in those of a nation who are of it.
const NATION: f32 = 2.4;

/// The same of an adjective of a town: what has one is not a town.
const TOWN: f32 = 1.2;

/// `l’Américain John Roe`: whether a word for who is of a nation stands before several words, with the capital that people
/// have: it says nothing against a person.
pub(super) fn is_national(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange) -> bool {
    tokens.len() > 1
        && tokens.start > line.tokens.start
        && scene.capital(tokens.start - 1)
        && scene.is(tokens.start - 1, line, Class::Nationality)
}

/// `investor John F. Roe`: whether a word for who people are, as companies may be too, stands before a person's full name.
pub(super) fn is_titled(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange, person: bool) -> bool {
    let initial = |at: usize| scene.document.word(at).len() == 2 && scene.document.word(at).ends_with('.');
    let full =
        !line.names.capital_nouns && tokens.len() > 1 && (person || tokens.len() > 2 && initial(tokens.start + 1));
    full && is_given_name(scene, tokens.start)
        && scene.before(&line.names.titles, line.tokens.start, tokens.start).is_some()
}

/// The words before the name.
pub(super) fn before(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange, hints: &mut Vec<Hint>) {
    let floor = line.tokens.start;
    let mut end = tokens.start;
    // `a model “Arden”`
    if end > floor && matches!(scene.document.word(end - 1), "“" | "«" | "\"" | "‘") {
        end -= 1;
    }
    if end == floor {
        return;
    }
    if scene.is(end - 1, line, Class::Courtesy) {
        hints.push(Hint::own(Kind::Person, 4.0, "courtesy"));
    }
    let cues = line.names.cues(Place::Before);
    let cue = scene.before(cues, floor, end);
    // `los franceses de Arden`
    let nation = end > floor + 2
        && scene.is(end - 1, line, Class::Of)
        && scene.is(end - 2, line, Class::Nationality)
        && scene.is(end - 3, line, Class::Article);
    if nation {
        hints.push(Hint::own(Kind::Company, NATION, "nation-of"));
    }
    let at_place = scene.is(end - 1, line, Class::AtPlace) && tokens.len() <= 3;
    let governs = scene.before(line.names.cues(Place::Governs), floor, end);
    if let Some((_, found)) = cue {
        push(hints, found);
    }
    if let Some((_, found)) = governs {
        push(hints, found);
    }
    if cue.is_none()
        && governs.is_none()
        && let Some(found) = trade_of(scene, line, end)
    {
        push(hints, found);
    }
    if at_place && cue.is_none() && governs.is_none() {
        hints.push(Hint::own(Kind::Place, 0.8, "at-place"));
    }
    title_before(scene, line, end, hints);
    unit_list(scene, line, end, hints);
    // `die Hamburger Arden`
    if lead::is_of_place(scene, line, end - 1) {
        hints.push(Hint::own(Kind::Company, TOWN, "town-before"));
    }
    // An adjective or a comma may stand between: `the chemist, Arden`, `le groupe breton Arden`.
    if end > floor && scene.is(end - 1, line, Class::Nationality) {
        end -= 1;
        let title = scene.before(&line.names.titles, floor, end);
        if title.is_some_and(|(_, titles)| titles.iter().any(|title| !title.shared)) {
            // `le ministre danois Roe`
            hints.push(Hint::own(Kind::Person, 2.8, "title-before"));
        } else {
            hints.push(Hint::own(Kind::Company, 0.8, "nationality-before"));
        }
        if let Some((_, found)) = scene.before(cues, floor, end) {
            push(hints, found);
        }
    } else if end > floor + 1 && scene.document.word(end - 1) == "," && titled(scene, line, end - 1, tokens.end) {
        hints.push(Hint::own(Kind::Person, 2.2, "title-comma"));
    }
}

/// How far a noun of trade may stand before the name behind what it trades in, in words.
const TRADES: usize = 5;

/// `le groupe de bagagerie Arden`, `la cadena de salas de cine Arden`: a noun of trade with what it trades in.
fn trade_of<'r>(scene: &Scene<'r>, line: &Line<'r>, end: usize) -> Option<&'r [Cue]> {
    let floor = line.tokens.start.max(end.saturating_sub(TRADES));
    let small = |at: usize| scene.is(at, line, Class::Article) || scene.is(at, line, Class::Common);
    if end < floor + 3 || small(end - 1) {
        return None;
    }
    let words = (floor..end).rev().take_while(|&at| scene.lower_word(at)).count();
    (end - words..end.saturating_sub(2)).find_map(|at| {
        let found = scene.reading.longest(line.names.cues(Place::Before), at, end)?;
        let of = found.tokens.end;
        let company = found.values.iter().any(|cue| cue.kind == NameKind::Company);
        // Nouns and `of` in turn, so that no verb stands between.
        let turns =
            of < end && (of..end).step_by(2).all(|at| scene.is(at, line, Class::Of)) && (end - of).is_multiple_of(2);
        (company && turns).then_some(found.values)
    })
}

/// How far a title may stand before the comma that closes it, in words.
const TITLED: usize = 7;

/// `Arden's chairman, Jane Roe`, `the chairman of the group, Jane Roe,`: whether a title ends at the comma `comma`,
/// with whose it is; that only where another mark closes the name at `close`.
fn titled(scene: &Scene<'_>, line: &Line<'_>, comma: usize, close: usize) -> bool {
    let floor = line.tokens.start.max(comma.saturating_sub(TITLED));
    let is_title = |end: usize| {
        scene.before(&line.names.titles, floor, end).is_some_and(|(_, titles)| titles.iter().any(|title| !title.shared))
    };
    if is_title(comma) {
        return true;
    }
    let closed =
        close >= line.tokens.end || matches!(scene.document.word(close), "," | "." | ";" | "(" | ")" | "»" | "”");
    let of =
        (floor..comma).rev().find(|&at| scene.is(at, line, Class::TitleOf) && scene.lower_word(at) && is_title(at));
    closed
        && of.is_some_and(|of| {
            (of..comma).all(|at| scene.document.tokens()[at].kind == TokenKind::Word && !scene.is(at, line, Class::And))
        })
}

/// How far a list of parts of a company reaches, in words.
const LISTED: usize = 25;

/// `Two divisions were made: Arden, led by Roe, and Belm`; `two divisions, Arden and Belm`.
fn unit_list(scene: &Scene<'_>, line: &Line<'_>, end: usize, hints: &mut Vec<Hint>) {
    let floor = line.tokens.start.max(end.saturating_sub(LISTED));
    let word = |at: usize| if at < end { scene.document.word(at) } else { "" };
    let unit = (floor..end).find_map(|at| {
        let found = scene.reading.longest(line.names.cues(Place::Before), at, end)?;
        let noun = found.tokens.end;
        let several = scene.document.folded(noun - 1).ends_with('s') && matches!(word(noun), "," | "(" | "–" | "—");
        let listed = several || (noun..noun + 8).any(|at| word(at) == ":");
        let unit = |cue: &&Cue| cue.kind == NameKind::Organization(OrganizationKind::BusinessUnit);
        found.values.iter().find(unit).filter(|_| listed)
    });
    if let Some(cue) = unit {
        push(hints, std::slice::from_ref(cue));
    }
}

/// `analyst Jane Roe`, and `CEO of Arden`.
fn title_before(scene: &Scene<'_>, line: &Line<'_>, end: usize, hints: &mut Vec<Hint>) {
    let floor = line.tokens.start;
    if let Some((found, titles)) = scene.before(&line.names.titles, floor, end) {
        // `Arden's CEO Jane Roe` and not `its CEO Arden`.
        if found.end == end && titles.iter().any(|title| !title.shared) {
            hints.push(Hint::own(Kind::Person, 2.8, "title-before"));
        }
        return;
    }
    let mut at = end;
    while at > floor && end - at < 2 && scene.is(at - 1, line, Class::TitleOf)
        || at > floor && at < end && end - at < 3 && scene.is(at - 1, line, Class::Article)
    {
        at -= 1;
    }
    if at == end {
        return;
    }
    if let Some((_, titles)) = scene.before(&line.names.titles, floor, at)
        && let Some(title) = titles.first()
    {
        if title.public {
            hints.push(Hint::own(Kind::Place, 0.6, "office-of"));
            // `Minister of Mines and Roads`
            if &*title.title == "minister" && end + 1 < line.tokens.end && scene.capital(end + 1) {
                hints.push(Hint::own(Kind::Organization, MINISTRY, "minister-of"));
            }
        } else if &*title.title == "professor" {
            hints.push(Hint::own(Kind::Organization, 1.5, "professor-of"));
        } else {
            hints.push(Hint::own(Kind::Company, 2.0, "title-of"));
        }
    }
}

/// What speaks for what a minister is for: a list alone knows what is a place.
const MINISTRY: f32 = 2.0;

/// Where the verb of a name can stand: behind the colon of a brief too, `Arden: acquires Belm`.
pub(super) fn behind_colon(scene: &Scene<'_>, line: &Line<'_>, name: TokenRange) -> usize {
    let colon = name.end + 1 < line.tokens.end && matches!(scene.document.word(name.end), ":" | "–" | "—");
    name.end + usize::from(colon && scene.opens(line, name.start))
}

/// How many words after a comma a phrase that says what the name is may take to come to its noun.
const REACH: usize = 5;

/// The words after the name.
pub(super) fn after(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange, hints: &mut Vec<Hint>) {
    let (start, end) = (tokens.end, line.tokens.end);
    if start >= end {
        return;
    }
    let verb = behind_colon(scene, line, tokens);
    if let Some(found) = scene.reading.longest(line.names.cues(Place::After), verb, end) {
        push(hints, found.values);
    }
    if matches!(scene.document.word(start), "," | "(") {
        hints.extend(age::hint(scene, line, start + 1));
    }
    match scene.document.word(start) {
        // `Arden-Chefin`
        "-" if scene.document.joins(start) => hints.push(Hint::own(Kind::Company, 2.5, "compound")),
        // `In Norrow, a bakery …` says nothing of Norrow.
        "," if tokens.start > line.tokens.start && scene.is(tokens.start - 1, line, Class::AtPlace) => {}
        "," | "–" | "—" => apposition(scene, line, start + 1, hints),
        "(" => bracket(scene, line, start + 1, hints),
        "’s" | "'s" => {
            if let Some(found) = scene.reading.longest(&line.names.titles, start + 1, end)
                && found.values.iter().any(|title| !title.public)
            {
                hints.push(Hint::own(Kind::Company, 2.0, "possessive-title"));
            }
        }
        _ => {
            // `Jane Roe chairman of Arden`
            if tokens.len() > 1
                && let Some(found) = scene.reading.longest(&line.names.titles, start, end)
                && found.tokens.end < end
                && scene.is(found.tokens.end, line, Class::TitleOf)
                && is_given_name(scene, tokens.start)
            {
                hints.push(Hint::own(Kind::Person, 2.0, "title-behind"));
            }
            if let Some(found) = scene.reading.longest(&line.names.titles, start, end)
                && scene.capital(found.tokens.end)
                && found.tokens.end < end
            {
                hints.push(Hint::own(Kind::Company, 2.2, "title-after"));
            }
        }
    }
}

fn apposition(scene: &Scene<'_>, line: &Line<'_>, from: usize, hints: &mut Vec<Hint>) {
    let from = behind_owner(scene, line, from);
    let end = line.tokens.end.min(from + REACH);
    let cues: &Phrases<Cue> = line.names.cues(Place::Apposition);
    // `Jane Roe, of the group Arden`, `Jane Roe, said the group`.
    let told = || {
        let after = scene.reading.longest(line.names.cues(Place::After), from, line.tokens.end);
        after.is_some_and(|after| after.values.iter().any(|cue| cue.kind == NameKind::Person))
    };
    if from < end && (scene.is(from, line, Class::TitleOf) || told()) {
        return;
    }
    let mut led = false;
    for at in from..end {
        let direct = led || at == from || qualifies(scene, line, at - 1);
        if direct && let Some(found) = scene.reading.longest(&line.names.titles, at, line.tokens.end) {
            if found.values.iter().any(|title| !title.shared) {
                hints.push(Hint::own(Kind::Person, 3.0, "title-apposition"));
            } else if let Some(found) = scene.reading.longest(cues, at, line.tokens.end) {
                push(hints, found.values);
            }
            return;
        }
        if (led || at == from)
            && let Some(found) = scene.reading.longest(cues, at, line.tokens.end)
        {
            return push(hints, found.values);
        }
        if !led && at > from && !qualifies(scene, line, at) && !scene.is(at, line, Class::Article) {
            return;
        }
        led |= scene.is(at, line, Class::Article);
        let stops = scene.document.tokens()[at].kind == TokenKind::Punctuation
            || scene.capital(at) && !scene.is(at, line, Class::Nationality) && at == from;
        if stops {
            return;
        }
    }
}

/// `Jane Roe, Arden's chairman`: where the noun stands that says what the name is.
fn behind_owner(scene: &Scene<'_>, line: &Line<'_>, from: usize) -> usize {
    let end = line.tokens.end.min(from + REACH);
    let capitals = (from..end).take_while(|&at| scene.capital(at)).count();
    let mark = from + capitals;
    if capitals > 0 && mark < end && matches!(scene.document.word(mark), "’s" | "'s") { mark + 1 } else { from }
}

/// Words that may come before a title without an article: `former`, `52`, `German`.
fn qualifies(scene: &Scene<'_>, line: &Line<'_>, at: usize) -> bool {
    scene.is(at, line, Class::Past)
        || scene.is(at, line, Class::Planned)
        || scene.is(at, line, Class::Nationality)
        || scene.document.tokens()[at].kind != TokenKind::Word
        || scene.capital(at)
        || matches!(scene.document.word(at), "’s" | "'s")
}

/// `Arden (NYSE: ARD)`, `Jane Roe (Arden)`.
fn bracket(scene: &Scene<'_>, line: &Line<'_>, from: usize, hints: &mut Vec<Hint>) {
    let colon = (from..line.tokens.end.min(from + 4)).find(|&at| scene.document.word(at) == ":");
    if colon.is_some_and(|at| at > from && scene.capital(from) && scene.capital(at + 1)) {
        hints.push(Hint::own(Kind::Company, 3.5, "ticker"));
    }
}

/// How far before it a verb may stand that gives somebody the same, in words.
const GIVES: usize = 24;

/// `a mill in Norrow`: whether a word for where something is ties a name to something that companies own. Where the same
/// word tells to whom something is given (`sells the mill *a* Arden`), no verb of that stands before it.
pub(super) fn is_seat_of_asset(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange) -> bool {
    let (floor, start) = (line.tokens.start, tokens.start);
    if start < floor + 2 || !scene.is(start - 1, line, Class::AtPlace) || tokens.len() > 3 {
        return false;
    }
    let deals = &scene.reading.lexicon(start).deals;
    let asset = |(_, cues): &(TokenRange, &[DealCue])| cues.contains(&DealCue::Asset);
    scene.before(&deals.cues, floor, start - 1).filter(asset).is_some_and(|(asset, _)| {
        // "Warehouses of Norrow" is a name.
        let common = line.names.capital_nouns || !asset.positions().any(|at| scene.capital(at));
        common
            && !parties::gives(scene, TokenRange::new(floor.max(start.saturating_sub(GIVES)), asset.start), start - 1)
    })
}

/// `Arden Ltd, Norrow, sells`: whether a single word stands between commas behind a company, of which more follows: then it
/// says where that is. In a list another name or a conjunction follows.
pub(super) fn is_seat_of_company(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange) -> bool {
    let (start, end) = (tokens.start, tokens.end);
    let comma = |at: usize| scene.document.word(at) == ",";
    if tokens.len() != 1 || start < line.tokens.start + 3 || end + 1 >= line.tokens.end {
        return false;
    }
    let small = |at: usize| scene.lower_word(at) && !scene.is(at, line, Class::And);
    comma(start - 1)
        && comma(end)
        && scene.document.tokens()[start].case == Case::Title
        && scene.is(start - 2, line, Class::LegalForm)
        && small(end + 1)
}

pub(super) fn push(hints: &mut Vec<Hint>, cues: &[Cue]) {
    hints.extend(cues.iter().map(|cue| Hint::of(cue.kind, cue.weight, Rule::Row(cue.rule.clone()))));
}
