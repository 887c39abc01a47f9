use super::*;
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn counting_no_further_than_a_share_can_reach_changes_no_answer(
        needs in prop::collection::vec(0..40_usize, 0..12),
        page_rows in 0..60_usize,
    ) {
        let mut counted = Vec::new();
        for need in &needs {
            let most = largest_share(&counted, page_rows).saturating_add(1);
            counted.push((*need).min(most));
        }
        let shares = shares(&counted, page_rows);
        prop_assert_eq!(shares.iter().sum::<usize>(), page_rows.min(needs.iter().sum()), "{:?}", shares);
        for ((need, counted), share) in needs.iter().zip(&counted).zip(&shares) {
            prop_assert!(share <= need);
            prop_assert_eq!(share < need, share < counted, "whether it is told whole: {:?} of {:?}", shares, counted);
        }
        let largest = shares.iter().max().copied().unwrap_or_default();
        let unsatisfied = needs.iter().zip(&shares).filter(|(need, share)| share < need);
        for (_, share) in unsatisfied {
            prop_assert!(share + 1 >= largest, "equal parts: {:?}", shares);
        }
    }
}
