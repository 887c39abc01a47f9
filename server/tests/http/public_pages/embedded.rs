//! The rows that pages carry for the app.

use super::rows::put;
use super::{LESSON, all_between, check_nesting, only_between, page, places};
use crate::test_hub::{Answer, EXPERIENCE, MODULE, TestHub, focal_point_of, member_of};
use serde_json::json;
use shared::ids::{CollectivityId, CommentId, ExperienceId, ModuleId};
use shared::lang::Lang;
use shared::markdown::{self, ReadText};
use shared::mutation::{AddComment, ArchiveExperience};
use shared::records::{Collectivity, Experience, ExperienceCard, ModuleCard};
use shared::row::Row;
use shared::scope::Scope;
use shared::wire::{EmbeddedRows, PullResponse, ScopeAnswer};
use std::collections::BTreeMap;

const START: &str = "<script type=\"application/json\" id=\"page-rows\">";

/// What a page embeds; there is one element for it, the last of the body, or none.
fn embedded(answer: &Answer) -> Option<EmbeddedRows> {
    let text = answer.text();
    if !text.contains("page-rows") {
        return None;
    }
    let json = only_between(&text, START, "</script>");
    let (before, after) = text.split_once(json).unwrap();
    assert!(before.contains("</noscript></div><script"), "{before}");
    let after = after.strip_prefix("</script>").unwrap().trim_start();
    assert!(after.starts_with("</body>"), "{after}");
    Some(shared::json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}")))
}

/// The texts whose trees a page embeds.
fn texts(answer: &Answer) -> Vec<ReadText> {
    let text = answer.text();
    let start = "<script type=\"application/json\" id=\"page-texts\">";
    let found: Vec<&str> = all_between(&text, start, "</script>");
    found
        .into_iter()
        .flat_map(|json| shared::json::from_str::<Vec<ReadText>>(json).unwrap())
        .collect()
}

#[tokio::test]
async fn a_page_embeds_the_trees_of_exactly_the_texts_that_it_shows() {
    let hub = TestHub::init().await;
    assert_eq!(texts(&page(&hub, "/fr/learn").await), []);
    for lang in ["ar", "fr"] {
        let answer = page(&hub, &format!("/{lang}/learn/{MODULE}/{LESSON}")).await;
        let lessons = pulled(&hub, &[Scope::Module(ModuleId::from_name(MODULE))]).await;
        let rows = lessons.values().flatten();
        let mut sources = rows.filter_map(|row| row.body.as_ref()?["text"][lang].as_str());
        let held = texts(&answer);
        let [held] = held.as_slice() else {
            panic!("{lang}: {held:?}");
        };
        let source = sources
            .find(|source| markdown::digest(source) == held.digest)
            .unwrap();
        assert_eq!(held.document, markdown::parse(source));
    }
}

async fn embedded_at(hub: &TestHub, path: &str) -> EmbeddedRows {
    let answer = page(hub, path).await;
    assert_eq!(answer.status.as_u16(), 200, "{path}");
    embedded(&answer).unwrap_or_else(|| panic!("{path} embeds no rows"))
}

/// All rows of some scopes, as a visitor pulls them.
async fn pulled(hub: &TestHub, scopes: &[Scope]) -> BTreeMap<Scope, Vec<Row>> {
    let mut held: BTreeMap<Scope, Vec<Row>> = BTreeMap::new();
    let mut cursors: BTreeMap<String, _> = scopes
        .iter()
        .map(|scope| (scope.to_string(), json!(null)))
        .collect();
    let mut epoch = json!(null);
    loop {
        let wanted = json!({ "protocol": 1, "device": null, "epoch": epoch, "scopes": cursors });
        let answer: PullResponse = hub.as_visitor().post("/api/pull", wanted).await.json();
        epoch = json!(answer.epoch);
        let mut is_more = false;
        for (scope, answer) in answer.scopes {
            let ScopeAnswer::Page {
                rows, cursor, more, ..
            } = answer
            else {
                panic!("{scope} is denied");
            };
            held.entry(scope).or_default().extend(rows);
            cursors.insert(scope.to_string(), json!(cursor));
            is_more |= more;
        }
        if !is_more {
            return held;
        }
    }
}

/// A row by its kind and the slug of what it tells of.
fn name(row: &Row) -> String {
    let slug = row.body.as_ref().and_then(|body| body["slug"].as_str());
    [&row.kind, " ", slug.unwrap_or_default()]
        .concat()
        .trim_end()
        .to_owned()
}

/// Looks whether everything embedded is as it is pulled. Gives what is embedded by name.
async fn check(hub: &TestHub, path: &str) -> BTreeMap<String, Vec<String>> {
    let rows = embedded_at(hub, path).await;
    let scopes: Vec<Scope> = rows.scopes.iter().map(|embedded| embedded.scope).collect();
    let pulled = pulled(hub, &scopes).await;
    let mut names = BTreeMap::new();
    for embedded in rows.scopes {
        for row in &embedded.rows {
            assert!(pulled[&embedded.scope].contains(row), "{path}: {row:?}");
        }
        let mut held: Vec<String> = embedded.rows.iter().map(name).collect();
        held.sort();
        let before = names.insert(embedded.scope.to_string(), held);
        assert_eq!(before, None, "{path}: {} twice", embedded.scope);
    }
    names
}

