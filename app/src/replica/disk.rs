//! IndexedDB: one database per person, one object store per kind of value, values as JSON text.

use futures::channel::oneshot;
use js_sys::{Array, Function, Object, Reflect};
use serde_json::Value;
use shared::client::{Persisted, StoreName, Stored};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{IdbDatabase, IdbKeyRange, IdbOpenDbRequest, IdbRequest, IdbTransaction, IdbTransactionMode};

/// The layout of the object stores. A newer layout makes `onupgradeneeded` run, which only adds.
const LAYOUT: u32 = 1;

/// The browser would not do it: no IndexedDB, no room, or a database that is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DiskFailed;

impl From<JsValue> for DiskFailed {
    fn from(error: JsValue) -> Self {
        web_sys::console::warn_1(&error);
        Self
    }
}

/// One write, in the form that it has on the disk: values are JSON text.
pub(super) enum DiskWrite {
    Put {
        store: StoreName,
        key: String,
        text: String,
    },
    Delete {
        store: StoreName,
        key: String,
    },
    /// Of every key that begins so.
    DeletePrefix {
        store: StoreName,
        prefix: String,
    },
}

/// A database, and the connection to it. A connection that the browser closes is opened anew.
pub(super) struct Disk {
    connection: Rc<Connection>,
}

impl Drop for Disk {
    fn drop(&mut self) {
        self.connection.close();
    }
}

struct Connection {
    name: String,
    database: RefCell<IdbDatabase>,
    /// Set once it is closed on purpose.
    is_given_up: Cell<bool>,
    /// Set from the loss of the connection until there is another one.
    is_lost: Cell<bool>,
    /// How many writes were asked for.
    writes: Cell<u64>,
    /// Writes that wait for another connection, by the order in which they were asked for.
    waiting: RefCell<BTreeMap<u64, WaitingWrite>>,
    is_reopening: Cell<bool>,
}

struct WaitingWrite {
    writes: Vec<DiskWrite>,
    done: oneshot::Sender<Result<(), DiskFailed>>,
}

impl Connection {
    fn close(&self) {
        self.is_given_up.set(true);
        // Closing twice is harmless. What was asked for before is still done.
        self.database.borrow().close();
    }

    /// Keeps `database` from now on. A newer version of the app in another tab may want another layout: it gets it.
    fn take(self: &Rc<Self>, database: IdbDatabase) {
        let giving_way = Rc::downgrade(self);
        let give_way = Closure::<dyn FnMut()>::new(move || {
            if let Some(connection) = giving_way.upgrade() {
                connection.close();
            }
        });
        let losing = Rc::downgrade(self);
        let lose = Closure::<dyn FnMut()>::new(move || {
            if let Some(connection) = losing.upgrade() {
                connection.is_lost.set(true);
            }
        });
        database.set_onversionchange(Some(give_way.as_ref().unchecked_ref()));
        database.set_onclose(Some(lose.as_ref().unchecked_ref()));
        give_way.forget();
        lose.forget();
        self.is_lost.set(false);
        *self.database.borrow_mut() = database;
    }

    /// Another connection to the same database, provided that it still holds what was written.
    async fn reopen(self: &Rc<Self>) -> Result<(), DiskFailed> {
        if self.is_given_up.get() {
            return Err(DiskFailed);
        }
        let database = connect(&self.name).await?;
        let transaction = transaction(&database, IdbTransactionMode::Readonly)?;
        let described = transaction.object_store(StoreName::Meta.word())?.count()?;
        completion_of(&transaction).await?;
        if described.result()?.as_f64() == Some(0.0) {
            // Somebody cleared it. Rows that are written from now on would lack those before.
            database.close();
            return Err(DiskFailed);
        }
        self.take(database);
        Ok(())
    }

    /// Writes once there is another connection, in the order in which writes were asked for.
    async fn write_after_reopening(
        self: Rc<Self>,
        order: u64,
        writes: Vec<DiskWrite>,
    ) -> Result<(), DiskFailed> {
        let (done, outcome) = oneshot::channel();
        self.waiting
            .borrow_mut()
            .insert(order, WaitingWrite { writes, done });
        if !self.is_reopening.replace(true) {
            let connection = Rc::clone(&self);
            leptos::task::spawn_local(async move {
                let reopened = connection.reopen().await;
                connection.is_reopening.set(false);
                for (_, WaitingWrite { writes, done }) in connection.waiting.take() {
                    let begun = reopened.and_then(|()| connection.begin_write(&writes));
                    leptos::task::spawn_local(async move {
                        let outcome = match begun {
                            Ok(completion) => completion.await,
                            Err(failed) => Err(failed),
                        };
                        // Nobody may be waiting any more.
                        let _ = done.send(outcome);
                    });
                }
            });
        }
        outcome.await.unwrap_or(Err(DiskFailed))
    }

