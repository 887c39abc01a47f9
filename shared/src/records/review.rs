use super::{Author, Change, Decision, ExperienceContent};
use crate::ids::ExperienceId;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// What the author and the focal points know of an experience that its readers do not, kept once it was published.
/// Rows: `focal:C`, and `person:P` of the author where somebody here wrote it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// The experience.
    pub experience: ExperienceId,
    /// Goes up by one with every change of this row.
    pub revision: u32,
    /// The last decision of a focal point.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
    /// Small corrections that are public and that no focal point has looked at yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction: Option<Correction>,
    /// When a focal point last changed the published text themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revised: Option<Touch>,
    /// What the author wants to change in the published text, while it waits or after it was returned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposal: Option<Proposal>,
}

/// Who did something, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Touch {
    /// Who.
    pub by: Author,
    /// When.
    pub at: Timestamp,
}

/// Small corrections, all since a focal point last looked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The text as a focal point last saw it.
    pub before: ExperienceContent,
    /// The last one.
    pub last: Touch,
}

/// A revision of a published text that readers do not see. Merge: as a text, by `number`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proposal {
    /// The revision of the [`Review`] in which it was last written; goes up with each change of the proposal.
    pub number: u32,
    /// What would change in the published text, a field at most once.
    pub changes: Vec<Change>,
    /// The last change of it.
    pub last: Touch,
    /// Why it was returned; `None` while it waits for a focal point.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub returned: Option<Decision>,
}

impl Review {
    /// The row of an experience of which nothing is known yet.
    #[must_use]
    pub const fn of(experience: ExperienceId) -> Self {
        Self {
            experience,
            revision: 0,
            decision: None,
            correction: None,
            revised: None,
            proposal: None,
        }
    }

    /// The proposal that waits for a focal point.
    #[must_use]
    pub fn waiting(&self) -> Option<&Proposal> {
        self.proposal
            .as_ref()
            .filter(|proposal| proposal.returned.is_none())
    }

    /// Whether a focal point has something to decide or to look at.
    #[must_use]
    pub fn asks_focal_point(&self) -> bool {
        self.last_touch().is_some()
    }

    /// By whom and when what a focal point has to look at was last changed; a proposal comes before corrections.
    #[must_use]
    pub fn last_touch(&self) -> Option<&Touch> {
        let corrected = self.correction.as_ref().map(|correction| &correction.last);
        self.waiting().map(|proposal| &proposal.last).or(corrected)
    }

    /// The text as a focal point last saw it, when `published` is what readers see now.
    #[must_use]
    pub fn last_seen<'a>(&'a self, published: &'a ExperienceContent) -> &'a ExperienceContent {
        self.correction
            .as_ref()
            .map_or(published, |correction| &correction.before)
    }

    /// What readers would see if the proposal were accepted, when `published` is what they see now.
    #[must_use]
    pub fn proposed(&self, published: &ExperienceContent) -> ExperienceContent {
        let mut content = published.clone();
        let changes = self.proposal.iter().flat_map(|proposal| &proposal.changes);
        changes.for_each(|change| content.make(change));
        content
    }
}
