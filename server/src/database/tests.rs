use super::*;
use crate::entropy::OsEntropy;
use crate::row_store::RowStore;
use crate::row_store::TOMBSTONE_LIFE_MS;
use crate::store::{Direction, Entry, MemoryStore, Span, Table, Transaction};
use shared::apply::View;
use shared::ids::{CollectivityId, ExperienceId, ModuleId, PersonId};
use shared::lang::{Lang, Translated};
use shared::records::{
    Author, Bookmark, Collectivity, Decision, Experience, ExperienceContent, Person, PersonCard, Review,
    Roles, TrainingRecord,
};
use shared::row::RowKey;
use shared::scope::Scope;
use shared::time::Timestamp;
use shared::vocabulary::{CollectivityKind, CollectivityRole, ExperienceState};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc as blocking;
use uuid::Uuid;

/// Counts commits, holds them up while told to, and fails them when told to.
#[derive(Default)]
struct Watched {
    store: MemoryStore,
    commits: AtomicUsize,
    fail_next: AtomicUsize,
}

struct WatchedTransaction<'a> {
    of: &'a Watched,
    txn: Box<dyn Transaction + 'a>,
}

impl Store for Watched {
    fn read(&self) -> Result<Box<dyn ReadTxn>, StoreError> {
        self.store.read()
    }

    fn write(&self) -> Result<Box<dyn Transaction + '_>, StoreError> {
        Ok(Box::new(WatchedTransaction {
            of: self,
            txn: self.store.write()?,
        }))
    }
}

impl ReadTxn for WatchedTransaction<'_> {
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        self.txn.get(table, key)
    }

    fn range(&self, t: Table, span: &Span, d: Direction, limit: usize) -> Result<Vec<Entry>, StoreError> {
        self.txn.range(t, span, d, limit)
    }
}

impl WriteTxn for WatchedTransaction<'_> {
    fn put(&mut self, table: Table, key: &[u8], value: &[u8]) -> Result<(), StoreError> {
        self.txn.put(table, key, value)
    }

    fn delete(&mut self, table: Table, key: &[u8]) -> Result<(), StoreError> {
        self.txn.delete(table, key)
    }
}

