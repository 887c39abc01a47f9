//! How many changes of each kind one person may send ([`ChangeKind::rate`]). What comes faster is not refused: the
//! device is told when to go on, no number is used up, and nothing that was written is lost.

use std::collections::HashMap;
use std::num::NonZeroU32;
use std::time::Duration;

use governor::clock::{Clock as _, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use shared::ids::PersonId;
use shared::limits::ChangeKind;
use shared::wire::{ApiErrorCode, Envelope};

use crate::error::{ApiError, ApiResult};

const KINDS: [ChangeKind; 6] = [
    ChangeKind::Learning,
    ChangeKind::Writing,
    ChangeKind::Speaking,
    ChangeKind::Reporting,
    ChangeKind::Inviting,
    ChangeKind::Other,
];

/// Counts changes by person and kind.
pub struct ChangeRates(HashMap<ChangeKind, DefaultKeyedRateLimiter<PersonId>>);

impl Default for ChangeRates {
    fn default() -> Self {
        Self(KINDS.map(|kind| (kind, RateLimiter::keyed(quota(kind)))).into())
    }
}

fn quota(kind: ChangeKind) -> Quota {
    let (burst, per_minute) = kind.rate();
    let burst = NonZeroU32::new(burst).unwrap_or(NonZeroU32::MIN);
    Quota::with_period(Duration::from_secs(60) / per_minute.max(1))
        .unwrap_or(Quota::per_minute(NonZeroU32::MIN))
        .allow_burst(burst)
}

impl ChangeRates {
    /// Counts the changes of a push and leaves out those from the first that comes too fast. They are in the order of
    /// their numbers, so the device offers the rest again.
    ///
    /// # Errors
    /// [`ApiErrorCode::TooManyRequests`] when already the first comes too fast, with the seconds to wait.
    pub fn admit(&self, person: PersonId, changes: &mut Vec<Envelope>) -> ApiResult<()> {
        for place in 0..changes.len() {
            let Some(limiter) = changes.get(place).and_then(|one| self.0.get(&one.kind())) else {
                continue;
            };
            if let Err(later) = limiter.check_key(&person) {
                if place > 0 {
                    changes.truncate(place);
                    return Ok(());
                }
                let wait = later.wait_time_from(DefaultClock::default().now()).as_secs();
                let seconds = u32::try_from(wait).unwrap_or(u32::MAX).saturating_add(1);
                return Err(ApiError::retry_after(ApiErrorCode::TooManyRequests, seconds));
            }
        }
        Ok(())
    }

    /// Forgets people who have not changed anything for long; called now and then so that memory stays bounded.
    pub fn forget_idle(&self) {
        for limiter in self.0.values() {
            limiter.retain_recent();
            limiter.shrink_to_fit();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use shared::ids::MutationId;
    use shared::time::Timestamp;
    use shared::wire::PUSH_MOST;

    fn changes(word: &str, count: usize) -> Vec<Envelope> {
        let change = |n: usize| Envelope {
            id: MutationId::from_name(&n.to_string()),
            n: n as u64,
            schema: 1,
            at: Timestamp(0),
            mutation: json!({ "do": word, "with": {} }),
        };
        (1..=count).map(change).collect()
    }

    #[test]
    fn what_comes_too_fast_waits_and_hinders_neither_other_kinds_nor_other_people() {
        let rates = ChangeRates::default();
        let (amina, driss) = (PersonId::from_name("amina"), PersonId::from_name("driss"));
        let (burst, _) = ChangeKind::Speaking.rate();
        let mut many = changes("add-comment", burst as usize + 7);
        rates.admit(amina, &mut many).unwrap();
        assert_eq!(many.len(), burst as usize, "the first go through");
        let refused = rates.admit(amina, &mut changes("add-comment", 1)).unwrap_err();
        assert_eq!(refused.code(), ApiErrorCode::TooManyRequests);
        rates.admit(amina, &mut changes("save-draft", 1)).unwrap();
        rates.admit(driss, &mut changes("add-comment", 1)).unwrap();
        rates.forget_idle();
        assert!(rates.admit(amina, &mut changes("add-comment", 1)).is_err());

        // What is in front of the fast ones goes through without them.
        let mut mixed = changes("set-bookmark", 2);
        mixed.extend(changes("add-comment", 2));
        rates.admit(amina, &mut mixed).unwrap();
        assert_eq!(mixed.len(), 2);
    }

    #[test]
    fn a_full_push_of_a_day_without_a_network_goes_through_at_once() {
        for word in [
            "record-lesson",
            "save-draft",
            "add-comment",
            "set-bookmark",
            "invite-person",
        ] {
            let rates = ChangeRates::default();
            let mut day = changes(word, PUSH_MOST);
            rates.admit(PersonId::from_name("amina"), &mut day).unwrap();
            assert_eq!(day.len(), PUSH_MOST, "{word}");
        }
    }
}
