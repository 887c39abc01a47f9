use serde::{Deserialize, Serialize};

/// A date as precise as its source: `2024`, `2024-03` or `2024-03-27`; empty when unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PartialDate(pub String);

impl PartialDate {
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

#[cfg(test)]
mod tests {
    use super::*;

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
