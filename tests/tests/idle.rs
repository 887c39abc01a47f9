//! What happens when nothing happens: nothing. For each role, device, number of tabs, outbox and kind of trouble, the
//! requests of idle hours are counted in simulated time.

use rstest::rstest;
use shared::wire::ApiErrorCode;
use tests::simulator::{Asked, Failure, IdleTabs, Network};

const SECOND: u64 = 1_000;
const MINUTE: u64 = 60 * SECOND;
const HOUR: u64 = 60 * MINUTE;

/// More opened streams in an hour than a server that refuses them ever sees of one browser.
const STREAMS_MOST: usize = 18;

fn count(asked: &[(u64, Asked)], what: Asked) -> usize {
    asked.iter().filter(|(_, asked)| *asked == what).count()
}

/// The times between requests that are not the event stream's.
fn gaps(asked: &[(u64, Asked)]) -> Vec<u64> {
    let times: Vec<u64> = asked
        .iter()
        .filter(|(_, asked)| *asked != Asked::Stream)
        .map(|(at, _)| *at)
        .collect();
    times.windows(2).map(|pair| pair[1] - pair[0]).collect()
}

/// The most pulls of an idle hour in which everything is well.
fn quiet_hour(name: Option<&str>) -> usize {
    if name.is_some() { 16 } else { 2 }
}

#[rstest]
fn idle_tabs_are_silent_and_bounded_in_trouble(
    #[values(
        None,
        Some("emma"),
        Some("member-tinghir"),
        Some("focal-tinghir"),
        Some("driss")
    )]
    name: Option<&str>,
    #[values(false, true)] is_own: bool,
    #[values(false, true)] has_follower: bool,
    #[values(false, true)] has_read: bool,
) -> Result<(), Failure> {
    let case = format!("{name:?}, own {is_own}, follower {has_follower}, has read {has_read}");
    let troubles = [
        (Network::NoStream, 107),
        (Network::Offline, 90),
        (Network::Answers(ApiErrorCode::TooManyRequests, None), 90),
        (Network::Answers(ApiErrorCode::TooManyRequests, Some(120)), 31),
        (Network::Answers(ApiErrorCode::Unavailable, Some(30)), 90),
        (Network::Answers(ApiErrorCode::Unavailable, None), 90),
        (Network::Answers(ApiErrorCode::Internal, None), 90),
        (Network::Answers(ApiErrorCode::NotSignedIn, None), 9),
        (Network::Answers(ApiErrorCode::UpgradeApp, None), 9),
    ];
    for (trouble, most) in troubles {
        let mut tabs = IdleTabs::open(name, is_own, has_follower)?;
        let begun = tabs.wait(10 * SECOND)?;
        assert!(
            count(&begun, Asked::Pull) <= if is_own { 4 } else { 1 },
            "{case}: {begun:?}"
        );
        if has_read {
            tabs.read_a_lesson()?;
        }
        let said = tabs.wait(10 * SECOND)?;
        let expected: &[Asked] = match (has_read, name) {
            (true, Some(_)) => &[Asked::Push, Asked::Pull],
            _ => &[],
        };
        assert!(
            said.iter().map(|(_, asked)| *asked).eq(expected.iter().copied()),
            "{case}: {said:?}"
        );
        assert_eq!(tabs.wait(MINUTE)?, [], "{case}");
        let hour = tabs.wait(HOUR)?;
        assert!(count(&hour, Asked::Pull) <= quiet_hour(name), "{case}: {hour:?}");
        assert!(
            hour.iter().all(|(_, asked)| *asked == Asked::Pull),
            "{case}: {hour:?}"
        );

        tabs.network_is(trouble);
        if has_read {
            tabs.read_a_lesson()?;
        }
        for by_ms in [400 * 24 * 3_600_000, -800 * 24 * 3_600_000] {
            tabs.set_clock(by_ms);
            let hour = tabs.wait(HOUR)?;
            let (talk, streams) = (gaps(&hour), count(&hour, Asked::Stream));
            assert!(
                talk.len() < most,
                "{case}, {trouble:?}: {} in an hour",
                talk.len()
            );
            assert!(
                streams <= STREAMS_MOST,
                "{case}, {trouble:?}: {streams} streams in an hour"
            );
            if let Network::Answers(_, Some(after)) = trouble {
                let least = talk.iter().min().copied().unwrap_or(u64::MAX);
                assert!(
                    least >= u64::from(after) * SECOND,
                    "{case}, {trouble:?}: after {least} ms"
                );
            }
        }

        tabs.network_is(Network::Healthy);
        tabs.insist();
        tabs.wait(10 * MINUTE)?;
        let waits = tabs.client().waiting().count();
        assert_eq!(
            waits,
            if name.is_none() && has_read { 2 } else { 0 },
            "{case}, {trouble:?}"
        );
        assert!(tabs.follower_is_even(), "{case}");
        tabs.restart_restored()?;
        tabs.wait(5 * MINUTE)?;
        let hour = tabs.wait(HOUR)?;
        assert!(hour.len() <= quiet_hour(name), "{case}, restored: {hour:?}");
    }
    Ok(())
}

