//! The store with its one writer: what is written waits in a line, is committed in groups, and is answered once
//! the commit is durable.

#[cfg(test)]
mod tests;
mod writer;

use crate::accounts::addresses;
use crate::authority;
use crate::entropy::{Entropy, EntropyError};
use crate::import;
use crate::row_store;
use crate::store::{ReadTxn, Store, StoreError, WriteTxn};
use shared::ids::Epoch;
use shared::scope::Scope;
use shared::time::Timestamp;
use shared::wire::ChangeEvent;
use std::rc::Rc;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, broadcast, mpsc, oneshot};
use writer::{Job, Waiting};

/// How much the hub takes on before it asks people to come again.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// How many writes may wait.
    pub queue: usize,
    /// How long a request waits for its place in line, for writing or reading.
    pub patience: Duration,
    /// How many readings run at once; each holds a thread.
    pub readers: usize,
    /// How many of them may be [large](Database::read_much): the processors have pages to answer too.
    pub large_readers: usize,
    /// How many change events a slow listener may be behind before it is told that it missed some.
    pub change_events: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            queue: 512,
            patience: Duration::from_secs(5),
            readers: 16,
            large_readers: std::thread::available_parallelism().map_or(1, |cores| cores.get().div_ceil(2)),
            change_events: 1_024,
        }
    }
}

/// Why the hub did not do a piece of work.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HubError {
    /// It is stopping or has too much to do.
    #[error("the server is stopping or overloaded")]
    Unavailable,
    /// The store failed. For a write, whether it was kept is not known.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Why the hub did not start.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StartError {
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// There were no random bytes for the life of a new database.
    #[error(transparent)]
    Entropy(#[from] EntropyError),
    /// The system gave no thread.
    #[error("the writer could not be started: {0}")]
    Thread(String),
}

/// How many scopes are looked through for old tombstones in one transaction: some milliseconds of the writer's time.
const SCOPES_AT_ONCE: usize = 200;

/// How many outcomes of mutations are forgotten in one transaction, for the same reason.
const OUTCOMES_AT_ONCE: usize = 1_000;

/// The store as all requests share it. Cheap to clone.
#[derive(Clone)]
pub struct Database {
    inner: Arc<Inner>,
}

struct Inner {
    store: Arc<dyn Store>,
    // Taken away when the hub stops; the writer ends when the last job before that is done.
    queue: Mutex<Option<mpsc::Sender<Waiting>>>,
    writer: Mutex<Option<JoinHandle<()>>>,
    readers: Arc<Semaphore>,
    large_readers: Arc<Semaphore>,
    change_events: broadcast::Sender<ChangeEvent>,
    patience: Duration,
}

impl Database {
    /// Begins to work on a store; gives a new one its first epoch.
    ///
    /// # Errors
    /// The store cannot be read or written.
    pub fn start(store: Arc<dyn Store>, entropy: &mut dyn Entropy) -> Result<Self, StartError> {
        Self::start_with(store, entropy, Limits::default())
    }

    /// [`Database::start`] with other limits.
    ///
    /// # Errors
    /// As [`Database::start`].
    pub fn start_with(
        store: Arc<dyn Store>,
        entropy: &mut dyn Entropy,
        limits: Limits,
    ) -> Result<Self, StartError> {
        ensure_epoch(&*store, entropy)?;
        bring_up_to_date(&*store)?;
        let (queue, jobs) = mpsc::channel(limits.queue);
        let (change_events, _) = broadcast::channel(limits.change_events);
        let writer = writer::start(Arc::clone(&store), jobs, change_events.clone())
            .map_err(|error| StartError::Thread(error.to_string()))?;
        Ok(Self {
            inner: Arc::new(Inner {
                store,
                queue: Mutex::new(Some(queue)),
                writer: Mutex::new(Some(writer)),
                readers: Arc::new(Semaphore::new(limits.readers)),
                large_readers: Arc::new(Semaphore::new(limits.large_readers)),
                change_events,
                patience: limits.patience,
            }),
        })
    }

