use super::*;
use crate::row_store::tests::change;
use crate::store::{MemoryStore, Store as _};
use shared::apply::View as _;
use shared::ids::ExperienceId;
use shared::records::Bookmark;
use shared::row::Record;
use shared::time::Timestamp;

const OPENED: Scope = Scope::Directory;

/// The smallest row there is; what it says makes no difference here.
fn record(name: &str) -> Record {
    Bookmark {
        experience: ExperienceId::from_name(name),
        at: Timestamp(1),
    }
    .into()
}

fn store() -> MemoryStore {
    let store = MemoryStore::new();
    change(&store, |row_store| {
        for name in ["a", "b", "c"] {
            row_store.put(Scope::Public, record(name));
            row_store.put(OPENED, record(name));
        }
        row_store.delete(&RowKey::of(Scope::Public, &record("b")));
        row_store.delete(&RowKey::of(OPENED, &record("b")));
    });
    store
}

fn embedded() -> RowsToEmbed {
    let mut embedded = RowsToEmbed::default();
    for name in ["a", "b", "nothing"] {
        embedded.note(
            Scope::Public,
            Kind::Bookmark,
            ExperienceId::from_name(name).uuid(),
        );
    }
    for name in ["a", "b", "c"] {
        embedded.note(OPENED, Kind::Bookmark, ExperienceId::from_name(name).uuid());
    }
    embedded
}

fn within(rows: usize, bytes: usize) -> Option<String> {
    let store = store();
    let txn = store.read().unwrap();
    embedded().to_json_within(&*txn, Limits { rows, bytes }).unwrap()
}

#[test]
fn the_rows_that_were_noted_are_embedded_and_no_deleted_ones() {
    let json = within(LIMITS.rows, LIMITS.bytes).unwrap();
    let rows: EmbeddedRows = shared::json::from_str(&json).unwrap();
    let [public, opened] = rows.scopes.as_slice() else {
        panic!("{rows:?}");
    };
    let ids = |embedded: &EmbeddedScope| {
        embedded
            .rows
            .iter()
            .map(|row| (row.id, row.seq))
            .collect::<Vec<_>>()
    };
    let at = |name: &str, seq| (ExperienceId::from_name(name).uuid(), seq);
    assert_eq!(public.scope, Scope::Public);
    assert_eq!(ids(public), [at("a", 1)]);
    assert_eq!(opened.scope, OPENED);
    let mut held = ids(opened);
    held.sort_by_key(|(_, seq)| *seq);
    assert_eq!(held, [at("a", 1), at("c", 3)]);
}

#[test]
fn a_page_that_needs_nothing_says_so() {
    let store = MemoryStore::new();
    let json = RowsToEmbed::default().to_json(&*store.read().unwrap()).unwrap();
    assert_eq!(json.unwrap(), "{\"scopes\":[{\"scope\":\"public\",\"rows\":[]}]}");
}

#[test]
fn too_many_rows_or_too_large_ones_are_not_embedded_at_all() {
    let bytes = within(LIMITS.rows, LIMITS.bytes).unwrap().len();
    // Deleted rows count as well: two of the public scope exist or did, and three of the other.
    assert!(within(5, bytes).is_some());
    assert_eq!(within(4, bytes), None);
    assert_eq!(within(2, bytes), None);
    assert_eq!(within(5, bytes - 1), None);
    assert_eq!(within(5, 10), None);
}