impl Transaction for WatchedTransaction<'_> {
    fn keep(&mut self) -> bool {
        self.txn.keep()
    }

    fn undo(&mut self) {
        self.txn.undo();
    }

    fn commit(self: Box<Self>) -> Result<(), StoreError> {
        let Self { of, txn } = *self;
        if of.fail_next.swap(0, Ordering::SeqCst) > 0 {
            return Err(StoreError::Failed("the disk is full".to_owned()));
        }
        of.commits.fetch_add(1, Ordering::SeqCst);
        txn.commit()
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Wrong {
    Own,
    Database(HubError),
}

impl From<HubError> for Wrong {
    fn from(error: HubError) -> Self {
        Self::Database(error)
    }
}

impl From<StoreError> for Wrong {
    fn from(error: StoreError) -> Self {
        Self::Database(error.into())
    }
}

fn hub() -> (Database, Arc<Watched>) {
    let store = Arc::new(Watched::default());
    let hub = Database::start(Arc::clone(&store) as Arc<dyn Store>, &mut OsEntropy).unwrap();
    store.commits.store(0, Ordering::SeqCst);
    (hub, store)
}

async fn put(hub: &Database, key: &'static [u8]) -> Result<(), Wrong> {
    hub.write(move |txn| Ok(txn.put(Table::Meta, key, b"")?)).await
}

async fn holds(hub: &Database, key: &'static [u8]) -> bool {
    hub.read(move |txn| Ok::<_, Wrong>(txn.get(Table::Meta, key)?.is_some()))
        .await
        .unwrap()
}

#[tokio::test]
async fn what_waits_is_committed_together_and_a_failure_takes_nothing_along() {
    let (hub, store) = hub();
    let (go, gate) = blocking::channel::<()>();
    let first = {
        let hub = hub.clone();
        tokio::spawn(async move {
            hub.write(move |txn| {
                gate.recv().unwrap();
                Ok::<_, Wrong>(txn.put(Table::Meta, b"first", b"")?)
            })
            .await
        })
    };
    tokio::time::sleep(Duration::from_millis(50)).await;
    let wrong = {
        let hub = hub.clone();
        tokio::spawn(async move {
            hub.write(|txn| {
                txn.put(Table::Meta, b"wrong", b"")?;
                Err::<(), _>(Wrong::Own)
            })
            .await
        })
    };
    let right: Vec<_> = [b"a", b"b", b"c"]
        .into_iter()
        .map(|key| {
            let hub = hub.clone();
            tokio::spawn(async move { put(&hub, key).await })
        })
        .collect();
    tokio::time::sleep(Duration::from_millis(50)).await;
    go.send(()).unwrap();
    assert_eq!(first.await.unwrap(), Ok(()));
    assert_eq!(wrong.await.unwrap(), Err(Wrong::Own));
    for job in right {
        assert_eq!(job.await.unwrap(), Ok(()));
    }
    assert_eq!(
        store.commits.load(Ordering::SeqCst),
        2,
        "the first alone, then the four that waited meanwhile"
    );
    assert!(holds(&hub, b"a").await && holds(&hub, b"c").await);
    assert!(!holds(&hub, b"wrong").await);
}

#[tokio::test]
async fn a_failed_commit_is_told_to_all_and_the_next_goes_through() {
    let (hub, store) = hub();
    store.fail_next.store(1, Ordering::SeqCst);
    let told = put(&hub, b"a").await;
    assert!(
        matches!(told, Err(Wrong::Database(HubError::Store(_)))),
        "{told:?}"
    );
    assert!(!holds(&hub, b"a").await);
    assert_eq!(put(&hub, b"b").await, Ok(()));
    assert!(holds(&hub, b"b").await);
}

#[tokio::test]
async fn listeners_hear_of_scopes_that_changed_once_it_is_true() {
    let (hub, _store) = hub();
    let mut change_events = hub.subscribe();
    let own = Scope::Person(PersonId::from_name("amina"));
    for at in [1, 1, 2] {
        hub.write(move |txn| {
            let mut row_store = RowStore::new(txn);
            let bookmark = Bookmark {
                experience: ExperienceId::from_name("e"),
                at: Timestamp(at),
            };
            row_store.put(own, bookmark.into());
            Ok::<_, Wrong>(row_store.finish()?)
        })
        .await
        .unwrap();
    }
    let change_event = |head| ChangeEvent { scope: own, head };
    assert_eq!(change_events.recv().await, Ok(change_event(1)));
    assert_eq!(
        change_events.recv().await,
        Ok(change_event(2)),
        "the same again is no change"
    );
    assert!(change_events.try_recv().is_err());
}

#[tokio::test]
async fn what_failed_beside_others_is_told_to_nobody() {
    let (hub, _store) = hub();
    let mut change_events = hub.subscribe();
    let (go, gate) = blocking::channel::<()>();
    let scope = |name: &str| Scope::Person(PersonId::from_name(name));
    let write = |name: &'static str, fails: bool| {
        let hub = hub.clone();
        tokio::spawn(async move {
            hub.write(move |txn| {
                let mut row_store = RowStore::new(txn);
                let bookmark = Bookmark {
                    experience: ExperienceId::from_name("e"),
                    at: Timestamp(1),
                };
                row_store.put(scope(name), bookmark.into());
                row_store.finish()?;
                if fails { Err(Wrong::Own) } else { Ok(()) }
            })
            .await
        })
    };
    let first = {
        let hub = hub.clone();
        tokio::spawn(async move {
            hub.write(move |_| {
                gate.recv().unwrap();
                Ok::<_, Wrong>(())
            })
            .await
        })
    };
    tokio::time::sleep(Duration::from_millis(50)).await;
    let jobs = [("amina", false), ("brahim", true), ("fatima", false)]
        .map(|(name, fails)| (write(name, fails), fails));
    tokio::time::sleep(Duration::from_millis(50)).await;
    go.send(()).unwrap();
    assert_eq!(first.await.unwrap(), Ok(()));
    for (job, fails) in jobs {
        assert_eq!(job.await.unwrap().is_err(), fails);
    }
    let mut told = Vec::new();
    while let Ok(event) = change_events.try_recv() {
        told.push((event.scope, event.head));
    }
    let mut expected = [(scope("amina"), 1), (scope("fatima"), 1)];
    expected.sort_unstable();
    assert_eq!(told, expected);
    let held = hub
        .read(move |txn| Ok::<_, Wrong>(row_store::head(txn, scope("brahim"))?))
        .await
        .unwrap();
    assert_eq!(held, row_store::Head::default(), "nor kept");
}