    /// The transaction is made before this returns, so that calls keep their order; the future resolves once it is on
    /// the disk.
    fn begin_write(
        &self,
        writes: &[DiskWrite],
    ) -> Result<impl Future<Output = Result<(), DiskFailed>> + use<>, DiskFailed> {
        let transaction = match transaction(&self.database.borrow(), IdbTransactionMode::Readwrite) {
            Ok(transaction) => transaction,
            Err(failed) => {
                self.is_lost.set(true);
                return Err(failed);
            }
        };
        for write in writes {
            if let Err(error) = put_into(&transaction, write) {
                // Half a transition must not be stored.
                let _ = transaction.abort();
                return Err(error);
            }
        }
        let completion = completion_of(&transaction);
        // Completes without this page: one that is kept in order to go back to it runs no callback, and its open
        // transaction would hold up every other page.
        #[expect(
            deprecated,
            reason = "`web-sys` marks it so without a reason; the standard, Indexed Database 3.0, does not"
        )]
        transaction.commit()?;
        Ok(completion)
    }
}

impl Disk {
    pub(super) async fn open(name: &str) -> Result<Self, DiskFailed> {
        let database = connect(name).await?;
        let connection = Rc::new(Connection {
            name: name.to_owned(),
            database: RefCell::new(database.clone()),
            is_given_up: Cell::new(false),
            is_lost: Cell::new(false),
            writes: Cell::new(0),
            waiting: RefCell::default(),
            is_reopening: Cell::new(false),
        });
        connection.take(database);
        Ok(Self { connection })
    }

    /// A transaction on this connection or on another one.
    async fn transaction(&self, mode: IdbTransactionMode) -> Result<IdbTransaction, DiskFailed> {
        let begun = transaction(&self.connection.database.borrow(), mode);
        if begun.is_ok() {
            return begun;
        }
        self.connection.reopen().await?;
        transaction(&self.connection.database.borrow(), mode)
    }

    /// Everything the database holds.
    pub(super) async fn read(&self) -> Result<Persisted, DiskFailed> {
        let transaction = self.transaction(IdbTransactionMode::Readonly).await?;
        let mut asked = Vec::new();
        for name in StoreName::ALL {
            let store = transaction.object_store(name.word())?;
            asked.push((name, store.get_all_keys()?, store.get_all()?));
        }
        completion_of(&transaction).await?;
        let mut values = Vec::new();
        for (store, keys, texts) in asked {
            let keys: Array = keys.result()?.unchecked_into();
            let texts: Array = texts.result()?.unchecked_into();
            for (key, text) in keys.iter().zip(texts.iter()) {
                let (Some(key), Some(text)) = (key.as_string(), text.as_string()) else {
                    continue;
                };
                // What cannot be read stays where it is; the client treats it as not there.
                if let Ok(value) = serde_json::from_str::<Value>(&text) {
                    values.push(Stored { store, key, value });
                }
            }
        }
        Ok(Persisted { values })
    }

    /// Writes in one transaction, in the order of the calls; the future resolves once it is on the disk. What a lost
    /// connection took with it is written through the next one.
    pub(super) fn write(
        &self,
        writes: Vec<DiskWrite>,
    ) -> impl Future<Output = Result<(), DiskFailed>> + use<> {
        let connection = Rc::clone(&self.connection);
        let order = connection.writes.get();
        connection.writes.set(order + 1);
        let begun = if connection.is_reopening.get() {
            Err(DiskFailed)
        } else {
            connection.begin_write(&writes)
        };
        async move {
            let outcome = match begun {
                Ok(completion) => completion.await,
                Err(failed) => Err(failed),
            };
            if outcome.is_err() && (connection.is_lost.get() || connection.is_reopening.get()) {
                return connection.write_after_reopening(order, writes).await;
            }
            outcome
        }
    }

    /// Empties the database.
    pub(super) async fn clear(&self) -> Result<(), DiskFailed> {
        let transaction = self.transaction(IdbTransactionMode::Readwrite).await?;
        for name in StoreName::ALL {
            transaction.object_store(name.word())?.clear()?;
        }
        completion_of(&transaction).await
    }
}

