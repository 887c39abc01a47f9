use std::collections::{BTreeMap, HashMap};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::Asker;
use crate::address::AddressKey;

/// How many hashings may wait. On one slow core the last of them waits about a second.
const WAITING_MOST: usize = 32;

/// How long one wrong password makes its address wait behind others.
const WRONG_COUNTS_FOR: Duration = Duration::from_secs(10);

/// What is known of somebody who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Signed in, invited, or on a device that signed in to this account before.
    Known,
    /// Nothing.
    Unknown,
}

/// The line has no place for this asker.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Full;

/// Who is served first: the known before the unknown, then addresses that lately tried fewest wrong passwords and
/// have fewest waiting, then whoever came first.
type Rank = (Standing, u32, u64);

/// What waits to be hashed. When the line is full, whoever goes first takes the place of the last.
pub(super) struct Line<J> {
    state: Mutex<State<J>>,
    arrived: Condvar,
}

struct State<J> {
    waiting: BTreeMap<Rank, (AddressKey, J)>,
    arrivals: u64,
    wrong: HashMap<AddressKey, Wrong>,
    is_closed: bool,
}

/// Wrong passwords of an address; one is forgotten in each [`WRONG_COUNTS_FOR`].
#[derive(Clone, Copy)]
struct Wrong {
    count: u32,
    at: Instant,
}

impl Wrong {
    fn lately(self, now: Instant) -> Self {
        let forgotten = now.saturating_duration_since(self.at).as_secs() / WRONG_COUNTS_FOR.as_secs();
        let forgotten = u32::try_from(forgotten).unwrap_or(u32::MAX);
        let since = WRONG_COUNTS_FOR.saturating_mul(forgotten);
        Self {
            count: self.count.saturating_sub(forgotten),
            at: self.at.checked_add(since).unwrap_or(now),
        }
    }
}

impl<J> Default for Line<J> {
    fn default() -> Self {
        Self {
            state: Mutex::new(State {
                waiting: BTreeMap::new(),
                arrivals: 0,
                wrong: HashMap::new(),
                is_closed: false,
            }),
            arrived: Condvar::new(),
        }
    }
}

impl<J> Line<J> {
    /// Waits in line, perhaps in the place of the last, who is dropped.
    pub(super) fn join(&self, asker: Asker, job: J) -> Result<(), Full> {
        let mut state = self.state();
        let rank = state.rank(asker);
        if !state.has_place(rank) {
            return Err(Full);
        }
        if state.waiting.len() >= WAITING_MOST {
            state.waiting.pop_last();
        }
        state.arrivals = state.arrivals.wrapping_add(1);
        state.waiting.insert(rank, (asker.address, job));
        drop(state);
        self.arrived.notify_one();
        Ok(())
    }

    /// Whether [`Line::join`] would find a place now.
    pub(super) fn has_place(&self, asker: Asker) -> bool {
        let state = self.state();
        let rank = state.rank(asker);
        state.has_place(rank)
    }

