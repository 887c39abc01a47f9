use super::*;
use crate::ids::PersonId;
use rstest::rstest;

/// 2026-11-29 at 23:30 in Morocco.
const THEN: Timestamp = Timestamp(1_795_995_000_000);

fn experience(is_written_here: bool, dates: Option<[&str; 2]>) -> Experience {
    Experience {
        id: ExperienceId::from_name("well"),
        slug: Some("well".to_owned()),
        collectivity: CollectivityId::from_name("tinghir"),
        author: is_written_here.then(|| Author {
            person: PersonId::from_name("amina"),
            name: "أمينة".to_owned(),
            collectivity: None,
        }),
        state: ExperienceState::Published,
        revision: 0,
        content: ExperienceContent::default(),
        previous: None,
        created: THEN,
        updated: THEN,
        submitted: None,
        published: Some(THEN),
        decision: None,
        versions: Vec::new(),
        writers: Vec::new(),
        library_dates: dates.map(|[published, updated]| LibraryDates {
            published: PartialDate(published.to_owned()),
            updated: PartialDate(updated.to_owned()),
        }),
    }
}

#[rstest]
#[case::written_here(experience(true, None), "2026-11-29", "2026-11-29")]
#[case::of_a_library_that_says_nothing(experience(false, Some(["", ""])), "", "")]
#[case::of_a_library_with_dates(experience(false, Some(["2025-06", "2026"])), "2025-06", "2026")]
#[case::imported_before_libraries_said_it(experience(false, None), "", "")]
fn readers_see_the_dates_of_the_content_and_not_of_its_import(
    #[case] experience: Experience,
    #[case] published: &str,
    #[case] updated: &str,
) {
    assert_eq!(experience.published_on().0, published);
    assert_eq!(experience.updated_on().0, updated);
    assert_eq!(experience.for_readers().published_on().0, published);
}

#[rstest]
#[case::of_a_library(experience(false, Some(["", "2024"])))]
#[case::imported_before_libraries_said_it(experience(false, None))]
fn a_change_made_here_has_its_own_day(#[case] mut experience: Experience) {
    experience.touch(THEN.plus_ms(24 * 60 * 60 * 1000));
    assert_eq!(experience.updated_on().0, "2026-11-30");
    assert_eq!(experience.published_on().0, "");
}
