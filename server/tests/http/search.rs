//! What the search finds: everything that a visitor may read, as it is now, and nothing else.

use crate::test_hub::{EXPERIENCE, MODULE, TestHub, focal_point_of, member_of};
use rstest::rstest;
use server::row_store::{self, RowStore};
use server::store::Table;
use shared::apply::View as _;
use shared::ids::{CollectivityId, ExperienceId};
use shared::lang::Lang;
use shared::mutation::{
    ArchiveExperience, PublishExperience, RestoreExperience, ReviseExperience, SaveDraft, SubmitExperience,
    WithdrawExperience,
};
use shared::records::{Change, Collectivity, Experience, Section};
use shared::scope::Scope;
use shared::vocabulary::Principle;
use shared::wire::{FoundPlace, SearchAnswer};

async fn search(hub: &TestHub, question: &str, lang: &str) -> SearchAnswer {
    let question: String = form_urlencoded::byte_serialize(question.as_bytes()).collect();
    let answer = hub
        .as_visitor()
        .get(&format!("/api/search?q={question}&lang={lang}"))
        .await;
    assert_eq!(answer.status, 200, "{}", answer.text());
    answer.json()
}

fn experience() -> FoundPlace {
    FoundPlace::Experience {
        slug: EXPERIENCE.to_owned(),
    }
}

fn lesson(slug: &str) -> FoundPlace {
    FoundPlace::Lesson {
        module: MODULE.to_owned(),
        slug: slug.to_owned(),
    }
}

#[rstest]
#[case::a_title("budget participatif de Tinghir", experience())]
#[case::a_text_in_french("atelier 27 mars 2024", experience())]
#[case::a_text_in_arabic("ورشة 27 مارس", experience())]
#[case::a_text_in_english("headquarters workshop", experience())]
#[case::a_place("Drâa-Tafilalet budget", experience())]
#[case::a_lesson("mobilise les services", lesson("who-to-convene"))]
#[case::a_module("30 premiers jours", FoundPlace::Module { slug: MODULE.to_owned() })]
#[case::a_collectivity("اكادير", FoundPlace::Collectivity { slug: "agadir".to_owned() })]
#[case::a_term("redevabilité", FoundPlace::Term { key: "accountability".to_owned() })]
#[tokio::test]
async fn titles_texts_and_places_are_found(#[case] question: &str, #[case] place: FoundPlace) {
    let hub = TestHub::init().await;
    let answer = search(&hub, question, "fr").await;
    assert!(answer.is_complete);
    assert!(answer.hits.iter().any(|hit| hit.place == place), "{answer:#?}");
}

#[tokio::test]
async fn an_answer_shows_the_passage_and_marks_what_was_asked_for_as_data() {
    let hub = TestHub::init().await;
    let answer = search(&hub, "atelier 27 mars", "fr").await;
    let hit = answer.hits.iter().find(|hit| hit.place == experience()).unwrap();
    assert_eq!(
        hit.title.plain(),
        "Tinghir\u{a0}: le projet de budget participatif"
    );
    assert_eq!(hit.within.as_ref().unwrap().plain(), "Tinghir");
    let excerpt = hit.excerpt.as_ref().unwrap();
    let marked: Vec<&str> = excerpt
        .runs
        .iter()
        .filter(|run| run.is_match)
        .map(|run| run.text.as_str())
        .collect();
    assert_eq!(marked, ["L’atelier", "27", "mars"], "{}", excerpt.plain());
    assert_eq!(answer.experiences, [ExperienceId::from_name(EXPERIENCE)]);
}

#[tokio::test]
async fn words_that_nothing_has_find_the_nearest_ones() {
    let hub = TestHub::init().await;
    let answer = search(&hub, "bugdet participatif", "fr").await;
    assert_eq!(answer.near.as_deref(), Some("budget participatif"));
    assert!(answer.hits.iter().any(|hit| hit.place == experience()));
    let nothing = search(&hub, "xylophone", "fr").await;
    assert_eq!((nothing.count, nothing.near), (0, None));
    assert_eq!(search(&hub, " … ", "fr").await.count, 0);
}

