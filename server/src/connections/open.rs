//! The open connections: how many each address has, and which of them keep the server waiting.
//!
//! A connection that says nothing costs its place only as long as nobody else needs it: where there are as many as
//! may be, the address with the most loses the one that has kept the server waiting the longest.

use std::collections::HashMap;
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use axum::body::{Body, Bytes, HttpBody};
use hyper::body::{Frame, SizeHint};
use tokio::sync::Notify;

use crate::address::AddressKey;

/// A new connection had no time yet to say what it wants.
const JUST_CAME: Duration = Duration::from_millis(500);

/// What a connection does now. Put beside each request.
#[derive(Clone, Debug)]
pub struct Activity(Arc<Doing>);

#[derive(Debug)]
struct Doing {
    begun: Instant,
    /// Requests that are worked on: at most one over HTTP/1.1.
    at_work: AtomicUsize,
    /// Since when nothing has been worked on, in milliseconds after `begun`.
    waiting_since: AtomicU64,
}

impl Activity {
    fn new() -> Self {
        Self(Arc::new(Doing {
            begun: Instant::now(),
            at_work: AtomicUsize::new(0),
            waiting_since: AtomicU64::new(0),
        }))
    }

    /// The server works on a request until this is dropped.
    pub(super) fn works(&self) -> Working {
        self.begin();
        Working(self.clone())
    }

    /// The server waits for the client in the middle of a request until this is dropped.
    pub fn waits_for_client(&self) -> WaitingForClient<'_> {
        self.end();
        WaitingForClient(self)
    }

    fn begin(&self) {
        self.0.at_work.fetch_add(1, Ordering::Relaxed);
    }

    fn end(&self) {
        let now = u64::try_from(self.0.begun.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.0.waiting_since.store(now, Ordering::Relaxed);
        self.0.at_work.fetch_sub(1, Ordering::Relaxed);
    }

    /// For how long the client has kept the server waiting; `None` while the server works for it.
    fn waiting(&self) -> Option<Duration> {
        if self.0.at_work.load(Ordering::Relaxed) > 0 {
            return None;
        }
        let since = Duration::from_millis(self.0.waiting_since.load(Ordering::Relaxed));
        Some(self.0.begun.elapsed().saturating_sub(since))
    }
}

/// See [`Activity::works`].
#[derive(Debug)]
pub(super) struct Working(Activity);

impl Drop for Working {
    fn drop(&mut self) {
        self.0.end();
    }
}

/// See [`Activity::waits_for_client`].
#[derive(Debug)]
pub struct WaitingForClient<'a>(&'a Activity);

impl Drop for WaitingForClient<'_> {
    fn drop(&mut self) {
        self.0.begin();
    }
}

/// The body of an answer: the server works on the request until it is written.
pub(super) struct Answer {
    body: Body,
    _working: Option<Working>,
}

impl Answer {
    pub(super) fn of(body: Body, working: Option<Working>) -> Body {
        Body::new(Self {
            body,
            _working: working,
        })
    }
}

impl HttpBody for Answer {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// All connections of a listener.
#[derive(Clone, Debug)]
pub(super) struct OpenConnections {
    most: usize,
    per_address: usize,
    held: Arc<Mutex<HashMap<u64, Held>>>,
}

#[derive(Debug)]
struct Held {
    /// `None` for a trusted proxy, behind which are many people.
    address: Option<AddressKey>,
    activity: Activity,
    close: Arc<Notify>,
}

/// One connection's place, free again when dropped.
#[derive(Debug)]
pub(super) struct ConnectionSlot {
    connections: OpenConnections,
    number: u64,
    pub(super) activity: Activity,
    close: Arc<Notify>,
}

impl OpenConnections {
    pub(super) fn new(most: usize, per_address: usize) -> Self {
        Self {
            most,
            per_address,
            held: Arc::default(),
        }
    }

