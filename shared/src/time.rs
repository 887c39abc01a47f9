//! Instants, as whole milliseconds. They are shown to people and clamped; order comes from `seq`, never from here.

mod ago;
mod morocco;

pub use ago::{Ago, Precision};

use serde::{Deserialize, Serialize};
use std::fmt;

/// Milliseconds since 1970-01-01T00:00:00 UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// How long an invitation can be accepted: 72 hours.
    pub const INVITATION_LIFE_MS: i64 = 72 * 60 * 60 * 1000;

    /// How long a link with which a forgotten password is set anew can be used: 24 hours.
    pub const RECOVERY_LIFE_MS: i64 = 24 * 60 * 60 * 1000;

    /// The instant `ms` milliseconds later, or the last one there is.
    #[must_use]
    pub fn plus_ms(self, ms: i64) -> Self {
        Self(self.0.saturating_add(ms))
    }

    /// What a device says the time was, kept within what the server can believe: never after `now`,
    /// never more than 400 days before it (a phone that was off for a year is real, 1970 is not).
    #[must_use]
    pub fn clamped_by(self, now: Self) -> Self {
        const LONGEST_OFFLINE_MS: i64 = 400 * 24 * 60 * 60 * 1000;
        Self(self.0.clamp(now.0.saturating_sub(LONGEST_OFFLINE_MS), now.0))
    }

    /// The day that this instant belongs to in Morocco, wherever it is read.
    #[must_use]
    pub fn legal_day(self) -> Day {
        Day::of_days_since_1970(self.legal_seconds().div_euclid(DAY_SECONDS))
    }

    /// What the clocks of Morocco show: hour (0–23) and minute.
    #[must_use]
    pub fn legal_time(self) -> (u8, u8) {
        let minutes = self.legal_seconds().rem_euclid(DAY_SECONDS) / 60;
        let small = |value: i64| u8::try_from(value).unwrap_or_default();
        (small(minutes / 60), small(minutes % 60))
    }

    /// Seconds since midnight of 1970-01-01, as the clocks of Morocco count them.
    fn legal_seconds(self) -> i64 {
        let seconds = self.0.div_euclid(1_000);
        seconds.saturating_add(morocco::offset(seconds))
    }
}

const DAY_SECONDS: i64 = 86_400;

/// A day of the calendar. As data it is written `2026-11-23`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// The year.
    pub year: i32,
    /// The month, 1–12.
    pub month: u8,
    /// The day of the month, 1–31.
    pub day: u8,
}

impl Day {
    fn of_days_since_1970(days: i64) -> Self {
        // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
        let days = days.saturating_add(719_468);
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 {
            shifted_month + 3
        } else {
            shifted_month - 9
        };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        Self {
            year: i32::try_from(year).unwrap_or(i32::MAX),
            month: u8::try_from(month).unwrap_or(1),
            day: u8::try_from(day).unwrap_or(1),
        }
    }
}

impl fmt::Display for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::the_first_day("1970-01-01T00:00:00Z", "1970-01-01", (0, 0))]
    #[case::before_it("1969-12-31T23:59:59Z", "1969-12-31", (23, 59))]
    #[case::a_leap_day("2000-02-29T12:34:00Z", "2000-02-29", (12, 34))]
    #[case::an_hour_ahead("2025-12-31T23:30:00Z", "2026-01-01", (0, 30))]
    #[case::before_ramadan_of_2026("2026-02-15T01:59:59Z", "2026-02-15", (2, 59))]
    #[case::in_ramadan_of_2026("2026-02-15T02:00:00Z", "2026-02-15", (2, 0))]
    #[case::a_night_of_ramadan("2026-03-20T23:30:00Z", "2026-03-20", (23, 30))]
    #[case::after_ramadan_of_2026("2026-03-22T02:00:00Z", "2026-03-22", (3, 0))]
    #[case::the_last_night_an_hour_ahead("2026-09-19T23:30:00Z", "2026-09-20", (0, 30))]
    #[case::before_september_2026("2026-09-20T00:59:59Z", "2026-09-20", (1, 59))]
    #[case::since_september_2026("2026-09-20T01:00:00Z", "2026-09-20", (1, 0))]
    #[case::the_next_night("2026-09-20T23:30:00Z", "2026-09-20", (23, 30))]
    #[case::in_november_2026("2026-11-29T23:30:00Z", "2026-11-29", (23, 30))]
    #[case::ramadan_of_2027("2027-02-20T23:30:00Z", "2027-02-20", (23, 30))]
    #[case::the_summer_of_2040("2040-07-31T23:30:00Z", "2040-07-31", (23, 30))]
    fn an_instant_has_one_day_and_time_in_morocco(
        #[case] at: jiff::Timestamp,
        #[case] day: &str,
        #[case] time: (u8, u8),
    ) {
        let at = Timestamp(at.as_millisecond());
        assert_eq!(at.legal_day().to_string(), day);
        assert_eq!(at.legal_time(), time);
    }

    #[test]
    fn an_instant_that_no_calendar_reaches_does_no_harm() {
        assert_eq!(Timestamp(i64::MAX).legal_day().year, 292_278_994);
        assert_eq!(Timestamp(i64::MIN).legal_day().year, -292_275_055);
    }

    #[test]
    fn a_clock_set_to_the_future_or_to_1970_is_brought_back() {
        let now = Timestamp(1_795_392_000_000);
        assert_eq!(now.plus_ms(5).clamped_by(now), now);
        assert!(Timestamp(0).clamped_by(now) > Timestamp(0));
        assert_eq!(now.plus_ms(-5).clamped_by(now), now.plus_ms(-5));
    }
}
