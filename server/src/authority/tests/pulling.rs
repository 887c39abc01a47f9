use super::world::*;
use crate::authority::{self, AuthorityError, Behaviour, Fault, Quotas};
use crate::row_store;
use crate::store::{Direction, Entry, ReadTxn, Span, Store, StoreError, Table};
use shared::apply::View;
use shared::ids::{CollectivityId, Epoch, ExperienceId, ModuleId, PersonId};
use shared::mutation::{Mutation, SaveDraft, SetDisabled};
use shared::records::{Bookmark, Identity};
use shared::row::{Record, Row, RowKey};
use shared::scope::Scope;
use shared::time::Timestamp;
use shared::wire::{Cursor, PULL_SCOPES, PullRequest, PullResponse, ScopeAnswer};
use std::cell::RefCell;
use std::collections::BTreeMap;

const SMALL: Behaviour = Behaviour {
    fault: None,
    page_rows: 4,
    page_bytes: 512 * 1024,
    quotas: Quotas::USUAL,
};

fn own() -> Scope {
    Scope::Person(person("amina"))
}

fn bookmark(number: usize, at: i64) -> Record {
    Bookmark {
        experience: ExperienceId::from_name(&number.to_string()),
        at: Timestamp(at),
    }
    .into()
}

fn with_bookmarks(count: usize) -> World {
    let world = World::new();
    world.change(|row_store| (0..count).for_each(|number| row_store.put(own(), bookmark(number, 1))));
    world
}

/// What a device does with answers, in few words.
#[derive(Default)]
struct Replica {
    rows: BTreeMap<(Scope, String, uuid::Uuid), Row>,
    request: Option<PullRequest>,
}

impl Replica {
    fn request(&mut self) -> &mut PullRequest {
        self.request.get_or_insert_with(|| pull_request(None))
    }

    fn take(&mut self, answer: PullResponse) -> bool {
        let mut more = false;
        for (scope, answer) in answer.scopes {
            let ScopeAnswer::Page {
                reset,
                rows,
                cursor,
                more: goes_on,
            } = answer
            else {
                self.rows.retain(|(of, ..), _| *of != scope);
                self.request().scopes.remove(&scope);
                continue;
            };
            if reset {
                self.rows.retain(|(of, ..), _| *of != scope);
            }
            for row in rows {
                let key = (scope, row.kind.clone(), row.id);
                if row.is_deleted() {
                    self.rows.remove(&key);
                } else {
                    self.rows.insert(key, row);
                }
            }
            self.request().scopes.insert(scope, Some(cursor));
            more |= goes_on;
        }
        more
    }

    fn pull(&mut self, world: &World, viewer: &Identity, behaviour: Behaviour) -> bool {
        let read = world.store.read().unwrap();
        let answer = authority::pull_with(&*read, viewer.person, self.request(), NOW, behaviour).unwrap();
        let rows: usize = answer
            .scopes
            .values()
            .map(|answer| match answer {
                ScopeAnswer::Page { rows, .. } => rows.len(),
                ScopeAnswer::Denied => 0,
            })
            .sum();
        assert!(rows <= behaviour.page_rows, "{rows} rows");
        self.take(answer)
    }

    fn pull_all(&mut self, world: &World, viewer: &Identity, behaviour: Behaviour) {
        for _ in 0..200 {
            if !self.pull(world, viewer, behaviour) {
                return;
            }
        }
        panic!("the pull does not come to an end");
    }

    fn of(&self, scope: Scope) -> Vec<&Row> {
        let mut rows: Vec<&Row> = self
            .rows
            .iter()
            .filter(|((of, ..), _)| *of == scope)
            .map(|(_, row)| row)
            .collect();
        rows.sort_by_key(|row| row.seq);
        rows
    }
}

fn held(world: &World, scope: Scope) -> Vec<Row> {
    let read = world.store.read().unwrap();
    let forward = crate::store::Direction::Forward;
    row_store::order_range(&*read, scope, 0, u64::MAX, forward, usize::MAX)
        .unwrap()
        .into_iter()
        .map(|stored| stored.row)
        .filter(|row| !row.is_deleted())
        .collect()
}

#[track_caller]
fn assert_equal(replica: &Replica, world: &World, scope: Scope) {
    let expected = held(world, scope);
    assert_eq!(replica.of(scope), expected.iter().collect::<Vec<_>>(), "{scope}");
}

