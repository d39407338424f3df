//! What part each block plays.
//!
//! Takes the runs of tokens that stand apart ([`super::lines`]); gives each its kind and its dateline. Kinds are told by
//! shape (length, final stop, bullets, quotation marks) and by the cues of the language ([`super::Layout`]).

use super::lines::list_marker;
use super::view::{View, contains};
use super::{BlockKind, Case, TokenKind, TokenRange, dateline, wire};

/// Longest heading, in tokens; the first block of a text may be longer.
const HEADING: usize = 30;
const TITLE: usize = 45;
/// Longest heading that opens a section of boilerplate.
const SECTION: usize = 12;
/// Words of an author's name, at least.
const NAME: usize = 2;
/// Blocks at the end of a page where a byline may stand.
const LATE: usize = 4;
/// Longest byline, and longest line of credits.
const BYLINE: usize = 14;
const CREDITS: usize = 60;
/// Shortest paragraph that shows a heading to open real text again.
const RUNNING_TEXT: usize = 20;
/// Words of a headline, at least, that opens another story below the comments on one.
const HEADLINE: usize = 8;
/// Shortest paragraph that begins a story.
const SENTENCE: usize = 8;
/// Longest attribution after a quotation.
const ATTRIBUTION: usize = 14;
/// Headlines of other stories after a pointer to them.
const RELATED: usize = 5;
/// Words of a title, at least, where lines of a menu stand above it; and of such a line at most, alone and among others.
const WORDS: usize = 5;
const KICKER: usize = 2;
const ITEM: usize = 4;
/// Words before the colon of a label, with it.
const LABEL: usize = 4;
/// Lines one below another that make a menu, or a list of other stories.
const MENU: usize = 3;
/// Blocks in which a story has hardly begun: title, standfirst, byline, date.
const EARLY: usize = 6;

/// A run of tokens with its part in the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) tokens: TokenRange,
    pub(super) kind: BlockKind,
    pub(super) dateline: TokenRange,
}

/// Gives every group its kind.
pub(super) fn classify(view: View<'_>, groups: &[TokenRange]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::with_capacity(groups.len());
    let mut page = Page::default();
    let header = wire::header(view, groups.iter().copied());
    pieces.extend(groups.iter().take(header).map(|&tokens| wire::header_piece(view, tokens)));
    let groups = groups.get(header..).unwrap_or_default();
    let menu = menu(view, groups);
    for (position, &tokens) in groups.iter().enumerate() {
        let next = groups.get(position + 1).copied();
        let early = page.told < EARLY;
        let first = page.told == 0;
        let mut kind = page.kind(view, tokens, next, groups.len() - position);
        let mut line = TokenRange::new(tokens.start, tokens.start);
        let alone = || !first && dateline::is_all(view, tokens) || early && dateline::stands_alone(view, tokens);
        if matches!(kind, BlockKind::Heading | BlockKind::Paragraph) && alone() {
            kind = BlockKind::Signature;
            line = tokens;
        } else if matches!(kind, BlockKind::Paragraph | BlockKind::Answer) {
            line = dateline::find(view, tokens, early);
        } else if matches!(kind, BlockKind::Heading | BlockKind::ListItem) && menu.get(position) == Some(&true) {
            kind = BlockKind::Boilerplate;
        } else if early && kind == BlockKind::Heading {
            line = dateline::stamp(view, tokens);
        }
        page.told += usize::from(kind != BlockKind::Boilerplate);
        page.begun |= kind == BlockKind::Paragraph && tokens.len() >= SENTENCE && !view.final_stop(tokens).is_empty();
        pieces.push(Piece { tokens, kind, dateline: line });
    }
    leave_out_tail(view, &mut pieces);
    pieces
}

