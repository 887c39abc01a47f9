//! Identifiers, one type per kind of thing, so that a person's id can never be passed for a module's.
//!
//! Every id is a UUID. People and devices make version 7 (ordered by time); imported content derives
//! version 5 from its slug, so that importing the same folder twice meets the same rows.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// The namespace of ids derived from names. Random once, constant for ever.
const NAMESPACE: Uuid = Uuid::from_u128(0x6d75_6c74_6171_4a61_8f2e_0c1d_5b7a_9e33);

/// Makes a version 7 UUID from a time and ten random bytes, both brought by the caller.
///
/// `unix_ms` is milliseconds since 1970 UTC; only its low 48 bits are kept, as RFC 9562 asks.
#[must_use]
pub fn uuid_v7(unix_ms: u64, random: [u8; 10]) -> Uuid {
    uuid::Builder::from_unix_timestamp_millis(unix_ms, &random).into_uuid()
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident = $kind:literal),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// Makes an id from a time in milliseconds since 1970 UTC and ten random bytes.
            #[must_use]
            pub fn new(unix_ms: u64, random: [u8; 10]) -> Self {
                Self(uuid_v7(unix_ms, random))
            }

            /// Derives the id of imported content from the name that is unique to it, such as its slug.
            #[must_use]
            pub fn from_name(name: &str) -> Self {
                Self(Uuid::new_v5(&NAMESPACE, format!("{}:{name}", $kind).as_bytes()))
            }

            /// The bare UUID, for keys and addresses.
            #[must_use]
            pub fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}:{}", $kind, self.0)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, uuid::Error> {
                Uuid::from_str(text).map(Self)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Uuid {
                id.0
            }
        }
    )*};
}

ids! {
    /// A region, prefecture, province or commune.
    CollectivityId = "collectivity",
    /// Somebody with an account.
    PersonId = "person",
    /// A training module.
    ModuleId = "module",
    /// One lesson of a module.
    LessonId = "lesson",
    /// One question of a module that is being written.
    QuestionId = "question",
    /// One choice, item or pair of such a question.
    PartId = "part",
    /// One edition of a module, or one correction of it.
    EditionId = "edition",
    /// A good practice or an openness project, from draft to archive.
    ExperienceId = "experience",
    /// One comment under an experience.
    CommentId = "comment",
    /// One collectivity saying that it reused an experience.
    ReuseId = "reuse",
    /// One sitting of a quiz.
    AttemptId = "attempt",
    /// A certificate of completion.
    CertificateId = "certificate",
    /// An invitation to open an account.
    InvitationId = "invitation",
    /// A link with which somebody sets a forgotten password anew.
    RecoveryId = "recovery",
    /// A report that some content should be looked at.
    ReportId = "report",
    /// One intent of a person, unique for ever.
    MutationId = "mutation",
    /// One replica: a browser profile of one person.
    DeviceId = "device",
    /// One life of the server's database; renewed by every restore.
    Epoch = "epoch",
}

impl LessonId {
    /// The id of the lesson `lesson_slug` of the module `module_slug`.
    #[must_use]
    pub fn of_module(module_slug: &str, lesson_slug: &str) -> Self {
        Self::from_name(&format!("{module_slug}/{lesson_slug}"))
    }
}

impl PersonId {
    /// Who a visitor is in predictions on their own device. No account ever has this id.
    pub const VISITOR: Self = Self(Uuid::nil());

    /// The id of the row that tells a focal point how far this person is in `module`.
    #[must_use]
    pub fn training_row(self, module: ModuleId) -> Uuid {
        Uuid::new_v5(&self.0, module.0.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_make_the_same_id_again_and_kinds_do_not_mix() {
        assert_eq!(
            ModuleId::from_name("first-30-days"),
            ModuleId::from_name("first-30-days")
        );
        assert_ne!(
            ModuleId::from_name("a").uuid(),
            ExperienceId::from_name("a").uuid()
        );
    }

    #[test]
    fn version_7_ids_sort_by_time() {
        assert!(CommentId::new(1_000, [9; 10]) < CommentId::new(1_001, [0; 10]));
    }
}
