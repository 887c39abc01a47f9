use super::backoff::Backoff;

/// The first wait before the event stream is opened again.
const FIRST_MS: u64 = 5_000;
/// The longest: synchronisation goes on by polling meanwhile.
const MOST_MS: u64 = 5 * 60_000;
/// A stream that stayed open this long was a success. One that is accepted and closed at once is not.
const WORTH_MS: u64 = 60_000;

/// When a leader opens the event stream again after it was interrupted or refused. A browser's own reconnection waits
/// for the same few seconds each time, for ever, so it is not used. Times are in milliseconds of a clock that only moves
/// forward.
#[derive(Clone, Copy, Debug)]
pub struct StreamRetry {
    backoff: Backoff,
    open_since: Option<u64>,
    has_failed: bool,
}

impl Default for StreamRetry {
    fn default() -> Self {
        Self {
            backoff: Backoff::new(FIRST_MS, MOST_MS),
            open_since: None,
            has_failed: false,
        }
    }
}

impl StreamRetry {
    /// The stream is open. Returns whether events may have been missed since it was open before: then pull.
    pub const fn opened(&mut self, now: u64) -> bool {
        self.open_since = Some(now);
        self.has_failed
    }

    /// The stream was interrupted or refused. Returns how many milliseconds to wait before it is opened again.
    pub fn failed(&mut self, now: u64, spread_by: u8) -> u64 {
        let was_worth_it = self
            .open_since
            .take()
            .is_some_and(|since| now.saturating_sub(since) >= WORTH_MS);
        if was_worth_it {
            self.backoff.reset();
        }
        self.has_failed = true;
        self.backoff.fail(spread_by)
    }

    /// Whether it is open.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.open_since.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_that_accepts_and_closes_is_left_alone_more_and_more() {
        let mut retry = StreamRetry::default();
        let (mut now, mut attempts) = (0, 0);
        while now < 60 * 60_000 {
            retry.opened(now);
            now += 10;
            now += retry.failed(now, 128);
            attempts += 1;
        }
        assert!(attempts <= 20, "{attempts} in an hour");
    }

    #[test]
    fn an_interruption_after_a_long_time_is_mended_soon_and_followed_by_a_pull() {
        let mut retry = StreamRetry::default();
        for _ in 0..10 {
            retry.failed(0, 128);
        }
        assert!(retry.opened(1_000));
        assert!(retry.failed(1_000 + WORTH_MS, 255) <= FIRST_MS * 5 / 4);
        assert!(
            !StreamRetry::default().opened(0),
            "the first pull is under way anyway"
        );
    }
}