/// Takes the headlines of other stories that stand below the last words of this one for what they are; what has a label ("Price: 3
/// million") may be part of it.
fn leave_out_tail(view: View<'_>, pieces: &mut [Piece]) {
    let stops = |piece: &Piece| !view.final_stop(piece.tokens).is_empty();
    let told = |piece: &Piece| piece.kind.tells() && piece.kind != BlockKind::Heading && stops(piece);
    let Some(last) = pieces.iter().rposition(told) else { return };
    let tail = &mut pieces[last + 1..];
    let labelled = |piece: &Piece| piece.tokens.positions().take(LABEL).any(|at| view.word(at) == ":");
    // "Arden +2.4%" is the row of a table.
    let worded = |piece: &Piece| piece.tokens.positions().next_back().is_some_and(|last| view.is_word(last));
    let loose = |piece: &Piece| {
        let line = matches!(piece.kind, BlockKind::Heading | BlockKind::ListItem);
        line && worded(piece) && !stops(piece) && !labelled(piece)
    };
    let headings = tail.iter().filter(|piece| piece.kind == BlockKind::Heading && loose(piece)).count();
    if headings >= MENU {
        tail.iter_mut().filter(|piece| loose(piece)).for_each(|piece| piece.kind = BlockKind::Boilerplate);
    }
}

/// Which of the groups above the title are lines of a menu, or say which part of the paper it stands in.
fn menu(view: View<'_>, groups: &[TokenRange]) -> Vec<bool> {
    let words = |tokens: TokenRange| tokens.positions().filter(|&at| view.is_word(at)).count();
    let top = groups.iter().take_while(|&&tokens| !running_text(view, tokens));
    let Some(title) = top.clone().position(|&tokens| words(tokens) >= WORDS) else { return Vec::new() };
    let above: Vec<usize> = top.take(title).map(|&tokens| words(tokens)).collect();
    // How many short lines stand together with each.
    let runs = above.chunk_by(|one, other| (*one <= ITEM) == (*other <= ITEM));
    let together = runs.flat_map(|run| std::iter::repeat_n(run.len(), run.len()));
    let is_menu = |(&words, together): (&usize, usize)| words <= KICKER || words <= ITEM && together >= MENU;
    above.iter().zip(together).map(is_menu).collect()
}

/// What has been seen of the page on the way down.
#[derive(Default)]
struct Page {
    /// Blocks that are no boilerplate.
    told: usize,
    /// A sentence of the story has been seen.
    begun: bool,
    /// Readers' comments have begun.
    ended: bool,
    /// The name behind the byline.
    author: Option<TokenRange>,
    /// Inside a section of boilerplate.
    in_section: bool,
    /// Headlines of other stories still expected.
    related: usize,
    /// The block before was a question.
    after_question: bool,
}

impl Page {
    fn kind(&mut self, view: View<'_>, tokens: TokenRange, next: Option<TokenRange>, left: usize) -> BlockKind {
        let (first, early) = (self.told == 0, self.told < EARLY);
        let heading = heading_like(view, tokens, first);
        let at = view.first_content(tokens);
        let after_question = std::mem::take(&mut self.after_question);
        let byline_place = heading && (early || left < LATE);
        self.author = self.author.or_else(|| author(view, tokens, at).filter(|_| byline_place));
        // "Jane Roe is a reporter": the writer has no part in the story.
        if self.begun && self.author.is_some_and(|author| opens_with(view, tokens, author)) {
            return BlockKind::Biography;
        }
        if signature(view, tokens, at, byline_place) {
            return BlockKind::Signature;
        }
        let slug = first && wire::slug(view, tokens) && next.is_some_and(|next| heading_like(view, next, true));
        if slug || wire::remark(view, tokens, early) {
            return BlockKind::Signature;
        }
        self.ended |= self.begun && heading && opens_comments(view, tokens, at);
        self.ended &= !(heading && is_headline(view, tokens) && next.is_some_and(|next| running_text(view, next)));
        if self.ended {
            return BlockKind::Boilerplate;
        }
        if opens_section(view, tokens, at, heading) {
            self.in_section = !first;
            return BlockKind::Boilerplate;
        }
        if let Some(end) = view.cue(at, tokens.end, view.layout().related) {
            let bare = tokens.positions().skip(end - tokens.start).all(|at| !view.is_word(at));
            self.related = if bare { RELATED } else { 0 };
            return BlockKind::Boilerplate;
        }
        if notice(view, tokens, at) || !has_words(view, tokens) {
            return BlockKind::Boilerplate;
        }
        if self.related > 0 {
            let first = self.related == RELATED;
            self.related -= 1;
            let opens_text = next.is_some_and(|next| running_text(view, next));
            if heading && (first || !opens_text) {
                return BlockKind::Boilerplate;
            }
            self.related = 0;
        }
        if self.in_section {
            let heads_text = next.is_some_and(|next| running_text(view, next));
            let again = heading && view.final_stop(tokens).is_empty() && tokens.len() >= 3 && heads_text;
            // "Subscribe" above the story opens no section that could hold it.
            let begins = !self.begun && (heading && tokens.len() >= WORDS || running_text(view, tokens));
            if !again && !begins {
                return BlockKind::Boilerplate;
            }
            self.in_section = false;
        }
        if view.word(tokens.start) == "#" && heading {
            return BlockKind::Heading;
        }
        if labelled(view, tokens, at, view.layout().questions, true) {
            self.after_question = true;
            return BlockKind::Question;
        }
        if after_question && (!heading || labelled(view, tokens, at, view.layout().answers, false)) {
            return BlockKind::Answer;
        }
        if quotation(view, tokens) && !(heading && view.closes_quote(tokens.end - 1)) {
            return BlockKind::Quotation;
        }
        if list_marker(view, tokens).is_some() {
            return BlockKind::ListItem;
        }
        if heading { BlockKind::Heading } else { BlockKind::Paragraph }
    }
}