#[tokio::test]
async fn stopping_finishes_what_waits_and_takes_nothing_new() {
    let (hub, _store) = hub();
    let waiting: Vec<_> = [b"a", b"b"]
        .into_iter()
        .map(|key| {
            let hub = hub.clone();
            tokio::spawn(async move {
                hub.write(move |txn| {
                    std::thread::sleep(Duration::from_millis(60));
                    Ok::<_, Wrong>(txn.put(Table::Meta, key, b"")?)
                })
                .await
            })
        })
        .collect();
    tokio::time::sleep(Duration::from_millis(20)).await;
    hub.stop().await;
    for job in waiting {
        assert_eq!(job.await.unwrap(), Ok(()));
    }
    assert_eq!(put(&hub, b"c").await, Err(Wrong::Database(HubError::Unavailable)));
    assert!(holds(&hub, b"b").await, "reading goes on until the end");
}

#[tokio::test]
async fn too_many_in_line_are_asked_to_come_again() {
    let narrow = Limits {
        queue: 1,
        patience: Duration::from_millis(30),
        ..Limits::default()
    };
    let hub = Database::start_with(Arc::new(MemoryStore::new()), &mut OsEntropy, narrow).unwrap();
    let (go, gate) = blocking::channel::<()>();
    let (begun, has_begun) = oneshot::channel();
    let at_work = {
        let hub = hub.clone();
        tokio::spawn(async move {
            hub.write(move |_| {
                begun.send(()).unwrap();
                gate.recv().unwrap();
                Ok::<_, Wrong>(())
            })
            .await
        })
    };
    has_begun.await.unwrap();
    let in_line = {
        let hub = hub.clone();
        tokio::spawn(async move { put(&hub, b"in line").await })
    };
    tokio::time::sleep(Duration::from_millis(10)).await;
    assert_eq!(
        put(&hub, b"late").await,
        Err(Wrong::Database(HubError::Unavailable))
    );
    go.send(()).unwrap();
    assert_eq!(at_work.await.unwrap(), Ok(()));
    assert_eq!(in_line.await.unwrap(), Ok(()));
    assert!(!holds(&hub, b"late").await, "what was turned away was not done");
}

/// An experience as an earlier version wrote it into the row of its readers, with the words of the focal point.
fn written_for_everybody(name: &str) -> Experience {
    let person = |name: &str| Author {
        person: PersonId::from_name(name),
        name: name.to_owned(),
        collectivity: None,
    };
    Experience {
        id: ExperienceId::from_name(name),
        slug: Some(name.to_owned()),
        collectivity: CollectivityId::from_name("tinghir"),
        author: Some(person("amina")),
        state: ExperienceState::Published,
        revision: 3,
        content: ExperienceContent::default(),
        previous: Some(Box::default()),
        created: Timestamp(1),
        updated: Timestamp(3),
        submitted: Some(Timestamp(2)),
        published: Some(Timestamp(3)),
        decision: Some(Decision {
            by: person("brahim"),
            at: Timestamp(3),
            reason: None,
            note: "said in private".to_owned(),
        }),
        versions: Vec::new(),
        writers: Vec::new(),
        library_dates: None,
    }
}

