//! What the filters look at, as bits of one number: ten thousand experiences are compared while a finger still rests
//! on the glass.

use shared::ids::{CollectivityId, ExperienceId};
use shared::lang::Lang;
use shared::records::ExperienceCard;
use shared::vocabulary::{ExperienceKind, Principle};
use std::ops::BitOr;

/// Every code of a region has two digits.
const REGIONS: u32 = 100;
const PRINCIPLES_FROM: u32 = REGIONS;
const KINDS_FROM: u32 = PRINCIPLES_FROM + bits(Principle::ALL.len());
const LANGUAGES_FROM: u32 = KINDS_FROM + bits(ExperienceKind::ALL.len());
const MARKED_AT: u32 = LANGUAGES_FROM + bits(Lang::ALL.len());
/// How many choices there are in all groups.
const CHOICES: u32 = MARKED_AT + 1;
const _: () = assert!(CHOICES <= u128::BITS, "every choice has a bit of its own");

/// The bits of each group.
const GROUPS: [u128; 5] = [
    span(0, PRINCIPLES_FROM),
    span(PRINCIPLES_FROM, KINDS_FROM),
    span(KINDS_FROM, LANGUAGES_FROM),
    span(LANGUAGES_FROM, MARKED_AT),
    span(MARKED_AT, CHOICES),
];

/// What its card says of a published experience to the filters, before its region and the reader's marks are added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Published {
    /// Which one.
    pub id: ExperienceId,
    /// Whose it is.
    pub collectivity: CollectivityId,
    pub(crate) facets: Facets,
}

impl Published {
    /// Reads a card.
    #[must_use]
    pub fn of(card: &ExperienceCard) -> Self {
        Self {
            id: card.id,
            collectivity: card.collectivity,
            facets: Facets::all(card.principles.iter().copied().map(Facets::principle))
                | Facets::all(card.languages.iter().copied().map(Facets::language))
                | Facets::kind(card.kind),
        }
    }
}

/// Choices of the filters: those that an experience answers to, or those that are on. Each is one bit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Facets(u128);

impl Facets {
    /// A principle that is served.
    pub(crate) fn principle(one: Principle) -> Self {
        Self::at(PRINCIPLES_FROM, Principle::ALL, one)
    }

    /// A region, by its code; nothing for what is no code.
    pub(crate) fn region(code: &str) -> Self {
        let is_code = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_digit());
        let number = code.parse::<u32>().ok().filter(|_| is_code);
        Self(number.map_or(0, |number| 1 << number))
    }

    /// A type.
    pub(crate) fn kind(one: ExperienceKind) -> Self {
        Self::at(KINDS_FROM, ExperienceKind::ALL, one)
    }

    /// A language that it can be read in.
    pub(crate) fn language(one: Lang) -> Self {
        Self::at(LANGUAGES_FROM, &Lang::ALL, one)
    }

    /// Marked by the reader, or not.
    pub(crate) fn marked(is_marked: bool) -> Self {
        Self(u128::from(is_marked) << MARKED_AT)
    }

    /// All of these together.
    pub(crate) fn all(each: impl IntoIterator<Item = Self>) -> Self {
        each.into_iter().fold(Self::default(), BitOr::bitor)
    }

    fn at<T: PartialEq>(from: u32, all: &[T], one: T) -> Self {
        let position = all.iter().position(|known| *known == one);
        Self(position.map_or(0, |position| 1 << (from + bits(position))))
    }

    /// Whether an experience gets through these. An empty group lets everything through; within a group one match is
    /// enough.
    pub(crate) fn let_through(self, experience: Self) -> bool {
        self.missed(experience).next().is_none()
    }

    /// The same with this choice alone in its group.
    pub(crate) fn only(self, choice: Self) -> Self {
        let group = GROUPS
            .into_iter()
            .find(|group| group & choice.0 != 0)
            .unwrap_or(0);
        Self(self.0 & !group | choice.0)
    }

    /// The groups that keep an experience out.
    fn missed(self, experience: Self) -> impl Iterator<Item = u128> {
        GROUPS
            .into_iter()
            .filter(move |group| self.0 & group != 0 && self.0 & experience.0 & group == 0)
    }

    fn positions(self) -> impl Iterator<Item = usize> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let position = (rest != 0).then(|| rest.trailing_zeros() as usize)?;
            rest &= rest - 1;
            Some(position)
        })
    }
}

