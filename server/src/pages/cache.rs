//! Pages that were written before, until something that they show changes.

use crate::assets::Asset;
use crate::database::Database;
use axum::http::StatusCode;
use shared::scope::Scope;
use shared::wire::ChangeEvent;
use std::collections::{BTreeSet, HashMap};
use std::hash::Hash;
use std::sync::Arc;
use tokio::sync::broadcast::{self, error::TryRecvError};

/// A page as it is sent.
#[derive(Debug)]
pub(crate) struct Page {
    /// Whether there is something at the address.
    pub(crate) status: StatusCode,
    /// The page with its compressed form.
    pub(crate) file: Asset,
    /// Whether it may be kept; and what it shows, so that a change of it is a change of the page.
    pub(super) shows: Option<BTreeSet<Scope>>,
}

impl Page {
    fn size(&self) -> usize {
        let compressed = self.file.brotli.as_ref().map_or(0, axum::body::Bytes::len);
        self.file.bytes.len() + compressed + size_of::<Self>()
    }
}

struct Held {
    page: Arc<Page>,
    used: u64,
}

/// The pages by where they are, and who tells what changed.
///
/// The hub tells of a change before it answers the request that made it. Every look first hears all that was told, so nobody
/// who knows of a change is shown a page from before it.
pub(super) struct Cache<K> {
    change_events: broadcast::Receiver<ChangeEvent>,
    held: HashMap<K, Held>,
    bytes: usize,
    /// Counts looks: the pages with the lowest were not asked for the longest.
    looks: u64,
    /// Counts times when something that pages show changed.
    changes: u64,
    most: usize,
}

/// How many changes a page has seen whose writing begins now.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen(u64);

impl<K: Eq + Hash> Cache<K> {
    /// Pages of so many bytes at most.
    pub(super) fn new(hub: &Database, most: usize) -> Self {
        Self {
            change_events: hub.subscribe(),
            held: HashMap::new(),
            bytes: 0,
            looks: 0,
            changes: 0,
            most,
        }
    }

    /// The page, if it was written and still holds.
    pub(super) fn look(&mut self, place: &K) -> Result<Arc<Page>, Seen> {
        self.hear();
        self.looks += 1;
        match self.held.get_mut(place) {
            Some(held) => {
                held.used = self.looks;
                Ok(Arc::clone(&held.page))
            }
            None => Err(Seen(self.changes)),
        }
    }

    /// Keeps a page, unless something changed while it was written.
    pub(super) fn keep(&mut self, place: K, page: &Arc<Page>, seen: Seen) {
        self.hear();
        if page.shows.is_none() || seen.0 != self.changes {
            return;
        }
        let held = Held {
            page: Arc::clone(page),
            used: self.looks,
        };
        self.bytes += page.size();
        if let Some(before) = self.held.insert(place, held) {
            self.bytes -= before.page.size();
        }
        if self.bytes > self.most {
            self.make_room();
        }
    }

    /// Drops what shows something that changed.
    fn hear(&mut self) {
        let mut changed = BTreeSet::new();
        loop {
            match self.change_events.try_recv() {
                Ok(change_event) => {
                    if is_shown(change_event.scope) {
                        changed.insert(change_event.scope);
                    }
                }
                Err(TryRecvError::Lagged(_)) => {
                    // What was told in between is lost, so nothing is known to hold.
                    self.changes += 1;
                    self.held.clear();
                    self.bytes = 0;
                }
                Err(TryRecvError::Empty | TryRecvError::Closed) => break,
            }
        }
        if changed.is_empty() {
            return;
        }
        self.changes += 1;
        self.held.retain(|_, held| {
            let shows = held.page.shows.as_ref();
            let holds = shows.is_some_and(|shows| shows.is_disjoint(&changed));
            if !holds {
                self.bytes -= held.page.size();
            }
            holds
        });
    }

