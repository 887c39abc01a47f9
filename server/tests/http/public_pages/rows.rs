//! Which rows the pages show, and to whom.

use super::{check_nesting, data_of, page, places};
use crate::test_hub::{EXPERIENCE, MODULE, TestHub, focal_point_of, member_of};
use shared::ids::{CollectivityId, ExperienceId, ModuleId, PersonId};
use shared::lang::{Lang, Translated};
use shared::mutation::{
    AddComment, ArchiveExperience, PublishExperience, ReturnExperience, SaveDraft, SubmitExperience,
};
use shared::records::{Certificate, Change, Collectivity, Experience, ExperienceCard, ModuleCard, Section};
use shared::row::Record;
use shared::scope::Scope;
use shared::time::Timestamp;
use shared::vocabulary::{ExperienceState, Principle, ReturnReason};

/// A draft of somebody of Tinghir that says `canary` in each of its texts.
async fn draft(hub: &TestHub, name: &str, canary: &str) -> ExperienceId {
    let experience = ExperienceId::from_name(canary);
    let text = |section, text: String| Change::Text {
        section,
        lang: Lang::Fr,
        text,
        seen: Vec::new(),
    };
    let mut changes: Vec<Change> = Section::ALL
        .into_iter()
        .map(|section| text(section, format!("{canary} {}", section.word())))
        .collect();
    changes.push(Change::Principles {
        value: vec![Principle::Transparency],
    });
    hub.as_person(name)
        .does(SaveDraft {
            experience,
            collectivity: CollectivityId::from_name("tinghir"),
            changes,
        })
        .await;
    experience
}

#[tokio::test]
async fn what_is_not_published_is_nowhere() {
    let hub = TestHub::init()
        .await
        .with_person("amina", member_of("tinghir"))
        .await
        .with_person("focal", focal_point_of("tinghir"))
        .await;
    draft(&hub, "amina", "canary-draft").await;
    let submitted = draft(&hub, "amina", "canary-submitted").await;
    let returned = draft(&hub, "amina", "canary-returned").await;
    let archived = draft(&hub, "amina", "canary-archived").await;
    for experience in [submitted, returned, archived] {
        hub.as_person("amina").does(SubmitExperience { experience }).await;
    }
    let revision = |id| {
        let hub = &hub;
        async move {
            hub.write(move |txn| {
                server::row_store::find::<Experience>(&*txn, Scope::Experience(id), id)
                    .unwrap()
                    .unwrap()
                    .revision
            })
            .await
        }
    };
    let focal = hub.as_person("focal");
    focal
        .does(ReturnExperience {
            experience: returned,
            revision: revision(returned).await,
            reason: ReturnReason::Unclear,
            note: "canary-note".to_owned(),
        })
        .await;
    focal
        .does(PublishExperience {
            experience: archived,
            revision: revision(archived).await,
            note: String::new(),
        })
        .await;
    let slug = "canary-archived-title";
    let published = page(&hub, &format!("/fr/experiences/{slug}")).await;
    assert_eq!(published.status.as_u16(), 200);
    assert!(published.text().contains("canary-archived solution"));
    focal.does(ArchiveExperience { experience: archived }).await;

    // Even somebody who finds out the address of a submission gets nothing.
    hub.write(move |txn| {
        let mut held = server::row_store::find::<Experience>(&*txn, Scope::Experience(submitted), submitted)
            .unwrap()
            .unwrap();
        assert_eq!(held.state, ExperienceState::Submitted);
        held.slug = Some("guessed".to_owned());
        put(txn, Scope::Experience(submitted), held);
    })
    .await;
    let mut paths: Vec<String> = places().into_iter().map(|(path, _)| path).collect();
    paths.extend(["guessed", slug, "canary-submitted-title"].map(|slug| format!("/experiences/{slug}")));
    for path in paths {
        for lang in Lang::ALL {
            let address = format!("/{}{path}", lang.code());
            // As the author too: who is signed in makes no difference to these pages.
            for name in ["visitor", "amina"] {
                let answer = hub.as_person(name).get(&address).await;
                // The address itself may stand in links to the other languages; no words of a text may.
                let text = answer
                    .text()
                    .replace("canary-archived-title", "")
                    .replace("canary-submitted-title", "");
                assert!(!text.contains("canary"), "{address} as {name}");
                let is_gone = address.contains("guessed") || address.contains("canary");
                assert_eq!(answer.status.as_u16() == 404, is_gone, "{address}");
            }
        }
    }
    assert!(!page(&hub, "/sitemap.xml").await.text().contains("canary"));
}

