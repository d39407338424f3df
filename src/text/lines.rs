//! Which lines of a text belong together.
//!
//! Takes the tokens; gives runs of tokens, each the tokens of one block. A text that was wrapped at a fixed width (wire
//! stories, mails) has its paragraphs joined again; in any other text a line is a block.

use super::view::View;
use super::{Case, TokenRange, wire};

/// Lines wider than this were not wrapped for a terminal or a telex.
const WIDEST_WRAP: usize = 100;
/// Wrapped lines are wider than this.
const NARROWEST_WRAP: usize = 40;
/// A line that breaks off in mid-sentence is at least this wide.
const BROKEN_OFF: usize = 24;
/// Letters of the words that no line of its own ends with: "of", "and", "its".
const SMALL_WORD: usize = 3;
/// Spaces that make an indented paragraph.
const INDENT: usize = 2;
/// Longest title, in tokens; how many times narrower than the text its last line is, at least.
const TITLE: usize = 30;
const SHORT: usize = 3;
/// Longest line after a quotation that says whose words they are, in tokens.
const ATTRIBUTION: usize = 14;

/// One line of the text.
#[derive(Debug, Clone, Copy)]
struct Line {
    tokens: TokenRange,
    /// Characters before its first token.
    indent: usize,
    /// Characters from its first token to its last.
    width: usize,
    /// Whether an empty line stands before it.
    after_blank: bool,
}

/// The runs of tokens that make up blocks.
pub(super) fn group(view: View<'_>) -> Vec<TokenRange> {
    let lines = cut(view);
    let width = wrap_width(view, &lines);
    let (mut groups, header) = header(view, &lines);
    let mut last: Option<&Line> = None;
    for line in lines.iter().skip(header) {
        match (last, groups.last_mut()) {
            (Some(before), Some(group)) if continues(view, *group, before, line, width) => group.end = line.tokens.end,
            _ => groups.push(line.tokens),
        }
        last = Some(line);
    }
    groups
}

/// The lines of the head of a mail, those that go on from the line before joined to it; and how many lines it takes.
fn header(view: View<'_>, lines: &[Line]) -> (Vec<TokenRange>, usize) {
    let mut groups: Vec<TokenRange> = Vec::new();
    let mut length = 0;
    for line in lines {
        match groups.last_mut() {
            Some(group) if line.indent > 0 && !line.after_blank => group.end = line.tokens.end,
            _ if wire::is_labelled(view, line.tokens) && !(length > 0 && line.after_blank) => groups.push(line.tokens),
            _ => break,
        }
        length += 1;
    }
    if wire::header(view, groups.iter().copied()) == groups.len() { (groups, length) } else { (Vec::new(), 0) }
}

fn cut(view: View<'_>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut gap_start = 0;
    for (at, token) in view.tokens.iter().enumerate() {
        let gap = gap_start..token.span.start;
        gap_start = token.span.end;
        // Nearly every token follows the one before it or a space.
        if at > 0 && (gap.is_empty() || gap.len() == 1 && view.text.as_bytes().get(gap.start) == Some(&b' ')) {
            continue;
        }
        let gap = view.text.get(gap).unwrap_or("");
        let breaks = line_breaks(gap);
        if at == 0 || breaks > 0 {
            close(view, &mut lines, at);
            let indent = gap.chars().rev().take_while(|&c| !is_line_break(c)).take(80).count();
            lines.push(Line { tokens: TokenRange::new(at, at), indent, width: 0, after_blank: breaks > 1 });
        }
    }
    close(view, &mut lines, view.tokens.len());
    lines
}

/// Ends the last line before token `end`.
fn close(view: View<'_>, lines: &mut [Line], end: usize) {
    let Some(line) = lines.last_mut() else { return };
    line.tokens.end = end;
    if let (Some(first), Some(last)) = (view.tokens.get(line.tokens.start), view.tokens.get(end.saturating_sub(1))) {
        let bytes = last.span.end.saturating_sub(first.span.start);
        line.width = match view.text.get(first.span.start..last.span.end) {
            Some(words) if bytes <= 4 * WIDEST_WRAP => words.chars().count(),
            _ => bytes,
        };
    }
}

fn is_line_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn line_breaks(gap: &str) -> usize {
    match gap.bytes().filter(|&b| b == b'\n').count() {
        0 => gap.chars().filter(|&c| is_line_break(c)).count(),
        count => count,
    }
}

