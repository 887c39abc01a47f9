//! A module is kept for working offline, seen in the list of what is kept, and removed from it; and a person who spares
//! data is sent nothing unasked.

use std::time::Duration;

use rstest::rstest;
use shared::lang::Lang;
use tests::browser::{BrowserHub, Role, filled, module_of_the_library, written};

const MODULE: &str = "first-30-days";

#[rstest]
#[case::arabic(Lang::Ar)]
#[case::english(Lang::En)]
#[tokio::test]
async fn a_module_is_kept_listed_and_removed(#[case] lang: Lang) {
    let mut hub = BrowserHub::open("keep for offline", 1).await;
    let module = module_of_the_library(MODULE);
    let mut visitor = hub.visitor(lang).await;
    visitor.opens(&format!("/learn/{MODULE}")).await;
    visitor.has_kept_the_app().await;
    visitor.presses("offline-keep").await;
    visitor.sees("offline-keep-no-more").await;
    visitor.finds_nothing_wrong_with_the_page().await;
    visitor.follows("offline-kept-all").await;
    visitor.is_at("account-attention-title").await;
    let title = visitor.reads(&module.card.title);
    visitor.finds(Role::Link, written(title.clone())).await;
    visitor.finds_nothing_wrong_with_the_page().await;

    hub.stops();
    visitor.expects_failed_requests();
    visitor.restarts_the_browser().await;
    visitor.opens("/attention").await;
    visitor.follows(written(title.clone())).await;
    visitor.is_at(written(title.clone())).await;
    let lesson = &module.card.lessons[0];
    visitor.opens(&format!("/learn/{MODULE}/{}", lesson.slug)).await;
    visitor.is_at(written(visitor.reads(&lesson.title))).await;

    visitor.opens("/attention").await;
    visitor
        .presses(filled("offline-keep-remove", [("title", &title)]))
        .await;
    visitor.sees("offline-kept-none").await;
    visitor.opens(&format!("/learn/{MODULE}/{}", lesson.slug)).await;
    visitor.sees("learn-module-unavailable-title").await;
}

/// Longer than the app waits before it has itself kept.
const LONG_ENOUGH: Duration = Duration::from_secs(4);

#[tokio::test]
async fn a_person_who_spares_data_has_the_app_kept_when_they_keep_something() {
    let mut hub = BrowserHub::open("spares data", 1).await;
    let module = module_of_the_library(MODULE);
    let mut visitor = hub.somebody("spares data", Lang::Ar).await;
    visitor.spares_data().await;
    visitor.opens(&format!("/learn/{MODULE}")).await;
    visitor.is_at(written(visitor.reads(&module.card.title))).await;
    tokio::time::sleep(LONG_ENOUGH).await;
    visitor.has_not_kept_the_app().await;

    visitor.presses("offline-keep").await;
    visitor.has_kept_the_app().await;
    visitor.sees("offline-keep-no-more").await;
    hub.stops();
    visitor.expects_failed_requests();
    visitor.restarts_the_browser().await;
    let lesson = &module.card.lessons[0];
    visitor.opens(&format!("/learn/{MODULE}/{}", lesson.slug)).await;
    visitor.is_at(written(visitor.reads(&lesson.title))).await;
}
