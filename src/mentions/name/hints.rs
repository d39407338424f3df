//! All that speaks for the kind of a name: what its own words and the lists of names say of it, and what stands around it.

use super::around::{after, before, is_national, is_seat_of_asset, is_seat_of_company, is_titled, push};
use super::context::{is_given_name, is_known_word, lists};
use super::household;
use super::inside::closes_with_form;
use super::parties;
use super::scene::{Line, Scene};
use super::{Candidate, Hint, Kind, Rule};
use crate::language::{Class, NameKind, Place};
use crate::mentions::tagger::Label;
use crate::mentions::tagger::gazetteer::List;
use crate::text::{Case, TokenKind, TokenRange};

/// All hints for a candidate; `code` is where the code of its shares ends that stands behind it.
pub(super) fn hints(scene: &Scene<'_>, candidate: &mut Candidate, code: Option<usize>) -> Vec<Hint> {
    let mut hints = std::mem::take(&mut candidate.hints);
    if hints.iter().any(|hint| hint.rule == Rule::Own(household::RULE)) {
        return hints;
    }
    let Some(line) = scene.line(candidate.tokens.start) else { return hints };
    let tokens = TokenRange::new(candidate.tokens.start, candidate.tokens.end.min(line.tokens.end));
    guessed(scene, tokens, &mut hints);
    let found = hints.len();
    inside(scene, line, tokens, &mut hints);
    if let Some(label) = candidate.label {
        weigh_down(label, &mut hints[found..]);
    }
    listed(scene, line, tokens, &mut hints);
    let mut led = Vec::new();
    before(scene, line, tokens, &mut led);
    let person = candidate.label == Some(Label::Person);
    if person && is_national(scene, line, tokens) || is_titled(scene, line, tokens, person) {
        led.retain(|hint| hint.kind != Kind::Company);
    }
    hints.extend(led);
    let tokens = TokenRange::new(tokens.start, code.unwrap_or(tokens.end));
    if code.is_some_and(|_| !line.names.capital_nouns) {
        hints.push(Hint::own(Kind::Company, 3.5, "ticker"));
    }
    after(scene, line, tokens, &mut hints);
    parties::hints(scene, line, tokens, &mut hints);
    if is_seat_of_asset(scene, line, tokens) && !hints.iter().any(|hint| hint.rule.is_of_deals()) {
        hints.push(Hint::own(Kind::Place, SEAT, "asset-at"));
    }
    if is_seat_of_company(scene, line, tokens) {
        hints.retain(|hint| !hint.rule.is_of_deals());
        hints.push(Hint::own(Kind::Place, SEAT, "company-at"));
    }
    hints
}

/// What a plant or a company that is somewhere speaks with for a place.
const SEAT: f32 = 2.2;

/// Marks what the tagger alone takes for a person or a place: no list knows the words as one.
fn guessed(scene: &Scene<'_>, tokens: TokenRange, hints: &mut [Hint]) {
    let initial = scene.document.word(tokens.start).ends_with('.');
    let new_word = || !tokens.positions().all(|at| is_known_word(scene, at));
    let surname = || tokens.len() == 1 && lists(scene, tokens)(List::Surname);
    if hints.iter().any(|hint| hint.rule == Rule::Own("known-name")) {
        return;
    }
    for hint in hints {
        match hint.rule {
            Rule::Own("tagged-person") if !initial && !surname() && !is_given_name(scene, tokens.start) => {
                hint.rule = Rule::GUESSED
            }
            Rule::Own("tagged-place") if !is_on_map(scene, tokens) && new_word() => hint.rule = Rule::GUESSED,
            _ => {}
        }
    }
}

/// Leaves little of what the words of a name say against the tagger's label: events have the words of companies
/// (`Arden Group Open`), companies those of places (`Arden Bay`). Who is called like a company stays doubtful.
fn weigh_down(label: Label, hints: &mut [Hint]) {
    let against = |kind: Kind| match kind {
        Kind::Company | Kind::Organization => matches!(label, Label::Misc | Label::Location),
        Kind::Place => matches!(label, Label::Misc | Label::Organization),
        Kind::Person | Kind::Product | Kind::Other => false,
    };
    for hint in hints.iter_mut().filter(|hint| matches!(hint.rule, Rule::Row(_)) && against(hint.kind)) {
        hint.weight *= LEFT;
    }
}

/// What is left of it.
const LEFT: f32 = 0.25;

fn is_on_map(scene: &Scene<'_>, tokens: TokenRange) -> bool {
    let lists = lists(scene, tokens);
    lists(List::City) || lists(List::Region) || lists(List::Country)
}

