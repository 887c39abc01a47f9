use super::{Day, Timestamp};

/// How long ago something was, as exactly as it is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ago {
    /// Less than a minute. Also what a clock that is up to five minutes ahead calls the future.
    Now,
    /// Less than an hour; nobody knows how much less.
    WithinTheHour,
    /// So many whole minutes, 1–59.
    Minutes(u8),
    /// So many whole hours, 1–23.
    Hours(u8),
    /// A day or more ago, or in the future: that day.
    On(Day),
}

/// How exactly an instant is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// To the millisecond.
    Exact,
    /// Cut down to the beginning of its hour, as the server keeps when a session was last used.
    Hour,
}

impl Timestamp {
    /// How long ago this was at `now`.
    #[must_use]
    pub fn ago(self, now: Self, precision: Precision) -> Ago {
        let seconds = now.0.saturating_sub(self.0).div_euclid(1_000);
        let small = |value: i64| u8::try_from(value).unwrap_or_default();
        match (seconds, precision) {
            (-300..=59, Precision::Exact) => Ago::Now,
            (60..=3_599, Precision::Exact) => Ago::Minutes(small(seconds / 60)),
            (-300..=3_599, Precision::Hour) => Ago::WithinTheHour,
            (3_600..=86_399, _) => Ago::Hours(small(seconds / 3_600)),
            _ => Ago::On(self.legal_day()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    /// 2026-11-29 at 23:30 in Morocco.
    const NOW: Timestamp = Timestamp(1_795_995_000_000);

    #[rstest]
    #[case::this_moment(0, Precision::Exact, Ago::Now)]
    #[case::a_clock_ahead(-300, Precision::Exact, Ago::Now)]
    #[case::minutes(44 * 60 + 59, Precision::Exact, Ago::Minutes(44))]
    #[case::an_hour(3_600, Precision::Exact, Ago::Hours(1))]
    #[case::hours(86_399, Precision::Exact, Ago::Hours(23))]
    #[case::used_this_minute_and_kept_as_the_hour(44 * 60, Precision::Hour, Ago::WithinTheHour)]
    #[case::kept_as_the_hour(2 * 3_600, Precision::Hour, Ago::Hours(2))]
    fn how_long_ago_is_said_as_exactly_as_it_is_known(
        #[case] seconds: i64,
        #[case] precision: Precision,
        #[case] expected: Ago,
    ) {
        assert_eq!(NOW.plus_ms(-seconds * 1_000).ago(NOW, precision), expected);
    }

    #[rstest]
    #[case::a_day_ago("2026-11-28T23:30:00Z", "2026-11-28")]
    #[case::before_the_clocks_changed("2026-09-19T23:30:00Z", "2026-09-20")]
    #[case::tomorrow("2026-11-30T12:00:00Z", "2026-11-30")]
    fn what_is_older_has_its_day_in_morocco(#[case] at: jiff::Timestamp, #[case] day: &str) {
        match Timestamp(at.as_millisecond()).ago(NOW, Precision::Exact) {
            Ago::On(said) => assert_eq!(said.to_string(), day),
            other => panic!("{other:?}"),
        }
    }
}
