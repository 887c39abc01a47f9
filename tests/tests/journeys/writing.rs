//! Journey 5: an experience is written in Arabic and French, validated, and read by everybody.

use rstest::rstest;
use shared::lang::{Lang, Translated};
use tests::browser::{BrowserHub, Person, Width, beginning, written};

#[rstest]
#[case::arabic(Lang::Ar)]
#[case::french(Lang::Fr)]
#[tokio::test]
async fn an_experience_is_written_in_two_languages_validated_and_published(#[case] lang: Lang) {
    let hub = BrowserHub::open("journey 5", 2).await;
    let title = Translated::new(
        "تنغير تنشر محاضر مجلسها على الأنترنيت",
        "Tinghir publie les procès-verbaux de son conseil",
        "",
    );
    let problem = Translated::new(
        "كان الاطلاع على محضر يتطلب التنقل إلى مقر الجماعة.",
        "Pour lire un procès-verbal, il fallait venir à la commune.",
        "",
    );

    let author = hub.signed_in("member", lang).await;
    author.follows("common-place-experiences").await;
    author.is_at("experiences-list-title").await;
    author.follows("experiences-write-action").await;
    author.arrives_at("experiences-write-title").await;
    author
        .chooses("experiences-first-language", "experiences-language-ar")
        .await;
    author
        .chooses("experiences-second-language", "experiences-language-fr")
        .await;
    author.sees("experiences-needed").await;
    writes_both(&author, "section-title", &title).await;
    let summary = Translated::new(
        "محاضر مجلس تنغير منشورة كلها في أجل أسبوع.",
        "Les procès-verbaux du conseil de Tinghir sont en ligne sous une semaine.",
        "",
    );
    writes_both(&author, "section-summary", &summary).await;
    author.makes_the_window(Width::Phone).await;
    author.sees_every_focus().await;
    author.makes_the_window(Width::Desk).await;
    author.presses("experiences-step-next").await;
    writes_both(&author, "section-problem", &problem).await;
    author.presses("experiences-step-next").await;
    let solution = Translated::new(
        "نموذج موحد للمحضر، ثم النشر فور المصادقة.",
        "Un modèle unique, puis la mise en ligne dès l’approbation.",
        "",
    );
    writes_both(&author, "section-solution", &solution).await;

    // What was written is kept by itself: the page may be loaded again in the middle of the work.
    author.sees_no_more("experiences-typing").await;
    author.is_told_that_everything_is_sent().await;
    author.reloads().await;
    author
        .reads_in_the_field_of(Lang::Fr, "section-solution", &author_words(&solution, Lang::Fr))
        .await;

    // Everything that is needed is there; the other sections are passed over.
    while !author.is_headed("experiences-step-facts").await {
        author.presses("experiences-step-next").await;
    }
    author.ticks(beginning("principle-transparency")).await;
    author.presses("experiences-step-next").await;
    author.presses("experiences-submit-action").await;
    author.sees("experiences-waiting-title").await;
    author.finds_nothing_wrong_with_the_page().await;
    author.is_told_that_everything_is_sent().await;

    let focal_point = hub.signed_in("focal-point", lang).await;
    focal_point.opens("/validation").await;
    focal_point.arrives_at("experiences-validation-title").await;
    let shown = focal_point.reads(&title);
    focal_point.follows(written(shown.clone())).await;
    focal_point.arrives_at(written(shown.clone())).await;
    focal_point.sees(written(focal_point.reads(&problem))).await;
    focal_point.takes(beginning("experiences-verdict-publish")).await;
    focal_point.presses("experiences-decide-publish").await;
    focal_point.sees("experiences-validation-empty-title").await;
    focal_point.is_told_that_everything_is_sent().await;
    drop(focal_point);

    let visitor = hub.visitor(lang).await;
    visitor.follows("common-place-experiences").await;
    visitor.is_at("experiences-list-title").await;
    visitor.follows(written(shown.clone())).await;
    visitor.arrives_at(written(shown)).await;
    visitor.sees(written(visitor.reads(&problem))).await;
}