async fn connect(name: &str) -> Result<IdbDatabase, DiskFailed> {
    let factory = web_sys::window()
        .and_then(|window| window.indexed_db().ok().flatten())
        .ok_or(DiskFailed)?;
    let request: IdbOpenDbRequest = factory.open_with_u32(name, LAYOUT)?;
    let upgrading = request.clone();
    let upgrade = Closure::<dyn FnMut()>::new(move || {
        let Some(database) = database_of(&upgrading) else {
            return;
        };
        for store in StoreName::ALL {
            if !database.object_store_names().contains(store.word()) {
                // A failure aborts the upgrade, and the opening with it.
                let _ = database.create_object_store(store.word());
            }
        }
    });
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    outcome_of(&request).await?;
    database_of(&request).ok_or(DiskFailed)
}

/// `web-sys` counts the durability among its unstable parts, so it is asked for by name.
fn transaction(database: &IdbDatabase, mode: IdbTransactionMode) -> Result<IdbTransaction, DiskFailed> {
    let stores: Array = StoreName::ALL
        .iter()
        .map(|store| JsValue::from_str(store.word()))
        .collect();
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &"strict".into())?;
    let method: Function = Reflect::get(database, &"transaction".into())?
        .dyn_into()
        .map_err(|_| DiskFailed)?;
    let transaction = method.call3(database, &stores, &mode.into(), &options)?;
    transaction.dyn_into().map_err(|_| DiskFailed)
}

fn put_into(transaction: &IdbTransaction, write: &DiskWrite) -> Result<(), DiskFailed> {
    match write {
        DiskWrite::Put { store, key, text } => {
            transaction
                .object_store(store.word())?
                .put_with_key(&text.into(), &key.into())?;
        }
        DiskWrite::Delete { store, key } => {
            transaction.object_store(store.word())?.delete(&key.into())?;
        }
        DiskWrite::DeletePrefix { store, prefix } => {
            let range = IdbKeyRange::bound(&prefix.into(), &format!("{prefix}\u{ffff}").into())?;
            transaction.object_store(store.word())?.delete(&range)?;
        }
    }
    Ok(())
}

fn database_of(request: &IdbOpenDbRequest) -> Option<IdbDatabase> {
    request.result().ok()?.dyn_into().ok()
}

type Waiting = Rc<RefCell<Option<oneshot::Sender<Result<(), DiskFailed>>>>>;

/// A callback that resolves a future, once.
fn resolving(waiting: &Waiting, with: Result<(), DiskFailed>) -> Closure<dyn FnMut()> {
    let waiting = Rc::clone(waiting);
    Closure::new(move || {
        if let Some(waiting) = waiting.borrow_mut().take() {
            // Nobody listens any more when the future was dropped.
            let _ = waiting.send(with);
        }
    })
}

async fn outcome_of(request: &IdbRequest) -> Result<(), DiskFailed> {
    let (sender, receiver) = oneshot::channel();
    let waiting: Waiting = Rc::new(RefCell::new(Some(sender)));
    let done = resolving(&waiting, Ok(()));
    let failed = resolving(&waiting, Err(DiskFailed));
    request.set_onsuccess(Some(done.as_ref().unchecked_ref()));
    request.set_onerror(Some(failed.as_ref().unchecked_ref()));
    let outcome = receiver.await.unwrap_or(Err(DiskFailed));
    request.set_onsuccess(None);
    request.set_onerror(None);
    outcome
}

/// The listeners are in place when this returns: a transaction may complete before the future is first polled.
fn completion_of(transaction: &IdbTransaction) -> impl Future<Output = Result<(), DiskFailed>> + use<> {
    let (sender, receiver) = oneshot::channel();
    let waiting: Waiting = Rc::new(RefCell::new(Some(sender)));
    let done = resolving(&waiting, Ok(()));
    let failed = resolving(&waiting, Err(DiskFailed));
    let aborted = resolving(&waiting, Err(DiskFailed));
    transaction.set_oncomplete(Some(done.as_ref().unchecked_ref()));
    transaction.set_onerror(Some(failed.as_ref().unchecked_ref()));
    transaction.set_onabort(Some(aborted.as_ref().unchecked_ref()));
    async move {
        let outcome = receiver.await.unwrap_or(Err(DiskFailed));
        drop((done, failed, aborted));
        outcome
    }
}
