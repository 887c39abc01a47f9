use super::*;
use crate::wire::{EmbeddedRows, EmbeddedScope};

fn embedded(scope: Scope, records: &[Record]) -> EmbeddedReplica {
    let rows = records.iter().map(|record| row(1, record)).collect();
    EmbeddedReplica::of(EmbeddedRows {
        scopes: vec![EmbeddedScope { scope, rows }],
    })
}

fn slugs(rows: &EmbeddedReplica, client: &Client) -> Vec<String> {
    let mut slugs: Vec<String> = rows
        .all::<ExperienceCard>(client, Scope::Public)
        .map(|card| card.slug.clone())
        .collect();
    slugs.sort();
    slugs
}

#[test]
fn a_page_embeds_its_rows_until_the_scope_is_held_to_its_end() {
    let mut phone = Phone::new(emma());
    let mut rows = embedded(Scope::Public, &[card("well"), card("taken-back")]);
    assert!(rows.embed(Scope::Public));
    assert_eq!(slugs(&rows, &phone.client), ["taken-back", "well"]);

    // The first page of the first pull: newest first, and more to come.
    let first = ScopeAnswer::Page {
        reset: true,
        rows: vec![row(3, &card("budget")), row(2, &card("well"))],
        cursor: Cursor {
            after: 3,
            before: Some(2),
        },
        more: true,
    };
    let _ = phone.pull(with(quiet(0), Scope::Public, first));
    assert_eq!(rows.give_back(&phone.client, NOW), []);
    assert_eq!(slugs(&rows, &phone.client), ["budget", "taken-back", "well"]);

    // All is here: what the server no longer has is no longer shown, and the views are told.
    let _ = phone.pull(with(quiet(0), Scope::Public, page(3, Vec::new())));
    assert_eq!(
        rows.give_back(&phone.client, NOW),
        [(Scope::Public, Kind::ExperienceCard)]
    );
    assert!(rows.is_empty());
    assert_eq!(slugs(&rows, &phone.client), ["budget", "well"]);
}

#[test]
fn what_the_replica_has_is_newer_than_what_was_embedded() {
    let phone = Phone::of_emma();
    let mut old = card("well");
    if let Record::ExperienceCard(card) = &mut old {
        card.slug = "old-slug".into();
    }
    let rows = embedded(Scope::Public, &[old]);
    let found = rows.find::<ExperienceCard>(&phone.client, Scope::Public, experience("well").uuid());
    assert_eq!(found.map(|card| card.slug.as_str()), Some("well"));
    assert_eq!(slugs(&rows, &phone.client), ["budget", "well"]);
}

#[test]
fn what_a_device_kept_from_an_earlier_visit_does_not_hide_a_newer_page() {
    let phone = Phone::of_emma();
    let mut rows = embedded(Scope::Public, &[card("garden")]);
    let later = Timestamp(NOW.0 + 1);
    assert_eq!(rows.give_back(&phone.client, later), []);
    assert_eq!(slugs(&rows, &phone.client), ["budget", "garden", "well"]);
}

#[test]
fn a_scope_that_turns_out_to_be_closed_is_not_shown_any_longer() {
    let mut phone = Phone::of_emma();
    let scope = Scope::Experience(experience("well"));
    let mut rows = embedded(scope, &[card("well")]);
    assert!(rows.embed(scope));
    let asked = phone.client.pull_request(&BTreeSet::from([scope]));
    let _ = phone.answer_pull(&asked, with(quiet(0), scope, ScopeAnswer::Denied));
    assert_eq!(rows.give_back(&phone.client, NOW).len(), 1);
    assert!(!rows.embed(scope));
}

#[test]
fn what_cannot_be_read_is_left_out() {
    let phone = Phone::new(emma());
    let mut malformed = row(1, &card("well"));
    malformed.body = Some(serde_json::json!({ "id": 7 }));
    let mut unknown = row(1, &card("budget"));
    unknown.kind = "from-a-newer-server".into();
    let rows = EmbeddedReplica::of(EmbeddedRows {
        scopes: vec![EmbeddedScope {
            scope: Scope::Public,
            rows: vec![malformed, unknown, row(1, &card("garden"))],
        }],
    });
    assert_eq!(slugs(&rows, &phone.client), ["garden"]);
}
