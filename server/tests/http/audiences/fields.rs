//! The names of the fields of a type that serde reads.

use serde::de::{Deserialize, Deserializer, Visitor};
use serde::forward_to_deserialize_any;
use shared::records::*;
use shared::row::Kind;
use std::fmt;

/// The names of all fields of a kind's body, whether or not an example has them.
pub(super) fn fields_of(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Collectivity => fields::<Collectivity>(),
        Kind::ModuleCard => fields::<ModuleCard>(),
        Kind::Module => fields::<Module>(),
        Kind::Lesson => fields::<Lesson>(),
        Kind::Quiz => fields::<Quiz>(),
        Kind::Edition => fields::<Edition>(),
        Kind::ModuleDraft => fields::<ModuleDraft>(),
        Kind::DraftText => fields::<DraftText>(),
        Kind::LessonProgress => fields::<LessonProgress>(),
        Kind::Attempt => fields::<Attempt>(),
        Kind::Certificate => fields::<Certificate>(),
        Kind::TrainingRecord => fields::<TrainingRecord>(),
        Kind::ExperienceCard => fields::<ExperienceCard>(),
        Kind::Experience => fields::<Experience>(),
        Kind::Review => fields::<Review>(),
        Kind::Comment => fields::<Comment>(),
        Kind::Reuse => fields::<Reuse>(),
        Kind::Bookmark => fields::<Bookmark>(),
        Kind::Person => fields::<Person>(),
        Kind::PersonCard => fields::<PersonCard>(),
        Kind::Invitation => fields::<Invitation>(),
        Kind::Recovery => fields::<Recovery>(),
        Kind::Report => fields::<Report>(),
    }
}

fn fields<'de, T: Deserialize<'de> + fmt::Debug>() -> &'static [&'static str] {
    T::deserialize(Names).unwrap_err().0
}

/// Reads nothing: what asks it for a struct is answered with the names of the fields that it asked for.
struct Names;

#[derive(Debug)]
struct Asked(&'static [&'static str]);

impl fmt::Display for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0)
    }
}

impl std::error::Error for Asked {}

impl serde::de::Error for Asked {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self(&[])
    }
}

impl<'de> Deserializer<'de> for Names {
    type Error = Asked;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Asked> {
        Err(Asked(&[]))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Asked> {
        Err(Asked(fields))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}