fn expected(scopes: &[(Scope, &[&str])]) -> BTreeMap<String, Vec<String>> {
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    scopes
        .iter()
        .map(|(scope, rows)| (scope.to_string(), names(rows)))
        .collect()
}

/// The members of the small library, in the order of their names.
async fn members(hub: &TestHub) -> Vec<String> {
    let all = pulled(hub, &[Scope::Public]).await;
    let is_member = |row: &&Row| {
        let body = row.body.as_ref().unwrap();
        row.kind == "collectivity" && !body["joined"].is_null()
    };
    let mut members: Vec<String> = all[&Scope::Public].iter().filter(is_member).map(name).collect();
    members.sort();
    assert!(members.len() > 13, "{members:?}");
    members
}

/// A hub where a collectivity that is no member published nothing but stands in the public scope, as one that withdrew
/// what it had published.
async fn hub_with_outsider() -> TestHub {
    let hub = TestHub::init().await;
    let owner = CollectivityId::from_name("tetouan");
    hub.write(move |txn| {
        let outside = server::row_store::find::<Collectivity>(&*txn, Scope::Directory, owner)
            .unwrap()
            .unwrap();
        put(txn, Scope::Public, outside);
    })
    .await;
    hub
}

#[tokio::test]
async fn a_page_embeds_what_the_app_shows_there_and_nothing_else() {
    let hub = hub_with_outsider().await;
    let module = Scope::Module(ModuleId::from_name(MODULE));
    let experience = Scope::Experience(ExperienceId::from_name(EXPERIENCE));
    let module_card = "module-card first-30-days";
    let card = "experience-card tinghir-participatory-budget";
    let (region, tinghir) = ("collectivity region-draa-tafilalet", "collectivity tinghir");

    for path in ["/about", "/glossary"] {
        assert_eq!(
            check(&hub, &format!("/ar{path}")).await,
            expected(&[(Scope::Public, &[])])
        );
    }
    assert_eq!(
        check(&hub, &format!("/fr/experiences/{EXPERIENCE}")).await,
        expected(&[
            (Scope::Public, &[region, tinghir, card]),
            (experience, &["experience tinghir-participatory-budget"]),
        ])
    );
    assert_eq!(
        check(&hub, "/fr/network/tinghir").await,
        expected(&[(Scope::Public, &[region, tinghir, card])])
    );
    assert_eq!(
        check(&hub, "/fr/learn").await,
        expected(&[(Scope::Public, &[module_card])])
    );
    for (path, kind) in [
        (MODULE.to_owned(), "module"),
        (format!("{MODULE}/{LESSON}"), "lesson"),
    ] {
        let mut embedded = check(&hub, &format!("/fr/learn/{path}")).await;
        let body = embedded.remove(&module.to_string()).unwrap();
        assert!(body.iter().any(|name| name.starts_with(kind)), "{body:?}");
        assert_eq!(embedded, expected(&[(Scope::Public, &[module_card])]));
    }

    // These look at every collectivity of the public scope: who is a member, and which region an experience lies in.
    let mut all = members(&hub).await;
    all.push("collectivity tetouan".to_owned());
    all.sort();
    let public = Scope::Public.to_string();
    assert_eq!(
        check(&hub, "/fr/network").await,
        [(public.clone(), all.clone())].into()
    );
    let mut list = [all.clone(), vec![card.to_owned()]].concat();
    list.sort();
    assert_eq!(
        check(&hub, "/fr/experiences").await,
        [(public.clone(), list)].into()
    );
    let mut home = [all, vec![card.to_owned(), module_card.to_owned()]].concat();
    home.sort();
    assert_eq!(check(&hub, "/fr").await, [(public, home)].into());
}

#[tokio::test]
async fn a_collectivity_of_the_national_list_is_embedded_alone() {
    let hub = TestHub::init().await;
    assert_eq!(
        check(&hub, "/fr/network/tetouan").await,
        expected(&[
            (Scope::Public, &["collectivity region-tanger-tetouan-al-hoceima"]),
            (Scope::Directory, &["collectivity tetouan"]),
        ])
    );
}

#[tokio::test]
async fn who_is_signed_in_is_embedded_no_more_and_what_is_missing_embeds_nothing() {
    let hub = TestHub::init()
        .await
        .with_person("focal", focal_point_of("tinghir"))
        .await;
    let as_visitor = page(&hub, "/fr").await.text();
    assert_eq!(hub.as_person("focal").get("/fr").await.text(), as_visitor);

    let experience = ExperienceId::from_name(EXPERIENCE);
    hub.as_person("focal")
        .does(ArchiveExperience { experience })
        .await;
    for path in [
        format!("/fr/experiences/{EXPERIENCE}"),
        format!("/fr/learn/{MODULE}/no-such-lesson"),
        "/fr/nothing".to_owned(),
        "/fr/certificates/MTQ-2026-0000-0000".to_owned(),
    ] {
        let answer = hub.as_person("focal").get(&path).await;
        assert_eq!((answer.status.as_u16(), embedded(&answer)), (404, None), "{path}");
    }
    for (path, _) in places() {
        let answer = page(&hub, &format!("/fr{path}")).await;
        for embedded in embedded(&answer).unwrap_or_default().scopes {
            assert_ne!(embedded.scope, Scope::Experience(experience), "{path}");
            let is_card = |row: &Row| row.id == experience.uuid();
            assert!(!embedded.rows.iter().any(is_card), "{path}");
        }
    }
}

