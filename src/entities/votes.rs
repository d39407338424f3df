//! What kind of thing a name is, by all that speaks for each kind.

use crate::mentions::{Hint, Kind, Rule};

use super::{EntityKind, OrganizationKind};

/// The sum of hints for each kind. A rule that speaks again counts for less each time: ten mentions after one verb are
/// not ten proofs.
#[derive(Debug, Clone, Default)]
pub(super) struct Votes {
    sums: [f32; Kind::ALL.len()],
    /// For each kind of organization, in the order of its values.
    organizations: [f32; ORGANIZATIONS.len()],
    /// What of each sum is a guess of the tagger.
    guessed: [f32; Kind::ALL.len()],
    /// What of the sum for a company is there for every name.
    capital: f32,
    /// What of it only its part in a deal says.
    deals: f32,
    seen: Vec<(Rule, Kind, u16)>,
}

impl Votes {
    pub(super) fn add(&mut self, hint: &Hint) {
        let count = match self.seen.iter_mut().find(|(rule, kind, _)| *kind == hint.kind && *rule == hint.rule) {
            Some((_, _, count)) => {
                *count = count.saturating_add(1);
                *count
            }
            None => {
                self.seen.push((hint.rule.clone(), hint.kind, 1));
                1
            }
        };
        let weight = hint.weight / f32::from(count);
        self.sums[hint.kind as usize] += weight;
        if hint.rule == Rule::GUESSED {
            self.guessed[hint.kind as usize] += weight;
        } else if hint.rule == Rule::CAPITAL {
            self.capital += weight;
        } else if hint.rule.is_of_deals() {
            self.deals += weight;
        }
        if let Some(organization) = hint.organization {
            self.organizations[organization as usize] += weight;
        }
    }

    pub(super) fn give(&mut self, kind: Kind, weight: f32) {
        self.sums[kind as usize] += weight;
    }

    pub(super) fn join(&mut self, other: &Votes) {
        for (sum, more) in self.sums.iter_mut().zip(other.sums) {
            *sum += more;
        }
        for (guess, more) in self.guessed.iter_mut().zip(other.guessed) {
            *guess += more;
        }
        self.capital += other.capital;
        self.deals += other.deals;
        for (sum, more) in self.organizations.iter_mut().zip(other.organizations) {
            *sum += more;
        }
    }

    pub(super) fn of(&self, kind: Kind) -> f32 {
        self.sums[kind as usize]
    }

    /// What only its part in a deal says for a company.
    pub(super) fn deals(&self) -> f32 {
        self.deals
    }

    pub(super) fn sums(&self) -> [f32; Kind::ALL.len()] {
        self.sums
    }

    /// The kind most speaks for, with the sum of what does.
    pub(super) fn best(&self) -> (Kind, f32) {
        let mut best = (Kind::Company, self.sums[0] + COMPANY);
        let left = if self.sums[0] - self.capital >= EVIDENCE { GUESS } else { 1.0 };
        for kind in Kind::ALL.into_iter().skip(1) {
            let guessed = self.guessed[kind as usize];
            let sum = self.sums[kind as usize] - guessed + left * guessed;
            if sum > best.1 {
                best = (kind, sum);
            }
        }
        best
    }

    pub(super) fn total(&self) -> f32 {
        self.sums.iter().sum()
    }

    /// The kind as entities have it; `None` for what is none.
    pub(super) fn kind(&self) -> Option<EntityKind> {
        match self.best().0 {
            Kind::Company => Some(EntityKind::Company),
            Kind::Organization => Some(EntityKind::Organization(self.organization())),
            Kind::Person => Some(EntityKind::Person),
            Kind::Product => Some(EntityKind::Product),
            Kind::Place => Some(EntityKind::Place),
            Kind::Other => None,
        }
    }

    fn organization(&self) -> OrganizationKind {
        let mut best = (OrganizationKind::Other, 0.0);
        for (kind, sum) in ORGANIZATIONS.into_iter().zip(self.organizations) {
            if sum > best.1 {
                best = (kind, sum);
            }
        }
        best.0
    }
}

/// All kinds of organizations, in the order of their values.
const ORGANIZATIONS: [OrganizationKind; 11] = [
    OrganizationKind::Regulator,
    OrganizationKind::Government,
    OrganizationKind::University,
    OrganizationKind::Court,
    OrganizationKind::CentralBank,
    OrganizationKind::Union,
    OrganizationKind::Exchange,
    OrganizationKind::Media,
    OrganizationKind::BusinessUnit,
    OrganizationKind::Club,
    OrganizationKind::Other,
];

/// What must speak for a company so that a mere guess yields to it, and what is left of the guess.
const EVIDENCE: f32 = 1.4;
const GUESS: f32 = 0.6;

/// What a name in an article about deals is before anything speaks: a company rather than anything else.
const COMPANY: f32 = 0.2;