#[test]
fn the_first_page_is_the_newest_and_the_pages_end_with_everything() {
    let world = with_bookmarks(11);
    let amina = world.identity("amina");
    let mut replica = Replica::default();
    assert!(replica.pull(&world, &amina, SMALL));
    let first: Vec<u64> = replica.of(own()).iter().map(|row| row.seq).collect();
    assert!(first.contains(&12) && !first.contains(&1), "{first:?}");
    replica.pull_all(&world, &amina, SMALL);
    for scope in [
        own(),
        Scope::Public,
        Scope::Network,
        Scope::Collectivity(tinghir()),
    ] {
        assert_equal(&replica, &world, scope);
    }
    let quiet = world.pull(&amina, replica.request());
    assert_eq!(
        quiet.scopes,
        BTreeMap::new(),
        "what has not changed is not answered"
    );
}

#[test]
fn what_changes_while_the_first_pull_goes_on_arrives_afterwards() {
    let world = with_bookmarks(11);
    let amina = world.identity("amina");
    let mut replica = Replica::default();
    replica.pull(&world, &amina, SMALL);
    world.change(|row_store| {
        row_store.put(own(), bookmark(0, 2));
        row_store.delete(&RowKey::of(own(), &bookmark(10, 1)));
        row_store.delete(&RowKey::of(own(), &bookmark(5, 1)));
        row_store.put(own(), bookmark(99, 1));
    });
    replica.pull_all(&world, &amina, SMALL);
    assert_equal(&replica, &world, own());
}

#[test]
fn a_long_scope_does_not_keep_a_short_one_waiting() {
    let world = with_bookmarks(1_200);
    let answer = world.pull(&world.identity("amina"), &pull_request(None));
    let size = |scope: Scope| match &answer.scopes[&scope] {
        ScopeAnswer::Page { rows, more, .. } => (rows.len(), *more),
        ScopeAnswer::Denied => panic!("denied"),
    };
    assert_eq!(size(Scope::Public), (2, false));
    assert_eq!(size(Scope::Network), (1, false));
    let (rows, more) = size(own());
    assert!(rows > 490 && more, "{rows}");
}

#[test]
fn a_page_ends_when_it_is_heavy_and_one_heavy_row_still_travels() {
    let world = with_bookmarks(6);
    let amina = world.identity("amina");
    let light = Behaviour {
        page_bytes: 10,
        ..SMALL
    };
    let mut replica = Replica::default();
    assert!(replica.pull(&world, &amina, light));
    assert_eq!(replica.rows.len(), 1);
    replica.pull_all(&world, &amina, light);
    assert_equal(&replica, &world, own());
}

#[test]
fn a_device_away_too_long_begins_that_scope_anew_and_no_other() {
    let world = with_bookmarks(5);
    let amina = world.identity("amina");
    let mut replica = Replica::default();
    replica.pull_all(&world, &amina, SMALL);
    world.change(|row_store| {
        row_store.delete(&RowKey::of(own(), &bookmark(1, 1)));
        row_store.put(own(), bookmark(2, 2));
    });
    let mut txn = world.store.write().unwrap();
    assert_eq!(row_store::compact(&mut *txn, own(), u64::MAX).unwrap(), 1);
    txn.commit().unwrap();
    let answer = world.pull(&amina, replica.request());
    assert_eq!(answer.scopes.keys().collect::<Vec<_>>(), [&own()]);
    assert!(matches!(
        &answer.scopes[&own()],
        ScopeAnswer::Page { reset: true, .. }
    ));
    replica.take(answer);
    assert_equal(&replica, &world, own());
    // A device that had seen the deletion goes on as before.
    let quiet = world.pull(&amina, replica.request());
    assert_eq!(quiet.scopes, BTreeMap::new());
}

#[test]
fn another_life_of_the_database_begins_every_scope_anew() {
    let world = with_bookmarks(3);
    let amina = world.identity("amina");
    let mut replica = Replica::default();
    replica.pull_all(&world, &amina, SMALL);
    replica.request().epoch = Some(Epoch::from_name("before the restore"));
    let answer = world.pull(&amina, replica.request());
    assert_eq!(answer.epoch, epoch());
    assert_eq!(answer.scopes.len(), answer.standing.len());
    for (scope, answer) in &answer.scopes {
        assert!(matches!(answer, ScopeAnswer::Page { reset: true, .. }), "{scope}");
    }
    replica.request().epoch = Some(epoch());
    let from_the_future = Cursor {
        after: 999,
        before: None,
    };
    replica.request().scopes.insert(own(), Some(from_the_future));
    let answer = world.pull(&amina, replica.request());
    assert!(matches!(
        &answer.scopes[&own()],
        ScopeAnswer::Page { reset: true, .. }
    ));
}