    /// Runs a job that writes. It sees everything written before it; when it fails, nothing of it is kept and
    /// others are not disturbed. Returns once the writes are durable and visible to everybody.
    ///
    /// # Errors
    /// What the job says, or that the hub could not do it.
    pub async fn write<T, E>(
        &self,
        job: impl FnOnce(&mut dyn WriteTxn) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<HubError> + Send + 'static,
    {
        let (tell, told) = oneshot::channel();
        let job: Waiting = Box::new(Asked {
            work: Some(job),
            outcome: None,
            tell,
        });
        let queue = self
            .inner
            .queue
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        let sent = match queue {
            Some(queue) => queue.send_timeout(job, self.inner.patience).await.is_ok(),
            None => false,
        };
        if !sent {
            return Err(HubError::Unavailable.into());
        }
        told.await.unwrap_or_else(|_| Err(HubError::Unavailable.into()))
    }

    /// Forgets the tombstones that no device can need any more ([`row_store::compact_old`]), some scopes at a time so that nobody
    /// waits long for the writer. Returns how many.
    ///
    /// # Errors
    /// The store failed, or the hub is about to end.
    pub async fn forget_old_tombstones(&self, now: Timestamp) -> Result<usize, HubError> {
        let all = self
            .read(|txn| Ok::<_, HubError>(row_store::scopes(txn)?))
            .await?;
        let all: Vec<Scope> = all.into_iter().map(|(scope, _)| scope).collect();
        let mut forgotten = 0;
        for some in all.chunks(SCOPES_AT_ONCE) {
            let some = some.to_vec();
            forgotten += self
                .write(move |txn| Ok::<_, HubError>(row_store::compact_old(txn, &some, now)?))
                .await?;
        }
        Ok(forgotten)
    }

    /// Forgets the outcomes of mutations that no device will offer again ([`authority::forget_old_outcomes`]), some in each
    /// transaction. Returns how many.
    ///
    /// # Errors
    /// As [`Database::forget_old_tombstones`].
    pub async fn forget_old_outcomes(&self, now: Timestamp) -> Result<usize, HubError> {
        let mut forgotten = 0;
        loop {
            let some = self
                .write(move |txn| {
                    Ok::<_, HubError>(authority::forget_old_outcomes(txn, now, OUTCOMES_AT_ONCE)?)
                })
                .await?;
            forgotten += some;
            if some < OUTCOMES_AT_ONCE {
                return Ok(forgotten);
            }
        }
    }

    /// Runs a job that only reads, on a thread where it may take its time.
    ///
    /// # Errors
    /// What the job says, or that the hub could not do it.
    pub async fn read<T, E>(
        &self,
        job: impl FnOnce(&dyn ReadTxn) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<HubError> + Send + 'static,
    {
        self.read_shared(|txn| job(&*txn)).await
    }

    /// [`Database::read`] for a job that shares the reading with what it calls.
    ///
    /// # Errors
    /// As [`Database::read`].
    pub async fn read_shared<T, E>(
        &self,
        job: impl FnOnce(Rc<dyn ReadTxn>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<HubError> + Send + 'static,
    {
        let place = self.place_among(&self.inner.readers).await?;
        let store = Arc::clone(&self.inner.store);
        let reading = tokio::task::spawn_blocking(move || {
            let _place = place;
            let txn = store.read().map_err(|error| E::from(error.into()))?;
            job(Rc::from(txn))
        });
        match reading.await {
            Ok(outcome) => outcome,
            Err(error) => Err(HubError::Store(StoreError::Failed(error.to_string())).into()),
        }
    }

    /// A place among readers, waited for as long as anything is.
    async fn place_among(&self, readers: &Arc<Semaphore>) -> Result<OwnedSemaphorePermit, HubError> {
        let place = Arc::clone(readers).acquire_owned();
        match tokio::time::timeout(self.inner.patience, place).await {
            Ok(Ok(place)) => Ok(place),
            _ => Err(HubError::Unavailable),
        }
    }

    /// [`Database::read`] for a job that reads much: only some of the readers take such jobs.
    ///
    /// # Errors
    /// As [`Database::read`].
    pub async fn read_much<T, E>(
        &self,
        job: impl FnOnce(&dyn ReadTxn) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<HubError> + Send + 'static,
    {
        let place = self.place_among(&self.inner.large_readers).await?;
        self.read(move |txn| {
            let _place = place;
            job(txn)
        })
        .await
    }

    /// Hears of every scope that changes, after the change is durable.
    #[must_use]
    pub fn subscribe(&self) -> broadcast::Receiver<ChangeEvent> {
        self.inner.change_events.subscribe()
    }

    /// Takes no more writes, finishes those that wait and returns when all are answered.
    pub async fn stop(&self) {
        let queue = self
            .inner
            .queue
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        drop(queue);
        let writer = self
            .inner
            .writer
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        if let Some(writer) = writer {
            let ended = tokio::task::spawn_blocking(move || writer.join().is_ok()).await;
            if !ended.unwrap_or(false) {
                tracing::error!("the writer did not end as it should");
            }
        }
    }
}

/// A request's piece of work, with the line back to the request.
struct Asked<W, T, E> {
    work: Option<W>,
    outcome: Option<Result<T, E>>,
    tell: oneshot::Sender<Result<T, E>>,
}

impl<W, T, E> Job for Asked<W, T, E>
where
    W: FnOnce(&mut dyn WriteTxn) -> Result<T, E> + Send,
    T: Send,
    E: From<HubError> + Send,
{
    fn run(&mut self, txn: &mut dyn WriteTxn) -> bool {
        self.outcome = self.work.take().map(|work| work(txn));
        matches!(self.outcome, Some(Ok(_)))
    }

    fn answer(self: Box<Self>, committed: Result<(), StoreError>) {
        let outcome = match (committed, self.outcome) {
            (Err(error), _) => Err(HubError::Store(error).into()),
            (Ok(()), Some(outcome)) => outcome,
            (Ok(()), None) => Err(HubError::Unavailable.into()),
        };
        // Nobody may be waiting any more: the request was given up, the work is done all the same.
        let _ = self.tell.send(outcome);
    }
}

/// Gives a database without an epoch its first.
///
/// # Errors
/// The store cannot be read or written, or there were no random bytes.
pub fn ensure_epoch(store: &dyn Store, entropy: &mut dyn Entropy) -> Result<(), StartError> {
    write_once(
        store,
        |txn| row_store::has_epoch(txn),
        |txn| {
            row_store::set_epoch(txn, new_epoch(entropy)?)?;
            // There is nothing in it that an earlier version wrote.
            Ok(row_store::set_reader_rows(txn)?)
        },
    )
}

/// Writes what a database of an earlier version lacks: the lists of what is published, and the counts of what is kept
/// for whom. Takes out of its public rows what only author and focal points may read, and out of the lists of colleagues
/// the accounts that are closed; these rows get new seqs, so that devices pull them anew. Lists people for coordinators,
/// who held everybody's row. Makes what modules are today their first edition.
fn bring_up_to_date(store: &dyn Store) -> Result<(), StartError> {
    write_once(
        store,
        |txn| row_store::has_published(txn),
        |txn| Ok(row_store::write_published(txn)?),
    )?;
    write_once(
        store,
        |txn| row_store::has_usage(txn),
        |txn| Ok(row_store::count_usage(txn)?),
    )?;
    write_once(
        store,
        |txn| row_store::has_unlisted_closed_accounts(txn),
        |txn| Ok(row_store::unlist_closed_accounts(txn)?),
    )?;
    write_once(
        store,
        |txn| row_store::has_listed_people(txn),
        |txn| Ok(row_store::list_people(txn)?),
    )?;
    write_once(
        store,
        |txn| row_store::has_first_editions(txn),
        |txn| Ok(row_store::write_first_editions(txn)?),
    )?;
    write_once(store, addresses::is_up_to_date, |txn| {
        Ok(addresses::bring_up_to_date(txn)?)
    })?;
    write_once(
        store,
        |txn| row_store::has_shared_names(txn),
        |txn| Ok(row_store::write_shared_names(txn)?),
    )?;
    write_once(
        store,
        |txn| import::has_remembered_modules(txn),
        |txn| Ok(import::remember_modules(txn)?),
    )?;
    let mut changed = 0;
    write_once(
        store,
        |txn| row_store::has_reader_rows(txn),
        |txn| {
            changed = row_store::write_reader_rows(txn)?;
            Ok(())
        },
    )?;
    if changed > 0 {
        tracing::info!(
            rows.changed = changed,
            "notes of focal points were taken out of public rows"
        );
    }
    Ok(())
}

/// Writes in a transaction of its own, unless it is there already.
fn write_once(
    store: &dyn Store,
    is_there: impl FnOnce(&dyn ReadTxn) -> Result<bool, StoreError>,
    write: impl FnOnce(&mut dyn WriteTxn) -> Result<(), StartError>,
) -> Result<(), StartError> {
    if is_there(&*store.read()?)? {
        return Ok(());
    }
    let mut txn = store.write()?;
    write(&mut *txn)?;
    Ok(txn.commit()?)
}

/// A life of the database that no device has seen yet.
///
/// # Errors
/// There were no random bytes.
pub fn new_epoch(entropy: &mut dyn Entropy) -> Result<Epoch, EntropyError> {
    let mut random = [0; 16];
    entropy.fill(&mut random)?;
    Ok(Epoch(uuid::Builder::from_random_bytes(random).into_uuid()))
}