pub(super) fn put(txn: &mut dyn server::store::WriteTxn, scope: Scope, record: impl Into<Record>) {
    use shared::apply::View as _;
    let mut row_store = server::row_store::RowStore::new(txn);
    row_store.put(scope, record.into());
    row_store.finish().unwrap();
}

#[tokio::test]
async fn a_change_is_on_the_page_as_soon_as_it_is_made() {
    let hub = TestHub::init()
        .await
        .with_person("amina", member_of("tinghir"))
        .await;
    let experience = ExperienceId::from_name(EXPERIENCE);
    let address = format!("/fr/experiences/{EXPERIENCE}");
    for number in 0..5 {
        let before = page(&hub, &address).await;
        assert!(!before.text().contains(&format!("question {number}")));
        let again = page(&hub, &address).await;
        assert_eq!(again.header("etag"), before.header("etag"));
        hub.as_person("amina")
            .does(AddComment {
                comment: shared::ids::CommentId::from_name(&number.to_string()),
                experience,
                reply_to: None,
                text: format!("question {number}"),
                lang: Lang::Fr,
            })
            .await;
        let after = page(&hub, &address).await;
        assert!(after.text().contains(&format!("question {number}")));
        assert_ne!(after.header("etag"), before.header("etag"));
    }
    // A card of the public scope changes every list that shows it, in every language.
    for lang in Lang::ALL {
        assert!(
            !page(&hub, &format!("/{}", lang.code()))
                .await
                .text()
                .contains("Novel")
        );
    }
    hub.write(move |txn| {
        let mut card = server::row_store::find::<ExperienceCard>(&*txn, Scope::Public, experience)
            .unwrap()
            .unwrap();
        card.title = Translated::new("Novel", "Novel", "Novel");
        put(txn, Scope::Public, card);
    })
    .await;
    for lang in Lang::ALL {
        for path in ["", "/experiences", "/network/tinghir"] {
            let address = format!("/{}{path}", lang.code());
            assert!(page(&hub, &address).await.text().contains("Novel"), "{address}");
        }
    }
}

#[tokio::test]
async fn no_text_of_a_person_becomes_markup() {
    const HOSTILE: &str = "</script><b onclick=\"x\">&amp;'\u{2028}</title><!--";
    let hub = TestHub::init().await;
    let module = ModuleId::from_name(MODULE);
    let experience = ExperienceId::from_name(EXPERIENCE);
    hub.write(move |txn| {
        let hostile = Translated::new(HOSTILE, HOSTILE, HOSTILE);
        let mut card = server::row_store::find::<ModuleCard>(&*txn, Scope::Public, module)
            .unwrap()
            .unwrap();
        card.title = hostile.clone();
        card.summary = hostile.clone();
        put(txn, Scope::Public, card);
        let mut held =
            server::row_store::find::<Experience>(&*txn, Scope::Experience(experience), experience)
                .unwrap()
                .unwrap();
        for text in held.content.texts.values_mut() {
            *text = hostile.clone();
        }
        for source in &mut held.content.sources {
            source.title = HOSTILE.to_owned();
            source.url = "javascript:alert(1)".to_owned();
        }
        put(txn, Scope::Experience(experience), held);
    })
    .await;
    for path in [
        "",
        "/learn",
        "/learn/first-30-days",
        "/experiences/tinghir-participatory-budget",
    ] {
        let text = page(&hub, &format!("/fr{path}")).await.text();
        assert!(text.contains("&lt;/script&gt;&lt;b onclick="), "{path}");
        assert!(
            !text.contains("<b ") && !text.contains("href=\"javascript:"),
            "{path}"
        );
        check_nesting(&text);
        assert!(!data_of(&text).is_empty());
    }
}