#[test]
fn a_refused_change_is_sent_once() -> Result<(), Failure> {
    let mut tabs = IdleTabs::open(Some("emma"), true, true)?;
    tabs.wait(10 * SECOND)?;
    tabs.network_is(Network::Offline);
    tabs.read_a_lesson()?;
    tabs.delete_module()?;
    tabs.wait(MINUTE)?;
    tabs.network_is(Network::Healthy);
    let asked = tabs.wait(10 * MINUTE)?;
    assert_eq!(count(&asked, Asked::Push), 1, "{asked:?}");
    assert_eq!(tabs.client().refused().count(), 1);
    let asked = tabs.wait(MINUTE)?;
    assert_eq!(count(&asked, Asked::Push), 0, "{asked:?}");
    // The one that is due every few minutes.
    assert!(asked.len() <= 1, "{asked:?}");
    Ok(())
}

#[rstest]
#[case(Network::Offline)]
#[case(Network::Answers(ApiErrorCode::Unavailable, None))]
#[case(Network::Answers(ApiErrorCode::Internal, None))]
#[case(Network::Answers(ApiErrorCode::TooManyRequests, None))]
fn waits_grow_up_to_a_minute_and_wishes_do_not_shorten_them(#[case] trouble: Network) -> Result<(), Failure> {
    for wishes in [false, true] {
        let mut tabs = IdleTabs::open(Some("emma"), false, false)?;
        tabs.network_is(trouble);
        let mut asked = Vec::new();
        for _ in 0..600 {
            if wishes {
                tabs.wish();
            }
            asked.extend(tabs.wait(SECOND)?);
        }
        let gaps = gaps(&asked);
        for (one, next) in gaps.iter().zip(gaps.iter().skip(1)).take(5) {
            assert!(next * 10 >= one * 11, "{trouble:?}: {gaps:?}");
        }
        let longest = gaps.iter().max().copied().unwrap_or_default();
        assert!(
            (45 * SECOND..=76 * SECOND).contains(&longest),
            "{trouble:?}: {gaps:?}"
        );
    }
    Ok(())
}

#[test]
fn no_haste_of_a_person_or_the_network_goes_before_a_retry_after() -> Result<(), Failure> {
    let mut tabs = IdleTabs::open(Some("emma"), false, false)?;
    tabs.network_is(Network::Answers(ApiErrorCode::TooManyRequests, Some(300)));
    let mut asked = Vec::new();
    for _ in 0..3_600 {
        tabs.insist();
        asked.extend(tabs.wait(SECOND)?);
    }
    let gaps = gaps(&asked);
    assert!((10..=12).contains(&gaps.len()), "{gaps:?}");
    assert!(gaps.iter().all(|gap| *gap >= 300 * SECOND), "{gaps:?}");
    Ok(())
}

#[rstest]
#[case::a_person_who_never_stops_pressing(true, 62)]
#[case::a_defect_that_wishes_without_end(false, 22)]
fn endless_requests_are_slowed_down(#[case] insists: bool, #[case] most: usize) -> Result<(), Failure> {
    for name in [None, Some("emma")] {
        let mut tabs = IdleTabs::open(name, false, false)?;
        tabs.wait(10 * SECOND)?;
        let mut asked = Vec::new();
        for _ in 0..600 {
            if insists {
                tabs.insist();
            } else {
                tabs.wish();
            }
            asked.extend(tabs.wait(100)?);
        }
        assert!(asked.len() <= most, "{} in a minute", asked.len());
    }
    Ok(())
}
