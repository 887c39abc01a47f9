//! A day without a server, on one's own device: experiences are found and read, a module is taken with its quiz, an
//! experience is written and submitted, in every language; and when the server is back, all of it arrives once.

use rstest::rstest;
use shared::folder::LibraryExperience;
use shared::lang::{Lang, Translated};
use shared::records::Section;
use tests::browser::{BrowserHub, Person, Role, beginning, filled, library, module_of_the_library, written};

use crate::quiz::sits_the_quiz;

const MODULE: &str = "first-30-days";

#[rstest]
#[case::arabic(Lang::Ar)]
#[case::french(Lang::Fr)]
#[tokio::test]
async fn a_day_without_a_server_ends_with_everything_in_its_place(#[case] lang: Lang) {
    let mut hub = BrowserHub::open("a day without a server", 2).await;
    let mut member = hub.signed_in("member", lang).await;
    member.says_that_this_is_their_own_device().await;
    member.has_kept_the_app().await;
    let documents = library().modules.len() + library().experiences.len();
    member.holds_documents(documents).await;
    member.is_told_that_everything_is_sent().await;

    hub.stops();
    member.expects_failed_requests();
    member.restarts_the_browser().await;
    member.opens("").await;
    member.is_signed_in().await;
    finds_an_experience(&member).await;
    takes_the_module(&member).await;
    writes_an_experience(&member).await;

    // Nothing of it hangs on the browser staying open.
    member.restarts_the_browser().await;
    member.opens("/mine").await;
    member.sees(written(member.reads(&title()))).await;
    member.opens(&format!("/learn/{MODULE}")).await;
    member.sees("learn-module-await-signed-in").await;

    hub.starts_again();
    member.reloads().await;
    member.is_told_that_everything_is_sent().await;
    member.sees("learn-module-earned").await;
    member.follows("learn-module-see-certificate").await;
    member.is_at("learn-certificate-title").await;
    member.sees("learn-certificate-valid-title").await;
    let certificate = member.place().await;
    // Sent again, it would still be one.
    member.reloads().await;
    member.is_told_that_everything_is_sent().await;
    member.opens("/mine").await;
    member
        .sees(written(certificate.trim_start_matches("/certificates/")))
        .await;
    assert_eq!(member.counts_links_to("/certificates/").await, 1);
    drop(member);

    let focal_point = hub.signed_in("focal-point", lang).await;
    focal_point.opens("/validation").await;
    let shown = focal_point.reads(&title());
    focal_point.finds(Role::Link, written(shown.clone())).await;
    let waiting = focal_point.names_of(Role::Link).await;
    let of_that_name = waiting.iter().filter(|name| name.contains(&shown)).count();
    assert_eq!(of_that_name, 1, "{waiting:?}");
    focal_point.opens(&certificate).await;
    focal_point.sees("learn-certificate-valid-title").await;
}

/// Journeys 1 and 10.
async fn finds_an_experience(reader: &Person) {
    let wanted = experience("tinghir-participatory-budget");
    let elsewhere = experience("tetouan-public-monitoring");
    reader.follows("common-place-experiences").await;
    reader.is_at("experiences-list-title").await;
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
    reader.ticks(beginning("principle-citizen-participation")).await;
    reader.ticks(beginning(written(reader.reads(&region.name)))).await;
    reader
        .sees_no_more(written(reader.reads(title_of(elsewhere))))
        .await;
    reader.follows(written(reader.reads(title_of(wanted)))).await;
    reader.arrives_at(written(reader.reads(title_of(wanted)))).await;
    reader.sees(written(reader.reads(&commune.name))).await;

    let from = reader.lang();
    let to = if from == Lang::En { Lang::Ar } else { Lang::En };
    reader.switches_to(to).await;
    reader.is_at(written(reader.reads(title_of(wanted)))).await;
    reader
        .is_at_place("/experiences/tinghir-participatory-budget")
        .await;
    reader.switches_to(from).await;
    reader.is_at(written(reader.reads(title_of(wanted)))).await;
}

/// Journey 3.
async fn takes_the_module(learner: &Person) {
    let module = module_of_the_library(MODULE);
    learner.opens(&format!("/learn/{MODULE}")).await;
    learner.follows("learn-module-start").await;
    for (place, lesson) in module.card.lessons.iter().enumerate() {
        learner.is_at(written(learner.reads(&lesson.title))).await;
        if place + 1 < module.card.lessons.len() {
            learner.presses("learn-lesson-complete-next").await;
        } else {
            learner.presses("learn-lesson-complete-quiz").await;
        }
    }
    sits_the_quiz(learner, module, 0).await;
    // Graded here; only the server issues the certificate.
    learner.is_at("learn-quiz-passed").await;
    learner.opens(&format!("/learn/{MODULE}")).await;
    learner.sees("learn-module-await-signed-in").await;
    learner
        .sees(filled(
            "common-saved-waiting",
            [("count", &(module.card.lessons.len() + 1))],
        ))
        .await;
}

/// Journey 5, up to the submission.
async fn writes_an_experience(author: &Person) {
    author.opens("/experiences/write").await;
    author.is_at("experiences-write-title").await;
    author
        .chooses("experiences-first-language", "experiences-language-ar")
        .await;
    author
        .chooses("experiences-second-language", "experiences-language-fr")
        .await;
    writes_both(author, "section-title", &title()).await;
    writes_both(
        author,
        "section-summary",
        &Translated::new("ملخص كتب دون اتصال.", "Un résumé écrit sans connexion.", ""),
    )
    .await;
    author.presses("experiences-step-next").await;
    writes_both(
        author,
        "section-problem",
        &Translated::new("كان ذلك صعبا.", "C’était difficile.", ""),
    )
    .await;
    author.presses("experiences-step-next").await;
    writes_both(
        author,
        "section-solution",
        &Translated::new("ثم صار سهلا.", "Puis c’est devenu simple.", ""),
    )
    .await;
    while !author.is_headed("experiences-step-facts").await {
        author.presses("experiences-step-next").await;
    }
    author.ticks(beginning("principle-transparency")).await;
    author.presses("experiences-step-next").await;
    author.presses("experiences-submit-action").await;
    author.sees("experiences-waiting-title").await;
}

async fn writes_both(author: &Person, section: &'static str, text: &Translated) {
    for lang in [Lang::Ar, Lang::Fr] {
        author
            .writes_in(lang, section, text.get(lang).unwrap_or_default())
            .await;
    }
}

fn title() -> Translated {
    Translated::new(
        "تنغير تكتب تجربتها دون أنترنيت",
        "Tinghir écrit son expérience sans Internet",
        "",
    )
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