#[tokio::test]
async fn a_text_in_another_language_says_so() {
    let hub = TestHub::init().await;
    let experience = ExperienceId::from_name(EXPERIENCE);
    hub.write(move |txn| {
        let mut held =
            server::row_store::find::<Experience>(&*txn, Scope::Experience(experience), experience)
                .unwrap()
                .unwrap();
        for text in held.content.texts.values_mut() {
            text.set(Lang::En, "");
        }
        put(txn, Scope::Experience(experience), held);
    })
    .await;
    let text = page(&hub, &format!("/en/experiences/{EXPERIENCE}")).await.text();
    assert!(text.contains("notice--slim"), "{text}");
    assert!(text.contains("lang=\"ar\" dir=\"rtl\" class=\"prose\">"));
    assert!(text.contains("<h1 tabindex=\"-1\" lang=\"ar\" dir=\"rtl\">"));
}

#[tokio::test]
async fn a_certificate_is_for_anybody_who_has_its_number() {
    let hub = TestHub::init().await;
    let person = PersonId::from_name("amina");
    hub.write(move |txn| {
        put(
            txn,
            Scope::Person(person),
            Certificate {
                id: shared::ids::CertificateId::from_name("c"),
                number: "MTQ-2026-7F3K-9QXW".to_owned(),
                person,
                person_name: "Amina <Tazi>".to_owned(),
                lang: Lang::Ar,
                collectivity: Some(Translated::new("تنغير", "Tinghir", "Tinghir")),
                lies_in: None,
                module: ModuleId::from_name(MODULE),
                module_title: Translated::new("أ", "Premiers jours", "First days"),
                minutes: 60,
                percent: 80,
                issued: Timestamp(1_795_392_000_000),
                edition: Default::default(),
            },
        );
    })
    .await;
    let answer = page(&hub, "/fr/certificates/mtq-2026-7f3k-9qxw").await;
    let text = answer.text();
    assert_eq!(answer.status.as_u16(), 200);
    for part in [
        "<bdi>Amina &lt;Tazi&gt;</bdi>",
        "Premiers jours",
        "23 novembre 2026",
        "80\u{202f}%",
        "<meta name=\"robots\" content=\"noindex\"",
    ] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
    check_nesting(&text);
}

#[tokio::test]
async fn who_published_something_is_named_but_is_no_member_by_that() {
    let hub = TestHub::init().await;
    let owner = CollectivityId::from_name("tetouan");
    let experience = ExperienceId::from_name(EXPERIENCE);
    hub.write(move |txn| {
        // What publishing an experience of a collectivity outside the network leaves in the public scope.
        let outside = server::row_store::find::<Collectivity>(&*txn, Scope::Directory, owner)
            .unwrap()
            .unwrap();
        assert!(!outside.is_member());
        put(txn, Scope::Public, outside);
        let mut card = server::row_store::find::<ExperienceCard>(&*txn, Scope::Public, experience)
            .unwrap()
            .unwrap();
        card.collectivity = owner;
        put(txn, Scope::Public, card);
    })
    .await;
    let experiences = page(&hub, "/fr/experiences").await.text();
    assert!(experiences.contains("Tétouan"), "{experiences}");
    let network = page(&hub, "/fr/network").await.text();
    assert!(network.contains("/fr/network/tinghir"), "{network}");
    assert!(!network.contains("/fr/network/tetouan"), "{network}");
    assert!(
        !page(&hub, "/sitemap.xml")
            .await
            .text()
            .contains("/network/tetouan")
    );
}
