//! IndexedDB: one database per person, one object store per kind of value, values as JSON text.

use futures::channel::oneshot;
use js_sys::{Array, Function, Object, Reflect};
use serde_json::Value;
use shared::client::{Persisted, StorageOp, StoreName, Stored};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{IdbDatabase, IdbKeyRange, IdbOpenDbRequest, IdbRequest, IdbTransaction, IdbTransactionMode};

/// The layout of the object stores. A newer layout makes `onupgradeneeded` run, which only adds.
const LAYOUT: u32 = 1;

/// The browser would not do it: no IndexedDB, no room, or a database that was closed meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DiskFailed;

impl From<JsValue> for DiskFailed {
    fn from(error: JsValue) -> Self {
        web_sys::console::warn_1(&error);
        Self
    }
}

/// An open database.
#[derive(Clone)]
pub(super) struct Disk(IdbDatabase);

impl Drop for Disk {
    fn drop(&mut self) {
        // Closing twice is harmless; an open connection would only cost memory until the page goes.
        self.0.close();
    }
}

impl Disk {
    pub(super) async fn open(name: &str) -> Result<Self, DiskFailed> {
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
        let database = database_of(&request).ok_or(DiskFailed)?;
        let closing = database.clone();
        // A newer version of the app in another tab wants another layout: let it.
        let close = Closure::<dyn FnMut()>::new(move || closing.close());
        database.set_onversionchange(Some(close.as_ref().unchecked_ref()));
        close.forget();
        Ok(Self(database))
    }

    /// Everything the database holds.
    pub(super) async fn read(&self) -> Result<Persisted, DiskFailed> {
        let transaction = self.transaction(IdbTransactionMode::Readonly)?;
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

    /// Writes in one transaction. The transaction is made before this returns, so that calls keep their order;
    /// the future resolves once it is on the disk.
    pub(super) fn write(
        &self,
        ops: &[StorageOp],
    ) -> Result<impl Future<Output = Result<(), DiskFailed>> + use<>, DiskFailed> {
        let transaction = self.transaction(IdbTransactionMode::Readwrite)?;
        for op in ops {
            if let Err(error) = put_into(&transaction, op) {
                // Half a transition must not be stored.
                let _ = transaction.abort();
                return Err(error);
            }
        }
        Ok(completion_of(&transaction))
    }

    /// Empties the database.
    pub(super) async fn clear(&self) -> Result<(), DiskFailed> {
        let transaction = self.transaction(IdbTransactionMode::Readwrite)?;
        for name in StoreName::ALL {
            transaction.object_store(name.word())?.clear()?;
        }
        completion_of(&transaction).await
    }

    /// `web-sys` counts the durability among its unstable parts, so it is asked for by name.
    fn transaction(&self, mode: IdbTransactionMode) -> Result<IdbTransaction, DiskFailed> {
        let stores: Array = StoreName::ALL
            .iter()
            .map(|store| JsValue::from_str(store.word()))
            .collect();
        let options = Object::new();
        Reflect::set(&options, &"durability".into(), &"strict".into())?;
        let method: Function = Reflect::get(&self.0, &"transaction".into())?
            .dyn_into()
            .map_err(|_| DiskFailed)?;
        let transaction = method.call3(&self.0, &stores, &mode.into(), &options)?;
        transaction.dyn_into().map_err(|_| DiskFailed)
    }
}

fn put_into(transaction: &IdbTransaction, op: &StorageOp) -> Result<(), DiskFailed> {
    match op {
        StorageOp::Put { store, key, value } => {
            let text = serde_json::to_string(value).map_err(|_| DiskFailed)?;
            transaction
                .object_store(store.word())?
                .put_with_key(&text.into(), &key.into())?;
        }
        StorageOp::Delete { store, key } => {
            transaction.object_store(store.word())?.delete(&key.into())?;
        }
        StorageOp::DeletePrefix { store, prefix } => {
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
