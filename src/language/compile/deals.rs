//! Rows of `deals.toml` to tables.

use super::Compiler;
use super::inflection::Inflection;
use super::lexicon::schema::Role;
use super::lexicon::{
    DealCue, Deals, Endings, Frame, PartOfSpeech, Phrases, StatusPlace, StatusWord, Tense, Trigger, schema,
};

impl Deals {
    /// Compiles the rows.
    pub fn compile(rows: schema::Deals, inflection: &Inflection, compiler: &mut Compiler<'_>) -> Self {
        let mut triggers: Vec<(String, Trigger)> = Vec::new();
        let mut holdings: Vec<(String, Trigger)> = Vec::new();
        let mut objects: Vec<(String, usize)> = Vec::new();
        let mut beside: Vec<(String, usize)> = Vec::new();
        let told = rows.frame.len();
        let mut frames = Vec::with_capacity(told + rows.holding.len());
        for (position, row) in rows.frame.into_iter().chain(rows.holding).enumerate() {
            let triggers = if position < told { &mut triggers } else { &mut holdings };
            for verb in &row.verb {
                let trigger = |tense, prefix| Trigger { frame: position, part: PartOfSpeech::Verb(tense), prefix };
                // "hacerse con", but not "hacer con".
                let plain = |form: &str| row.reflexive && inflection.is_plain(verb, form);
                for (form, tense) in inflection
                    .verb(verb)
                    .into_iter()
                    .filter(|(form, tense)| *tense != Tense::Infinitive || !plain(form))
                {
                    match row.adverb.as_slice() {
                        [] => triggers.push((form, trigger(tense, None))),
                        adverbs => triggers
                            .extend(adverbs.iter().map(|adverb| (format!("{adverb} {form}"), trigger(tense, None)))),
                    }
                }
                if let Some((forms, prefix)) = inflection.split(verb) {
                    let prefix = compiler.words(&prefix).first().copied();
                    triggers.extend(forms.into_iter().map(|(form, tense)| (form, trigger(tense, prefix))));
                }
            }
            for noun in &row.noun {
                let trigger = Trigger { frame: position, part: PartOfSpeech::Noun, prefix: None };
                triggers.extend(inflection.noun(noun).into_iter().map(|form| (form, trigger)));
            }
            for noun in row.object.iter().filter(|noun| *noun != "%" && *noun != "$") {
                objects.extend(inflection.noun(noun).into_iter().map(|form| (form, position)));
            }
            beside.extend(row.beside.iter().flat_map(|words| inflection.phrase(words)).map(|words| (words, position)));
            frames.push(Frame::compile(row, inflection));
        }
        triggers.dedup();
        holdings.dedup();
        let mut status = Vec::new();
        for row in rows.status {
            let place = match (row.governing, row.verdict) {
                (true, _) => StatusPlace::Governing,
                (_, true) => StatusPlace::Verdict,
                _ => StatusPlace::Anywhere,
            };
            let word = |tense| StatusWord { status: row.status, place, tense };
            for verb in &row.verb {
                status.extend(inflection.verb(verb).into_iter().map(|(form, tense)| (form, word(Some(tense)))));
            }
            let phrases = row.phrase.iter().flat_map(|phrase| inflection.phrase(phrase));
            status.extend(phrases.map(|phrase| (phrase, word(None))));
        }
        let (mut sum_before, mut sum_after) = (Vec::new(), Vec::new());
        let mut sum_far = Vec::new();
        for row in rows.sum {
            for verb in &row.verb {
                sum_before.extend(inflection.verb(verb).into_iter().map(|(form, _)| (form, row.role)));
            }
            let before = row.before.iter().flat_map(|phrase| inflection.phrase(phrase));
            sum_before.extend(before.map(|phrase| (phrase, row.role)));
            let far = row.far.iter().flat_map(|word| inflection.verb(word));
            sum_far.extend(far.map(|(form, _)| (form, row.role)));
            sum_after.extend(row.after.into_iter().map(|phrase| (phrase, row.role)));
        }
        let (mut share_before, mut share_after) = (Vec::new(), Vec::new());
        for row in rows.share {
            let before = row.before.iter().flat_map(|phrase| inflection.phrase(phrase));
            share_before.extend(before.map(|phrase| (phrase, row.role)));
            share_after.extend(row.after.into_iter().map(|phrase| (phrase, row.role)));
        }
        let mut cues: Vec<(String, DealCue)> = Vec::new();
        for (list, cue) in [
            (rows.unreal, DealCue::Unreal),
            (rows.false_friends, DealCue::FalseFriend),
            (rows.seats, DealCue::Seat),
            (rows.devoted, DealCue::Devoted),
            (rows.former, DealCue::Former),
            (rows.based, DealCue::Based),
            (rows.owned, DealCue::Owned),
            (rows.backed, DealCue::Backed),
            (rows.plain, DealCue::Plain),
            (rows.traders, DealCue::Trader),
            (rows.outsiders, DealCue::Outsider),
            (rows.members, DealCue::Member),
            (rows.motives, DealCue::Motive),
            (rows.undisclosed, DealCue::Undisclosed),
            (rows.background, DealCue::Background),
            (rows.closing, DealCue::Closing),
            (rows.advisers, DealCue::Adviser),
            (rows.enables, DealCue::Enables),
            (rows.borrowing, DealCue::Borrowing),
            (rows.parity, DealCue::Parity),
            (rows.each, DealCue::Each),
            (rows.rest, DealCue::Rest),
            (rows.remaining, DealCue::Remaining),
            (rows.whole, DealCue::Whole),
            (rows.unbound, DealCue::Unbound),
            (rows.talks, DealCue::Talks),
        ] {
            cues.extend(list.iter().flat_map(|phrase| inflection.phrase(phrase)).map(|phrase| (phrase, cue)));
        }
        for (list, cue) in [
            (rows.deal_nouns, DealCue::DealNoun),
            (rows.bodies, DealCue::Body),
            (rows.assets, DealCue::Asset),
            (rows.insiders, DealCue::Insider),
            (rows.goods, DealCue::Goods),
            (rows.clientele, DealCue::Clientele),
        ] {
            cues.extend(list.iter().flat_map(|noun| inflection.noun(noun)).map(|phrase| (phrase, cue)));
        }
        let activities = rows.activities.iter().flat_map(|verb| inflection.verb(verb));
        cues.extend(activities.map(|(form, _)| (form, DealCue::Activity)));
        let hires = rows.hires.iter().flat_map(|verb| inflection.verb(verb));
        cues.extend(hires.map(|(form, _)| (form, DealCue::Hires)));
        let parts: Vec<(String, Role)> = (rows.part.iter())
            .flat_map(|row| row.noun.iter().flat_map(|noun| inflection.noun(noun)).map(|noun| (noun, row.role)))
            .collect();
        let holders = rows.holders.iter().flat_map(|noun| inflection.noun(noun)).map(|noun| (noun, ())).collect();
        let owners = (rows.owners.iter()).flat_map(|words| inflection.phrase(words)).map(|words| (words, ())).collect();
        let mut considerations = Vec::new();
        for (position, row) in rows.consideration.into_iter().enumerate() {
            cues.extend(row.phrase.into_iter().map(|phrase| (phrase, DealCue::Consideration(position))));
            considerations.push(row.name);
        }
        Self {
            frames,
            triggers: table(compiler, triggers),
            holdings: table(compiler, holdings),
            holders: table(compiler, holders),
            objects: table(compiler, objects),
            beside: table(compiler, beside),
            status: table(compiler, status),
            sum_before: table(compiler, sum_before),
            sum_after: table(compiler, sum_after),
            sum_far: table(compiler, sum_far),
            share_before: table(compiler, share_before),
            share_after: table(compiler, share_after),
            cues: table(compiler, cues),
            parts: table(compiler, parts),
            owners: table(compiler, owners),
            companions: compiler.phrases(rows.companions.iter().map(|phrase| (phrase.as_str(), ()))),
            asset_endings: Endings::new(&rows.asset_endings),
            fields: rows.fields,
            considerations,
        }
    }
}

fn table<T>(compiler: &mut Compiler<'_>, rows: Vec<(String, T)>) -> Phrases<T> {
    Phrases::new(rows.into_iter().map(|(phrase, value)| (compiler.words(&phrase), value)).collect())
}

impl Frame {
    fn compile(row: schema::Frame, inflection: &Inflection) -> Self {
        let role = |place: &str| row.roles.get(place).copied();
        let prepositions =
            row.roles.iter().filter_map(|(place, role)| Some((inflection.preposition(place)?, *role))).collect();
        Self {
            id: row.id.as_str().into(),
            kind: row.kind,
            subject: role("subject"),
            object: role("object"),
            given: role("given"),
            possessor: role("possessor").or(role("subject")),
            owner: role("owner"),
            compound: role("compound"),
            again: role("again"),
            part_of: role("part_of"),
            prepositions,
            needs_object: !row.object.is_empty(),
            percent_object: row.object.iter().any(|noun| noun == "%"),
            money_object: row.object.iter().any(|noun| noun == "$"),
            needs_beside: !row.beside.is_empty(),
            reflexive: row.reflexive,
            undergoes: row.undergoes,
            status: row.status,
            weak: row.weak,
        }
    }
}