/// Short, and no full stop at the end.
fn heading_like(view: View<'_>, tokens: TokenRange, title: bool) -> bool {
    if tokens.len() > if title { TITLE } else { HEADING } {
        return false;
    }
    match view.final_stop(tokens) {
        "." | ";" | "," => return false,
        ":" if tokens.len() > SECTION => return false,
        _ => {}
    }
    let last = tokens.end.saturating_sub(1);
    // A paragraph may end with an abbreviation (`… to Acme Inc.`), and hold sentences before its last.
    let abbreviated = view.is_word(last) && view.word(last).ends_with('.') && tokens.len() > SECTION;
    let inner_stops =
        tokens.positions().take(tokens.len().saturating_sub(2)).filter(|&at| view.word(at) == ".").count();
    !abbreviated && inner_stops <= if title { 2 } else { 0 }
}

fn running_text(view: View<'_>, tokens: TokenRange) -> bool {
    tokens.len() >= RUNNING_TEXT && matches!(view.final_stop(tokens), "." | "!" | "?" | "…")
}

/// Whether the block is longer than the line above a comment ("Jane Roe, two hours ago").
fn is_headline(view: View<'_>, tokens: TokenRange) -> bool {
    tokens.positions().filter(|&at| view.is_word(at)).count() >= HEADLINE && view.final_stop(tokens).is_empty()
}

fn has_words(view: View<'_>, tokens: TokenRange) -> bool {
    tokens.positions().any(|at| matches!(view.tokens[at].kind, TokenKind::Word | TokenKind::Number))
}

fn signature(view: View<'_>, tokens: TokenRange, at: usize, byline_place: bool) -> bool {
    let layout = view.layout();
    if tokens.len() <= CREDITS && view.cue(at, tokens.end, layout.credits).is_some() {
        return true;
    }
    if byline_place
        && tokens.len() <= BYLINE
        && view.cue(at, tokens.end, layout.bylines).is_some_and(|end| view.case(end).has_capital())
    {
        return true;
    }
    view.is_sign_off(tokens) || initials(view, tokens)
}

/// The name that a byline holds: a first and a last one.
fn author(view: View<'_>, tokens: TokenRange, at: usize) -> Option<TokenRange> {
    let start = view.cue(at, tokens.end, view.layout().bylines)?;
    let words = (start..tokens.end).take_while(|&at| view.is_word(at) && view.case(at).has_capital()).count();
    (words >= NAME && tokens.len() <= BYLINE).then(|| TokenRange::new(start, start + words))
}

/// Whether a block opens with the words at `other`.
fn opens_with(view: View<'_>, tokens: TokenRange, other: TokenRange) -> bool {
    tokens.len() > other.len()
        && other.positions().zip(tokens.positions()).all(|(one, other)| view.folded(one) == view.folded(other))
}