    /// Takes a place for the connection with this number; `None` when nobody can be asked to leave for it.
    pub(super) fn enter(&self, number: u64, address: Option<AddressKey>) -> Option<ConnectionSlot> {
        let mut held = self.lock();
        let of_address = |address| held.values().filter(|one| one.address == Some(address)).count();
        let leaves = if address.is_some_and(|address| of_address(address) >= self.per_address) {
            Some(longest_waiting(&held, address)?)
        } else if held.len() >= self.most {
            Some(longest_waiting(&held, None)?)
        } else {
            None
        };
        if let Some(left) = leaves.and_then(|number| held.remove(&number)) {
            left.close.notify_one();
        }
        let (activity, close) = (Activity::new(), Arc::new(Notify::new()));
        held.insert(
            number,
            Held {
                address,
                activity: activity.clone(),
                close: Arc::clone(&close),
            },
        );
        Some(ConnectionSlot {
            connections: self.clone(),
            number,
            activity,
            close,
        })
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<u64, Held>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl ConnectionSlot {
    /// Returns when the place is needed for somebody else.
    pub(super) async fn is_needed(&self) {
        self.close.notified().await;
    }
}

impl Drop for ConnectionSlot {
    fn drop(&mut self) {
        self.connections.lock().remove(&self.number);
    }
}

/// The connection that has kept the server waiting the longest: of this address, or else of the one with the most.
/// Those that have just come are asked last.
fn longest_waiting(held: &HashMap<u64, Held>, of: Option<AddressKey>) -> Option<u64> {
    let mut counts: HashMap<AddressKey, usize> = HashMap::new();
    for address in held.values().filter_map(|one| one.address) {
        *counts.entry(address).or_default() += 1;
    }
    let count = |one: &Held| one.address.and_then(|address| counts.get(&address)).copied();
    held.iter()
        .filter(|(_, one)| of.is_none() || one.address == of)
        .filter_map(|(number, one)| {
            let waiting = one.activity.waiting()?;
            Some(((waiting >= JUST_CAME, count(one).unwrap_or(1), waiting), *number))
        })
        .max()
        .map(|(_, number)| number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(number: u8) -> Option<AddressKey> {
        Some(AddressKey::of([203, 0, 113, number].into()))
    }

    #[test]
    fn silent_connections_make_room_and_working_ones_do_not() {
        let open = OpenConnections::new(6, 4);
        let mut numbers = 0..;
        let mut enter = |of: u8| open.enter(numbers.next().unwrap(), address(of));
        let honest = enter(1).unwrap();
        let flood: Vec<_> = (0..40).map(|_| enter(2).unwrap()).collect();
        assert_eq!(open.lock().len(), 5, "one address has no more than its share");
        let still_in = |place: &ConnectionSlot| open.lock().contains_key(&place.number);
        assert!(still_in(&honest));
        assert_eq!(flood.iter().filter(|place| still_in(place)).count(), 4);

        // All places are taken: the address with the most leaves first.
        let other = enter(3).unwrap();
        let another = enter(4).unwrap();
        assert!(still_in(&honest) && still_in(&other) && still_in(&another));
        assert_eq!(flood.iter().filter(|place| still_in(place)).count(), 3);

        // A connection that is being answered stays, one whose body is awaited does not.
        let working: Vec<_> = [&honest, &other, &another]
            .map(|place| place.activity.works())
            .into();
        let flooding: Vec<_> = flood.iter().map(|place| place.activity.works()).collect();
        assert!(enter(5).is_none());
        let waiting = other.activity.waits_for_client();
        assert!(enter(5).is_some());
        assert!(!still_in(&other));
        drop(waiting);
        drop((working, flooding));
    }

    #[test]
    fn a_proxy_has_as_many_as_there_are() {
        let open = OpenConnections::new(6, 2);
        let places: Vec<_> = (0..6).map(|number| open.enter(number, None).unwrap()).collect();
        assert_eq!(open.lock().len(), 6);
        drop(places);
        assert_eq!(open.lock().len(), 0);
    }
}