#[tokio::test]
async fn rows_of_an_earlier_version_are_cleaned_at_the_next_start_and_only_then() {
    let store = Arc::new(MemoryStore::new());
    let start = || Database::start(Arc::clone(&store) as Arc<dyn Store>, &mut OsEntropy).unwrap();
    let held = written_for_everybody("budget");
    let (readers, author) = (
        Scope::Experience(held.id),
        Scope::Person(PersonId::from_name("amina")),
    );
    {
        let mut txn = store.write().unwrap();
        crate::row_store::set_epoch(&mut *txn, new_epoch(&mut OsEntropy).unwrap()).unwrap();
        let mut row_store = RowStore::new(&mut *txn);
        for scope in [readers, author] {
            row_store.put(scope, held.clone().into());
        }
        row_store.finish().unwrap();
        txn.commit().unwrap();
    }
    for turn in ["the first start", "the second start"] {
        let hub = start();
        let read = store.read().unwrap();
        let row = |scope| {
            row_store::find::<Experience>(&*read, scope, held.id)
                .unwrap()
                .unwrap()
        };
        assert_eq!(row(readers), held.for_readers(), "{turn}");
        assert_eq!(row(author), held, "{turn}: the author's copy is whole");
        // The row has a new place in the order, so that devices pull it anew; once.
        assert_eq!(row_store::head(&*read, readers).unwrap().head, 2, "{turn}");
        let review = row_store::find::<Review>(&*read, Scope::Focal(held.collectivity), held.id).unwrap();
        assert_eq!(review.unwrap().decision, held.decision, "{turn}");
        crate::verify::verify(&*read).sound().unwrap();
        drop(read);
        hub.stop().await;
    }
    let new = MemoryStore::new();
    ensure_epoch(&new, &mut OsEntropy).unwrap();
    let is_done = row_store::has_reader_rows(&*new.read().unwrap()).unwrap();
    assert!(is_done, "a new database has nothing to look through later");
}

#[tokio::test]
async fn closed_accounts_of_an_earlier_version_leave_the_lists_of_colleagues() {
    let store = Arc::new(MemoryStore::new());
    let (place, closed, open) = (
        CollectivityId::from_name("tinghir"),
        PersonId::from_name("amina"),
        PersonId::from_name("brahim"),
    );
    let left = CollectivityId::from_name("agadir");
    let scopes = [Scope::Network, Scope::Collectivity(place)];
    {
        let mut txn = store.write().unwrap();
        let mut row_store = RowStore::new(&mut *txn);
        for id in [closed, open] {
            let person = Person {
                id,
                name: "أمينة".to_owned(),
                email: String::new(),
                lang: Lang::Ar,
                roles: Roles {
                    collectivities: [(place, CollectivityRole::FocalPoint)].into(),
                    ..Roles::default()
                },
                joined: Timestamp(0),
                disabled: id == closed,
            };
            row_store.put(Scope::Administration, person.clone().into());
            for scope in scopes {
                row_store.put(scope, person.card().into());
            }
        }
        for (person, collectivity) in [(open, place), (open, left)] {
            let record = TrainingRecord {
                person,
                name: String::new(),
                module: ModuleId::from_name("law"),
                lessons_completed: 1,
                lessons: 4,
                attempts: 0,
                best_percent: None,
                certificate: None,
                updated: Timestamp(1),
            };
            row_store.put(Scope::Focal(collectivity), record.into());
        }
        row_store.finish().unwrap();
        txn.commit().unwrap();
    }
    let hub = Database::start(Arc::clone(&store) as Arc<dyn Store>, &mut OsEntropy).unwrap();
    let read = store.read().unwrap();
    let training = |collectivity| {
        let records: Vec<TrainingRecord> = row_store::all(&*read, Scope::Focal(collectivity)).unwrap();
        records.len()
    };
    assert_eq!((training(place), training(left)), (1, 0));
    for scope in scopes {
        let cards: Vec<PersonCard> = row_store::all(&*read, scope).unwrap();
        assert_eq!(
            cards.iter().map(|card| card.id).collect::<Vec<_>>(),
            [open],
            "{scope:?}"
        );
    }
    drop(read);
    hub.stop().await;
}