#[tokio::test]
async fn what_is_embedded_changes_with_the_rows() {
    let hub = TestHub::init()
        .await
        .with_person("amina", member_of("agadir"))
        .await;
    let experience = ExperienceId::from_name(EXPERIENCE);
    let path = format!("/fr/experiences/{EXPERIENCE}");
    let before = check(&hub, &path).await;
    assert_eq!(embedded_at(&hub, &path).await, embedded_at(&hub, &path).await);
    hub.as_person("amina")
        .does(AddComment {
            comment: CommentId::from_name("1"),
            experience,
            reply_to: None,
            text: "</script><!--".to_owned(),
            lang: Lang::Fr,
        })
        .await;
    let after = check(&hub, &path).await;
    let scope = Scope::Experience(experience).to_string();
    assert_eq!(
        after[&scope],
        [&["comment".to_owned()], before[&scope].as_slice()].concat()
    );
    // The page names the place of who said it.
    let agadir = |embedded: &BTreeMap<String, Vec<String>>| {
        embedded["public"].contains(&"collectivity agadir".to_owned())
    };
    assert!(agadir(&after) && !agadir(&before));
}

/// Every section of the experience says this in one language from now on.
async fn says_everywhere(hub: &TestHub, lang: Lang, words: String) {
    let experience = ExperienceId::from_name(EXPERIENCE);
    hub.write(move |txn| {
        let scope = Scope::Experience(experience);
        let mut held = server::row_store::find::<Experience>(&*txn, scope, experience)
            .unwrap()
            .unwrap();
        for text in held.content.texts.values_mut() {
            text.set(lang, &words);
        }
        put(txn, scope, held);
    })
    .await;
}

#[tokio::test]
async fn a_page_whose_rows_are_too_large_for_it_is_still_a_page() {
    let hub = TestHub::init().await;
    // Nobody who reads in French is shown this, and a pull brings it all the same.
    says_everywhere(&hub, Lang::En, "words ".repeat(20_000)).await;
    let answer = page(&hub, &format!("/fr/experiences/{EXPERIENCE}")).await;
    assert_eq!((answer.status.as_u16(), embedded(&answer)), (200, None));
    check_nesting(&answer.text());
}

#[tokio::test]
async fn no_text_ends_the_element_before_its_end() {
    const HOSTILE: &str = "</script><b>&amp;\u{2028}<!--<script>]]>-->\\\"";
    let hub = TestHub::init().await;
    says_everywhere(&hub, Lang::Fr, HOSTILE.to_owned()).await;
    let module = ModuleId::from_name(MODULE);
    hub.write(move |txn| {
        let mut card = server::row_store::find::<ModuleCard>(&*txn, Scope::Public, module)
            .unwrap()
            .unwrap();
        card.title.set(Lang::Fr, HOSTILE);
        put(txn, Scope::Public, card);
    })
    .await;
    for path in ["", "/learn", &format!("/experiences/{EXPERIENCE}")] {
        let path = format!("/fr{path}");
        let text = page(&hub, &path).await.text();
        let json = only_between(&text, START, "</script>");
        assert!(!json.contains('<'), "{json}");
        assert_eq!(
            all_between(&text, "<script", ">").len(),
            text.matches("</script").count(),
            "{path}"
        );
        check_nesting(&text);
        check(&hub, &path).await;
        assert!(embedded_at(&hub, &path).await.scopes.iter().any(|embedded| {
            let said = |row: &Row| {
                let body = row.body.as_ref().unwrap();
                body["title"]["fr"] == HOSTILE || body["content"]["texts"]["solution"]["fr"] == HOSTILE
            };
            embedded.rows.iter().any(said)
        }));
    }
}

#[tokio::test]
async fn a_list_that_goes_on_embeds_nothing_because_the_app_would_count_too_few() {
    let hub = TestHub::init().await;
    let experience = ExperienceId::from_name(EXPERIENCE);
    assert!(embedded(&page(&hub, "/fr/experiences").await).is_some());
    hub.write(move |txn| {
        for number in 0..40 {
            let mut card = server::row_store::find::<ExperienceCard>(&*txn, Scope::Public, experience)
                .unwrap()
                .unwrap();
            card.id = ExperienceId::from_name(&format!("another {number}"));
            card.slug = format!("another-{number}");
            put(txn, Scope::Public, card);
        }
    })
    .await;
    let list = page(&hub, "/fr/experiences").await;
    assert!(list.text().contains("/fr/experiences/another-"));
    assert_eq!(embedded(&list), None);
}