impl BitOr for Facets {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// How many experiences each choice leaves beside the choices that are on in the other groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Counts(Vec<usize>);

impl Counts {
    /// Counts for all choices in one pass: an experience that only one group keeps out still counts for the other
    /// choices of that group.
    pub(crate) fn of(wanted: Facets, experiences: impl IntoIterator<Item = Facets>) -> Self {
        let mut counts = vec![0; CHOICES as usize];
        for one in experiences {
            let mut missed = wanted.missed(one);
            let counted = match (missed.next(), missed.next()) {
                (None, _) => one,
                (Some(group), None) => Facets(one.0 & group),
                (Some(_), Some(_)) => continue,
            };
            for position in counted.positions() {
                if let Some(count) = counts.get_mut(position) {
                    *count += 1;
                }
            }
        }
        Self(counts)
    }

    /// What this choice leaves.
    pub(crate) fn left_by(&self, choice: Facets) -> usize {
        choice
            .positions()
            .filter_map(|position| self.0.get(position))
            .sum()
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a list of words has a handful of them"
)]
const fn bits(count: usize) -> u32 {
    count as u32
}

const fn span(from: u32, to: u32) -> u128 {
    ((1 << (to - from)) - 1) << from
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A mixture that is the same on every run.
    fn mixture() -> Vec<Facets> {
        let mut state: u64 = 2026;
        let mut chance = move |below: u64| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) % below
        };
        (0..600)
            .map(|_| {
                let region = format!("{:02}", chance(14));
                let principles = chance(1 << Principle::ALL.len());
                let languages = chance(1 << Lang::ALL.len());
                let kind = ExperienceKind::ALL[usize::try_from(chance(2)).unwrap()];
                Facets::all(chosen(Principle::ALL, principles).map(Facets::principle))
                    | Facets::all(chosen(&Lang::ALL, languages).map(Facets::language))
                    | Facets::region(if region == "13" { "" } else { &region })
                    | Facets::kind(kind)
                    | Facets::marked(chance(5) == 0)
            })
            .collect()
    }

    fn chosen<T: Copy>(all: &[T], which: u64) -> impl Iterator<Item = T> {
        all.iter()
            .enumerate()
            .filter(move |(position, _)| which >> position & 1 == 1)
            .map(|(_, one)| *one)
    }

    fn choices() -> Vec<Facets> {
        (0..REGIONS)
            .map(|number| Facets::region(&format!("{number:02}")))
            .chain(Principle::ALL.iter().copied().map(Facets::principle))
            .chain(ExperienceKind::ALL.iter().copied().map(Facets::kind))
            .chain(Lang::ALL.map(Facets::language))
            .chain([Facets::marked(true)])
            .collect()
    }

    #[test]
    fn every_choice_has_a_bit_of_its_own() {
        let choices = choices();
        assert_eq!(choices.len(), CHOICES as usize);
        assert_eq!(Facets::all(choices.clone()).positions().count(), choices.len());
        assert!(choices.iter().all(|one| one.positions().count() == 1));
        for nonsense in ["", "1", "108", "+8", "٠٨"] {
            assert_eq!(Facets::region(nonsense), Facets::default(), "{nonsense}");
        }
    }

    #[test]
    fn one_pass_counts_what_counting_each_choice_by_itself_does() {
        let all = mixture();
        let choices = choices();
        // What is on: nothing, and what some experiences answer to, which has every group in it at times.
        let wanted = all.iter().copied().take(40).flat_map(|one| {
            let every_second = Facets(one.0 & 0x5555_5555_5555_5555_5555_5555_5555_5555);
            [
                one,
                every_second,
                Facets(one.0 & !GROUPS[0]),
                Facets(one.0 & GROUPS[1]),
            ]
        });
        for wanted in wanted.chain([Facets::default()]) {
            let counts = Counts::of(wanted, all.iter().copied());
            for choice in &choices {
                let beside = wanted.only(*choice);
                let left = all.iter().filter(|one| beside.let_through(**one)).count();
                assert_eq!(counts.left_by(*choice), left, "{wanted:?} beside {choice:?}");
            }
        }
    }
}
