use crate::api::refusal_words;
use crate::text;
use serde::{Deserialize, Serialize};
use shared::refusal::Refusal;

/// Why a change was not taken. What the person wrote stays where they wrote it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum NotSaved {
    /// The rules say no.
    Refused(Refusal),
    /// The device could not keep it: its storage is full or broken.
    Storage,
    /// The part of the app that keeps changes was never fetched, and there is no network to fetch it.
    Unprepared,
}

impl NotSaved {
    /// What happened and what to do, in the current language.
    pub(crate) fn words(&self) -> String {
        match self {
            Self::Refused(refusal) => refusal_words(refusal),
            Self::Storage => text!("error-storage"),
            Self::Unprepared => text!("error-unreachable"),
        }
    }

    /// The field that is refused, where it is one: the name of the mutation's field.
    pub(crate) fn field(&self) -> Option<&str> {
        match self {
            Self::Refused(refusal) => refusal.field.as_deref(),
            Self::Storage | Self::Unprepared => None,
        }
    }
}