/// A word with as many digits is a code rather than a name.
const CODE: usize = 2;

/// The words of the name itself.
fn inside(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange, hints: &mut Vec<Hint>) {
    let last = tokens.end - 1;
    let case = |at: usize| scene.document.tokens()[at].case;
    if closes_with_form(scene, line, tokens.start, tokens.end) {
        hints.push(Hint::own(Kind::Company, 5.0, "legal-form"));
    }
    if tokens.len() > 1
        && let Some((_, cues)) = scene.before(line.names.cues(Place::Last), tokens.start + 1, tokens.end)
    {
        push(hints, cues);
    }
    if tokens.len() > 1
        && let Some(found) = scene.reading.longest(line.names.cues(Place::First), tokens.start, tokens.end)
        && found.tokens.end < tokens.end
    {
        push(hints, found.values);
    }
    // `Norrow University of Technology`: what makes an institution may stand inside.
    for at in tokens.positions().skip(1).take(tokens.len().saturating_sub(2)) {
        if let Some(found) = scene.reading.longest(line.names.cues(Place::First), at, tokens.end) {
            let institutions = found.values.iter().filter(|cue| matches!(cue.kind, NameKind::Organization(_)));
            hints.extend(institutions.map(|cue| Hint::of(cue.kind, 0.7 * cue.weight, Rule::Row(cue.rule.clone()))));
        }
    }
    for at in tokens.positions() {
        let token = &scene.document.tokens()[at];
        match token.kind {
            TokenKind::Number if at > tokens.start => hints.push(Hint::own(Kind::Product, 1.5, "number")),
            TokenKind::Symbol if scene.document.folded(at) == "&" => {
                hints.push(Hint::own(Kind::Company, 2.5, "ampersand"));
            }
            TokenKind::Symbol => hints.push(Hint::own(Kind::Company, 1.0, "plus")),
            _ => {}
        }
    }
    if tokens.len() == 1 {
        let digits = scene.document.word(last).bytes().filter(u8::is_ascii_digit).count();
        match case(last) {
            // `XR2040b` is a model or a code.
            _ if digits >= CODE => hints.push(Hint::own(Kind::Product, 1.5, "code")),
            Case::Mixed => hints.push(Hint::own(Kind::Company, 0.8, "mixed-case")),
            Case::Upper => {
                hints.push(Hint::own(Kind::Organization, 0.3, "capitals"));
                hints.push(Hint::own(Kind::Company, 0.4, "capitals"));
            }
            _ => {}
        }
    }
}

/// The lists of names: evidence, never a verdict.
fn listed(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange, hints: &mut Vec<Hint>) {
    let whole = lists(scene, tokens);
    let mut add = |list, kind, weight, rule| {
        if whole(list) {
            hints.push(Hint::own(kind, weight, rule));
        }
    };
    add(List::Country, Kind::Place, 2.5, "listed-country");
    add(List::Region, Kind::Place, 1.4, "listed-region");
    add(List::City, Kind::Place, 1.0, "listed-city");
    add(List::Agency, Kind::Organization, 2.0, "listed-agency");
    add(List::Company, Kind::Company, 1.0, "listed-company");
    add(List::ShortCompany, Kind::Company, 0.7, "listed-company");
    // What is called so, the tagger sees too: where it takes the whole for a place or a company, the words are part of one.
    let other = |hint: &Hint| {
        hint.rule == Rule::Own("tagged-place")
            || hint.rule == Rule::Own("tagged-kind")
            || hint.rule == Rule::GUESSED && hint.kind == Kind::Place
    };
    if (2..=4).contains(&tokens.len()) && !hints.iter().any(other) {
        personal(scene, line, tokens, hints);
    }
}

/// Given names before family names.
fn personal(scene: &Scene<'_>, line: &Line<'_>, tokens: TokenRange, hints: &mut Vec<Hint>) {
    let (start, last) = (tokens.start, tokens.end - 1);
    let case = |at: usize| scene.document.tokens()[at].case;
    let family = lists(scene, TokenRange::new(last, last + 1))(List::Surname);
    let initial = scene.document.word(start).len() == 2 && scene.document.word(start).ends_with('.');
    let odd = scene.is(last, line, Class::Last)
        || scene.is(start, line, Class::Article)
        || case(last) == Case::Mixed && !scene.document.word(last).contains('\'')
        || tokens.positions().any(|at| scene.document.tokens()[at].kind != TokenKind::Word);
    if odd || !(initial || is_given_name(scene, start) && case(start) != Case::Upper) {
        return;
    }
    hints.push(Hint::own(Kind::Person, if family { 1.6 } else { 1.0 }, "given-name"));
}
