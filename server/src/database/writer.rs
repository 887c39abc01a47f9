use crate::row_store::{HeadRecorder, Heads};
use crate::store::{Store, StoreError, WriteTxn};
use shared::wire::ChangeEvent;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use tokio::sync::{broadcast, mpsc};

/// How many jobs share one commit at most: the first of them waits for the work of the last.
const GROUP: usize = 64;

/// Work for the writer, and whom to tell of it.
pub(super) trait Job: Send {
    /// Does the work; says whether its writes are to be kept.
    fn run(&mut self, txn: &mut dyn WriteTxn) -> bool;

    /// Tells the caller that waits how the work ended, given how the commit did.
    fn answer(self: Box<Self>, committed: Result<(), StoreError>);
}

/// A job in the line.
pub(super) type Waiting = Box<dyn Job>;

pub(super) fn start(
    store: Arc<dyn Store>,
    jobs: mpsc::Receiver<Waiting>,
    change_events: broadcast::Sender<ChangeEvent>,
) -> std::io::Result<JoinHandle<()>> {
    thread::Builder::new()
        .name("writer".to_owned())
        .spawn(move || write_all(&*store, jobs, &change_events))
}

fn write_all(
    store: &dyn Store,
    mut jobs: mpsc::Receiver<Waiting>,
    change_events: &broadcast::Sender<ChangeEvent>,
) {
    while let Some(first) = jobs.blocking_recv() {
        let mut group = vec![first];
        while group.len() < GROUP
            && let Ok(next) = jobs.try_recv()
        {
            group.push(next);
        }
        let written = panic::catch_unwind(AssertUnwindSafe(|| run_and_commit(store, &mut group)));
        let Ok(outcome) = written else {
            // Nobody knows what a panicking writer left half done in memory; the disk is sound, so begin again from
            // there. The jobs are still held: no request is answered as if only it had failed.
            tracing::error!("the writer panicked; the process ends");
            std::process::abort();
        };
        answer(outcome, group, change_events);
    }
}

fn answer(
    outcome: Result<Heads, StoreError>,
    group: Vec<Waiting>,
    change_events: &broadcast::Sender<ChangeEvent>,
) {
    match &outcome {
        Ok(heads) => {
            for (&scope, &head) in heads {
                // Without a listener there is nobody to tell.
                let _ = change_events.send(ChangeEvent { scope, head });
            }
        }
        Err(error) => tracing::error!(store.error = %error, "a group of changes was not committed"),
    }
    for job in group {
        job.answer(outcome.as_ref().map(|_| ()).map_err(Clone::clone));
    }
}

/// Runs the jobs over one transaction, where the failure of one takes nothing of the others along, and commits what is
/// kept.
fn run_and_commit(store: &dyn Store, group: &mut [Waiting]) -> Result<Heads, StoreError> {
    let mut txn = store.write()?;
    let mut heads = Heads::new();
    let mut is_changed = false;
    for job in group {
        let mut own = HeadRecorder::new(&mut *txn);
        if job.run(&mut own) {
            heads.extend(own.into_heads());
            is_changed |= txn.keep();
        } else {
            txn.undo();
        }
    }
    if is_changed {
        txn.commit()?;
    }
    Ok(heads)
}
