use super::*;
use crate::wire::{EmbeddedRows, EmbeddedScope};

fn embedded(scope: Scope, records: &[Record]) -> Embedded {
    let rows = records.iter().map(|record| row(1, record)).collect();
    let scopes = vec![EmbeddedScope { scope, rows }];
    Embedded::of(EmbeddedRows { scopes }, NOW)
}

fn opened_later(page: &Embedded) -> Embedded {
    let (rows, at) = page.page().unwrap();
    Embedded::of(rows, Timestamp(at.0 + 1))
}

fn slugs(client: &Client) -> Vec<String> {
    let mut slugs: Vec<String> = client
        .all::<ExperienceCard>(Scope::Public)
        .map(|card| card.slug.clone())
        .collect();
    slugs.sort();
    slugs
}

/// The first page of a first pull: newest first, and more to come.
fn first_page() -> ScopeAnswer {
    ScopeAnswer::Page {
        reset: true,
        rows: vec![row(3, &card("budget")), row(2, &card("well"))],
        cursor: Cursor {
            after: 3,
            before: Some(2),
        },
        more: true,
    }
}

#[test]
fn a_page_embeds_its_rows_until_the_scope_is_held_to_its_end() {
    let mut phone = Phone::new(emma());
    let shown = phone
        .client
        .embed(embedded(Scope::Public, &[card("well"), card("taken-back")]));
    assert!(shown.changed.scopes && shown.ops.is_empty());
    assert!(phone.client.embedded().has(Scope::Public));
    assert_eq!(slugs(&phone.client), ["taken-back", "well"]);

    let _ = phone.pull(with(quiet(0), Scope::Public, first_page()));
    assert!(phone.client.embedded().has(Scope::Public));
    assert_eq!(slugs(&phone.client), ["budget", "taken-back", "well"]);

    // All is here: what the server no longer has is no longer shown, and the views are told.
    let told = phone.pull(with(quiet(0), Scope::Public, page(3, Vec::new())));
    assert!(told.changed.scopes);
    assert!(told.changed.rows.contains(&(Scope::Public, Kind::ExperienceCard)));
    assert!(phone.client.embedded().is_empty());
    assert_eq!(slugs(&phone.client), ["budget", "well"]);
}

#[test]
fn what_the_replica_has_is_newer_than_what_was_embedded() {
    let mut phone = Phone::of_emma();
    let mut old = card("well");
    if let Record::ExperienceCard(card) = &mut old {
        card.slug = "old-slug".into();
    }
    let _ = phone.client.embed(opened_later(&embedded(Scope::Public, &[old])));
    let found = phone
        .client
        .find::<ExperienceCard>(Scope::Public, experience("well").uuid());
    assert_eq!(found.map(|card| card.slug.as_str()), Some("well"));
    assert_eq!(slugs(&phone.client), ["budget", "well"]);
}

#[test]
fn what_a_device_kept_from_an_earlier_visit_does_not_hide_a_newer_page() {
    let mut phone = Phone::of_emma();
    let page = embedded(Scope::Public, &[card("garden")]);
    let _ = phone.client.embed(opened_later(&page));
    assert_eq!(slugs(&phone.client), ["budget", "garden", "well"]);

    // A page of before the last synchronisation says nothing new.
    let mut other = Phone::of_emma();
    let _ = other.client.embed(page);
    assert_eq!(slugs(&other.client), ["budget", "well"]);
}

#[test]
fn a_scope_that_turns_out_to_be_closed_is_not_shown_any_longer() {
    let mut phone = Phone::of_emma();
    let scope = Scope::Experience(experience("well"));
    let _ = phone.client.embed(embedded(scope, &[card("well")]));
    assert!(phone.client.embedded().has(scope));
    let asked = phone.client.pull_request(&BTreeSet::from([scope]));
    let told = phone.answer_pull(&asked, with(quiet(0), scope, ScopeAnswer::Denied));
    assert!(told.changed.rows.contains(&(scope, Kind::ExperienceCard)));
    assert!(!phone.client.embedded().has(scope));
}

#[test]
fn what_cannot_be_read_is_left_out() {
    let mut phone = Phone::new(emma());
    let mut malformed = row(1, &card("well"));
    malformed.body = Some(serde_json::json!({ "id": 7 }));
    let mut unknown = row(1, &card("budget"));
    unknown.kind = "from-a-newer-server".into();
    let scopes = vec![EmbeddedScope {
        scope: Scope::Public,
        rows: vec![malformed, unknown, row(1, &card("garden"))],
    }];
    let _ = phone.client.embed(Embedded::of(EmbeddedRows { scopes }, NOW));
    assert_eq!(slugs(&phone.client), ["garden"]);
}

#[test]
fn a_change_is_predicted_from_what_came_with_the_page() {
    let mut phone = Phone::new(emma());
    let marked = || SetBookmark {
        experience: experience("well"),
        marked: true,
    };
    let refused = phone.client.would_accept(&marked().into(), NOW);
    assert_eq!(
        refused.map_err(|refusal| refusal.code),
        Err(RefusalCode::NotFound)
    );

    let _ = phone.client.embed(embedded(Scope::Public, &[card("well")]));
    phone.mark("well");
    assert_eq!(phone.marks(), [experience("well")]);

    // It stays in the picture while the scope arrives, and once it is here.
    let _ = phone.pull(with(quiet(0), Scope::Public, first_page()));
    assert_eq!(phone.marks(), [experience("well")]);
    let _ = phone.pull(with(quiet(0), Scope::Public, page(3, Vec::new())));
    assert!(phone.client.embedded().is_empty());
    assert_eq!(phone.marks(), [experience("well")]);
}

#[test]
fn a_prediction_goes_with_the_embedded_row_that_it_rests_on() {
    let mut phone = Phone::new(emma());
    let _ = phone
        .client
        .embed(embedded(Scope::Public, &[card("well"), card("taken-back")]));
    phone.mark("taken-back");
    let told = phone.pull(with(
        quiet(0),
        Scope::Public,
        page(2, vec![row(2, &card("well"))]),
    ));
    assert!(told.changed.rows.contains(&(own(), Kind::Bookmark)));
    assert_eq!(phone.marks(), []);
    assert_eq!(phone.waiting().len(), 1, "the server decides");
}

#[test]
fn what_waits_from_an_earlier_visit_is_predicted_once_its_rows_are_embedded() {
    let mut phone = Phone::new(emma());
    let _ = phone.client.embed(embedded(Scope::Public, &[card("well")]));
    phone.mark("well");
    phone.restart();
    assert_eq!(phone.marks(), []);
    let shown = phone.client.embed(embedded(Scope::Public, &[card("well")]));
    assert!(shown.changed.rows.contains(&(own(), Kind::Bookmark)));
    assert_eq!(phone.marks(), [experience("well")]);
}

#[test]
fn a_change_on_a_page_of_one_tab_is_predicted_by_the_tab_that_leads() {
    let mut follower = Phone::new(emma());
    let _ = follower
        .client
        .embed(embedded(Scope::Public, &[card("well"), card("garden")]));
    let (page, at) = follower.client.embedded().page().unwrap();
    assert_eq!(at, NOW);
    let mut leader = Phone::new(emma());
    let _ = leader.client.embed(Embedded::of(page, at));
    assert_eq!(slugs(&leader.client), ["garden", "well"]);
    leader.mark("well");
    assert_eq!(leader.marks(), [experience("well")]);
}
