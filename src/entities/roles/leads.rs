//! Who leads or founded an organization, told by a verb: "led by Jane Roe", "Jane Roe, who founded Arden".

use super::{Class, Evidence, FIELD, LEAD, PersonRole, Place, RoleStatus, ending};
use crate::entities::EntityId;
use crate::text::TokenRange;

/// Words between an organization and those that say who leads it.
const LED: usize = 10;
/// Words from a verb to the year behind it at most: "*founded in March* 2018".
const DATE: usize = 3;
/// Words before the name of an organization at most: "*the firm* Arden".
const BEFORE: usize = 2;

impl Place<'_> {
    /// `led by Jane Roe`; `Jane Roe, who runs Arden`; `Jane Roe will head Arden`.
    pub(super) fn leading(&self) -> Vec<PersonRole> {
        let phrases = self.names.phrases();
        let mut start = self.name.start;
        while let Some(earlier) = self.list_neighbour(start) {
            start = earlier;
        }
        if let Some((tokens, classes)) = ending(self.reading, phrases, self.floor, start).or_else(|| self.dated(start))
            && let Some(lead) = [Class::LedBy, Class::FoundedBy].into_iter().find(|class| classes.contains(class))
        {
            let document = self.reading.document();
            let sentence = document.sentences().get(document.sentence_of(tokens.start));
            let opens = sentence.is_some_and(|sentence| sentence.tokens.start == tokens.start);
            let organization = if opens { self.led_behind() } else { self.led(tokens.start) };
            return vec![self.head(lead, organization, tokens, TokenRange::new(tokens.start, self.name.end))];
        }
        let mut from = self.name.end;
        let mut planned = false;
        // Over what is set off by commas: `Jane Roe, the founder, will head Arden`.
        if self.word(from) == ","
            && self
                .reading
                .longest(phrases, from + 1, self.ceiling)
                .is_none_or(|found| who_leads(found.values).is_none())
            && let Some(close) = (from + 1..self.ceiling.min(from + FIELD)).find(|&at| self.word(at) == ",")
        {
            from = close + 1;
        }
        let opened = from;
        while from < self.ceiling && from - opened <= LEAD {
            if let Some(found) = self.reading.longest(phrases, from, self.ceiling)
                && let Some(lead) = who_leads(found.values)
            {
                let owner =
                    (found.tokens.end..self.ceiling.min(found.tokens.end + 10)).find_map(|at| self.organization_at(at));
                let end = owner.map_or(found.tokens.end, |(_, tokens)| tokens.end);
                let evidence = TokenRange::new(self.name.start, end);
                let mut role = self.head(lead, owner.map(|(id, _)| id), found.tokens, evidence);
                if planned {
                    role.status = RoleStatus::Planned;
                }
                return vec![role];
            }
            if matches!(self.word(from), "." | ";" | ")") || self.entities.at(from).is_some() {
                break;
            }
            planned |= self.is(from, Class::Planned) || self.is(from, Class::Will);
            from += 1;
        }
        Vec::new()
    }

    /// The organization that what stands at `at` says is led or founded: the last before it, unless something else is named in
    /// between ("Arden bought the brand, founded by").
    fn led(&self, at: usize) -> Option<EntityId> {
        let document = self.reading.document();
        for before in (self.floor..at).rev().take(LED) {
            if let Some((id, _)) = self.organization_at(before) {
                return Some(id);
            }
            let opens = |at: usize| self.is_comma(at) || self.is(at, Class::Of) || self.is(at, Class::TitleOf);
            let other = self.is(before, Class::Article) && before > self.floor && !opens(before - 1);
            if other || document.word(before) == ";" {
                return None;
            }
        }
        None
    }

    /// "Founded *in 2018* by": the same words with a year among them, before what starts at `end`.
    fn dated(&self, end: usize) -> Option<(TokenRange, &[Class])> {
        let preposition = end.checked_sub(1)?;
        let year = preposition.checked_sub(1).filter(|&at| self.is_number(at))?;
        (year.saturating_sub(DATE).max(self.floor)..year).rev().find_map(|verb| {
            let words = [verb, preposition].map(|at| self.reading.word_id(at));
            self.names.phrases().exact(&words).map(|classes| (TokenRange::new(verb, end), classes))
        })
    }

    /// The organization behind the names that a sentence opens with: "Founded by Jane Roe and Ann Poe, *Arden* makes".
    fn led_behind(&self) -> Option<EntityId> {
        let mut comma = self.name.end;
        while let Some(next) = self.list_follower(comma) {
            comma = next;
        }
        let behind = (comma + 1..self.ceiling.min(comma + 2 + BEFORE)).filter(|_| self.is_comma(comma));
        behind.filter_map(|at| self.organization_at(at)).map(|(id, _)| id).next()
    }

    fn head(&self, lead: Class, organization: Option<EntityId>, words: TokenRange, evidence: TokenRange) -> PersonRole {
        let document = self.reading.document();
        let founded = matches!(lead, Class::FoundedBy | Class::WhoFounded);
        PersonRole {
            title: Some(if founded { "founder" } else { "head" }.to_string()),
            title_text: Some(document.on_one_line(document.span(words))),
            organization,
            status: RoleStatus::Current,
            evidence: Evidence::new(document.span(evidence), "leads"),
        }
    }
}

/// Which of the words for leading and founding a phrase is, where it follows who does.
fn who_leads(classes: &[Class]) -> Option<Class> {
    [Class::WhoLeads, Class::WhoFounded].into_iter().find(|class| classes.contains(class))
}
