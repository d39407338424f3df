//! How a trigger is meant, and who plays which part.

use super::clause::{Clause, read_at_end};
use super::found::{FrameMatch, is_named};
use super::governing::{called_off, governing_status, helped_from, is_unreal, only_agrees, play_new, verdict};
use super::helpers::Helpers;
use super::missing::{self, Site, knows};
use super::needed::{object_after, object_before, object_tokens};
use super::voice::{Voice, is_finite, voice};
use super::{Argument, Phrase, Piece, PieceKind, Pieces};
use crate::language::lexicon::schema::{FrameKind, Role, Status};
use crate::language::lexicon::{Function, PartOfSpeech, Tense};
use crate::text::TokenRange;

const PARTICIPLE: PartOfSpeech = PartOfSpeech::Verb(Tense::Participle);

/// How many pieces may stand between a verb and the noun it needs, or its auxiliary.
pub(super) const NEAR: usize = 8;

/// One frame at one trigger, if it speaks there.
pub(super) fn read<'a>(
    pieces: &Pieces<'a>,
    index: usize,
    forms: &[PartOfSpeech],
    tokens: TokenRange,
) -> Option<FrameMatch<'a>> {
    let frame = &pieces.lexicon.deals.frames[index];
    let start = pieces.position(tokens.start);
    // "s'empare de la société": the article that its preposition has taken in is passed over with it.
    let end = pieces.position(tokens.end);
    let melted = |piece: &Piece| piece.tokens.start < tokens.end && pieces.holds_article(end);
    let end = if pieces.list.get(end).is_some_and(melted) { end + 1 } else { end };
    // "buys back the 45% that it had sold": how the share came about.
    if pieces.tells_of_share(start) {
        return None;
    }
    let called_off = called_off(pieces, tokens.start);
    if called_off.is_none() && is_unreal(pieces, start, forms.contains(&PartOfSpeech::Noun), end) {
        return None;
    }
    if frame.needs_beside && !pieces.stands_beside(index, start) {
        return None;
    }
    let tense = forms.iter().find_map(|part| match part {
        PartOfSpeech::Verb(tense) => Some(*tense),
        PartOfSpeech::Noun => None,
    });
    // "verkauft" is sold and sells.
    let last = [Tense::Participle, Tense::Infinitive]
        .into_iter()
        .find(|tense| forms.contains(&PartOfSpeech::Verb(*tense)))
        .or(tense.filter(|tense| tense.is_finite()));
    if let Some(clause) = last.and_then(|tense| Clause::closed_by(pieces, start, end, tense)) {
        return read_at_end(pieces, frame, index, clause, tokens, last);
    }
    let helpers = Helpers::before(pieces, start);
    let voice = match voice(pieces, forms, &helpers, start, end)? {
        // "è entrata": the auxiliary of the perfect.
        Voice::Passive if !frame.is_transitive() || pieces.takes_phrase(tokens) => Voice::Active,
        // "Arden sold to Boreal": a heading leaves the auxiliary out.
        Voice::Active
            if forms.contains(&PARTICIPLE)
                && !(pieces.lexicon.grammar.verb_last && forms.iter().copied().any(is_finite))
                && !helpers.have
                && frame.lacks_object(pieces, end) =>
        {
            Voice::Passive
        }
        voice => voice,
    };
    if voice == Voice::Active && pieces.is_negated_behind(end) {
        return None;
    }
    let reflexive =
        || helpers.reflexive || pieces.is_reflexive_behind(end) || pieces.holds_reflexive(tokens.start, tense);
    if frame.reflexive && !reflexive() {
        return None;
    }
    let mut subject = if voice == Voice::Noun { Vec::new() } else { pieces.subject(start) };
    if voice == Voice::Active && tense == Some(Tense::Infinitive) {
        let helped = pieces.helped_subject(start);
        subject = if helped.is_empty() { subject } else { helped };
    }
    // "Arden, a unit of Cairn, was sold": not Cairn.
    if voice == Voice::Passive && frame.object == Some(Role::Target) {
        subject = pieces.without_owner(subject);
    }
    let finite = forms.iter().find_map(|part| match part {
        PartOfSpeech::Verb(tense) if tense.is_finite() => Some(*tense),
        _ => None,
    });
    let marked = if voice == Voice::Active { pieces.take_fronted(frame, index, start, &mut subject) } else { vec![] };
    let inverted =
        if voice == Voice::Active && subject.is_empty() { pieces.inverted_subject(end, finite) } else { None };
    let phrases = if inverted.is_some() { pieces.fronted_phrases(start) } else { Vec::new() };
    let before = inverted.is_some().then_some(start);
    let (mut subject, end) = inverted.unwrap_or((subject, end));
    if voice == Voice::Active && subject.is_empty() {
        subject = pieces.other_subject(frame, start, end);
    }
    // "Buying Arden, Boreal": who acts stands behind the phrase that its verb opens.
    if voice == Voice::Active && subject.is_empty() && pieces.can_open(start, forms) {
        subject = pieces.subject_of_opening(start, end).into_iter().collect();
    }
    if voice == Voice::Active && subject.is_empty() && !frame.is_transitive() {
        // "ha partecipato anche Boreal": what has no object can have its subject behind it.
        subject = pieces.object(end);
        subject.retain(|argument| matches!(argument, Argument::Entity(..)));
    }
    // "Arden, bought by": the participle is about Arden and no part of it.
    let about_a_name = || {
        !helpers.be
            && matches!(pieces.described_by_participle(start), Some(Argument::Entity(_, name))
                if !pieces.is_governed(pieces.position(name.start)))
    };
    if frame.needs_object && voice == Voice::Passive && about_a_name() {
        return None;
    }
    // "Led was the round by Boreal": the participle opens the clause.
    let fronted = pieces.list.get(end).is_some_and(|piece| piece.kind == PieceKind::Function(Function::Be));
    // "è salita al 24%": the auxiliary is that of the perfect.
    let risen = || if helpers.be && !helpers.compound { object_after(pieces, frame, index, end) } else { None };
    // Arguments are looked for from the noun the verb governs, where it needs one.
    let object = match (frame.needs_object, voice) {
        (false, _) => None,
        (true, _) if frame.undergoes => Some(object_before(pieces, frame, index, start)?),
        (true, Voice::Active | Voice::Noun) => {
            // "Die Mehrheit an Arden übernimmt Boreal."
            let first = || before.and_then(|start| object_before(pieces, frame, index, start));
            let after = object_after(pieces, frame, index, end);
            Some(after.filter(|noun| voice == Voice::Active || pieces.is_of_noun(end, *noun)).or_else(first)?)
        }
        (true, Voice::Passive) if fronted => {
            // "Gezeichnet wurde sie von Boreal."
            let it = || {
                let pronoun = pieces.kind(end + 1) == Some(PieceKind::Function(Function::Pronoun));
                (pronoun && frame.kind == FrameKind::FundingRound).then_some(end + 1)
            };
            Some(object_after(pieces, frame, index, end).or_else(it)?)
        }
        (true, Voice::Passive) => {
            let ahead = || if start == 0 { pieces.fronted_round(frame, index, end) } else { None };
            Some(object_before(pieces, frame, index, start).or_else(risen).or_else(ahead)?)
        }
    };
    let voice = match object {
        Some(_) if frame.undergoes => Voice::Passive,
        Some(object) if object >= end && voice == Voice::Passive && !fronted && start > 0 => Voice::Active,
        _ => voice,
    };
    let mut roles: Vec<(Role, Argument)> = Vec::new();
    let mut play = |role: Option<Role>, arguments: Vec<Argument>| {
        if let Some(role) = role {
            roles.extend(arguments.into_iter().map(|argument| (role, argument)));
        }
    };
    let opens = voice == Voice::Active
        && tense.is_some_and(|tense| tense.is_finite() || helpers.have)
        && (frame.reflexive || !helpers.reflexive)
        && subject.is_empty()
        && pieces.opens_clause(start);
    if opens && let Some(noun) = object {
        subject = pieces.subject_behind(pieces.position(object_tokens(pieces, noun).end));
    }
    let inverted = voice == Voice::Active && frame.object == Some(Role::Target) && pieces.is_inverted(start, end);
    match voice {
        // "la compra Arden"
        Voice::Active if inverted => {
            play(frame.subject, pieces.object(end));
            play(frame.object, pieces.clitic(start).map(Argument::Clitic).into_iter().collect());
        }
        Voice::Active => {
            play(frame.subject, subject);
            if !frame.needs_object && !marked.is_empty() {
                play(frame.object, marked);
            } else if let Some((given, sold)) =
                frame.given.filter(|_| !frame.needs_object).and_then(|_| pieces.two_objects(end))
            {
                play(frame.given, given);
                play(frame.object, sold);
            } else if !frame.needs_object && frame.object.is_some() {
                let end = pieces.behind_reflexive(end);
                let object = pieces.object(end);
                let object = if object.is_empty() { pieces.shifted_object(end) } else { object };
                let object = pieces.with_whole(end, object);
                let pronoun = pieces.clitic(start).filter(|_| object.is_empty() && frame.object == Some(Role::Target));
                play(frame.object, pronoun.map_or(object, |tokens| vec![Argument::Clitic(tokens)]));
                play(frame.owner, pieces.owner(end).into_iter().collect());
            } else if let (Some(_), Some(noun)) = (frame.object, object) {
                // "mettre Arden en vente", "mettre en vente Arden"
                let between = pieces.object(pieces.behind_reflexive(end));
                let last = object_tokens(pieces, noun).end;
                let several = last > pieces.list[noun].tokens.end;
                let object = if several && !between.iter().any(is_named) {
                    pieces.object(pieces.position(last))
                } else {
                    between
                };
                play(frame.object, object.into_iter().filter(is_named).collect());
            }
            if frame.given.is_some() && frame.needs_object {
                play(frame.given, pieces.object(end).into_iter().filter(is_named).collect());
            }
            let sum = object.is_some_and(|noun| matches!(pieces.list[noun].kind, PieceKind::Money(_)));
            if frame.needs_object && !sum && tense != Some(Tense::Gerund) {
                let whole = pieces.partitive(start).map(Argument::Clitic);
                play(Some(Role::Target), whole.into_iter().collect());
            }
        }
        Voice::Passive if !frame.needs_object => {
            let described = if helpers.be { None } else { pieces.described_by_participle(start) };
            // "The Dutch arm of Arden was bought": the arm, not Arden.
            let part = if frame.object == Some(Role::Target) { pieces.part_of_subject(&subject) } else { None };
            play(frame.owner, part.map(|_| subject.clone()).unwrap_or_default());
            let subject = match part {
                Some(part) => vec![part],
                None if subject.is_empty() => pieces.sold_subject(start),
                None => subject,
            };
            let behind = !helpers.be && (subject.is_empty() || pieces.follows_colon(start));
            let opened = if behind { pieces.object_of_opening(start, end) } else { Vec::new() };
            let described = described.filter(|_| opened.is_empty());
            if opened.iter().any(is_named) {
                play(frame.subject, pieces.actor_of_opening(start, end).into_iter().collect());
            }
            let about = if subject.is_empty() && behind && opened.is_empty() {
                pieces.fronted_subject(start, end)
            } else {
                None
            };
            let subject = if opened.is_empty() { subject } else { opened };
            // "The paper business of Cairn was sold to Boreal."
            if let [Argument::Asset(tokens)] = subject[..]
                && part.is_none()
            {
                play(frame.owner, pieces.owner_behind(tokens).into_iter().collect());
            }
            play(frame.object, described.or(about).map_or(subject, |name| vec![name]));
        }
        // "30 % of Arden goes to Boreal"
        Voice::Passive if frame.undergoes => play(frame.object, pieces.object(end)),
        Voice::Passive => {}
        Voice::Noun => {
            let owner = pieces.possessor(start);
            let compound = if owner.is_none() { pieces.compound(start) } else { None };
            match (owner, compound) {
                (Some(owner), _) => {
                    play(frame.possessor, vec![owner]);
                    // "Boreal’s first purchase was Arden."
                    let be = pieces.list.get(end).is_some_and(|piece| piece.kind == PieceKind::Function(Function::Be));
                    let named = be.then(|| pieces.member(end + 1)).flatten();
                    play(frame.object, named.map(|name| pieces.joined_right(name)).unwrap_or_default());
                }
                (None, Some(name)) => {
                    // "die Arden-Übernahme"
                    let first = start.checked_sub(2).filter(|&name| pieces.is_compounded(name));
                    let role = frame.compound.filter(|_| first.is_some()).or(frame.object);
                    let pooled = frame.object == Some(Role::Partner);
                    let other = if pooled { pieces.hyphened(start - 1) } else { None };
                    play(role.or(frame.subject), other.into_iter().chain([name]).collect());
                    // "Boreal drops its Arden bid."
                    if role.is_some() {
                        play(frame.subject, pieces.subject(first.unwrap_or(start - 1)));
                    }
                }
                (None, None) => play(frame.subject, pieces.subject(start)),
            }
        }
    }
    if let Some(start) = before.filter(|_| frame.object == Some(Role::Target) && !frame.needs_object) {
        play(frame.object, pieces.fronted_asset(start, end));
    }
    let mut with = None;
    for (preposition, argument) in phrases {
        let instrument = pieces.lexicon.grammar.instrument == Some(preposition) && frame.after(preposition).is_none();
        with = with.or(Some(argument).filter(|_| instrument));
        play(frame.after(preposition), vec![argument]);
    }
    if let Some(position) = object {
        if let PieceKind::Money(sum) = pieces.list[position].kind {
            play(Some(Role::Amount), vec![Argument::Money(sum)]);
        }
        play(Some(Role::Target), pieces.held_whole(position));
        let own = || pieces.possessive(position).map(Argument::Anaphor);
        play(frame.owner, pieces.possessor(position).or_else(own).into_iter().collect());
        play(frame.compound, pieces.compound(position).into_iter().collect());
    }
    let from = match (object, voice) {
        // "au capital de" holds its preposition.
        (Some(position), Voice::Active) => match pieces.list[position].kind {
            PieceKind::Function(Function::Preposition(_))
                if (pieces.list.get(end..position).unwrap_or_default().iter())
                    .all(|piece| !matches!(piece.kind, PieceKind::Entity(_))) =>
            {
                position
            }
            // "compra a Cairn una participación": what stands in between counts too.
            _ if position >= end && pieces.behind_phrases(end) > end => end,
            // "negotiates with Arden a round of"
            _ if (pieces.list.get(end..position).unwrap_or_default().iter())
                .any(|piece| matches!(piece.kind, PieceKind::Entity(_))) =>
            {
                end
            }
            _ => position + 1,
        },
        _ => end,
    };
    let mut behind = pieces.genitive(from, object);
    behind.extend(pieces.prepositional(from, voice == Voice::Noun));
    if let (Some(position), Voice::Passive) = (object.filter(|noun| *noun < end || fronted), voice) {
        behind.extend(pieces.prepositional(position + 1, false).into_iter().take(2));
    }
    // The preposition inside "tour de table" brings in nobody.
    let inside = object.map(|noun| object_tokens(pieces, noun));
    behind.retain(|phrase| {
        inside.is_none_or(|words| {
            words.start >= pieces.list[phrase.at].tokens.start || !words.has(pieces.list[phrase.at].tokens.start)
        })
    });
    let mut target_behind = None;
    // "The purchase of a 30% stake in Arden": the target stands behind what is bought of it.
    let mut part = false;
    let mut named_agent = false;
    for mut phrase in behind {
        if frame.after(phrase.preposition) == Some(Role::Target)
            && let Some(whole) = pieces.whole_of(&phrase, frame)
        {
            phrase.arguments.extend(whole);
        }
        let Phrase { preposition, at, arguments } = phrase;
        // The whole behind a share has been taken with it.
        if arguments.iter().any(|argument| {
            matches!(argument, Argument::Entity(..)) && roles.iter().any(|(_, known)| known == argument)
        }) {
            continue;
        }
        let named = arguments.iter().any(|argument| matches!(argument, Argument::Entity(..)));
        if std::mem::take(&mut part) && named && frame.after(preposition).is_none_or(|role| role == Role::Target) {
            roles.extend(arguments.into_iter().map(|argument| (Role::Target, argument)));
            continue;
        }
        part = frame.after(preposition) == Some(Role::Target) && matches!(arguments[..], [Argument::Percentage(_)]);
        let acts = voice == Voice::Passive && pieces.lexicon.grammar.agent == Some(preposition);
        let elsewhere = frame.again.filter(|_| object.is_some_and(|noun| !pieces.belongs_to(noun, at)));
        let sold = roles.iter().any(|(role, known)| *role == Role::Target && matches!(known, Argument::Asset(_)));
        let part_of = frame.part_of.filter(|_| pieces.follows_asset(at));
        // "compra a Arden da Cairn": of whom it is bought.
        let of_target = frame.part_of.filter(|_| named && missing::is_of_target(pieces, at, preposition, &roles));
        let own = part_of.filter(|_| sold).or(of_target).or(frame.after(preposition)).or(part_of);
        let role = own.map(|role| elsewhere.filter(|_| role == Role::Target).unwrap_or(role));
        let Some(role) = frame.subject.filter(|_| acts).or(role) else { continue };
        let role = match frame.object {
            // "comprar a Arden": the object, where there is no other.
            Some(object) if voice == Voice::Active && pieces.is_personal(end, preposition) => {
                let other = roles.iter().any(|(known, _)| *known == object) || role != Role::Seller;
                if other { role } else { object }
            }
            _ => role,
        };
        if role == Role::Target
            && named
            && frame.owner.is_some()
            && target_behind.is_some_and(|known| known != preposition)
        {
            // "the stake of Boreal in Arden": the first owns it, the second is what it is part of.
            for (known, _) in roles.iter_mut().filter(|(known, _)| *known == Role::Target) {
                *known = frame.owner.unwrap_or(Role::Target);
            }
        }
        // "A bid from Boreal for the company": for whom it is made to.
        let known =
            |id| roles.iter().any(|(_, argument)| matches!(argument, Argument::Entity(other, _) if *other == id));
        let sold = match arguments.first() {
            Some(Argument::Entity(id, _)) => !known(*id),
            Some(Argument::Asset(_)) => true,
            _ => false,
        };
        let made_to = voice == Voice::Active || target_behind.is_some();
        let bid = frame.kind == FrameKind::TakeoverBid && made_to && target_behind != Some(preposition);
        if role == Role::Target && sold && bid {
            // "An offer to Cairn for Arden", "Cairn received a bid for Arden": whom it is made to owns what it is for.
            let party = |argument: &Argument| is_named(argument) || matches!(argument, Argument::Anaphor(_));
            for (known, _) in roles.iter_mut().filter(|(known, argument)| *known == role && party(argument)) {
                *known = Role::Seller;
            }
        }
        if role == Role::Target && named {
            target_behind = Some(preposition);
        }
        // "the sale of Cairn's paper unit"
        let owner = frame.owner.filter(|owner| role == Role::Target && !knows(&roles, *owner));
        let whose = pieces.owner(at + 1).filter(|owner| pieces.is_possessive(owner));
        if let (Some(owner), Some(whose)) = (owner, whose) {
            roles.push((owner, whose));
        }
        let taken = roles.iter().any(|(known, argument)| *known == role && matches!(argument, Argument::Entity(..)));
        let explicit = voice == Voice::Noun && Some(role) == frame.subject;
        if explicit && named && role != Role::Partner && pieces.possessor(start).is_none() && !named_agent {
            // "the bid by X" beats the name that merely stands before the noun; "was backed by Y" behind it does not.
            named_agent = true;
            roles.retain(|(known, _)| *known != role);
        } else if taken && !matches!(role, Role::Partner | Role::Investor) {
            continue;
        }
        roles.extend(arguments.into_iter().map(|argument| (role, argument)));
    }
    let made = object.or((voice == Voice::Noun).then_some(start));
    if let Some(position) = made.filter(|_| frame.kind == FrameKind::JointVenture) {
        play_new(pieces, position, &mut roles);
    }
    let trigger = object.map_or(tokens, |position| {
        let other = object_tokens(pieces, position);
        TokenRange::new(tokens.start.min(other.start), tokens.end.max(other.end))
    });
    let trigger = if trigger.len() > 2 * NEAR { tokens } else { trigger };
    let conditional = tense == Some(Tense::Conditional) && forms.len() == 1;
    let status = if called_off.is_some() {
        called_off
    } else if conditional {
        Some((Status::Rumored, tokens))
    } else {
        let governed = governing_status(pieces, start, tokens, voice == Voice::Noun);
        governed.or_else(|| if voice == Voice::Noun { verdict(pieces, end) } else { None })
    };
    // "Mit Arden kauft Boreal den Marktführer."
    if let Some(named) = with.filter(|_| frame.object == Some(Role::Target) && frame.subject == Some(Role::Acquirer))
        && roles.iter().all(|(role, argument)| *role != Role::Target || !is_named(argument))
    {
        roles.retain(|(role, _)| *role != Role::Target);
        roles.push((Role::Target, named));
    }
    missing::fill(pieces, frame, &Site { voice, start, end, object }, &mut roles);
    // "Desembolsará 3 millones.": who was told of before, where something is said of the deal.
    let dropped = opens && !roles.is_empty();
    let elided = frame.subject.filter(|role| {
        let known = knows(&roles, *role);
        // "The purchase of Arden by Boreal" lacks nothing; "the purchase of Arden" is somebody's.
        let told = voice == Voice::Active || (voice == Voice::Noun && !frame.weak);
        !known && told && (dropped || pieces.has_definite(start, voice == Voice::Noun))
    });
    let words = TokenRange::new(pieces.list[helped_from(pieces, start, tense)].tokens.start, tokens.end);
    // "ha comprato", "è passata a", "è stata comprata"
    let done = helpers.have || helpers.be && (voice == Voice::Active || helpers.compound) && pieces.is_done(start);
    let perfect = done && forms.contains(&PARTICIPLE) && !only_agrees(pieces, tokens);
    Some(FrameMatch { frame, trigger, words, voice, tense, perfect, roles, status, elided })
}