/// The initials of writer and editors: `mla/jbo/def`.
fn initials(view: View<'_>, tokens: TokenRange) -> bool {
    tokens.len() >= 3
        && tokens.len() <= 11
        && tokens.len() % 2 == 1
        && tokens.positions().enumerate().all(|(nth, at)| match nth % 2 {
            0 => view.is_word(at) && view.case(at) == Case::Lower && (2..=4).contains(&view.word(at).len()),
            _ => matches!(view.word(at), "/" | "-") && !view.spaced(at) && !view.spaced(at + 1),
        })
}

fn opens_section(view: View<'_>, tokens: TokenRange, at: usize, heading: bool) -> bool {
    let layout = view.layout();
    if let Some(end) = view.cue(at, tokens.end, layout.about) {
        // `About Acme`, or the whole in one block: `About Acme: Acme makes …`
        let name_end = (end..tokens.end.min(end + SECTION)).find(|&at| view.word(at) == ":").unwrap_or(tokens.end);
        let small = name_end - at <= SECTION && (heading || name_end < tokens.end);
        return small && named(view, TokenRange::new(end, name_end));
    }
    view.cue(at, tokens.end, layout.sections).is_some_and(|end| {
        let short = tokens.len() <= SECTION && (heading || view.word(end) == ".");
        (short || view.word(end) == ":") && (end > at + 1 || !view.is_word(end) || end == tokens.end)
    })
}

/// Whether the block opens what readers wrote: "Leave a comment", "3 comments".
fn opens_comments(view: View<'_>, tokens: TokenRange, at: usize) -> bool {
    let first = if view.is_number(at) { at + 1 } else { at };
    let cue = view.cue(first, tokens.end, view.layout().endings);
    tokens.len() <= SECTION && cue.is_some_and(|end| end == tokens.end || first > at || !view.is_word(end))
}

/// Whether `tokens` are a name: every word has a capital, but for small words.
fn named(view: View<'_>, tokens: TokenRange) -> bool {
    let mut capital = false;
    tokens.positions().filter(|&at| view.is_word(at)).all(|at| {
        capital |= view.case(at).has_capital();
        view.case(at).has_capital()
            || contains(view.layout().dateline_words, view.folded(at))
            || view.word(at).ends_with(['’', '\''])
    }) && capital
}

/// Whether the block opens like a notice. One word alone is a notice only where no other word follows it
/// (`Share: …`, not `Share prices …`).
fn notice(view: View<'_>, tokens: TokenRange, at: usize) -> bool {
    view.cue(at, tokens.end, view.layout().notices)
        .is_some_and(|end| end > at + 1 || end == tokens.end || !view.is_word(end) && !view.is_number(end))
}

/// Whether a label (`Q1 :`, `Question -`) opens the block.
fn labelled(view: View<'_>, tokens: TokenRange, at: usize, labels: &[String], question: bool) -> bool {
    let label = view.folded(at);
    let letters = label.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    let mut next = at + 1;
    if view.is_number(next) {
        next += 1;
    }
    let marked = matches!(view.word(next), ":" | "." | ")") || view.is_dash(next) || label.ends_with('.');
    let ends = !question || view.final_stop(tokens) == "?";
    marked && ends && next + 1 < tokens.end && labels.iter().any(|known| known == letters)
}

/// Whether the block is somebody's words, perhaps with a dash and their name after it.
fn quotation(view: View<'_>, tokens: TokenRange) -> bool {
    let start = if view.word(tokens.start) == ">" { tokens.start + 1 } else { tokens.start };
    if !view.opens_quote(start) || tokens.len() < 6 {
        return false;
    }
    let (mut depth, mut close) = (0usize, None);
    for at in start..tokens.end {
        if view.opens_quote(at) {
            depth += 1;
        } else if view.closes_quote(at) {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                close = Some(at);
                break;
            }
        }
    }
    let Some(close) = close else { return false };
    let rest = tokens.end - close - 1;
    if rest <= 1 {
        return rest == 0 || matches!(view.word(close + 1), "." | "!" | "?");
    }
    rest <= ATTRIBUTION && (view.is_dash(close + 1) || view.word(close + 1) == "(") && view.final_stop(tokens) != "."
}
