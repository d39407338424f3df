//! Where a clause begins whose verb stands at its end, and what in it belongs to other clauses.

use super::needed::object_before;
use super::{Argument, PieceKind, Pieces};
use crate::language::lexicon::schema::Role;
use crate::language::lexicon::{Frame, Function, Preposition, Tense};
use crate::text::{Case as Letters, TokenKind};

/// Adjectives between the article and the noun of who acts.
const ADJECTIVES: usize = 2;

/// The pieces of a clause before its verb.
#[derive(Debug, Clone)]
pub(super) struct Fields {
    first: usize,
    verb: usize,
    /// Clauses inside of it, from comma to comma.
    inner: Vec<(usize, usize)>,
    /// Whether another clause governs it.
    pub subordinate: bool,
    /// The comma behind the noun that it tells about.
    relative: Option<usize>,
    /// The comma behind the verb whose subject it shares: "plant, Arden zu übernehmen".
    pub control: Option<usize>,
}

/// What a relative pronoun is to the verb of its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// Either who acts or who is acted upon.
    Open,
    /// Who is acted upon.
    Object,
    /// What a preposition says.
    Governed(Preposition),
}

impl Fields {
    /// The clause whose verb stands at piece `verb`; `last` says that its finite verb is or follows that one, as in
    /// clauses that another governs.
    pub(super) fn before(pieces: &Pieces<'_>, verb: usize, last: bool) -> Self {
        let mut fields = Self { first: 0, verb, inner: Vec::new(), subordinate: false, relative: None, control: None };
        let marked = pieces.is_marked_infinitive(verb) || pieces.is_marked_perfect(verb);
        let mut at = verb;
        while at > 0 {
            at -= 1;
            match pieces.list[at].kind {
                PieceKind::Break => {
                    fields.first = at + 1;
                    break;
                }
                PieceKind::Function(Function::Subordinator) => {
                    fields.first = at + 1;
                    fields.subordinate = true;
                    break;
                }
                // "plant Boreal, Arden zu übernehmen": what another verb governs.
                PieceKind::Comma if marked && pieces.follows_governor(at) => {
                    fields.first = at + 1;
                    break;
                }
                PieceKind::Comma if last && pieces.opens_relative(at) => {
                    fields.first = at + 1;
                    fields.subordinate = true;
                    fields.relative = Some(at);
                    break;
                }
                PieceKind::Comma if pieces.closes_clause(at) => {
                    let opening = (0..at).rev().find(|&at| {
                        pieces.kind(at) == Some(PieceKind::Comma)
                            && (pieces.opens_relative(at) || pieces.opens_subordinate(at))
                    });
                    match opening {
                        Some(opening) => {
                            fields.inner.push((opening, at));
                            at = opening;
                        }
                        // "Wie Arden mitteilte, wurde …"
                        None => {
                            fields.first = at + 1;
                            break;
                        }
                    }
                }
                _ => {}
            }
        }
        fields
    }

    /// What stands behind the participle that opens a clause, from piece `first` on, with its auxiliary: "Gekauft *hat Arden
    /// der Händler Boreal*".
    pub(super) fn behind(pieces: &Pieces<'_>, first: usize) -> Self {
        let ends = |at: &usize| {
            use Function::{Relative, Subordinator};
            matches!(
                pieces.list[*at].kind,
                PieceKind::Comma | PieceKind::Break | PieceKind::Function(Subordinator | Relative)
            )
        };
        let end = (first..pieces.list.len()).find(ends).unwrap_or(pieces.list.len());
        Self { first, verb: end, inner: Vec::new(), subordinate: false, relative: None, control: None }
    }

    /// Notes whose subject an infinitive shares that a verb before the comma governs.
    pub(super) fn find_control(&mut self, pieces: &Pieces<'_>, tense: Tense) {
        let comma = self.first.checked_sub(1).filter(|&at| pieces.kind(at) == Some(PieceKind::Comma));
        let done = tense == Tense::Participle && pieces.is_marked_perfect(self.verb);
        let marked = (tense == Tense::Infinitive || done) && !self.subordinate;
        self.control = comma.filter(|_| marked);
    }

