/// The waits between attempts that fail: each is twice as long as the one before, up to a limit.
#[derive(Clone, Copy, Debug)]
pub struct Backoff {
    first_ms: u64,
    most_ms: u64,
    failures: u32,
}

impl Backoff {
    /// Begins with `first_ms` and never waits longer than `most_ms`, both before they are spread.
    #[must_use]
    pub const fn new(first_ms: u64, most_ms: u64) -> Self {
        Self {
            first_ms,
            most_ms,
            failures: 0,
        }
    }

    /// Notes a failure and returns how many milliseconds to wait now. `spread` is random, see [`spread`].
    pub fn fail(&mut self, spread_by: u8) -> u64 {
        let doubled = self.first_ms.saturating_mul(1 << self.failures.min(20));
        self.failures = self.failures.saturating_add(1);
        spread(doubled.min(self.most_ms), spread_by)
    }

    /// After a success.
    pub const fn reset(&mut self) {
        self.failures = 0;
    }
}

/// Between three quarters and five quarters of a wait, so that a thousand phones do not return at once. `by` is
/// random.
#[must_use]
pub fn spread(ms: u64, by: u8) -> u64 {
    ms - ms / 4 + ms.saturating_mul(u64::from(by)) / 510
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_up_to_a_limit_and_begin_anew_after_a_success() {
        let mut backoff = Backoff::new(1_000, 60_000);
        let waits: Vec<u64> = (0..8).map(|_| backoff.fail(128)).collect();
        for (wait, expected) in waits.iter().zip([1, 2, 4, 8, 16, 32, 60, 60]) {
            assert!(wait.abs_diff(expected * 1_000) <= expected * 2, "{waits:?}");
        }
        for _ in 0..200 {
            assert!(backoff.fail(255) <= 75_000);
        }
        backoff.reset();
        assert!(backoff.fail(128) <= 1_002);
    }

    #[test]
    fn waits_are_spread_by_a_quarter_to_both_sides() {
        assert_eq!(spread(1_000, 0), 750);
        assert_eq!(spread(1_000, 255), 1_250);
        assert_ne!(spread(1_000, 100), spread(1_000, 101));
        assert_eq!(spread(0, 255), 0);
    }
}
