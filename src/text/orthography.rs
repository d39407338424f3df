//! What cutting a text depends on in its language.

/// The spelling and layout habits that splitting depends on, in folded form: plain slices, because languages are known
/// only further down the pipeline. Every list is sorted, but for those of [`Layout`].
#[derive(Debug, Clone, Copy, Default)]
pub struct Orthography<'l> {
    /// Words that keep their final dot (`inc.`, `sept.`); such a dot ends a sentence only before an [opener](Self::openers).
    pub abbreviations: &'l [String],
    /// Those of them that lean on the word after them (`mr.`, `st.`, `no.`): their dot never ends a sentence.
    pub leading_abbreviations: &'l [String],
    /// Heads that an apostrophe parts from the word they lean on (`l'`, `d'`, `qu'`).
    pub elisions: &'l [String],
    /// Tails that a hyphen parts from a verb (`-t-il`, `-elle`).
    pub enclitics: &'l [String],
    /// Second halves of compounds that follow a name and are no part of it (`based`, `owned`, `backed`).
    pub compound_tails: &'l [String],
    /// Nouns behind two names that a hyphen joins, for what both do (`the Arden-Boreal merger`).
    pub pairs: &'l [String],
    /// What numbers are counted in (`million`, `Euro`): behind a number, a hyphen parts them from what follows.
    pub units: &'l [String],
    /// Words that, with a capital, open a sentence and hardly ever continue a name (`the`, `selon`).
    pub openers: &'l [String],
    /// Whether a dot makes a small number an ordinal (`12. Juni`).
    pub ordinal_dot: bool,
    /// What sets the parts of a page apart.
    pub layout: Layout<'l>,
}

/// The words by which the parts of a page are known; each cue is the beginning of a block. Cues are ordered by their first byte;
/// of those with the same one, the first that matches counts.
#[derive(Debug, Clone, Copy, Default)]
pub struct Layout<'l> {
    /// Headings of sections that come with every release ("forward-looking statements", "contacts").
    pub sections: &'l [String],
    /// What opens what readers write below a story ("leave a comment").
    pub endings: &'l [String],
    /// The same, before the name of a company ("about", "à propos de").
    pub about: &'l [String],
    /// Single blocks that are no part of the story ("share this", "cookies").
    pub notices: &'l [String],
    /// Pointers to other stories, whose headlines may follow ("read also").
    pub related: &'l [String],
    /// Words before the author's name ("by"); a capital must follow.
    pub bylines: &'l [String],
    /// The same, so clear that the block may be longer ("reporting by").
    pub credits: &'l [String],
    /// What a wire story closes with, alone in its block ("reuter", "ends").
    pub sign_offs: &'l [String],
    /// Agencies whose name in brackets marks a dateline.
    pub agencies: &'l [String],
    /// Months and small words of a dateline; sorted.
    pub dateline_words: &'l [String],
    /// Labels in the head of a mail ("from", "date").
    pub headers: &'l [String],
    /// The same, before its subject ("subject").
    pub subjects: &'l [String],
    /// Words that open a remark in brackets on what is new in a wire story ("adds").
    pub updates: &'l [String],
    /// Labels of questions ("q", "question").
    pub questions: &'l [String],
    /// Labels of answers ("a", "answer").
    pub answers: &'l [String],
}
