//! What changed between two submissions, section by section.

use shared::diff::is_same_text;
use shared::lang::Lang;
use shared::records::{Experience, Section};

/// One section in one language, before and now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Compared {
    /// Which section.
    pub(super) section: Section,
    /// In which language.
    pub(super) lang: Lang,
    /// As it was when it was returned; `None` for a first submission.
    pub(super) before: Option<String>,
    /// As it is submitted now; empty where it was taken away.
    pub(super) now: String,
}

impl Compared {
    /// Whether its words changed since the last submission.
    pub(super) fn has_changed(&self) -> bool {
        self.before
            .as_ref()
            .is_some_and(|before| !is_same_text(before, &self.now))
    }
}

/// Every section that is or was written in a language, in reading order.
pub(super) fn compare(experience: &Experience, lang: Lang) -> Vec<Compared> {
    let previous = experience.previous.as_deref();
    Section::ALL
        .into_iter()
        .filter_map(|section| {
            let now = experience.content.text(section, lang).unwrap_or_default();
            let before = previous.map(|content| content.text(section, lang).unwrap_or_default());
            let is_there = !now.is_empty() || before.is_some_and(|before| !before.is_empty());
            is_there.then(|| Compared {
                section,
                lang,
                before: before.map(str::to_owned),
                now: now.to_owned(),
            })
        })
        .collect()
}

/// Whether any words in any language changed since the last submission.
pub(super) fn has_changed(experience: &Experience) -> bool {
    Lang::ALL
        .into_iter()
        .any(|lang| compare(experience, lang).iter().any(Compared::has_changed))
}

/// The languages that a submission has, or had last time.
pub(super) fn languages(experience: &Experience) -> Vec<Lang> {
    Lang::ALL
        .into_iter()
        .filter(|lang| !compare(experience, *lang).is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use shared::ids::{CollectivityId, ExperienceId};
    use shared::lang::Translated;
    use shared::records::ExperienceContent;
    use shared::time::Timestamp;
    use shared::vocabulary::ExperienceState;

    fn content(problem: &str, french: &str) -> ExperienceContent {
        let mut content = ExperienceContent::default();
        content
            .texts
            .insert(Section::Problem, Translated::new(problem, french, ""));
        content
    }

    fn submitted(now: ExperienceContent, before: Option<ExperienceContent>) -> Experience {
        Experience {
            id: ExperienceId::from_name("e"),
            slug: None,
            collectivity: CollectivityId::from_name("c"),
            author: None,
            state: ExperienceState::Submitted,
            revision: 1,
            content: now,
            previous: before.map(Box::new),
            created: Timestamp(0),
            updated: Timestamp(0),
            submitted: None,
            published: None,
            decision: None,
            versions: Vec::new(),
            writers: Vec::new(),
            library_dates: None,
        }
    }

    #[test]
    fn a_first_submission_has_nothing_to_compare_with() {
        let first = submitted(content("ضعف المشاركة", ""), None);
        assert!(!has_changed(&first));
        assert_eq!(languages(&first), [Lang::Ar]);
    }

    #[test]
    fn what_was_added_or_taken_away_is_a_change() {
        let again = submitted(
            content("ضعف المشاركة", ""),
            Some(content("ضعف  المشاركة", "Faible participation")),
        );
        let arabic = compare(&again, Lang::Ar);
        assert!(arabic.iter().all(|one| !one.has_changed()), "{arabic:?}");
        let french = compare(&again, Lang::Fr);
        assert_eq!(french.len(), 1);
        assert!(french.iter().all(Compared::has_changed), "{french:?}");
        assert_eq!(languages(&again), [Lang::Ar, Lang::Fr]);
    }
}
