//! What readers leave at an experience: comments, "we reused this", marks and reports.

use super::Author;
use crate::ids::{CommentId, ExperienceId, ReportId, ReuseId};
use crate::lang::Lang;
use crate::time::Timestamp;
use crate::vocabulary::ReportReason;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// One comment. Row: `experience:E`. Merge: inserted once; removal keeps the place and drops the words and
/// the author.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comment {
    /// Made by the writer's device.
    pub id: CommentId,
    /// Under which experience.
    pub experience: ExperienceId,
    /// The comment it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<CommentId>,
    /// Who wrote it; the visitor's id without a name once removed.
    pub author: Author,
    /// The words; empty once removed.
    pub text: String,
    /// In which language they were written.
    pub lang: Lang,
    /// When, clamped.
    pub at: Timestamp,
    /// Whether it was taken away.
    #[serde(default)]
    pub removed: bool,
}

/// "We reused this". Row: `experience:E`. Merge: inserted once per collectivity, may be withdrawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reuse {
    /// Made by the writer's device.
    pub id: ReuseId,
    /// Which experience.
    pub experience: ExperienceId,
    /// Who says so; a partner has no collectivity.
    pub author: Author,
    /// What was done with it; may be empty.
    pub note: String,
    /// Language of the note.
    pub lang: Lang,
    /// When, clamped.
    pub at: Timestamp,
}

/// Who said that they reused an experience.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Voices {
    /// So many collectivities.
    pub collectivities: usize,
    /// So many people who spoke for none: partners, trainers, coordinators.
    pub others: usize,
}

impl Voices {
    /// Counts each collectivity and each other person once.
    #[must_use]
    pub fn of(reuses: &[Reuse]) -> Self {
        let collectivities: BTreeSet<_> = reuses
            .iter()
            .filter_map(|reuse| reuse.author.collectivity)
            .collect();
        let others: BTreeSet<_> = reuses
            .iter()
            .filter(|reuse| reuse.author.collectivity.is_none())
            .map(|reuse| reuse.author.person)
            .collect();
        Self {
            collectivities: collectivities.len(),
            others: others.len(),
        }
    }
}

/// Something a person wants to find again. Row: `person:P`. Merge: last server order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bookmark {
    /// The experience.
    pub experience: ExperienceId,
    /// When it was marked.
    pub at: Timestamp,
}

/// What is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "kebab-case", deny_unknown_fields)]
pub enum ReportTarget {
    /// A whole experience.
    Experience {
        /// Which.
        experience: ExperienceId,
    },
    /// One comment under an experience.
    Comment {
        /// Under which experience.
        experience: ExperienceId,
        /// Which comment.
        comment: CommentId,
    },
}

crate::tagged!(ReportTarget, "what");

/// What an administrator did about a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Resolution {
    /// The content stays.
    Kept,
    /// The comment was removed or the experience archived.
    Removed,
}

/// A report. Row: `administration`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Made by the reporter's device.
    pub id: ReportId,
    /// What is reported.
    pub target: ReportTarget,
    /// Why.
    pub reason: ReportReason,
    /// Own words; may be empty.
    pub note: String,
    /// Who reported.
    pub by: Author,
    /// When, clamped.
    pub at: Timestamp,
    /// What was done about it, once something was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolution: Option<Resolution>,
    /// The comment as it was when a decision took it away: for an appeal, the coordinators still know whose words were
    /// removed and which.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub removed_comment: Option<Comment>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{CollectivityId, PersonId};

    #[test]
    fn a_partner_is_no_collectivity_and_each_voice_counts_once() {
        let voices = [
            ("amina", Some("tinghir")),
            ("brahim", Some("tinghir")),
            ("driss", Some("agadir")),
            ("claire", None),
            ("claire", None),
        ];
        let reuses = voices.map(|(person, place)| Reuse {
            id: ReuseId::from_name(person),
            experience: ExperienceId::from_name("well"),
            author: Author {
                person: PersonId::from_name(person),
                name: person.to_owned(),
                collectivity: place.map(CollectivityId::from_name),
            },
            note: String::new(),
            lang: Lang::Fr,
            at: Timestamp(1),
        });
        let expected = Voices {
            collectivities: 2,
            others: 1,
        };
        assert_eq!(Voices::of(&reuses), expected);
        assert_eq!(Voices::of(&[]), Voices::default());
    }
}
