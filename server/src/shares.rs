//! What there is only so much of (requests at a time, bytes of bodies, listeners), divided so that no person and no
//! address can hold all of it, and so that visitors together leave a part to those who are signed in.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use shared::ids::PersonId;

use crate::address::AddressKey;

/// Who holds something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Holder {
    /// Somebody who is signed in.
    Person(PersonId),
    /// A visitor, by address.
    Visitor(AddressKey),
}

/// How much there is, and how it is divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Division {
    /// The most that all hold together.
    pub all: usize,
    /// The most that all visitors hold together.
    pub visitors: usize,
    /// The most that the visitors of one address hold: a commune or a training room shares one.
    pub per_address: usize,
    /// The most that one person holds, on all devices.
    pub per_person: usize,
}

impl Division {
    /// Listeners for change events; each holds one of the connections ([`crate::connections`]).
    pub const LISTENERS: Self = Self {
        all: 600,
        visitors: 300,
        per_address: 64,
        per_person: 8,
    };

    /// KiB of bodies in memory. One person may send three full pushes at a time; a visitor's largest body is a list of
    /// cursors.
    pub const BODY_KIB: Self = Self {
        all: 96 * 1024,
        visitors: 32 * 1024,
        per_address: 8 * 1024,
        per_person: 13 * 1024,
    };

    /// So many requests at a time, each worked on for some milliseconds.
    #[must_use]
    pub fn of_requests(all: usize) -> Self {
        let share = |quarters: usize| (all * quarters / 8).max(1);
        Self {
            all,
            visitors: share(6),
            per_address: share(3),
            per_person: share(1),
        }
    }

    const fn most(&self, holder: Holder) -> usize {
        match holder {
            Holder::Person(_) => self.per_person,
            Holder::Visitor(_) => self.per_address,
        }
    }
}

/// Counts what is held.
#[derive(Clone, Debug)]
pub struct Shares {
    division: Division,
    held: Arc<Mutex<Held>>,
}

#[derive(Debug, Default)]
struct Held {
    all: usize,
    visitors: usize,
    by_holder: HashMap<Holder, usize>,
}

/// What one holder has; free again when dropped.
#[derive(Debug)]
pub struct Share {
    shares: Shares,
    holder: Holder,
    amount: usize,
}

impl Shares {
    /// Nothing is held yet.
    #[must_use]
    pub fn new(division: Division) -> Self {
        Self {
            division,
            held: Arc::default(),
        }
    }

    /// Takes a share; `None` when there is not so much left for this holder.
    #[must_use]
    pub fn take(&self, holder: Holder, amount: usize) -> Option<Share> {
        self.count(holder, amount).then(|| Share {
            shares: self.clone(),
            holder,
            amount,
        })
    }

    fn count(&self, holder: Holder, amount: usize) -> bool {
        let is_visitor = matches!(holder, Holder::Visitor(_));
        let mut held = self.lock();
        let own = held.by_holder.get(&holder).copied().unwrap_or_default();
        let fits = held.all + amount <= self.division.all
            && own + amount <= self.division.most(holder)
            && (!is_visitor || held.visitors + amount <= self.division.visitors);
        if fits {
            held.all += amount;
            held.visitors += if is_visitor { amount } else { 0 };
            held.by_holder.insert(holder, own + amount);
        }
        fits
    }

    fn give_back(&self, holder: Holder, amount: usize) {
        let mut held = self.lock();
        held.all = held.all.saturating_sub(amount);
        if matches!(holder, Holder::Visitor(_)) {
            held.visitors = held.visitors.saturating_sub(amount);
        }
        if let Some(own) = held.by_holder.get_mut(&holder) {
            *own = own.saturating_sub(amount);
            if *own == 0 {
                held.by_holder.remove(&holder);
            }
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Held> {
        // The counts survive a panic of another thread: nothing in between can panic.
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Share {
    /// How much it is.
    #[must_use]
    pub const fn amount(&self) -> usize {
        self.amount
    }

    /// Takes more for the same holder; says whether there was so much left.
    #[must_use]
    pub fn grow(&mut self, by: usize) -> bool {
        let grows = self.shares.count(self.holder, by);
        if grows {
            self.amount += by;
        }
        grows
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        self.shares.give_back(self.holder, self.amount);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visitor(number: u8) -> Holder {
        Holder::Visitor(AddressKey::of([203, 0, 113, number].into()))
    }

    fn person(name: &str) -> Holder {
        Holder::Person(PersonId::from_name(name))
    }

    fn all_of(shares: &Shares, holder: Holder) -> Vec<Share> {
        std::iter::from_fn(|| shares.take(holder, 1)).collect()
    }

    #[test]
    fn what_was_left_is_free_again() {
        let shares = Shares::new(Division::LISTENERS);
        let amina = person("amina");
        let mut held = all_of(&shares, amina);
        assert_eq!(held.len(), Division::LISTENERS.per_person);
        assert!(shares.take(person("driss"), 1).is_some());
        held.pop();
        let mut again = shares.take(amina, 1).unwrap();
        assert!(!again.grow(1));
        drop((held, again));
        let left = shares.lock();
        assert_eq!((left.all, left.visitors, left.by_holder.len()), (0, 0, 0));
    }

    #[test]
    fn visitors_of_many_addresses_leave_room_for_those_who_are_signed_in() {
        for division in [
            Division::LISTENERS,
            Division::BODY_KIB,
            Division::of_requests(256),
        ] {
            let shares = Shares::new(division);
            let one = all_of(&shares, visitor(1));
            assert_eq!(one.len(), division.per_address, "{division:?}");
            assert!(
                shares.take(visitor(2), 1).is_some(),
                "another address: {division:?}"
            );
            let many: Vec<_> = (2..=200)
                .flat_map(|number| all_of(&shares, visitor(number)))
                .collect();
            assert_eq!(one.len() + many.len(), division.visitors, "{division:?}");
            assert_eq!(
                all_of(&shares, person("amina")).len(),
                division.per_person.min(division.all - division.visitors),
                "{division:?}"
            );
        }
    }
}
