//! `text.toml`: spelling and layout habits.

use serde::{Deserialize, Serialize};

/// What cutting a text into blocks, sentences and words depends on; all in folded form.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Words that keep their final dot.
    pub abbreviations: Vec<String>,
    /// More of them, which lean on the word after them: titles, "st.", "no.".
    pub leading_abbreviations: Vec<String>,
    /// Heads parted by an apostrophe, with it.
    pub elisions: Vec<String>,
    /// Tails parted from a verb by a hyphen.
    pub enclitics: Vec<String>,
    /// Second halves of compounds whose first half is a name.
    pub compound_tails: Vec<String>,
    /// Nouns behind two names that a hyphen joins, for what both do: "the Arden-Boreal merger".
    #[serde(default)]
    pub pairs: Vec<String>,
    /// What numbers are counted in, parted by a hyphen from what follows behind a number.
    pub units: Vec<String>,
    /// Words that open sentences and hardly ever continue a name.
    pub openers: Vec<String>,
    /// The commonest words, by which the language is told from others.
    pub function_words: Vec<String>,
    /// Whether a dot makes a number an ordinal.
    pub ordinal_dot: bool,
    /// What sets the parts of a page apart.
    pub layout: Layout,
}

/// Beginnings of blocks that show their part in the page.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layout {
    /// Headings of boilerplate sections.
    pub sections: Vec<String>,
    /// What opens what readers write below a story, alone or behind a number ("3 comments").
    pub endings: Vec<String>,
    /// The same, before the name of a company.
    pub about: Vec<String>,
    /// Single blocks that are no part of the story.
    pub notices: Vec<String>,
    /// Pointers to other stories.
    pub related: Vec<String>,
    /// Words before the author's name.
    pub bylines: Vec<String>,
    /// The same, unmistakable.
    pub credits: Vec<String>,
    /// What wire stories close with.
    pub sign_offs: Vec<String>,
    /// Agencies of datelines.
    pub agencies: Vec<String>,
    /// Months and small words of datelines.
    pub dateline_words: Vec<String>,
    /// Labels in the head of a mail.
    pub headers: Vec<String>,
    /// The same, before its subject.
    pub subjects: Vec<String>,
    /// Words that open a remark on what is new in a wire story.
    pub updates: Vec<String>,
    /// Labels of questions.
    pub questions: Vec<String>,
    /// Labels of answers.
    pub answers: Vec<String>,
}