async fn writes_both(author: &Person, section: &'static str, text: &Translated) {
    for lang in [Lang::Ar, Lang::Fr] {
        author.writes_in(lang, section, &author_words(text, lang)).await;
    }
}

fn author_words(text: &Translated, lang: Lang) -> String {
    text.get(lang).unwrap_or_default().to_owned()
}

const FROM_THE_PHONE: &str = "عنوان من الهاتف";
const FROM_THE_OFFICE: &str = "عنوان من المكتب";

#[rstest]
#[case::arabic(Lang::Ar)]
#[case::english(Lang::En)]
#[tokio::test]
async fn a_title_written_on_two_devices_stays_twice_until_its_author_chooses(#[case] lang: Lang) {
    let hub = BrowserHub::open("two devices of one author", 2).await;
    let office = hub.signed_in("member", lang).await;
    office.follows("common-place-experiences").await;
    office.is_at("experiences-list-title").await;
    office.follows("experiences-write-action").await;
    office.arrives_at("experiences-write-title").await;
    office
        .chooses("experiences-first-language", "experiences-language-ar")
        .await;
    office.writes_in(Lang::Ar, "section-title", "عنوان").await;
    office
        .writes_in(Lang::Ar, "section-summary", "ملخص التجربة")
        .await;
    office.presses("experiences-step-next").await;
    office.writes_in(Lang::Ar, "section-problem", "إشكالية").await;
    office.presses("experiences-step-next").await;
    office.writes_in(Lang::Ar, "section-solution", "حل").await;
    while !office.is_headed("experiences-step-facts").await {
        office.presses("experiences-step-next").await;
    }
    office.ticks(beginning("principle-transparency")).await;
    office.sees_no_more("experiences-typing").await;
    office.is_told_that_everything_is_sent().await;

    let draft = office.place().await;
    let phone = hub.signed_in("member", lang).await;
    phone.opens(&draft).await;
    phone.arrives_at("experiences-write-title").await;
    phone
        .reads_in_the_field_of(Lang::Ar, "section-title", "عنوان")
        .await;
    office.opens(&draft).await;
    office
        .reads_in_the_field_of(Lang::Ar, "section-title", "عنوان")
        .await;

    // The phone writes without a connection, the office meanwhile.
    phone.loses_the_network().await;
    phone.writes_in(Lang::Ar, "section-title", FROM_THE_PHONE).await;
    phone.sees_no_more("experiences-typing").await;
    office.writes_in(Lang::Ar, "section-title", FROM_THE_OFFICE).await;
    office.sees_no_more("experiences-typing").await;
    office.is_told_that_everything_is_sent().await;
    phone.has_the_network_again().await;
    phone.is_told_that_everything_is_sent().await;

    // Each device keeps its own words in the field and shows the others beside it.
    for (device, own, other) in [
        (&phone, FROM_THE_PHONE, FROM_THE_OFFICE),
        (&office, FROM_THE_OFFICE, FROM_THE_PHONE),
    ] {
        device.sees("experiences-versions-title").await;
        device.sees(written(other.to_owned())).await;
        device.reads_in_the_field_of(Lang::Ar, "section-title", own).await;
        device.finds_nothing_wrong_with_the_page().await;
    }

    while !office.is_headed("experiences-step-review").await {
        office.presses("experiences-step-next").await;
    }
    office.presses("experiences-submit-action").await;
    office.sees("refusal-undecided").await;
    office.presses("experiences-clash-keep-both").await;
    office.sees_no_more("experiences-versions-title").await;
    office.is_told_that_everything_is_sent().await;

    let both = format!("{FROM_THE_OFFICE} {FROM_THE_PHONE}");
    phone.sees_no_more("experiences-versions-title").await;
    phone
        .reads_in_the_field_of(Lang::Ar, "section-title", &both)
        .await;
    office.presses("experiences-submit-action").await;
    office.sees("experiences-waiting-title").await;
}
