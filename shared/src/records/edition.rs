use crate::ids::{EditionId, ModuleId};
use crate::lang::Translated;
use crate::records::{Author, Lesson, LessonHead, Module, ModuleCard, Quiz};
use crate::time::Timestamp;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// Which edition of a module, and which of its corrections: 2.1 is the first correction of the second edition.
///
/// Rows and changes from before there were editions name none: they mean the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EditionNumber {
    /// The edition, from 1. Attempts and certificates of one edition count for each other.
    pub edition: u32,
    /// The correction, 0 for the edition as it came out.
    pub correction: u32,
}

impl EditionNumber {
    /// 1.0, which everything means that names no edition.
    pub const FIRST: Self = Self {
        edition: 1,
        correction: 0,
    };

    /// Whether this is 1.0.
    #[must_use]
    pub fn is_first(&self) -> bool {
        *self == Self::FIRST
    }

    /// The number of the next correction.
    #[must_use]
    pub const fn corrected(self) -> Self {
        Self {
            correction: self.correction.saturating_add(1),
            ..self
        }
    }

    /// The number of the next edition.
    #[must_use]
    pub const fn renewed(self) -> Self {
        Self {
            edition: self.edition.saturating_add(1),
            correction: 0,
        }
    }
}

impl Default for EditionNumber {
    fn default() -> Self {
        Self::FIRST
    }
}

impl fmt::Display for EditionNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.edition, self.correction)
    }
}

/// The text names no edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an edition is written as its number, a dot, and the number of its correction")]
pub struct NoEditionNumber;

impl FromStr for EditionNumber {
    type Err = NoEditionNumber;

    fn from_str(text: &str) -> Result<Self, NoEditionNumber> {
        let (edition, correction) = text.split_once('.').ok_or(NoEditionNumber)?;
        let number = |digits: &str| digits.parse::<u32>().map_err(|_| NoEditionNumber);
        let number = Self {
            edition: number(edition)?,
            correction: number(correction)?,
        };
        if number.edition > 0 && number.to_string() == text {
            Ok(number)
        } else {
            Err(NoEditionNumber)
        }
    }
}

impl Serialize for EditionNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for EditionNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// Where an edition stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EditionState {
    /// What is taught now.
    Live,
    /// A later edition or correction took its place. What it asks for a certificate still counts.
    Past,
    /// It says something that is wrong: nobody gets a certificate for it any more. Those that were issued stand.
    Withdrawn,
}

/// What one edition, or one correction of it, is. Row: `module:M`, for good; only its state changes. Its texts are in
/// `edition:E`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// Derived from module and number; also the E of its scope.
    pub id: EditionId,
    /// The module.
    pub module: ModuleId,
    /// Which.
    pub number: EditionNumber,
    /// When it came out on this hub.
    pub published: Timestamp,
    /// Where it stands.
    pub state: EditionState,
    /// Its title.
    pub title: Translated,
    /// Its estimated length, in minutes.
    pub minutes: u32,
    /// Its lessons, in order: all of them are asked for its certificate.
    pub lessons: Vec<LessonHead>,
    /// What is wrong in it, in the words of who withdrew it.
    #[serde(default, skip_serializing_if = "Translated::is_empty")]
    pub reason: Translated,
    /// What is different from what came out before, in the words of who published it.
    #[serde(default, skip_serializing_if = "Translated::is_empty")]
    pub what: Translated,
    /// Who wrote it here; nobody for what a library brought.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub writers: Vec<Author>,
    /// Who read it before it came out, and wrote nothing in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reader: Option<Author>,
}

impl Edition {
    /// The edition that a module is today.
    #[must_use]
    pub fn of(card: &ModuleCard) -> Self {
        Self {
            id: EditionId::of_module(card.id, card.edition),
            module: card.id,
            number: card.edition,
            published: card.updated,
            state: EditionState::Live,
            title: card.title.clone(),
            minutes: card.minutes,
            lessons: card.lessons.clone(),
            reason: Translated::default(),
            what: Translated::default(),
            writers: Vec::new(),
            reader: None,
        }
    }
}

/// A module with everything that belongs to it, from whatever rows or files it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WholeModule {
    /// What a catalogue shows.
    pub card: ModuleCard,
    /// What its page needs.
    pub module: Module,
    /// The lessons, in order.
    pub lessons: Vec<Lesson>,
    /// The final quiz.
    pub quiz: Quiz,
}

impl EditionId {
    /// The id of this edition, or of this correction of it.
    #[must_use]
    pub fn of_module(module: ModuleId, number: EditionNumber) -> Self {
        Self(Uuid::new_v5(&module.0, number.to_string().as_bytes()))
    }
}

impl ModuleId {
    /// The id of the row that holds the quiz of an edition. All corrections of an edition have one quiz: what is right
    /// in it never changes. The first edition's has the module's own id, as it had before there were editions.
    #[must_use]
    pub fn quiz_row(self, number: EditionNumber) -> Uuid {
        match number.edition {
            1 => self.0,
            edition => Uuid::new_v5(&self.0, format!("quiz {edition}").as_bytes()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[rstest::rstest]
    #[case("1.0", Some((1, 0)))]
    #[case("12.3", Some((12, 3)))]
    #[case("0.1", None)]
    #[case("1", None)]
    #[case("1.", None)]
    #[case("01.0", None)]
    #[case("+1.0", None)]
    #[case("1.0.0", None)]
    #[case("99999999999.0", None)]
    fn a_number_is_read_in_one_way(#[case] text: &str, #[case] read: Option<(u32, u32)>) {
        let number: Option<EditionNumber> = text.parse().ok();
        assert_eq!(number.map(|number| (number.edition, number.correction)), read);
    }

    #[test]
    fn the_quiz_of_the_first_edition_is_where_earlier_versions_look() {
        let module = ModuleId::from_name("m");
        let number = |edition, correction| EditionNumber { edition, correction };
        assert_eq!(module.quiz_row(number(1, 4)), module.uuid());
        assert_eq!(module.quiz_row(number(2, 0)), module.quiz_row(number(2, 3)));
        assert_ne!(module.quiz_row(number(2, 0)), module.quiz_row(number(3, 0)));
    }
}
