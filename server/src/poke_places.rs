//! How many listeners for pokes one person or address may have: each costs an open connection.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

use shared::ids::PersonId;

use crate::address::AddressKey;

/// A person has some devices, each with one leading tab.
const PER_PERSON: usize = 8;

/// Visitors of one address: a training room.
const PER_ADDRESS: usize = 64;

/// All together; the rest of the connections stays free for requests.
const ALL_TOGETHER: usize = 600;

/// Who listens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Listener {
    /// Somebody who is signed in.
    Person(PersonId),
    /// A visitor, by address.
    Visitor(AddressKey),
}

impl Listener {
    const fn most(self) -> usize {
        match self {
            Self::Person(_) => PER_PERSON,
            Self::Visitor(_) => PER_ADDRESS,
        }
    }
}

/// Counts listeners.
#[derive(Clone, Debug, Default)]
pub struct PokePlaces(Arc<Mutex<HashMap<Listener, usize>>>);

/// One listener's place, free again when dropped.
#[derive(Debug)]
pub struct PokePlace {
    places: PokePlaces,
    listener: Listener,
}

impl PokePlaces {
    /// Takes a place; `None` when there is none left for this listener.
    #[must_use]
    pub fn take(&self, listener: Listener) -> Option<PokePlace> {
        // A count survives a panic of another thread: it is one number, never half written.
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if held.values().sum::<usize>() >= ALL_TOGETHER {
            return None;
        }
        let count = held.entry(listener).or_default();
        if *count >= listener.most() {
            return None;
        }
        *count += 1;
        Some(PokePlace {
            places: self.clone(),
            listener,
        })
    }
}

impl Drop for PokePlace {
    fn drop(&mut self) {
        let mut held = self.places.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = held.get_mut(&self.listener) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                held.remove(&self.listener);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_free_again_when_its_listener_leaves() {
        let places = PokePlaces::default();
        let amina = Listener::Person(PersonId::from_name("amina"));
        let mut held: Vec<_> = (0..PER_PERSON).map(|_| places.take(amina).unwrap()).collect();
        assert!(places.take(amina).is_none());
        assert!(
            places
                .take(Listener::Person(PersonId::from_name("driss")))
                .is_some()
        );
        held.pop();
        assert!(places.take(amina).is_some());
        drop(held);
        assert!(places.0.lock().unwrap().is_empty());
    }
}
