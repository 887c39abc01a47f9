/// What several runs of one measure gave, in the order of the runs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series(Vec<f64>);

impl Series {
    /// The values of the runs; what is no number is left out.
    #[must_use]
    pub fn new(values: impl IntoIterator<Item = f64>) -> Self {
        Self(values.into_iter().filter(|value| value.is_finite()).collect())
    }

    /// The values as they came.
    #[must_use]
    pub fn values(&self) -> &[f64] {
        &self.0
    }

    fn sorted(&self) -> Vec<f64> {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        sorted
    }

    /// The one in the middle, or the mean of the two; `None` without a run.
    #[must_use]
    pub fn median(&self) -> Option<f64> {
        let sorted = self.sorted();
        let half = sorted.len() / 2;
        let upper = *sorted.get(half)?;
        if sorted.len() % 2 == 1 {
            return Some(upper);
        }
        let lower = *sorted.get(half.checked_sub(1)?)?;
        Some(f64::midpoint(lower, upper))
    }

    /// The least and the most; `None` without a run.
    #[must_use]
    pub fn spread(&self) -> Option<(f64, f64)> {
        let sorted = self.sorted();
        Some((*sorted.first()?, *sorted.last()?))
    }
}

impl FromIterator<f64> for Series {
    fn from_iter<I: IntoIterator<Item = f64>>(values: I) -> Self {
        Self::new(values)
    }
}

/// The smallest value that at least this many per hundred do not exceed (nearest rank); 0 of none.
pub(super) fn percentile(mut values: Vec<u32>, per_hundred: usize) -> u32 {
    values.sort_unstable();
    let rank = values.len().saturating_mul(per_hundred).div_ceil(100);
    values.get(rank.saturating_sub(1)).copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_does_not_care_for_the_order_or_for_one_wild_run() {
        assert_eq!(Series::new([3.0, 900.0, 1.0]).median(), Some(3.0));
        assert_eq!(Series::new([4.0, 1.0, 2.0, 3.0]).median(), Some(2.5));
        assert_eq!(Series::new([]).median(), None);
    }

    #[test]
    fn the_spread_is_from_the_least_to_the_most() {
        assert_eq!(Series::new([3.0, 9.0, 1.0]).spread(), Some((1.0, 9.0)));
        assert_eq!(Series::new([f64::NAN]).spread(), None);
    }

    #[test]
    fn a_percentile_is_one_of_the_values() {
        let hundred: Vec<u32> = (1..=100).rev().collect();
        assert_eq!(percentile(hundred.clone(), 99), 99);
        assert_eq!(percentile(hundred, 50), 50);
        assert_eq!(percentile(vec![7], 99), 7);
        assert_eq!(percentile(Vec::new(), 99), 0);
    }
}
