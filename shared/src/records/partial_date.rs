use crate::figures;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// A date as precise as its source: `2024`, `2024-03` or `2024-03-27`; empty when unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PartialDate(pub String);

impl From<Timestamp> for PartialDate {
    /// The day in Morocco.
    fn from(at: Timestamp) -> Self {
        Self(at.legal_day().to_string())
    }
}

impl PartialDate {
    /// Whether nothing is known.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the text is empty or an ISO 8601 year, month or day that exists.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        if self.0.is_empty() {
            return true;
        }
        let mut parts = self.0.split('-');
        let number = |part: Option<&str>, width: usize| -> Option<u32> {
            part.filter(|p| p.len() == width && p.bytes().all(|b| b.is_ascii_digit()))?
                .parse()
                .ok()
        };
        let shape = self.0.split('-').count();
        let Some(year) = number(parts.next(), 4) else {
            return false;
        };
        if shape == 1 {
            return true;
        }
        let Some(month @ 1..=12) = number(parts.next(), 2) else {
            return false;
        };
        if shape == 2 {
            return true;
        }
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        shape == 3 && matches!(number(parts.next(), 2), Some(day) if (1..=days).contains(&day))
    }

    /// Reads a date as it is typed in Morocco, the day before the month: `2024`, `05/2024`, `7/5/2024`, and also
    /// `2024-05-07`; with the digits of any script, and `/`, `.` or `-` between them. A blank text is the unknown date.
    /// `None` when it is none of these or does not exist.
    #[must_use]
    pub fn read(typed: &str) -> Option<Self> {
        let folded = figures::fold(typed);
        if folded.trim().is_empty() {
            return Some(Self::default());
        }
        let parts: Vec<&str> = folded.split(['/', '.', '-', '\u{2013}']).map(str::trim).collect();
        let date = match *parts.as_slice() {
            [year] => year.to_owned(),
            [month, year] => format!("{year}-{month:0>2}"),
            [year, month, day] if year.len() == 4 && month.len() == 2 && day.len() == 2 => {
                format!("{year}-{month}-{day}")
            }
            [day, month, year] => format!("{year}-{month:0>2}-{day:0>2}"),
            _ => return None,
        };
        Some(Self(date)).filter(Self::is_valid)
    }

    /// Whether this date is before `other` for certain: the parts that both know decide.
    fn is_before(&self, other: &Self) -> bool {
        let known = self.0.len().min(other.0.len());
        self.0.get(..known) < other.0.get(..known)
    }

    /// The year, month and day that are known.
    #[must_use]
    pub fn parts(&self) -> (Option<i32>, Option<u8>, Option<u8>) {
        let mut parts = self.0.split('-');
        (
            parts.next().and_then(|p| p.parse().ok()),
            parts.next().and_then(|p| p.parse().ok()),
            parts.next().and_then(|p| p.parse().ok()),
        )
    }
}

/// Why a period cannot be: each stands beside one of its two dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeriodError {
    /// The start is before [`FIRST_YEAR`] or after the year that follows this one.
    Start,
    /// The end is before [`FIRST_YEAR`] or more than [`LONGEST_PLAN`] years away.
    End,
    /// The end is before the start.
    Order,
}

impl PeriodError {
    /// The field that it stands beside: `started` or `ended`.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::Start => "started",
            Self::End | Self::Order => "ended",
        }
    }
}

/// No experience began before it: a smaller year is a slip of the keys.
pub const FIRST_YEAR: i32 = 1900;

/// How many years ahead an end can be planned.
pub const LONGEST_PLAN: i32 = 20;

