use std::collections::{BTreeMap, HashMap};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::Asker;
use crate::address::AddressKey;

/// How many hashings may wait. On one slow core the last of them waits about a second.
const WAITING_MOST: usize = 32;

/// How long one try makes its address wait behind others, unless the password was right.
const TRY_COUNTS_FOR: Duration = Duration::from_secs(10);

/// What is known of somebody who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Priority {
    /// AuthenticatedUser in, invited, or on a device that signed in to this account before.
    Known,
    /// Nothing.
    Unknown,
}

/// The line has no place for this asker.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Full;

/// Who is served first: the known before the unknown, then addresses that lately tried least, then in the order of arrival.
/// What was refused counts as tried: else a storm that finds no place would stay as calm as somebody new.
type Rank = (Priority, u32, u64);

/// What waits to be hashed. When the line is full, a job of higher rank takes the place of the last.
pub(super) struct Line<J> {
    state: Mutex<State<J>>,
    arrived: Condvar,
}

struct State<J> {
    waiting: BTreeMap<Rank, J>,
    arrivals: u64,
    tries: HashMap<AddressKey, Tries>,
    tidied: Instant,
    is_closed: bool,
}

/// What an address tried without having been right so far; one is forgotten in each [`TRY_COUNTS_FOR`].
#[derive(Clone, Copy)]
struct Tries {
    count: u32,
    at: Instant,
}

impl Tries {
    fn lately(self, now: Instant) -> Self {
        let forgotten = now.saturating_duration_since(self.at).as_secs() / TRY_COUNTS_FOR.as_secs();
        let forgotten = u32::try_from(forgotten).unwrap_or(u32::MAX);
        let since = TRY_COUNTS_FOR.saturating_mul(forgotten);
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
                tries: HashMap::new(),
                tidied: Instant::now(),
                is_closed: false,
            }),
            arrived: Condvar::new(),
        }
    }
}

impl<J> Line<J> {
    /// Waits in line, perhaps in the place of the last, who is dropped.
    pub(super) fn join(&self, asker: Asker, job: J) -> Result<(), Full> {
        let now = Instant::now();
        let mut state = self.state();
        let rank = state.rank(asker, now);
        state.count_try(asker.address, now);
        if !state.has_place(rank) {
            return Err(Full);
        }
        if state.waiting.len() >= WAITING_MOST {
            state.waiting.pop_last();
        }
        state.arrivals = state.arrivals.wrapping_add(1);
        state.waiting.insert(rank, job);
        drop(state);
        self.arrived.notify_one();
        Ok(())
    }

    /// Whether [`Line::join`] would find a place now. If not, that was a try.
    pub(super) fn expect_place(&self, asker: Asker) -> Result<(), Full> {
        let now = Instant::now();
        let mut state = self.state();
        if state.has_place(state.rank(asker, now)) {
            return Ok(());
        }
        state.count_try(asker.address, now);
        Err(Full)
    }

    /// Takes one try of this address back: it was right.
    pub(super) fn forgive(&self, address: AddressKey) {
        if let Some(tries) = self.state().tries.get_mut(&address) {
            tries.count = tries.count.saturating_sub(1);
        }
    }

