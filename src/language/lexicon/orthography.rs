//! The spelling habits of a language, as the splitter wants them.

use super::schema;
use crate::text::{Layout, Orthography};

impl schema::Text {
    /// Sorts the lists that [`Orthography`] wants sorted.
    pub fn sort(&mut self) {
        self.abbreviations.extend_from_slice(&self.leading_abbreviations);
        for list in [
            &mut self.abbreviations,
            &mut self.leading_abbreviations,
            &mut self.elisions,
            &mut self.enclitics,
            &mut self.compound_tails,
            &mut self.pairs,
            &mut self.units,
            &mut self.openers,
            &mut self.layout.dateline_words,
        ] {
            list.sort();
            list.dedup();
        }
        let layout = &mut self.layout;
        for cues in [
            &mut layout.sections,
            &mut layout.endings,
            &mut layout.about,
            &mut layout.notices,
            &mut layout.related,
            &mut layout.bylines,
            &mut layout.credits,
            &mut layout.sign_offs,
            &mut layout.headers,
            &mut layout.subjects,
            &mut layout.updates,
            &mut layout.agencies,
        ] {
            cues.sort_by_key(|cue| cue.bytes().next());
        }
    }

    /// The lists as plain slices.
    pub fn orthography(&self) -> Orthography<'_> {
        let layout = &self.layout;
        Orthography {
            abbreviations: &self.abbreviations,
            leading_abbreviations: &self.leading_abbreviations,
            elisions: &self.elisions,
            enclitics: &self.enclitics,
            compound_tails: &self.compound_tails,
            pairs: &self.pairs,
            units: &self.units,
            openers: &self.openers,
            ordinal_dot: self.ordinal_dot,
            layout: Layout {
                sections: &layout.sections,
                endings: &layout.endings,
                about: &layout.about,
                notices: &layout.notices,
                related: &layout.related,
                bylines: &layout.bylines,
                credits: &layout.credits,
                sign_offs: &layout.sign_offs,
                headers: &layout.headers,
                subjects: &layout.subjects,
                updates: &layout.updates,
                agencies: &layout.agencies,
                dateline_words: &layout.dateline_words,
                questions: &layout.questions,
                answers: &layout.answers,
            },
        }
    }
}
