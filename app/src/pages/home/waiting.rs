//! What waits for the person who signed in.

use shared::records::{Experience, Review};
use shared::vocabulary::ExperienceState;

/// Everything that waits for somebody's decision or words.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Waiting {
    /// Submissions of the person's collectivities, oldest first: somebody has waited longest for these.
    pub(crate) to_validate: Vec<Experience>,
    /// Published texts of the person's collectivities that an author changed or wants to change.
    pub(crate) revisions: usize,
    /// The person's own texts that came back, newest first.
    pub(crate) returned: Vec<Experience>,
    /// The person's own drafts, newest first.
    pub(crate) drafts: Vec<Experience>,
    /// Reports that no coordinator has decided on.
    pub(crate) reports: usize,
    /// Modules that the person is to read or to write on.
    pub(crate) modules: usize,
    /// Who made the newest link to the person's account that they have not looked at; an empty name for the operator of
    /// the server.
    pub(crate) recovery: Option<String>,
    /// Changes that the server refused and the person has not looked at.
    pub(crate) refused: usize,
}

impl Waiting {
    /// Sorts what the device holds. `submitted` and `reviews` are the rows of the scopes of the person's focal points,
    /// `own` those of the person. What is only counted is the caller's.
    pub(crate) fn of(submitted: &[Experience], reviews: &[Review], own: &[Experience]) -> Self {
        let in_state = |rows: &[Experience], state: ExperienceState| -> Vec<Experience> {
            rows.iter().filter(|row| row.state == state).cloned().collect()
        };
        let mut to_validate = in_state(submitted, ExperienceState::Submitted);
        to_validate.sort_by_key(|row| (row.submitted, row.id));
        let mut returned = in_state(own, ExperienceState::Returned);
        returned.sort_by_key(|row| std::cmp::Reverse(row.updated));
        let mut drafts = in_state(own, ExperienceState::Draft);
        drafts.sort_by_key(|row| std::cmp::Reverse(row.updated));
        Self {
            to_validate,
            revisions: reviews.iter().filter(|review| review.asks_focal_point()).count(),
            returned,
            drafts,
            ..Self::default()
        }
    }

    /// Whether nothing waits.
    pub(crate) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::ids::{CollectivityId, ExperienceId};
    use shared::records::ExperienceContent;
    use shared::time::Timestamp;

    fn experience(name: &str, state: ExperienceState, at: i64) -> Experience {
        Experience {
            id: ExperienceId::from_name(name),
            slug: None,
            collectivity: CollectivityId::from_name("tinghir"),
            author: None,
            state,
            revision: 1,
            content: ExperienceContent::default(),
            previous: None,
            created: Timestamp(at),
            updated: Timestamp(at),
            submitted: Some(Timestamp(at)),
            published: None,
            decision: None,
            versions: Vec::new(),
            writers: Vec::new(),
            library_dates: None,
        }
    }

    #[test]
    fn the_longest_waiting_submission_and_the_newest_return_come_first() {
        let submitted = [
            experience("new", ExperienceState::Submitted, 9),
            experience("old", ExperienceState::Submitted, 1),
            experience("published", ExperienceState::Published, 2),
        ];
        let own = [
            experience("first", ExperienceState::Returned, 1),
            experience("draft", ExperienceState::Draft, 5),
            experience("last", ExperienceState::Returned, 7),
        ];
        let waiting = Waiting::of(&submitted, &[], &own);
        let ids = |rows: &[Experience]| -> Vec<ExperienceId> { rows.iter().map(|row| row.id).collect() };
        assert_eq!(
            ids(&waiting.to_validate),
            ["old", "new"].map(ExperienceId::from_name)
        );
        assert_eq!(
            ids(&waiting.returned),
            ["last", "first"].map(ExperienceId::from_name)
        );
        assert_eq!(ids(&waiting.drafts), [ExperienceId::from_name("draft")]);
        assert!(!waiting.is_empty());
        assert!(Waiting::of(&[], &[Review::of(ExperienceId::from_name("seen"))], &own[..0]).is_empty());
        let reported = Waiting {
            reports: 1,
            ..Waiting::default()
        };
        assert!(!reported.is_empty());
    }
}