    /// The next job, waited for; `None` once the line is closed.
    pub(super) fn next(&self) -> Option<J> {
        let mut state = self.state();
        loop {
            if state.is_closed {
                return None;
            }
            if let Some((_, job)) = state.waiting.pop_first() {
                return Some(job);
            }
            state = self.arrived.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
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
    fn rank(&self, asker: Asker, now: Instant) -> Rank {
        let tries = self.tries.get(&asker.address);
        let tries = tries.map_or(0, |tries| tries.lately(now).count);
        (asker.standing, tries, self.arrivals)
    }

    fn count_try(&mut self, address: AddressKey, now: Instant) {
        if now.saturating_duration_since(self.tidied) >= TRY_COUNTS_FOR {
            self.tries.retain(|_, tries| tries.lately(now).count > 0);
            self.tidied = now;
        }
        let tries = self.tries.entry(address).or_insert(Tries { count: 0, at: now });
        *tries = tries.lately(now);
        // An address that was silent begins now.
        if tries.count == 0 {
            tries.at = now;
        }
        tries.count = tries.count.saturating_add(1);
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

    fn from(number: usize) -> Asker {
        let number = u8::try_from(number).unwrap();
        Asker {
            address: AddressKey::of(Ipv4Addr::new(203, 0, 113, number).into()),
            standing: Priority::Unknown,
        }
    }

    fn known(number: usize) -> Asker {
        Asker {
            standing: Priority::Known,
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
            line.expect_place(from(1)),
            Err(Full),
            "its own last place is no better"
        );
        assert_eq!(line.join(from(1), 99), Err(Full));
        assert_eq!(line.expect_place(from(2)), Ok(()));
        line.join(from(2), 100).unwrap();
        assert_eq!(line.next(), Some(0));
        assert_eq!(line.next(), Some(100), "before the second of the other address");
        let left: Vec<_> = (0..WAITING_MOST - 2).map(|_| line.next().unwrap()).collect();
        assert_eq!(
            left,
            (1..WAITING_MOST - 1).collect::<Vec<_>>(),
            "the last gave its place up"
        );
    }

    #[test]
    fn the_known_go_first_and_then_addresses_that_tried_least() {
        let line = Line::default();
        for (asker, name) in [
            (from(1), "first"),
            (from(1), "second of one address"),
            (known(1), "known"),
            (from(2), "calm"),
        ] {
            line.join(asker, name).unwrap();
        }
        let order = std::array::from_fn(|_| line.next().unwrap());
        assert_eq!(order, ["known", "first", "calm", "second of one address"]);
        for _ in 0..3 {
            line.forgive(from(1).address);
        }
        line.join(from(2), "tried before").unwrap();
        line.join(from(1), "was right each time").unwrap();
        assert_eq!(line.next(), Some("was right each time"));
    }

    #[test]
    fn a_storm_that_is_refused_does_not_stay_calm() {
        let line = Line::default();
        for number in 0..200 {
            let is_taken = line.join(from(number), number).is_ok();
            assert_eq!(is_taken, number < WAITING_MOST);
        }
        // Each of them comes again, and finds a place in front of none of them.
        for number in 0..200 {
            assert_eq!(line.expect_place(from(number)), Err(Full), "{number}");
        }
        assert_eq!(line.next(), Some(0));
        line.join(from(1), 301).unwrap();
        line.join(from(250), 300).unwrap();
        let order: Vec<_> = (0..WAITING_MOST).map(|_| line.next().unwrap()).collect();
        assert_eq!(
            order.last(),
            Some(&300),
            "after those who were as calm and came before"
        );
        assert!(!order.contains(&301), "in the place of one who was not");
    }

    #[test]
    fn a_full_line_of_calm_addresses_makes_place_for_the_known_alone() {
        let line = Line::default();
        for number in 0..WAITING_MOST {
            line.join(from(number), number).unwrap();
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
    fn tries_are_forgotten_one_by_one() {
        let at = Instant::now();
        let tries = Tries { count: 3, at };
        let count_after = |passed| tries.lately(at + passed).count;
        assert_eq!(count_after(Duration::ZERO), 3);
        assert_eq!(count_after(TRY_COUNTS_FOR), 2);
        assert_eq!(count_after(TRY_COUNTS_FOR * 2 + Duration::from_secs(1)), 1);
        assert_eq!(count_after(TRY_COUNTS_FOR * 9), 0);
        let later = tries.lately(at + TRY_COUNTS_FOR + Duration::from_secs(9));
        assert_eq!(later.at, at + TRY_COUNTS_FOR, "what was half forgotten stays so");
    }
}