    /// Whether a verb of saying governs it: "teilt mit, *dass* es Arden kauft".
    pub(super) fn is_said(&self, pieces: &Pieces<'_>) -> bool {
        self.subordinate && self.first.checked_sub(1).is_some_and(|at| pieces.is_that(at))
    }

    /// The position of its first piece.
    pub(super) fn first(&self) -> usize {
        self.first
    }

    /// The positions of its own pieces.
    pub(super) fn positions(&self) -> impl DoubleEndedIterator<Item = usize> + '_ {
        (self.first..self.verb).filter(|at| !self.inner.iter().any(|(first, last)| (*first..=*last).contains(at)))
    }

    /// The positions before a relative clause where the noun stands that it tells about.
    pub(super) fn noun_before(&self, pieces: &Pieces<'_>) -> Option<std::ops::Range<usize>> {
        let comma = self.relative?;
        let ends = |at: &usize| matches!(pieces.list[*at].kind, PieceKind::Comma | PieceKind::Break);
        let first = (0..comma).rev().take(super::trigger::NEAR).take_while(|at| !ends(at)).last()?;
        Some(first..comma)
    }

    /// The name that a relative clause tells about, and what it is to its verb.
    pub(super) fn antecedent(&self, pieces: &Pieces<'_>) -> Option<(Argument, Case)> {
        let comma = self.relative?;
        let name = comma.checked_sub(1)?;
        let PieceKind::Entity(id) = pieces.kind(name)? else { return None };
        let argument = Argument::Entity(id, pieces.list[name].tokens);
        let case = match pieces.kind(comma + 1)? {
            PieceKind::Function(Function::Preposition(preposition)) if !pieces.is_article(comma + 1) => {
                Case::Governed(preposition)
            }
            _ if pieces.marks_object(comma + 1) => Case::Object,
            _ => Case::Open,
        };
        Some((argument, case))
    }
}