/// The width that the text was wrapped at; `None` where its line breaks are its own.
fn wrap_width(view: View<'_>, lines: &[Line]) -> Option<usize> {
    let wide = lines.iter().filter(|line| line.width > WIDEST_WRAP).count();
    let (mut joints, mut broken_off) = (0, 0);
    for pair in lines.windows(2) {
        if let [before, line] = pair
            && !line.after_blank
            && line.indent < before.indent + INDENT
        {
            joints += 1;
            broken_off += usize::from(breaks_off(view, before, line));
        }
    }
    let width = lines.iter().map(|line| line.width).filter(|&width| width <= WIDEST_WRAP).max()?;
    (broken_off > 0 && broken_off * 3 >= joints && wide * 20 <= lines.len() && width >= NARROWEST_WRAP).then_some(width)
}

/// Whether a sentence runs on from `before` into `line`.
fn breaks_off(view: View<'_>, before: &Line, line: &Line) -> bool {
    let last = before.tokens.end.saturating_sub(1);
    // "the sale of", and a name on the next line.
    let leads_on = || view.case(last) == Case::Lower && view.word(last).chars().count() <= SMALL_WORD;
    before.width >= BROKEN_OFF
        && matches!(view.final_stop(before.tokens), "" | ",")
        && (view.case(line.tokens.start) == Case::Lower || leads_on())
}

/// Whether `line` belongs to the block that ends with `before`.
fn continues(view: View<'_>, group: TokenRange, before: &Line, line: &Line, width: Option<usize>) -> bool {
    if attributes(view, group, line) {
        return true;
    }
    let Some(width) = width else { return false };
    if line.after_blank || all_capitals(view, before.tokens) && !all_capitals(view, line.tokens) {
        return false;
    }
    let stop = view.final_stop(before.tokens);
    // "Reuter", below the last paragraph.
    if matches!(stop, "." | "!" | "?" | "…") && view.is_sign_off(line.tokens) {
        return false;
    }
    let in_list = list_marker(view, group).is_some();
    if list_marker(view, line.tokens).is_some() && (in_list || matches!(stop, "." | ":" | ";" | "!" | "?")) {
        return false;
    }
    if line.indent >= before.indent + INDENT && !in_list {
        return false;
    }
    let first = view.tokens.get(line.tokens.start).map_or(0, |token| token.span.len());
    let would_have_fitted = before.width + before.indent + 1 + first + 3 <= width;
    // The last line of a title.
    let opens = !matches!(view.case(line.tokens.start), Case::Lower);
    let short = group.len() <= TITLE && SHORT * before.width <= width && opens && stop.is_empty();
    !(would_have_fitted && (short || matches!(stop, "." | ":" | "!" | "?" | "…")))
}

/// Whether `line` says whose words the quotation in `group` is (`– Jane Roe, 2024`).
fn attributes(view: View<'_>, group: TokenRange, line: &Line) -> bool {
    view.opens_quote(group.start)
        && group.end > group.start
        && view.closes_quote(group.end - 1)
        && view.is_dash(line.tokens.start)
        && line.tokens.len() <= ATTRIBUTION
        && view.case(line.tokens.start + 1).has_capital()
        && view.final_stop(line.tokens).is_empty()
}

/// Whether every cased word of `tokens` is in capitals, and there are at least two.
fn all_capitals(view: View<'_>, tokens: TokenRange) -> bool {
    let mut capitals = 0;
    for at in tokens.positions() {
        match view.case(at) {
            Case::Lower | Case::Mixed => return false,
            Case::Title if view.word(at).chars().count() > 1 => return false,
            Case::Upper | Case::Title => capitals += 1,
            Case::None => {}
        }
    }
    capitals >= 2
}

/// The end of the bullet or number that makes `tokens` an item of a list.
pub(super) fn list_marker(view: View<'_>, tokens: TokenRange) -> Option<usize> {
    let at = tokens.start;
    if tokens.len() < 2 {
        return None;
    }
    let end = match view.word(at) {
        "•" | "▪" | "●" | "‣" | "·" | "◦" | "■" | "□" | "►" | "▶" | "➤" | "✓" | "✔" | "*" | "–" | "—" | "-" | "--" => {
            at + 1
        }
        "(" if view.word(at + 2) == ")" && short_label(view, at + 1) => at + 3,
        _ if view.word(at + 1) == ")" && !view.spaced(at + 1) && short_label(view, at) => at + 2,
        _ if view.word(at + 1) == "." && !view.spaced(at + 1) && view.is_number(at) && short_label(view, at) => at + 2,
        _ => return None,
    };
    (end < tokens.end && view.spaced(end)).then_some(end)
}

fn short_label(view: View<'_>, at: usize) -> bool {
    let label = view.word(at);
    label.len() <= 2 && (view.is_number(at) || label.len() == 1 && label.bytes().all(|b| b.is_ascii_alphabetic()))
}