#[test]
fn what_may_not_be_read_and_what_does_not_exist_get_the_same_answer() {
    let mut world = World::new();
    let draft = ExperienceId::from_name("draft");
    let save: Mutation = SaveDraft {
        experience: draft,
        collectivity: tinghir(),
        changes: Vec::new(),
    }
    .into();
    world.push("amina", "phone", 1, &[save]);
    let asked = [
        Scope::Experience(draft),
        Scope::Experience(ExperienceId::from_name("nothing")),
        Scope::Module(ModuleId::from_name("nothing")),
        Scope::Module(card().id),
        Scope::Directory,
        Scope::Focal(tinghir()),
        Scope::Collectivity(CollectivityId::from_name("zagora")),
        Scope::Person(person("amina")),
        Scope::Administration,
        Scope::Network,
    ];
    let mut request = pull_request(None);
    request.scopes = asked.iter().map(|scope| (*scope, None)).collect();
    let denied = |viewer: &Identity| -> Vec<Scope> {
        let answer = world.pull(viewer, &request);
        asked
            .into_iter()
            .filter(|scope| answer.scopes[scope] == ScopeAnswer::Denied)
            .collect()
    };
    assert_eq!(
        denied(&visitor()),
        [
            Scope::Experience(draft),
            Scope::Experience(ExperienceId::from_name("nothing")),
            Scope::Module(ModuleId::from_name("nothing")),
            Scope::Focal(tinghir()),
            Scope::Collectivity(CollectivityId::from_name("zagora")),
            Scope::Person(person("amina")),
            Scope::Administration,
            Scope::Network,
        ]
    );
    assert_eq!(
        denied(&world.identity("amina")),
        [
            Scope::Experience(ExperienceId::from_name("nothing")),
            Scope::Module(ModuleId::from_name("nothing")),
            Scope::Focal(tinghir()),
            Scope::Collectivity(CollectivityId::from_name("zagora")),
            Scope::Administration,
        ]
    );
    assert!(denied(&world.identity("brahim")).contains(&Scope::Experience(draft)));
}

#[test]
fn results_ride_along_for_the_owner_of_the_device_only() {
    let mut world = World::new();
    let pushed = world.push("amina", "phone", 1, &[read_lesson(1, 1), bookmark_nothing()]);
    let mut request = pull_request(Some("phone"));
    let answer = world.pull(&world.identity("amina"), &request);
    assert_eq!((answer.results, answer.last_n), (pushed.results.clone(), 2));
    request.results_after = 1;
    let answer = world.pull(&world.identity("amina"), &request);
    assert_eq!(answer.results, pushed.results[1..]);
    let stranger = world.pull(&visitor(), &request);
    assert_eq!((stranger.results.len(), stranger.last_n), (0, 0));
    assert_eq!(stranger.viewer, None);
}

#[test]
fn a_closed_account_pulls_nothing_and_roles_are_those_of_the_reading() {
    let mut world = World::new();
    let mut stale = world.identity("amina");
    stale.roles = world.identity("omar").roles;
    let answer = world.pull(&stale, &pull_request(None));
    assert_eq!(answer.viewer, Some(world.identity("amina")));
    assert!(!answer.standing.contains(&Scope::Administration));
    let close: Mutation = SetDisabled {
        person: person("amina"),
        disabled: true,
    }
    .into();
    world.push("omar", "desk", 1, &[close]);
    let read = world.store.read().unwrap();
    let refused = authority::pull::<serde_json::Value>(&*read, stale.person, &pull_request(None), NOW);
    assert_eq!(refused, Err(authority::AuthorityError::NotSignedIn));
}