#[tokio::test]
async fn old_tombstones_of_all_scopes_are_forgotten_some_scopes_at_a_time() {
    let watched = Arc::new(Watched::default());
    let database = Database::start(Arc::clone(&watched) as Arc<dyn Store>, &mut OsEntropy).unwrap();
    let people = (0..=SCOPES_AT_ONCE as u128).map(|number| PersonId(Uuid::from_u128(number + 1)));
    let scopes: Vec<Scope> = people.map(Scope::Person).collect();
    let bookmark = Bookmark {
        experience: ExperienceId(Uuid::from_u128(9)),
        at: Timestamp(0),
    };
    let mut txn = watched.write().unwrap();
    let mut row_store = RowStore::new(&mut *txn);
    for scope in &scopes {
        row_store.put(*scope, bookmark.clone().into());
    }
    for scope in &scopes {
        row_store.delete(&RowKey::of(*scope, &shared::row::Record::from(bookmark.clone())));
    }
    row_store.finish().unwrap();
    txn.commit().unwrap();
    let tidied = async |at: i64| database.forget_old_tombstones(Timestamp(at)).await.unwrap();
    assert_eq!(tidied(0).await, 0, "the first marks");
    assert_eq!(tidied(TOMBSTONE_LIFE_MS - 1).await, 0);
    let before = watched.commits.load(Ordering::SeqCst);
    assert_eq!(tidied(TOMBSTONE_LIFE_MS).await, scopes.len());
    assert_eq!(watched.commits.load(Ordering::SeqCst) - before, 2);
}

#[tokio::test]
async fn communes_of_one_name_are_marked_at_the_next_start_wherever_they_are() {
    let store = Arc::new(MemoryStore::new());
    let commune = |slug: &str, name: &str| Collectivity {
        id: CollectivityId::from_name(slug),
        slug: slug.to_owned(),
        kind: CollectivityKind::Commune,
        code: "05.311.07.13".to_owned(),
        region: "05".to_owned(),
        name: Translated::only(Lang::Fr, name),
        province: None,
        shares_name: false,
        population: None,
        joined: None,
        source: None,
    };
    let all = [
        commune("a", "Oulad Aissa"),
        commune("b", "Oulad Aïssa"),
        commune("c", "Tinghir"),
    ];
    let mut txn = store.write().unwrap();
    let mut row_store = RowStore::new(&mut *txn);
    for one in &all {
        row_store.put(Scope::Directory, one.clone().into());
    }
    row_store.put(Scope::Public, all[0].clone().into());
    row_store.finish().unwrap();
    txn.commit().unwrap();
    for _ in 0..2 {
        let hub = Database::start(Arc::clone(&store) as Arc<dyn Store>, &mut OsEntropy).unwrap();
        let read = store.read().unwrap();
        let marked = |scope| {
            let mut all = row_store::all::<Collectivity>(&*read, scope).unwrap();
            all.retain(|one| one.shares_name);
            let mut slugs: Vec<String> = all.into_iter().map(|one| one.slug).collect();
            slugs.sort();
            slugs
        };
        assert_eq!(marked(Scope::Directory), ["a", "b"]);
        assert_eq!(marked(Scope::Public), ["a"]);
        assert_eq!(row_store::head(&*read, Scope::Directory).unwrap().head, 5, "once");
        drop(read);
        hub.stop().await;
    }
}