impl Pieces<'_> {
    /// Whether the comma at `comma` opens a clause about the noun before it: an article, or a preposition and one, with no
    /// noun phrase of its own.
    pub(super) fn opens_relative(&self, comma: usize) -> bool {
        let pronoun = |at: usize| {
            self.kind(at) == Some(PieceKind::Function(Function::Relative)) || self.is_article(at) && self.is_pronoun(at)
        };
        let preposition = |at: usize| {
            matches!(self.kind(at), Some(PieceKind::Function(Function::Preposition(_)))) && !self.is_article(at)
        };
        let noun = comma > 0
            && matches!(
                self.kind(comma - 1),
                Some(PieceKind::Entity(_) | PieceKind::Asset | PieceKind::Body | PieceKind::Word | PieceKind::Name)
            )
            && !self.is_small_word(comma - 1);
        // "eine Runde abgeschlossen, an der": the verb of the noun's own clause stands in between.
        let noun = noun || comma > 0 && self.is_small_word(comma - 1) && preposition(comma + 1);
        noun && (pronoun(comma + 1) || preposition(comma + 1) && pronoun(comma + 2)) && self.relative_closes(comma)
    }

    /// Whether a verb closes what the comma at `comma` opens.
    fn relative_closes(&self, comma: usize) -> bool {
        let ends = |at: &usize| matches!(self.list[*at].kind, PieceKind::Comma | PieceKind::Break);
        let end = (comma + 1..self.list.len()).find(ends).unwrap_or(self.list.len());
        let last = (comma + 1..end).rev().find(|&at| !matches!(self.list[at].kind, PieceKind::Mark | PieceKind::Close));
        last.is_some_and(|last| self.is_small_word(last) || self.is_auxiliary(last))
    }

    /// Whether the verb at `verb` is an infinitive with its mark: "zu kaufen", "einzusteigen".
    fn is_marked_infinitive(&self, verb: usize) -> bool {
        let mark = self.lexicon.grammar.infinitive_mark.as_str();
        let word = |at: usize| self.reading.document().folded(self.list[at].tokens.start);
        let before = verb.checked_sub(1).is_some_and(|before| word(before) == mark);
        let inside = || word(verb).find(mark).is_some_and(|at| at > 0);
        !mark.is_empty() && self.list.get(verb).is_some() && (before || inside())
    }

    /// Whether the participle at `verb` is that of an infinitive with its mark: "*gekauft* zu haben".
    fn is_marked_perfect(&self, verb: usize) -> bool {
        let mark = self.lexicon.grammar.infinitive_mark.as_str();
        let next = self.list.get(verb + 1).map(|piece| piece.tokens.start);
        let marked = next.is_some_and(|at| self.reading.document().folded(at) == mark);
        !mark.is_empty() && marked && self.kind(verb + 2) == Some(PieceKind::Function(Function::Have))
    }

    /// Whether a verb that governs others stands in the clause that the comma at `comma` closes.
    fn follows_governor(&self, comma: usize) -> bool {
        let ends = |at: &usize| matches!(self.list[*at].kind, PieceKind::Comma | PieceKind::Break);
        let governs = |at: usize| self.kind(at) == Some(PieceKind::Function(Function::Control));
        (0..comma).rev().take_while(|at| !ends(at)).any(governs)
    }

    /// Whether the comma at `comma` opens a clause that a subordinator brings in.
    fn opens_subordinate(&self, comma: usize) -> bool {
        self.kind(comma + 1) == Some(PieceKind::Function(Function::Subordinator))
    }

    /// Whether a verb stands right before the comma at `comma`.
    fn closes_clause(&self, comma: usize) -> bool {
        comma > 0 && (self.is_small_word(comma - 1) || self.is_auxiliary(comma - 1))
    }

    fn is_auxiliary(&self, at: usize) -> bool {
        matches!(self.kind(at), Some(PieceKind::Function(Function::Be | Function::Have | Function::Control)))
    }

    /// Whether the piece at `at` is a word without a capital.
    pub(super) fn is_small_word(&self, at: usize) -> bool {
        let token = self.reading.document().tokens().get(self.list[at].tokens.start);
        self.kind(at) == Some(PieceKind::Word)
            && token.is_some_and(|token| token.kind == TokenKind::Word && token.case == Letters::Lower)
    }

    /// Whether the word at `at` is written without a capital.
    pub(super) fn is_lower(&self, at: usize) -> bool {
        let token = self.reading.document().tokens().get(self.list[at].tokens.start);
        token.is_some_and(|token| token.case == Letters::Lower)
    }

    /// Whether the word at `at` can be an article, whatever else it can be.
    pub(super) fn is_article(&self, at: usize) -> bool {
        let Some(piece) = self.list.get(at) else { return false };
        let found = self.reading.longest(&self.lexicon.grammar.words, piece.tokens.start, self.tokens.end);
        piece.tokens.len() == 1 && found.is_some_and(|found| found.values.contains(&Function::Determiner))
    }

    /// Whether the article at `at` is also a relative pronoun.
    fn is_pronoun(&self, at: usize) -> bool {
        let start = self.list[at].tokens.start;
        self.reading.longest(&self.lexicon.grammar.relative_articles, start, start + 1).is_some()
    }

    /// Whether the article at `at` marks what is acted upon: "den".
    pub(super) fn marks_object(&self, at: usize) -> bool {
        let start = self.list[at].tokens.start;
        self.reading.longest(&self.lexicon.grammar.object_articles, start, start + 1).is_some()
    }

    /// Whether the preposition at `at`, with its article, says where something goes: "an die".
    pub(super) fn goes_toward(&self, at: usize) -> bool {
        self.reading.longest(&self.lexicon.grammar.toward, self.list[at].tokens.start, self.tokens.end).is_some()
    }

    /// The article of the noun phrase that ends in the name at `name`.
    fn article_of(&self, name: usize) -> Option<usize> {
        let inside = |at: &usize| {
            matches!(
                self.list[*at].kind,
                PieceKind::Word | PieceKind::Asset | PieceKind::Name | PieceKind::Mark | PieceKind::Body
            )
        };
        let first = (0..name).rev().take(super::arguments::MODIFIERS).take_while(inside).last().unwrap_or(name);
        first.checked_sub(1).filter(|&at| self.is_article(at))
    }

    /// Whether the article of the name at `name` says that it is acted upon.
    pub(super) fn is_object_by_article(&self, name: usize) -> bool {
        self.article_of(name).is_some_and(|article| self.marks_object(article))
    }

    /// Whether the article of the name at `name` says that something is given to it.
    pub(super) fn is_given_by_article(&self, name: usize) -> bool {
        self.article_of(name).is_some_and(|article| {
            let start = self.list[article].tokens.start;
            self.reading.longest(&self.lexicon.grammar.dative_articles, start, start + 1).is_some()
        })
    }

    /// The two objects behind the verb that ends before piece `end`: to whom something is given, and what: "überlässt
    /// *dem Händler Boreal Arden*".
    pub(super) fn two_objects(&self, end: usize) -> Option<(Vec<Argument>, Vec<Argument>)> {
        // "die Tochter Arden": the name, not the noun before it.
        let name = |at: usize| {
            let governed = matches!(self.kind(at), Some(PieceKind::Function(Function::Preposition(_))));
            let last = self.end_of_phrase(at).filter(|_| !governed)?;
            let named = self.kind(last - 1) == Some(PieceKind::Asset) && self.names(Some(last));
            Some(if named { last } else { last - 1 })
        };
        let first = name(self.behind_reflexive(end))?;
        let article = self.is_article(first + 1) && !self.is_genitive(first + 1);
        let second = match name(first + 1) {
            Some(second) => second,
            // "überlässt Boreal die Bühne": something that is no deal's.
            None if article && self.names(Some(first)) => {
                return Some((vec![self.entity(first)?], Vec::new()));
            }
            None => return None,
        };
        let sold = |at: usize| match self.kind(at)? {
            PieceKind::Asset => Some(Argument::Asset(self.list[at].tokens)),
            _ => self.entity(at),
        };
        let (given, object) = if self.is_given_by_article(second) { (second, first) } else { (first, second) };
        Some((vec![self.entity(given)?], vec![sold(object)?]))
    }

    /// What of the subject before the verb at `verb` its article marks as acted upon, taken out of it: "*Den Händler Arden*
    /// übernimmt", "*Dem Händler Boreal* gehört"; or the genitive of what the verb governs: "Das Angebot *der Boreal* lehnt".
    pub(super) fn take_fronted(
        &self,
        frame: &Frame,
        index: usize,
        verb: usize,
        subject: &mut Vec<Argument>,
    ) -> Vec<Argument> {
        let Some(Argument::Entity(_, name)) = subject.first() else { return Vec::new() };
        let name = self.position(name.start);
        let given = || frame.given.is_none() && frame.object == Some(Role::Acquirer) && self.is_given_by_article(name);
        if self.is_object_by_article(name) || given() {
            return std::mem::take(subject);
        }
        let own = |noun: usize| self.genitive_of(noun, name).is_some();
        if self.lexicon.grammar.verb_last
            && frame.needs_object
            && object_before(self, frame, index, verb).is_some_and(own)
        {
            subject.clear();
        }
        Vec::new()
    }

    /// Whether the name at `name` is the genitive of a body that acts for it: "der Vorstand *der Arden*".
    pub(super) fn has_body(&self, name: usize) -> bool {
        let article = self.article_of(name).filter(|&article| self.is_genitive(article));
        article.and_then(|article| article.checked_sub(1)).is_some_and(|at| self.kind(at) == Some(PieceKind::Body))
    }

    /// The names that prepositions bring in before the verb at piece `verb`: "*Bei Arden* steigt".
    pub(super) fn fronted_phrases(&self, verb: usize) -> Vec<(Preposition, Argument)> {
        self.governed_names(Fields::before(self, verb, false).positions())
    }

    /// The names at some positions that prepositions bring in.
    pub(super) fn governed_names(&self, positions: impl Iterator<Item = usize>) -> Vec<(Preposition, Argument)> {
        let governed = |at: usize| match self.list[at].kind {
            PieceKind::Entity(id) if !self.is_compounded(at) => {
                let (preposition, _) = self.governing_phrase(at)?;
                Some((preposition, Argument::Entity(id, self.list[at].tokens)))
            }
            _ => None,
        };
        positions.filter_map(governed).collect()
    }

    /// Whether the name at `name` has an article, and whether that is one of who acts: "*der* Händler Arden".
    pub(super) fn leading_article(&self, name: usize) -> Option<bool> {
        self.article_of(name).map(|article| self.leads_actor(article))
    }

    /// Whether the article at `at` is that of who acts, as the noun behind it tells: "*der* britische Händler", but "der
    /// Tochter".
    fn leads_actor(&self, at: usize) -> bool {
        let word = |at: usize| self.reading.document().folded(self.list[at].tokens.end - 1);
        let adjectives = (at + 1..self.list.len()).take(ADJECTIVES);
        let noun = at + 1 + adjectives.take_while(|&at| self.is_small_word(at) && word(at).ends_with('e')).count();
        self.is_article(at)
            && self.is_pronoun(at)
            && self.is_genitive(at)
            && matches!(self.kind(noun), Some(PieceKind::Word | PieceKind::Asset | PieceKind::Body))
            && self.lexicon.grammar.acting_nouns.close(word(noun), 0)
    }

    /// Whether the article behind the verb that ends before piece `end` says that who acts follows it: "Die Firma Arden kauft
    /// *der Händler* Boreal".
    pub(super) fn actor_follows(&self, end: usize) -> bool {
        let from = self.behind_reflexive(end);
        self.leads_actor(from) || self.leads_actor(self.behind_phrases(from))
    }

    /// The piece behind the reflexive pronoun that may stand at `at`.
    pub(super) fn behind_reflexive(&self, at: usize) -> usize {
        let reflexive = self.kind(at) == Some(PieceKind::Function(Function::Reflexive));
        at + usize::from(reflexive && self.lexicon.grammar.verb_last)
    }

    /// Whether the name at `name` is the genitive of the noun before its article: "die Tochter *der Arden*".
    pub(super) fn is_owner(&self, name: usize) -> bool {
        let genitive = |at: usize| {
            let found = self.reading.longest(&self.lexicon.grammar.words, self.list[at].tokens.start, self.tokens.end);
            found.is_some_and(|found| {
                found.values.iter().any(|value| matches!(value, Function::Preposition(_)))
                    && found.values.contains(&Function::Determiner)
            })
        };
        let noun = |at: usize| {
            matches!(self.list[at].kind, PieceKind::Asset | PieceKind::Body | PieceKind::Entity(_))
                || self.kind(at) == Some(PieceKind::Word) && !self.is_small_word(at)
        };
        let owns = |article: &usize| *article > 0 && genitive(*article) && !self.leads_actor(*article);
        let article = self.article_of(name).filter(owns);
        article.is_some_and(|article| noun(article - 1))
    }

    /// The article in the genitive of the name at `name`, that belongs to the noun before it: "das Werk *der* Arden".
    pub(super) fn genitive_article(&self, name: usize) -> Option<usize> {
        self.article_of(name).filter(|&article| self.is_genitive(article) && !self.leads_actor(article))
    }

    /// Whether the noun at `noun` is the share at `at` or measures it: "51 Prozent der Arden-*Anteile*".
    pub(super) fn shares(&self, noun: usize, at: usize) -> bool {
        let words = |at: usize| {
            let start = self.list.get(at)?.tokens.start;
            self.reading.longest(&self.lexicon.deals.objects, start, self.tokens.end).map(|_| ())
        };
        noun < at && words(at).is_some() && matches!(self.list[noun].kind, PieceKind::Percentage(_))
    }
}