#[tokio::test]
async fn a_commune_whose_name_another_has_is_shown_with_where_it_lies() {
    let hub = TestHub::init().await;
    let lines = async |question: &str| -> Vec<(FoundPlace, Option<String>)> {
        let answer = search(&hub, question, "fr").await;
        let region = |hit: &shared::wire::SearchHit| {
            let region = hit.lies_in.as_ref()?.region.as_ref()?;
            Some(region.get(Lang::Fr)?.to_owned())
        };
        answer
            .hits
            .iter()
            .map(|hit| (hit.place.clone(), region(hit)))
            .collect()
    };
    let commune = FoundPlace::Collectivity {
        slug: "tinghir".to_owned(),
    };
    let before = lines("Tinghir").await;
    assert!(
        before.contains(&(commune.clone(), None)) && before.contains(&(experience(), None)),
        "{before:?}"
    );
    hub.write(|txn| {
        let id = CollectivityId::from_name("tinghir");
        let mut held: Collectivity = row_store::find(&*txn, Scope::Public, id).unwrap().unwrap();
        held.shares_name = true;
        let mut rows = RowStore::new(txn);
        rows.put(Scope::Public, held.into());
        rows.finish().unwrap();
    })
    .await;
    let region = Some("Drâa-Tafilalet".to_owned());
    let after = lines("Tinghir").await;
    assert!(
        after.contains(&(commune, region.clone())) && after.contains(&(experience(), region)),
        "{after:?}"
    );
}