    /// Drops the half that was not asked for the longest.
    fn make_room(&mut self) {
        let mut used: Vec<u64> = self.held.values().map(|held| held.used).collect();
        used.sort_unstable();
        let limit = used.get(used.len() / 2).copied().unwrap_or_default();
        self.held.retain(|_, held| {
            let stays = held.used > limit;
            if !stays {
                self.bytes -= held.page.size();
            }
            stays
        });
    }
}

/// Whether a public page may show rows of this scope.
const fn is_shown(scope: Scope) -> bool {
    matches!(
        scope,
        Scope::Public | Scope::Directory | Scope::Module(_) | Scope::Edition(_) | Scope::Experience(_)
    )
}

#[cfg(test)]
mod tests {
    use super::super::public_address::PublicAddress;
    use super::*;
    use crate::assets::Assets;
    use axum::body::Bytes;

    fn cache() -> (broadcast::Sender<ChangeEvent>, Cache<PublicAddress>) {
        let (sender, change_events) = broadcast::channel(4);
        let cache = Cache {
            change_events,
            held: HashMap::new(),
            bytes: 0,
            looks: 0,
            changes: 0,
            most: 10_000,
        };
        (sender, cache)
    }

    fn page(shows: &[Scope], length: usize) -> Arc<Page> {
        let files = Assets::from_files([("page.html".to_owned(), Bytes::from(vec![b'x'; length]))]);
        Arc::new(Page {
            status: StatusCode::OK,
            file: files.get("page.html").unwrap().clone(),
            shows: Some(shows.iter().copied().collect()),
        })
    }

    fn keep(cache: &mut Cache<PublicAddress>, place: PublicAddress, page: &Arc<Page>) {
        let seen = cache.look(&place).unwrap_err();
        cache.keep(place, page, seen);
    }

    fn change_event(scope: Scope) -> ChangeEvent {
        ChangeEvent { scope, head: 1 }
    }

    #[test]
    fn a_page_goes_when_something_changes_that_it_shows() {
        let (sender, mut cache) = cache();
        keep(&mut cache, PublicAddress::Home, &page(&[Scope::Public], 10));
        keep(
            &mut cache,
            PublicAddress::Network,
            &page(&[Scope::Public, Scope::Directory], 10),
        );
        assert!(cache.look(&PublicAddress::Home).is_ok());
        sender.send(change_event(Scope::Network)).unwrap();
        sender.send(change_event(Scope::Directory)).unwrap();
        assert!(cache.look(&PublicAddress::Home).is_ok());
        assert!(cache.look(&PublicAddress::Network).is_err());
        sender.send(change_event(Scope::Public)).unwrap();
        assert!(cache.look(&PublicAddress::Home).is_err());
        assert_eq!(cache.bytes, 0);
    }

    #[test]
    fn a_page_that_was_being_written_during_a_change_is_not_kept() {
        let (sender, mut cache) = cache();
        let seen = cache.look(&PublicAddress::Home).unwrap_err();
        sender.send(change_event(Scope::Public)).unwrap();
        cache.keep(PublicAddress::Home, &page(&[Scope::Public], 10), seen);
        assert!(cache.look(&PublicAddress::Home).is_err());
    }

    #[test]
    fn who_missed_changes_believes_nothing() {
        let (sender, mut cache) = cache();
        keep(&mut cache, PublicAddress::Home, &page(&[], 10));
        for _ in 0..6 {
            sender.send(change_event(Scope::Network)).unwrap();
        }
        assert!(cache.look(&PublicAddress::Home).is_err());
    }

    #[test]
    fn memory_is_bounded_and_what_is_asked_for_stays() {
        let (_sender, mut cache) = cache();
        for number in 0..100 {
            keep(
                &mut cache,
                PublicAddress::Module(number.to_string()),
                &page(&[], 900),
            );
            assert!(cache.bytes <= cache.most, "{}", cache.bytes);
            if number > 0 {
                assert!(
                    cache.look(&PublicAddress::Module("0".to_owned())).is_ok(),
                    "{number}"
                );
            }
        }
        let whole: usize = cache.held.values().map(|held| held.page.size()).sum();
        assert_eq!(cache.bytes, whole);
    }
}