#[test]
fn the_skipping_cursor_loses_a_row() {
    let world = with_bookmarks(1);
    let amina = world.identity("amina");
    let mut replica = Replica::default();
    replica.pull_all(&world, &amina, SMALL);
    world.change(|row_store| (1..4).for_each(|number| row_store.put(own(), bookmark(number, 1))));
    let skipping = Behaviour {
        fault: Some(Fault::CursorSkips),
        ..SMALL
    };
    replica.pull_all(&world, &amina, skipping);
    assert_eq!(replica.of(own()).len() + 1, held(&world, own()).len());
}

/// What was asked of a reading.
struct Counted<'a> {
    below: &'a dyn ReadTxn,
    ranges: RefCell<BTreeMap<Vec<u8>, usize>>,
    rows: RefCell<BTreeMap<Vec<u8>, usize>>,
}

impl ReadTxn for Counted<'_> {
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        if table == Table::Rows {
            *self.rows.borrow_mut().entry(key.to_vec()).or_default() += 1;
        }
        self.below.get(table, key)
    }

    fn range(
        &self,
        table: Table,
        span: &Span,
        direction: Direction,
        limit: usize,
    ) -> Result<Vec<Entry>, StoreError> {
        let key = [
            table.word().as_bytes(),
            &span.from,
            span.to.as_deref().unwrap_or_default(),
        ]
        .concat();
        *self.ranges.borrow_mut().entry(key).or_default() += 1;
        self.below.range(table, span, direction, limit)
    }
}

#[test]
fn a_pull_looks_at_each_range_and_reads_each_row_once() {
    let world = with_bookmarks(11);
    let read = world.store.read().unwrap();
    let pull = |request: &PullRequest| {
        let counted = Counted {
            below: &*read,
            ranges: RefCell::default(),
            rows: RefCell::default(),
        };
        let answer: PullResponse = authority::pull(&counted, person("amina"), request, NOW).unwrap();
        let twice = |counts: RefCell<BTreeMap<Vec<u8>, usize>>| {
            let counts = counts.into_inner();
            let twice = counts.iter().filter(|(_, times)| **times > 1);
            let twice: Vec<_> = twice
                .map(|(key, times)| (key.escape_ascii().to_string(), *times))
                .collect();
            (counts.len(), twice)
        };
        let (ranges, rows) = (twice(counted.ranges), twice(counted.rows));
        (answer, ranges, rows)
    };
    let first = pull_request(Some("laptop"));
    let (answer, ranges, rows) = pull(&first);
    let told = |answer: &PullResponse| -> usize {
        let pages = answer.scopes.values();
        pages
            .map(|answer| match answer {
                ScopeAnswer::Page { rows, .. } => rows.len(),
                ScopeAnswer::Denied => 0,
            })
            .sum()
    };
    assert!(told(&answer) > 11 && ranges.0 >= 3, "{ranges:?}");
    assert_eq!(
        (ranges.1, rows.1),
        (vec![], vec![own_row(2)]),
        "the account says who asks, and is a row of theirs"
    );
    let mut replica = Replica::default();
    replica.take(answer);
    let (answer, ranges, rows) = pull(replica.request());
    assert_eq!(
        (told(&answer), ranges.0, rows),
        (0, 0, (1, vec![])),
        "only the account"
    );
}

/// The row of the account of [`with_bookmarks`] as [`Counted`] names it, read so often.
fn own_row(times: usize) -> (String, usize) {
    let id = person("amina").uuid();
    let key = [&[18], id.as_bytes().as_slice(), b"person\0", id.as_bytes()];
    (key.concat().escape_ascii().to_string(), times)
}

#[test]
fn a_pull_names_so_many_scopes_and_no_more() {
    let world = World::new();
    let read = world.store.read().unwrap();
    let mut request = pull_request(None);
    let unknown = |number: usize| Scope::Experience(ExperienceId::from_name(&number.to_string()));
    request.scopes = (0..PULL_SCOPES).map(|number| (unknown(number), None)).collect();
    let answer: PullResponse = authority::pull(&*read, PersonId::VISITOR, &request, NOW).unwrap();
    assert_eq!(
        answer
            .scopes
            .values()
            .filter(|answer| **answer == ScopeAnswer::Denied)
            .count(),
        PULL_SCOPES
    );
    request.scopes.insert(unknown(PULL_SCOPES), None);
    let refused = authority::pull::<serde_json::Value>(&*read, PersonId::VISITOR, &request, NOW).unwrap_err();
    assert_eq!(refused, AuthorityError::TooManyScopes(PULL_SCOPES + 1));
}