/// Looks at a period of two valid dates, each of which may be unknown, on the day of `now`.
///
/// # Errors
/// [`PeriodError`], the first that holds.
pub fn check_period(started: &PartialDate, ended: &PartialDate, now: Timestamp) -> Result<(), PeriodError> {
    let this_year = now.legal_day().year;
    let is_within = |date: &PartialDate, ahead: i32| {
        let latest = this_year.saturating_add(ahead);
        date.parts()
            .0
            .is_none_or(|year| (FIRST_YEAR..=latest).contains(&year))
    };
    if !is_within(started, 1) {
        Err(PeriodError::Start)
    } else if !is_within(ended, LONGEST_PLAN) {
        Err(PeriodError::End)
    } else if ended.is_before(started) {
        Err(PeriodError::Order)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::unknown(" ", "")]
    #[case::year("2024", "2024")]
    #[case::year_in_arabic_digits("٢٠٢٤", "2024")]
    #[case::year_in_persian_digits("۲۰۲۴", "2024")]
    #[case::year_with_marks("\u{200f}2024\u{a0}", "2024")]
    #[case::month("5/2024", "2024-05")]
    #[case::day("7/5/2024", "2024-05-07")]
    #[case::day_with_points("07.05.2024", "2024-05-07")]
    #[case::day_with_dashes("07-05-2024", "2024-05-07")]
    #[case::day_with_blanks("7 / 5 / 2024", "2024-05-07")]
    #[case::day_in_arabic_digits("٧/٥/٢٠٢٤", "2024-05-07")]
    #[case::year_first("2024-05-07", "2024-05-07")]
    fn dates_are_read_as_they_are_typed(#[case] typed: &str, #[case] date: &str) {
        assert_eq!(PartialDate::read(typed), Some(PartialDate(date.to_owned())));
    }

    #[rstest]
    #[case::short_year("24")]
    #[case::five_digits("20245")]
    #[case::short_year_of_a_day("7/5/24")]
    #[case::month_of_another_order("5/13/2024")]
    #[case::no_such_day("30/02/2024")]
    #[case::year_first_typed_halfway("2024-5-7")]
    #[case::words("mai 2024")]
    #[case::period("2023-2024")]
    fn what_is_no_date_is_not_guessed(#[case] typed: &str) {
        assert_eq!(PartialDate::read(typed), None);
    }

    #[rstest]
    #[case::unknown("", "", Ok(()))]
    #[case::this_year("2026", "", Ok(()))]
    #[case::next_year("2027-03", "2027-05", Ok(()))]
    #[case::too_late("2028", "", Err(PeriodError::Start))]
    #[case::far_too_late("2031-01-01", "2032", Err(PeriodError::Start))]
    #[case::swapped_digits("0224", "", Err(PeriodError::Start))]
    #[case::planned_end("2026", "2046", Ok(()))]
    #[case::end_too_late("2026", "2047", Err(PeriodError::End))]
    #[case::end_before_start("2024", "2023", Err(PeriodError::Order))]
    #[case::end_a_month_before("2024-05", "2024-04", Err(PeriodError::Order))]
    #[case::end_a_day_before("2024-05-07", "2024-05-06", Err(PeriodError::Order))]
    #[case::end_less_precise("2024-05-07", "2024", Ok(()))]
    #[case::start_less_precise("2024", "2024-01-01", Ok(()))]
    #[case::only_an_end("", "2023", Ok(()))]
    fn a_period_is_possible(
        #[case] started: &str,
        #[case] ended: &str,
        #[case] expected: Result<(), PeriodError>,
    ) {
        // 1 July 2026.
        let now = Timestamp(1_782_864_000_000);
        let date = |text: &str| PartialDate(text.to_owned());
        assert_eq!(check_period(&date(started), &date(ended), now), expected);
    }

    #[test]
    fn dates_are_as_precise_as_their_source_and_must_exist() {
        for good in ["", "2024", "2024-02", "2024-02-29", "2023-12-31"] {
            assert!(PartialDate(good.into()).is_valid(), "{good}");
        }
        for bad in [
            "24",
            "2024-13",
            "2023-02-29",
            "2024-1",
            "2024-01-01-01",
            "2024-",
            "٢٠٢٤",
            "abcd",
        ] {
            assert!(!PartialDate(bad.into()).is_valid(), "{bad}");
        }
    }
}
