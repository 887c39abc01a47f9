//! Journey 1: an experience is found by what it is about and where it comes from.

use rstest::rstest;
use shared::folder::LibraryExperience;
use shared::lang::{Lang, Translated};
use shared::records::Section;
use tests::browser::{BrowserHub, beginning, library, written};

#[rstest]
#[case::arabic(Lang::Ar)]
#[case::english(Lang::En)]
#[tokio::test]
async fn a_visitor_finds_an_experience_by_principle_and_region(#[case] lang: Lang) {
    let hub = BrowserHub::open("journey 1", 1).await;
    let wanted = experience("tinghir-participatory-budget");
    let elsewhere = experience("tetouan-public-monitoring");
    let commune = library()
        .collectivities
        .iter()
        .find(|one| one.slug == wanted.collectivity)
        .expect("its commune is on the national list");
    let region = library()
        .collectivities
        .iter()
        .find(|one| one.region == commune.region && one.code == one.region)
        .expect("its region is on the national list");

    let visitor = hub.visitor(lang).await;
    visitor.arrives_at("home-heading").await;
    visitor.follows("common-place-experiences").await;
    visitor.arrives_at("experiences-list-title").await;
    // Some come from a commune that is no member.
    visitor.sees_whose_each_experience_is().await;
    visitor.ticks(beginning("principle-citizen-participation")).await;
    visitor
        .ticks(beginning(written(visitor.reads(&region.name))))
        .await;
    // Only what comes from that region and is about that is left.
    visitor
        .sees_no_more(written(visitor.reads(title_of(elsewhere))))
        .await;
    let title = visitor.reads(title_of(wanted));
    visitor.follows(written(title.clone())).await;
    visitor.arrives_at(written(title.clone())).await;
    visitor.sees(written(visitor.reads(&commune.name))).await;

    // A reader who goes back finds the filters as they were left, and so does one who gets the address.
    visitor.goes_back().await;
    visitor.is_at("experiences-list-title").await;
    visitor.reloads().await;
    visitor.sees(written(title)).await;
    visitor
        .sees_no_more(written(visitor.reads(title_of(elsewhere))))
        .await;
}

fn experience(slug: &str) -> &'static LibraryExperience {
    library()
        .experiences
        .iter()
        .find(|one| one.experience.slug.as_deref() == Some(slug))
        .expect("the starter library has it")
}

fn title_of(experience: &LibraryExperience) -> &Translated {
    &experience.experience.content.texts[&Section::Title]
}