    /// The next job, waited for; `None` once the line is closed.
    pub(super) fn next(&self) -> Option<J> {
        let mut state = self.state();
        loop {
            if state.is_closed {
                return None;
            }
            if let Some((_, (_, job))) = state.waiting.pop_first() {
                return Some(job);
            }
            state = self.arrived.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Counts a wrong password from this address.
    pub(super) fn note_wrong(&self, address: AddressKey) {
        let now = Instant::now();
        let mut state = self.state();
        // Hashing is slow, so that few are added between two visits here, and those that count no more are gone.
        state.wrong.retain(|_, wrong| wrong.lately(now).count > 0);
        let wrong = state.wrong.entry(address).or_insert(Wrong { count: 0, at: now });
        *wrong = wrong.lately(now);
        wrong.count = wrong.count.saturating_add(1);
    }

    /// Drops who waits, and lets nobody join any more.
    pub(super) fn close(&self) {
        let mut state = self.state();
        state.is_closed = true;
        state.waiting.clear();
        drop(state);
        self.arrived.notify_all();
    }

    fn state(&self) -> MutexGuard<'_, State<J>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<J> State<J> {
    fn rank(&self, asker: Asker) -> Rank {
        let now = Instant::now();
        let wrong = self.wrong.get(&asker.address);
        let wrong = wrong.map_or(0, |wrong| wrong.lately(now).count);
        let waiting = self
            .waiting
            .values()
            .filter(|(address, _)| *address == asker.address);
        let waiting = u32::try_from(waiting.count()).unwrap_or(u32::MAX);
        (asker.standing, wrong.saturating_add(waiting), self.arrivals)
    }

    fn has_place(&self, rank: Rank) -> bool {
        let goes_before_the_last = self
            .waiting
            .last_key_value()
            .is_some_and(|(last, _)| rank < *last);
        !self.is_closed && (self.waiting.len() < WAITING_MOST || goes_before_the_last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::Ipv4Addr;

    fn from(number: u8) -> Asker {
        Asker {
            address: AddressKey::of(Ipv4Addr::new(203, 0, 113, number).into()),
            standing: Standing::Unknown,
        }
    }

    fn known(number: u8) -> Asker {
        Asker {
            standing: Standing::Known,
            ..from(number)
        }
    }

    #[test]
    fn one_address_cannot_take_the_line_from_another() {
        let line = Line::default();
        for number in 0..WAITING_MOST {
            line.join(from(1), number).unwrap();
        }
        assert_eq!(
            line.join(from(1), 99),
            Err(Full),
            "its own last place is no better"
        );
        assert!(line.has_place(from(2)));
        line.join(from(2), 100).unwrap();
        assert_eq!(line.next(), Some(0));
        assert_eq!(line.next(), Some(100), "before the second of the other address");
        let left = std::iter::from_fn(|| {
            let is_empty = line.state().waiting.is_empty();
            (!is_empty).then(|| line.next().unwrap())
        });
        let left: Vec<_> = left.collect();
        assert_eq!(
            left,
            (1..WAITING_MOST - 1).collect::<Vec<_>>(),
            "the last gave its place up"
        );
    }

    #[test]
    fn known_and_calm_askers_go_before_those_who_tried_wrong_passwords() {
        let line = Line::default();
        line.note_wrong(from(1).address);
        line.note_wrong(from(1).address);
        line.note_wrong(from(2).address);
        for (asker, name) in [
            (from(1), "two wrong"),
            (from(2), "one wrong"),
            (from(3), "calm"),
            (known(1), "known"),
        ] {
            line.join(asker, name).unwrap();
        }
        let order = std::array::from_fn(|_| line.next().unwrap());
        assert_eq!(order, ["known", "calm", "one wrong", "two wrong"]);
    }

    #[test]
    fn a_full_line_of_many_addresses_makes_place_for_the_known_alone() {
        let line = Line::default();
        for number in 0..WAITING_MOST {
            line.join(from(u8::try_from(number).unwrap()), number).unwrap();
        }
        assert_eq!(line.join(from(200), 200), Err(Full));
        line.join(known(200), 201).unwrap();
        assert_eq!(line.state().waiting.len(), WAITING_MOST);
        assert_eq!(line.next(), Some(201));
        line.close();
        assert_eq!(line.next(), None);
        assert_eq!(line.join(known(1), 1), Err(Full));
    }

    #[test]
    fn wrong_passwords_are_forgotten_one_by_one() {
        let at = Instant::now();
        let wrong = Wrong { count: 3, at };
        let count_after = |passed| wrong.lately(at + passed).count;
        assert_eq!(count_after(Duration::ZERO), 3);
        assert_eq!(count_after(WRONG_COUNTS_FOR), 2);
        assert_eq!(count_after(WRONG_COUNTS_FOR * 2 + Duration::from_secs(1)), 1);
        assert_eq!(count_after(WRONG_COUNTS_FOR * 9), 0);
        let later = wrong.lately(at + WRONG_COUNTS_FOR + Duration::from_secs(9));
        assert_eq!(
            later.at,
            at + WRONG_COUNTS_FOR,
            "what was half forgotten stays so"
        );
    }
}
