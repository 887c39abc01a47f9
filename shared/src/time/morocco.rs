//! The legal time of Morocco, as the tz database of IANA knows it (`Africa/Casablanca`, release 2026f): UTC+1 or UTC+0 by
//! periods until 2026-09-20, when the country went back to UTC+0 for good, in Ramadan and out of it. The table is written
//! down because a browser's own data can be years old, and because a phone downloads it; the test compares it with the
//! newest data in `Cargo.lock`, so that an update that knows of another change fails until the table has it.

/// When clocks changed since 1970, in seconds: before the first one they showed UTC, and each one adds the hour or takes
/// it away again.
const CHANGES: [u32; 62] = [
    141_264_000,
    147_222_000,
    199_756_800,
    207_702_000,
    231_292_800,
    244_249_200,
    265_507_200,
    271_033_200,
    448_243_200,
    504_918_000,
    1_212_278_400,
    1_220_223_600,
    1_243_814_400,
    1_250_809_200,
    1_272_758_400,
    1_281_222_000,
    1_301_788_800,
    1_312_066_800,
    1_335_664_800,
    1_342_749_600,
    1_345_428_000,
    1_348_970_400,
    1_367_114_400,
    1_373_162_400,
    1_376_100_000,
    1_382_839_200,
    1_396_144_800,
    1_403_920_800,
    1_406_944_800,
    1_414_288_800,
    1_427_594_400,
    1_434_247_200,
    1_437_271_200,
    1_445_738_400,
    1_459_044_000,
    1_465_092_000,
    1_468_116_000,
    1_477_792_800,
    1_490_493_600,
    1_495_332_000,
    1_498_960_800,
    1_509_242_400,
    1_521_943_200,
    1_526_176_800,
    1_529_200_800,
    1_557_021_600,
    1_560_045_600,
    1_587_261_600,
    1_590_890_400,
    1_618_106_400,
    1_621_130_400,
    1_648_346_400,
    1_651_975_200,
    1_679_191_200,
    1_682_215_200,
    1_710_036_000,
    1_713_060_000,
    1_740_276_000,
    1_743_904_800,
    1_771_120_800,
    1_774_144_800,
    1_789_866_000,
];

/// How many seconds the clocks of Morocco are ahead of UTC at an instant, in seconds since 1970. Before 1970 they are
/// taken to show UTC.
pub(super) fn offset(seconds: i64) -> i64 {
    let changes = CHANGES.partition_point(|change| i64::from(*change) <= seconds);
    if changes % 2 == 0 { 0 } else { 3_600 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_what_the_time_zone_database_says_until_2100() {
        let zone = jiff::tz::get!("Africa/Casablanca");
        let last: jiff::Timestamp = "2100-01-01T00:00:00Z".parse().unwrap();
        let changes: Vec<(i64, i64)> = zone
            .following(jiff::Timestamp::UNIX_EPOCH)
            .take_while(|change| change.timestamp() < last)
            .map(|change| {
                (
                    change.timestamp().as_second(),
                    i64::from(change.offset().seconds()),
                )
            })
            // Some changes are of the abbreviation alone.
            .fold(vec![(0, 0)], |mut known, change| {
                if known.last().is_some_and(|last| last.1 != change.1) {
                    known.push(change);
                }
                known
            });
        let expected: Vec<i64> = changes.iter().skip(1).map(|change| change.0).collect();
        assert_eq!(
            CHANGES.map(i64::from).as_slice(),
            expected,
            "the table, and the database"
        );
        for (at, ahead) in changes {
            assert_eq!(offset(at), ahead, "at {at}");
        }
    }
}
