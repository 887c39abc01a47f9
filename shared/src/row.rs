//! Rows: what scopes hold and devices replicate.

use crate::ids::DeviceId;
use crate::json::{self, Malformed};
use crate::records::{
    Attempt, Bookmark, Certificate, Collectivity, Comment, DraftText, Edition, Experience, ExperienceCard,
    Invitation, Lesson, LessonProgress, Module, ModuleCard, ModuleDraft, Person, PersonCard, Quiz, Recovery,
    Report, Reuse, Review, TrainingRecord,
};
use crate::scope::Scope;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

/// The version of every row shape below. Raised together with a new golden file.
pub const ROW_SCHEMA: u16 = 1;

macro_rules! records {
    ($($(#[$doc:meta])* $kind:ident($type:ident) = $word:literal, id $id:expr;)*) => {
        /// The kind of a row this version knows.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind { $($(#[$doc])* $kind,)* }

        impl Kind {
            /// Every kind.
            pub const ALL: &'static [Self] = &[$(Self::$kind),*];

            /// The name on the wire and in keys.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$kind => $word,)* }
            }

            /// The kind whose name this is.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$kind),)* _ => None }
            }
        }

        /// The body of a row this version knows.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Record { $($(#[$doc])* $kind($type),)* }

        impl Record {
            /// Its kind.
            #[must_use]
            pub const fn kind(&self) -> Kind {
                match self { $(Self::$kind(_) => Kind::$kind,)* }
            }

            /// Its id within scope and kind.
            #[must_use]
            pub fn id(&self) -> Uuid {
                match self { $(Self::$kind(body) => { let id: fn(&$type) -> Uuid = $id; id(body) })* }
            }

            /// Its body as JSON.
            ///
            /// # Errors
            /// Never for the types above; the signature is that of the serialiser.
            pub fn to_value(&self) -> Result<Value, serde_json::Error> {
                match self { $(Self::$kind(body) => serde_json::to_value(body),)* }
            }

            /// Reads a body of a known kind.
            ///
            /// # Errors
            /// The JSON does not have the shape of this kind: it comes from a newer version and is kept raw.
            pub fn from_value(kind: Kind, body: Value) -> Result<Self, Malformed> {
                match kind { $(Kind::$kind => json::from_value(body).map(Self::$kind),)* }
            }
        }

        $(impl From<$type> for Record {
            fn from(body: $type) -> Self { Self::$kind(body) }
        }

        impl RecordType for $type {
            const KIND: Kind = Kind::$kind;
            fn of(record: &Record) -> Option<&Self> {
                match record { Record::$kind(body) => Some(body), _ => None }
            }
        })*
    };
}

/// A type that is the body of a row, so that callers can ask for rows by type.
pub trait RecordType: Sized + Clone + Into<Record> + DeserializeOwned + 'static {
    /// The kind of its rows.
    const KIND: Kind;
    /// The body, when the record is of this type.
    fn of(record: &Record) -> Option<&Self>;
}

records! {
    /// See [`Collectivity`].
    Collectivity(Collectivity) = "collectivity", id |r| r.id.uuid();
    /// See [`ModuleCard`].
    ModuleCard(ModuleCard) = "module-card", id |r| r.id.uuid();
    /// See [`Module`].
    Module(Module) = "module", id |r| r.id.uuid();
    /// See [`Lesson`].
    Lesson(Lesson) = "lesson", id |r| r.id.uuid();
    /// See [`Quiz`].
    Quiz(Quiz) = "quiz", id |r| r.module.quiz_row(r.edition);
    /// See [`Edition`].
    Edition(Edition) = "edition", id |r| r.id.uuid();
    /// See [`ModuleDraft`].
    ModuleDraft(ModuleDraft) = "module-draft", id |r| r.id.uuid();
    /// See [`DraftText`].
    DraftText(DraftText) = "draft-text", id DraftText::id;
    /// See [`LessonProgress`].
    LessonProgress(LessonProgress) = "lesson-progress", id |r| r.lesson.uuid();
    /// See [`Attempt`].
    Attempt(Attempt) = "attempt", id |r| r.id.uuid();
    /// See [`Certificate`].
    Certificate(Certificate) = "certificate", id |r| r.id.uuid();
    /// See [`TrainingRecord`].
    TrainingRecord(TrainingRecord) = "training-record", id |r| r.person.training_row(r.module);
    /// See [`ExperienceCard`].
    ExperienceCard(ExperienceCard) = "experience-card", id |r| r.id.uuid();
    /// See [`Experience`].
    Experience(Experience) = "experience", id |r| r.id.uuid();
    /// See [`Review`].
    Review(Review) = "review", id |r| r.experience.uuid();
    /// See [`Comment`].
    Comment(Comment) = "comment", id |r| r.id.uuid();
    /// See [`Reuse`].
    Reuse(Reuse) = "reuse", id |r| r.id.uuid();
    /// See [`Bookmark`].
    Bookmark(Bookmark) = "bookmark", id |r| r.experience.uuid();
    /// See [`Person`].
    Person(Person) = "person", id |r| r.id.uuid();
    /// See [`PersonCard`].
    PersonCard(PersonCard) = "person-card", id |r| r.id.uuid();
    /// See [`Invitation`].
    Invitation(Invitation) = "invitation", id |r| r.id.uuid();
    /// See [`Recovery`].
    Recovery(Recovery) = "recovery", id |r| r.id.uuid();
    /// See [`Report`].
    Report(Report) = "report", id |r| r.id.uuid();
}

/// Where a row is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RowKey {
    /// Whose audience it is written for.
    pub scope: Scope,
    /// Its kind, as text: a newer server may send kinds that this version does not know.
    pub kind: String,
    /// Its id.
    pub id: Uuid,
}

impl RowKey {
    /// The key of a row of a known kind.
    #[must_use]
    pub fn new(scope: Scope, kind: Kind, id: impl Into<Uuid>) -> Self {
        Self {
            scope,
            kind: kind.word().to_owned(),
            id: id.into(),
        }
    }

    /// The key that this record has in `scope`.
    #[must_use]
    pub fn of(scope: Scope, record: &Record) -> Self {
        Self::new(scope, record.kind(), record.id())
    }
}

/// A row as it travels and as devices keep it. `B` is the body: JSON that was read, or its text where a server only
/// hands it on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound(deserialize = "B: Deserialize<'de>"))]
pub struct Row<B = Value> {
    /// Its kind.
    pub kind: String,
    /// Its id.
    pub id: Uuid,
    /// The scope's head when it last changed: the only order there is.
    pub seq: u64,
    /// The version of its shape.
    #[serde(default = "first_schema")]
    pub schema: u16,
    /// The body; `None` says that the row was deleted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<B>,
}

const fn first_schema() -> u16 {
    1
}

impl<B> Row<B> {
    /// Whether this is a tombstone.
    #[must_use]
    pub const fn is_deleted(&self) -> bool {
        self.body.is_none()
    }
}

impl Row {
    /// The record, when this version knows the kind and the shape.
    #[must_use]
    pub fn record(&self) -> Option<Record> {
        let kind = Kind::from_word(&self.kind)?;
        Record::from_value(kind, self.body.clone()?).ok()
    }
}

/// A device's number for its own mutations, from 1 without gaps.
pub type DeviceCounter = u64;

/// One device's mutation, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeviceMutation {
    /// The device.
    pub device: DeviceId,
    /// Its number on that device.
    pub n: DeviceCounter,
}
