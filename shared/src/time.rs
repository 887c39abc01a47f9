//! Instants, as whole milliseconds. They are shown to people and clamped; order comes from `seq`, never from here.

use serde::{Deserialize, Serialize};

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

    /// The year, month (1–12) and day (1–31) in UTC. Morocco keeps UTC+1 or UTC+0; for the year printed in a
    /// certificate's number the hour does not matter.
    #[must_use]
    pub fn utc_date(self) -> (i32, u8, u8) {
        // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days.
        let days = self.0.div_euclid(86_400_000).saturating_add(719_468);
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
        (
            i32::try_from(year).unwrap_or(i32::MAX),
            u8::try_from(month).unwrap_or(1),
            u8::try_from(day).unwrap_or(1),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_match_the_calendar() {
        assert_eq!(Timestamp(0).utc_date(), (1970, 1, 1));
        assert_eq!(Timestamp(951_782_400_000).utc_date(), (2000, 2, 29));
        assert_eq!(Timestamp(1_795_392_000_000).utc_date(), (2026, 11, 23));
        assert_eq!(Timestamp(-1).utc_date(), (1969, 12, 31));
    }

    #[test]
    fn a_clock_set_to_the_future_or_to_1970_is_brought_back() {
        let now = Timestamp(1_795_392_000_000);
        assert_eq!(now.plus_ms(5).clamped_by(now), now);
        assert!(Timestamp(0).clamped_by(now) > Timestamp(0));
        assert_eq!(now.plus_ms(-5).clamped_by(now), now.plus_ms(-5));
    }
}
