use super::*;
use crate::database::Database;
use crate::entropy::OsEntropy;
use crate::row_store::{self, find_invitation};
use crate::store::{MemoryStore, Store};
use shared::ids::{CollectivityId, InvitationId};
use shared::lang::Lang;
use shared::records::{InvitationState, InvitedAs, PersonCard, Roles};
use shared::time::Timestamp;
use shared::vocabulary::{CollectivityRole, NetworkRole};
use std::sync::Arc;

fn member() -> InvitedAs {
    InvitedAs::Collectivity {
        collectivity: CollectivityId::from_name("tinghir"),
        role: CollectivityRole::Member,
    }
}

fn administrator() -> InvitedAs {
    InvitedAs::Network {
        role: NetworkRole::Administrator,
    }
}

fn person(name: &str, role: InvitedAs, disabled: bool) -> Person {
    Person {
        id: PersonId::from_name(name),
        name: name.to_owned(),
        email: format!("{name}@commune.example"),
        lang: Lang::Ar,
        roles: Roles::invited_as(role),
        joined: Timestamp(0),
        disabled,
    }
}

fn invitation(name: &str, offers: InvitedAs, by: Option<&str>, state: InvitationState) -> Invitation {
    Invitation {
        id: InvitationId::from_name(name),
        secret_hash: name.repeat(2),
        offers,
        name: name.to_owned(),
        email: by.map(|_| format!("{name}@guest.example")).unwrap_or_default(),
        lang: Lang::Ar,
        by: by.map(PersonId::from_name),
        by_name: String::new(),
        created: Timestamp(0),
        expires: Timestamp(1),
        state,
    }
}

/// A database as it was when coordinators held everybody's row.
fn of_before() -> Arc<MemoryStore> {
    let store = Arc::new(MemoryStore::new());
    let mut txn = store.write().unwrap();
    let mut rows = RowStore::new(&mut *txn);
    for one in [
        person("amina", member(), false),
        person("driss", administrator(), false),
        person("gone", administrator(), true),
    ] {
        for scope in [Scope::Administration, Scope::Person(one.id)] {
            rows.put(scope, one.clone().into());
        }
    }
    let open = InvitationState::Open;
    let accepted = InvitationState::Accepted(PersonId::from_name("amina"));
    for one in [
        invitation("colleague", member(), Some("amina"), open),
        invitation("trainer", administrator(), Some("driss"), open),
        invitation("used", administrator(), Some("driss"), accepted),
        invitation("printed", administrator(), None, open),
    ] {
        rows.put(Scope::Administration, one.clone().into());
        if let InvitedAs::Collectivity { collectivity, .. } = one.offers {
            rows.put(Scope::Focal(collectivity), one.into());
        }
    }
    rows.finish().unwrap();
    for (key, _) in txn
        .range(Table::People, &Span::all(), Direction::Forward, usize::MAX)
        .unwrap()
    {
        txn.delete(Table::People, &key).unwrap();
    }
    txn.commit().unwrap();
    store
}

#[tokio::test]
async fn an_earlier_database_lists_its_people_and_takes_addresses_from_coordinators() {
    let store = of_before();
    let held = row_store::head(&*store.read().unwrap(), Scope::Administration).unwrap();
    for turn in ["the first start", "the next one"] {
        let database = Database::start(Arc::clone(&store) as Arc<dyn Store>, &mut OsEntropy).unwrap();
        let read = store.read().unwrap();
        let found = search_people(&*read, "commune", None).unwrap();
        let names: Vec<&str> = found.people.iter().map(|person| person.name.as_str()).collect();
        assert_eq!(names, ["amina", "driss", "gone"], "{turn}");

        let mut changes = Vec::new();
        let now = row_store::head(&*read, Scope::Administration).unwrap();
        row_store::each_change(&*read, Scope::Administration, held.head, now.head, |row| {
            let text = row.body.as_ref().map(ToString::to_string).unwrap_or_default();
            assert!(!text.contains(".example"), "{turn}: {text}");
            changes.push((row.kind.clone(), row.is_deleted()));
        })
        .unwrap();
        changes.sort();
        let expected = [
            ("invitation", false),
            ("invitation", false),
            ("invitation", true),
            ("person", true),
            ("person", true),
            ("person", true),
            ("person-card", false),
        ]
        .map(|(kind, is_deleted)| (kind.to_owned(), is_deleted));
        assert_eq!(changes, expected, "{turn}: what a device pulls");
        let cards: Vec<PersonCard> = row_store::all(&*read, Scope::Administration).unwrap();
        assert_eq!(cards[0].name, "driss", "{turn}");

        for (name, address) in [
            ("colleague", Some("colleague@guest.example")),
            ("trainer", Some("trainer@guest.example")),
            ("printed", Some("")),
            ("used", None),
        ] {
            let found = find_invitation(&*read, &name.repeat(2)).unwrap();
            let found = found.map(|invitation| invitation.email);
            assert_eq!(found.as_deref(), address, "{turn}: {name}");
        }
        crate::verify::verify(&*read).sound().unwrap();
        drop(read);
        database.stop().await;
    }
}

#[test]
fn a_list_that_is_not_that_of_the_rows_is_found_by_verify() {
    let damage = |spoil: fn(&mut dyn WriteTxn)| {
        let store = MemoryStore::new();
        let mut txn = store.write().unwrap();
        list_people(&mut *txn).unwrap();
        let mut rows = RowStore::new(&mut *txn);
        rows.put(
            Scope::Person(PersonId::from_name("amina")),
            person("amina", member(), false).into(),
        );
        rows.finish().unwrap();
        spoil(&mut *txn);
        let damages = crate::verify::verify(&*txn).damages;
        damages
            .into_iter()
            .filter(|damage| !damage.contains("epoch"))
            .count()
    };
    let nobody: fn(&mut dyn WriteTxn) = |txn| {
        let other = person("brahim", member(), false);
        txn.put(Table::People, &key(&other), &value(&other)).unwrap();
    };
    assert_eq!(damage(|_| ()), 0);
    assert_eq!(damage(nobody), 1, "an entry for nobody");
    let missing: fn(&mut dyn WriteTxn) = |txn| {
        txn.delete(Table::People, &key(&person("amina", member(), false)))
            .unwrap()
    };
    assert_eq!(damage(missing), 2, "no entry, and another number");
}