#[tokio::test]
async fn the_page_leads_to_the_search_for_what_was_probably_meant() {
    let hub = TestHub::init().await;
    for lang in ["ar", "fr", "en"] {
        let page = hub
            .as_visitor()
            .get(&format!("/{lang}/search?q=bugdet+participatif"))
            .await
            .text();
        let link = format!(r#"<a href="/{lang}/search?q=budget%20participatif">"#);
        assert!(page.contains(&link), "{lang}: {page}");
        let page = hub
            .as_visitor()
            .get(&format!("/{lang}/search?q=budget+participatif"))
            .await
            .text();
        assert!(!page.contains(&link), "{lang}");
    }
}

#[rstest]
#[case::too_long("q=".to_owned() + &"x".repeat(201), 422)]
#[case::no_language("q=budget&lang=xx".to_owned(), 400)]
#[case::nothing_asked(String::new(), 200)]
#[case::broken_letters("q=%FF%FE".to_owned(), 200)]
#[tokio::test]
async fn a_question_that_cannot_be_read_is_refused(#[case] query: String, #[case] status: u16) {
    let hub = TestHub::init().await;
    let answer = hub.as_visitor().get(&format!("/api/search?{query}")).await;
    assert_eq!(answer.status, status, "{}", answer.text());
}

fn text(section: Section, text: &str) -> Change {
    Change::Text {
        section,
        lang: Lang::Fr,
        text: text.to_owned(),
        seen: Vec::new(),
    }
}

async fn draft(hub: &TestHub, canary: &str) -> ExperienceId {
    let experience = ExperienceId::from_name(canary);
    let needed = [
        Section::Title,
        Section::Summary,
        Section::Problem,
        Section::Solution,
    ];
    let principles = Change::Principles {
        value: vec![Principle::Transparency],
    };
    let changes = needed
        .map(|section| text(section, canary))
        .into_iter()
        .chain([principles]);
    hub.as_person("amina")
        .does(SaveDraft {
            experience,
            collectivity: CollectivityId::from_name("tinghir"),
            changes: changes.collect(),
        })
        .await;
    experience
}

async fn revision(hub: &TestHub, id: ExperienceId) -> u32 {
    hub.write(move |txn| {
        let held = server::row_store::find::<Experience>(&*txn, Scope::Experience(id), id);
        held.unwrap().unwrap().revision
    })
    .await
}

#[tokio::test]
async fn what_is_not_published_is_not_found_and_changes_are_found_at_once() {
    let hub = TestHub::init()
        .await
        .with_person("amina", member_of("tinghir"))
        .await
        .with_person("focal", focal_point_of("tinghir"))
        .await;
    let count = async |question: &str| search(&hub, question, "fr").await.count;
    // The index is there before anything is written.
    assert_eq!(count("canaridraft").await, 0);
    draft(&hub, "canaridraft").await;
    let withdrawn = draft(&hub, "canarisubmitted").await;
    let submitting = SubmitExperience {
        experience: withdrawn,
    };
    hub.as_person("amina").does(submitting).await;
    let experience = draft(&hub, "canaripublished").await;
    hub.as_person("amina").does(SubmitExperience { experience }).await;
    for question in ["canaridraft", "canarisubmitted", "canaripublished"] {
        assert_eq!(count(question).await, 0, "{question}");
    }
    hub.as_person("amina")
        .does(WithdrawExperience {
            experience: withdrawn,
        })
        .await;
    assert_eq!(count("canarisubmitted").await, 0);

    let focal = hub.as_person("focal");
    let publishing = PublishExperience {
        experience,
        revision: revision(&hub, experience).await,
        note: String::new(),
    };
    focal.does(publishing).await;
    assert_eq!(count("canaripublished").await, 1);

    // Only the text changes: no list and no card does.
    focal
        .does(ReviseExperience {
            experience,
            revision: revision(&hub, experience).await,
            changes: vec![text(Section::Solution, "canarirevised")],
            proposal: None,
        })
        .await;
    assert_eq!(count("canarirevised").await, 1);

    focal.does(ArchiveExperience { experience }).await;
    for question in ["canaripublished", "canarirevised"] {
        assert_eq!(count(question).await, 0, "{question}");
    }
    focal.does(RestoreExperience { experience }).await;
    assert_eq!(count("canarirevised").await, 1);
}

#[tokio::test]
async fn a_damaged_text_is_not_found_and_the_others_are() {
    let hub = TestHub::init().await;
    assert!(
        search(&hub, "Tinghir", "fr")
            .await
            .hits
            .iter()
            .any(|hit| hit.place == experience())
    );
    let bytes = *ExperienceId::from_name(EXPERIENCE).uuid().as_bytes();
    let key = [[20].as_slice(), &bytes, b"experience\0", &bytes].concat();
    hub.write(move |txn| {
        let mut value = txn.get(Table::Rows, &key).unwrap().unwrap();
        value.truncate(value.len() - 1);
        txn.put(Table::Rows, &key, &value).unwrap();
    })
    .await;
    let answer = search(&hub, "Tinghir", "fr").await;
    let places: Vec<&FoundPlace> = answer.hits.iter().map(|hit| &hit.place).collect();
    assert!(!places.contains(&&experience()), "{places:?}");
    let commune = FoundPlace::Collectivity {
        slug: "tinghir".to_owned(),
    };
    assert!(places.contains(&&commune), "{places:?}");
}

#[tokio::test]
async fn the_page_of_an_answer_needs_no_scripts_and_is_in_no_index() {
    let hub = TestHub::init().await;
    let page = hub.as_visitor().get("/fr/search?q=atelier+27+mars").await.text();
    assert!(
        page.contains(r#"<meta name="robots" content="noindex""#),
        "{page}"
    );
    assert!(page.contains(&format!("/fr/experiences/{EXPERIENCE}")), "{page}");
    assert!(page.contains("<mark>mars</mark>"), "{page}");
    assert!(page.contains(r#"value="atelier 27 mars""#), "{page}");
    let tag = hub
        .as_visitor()
        .get("/fr/search?q=%3Cscript%3Ex%3C/script%3E")
        .await
        .text();
    assert!(!tag.contains("<script>x"), "{tag}");
    let list = hub
        .as_visitor()
        .get("/fr/experiences?q=atelier+27+mars")
        .await
        .text();
    assert!(list.contains(&format!("/fr/experiences/{EXPERIENCE}")), "{list}");
}
